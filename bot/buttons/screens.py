"""The first screen, joining, questions, danger, and what coordinators press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from bot.buttons.wire import (
    Button,
    ClubAnswerId,
    ClubId,
    EnquiryId,
    MembershipId,
    OneOf,
    Rest,
    StandingId,
)
from bot.intents.understanding import Danger as DangerOf
from bot.intents.understanding import Intent

Asked = Literal["other", "none", "hand_on", "hand_on_unnamed", "above", "number", "go_on", "rest"]
"""What may be wished around a question. "hand_on_unnamed": handed on without a name; "above":
handed on, past those who organise the club."""
Judgement = Literal["yes", "no"]
"""Whether an answer helped."""
DangerKind = Literal["illness", "any", "none"]
"""What danger there is; "any" when only that there is one."""
Word = Literal["tell", "keep", "better", "not_yet"]
"""What is answered to who asks after somebody: tell those in charge, tell nobody, how it is."""

# The first screen, joining


@dataclass(frozen=True)
class Menu(Button, verb="menu"):
    """Leave what is open and show the first screen."""


@dataclass(frozen=True)
class Stay(Button, verb="stay"):
    """After "sure?": change nothing, say so, and go on with what is open."""


@dataclass(frozen=True)
class Continue(Button, verb="continue"):
    """Go on where a conversation was left."""

    conversation: Annotated[str, Rest]


@dataclass(frozen=True)
class Found(Button, verb="found"):
    """Open a founding, or hear who gives the code for it."""


@dataclass(frozen=True)
class Join(Button, verb="join"):
    """Find a club to join, in one area or in all."""

    area: str | None = None


@dataclass(frozen=True)
class JoinWithCode(Button, verb="joinwithcode"):
    """How a code is used."""


@dataclass(frozen=True)
class JoinClub(Button, verb="joinclub"):
    """For whom is the registration?"""

    club: ClubId


@dataclass(frozen=True)
class RegisterSelf(Button, verb="register/self"):
    """Register oneself."""

    club: ClubId


@dataclass(frozen=True)
class FindClub(Button, verb="join/find"):
    """Look for a club by commune and hamlet."""


@dataclass(frozen=True)
class RegisterRelative(Button, verb="register/relative"):
    """Register a relative, who may live where somebody lives who was registered before.

    `next`: the next of those who were named together. `further`: somebody was registered just
    before, so that less is asked.
    """

    club: ClubId
    shared: int | None = None
    next: bool = False
    further: bool = False


@dataclass(frozen=True)
class RegisterByOrganiser(Button, verb="register/organiser"):
    """An organiser writes somebody down, who was named already or is asked for."""

    club: ClubId
    name: Annotated[str, Rest] | None = None


@dataclass(frozen=True)
class NoteConsent(Button, verb="register/confirm"):
    """An organiser notes the consent of somebody who waits for it."""

    club: ClubId
    membership: MembershipId


@dataclass(frozen=True)
class OpenClub(Button, verb="club"):
    """An organiser's screen of a club; for others, how to join."""

    club: ClubId


# Questions and danger


@dataclass(frozen=True)
class Danger(Button, verb="danger"):
    """What kind of danger there is; "any" when only that there is one."""

    kind: DangerKind


@dataclass(frozen=True)
class AfterDanger(Button, verb="after"):
    """What follows from a danger that was told: who is to hear of it, and how it is by now."""

    kind: Annotated[str, OneOf(tuple(DangerOf))]
    answer: Word


@dataclass(frozen=True)
class Article(Button, verb="article"):
    """Read an article."""

    slug: str
    page: int = 0


@dataclass(frozen=True)
class Passage(Button, verb="passage"):
    """Read one section of an article, by its number."""

    slug: str
    section: int


@dataclass(frozen=True)
class Share(Button, verb="share"):
    """What was shown of an article as one message to send on: the lead, or a section from 1 on."""

    slug: str
    part: int = 0


@dataclass(frozen=True)
class Calendar(Button, verb="calendar"):
    """What is coming in the clubs of the account."""


@dataclass(frozen=True)
class Judge(Button, verb="judge"):
    """Say whether what was shown of an article answered the question."""

    good: Judgement
    slug: str


@dataclass(frozen=True)
class Ask(Button, verb="ask"):
    """Around a question: ask another, hand it on, go on, none of these, rest."""

    what: Asked


@dataclass(frozen=True)
class MeantToo(Button, verb="meanttoo"):
    """The other of two wishes that were said at once, in its own words."""

    intent: Annotated[str, OneOf(tuple(Intent))]
    words: Annotated[str, Rest]


@dataclass(frozen=True)
class Meant(Button, verb="meant"):
    """What was meant by a text that could mean several things; `text` is its mark."""

    intent: Annotated[str, OneOf(tuple(Intent))]
    text: str


@dataclass(frozen=True)
class Reply(Button, verb="reply"):
    """Answer somebody's question."""

    enquiry: EnquiryId


@dataclass(frozen=True)
class Settled(Button, verb="settled"):
    """Somebody's question needs no answer here: they called, or met."""

    enquiry: EnquiryId


@dataclass(frozen=True)
class KeepAnswer(Button, verb="keepanswer"):
    """What was replied last to a question becomes the club's own answer."""

    enquiry: EnquiryId


@dataclass(frozen=True)
class ClubAnswers(Button, verb="clubanswers"):
    """A club's own answers, a page at a time."""

    club: ClubId
    page: int = 0


@dataclass(frozen=True)
class OpenAnswer(Button, verb="clubanswer"):
    """One of a club's own answers, with what can be done to it."""

    answer: ClubAnswerId


@dataclass(frozen=True)
class EditAnswer(Button, verb="editanswer"):
    """Write a question or its answer anew."""

    answer: ClubAnswerId
    part: Literal["question", "answer"]


@dataclass(frozen=True)
class DropAnswer(Button, verb="dropanswer"):
    """Forget one of a club's own answers."""

    answer: ClubAnswerId


@dataclass(frozen=True)
class Gaps(Button, verb="gaps"):
    """What people asked in vain, for whoever writes the articles."""


@dataclass(frozen=True)
class PersonInCharge(Button, verb="incharge"):
    """Who can help, and a word left for them."""


# Coordinators


ANYWHERE = "*"
"""In the place of an area: all of them."""


@dataclass(frozen=True)
class Invite(Button, verb="invite"):
    """Invite somebody to found a club in an area or `ANYWHERE`; without one it is asked where."""

    area: str | None = None


@dataclass(frozen=True)
class OwnName(Button, verb="ownname"):
    """Tell what people are to call whoever coordinates."""


@dataclass(frozen=True)
class Invitations(Button, verb="invitations"):
    """The codes that one gave and that can still be used."""


@dataclass(frozen=True)
class CancelInvitation(Button, verb="cancelinvitation"):
    """Take a code back that one gave."""

    code: str


@dataclass(frozen=True)
class Report(Button, verb="report"):
    """Where the coordinator's clubs stand, a page at a time."""

    page: int = 0


@dataclass(frozen=True)
class ReportAreas(Button, verb="reportareas"):
    """Clubs and members of each area against its targets."""


@dataclass(frozen=True)
class PickClub(Button, verb="pickclub"):
    """Look at one of the clubs of a page of the report."""

    page: int = 0


@dataclass(frozen=True)
class Overseen(Button, verb="overseen"):
    """A club as its coordinators see it."""

    club: ClubId


@dataclass(frozen=True)
class ChangeStanding(Button, verb="changestanding"):
    """Let a club rest, end or go on; `asked`: as who organises it wishes."""

    club: ClubId
    asked: StandingId | None = None


@dataclass(frozen=True)
class DeclineStanding(Button, verb="declinestanding"):
    """Leave a club as it is, whatever is wished."""

    asked: StandingId


@dataclass(frozen=True)
class AskStanding(Button, verb="askstanding"):
    """Wish that one's club rests, ends or goes on."""

    club: ClubId


@dataclass(frozen=True)
class ConfirmDecision(Button, verb="confirm"):
    """A decision was compared with the commune's."""

    club: ClubId


@dataclass(frozen=True)
class DisputeDecision(Button, verb="dispute"):
    """The decision is not what the commune has."""

    club: ClubId
