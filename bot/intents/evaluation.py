"""Reading many messages and measuring what they were taken for."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.intents.arbiter import understand
from bot.intents.classifier import classify
from bot.intents.hints import hints_of
from bot.intents.message import read_message
from bot.intents.samples import Gold, Line, read_lines
from bot.intents.understanding import CRITICAL, Intent, Understanding
from bot.language.text import fold

AMONG = 3
"""Buttons at most where something is asked back."""


@dataclass(frozen=True)
class Judged:
    """A line, what it was taken for, and whether that is right."""

    line: Line
    gold: Gold
    found: Understanding

    @property
    def right(self) -> bool:
        """Whether the intent is right, or one of those that are right too."""
        return self.gold.allows(self.found.intent)

    @property
    def at_once(self) -> bool:
        """Right and sure; where it should be asked back, right is enough."""
        return self.right and (self.found.sure or not self.gold.is_sure)

    @property
    def in_three(self) -> bool:
        """Right at once, or asked back with the right one among three."""
        return self.at_once or (not self.found.sure and any(map(self.gold.allows, self._named)))

    @property
    def _named(self) -> Sequence[Intent]:
        return (self.found.intent, *self.found.others)[:AMONG]

    @property
    def sure_and_wrong(self) -> bool:
        """Wrong, without asking."""
        return self.found.sure and not self.right

    @property
    def is_critical(self) -> bool:
        """Whether it must be heard or asked back."""
        stops = self.gold.intent is Intent.NAVIGATE and self.gold.entities.get("to") == "stop"
        return self.gold.intent in CRITICAL or stops

    @property
    def was_heard(self) -> bool:
        """Whether something critical was heard, or asked back."""
        return self.right or (not self.found.sure and any(map(self.gold.allows, self._named)))

    def entities(self) -> Iterator[tuple[str, bool]]:
        """Each entity that the label names, and whether it is right; where the intent is the label's."""
        if self.found.intent is not self.gold.intent:
            return
        found = self.found.entities.as_json()
        for name, value in self.gold.entities.items():
            forms = value if isinstance(value, list) else [value]
            said = found.get(name)
            # Several choices are a list in the label, too, in any order.
            if name in _IN_OWN_WORDS:
                said, forms = _in_one_form(name, said), [_in_one_form(name, each) for each in forms]
            several = isinstance(said, list) and (
                sorted(map(str, said)) == sorted(map(str, forms))
                # Or one text of them all, as people write a list.
                or _comparable(", ".join(map(str, said))) in map(_comparable, forms)
            )
            yield name, several or _comparable(said) in map(_comparable, forms)

    def persons(self) -> Iterator[bool]:
        """Of each person that the label names, whether he is meant, in whatever letters."""
        if self.found.intent is not self.gold.intent:
            return
        found = self.found.entities.as_json()
        for name in _PERSONS & self.gold.entities.keys():
            value, said = self.gold.entities[name], fold(str(found.get(name))).split()
            forms = [
                fold(str(each)).split() for each in (value if isinstance(value, list) else [value])
            ]
            yield any(_is_same(form, said) for form in forms)


def _is_same(form: Sequence[str], said: Sequence[str]) -> bool:
    """Whether two ways of naming mean one person: "chi Bay thu quy" and chị Bảy, "Nghị" and đồng chí Nghị."""
    further = form[len(said) :]
    goes_on = form[: len(said)] == said and (len(said) > 1 or set(further) <= _OWN)
    return goes_on or said[-len(form) :] == form


_OWN = frozenset(("tui", "toi", "em", "con", "chau", "minh"))
"""Behind a word for kin: whose he is."""


_PERSONS = frozenset(("person", "about"))
_IN_OWN_WORDS = frozenset(("what", "code"))
"""Entities that a label may give in words of another form: "năm sinh" is the year."""
_FIELDS = {
    "năm sinh": "year", "ngày sinh": "year", "birth": "year", "số điện thoại": "phone", "sđt": "phone",
    "tên": "name", "họ tên": "name", "địa chỉ": "address", "giới tính": "sex", "hoàn cảnh": "circumstances",
}  # fmt: skip


def _in_one_form(name: str, value: object) -> object:
    """A field by its key, whatever language a label has it in; a code without the dash within."""
    if not isinstance(value, str):
        return value
    return _FIELDS.get(value.lower(), value) if name == "what" else value.replace("-", "").upper()


def _comparable(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): str(each) for key, each in value.items()}
    if isinstance(value, list):
        return tuple(_comparable(each) for each in value)
    return " ".join(str(value).lower().split())


def judge(line: Line) -> Judged:
    """Read a labelled line; raises ValueError for one without a label."""
    if line.gold is None:
        raise ValueError(f"{line.id}: no gold")
    return Judged(line, line.gold, understand(line.text, line.scene))


def _share(hits: int, of: int) -> str:
    return f"{hits / of:.1%} ({hits} of {of})" if of else "–"


def figures(judged: Sequence[Judged]) -> Iterator[str]:
    """What is measured, a line each."""
    count = len(judged)
    yield f"right: {_share(sum(each.right for each in judged), count)}"
    yield f"right at once: {_share(sum(each.at_once for each in judged), count)}"
    yield f"right at once or asked back among three: {_share(sum(each.in_three for each in judged), count)}"
    yield f"sure and wrong: {_share(sum(each.sure_and_wrong for each in judged), count)}"
    critical = [each for each in judged if each.is_critical]
    yield f"critical heard or asked back: {_share(sum(each.was_heard for each in critical), len(critical))}"
    named = [right for each in judged for _, right in each.entities()]
    yield f"entities right: {_share(sum(named), len(named))}"
    persons = [right for each in judged for right in each.persons()]
    yield f"persons and offices meant, without accents and what is said beside them: {_share(sum(persons), len(persons))}"
    told = [each for each in judged if not each.gold.allows(Intent.QUESTION)]
    articles = sum(each.found.intent is Intent.QUESTION and each.found.sure for each in told)
    yield f"taken for a question and none: {_share(articles, len(told))}"
    yield from _by_intent(judged)
    yield from _confusions(judged)


def _by_intent(judged: Iterable[Judged]) -> Iterator[str]:
    groups: dict[Intent, list[Judged]] = defaultdict(list)
    for each in judged:
        groups[each.gold.intent].append(each)
    yield "by intent: right, at once, in three, sure and wrong, entities"
    for intent, own in sorted(groups.items()):
        named = [right for each in own for _, right in each.entities()]
        entities = f"{sum(named) / len(named):.2f}" if named else "–"
        rates = (
            sum(getattr(each, name) for each in own) / len(own)
            for name in ("right", "at_once", "in_three", "sure_and_wrong")
        )
        yield (
            f"  {intent} ({len(own)}): "
            + ", ".join(f"{rate:.2f}" for rate in rates)
            + f", {entities}"
        )


def _confusions(judged: Iterable[Judged]) -> Iterator[str]:
    wrong = Counter((each.gold.intent, each.found.intent) for each in judged if not each.right)
    yield "most confused: meant, taken for"
    for (meant, taken), number in wrong.most_common(25):
        yield f"  {meant}, {taken}: {number}"


def _as_text(line: Line, found: Understanding) -> str:
    """One line for people: what it is taken for, or what would be asked back, and why."""
    entities = json.dumps(found.entities.as_json(), ensure_ascii=False)
    doubt = "" if found.sure else f" ? or {', '.join(found.others)}"
    return f"{line.id}: {found.intent} {entities}{doubt}  [{'; '.join(found.why)}]"


def report(lines: Sequence[Line], *, as_json: bool) -> Iterator[str]:
    """What each line is taken for; not as JSON also the figures of those that have a label."""
    judged: list[Judged] = []
    for line in lines:
        found = understand(line.text, line.scene, explained=not as_json)
        if as_json:
            yield json.dumps({"id": line.id, **found.as_json()}, ensure_ascii=False)
            continue
        yield _as_text(line, found)
        if line.gold is not None:
            judged.append(Judged(line, line.gold, found))
    if judged:
        yield from figures(judged)


def read_file(path: Path, now: datetime | None = None) -> list[Line]:
    """The messages of a file, `now` where a scene has no time; raises OSError and ValueError."""
    return list(read_lines(iter(path.read_text(encoding="utf-8").split("\n")), path.name, now=now))


def readers(lines: Sequence[Line]) -> Iterator[str]:
    """What must be heard: how much of it patterns hear alone, the classifier alone, and both.

    A pattern hears what it asks about too; the classifier what it takes for likeliest.
    """
    hits: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if line.gold is None or line.gold.intent not in CRITICAL:
            continue
        message = read_message(line.text)
        hints = hints_of(message, line.scene)
        by_phrase = any(line.gold.allows(each.intent) for each in hints.heard)
        likeliest = classify(message, line.scene, hints).ranking[0]
        own = hits[line.gold.intent]
        own["all"] += 1
        own["patterns"] += by_phrase
        own["classifier"] += line.gold.allows(likeliest)
        own["both"] += judge(line).was_heard
    yield "critical: patterns alone, classifier alone, both with the arbiter (heard or asked back)"
    total = sum(hits.values(), Counter())
    for intent, own in (*sorted(hits.items()), ("all", total)):
        shares = (f"{own[name] / own['all']:.2f}" for name in ("patterns", "classifier", "both"))
        yield f"  {intent} ({own['all']}): {', '.join(shares)}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what patterns and classifier reach by themselves on files of labelled lines."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    wanted = parser.parse_args(arguments)
    lines = [line for path in wanted.files for line in read_file(path)]
    for row in readers(lines):
        sys.stdout.write(f"{row}\n")


if __name__ == "__main__":
    main()
