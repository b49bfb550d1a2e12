"""The beginning and the end of a registration: what is known before it, and what it writes."""

from __future__ import annotations

from datetime import date

from bot.conversations.effects import (
    ConsentsOpen,
    MemberApplied,
    RosterChanged,
    WordsForgotten,
)
from bot.conversations.engine import Answers, Session
from bot.conversations.registration.consents import write_consents
from bot.conversations.registration.following import offer_another, offer_next
from bot.conversations.registration.known import same_person
from bot.conversations.registration.who import (
    alike,
    asks_details,
    club_of,
    mode_of,
    speak_for_relative,
    told_of,
    waits,
)
from bot.conversations.turn import Turn
from bot.delivery.naming import calling, contact_of
from bot.speech.translation import say
from bot.storage.records import Club


def introduce(turn: Turn, session: Session, answers: Answers) -> Session:
    """The arguments are answers too: mode, club, what was shared or is being confirmed."""
    begun = session.with_answers(**{key: value for key, value in session.args.items() if value})
    if not session.args.get("membership"):
        return begun
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


def _told(turn: Turn, answers: Answers) -> Answers:
    """What this club is told of him."""
    told = {
        "address": answers.get("address"),
        "phone": answers.get("phone"),
        "circumstances": _circumstances(answers),
        "contact_person": answers.get("contact_person"),
    }
    if answers.get("shared") == "same":
        before = told_of(turn, int(answers["shared_from"]), int(answers["club"]))
        if before is not None:
            told |= {"address": before.address, "phone": told["phone"] or before.phone}
    return told


def _known(values: Answers) -> Answers:
    return {key: value for key, value in values.items() if value is not None}


def finish(turn: Turn, session: Session, answers: Answers) -> None:
    """Write the person down, with what was agreed to."""
    club, mode = club_of(turn, answers), mode_of(answers)
    identity, told = _identity(answers), _told(turn, answers)
    people, clubs = turn.uow.people, turn.uow.clubs
    same = alike(turn, answers) if mode == "organiser" and answers.get("same_person") else None
    if same is not None:
        membership, person = same
        people.update(person.id, **{key: kept for key, kept in identity.items() if kept})
        clubs.note_told(membership.id, **{key: kept for key, kept in told.items() if kept})
        write_consents(turn, session, answers, person.id, club)
        turn.say(say("registration.updated", who=identity["full_name"]))
        turn.do(RosterChanged(club.id))
        offer_next(turn, club)
        return
    if answers.get("membership"):
        waiting = clubs.membership(int(answers["membership"]))
        if waiting is None or not waits(waiting):
            # Forgotten or decided on meanwhile: what was typed isn't written over that.
            turn.say(say("registration.gone"))
            return
        person_id, membership_id = waiting.person_id, waiting.id
        people.update(person_id, **_known(identity))
        clubs.note_told(membership_id, **_known(told))
        clubs.set_state(membership_id, "active", decided_by=turn.account.id)
    else:
        person_id = _person(turn, answers, identity)
        membership_id = clubs.add_member(
            club,
            person_id,
            state="active" if mode == "organiser" else "applied",
            source=mode,
            decided_by=turn.account.id if mode == "organiser" else None,
            **told,
        ).id
    write_consents(turn, session, answers, person_id, club)
    if session.left_open:
        turn.do(ConsentsOpen(membership_id, session.left_open))
    _tell(turn, answers, club, person_id, membership_id)


def _person(turn: Turn, answers: Answers, identity: Answers) -> int:
    """Who is registered: the row that this account's people have already, else a new one."""
    known = None if mode_of(answers) == "organiser" else same_person(turn, answers, identity)
    if known is None:
        return turn.uow.people.add(**identity)
    turn.uow.people.update(known.id, **_known(identity))
    for membership in turn.uow.clubs.memberships_of(known.id):
        turn.do(RosterChanged(membership.club_id))
    return known.id


def _tell(turn: Turn, answers: Answers, club: Club, person_id: int, membership_id: int) -> None:
    """Say that it is written down, and what comes next."""
    people, mode = turn.uow.people, mode_of(answers)
    if mode == "self":
        people.speak_for(turn.account.id, person_id, "self", is_self=True, told=True)
        turn.say(say("registration.sent_self", club=club.name, contact=contact_of(turn.uow, club)))
        turn.do(MemberApplied(membership_id))
    elif mode == "relative":
        speak_for_relative(turn, answers, person_id)
        turn.say(say("registration.sent_relative", who=answers["called"], club=club.name))
        turn.do(MemberApplied(membership_id))
        offer_another(turn, club, shared=person_id)
    else:
        total = turn.uow.clubs.count(club.id, ["active"])
        turn.say(say("registration.written", who=answers["full_name"], count=total))
        turn.do(RosterChanged(club.id))
        offer_next(turn, club)
