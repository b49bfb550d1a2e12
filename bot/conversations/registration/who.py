"""Who is registered by whom, and which questions follow from it."""

from __future__ import annotations

from bot.conversations.engine import Answers
from bot.conversations.engine.kinds import ChoiceKind, Pairs, Problem, Read, Sure, Unread
from bot.conversations.engine.surroundings import Turn as AnyTurn
from bot.conversations.turn import Turn
from bot.delivery.naming import contact_of
from bot.domain.membership import MembershipState
from bot.language.kinship import (
    elder_form,
    is_called_as_elder,
    is_kin_word,
    read_presence,
    relation_of,
    says_here,
)
from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.speech.translation import Opening, Phrase, say
from bot.storage.records import Club, Membership, Person


def club_of(turn: Turn, answers: Answers) -> Club:
    """The club that somebody is registered with."""
    return turn.uow.clubs.get(int(answers["club"]))


def waits(membership: Membership) -> bool:
    """Whether a consent is still waited for; who was forgotten or decided on doesn't come back."""
    return membership.state == MembershipState.UNCONFIRMED


def mode_of(answers: Answers) -> str:
    """Who registers: "self", "relative" or "organiser"."""
    return str(answers["mode"])


KNOWN = "known_from"
"""The answer that says from which membership with another club the others were taken."""


def is_known(answers: Answers) -> bool:
    """Whether the answers begin with what another club was told."""
    return bool(answers.get(KNOWN))


def told_of(turn: Turn, person_id: int, club_id: int) -> Membership | None:
    """What was told of somebody whom this account speaks for: to this club, else to the last one."""
    found = turn.uow.clubs.memberships_of(person_id)
    own = [each for each in found if each.club_id == club_id]
    known = own or found
    return known[-1] if known else None


# Which questions are asked


def of_oneself(_turn: Turn, answers: Answers) -> bool:
    """Whether somebody registers himself."""
    return mode_of(answers) == "self"


def by_relative(_turn: Turn, answers: Answers) -> bool:
    """Whether a relative or a neighbour registers somebody."""
    return mode_of(answers) == "relative"


def by_organiser(_turn: Turn, answers: Answers) -> bool:
    """Whether an organiser writes somebody down."""
    return mode_of(answers) == "organiser"


def is_present(_turn: Turn, answers: Answers) -> bool:
    """Whether the person can be asked now."""
    return mode_of(answers) == "self" or answers.get("present") == "here"


def asks_details(_turn: Turn, answers: Answers) -> bool:
    """Whether the person agreed, so that the rest may be asked."""
    if mode_of(answers) == "organiser":
        return answers.get("way") not in (None, "not_yet")
    return str(answers.get("roster", "")).startswith("agreed")


def asks_reminders(turn: Turn, answers: Answers) -> bool:
    """Whether the person is asked about reminders."""
    return is_present(turn, answers) and asks_details(turn, answers)


def asks_name(turn: Turn, answers: Answers) -> bool:
    """Whether the name is asked."""
    return by_organiser(turn, answers) or asks_details(turn, answers)


def is_noted(turn: Turn, answers: Answers) -> bool:
    """Whether an organiser writes down somebody who agreed: each purpose is asked by itself."""
    return by_organiser(turn, answers) and asks_details(turn, answers)


def by_guardian(turn: Turn, answers: Answers) -> bool:
    """Whether a court's guardian agreed for somebody."""
    return is_noted(turn, answers) and answers.get("way") == "guardian"


def speaks_himself(turn: Turn, answers: Answers) -> bool:
    """Whether the person, who agreed, answers about further purposes himself."""
    return not by_organiser(turn, answers) and asks_details(turn, answers)


def in_founding(turn: Turn, answers: Answers) -> bool:
    """Whether the list will go to the commune: the club isn't recognised yet."""
    return asks_details(turn, answers) and club_of(turn, answers).recognised_on is None


def shares_himself(turn: Turn, answers: Answers) -> bool:
    """Whether the person is asked about the list for the commune."""
    return not by_organiser(turn, answers) and in_founding(turn, answers)


def sharing_is_noted(turn: Turn, answers: Answers) -> bool:
    """Whether an organiser is asked about it."""
    return by_organiser(turn, answers) and in_founding(turn, answers)


def asks_relation(turn: Turn, answers: Answers) -> bool:
    """Whether the word by which somebody is called doesn't tell how he stands to the helper."""
    called = str(answers.get("called") or "")
    return by_relative(turn, answers) and bool(called) and relation_of(called) is None


def asks_circumstances(turn: Turn, answers: Answers) -> bool:
    """Whether the person agreed to tell about hardship."""
    if mode_of(answers) == "organiser":
        return bool(answers.get("circumstances_noted"))
    return str(answers.get("circumstances_consent", "")).startswith("agreed")


def _tells_hardship(answers: Answers) -> bool:
    """Whether a hardship was told, and not that there is none."""
    return bool(set(answers.get("circumstances") or ()) - {"none", "undisclosed"})


def passes_hardship_on(turn: Turn, answers: Answers) -> bool:
    """Whether the person, who stands on the commune's list, is asked about the hardship there."""
    agreed = str(answers.get("sharing", "")).startswith("agreed")
    return agreed and shares_himself(turn, answers) and _tells_hardship(answers)


def passing_on_is_noted(turn: Turn, answers: Answers) -> bool:
    """Whether an organiser is asked about that."""
    agreed = bool(answers.get("sharing_noted"))
    return agreed and sharing_is_noted(turn, answers) and _tells_hardship(answers)


def alike(turn: Turn, answers: Answers) -> tuple[Membership, Person] | None:
    """Somebody on this roster with the same name and the same birth year or phone."""
    if not answers.get("full_name"):
        return None
    return turn.uow.clubs.alike(
        club_of(turn, answers).id,
        answers["full_name"],
        birth_year=(answers.get("birth") or {}).get("year"),
        phone=answers.get("phone"),
        besides=answers.get("membership"),
    )


def looks_alike(turn: Turn, answers: Answers) -> bool:
    """Whether an organiser writes down somebody who may stand on the roster already.

    A stranger isn't told who is on the roster: of others' applications organisers see it.
    """
    return is_noted(turn, answers) and alike(turn, answers) is not None


# How the person is named


def who(answers: Answers) -> Phrase | str:
    """How the sentence names the person: as he is addressed, else as the reader.

    Once an elder holds the phone he reads it himself: "má" and "bà ngoại" are "bà" to the bot.
    """
    if mode_of(answers) == "self":
        return say("registration.you")
    called = answers.get("called")
    if called and answers.get("present") == "here" and is_kin_word(called):
        return elder_form(called) or str(called)
    name = called or answers.get("full_name")
    return str(name) if name else say("registration.this_person")


def relation(answers: Answers) -> str:
    """How the person stands to the helper: as the word says, else as was asked."""
    return relation_of(answers["called"]) or str(answers.get("relation", "other"))


def slots(turn: Turn, answers: Answers) -> Answers:
    """What the questions name."""
    own = _own_word(turn, answers)
    return {"who": who(answers), "club": club_of(turn, answers).name, "self": own}


def _own_word(turn: Turn, answers: Answers) -> Phrase | str:
    """What the bot calls itself: to an elder who was handed the phone as to any elder."""
    is_handed = mode_of(answers) == "relative" and answers.get("present") == "here"
    if is_handed and is_called_as_elder(str(answers.get("called") or "")):
        return say("registration.own_word")
    return turn.speaker.self_word


def notice(turn: Turn, answers: Answers) -> Phrase:
    """What must be read before the consent."""
    club = club_of(turn, answers)
    return say(
        "registration.notice",
        who=who(answers),
        club=club.name,
        contact=contact_of(turn.uow, club),
        self=_own_word(turn, answers),
    )


def notice_to_read(turn: Turn, answers: Answers) -> Phrase:
    """What an organiser reads out to whom he writes down: who agreed without it agreed to nothing.

    Shorter than what people read themselves, with all that Law 91/2025 art. 9 wants to be known.
    """
    club = club_of(turn, answers)
    return say(
        "registration.notice_to_read",
        who=who(answers),
        club=club.name,
        contact=contact_of(turn.uow, club),
    )


def _elder(called: str) -> Phrase | str:
    """Who is asked whether she is there, by the word that the helper has for her."""
    form = elder_form(called) if is_kin_word(called) else called
    return form or called or say("registration.this_person")


_SPEAKS_OF_CONSENT = Pattern(r"\b(?:dong y|bang long|chiu|agrees?)\b")


class PresentKind(ChoiceKind):
    """Whether the elder holds the phone now: "Bà đây", "ừ", "đang cầm máy"."""

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[str]:
        called = str(scope.get("called") or "")
        presence = read_presence(text, called)
        if presence is not None:
            return Sure(presence)
        # "ông đây" isn't "Bà đây", whatever words the two share.
        read = Unread() if says_here(text) else super().read(turn, words, scope, text)
        if isinstance(read, Unread) and _SPEAKS_OF_CONSENT.search(fold(text)):
            # Said before anything was read out, and perhaps by somebody else.
            return Problem(say("registration.present.own_word", who=_elder(called)))
        return read


def presence(turn: Turn, answers: Answers) -> Pairs:
    """Whether she is here, in words that name her."""
    named = Opening(_elder(str(answers.get("called", ""))))
    return [
        ("here", turn.text(say("registration.present.here", who=named))),
        ("away", turn.text(say("registration.present.away", who=named))),
    ]
