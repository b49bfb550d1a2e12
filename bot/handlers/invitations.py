"""Invitations: one-time codes that give a role."""

from __future__ import annotations

from bot.handlers.acting import Acting
from bot.storage.installation import INVITATION_LENGTH

INVITATION_DAYS = 14


def add_invitation(
    acting: Acting, role: str, *, area: str | None = None, club_id: int | None = None
) -> str:
    """A one-time code for a role; whether it may be given is asked by who gives it."""
    code = acting.uow.installation.draw_code(INVITATION_LENGTH)
    acting.uow.accounts.add_invitation(
        code, role, days=INVITATION_DAYS, area=area, club_id=club_id, created_by=acting.by
    )
    return code
