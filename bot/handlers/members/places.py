"""A club takes so many: who waits for a place, and whose turn it is. Nothing is said here."""

from __future__ import annotations

from bot.domain.due import DueKind
from bot.domain.membership import MembershipState
from bot.storage.records import Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork


def waiting(uow: UnitOfWork, club_id: int) -> list[tuple[Membership, Person]]:
    """Who waits for a place in a club, by when he began to."""
    return in_turn(uow, club_id, MembershipState.WAITLISTED)


def in_turn(
    uow: UnitOfWork, club_id: int, state: MembershipState
) -> list[tuple[Membership, Person]]:
    """Who is in a state, by when he came into it: places go to who asked first, not by the alphabet."""
    found = uow.clubs.roster(club_id, [state])
    return sorted(found, key=lambda each: (each[0].changed_at, each[0].id))


def free_places(uow: UnitOfWork, club: Club) -> int | None:
    """How many more members a club takes; None where no limit is set."""
    if club.member_limit is None:
        return None
    return max(0, club.member_limit - uow.clubs.count(club.id, [MembershipState.ACTIVE]))


def has_place(uow: UnitOfWork, membership: Membership) -> bool:
    """Whether somebody may become a member now: who came later stands behind those who wait."""
    free = free_places(uow, uow.clubs.get(membership.club_id))
    if free is None or membership.state is MembershipState.WAITLISTED:
        return free != 0
    return free > uow.clubs.count(membership.club_id, [MembershipState.WAITLISTED])


def next_in_line(uow: UnitOfWork, club: Club) -> tuple[Membership, Person] | None:
    """Whose turn it is; None while the club is full or closed, or nobody waits."""
    if club.closed is not None or free_places(uow, club) == 0:
        return None
    return next(iter(waiting(uow, club.id)), None)


def look_for_place(uow: UnitOfWork, club_id: int) -> None:
    """Have the organisers told whose turn it is, where a place got free."""
    found = next_in_line(uow, uow.clubs.get(club_id))
    if found is not None:
        uow.due.set_first(DueKind.PLACE, found[0].id, uow.now)
