"""Whom a paragraph below a list adds to it: "Số 3 có đt rồi. Thêm 8/ Tô Thị Năm 56 không đt"."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS
from bot.rosters.family_names import begins_as_name

_LINE = Pattern(r"[ \t]*(?:\d{1,3}\s*[.)/-]\s*|[-•*]\s+)[^\W\d_]")
_FORM = r"(?i:ông|bà|cụ ông|cụ bà|cụ|bác|cô|chú|dì|anh|chị)"
_NAME = rf"(?:{_FORM}\s+)?(?P<name>[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*)+)"
_ADDED = Pattern(
    rf"(?:(?<=[.;!:,])|(?<=[.;!]\"))\s+(?:(?:(?i:và|còn|với|chị|em|cô|giùm|dùm|ghi|cho|rồi)\s+)*(?i:thêm|bổ sung)(?:\s+(?i:nữa|giùm|dùm|cho|em|chị|cô|người|là))*[\s:,]+(?P<number>\d{{1,3}}\s*[.)/-]\s*)?"
    rf"|(?P<next>\d{{1,3}}\s*[.)/]\s*))(?={_NAME})"
)
"""Where somebody begins who is added behind other words."""
_ENDS = Pattern(rf"(?<!\d)[.;!]\s+(?=[{CAPITALS}])|(?<=\d)[.;!]\s+(?=[{CAPITALS}])")
_FEWEST = 2
_LONGEST, _LONGEST_LINE = 300_000, 600


def with_added_apart(text: str) -> str:
    """A list of lines with whoever is added within a paragraph in a line of his own."""
    if len(text) > _LONGEST:
        return text
    lines = text.split("\n")
    if sum(_LINE.match(line) is not None for line in lines) < _FEWEST:
        return text
    return "\n".join(part for line in lines for part in _apart(line))


def _apart(line: str) -> list[str]:
    if len(line) > _LONGEST_LINE or _LINE.match(line):
        return [line]
    parts: list[str] = []
    begin = 0
    added = False
    for found in _ADDED.finditer(line):
        if not begins_as_name(found["name"]) or (found["next"] and not added):
            continue
        parts += _sentences(line[begin : found.start()], added=added)
        parts.append((found["number"] or found["next"] or "- ").strip() + " ")
        begin, added = found.end(), True
    return [*_joined([*parts, *_sentences(line[begin:], added=added)])]


def _sentences(text: str, *, added: bool) -> list[str]:
    """Words behind somebody who was added, his own and what is said of others behind them."""
    if added and (end := _ENDS.search(text)) is not None:
        return [text[: end.start() + 1], text[end.end() :]]
    return [text]


def _joined(parts: list[str]) -> list[str]:
    """Each number with the words that follow it."""
    lines: list[str] = []
    for part in parts:
        if lines and _BEGUN.fullmatch(lines[-1]):
            lines[-1] += part.strip(" .;,")
        else:
            lines.append(part)
    return lines


_BEGUN = Pattern(r"(?:\d{1,3}\s*[.)/-]|-) ")
