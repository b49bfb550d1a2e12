"""Somebody who is registered with a further club: who he is was said before, by the same phone.

One human is one row, whatever clubs know him. What a club was told stays with that club: address
and phone are proposed to the next one in his own words, and it keeps its own.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.conversations.engine import Answers, Session
from bot.conversations.registration.who import KNOWN, club_of, is_known, mode_of
from bot.conversations.turn import Turn
from bot.domain.membership import LIVING, MembershipState
from bot.language.text import fold
from bot.speech.translation import Phrase, say
from bot.storage.records import Person

_AGREED = LIVING - {MembershipState.UNCONFIRMED}
"""States of who agreed that a club writes him down."""


def _candidates(turn: Turn, answers: Answers) -> list[Person]:
    """Whom this registration may mean of those whom the account speaks for in other clubs."""
    is_self = mode_of(answers) == "self"
    called = fold(str(answers.get("called") or ""))
    club_id = club_of(turn, answers).id
    return [
        person
        for tie, person in turn.uow.people.of_account(turn.account.id)
        if tie.is_self is is_self
        and (is_self or fold(tie.called or "") == called)
        and person.full_name
        and person.held_at is None
        and turn.uow.clubs.membership_of(club_id, person.id) is None
    ]


def begin_with_known(turn: Turn, session: Session) -> Session:
    """Once he agreed: who he is needn't be asked again, and where he lives is proposed."""
    answers = session.answers
    for person in _candidates(turn, answers):
        memberships = turn.uow.clubs.memberships_of(person.id)
        agreed = [each for each in memberships if each.state in _AGREED]
        if not agreed:
            continue
        last = agreed[-1]
        said: dict[str, object] = {
            "full_name": person.full_name,
            "birth": _birth(person),
            "sex": person.sex,
            "address": last.address,
            "phone": last.phone,
        }
        new = {key: value for key, value in said.items() if value and not answers.get(key)}
        return session.with_answers(**new, **{KNOWN: last.id})
    return session


def _birth(person: Person) -> dict[str, object] | None:
    if person.birth_year is None:
        return None
    return {
        "year": person.birth_year,
        "date": person.birth_date.isoformat() if person.birth_date else None,
        "estimated": person.birth_estimated,
    }


def remark(key: str) -> Callable[[Turn, Answers], Phrase | None]:
    """Says beside a value of the review that it is as it was told to another club."""

    def as_there(turn: Turn, answers: Answers) -> Phrase | None:
        told = turn.uow.clubs.membership(int(answers[KNOWN])) if is_known(answers) else None
        if told is None or not answers.get(key) or getattr(told, key) != answers[key]:
            return None
        return say("registration.as_there", club=turn.uow.clubs.get(told.club_id).name)

    return as_there


def same_person(turn: Turn, answers: Answers, identity: Answers) -> Person | None:
    """The row of the human who is registered, where this account speaks for him already.

    The same name and nothing that speaks against it. Of whom the answers were taken from another
    club may one thing be corrected: a phone that two people share names both, and differs in more.
    """
    known = turn.uow.clubs.membership(int(answers[KNOWN])) if is_known(answers) else None
    for person in _candidates(turn, answers):
        alike = fold(person.full_name or "") == fold(identity["full_name"])
        differs = any(
            getattr(person, key) is not None
            and identity.get(key) is not None
            and getattr(person, key) != identity[key]
            for key in ("birth_year", "sex")
        )
        if alike and not differs:
            return person
        if known is not None and known.person_id == person.id and (alike or not differs):
            return person
    return None
