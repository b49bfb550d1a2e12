"""Codes that are given: invitations, once for a role each, and a club's join code."""

from __future__ import annotations

from bot.domain.rights import AccountRole
from bot.handlers.acting import Acting
from bot.storage.installation import INVITATION_LENGTH, JOIN_CODE_LENGTH
from bot.storage.unit_of_work import UnitOfWork

INVITATION_DAYS = 14


def add_invitation(
    acting: Acting, role: AccountRole, *, area: str | None = None, club_id: int | None = None
) -> str:
    """A one-time code for a role; whether it may be given is asked by who gives it."""
    code = acting.uow.installation.draw_code(INVITATION_LENGTH)
    acting.uow.accounts.add_invitation(
        code, role, days=INVITATION_DAYS, area=area, club_id=club_id, created_by=acting.by
    )
    return code


def free_join_code(uow: UnitOfWork) -> str:
    """A join code that no club has."""
    while True:
        code = uow.installation.draw_code(JOIN_CODE_LENGTH)
        if uow.clubs.by_join_code(code) is None:
            return code
