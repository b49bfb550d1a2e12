"""The dispatcher: outbox rows → channels. One retry layer; no transaction is open while sending.

Sendings run side by side, one a chat; a platform that lets one hang holds up none of the others.
The ends of some and the claims of the next are written in one transaction.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.channels.base import Channel
from bot.delivery.claiming import Claim, Claiming, Claims, Room, end_lost, is_repeatable, sweep
from bot.delivery.settling import settle
from bot.logs import where
from bot.messages import Outcome, Pace, Sent, Unknown
from bot.storage.database import Database
from bot.storage.records import OutboxRow
from bot.storage.unit_of_work import UnitOfWork
from bot.waking import Waking

log = structlog.get_logger()

SEND_TIMEOUT = 45.0
"""Seconds after which a sending without an answer ends as unknown; well within the lease."""

AT_ONCE = 32
"""Sendings that are under way at the same time."""

IN_DOUBT = 4
"""How many of them would be sent again after a crash: so many people read something twice then.

At 80 ms an answer that is fifty a second, more than a platform takes.
"""

HANGS = timedelta(seconds=2)
"""How long a message counts among those: one that takes longer lets another begin, for a chat that
hangs shall not hold up all others."""

AHEAD = timedelta(seconds=0.1)
"""How long before its moment a message is claimed, so that it leaves on time whatever the database
has to do meanwhile."""

GATHERS = 0.004
"""Seconds for which ends and new messages are gathered, to be written down together."""


class Dispatcher(Waking):
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
        super().__init__()
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
        self._came_through: dict[str, datetime] = {}
        """When each channel took a message last."""
        self._ticking = asyncio.Lock()

    async def serve(self, stopping: Callable[[], bool]) -> None:
        """Send what is due as it becomes due, until it is to stop; looked at when it is woken."""
        while not stopping():
            try:
                async with self._ticking:
                    done = await self._turn(AHEAD)
            except Exception as error:
                log.error("sending failed", **where(error))
                await asyncio.sleep(1)
                continue
            await self.rest(self._pause(done))
            await asyncio.sleep(GATHERS)

    def _pause(self, done: Claims) -> float:
        """Seconds until something is due that nobody will wake for."""
        if done.ended:
            # What stood in a chat's way is gone: perhaps the next can go.
            return 0.0
        if done.next_at is None:
            return 1.0
        left = (done.next_at - self._database.clock.now()).total_seconds()
        return min(1.0, max(0.0, left))

    async def tick(self, patience: float | None = None) -> int:
        """Send all that is due, batch after batch; how many messages were begun or came to an end.

        Where `patience` is given it is one batch, which is waited for at most so many seconds: what
        is still under way then is written down by a later tick. One tick at a time: two would
        write down the same ends.
        """
        count = 0
        async with self._ticking:
            while True:
                landed = len(self._landed)
                done = await self._turn()
                if self._flying:
                    await asyncio.wait(self._flying, timeout=patience)
                count += landed + len(done.made) + done.ended
                if patience is not None or not (done.made or done.ended):
                    return count + await self._land()

    async def take_over(self) -> None:
        """End what a sender left behind that died; only where there is no sender but this one."""
        await self._database.run(lambda uow: end_lost(uow, self._zone, set(), alone=True))

    async def stop(self, seconds: float) -> None:
        """Give what is under way so long to end, and write it down.

        What doesn't end is left to its lease: the next start finds it.
        """
        if self._flying:
            await asyncio.wait(self._flying, timeout=seconds)
        for task in list(self._flying):
            task.cancel()
        await self._land()

    async def _send(self, claim: Claim) -> None:
        row = claim.row
        outcome: Outcome
        try:
            early = (claim.leaves_at - self._database.clock.now()).total_seconds()
            if early > 0:
                await asyncio.sleep(early)
            async with asyncio.timeout(self._send_timeout):
                outcome = await self.channels[row.channel].send(claim.message)
        except TimeoutError:
            outcome = Unknown("no answer in time")
        except Exception as error:  # a channel shall not raise; if it does, nothing is lost
            outcome = Unknown(type(error).__name__)
        if isinstance(outcome, Sent):
            self._came_through[row.channel] = self._database.clock.now()
        self._landed.append((row, outcome))
        self.wake()

    async def _land(self) -> int:
        """Write down what ended; kept for the next time when the database is away."""
        ended = list(self._landed)
        if ended:
            await self._database.run(lambda uow: settle(uow, ended, self._zone))
            self._forget(ended)
        return len(ended)

    def _forget(self, ended: list[tuple[OutboxRow, Outcome]]) -> None:
        del self._landed[: len(ended)]
        for row, _ in ended:
            self._repeatable.pop(row.id, None)

    async def _turn(self, ahead: timedelta = timedelta()) -> Claims:
        """Write down what ended, and claim and begin what there is room for then."""
        ended, seen = list(self._landed), list[OutboxRow]()
        room = self._room({row.id for row, _ in ended}, ahead)

        def work(uow: UnitOfWork) -> Claims:
            seen.clear()
            if ended:
                settle(uow, ended, self._zone)
            # Claimed by a transaction whose end wasn't seen: ours, and not sent yet.
            held = uow.outbox.claimed(self._doubtful)
            sweep(uow, self._zone, {row.id for row in self._doubtful})
            claiming = Claiming(uow, self.channels, self._paces, self._zone, self._came_through)
            return claiming.claim(room, held, seen)

        try:
            done = await self._database.run(work)
        except BaseException:
            known = {row.id: row for row in (*self._doubtful, *seen)}
            self._doubtful = list(known.values())
            raise
        self._doubtful = []
        self._forget(ended)
        for claim in done.made:
            if is_repeatable(claim.row):
                self._repeatable[claim.row.id] = self._database.clock.now()
            task = asyncio.create_task(self._send(claim))
            self._flying.add(task)
            task.add_done_callback(self._flying.discard)
        return done

    def _room(self, ended: set[int], ahead: timedelta) -> Room:
        """How much may begin once the `ended` are written down."""
        now = self._database.clock.now()
        in_doubt = sum(
            row_id not in ended and now - since < HANGS
            for row_id, since in self._repeatable.items()
        )
        return Room(AT_ONCE - len(self._flying), max(0, IN_DOUBT - in_doubt), ahead)
