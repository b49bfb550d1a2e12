"""What happens in a conversation: words, questions, the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.buttons import Button
from bot.intents.understanding import Intent
from bot.speech.translation import Phrase


@dataclass(frozen=True)
class WordsForgotten:
    """The raw words of this account since the conversation began are to be blanked."""

    since: datetime


Handed = Phrase | str
"""What is handed on: a phrase, or what the person said himself, which stays as it is."""


@dataclass(frozen=True)
class HandOver:
    """A person's question, wish or unclear consent goes to those in charge.

    `quietly`: the person knows already to whom it goes.
    """

    text: Handed
    """Those in charge read a phrase in their own language; the person is quoted it in his."""
    club_id: int | None
    quietly: bool = False


@dataclass(frozen=True)
class Reply:
    """An answer to a question that somebody handed to the people in charge."""

    enquiry_id: int
    text: str


@dataclass(frozen=True)
class EnquiryHandedOn:
    """A question was given to those in charge, the accounts that are told."""

    enquiry_id: int
    accounts: tuple[int, ...]
    urgent: bool = False
    """They are asked to call at once."""
    words: Handed = ""
    """What it says, spoken to each of them; "" where what is stored says it."""


@dataclass(frozen=True)
class EditClubAnswer:
    """A question or its answer, of a club's own, is written anew."""

    club_id: int
    answer_id: int
    part: Literal["question", "answer"]
    text: str


@dataclass(frozen=True)
class EnquiryAnswered:
    """Somebody in charge answered a question: who asked is told."""

    enquiry_id: int
    text: str


@dataclass(frozen=True)
class Meant:
    """Asked back, somebody has chosen what a text of his means."""

    text: str
    intent: Intent


@dataclass(frozen=True)
class MeantToo:
    """Something else was wished for in the same message: it stays at hand, in its own words."""

    text: str
    intent: Intent


@dataclass(frozen=True)
class TellOwnName:
    """Who coordinates tells what people are to call him."""

    name: str


@dataclass(frozen=True)
class ChooseForm:
    """An account wants to be addressed by this form from now on."""

    form: str


@dataclass(frozen=True)
class Press:
    """Words mean what a button does: it is done, if this account may."""

    button: Button


@dataclass(frozen=True)
class WayBack:
    """What was open waits: the button that leads back to it stands under what was shown."""

    conversation: str
