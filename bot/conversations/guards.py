"""Who may have a conversation: asked before each of its questions. Nothing is allowed by default."""

from __future__ import annotations

from bot.conversations.engine import Session
from bot.conversations.turn import Turn


def organises_member(turn: Turn, session: Session) -> bool:
    """Whether the account organises the club of the membership that a conversation is about."""
    membership = turn.uow.clubs.membership(int(session.args["membership"]))
    return membership is not None and turn.organises(membership.club_id)


def organises(turn: Turn, session: Session) -> bool:
    """Whether the account organises the club that a conversation is about."""
    return turn.organises(int(session.args["club"]))
