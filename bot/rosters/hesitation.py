"""Who is named among the lines of a list and is still to be asked: "Còn bác Ba Khía để em hỏi lại đã"."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.absence import read_absence
from bot.rosters.family_names import begins_as_name
from bot.rosters.naming import is_nickname, without_title

_FORM = r"(?:ông|bà|cụ|bác|cô|chú|dì|anh|chị|thím|cậu|ong|ba|cu|bac|co|chu|di|anh|chi)"
_WORD = rf"[{CAPITALS}][^\W\d_]*"
_LINE = Pattern(
    r"\W*(?:(?i:còn|con|và|với|riêng|rieng|thêm|them|có|tới|chỗ|về)\s+)*"
    rf"(?P<who>(?i:{_FORM})(?: {_WORD}){{1,4}}|{_WORD}(?: {_WORD}){{1,4}}|(?i:{_FORM})(?: (?!thì\b|thi\b|để\b|chưa\b)[^\W\d_A-Z]+){{1,3}}?)"
    r"\s*(?:[,:–-]\s*)?(?P<said>(?i:thì|thi|để|de|đợi|doi|chờ|cho|chưa|chua|tính|mai|bữa|hôm|em|con|tui|tôi|cháu|không biết|hổng biết|ko biết|chắc|đang|còn|hứa|hẹn|nói)\b[^\d]*)"
)
_TO_ASK = Pattern(
    r"\b(?:hoi|bao|goi|coi|tinh|tra loi|noi|xac nhan|cap nhat|bo sung|ghi)(?: [a-z]+)? (?:lai|sau|them|thu|y)\b|\bchua (?:hoi|biet (?:co|sao|y|vo|di|tham gia)|chac|tra loi|quyet|lien lac|gap|noi gi|dam chac|nghe noi)\b|\b(?:khong|hong|ko|k) biet (?:co|vo|di|y|sao)\b"
    r"|\b(?:suy nghi|phan van|do du)\b|\bde (?:em|con|tui|toi|chau|minh)? ?hoi\b"
)
_LONGEST = 300_000
_LONGEST_LINE = 120


def with_names_to_ask(text: str) -> tuple[str, set[int]]:
    """A text in which who is to be asked stands before what is said of him, and in which lines."""
    if len(text) > _LONGEST:
        return text, set()
    lines = text.split("\n")
    asked: set[int] = set()
    for at, line in enumerate(lines):
        if (who := _asked(line)) is not None:
            lines[at] = who
            asked.add(at + 1)
        elif (gone := _gone(line)) is not None:
            lines[at] = gone
    return "\n".join(lines), asked


def _gone(line: str) -> str | None:
    """A line that only says of a neighbour that he went: "Ông Hai Tửng thì dọn lên Biên Hòa ở rồi"."""
    line = single_line(line)
    if len(line) > _LONGEST_LINE or (found := _WENT.fullmatch(line)) is None:
        return None
    said = single_line(re.sub(r"[,;|/–-]", " ", found["said"])).strip(" .!")
    is_said = is_nickname(found["who"]) and read_absence(said) is not None
    return f"{found['who']} ({said})" if is_said else None


_WENT = Pattern(
    rf"\W*(?:(?i:còn|riêng|với)\s+)?(?P<who>(?i:{_FORM})(?: {_WORD}){{1,2}})\s+(?:thì|nay|giờ|đã|mới|vừa)\s+(?P<said>[^\d]+)"
)


def _asked(line: str) -> str | None:
    line = single_line(line)
    if len(line) > _LONGEST_LINE or (found := _LINE.fullmatch(line)) is None:
        return None
    words = [word[0].upper() + word[1:] for word in without_title(found["who"]).split()]
    name = " ".join(words)
    is_somebody = begins_as_name(name) or is_nickname(f"bà {name}")
    if not is_somebody or _TO_ASK.search(fold(found["said"])) is None:
        return None
    title = found["who"][: len(found["who"]) - len(name)]
    # A comma would part columns.
    said = single_line(re.sub(r"[,;|/–-]", " ", found["said"])).strip(" .!")
    return f"{title}{name} ({said})"
