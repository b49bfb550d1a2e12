"""Whom a conversation is about that begins with a `person`."""

from __future__ import annotations

from bot.conversations.engine import Answers
from bot.conversations.turn import Turn
from bot.delivery.naming import named


def is_own(turn: Turn, answers: Answers) -> bool:
    """Whether the account is this person's own."""
    return turn.uow.people.is_self(turn.account.id, int(answers["person"]))


def person_named(turn: Turn, answers: Answers) -> Answers:
    """The person as the account calls him, for the words of a question."""
    person = turn.uow.people.get(int(answers["person"]))
    return {"who": named(turn.uow, turn.account, person, turn.zone)}
