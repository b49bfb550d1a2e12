"""Running a script: lines of JSON in, messages out, on a virtual clock."""

from __future__ import annotations

import json
import re
import secrets
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot.app import Program, build_program, open_database, pass_time
from bot.channels import script as channel
from bot.channels.registry import CHANNELS, LENDING, capabilities_of
from bot.clock import SystemClock, VirtualClock
from bot.handlers.acting import Acting
from bot.handlers.links import deep_links
from bot.handlers.office.commands import InvitationError, operator_invitation
from bot.language.text import fold, same_text
from bot.logs import where
from bot.messages import BY_WORDS, Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.address import DatabaseAddress
from bot.storage.database import Database
from bot.storage.faults import StorageError
from bot.storage.records import OutboxRow
from bot.storage.snapshots import copy_beside
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject

FAULT = "a fault of the program"
"""How the line begins that tells of one."""
LOOKS_BACK = (3, 20, 200)
"""Of how many latest messages a button is pressed: nearly always it is one of the last few."""
_BLOCKED = "script_blocked"
_NAME = re.compile(r"\$([A-Za-z_][A-Za-z0-9_]*)")
_ACTIONS = (
    "text",
    "edit",
    "press",
    "start",
    "contact",
    "file",
    "sticker",
    "voice",
    "photo",
    "block",
)
_KNOWN = {"at", "from", "channel", "id", "invite", "as", "take", "pattern", *_ACTIONS}


class LineError(Exception):
    """A line that asks for something impossible; the text says what."""


@dataclass
class Options:
    """How a script is run. `folder` is where its relative files lie."""

    seed: str | None = None
    files: Path | None = None
    copy: bool = False
    folder: Path = field(default_factory=Path)


class Script:
    """One run of a script; `stood_at` is the database's own time, None where it had none yet.

    `has_begun`: whether anything has a time there. Until then nothing is due, and the first `at` may
    lie before the machine's own time: a script that was written for a day is replayed after it, too.
    """

    def __init__(
        self,
        program: Program,
        clock: VirtualClock,
        options: Options,
        emit: Callable[[JsonObject], None],
        blocked: set[str],
        stood_at: datetime | None,
        *,
        has_begun: bool,
    ) -> None:
        self._program = program
        self._clock = clock
        self._options = options
        self._emit = emit
        self._blocked = blocked
        self._noted = stood_at
        self._has_begun = has_begun
        self._run = secrets.token_hex(8)
        self._updates = 0
        program.pipeline.on_failed = self._fault
        self._names: dict[str, str] = {}
        self._said: list[str] = []
        self.failed = False
        self._number = 0

    def hear(self, line: JsonObject) -> None:
        """Remember a message for `take`, and pass it on."""
        self._said.append(str(line["text"]))
        self._emit(line)

    async def run(self, lines: Iterable[str]) -> None:
        """Every line in turn."""
        for raw in lines:
            raw = raw.removeprefix("\ufeff")
            if not raw.strip():
                continue
            self._number += 1
            number = self._number
            try:
                await self._line(raw)
            except LineError as error:
                self.failed = True
                self._emit({"error": str(error), "line": number})
            except (ValueError, TypeError, OverflowError) as error:
                self.failed = True
                self._emit({"error": f"can't be done: {type(error).__name__}", "line": number})
            if self._has_begun:
                await self._settle()
                await self._remember()
            self._emit({"done": number})

    async def _settle(self) -> None:
        """Everything that is due now; a fault of the program is told and stops no script."""
        try:
            await self._program.settle()
        except Exception as error:
            self._fault(error)

    def _fault(self, error: Exception) -> None:
        """A fault of the program, in an update or in what is due: by its kind and its place."""
        self.failed = True
        told = where(error)
        self._emit({"error": f"{FAULT}: {told['error']} at {told['at']}", "line": self._number})

    async def _remember(self) -> None:
        moment = self._clock.now()
        if moment != self._noted:
            await self._program.database.run(lambda uow: uow.installation.note_virtual_time(moment))
            self._noted = moment

    # Lines

    async def _line(self, raw: str) -> None:
        try:
            line = json.loads(raw)
        except (ValueError, RecursionError):
            raise LineError("this line is no JSON") from None
        if not isinstance(line, dict):
            raise LineError("a line is one JSON object")
        try:
            raw.encode().decode()
            json.dumps(line, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise LineError("this line holds half a character (a lone surrogate)") from None
        unknown = set(line) - _KNOWN
        if unknown:
            raise LineError(f"unknown: {', '.join(sorted(unknown))}")
        if "take" in line:
            self._take(line)
            return
        line = self._filled(line)
        if "at" in line:
            await self._move(line["at"])
            self._has_begun = True
        if "invite" in line:
            await self._invite(line)
        if "from" in line:
            self._has_begun |= any(action in line for action in _ACTIONS)
            await self._person(line)
        elif not {"at", "invite"} & set(line):
            raise LineError("nothing to do: at, from, invite or take is needed")

    def _filled(self, value: Any) -> Any:
        """Values taken before in the place of "$NAME"."""
        if isinstance(value, dict):
            return {key: self._filled(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self._filled(each) for each in value]
        if not isinstance(value, str):
            return value

        def known(match: re.Match[str]) -> str:
            name = match.group(1)
            if name not in self._names:
                raise LineError(f"${name} was not taken before")
            return self._names[name]

        return _NAME.sub(known, value)

    def _take(self, line: JsonObject) -> None:
        try:
            pattern = re.compile(str(line.get("pattern", "")))
        except re.error as error:
            raise LineError(f"pattern: {error}") from None
        if pattern.groups != 1:
            raise LineError("pattern: exactly one group is needed")
        for text in reversed(self._said):
            found = pattern.search(text)
            if found and found.group(1) is not None:
                self._names[str(line["take"])] = found.group(1)
                return
        raise LineError("pattern: no message matches")

    async def _move(self, value: Any) -> None:
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            raise LineError(f"at: {value} is no time") from None
        if moment.tzinfo is None:
            raise LineError("at: an offset is needed, for example +07:00")
        if not self._has_begun:
            self._clock.begin_at(moment)
        if moment < self._clock.now():
            shown = self._clock.now().astimezone(self._program.settings.zone).isoformat()
            raise LineError(f"at: the clock stands at {shown} and only moves forward")
        await pass_time(self._program, self._clock, moment, self._settle)

    async def _invite(self, line: JsonObject) -> None:
        asked = line["invite"]
        if not isinstance(asked, dict) or set(asked) - {"role", "area", "club"}:
            raise LineError("invite: role, area and club are known")
        if not all(isinstance(value, str) for value in asked.values()):
            raise LineError("invite: role, area and club are texts")

        settings, services = self._program.settings, self._program.pipeline.services

        def work(uow: UnitOfWork) -> tuple[str, list[str]]:
            code = operator_invitation(
                Acting(uow, None, services.plan, services.zone),
                str(asked.get("role", "")),
                asked.get("area"),
                asked.get("club"),
            )
            return code, deep_links(
                uow, code, base_url=settings.base_url, has_page=settings.has_page
            )

        try:
            code, links = await self._program.database.run(work)
        except InvitationError as error:
            raise LineError(f"invite: {error}") from None
        if "as" in line:
            self._names[str(line["as"])] = code
        self._emit({"code": code, "links": links})

    def _address(self, name: str) -> Address:
        if self._options.copy and ":" in name:
            platform, _, external = name.partition(":")
            if platform in LENDING:
                return Address(platform, external)
        return Address(channel.NAME, name)

    async def _person(self, line: JsonObject) -> None:
        name = line["from"]
        if not isinstance(name, str) or not name.strip():
            raise LineError("from: a name is needed")
        actions = [key for key in _ACTIONS if key in line]
        if len(actions) > 1:
            raise LineError(f"one thing a line: {', '.join(actions)}")
        address = self._address(name)
        if "channel" in line:
            await self._lend(address, line["channel"])
        if not actions:
            if "channel" not in line:
                raise LineError(f"nothing to do: one of {', '.join(_ACTIONS)}")
            return
        action = actions[0]
        value = line[action]
        if action == "block":
            if not isinstance(value, bool):
                raise LineError("block: true or false")
            await self._block(name, address, value)
            return
        if value in (None, False) or isinstance(value, list | dict):
            raise LineError(f"{action}: {json.dumps(value)} can't be sent")
        inbound = await self._inbound(address, action, value)
        if "id" in line:
            key = f"script/{len(name)}/{name}/{line['id']}"
        else:
            key = self._next_key()
        update = replace(
            inbound,
            update_key=key,
            name=name if address.channel == channel.NAME else None,
            message=key if inbound.kind is Incoming.TEXT else inbound.message,
        )
        await self._program.pipeline.receive([update])

    def _next_key(self) -> str:
        self._updates += 1
        return f"script/{self._run}/{self._updates}"

    async def _lend(self, address: Address, name: Any) -> None:
        if not isinstance(name, str) or name not in LENDING:
            raise LineError(f"channel: {name} is unknown; one of {', '.join(LENDING)}")

        def work(uow: UnitOfWork) -> None:
            account = uow.accounts.open(
                address, capabilities=name, language=self._program.settings.locale
            )
            uow.accounts.update(account.id, capabilities=name)

        await self._program.database.run(work)

    async def _block(self, name: str, address: Address, blocked: bool) -> None:
        (self._blocked.add if blocked else self._blocked.discard)(name)
        stored = json.dumps(sorted(self._blocked))
        await self._program.database.run(lambda uow: uow.installation.write(_BLOCKED, stored))
        if not blocked:
            update = Inbound(address, Incoming.UNBLOCK, update_key=self._next_key(), name=name)
            await self._program.pipeline.receive([update])

    async def _inbound(self, address: Address, action: str, value: Any) -> Inbound:
        match action:
            case "press":
                return await self._press(address, str(value))
            case "edit":
                last = await self._program.database.run(
                    lambda uow: uow.inbox.latest_message(address)
                )
                if last is None:
                    raise LineError("edit: there is no text that could be changed")
                return Inbound(address, Incoming.EDIT, str(value), message=last)
            case "file":
                path = Path(str(value))
                if not path.is_absolute():
                    path = self._options.folder / path
                if not path.is_file():
                    raise LineError(f"file: {value} is not there")
                return Inbound(
                    address, Incoming.FILE, file_path=str(path.resolve()), file_name=path.name
                )
            case "sticker" | "voice" | "photo":
                return Inbound(address, Incoming(action))
            case _:
                return Inbound(address, Incoming(action), str(value))

    async def _press(self, address: Address, wanted: str) -> Inbound:
        """A button of the latest message that has one so labelled, or its number."""

        def look(uow: UnitOfWork, most: int) -> tuple[list[OutboxRow], bool]:
            account = uow.accounts.find(address)
            if account is None:
                return [], True
            rows = [row for row in reversed(uow.outbox.history(account.id, most)) if row.rows]
            return rows, capabilities_of(account.capabilities).buttons

        for most in LOOKS_BACK:
            rows, has_buttons = await self._program.database.run(partial(look, most=most))
            for place, row in enumerate(rows):
                choices = [(label, value) for line in row.rows for label, value in line]
                number = _number_of(choices, wanted)
                if number is None:
                    continue
                label, value = choices[number - 1]
                if has_buttons:
                    return Inbound(address, Incoming.PRESS, value, shown_in=row.id)
                by_words = place > 0 or value.endswith(BY_WORDS)
                return Inbound(address, Incoming.TEXT, label if by_words else str(number))
        raise LineError(f"press: no message shows a button {wanted}")


def _number_of(choices: list[tuple[str, str]], wanted: str) -> int | None:
    for compare in (same_text, fold):
        for number, (label, _) in enumerate(choices, 1):
            if compare(label) == compare(wanted):
                return number
    if wanted.isdecimal() and len(wanted) <= 3 and 1 <= int(wanted) <= len(choices):
        return int(wanted)
    return None


async def _copied(database: Database, folder: str) -> str:
    """A throw-away copy of a SQLite database; its address."""
    target = Path(folder) / "copy.db"
    await copy_beside(database, target)
    return str(DatabaseAddress.of_file(target))


async def run_script(
    settings: Settings,
    lines: Iterable[str],
    options: Options,
    emit: Callable[[JsonObject], None],
) -> bool:
    """Run a script; whether every line could be done. Raises StorageError."""
    database = await open_database(settings.database_url, create=not options.copy)
    with ExitStack() as kept:
        try:
            if options.copy:
                folder = kept.enter_context(tempfile.TemporaryDirectory())
                address = await _copied(database, folder)
                await database.close()
                database = await open_database(address)
            database.lock_worker()
            return await _run(settings, database, lines, options, emit)
        finally:
            await database.close()


async def _run(
    settings: Settings,
    database: Database,
    lines: Iterable[str],
    options: Options,
    emit: Callable[[JsonObject], None],
) -> bool:
    def look(uow: UnitOfWork) -> tuple[datetime | None, datetime | None, set[str], bool]:
        others = uow.accounts.channels() - {channel.NAME}
        if others and not options.copy:
            raise StorageError(
                f"this database has accounts of {', '.join(sorted(others))}: "
                "run the script on another one, or with --copy on a throw-away copy"
            )
        blocked = set(json.loads(uow.installation.read(_BLOCKED) or "[]"))
        cared = uow.measures.ticks().get("care")
        stood_at = uow.installation.virtual_time()
        has_begun = stood_at is not None or bool(others)
        return stood_at, cared.ran_at if cared else None, blocked, has_begun

    stood_at, cared_at, blocked, has_begun = await database.run(look)
    clock = VirtualClock(stood_at or SystemClock().now())
    database.keep_time(clock, options.seed)
    held: list[Script] = []

    def hear(line: JsonObject) -> None:
        held[0].hear(line)

    names = CHANNELS if options.copy else (channel.NAME,)
    channels = [
        channel.ScriptChannel(
            hear, clock.now, settings.zone, name=name, files=options.files, blocked=blocked
        )
        for name in names
    ]
    program = build_program(settings, database, channels, paced=False)
    program.cared_at = cared_at
    script = Script(program, clock, options, emit, blocked, stood_at, has_begun=has_begun)
    held.append(script)
    await script.run(lines)
    return not script.failed


__all__ = ["FAULT", "LineError", "Options", "Script", "run_script"]
