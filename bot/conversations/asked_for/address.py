"""How somebody likes to be spoken to; offered once after joining, too."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversations.asking import Conversation
from bot.conversations.effects import ChooseForm
from bot.conversations.engine import Answers, Flow, Session, Step
from bot.conversations.engine.kinds import ChoiceKind, Pairs, Read, Sure
from bot.conversations.engine.surroundings import Turn as Asking
from bot.conversations.turn import Turn
from bot.language.address import CHOICES, asks_for_form, read_form


def _finish(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(ChooseForm(answers["form"]))


def _forms(turn: Turn, _scope: Answers) -> Pairs:
    return [(each, each) for each in CHOICES]


_MOST_WORDS = 4
"""Words of an answer that is no more than a form; a longer one has to ask for it."""


@dataclass(frozen=True)
class FormKind(ChoiceKind):
    """How to speak to somebody: "bà ngoại em không biết chữ" names no form."""

    by_label_alone: bool = True

    def read(self, turn: Asking, words: str, scope: Answers, text: str) -> Read[str]:
        form = read_form(text)
        if form is not None and (len(text.split()) <= _MOST_WORDS or asks_for_form(text)):
            return Sure(form)
        return super().read(turn, words, scope, text)


CONVERSATION = Conversation(
    Flow(
        key="address",
        finish=_finish,
        review=False,
        resume=False,
        steps=(Step("form", FormKind(options_of=_forms), shown_in_review=False),),
    )
)
