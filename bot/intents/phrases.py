"""Patterns over words: each word of a pattern matches with its accents or with none at all."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.intents.message import canonical
from bot.language.text import fold, nfc

_WORD = re.compile(r"(?<!\\)[^\W\d_]+", re.UNICODE)


def _either(found: re.Match[str]) -> str:
    word = found[0]
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

    def find(self, line: str) -> re.Match[str] | None:
        """The first place where one of the patterns stands in a line of words."""
        return self._regex.search(line)

    def remove(self, line: str) -> str:
        """A line without the words of the patterns."""
        return " ".join(self._regex.sub(" ", line).split())

    def whole(self, line: str) -> re.Match[str] | None:
        """Whether a whole line is one of the patterns."""
        return self._regex.fullmatch(line)


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(written(each) for each in patterns)})(?!\w)")
