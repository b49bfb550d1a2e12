"""The clock that is handed in: nothing else in the program asks the machine for the time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the present moment, always as an aware datetime in UTC."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        ...


class MovableClock(Clock, Protocol):
    """A clock that can be moved forward."""

    def move_to(self, moment: datetime) -> None:
        """Move forward to `moment`."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class VirtualClock:
    """A clock that stands still until it is moved, forward only.

    Used by the scripted channel, by the story of the demonstration and by the tests.
    """

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("a virtual clock needs an aware time")
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    def begin_at(self, moment: datetime) -> None:
        """Stand at `moment`, be it earlier: for whoever knows that nothing has happened yet."""
        if moment.tzinfo is None:
            raise ValueError("a virtual clock needs an aware time")
        self._now = moment.astimezone(UTC)

    def move_to(self, moment: datetime) -> None:
        """Move forward to `moment`; raises ValueError when it lies in the past."""
        if moment.tzinfo is None:
            raise ValueError("a virtual clock needs an aware time")
        if moment < self._now:
            raise ValueError("the clock only moves forward")
        self._now = moment.astimezone(UTC)


class ShiftedClock:
    """A clock that goes at its usual pace from a moment of its own, and can be moved forward.

    Used by the demonstration while people look at it: what is said one after another has times
    one after another.
    """

    def __init__(self, start: datetime, source: Clock) -> None:
        if start.tzinfo is None:
            raise ValueError("a shifted clock needs an aware time")
        self._source = source
        self._shift = start - source.now()
        self._latest = start.astimezone(UTC)

    def now(self) -> datetime:
        # The machine's clock may be set back; what was written down must not lie in the future.
        self._latest = max(self._latest, self._source.now() + self._shift)
        return self._latest

    def move_to(self, moment: datetime) -> None:
        """Move forward to `moment`; a moment that went by meanwhile changes nothing."""
        if moment.tzinfo is None:
            raise ValueError("a shifted clock needs an aware time")
        self._shift += max(moment - self.now(), timedelta())
