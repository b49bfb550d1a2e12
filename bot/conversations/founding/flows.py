"""The founding's steps as conversations: one flow a step, made from the declared fields."""

from __future__ import annotations

from bot.conversations.effects import FoundingChanged
from bot.conversations.engine import Answers, Flow, Session
from bot.conversations.founding.opening import OPEN, RENAME
from bot.conversations.founding.questions import step_of
from bot.conversations.founding.store import FoundingStore, club_of
from bot.conversations.guards import organises
from bot.conversations.turn import Turn
from bot.domain.founding import FIELDS, RULES, STEPS, StepKey
from bot.speech.translation import Phrase, say


def _flow(key: StepKey) -> Flow:
    def finish(turn: Turn, session: Session, answers: Answers) -> None:
        turn.do(FoundingChanged(club_of(session), key))

    def left(turn: Turn, session: Session, answers: Answers) -> None:
        turn.do(FoundingChanged(club_of(session), key, quietly=True))

    def where(turn: Turn, session: Session) -> Phrase:
        return say(
            "founding.where",
            number=RULES[key].number,
            total=len(STEPS),
            name=say(f"founding.{key}.title"),
            club=turn.uow.clubs.get(club_of(session)).name,
        )

    return Flow(
        key=f"founding.{key}",
        args={"club": int},
        steps=tuple(step_of(key, field) for field in FIELDS[key]),
        finish=finish,
        review_one=False,
        left=left,
        where=where,
        store=FoundingStore(key),
        allowed=organises,
    )


FLOWS = (
    OPEN,
    RENAME,
    *(
        _flow(step.key)
        for step in STEPS
        if step.key not in (StepKey.OPEN_FOUNDING, StepKey.FOUNDING_MEMBERS)
    ),
)
