"""Both languages whole: nothing missing, nothing unused, nothing said outside its place."""

from __future__ import annotations

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest

from bot import catalogue
from bot.catalogue import composed, read_catalogue
from bot.domain.events import KINDS
from bot.domain.events.rules import Datum
from bot.guidance.articles import load_articles
from bot.handlers.registry import FLOWS
from bot.language.text import is_vietnamese_letter
from bot.speech.translation import LANGUAGES, Speaker, say

needed = cache(catalogue.needed)  # reads the whole program
PACKAGE = Path(__file__).parent.parent / "bot"
LONGEST = {
    "who": "Công Tằng Tôn Nữ Thị Hoàng Phương Thảo Nguyên",
    "club": "CLB Liên thế hệ tự giúp nhau khu phố Thống Nhất Nhất và Thống Nhất Hai",
    "contact": "Công Tằng Tôn Nữ Thị Hoàng Phương Thảo, 0912 345 678",
    "names": "Công Tằng Tôn Nữ Thị Hoàng Phương, Nguyễn Hoàng Minh Khôi và bà ngoại của cháu Tâm",
    "when": "8 giờ 30 sáng thứ Bảy, 20/02/2027 (ngày 14 tháng 11 âm lịch nhuận)",
    "place": "nhà văn hóa khu phố Thống Nhất Hai, phường Bà Rịa",
    "what": "khám sức khỏe",
    "address_before": "tổ 12, khu phố Thống Nhất Hai, phường Bà Rịa",
}
MARKS_OUTSIDE = {"handlers/founding/screens.py"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_missing_and_none_unused(language: str) -> None:
    words, keys = read_catalogue(language), needed()
    assert keys - set(words) == set()
    assert set(words) - keys == set()
    assert [key for key, text in words.items() if not text.strip()] == []


def test_every_composed_key_is_declared() -> None:
    keys = needed()
    for pattern in composed():
        assert any(pattern.fullmatch(key) for key in keys), pattern.pattern


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_use_the_same_slots() -> None:
    vi, en = (read_catalogue(language) for language in LANGUAGES)
    own = {"address", "Address", "self", "Self"}
    for key in vi:
        if key.startswith(("address.form", "registration.you")):
            continue
        missing = slots(vi[key]) ^ slots(en[key])
        assert not missing - own, (key, missing)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reminder_tells_everything_and_asks(kind: str, language: str) -> None:
    told = {"names", "club", "when", "place", "tail"}  # the question stands in the tail
    told |= {each.value for each in (Datum.BRING, Datum.FASTING) if each in KINDS[kind].asks}
    assert told - slots(read_catalogue(language)[f"reminder.{kind}"]) == set()


def test_english_has_no_vietnamese_letters() -> None:
    for key, text in read_catalogue("en").items():
        assert not any(map(is_vietnamese_letter, text)), (key, text)
    for (language, slug), article in load_articles().items():
        if language == "en":
            spoken = re.sub(r'"[^"]+"', "", article.text)
            words = [each for each in re.findall(r"\w+", spoken) if each[0].islower()]
            strange = {each for each in words if any(map(is_vietnamese_letter, each))}
            assert strange <= VIETNAMESE_IN_ENGLISH, (slug, strange)


VIETNAMESE_IN_ENGLISH = set("đồng áo dài vọng cổ ô ăn dưỡng bà mừng thọ thượng".split())
"""Beside names: the currency, and things that have no other name."""


def test_vietnamese_speaks_no_english() -> None:
    english = re.compile(
        r"\b(the|your|please|click|ok|email|online|link|app|login)\b", re.IGNORECASE
    )
    for key, text in read_catalogue("vi").items():
        assert not english.search(re.sub(r"\{\w+\}", "", text)), (key, text)


def test_vietnamese_is_polite() -> None:
    for key, text in read_catalogue("vi").items():
        plain = text.replace("{club}", "")
        assert "bạn" not in plain.split(), key
        assert "quý khách" not in plain, key
        assert "!!" not in plain, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_short_with_the_longest_names(language: str) -> None:
    speaker = Speaker(language, "anh/chị", "con")
    words = read_catalogue(language)
    asked = [key for key in words if key.endswith((".ask", ".hint"))]
    asked += [key for key in words if key.startswith(("reminder.", "change.", "engine.", "menu."))]
    for key in asked:
        given = {name: LONGEST.get(name, "1234567890") for name in slots(words[key])}
        for name in ("address", "Address", "self", "Self"):
            given.pop(name, None)
        given |= {"bring": " Nhớ mang sổ khám bệnh, thẻ bảo hiểm y tế."} if "bring" in given else {}
        for name, tail in (("fasting", "fasting_yes"), ("tail", "ask_several")):
            if name in given:
                within = {"come": say("event.kind.meeting.come")} if tail == "ask_several" else {}
                given[name] = speaker.text(say(f"reminder.{tail}", **within))
        assert len(speaker.text(say(key, **given))) <= 400, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_must_be_read_first_fits_a_message(language: str) -> None:
    speaker = Speaker(language, "anh/chị", "con")
    given = {name: LONGEST[name] for name in ("who", "club", "contact")}
    assert len(speaker.text(say("registration.notice", **given))) <= 1200


def test_an_example_stands_beside_every_free_question() -> None:
    from bot.conversations.engine.kinds import (
        ChoiceKind,
        ConfirmKind,
        ConsentKind,
        ListKind,
        SeveralKind,
    )

    offered = (ChoiceKind, ConfirmKind, ConsentKind, ListKind, SeveralKind)
    words = read_catalogue("vi")
    for flow in FLOWS:
        for step in flow.steps:
            for parent, one in [(None, step), *((step, inner) for inner in step.items)]:
                key = f"{flow.words(one, parent)}.ask"
                if isinstance(one.kind, offered) or key in EXAMPLES_ELSEWHERE:
                    continue
                assert re.search(r"Ví dụ|từ 3 tới 9|gõ 0", words[key]), key


EXAMPLES_ELSEWHERE = {
    "founding.open_founding.club_name.ask",
    "founding.launch_ceremony.programme_text.ask",
    "founding.recognition_decision.what.ask",
    "founding.activity_plan.reason_for_none.ask",
    "reply.text.ask",
    "founding.recognition_decision.decision_file.ask",
}


def literals(path: Path) -> list[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            docs |= {
                id(each.value)
                for each in body
                if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
            }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def test_words_for_people_stand_in_their_places_only() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        if PEOPLES_WORDS & set(path.parents):
            continue
        place = str(path.relative_to(PACKAGE))
        if place in ALLOWED:
            continue
        if path.read_text(encoding="utf-8").isascii():
            continue
        for line, text in literals(path):
            letters = {letter for letter in text if is_vietnamese_letter(letter)}
            assert not letters, (place, line, text)


PEOPLES_WORDS = {
    PACKAGE / "language",
    PACKAGE / "intents",
    PACKAGE / "rosters",
    PACKAGE / "domain/events/kinds",
}
"""Folders that hold what people say."""
ALLOWED = {
    "guidance/words.py",  # everyday words that people ask with
    "speech/forms.py",  # forms of address
}
