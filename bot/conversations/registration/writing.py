"""The beginning and the end of a registration: what is known before it, and what it writes."""

from __future__ import annotations

from datetime import date

from bot.conversations.effects import Register, WordsForgotten
from bot.conversations.engine import Answers, Session
from bot.conversations.guardians import guardian_of
from bot.conversations.registration.ahead import take_told
from bot.conversations.registration.consents import answered_on, proofs_of
from bot.conversations.registration.known import same_person
from bot.conversations.registration.who import (
    alike,
    asks_details,
    mode_of,
    relation,
    waits,
)
from bot.conversations.turn import Turn
from bot.delivery.naming import calling
from bot.speech.translation import say


def introduce(turn: Turn, session: Session, answers: Answers) -> Session:
    """The arguments are answers too: mode, club, what was shared or is being confirmed."""
    begun = session.with_answers(**{key: value for key, value in session.args.items() if value})
    if not session.args.get("membership"):
        return _with_told(turn, begun)
    membership = turn.uow.clubs.membership(int(session.args["membership"]))
    if membership is None or not waits(membership):
        turn.say(say("registration.gone"))
        return begun.stop()
    person = turn.uow.people.get(membership.person_id)
    known = {
        "full_name": person.full_name,
        "called": calling(turn.uow, person),
        "sex": person.sex,
        "phone": membership.phone,
        "address": membership.address,
    }
    return begun.with_answers(**{key: value for key, value in known.items() if value})


def _with_told(turn: Turn, begun: Session) -> Session:
    """What was told of him before the club was chosen stands in the form."""
    mode, called = mode_of(begun.answers), begun.answers.get("called")
    if mode == "self":
        return begun.with_answers(**take_told(turn, None))
    return begun.with_answers(**take_told(turn, called)) if called else begun


def is_allowed(turn: Turn, session: Session) -> bool:
    """Anybody may register himself and a relative; others only an organiser."""
    if session.args["mode"] != "organiser":
        return True
    return turn.organises(int(session.args["club"]))


def left(turn: Turn, session: Session, answers: Answers) -> None:
    """Stopped before a consent: nothing about the person may stay."""
    if not asks_details(turn, answers) and mode_of(answers) != "organiser":
        turn.sessions.drop(session.name)
        turn.do(WordsForgotten(session.began))


def _circumstances(answers: Answers) -> str | None:
    """What is kept of a hardship: kinds, "" for none, None where nobody was asked."""
    picked = answers.get("circumstances")
    if picked is None:
        refused = str(answers.get("circumstances_consent", "")).startswith("refused")
        return "undisclosed" if refused or "circumstances_noted" in answers else None
    return "" if "none" in picked else ";".join(picked)


def _identity(answers: Answers) -> Answers:
    """Who somebody is, for every club that knows him."""
    birth = answers.get("birth") or {}
    return {
        "full_name": answers["full_name"],
        "birth_year": birth.get("year"),
        "birth_date": date.fromisoformat(birth["date"]) if birth.get("date") else None,
        "birth_estimated": bool(birth.get("estimated")),
        "sex": answers.get("sex"),
    }


def _told(answers: Answers) -> Answers:
    """What this club is told of him."""
    return {
        "address": answers.get("address"),
        "phone": answers.get("phone"),
        "circumstances": _circumstances(answers),
        "contact_person": answers.get("contact_person"),
    }


def finish(turn: Turn, session: Session, answers: Answers) -> None:
    """Have the person written down, with what was agreed to."""
    mode, identity = mode_of(answers), _identity(answers)
    same = alike(turn, answers) if mode == "organiser" and answers.get("same_person") else None
    waiting = answers.get("membership") if same is None else None
    known = None
    if mode != "organiser" and not waiting:
        known = same_person(turn, answers, identity)
    turn.do(
        Register(
            club_id=int(answers["club"]),
            mode=mode,
            identity=identity,
            told=_told(answers),
            proofs=proofs_of(turn, session, answers),
            answered_on=answered_on(turn, answers),
            guardian=guardian_of(answers) if mode == "organiser" else None,
            left_open=session.left_open,
            called=answers["called"] if mode == "relative" else None,
            relation=relation(answers) if mode == "relative" else None,
            shared_from=answers.get("shared_from"),
            known=None if known is None else known.id,
            waiting=int(waiting) if waiting else None,
            member=None if same is None else same[0].id,
        )
    )
