"""Messages of a group that somebody copied: when and by whom each was sent is no part of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.patterns import Pattern
from bot.language.text import single_line
from bot.rosters.messages import is_put_right
from bot.rosters.spoken_names import with_capitals
from bot.rosters.titles import is_opening, place_above
from bot.rosters.told import people_told

_TIME = r"\d{1,2}\s?[:hH]\s?\d{2}(?::\d{2})?(?:\s?(?:SA|CH|AM|PM|am|pm|sáng|trưa|chiều|tối))?"
_MONTH = r"(?:tháng|thg\.?|Tháng|Thg\.?|[A-Z][a-z]{2})"
_DAY = (
    r"(?:(?:Thứ|thứ|T|CN|Chủ nhật)\s?\w{0,4},?\s+)?"
    rf"(?:\d{{1,2}}[/.\-]\d{{1,2}}(?:[/.\-]\d{{2,4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}\s{_MONTH}\s?\d{{0,4}}(?:,?\s\d{{4}})?|[Hh]ôm (?:nay|qua))"
)
_WHEN = rf"(?:{_DAY},?\s*(?:lúc|vào|at)?\s*{_TIME}|{_TIME},?\s*(?:ngày\s*)?{_DAY}|{_TIME})"
_SENDER = r"(?P<sender>[^\W\d][^:;,\t\[\]\n]{0,39}?)"
_INLINE = tuple(
    Pattern(rf"\s*{form}\s*(?P<text>.*)")
    for form in (
        rf"\[{_WHEN}\]\s*{_SENDER}\s*:",
        rf"{_WHEN}\s*[-–,]?\s*{_SENDER}\s*:",
        rf"{_SENDER}\s*,?\s*[\[(]{_WHEN}[\])]\s*:?",
    )
)
"""A message whose time and sender stand before its words."""
_ABOVE = Pattern(rf"\s*{_SENDER}\s*[,·•|–-]?\s+{_WHEN}\s*")
"""A line with the sender and the time, above the words."""
_ALONE = Pattern(rf"\s*{_WHEN}\s*")
_SENT = Pattern(r"\s*(?:Bạn đã gửi|You sent|(?P<sender>[^\W\d][^:\n]{0,39}) (?:đã gửi|sent))\s*")
_FEWEST = 2
_LONGEST_NAME = 5
_LONGEST = 300_000


@dataclass(frozen=True)
class Message:
    """The words of a line, and who sent it: "" where nobody stands there."""

    text: str
    sender: str


def read_messages(text: str) -> list[Message] | None:
    """A message for each line of a copied chat; None for any other text.

    A line that only says who sent something, or when, holds no words; what stands below it is his.
    """
    if len(text) > _LONGEST:
        return None
    lines = text.split("\n")
    filled = sum(bool(line.strip()) for line in lines)
    inline = [_inline(line) for line in lines]
    begun = sum(found is not None for found in inline)
    above = [
        _ABOVE.fullmatch(line) if not found else None
        for line, found in zip(lines, inline, strict=True)
    ]
    headed = sum(
        head is not None and _has_words(lines[at + 1 : at + 2], above[at + 1 : at + 2])
        for at, head in enumerate(above)
    )
    alone = [bool(_ALONE.fullmatch(line)) for line in lines]
    messages: list[Message] = []
    is_begun = next(
        (found for line, found in zip(lines, inline, strict=True) if line.strip()), None
    )
    if begun + headed >= _FEWEST and (is_begun or (begun + 2 * headed) * 3 >= filled):
        messages = _messages(lines, inline, above)
    elif sum(alone) >= _FEWEST and (sum(alone) * 4 >= filled or any(_first(lines, alone))):
        messages = _timed(lines, alone)
    return messages if _tell_of_people(messages) else None


def _first(lines: list[str], alone: list[bool]) -> list[bool]:
    """Of the first two lines that hold something, whether each is a time and nothing else."""
    return [is_time for line, is_time in zip(lines, alone, strict=True) if line.strip()][:_FEWEST]


def _tell_of_people(messages: list[Message]) -> bool:
    """Whether the words tell of somebody: "8:00 Lê Văn Ba: mắt" is a table of appointments."""
    told = 0
    for message in messages:
        told += len(people_told(message.text))
        if told >= _FEWEST:
            return True
    return False


_OF_ALL_BELOW = Pattern(
    r"\W*(?:[^\d:]{0,40}\b(?:danh sách|ds|sót|thiếu|bổ sung)\b[^\d:]{0,25}\s)?(?P<place>(?:Tổ|tổ|TỔ|Ấp|ấp|ẤP|Khu phố|khu phố|KP|Kp|kp|Hẻm|hẻm|Xóm|xóm|Thôn|thôn|Khóm|khóm|Nhóm|nhóm) (?:số )?\d+)"
    r"(?:\s*(?:nè|trước|sau|luôn|thầy|chú|bác|nha|nhé|nghe|đây|có|gồm|ạ|dạ|con|em|cô|chị|nữa)(?!\w))*\s*[:.]?\s*"
)
"""A line that is nothing but a place, and heads what stands below it in its message."""


def _inline(line: str) -> tuple[str, str] | None:
    line = line.strip()
    for form in _INLINE:
        found = form.fullmatch(line)
        if found is not None:
            return found["sender"].strip(" ~-"), found["text"]
    return None


def is_sent(line: str) -> bool:
    """Whether a line begins with when and by whom it was sent."""
    return _inline(line) is not None


def _has_words(lines: list[str], heads: list[re.Match[str] | None]) -> bool:
    return bool(lines and lines[0].strip()) and heads == [None]


def _messages(
    lines: list[str],
    inline: list[tuple[str, str] | None],
    above: list[re.Match[str] | None],
) -> list[Message]:
    messages: list[Message] = []
    sender = place = ""
    may_head = True
    for at, (line, found, head) in enumerate(zip(lines, inline, above, strict=True)):
        words = line
        if found is not None or head is not None:
            sender, words = found or (head["sender"].strip() if head else "", "")
            place, may_head = "", True
        if may_head and (headed := _OF_ALL_BELOW.fullmatch(words)):
            place = single_line(headed["place"])
        elif may_head and not people_told(words) and _tells_below(at, lines, inline, above):
            place = place_above(words) or place
        elif people_told(words):
            words = f"{place}: {words.strip()}" if place else words
            # A place below somebody is his.
            may_head = bool(place)
        messages.append(_message(words, sender))
    return messages


def _tells_below(
    at: int,
    lines: list[str],
    inline: list[tuple[str, str] | None],
    above: list[re.Match[str] | None],
) -> bool:
    """Whether the line below is of the same message, and tells of somebody."""
    is_same = at + 1 < len(lines) and inline[at + 1] is None and above[at + 1] is None
    return is_same and bool(people_told(lines[at + 1]))


def _timed(lines: list[str], alone: list[bool]) -> list[Message]:
    """Messages whose time stands in a line of its own, and the sender in another, or none."""
    messages: list[Message] = []
    sender = ""
    for at, line in enumerate(lines):
        before = at == 0 or alone[at - 1] or not lines[at - 1].strip()
        words = line.split()
        sent = _SENT.fullmatch(line)
        is_sender = before and 0 < len(words) <= _LONGEST_NAME and not re.search(r"\d", line)
        is_sender = is_sender and not (is_put_right(line) or is_opening(line))
        if alone[at]:
            line = ""
        elif sent is not None or (is_sender and at + 1 < len(lines) and lines[at + 1].strip()):
            sender, line = (sent["sender"] or "" if sent else line.strip()), ""
        messages.append(_message(line, sender))
    return messages


def _message(words: str, sender: str) -> Message:
    return Message(with_capitals(single_line(words)), sender)
