"""What happens on the way to a club."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FoundingChanged:
    """Data of a founding changed; `step` is the one somebody worked on."""

    club_id: int
    step: str
    quietly: bool = False
    """Left in the middle: compute anew, say nothing."""


@dataclass(frozen=True)
class FoundingOutdated:
    """Something that a founding's states depend on changed: they are to be computed anew."""

    club_id: int


@dataclass(frozen=True)
class OpenFounding:
    """A club is to be founded, by an invitation for this area; None: for everywhere."""

    area: str | None
    unit_code: str
    hamlet: str
    name: str


@dataclass(frozen=True)
class RenameClub:
    """A club that isn't recognised yet is to have another name or hamlet."""

    club_id: int
    hamlet: str
    name: str


@dataclass(frozen=True)
class PassOverStep:
    """A step that may be is to be passed over, for a reason."""

    club_id: int
    step: str
    reason: str


@dataclass(frozen=True)
class GoOnWithFewer:
    """The founding is to go on with fewer members than are asked for, for a reason."""

    club_id: int
    reason: str


@dataclass(frozen=True)
class FewWentOn:
    """A founding goes on with so few members that the plan has its coordinators asked."""

    club_id: int
    count: int
    """Members at that moment."""
    reason: str


@dataclass(frozen=True)
class PlanMeeting:
    """The founding meeting is to be then, as far as it is known: day and hour in ISO form."""

    club_id: int
    day: str | None
    hour: str | None


@dataclass(frozen=True)
class FoundingOpened:
    """A club began to be founded: whoever invited its founder is told."""

    club_id: int


@dataclass(frozen=True)
class FoundingShown:
    """What can be done next in a founding is to be offered."""

    club_id: int


@dataclass(frozen=True)
class SupportRefused:
    """The commune doesn't support a club so far: its coordinators are told."""

    club_id: int


@dataclass(frozen=True)
class RecognitionRefused:
    """The commune refused to recognise a club: its coordinators are told."""

    club_id: int


@dataclass(frozen=True)
class DecisionNoted:
    """A decision was written down, or another than before: the coordinators compare it."""

    club_id: int


@dataclass(frozen=True)
class DecisionConfirmed:
    """A coordinator found the decision as it was written down: the organisers are told."""

    club_id: int


@dataclass(frozen=True)
class DecisionDisputed:
    """A coordinator found another decision: the organisers look again."""

    club_id: int


@dataclass(frozen=True)
class CoOrganiserJoined:
    """Somebody organises a club too: the others are told."""

    club_id: int
    account_id: int


@dataclass(frozen=True)
class SendPaper:
    """A paper of a club is to be made and sent; an invitation may be to one day of an event."""

    club_id: int
    code: str
    occurrence_id: int | None = None
