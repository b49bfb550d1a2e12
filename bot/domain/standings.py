"""How a club rests, ends, and goes on again."""

from __future__ import annotations

from enum import StrEnum


class Becomes(StrEnum):
    """What a club becomes; all but `OPEN` are stages as well."""

    PAUSED = "paused"
    GIVEN_UP = "given_up"
    """Its founding is given up."""
    MERGED = "merged"
    """It goes on as a part of another club."""
    DISSOLVED = "dissolved"
    OPEN = "open"
    """It goes on where it stood."""


def possible(closed: str | None, *, is_recognised: bool) -> tuple[Becomes, ...]:
    """What a club may become; `closed` is how it ended, or "paused"."""
    ends = (Becomes.DISSOLVED, Becomes.MERGED) if is_recognised else (Becomes.GIVEN_UP,)
    if closed is None:
        return (Becomes.PAUSED, *ends)
    return (Becomes.OPEN, *ends) if closed == Becomes.PAUSED else (Becomes.OPEN,)
