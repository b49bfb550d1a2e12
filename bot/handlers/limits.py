"""How much one account may send on to people an hour; who works for the clubs is under no limit."""

from __future__ import annotations

from bot.domain.limits import Limited
from bot.handlers.acting import Acting


def _is_limited(acting: Acting, kind: Limited) -> bool:
    if acting.account is None:
        return False
    return kind is Limited.WRONG_CODE or not acting.uow.accounts.roles(acting.account.id)


def minutes_to_wait(acting: Acting, kind: Limited) -> int | None:
    """After how many minutes it may be done again; None where it may be done now."""
    if not _is_limited(acting, kind):
        return None
    return acting.uow.tallies.minutes_to_wait(f"account/{acting.by}", kind)


def count(acting: Acting, kind: Limited) -> None:
    """Note that it was done once more."""
    if _is_limited(acting, kind):
        acting.uow.tallies.add(f"account/{acting.by}", kind)
