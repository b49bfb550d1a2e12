"""Registration: oneself, a relative on the family phone, or by an organiser for anybody."""

from bot.conversations.registration.ahead import (
    ANYBODY,
    OWN,
    keep_named,
    keep_told,
    read_told,
    relatives_told_of,
    take_named,
)
from bot.conversations.registration.flow import CIRCUMSTANCES, FLOW
from bot.conversations.registration.following import first_called, next_called
from bot.conversations.registration.who import waits

__all__ = [
    "ANYBODY",
    "CIRCUMSTANCES",
    "FLOW",
    "OWN",
    "first_called",
    "keep_named",
    "keep_told",
    "next_called",
    "read_told",
    "relatives_told_of",
    "take_named",
    "waits",
]
