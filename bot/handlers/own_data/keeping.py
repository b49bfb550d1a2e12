"""Forgetting what may not be kept longer, each by its purpose; nothing is said here."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import structlog

from bot.domain.due import Looked
from bot.domain.founding import CLOSED
from bot.domain.membership import GONE, MembershipState
from bot.handlers.own_data.forgetting import (
    forget_copies,
    forget_person,
    forget_received,
    touched_before,
)
from bot.handlers.papers.commands import forget_papers
from bot.handlers.services import Services
from bot.storage.records import DueRow, Membership
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

# What is due


def unconfirmed(uow: UnitOfWork, due: DueRow) -> Membership | None:
    """Whom it is about, if still no consent of his was noted."""
    membership = uow.clubs.membership(due.subject_id)
    if membership is None or membership.state is not MembershipState.UNCONFIRMED:
        return None
    return membership


def forget_unconfirmed(services: Services, uow: UnitOfWork, membership: Membership) -> None:
    """Forget somebody of whom no consent was noted in time."""
    uow.clubs.set_state(membership.id, MembershipState.LEFT)
    if _is_known_elsewhere(uow, membership):
        uow.clubs.forget_told(membership.id)
    else:
        forget_person(uow, services.zone, uow.people.get(membership.person_id))
    forget_papers(services, uow.clubs.get(membership.club_id))


def _is_known_elsewhere(uow: UnitOfWork, membership: Membership) -> bool:
    """Whether another club still has to do with somebody."""
    return any(
        each.id != membership.id and each.state not in GONE
        for each in uow.clubs.memberships_of(membership.person_id)
    )


def forget_gone(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Forget somebody who left long ago; of whom another club knows still, what this one was told.

    Who left the other one later is forgotten when that is long ago as well.
    """
    membership = uow.clubs.membership(due.subject_id)
    if membership is None or _gone_at(uow, membership) is None:
        return Looked()
    before = uow.now - services.keeping.after_leaving
    all_of_them = uow.clubs.memberships_of(membership.person_id)
    moments = [_gone_at(uow, each) for each in all_of_them]
    if any(moment is None or moment > before for moment in moments):
        uow.clubs.forget_told(membership.id)
        forget_papers(services, uow.clubs.get(membership.club_id))
        return Looked()
    forget_copies(services.files, uow, membership.person_id)
    forget_person(uow, services.zone, uow.people.get(membership.person_id))
    for each in all_of_them:
        forget_papers(services, uow.clubs.get(each.club_id))
    return Looked(forgotten=1)


def _gone_at(uow: UnitOfWork, membership: Membership) -> datetime | None:
    """Since when a club has no use for what it was told: somebody left it, or it ended."""
    if membership.state in GONE:
        return membership.changed_at
    club = uow.clubs.get(membership.club_id)
    ended = uow.standings.latest_of(club.id) if club.closed in CLOSED else None
    return None if ended is None else ended.decided_at


def forget_proofs(uow: UnitOfWork, due: DueRow) -> Looked:
    """Forget the consents of somebody who was forgotten long ago."""
    return Looked(forgotten=uow.people.drop_proofs(due.subject_id))


def forget_conversations(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Forget an account's conversations that nobody went on with."""
    before = uow.now - services.keeping.conversations
    dropped, oldest = uow.conversations.drop_stale(due.subject_id, before)
    return Looked(again=oldest, forgotten=dropped)


def forget_enquiry(uow: UnitOfWork, due: DueRow) -> Looked:
    """Forget the words of a question that was handed on."""
    return Looked(forgotten=uow.conversations.blank_enquiry(due.subject_id))


# What goes by in great numbers: in the order in which it came


def sweep(services: Services, uow: UnitOfWork) -> dict[str, int]:
    """Forget the words of updates and messages, counts and files; how much of each it was."""
    before = uow.now - services.keeping.conversations
    return {
        "updates": uow.retention.blank_updates(before),
        "messages": uow.retention.blank_messages(before),
        "questions": uow.retention.drop_questions(uow.now - services.keeping.questions),
        "tallies": uow.tallies.drop_old(),
        "accesses": uow.accesses.drop_old(),
        "incidents": uow.incidents.drop_old(),
        "files": forget_received(services.files, uow) + _forget_files(services.files, before),
    }


def _forget_files(files: str, before: datetime) -> int:
    """Lists that wait and copies that were given lie no longer than the words about them."""
    count = 0
    for path in [*Path(files).glob("received/*"), *Path(files).glob("copies/*")]:
        if path.is_file() and touched_before(path, before):
            path.unlink(missing_ok=True)
            count += 1
    return count


def care(services: Services, uow: UnitOfWork) -> int:
    """Forget what was said long ago, once: of several workers one does it; logged in numbers."""
    if not uow.installation.alone("tick/care"):
        return 0
    done = {name: count for name, count in sweep(services, uow).items() if count}
    if done:
        log.info("forgotten", **done)
    return sum(done.values())
