"""The scripted channel: what is sent becomes a line of JSON."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels.base import Channel, Declaration, NoSettings
from bot.messages import Outbound, Outcome, Rejected, Sent

NAME = "script"


class ScriptChannel(Channel):
    """Prints messages as the contract has them. Blocked accounts refuse for good.

    `name` is the channel it stands for: in a throw-away copy it takes the place of every channel.
    """

    def __init__(
        self,
        emit: Callable[[dict[str, object]], None],
        now: Callable[[], datetime],
        zone: ZoneInfo,
        *,
        name: str = NAME,
        files: Path | None = None,
        blocked: set[str] | None = None,
    ) -> None:
        self.name = name
        self._emit = emit
        self._now = now
        self._zone = zone
        self._files = files
        self._blocked = blocked if blocked is not None else set()

    async def send(self, message: Outbound) -> Outcome:
        """Print one message."""
        who = message.address.external_id
        to = who if self.name == NAME else str(message.address)
        if to in self._blocked:
            return Rejected("blocked", permanent=True, blocked=True)
        line: dict[str, object] = {
            "to": to,
            "at": self._now().astimezone(self._zone).isoformat(timespec="seconds"),
            "kind": message.kind,
            "text": message.text,
        }
        if message.rows and message.capabilities.buttons:
            line["buttons"] = [[choice.label for choice in row] for row in message.rows]
        if message.files:
            line["files"] = [self._keep(file.path, file.name) for file in message.files]
        self._emit(line)
        return Sent(f"script-{message.outbox_id}")

    def _keep(self, path: str, name: str) -> str:
        """Copy a file that is sent into the folder that was asked for; its relative path."""
        if self._files is None:
            return path
        self._files.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, self._files / name)
        return name


DECLARATION: Declaration[NoSettings] = Declaration(name=NAME)
