"""The states of a membership, and what may follow what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

UNCONFIRMED_DAYS = 30
"""Days after which somebody without a noted consent is forgotten (a proposal of ours)."""

WARNED_BEFORE = timedelta(days=5)
"""How long before that those who know him are told (a proposal)."""


PURPOSES = ("roster", "reminders", "circumstances", "sharing", "circumstances_shared")
"""What consents are asked for: a row a person and purpose (Law 91/2025 art. 9: one consent per purpose).

`sharing` is standing on the list for the commune, `circumstances_shared` the hardship on that list.
"""

ON_THE_SHEET = ("roster", "reminders", "circumstances", "sharing")
"""What our own sheet is signed for. Of hardship each is asked alone, and whether it may be passed on."""

RESTS_ON = {"circumstances": ("circumstances_shared",), "sharing": ("circumstances_shared",)}
"""Purposes that end with another: what isn't kept, or whose name isn't passed on, isn't either."""

OBJECTABLE = ("reminders", "sharing", "circumstances", "roster")
"""Uses that stop at once when somebody objects to them; "roster" stands for every use."""


def uses_of(purpose: str) -> tuple[str, ...]:
    """The purposes that rest where one is objected to: all with the roster, else what rests on it."""
    return PURPOSES if purpose == "roster" else (purpose, *RESTS_ON.get(purpose, ()))


TOLD_TO_CLUB = ("phone", "address", "circumstances", "contact_person", "note")
"""What was told to one club: it belongs to that club alone (Law 91/2025: each keeps its own book)."""


@dataclass(frozen=True)
class Guardian:
    """Who agrees for somebody whom a court gave a guardian, and the paper he showed.

    The paper in words; no picture of it is kept. A child is no guardian by that alone.
    """

    name: str
    paper: str


class MembershipState(StrEnum):
    """Where a person stands on a club's roster. Consent is no state: it is a row a purpose."""

    UNCONFIRMED = "unconfirmed"
    APPLIED = "applied"
    WAITLISTED = "waitlisted"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    REFUSED = "refused"
    LEFT = "left"
    MOVED = "moved"
    DECEASED = "deceased"


GONE = frozenset(
    (
        MembershipState.REFUSED,
        MembershipState.LEFT,
        MembershipState.MOVED,
        MembershipState.DECEASED,
    )
)
"""States in which a club has no use for somebody's data any more, but for coming back."""
LIVING = frozenset(MembershipState) - GONE
"""States of who belongs to a club, or is about to."""
_ENDS = frozenset((MembershipState.LEFT, MembershipState.MOVED, MembershipState.DECEASED))
FOLLOWS: dict[MembershipState, frozenset[MembershipState]] = {
    MembershipState.UNCONFIRMED: frozenset(
        (MembershipState.APPLIED, MembershipState.ACTIVE, MembershipState.REFUSED)
    )
    | _ENDS,
    MembershipState.APPLIED: frozenset(
        (MembershipState.ACTIVE, MembershipState.WAITLISTED, MembershipState.REFUSED)
    )
    | _ENDS,
    MembershipState.WAITLISTED: frozenset((MembershipState.ACTIVE, MembershipState.REFUSED))
    | _ENDS,
    MembershipState.ACTIVE: frozenset((MembershipState.SUSPENDED,)) | _ENDS,
    MembershipState.SUSPENDED: frozenset((MembershipState.ACTIVE,)) | _ENDS,
    MembershipState.REFUSED: frozenset((MembershipState.APPLIED, MembershipState.ACTIVE)),
    MembershipState.LEFT: frozenset((MembershipState.APPLIED, MembershipState.ACTIVE)),
    MembershipState.MOVED: frozenset((MembershipState.APPLIED, MembershipState.ACTIVE)),
    MembershipState.DECEASED: frozenset(),
}


def may_become(before: MembershipState, after: MembershipState) -> bool:
    """Whether a membership may go from one state to the other."""
    return after in FOLLOWS[before]
