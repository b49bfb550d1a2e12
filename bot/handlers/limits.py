"""How much one account may send on to people an hour; who works for the clubs is under no limit."""

from __future__ import annotations

from bot.conversations.turn import Turn
from bot.domain.limits import Limited


def _subject(turn: Turn) -> str:
    return f"account/{turn.account.id}"


def _is_limited(turn: Turn, kind: Limited) -> bool:
    return kind is Limited.WRONG_CODE or not turn.uow.accounts.roles(turn.account.id)


def minutes_to_wait(turn: Turn, kind: Limited) -> int | None:
    """After how many minutes it may be done again; None where it may be done now."""
    if not _is_limited(turn, kind):
        return None
    return turn.uow.tallies.minutes_to_wait(_subject(turn), kind)


def count(turn: Turn, kind: Limited) -> None:
    """Note that it was done once more."""
    if _is_limited(turn, kind):
        turn.uow.tallies.add(_subject(turn), kind)
