"""The members' meeting: monthly, on a fixed day, led by the chair."""

from __future__ import annotations

from bot.domain.events.rules import EVENING, MORNING, EventKind, Offset

KIND = EventKind(
    "meeting",
    place=1,
    offsets=(Offset(3, MORNING), Offset(1, EVENING)),
    names=("sinh hoạt", "họp", "meeting"),
    nicknames=("hội họp",),
    spoken=("giao ban", "tụ họp", "meetings?", "meet", r"gather\w*"),
    usual=True,
)
