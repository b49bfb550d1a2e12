"""Where an account stands in a conversation.

A session never changes: `dataclasses.replace` makes the next one. How it is stored stands in
`storing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

Answer: TypeAlias = Any
"""What is kept of one answer: plain JSON, whose shape its kind knows (`Kind.fits`)."""
Answers: TypeAlias = dict[str, Answer]
"""Answers by the keys of their questions. A list holds entries: answers with `ITEM` besides."""

BEGINNING = ""
"""The place before the first question."""
REVIEW = "@review"
"""The place after the last one, where all that was said is read over."""


class Mode(StrEnum):
    """What the menu of a list asks."""

    MENU = "menu"
    CHANGE = "change"
    """Which entry is to be changed."""
    REMOVE = "remove"
    """Which entry is to be taken out."""


@dataclass(frozen=True)
class Entry:
    """The open entry of a list: the question it stands at, and what was said so far.

    `item` is None for a new one. `passed` are questions that need not be asked again.
    """

    at: str
    item: int | None = None
    draft: Answers = field(default_factory=dict)
    passed: tuple[str, ...] = ()

    def said(self, key: str, value: Answer) -> Entry:
        """With one answer more; an entry that is changed passes on."""
        known = self.item is None or key in self.passed
        return replace(
            self,
            draft={**self.draft, key: value},
            passed=self.passed if known else (*self.passed, key),
        )

    def left_out(self, key: str) -> Entry:
        """Without an answer that may be left out."""
        draft = {each: value for each, value in self.draft.items() if each != key}
        return replace(self, draft=draft, passed=(*self.passed, key))


@dataclass(frozen=True)
class Menu:
    """The menu of a list. A plain one opens the first entry that lacks something by itself."""

    mode: Mode = Mode.MENU
    left: Entry | None = None
    """An entry that was left half typed."""
    removed: Answers | None = None
    """The entry that was taken out last."""
    paused: bool = False
    """Somebody went back to the menu: no entry is opened by itself."""


@dataclass(frozen=True)
class Pending:
    """A value read from free text that waits for "đúng không?", and how it was shown."""

    value: Answer
    shown: str
    as_typed: Answer = None
    """What was typed, where a proposal is said back; the value itself once that was denied."""


@dataclass(frozen=True)
class Picked:
    """What was pressed so far where several are chosen, and at which question."""

    place: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A question as it was read, word for word, and the notice that was read before it.

    The versions are those of the catalogue's words at that moment.
    """

    language: str
    version: str
    question: str
    notice: str | None = None
    notice_version: str | None = None


@dataclass(frozen=True)
class Proof:
    """A consent that is written down with the person at the end.

    `shown` is None where it was asked by a release that didn't keep what it showed.
    """

    agreed: bool
    way: str
    words: str
    version: str
    shown: Shown | None = None


@dataclass(frozen=True)
class Session:
    """One conversation of one account."""

    flow: str
    name: str
    """Under which it is kept: tells apart several of one flow."""
    began: datetime
    asked: int
    """Number of the open question: an older button carries an older number."""
    args: Answers = field(default_factory=dict)
    """What the flow was started with."""
    answers: Answers = field(default_factory=dict)
    """What was said so far, unless the flow keeps its answers elsewhere."""
    skipped: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    """Lists that were said to be done."""
    at: str = BEGINNING
    inside: Entry | Menu | None = None
    """Where in a list."""
    picked: Picked | None = None
    pending: Pending | None = None
    seen: Answer = None
    """What stood there when the open question was asked."""
    failures: int = 0
    """Inputs to the open question in a row that weren't understood."""
    fixing: bool = False
    """While one line of the review is corrected."""
    choosing: bool = False
    """While the line of the review to correct is picked."""
    held: str | None = None
    """Words that may be a note, a command or a question: asked about."""
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    """Consents by purpose."""
    shown: Mapping[str, Shown] = field(default_factory=dict)
    """What was read at the questions whose answer must be proved, by their keys."""
    left_open: tuple[str, ...] = ()
    """Purposes whose question was answered neither yes nor no."""
    stopped: bool = False
    """A flow ends it here. Never stored: a stopped session is dropped."""

    @property
    def entry(self) -> Entry | None:
        """The open entry of a list."""
        return self.inside if isinstance(self.inside, Entry) else None

    @property
    def menu(self) -> Menu | None:
        """The menu of a list, where that is asked."""
        return self.inside if isinstance(self.inside, Menu) else None

    def with_answers(self, **answers: Answer) -> Session:
        """With these answers besides or instead of those that stand there."""
        return replace(self, answers={**self.answers, **answers})

    def stop(self) -> Session:
        """The session at which the flow ends before its last question."""
        return replace(self, stopped=True)
