"""A year of birth by another's: "kém tôi ba tuổi, tôi thì 1949", "nhỏ hơn ổng một giáp, ổng năm bốn tám"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.intents.message import Message, read_message
from bot.intents.phrases import written
from bot.intents.values.numbers import ENGLISH_NUMBERS
from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import fold

CYCLE = 12
"""Years of one round of the animals, a giáp."""
_BESIDE = Pattern(
    written(
        r"(?<!\w)(?P<way>kém|thua|nhỏ hơn|trẻ hơn|nhỏ thua|sau|lớn hơn|già hơn|hơn|trước) (?P<other>\S+?(?: \S+){0,2}?) (?:(?:đúng|tròn|tới|có|những|cả|đến) )?"
        r"(?:(?P<years>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: \S+)?) (?:tuổi|năm)|(?P<cycles>\d|một|hai|nửa) (?:con )?giáp)(?!\w)"
    )
    + r"|\b(?P<apart>\w+) years? (?P<than>older|younger) than (?P<whom>my \w+|\w+)\b"
)
_OLDER = frozenset(("lon hon", "gia hon", "hon", "truoc", "older"))
_ALSO = {"ông": "ổng", "bà": "bả", "anh": "ảnh", "chị": "chỉ", "chồng": "ổng", "vợ": "bả", "me": "i", "him": "he", "her": "she"}  # fmt: skip
_ME = ("tui", "tôi", "mình", "em", "con", "cháu")

YearReader = Callable[[Message], int | None]


def year_beside_another(message: Message, read_year: YearReader) -> int | None:
    """The year by how far it is from another's that is said too; None where either isn't."""
    found, pieces = None, []
    for start, end in message.parts:
        line = " ".join(message.words[start:end])
        here = _BESIDE.search(line)
        pieces += [line] if here is None else [line[here.end() :], line[: here.start()]]
        found = found or here
    if found is None or (apart := _years_apart(found)) is None:
        return None
    for of_other in _said_of(found["other"] or found["whom"], pieces):
        year = read_year(read_message(of_other))
        if year is not None:
            return year + (-apart if fold(found["way"] or found["than"]) in _OLDER else apart)
    return None


def _years_apart(found: re.Match[str]) -> int | None:
    if found["cycles"]:
        if fold(found["cycles"]) == "nua":
            return CYCLE // 2
        cycles = read_number(found["cycles"]).value
        return None if cycles is None else cycles * CYCLE
    if apart := found["apart"]:
        return int(apart) if apart.isdecimal() else ENGLISH_NUMBERS.get(apart)
    return read_number(found["years"]).value


def _said_of(other: str, pieces: list[str]) -> Iterator[str]:
    """What stands behind a word for somebody."""
    first = other.split()[0]
    names = [other, _ALSO.get(first, other), first, *(_ME if other in _ME else ())]
    for piece in pieces:
        for name in names:
            behind = re.search(
                rf"(?<!\w){re.escape(name)}(?: (?:thì|thi|là|la|was|is|đẻ|de|cũng|cung))* (?P<rest>\S.*)$",
                piece,
            )
            if behind:
                yield behind["rest"]
