"""How fast may be sent: token buckets that hold across processes, one time a bucket.

A bucket is kept as the earliest moment of its next message (the form of the generic cell rate
algorithm): from then on it holds one token and gains `rate.per_second`, up to `rate.burst`.
A pause that a platform asks for is the same moment, further away.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.messages import Rate
from bot.storage import schema
from bot.storage.records import Account
from bot.storage.statements import upsert

LONGEST_PAUSE = 86_400.0
"""Seconds: no platform's wish to wait is taken for longer at once."""


@dataclass(frozen=True)
class Bucket:
    """A bucket at a moment: when its next messages may go, the first of them perhaps long ago."""

    begins: datetime
    rate: Rate

    @classmethod
    def of(cls, send_from: datetime | None, rate: Rate, now: datetime) -> Bucket:
        """The bucket that is kept as its next moment; None for one that was never used."""
        full = now - timedelta(seconds=(rate.burst - 1) / rate.per_second)
        return cls(full if send_from is None else max(send_from, full), rate)

    def moment(self, number: int) -> datetime:
        """When its message of a number (from 0) may go at the earliest."""
        return self.begins + timedelta(seconds=number / self.rate.per_second)

    def lets_out(self, until: datetime) -> int:
        """How many messages may go up to a moment."""
        room = (until - self.begins).total_seconds() * self.rate.per_second
        # A moment is kept in whole millionths of a second.
        return max(0, math.floor(room + 1.0 + 1e-6 * self.rate.per_second))


class Paces:
    """The buckets of channels and of chats."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def channels(self) -> dict[str, datetime]:
        """The next moment of each channel that was ever paced or paused."""
        return {row.channel: row.send_from for row in self._connection.execute(_MOMENTS)}

    def hold(self, channel: str) -> bool:
        """Lock a channel's bucket until this transaction ends; False while another worker does."""
        return self._connection.execute(_HELD, {"name": channel}).first() is not None

    def set_channel(self, channel: str, send_from: datetime) -> None:
        """A channel's next moment."""
        row = {"channel": channel, "send_from": send_from}
        upsert(self._connection, schema.pace, row, change=("send_from",))

    def pause_channel(self, channel: str, seconds: float) -> None:
        """Nobody sends on a channel for so long; a longer pause that holds already stands."""
        until = self._now + _bounded(seconds)
        if self.channels().get(channel, self._now) < until:
            self.set_channel(channel, until)

    def pause_chat(self, account_id: int, seconds: float) -> None:
        """Nothing is sent to one chat for so long."""
        self._connection.execute(
            sa.update(schema.account)
            .where(schema.account.c.id == account_id)
            .values(send_from=self._now + _bounded(seconds))
        )

    def take(self, taken: Iterable[tuple[Account, Rate]]) -> None:
        """One message goes to each of these chats now."""
        values = [
            {
                "chat": account.id,
                "next": Bucket.of(account.send_from, rate, self._now).moment(1),
            }
            for account, rate in taken
        ]
        # Others lock accounts one by one in this order too: no two wait for each other.
        values.sort(key=lambda each: int(str(each["chat"])))
        if values:
            self._connection.execute(_TAKE, values)


def _bounded(seconds: float) -> timedelta:
    return timedelta(seconds=min(max(seconds, 0.0), LONGEST_PAUSE))


# What runs for every message is built once.
_MOMENTS = sa.select(schema.pace)
_HELD = (
    sa.select(schema.pace.c.channel)
    .where(schema.pace.c.channel == sa.bindparam("name"))
    .with_for_update(skip_locked=True)
)
_TAKE = (
    sa.update(schema.account)
    .where(schema.account.c.id == sa.bindparam("chat"))
    .values(send_from=sa.bindparam("next"))
)
