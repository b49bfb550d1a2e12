"""The samples, what is measured on them, and the weights that were fitted to them."""

from __future__ import annotations

import json
from collections import Counter

from bot.intents import classifier, fit
from bot.intents.arbiter import understand
from bot.intents.evaluation import Judged, figures, judge
from bot.intents.samples import Gold, Line, load_samples
from bot.intents.scene import Asked, Scene
from bot.intents.scoring import dump, load, read_scorings
from bot.intents.understanding import Attendance, Intent, Understanding

MEGABYTE = 1_000_000


def test_the_weights_are_fresh() -> None:
    head = read_scorings(classifier.WEIGHTS_FILE)[1]
    assert head["fingerprint"] == fit.fingerprint(), "run: python -m bot.intents.fit"


def test_the_weights_are_small() -> None:
    assert classifier.WEIGHTS_FILE.stat().st_size <= 3 * MEGABYTE


def test_models_come_back_as_they_were_written() -> None:
    for model in classifier.models().values():
        again = load(dump(model))
        assert again.classes == model.classes
        assert list(again.keys) == list(model.keys)
        assert again.counts == model.counts
        assert again.rows == model.rows
        assert again.places == model.places
        assert bytes(again.weights) == bytes(model.weights)
    assert set(classifier.models()[classifier.ATTENDANCE].classes) == set(Attendance)


def test_every_intent_has_samples_of_several_writers() -> None:
    lines = load_samples()
    writers: dict[Intent, Counter[str]] = {intent: Counter() for intent in Intent}
    for line in lines:
        assert line.gold is not None
        writers[line.gold.intent][line.writer] += 1
    for intent, own in writers.items():
        assert sum(own.values()) >= 90, intent
        assert len(own) >= 5, intent
    assert len({line.id for line in lines}) == len(lines)


def test_no_sample_is_a_consent_that_was_not_given() -> None:
    asked = [line for line in load_samples() if line.scene.asked is Asked.CONSENT]
    assert len(asked) > 300
    for line in asked:
        assert line.gold is not None
        values = line.gold.entities.get("value")
        given = line.gold.intent is Intent.ANSWER and (values == "yes" or values == ["yes"])
        found = understand(line.text, line.scene).entities.as_json()
        assert given or found.get("value") != "yes", line.text


def _line(text: str, gold: Gold) -> Line:
    return Line("1", text, Scene(), gold)


def test_judging_one_line() -> None:
    gold = Gold(Intent.DEATH, {"person": ["bà nội", "nội"]}, (Intent.UNWELL,))
    sure = Understanding(Intent.DEATH, sure=True)
    wrong = Understanding(Intent.SMALL_TALK, sure=True, others=(Intent.DEATH,))
    back = Understanding(Intent.SMALL_TALK, sure=False, others=(Intent.DEATH,))
    other = Understanding(Intent.UNWELL, sure=True)
    for found, right, at_once, in_three, bad in (
        (sure, True, True, True, False),
        (wrong, False, False, False, True),
        (back, False, False, True, False),
        (other, True, True, True, False),
    ):
        each = Judged(_line("x", gold), gold, found)
        assert (each.right, each.at_once, each.in_three, each.sure_and_wrong) == (
            right,
            at_once,
            in_three,
            bad,
        )
        assert each.was_heard is in_three
    assert dict(Judged(_line("x", gold), gold, sure).entities()) == {"person": False}


def test_the_figures_of_some_lines() -> None:
    gold = Gold(Intent.THANKS, {})
    rows = list(
        figures([judge(_line("cảm ơn con nhiều nha", gold)), judge(_line("bà nội mất rồi", gold))])
    )
    assert rows[0] == "right: 50.0% (1 of 2)"
    assert "  thanks, death: 1" in rows
    json.dumps(rows)
