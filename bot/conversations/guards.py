"""Who may have a conversation: asked before each of its questions. Nothing is allowed by default."""

from __future__ import annotations

from bot.conversations.engine import Session
from bot.conversations.turn import Turn


def organises(turn: Turn, session: Session) -> bool:
    """Whether the account organises the club that a conversation is about."""
    return turn.organises(int(session.args["club"]))
