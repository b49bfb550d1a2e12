"""What a flow asks the handlers to carry out in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.buttons import Button
from bot.conversations.engine import Answers, Proof
from bot.domain.membership import MembershipState
from bot.intents.understanding import Intent


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
    left_open: tuple[str, ...] = ()
    """Purposes that were answered unclearly."""
    called: str | None = None
    """What a relative calls him, with the relation."""
    relation: str | None = None
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
    """An organiser said yes or no to an application: who registered is told."""

    membership_id: int
    state: MembershipState


@dataclass(frozen=True)
class MembershipLinked:
    """Who registered somebody speaks for a member now: he is told."""

    membership_id: int


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
class SetEvent:
    """An event is to be set, by the rule after which it takes place."""

    club_id: int
    kind: str
    recurrence: dict[str, object]
    hour: str
    place: str
    bring: str | None = None
    fasting: str | None = None
    places: int | None = None


@dataclass(frozen=True)
class MoveOccurrence:
    """An occurrence is to be held at another moment; `place` None: where it was."""

    occurrence_id: int
    starts_at: datetime
    place: str | None = None


@dataclass(frozen=True)
class ChangeSeries:
    """A regular event is to be held another way from a day on; `since` None: from now on."""

    event_id: int
    recurrence: dict[str, object]
    hour: str
    place: str
    since: date | None = None


@dataclass(frozen=True)
class Announce:
    """All members of a club are to be told something."""

    club_id: int
    text: str


@dataclass(frozen=True)
class AnnouncementMade:
    """An announcement was written down: the members are told."""

    announcement_id: int


@dataclass(frozen=True)
class CountAttended:
    """How many came to an occurrence is to be noted."""

    occurrence_id: int
    count: int


@dataclass(frozen=True)
class AttendanceAnswered:
    """Somebody said anew whether a person comes: the other phones are told."""

    occurrence_id: int
    person_id: int
    answer: str


@dataclass(frozen=True)
class DeathTold:
    """Somebody is said to have died: the organisers of his club look."""

    membership_id: int


@dataclass(frozen=True)
class DeathReported:
    """A neighbour tells that a member died: the organisers look. `sure`: it can be nobody else."""

    membership_id: int
    sure: bool


@dataclass(frozen=True)
class DeathTakenBack:
    """He lives after all: the organisers are told."""

    membership_id: int


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
class EnquiryHandedOn:
    """A question was given to those in charge, the accounts that are told."""

    enquiry_id: int
    accounts: tuple[int, ...]
    urgent: bool = False
    """They are asked to call at once."""


@dataclass(frozen=True)
class EditClubAnswer:
    """A question or its answer, of a club's own, is written anew."""

    club_id: int
    answer_id: int
    part: Literal["question", "answer"]
    text: str


@dataclass(frozen=True)
class EnquiryAnswered:
    """Somebody in charge answered a question: who asked is told."""

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
class AnswerListLine:
    """What somebody said of a line of a list that wasn't clear."""

    club_id: int
    line: int
    value: str


@dataclass(frozen=True)
class CorrectPerson:
    """Something that is kept about a person is to be changed.

    What a club was told is changed in these memberships; `called` is what this account calls him.
    """

    person_id: int
    values: dict[str, object]
    memberships: tuple[int, ...] = ()
    called: str | None = None


@dataclass(frozen=True)
class AnswerReminders:
    """Asked anew, somebody answered whether reminders of a person come."""

    person_id: int
    club_id: int
    proof: Proof


@dataclass(frozen=True)
class NoteConsent:
    """An organiser says what was answered to a question of consent, and when."""

    person_id: int
    club_id: int
    purpose: str
    proof: Proof
    answered_on: date


@dataclass(frozen=True)
class ConsentWithdrawn:
    """A consent doesn't stand any more in a club: its organisers are told."""

    request_id: int
    membership_id: int
    purpose: str


@dataclass(frozen=True)
class MemberLeft:
    """Somebody left a club: its organisers are told."""

    membership_id: int


@dataclass(frozen=True)
class RequestMade:
    """A helper wants something of somebody else's data: she and the organisers are asked."""

    request_id: int


@dataclass(frozen=True)
class RequestDecided:
    """A request was answered: who made it is told. `clubs`: for these alone, others are asked."""

    request_id: int
    agreed: bool
    clubs: tuple[int, ...] = ()


@dataclass(frozen=True)
class PersonForgotten:
    """Somebody was forgotten: what was made of him is taken away, organisers are told."""

    person_id: int


@dataclass(frozen=True)
class ErasePerson:
    """Everything that tells who a person was is to be forgotten, by one club or by all."""

    person_id: int
    club_id: int | None = None
