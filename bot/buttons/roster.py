"""A club's roster, its applications and its codes.

A button that decides names the application too: it means no later one of the same person. One that
was sent before applications had numbers names none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from bot.buttons.wire import AccountNumber, ApplicationId, Button, ClubId, MembershipId, Rest


@dataclass(frozen=True)
class Members(Button, verb="members"):
    """Who waits, the meter, and the ways to add people."""

    club: ClubId
    page: int = 0


@dataclass(frozen=True)
class Names(Button, verb="names"):
    """The roster, a page at a time."""

    club: ClubId
    page: int = 0


@dataclass(frozen=True)
class Search(Button, verb="search"):
    """Find somebody on the roster, by words that were said or are asked for."""

    club: ClubId
    words: Annotated[str, Rest] | None = None


@dataclass(frozen=True)
class Secretary(Button, verb="secretary"):
    """The lists of a secretary."""

    club: ClubId


@dataclass(frozen=True)
class SecretaryList(Button, verb="secretarylist"):
    """One of them, a page at a time."""

    club: ClubId
    which: Literal["without_consent", "unreachable", "silent", "celebrations", "birthdays"]
    page: int = 0


@dataclass(frozen=True)
class ChangeState(Button, verb="changestate"):
    """A member rests, is back, moved away, left, or lives after all; asked once."""

    membership: MembershipId
    to: Literal["suspended", "active", "moved", "left", "alive"]
    sure: bool = False


@dataclass(frozen=True)
class Speakers(Button, verb="speakers"):
    """Who speaks for a member."""

    membership: MembershipId


@dataclass(frozen=True)
class ChangeSpeaker(Button, verb="changespeaker"):
    """A helper is told what concerns a member, isn't, or speaks for him no more; asked once."""

    membership: MembershipId
    account: AccountNumber
    to: Literal["told", "not_told", "gone"]
    sure: bool = False


@dataclass(frozen=True)
class WhoseConsents(Button, verb="whoseconsents"):
    """The roster again, to pick whose consents are read aloud."""

    club: ClubId
    page: int = 0


@dataclass(frozen=True)
class ReadConsents(Button, verb="readconsents"):
    """What a member agreed to, as it was read then."""

    membership: MembershipId


@dataclass(frozen=True)
class GetList(Button, verb="getlist"):
    """The roster as a file, a column a datum or as clubs keep theirs on paper."""

    club: ClubId
    layout: Literal["columns", "official"] = "columns"


@dataclass(frozen=True)
class Member(Button, verb="member"):
    """One who waits, and what can be done."""

    membership: MembershipId


@dataclass(frozen=True)
class Approve(Button, verb="approve"):
    """An applicant becomes a member."""

    membership: MembershipId
    application: ApplicationId | None = None


@dataclass(frozen=True)
class Refuse(Button, verb="refuse"):
    """An application is not taken."""

    membership: MembershipId
    application: ApplicationId | None = None


@dataclass(frozen=True)
class Same(Button, verb="same"):
    """The applicant is that member."""

    membership: MembershipId
    known: MembershipId
    application: ApplicationId | None = None


@dataclass(frozen=True)
class Different(Button, verb="different"):
    """The applicant is nobody on the roster."""

    membership: MembershipId
    application: ApplicationId | None = None


@dataclass(frozen=True)
class AnswerClaim(Button, verb="claim"):
    """What the member says of an application that is said to be hers, or who spoke with her."""

    application: ApplicationId
    answer: Literal["yes", "no"]


@dataclass(frozen=True)
class Deceased(Button, verb="deceased"):
    """What an organiser found out about somebody who is said to have died."""

    membership: MembershipId
    found: Literal["yes", "no"]


@dataclass(frozen=True)
class MemberData(Button, verb="memberdata"):
    """A member as the roster has him, and what an organiser can do about it."""

    membership: MembershipId


@dataclass(frozen=True)
class MemberWish(Button, verb="memberwish"):
    """What an organiser wants of a member's data; that he leaves is asked once."""

    membership: MembershipId
    wish: Literal["correct", "leave", "delete"]
    sure: bool = False


@dataclass(frozen=True)
class JoinCode(Button, verb="joincode"):
    """The code with which people apply, and a new one."""

    club: ClubId
    new: bool = False


@dataclass(frozen=True)
class CoOrganiser(Button, verb="coorganiser"):
    """A one-time code for somebody who works on the club too."""

    club: ClubId


@dataclass(frozen=True)
class SendList(Button, verb="sendlist"):
    """How a list is sent."""

    club: ClubId


@dataclass(frozen=True)
class ImportList(Button, verb="import"):
    """Write the list that was previewed."""

    club: ClubId


@dataclass(frozen=True)
class PutListAside(Button, verb="importaside"):
    """Write nothing of the list that was previewed."""

    club: ClubId


@dataclass(frozen=True)
class ViewChanges(Button, verb="importview"):
    """What a list changes, line by line."""

    club: ClubId


@dataclass(frozen=True)
class AskLines(Button, verb="importlines"):
    """Go on with the lines of a list that wait to be asked about."""

    club: ClubId


@dataclass(frozen=True)
class RefusalReason(Button, verb="refusal"):
    """Say why somebody wasn't taken."""

    membership: MembershipId


@dataclass(frozen=True)
class ApproveAll(Button, verb="approveall"):
    """All who applied become members, but those who may be on the roster."""

    club: ClubId
    sure: bool = False


@dataclass(frozen=True)
class WaitingList(Button, verb="waitinglist"):
    """Who waits for a place in a full club."""

    club: ClubId


@dataclass(frozen=True)
class MemberLimit(Button, verb="limit"):
    """Ask how many members the club takes; how many was said already is asked about."""

    club: ClubId
    most: int | None = None


@dataclass(frozen=True)
class TakeBackList(Button, verb="importback"):
    """Undo the last list as a whole."""

    club: ClubId
    sure: bool = False
