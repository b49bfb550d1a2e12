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
from bot.storage.records import Account, Event, Occurrence, Person
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


def _remind(
    uow: UnitOfWork, event: Event, occurrence: Occurrence, lead: Lead, zone: ZoneInfo
) -> None:
    by_account: dict[int, list[tuple[Person, int]]] = defaultdict(list)
    accounts: dict[int, Account] = {}
    send_at = next_allowed(uow.now, zone)
    for person in _members(uow, occurrence.club_id):
        notice_id = uow.events.add_notice(
            person_id=person.id,
            club_id=occurrence.club_id,
            occurrence_id=occurrence.id,
            kind="reminder",
            lead=lead.name,
            plan_version=occurrence.plan_version,
            state="planned",
            due_at=lead.due_at,
            expires_at=lead.expires_at,
        )
        if notice_id is None:
            continue
        reached = reach(uow, person, occurrence.club_id, notice_id)
        for account in reached:
            accounts[account.id] = account
            by_account[account.id].append((person, notice_id))
    for account_id, told in by_account.items():
        outbox_id = tell(
            uow,
            accounts[account_id],
            zone,
            key=f"reminder/{occurrence.id}/{lead.name}/{occurrence.plan_version}/{account_id}",
            kind=Kind.REMINDER,
            phrase=reminder_text(uow, event, occurrence, accounts[account_id], told, zone),
            choices=reminder_choices(occurrence.id, [person for person, _ in told]),
            not_before=send_at,
            expires_at=lead.expires_at,
            priority=Priority.TODAY if lead.expires_at == occurrence.starts_at else None,
        )
        if outbox_id is not None:
            uow.events.carry(outbox_id, [notice_id for _, notice_id in told])


def reach(uow: UnitOfWork, person: Person, club_id: int, notice_id: int) -> list[Account]:
    """The accounts that are told what concerns a person; else the notice ends visibly."""
    if not uow.people.agrees(person.id, club_id, "reminders"):
        consents = uow.people.consents(person.id, club_id)
        if "reminders" in consents:
            uow.events.set_notices([notice_id], "not_sent", reason="no_consent")
            return []
        uow.events.set_notices([notice_id], "to_call", reason="not_asked")
        return []
    ties = [(tie, account) for tie, account in uow.people.accounts_of(person.id) if tie.told]
    open_accounts = [
        account for _, account in ties if account.blocked_at is None and account.muted_at is None
    ]
    if open_accounts:
        return open_accounts
    if any(account.muted_at for _, account in ties):
        uow.events.set_notices([notice_id], "not_sent", reason="stopped")
    else:
        reason = "blocked" if ties else "no_phone"
        uow.events.set_notices([notice_id], "to_call", reason=reason)
    return []


def reminder_text(
    uow: UnitOfWork,
    event: Event,
    occurrence: Occurrence,
    account: Account,
    told: Sequence[tuple[Person, int]],
    zone: ZoneInfo,
) -> Phrase:
    """The reminder's words: who, what, when, where, what to bring, and one question."""
    club = uow.clubs.get(occurrence.club_id)
    own = uow.people.self_of(account.id)
    only_self = len(told) == 1 and own is not None and told[0][0].id == own.id
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
    by_account: dict[int, list[tuple[Person, int]]] = defaultdict(list)
    accounts: dict[int, Account] = {}
    for person in _members(uow, occurrence.club_id):
        if person.id not in heard:
            continue
        notice_id = uow.events.add_notice(
            person_id=person.id,
            club_id=occurrence.club_id,
            occurrence_id=occurrence.id,
            kind="change",
            lead=what,
            plan_version=occurrence.plan_version,
            state="planned",
            due_at=uow.now,
            expires_at=max(occurrence.starts_at, uow.now + LATE_CANCELLATION),
        )
        if notice_id is None:
            continue
        for account in reach(uow, person, occurrence.club_id, notice_id):
            accounts[account.id] = account
            by_account[account.id].append((person, notice_id))
    club = uow.clubs.get(occurrence.club_id)
    for account_id, told in by_account.items():
        outbox_id = tell(
            uow,
            accounts[account_id],
            zone,
            key=f"change/{occurrence.id}/{what}/{occurrence.plan_version}/{account_id}",
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
            expires_at=max(occurrence.starts_at, uow.now + LATE_CANCELLATION),
            priority=Priority.CHANGE,
        )
        if outbox_id is not None:
            uow.events.carry(outbox_id, [notice_id for _, notice_id in told])
    return len(heard)
