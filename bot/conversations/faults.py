"""What is refused as the name of a person, a place or a club, whichever question asks for it."""

from __future__ import annotations

from bot.conversations.engine import Answer, Answers
from bot.conversations.turn import Turn
from bot.language.letters import holds_link, is_latin
from bot.speech.translation import Phrase, say


def no_name(_turn: Turn, _answers: Answers, value: Answer) -> Phrase | None:
    """A link, or letters of another script: they name nobody and nothing on a Vietnamese paper."""
    if not isinstance(value, str):
        return None
    if holds_link(value):
        return say("kinds.text.link")
    return None if is_latin(value) else say("kinds.text.script")


def no_place(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
    """The same of the place that was said together with a day."""
    return no_name(turn, answers, value.get("place"))
