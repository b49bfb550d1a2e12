"""What is kept about a person: corrected, deleted, and how he is addressed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.conversations.effects import (
    ErasePerson,
    RosterChanged,
)
from bot.conversations.engine import Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import (
    AddressKind,
    BirthKind,
    ChoiceKind,
    ConfirmKind,
    NameKind,
    Pairs,
    PhoneKind,
    TextKind,
)
from bot.conversations.faults import no_name
from bot.conversations.turn import Turn
from bot.delivery.naming import named
from bot.language.address import CHOICES
from bot.speech.translation import say

# Correcting what is kept about a person

CORRECTABLE = ("full_name", "called", "birth", "sex", "address", "phone", "contact_person")


def _correcting(key: str) -> Callable[[Turn, Answers], bool]:
    def applies(_turn: Turn, answers: Answers) -> bool:
        return bool(answers.get("what") == key)

    return applies


def _speaks_for(turn: Turn, session: Session) -> bool:
    person_id = int(session.args["person"])
    if turn.speaks_for(person_id):
        return True
    person = turn.uow.people.find(person_id)
    if person is None or person.erased_at is not None:
        return False
    return any(
        turn.organises(membership.club_id)
        for membership in turn.uow.clubs.memberships_of(person_id)
    )


def _finish_correct(turn: Turn, session: Session, answers: Answers) -> None:
    person_id = int(answers["person"])
    what = answers["what"]
    value = answers[what]
    if what == "birth":
        turn.uow.people.update(
            person_id,
            birth_year=value["year"],
            birth_date=date.fromisoformat(value["date"]) if value.get("date") else None,
            birth_estimated=value["estimated"],
        )
    else:
        changes = {what: value}
        if what == "full_name":
            changes["called"] = turn.uow.people.get(person_id).called
        if what == "called":
            changes["full_name"] = turn.uow.people.get(person_id).full_name
        turn.uow.people.update(person_id, **changes)
    turn.say(say("correct.done"))
    for membership in turn.uow.clubs.memberships_of(person_id):
        turn.do(RosterChanged(membership.club_id))


def _of_oneself(turn: Turn, answers: Answers) -> bool:
    return turn.uow.people.is_self(turn.account.id, int(answers["person"]))


def _person_slots(turn: Turn, answers: Answers) -> Answers:
    person = turn.uow.people.get(int(answers["person"]))
    return {"who": named(turn.uow, turn.account, person, turn.zone)}


CORRECT = Flow(
    key="correct",
    args={"person": int},
    introduce=args_are_answers,
    allowed=_speaks_for,
    finish=_finish_correct,
    review=False,
    resume=False,
    steps=(
        Step("what", ChoiceKind(CORRECTABLE), slots=_person_slots),
        Step("full_name", NameKind(), when=_correcting("full_name"), slots=_person_slots),
        Step(
            "called",
            TextKind(2, 40),
            when=_correcting("called"),
            slots=_person_slots,
            fault=no_name,
        ),
        Step("birth", BirthKind(), when=_correcting("birth"), slots=_person_slots),
        Step("sex", ChoiceKind(("female", "male")), when=_correcting("sex"), slots=_person_slots),
        Step(
            "address",
            AddressKind(2, 150),
            when=_correcting("address"),
            slots=_person_slots,
            fault=no_name,
        ),
        Step(
            "phone",
            PhoneKind(own=_of_oneself),
            when=_correcting("phone"),
            slots=_person_slots,
        ),
        Step(
            "contact_person",
            TextKind(2, 100),
            when=_correcting("contact_person"),
            slots=_person_slots,
            fault=no_name,
        ),
    ),
)


# Deleting what is kept


def _finish_delete(turn: Turn, session: Session, answers: Answers) -> None:
    if answers["sure"]:
        turn.do(ErasePerson(int(answers["person"])))
    else:
        turn.say(say("delete.kept"))


DELETE = Flow(
    key="delete",
    args={"person": int},
    introduce=args_are_answers,
    allowed=_speaks_for,
    finish=_finish_delete,
    review=False,
    resume=False,
    steps=(Step("sure", ConfirmKind(), slots=_person_slots, shown_in_review=False),),
)


# The form of address, offered once after joining


def _finish_form(turn: Turn, session: Session, answers: Answers) -> None:
    turn.uow.accounts.update(turn.account.id, form_of_address=answers["form"])
    turn.say(say("address.noted", form=answers["form"]))


def _forms(turn: Turn, _scope: Answers) -> Pairs:
    return [(each, each) for each in CHOICES]


ADDRESS = Flow(
    key="address",
    finish=_finish_form,
    review=False,
    resume=False,
    steps=(Step("form", ChoiceKind(options_of=_forms), shown_in_review=False),),
)

FLOWS = (CORRECT, DELETE, ADDRESS)
