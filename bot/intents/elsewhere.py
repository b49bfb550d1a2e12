"""Who tells below a reminder that she is at something else then: "bữa đó bà đi khám mắt"."""

from __future__ import annotations

from bot.domain.events import KINDS
from bot.intents.event_kinds import kind_spoken_of
from bot.intents.message import Message, read_message
from bot.intents.phrases import Phrases
from bot.intents.scene import Scene

_THEN = Phrases(
    r"(bữa|hôm|ngày|sáng|trưa|chiều|tối|buổi|lúc|giờ|dịp) (đó|ấy|hổm)|(mắc|bận|kẹt|lỡ|phải|trúng|trùng|nhằm)( \S+)?",
    r"(that|the same) (day|morning|afternoon|time)|i have (a|an|my)",
)
_OF_OTHERS = Phrases(
    r"(họp|sinh hoạt)( hội)? (phụ nữ|phụ huynh|chi bộ|đảng|cựu chiến binh|nông dân|đoàn|gia đình|dòng họ|họ hàng|mặt trận|cơ quan|công ty|lớp|trường|hợp tác xã)"
)
"""Meetings that are no club's."""
_LEFT_OPEN = Phrases(
    r"(đi|khám|họp|học)( \S+)? (được|đc|dc)|(mấy|nào|sao|không|hông|chưa|hả)( \S+)?$",
    r"(chưa|nếu|hễ|thì|xong|mới|kịp|rồi (tới|đi|ra|qua|ghé)|chắc|coi|để|if|then|after)",
)
"""What leaves it open, or asks."""


def is_elsewhere(message: Message, scene: Scene) -> bool:
    """Whether an answer only tells of another event at the time of the one that is reminded of."""
    return _is_elsewhere(message, {each.event for each in scene.reminder})


def _is_elsewhere(message: Message, kinds: set[str]) -> bool:
    if not kinds or not _THEN.find(message.line) or _LEFT_OPEN.find(message.line):
        return False
    if _OF_OTHERS.find(message.line):
        return True
    spoken = kind_spoken_of(message)
    return spoken is not None and spoken not in kinds and not _usual(spoken)


def says_elsewhere(text: str, kind: str) -> bool:
    """The same of a text below a reminder of one kind."""
    return _is_elsewhere(read_message(text), {kind})


def _usual(kind: str) -> bool:
    """Whether a kind's words stand for any: who "goes to the meeting" may mean what was asked."""
    return KINDS[kind].usual
