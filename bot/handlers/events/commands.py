"""What organisers do with events, and with whom they call; nothing is said here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.buttons import Attendance
from bot.conversations.effects import OccurrenceChanged, SetEvent
from bot.domain.due import DueKind, SubjectKind
from bot.domain.states import NoticeState, OccurrenceState
from bot.handlers.acting import Acting, Refused
from bot.handlers.events.attendance import is_to_come, keep_answer
from bot.reminders.planner import write_occurrences
from bot.storage.records import Club, Event, Notice, Occurrence, Person


@dataclass(frozen=True)
class EventSet:
    """An event that was written down, and its first day; None where none is to come."""

    event: Event
    club: Club
    first: Occurrence | None


def set_event(acting: Acting, wanted: SetEvent) -> EventSet | Refused:
    """Set an event and write its days down."""
    if not acting.organises(wanted.club_id):
        return Refused.NOT_YOURS
    uow = acting.uow
    if uow.clubs.get(wanted.club_id).closed:
        return Refused.OVER
    event = uow.events.add(
        club_id=wanted.club_id,
        kind=wanted.kind,
        recurrence=wanted.recurrence,
        hour=wanted.hour,
        place=wanted.place,
        bring=wanted.bring,
        fasting=wanted.fasting,
        places=wanted.places,
        created_by=acting.by,
    )
    again = write_occurrences(uow, event, acting.zone)
    if again is not None:
        uow.due.set(DueKind.EXTEND, event.id, again)
    coming = uow.events.future_of(event.id)
    return EventSet(event, uow.clubs.get(event.club_id), coming[0] if coming else None)


def move(
    acting: Acting, occurrence: Occurrence, starts_at: datetime, place: str | None
) -> Refused | None:
    """Hold an occurrence at another moment or place; None when it is moved."""
    if not acting.organises(occurrence.club_id):
        return Refused.NOT_YOURS
    if not is_to_come(acting.uow, occurrence):
        return Refused.OVER
    uow = acting.uow
    if starts_at != occurrence.starts_at:
        # Who could come on the old day may be busy on the new one.
        uow.events.forget_answers(occurrence.id)
    version = occurrence.plan_version + 1
    uow.events.update_occurrence(
        occurrence.id,
        starts_at=starts_at,
        moved_from=occurrence.starts_at,
        place=place or occurrence.place,
        plan_version=version,
    )
    uow.due.set(DueKind.PLAN, occurrence.id, acting.now, version=version)
    acting.do(OccurrenceChanged(occurrence.id, "moved"))
    return None


def cancel(acting: Acting, occurrence: Occurrence) -> Refused | None:
    """Call an occurrence off; None when it is."""
    if not acting.organises(occurrence.club_id):
        return Refused.NOT_YOURS
    if not is_to_come(acting.uow, occurrence):
        return Refused.OVER
    acting.uow.events.update_occurrence(
        occurrence.id,
        state=OccurrenceState.CANCELLED,
        plan_version=occurrence.plan_version + 1,
    )
    acting.uow.due.settle(occurrence.id, DueKind.PLAN)
    acting.do(OccurrenceChanged(occurrence.id, "cancelled"))
    return None


def count_attended(acting: Acting, occurrence: Occurrence, count: int) -> Refused | None:
    """Note how many came; it was held then."""
    if not acting.organises(occurrence.club_id):
        return Refused.NOT_YOURS
    acting.uow.events.update_occurrence(occurrence.id, attended=count, state=OccurrenceState.HELD)
    return None


# Calls


def _call(acting: Acting, notice: Notice) -> Refused | None:
    """Why somebody isn't to be called any more; None where he is, or was just called."""
    if not acting.organises(notice.club_id):
        return Refused.NOT_YOURS
    return None if notice.state in (NoticeState.TO_CALL, NoticeState.CALLED) else Refused.OVER


@dataclass(frozen=True)
class Called:
    """Somebody was told by phone; of an event he may say now whether he comes."""

    person: Person
    occurrence: Occurrence | None


def note_called(acting: Acting, notice: Notice) -> Called | Refused:
    """Note that somebody was told."""
    if (refused := _call(acting, notice)) is not None:
        return refused
    uow = acting.uow
    settled = [notice.id, *uow.notices.calls_of(notice)]
    uow.notices.change(settled, NoticeState.CALLED, called_by=acting.by)
    occurrence = (
        uow.events.occurrence(notice.subject_id)
        if notice.subject_kind is SubjectKind.OCCURRENCE
        else None
    )
    if occurrence is not None and not is_to_come(uow, occurrence):
        occurrence = None
    return Called(uow.people.get(notice.person_id), occurrence)


def call_later(acting: Acting, notice: Notice) -> Person | Refused:
    """Nobody picked up: the person comes last in his event."""
    if (refused := _call(acting, notice)) is not None:
        return refused
    acting.uow.notices.tried(acting.uow.notices.calls_of(notice))
    return acting.uow.people.get(notice.person_id)


class AnsweredFor(Enum):
    """What became of an answer that somebody gave on the phone."""

    NOTED = "noted"
    FULL = "full"
    """No place is left."""


def answer_for(
    acting: Acting, occurrence: Occurrence, person: Person, answer: Attendance
) -> AnsweredFor | Refused:
    """Keep what a member said on the phone."""
    if not acting.organises(occurrence.club_id):
        return Refused.NOT_YOURS
    if acting.uow.clubs.membership_of(occurrence.club_id, person.id) is None:
        return Refused.GONE
    if not is_to_come(acting.uow, occurrence):
        return Refused.OVER
    kept = keep_answer(acting, occurrence, person, answer)
    return AnsweredFor.NOTED if kept else AnsweredFor.FULL
