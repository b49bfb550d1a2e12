"""The dispatcher: outbox rows → channels. One retry layer; no transaction is open while sending."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from sqlalchemy.engine import Connection

from bot.channels.base import Channel
from bot.clock import Clock
from bot.messages import (
    CHANNELS,
    Address,
    Choice,
    Kind,
    NotSent,
    Outbound,
    OutboundFile,
    Outcome,
    Rejected,
    RetryAfter,
    Sent,
    Unknown,
)
from bot.storage.database import Database
from bot.storage.records import OutboxRow
from bot.storage.unit_of_work import UnitOfWork

LEASE = timedelta(seconds=60)
BATCH = 25
PAUSES = (2, 10, 60, 300, 900)
"""Seconds between attempts when nothing left: the last one repeats until the row expires."""
MOST_ATTEMPTS = 8

REPEAT_UNKNOWN = frozenset({Kind.REMINDER.value, Kind.NOTICE.value})
"""Kinds that are sent once more when it isn't known whether they arrived; a reply never is."""


def to_outbound(uow: UnitOfWork, row: OutboxRow) -> Outbound:
    """A row as the channel sends it."""
    account = uow.accounts.get(row.account_id)
    return Outbound(
        address=Address(account.channel, account.external_id),
        kind=Kind(row.kind),
        text=row.text,
        rows=tuple(tuple(Choice(label, value) for label, value in line) for line in row.rows),
        files=tuple(OutboundFile(path, name) for path, name in row.files),
        outbox_id=row.id,
        capabilities=CHANNELS[account.capabilities],
    )


def settle(uow: UnitOfWork, row: OutboxRow, outcome: Outcome) -> None:
    """Write down how a sending ended, for the message and for the notices it carries."""
    attempt = row.attempt + 1
    if isinstance(outcome, Sent):
        uow.outbox.set(
            row.id,
            "sent",
            sent_at=uow.now,
            platform_id=outcome.platform_id,
            lease_until=None,
            reason=None,
        )
    elif isinstance(outcome, RetryAfter):
        uow.outbox.set(
            row.id,
            "queued",
            not_before=uow.now + timedelta(seconds=outcome.seconds),
            lease_until=None,
        )
        return
    elif isinstance(outcome, NotSent) or (isinstance(outcome, Rejected) and not outcome.permanent):
        if attempt >= MOST_ATTEMPTS:
            uow.outbox.set(row.id, "failed", reason=outcome.reason[:200], lease_until=None)
        else:
            pause = PAUSES[min(attempt, len(PAUSES)) - 1]
            uow.outbox.set(
                row.id,
                "queued",
                not_before=uow.now + timedelta(seconds=pause),
                lease_until=None,
                reason=outcome.reason[:200],
            )
            return
    elif isinstance(outcome, Rejected):
        uow.outbox.set(row.id, "failed", reason=outcome.reason[:200], lease_until=None)
        if outcome.blocked:
            uow.accounts.update(row.account_id, blocked_at=uow.now)
    elif isinstance(outcome, Unknown):
        if row.kind in REPEAT_UNKNOWN and attempt < 2:
            uow.outbox.set(
                row.id,
                "queued",
                not_before=uow.now + timedelta(seconds=PAUSES[1]),
                lease_until=None,
                reason=outcome.reason[:200],
            )
            return
        uow.outbox.set(row.id, "unknown", reason=outcome.reason[:200], lease_until=None)
    settle_notices(uow, row.id)


def settle_notices(uow: UnitOfWork, outbox_id: int) -> None:
    """A notice is sent when one of its messages is; to be called when none can be any more."""
    for notice in uow.events.notices_of_outbox(outbox_id):
        if notice.state not in ("planned", "perhaps"):
            continue
        states = uow.events.outbox_states(notice.id)
        if "sent" in states:
            uow.events.set_notices([notice.id], "sent")
        elif any(state in ("queued", "sending") for state in states):
            continue
        elif "unknown" in states:
            uow.events.set_notices([notice.id], "perhaps")
        elif "failed" in states:
            uow.events.set_notices([notice.id], "to_call", reason="unreachable")
        elif "expired" in states:
            uow.events.set_notices([notice.id], "expired")


class Dispatcher:
    """Claims due messages, sends them, and writes down what became of them."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        channels: Mapping[str, Channel],
        seed: str | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self.channels = channels
        self._seed = seed

    def _unit(self, connection: Connection) -> UnitOfWork:
        return UnitOfWork(connection, self._clock.now(), self._seed)

    async def tick(self) -> int:
        """Send what is due, one batch; how many messages were tried."""

        def claim(connection: Connection) -> list[tuple[OutboxRow, Outbound]]:
            uow = self._unit(connection)
            for row in uow.outbox.lost():
                # The attempt that was cut off is counted already.
                settle(uow, replace(row, attempt=row.attempt - 1), Unknown("the sender stopped"))
            for row in uow.outbox.expire():
                settle_notices(uow, row.id)
            rows = uow.outbox.claim(BATCH, LEASE, self.channels)
            return [(row, to_outbound(uow, row)) for row in rows]

        claimed = await self._database.run(claim)
        outcomes: list[tuple[OutboxRow, Outcome]] = []
        for row, message in claimed:
            channel = self.channels[message.address.channel]
            try:
                outcome = await channel.send(message)
            except Exception as error:  # a channel shall not raise; if it does, nothing is lost
                outcome = Unknown(type(error).__name__)
            outcomes.append((row, outcome))
        if outcomes:

            def close(connection: Connection) -> None:
                uow = self._unit(connection)
                for row, outcome in outcomes:
                    settle(uow, row, outcome)

            await self._database.run(close)
        return len(claimed)
