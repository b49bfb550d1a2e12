"""What goes out next: the most urgent that is due, at each channel's pace, to whom may be written.

All of it happens in one transaction, before anything leaves. What can't go now ends here, where
somebody sees it, or waits for the moment at which it may.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.channels.base import Channel, Recipient
from bot.channels.registry import capabilities_of, is_remote
from bot.delivery.settling import BLOCKED, LOOK_AGAIN, STOPPED, settle, settle_notices
from bot.messages import (
    POLICIES,
    REPEATED_AFTER,
    Address,
    Choice,
    Kind,
    MessageState,
    NotSent,
    Outbound,
    OutboundFile,
    Outcome,
    Pace,
    Rejected,
    Unknown,
)
from bot.storage.paces import Bucket
from bot.storage.records import Account, OutboxRow
from bot.storage.unit_of_work import UnitOfWork

LEASE = timedelta(seconds=90)
"""How long a sender that says nothing is believed to be alive."""

OTHER_WORKER = timedelta(seconds=0.05)
"""How long another worker's turn at a channel is waited for."""

WRITTEN_SINCE = "the person has written since"
TOO_LATE = "it may not be sent any more: {}"
"""The reasons of messages that weren't sent."""


@dataclass(frozen=True)
class Claim:
    """A message that is on its way from the moment at which it was claimed."""

    row: OutboxRow
    message: Outbound
    leaves_at: datetime
    """When its channel's pace lets it go."""


@dataclass(frozen=True)
class Claims:
    """What was claimed at once."""

    made: Sequence[Claim] = ()
    ended: int = 0
    """Messages that came to an end without being sent."""
    next_at: datetime | None = None
    """When a channel's pace lets out more of what is due; None: nothing is held up by a pace."""


@dataclass(frozen=True)
class Room:
    """How much more may be under way."""

    most: int
    repeatable: int
    """How many of those that would be sent again after a crash."""
    ahead: timedelta = timedelta()
    """How long before its moment a message is taken out of the database."""


def is_repeatable(row: OutboxRow) -> bool:
    """Whether a message would be sent again if its sender died now."""
    return is_remote(row.channel) and POLICIES[Kind(row.kind)].repeats


def to_outbound(row: OutboxRow, account: Account) -> Outbound:
    """A row as the channel sends it."""
    return Outbound(
        address=Address(account.channel, account.external_id),
        kind=Kind(row.kind),
        text=row.text,
        rows=tuple(tuple(Choice(label, value) for label, value in line) for line in row.rows),
        files=tuple(OutboundFile(path, name) for path, name in row.files),
        outbox_id=row.id,
        capabilities=capabilities_of(account.capabilities),
    )


class Claiming:
    """Claims due messages in one transaction. `came_through`: when each channel took one last."""

    def __init__(
        self,
        uow: UnitOfWork,
        channels: Mapping[str, Channel],
        paces: Mapping[str, Pace],
        zone: ZoneInfo,
        came_through: Mapping[str, datetime],
    ) -> None:
        self._uow = uow
        self._channels = channels
        self._paces = paces
        self._zone = zone
        self._came_through = came_through
        self._moments: Mapping[str, datetime] = {}
        self._next_at: datetime | None = None
        self._leaves: dict[int, datetime] = {}
        self._repeatable = 0

    def claim(self, room: Room, held: list[OutboxRow], seen: list[OutboxRow]) -> Claims:
        """Claim what there is room for, beside what is `held` already; `seen` gets every row."""
        rows = [*held]
        if room.most > len(rows):
            self._repeatable = max(0, room.repeatable - sum(map(is_repeatable, rows)))
            self._moments = self._uow.paces.channels()
            for name in self._channels:
                rows += self._due(name, room.most - len(rows), room.ahead)
        seen.extend(rows)
        if not rows:
            return Claims(next_at=self._next_at)
        accounts = self._uow.accounts.several({row.account_id for row in rows})
        going = [row for row in rows if self._may_go(row, accounts[row.account_id])]
        self._pace_chats(going, accounts)
        made = [
            Claim(
                row,
                to_outbound(row, accounts[row.account_id]),
                self._leaves.get(row.id, self._uow.now),
            )
            for row in going
        ]
        return Claims(made, len(rows) - len(going), self._next_at)

    def _due(self, name: str, most: int, ahead: timedelta) -> list[OutboxRow]:
        """Claim from a channel what its pace lets out now or within `ahead`."""
        uow, pace = self._uow, self._paces.get(name)
        repeatable = self._repeatable if is_remote(name) else None
        send_from = self._moments.get(name)
        if most <= 0:
            return []
        if pace is None:
            if send_from is not None and send_from > uow.now:
                self._look_again_at(send_from)
                return []
            rows = uow.outbox.claim(name, most, LEASE, repeatable)
        else:
            bucket = Bucket.of(send_from, pace.overall, uow.now)
            fits = min(most, bucket.lets_out(uow.now + ahead))
            if fits <= 0:
                self._look_again_at(bucket.begins - ahead)
                return []
            if send_from is not None and not uow.paces.hold(name):
                self._look_again_at(uow.now + OTHER_WORKER)
                return []
            rows = uow.outbox.claim(name, fits, LEASE, repeatable)
            if rows:
                uow.paces.set_channel(name, bucket.moment(len(rows)))
                self._leaves |= {row.id: bucket.moment(n) for n, row in enumerate(rows)}
            if len(rows) == fits:
                self._look_again_at(bucket.moment(len(rows)) - ahead)
        if repeatable is not None:
            self._repeatable -= sum(map(is_repeatable, rows))
        return rows

    def _look_again_at(self, moment: datetime) -> None:
        self._next_at = moment if self._next_at is None else min(self._next_at, moment)

    def _pace_chats(self, rows: list[OutboxRow], accounts: Mapping[int, Account]) -> None:
        self._uow.paces.take(
            (accounts[row.account_id], pace.of_chat(accounts[row.account_id].external_id))
            for row in rows
            if (pace := self._paces.get(row.channel)) is not None
        )

    # Whether it may go

    def _may_go(self, row: OutboxRow, account: Account) -> bool:
        """Whether a claimed row is to be sent; else it ends here and now, or waits."""
        if account.blocked_at is not None:
            refusal = Rejected(BLOCKED, permanent=True, blocked=True)
            settle(self._uow, [(row, refusal)], self._zone)
            return False
        return self._is_wanted_again(row, account) and self._is_permitted(row, account)

    def _is_wanted_again(self, row: OutboxRow, account: Account) -> bool:
        """Whether a reply that perhaps arrived is to go again: nobody has written since, and the
        platform takes messages again, or nobody knows for long that it doesn't."""
        if row.perhaps_at is None or not POLICIES[Kind(row.kind)].answers:
            return True
        uow = self._uow
        if uow.inbox.heard_since(Address(account.channel, account.external_id), row.perhaps_at):
            uow.outbox.set(
                row.id,
                MessageState.UNKNOWN,
                sent_at=row.perhaps_at,
                reason=WRITTEN_SINCE,
                lease_until=None,
            )
            return False
        last = row.perhaps_at + REPEATED_AFTER
        came_through = self._came_through.get(row.channel)
        works = came_through is not None and came_through > row.perhaps_at
        if row.reason == STOPPED or works or uow.now >= last:
            return True
        self._put_back(row, min(uow.now + LOOK_AGAIN, last))
        return False

    def _is_permitted(self, row: OutboxRow, account: Account) -> bool:
        """Whether the platform lets the bot write to this person now, by the channel's own word."""
        uow, kind = self._uow, Kind(row.kind)
        recipient = Recipient(account.external_id, account.last_seen_at)
        found = self._channels[row.channel].may_send(recipient, kind, uow.now)
        if found.allows(self._leaves.get(row.id, uow.now)):
            return True
        again = found.again_at
        if (
            again is not None
            and again > uow.now
            and (row.expires_at is None or again < row.expires_at)
        ):
            self._put_back(row, again)
        else:
            why = found.reason or ("it would cost" if found.price else "its time is over")
            refusal = Rejected(TOO_LATE.format(why), permanent=True)
            settle(uow, [(row, refusal)], self._zone)
        return False

    def _put_back(self, row: OutboxRow, until: datetime) -> None:
        """Let a row wait that was claimed and not sent: that was no attempt."""
        self._uow.outbox.set(
            row.id, MessageState.QUEUED, attempt=row.attempt - 1, not_before=until, lease_until=None
        )


# What nobody sends any more


def sweep(uow: UnitOfWork, zone: ZoneInfo, ours: set[int]) -> None:
    """End what its sender left behind, but for `ours`, and what is no longer worth sending."""
    if not uow.outbox.has_overdue():
        return
    end_lost(uow, zone, ours)
    expired = uow.outbox.expire()
    settle_notices(uow, [row.id for row in expired if POLICIES[Kind(row.kind)].carries_notices])


def end_lost(uow: UnitOfWork, zone: ZoneInfo, ours: set[int], *, alone: bool = False) -> None:
    """What a dead sender had in hand perhaps arrived; where the row is the message, it goes.

    `alone`: there is no sender but this one, so that no lease has to run out.
    """
    lost: list[tuple[OutboxRow, Outcome]] = [
        (row, Unknown(STOPPED, sender_died=True) if is_remote(row.channel) else NotSent(STOPPED))
        for row in uow.outbox.lost(alone=alone)
        if row.id not in ours
    ]
    if lost:
        settle(uow, lost, zone)
