"""Yes or no, and the consent that only an express yes gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.conversations.engine.choices import Command, spell
from bot.conversations.engine.kinds.base import Kind, Pairs, Problem, Read, Sure, Unread
from bot.conversations.engine.session import Answers
from bot.conversations.engine.surroundings import Turn
from bot.intents.words import read_consent, read_yes_no
from bot.messages import Incoming
from bot.speech.translation import Phrase, say

_YES, _NO = "yes", "no"


@dataclass(frozen=True)
class ConfirmKind(Kind[bool]):
    """Yes or no; only a yes lets the flow's step count as said.

    `done`: whether something has happened yet, which Vietnamese asks and answers in other words.
    """

    done: bool = False

    def rows(self, turn: Turn, words: str, scope: Answers) -> list[Pairs]:
        return [[(key, turn.text(self._label(key == _YES))) for key in (_YES, _NO)]]

    def _label(self, answer: bool) -> Phrase:
        if self.done:
            return say("kinds.done" if answer else "kinds.not_yet")
        return say("kinds.yes" if answer else "kinds.no")

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[bool]:
        answer = read_yes_no(text)
        if answer in (_YES, _NO):
            return Sure(answer == _YES)
        if answer == "unclear":
            return Problem(
                say("kinds.unclear_dung"),
                (
                    (_YES, turn.text(say("kinds.right"))),
                    (spell(Command.STOP), turn.text(say("kinds.stop"))),
                ),
            )
        return Unread()

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[bool]:
        return Sure(value == _YES) if value in (_YES, _NO) else Unread()

    def offers(self, value: bool) -> bool:
        return True

    def show(self, turn: Turn, words: str, value: bool) -> object:
        return self._label(bool(value))

    def fits(self, value: object) -> bool:
        return isinstance(value, bool)


@dataclass(frozen=True)
class ConsentKind(Kind[str]):
    """An explicit consent: a press, the shown digit or "đồng ý"; nothing else is ever a yes.

    Kept as "agreed:typed", "agreed:press" or "refused:…"; what is unclear is handed on by the
    flow after it was asked once more.
    """

    keeps: ClassVar[bool] = False
    gives_up: ClassVar[str | None] = "unclear:typed"

    def rows(self, turn: Turn, words: str, scope: Answers) -> list[Pairs]:
        return [
            [
                ("agreed", turn.text(say("kinds.consent.agree"))),
                ("refused", turn.text(say("kinds.consent.refuse"))),
            ]
        ]

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[str]:
        answer = read_consent(text)
        if answer is None:
            return Problem(say("kinds.consent.only_these"))
        return Sure("agreed:typed" if answer else "refused:typed")

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[str]:
        # A label or a number that was typed out is no press.
        way = "press" if turn.inbound.kind is Incoming.PRESS else "typed"
        return Sure(f"{value}:{way}") if value in ("agreed", "refused") else Unread()

    def show(self, turn: Turn, words: str, value: str) -> object:
        agreed = str(value).startswith("agreed")
        return say("kinds.consent.agree" if agreed else "kinds.consent.refuse")

    def fits(self, value: object) -> bool:
        return isinstance(value, str) and value.partition(":")[0] in (
            "agreed",
            "refused",
            "unclear",
        )
