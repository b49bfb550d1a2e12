"""All who wait are taken at once, but those who may be somebody on the roster. Nothing is said here."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.membership import MembershipState
from bot.handlers.acting import Acting, Refused
from bot.handlers.members.claims import claim_of
from bot.handlers.members.commands import Decision, decide, likeness
from bot.handlers.members.places import in_turn
from bot.storage.records import Club


@dataclass(frozen=True)
class AllApproved:
    """How many became members, how many wait for a place, and how many must be looked at first."""

    approved: int
    waitlisted: int
    left: int


def approve_all(acting: Acting, club: Club) -> AllApproved | Refused:
    """Take everybody who applied and is surely nobody on the roster, who asked first before the others."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    uow = acting.uow
    approved = waitlisted = left = 0
    for membership, person in in_turn(uow, club.id, MembershipState.APPLIED):
        application = uow.applications.latest(membership.id)
        if claim_of(uow, membership) or likeness(uow, membership, person, application):
            left += 1
            continue
        outcome = decide(acting, membership, application, MembershipState.ACTIVE)
        approved += outcome is Decision.DONE
        waitlisted += outcome is Decision.WAITLISTED
    return AllApproved(approved, waitlisted, left)
