"""Signs and arrows that begin the lines of a list, and lines that tell the phone before the name."""

from __future__ import annotations

import re
from collections import Counter

from bot.language.patterns import Pattern
from bot.language.text import single_line
from bot.rosters.absence import MARKS
from bot.rosters.contacts import numbers_in
from bot.rosters.signs import read_signs
from bot.rosters.typed_lines import NO_PHONE

_SIGN = Pattern(rf"\s*([+#·»›▸‣◦○●▪▫■□◆◇★☆►▶➤➔➜→⇒👉✓✦❖{MARKS}]\ufe0f?|[-=]>)\s+(?=[^\W_]|[(+]?\d)")
"""A sign before the words of a line; a dash or a point alone is read where it stands."""
_MANY = 0.6
"""The share of people's lines with a "+" from which it marks nobody as dead."""
_FEWEST = 2
_FEWEST_DIGITS = 2
_LONGEST = 300_000
_LONGEST_LINE = 300


def without_bullets(text: str) -> str:
    """A text without the signs that begin its lines and say nothing of anybody."""
    if len(text) > _LONGEST:
        return text
    lines = text.split("\n")
    people = [line for line in lines if _may_tell(line)]
    begun = Counter(found[1] for line in people if (found := _SIGN.match(line)))
    bullets = {sign for sign, count in begun.items() if _is_bullet(sign, count, people, lines)}
    if not bullets:
        return text
    return "\n".join(
        line[found.end() :] if (found := _SIGN.match(line)) and found[1] in bullets else line
        for line in lines
    )


def _may_tell(line: str) -> bool:
    words = sum(any(map(str.isalpha, word)) for word in line.split())
    return words >= _FEWEST and sum(map(str.isdigit, line)) >= _FEWEST_DIGITS


def _is_bullet(sign: str, count: int, people: list[str], lines: list[str]) -> bool:
    """Whether a sign begins lines as a dash does, and marks nobody: "+" may be the cross of the dead."""
    if count < _FEWEST:
        return False
    if sign[0] in MARKS:
        # Who has none beside others that have one is out, perhaps.
        return count == len(people)
    if sign[0] in "+#✓":
        is_meant = read_signs([line for line in lines if sign in line])
        return count >= _MANY * len(people) and not is_meant
    return True


_PHONE_FIRST = Pattern(
    r"(?P<before>\W*(?:\d{1,3}\s*[.)/]\s*)?(?:(?:sđt|sdt|đt|dt|số|zalo)[\s.:]*)?)(?P<phone>(?:\+84|0)\d(?:[\s.\-]?\d){7,8}"
    rf"|{NO_PHONE})"
    r"\s*[-–—:,;|/=>→]*\s*(?P<name>[^\W\d_][^\n]{3,})",
    re.IGNORECASE,
)
"""A phone and who has it: "0300 … – chị Diệu Hạnh (Nguyễn Thị Hạnh)", "chưa có số: bác Tư"."""


def with_names_first(text: str) -> str:
    """A text whose lines tell the phone first, each with the phone behind the rest."""
    if len(text) > _LONGEST:
        return text
    lines = text.split("\n")
    found = [_turned(line) for line in lines]
    people = sum(map(_may_tell, lines))
    turned = sum(each is not None for each in found)
    if turned < _FEWEST or turned * 2 < people:
        return text
    return "\n".join(
        line if each is None else each for line, each in zip(lines, found, strict=True)
    )


def _turned(line: str) -> str | None:
    """A line with the phone at its end, where nothing else is said of another number."""
    if len(line) > _LONGEST_LINE or (found := _PHONE_FIRST.fullmatch(line)) is None:
        return None
    if next(numbers_in(found["name"]), None) is not None:
        return None
    comma = ", " if "," in found["name"] else " – "
    number = re.search(r"\d{1,3}\s*[.)/]\s*$", found["before"])
    return single_line(
        f"{number[0] if number else ''} {found['name'].rstrip(' ,;.-–')}{comma}{found['phone']}"
    )
