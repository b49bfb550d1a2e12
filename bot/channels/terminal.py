"""The terminal: one person's chat, choices as numbers."""

from __future__ import annotations

from collections.abc import Callable

from bot.channels.base import Channel, Declaration, NoSettings
from bot.messages import Capabilities, Outbound, Outcome, RetryAfter, Sent

NAME = "terminal"


class TerminalChannel(Channel):
    """Prints what the bot says to the one person who sits there."""

    name = NAME

    def __init__(self, write: Callable[[str], None], external_id: str) -> None:
        self._write = write
        self._external_id = external_id

    async def send(self, message: Outbound) -> Outcome:
        """Print one message; those for somebody else wait until that person sits here."""
        if message.address.external_id != self._external_id:
            return RetryAfter(1.0)
        self._write(message.text)
        for file in message.files:
            self._write(file.path)
        return Sent(f"terminal-{message.outbox_id}")


DECLARATION: Declaration[NoSettings] = Declaration(
    name=NAME, capabilities=Capabilities(buttons=False, text_limit=8000)
)
