"""What organisers do with regular events: change or end them from a day on; nothing is said here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.conversations.effects import ChangeSeries
from bot.domain.due import DueKind
from bot.handlers.acting import Acting, Refused
from bot.handlers.events import commands
from bot.language.recurrences import Recurrence
from bot.reminders.planner import AHEAD, write_occurrences
from bot.storage.records import Event, Occurrence


@dataclass(frozen=True)
class Changed:
    """A regular event as it is from now on, and its first day; None where none is in sight."""

    event: Event
    first: Occurrence | None


def end(acting: Acting, event: Event, since: date | None = None) -> Event | Refused:
    """Let a regular event take place no more, from a day on; from now on where none is named."""
    if (refused := _refused(acting, event)) is not None:
        return refused
    coming = _coming(acting, event, since)
    starts = _day(acting, since)
    ended = acting.uow.events.update(
        event.id, ended_at=datetime.combine(starts, time(), acting.zone) if since else acting.now
    )
    again = write_occurrences(acting.uow, ended, acting.zone)
    if again is None:
        acting.uow.due.settle(event.id, DueKind.EXTEND)
    _let_go(acting, coming, [])
    return ended


def change(acting: Acting, event: Event, wanted: ChangeSeries) -> Changed | Refused:
    """Hold a regular event by another rule, hour or place, from a day on.

    Days that people know of already move to the new day next to them, and people are told; those
    that nobody knows of are written anew.
    """
    if (refused := _refused(acting, event)) is not None:
        return refused
    uow = acting.uow
    if wanted.since is not None:
        # What comes before that day stays as it was, however far away it is.
        write_occurrences(uow, event, acting.zone)
    coming = _coming(acting, event, wanted.since)
    after = uow.events.update(
        event.id, recurrence=wanted.recurrence, hour=wanted.hour, place=wanted.place
    )
    since = _day(acting, wanted.since)
    _let_go(acting, coming, _moments(acting, after, since))
    again = write_occurrences(uow, after, acting.zone, since=since)
    if again is not None:
        uow.due.set(DueKind.EXTEND, event.id, again)
    first = next(
        (each for each in uow.events.future_of(event.id) if _on(acting, each) >= since), None
    )
    return Changed(after, first)


def _refused(acting: Acting, event: Event) -> Refused | None:
    if not acting.organises(event.club_id):
        return Refused.NOT_YOURS
    return Refused.OVER if event.ended_at is not None else None


def _day(acting: Acting, since: date | None) -> date:
    return max(since or acting.today, acting.today)


def _on(acting: Acting, occurrence: Occurrence) -> date:
    return occurrence.starts_at.astimezone(acting.zone).date()


def _coming(acting: Acting, event: Event, since: date | None) -> list[Occurrence]:
    """The days that are no longer to be as they were."""
    since = _day(acting, since)
    return [each for each in acting.uow.events.future_of(event.id) if _on(acting, each) >= since]


def _moments(acting: Acting, event: Event, since: date) -> list[datetime]:
    """When it takes place by its rule from a day on."""
    hour = time.fromisoformat(event.hour)
    days = Recurrence.from_json(event.recurrence).occurrences(since, acting.today + AHEAD)
    moments = [datetime.combine(day, hour, acting.zone) for day in days]
    return [each for each in moments if each > acting.now]


def _let_go(acting: Acting, coming: Sequence[Occurrence], moments: Sequence[datetime]) -> None:
    """Move the days that people know of to the nearest of these moments, else call them off."""
    uow = acting.uow
    known = uow.events.known(each.id for each in coming)
    uow.events.drop_occurrences(each.id for each in coming if each.id not in known)
    moved = [each for each in coming if each.id in known]
    if not moved:
        return
    event = uow.events.get(moved[0].event_id)
    own = {each.nominal_on for each in moved}
    taken = uow.events.days_of(event.id) - own
    left = [each for each in moments if each.date() not in taken]
    to: dict[int, datetime] = {}
    for occurrence in moved:
        if not left:
            break
        nearest = min(left, key=lambda each: abs(each - occurrence.starts_at))
        left.remove(nearest)
        to[occurrence.id] = nearest
    for place, occurrence in enumerate(moved):
        # Two of them may change places: none stands on another's day meanwhile.
        uow.events.update_occurrence(occurrence.id, nominal_on=date(1, 1, 1 + place))
    for occurrence in moved:
        starts_at = to.get(occurrence.id)
        if starts_at is None:
            uow.events.update_occurrence(occurrence.id, nominal_on=occurrence.nominal_on)
            commands.cancel(acting, occurrence)
            continue
        uow.events.update_occurrence(occurrence.id, nominal_on=starts_at.date())
        if starts_at != occurrence.starts_at or event.place != occurrence.place:
            commands.move(acting, occurrence, starts_at, event.place)
