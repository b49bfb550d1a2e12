"""Registration: oneself, a relative on the family phone, or by an organiser for anybody."""

from bot.conversations.registration.flow import CIRCUMSTANCES, FLOW
from bot.conversations.registration.following import (
    first_called,
    keep_named,
    next_called,
    take_named,
)
from bot.conversations.registration.who import waits

__all__ = [
    "CIRCUMSTANCES",
    "FLOW",
    "first_called",
    "keep_named",
    "next_called",
    "take_named",
    "waits",
]
