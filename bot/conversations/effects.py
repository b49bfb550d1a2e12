"""What a flow asks the handlers to carry out in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.buttons import Button
from bot.intents.understanding import Intent


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
class RosterChanged:
    """Memberships of a club changed: founding and criteria are to be computed anew."""

    club_id: int


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
class PlanMeeting:
    """The founding meeting is to be then, as far as it is known: day and hour in ISO form."""

    club_id: int
    day: str | None
    hour: str | None


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


@dataclass(frozen=True)
class EventAdded:
    """An event was set: its occurrences are to be written down."""

    event_id: int


@dataclass(frozen=True)
class OccurrenceChanged:
    """An occurrence was moved or cancelled: people must be told. `what` is moved or cancelled."""

    occurrence_id: int
    what: str


@dataclass(frozen=True)
class WordsForgotten:
    """The raw words of this account since the conversation began are to be blanked."""

    since: datetime


@dataclass(frozen=True)
class HandOver:
    """A person's question or unclear consent goes to those in charge.

    `quietly`: the person knows already to whom it goes.
    """

    text: str
    club_id: int | None
    quietly: bool = False


@dataclass(frozen=True)
class Reply:
    """An answer to a question that somebody handed to the people in charge."""

    enquiry_id: int
    text: str


@dataclass(frozen=True)
class Meant:
    """Asked back, somebody has chosen what a text of his means."""

    text: str
    intent: Intent


@dataclass(frozen=True)
class ChooseForm:
    """An account wants to be addressed by this form from now on."""

    form: str


@dataclass(frozen=True)
class Press:
    """Words mean what a button does: it is done, if this account may."""

    button: Button


@dataclass(frozen=True)
class WayBack:
    """What was open waits: the button that leads back to it stands under what was shown."""

    conversation: str


@dataclass(frozen=True)
class ImportRoster:
    """A list is to be read into a club's roster after the organiser saw what it changes."""

    club_id: int
    path: str
    name: str
    signed_on: str | None


@dataclass(frozen=True)
class ErasePerson:
    """Everything that tells who a person was is to be forgotten, by one club or by all."""

    person_id: int
    club_id: int | None = None
