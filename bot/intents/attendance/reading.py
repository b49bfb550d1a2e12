"""Answers to "who comes?" as people type them: "bà đi, ông không", "cả ba đi được".

A closed grammar: who × comes or not, with the courtesies and the reason people add. Whatever
holds one word more is no answer, since a wrong note sends somebody to a meeting or keeps a chair
empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.intents.attendance.forms import KIN, Line, fits, tokens
from bot.intents.attendance.people import Attendee, Subjects
from bot.intents.attendance.predicates import Predicates
from bot.intents.attendance.statements import Clause, Statements
from bot.language.patterns import Pattern
from bot.language.text import clean, fold

LONGEST = 24
"""Words: a longer text tells a story."""


class Unclear(NamedTuple):
    """Words that fit several of the persons: who of them gave this answer must be asked."""

    answer: str
    people: tuple[int, ...]
    word: str | None = None
    """The form of address that was typed ("bà"), None for "hai người"."""


@dataclass(frozen=True)
class AttendanceReading:
    """Who said what: person's key → yes, no or unsure; empty when it isn't such an answer."""

    answers: dict[int, str] = field(default_factory=dict)
    unclear: tuple[Unclear, ...] = ()
    deceased: frozenset[int] = frozenset()
    """Of whom the text says that he died."""
    named: bool = False
    """Whether it names somebody."""
    goes: bool = False
    """Whether it says to come or not to come in so many words, not with a bare yes or no."""

    def __bool__(self) -> bool:
        return bool(self.answers or self.unclear or self.deceased)


def read_attendance(
    text: str,
    people: Sequence[Attendee],
    asked: Iterable[int] | None = None,
    *,
    kind: str | None = None,
) -> AttendanceReading:
    """Who comes, by what was typed.

    `people` may be named; what names nobody speaks for those `asked` (all of them by default).
    A bare yes ("dạ") speaks for one person only, a bare "thôi" is a no for one. `kind` is that of
    the event that is asked about: "đi khám" is no answer where people meet.
    """
    words = tokens(text)
    keys = [each.key for each in people]
    wanted = list(asked) if asked is not None else keys
    if not words or not keys or len(words) > LONGEST or "?" in text:
        return AttendanceReading()
    line = Line(words)
    subjects = Subjects(line, people)
    readings = Statements(line, subjects, Predicates(line, subjects, kind)).read()
    fewest = 99
    found: list[AttendanceReading] = []
    for clauses in sorted(readings, key=len):
        if len(clauses) > fewest:
            break
        reading = _settle(clauses, wanted, keys)
        if reading is not None and reading not in found:
            found.append(reading)
            fewest = len(clauses)
    return _agreed(found)


def _agreed(found: list[AttendanceReading]) -> AttendanceReading:
    """What all readings share; "ba di" may be bà or ba, and then who it is must be asked."""
    sure = [each for each in found if not each.unclear] or found
    if not sure:
        return AttendanceReading()
    if len(sure) == 1 or all(each.answers == sure[0].answers for each in sure):
        return sure[0]
    said = {answer for each in sure for answer in each.answers.values()}
    people = {key for each in sure for key in each.answers}
    if len(said) == 1 and not any(each.deceased for each in sure):
        return AttendanceReading(
            unclear=(Unclear(said.pop(), tuple(sorted(people))),), named=True, goes=True
        )
    return AttendanceReading()


def _settle(
    clauses: Sequence[Clause], asked: list[int], everybody: list[int]
) -> AttendanceReading | None:
    """The statements as one reading; None where they contradict each other."""
    answers: dict[int, str] = {}
    unclear: list[Unclear] = []
    deceased: set[int] = set()
    named = False
    previous: Clause | None = None
    nameless: list[str] = []
    others: str | None = None
    for clause in clauses:
        if clause.people is None:
            if clause.says == "ok" and (previous is not None or len(clauses) > 1):
                # "dạ, đi được": a courtesy before what counts.
                continue
            says = {"ok": "yes", "stop": "no"}.get(clause.says, clause.says)
            if named:
                if previous is None:
                    return None
                if previous.says == says or (says, previous.says) == ("unlikely", "no"):
                    # "bà mệt, chắc không đi được": the reason says that she doesn't.
                    continue
                # "ông mệt nhưng cũng đi": what he does counts, not how he is.
                if previous.goes or not clause.goes or not previous.people:
                    return None
                answers |= dict.fromkeys(previous.people, says)
                continue
            nameless.append(says)
            if clause.says in ("ok", "stop") and len(asked) != 1:
                return None
            previous = clause
            continue
        if nameless:
            return None
        named = True
        if clause.says == "same":
            if previous is None or previous.says not in ("yes", "no", "unsure"):
                return None
            clause = clause._replace(says=previous.says)
        if clause.says == "unlikely":
            clause = clause._replace(says="unsure")
        previous = clause
        if clause.says == "stop":
            return None
        assert clause.people is not None
        if clause.says == "dead":
            if clause.unclear:
                return None
            deceased |= clause.people
            continue
        for people, word in clause.unclear:
            unclear.append(Unclear(clause.says, people, word))
        for key in clause.people:
            if answers.get(key, clause.says) != clause.says:
                return None
            answers[key] = clause.says
        if clause.others is not None:
            if others is not None:
                return None
            others = clause.others
    if others is not None:
        answers = dict.fromkeys(everybody, others) | answers
    if nameless:
        told = {says for says in nameless if says != "unlikely" or "no" not in nameless}
        if len(told) > 1:
            return None
        says = told.pop()
        answers = dict.fromkeys(asked, "unsure" if says == "unlikely" else says)
    if deceased:
        answers = {}
        unclear = []
    goes = any(clause.goes for clause in clauses)
    return AttendanceReading(answers, tuple(unclear), frozenset(deceased), named, goes)


def strangers(text: str, people: Sequence[Attendee]) -> list[str]:
    """Forms of address in a text that are none of the persons': "ông" where only bà is asked."""
    subjects = Subjects(Line(tokens(text)), people)
    found: list[str] = []
    for word in subjects.line.words:
        forms = [kin for kin in KIN if fits(word, kin)]
        if forms and not any(subjects.called_so(kin) for kin in forms) and forms[0] not in found:
            found.append(forms[0])
    return found


_ALIVE = Pattern(
    r"\b(?:con song|chua (?:mat|chet|qua doi)|(?:khong|hong) (?:co )?(?:mat|chet) (?:dau|ma)"
    r"|(?:nhan|bao|noi|ghi) (?:lon|nham)|still alive|not dead)\b"
)


def takes_death_back(text: str) -> bool:
    """Whether it says that somebody is alive after all: "lộn rồi, bà ngoại còn sống"."""
    return "?" not in text and bool(_ALIVE.search(fold(clean(text))))
