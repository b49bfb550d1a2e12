"""The planner: events × rules × calendar → occurrences, and the waves of notices about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import buttons
from bot.delivery.letters import Letter
from bot.delivery.telling import tell_organisers
from bot.domain.due import Looked, SubjectKind
from bot.domain.events import KINDS
from bot.domain.events.rules import MORNING, reminder_times
from bot.domain.holidays import ASKED_BEFORE, holiday_on
from bot.domain.states import OccurrenceState
from bot.language.recurrences import Recurrence
from bot.messages import Priority
from bot.reminders.notices import members, send
from bot.reminders.occasions import REMINDER, Occasion
from bot.reminders.waves import Wave
from bot.speech.show import show_moment
from bot.speech.translation import say
from bot.storage.records import DueRow, Event, Occurrence, Person
from bot.storage.unit_of_work import UnitOfWork

AHEAD = timedelta(days=62)
"""How far ahead occurrences are written down: two monthly meetings."""
EXTEND_EVERY = timedelta(days=7)
FRESHLY_TOLD = timedelta(hours=12)
"""A reminder that falls so soon after the message about a move says nothing new (a proposal)."""


@dataclass(frozen=True)
class Lead:
    """A reminder of an occurrence: its name ("3d"), when it is due, when it is worth nothing."""

    name: str
    due_at: datetime
    expires_at: datetime


def leads_of(event: Event, starts_at: datetime, zone: ZoneInfo) -> list[Lead]:
    """The reminders of an occurrence in time order; each is worth sending until the next."""
    times = sorted(
        (due, f"{offset.days_before}d")
        for offset, due in reminder_times(starts_at, zone, KINDS[event.kind])
    )
    ends = [due for due, _ in times[1:]] + [starts_at]
    return [Lead(name, due, end) for (due, name), end in zip(times, ends, strict=True) if due < end]


def extend(uow: UnitOfWork, due: DueRow, zone: ZoneInfo) -> Looked:
    """Write down the occurrences of an event that come into sight."""
    return Looked(again=write_occurrences(uow, uow.events.get(due.subject_id), zone))


def write_occurrences(
    uow: UnitOfWork, event: Event, zone: ZoneInfo, *, since: date | None = None
) -> datetime | None:
    """Write down an event's occurrences until `AHEAD`; when to go on, None for never.

    From today, or from `since` on where that is later; an event that ends has none from then on.
    """
    rule = Recurrence.from_json(event.recurrence)
    today = uow.now.astimezone(zone).date()
    start, end = max(since or today, today), today + AHEAD
    if event.ended_at is not None:
        end = min(end, event.ended_at.astimezone(zone).date() - timedelta(days=1))
    hour = time.fromisoformat(event.hour)
    for day in rule.occurrences(start, end):
        starts_at = datetime.combine(day, hour, zone)
        if starts_at <= uow.now:
            continue
        leads = [lead for lead in leads_of(event, starts_at, zone) if lead.expires_at > uow.now]
        uow.events.add_occurrence(
            event_id=event.id,
            club_id=event.club_id,
            nominal_on=day,
            starts_at=starts_at,
            place=event.place,
            state=OccurrenceState.PLANNED,
            plan_version=1,
            plan_at=min(
                [*(lead.due_at for lead in leads), *_question_at(event, day, zone)],
                default=starts_at,
            ),
        )
    if rule.kind == "once" or (event.ended_at is not None and event.ended_at <= uow.now + AHEAD):
        return None
    return max(uow.now + EXTEND_EVERY, datetime.combine(start, MORNING, zone) - AHEAD)


def _question_at(event: Event, day: date, zone: ZoneInfo) -> list[datetime]:
    """When the organisers are asked about a regular day that falls on a holiday."""
    if Recurrence.from_json(event.recurrence).kind == "once" or holiday_on(day) is None:
        return []
    return [datetime.combine(day - ASKED_BEFORE, MORNING, zone)]


def _ask_about_holiday(
    uow: UnitOfWork, event: Event, occurrence: Occurrence, zone: ZoneInfo
) -> None:
    """Ask once whether a meeting on a holiday is kept, moved or cancelled."""
    day = occurrence.starts_at.astimezone(zone).date()
    if day != occurrence.nominal_on:
        return
    if not any(moment <= uow.now for moment in _question_at(event, day, zone)):
        return
    letter = Letter(
        key=f"holiday/{occurrence.id}",
        phrase=say(
            "events.on_holiday",
            what=say(f"event.kind.{event.kind}"),
            club=uow.clubs.get(occurrence.club_id).name,
            when=show_moment(occurrence.starts_at, zone, lunar=True),
            holiday=say(f"holiday.{holiday_on(day)}"),
        ),
        choices=[
            [
                (say("events.keep"), buttons.no(buttons.Keep(occurrence.id))),
                (say("events.move"), buttons.Move(occurrence.id)),
                (say("events.cancel"), buttons.Cancel(occurrence.id)),
            ]
        ],
    )
    tell_organisers(uow, occurrence.club_id, zone, letter)


def plan(uow: UnitOfWork, due: DueRow, zone: ZoneInfo) -> Looked:
    """Do what is due for one occurrence: ask about a holiday, remind, or end it."""
    occurrence = uow.events.find_occurrence(due.subject_id)
    if occurrence is None or occurrence.state != OccurrenceState.PLANNED:
        return Looked()
    if occurrence.starts_at <= uow.now:
        uow.events.update_occurrence(occurrence.id, state=OccurrenceState.HELD)
        uow.notices.expire_calls()
        return Looked()
    event = uow.events.get(occurrence.event_id)
    _ask_about_holiday(uow, event, occurrence, zone)
    leads = leads_of(event, occurrence.starts_at, zone)
    over = [lead for lead in leads if lead.due_at <= uow.now]
    if over and over[-1].expires_at > uow.now and not _freshly_told(occurrence, over[-1]):
        # After an outage only the latest reminder is still worth sending. Calls of the reminder
        # before this one are over: the same people stand on the list anew.
        uow.notices.expire_calls()
        people = members(uow, occurrence.club_id)
        _remind(uow, event, occurrence, over[-1], zone, people)
    later = [lead.due_at for lead in leads if lead.due_at > uow.now]
    later += [
        moment for moment in _question_at(event, occurrence.nominal_on, zone) if moment > uow.now
    ]
    return Looked(again=min([*later, occurrence.starts_at]))


def _freshly_told(occurrence: Occurrence, lead: Lead) -> bool:
    """Whether people heard of the new day just before this reminder falls due."""
    return occurrence.told_at is not None and lead.due_at < occurrence.told_at + FRESHLY_TOLD


def catch_up(uow: UnitOfWork, person_id: int, club_id: int, zone: ZoneInfo) -> None:
    """Remind somebody who came back of what the others were reminded of meanwhile."""
    people = [person for person in members(uow, club_id) if person.id == person_id]
    for occurrence in uow.events.occurrences([club_id], since=uow.now) if people else ():
        event = uow.events.get(occurrence.event_id)
        over = [
            lead for lead in leads_of(event, occurrence.starts_at, zone) if lead.due_at <= uow.now
        ]
        if over and over[-1].expires_at > uow.now:
            _remind(uow, event, occurrence, over[-1], zone, people)


def _remind(
    uow: UnitOfWork,
    event: Event,
    occurrence: Occurrence,
    lead: Lead,
    zone: ZoneInfo,
    people: list[Person],
) -> None:
    """Remind members of a club; one word to the organisers if some of them must be called."""
    wave = Wave(
        club_id=occurrence.club_id,
        subject_kind=SubjectKind.OCCURRENCE,
        subject_id=occurrence.id,
        kind=REMINDER,
        lead=lead.name,
        version=occurrence.plan_version,
        due_at=lead.due_at,
        expires_at=lead.expires_at,
    )
    club = uow.clubs.get(occurrence.club_id)
    audience = send(
        uow,
        wave,
        people,
        zone,
        lambda: Occasion(uow, wave, zone, event, occurrence, club),
        priority=Priority.TODAY if lead.expires_at == occurrence.starts_at else None,
    )
    if audience.to_call:
        letter = Letter(
            key=f"calls/{occurrence.id}/{lead.name}/{occurrence.plan_version}",
            phrase=say(
                "calls.told",
                count=len(audience.to_call),
                what=say(f"event.kind.{event.kind}"),
                club=club.name,
                when=show_moment(occurrence.starts_at, zone),
            ),
            choices=[[(say("calls.open"), buttons.Calls(occurrence.club_id))]],
            expires_at=lead.expires_at,
        )
        tell_organisers(uow, occurrence.club_id, zone, letter)
