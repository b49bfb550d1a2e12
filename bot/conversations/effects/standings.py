"""What happens when a club rests, ends or goes on."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.standings import Becomes


@dataclass(frozen=True)
class AskStanding:
    """Who organises a club wishes that it rests, ends or goes on."""

    club_id: int
    becomes: Becomes
    reason: str


@dataclass(frozen=True)
class ChangeStanding:
    """Who coordinates it decides so; `asked`: the wish that it answers."""

    club_id: int
    becomes: Becomes
    reason: str
    into_id: int | None = None
    asked: int | None = None


@dataclass(frozen=True)
class StandingAsked:
    """A wish was written down: the coordinators are asked."""

    standing_id: int


@dataclass(frozen=True)
class StandingDeclined:
    """It was not agreed to: whoever wished it is told."""

    standing_id: int


@dataclass(frozen=True)
class StandingChanged:
    """A club rests, has ended or goes on: its members and those in charge are told."""

    standing_id: int
