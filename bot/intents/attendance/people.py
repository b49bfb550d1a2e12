"""Whom an answer to "who comes?" is about: somebody by name or form of address, several, all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.intents.attendance.forms import (
    ALL,
    FEMALE,
    HER,
    HIM,
    KIN,
    LINKS,
    MALE,
    MYSELF,
    NUMBERS,
    PAIRS,
    POSSESSIVE,
    SAME_KIN,
    Line,
    fits,
    forms,
)
from bot.language.text import same


class Attendee(NamedTuple):
    """Somebody who is asked: key, what he is called, his name, and whether he types himself."""

    key: int
    called: str | None = None
    full_name: str | None = None
    sex: str | None = None
    is_self: bool = False
    address: str | None = None
    """How the bot addresses him, if he types himself ("bà")."""


Doubts = tuple[tuple[tuple[int, ...], str | None], ...]
"""Whom words may mean that fit several, each time with the word."""
Subject = tuple[int, frozenset[int], Doubts]
"""Where it ends, who is meant, and in doubt of whom."""


class Subjects:
    """Who is spoken of in a line, from each place on."""

    def __init__(self, line: Line, people: Sequence[Attendee]) -> None:
        self.line = line
        self.people = people
        self.everybody = frozenset(each.key for each in people)
        self._found: dict[int, list[Subject]] = {}

    def lists(self, at: int) -> list[Subject]:
        """Somebody, or several joined: "bà và ông", "má, tía"."""
        if at in self._found:
            return self._found[at]
        found: list[Subject] = list(self.everybody_at(at))
        # "có bà Tám đi": the có only opens the sentence.
        for start in {at} | self.line.any(at, forms("có, cả")):
            if start == at or not self._counts_all(start):
                found += self._one(start)
        level = list(found)
        for _ in range(3):
            more: list[Subject] = []
            for end, who, unclear in level:
                for start in self.line.any(end, LINKS) | {self.line.comma(end)} - {end}:
                    more += [
                        (stop, who | other, unclear + doubt)
                        for stop, other, doubt in self._one(start)
                    ]
            level = more
            found += more
        self._found[at] = list(dict.fromkeys(found))
        return self._found[at]

    def _counts_all(self, at: int) -> bool:
        """Whether a word is the number of all: the "ba" of "cả ba" is no "bà"."""
        return at < len(self.line.words) and any(
            count == len(self.everybody) and fits(self.line.words[at], word)
            for word, count in NUMBERS.items()
        )

    def everybody_at(self, at: int) -> list[Subject]:
        """All of them, or as many as are counted here."""
        found: list[Subject] = [(end, self.everybody, ()) for end in self.line.any(at, ALL)]
        for start in {at} | self.line.any(at, forms("cả, có, chỉ, chỉ có, hết")):
            if start >= len(self.line.words):
                continue
            whole = start > at and fits(self.line.words[at], "cả")
            for word, count in NUMBERS.items():
                end = self.line.form(start, (word,))
                if end is None and self.line.words[start] == str(count):
                    end = start + 1
                if end is None:
                    continue
                for word_of_kin in KIN:
                    # "hai bà", if so many of them are called so
                    alike = self._called(word_of_kin)
                    stop = self.line.form(end, (word_of_kin,))
                    if stop is not None and count == len(alike):
                        found.append((stop, frozenset(alike), ()))
                persons = self.line.any(end, forms("người, đứa, ông bà, vợ chồng, mẹ con, má con"))
                both = word == "both"
                for stop in persons | ({end} if whole or both else set()):
                    if count == len(self.everybody):
                        found.append((stop, self.everybody, ()))
                    elif count < len(self.everybody):
                        doubt = ((tuple(sorted(self.everybody)), None),)
                        found.append((stop, frozenset(), doubt))
        return found

    def _one(self, at: int) -> list[Subject]:
        found: list[Subject] = []
        for each in self.people:
            for name in _names(each):
                end = self.line.form(at, tuple(name.lower().split()))
                if end is not None:
                    found.append((end, frozenset((each.key,)), ()))
        own = [each for each in self.people if each.is_self]
        if own:
            me = frozenset((own[0].key,))
            found += [(end, me, ()) for end in self.line.any(at, MYSELF)]
        found += self._spoken_of_before(at)
        for first, second in PAIRS:
            for start in {at} | self.line.any(at, forms("hai, cả hai, 2")):
                end = self.line.form(start, (first, second))
                if end is None:
                    continue
                one, other = self._kin(first), self._kin(second)
                if one and other:
                    settled = [each for each in (one, other) if len(each) == 1]
                    doubt = tuple(
                        (each, word)
                        for each, word in ((one, first), (other, second))
                        if len(each) > 1
                    )
                    who = frozenset(each[0] for each in settled)
                    found.append((end, who, doubt))
        for word in KIN:
            end = self.line.form(at, (word,))
            if end is None:
                continue
            alike = self._kin(word)
            if not alike:
                continue
            # Somebody else's "bà Tư" is no "bà".
            for stop in {end} | self.line.any(end, POSSESSIVE):
                if len(alike) == 1:
                    found.append((stop, frozenset(alike), ()))
                else:
                    found.append((stop, frozenset(), ((alike, word),)))
        # A person called in full ("bà ngoại") is meant before a bare form is.
        longest = {each[0] for each in found if each[1] and not each[2]}
        return [each for each in found if not each[2] or each[0] not in longest]

    def _spoken_of_before(self, at: int) -> list[Subject]:
        """ "ổng" is the one man beside who writes; of several it is asked."""
        found: list[Subject] = []
        for sex, words in (("male", HIM), ("female", HER)):
            those = tuple(each.key for each in self.people if each.sex == sex and not each.is_self)
            for end in self.line.any(at, words) if those else ():
                if self.line.words[at].isascii():
                    continue
                who = frozenset(those) if len(those) == 1 else frozenset[int]()
                found.append((end, who, () if who else ((those, self.line.words[at]),)))
        return found

    def called_so(self, word: str) -> bool:
        """Whether anybody is called so, himself included."""
        return bool(self._alike(word)) or any(
            each.is_self and each.address and same(each.address) == same(word)
            for each in self.people
        )

    def _called(self, word: str) -> tuple[int, ...]:
        """All who are called by a form of address."""
        return tuple(each.key for each in self._alike(word))

    def _alike(self, word: str) -> list[Attendee]:
        hits = []
        for each in self.people:
            called = (each.called or "").lower().split()
            forms = called if called else [each.address or ""] if each.is_self else []
            alike = SAME_KIN.get(word, (word,))
            if any(same(form) == same(kin) for form in forms for kin in alike) or (
                not called and each.sex and word in (FEMALE if each.sex == "female" else MALE)
            ):
                hits.append(each)
        return hits

    def _kin(self, word: str) -> tuple[int, ...]:
        """Whom a bare form of address may mean."""
        hits = self._alike(word)
        if len(hits) > 1:
            # "bà" beside "bà ngoại" and "bà Tám" is the own grandmother; two own ones are asked.
            own = [each for each in hits if _is_kin(each.called)]
            hits = own if own else hits
        return tuple(each.key for each in hits)


def _is_kin(called: str | None) -> bool:
    words = (called or "").lower().split()
    return bool(words) and all(any(same(word) == same(form) for form in KIN) for word in words)


def _names(each: Attendee) -> set[str]:
    """What may be typed for a person: called, the full name, form of address and given name."""
    names = {name for name in (each.called, each.full_name) if name}
    if each.full_name and len(each.full_name.split()) > 1:
        given = each.full_name.split()[-1]
        forms = FEMALE if each.sex == "female" else MALE if each.sex == "male" else ()
        names |= {f"{form} {given}" for form in (*forms, "bác", "cụ")}
    if each.called and not _is_kin(each.called) and len(each.called.split()) == 2:
        names.add(each.called.split()[-1])
    if each.is_self and each.full_name:
        names.add(each.full_name.split()[-1])
    return names
