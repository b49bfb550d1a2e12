"""A conversation that people begin by words, and with what it begins for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.conversations.engine import Answers, BrokenFlowError, Flow
from bot.conversations.guards import own_memberships
from bot.conversations.turn import Turn
from bot.speech.translation import LANGUAGES, catalogue


def anybody(_turn: Turn) -> Answers | None:
    """For everybody; it begins with nothing."""
    return {}


def of_own_club(turn: Turn) -> Answers | None:
    """For who is a member, or speaks for one: it begins with his first `club`.

    Its flow is `allowed=belongs`: he may leave the club before the last question.
    """
    first = next((each.club_id for each in own_memberships(turn)), None)
    return None if first is None else {"club": first}


@dataclass(frozen=True)
class Conversation:
    """A flow that is asked for by the words of the message `<flow>.words`, and for whom it is.

    The words are whole messages with commas between them, and hold whatever language somebody
    reads. `begins` tells what the flow begins with for who asks; None where it isn't for him.
    """

    flow: Flow
    begins: Callable[[Turn], Answers | None] = anybody

    def __post_init__(self) -> None:
        if self.begins is not anybody and self.flow.allowed is None:
            raise BrokenFlowError(f"{self.flow.key}: not for anybody, so it needs `allowed`")

    @property
    def words(self) -> str:
        """The key of the message with its words."""
        return f"{self.flow.key}.words"

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """All that it is asked for with, in every language."""
        said = (catalogue(language).gettext(self.words) for language in LANGUAGES)
        return tuple(form for words in said for form in words.split(", "))
