"""Regular expressions that wait until they are needed: of some hundred a message asks a few."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A regular expression that is compiled when it is first asked, and then asked as any other.

    Compiling all of them took longer than anything else at a start.
    """

    def __init__(self, expression: str, flags: int = 0) -> None:
        self._expression, self._flags = expression, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.written_out(), self._flags)

    def written_out(self) -> str:
        """The expression that is compiled; a kind of pattern may write its own."""
        return self._expression

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place in a text, from `start` on."""
        return self._compiled.search(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What stands at the beginning, or at `start`."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Whether it is the whole text, or all of it from `start` to `end`."""
        return self._compiled.fullmatch(text, start, end)

    def findall(self, text: str) -> list[str]:
        """What stands there, place by place; of a pattern with one group that group."""
        return self._compiled.findall(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Each place in a text."""
        return self._compiled.finditer(text)

    def split(self, text: str, most: int = 0) -> list[str]:
        """What stands between, with what groups found that always find something."""
        return self._compiled.split(text, most)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with something else in each place, or in the first `count`."""
        return self._compiled.sub(by, text, count)

    def subn(self, by: str, text: str) -> tuple[str, int]:
        """The same, and in how many places."""
        return self._compiled.subn(by, text)
