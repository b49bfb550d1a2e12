"""Whether an answer says of all who are asked that they come: "cả ba đi hết, nhớ chừa ghế"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.intents.counted import NUMBERS
from bot.intents.message import Message
from bot.intents.phrases import Phrases
from bot.language.text import fold

_ALL_GO = Phrases(
    r"(dạ |vâng |ừ |ờ |con |thì )*(cả|đủ|đủ cả|hết cả) (?P<count>hai|ba|bốn|nhà|đám|2|3|4)( (người|mạng|mống|bà|ông|cụ|ng|đứa|vợ chồng|ông bà|má con|thảy))*( (đều|cùng|cũng|sẽ))* (đi|tới|dự|có mặt|tham gia)( (hết|được|luôn|đủ|họp|khám|học|cả|đầy đủ|đều))*( (nha|nghen|nhé|con|em|ạ|chị|anh|cháu))*"
)


def all_come(message: Message, asked: Sequence[str]) -> bool:
    """Whether an answer begins with that all of them come, and what follows keeps nobody back."""
    if len(message.parts) < _WITH_MORE:
        return False
    (start, end), *rest = message.parts
    found = _ALL_GO.whole(" ".join(message.words[start:end]))
    if not found or NUMBERS.get(fold(found["count"]), len(asked)) != len(asked):
        return False
    told = [" ".join(message.words[first:last]) for first, last in rest]
    return not any(_KEEPS_BACK.find(each) for each in told)


_WITH_MORE = 2
_KEEPS_BACK = Phrases(
    r"(trừ|thiếu|vắng|mà|nhưng|riêng|chỉ có|nếu)( \S+)*|(không|hong|khỏi|chưa)( \S+){0,2} (đi|tới|dự|chắc|biết)"
)
