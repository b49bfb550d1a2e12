"""The proof of a consent: the question that was answered, with what was read."""

from __future__ import annotations

from bot.conversations.engine import Proof, Session
from bot.conversations.turn import Turn
from bot.speech.translation import words_version


def proof_of(
    turn: Turn, session: Session, step: str, words: str, way: str, *, agreed: bool
) -> Proof:
    """The proof of the answer to a step whose question has the message key `words`."""
    shown = session.shown.get(step)
    version = words_version(words, turn.account.language) if shown is None else shown.version
    return Proof(agreed, way, words, version, shown)
