"""The planner: events × rules × calendar → occurrences, notices and their messages.

Each tick is a function of the unit of work; it selects what is due through an index, in batches,
and leaves the moment at which it must look again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.events import RULES
from bot.domain.events.rules import next_allowed, reminder_times
from bot.domain.membership import MembershipState
from bot.language.recurrences import Recurrence
from bot.language.show import show_moment
from bot.language.translation import Listing, Phrase, say
from bot.messages import Kind, Priority
from bot.storage.records import Account, Club, Consent, Event, Occurrence, Person, SpeaksFor
from bot.storage.unit_of_work import UnitOfWork
from bot.voices import tell

AHEAD = timedelta(days=62)
"""How far ahead occurrences are written down: two monthly meetings."""

EXTEND_EVERY = timedelta(days=7)
LATE_CANCELLATION = timedelta(hours=1)


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
        for offset, due in reminder_times(starts_at, zone, RULES[event.kind])
    )
    ends = [due for due, _ in times[1:]] + [starts_at]
    return [Lead(name, due, end) for (due, name), end in zip(times, ends, strict=True) if due < end]


def extend_events(uow: UnitOfWork, zone: ZoneInfo) -> int:
    """Write down the occurrences that come into sight; how many events were looked at."""
    events = uow.events.due_for_extension()
    for event in events:
        extend_event(uow, event, zone)
    return len(events)


def extend_event(uow: UnitOfWork, event: Event, zone: ZoneInfo) -> None:
    """Write down an event's occurrences from today until `AHEAD`."""
    rule = Recurrence.from_json(event.recurrence)
    today = uow.now.astimezone(zone).date()
    hour = time.fromisoformat(event.hour)
    for day in rule.occurrences(today, today + AHEAD):
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
            state="planned",
            plan_version=1,
            plan_at=leads[0].due_at if leads else starts_at,
        )
    once = rule.kind == "once"
    uow.events.update(event.id, extend_at=None if once else uow.now + EXTEND_EVERY)


def plan_occurrences(uow: UnitOfWork, zone: ZoneInfo) -> int:
    """Turn due reminders into notices and messages; how many occurrences were looked at."""
    due = uow.events.due_for_planning()
    for occurrence in due:
        plan_occurrence(uow, occurrence, zone)
    return len(due)


def plan_occurrence(uow: UnitOfWork, occurrence: Occurrence, zone: ZoneInfo) -> None:
    """Do what is due for one occurrence and say when to look again."""
    if occurrence.state != "planned":
        uow.events.update_occurrence(occurrence.id, plan_at=None)
        return
    if occurrence.starts_at <= uow.now:
        uow.events.update_occurrence(occurrence.id, state="held", plan_at=None)
        uow.events.expire_calls()
        return
    event = uow.events.get(occurrence.event_id)
    leads = leads_of(event, occurrence.starts_at, zone)
    due = [lead for lead in leads if lead.due_at <= uow.now]
    if due and due[-1].expires_at > uow.now:
        # After an outage only the latest reminder is still worth sending. Calls of the reminder
        # before this one are over: the same people stand on the list anew.
        uow.events.expire_calls()
        _remind(uow, event, occurrence, due[-1], zone)
    later = [lead.due_at for lead in leads if lead.due_at > uow.now]
    uow.events.update_occurrence(occurrence.id, plan_at=min([*later, occurrence.starts_at]))


def _members(uow: UnitOfWork, club_id: int) -> list[Person]:
    """Whom a club's reminders concern: its active members, in roster order."""
    return [person for _, person in uow.clubs.roster(club_id, [MembershipState.ACTIVE.value])]


def name_of(person: Person) -> str:
    """How a message names a person to the phone that speaks for him."""
    return person.called or person.full_name or "?"


@dataclass(frozen=True)
class Audience:
    """Whom a message about an occurrence goes to: accounts, and whom each is told about."""

    accounts: list[Account]
    told: dict[int, list[tuple[Person, int]]]
    """By account: the persons, each with the notice that the message carries."""
    own: dict[int, int]
    """By account: the person whom it speaks for as himself."""


def _remind(
    uow: UnitOfWork, event: Event, occurrence: Occurrence, lead: Lead, zone: ZoneInfo
) -> None:
    send_at = next_allowed(uow.now, zone)
    audience = _audience(
        uow,
        occurrence,
        _members(uow, occurrence.club_id),
        kind="reminder",
        lead=lead.name,
        due_at=lead.due_at,
        expires_at=lead.expires_at,
    )
    if not audience.accounts:
        return
    club = uow.clubs.get(occurrence.club_id)
    for account in audience.accounts:
        told = audience.told[account.id]
        own = audience.own.get(account.id)
        outbox_id = tell(
            uow,
            account,
            zone,
            key=f"reminder/{occurrence.id}/{lead.name}/{occurrence.plan_version}/{account.id}",
            kind=Kind.REMINDER,
            phrase=reminder_text(uow, club, event, occurrence, own, told, zone),
            choices=reminder_choices(occurrence.id, [person for person, _ in told]),
            not_before=send_at,
            expires_at=lead.expires_at,
            priority=Priority.TODAY if lead.expires_at == occurrence.starts_at else None,
        )
        if outbox_id is not None:
            uow.events.carry(outbox_id, [notice_id for _, notice_id in told])


def _audience(
    uow: UnitOfWork, occurrence: Occurrence, people: Sequence[Person], **notice: Any
) -> Audience:
    """Write the notices of these persons, and find the accounts that are told.

    A notice that no account can be sent ends visibly here: on the call list, or as not sent. As
    many statements for sixty members as for one.
    """
    new = uow.events.add_notices(
        [
            {
                "person_id": person.id,
                "club_id": occurrence.club_id,
                "occurrence_id": occurrence.id,
                "plan_version": occurrence.plan_version,
                "state": "planned",
                **notice,
            }
            for person in people
        ]
    )
    found = Audience([], defaultdict(list), {})
    if not new:
        return found
    agreed = uow.people.latest_consents(new, occurrence.club_id, "reminders")
    ties = uow.people.accounts_of_each(new)
    ended: dict[tuple[str, str], list[int]] = defaultdict(list)
    for person in people:
        if person.id not in new:
            continue
        notice_id = new[person.id]
        reached, end = _reach(agreed.get(person.id), ties.get(person.id, []))
        if end is not None:
            ended[end].append(notice_id)
        for tie, account in reached:
            if account.id not in found.told:
                found.accounts.append(account)
            found.told[account.id].append((person, notice_id))
            if tie.is_self:
                found.own[account.id] = person.id
    for (state, reason), notices in ended.items():
        uow.events.set_notices(notices, state, reason=reason)
    return found


def _reach(
    consent: Consent | None, ties: Sequence[tuple[SpeaksFor, Account]]
) -> tuple[list[tuple[SpeaksFor, Account]], tuple[str, str] | None]:
    """The accounts that are told what concerns a person; else how the notice ends, and why."""
    if consent is None:
        return [], ("to_call", "not_asked")
    if not consent.agreed or consent.withdrawn_at is not None:
        return [], ("not_sent", "no_consent")
    told = [(tie, account) for tie, account in ties if tie.told]
    reached = [
        (tie, account)
        for tie, account in told
        if account.blocked_at is None and account.muted_at is None
    ]
    if reached:
        return reached, None
    if any(account.muted_at for _, account in told):
        return [], ("not_sent", "stopped")
    return [], ("to_call", "unreachable" if told else "no_phone")


def reminder_text(
    uow: UnitOfWork,
    club: Club,
    event: Event,
    occurrence: Occurrence,
    own: int | None,
    told: Sequence[tuple[Person, int]],
    zone: ZoneInfo,
) -> Phrase:
    """The reminder's words: who, what, when, where, what to bring, and one question.

    `own` is the person whom the account speaks for as himself.
    """
    only_self = len(told) == 1 and told[0][0].id == own
    names = Listing(tuple(name_of(person) for person, _ in told))
    bring = say("reminder.bring", bring=event.bring) if event.bring else ""
    left: Phrase | str = ""
    if event.places is not None:
        left_count = max(event.places - uow.events.yes_count(occurrence.id), 0)
        left = say("reminder.places", count=left_count)
    form = "self" if only_self else ("one" if len(told) == 1 else "several")
    slots: dict[str, Any] = {
        "names": names,
        "club": club.name,
        "when": show_moment(occurrence.starts_at, zone, lunar=True),
        "place": occurrence.place,
        "bring": bring,
        "left": left,
    }
    return say(f"reminder.{event.kind}.{form}", **slots)


def reminder_choices(
    occurrence_id: int, people: Sequence[Person]
) -> list[list[tuple[Phrase, str]]]:
    """The answers a reminder offers: for one person, or for all and each."""
    stem = f"attend/{occurrence_id}"
    if len(people) == 1:
        one = people[0].id
        return [
            [
                (say("attend.yes"), f"{stem}/yes/{one}"),
                (say("attend.no"), f"{stem}/no/{one}"),
                (say("attend.unsure"), f"{stem}/unsure/{one}"),
            ]
        ]
    everybody = ",".join(str(person.id) for person in people)
    return [
        [(say("attend.all_yes", count=len(people)), f"{stem}/yes/{everybody}")],
        [(say("attend.each"), f"{stem}/each/{everybody}")],
        [(say("attend.unsure"), f"{stem}/unsure/{everybody}")],
    ]


def tell_change(uow: UnitOfWork, occurrence: Occurrence, what: str, zone: ZoneInfo) -> int:
    """Tell whom a moved or cancelled occurrence concerns; how many persons.

    Whoever was told before is told again; nobody is told of a cancellation who never heard of
    the event. What is queued about the old plan is withdrawn.
    """
    event = uow.events.get(occurrence.event_id)
    before = uow.events.notices(occurrence.id)
    planned = [notice.id for notice in before if notice.state in ("planned", "to_call")]
    uow.outbox.cancel_for_notices(planned)
    uow.events.set_notices(planned, "cancelled", reason=what)
    heard = {
        notice.person_id
        for notice in before
        if notice.state in ("sent", "perhaps", "called", "to_call")
    }
    send_at = next_allowed(uow.now, zone)
    expires_at = max(occurrence.starts_at, uow.now + LATE_CANCELLATION)
    audience = _audience(
        uow,
        occurrence,
        [person for person in _members(uow, occurrence.club_id) if person.id in heard],
        kind="change",
        lead=what,
        due_at=uow.now,
        expires_at=expires_at,
    )
    club = uow.clubs.get(occurrence.club_id)
    for account in audience.accounts:
        told = audience.told[account.id]
        outbox_id = tell(
            uow,
            account,
            zone,
            key=f"change/{occurrence.id}/{what}/{occurrence.plan_version}/{account.id}",
            kind=Kind.NOTICE,
            phrase=say(
                f"change.{what}",
                names=Listing(tuple(name_of(person) for person, _ in told)),
                what=say(f"event.kind.{event.kind}"),
                club=club.name,
                when=show_moment(occurrence.starts_at, zone, lunar=True),
                place=occurrence.place,
            ),
            choices=reminder_choices(occurrence.id, [person for person, _ in told])
            if what == "moved"
            else (),
            not_before=send_at,
            expires_at=expires_at,
            priority=Priority.CHANGE,
        )
        if outbox_id is not None:
            uow.events.carry(outbox_id, [notice_id for _, notice_id in told])
    return len(heard)
