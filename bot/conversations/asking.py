"""A conversation that people begin by words, and with what it begins for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.conversations.engine import Answers, Flow
from bot.conversations.turn import Turn
from bot.domain.membership import MembershipState
from bot.speech.translation import LANGUAGES, catalogue


def anybody(_turn: Turn) -> Answers | None:
    """For everybody; it begins with nothing."""
    return {}


def of_own_club(turn: Turn) -> Answers | None:
    """For who is a member, or speaks for one: it begins with his first `club`."""
    people = tuple(person.id for _, person in turn.uow.people.of_account(turn.account.id))
    clubs = (
        membership.club_id
        for membership in turn.uow.clubs.memberships_of_each(people)
        if membership.state is MembershipState.ACTIVE
    )
    first = next(clubs, None)
    return None if first is None else {"club": first}


@dataclass(frozen=True)
class Conversation:
    """A flow that is asked for by the words of the message `<flow>.words`, and for whom it is.

    The words are whole messages with commas between them, and hold whatever language somebody
    reads. `begins` tells what the flow begins with for who asks; None where it isn't for him.
    """

    flow: Flow
    begins: Callable[[Turn], Answers | None] = anybody

    @property
    def words(self) -> str:
        """The key of the message with its words."""
        return f"{self.flow.key}.words"

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """All that it is asked for with, in every language."""
        said = (catalogue(language).gettext(self.words) for language in LANGUAGES)
        return tuple(form for words in said for form in words.split(", "))
