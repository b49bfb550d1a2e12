"""Patterns over words: each word of a pattern matches with its accents or with none at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.intents.message import canonical
from bot.language.text import fold, nfc

_WORD = re.compile(r"(?<!\\)[^\W\d_]+", re.UNICODE)


def _either(found: re.Match[str]) -> str:
    return _both(found[0])


@lru_cache(maxsize=4096)
def _both(word: str) -> str:
    if word.isascii():
        return word
    exact, bare = canonical(word), fold(word)
    places = [at for at, letter in enumerate(exact) if letter != bare[at : at + 1]]
    if len(exact) != len(bare) or len(places) != 1:
        return f"(?:{exact}|{bare})"
    # The same, and quicker: one letter has the accents.
    at = places[0]
    return f"{exact[:at]}[{exact[at]}{bare[at]}]{exact[at + 1 :]}"


def written(pattern: str) -> str:
    """A pattern in which every word stands for itself with and without its accents.

    Patterns are written in lower case with the spelling of the table of short forms: "không" and
    never "hông". `\\w`, `\\d` and the like keep their meaning.
    """
    return _WORD.sub(_either, nfc(pattern))


class Phrases:
    """Several patterns, of which any may stand anywhere between whole words."""

    def __init__(self, *patterns: str) -> None:
        self._patterns = patterns

    @property
    def _regex(self) -> re.Pattern[str]:
        return _compiled(self._patterns)

    def find(self, line: str, start: int = 0) -> re.Match[str] | None:
        """The first place from a letter on where one of the patterns stands in a line of words."""
        return self._regex.search(line, start)

    def stand_in(self, line: str) -> bool:
        """Whether one of the patterns stands in a line of words.

        A pattern is looked for, and made ready, where a word stands without which it can't match:
        of hundreds of patterns most are never needed, and making all of them ready takes longer
        than anything else at a start.
        """
        always, by_word = _by_own_words(self._patterns)
        if any(_compiled((each,)).search(line) for each in always):
            return True
        return any(
            _compiled((each,)).search(line)
            for word in _words(line) & by_word.keys()
            for each in by_word[word]
        )

    def remove(self, line: str) -> str:
        """A line without the words of the patterns."""
        return " ".join(self._regex.sub(" ", line).split())

    def whole(self, line: str) -> re.Match[str] | None:
        """Whether a whole line is one of the patterns."""
        return self._regex.fullmatch(line)


@lru_cache(maxsize=1024)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(written(each) for each in patterns)})(?!\w)")


@lru_cache(maxsize=128)
def _words(line: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(line))


_TOKEN = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[()|]|\\.|\[[^\]]*\]")
_OFTEN = re.compile(r"[?*+]|\{[^}]*\}")
_MAYBE = ("?", "*", "{0", "{,")
_GAP = re.compile(r" (?![?*{])")
_WHOLE = re.compile(r"(?<= )[^\W\d_]+(?= (?![?*{]))")
_COMMON = frozenset(
    "không có là bà ông con tôi tui má em anh chị người đi rồi được cho này đó gì the a to".split()
)
_UNKNOWN = "\x00"
"""Stands where something begins or ends in the middle of a word, as far as can be told."""


class _Group(NamedTuple):
    """What stands in brackets, and where in the pattern, with how often it does."""

    start: int
    end: int
    alternatives: tuple[str, ...]
    is_optional: bool

    @property
    def begins_apart(self) -> bool:
        return all(each.startswith(" ") for each in self.alternatives)

    @property
    def ends_apart(self) -> bool:
        return all(each.endswith(" ") for each in self.alternatives)


def _alternatives(pattern: str) -> Iterator[str]:
    """What a pattern may be, as far as no brackets are around it."""
    depth = start = 0
    for part in _PARTS.finditer(pattern):
        depth += (part[0] == "(") - (part[0] == ")")
        if part[0] == "|" and not depth:
            yield pattern[start : part.start()]
            start = part.end()
    yield pattern[start:]


def _groups(pattern: str) -> Iterator[_Group]:
    depth = start = inside = 0
    alternatives: list[str] = []
    for part in _PARTS.finditer(pattern):
        sign = part[0]
        if sign == "(":
            if not depth:
                start, inside, alternatives = part.start(), part.end(), []
            depth += 1
        elif sign in "|)" and depth == 1:
            alternatives.append(pattern[inside : part.start()])
            inside = part.end()
        if sign == ")":
            depth -= 1
            if not depth:
                alternatives[0] = alternatives[0].removeprefix("?:")
                looks_around = alternatives[0].startswith("?")
                often = _OFTEN.match(pattern, inside)
                is_optional = looks_around or (often is not None and often[0][:2] in _MAYBE)
                found = ("",) if looks_around else tuple(alternatives)
                yield _Group(start, often.end() if often else inside, found, is_optional)


def _own_words(pattern: str, before: str = " ", after: str = " ") -> frozenset[str]:
    """Words of which one must stand wherever a pattern without alternatives stands; none if unknown.

    `before` and `after`: a space where a word is known to begin or to end there.
    """
    whole = _WHOLE.findall(f"{before}{pattern}{after}") if "(" not in pattern else []
    if whole:
        return _rarest(whole)
    groups = list(_groups(pattern))
    flat, place = before, 0
    starts = []
    for group in groups:
        flat += pattern[place : group.start]
        # What may be missing tells nothing of the letter before it where another follows.
        near, far = pattern[: group.start][-1:], pattern[group.end : group.end + 1]
        begins = group.begins_apart and (not group.is_optional or far in ("", " ", "("))
        ends = group.ends_apart and (not group.is_optional or near in ("", " "))
        flat += " " if begins else ""
        starts.append(len(flat))
        flat += _UNKNOWN + (" " if ends else "")
        place = group.end
    flat += pattern[place:] + after
    whole = _WHOLE.findall(flat)
    if whole:
        return _rarest(whole)
    found: list[frozenset[str]] = []
    for group, at in zip(groups, starts, strict=True):
        if not group.is_optional:
            own = _own_words_of_any(
                group.alternatives,
                " " if flat[at - 1] == " " else _UNKNOWN,
                " " if _GAP.match(flat, at + 1) else _UNKNOWN,
            )
            found += [own] if own else []
    return min(found, key=lambda words: (len(words & _COMMON), len(words)), default=frozenset())


def _rarest(words: list[str]) -> frozenset[str]:
    """One of some words, the longest of those that aren't said all the time."""
    return frozenset((min(words, key=lambda word: (word in _COMMON, -len(word))),))


def _own_words_of_any(patterns: tuple[str, ...], before: str, after: str) -> frozenset[str]:
    own = [_own_words(each, before, after) for each in patterns]
    return frozenset().union(*own) if all(own) else frozenset()


@lru_cache(maxsize=128)
def _by_own_words(patterns: tuple[str, ...]) -> tuple[list[str], dict[str, list[str]]]:
    """Patterns that have no word of their own, and the others by such words, typed either way."""
    always: list[str] = []
    by_word: dict[str, list[str]] = {}
    for pattern in patterns:
        for each in _alternatives(nfc(pattern)):
            own = _own_words(each)
            if not own:
                always.append(each)
            for typed in {form for word in own for form in (canonical(word), fold(word))}:
                by_word.setdefault(typed, []).append(each)
    return always, by_word
