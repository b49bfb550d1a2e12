"""The dispatcher: outbox rows → channels. One retry layer; no transaction is open while sending.

Sendings run side by side, one a chat; a platform that lets one hang holds up none of the others.
Claims and ends are written in batches.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.channels.base import Channel
from bot.delivery.settling import BLOCKED, settle, settle_notices
from bot.messages import (
    CHANNELS,
    POLICIES,
    Address,
    Choice,
    Kind,
    NotSent,
    Outbound,
    OutboundFile,
    Outcome,
    Pace,
    Rejected,
    Unknown,
)
from bot.storage.database import Database
from bot.storage.paces import after, tokens
from bot.storage.records import Account, OutboxRow
from bot.storage.unit_of_work import UnitOfWork

LEASE = timedelta(seconds=90)
"""How long a sender that says nothing is believed to be alive."""

SEND_TIMEOUT = 45.0
"""Seconds after which a sending without an answer ends as unknown; well within the lease."""

AT_ONCE = 32
"""Sendings that are under way at the same time."""

HANGS = timedelta(seconds=2)
"""How long a message that would be repeated after a crash lets no other such one begin.

One at a time, so that a crash leaves one in doubt and not a whole batch; but a chat that hangs
shall not hold up the reminders of all others.
"""


def is_remote(channel: str) -> bool:
    """Whether messages of a channel leave the program."""
    return channel in CHANNELS and CHANNELS[channel].remote


def to_outbound(row: OutboxRow, account: Account) -> Outbound:
    """A row as the channel sends it."""
    return Outbound(
        address=Address(account.channel, account.external_id),
        kind=Kind(row.kind),
        text=row.text,
        rows=tuple(tuple(Choice(label, value) for label, value in line) for line in row.rows),
        files=tuple(OutboundFile(path, name) for path, name in row.files),
        outbox_id=row.id,
        capabilities=CHANNELS[account.capabilities],
    )


class Dispatcher:
    """Claims due messages, sends them, and writes down what became of them.

    `paces` names the limits of the channels that have some.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        zone: ZoneInfo,
        paces: Mapping[str, Pace] | None = None,
        send_timeout: float = SEND_TIMEOUT,
    ) -> None:
        self._database = database
        self.channels = channels
        self._zone = zone
        self._paces = paces or {}
        self._send_timeout = send_timeout
        self._flying: set[asyncio.Task[None]] = set()
        self._landed: list[tuple[OutboxRow, Outcome]] = []
        self._doubtful: list[OutboxRow] = []
        self._repeatable: dict[int, datetime] = {}
        """What would be sent again after a crash now, and since when it is under way."""
        self._wake = asyncio.Event()
        self._ticking = asyncio.Lock()

    def wake(self) -> None:
        """Something may be due: `rest` ends."""
        self._wake.set()

    async def rest(self, seconds: float) -> None:
        """Wait until something may be due, or a sending ended, or so many seconds passed."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), seconds)
        self._wake.clear()

    async def tick(self, patience: float | None = None) -> int:
        """Send what is due, one batch; how many messages were begun or came to an end.

        Waits for the sendings, at most `patience` seconds where that is given: those still under
        way then are written down by a later tick. One tick at a time: two would write down the
        same ends.
        """
        async with self._ticking:
            ended = await self._land()
            claimed = await self._claim(AT_ONCE - len(self._flying))
            for row, message in claimed:
                task = asyncio.create_task(self._send(row, message))
                self._flying.add(task)
                task.add_done_callback(self._flying.discard)
            if self._flying:
                await asyncio.wait(self._flying, timeout=patience)
            return len(claimed) + ended + await self._land()

    async def take_over(self) -> None:
        """End what a sender left behind that died; only where there is no sender but this one."""
        await self._database.run(lambda uow: self._end_lost(uow, True))

    async def stop(self, seconds: float) -> None:
        """Give what is under way so long to end, and write it down.

        What doesn't end is left to its lease: the next start finds it.
        """
        if self._flying:
            await asyncio.wait(self._flying, timeout=seconds)
        for task in list(self._flying):
            task.cancel()
        await self._land()

    async def _send(self, row: OutboxRow, message: Outbound) -> None:
        outcome: Outcome
        try:
            async with asyncio.timeout(self._send_timeout):
                outcome = await self.channels[row.channel].send(message)
        except TimeoutError:
            outcome = Unknown("no answer in time")
        except Exception as error:  # a channel shall not raise; if it does, nothing is lost
            outcome = Unknown(type(error).__name__)
        self._landed.append((row, outcome))
        self._wake.set()

    async def _land(self) -> int:
        """Write down what ended; kept for the next time when the database is away."""
        ended = list(self._landed)
        if ended:
            await self._database.run(lambda uow: settle(uow, ended, self._zone))
            del self._landed[: len(ended)]
            for row, _ in ended:
                self._repeatable.pop(row.id, None)
        return len(ended)

    async def _claim(self, room: int) -> list[tuple[OutboxRow, Outbound]]:
        claimed: list[OutboxRow] = []

        def work(uow: UnitOfWork) -> list[tuple[OutboxRow, Outbound]]:
            claimed.clear()
            # Claimed by a transaction whose end wasn't seen: ours, and not sent yet.
            rows = uow.outbox.claimed(self._doubtful)
            self._sweep(uow)
            if room > len(rows):
                rows += self._due(uow, room - len(rows), rows)
            claimed.extend(rows)
            if not rows:
                return []
            accounts = uow.accounts.several({row.account_id for row in rows})
            self._pace_chats(uow, rows, accounts)
            return [
                (row, to_outbound(row, accounts[row.account_id]))
                for row in self._reachable(uow, rows, accounts)
            ]

        try:
            found = await self._database.run(work)
        except BaseException:
            known = {row.id: row for row in (*self._doubtful, *claimed)}
            self._doubtful = list(known.values())
            raise
        self._doubtful = []
        for row, _ in found:
            if self._is_repeatable(row):
                self._repeatable[row.id] = self._database.clock.now()
        return found

    @staticmethod
    def _is_repeatable(row: OutboxRow) -> bool:
        return is_remote(row.channel) and POLICIES[Kind(row.kind)].repeats

    def _sweep(self, uow: UnitOfWork) -> None:
        """End what its sender left behind and what is no longer worth sending."""
        if not uow.outbox.has_overdue():
            return
        self._end_lost(uow)
        expired = uow.outbox.expire()
        settle_notices(uow, [row.id for row in expired if POLICIES[Kind(row.kind)].carries_notices])

    def _end_lost(self, uow: UnitOfWork, alone: bool = False) -> None:
        """What a dead sender had in hand perhaps arrived; where the row is the message, it goes."""
        ours = {row.id for row in self._doubtful}
        stopped = "the sender stopped"
        lost: list[tuple[OutboxRow, Outcome]] = [
            (row, Unknown(stopped) if is_remote(row.channel) else NotSent(stopped))
            for row in uow.outbox.lost(alone=alone)
            if row.id not in ours
        ]
        if lost:
            settle(uow, lost, self._zone)

    def _room_to_repeat(self, rows: list[OutboxRow], now: datetime) -> int:
        """How many messages may begin that would be sent again after a crash."""
        begun = any(now - since < HANGS for since in self._repeatable.values())
        return 0 if begun or any(map(self._is_repeatable, rows)) else 1

    def _due(self, uow: UnitOfWork, room: int, held: list[OutboxRow]) -> list[OutboxRow]:
        """Claim from every channel what its pace lets out now, beside what is held already."""
        rows: list[OutboxRow] = []
        moments = uow.paces.channels()
        for name in self.channels:
            send_from, most = moments.get(name), room - len(rows)
            pace = self._paces.get(name)
            repeated = self._room_to_repeat(held + rows, uow.now) if is_remote(name) else None
            if most <= 0 or (send_from is not None and send_from > uow.now):
                continue
            if pace is None:
                rows += uow.outbox.claim(name, most, LEASE, repeated)
                continue
            if send_from is not None and not uow.paces.hold(name):
                continue
            most = min(most, int(tokens(send_from, pace.overall, uow.now)))
            found = uow.outbox.claim(name, most, LEASE, repeated) if most > 0 else []
            if found:
                moment = after(send_from, pace.overall, uow.now, len(found))
                uow.paces.set_channel(name, moment)
                rows += found
        return rows

    def _pace_chats(
        self, uow: UnitOfWork, rows: list[OutboxRow], accounts: Mapping[int, Account]
    ) -> None:
        uow.paces.take(
            (accounts[row.account_id], pace.of_chat(accounts[row.account_id].external_id))
            for row in rows
            if (pace := self._paces.get(row.channel)) is not None
        )

    def _reachable(
        self, uow: UnitOfWork, rows: list[OutboxRow], accounts: Mapping[int, Account]
    ) -> list[OutboxRow]:
        """The rows that can be sent; those for blocked accounts fail here and now."""
        blocked = [row for row in rows if accounts[row.account_id].blocked_at is not None]
        if not blocked:
            return rows
        refusal = Rejected(BLOCKED, permanent=True, blocked=True)
        settle(uow, [(row, refusal) for row in blocked], self._zone)
        return [row for row in rows if accounts[row.account_id].blocked_at is None]
