"""One input's way through a conversation: the turn, the flow, the session, and the answers.

The answers are loaded once, and again only after something was put into the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.conversations.engine.kinds.base import Read, Unread
from bot.conversations.engine.session import (
    BEGINNING,
    REVIEW,
    Answer,
    Answers,
    Entry,
    Session,
)
from bot.conversations.engine.surroundings import Turn
from bot.conversations.engine.table import Flow, Step
from bot.domain.entries import ITEM
from bot.intents.words import is_keep
from bot.speech.translation import Phrase, say


@dataclass(frozen=True)
class Question:
    """A question about one thing: its step, its words, and what it may refer to."""

    step: Step
    words: str
    scope: Answers
    kept: Answer
    """What stands there."""

    def read(self, turn: Turn, text: str) -> Read[Answer]:
        """Understand what was typed."""
        return self.step.kind.read(turn, self.words, self.scope, text)

    def amended(self, turn: Turn, text: str, before: Answer = None) -> Read[Answer]:
        """What a text changes of `before`, else of what stands there."""
        stands = self.kept if before is None else before
        if stands is None or not self.step.kind.amends:
            return Unread()
        return self.step.kind.amended(turn, self.words, self.scope, stands, text)

    def pressed(self, turn: Turn, value: str) -> Read[Answer]:
        """Understand a pressed choice."""
        return self.step.kind.pressed(turn, self.words, self.scope, value)

    def asks(self, turn: Turn) -> Phrase:
        """The question itself, without what stands around it."""
        return say(f"{self.words}.ask", **self.step.slots(turn, self.scope))

    def notice(self, turn: Turn) -> Phrase | None:
        """What must be read before it."""
        return self.step.notice(turn, self.scope) if self.step.notice else None

    def shown(self, turn: Turn, value: Answer) -> object:
        """A value as the person reads it."""
        return self.step.kind.show_in(turn, self.words, value, self.scope)

    def is_kept_by(self, text: str) -> bool:
        """Whether a text leaves what stands there as it is."""
        return self.kept is not None and self.step.kind.keeps and is_keep(text)


class Course:
    """Where a conversation is, and what changes it."""

    def __init__(self, turn: Turn, flow: Flow, session: Session) -> None:
        self.turn = turn
        self.flow = flow
        self.session = session
        self._answers: Answers | None = None

    # What was said

    @property
    def answers(self) -> Answers:
        """All answers so far."""
        if self._answers is None:
            self._answers = self.flow.store.load(self.turn, self.session)
        return self._answers

    def entries(self, step: Step) -> list[Answers]:
        """The entries of a list."""
        found: list[Answers] = self.answers.get(step.key) or []
        return found

    def entry(self, step: Step, item: int) -> Answers | None:
        """An entry of a list by its number."""
        return next((each for each in self.entries(step) if each[ITEM] == item), None)

    def change(self, **values: object) -> None:
        """Make the next session."""
        self.become(replace(self.session, **values))  # type: ignore[arg-type]

    def become(self, session: Session) -> None:
        """Go on with another session; what was said may stand in it."""
        if session.answers is not self.session.answers:
            self._answers = None
        self.session = session

    def _keep(self, session: Session) -> None:
        self.session = session
        self._answers = None

    def put(self, key: str, value: Answer) -> None:
        """Keep an answer."""
        self._keep(self.flow.store.put(self.turn, self.session, key, value))

    def put_entry(self, step: Step, item: int | None, value: Answers) -> None:
        """Keep an entry of a list."""
        self._keep(self.flow.store.put_item(self.turn, self.session, step.key, item, value))

    def remove_entry(self, step: Step, item: int) -> None:
        """Take an entry out of a list."""
        self._keep(self.flow.store.remove_item(self.turn, self.session, step.key, item))

    def after(self, step: Step, value: Answer) -> None:
        """What an answer brings about once it is kept."""
        if step.after is not None:
            self._keep(step.after(self.turn, self.session, value))

    # Where we are

    def applies(self, step: Step) -> bool:
        """Whether a question is asked, after all that was said."""
        return step.when(self.turn, self.answers)

    @property
    def open_steps(self) -> list[Step]:
        """The questions that are asked."""
        return [step for step in self.flow.steps if self.applies(step)]

    def is_answered(self, step: Step) -> bool:
        """Whether a question needs no asking any more."""
        if step.key in self.session.skipped:
            return True
        if step.is_list:
            return step.key in self.session.closed and len(self.entries(step)) >= step.lowest
        return self.answers.get(step.key) is not None

    @property
    def next_place(self) -> str:
        """The first question that isn't answered, else the review."""
        return next((each.key for each in self.open_steps if not self.is_answered(each)), REVIEW)

    @property
    def number(self) -> int:
        """Which of the open questions is asked, from 0; the review comes after the last."""
        keys = [each.key for each in self.open_steps]
        return keys.index(self.session.at) if self.session.at in keys else len(keys)

    @property
    def step(self) -> Step | None:
        """The step that is asked; None before the first and at the review."""
        at = self.session.at
        return None if at in (BEGINNING, REVIEW) else self.flow.step(at)

    @property
    def question(self) -> Question | None:
        """The question that is asked; None where a list's menu or nothing of a step is."""
        step, inside = self.step, self.session.inside
        if step is None:
            return None
        if inside is None:
            return self.about(step)
        return self.inner(step, inside) if isinstance(inside, Entry) else None

    def coming(self, value: Answer) -> Question | None:
        """The question that comes once the open one has this answer; None for a list or the end."""
        step, inside = self.step, self.session.inside
        if step is None or (inside is not None and not isinstance(inside, Entry)):
            return None
        if isinstance(inside, Entry):
            said = inside.said(inside.at, value)
            scope = self.scope(said)
            keys = [each.key for each in step.items]
            for each in step.items[keys.index(inside.at) + 1 :]:
                if each.key not in said.draft and each.when(self.turn, scope):
                    return self.inner(step, replace(said, at=each.key))
            return None
        answers = {**self.answers, step.key: value}
        for each in self.flow.steps:
            if (
                each.key != step.key
                and each.when(self.turn, answers)
                and not self.is_answered(each)
            ):
                return None if each.is_list else self.about(each)
        return None

    def about(self, step: Step) -> Question:
        """A question of the flow itself."""
        return Question(step, self.flow.words(step), self.answers, self.answers.get(step.key))

    def inner(self, step: Step, entry: Entry) -> Question:
        """The question about the open entry of a list."""
        inner = step.item(entry.at)
        return Question(
            inner,
            self.flow.words(inner, step),
            self.scope(entry),
            entry.draft.get(inner.key),
        )

    def scope(self, entry: Entry) -> Answers:
        """What a question about an entry may refer to: all answers, and those of the entry."""
        return {**self.answers, **entry.draft, ITEM: entry.item}

    def inner_steps(self, step: Step, entry: Entry) -> Iterator[Step]:
        """The questions that are asked about an entry."""
        scope = self.scope(entry)
        return (each for each in step.items if each.when(self.turn, scope))

    @property
    def place(self) -> str:
        """The question that is asked, as what was picked there is kept under."""
        entry = self.session.entry
        return f"{self.session.at}/{entry.at if entry else ''}"

    @property
    def picked(self) -> tuple[str, ...]:
        """What was picked so far at this question."""
        found = self.session.picked
        return found.options if found is not None and found.place == self.place else ()

    @property
    def is_allowed(self) -> bool:
        """Whether the account may still have this conversation."""
        return self.flow.allowed is None or self.flow.allowed(self.turn, self.session)
