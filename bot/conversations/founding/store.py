"""A step's answers in the founding's own data: one row a field, one a list entry.

Any organiser can go on where another stopped, and two at once don't overwrite each other.
"""

from __future__ import annotations

from bot.conversations.engine import Answer, Answers, Session
from bot.conversations.turn import Turn
from bot.domain.entries import ITEM
from bot.domain.founding import F, StepKey
from bot.storage.founding import folded


class FoundingStore:
    """The answers of one step."""

    def __init__(self, step: StepKey) -> None:
        self._step = step

    def load(self, turn: Turn, session: Session) -> Answers:
        """All answers so far, and what the step was opened with."""
        answers: Answers = session.args | step_data(turn, club_of(session), self._step)
        there = {str(entry[ITEM]) for entry in answers.get(F.GROUP_MEMBERS) or []}
        if answers.get(F.GROUP_HEAD) not in {None, *there}:
            # The head was taken off the list: the question is open again.
            del answers[F.GROUP_HEAD]
        return answers

    def put(self, turn: Turn, session: Session, key: str, value: Answer) -> Session:
        """Keep one answer."""
        club_id = club_of(session)
        turn.uow.founding.put(club_id, self._step, key, value, by=turn.account.id)
        return session

    def put_item(
        self, turn: Turn, session: Session, key: str, item: int | None, value: Answers
    ) -> Session:
        """Keep an entry of a list; a new one when `item` is None."""
        kept = {name: each for name, each in value.items() if name != ITEM}
        founding, club_id, by = turn.uow.founding, club_of(session), turn.account.id
        if item is None:
            founding.add_item(club_id, self._step, key, kept, by=by)
        else:
            founding.put(club_id, self._step, key, kept, by=by, item=item)
        return session

    def remove_item(self, turn: Turn, session: Session, key: str, item: int) -> Session:
        """Take an entry out of a list."""
        turn.uow.founding.remove(club_of(session), self._step, key, item)
        return session


def club_of(session: Session) -> int:
    """The club whose founding it is."""
    return int(session.args["club"])


def step_data(turn: Turn, club_id: int, step: StepKey) -> Answers:
    """What stands in one step, lists as lists."""
    return folded(turn.uow.founding.data(club_id, step))
