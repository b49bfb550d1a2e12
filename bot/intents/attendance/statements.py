"""Statements in an answer to "who comes?": who × comes or not, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bot.intents.attendance.forms import (
    ALL_AFTER,
    BEGIN,
    CONDITION,
    DEATH,
    END,
    EXCEPT,
    IF_WELL,
    JOINTS,
    NO_CONDITION,
    NOBODY,
    ONLY,
    OPPOSITE,
    REST,
    SAME,
    THEN,
    TOPIC,
    Line,
    fits,
    forms,
)
from bot.intents.attendance.people import Doubts, Subject, Subjects
from bot.intents.attendance.predicates import Predicates

CONDITION_WORDS = 6


class Clause(NamedTuple):
    """One statement: whom it is about (None: nobody named), what it says."""

    people: frozenset[int] | None
    says: str
    """yes, no, unsure, ok (a bare yes), stop, dead"""
    unclear: Doubts = ()
    goes: bool = True
    others: str | None = None
    """What it says of all the others: "chỉ có bà Tám đi", "trừ ông ra ai cũng đi"."""


Found = tuple[int, Clause]
"""Where a statement ends, and the statement."""


class Statements:
    """All readings of a sentence; the one with the fewest statements counts."""

    def __init__(self, line: Line, subjects: Subjects, predicates: Predicates) -> None:
        self.line = line
        self.subjects = subjects
        self.predicates = predicates
        self._whole: dict[int, list[tuple[Clause, ...]]] = {}

    def read(self) -> list[tuple[Clause, ...]]:
        """The readings that take in every word."""
        starts = {0}
        for _ in range(3):
            starts |= {end for at in starts for end in self.line.any(at, BEGIN, commas=True)}
        found: list[tuple[Clause, ...]] = []
        for start in sorted(starts):
            found += self._sentences(start)
        return found

    def _sentences(self, at: int) -> list[tuple[Clause, ...]]:
        if at in self._whole:
            return self._whole[at]
        self._whole[at] = []
        found: list[tuple[Clause, ...]] = []
        for end, clause in self._clauses(at):
            for stop in self._ends(end):
                if stop >= len(self.line.words):
                    found.append((clause,))
                    continue
                for following in {stop, self.line.comma(stop)}:
                    if following >= len(self.line.words):
                        continue
                    nexts = {following} | self.line.any(following, JOINTS)
                    for start in nexts:
                        found += [(clause, *rest) for rest in self._sentences(start)]
        self._whole[at] = found[:200]
        return self._whole[at]

    def _ends(self, at: int) -> set[int]:
        """Where a statement may end, with the courtesies after it."""
        ends = {at}
        for _ in range(3):
            ends |= {
                end
                for start in ends
                for begin in (start, self.line.comma(start))
                for end in self.line.any(begin, END)
            }
        return ends

    def _clauses(self, at: int) -> list[Found]:
        """Each statement that may begin at a word, and where it ends."""
        found: list[Found] = []
        for end, says, goes in self.predicates.at(at):
            found.append((end, Clause(None, says, goes=goes)))
            if says in ("yes", "no"):
                found += self._said_first(end, says)
        found += self._of_nobody(at)
        found += self._of_one_alone(at)
        found += self._of_the_rest(at)
        found += self._of_all_but_some(at)
        for end, who, unclear in self.subjects.lists(at):
            found += self._of_some(end, who, unclear)
            found += self._conditions(end, who, unclear)
        for end in self.line.any(at, CONDITION):
            found += self._conditions(end, None, ())
        found += self._if_well(at)
        return found

    def _said_first(self, end: int, says: str) -> Iterator[Found]:
        """Whom a yes or no before them is about: "đi hết", "đi: bà với ông", "đi hết trừ ông"."""
        everybody = self.subjects.everybody
        for after in self.line.any(end, ALL_AFTER):
            yield after, Clause(everybody, says)
        for stop, who, unclear in self.subjects.everybody_at(end):
            yield stop, Clause(who, says, unclear)
        if self.line.comma(end) > end:
            for stop, who, unclear in self.subjects.lists(self.line.comma(end)):
                yield stop, Clause(who, says, unclear)
        for all_end in {end} | self.line.any(end, ALL_AFTER):
            for stop, spared in self._spared(all_end):
                yield stop, self._all_but(spared, says)

    def _of_nobody(self, at: int) -> Iterator[Found]:
        for end in self.line.any(at, NOBODY):
            for stop, says, goes in self.predicates.at(end):
                if says == "yes" and goes:
                    yield stop, Clause(self.subjects.everybody, "no")

    def _of_one_alone(self, at: int) -> Iterator[Found]:
        """ "chỉ có bà Tám đi": the others don't."""
        for start in self.line.any(at, ONLY):
            for end, who, unclear in self.subjects.lists(start):
                for stop, says, goes in self._predicates_behind(end):
                    if says in OPPOSITE and not unclear:
                        yield stop, Clause(who, says, unclear, goes, OPPOSITE[says])

    def _of_the_rest(self, at: int) -> Iterator[Found]:
        for end in self.line.any(at, REST):
            for stop, says, goes in self._predicates_behind(end):
                if says in (*OPPOSITE, "unsure"):
                    yield stop, Clause(frozenset(), says, (), goes, says)

    def _of_all_but_some(self, at: int) -> Iterator[Found]:
        """ "trừ ông ra ai cũng đi"."""
        for end, spared in self._spared(at):
            for begin, who, _ in self.subjects.everybody_at(self.line.comma(end)):
                if who != self.subjects.everybody:
                    continue
                for stop, says, _goes in self._predicates_behind(begin):
                    if says in OPPOSITE:
                        yield stop, self._all_but(spared, says)

    def _of_some(self, end: int, who: frozenset[int], unclear: Doubts) -> Iterator[Found]:
        for stop in self.line.any(end, SAME):
            yield stop, Clause(who, "same", unclear)
        for start in {end} | self.line.any(end, TOPIC):
            for stop, says, goes in self.predicates.at(start):
                if says == "ok":
                    continue
                clause = Clause(who, says, unclear, goes)
                yield stop, clause
                if who == self.subjects.everybody:
                    yield from ((last, clause) for last in self.line.any(stop, ALL_AFTER))
            for stop in self.line.any(start, DEATH):
                yield stop, Clause(who, "dead", unclear)

    def _if_well(self, at: int) -> Iterator[Found]:
        """ "khỏe thì đi": of nobody by name."""
        for end in self.line.any(at, IF_WELL):
            for start in self.line.any(end, THEN):
                for stop, says, goes in self.predicates.at(start):
                    if says in ("yes", "no") and goes:
                        yield stop, Clause(None, "unsure")

    def _predicates_behind(self, end: int) -> Iterator[tuple[int, str, bool]]:
        """What is said behind somebody, with or without a "thì" between."""
        for start in {end} | self.line.any(end, TOPIC):
            yield from self.predicates.at(start)

    def _spared(self, at: int) -> list[tuple[int, frozenset[int]]]:
        """ "trừ ông ra": of whom the opposite is said."""
        return [
            (stop, who)
            for start in self.line.any(at, EXCEPT)
            for end, who, unclear in self.subjects.lists(start)
            if not unclear
            for stop in {end} | self.line.any(end, forms("ra"))
        ]

    @staticmethod
    def _all_but(spared: frozenset[int], says: str) -> Clause:
        return Clause(spared, OPPOSITE[says], (), True, says)

    def _conditions(self, at: int, who: frozenset[int] | None, unclear: Doubts) -> list[Found]:
        """ "bà khỏe thì đi": whoever comes on a condition doesn't know yet."""
        found: list[Found] = []
        for then in range(at + 1, min(at + CONDITION_WORDS, len(self.line.words)) + 1):
            if any(fits(self.line.words[then - 1], word) for word in NO_CONDITION):
                break
            for start in self.line.any(then, THEN):
                subjects: list[Subject] = [(start, who or frozenset(), unclear)]
                subjects += self.subjects.lists(start)
                for begin, named, doubt in subjects:
                    for stop, says, goes in self.predicates.at(begin):
                        if says in ("yes", "no") and goes:
                            people = named or who
                            found.append((stop, Clause(people or None, "unsure", doubt)))
        return found
