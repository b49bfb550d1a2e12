"""What becomes of messages and of the notices they carry when a sending ended.

Settled in batches: a few statements for all of them, in one transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot import buttons
from bot.delivery.letters import Letter
from bot.delivery.telling import tell_each
from bot.domain.membership import MembershipState
from bot.domain.rights import Right
from bot.domain.states import NoticeState
from bot.messages import (
    POLICIES,
    REPEATED_AFTER,
    REPEATED_WITHIN,
    Kind,
    MessageState,
    NotSent,
    Outcome,
    Rejected,
    RetryAfter,
    Sent,
    Unknown,
)
from bot.speech.translation import Listing, say
from bot.storage.records import Account, OutboxRow, Person
from bot.storage.unit_of_work import UnitOfWork

BLOCKED = "blocked"
"""The reason of messages that an unreachable account wasn't sent."""
STOPPED = "the sender stopped"
"""The reason of messages that a crash met on their way."""
AFTER_CRASH = timedelta(seconds=2)
"""After which a reply goes again that a crash met: what the person wrote since comes in first."""
LOOK_AGAIN = timedelta(seconds=20)
"""After which it is looked whether a reply that perhaps arrived can go again."""
MOST_CRASHES = 5
"""Attempts after which a reply isn't sent again though a crash met it: perhaps it is the cause."""

Ended = Sequence[tuple[OutboxRow, Outcome]]


def settle(uow: UnitOfWork, ended: Ended, zone: ZoneInfo) -> None:
    """Write down how sendings ended: `ended` holds each row as it was claimed.

    What another sender took over meanwhile, its lease having run out, is left alone; only that
    it was sent after all is always noted.
    """
    sent = [(row, outcome.platform_id[:100]) for row, outcome in ended if isinstance(outcome, Sent)]
    uow.outbox.set_sent(sent)
    done = [row for row, _ in sent]
    others = [(row, outcome) for row, outcome in ended if not isinstance(outcome, Sent)]
    held = uow.outbox.held(row.id for row, _ in others)
    blocked: set[int] = set()
    for row, outcome in others:
        now = held.get(row.id)
        ours = (
            now is not None
            and now.state == MessageState.SENDING
            and now.lease_until == row.lease_until
        )
        if now is not None and ours and _ends(uow, now, outcome):
            done.append(row)
            if isinstance(outcome, Rejected) and outcome.blocked:
                blocked.add(row.account_id)
    # What is said of a notice follows from how its messages stand in the database now.
    settle_notices(uow, [row.id for row in done if POLICIES[Kind(row.kind)].carries_notices])
    for account_id in sorted(blocked):
        block(uow, account_id, zone)


def _ends(uow: UnitOfWork, row: OutboxRow, outcome: Outcome) -> bool:
    """Put a row that wasn't sent into its next state; whether it has come to an end."""
    policy = POLICIES[Kind(row.kind)]
    match outcome:
        case RetryAfter(seconds, everyone):
            if everyone:
                uow.paces.pause_channel(row.channel, seconds)
            else:
                uow.paces.pause_chat(row.account_id, seconds)
            uow.outbox.set(row.id, MessageState.QUEUED, attempt=row.attempt - 1, lease_until=None)
            return False
        case Unknown(reason, sender_died):
            again = _repetition(uow, row, sender_died=sender_died)
            if again is None:
                uow.outbox.set(row.id, MessageState.UNKNOWN, reason=reason[:200], lease_until=None)
                return True
            uow.outbox.set(
                row.id, MessageState.QUEUED, lease_until=None, reason=reason[:200], **again
            )
            return False
        case NotSent(reason) | Rejected(reason, permanent=False):
            if policy.attempts is None or row.attempt < policy.attempts:
                pause = policy.pauses[min(row.attempt, len(policy.pauses)) - 1]
                uow.outbox.set(
                    row.id,
                    MessageState.QUEUED,
                    not_before=uow.now + timedelta(seconds=pause),
                    lease_until=None,
                    reason=reason[:200],
                )
                return False
            uow.outbox.set(row.id, MessageState.FAILED, reason=reason[:200], lease_until=None)
            return True
        case Rejected(reason):
            uow.outbox.set(row.id, MessageState.FAILED, reason=reason[:200], lease_until=None)
            return True
    raise TypeError(f"no outcome of a sending: {type(outcome).__name__}")


def _repetition(
    uow: UnitOfWork, row: OutboxRow, *, sender_died: bool
) -> dict[str, datetime] | None:
    """When a message goes again of which nobody knows whether it arrived; None when it doesn't.

    Once at most, when the platform's bad minutes are over; a reply that a crash met goes again
    soon, and again if another crash meets it: there is nothing wrong with the platform then.
    """
    policy = POLICIES[Kind(row.kind)]
    since = row.perhaps_at or row.sent_at or uow.now
    lasts = row.expires_at or uow.now + policy.lasts
    if policy.answers and sender_died and row.attempt < MOST_CRASHES and uow.now < lasts:
        return {"perhaps_at": since, "not_before": uow.now + AFTER_CRASH}
    again = uow.now + (LOOK_AGAIN if policy.answers else REPEATED_AFTER)
    until = min(lasts, since + REPEATED_WITHIN)
    if not policy.repeats or row.perhaps_at is not None or again >= until:
        return None
    return {"perhaps_at": since, "not_before": again, "expires_at": until}


def settle_notices(uow: UnitOfWork, outbox_ids: Iterable[int]) -> None:
    """A notice is sent when one of its messages is; to be called when none can be any more."""
    ids = list(outbox_ids)
    if not ids:
        return
    ending: dict[tuple[NoticeState, str | None], list[int]] = defaultdict(list)
    for notice_id, (state, messages) in uow.notices.carried_by(ids).items():
        if state not in (NoticeState.PLANNED, NoticeState.PERHAPS):
            continue
        if MessageState.SENT in messages:
            ending[NoticeState.SENT, None].append(notice_id)
        elif messages & {MessageState.QUEUED, MessageState.SENDING}:
            continue
        elif MessageState.UNKNOWN in messages:
            ending[NoticeState.PERHAPS, None].append(notice_id)
        elif MessageState.FAILED in messages:
            ending[NoticeState.TO_CALL, "unreachable"].append(notice_id)
        elif MessageState.EXPIRED in messages:
            ending[NoticeState.EXPIRED, None].append(notice_id)
    for (state, reason), notices in ending.items():
        uow.notices.change(notices, state, reason=reason)


def block(uow: UnitOfWork, account_id: int, zone: ZoneInfo) -> None:
    """An account can't be reached any more, until it writes again.

    What waits for it fails at once, so that its notices go to the call list; the organisers of
    the clubs of those for whom it speaks are told once, by the persons' names.
    """
    account = uow.accounts.get(account_id)
    known = account.blocked_at is not None
    if not known:
        uow.accounts.update(account_id, blocked_at=uow.now)
    settle_notices(uow, uow.outbox.fail_queued(account_id, BLOCKED))
    if not known:
        for club_id, people in _out_of_reach(uow, account).items():
            _tell_organisers(uow, account, club_id, people, zone)


def _out_of_reach(uow: UnitOfWork, account: Account) -> dict[int, list[Person]]:
    """By club: the members whom no other account is told for."""
    found: dict[int, list[Person]] = defaultdict(list)
    for tie, person in uow.people.of_account(account.id):
        if not tie.told or any(
            other.told and each.id != account.id and not (each.blocked_at or each.muted_at)
            for other, each in uow.people.accounts_of(person.id)
        ):
            continue
        for membership in uow.clubs.memberships_of(person.id):
            if membership.state in (MembershipState.ACTIVE, MembershipState.APPLIED):
                found[membership.club_id].append(person)
    return found


def _tell_organisers(
    uow: UnitOfWork, account: Account, club_id: int, people: list[Person], zone: ZoneInfo
) -> None:
    club = uow.clubs.get(club_id)
    reached = [
        each
        for each in uow.accounts.organisers(club_id)
        if each.id != account.id and each.blocked_at is None
    ]
    names = Listing(tuple(person.shown_name for person in people))
    letter = Letter(
        key=f"unreachable/{account.id}/{club_id}/{uow.now.isoformat()}",
        phrase=say("members.unreachable", names=names, club=club.name),
        choices=[[(say("engine.back_to"), buttons.OpenClub(club_id))]],
        rights=[Right.organises(club_id)],
    )
    tell_each(uow, reached, zone, letter)
