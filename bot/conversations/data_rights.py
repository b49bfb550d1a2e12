"""Rights over one's data that are told in words: to object, to complain, to be taken out."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversations.about import person_named
from bot.conversations.effects import (
    ComplainOfData,
    ObjectToUse,
    TakeOut,
)
from bot.conversations.engine import Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import (
    AddressKind,
    ChoiceKind,
    TextKind,
)
from bot.conversations.turn import Turn
from bot.domain.membership import OBJECTABLE

# Objecting to a use, and complaining of one


ANOTHER_USE = "other"
"""What is objected to is nothing that the program does: people read a name aloud, or show a list."""


def _finish_objection(turn: Turn, _session: Session, answers: Answers) -> None:
    use = answers["use"]
    purpose = None if use == ANOTHER_USE else use
    turn.do(ObjectToUse(int(answers["person"]), answers["words"], purpose))


def _finish_complaint(turn: Turn, _session: Session, answers: Answers) -> None:
    turn.do(ComplainOfData(int(answers["person"]), answers["words"]))


def _words_flow(key: str, finish: Callable[[Turn, Session, Answers], None], *more: Step) -> Flow:
    """In what words, and what else is asked."""
    return Flow(
        key=key,
        args={"person": int},
        introduce=args_are_answers,
        allowed=lambda turn, session: turn.speaks_for(int(session.args["person"])),
        finish=finish,
        review=False,
        resume=False,
        steps=(
            Step("words", TextKind(4, 300), slots=person_named, shown_in_review=False),
            *more,
        ),
    )


OBJECT = _words_flow(
    "object_to_use",
    _finish_objection,
    Step(
        "use",
        ChoiceKind((*OBJECTABLE, ANOTHER_USE)),
        slots=person_named,
        shown_in_review=False,
    ),
)
COMPLAIN = _words_flow("complain_of_data", _finish_complaint)


# Out of what others typed in


def _finish_take_out(turn: Turn, _session: Session, answers: Answers) -> None:
    turn.do(TakeOut(answers["place"], answers["words"]))


TAKE_OUT = Flow(
    key="take_out",
    finish=_finish_take_out,
    review=False,
    resume=False,
    steps=(
        Step("place", AddressKind(shortest=2, longest=150), shown_in_review=False),
        Step("words", TextKind(4, 300), shown_in_review=False),
    ),
)
