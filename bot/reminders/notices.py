"""Telling people: from a wave to a notice a person, and on to messages or the call list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.delivery.letters import Letter
from bot.delivery.naming import name_for
from bot.delivery.telling import tell
from bot.domain.due import DueKind, SubjectKind
from bot.domain.events.rules import next_allowed
from bot.domain.membership import MembershipState
from bot.domain.states import NoticeState, OccurrenceState
from bot.messages import Kind, MessageState
from bot.reminders.subjects import WORDINGS
from bot.reminders.waves import Wave, Wording
from bot.speech.translation import About
from bot.storage.records import Account, Consent, Notice, OutboxRow, Person, SpeaksFor
from bot.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Audience:
    """Whom a wave reaches: accounts, and whom each is told about."""

    accounts: list[Account]
    told: dict[int, list[tuple[Person, int]]]
    """By account: the persons, each with the notice that the message carries."""
    ties: dict[tuple[int, int], SpeaksFor]
    """By account and person: how the one speaks for the other."""
    reached: set[int]
    """The persons whom at least one account hears of."""
    to_call: set[int]
    """The persons who must be called."""
    stopped: set[int] = field(default_factory=set)
    """The persons who are told nothing, since they wished so."""

    def names(self, account: Account, year: int) -> dict[int, About]:
        """How the message to an account names each person."""
        return {
            person.id: name_for(person, self.ties[account.id, person.id], year)
            for person, _ in self.told[account.id]
        }


def members(uow: UnitOfWork, club_id: int) -> list[Person]:
    """Whom a club's waves concern: its active members but who is away ill or restricted, by name."""
    roster = uow.clubs.roster(club_id, [MembershipState.ACTIVE])
    people = [person for membership, person in roster if membership.restricted_at is None]
    away = uow.due.moments(DueKind.AWAY, [person.id for person in people])
    return [person for person in people if person.held_at is None and person.id not in away]


def send(
    uow: UnitOfWork,
    wave: Wave,
    people: Sequence[Person],
    zone: ZoneInfo,
    wording: Callable[[], Wording] | None = None,
    *,
    kind: Kind = Kind.REMINDER,
    priority: int | None = None,
    owed: bool = False,
) -> Audience:
    """Tell persons of a subject who weren't told of it in this wave; whom it reaches, and how.

    `wording`: how to come by the words, from the table of subjects if not given. Nobody is
    disturbed in the quiet hours. `owed`: everybody must hear of it; who wants no messages is
    called.
    """
    audience = _audience(uow, wave, people, owed=owed)
    if not audience.accounts:
        return audience
    words = wording() if wording is not None else WORDINGS[wave.subject_kind](uow, wave, zone)
    year = uow.now.astimezone(zone).year
    for account in audience.accounts:
        told = audience.told[account.id]
        persons = [person for person, _ in told]
        letter = Letter(
            key=f"{wave.key}/{account.id}",
            kind=kind,
            phrase=words.text(persons, audience.names(account, year)),
            choices=words.choices(persons),
            not_before=next_allowed(uow.now, zone),
            expires_at=wave.expires_at,
            priority=priority,
        )
        outbox_id = tell(uow, account, zone, letter)
        if outbox_id is not None:
            uow.notices.carry(outbox_id, [notice for _, notice in told])
    return audience


def _audience(
    uow: UnitOfWork, wave: Wave, people: Sequence[Person], *, owed: bool = False
) -> Audience:
    """Write the notices of these persons, and find the accounts that are told.

    A notice that no account can be sent ends visibly here: on the call list, or as not sent. As
    many statements for sixty members as for one.
    """
    new = uow.notices.add(
        [
            {
                "person_id": person.id,
                "club_id": wave.club_id,
                "subject_kind": wave.subject_kind,
                "subject_id": wave.subject_id,
                "kind": wave.kind,
                "lead": wave.lead,
                "version": wave.version,
                "state": NoticeState.PLANNED,
                "due_at": wave.due_at,
                "expires_at": wave.expires_at,
            }
            for person in people
        ]
    )
    found = Audience([], defaultdict(list), {}, set(), set())
    if not new:
        return found
    agreed = uow.people.latest_consents(new, wave.club_id, "reminders")
    ties = uow.people.accounts_of_each(new)
    ended: dict[tuple[NoticeState, str], list[int]] = defaultdict(list)
    for person in people:
        if person.id not in new:
            continue
        notice_id = new[person.id]
        reached, end = _reach(agreed.get(person.id), ties.get(person.id, []))
        if end is not None:
            if owed:
                end = (NoticeState.TO_CALL, end[1])
            ended[end].append(notice_id)
            (found.to_call if end[0] == NoticeState.TO_CALL else found.stopped).add(person.id)
        for tie, account in reached:
            found.reached.add(person.id)
            if account.id not in found.told:
                found.accounts.append(account)
            found.told[account.id].append((person, notice_id))
            found.ties[account.id, person.id] = tie
    for (state, reason), notices in ended.items():
        uow.notices.change(notices, state, reason=reason)
    return found


def _reach(
    consent: Consent | None, ties: Sequence[tuple[SpeaksFor, Account]]
) -> tuple[list[tuple[SpeaksFor, Account]], tuple[NoticeState, str] | None]:
    """The accounts that are told what concerns a person; else how the notice ends, and why."""
    if consent is None:
        return [], (NoticeState.TO_CALL, "not_asked")
    if not consent.stands:
        return [], (NoticeState.NOT_SENT, "no_consent")
    told = [(tie, account) for tie, account in ties if tie.told]
    reached = [
        (tie, account)
        for tie, account in told
        if account.blocked_at is None and account.muted_at is None
    ]
    if reached:
        return reached, None
    if any(account.muted_at for _, account in told):
        return [], (NoticeState.NOT_SENT, "stopped")
    return [], (NoticeState.TO_CALL, "unreachable" if told else "no_phone")


def withdraw(uow: UnitOfWork, notices: Sequence[Notice], *, reason: str) -> None:
    """Say nothing any more of what a subject's notices were still to say: it is no longer so."""
    waiting = [
        notice.id
        for notice in notices
        if notice.state in (NoticeState.PLANNED, NoticeState.TO_CALL)
    ]
    uow.outbox.cancel_for_notices(waiting)
    uow.notices.change(waiting, NoticeState.CANCELLED, reason=reason)


def stop_telling(
    uow: UnitOfWork, person_id: int, zone: ZoneInfo, *, reason: str, club_id: int | None = None
) -> None:
    """Say nothing of what still waits about somebody: he withdrew, left, died or is forgotten.

    `club_id`: only of what that club would tell. A waiting message that names others too is written
    anew without him.
    """
    waiting = [
        notice for notice in uow.notices.waiting_of(person_id) if club_id in (None, notice.club_id)
    ]
    if not waiting:
        return
    uow.notices.change([notice.id for notice in waiting], NoticeState.CANCELLED, reason=reason)
    for row in uow.outbox.queued_for_notices(notice.id for notice in waiting):
        uow.outbox.set(row.id, MessageState.CANCELLED)
        left = uow.notices.waiting_in(row.id)
        if not left:
            continue
        account = uow.accounts.get(row.account_id)
        outbox_id = _say_anew(uow, row, account, left, zone, key=f"{row.key}/without/{person_id}")
        if outbox_id is not None:
            uow.notices.carry(outbox_id, [notice.id for notice in left])


def tell_again(uow: UnitOfWork, person_id: int, zone: ZoneInfo) -> None:
    """Say what still waited about somebody who was forgotten and is back: as a message or a call."""
    ties = uow.people.accounts_of(person_id)
    for notice in uow.notices.forgotten_of(person_id):
        if notice.subject_kind is SubjectKind.OCCURRENCE:
            occurrence = uow.events.occurrence(notice.subject_id)
            if (
                occurrence.state is not OccurrenceState.PLANNED
                or occurrence.plan_version != notice.version
            ):
                continue
        agreed = uow.people.latest_consents([person_id], notice.club_id, "reminders")
        _, end = _reach(agreed.get(person_id), ties)
        rows = {row.account_id: row for row in uow.outbox.cancelled_for_notice(notice.id)}
        if end is None and not rows:
            end = (NoticeState.TO_CALL, "unreachable")
        if end is not None:
            uow.notices.change([notice.id], end[0], reason=end[1])
            continue
        uow.notices.change([notice.id], NoticeState.PLANNED)
        for row in rows.values():
            account = uow.accounts.get(row.account_id)
            key = f"again/{notice.id}/{row.id}"
            outbox_id = _say_anew(uow, row, account, [notice], zone, key=key)
            if outbox_id is not None:
                uow.notices.carry(outbox_id, [notice.id])


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
    wave = Wave.of(notices[0])
    words = WORDINGS[wave.subject_kind](uow, wave, zone)
    people = [uow.people.get(each.person_id) for each in notices]
    ties = {tie.person_id: tie for tie, _ in uow.people.of_account(account.id)}
    year = uow.now.astimezone(zone).year
    names = {person.id: name_for(person, ties.get(person.id), year) for person in people}
    letter = Letter(
        key=key,
        kind=Kind(row.kind),
        phrase=words.text(people, names),
        choices=words.choices(people),
        not_before=row.not_before,
        expires_at=row.expires_at,
        priority=row.priority,
    )
    return tell(uow, account, zone, letter)
