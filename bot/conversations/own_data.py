"""What is kept about a person: corrected, and deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.conversations.about import is_own, person_named
from bot.conversations.effects import (
    CorrectPerson,
    ErasePerson,
)
from bot.conversations.engine import Answer, Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import (
    BirthKind,
    ChoiceKind,
    Kind,
    NameKind,
    Pairs,
    PhoneKind,
    Problem,
    Read,
    Sure,
    TextKind,
    Unread,
)
from bot.conversations.engine.surroundings import Turn as Asking
from bot.conversations.faults import no_name
from bot.conversations.guards import is_over_when_left
from bot.conversations.registration.places import HomeKind, parted
from bot.conversations.turn import Turn
from bot.domain.membership import LIVING, TOLD_TO_CLUB
from bot.intents.wishes import wants_back, wants_deletion, wants_for_good
from bot.intents.words import Meaning, meanings_of, read_consent, read_yes_no
from bot.speech.translation import Listing, Phrase, say
from bot.storage.records import Membership

# Correcting what is kept about a person

CORRECTABLE = ("full_name", "called", "birth", "sex", "address", "phone", "contact_person")
EVERYWHERE = "all"
"""The answer that a correction is meant for every club."""


def _correcting(key: str) -> Callable[[Turn, Answers], bool]:
    def applies(_turn: Turn, answers: Answers) -> bool:
        return bool(answers.get("what") == key)

    return applies


def speaks_for(turn: Turn, session: Session) -> bool:
    """Whether this account may say what becomes of the person's data."""
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


def _choices(turn: Turn, answers: Answers) -> Pairs:
    """What may be corrected: what somebody is called only by who calls him so."""
    tie = turn.uow.people.tie(turn.account.id, int(answers["person"]))
    calls = tie is not None and not tie.is_self
    return [
        (each, turn.text(say(f"correct.what.{each}")))
        for each in CORRECTABLE
        if each != "called" or calls
    ]


def _held(turn: Turn, answers: Answers) -> list[Membership]:
    """The memberships that this account may dispose of: an organiser those of his own clubs."""
    person_id = int(answers["person"])
    speaks = turn.speaks_for(person_id)
    return [
        each
        for each in turn.uow.clubs.memberships_of(person_id)
        if speaks or turn.organises(each.club_id)
    ]


def _told(turn: Turn, answers: Answers) -> list[Membership]:
    """Those of them whose data may be corrected."""
    return [each for each in _held(turn, answers) if each.state in LIVING]


def asks_where(turn: Turn, answers: Answers) -> bool:
    """Whether several clubs were told of it, so that it is asked which are meant."""
    return answers.get("what") in TOLD_TO_CLUB and len(_told(turn, answers)) > 1


def _clubs(turn: Turn, memberships: list[Membership]) -> Pairs:
    """Clubs to choose from, each by itself, or all of them."""
    clubs = [(str(each.id), turn.uow.clubs.get(each.club_id).name) for each in memberships]
    return [(EVERYWHERE, turn.text(say("clubs.in_all"))), *clubs]


def where(turn: Turn, answers: Answers) -> Pairs:
    """The clubs that may be told."""
    return _clubs(turn, _told(turn, answers))


def where_told(turn: Turn, answers: Answers) -> tuple[int, ...]:
    """The memberships whose clubs are told, as it was chosen; all of them where nothing was asked."""
    chosen = answers.get("where", EVERYWHERE)
    return tuple(each.id for each in _told(turn, answers) if chosen in (EVERYWHERE, str(each.id)))


def _books(turn: Turn, answers: Answers) -> Pairs:
    """The clubs that may forget."""
    return _clubs(turn, _held(turn, answers))


def _said_back(key: str, kind: Kind[Answer]) -> Callable[[Turn, Answers, Answer], Phrase]:
    """Reads the new value back before anything is changed."""

    def asks(turn: Turn, answers: Answers, value: Answer) -> Phrase:
        shown = kind.show_in(turn, f"correct.{key}", value, answers)
        what = say(f"correct.of.{key}")
        return say("correct.becomes", what=what, value=shown, **person_named(turn, answers))

    return asks


def _new_value(
    key: str,
    kind: Kind[Answer],
    fault: Callable[[Turn, Answers, Answer], Phrase | None] = no_name,
) -> Step:
    """The step that asks for what something is to be corrected to."""
    return Step(
        key,
        kind,
        when=_correcting(key),
        slots=person_named,
        fault=fault,
        doubt=_said_back(key, kind),
    )


def _finish_correct(turn: Turn, session: Session, answers: Answers) -> None:
    person_id = int(answers["person"])
    what = answers["what"]
    value = answers[what]
    if what == "called":
        turn.do(CorrectPerson(person_id, {}, called=value))
        return
    values = {what: value}
    if what == "address":
        place, number = parted(value)
        values = {"address": place} if number is None else {"address": place, "phone": number}
    if what == "birth":
        values = {
            "birth_year": value["year"],
            "birth_date": date.fromisoformat(value["date"]) if value.get("date") else None,
            "birth_estimated": value["estimated"],
        }
    turn.do(CorrectPerson(person_id, values, where_told(turn, answers)))


CORRECT = Flow(
    key="correct",
    args={"person": int},
    introduce=args_are_answers,
    allowed=speaks_for,
    finish=_finish_correct,
    left=is_over_when_left,
    review=False,
    resume=False,
    steps=(
        Step("what", ChoiceKind(options_of=_choices), slots=person_named),
        Step("where", ChoiceKind(options_of=where), when=asks_where, slots=person_named),
        _new_value("full_name", NameKind()),
        _new_value("called", TextKind(2, 40)),
        _new_value("birth", BirthKind()),
        _new_value("sex", ChoiceKind(("female", "male"))),
        _new_value("address", HomeKind(2, 150)),
        _new_value("phone", PhoneKind(own=is_own)),
        _new_value("contact_person", TextKind(2, 100)),
    ),
)


# Deleting what is kept


DELETED, FOR_GOOD, KEEP = "deleted", "for_good", "kept"
"""What becomes of it: deleted, without the day in which that can be taken back, or not at all."""


@dataclass(frozen=True)
class DeletionKind(ChoiceKind):
    """Whether it is to be deleted: only by words that say so; "ừ" or "ok" are asked once more."""

    options: tuple[str, ...] = (DELETED, FOR_GOOD, KEEP)
    by_label_alone: bool = True

    def read(self, turn: Asking, words: str, scope: Answers, text: str) -> Read[str]:
        if wants_for_good(text):
            return Sure(FOR_GOOD)
        if wants_deletion(text):
            return Sure(DELETED)
        found = super().read(turn, words, scope, text)
        if isinstance(found, Sure):
            return found
        answer = read_yes_no(text)
        if Meaning.STOP in meanings_of(text) and answer is None:
            # "thôi" gives it up: there is nothing to go on with later.
            return Sure(KEEP)
        if answer == "no" or read_consent(text) is False or wants_back(text):
            return Sure(KEEP)
        return Unread() if answer is None else Problem(say("delete.only_these"))


def _asks_whose_book(turn: Turn, answers: Answers) -> bool:
    return len(_held(turn, answers)) > 1


def _what_is_kept(turn: Turn, answers: Answers) -> Answers:
    """What kinds of things are kept about somebody, for the one question before they are deleted."""
    person_id = int(answers["person"])
    person, held = turn.uow.people.get(person_id), _held(turn, answers)
    where = answers.get("where", EVERYWHERE)
    told = [each for each in held if where in (EVERYWHERE, str(each.id))]
    kept = {
        "full_name" if person.full_name else "called": True,
        "birth": person.birth_year,
        "sex": person.sex,
        "address": any(each.address for each in told),
        "phone": any(each.phone for each in told),
        "circumstances": any(each.circumstances not in (None, "undisclosed") for each in told),
        "contact_person": any(each.contact_person for each in told),
        "note": any(each.note for each in told),
    }
    names = tuple(say(f"delete.what.{key}") for key, value in kept.items() if value)
    return {"what": Listing(names), **person_named(turn, answers)}


def _finish_delete(turn: Turn, session: Session, answers: Answers) -> None:
    if answers["sure"] == KEEP:
        turn.say(say("delete.kept"))
        return
    for_good = answers["sure"] == FOR_GOOD
    person_id, where = int(answers["person"]), answers.get("where", EVERYWHERE)
    held = _held(turn, answers)
    if where == EVERYWHERE and len(held) == len(turn.uow.clubs.memberships_of(person_id)):
        turn.do(ErasePerson(person_id, for_good=for_good))
        return
    for membership in held:
        if where in (EVERYWHERE, str(membership.id)):
            turn.do(ErasePerson(person_id, membership.club_id, for_good))


DELETE = Flow(
    key="delete",
    args={"person": int},
    introduce=args_are_answers,
    allowed=speaks_for,
    finish=_finish_delete,
    left=is_over_when_left,
    review=False,
    resume=False,
    steps=(
        Step(
            "where",
            ChoiceKind(options_of=_books),
            when=_asks_whose_book,
            slots=person_named,
            shown_in_review=False,
        ),
        Step(
            "sure",
            DeletionKind(),
            slots=_what_is_kept,
            shown_in_review=False,
        ),
    ),
)
