"""The port through which every channel sends."""

from __future__ import annotations

from typing import Protocol

from bot.messages import Outbound, Outcome


class ChannelError(Exception):
    """A channel that can't be started: words for the operator, without a secret in them."""


class Channel(Protocol):
    """A way to reach people. One class a platform; all pass the same conformance suite."""

    name: str

    async def send(self, message: Outbound) -> Outcome:
        """Send one message; never raises for what a platform does."""
        ...
