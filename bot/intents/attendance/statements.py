"""Statements in an answer to "who comes?": who × comes or not, one after the other."""

from __future__ import annotations

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
from bot.intents.attendance.people import Subject, Subjects
from bot.intents.attendance.predicates import Predicates

CONDITION_WORDS = 6


class Clause(NamedTuple):
    """One statement: whom it is about (None: nobody named), what it says."""

    people: frozenset[int] | None
    says: str
    """yes, no, unsure, ok (a bare yes), stop, dead"""
    unclear: tuple[tuple[tuple[int, ...], str | None], ...] = ()
    goes: bool = True
    others: str | None = None
    """What it says of all the others: "chỉ có bà Tám đi", "trừ ông ra ai cũng đi"."""


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

    def _clauses(self, at: int) -> list[tuple[int, Clause]]:
        found: list[tuple[int, Clause]] = []
        for end, says, goes in self.predicates.at(at):
            found.append((end, Clause(None, says, goes=goes)))
            # "đi hết", "đi được cả hai"
            if says in ("yes", "no"):
                for after in self.line.any(end, ALL_AFTER):
                    found.append((after, Clause(self.subjects.everybody, says)))
                for stop, who, unclear in self.subjects.everybody_at(end):
                    found.append((stop, Clause(who, says, unclear)))
                # "đi: bà với ông", "đi hết trừ ông"
                if self.line.comma(end) > end:
                    for stop, who, unclear in self.subjects.lists(self.line.comma(end)):
                        found.append((stop, Clause(who, says, unclear)))
                for all_end in {end} | self.line.any(end, ALL_AFTER):
                    for stop, spared in self._spared(all_end):
                        found.append((stop, self._all_but(spared, says)))
        for end in self.line.any(at, NOBODY):
            for stop, says, goes in self.predicates.at(end):
                if says == "yes" and goes:
                    found.append((stop, Clause(self.subjects.everybody, "no")))
        for start in self.line.any(at, ONLY):
            for end, who, unclear in self.subjects.lists(start):
                for begin in {end} | self.line.any(end, TOPIC):
                    for stop, says, goes in self.predicates.at(begin):
                        if says in OPPOSITE and not unclear:
                            clause = Clause(who, says, unclear, goes, OPPOSITE[says])
                            found.append((stop, clause))
        for end in self.line.any(at, REST):
            for begin in {end} | self.line.any(end, TOPIC):
                for stop, says, goes in self.predicates.at(begin):
                    if says in (*OPPOSITE, "unsure"):
                        found.append((stop, Clause(frozenset(), says, (), goes, says)))
        for end, spared in self._spared(at):
            for begin, who, _ in self.subjects.everybody_at(self.line.comma(end)):
                if who != self.subjects.everybody:
                    continue
                for start in {begin} | self.line.any(begin, TOPIC):
                    for stop, says, _ in self.predicates.at(start):
                        if says in OPPOSITE:
                            found.append((stop, self._all_but(spared, says)))
        for end, who, unclear in self.subjects.lists(at):
            found += [(stop, Clause(who, "same", unclear)) for stop in self.line.any(end, SAME)]
            for start in {end} | self.line.any(end, TOPIC):
                for stop, says, goes in self.predicates.at(start):
                    if says == "ok":
                        continue
                    clause = Clause(who, says, unclear, goes)
                    found.append((stop, clause))
                    if who == self.subjects.everybody:
                        found += [(last, clause) for last in self.line.any(stop, ALL_AFTER)]
                for stop in self.line.any(start, DEATH):
                    found.append((stop, Clause(who, "dead", unclear)))
            found += self._conditions(end, who, unclear)
        for end in self.line.any(at, CONDITION):
            found += self._conditions(end, None, ())
        for end in self.line.any(at, IF_WELL):
            for start in self.line.any(end, THEN):
                for stop, says, goes in self.predicates.at(start):
                    if says in ("yes", "no") and goes:
                        found.append((stop, Clause(None, "unsure")))
        return found

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

    def _conditions(
        self, at: int, who: frozenset[int] | None,
        unclear: tuple[tuple[tuple[int, ...], str | None], ...],
    ) -> list[tuple[int, Clause]]:  # fmt: skip
        """ "bà khỏe thì đi": whoever comes on a condition doesn't know yet."""
        found: list[tuple[int, Clause]] = []
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
