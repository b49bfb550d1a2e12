"""What people send those in charge past the bot: kept, handed on, answered; nothing is said here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32

from bot.conversations.effects import EnquiryAnswered, EnquiryHandedOn, Handed
from bot.conversations.permissions import answers_enquiry, is_organiser, officers_of_founder
from bot.domain.due import DueKind
from bot.domain.limits import Limited
from bot.domain.membership import MembershipState
from bot.guidance.alike import LEAST, likeness
from bot.handlers.acting import Acting, Refused
from bot.handlers.limits import count, minutes_to_wait
from bot.handlers.services import clubs_of_account, coordinators_of, organised_ids
from bot.intents.identity import without_identity
from bot.storage.club_answers import AnswerPart
from bot.storage.records import Account, Club, ClubAnswer, Enquiry

ASKED = "@asked"
"""Where the question waits that may be handed to a person."""
REPLIED = "@replied"
"""Where a reply waits that may become the club's own answer."""
LONGEST = 1000
"""Characters that are kept of it."""
UNANSWERED_AFTER = (timedelta(days=3), timedelta(days=7))
"""How long a question waits until those in charge are asked about it, and those above them."""


@dataclass(frozen=True)
class LastAsked:
    """What was said last that may be handed on, and the article that was shown or offered for it."""

    text: str
    article: str | None
    at: datetime


def remember(acting: Acting, text: str, article: str | None = None) -> None:
    """Keep what was said until it was pressed what becomes of it."""
    if acting.account is not None:
        kept = {"text": text[:LONGEST], "article": article}
        acting.uow.conversations.put(acting.account.id, ASKED, kept, is_open=False)


def last_asked(acting: Acting) -> LastAsked | None:
    """What was said last; None where that was dealt with."""
    if acting.account is None:
        return None
    held = acting.uow.conversations.find(acting.account.id, ASKED)
    if held is None:
        return None
    return LastAsked(str(held.state["text"]), held.state.get("article"), held.updated_at)


def remembered(acting: Acting) -> str | None:
    """What was said; None where that was dealt with."""
    if acting.account is None:
        return None
    held = acting.uow.conversations.find(acting.account.id, ASKED)
    return None if held is None else str(held.state["text"])


def mark_of(text: str) -> str:
    """What tells a text from others, for a button that is about it."""
    return f"{crc32(text[:LONGEST].encode()):08x}"


def remembered_as(acting: Acting, mark: str | None) -> str | None:
    """What was said, where a button's mark is of that; None where it is another text's or none."""
    said = remembered(acting)
    return said if said is not None and mark_of(said) == mark else None


def forget(acting: Acting) -> None:
    """What was said was dealt with."""
    if acting.account is not None:
        acting.uow.conversations.drop(acting.account.id, ASKED)


# Who is in charge


@dataclass(frozen=True)
class InCharge:
    """Who answers for an account, and of which of its clubs; nobody where `accounts` is empty."""

    accounts: list[Account]
    club: Club | None = None


def in_charge(acting: Acting, joining: int | None = None) -> InCharge:
    """Who answers for this account: its club's organisers, else the coordinators.

    Whoever organises the club himself turns to its coordinators first, and nobody to himself.
    `joining`: the club that a registration is open for. Who is about to join asks those whom its
    notice has just named.
    """
    uow, clubs = acting.uow, _clubs(acting)
    if joining is not None and joining not in {club.id for club in clubs}:
        clubs = [uow.clubs.get(joining), *clubs]
    for club in clubs:
        found = _coordinators(acting, club)
        if found and acting.organises(club.id):
            return InCharge(found, club)
        organisers = [each for each in uow.accounts.organisers(club.id) if each.id != acting.by]
        if organisers:
            return InCharge(organisers, club)
    for club in clubs:
        found = _coordinators(acting, club)
        if found:
            return InCharge(found, club)
    return InCharge(_officers(acting))


def above(acting: Acting) -> InCharge:
    """Who coordinates the first of this account's clubs that anybody does, else everywhere."""
    for club in _clubs(acting):
        found = [
            each
            for each in _coordinators(acting, club)
            if not is_organiser(acting.uow, each, club.id)
        ]
        if found:
            return InCharge(found)
    return InCharge(_officers(acting))


def _clubs(acting: Acting) -> list[Club]:
    return [] if acting.account is None else clubs_of_account(acting.uow, acting.account)


def _coordinators(acting: Acting, club: Club) -> list[Account]:
    found = coordinators_of(acting.plan, acting.uow, club)
    return [each for each in found if each.id != acting.by]


def _officers(acting: Acting) -> list[Account]:
    """Who coordinates where no club is: of a founder his area, else everywhere."""
    if acting.account is not None:
        found = officers_of_founder(acting.plan, acting.uow, acting.account.id)
        if found:
            return found
    return [each for each in acting.uow.accounts.coordinators(set()) if each.id != acting.by]


# Handing on, and answering


@dataclass(frozen=True)
class Wait:
    """As much as an account may send on an hour was sent on: after how many minutes it may again."""

    minutes: int


def hand_over(
    acting: Acting,
    text: str,
    charge: InCharge,
    *,
    words: Handed = "",
    urgent: bool = False,
    unnamed: bool = False,
) -> int | Wait | Refused:
    """Give a question to those in charge; its number.

    `words`: what those in charge are told instead of the text, each in his own language.
    `urgent`: they are asked to call at once, which is neither limited nor counted. `unnamed`: they
    don't read who asks.
    """
    if acting.account is None or not charge.accounts:
        return Refused.GONE
    if not urgent:
        minutes = minutes_to_wait(acting, Limited.ENQUIRY)
        if minutes is not None:
            return Wait(minutes)
        count(acting, Limited.ENQUIRY)
    club_id = charge.club.id if charge.club else None
    number = acting.uow.conversations.add_enquiry(acting.account.id, club_id, text, unnamed=unnamed)
    told = tuple(each.id for each in charge.accounts)
    acting.do(EnquiryHandedOn(number, told, urgent, words))
    if club_id is not None:
        acting.uow.due.set(DueKind.UNANSWERED, number, acting.now + UNANSWERED_AFTER[0])
    return number


def reply(acting: Acting, enquiry_id: int, text: str) -> Refused | None:
    """Answer a question that was handed on; None when the answer is on its way."""
    if acting.uow.conversations.enquiry(enquiry_id) is None:
        return Refused.GONE
    if acting.account is None or not answers_enquiry(
        acting.plan, acting.uow, acting.account, enquiry_id
    ):
        return Refused.NOT_YOURS
    acting.uow.conversations.close_enquiry(enquiry_id, acting.account.id)
    acting.do(EnquiryAnswered(enquiry_id, text))
    return None


def settle(acting: Acting, enquiry_id: int) -> Refused | None:
    """Note that a question was answered past the bot."""
    if acting.account is None or not answers_enquiry(
        acting.plan, acting.uow, acting.account, enquiry_id
    ):
        return Refused.NOT_YOURS
    acting.uow.conversations.close_enquiry(enquiry_id, acting.account.id)
    return None


# A club's own answers


def note_reply(acting: Acting, enquiry_id: int, text: str) -> None:
    """Keep what was replied until it was pressed whether it is to be the club's own answer."""
    if acting.account is not None:
        state = {"enquiry": enquiry_id, "text": text[:LONGEST]}
        acting.uow.conversations.put(acting.account.id, REPLIED, state, is_open=False)


def keep_answer(acting: Acting, enquiry: Enquiry) -> ClubAnswer | Refused:
    """Make what was replied last the club's own answer: without names, numbers and illnesses asked."""
    if acting.account is None or enquiry.club_id is None:
        return Refused.GONE
    if not acting.organises(enquiry.club_id):
        return Refused.NOT_YOURS
    uow = acting.uow
    held = uow.conversations.find(acting.account.id, REPLIED)
    if held is None or held.state.get("enquiry") != enquiry.id or not enquiry.text:
        return Refused.GONE
    uow.conversations.drop(acting.account.id, REPLIED)
    people = [person.full_name or "" for _, person in uow.people.of_account(enquiry.account_id)]
    question = without_identity(enquiry.text, names_of(people))
    number = uow.club_answers.add(
        enquiry.club_id, question, str(held.state["text"]), acting.account.id
    )
    return uow.club_answers.find(number) or Refused.GONE


def edit_answer(
    acting: Acting, answer_id: int, part: AnswerPart, text: str
) -> ClubAnswer | Refused:
    """Write a question or its answer anew."""
    found = acting.uow.club_answers.find(answer_id)
    if found is None:
        return Refused.GONE
    if not acting.organises(found.club_id):
        return Refused.NOT_YOURS
    acting.uow.club_answers.change(answer_id, part, text)
    return acting.uow.club_answers.find(answer_id) or Refused.GONE


def drop_answer(acting: Acting, answer: ClubAnswer) -> Refused | None:
    """Forget one of a club's own answers."""
    if not acting.organises(answer.club_id):
        return Refused.NOT_YOURS
    acting.uow.club_answers.drop(answer.id)
    return None


def own_answer(acting: Acting, text: str) -> ClubAnswer | None:
    """What one of the asker's clubs answers to a question: of those he is a member of, or organises."""
    if acting.account is None:
        return None
    language = acting.account.language
    ranked = [
        (likeness(text, each.question, language), each)
        for each in acting.uow.club_answers.for_account(acting.account.id)
    ]
    best = max(ranked, key=lambda each: each[0], default=None)
    return best[1] if best is not None and best[0] >= LEAST else None


def own_clubs(acting: Acting) -> list[Club]:
    """The clubs of which an account speaks for a member, then those it organises."""
    if acting.account is None:
        return []
    uow = acting.uow
    people = (person.id for _, person in uow.people.of_account(acting.account.id))
    ids = [each.club_id for each in uow.clubs.active_memberships(*people)]
    ids += organised_ids(uow, acting.account)
    return [uow.clubs.get(each) for each in dict.fromkeys(ids)]


def members_of(acting: Acting, club: Club) -> int:
    """How many members a club has."""
    return acting.uow.clubs.count(club.id, [MembershipState.ACTIVE])


def names_of(full_names: Iterable[str]) -> list[str]:
    """Full names, and each one's given name by itself."""
    known = [name for name in full_names if name]
    return [*known, *(name.split()[-1] for name in known)]
