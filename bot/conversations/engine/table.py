"""A conversation as data: a flow is a table of steps, and its answers are kept in a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Protocol

from bot.conversations.engine.kinds.base import Kind
from bot.conversations.engine.session import Answer, Answers, Session
from bot.conversations.engine.surroundings import Here
from bot.domain.entries import ITEM
from bot.speech.translation import Phrase


def _always(_turn: Here, _answers: Answers) -> bool:
    return True


def _no_slots(_turn: Here, _answers: Answers) -> Answers:
    return {}


def _no_fault(_turn: Here, _answers: Answers, _value: Answer) -> Phrase | None:
    return None


@dataclass(frozen=True)
class Step:
    """One question of a flow. Its words are the message `<flow>.<key>.ask`.

    `notice` is a message that must be read before the question; `doubt` asks "đúng không?" for a
    value that is possible but odd; `fault` refuses one, with the words that say why.
    """

    key: str
    kind: Kind[Answer]
    when: Callable[[Here, Answers], bool] = _always
    optional: bool = False
    counted: bool = True
    notice: Callable[[Here, Answers], Phrase | None] | None = None
    slots: Callable[[Here, Answers], Answers] = _no_slots
    fault: Callable[[Here, Answers, Answer], Phrase | None] = _no_fault
    doubt: Callable[[Here, Answers, Answer], Phrase | None] = _no_fault
    items: tuple[Step, ...] = ()
    """A list: the questions about one entry."""
    lowest: int = 0
    highest: int = 100
    item_label: Callable[[Here, Answers], str] | None = None
    """A list: the short name of an entry, by which it is picked."""
    item_line: Callable[[Here, Answers], str] | None = None
    """A list: all that was said of an entry, where the name isn't all."""
    words: str | None = None
    """The message's key where it is not `<flow>.<key>`."""
    proved: bool = False
    """Whether what was read is kept with the session: the answer is a consent, or tells of one."""
    shown_in_review: bool = True
    remark: Callable[[Here, Answers], Phrase | None] | None = None
    """Said after the value in the review: where it comes from."""
    after: Callable[[Here, Session, Answer], Session] | None = None
    """What the session becomes once the value is stored (a consent is noted at once)."""

    @property
    def is_list(self) -> bool:
        return bool(self.items)

    def has_item(self, key: str) -> bool:
        """Whether a list asks this question about an entry."""
        return any(each.key == key for each in self.items)

    def item(self, key: str) -> Step:
        """A list's question about an entry; raises LookupError."""
        return _with_key(self.items, key)


def _with_key(steps: Iterable[Step], key: str) -> Step:
    for each in steps:
        if each.key == key:
            return each
    raise LookupError(key)


class Store(Protocol):
    """Where a flow keeps its answers. What changes them returns what the session becomes."""

    def load(self, turn: Here, session: Session) -> Answers:
        """All answers so far; a list's entries are answers with their number besides."""

    def put(self, turn: Here, session: Session, key: str, value: Answer) -> Session:
        """Keep one answer."""

    def put_item(
        self, turn: Here, session: Session, key: str, item: int | None, value: Answers
    ) -> Session:
        """Keep an entry of a list; a new one when `item` is None."""

    def remove_item(self, turn: Here, session: Session, key: str, item: int) -> Session:
        """Take an entry out of a list."""


class SessionStore:
    """Answers in the conversation itself."""

    def load(self, turn: Here, session: Session) -> Answers:
        """All answers so far."""
        return session.answers

    def put(self, turn: Here, session: Session, key: str, value: Answer) -> Session:
        """Keep one answer."""
        return session.with_answers(**{key: value})

    def put_item(
        self, turn: Here, session: Session, key: str, item: int | None, value: Answers
    ) -> Session:
        """Keep an entry of a list."""
        entries: list[Answers] = session.answers.get(key, [])
        number = item or 1 + max((entry[ITEM] for entry in entries), default=0)
        kept = [entry for entry in entries if entry[ITEM] != number]
        return session.with_answers(
            **{key: sorted([*kept, {**value, ITEM: number}], key=lambda entry: entry[ITEM])}
        )

    def remove_item(self, turn: Here, session: Session, key: str, item: int) -> Session:
        """Take an entry out of a list."""
        entries: list[Answers] = session.answers.get(key, [])
        return session.with_answers(**{key: [each for each in entries if each[ITEM] != item]})


@dataclass(frozen=True)
class Flow:
    """A conversation as data: its steps, and what happens at its end and when it is left."""

    key: str
    steps: tuple[Step, ...]
    finish: Callable[[Here, Session, Answers], None]
    args: Mapping[str, type | UnionType] = field(default_factory=dict)
    """What it can't be started without, by name."""
    review: bool = True
    """Whether all that was said is read over before `finish`."""
    review_one: bool = True
    """Whether a single answer that was just given is read over too (a list always is)."""
    store: Store = field(default_factory=SessionStore)
    left: Callable[[Here, Session, Answers], None] | None = None
    """Called when the person stops; what was typed is kept."""
    introduce: Callable[[Here, Session, Answers], Session] | None = None
    """What the session is before the first question."""
    where: Callable[[Here, Session], Phrase | None] | None = None
    """What the conversation is about, said when somebody comes back to it."""
    resume: bool = True
    """Whether beginning it again goes on where it was left; else it begins anew."""
    waits: bool = True
    """Whether it is gone on with after something else that came first; else it is forgotten."""
    allowed: Callable[[Here, Session], bool] | None = None
    """Checked at every input: a role may have been taken away in between."""

    def step(self, key: str) -> Step:
        """The step with this key; raises LookupError."""
        return _with_key(self.steps, key)

    def has_step(self, key: str) -> bool:
        """Whether there is a step with this key."""
        return any(each.key == key for each in self.steps)

    def is_begun_with(self, args: Answers) -> bool:
        """Whether these are the arguments that it needs."""
        return all(
            name in args and isinstance(args[name], kind) for name, kind in self.args.items()
        )

    def words(self, step: Step, parent: Step | None = None) -> str:
        """The beginning of the keys of a step's messages."""
        if step.words:
            return step.words
        middle = f"{parent.key}." if parent else ""
        return f"{self.key}.{middle}{step.key}"

    def questions(self) -> Iterator[tuple[Step | None, Step]]:
        """Every question with the list that it stands in."""
        for step in self.steps:
            yield None, step
            for inner in step.items:
                yield step, inner

    def message_keys(self) -> Iterable[str]:
        """Every message that the table declares."""
        for parent, step in self.questions():
            words = self.words(step, parent)
            yield f"{words}.ask"
            if parent is not None or step.shown_in_review:
                yield f"{words}.name"
            yield from step.kind.message_keys(words)


def args_are_answers(_turn: Here, session: Session, _answers: Answers) -> Session:
    """Introduces a flow whose questions may refer to what it was started with."""
    return session.with_answers(**session.args)


class BrokenFlowError(Exception):
    """A table that can't be run: found when the program starts."""


def check_flows(flows: Iterable[Flow], has_message: Callable[[str], bool]) -> None:
    """Refuse broken tables: two steps with one key, no steps, a question without words."""
    seen: set[str] = set()
    for flow in flows:
        if flow.key in seen:
            raise BrokenFlowError(f"two flows are called {flow.key}")
        seen.add(flow.key)
        if not flow.steps:
            raise BrokenFlowError(f"{flow.key} has no steps")
        for steps in [flow.steps, *(step.items for step in flow.steps if step.is_list)]:
            keys = [step.key for step in steps]
            for key in keys:
                if keys.count(key) > 1:
                    raise BrokenFlowError(f"{flow.key}: two steps are called {key}")
            for step in steps:
                if step.is_list and step.lowest > step.highest:
                    raise BrokenFlowError(f"{flow.key}.{step.key}: more needed than allowed")
                step.kind.check(f"{flow.key}.{step.key}")
        for key in flow.message_keys():
            if not has_message(key):
                raise BrokenFlowError(f"{flow.key}: no words for {key}")
