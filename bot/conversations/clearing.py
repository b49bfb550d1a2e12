"""Taking out one thing that is kept about a person."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversations.about import person_named
from bot.conversations.effects import CorrectPerson
from bot.conversations.engine import Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import ChoiceKind, ConfirmKind, Read, Sure
from bot.conversations.engine.surroundings import Turn as Asking
from bot.conversations.guards import is_over_when_left
from bot.conversations.own_data import CORRECTABLE, asks_where, speaks_for, where, where_told
from bot.conversations.turn import Turn
from bot.domain.membership import TOLD_TO_CLUB
from bot.intents.wishes import wants_back
from bot.speech.translation import say

TAKEN_OUT = tuple(each for each in CORRECTABLE if each in TOLD_TO_CLUB)
"""What a club was told and can do without: a member stays one without a number, not without a name."""


@dataclass(frozen=True)
class ClearKind(ConfirmKind):
    """Whether one thing goes; "đổi ý rồi, đừng xóa" keeps it as a no does."""

    def read(self, turn: Asking, words: str, scope: Answers, text: str) -> Read[bool]:
        return Sure(False) if wants_back(text) else super().read(turn, words, scope, text)


def _what_goes(turn: Turn, answers: Answers) -> Answers:
    return {"what": say(f"delete.what.{answers['datum']}"), **person_named(turn, answers)}


def _finish_clear(turn: Turn, _session: Session, answers: Answers) -> None:
    if not answers["sure"]:
        turn.say(say("delete.kept"))
        return
    turn.do(
        CorrectPerson(int(answers["person"]), {answers["datum"]: None}, where_told(turn, answers))
    )


CLEAR = Flow(
    key="clear",
    args={"person": int, "datum": str},
    introduce=args_are_answers,
    allowed=speaks_for,
    finish=_finish_clear,
    left=is_over_when_left,
    review=False,
    resume=False,
    steps=(
        Step(
            "where",
            ChoiceKind(options_of=where),
            when=asks_where,
            slots=_what_goes,
            shown_in_review=False,
        ),
        Step("sure", ClearKind(), slots=_what_goes, shown_in_review=False),
    ),
)
