"""What members agreed to, read aloud from the proof: the words of then, never those of today."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.turn import Turn
from bot.delivery.naming import list_name, roster_name
from bot.domain.membership import PURPOSES, MembershipState
from bot.handlers.accesses import note_access
from bot.handlers.acting import acting
from bot.handlers.services import Services
from bot.speech.show import show_day
from bot.speech.translation import Lines, Phrase, say, words_of_version
from bot.storage.records import Club, Consent, Membership

PAGE = 10


def whose_action(services: Services, turn: Turn, club: Club, page: int = 0) -> None:
    """Whose consents are to be read: the roster, a page at a time."""
    states = [MembershipState.ACTIVE]
    part = turn.uow.clubs.roster(club.id, states, limit=PAGE, offset=page * PAGE)
    note_access(acting(turn), club.id, [person for _, person in part], "names")
    rows: Rows = [
        [(list_name(turn.uow, person), buttons.ReadConsents(membership.id))]
        for membership, person in part
    ]
    if (page + 1) * PAGE < turn.uow.clubs.count(club.id, states):
        rows.append([(say("members.see_on"), buttons.WhoseConsents(club.id, page + 1))])
    rows.append([(say("engine.back_to"), buttons.Names(club.id))])
    turn.offer(say("proof.whose" if part else "proof.nobody"), *rows)


def read_action(services: Services, turn: Turn, membership: Membership) -> None:
    """What somebody answered to each purpose, with notice and question as they were read."""
    person = turn.uow.people.get(membership.person_id)
    who = roster_name(turn.uow, person)
    note_access(acting(turn), membership.club_id, [person], "consents")
    consents = turn.uow.people.consents(person.id, membership.club_id)
    back = [(say("engine.back_to"), buttons.Members(membership.club_id))]
    if not consents:
        turn.offer(say("proof.none", who=who), back)
        return
    turn.say(say("proof.title", who=who))
    read: str | None = None
    for purpose in PURPOSES:
        if purpose in consents:
            consent = consents[purpose]
            turn.say(Lines(tuple(_read_aloud(consent, above=consent.notice == read))))
            read = consent.notice
    turn.offer(say("proof.end"), back)


def _read_aloud(consent: Consent, *, above: bool) -> list[Phrase]:
    """A consent from its proof; `above`: its notice was read out just before."""
    answer = "withdrawn" if consent.agreed else "refused"
    if consent.stands or consent.is_paused:
        answer = "paused" if consent.is_paused else "agreed"
    lines = [
        say(
            "proof.head",
            purpose=say(f"data.purpose.{consent.purpose}"),
            answer=say(f"proof.{answer}"),
            day=show_day(consent.answered_on),
            way=say(f"proof.way.{consent.way}"),
        )
    ]
    if consent.notice is not None:
        lines.append(say("proof.notice_above" if above else "proof.notice", notice=consent.notice))
    if consent.is_doubtful:
        return [*lines, say("proof.doubtful")]
    if consent.guardian is not None:
        told = say("proof.guardian", guardian=consent.guardian, paper=consent.guardian_paper or "–")
        lines.append(told)
    lines.append(_question(consent))
    if consent.is_mended:
        lines.append(say("proof.mended"))
    return lines


def _question(consent: Consent) -> Phrase:
    if consent.question is not None:
        return say("proof.question", question=consent.question)
    # An earlier release kept only which words they were.
    words = words_of_version(consent.words, consent.words_version)
    if words is None:
        return say("proof.words_changed", version=consent.words_version)
    return say("proof.words", question=words)
