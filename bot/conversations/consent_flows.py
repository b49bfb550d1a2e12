"""Consents asked again: by the person for reminders, by an organiser for what was left open."""

from __future__ import annotations

from datetime import date

from bot import buttons
from bot.conversations.effects import HandOver
from bot.conversations.engine import Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import ChoiceKind, ConsentKind, DateKind
from bot.conversations.turn import Turn
from bot.delivery.naming import contact_of, named, roster_name
from bot.domain.membership import GONE
from bot.speech.translation import say, words_version


def _spoken_for(turn: Turn, session: Session) -> bool:
    return turn.speaks_for(int(session.args["person"]))


# Reminders, switched on again by the person


def _is_self(turn: Turn, answers: Answers) -> bool:
    return turn.uow.people.is_self(turn.account.id, int(answers["person"]))


def _named(turn: Turn, answers: Answers) -> Answers:
    person = turn.uow.people.get(int(answers["person"]))
    return {"who": named(turn.uow, turn.account, person, turn.zone)}


def _after_present(turn: Turn, session: Session, value: str) -> Session:
    if value != "away":
        return session
    turn.say(say("remind.when_there", **_named(turn, session.answers)))
    return session.stop()


def _finish_remind(turn: Turn, session: Session, answers: Answers) -> None:
    person_id = int(answers["person"])
    club = turn.uow.clubs.get(int(answers["club"]))
    agreed, _, way = answers["reminders"].partition(":")
    if agreed == "unclear":
        contact = contact_of(turn.uow, club)
        turn.say(say("registration.left_open", contact=contact, **_named(turn, answers)))
        who = roster_name(turn.uow, turn.uow.people.get(person_id))
        turn.do(HandOver(turn.text(say("remind.unclear_enquiry", who=who)), club.id, quietly=True))
        return
    turn.uow.people.add_consent(
        person_id,
        club.id,
        "reminders",
        agreed=agreed == "agreed",
        words="remind.reminders.ask",
        words_version=words_version("remind.reminders.ask", turn.account.language),
        way=way,
        answered_on=turn.today,
        channel=turn.account.channel,
        account_id=turn.account.id,
    )
    turn.say(
        say("remind.on" if agreed == "agreed" else "remind.stays_off", **_named(turn, answers))
    )


REMIND = Flow(
    key="remind",
    args={"person": int, "club": int},
    introduce=args_are_answers,
    allowed=_spoken_for,
    finish=_finish_remind,
    review=False,
    resume=False,
    steps=(
        Step(
            "present",
            ChoiceKind(("here", "away")),
            when=lambda turn, answers: not _is_self(turn, answers),
            slots=_named,
            after=_after_present,
            shown_in_review=False,
        ),
        Step("reminders", ConsentKind(), slots=_named, shown_in_review=False),
    ),
)


# What was left open at the registration, noted by an organiser


def _organises(turn: Turn, session: Session) -> bool:
    membership = turn.uow.clubs.membership(int(session.args["membership"]))
    return membership is not None and turn.organises(membership.club_id)


def _asked(turn: Turn, answers: Answers) -> Answers:
    membership = turn.uow.clubs.membership(int(answers["membership"]))
    person = turn.uow.people.get(membership.person_id) if membership else None
    return {
        "who": roster_name(turn.uow, person) if person else "",
        "purpose": say(f"data.purpose.{answers['purpose']}"),
    }


def _finish_note(turn: Turn, session: Session, answers: Answers) -> None:
    membership = turn.uow.clubs.membership(int(answers["membership"]))
    if membership is None or membership.state in GONE:
        turn.say(say("registration.gone"))
        return
    turn.uow.people.add_consent(
        membership.person_id,
        membership.club_id,
        answers["purpose"],
        agreed=answers["answer"] == "agreed",
        words="note_consent.answer.ask",
        words_version=words_version("note_consent.answer.ask", turn.account.language),
        way=answers["way"],
        answered_on=date.fromisoformat(answers["consent_date"]),
        channel=turn.account.channel,
        account_id=turn.account.id,
    )
    turn.offer(
        say("note_consent.done", **_asked(turn, answers)),
        [(say("engine.back_to"), buttons.OpenConsents(membership.club_id))],
    )


NOTE = Flow(
    key="note_consent",
    args={"membership": int, "purpose": str},
    introduce=args_are_answers,
    allowed=_organises,
    finish=_finish_note,
    review=False,
    resume=False,
    steps=(
        Step("answer", ChoiceKind(("agreed", "refused")), slots=_asked, shown_in_review=False),
        Step(
            "way",
            ChoiceKind(("aloud", "signed_list", "phone"), shared="registration.way"),
            slots=_asked,
            shown_in_review=False,
        ),
        Step("consent_date", DateKind(past=True), slots=_asked, shown_in_review=False),
    ),
)

FLOWS = (REMIND, NOTE)
