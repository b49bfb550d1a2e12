"""What day it is, or another day falls on: "hôm nay thứ mấy", "nay mùng mấy rồi con", "rằm này ngày nào"."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import plain_words

_DAY = r"(?:hom nay|bua nay|nay|ngay mai|mai|ngay mot|mot|hom qua|today|tomorrow)"
_OTHER = r"(?:(?:hom |ngay )?(?:ram|mung \w+|30 tet|tet)(?: thang (?:nay|toi|sau|\w+))?(?: nay| toi| sap toi)?)"
_WHICH = (
    r"(?:ngay|thu|mung|mong|hom|bua) (?:may|bao nhieu|gi|nao)|may (?:tay|ta|am)(?: lich)?"
    r"|what day|what date"
)
_LUNAR = r"(?:(?:ben |lich )?(?:am|duong|ta|tay)(?: lich)?)"
_BEFORE = r"(?:(?:con oi|chau oi|con|cho (?:ba|ong|toi|tui|bac|co|chu) hoi|cho hoi|hoi|a) )*"
_AFTER = r"(?: (?:roi|vay|ha|he|ta|con|chau|em|a|day|the|nhi|is it|oi))*"
_ASKS = Pattern(
    rf"{_BEFORE}(?:{_DAY}(?: {_LUNAR})?(?: la)? (?:{_WHICH})(?: {_LUNAR})?"
    rf"|{_OTHER}(?: la)?(?: nham)?(?: vao)? (?:{_WHICH}|khi nao|bao gio|chung nao)(?: {_LUNAR})?"
    rf"|(?:{_WHICH}) (?:is )?{_DAY}(?: {_LUNAR})?){_AFTER}"
)


def asks_day(text: str) -> bool:
    """Whether a whole message asks what day it is, or on which day another one falls."""
    return bool(_ASKS.fullmatch(plain_words(text)))
