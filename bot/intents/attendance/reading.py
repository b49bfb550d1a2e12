"""Answers to "who comes?" as people type them: "bà đi, ông không", "cả ba đi được".

A closed grammar: who × comes or not, with the courtesies and the reason people add. Whatever
holds one word more is no answer, since a wrong note sends somebody to a meeting or keeps a chair
empty.
"""

from __future__ import annotations

import re
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


_CHANGED_HIS_MIND = Pattern(
    r"(?<![,\s])[,\s]+(?:đã )?(?:đổi ý|doi y|nghĩ lại|nghi lai)(?: (?:rồi|roi))?(?:[,\s]+(?:là |nói )?|$)",
    re.IGNORECASE,
)
""" "ổng đổi ý rồi, đi luôn": what he says now is what counts."""


_REMEMBERS = Pattern(
    r"^(?:dạ |da )?(?:(?:à|ủa|ý|a|ua) )?(?:quên|quen)(?: (?:mất|mat|nói|noi|rồi|roi))*(?: (?:con|cháu|em))?[,\s]+"
    r"(?=\S+ \S+)",
    re.IGNORECASE,
)
""" "à quên, chị Hai không đi được"."""


def read_attendance(
    text: str,
    people: Sequence[Attendee],
    asked: Iterable[int] | None = None,
    *,
    kind: str | None = None,
    come: tuple[str, ...] = (),
) -> AttendanceReading:
    """Who comes, by what was typed.

    `people` may be named; what names nobody speaks for those `asked` (all of them by default).
    A bare yes ("dạ") speaks for one person only, a bare "thôi" is a no for one. `kind` is that of
    the event that is asked about: "đi khám" is no answer where people meet. `come`
    are the verbs with which it was asked ("đi dọn", "come and cook").
    """
    words = tokens(_CHANGED_HIS_MIND.sub(" ", _REMEMBERS.sub("", text)))
    keys = [each.key for each in people]
    wanted = list(asked) if asked is not None else keys
    if not words or not keys or len(words) > LONGEST or "?" in text:
        return AttendanceReading()
    line = Line(words)
    subjects = Subjects(line, people)
    readings = Statements(line, subjects, Predicates(line, subjects, kind, come)).read()
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


class _ContradictionError(Exception):
    """Statements that can't all be so."""


class _Settling:
    """The statements of a sentence, taken one after the other for one reading."""

    def __init__(self) -> None:
        self.answers: dict[int, str] = {}
        self.unclear: list[Unclear] = []
        self.deceased: set[int] = set()
        self.others: str | None = None
        self.nameless: list[str] = []
        """What is said of nobody by name."""
        self.previous: Clause | None = None
        self.named = False

    def settle(
        self, clauses: Sequence[Clause], asked: list[int], everybody: list[int]
    ) -> AttendanceReading:
        """All of them as one reading; raises `_ContradictionError`."""
        for clause in clauses:
            if clause.people is not None:
                self._of_somebody(clause, clause.people)
            elif clause.says == "ok" and len(clauses) > 1:
                # "dạ, đi được": a courtesy before what counts.
                continue
            else:
                self._of_nobody(clause, asked)
        if self.others is not None:
            self.answers = dict.fromkeys(everybody, self.others) | self.answers
        if self.nameless:
            self.answers = dict.fromkeys(asked, self._said_of_all())
        if self.deceased:
            self.answers, self.unclear = {}, []
        goes = any(clause.goes for clause in clauses)
        deceased = frozenset(self.deceased)
        return AttendanceReading(self.answers, tuple(self.unclear), deceased, self.named, goes)

    def _of_nobody(self, clause: Clause, asked: list[int]) -> None:
        says = {"ok": "yes", "stop": "no"}.get(clause.says, clause.says)
        if self.named:
            self._once_more(clause, says)
            return
        if clause.says in ("ok", "stop") and len(asked) != 1:
            raise _ContradictionError
        self.nameless.append(says)
        self.previous = clause

    def _once_more(self, clause: Clause, says: str) -> None:
        """What is said again of those who were named."""
        previous = self.previous
        if previous is None:
            raise _ContradictionError
        if previous.says == says or (says, previous.says) == ("unlikely", "no"):
            # "bà mệt, chắc không đi được": the reason says that she doesn't.
            return
        # "ông mệt nhưng cũng đi": what he does counts, not how he is.
        if previous.goes or not clause.goes or not previous.people:
            raise _ContradictionError
        self.answers |= dict.fromkeys(previous.people, says)

    def _of_somebody(self, clause: Clause, people: frozenset[int]) -> None:
        if self.nameless:
            raise _ContradictionError
        says = clause.says
        if says == "same":
            if self.previous is None or self.previous.says not in ("yes", "no", "unsure"):
                raise _ContradictionError
            says = self.previous.says
        if says == "unlikely":
            says = "unsure"
        if says == "stop" or (says == "dead" and clause.unclear):
            raise _ContradictionError
        self.named = True
        self.previous = clause._replace(says=says)
        if says == "dead":
            self.deceased |= people
            return
        self.unclear += [Unclear(says, several, word) for several, word in clause.unclear]
        if any(self.answers.get(key, says) != says for key in people):
            raise _ContradictionError
        self.answers |= dict.fromkeys(people, says)
        if clause.others is not None:
            if self.others is not None:
                raise _ContradictionError
            self.others = clause.others

    def _said_of_all(self) -> str:
        told = {says for says in self.nameless if says != "unlikely" or "no" not in self.nameless}
        if len(told) > 1:
            raise _ContradictionError
        says = told.pop()
        return "unsure" if says == "unlikely" else says


def _settle(
    clauses: Sequence[Clause], asked: list[int], everybody: list[int]
) -> AttendanceReading | None:
    """The statements as one reading; None where they contradict each other."""
    try:
        return _Settling().settle(clauses, asked, everybody)
    except _ContradictionError:
        return None


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
