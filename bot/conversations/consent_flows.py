"""Consents asked again: by the person for reminders, by an organiser for what was left open."""

from __future__ import annotations

from datetime import date

from bot.conversations.about import is_own, person_named
from bot.conversations.effects import AnswerReminders, HandOver, NoteConsent
from bot.conversations.engine import Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import ChoiceKind, ConsentKind, DateKind
from bot.conversations.guardians import guardian_of, guardian_steps
from bot.conversations.guards import organises_member
from bot.conversations.proofs import proof_of
from bot.conversations.turn import Turn
from bot.delivery.naming import contact_of, roster_name
from bot.speech.translation import say


def _spoken_for(turn: Turn, session: Session) -> bool:
    return turn.speaks_for(int(session.args["person"]))


# Reminders, switched on again by the person


def _after_present(turn: Turn, session: Session, value: str) -> Session:
    if value != "away":
        return session
    turn.say(say("remind.when_there", **person_named(turn, session.answers)))
    return session.stop()


def _finish_remind(turn: Turn, session: Session, answers: Answers) -> None:
    person_id = int(answers["person"])
    club = turn.uow.clubs.get(int(answers["club"]))
    agreed, _, way = answers["reminders"].partition(":")
    if agreed == "unclear":
        contact = contact_of(turn.uow, club)
        turn.say(say("registration.left_open", contact=contact, **person_named(turn, answers)))
        who = roster_name(turn.uow, turn.uow.people.get(person_id))
        turn.do(HandOver(say("remind.unclear_enquiry", who=who), club.id, quietly=True))
        return
    words = "remind.reminders.ask"
    proof = proof_of(turn, session, "reminders", words, way, agreed=agreed == "agreed")
    turn.do(AnswerReminders(person_id, club.id, proof))


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
            when=lambda turn, answers: not is_own(turn, answers),
            slots=person_named,
            after=_after_present,
            shown_in_review=False,
        ),
        Step("reminders", ConsentKind(), slots=person_named, proved=True, shown_in_review=False),
    ),
)


# What was left open at the registration, noted by an organiser


def _asked(turn: Turn, answers: Answers) -> Answers:
    membership = turn.uow.clubs.membership(int(answers["membership"]))
    person = turn.uow.people.get(membership.person_id) if membership else None
    return {
        "who": roster_name(turn.uow, person) if person else "",
        "purpose": say(f"data.purpose.{answers['purpose']}"),
    }


def _finish_note(turn: Turn, session: Session, answers: Answers) -> None:
    membership = turn.uow.clubs.membership(int(answers["membership"]))
    if membership is None:
        turn.say(say("registration.gone"))
        return
    agreed, words = answers["answer"] == "agreed", "note_consent.answer.ask"
    proof = proof_of(turn, session, "answer", words, answers["way"], agreed=agreed)
    turn.do(
        NoteConsent(
            membership.person_id,
            membership.club_id,
            answers["purpose"],
            proof,
            answered_on=date.fromisoformat(answers["consent_date"]),
            guardian=guardian_of(answers),
        )
    )


NOTE = Flow(
    key="note_consent",
    args={"membership": int, "purpose": str},
    introduce=args_are_answers,
    allowed=organises_member,
    finish=_finish_note,
    review=False,
    resume=False,
    steps=(
        Step(
            "answer",
            ChoiceKind(("agreed", "refused")),
            slots=_asked,
            proved=True,
            shown_in_review=False,
        ),
        Step(
            "way",
            ChoiceKind(("aloud", "signed_list", "phone", "guardian"), shared="registration.way"),
            slots=_asked,
            shown_in_review=False,
        ),
        *guardian_steps(lambda _turn, answers: answers.get("way") == "guardian"),
        Step("consent_date", DateKind(past=True), slots=_asked, shown_in_review=False),
    ),
)

FLOWS = (REMIND, NOTE)
