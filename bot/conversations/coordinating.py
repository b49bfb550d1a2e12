"""What coordinators are asked in short conversations."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversations.effects import TellOwnName
from bot.conversations.engine import Answers, Flow, Session, Step
from bot.conversations.engine.kinds import NameKind, Pairs
from bot.conversations.engine.kinds.base import Read, Sure
from bot.conversations.engine.surroundings import Here
from bot.conversations.turn import Turn
from bot.language.names import read_name

# What people read where they are told who is in charge


@dataclass(frozen=True)
class OwnNameKind(NameKind):
    """One's own name: as the platform has it with a press, where that is a name at all."""

    def rows(self, turn: Here, words: str, scope: Answers) -> list[Pairs]:
        known = read_name(turn.account.name or "").name
        return [[(known, known)]] if known else []

    def pressed(self, turn: Here, words: str, scope: Answers, value: str) -> Read[str]:
        return Sure(value)


def _coordinates(turn: Turn, _session: Session) -> bool:
    return turn.coordinates()


def _finish(turn: Turn, _session: Session, answers: Answers) -> None:
    turn.do(TellOwnName(answers["name"]))


OWN_NAME = Flow(
    key="own_name",
    finish=_finish,
    allowed=_coordinates,
    review=False,
    resume=False,
    waits=False,
    steps=(Step("name", OwnNameKind(), shown_in_review=False),),
)

FLOWS = (OWN_NAME,)
