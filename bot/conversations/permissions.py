"""Who may do what, where flows and handlers both have to know it. Nothing is allowed by default."""

from __future__ import annotations

from bot.conversations.engine import Session
from bot.conversations.turn import Turn
from bot.domain.plan import Plan
from bot.storage.records import Account, Club
from bot.storage.unit_of_work import UnitOfWork


def is_organiser(uow: UnitOfWork, account: Account, club_id: int) -> bool:
    """Whether an account organises this very club."""
    return any(
        role.role == "organiser" and role.club_id == club_id
        for role in uow.accounts.roles(account.id)
    )


def organises(turn: Turn, session: Session) -> bool:
    """Whether the account organises the club that a conversation is about."""
    return is_organiser(turn.uow, turn.account, int(session.args["club"]))


def is_coordinator_of(plan: Plan, uow: UnitOfWork, account: Account, club: Club | None) -> bool:
    """Whether a coordinator's area holds a club; without a club, whether it is everywhere."""
    for role in uow.accounts.roles(account.id):
        if role.role != "coordinator":
            continue
        units = plan.units_of(role.area)
        if units is None or (club is not None and club.unit_code in units):
            return True
    return False


def answers_enquiry(plan: Plan, uow: UnitOfWork, account: Account, enquiry_id: int) -> bool:
    """Whether somebody's question was handed to this account among others."""
    found = uow.conversations.enquiry(enquiry_id)
    if found is None:
        return False
    club = None if found.club_id is None else uow.clubs.get(found.club_id)
    if club is not None and is_organiser(uow, account, club.id):
        return True
    return is_coordinator_of(plan, uow, account, club)
