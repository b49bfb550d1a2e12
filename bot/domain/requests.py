"""What people may want of their data, and by when the law has it answered.

Decree 356/2025/NĐ-CP art. 5 gives the days; where its sources differ the shorter is taken.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum


class RequestKind(StrEnum):
    """What is wanted of somebody's data."""

    SEE = "see"
    CORRECT = "correct"
    COPY = "copy"
    DELETE = "delete"
    WITHDRAW = "withdraw"
    LEAVE = "leave"
    """To leave a club, which takes every consent back."""
    RESTRICT = "restrict"
    """Kept, and used for nothing."""
    LIFT = "lift"
    """Used again after that."""
    OBJECT = "object"
    COMPLAIN = "complain"
    """Goes past those who organise the club, to who stands above it."""


class Outcome(StrEnum):
    """What became of a request that is closed."""

    DONE = "done"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"
    """It was carried out, and undone since by who had asked for it."""


DAYS: dict[RequestKind, int] = {
    RequestKind.SEE: 10,
    RequestKind.CORRECT: 10,
    RequestKind.COPY: 10,
    RequestKind.DELETE: 20,
    RequestKind.WITHDRAW: 15,
    RequestKind.LEAVE: 15,
    RequestKind.RESTRICT: 15,
    RequestKind.LIFT: 15,
    RequestKind.OBJECT: 15,
    # The law names no days for a complaint to the club itself: the shortest of the others (ours).
    RequestKind.COMPLAIN: 10,
}
"""Days within which each must be carried out."""
TAKEN_BACK_WITHIN = timedelta(days=1)
"""How long a deletion can be taken back (ours; the law's twenty days to delete are kept by far)."""
WARNED_BEFORE = (timedelta(days=10), timedelta(days=5), timedelta(days=1))
"""How long before its day whoever has to answer is reminded (plan-and-law §4.3.6: after 10, 15)."""


def next_look(due_at: datetime, now: datetime) -> datetime | None:
    """When a request that waits is looked at next: a reminder, then its day; None after that."""
    moments = [due_at - before for before in WARNED_BEFORE]
    return next((moment for moment in (*moments, due_at) if moment > now), None)
