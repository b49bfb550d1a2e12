"""Who hears of something, and when: as the organiser reads it who said it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.events.rules import next_allowed
from bot.reminders.notices import Audience
from bot.speech.show import show_moment
from bot.speech.translation import Listing, Phrase, say
from bot.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Told:
    """How many persons hear of something: now, in the morning, by a call; how many wish not to."""

    now: int = 0
    later: int = 0
    later_at: datetime | None = None
    to_call: int = 0
    stopped: int = 0


def told_of(uow: UnitOfWork, audience: Audience, zone: ZoneInfo) -> Told:
    """How many a wave reaches, with the quiet hours as they are now."""
    send_at = next_allowed(uow.now, zone)
    reached, to_call, stopped = map(len, (audience.reached, audience.to_call, audience.stopped))
    if send_at > uow.now:
        return Told(later=reached, later_at=send_at, to_call=to_call, stopped=stopped)
    return Told(now=reached, to_call=to_call, stopped=stopped)


def told_words(told: Told, zone: ZoneInfo) -> Listing | Phrase:
    """ "3 người ngay bây giờ, 2 người phải gọi điện"."""
    parts: list[Phrase] = []
    if told.now:
        parts.append(say("events.told_now", count=told.now))
    if told.later and told.later_at is not None:
        at = show_moment(told.later_at, zone)
        parts.append(say("events.told_later", count=told.later, when=at))
    if told.to_call:
        parts.append(say("events.told_by_call", count=told.to_call))
    if told.stopped:
        parts.append(say("events.told_stopped", count=told.stopped))
    return Listing(tuple(parts)) if parts else say("events.told_nobody")
