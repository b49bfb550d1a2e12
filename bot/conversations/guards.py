"""Who may have a conversation, asked before each of its questions, and what nobody goes on with.

Nothing is allowed by default.
"""

from __future__ import annotations

from bot.conversations.engine import Answers, Session
from bot.conversations.turn import Turn
from bot.storage.records import Membership


def organises_member(turn: Turn, session: Session) -> bool:
    """Whether the account organises the club of the membership that a conversation is about."""
    membership = turn.uow.clubs.membership(int(session.args["membership"]))
    return membership is not None and turn.organises(membership.club_id)


def organises(turn: Turn, session: Session) -> bool:
    """Whether the account organises the club that a conversation is about."""
    return turn.organises(int(session.args["club"]))


def own_memberships(turn: Turn) -> list[Membership]:
    """The memberships of whom the account speaks for, himself first, that are active now."""
    people = (person.id for _, person in turn.uow.people.of_account(turn.account.id))
    return turn.uow.clubs.active_memberships(*people)


def belongs(turn: Turn, session: Session) -> bool:
    """Whether the account is a member, or speaks for one, of the club of a conversation."""
    club = int(session.args["club"])
    members = [each.person_id for each in own_memberships(turn) if each.club_id == club]
    return any(turn.speaks_for(each) for each in members)


def is_over_when_left(turn: Turn, session: Session, _answers: Answers) -> None:
    """Who stops before something is deleted, changed or closed has given it up.

    "ghi tiếp" is said of what was being written down, and must not lead back to it.
    """
    turn.sessions.drop(session.name)
