"""What happens to members and to the list of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.conversations.engine import Answers, Proof
from bot.domain.membership import Guardian, MembershipState


@dataclass(frozen=True)
class Register:
    """Somebody is to be written down in a club's book, with what was agreed to."""

    club_id: int
    mode: str
    """Who registers: "self", "relative" or "organiser"."""
    identity: Answers
    told: Answers
    proofs: Mapping[str, Proof]
    answered_on: date
    guardian: Guardian | None = None
    """Who agreed in his stead."""
    left_open: tuple[str, ...] = ()
    """Purposes that were answered unclearly."""
    called: str | None = None
    """What a relative calls him, with the relation."""
    relation: str | None = None
    shared_from: int | None = None
    """Whose place was offered: the family of whoever writes."""
    known: int | None = None
    """The person's row, where the account speaks for him already."""
    waiting: int | None = None
    """The membership whose consent was waited for."""
    member: int | None = None
    """The member of whom the organiser says that it is the same person."""


@dataclass(frozen=True)
class KeepName:
    """Somebody who was named and has not agreed yet: no more is kept than finds him again."""

    club_id: int
    full_name: str | None = None
    """By an organiser."""
    called: str | None = None
    """By a relative, with the relation."""
    relation: str | None = None


@dataclass(frozen=True)
class ExplainRefusal:
    """Who registered somebody that wasn't taken is to read why."""

    membership_id: int
    reason: str


@dataclass(frozen=True)
class LimitMembers:
    """A club takes so many members from now on; None takes all."""

    club_id: int
    limit: int | None


@dataclass(frozen=True)
class FindClub:
    """The clubs of a place that somebody named are to be shown."""

    place: str


@dataclass(frozen=True)
class MemberApplied:
    """Somebody waits for an organiser's yes."""

    membership_id: int


@dataclass(frozen=True)
class ConsentsOpen:
    """Questions of consent were answered unclearly: an organiser has to ask once more."""

    membership_id: int
    purposes: tuple[str, ...]


@dataclass(frozen=True)
class MemberUnconfirmed:
    """Somebody was named who has not agreed yet; an organiser has to note the consent."""

    membership_id: int


@dataclass(frozen=True)
class MembershipDecided:
    """An organiser said yes or no to an application: who registered is told.

    `waited`: for a place in a full club.
    """

    membership_id: int
    state: MembershipState
    waited: bool = False


@dataclass(frozen=True)
class MembershipChanged:
    """An organiser noted that a member rests, is back, moved, left or lives: who speaks hears it."""

    membership_id: int
    to: str


@dataclass(frozen=True)
class SpeakerChanged:
    """An organiser noted that a helper is told, isn't told, or speaks for a member no more.

    `called` is what the helper calls the member.
    """

    membership_id: int
    account_id: int
    called: str | None
    to: str


@dataclass(frozen=True)
class FindMember:
    """Somebody is looked for on a roster, by these words."""

    club_id: int
    words: str


@dataclass(frozen=True)
class MembershipLinked:
    """Who registered somebody speaks for a member now: he is told, and who spoke for her before.

    `applied`: the accounts that registered her; `joined`: those of them that didn't speak for her yet.
    """

    membership_id: int
    applied: tuple[int, ...]
    joined: tuple[int, ...]


@dataclass(frozen=True)
class ClaimMade:
    """An organiser said that an application is of a member: she is asked."""

    application_id: int
    known_id: int


@dataclass(frozen=True)
class ClaimAgreed:
    """The member herself said that it was she: the organisers are told."""

    application_id: int
    known_id: int


@dataclass(frozen=True)
class ClaimDenied:
    """The member herself said that it wasn't she: the organisers are told."""

    application_id: int
    known_id: int


@dataclass(frozen=True)
class RosterChanged:
    """Memberships of a club, or how many it takes, changed: its founding is computed anew, and
    whose turn it is to get a place."""

    club_id: int


@dataclass(frozen=True)
class ImportRoster:
    """A list is to be read into a club's roster after the organiser saw what it changes."""

    club_id: int
    path: str
    name: str
    signed_on: str | None
    purposes: tuple[str, ...] = ()
    """What was signed for."""
    asked: Mapping[str, Proof] = field(default_factory=dict)
    """What the organiser was asked about that, by the question."""


@dataclass(frozen=True)
class AnswerListLine:
    """What somebody said of a line of a list that wasn't clear."""

    club_id: int
    line: int
    value: str
