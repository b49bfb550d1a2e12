"""How somebody likes to be spoken to; offered once after joining, too."""

from __future__ import annotations

from bot.conversations.asking import Conversation
from bot.conversations.effects import ChooseForm
from bot.conversations.engine import Answers, Flow, Session, Step
from bot.conversations.engine.kinds import ChoiceKind, Pairs
from bot.conversations.turn import Turn
from bot.language.address import CHOICES


def _finish(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(ChooseForm(answers["form"]))


def _forms(turn: Turn, _scope: Answers) -> Pairs:
    return [(each, each) for each in CHOICES]


CONVERSATION = Conversation(
    Flow(
        key="address",
        finish=_finish,
        review=False,
        resume=False,
        steps=(Step("form", ChoiceKind(options_of=_forms), shown_in_review=False),),
    )
)
