"""The planner: events × rules × calendar → occurrences, notices and their messages.

Each tick is a function of the unit of work; it selects what is due through an index, in batches,
and leaves the moment at which it must look again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from bot import buttons
from bot.delivery.letters import Letter
from bot.delivery.naming import contact_of, name_for
from bot.delivery.telling import tell, tell_organisers
from bot.domain.events import RULES
from bot.domain.events.rules import MORNING, next_allowed, reminder_times
from bot.domain.holidays import ASKED_BEFORE, holiday_on
from bot.domain.membership import MembershipState
from bot.language.recurrences import Recurrence
from bot.logs import where
from bot.messages import Kind, Priority
from bot.speech.show import show_moment
from bot.speech.translation import About, Joined, Listing, Opening, Phrase, say
from bot.storage.records import (
    Account,
    Club,
    Consent,
    Event,
    Notice,
    Occurrence,
    OutboxRow,
    Person,
    SpeaksFor,
)
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

AHEAD = timedelta(days=62)
"""How far ahead occurrences are written down: two monthly meetings."""

AGAIN = timedelta(minutes=10)
"""When what raised a fault is looked at again."""
EXTEND_EVERY = timedelta(days=7)
LATE_CANCELLATION = timedelta(hours=1)
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
        for offset, due in reminder_times(starts_at, zone, RULES[event.kind])
    )
    ends = [due for due, _ in times[1:]] + [starts_at]
    return [Lead(name, due, end) for (due, name), end in zip(times, ends, strict=True) if due < end]


def extend_events(uow: UnitOfWork, zone: ZoneInfo) -> int:
    """Write down the occurrences that come into sight; how many events were looked at."""
    events = uow.events.due_for_extension()
    for event in events:
        if fault := uow.apart(partial(extend_event, uow, event, zone)):
            log.error("event not extended", event=event.id, **where(fault))
            uow.events.update(event.id, extend_at=uow.now + AGAIN)
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
            plan_at=min(
                [*(lead.due_at for lead in leads), *_question_at(event, day, zone)],
                default=starts_at,
            ),
        )
    once = rule.kind == "once"
    uow.events.update(event.id, extend_at=None if once else uow.now + EXTEND_EVERY)


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


def plan_occurrences(uow: UnitOfWork, zone: ZoneInfo) -> int:
    """Turn due reminders into notices and messages; how many occurrences were looked at."""
    due = uow.events.due_for_planning()
    for occurrence in due:
        if fault := uow.apart(partial(plan_occurrence, uow, occurrence, zone)):
            # One club's fault holds up no other club's reminders.
            log.error("occurrence not planned", occurrence=occurrence.id, **where(fault))
            uow.events.update_occurrence(occurrence.id, plan_at=uow.now + AGAIN)
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
    _ask_about_holiday(uow, event, occurrence, zone)
    leads = leads_of(event, occurrence.starts_at, zone)
    due = [lead for lead in leads if lead.due_at <= uow.now]
    if due and due[-1].expires_at > uow.now and not _freshly_told(occurrence, due[-1]):
        # After an outage only the latest reminder is still worth sending. Calls of the reminder
        # before this one are over: the same people stand on the list anew.
        uow.events.expire_calls()
        _remind(uow, event, occurrence, due[-1], zone)
    later = [lead.due_at for lead in leads if lead.due_at > uow.now]
    later += [
        moment for moment in _question_at(event, occurrence.nominal_on, zone) if moment > uow.now
    ]
    uow.events.update_occurrence(occurrence.id, plan_at=min([*later, occurrence.starts_at]))


def _freshly_told(occurrence: Occurrence, lead: Lead) -> bool:
    """Whether people heard of the new day just before this reminder falls due."""
    return occurrence.told_at is not None and lead.due_at < occurrence.told_at + FRESHLY_TOLD


def _members(uow: UnitOfWork, club_id: int) -> list[Person]:
    """Whom a club's reminders concern: its active members, in roster order."""
    return [
        person
        for _, person in uow.clubs.roster(club_id, [MembershipState.ACTIVE.value])
        if person.held_at is None
    ]


@dataclass(frozen=True)
class Audience:
    """Whom a message about an occurrence goes to: accounts, and whom each is told about."""

    accounts: list[Account]
    told: dict[int, list[tuple[Person, int]]]
    """By account: the persons, each with the notice that the message carries."""
    ties: dict[tuple[int, int], SpeaksFor]
    """By account and person: how the one speaks for the other."""
    reached: set[int]
    """The persons whom at least one account hears of."""
    to_call: set[int]
    """The persons who must be called."""

    def names(self, account: Account, year: int) -> dict[int, About]:
        """How the message to an account names each person."""
        return {
            person.id: name_for(person, self.ties[account.id, person.id], year)
            for person, _ in self.told[account.id]
        }


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
    if not audience.accounts and not audience.to_call:
        return
    club = uow.clubs.get(occurrence.club_id)
    standing = Standing.of(uow, club, event, occurrence)
    year = uow.now.astimezone(zone).year
    for account in audience.accounts:
        people = [person for person, _ in audience.told[account.id]]
        letter = Letter(
            key=f"reminder/{occurrence.id}/{lead.name}/{occurrence.plan_version}/{account.id}",
            kind=Kind.REMINDER,
            phrase=reminder_text(standing, people, audience.names(account, year), zone),
            choices=reminder_choices(standing, people),
            not_before=send_at,
            expires_at=lead.expires_at,
            priority=Priority.TODAY if lead.expires_at == occurrence.starts_at else None,
        )
        outbox_id = tell(uow, account, zone, letter)
        if outbox_id is not None:
            uow.events.carry(outbox_id, [notice for _, notice in audience.told[account.id]])
    if audience.to_call:
        _tell_callers(uow, club, event, occurrence, lead, len(audience.to_call), zone)


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
    found = Audience([], defaultdict(list), {}, set(), set())
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
            if end[0] == "to_call":
                found.to_call.add(person.id)
        for tie, account in reached:
            found.reached.add(person.id)
            if account.id not in found.told:
                found.accounts.append(account)
            found.told[account.id].append((person, notice_id))
            found.ties[account.id, person.id] = tie
    for (state, reason), notices in ended.items():
        uow.events.set_notices(notices, state, reason=reason)
    return found


def _reach(
    consent: Consent | None, ties: Sequence[tuple[SpeaksFor, Account]]
) -> tuple[list[tuple[SpeaksFor, Account]], tuple[str, str] | None]:
    """The accounts that are told what concerns a person; else how the notice ends, and why."""
    if consent is None:
        return [], ("to_call", "not_asked")
    if not consent.stands:
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


def _tell_callers(
    uow: UnitOfWork,
    club: Club,
    event: Event,
    occurrence: Occurrence,
    lead: Lead,
    count: int,
    zone: ZoneInfo,
) -> None:
    """One word to the organisers a wave of reminders: so many people must be called."""
    letter = Letter(
        key=f"calls/{occurrence.id}/{lead.name}/{occurrence.plan_version}",
        phrase=say(
            "calls.told",
            count=count,
            what=say(f"event.kind.{event.kind}"),
            club=club.name,
            when=show_moment(occurrence.starts_at, zone),
        ),
        choices=[[(say("calls.open"), buttons.Calls(occurrence.club_id))]],
        expires_at=lead.expires_at,
    )
    tell_organisers(uow, occurrence.club_id, zone, letter)


@dataclass(frozen=True)
class Standing:
    """What is known of an occurrence when people are told of it."""

    event: Event
    occurrence: Occurrence
    club: Club
    contact: Phrase | str
    answers: Mapping[int, str]

    @classmethod
    def of(cls, uow: UnitOfWork, club: Club, event: Event, occurrence: Occurrence) -> Standing:
        """Where it stands now."""
        contact = contact_of(uow, club) if event.places is not None else ""
        return cls(event, occurrence, club, contact, uow.events.answers(occurrence.id))

    @property
    def places_left(self) -> int | None:
        """How many more may come; None where places aren't counted."""
        if self.event.places is None:
            return None
        taken = sum(answer == "yes" for answer in self.answers.values())
        return max(self.event.places - taken, 0)

    def asked(self, people: Sequence[Person]) -> list[Person]:
        """Of whom it is not known yet whether they come, while there is a place for them."""
        if self.places_left == 0:
            return []
        return [person for person in people if not self.has_answered(person)]

    def has_answered(self, person: Person) -> bool:
        """Whether somebody said yes or no for the person."""
        return self.answers.get(person.id) in ("yes", "no")


def reminder_text(
    standing: Standing,
    people: Sequence[Person],
    names: Mapping[int, About],
    zone: ZoneInfo,
) -> Phrase:
    """The reminder's words: who, what, when, where, what to bring; what was answered; a question.

    Who has answered isn't asked again, and nobody is asked where no place is left.
    """
    event, asked = standing.event, standing.asked(people)
    tail: list[Phrase] = []
    if asked and standing.places_left is not None:
        tail.append(say("reminder.places", count=standing.places_left))
    for answer in ("yes", "no"):
        said = tuple(
            names[person.id] for person in people if standing.answers.get(person.id) == answer
        )
        if said:
            tail.append(say(f"reminder.said_{answer}", who=Opening(Listing(said))))
    left_out = tuple(
        names[person.id] for person in people if not asked and not standing.has_answered(person)
    )
    if left_out:
        tail.append(say("reminder.full", who=Listing(left_out), contact=standing.contact))
    if asked:
        tail.append(_question([names[person.id] for person in asked], len(people)))
    elif not left_out:
        tail.append(say("reminder.may_change"))
    fasting = say(f"reminder.fasting_{event.fasting}") if event.fasting in ("yes", "no") else ""
    return say(
        f"reminder.{event.kind}",
        names=Listing(tuple(names[person.id] for person in people)),
        club=standing.club.name,
        when=show_moment(standing.occurrence.starts_at, zone, lunar=True),
        place=standing.occurrence.place,
        bring=say("reminder.bring", bring=event.bring) if event.bring else "",
        fasting=fasting,
        tail=Joined(tuple(tail)),
    )


def _question(asked: Sequence[About], told: int) -> Phrase:
    """ "Bà ngoại đi được không ạ?", "Ai đi được ạ?", or who of those that were named."""
    if len(asked) == 1:
        return say("reminder.ask_one", who=Opening(asked[0]))
    if len(asked) == told:
        return say("reminder.ask_several")
    return say("reminder.ask_these", who=Opening(Listing(tuple(asked))))


def reminder_choices(standing: Standing, people: Sequence[Person]) -> buttons.Rows:
    """The answers a reminder offers: for whom it isn't known yet, else a way to change."""
    asked = standing.asked(people)
    if asked:
        return answer_choices(standing.occurrence.id, asked)
    answered = [person for person in people if standing.has_answered(person)]
    if not answered:
        return []
    everybody = tuple(person.id for person in answered)
    return [[(say("attend.change"), buttons.Attend(standing.occurrence.id, "each", everybody))]]


def answer_choices(occurrence_id: int, people: Sequence[Person]) -> buttons.Rows:
    """The answers to who comes: for one person, or for all and each."""
    ids = tuple(person.id for person in people)
    attend = partial(buttons.Attend, occurrence_id, people=ids)
    if len(people) == 1:
        return [
            [
                (say("attend.yes"), attend(answer="yes")),
                (say("attend.no"), attend(answer="no")),
                (say("attend.unsure"), attend(answer="unsure")),
            ]
        ]
    return [
        [(say("attend.all_yes", count=len(people)), attend(answer="yes"))],
        [(say("attend.each"), attend(answer="each"))],
        [(say("attend.unsure"), attend(answer="unsure"))],
    ]


@dataclass(frozen=True)
class Told:
    """How many persons hear of a change: now, in the morning, by a call."""

    now: int = 0
    later: int = 0
    later_at: datetime | None = None
    to_call: int = 0


HEARD = ("sent", "perhaps", "called")
"""States of a notice from which somebody knows of the event."""


def tell_change(uow: UnitOfWork, occurrence: Occurrence, what: str, zone: ZoneInfo) -> Told:
    """Tell whom a moved or cancelled occurrence concerns.

    Whoever was told before is told again; nobody is told of a cancellation who never heard of
    the event. Of a new day those hear as well who were about to be told of the old one. What is
    queued about the old plan is withdrawn.
    """
    event = uow.events.get(occurrence.event_id)
    before = uow.events.notices(occurrence.id)
    waiting = [notice.id for notice in before if notice.state in ("planned", "to_call")]
    concerned = {notice.person_id for notice in before if notice.state in HEARD}
    if what == "moved":
        concerned |= {notice.person_id for notice in before if notice.id in set(waiting)}
    uow.outbox.cancel_for_notices(waiting)
    uow.events.set_notices(waiting, "cancelled", reason=what)
    send_at = next_allowed(uow.now, zone)
    expires_at = max(occurrence.starts_at, uow.now + LATE_CANCELLATION)
    audience = _audience(
        uow,
        occurrence,
        [person for person in _members(uow, occurrence.club_id) if person.id in concerned],
        kind="change",
        lead=what,
        due_at=uow.now,
        expires_at=expires_at,
    )
    club = uow.clubs.get(occurrence.club_id)
    year = uow.now.astimezone(zone).year
    for account in audience.accounts:
        people = [person for person, _ in audience.told[account.id]]
        letter = Letter(
            key=f"change/{occurrence.id}/{what}/{occurrence.plan_version}/{account.id}",
            kind=Kind.NOTICE,
            phrase=change_text(club, event, occurrence, what, audience.names(account, year), zone),
            choices=answer_choices(occurrence.id, people) if what == "moved" else (),
            not_before=send_at,
            expires_at=expires_at,
            priority=Priority.CHANGE,
        )
        outbox_id = tell(uow, account, zone, letter)
        if outbox_id is not None:
            uow.events.carry(outbox_id, [notice for _, notice in audience.told[account.id]])
    if what == "moved" and (audience.reached or audience.to_call):
        uow.events.update_occurrence(occurrence.id, told_at=send_at)
    reached, to_call = len(audience.reached), len(audience.to_call)
    if send_at > uow.now:
        return Told(later=reached, later_at=send_at, to_call=to_call)
    return Told(now=reached, to_call=to_call)


def change_text(
    club: Club,
    event: Event,
    occurrence: Occurrence,
    what: str,
    names: Mapping[int, About],
    zone: ZoneInfo,
) -> Phrase:
    """The words about a moved or cancelled occurrence: who, what, the old and the new day."""
    everybody = list(names.values())
    return say(
        f"change.{what}",
        names=Listing(tuple(everybody)),
        what=say(f"event.kind.{event.kind}"),
        club=club.name,
        before=show_moment(occurrence.moved_from or occurrence.starts_at, zone),
        when=show_moment(occurrence.starts_at, zone, lunar=True),
        place=occurrence.place,
        ask=_question(everybody, len(everybody)),
    )


def stop_telling(
    uow: UnitOfWork, person_id: int, zone: ZoneInfo, *, reason: str, club_id: int | None = None
) -> None:
    """Say nothing of what still waits about somebody: he withdrew, left, died or is forgotten.

    `club_id`: only of what that club would tell. A waiting message that names others too is written anew without him.
    """
    waiting = [
        notice
        for notice in uow.events.waiting_notices(person_id)
        if club_id in (None, notice.club_id)
    ]
    if not waiting:
        return
    uow.events.set_notices([notice.id for notice in waiting], "cancelled", reason=reason)
    for row in uow.outbox.queued_for_notices(notice.id for notice in waiting):
        uow.outbox.set(row.id, "cancelled")
        left = uow.events.waiting_in(row.id)
        if not left:
            continue
        account = uow.accounts.get(row.account_id)
        outbox_id = _say_anew(uow, row, account, left, zone, key=f"{row.key}/without/{person_id}")
        if outbox_id is not None:
            uow.events.carry(outbox_id, [notice.id for notice in left])


def _say_anew(
    uow: UnitOfWork,
    row: OutboxRow,
    account: Account,
    notices: Sequence[Notice],
    zone: ZoneInfo,
    *,
    key: str,
) -> int | None:
    """The same message about these notices only, at the same time; the new row."""
    notice = notices[0]
    occurrence = uow.events.occurrence(notice.occurrence_id)
    event, club = uow.events.get(occurrence.event_id), uow.clubs.get(occurrence.club_id)
    people = [uow.people.get(each.person_id) for each in notices]
    ties = {tie.person_id: tie for tie, _ in uow.people.of_account(account.id)}
    year = uow.now.astimezone(zone).year
    names = {person.id: name_for(person, ties.get(person.id), year) for person in people}
    choices: buttons.Rows = []
    if notice.kind == "reminder":
        standing = Standing.of(uow, club, event, occurrence)
        phrase = reminder_text(standing, people, names, zone)
        choices = reminder_choices(standing, people)
    else:
        phrase = change_text(club, event, occurrence, notice.lead, names, zone)
        if notice.lead == "moved":
            choices = answer_choices(occurrence.id, people)
    letter = Letter(
        key=key,
        kind=Kind(row.kind),
        phrase=phrase,
        choices=choices,
        not_before=row.not_before,
        expires_at=row.expires_at,
        priority=row.priority,
    )
    return tell(uow, account, zone, letter)
