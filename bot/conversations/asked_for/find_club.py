"""Which club is near: looked for by commune and hamlet, by whatever name people call them."""

from __future__ import annotations

from bot.conversations.asking import Conversation
from bot.conversations.effects import FindClub
from bot.conversations.engine import Answers, Flow, Session, Step
from bot.conversations.engine.kinds import AddressKind
from bot.conversations.turn import Turn


def _finish(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(FindClub(answers["place"]))


FLOW = Flow(
    key="find_club",
    finish=_finish,
    review=False,
    resume=False,
    steps=(Step("place", AddressKind(shortest=2, longest=150), shown_in_review=False),),
)
CONVERSATION = Conversation(FLOW)
