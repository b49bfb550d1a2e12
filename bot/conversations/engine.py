"""The conversation engine: a flow is a table of steps, and everything flows share lives here.

The state of a conversation is plain JSON, stored after every input and read back before the next:

    args      what the flow was started with
    answers   what was said so far (unless the flow keeps its answers elsewhere)
    skipped   keys passed over
    name      under which the conversation is kept
    began     when it began, ISO
    at        the key of the open question, "" before the first, REVIEW at the end
    closed    keys of lists that were said to be done
    list      inside a list: mode ("menu" | "item" | "change" | "remove"), item, draft, at;
              at the menu: left (an entry that was left half typed), removed (the last one),
              paused (somebody went back to it: no entry is opened by itself)
    picked    what was pressed so far where several are chosen: the place and the values
    pending   a value read from free text that waits for "đúng không?"
    asked     number of the open question: an older button carries an older number
    seen      what stood there when the open question was asked
    failures  wrong inputs to the open question in a row
    fixing    true while one line of the review is corrected
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.conversations.kinds import (
    FileKind,
    Kind,
    Problem,
    Read,
    SeveralKind,
    Sure,
    Unread,
    Value,
)
from bot.conversations.turn import Turn
from bot.intents.corrections import read_correction
from bot.intents.list_commands import read_line_command
from bot.intents.words import (
    Meaning,
    is_exact_command,
    is_keep,
    looks_like_question,
    meanings_of,
    read_yes_no,
)
from bot.language.text import fold, single_line
from bot.messages import Choice, Incoming
from bot.speech.translation import Lines, Phrase, say

REVIEW = "@review"
PREFIX = "c/"
"""Choices of an open question: c/<number of the question>/<value>."""
LONGEST_LIST = 900
"""Characters of a list in the review; the list itself shows all of it."""

Answers = dict[str, Any]
State = dict[str, Any]


def _always(_turn: Turn, _answers: Answers) -> bool:
    return True


def _no_slots(_turn: Turn, _answers: Answers) -> dict[str, Any]:
    return {}


def _no_fault(_turn: Turn, _answers: Answers, _value: Any) -> Phrase | None:
    return None


@dataclass(frozen=True)
class Step:
    """One question of a flow. Its words are the message `<flow>.<key>.ask`.

    `notice` is a message that must be read before the question; `doubt` asks "đúng không?" for a
    value that is possible but odd; `fault` refuses one, with the words that say why.
    """

    key: str
    kind: Kind
    when: Callable[[Turn, Answers], bool] = _always
    optional: bool = False
    counted: bool = True
    notice: Callable[[Turn, Answers], Phrase | None] | None = None
    slots: Callable[[Turn, Answers], dict[str, Any]] = _no_slots
    fault: Callable[[Turn, Answers, Any], Phrase | None] = _no_fault
    doubt: Callable[[Turn, Answers, Any], Phrase | None] = _no_fault
    items: tuple[Step, ...] = ()
    """A list: the questions about one entry."""
    lowest: int = 0
    highest: int = 100
    item_label: Callable[[Turn, Answers], Any] | None = None
    """A list: the short name of an entry, by which it is picked."""
    item_line: Callable[[Turn, Answers], Any] | None = None
    """A list: all that was said of an entry, where the name isn't all."""
    words: str | None = None
    """The message's key where it is not `<flow>.<key>`."""
    shown_in_review: bool = True
    after: Callable[[Turn, State, Any], None] | None = None
    """Called with the value once it is stored (a consent is noted at once)."""

    @property
    def is_list(self) -> bool:
        return bool(self.items)


class Store:
    """Where a flow keeps its answers: by default in the conversation itself."""

    def load(self, turn: Turn, state: State) -> Answers:
        """All answers so far; a list's entries are dicts with their number under "_item"."""
        answers: Answers = state["answers"]
        return answers

    def put(self, turn: Turn, state: State, key: str, value: Any) -> None:
        """Keep one answer."""
        state["answers"][key] = value

    def put_item(
        self, turn: Turn, state: State, key: str, item: int | None, value: Answers
    ) -> None:
        """Keep an entry of a list; a new one when `item` is None."""
        entries: list[Answers] = state["answers"].setdefault(key, [])
        if item is None:
            number = 1 + max((entry["_item"] for entry in entries), default=0)
            entries.append({**value, "_item": number})
        else:
            kept = [entry for entry in entries if entry["_item"] != item]
            entries[:] = sorted([*kept, {**value, "_item": item}], key=lambda each: each["_item"])

    def remove_item(self, turn: Turn, state: State, key: str, item: int) -> None:
        """Take an entry out of a list."""
        entries = state["answers"].get(key, [])
        state["answers"][key] = [entry for entry in entries if entry["_item"] != item]


@dataclass(frozen=True)
class Flow:
    """A conversation as data: its steps, and what happens at its end and when it is left."""

    key: str
    steps: tuple[Step, ...]
    finish: Callable[[Turn, State, Answers], None]
    review: bool = True
    review_one: bool = True
    """Whether a single answer that was just given is read over too (a list always is)."""
    store: Store = field(default_factory=Store)
    left: Callable[[Turn, State, Answers], None] | None = None
    """Called when the person stops; what was typed is kept unless `forget` says otherwise."""
    forget: bool = False
    introduce: Callable[[Turn, State, Answers], None] | None = None
    where: Callable[[Turn, State], Phrase | None] | None = None
    """What the conversation is about, said when somebody comes back to it."""
    resume: bool = True
    allowed: Callable[[Turn, State], bool] | None = None
    """Checked at every input: a role may have been taken away in between."""

    def step(self, key: str) -> Step:
        """The step with this key; raises LookupError."""
        for each in self.steps:
            if each.key == key:
                return each
        raise LookupError(f"{self.key} has no step {key}")

    def words(self, step: Step, parent: Step | None = None) -> str:
        """The beginning of the keys of a step's messages."""
        if step.words:
            return step.words
        middle = f"{parent.key}." if parent else ""
        return f"{self.key}.{middle}{step.key}"

    def message_keys(self) -> Iterable[str]:
        """Every message that the table declares."""
        for step in self.steps:
            yield f"{self.words(step)}.ask"
            if step.shown_in_review:
                yield f"{self.words(step)}.name"
            yield from step.kind.message_keys(self.words(step))
            for inner in step.items:
                yield f"{self.words(inner, step)}.ask"
                yield f"{self.words(inner, step)}.name"
                yield from inner.kind.message_keys(self.words(inner, step))


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


class Engine:
    """Runs flows. All state is in the storage; the engine itself keeps nothing."""

    def __init__(self, flows: Iterable[Flow]) -> None:
        self.flows: Mapping[str, Flow] = {flow.key: flow for flow in flows}

    # Starting, leaving, going on

    def start(
        self,
        turn: Turn,
        key: str,
        *,
        name: str | None = None,
        first: str | None = None,
        chosen: str | None = None,
        **args: Any,
    ) -> None:
        """Begin a flow, or go on where it was left if it was left with the same arguments.

        `name` tells apart several conversations of one flow (the founding's steps). `first` is
        the question to open with, answered already or not; `chosen` its choice, if that was
        pressed before the flow began.
        """
        flow = self.flows[key]
        name = name or key
        found = turn.uow.conversations.find(turn.account.id, name)
        left = found if flow.resume and found and found.state.get("args") == args else None
        if left and first and (chosen or left.state["at"] in ("", REVIEW)):
            left = None
        if left is not None:
            self._put(turn, name, left.state)
            self.resume(turn, name, left.state)
            return
        state: State = {
            "flow": key,
            "name": name,
            "began": turn.now.isoformat(),
            "args": args,
            "answers": {},
            "skipped": [],
            "at": "",
            "list": None,
            "pending": None,
            # Every question leaves a message, so no number is ever used twice in a chat: a button
            # of another conversation can't answer this one.
            "asked": turn.uow.outbox.highest_id(turn.account.id),
            "failures": 0,
            "fixing": False,
        }
        kept = flow.store.load(turn, state)
        # A step opened anew shows what stands there; lists that are long enough count as closed.
        state["closed"] = [
            step.key
            for step in flow.steps
            if step.is_list and len(kept.get(step.key) or []) >= max(step.lowest, 1)
        ]
        if flow.introduce:
            flow.introduce(turn, state, kept)
        if state.get("stopped"):
            return
        if first is None:
            self._advance(turn, name, flow, state)
            return
        state["at"] = first
        state["seen"] = kept.get(first)
        if chosen is None or not self._value(turn, name, flow, state, chosen):
            self._ask(turn, name, flow, state)

    def resume(self, turn: Turn, name: str, state: State) -> None:
        """Ask the open question again after a pause, with a word on where we are."""
        flow = self.flows[state["flow"]]
        if not self._permitted(turn, name, flow, state):
            return
        where = flow.where(turn, state) if flow.where else None
        turn.say(say("engine.going_on_at", where=where) if where else say("engine.going_on"))
        if state["at"] == "":
            self._advance(turn, name, flow, state)
        else:
            self._ask(turn, name, flow, state, again=True, progress=True)

    def ask_again(self, turn: Turn) -> None:
        """Repeat the open question of the account, if there is one."""
        row = turn.uow.conversations.current(turn.account.id)
        if row is None:
            return
        flow = self.flows[row.state["flow"]]
        if self._permitted(turn, row.flow, flow, row.state):
            self._ask(turn, row.flow, flow, row.state, again=True)

    @staticmethod
    def _permitted(turn: Turn, name: str, flow: Flow, state: State) -> bool:
        """Whether the account may still have this conversation; it ends when not."""
        if flow.allowed is None or flow.allowed(turn, state):
            return True
        turn.uow.conversations.drop(turn.account.id, name)
        turn.say(say("engine.not_allowed"))
        return False

    def handle_repeat(self, turn: Turn) -> bool:
        """`ask_again`, and whether there was something to ask."""
        row = turn.uow.conversations.current(turn.account.id)
        if row is None:
            return False
        self.ask_again(turn)
        return True

    def asked_kind(self, turn: Turn) -> Kind | None:
        """The kind of answer that the open question asks for, None when there is none."""
        row = turn.uow.conversations.current(turn.account.id)
        if row is None:
            return None
        current = self._current(self.flows[row.state["flow"]], row.state)
        return current.kind if current is not None else None

    def wants_file(self, turn: Turn) -> bool:
        """Whether the open question asks for a file."""
        return isinstance(self.asked_kind(turn), FileKind)

    def leave(self, turn: Turn, *, quietly: bool = False) -> bool:
        """Leave the open conversation; what was typed is kept. False when none was open."""
        row = turn.uow.conversations.current(turn.account.id)
        if row is None:
            return False
        flow = self.flows[row.state["flow"]]
        if flow.forget:
            turn.uow.conversations.drop(turn.account.id, row.flow)
        else:
            turn.uow.conversations.put(turn.account.id, row.flow, row.state, is_open=False)
        if flow.left:
            flow.left(turn, row.state, flow.store.load(turn, row.state))
        if not quietly:
            turn.say(say("engine.left_forgotten" if flow.forget else "engine.left"))
        return True

    def _put(self, turn: Turn, name: str, state: State) -> None:
        turn.uow.conversations.put(turn.account.id, name, state, is_open=True)

    # Where we are

    @staticmethod
    def _applies(step: Step, turn: Turn, answers: Answers) -> bool:
        return step.when(turn, answers)

    def _open_steps(self, turn: Turn, flow: Flow, answers: Answers) -> list[Step]:
        return [step for step in flow.steps if self._applies(step, turn, answers)]

    @staticmethod
    def _answered(step: Step, answers: Answers, state: State) -> bool:
        if step.key in state["skipped"]:
            return True
        if step.is_list:
            return (
                step.key in state.get("closed", [])
                and len(answers.get(step.key) or []) >= step.lowest
            )
        return answers.get(step.key) is not None

    def _next(self, turn: Turn, flow: Flow, state: State, answers: Answers) -> str:
        for step in self._open_steps(turn, flow, answers):
            if not self._answered(step, answers, state):
                return step.key
        return REVIEW

    def _advance(self, turn: Turn, name: str, flow: Flow, state: State) -> None:
        """Go to the next open question, or finish."""
        answers = flow.store.load(turn, state)
        state["pending"] = None
        state["failures"] = 0
        state["list"] = None
        at = self._next(turn, flow, state, answers)
        if at == REVIEW and not (flow.review and self._reads_over(turn, flow, state, answers)):
            self._finish(turn, name, flow, state, answers)
            return
        state["at"] = at
        state["fixing"] = False
        self._ask(turn, name, flow, state)

    def _finish(self, turn: Turn, name: str, flow: Flow, state: State, answers: Answers) -> None:
        for step in self._open_steps(turn, flow, answers):
            value = None if step.is_list else answers.get(step.key)
            fault = None if value is None else step.fault(turn, answers, value)
            if fault is not None:
                # True when it was said, and no longer (a name that another took meanwhile).
                turn.say(fault)
                state["at"], state["fixing"] = step.key, True
                self._ask(turn, name, flow, state)
                return
        turn.uow.conversations.drop(turn.account.id, name)
        # What was said at a question that no longer applies was taken back on the way.
        closed = {step.key for step in flow.steps} - {
            step.key for step in self._open_steps(turn, flow, answers)
        }
        live = {key: value for key, value in answers.items() if key not in closed}
        flow.finish(turn, state, live)

    # Asking

    def _choices(self, state: State, choices: Iterable[tuple[str, Any]]) -> list[Choice]:
        number = state["asked"]
        return [Choice(label, f"{PREFIX}{number}/{value}") for value, label in choices]

    def _choose(
        self, turn: Turn, state: State, phrase: Phrase, *choices: tuple[str, Phrase]
    ) -> None:
        """Say something with choices beside one another: (value, label) pairs."""
        turn.say(
            phrase,
            [self._choices(state, [(value, turn.text(label)) for value, label in choices])],
        )

    def _progress(self, turn: Turn, flow: Flow, state: State, answers: Answers) -> Phrase | None:
        counted = [step for step in self._open_steps(turn, flow, answers) if step.counted]
        keys = [step.key for step in counted]
        if len(keys) < 3 or state["at"] not in keys or state["fixing"]:
            return None
        return say("engine.progress", number=keys.index(state["at"]) + 1, total=len(keys))

    def _ask(
        self,
        turn: Turn,
        name: str,
        flow: Flow,
        state: State,
        *,
        again: bool = False,
        progress: bool = False,
    ) -> None:
        """Put the open question, with what must be read before it."""
        answers = flow.store.load(turn, state)
        if not again:
            state["asked"] += 1
        self._put(turn, name, state)
        if state["at"] == REVIEW:
            self._ask_review(turn, flow, state, answers)
            return
        step = flow.step(state["at"])
        if not self._applies(step, turn, answers):
            self._advance(turn, name, flow, state)
            return
        if state["pending"]:
            self._choose(
                turn,
                state,
                say("engine.sure", value=state["pending"]["shown"]),
                ("+sure", say("engine.sure.yes")),
                ("+unsure", say("engine.sure.no")),
            )
            return
        if step.is_list and (state["list"] or {"mode": "menu"}) == {"mode": "menu"}:
            state["list"] = self._unfinished(turn, step, answers) or {"mode": "menu"}
            self._put(turn, name, state)
        inside = state["list"]
        if inside and inside["mode"] != "item":
            self._ask_list(turn, flow, state, step, answers)
            return
        current, scope = step, answers
        parent: Step | None = None
        if inside:
            parent, current = step, self._inner(step, inside["at"])
            scope = self._scope(answers, inside)
        if current.notice and not again:
            notice = current.notice(turn, scope)
            if notice:
                turn.say(notice)
        words = flow.words(current, parent)
        pieces: list[Any] = []
        if not inside and (progress or not again):
            place = self._progress(turn, flow, state, answers)
            if place:
                pieces.append(place)
        pieces.append(say(f"{words}.ask", **current.slots(turn, scope)))
        hint = current.kind.hint(turn)
        if hint:
            pieces.append(hint)
        rows = [self._choices(state, row) for row in current.kind.rows(turn, words, scope)]
        extra: list[tuple[str, Any]] = []
        kept = inside["draft"].get(current.key) if inside else answers.get(current.key)
        if state.get("seen") != kept and not inside:
            state["seen"] = kept
            self._put(turn, name, state)
        if kept is not None and current.kind.keeps:
            shown = turn.text(current.kind.show_in(turn, words, kept, scope))
            if current.kind.offers(kept):
                pieces.append(say("engine.kept", value=shown))
            else:
                extra.append(("+keep", turn.text(say("engine.keep", value=shown[:40]))))
        if current.optional:
            extra.append(("+skip", turn.text(say("engine.skip"))))
        if extra:
            mark = "!" if current.kind.takes_digits else ""
            rows.append(self._choices(state, [(f"{key}{mark}", label) for key, label in extra]))
        rows.append(self._ways_out(turn, flow, state, answers))
        turn.say(Lines(tuple(pieces)), rows)

    def _ways_out(self, turn: Turn, flow: Flow, state: State, answers: Answers) -> list[Choice]:
        """The way back and the way out, shown with every question; no digit picks them."""
        first = not state["list"] and self._place(turn, flow, state, answers) == 0
        ways = () if first and not state["fixing"] else (("+back!", "engine.back_to"),)
        return self._choices(
            state,
            [(value, turn.text(say(key))) for value, key in (*ways, ("+stop!", "kinds.stop"))],
        )

    def _place(self, turn: Turn, flow: Flow, state: State, answers: Answers) -> int:
        """Which of the open steps the open question is; the review comes after the last."""
        keys = [each.key for each in self._open_steps(turn, flow, answers)]
        return keys.index(state["at"]) if state["at"] in keys else len(keys)

    @staticmethod
    def _inner(step: Step, key: str) -> Step:
        for each in step.items:
            if each.key == key:
                return each
        raise LookupError(key)

    @staticmethod
    def _scope(answers: Answers, inside: State | None) -> Answers:
        """What a question may refer to: all answers, and inside a list the open entry's."""
        if not inside or inside["mode"] != "item":
            return answers
        return {**answers, **inside["draft"], "_item": inside["item"]}

    @staticmethod
    def _unfinished(turn: Turn, step: Step, answers: Answers) -> State | None:
        """The first entry that came in without something needed, opened at what it lacks."""
        for entry in answers.get(step.key) or []:
            scope = {**answers, **entry}
            for inner in step.items:
                lacks = entry.get(inner.key) is None and not inner.optional
                if lacks and inner.when(turn, scope):
                    draft = {key: kept for key, kept in entry.items() if key != "_item"}
                    answered = [each.key for each in step.items if each.key in draft]
                    return {
                        "mode": "item",
                        "item": entry["_item"],
                        "draft": draft,
                        "passed": answered,
                        "at": inner.key,
                    }
        return None

    def _item_line(self, turn: Turn, flow: Flow, step: Step, entry: Answers) -> str:
        if step.item_line:
            return turn.text(step.item_line(turn, entry))
        return self._item_label(turn, flow, step, entry)

    def _item_label(self, turn: Turn, flow: Flow, step: Step, entry: Answers) -> str:
        if step.item_label:
            return turn.text(step.item_label(turn, entry))
        first = step.items[0]
        return turn.text(first.kind.show(turn, flow.words(first, step), entry.get(first.key)))

    def _ask_list(self, turn: Turn, flow: Flow, state: State, step: Step, answers: Answers) -> None:
        inside = state["list"]
        words = flow.words(step)
        entries: list[Answers] = answers.get(step.key) or []
        labels = [self._item_label(turn, flow, step, entry) for entry in entries]
        if inside["mode"] in ("change", "remove"):
            rows = [
                self._choices(state, [(f"+pick{entry['_item']}", label)])
                for entry, label in zip(entries, labels, strict=True)
            ]
            rows.append(self._choices(state, [("+menu", turn.text(say("engine.list.cancel")))]))
            turn.say(say(f"engine.list.{inside['mode']}"), rows)
            return
        lines = [self._item_line(turn, flow, step, entry) for entry in entries]
        shown = Lines(tuple(f"{place}. {line}" for place, line in enumerate(lines, 1)))
        if entries:
            turn.say(Lines((say("engine.list.so_far"), shown)))
        choices = []
        if inside.get("left"):
            half = turn.text(self._item_label(turn, flow, step, inside["left"]["draft"]))
            choices.append(("+resume", turn.text(say("engine.list.resume", what=half[:40]))))
        if len(entries) < step.highest:
            choices.append(("+add", turn.text(say("engine.list.add"))))
        if len(entries) >= step.lowest:
            choices.append(("+done", turn.text(say("engine.list.done"))))
        rows = [self._choices(state, choices)]
        if entries:
            rows.append(
                self._choices(
                    state,
                    [
                        ("+change", turn.text(say("engine.list.change_one"))),
                        ("+remove", turn.text(say("engine.list.remove_one"))),
                    ],
                )
            )
        if inside.get("removed"):
            rows.append(self._choices(state, [("+undo", turn.text(say("engine.list.undo")))]))
        lacking = step.lowest - len(entries)
        rows.append(self._ways_out(turn, flow, state, answers))
        turn.say(
            say(
                f"{words}.ask",
                count=len(entries),
                lowest=step.lowest,
                next=say("engine.list.next_lacking", lacking=lacking)
                if lacking > 0
                else say("engine.list.next"),
                **step.slots(turn, answers),
            ),
            rows,
        )

    def review_lines(self, turn: Turn, flow: Flow, answers: Answers) -> list[tuple[Step, str]]:
        """What was said, a line a question."""
        lines = []
        for step in self._open_steps(turn, flow, answers):
            if not step.shown_in_review:
                continue
            value = answers.get(step.key)
            words = flow.words(step)
            name = turn.text(say(f"{words}.name"))
            if step.is_list:
                entries = [self._item_line(turn, flow, step, entry) for entry in value or []]
                shown = self._shortened(turn, entries)
            elif value is None:
                shown = turn.text(say("engine.none"))
            else:
                shown = turn.text(step.kind.show_in(turn, words, value, answers))
            between = ":" if shown.startswith("\n") else ": "
            lines.append((step, f"{name}{between}{shown}"))
        return lines

    def _reads_over(self, turn: Turn, flow: Flow, state: State, answers: Answers) -> bool:
        """Whether the review has more to show than the one answer that was just given."""
        shown = [each for each in self._open_steps(turn, flow, answers) if each.shown_in_review]
        just_said = not flow.review_one and state["at"] not in ("", REVIEW)
        return not (just_said and len(shown) == 1 and not shown[0].is_list)

    @staticmethod
    def _shortened(turn: Turn, lines: list[str]) -> str:
        """A list's entries, each on a line, as many as a review holds."""
        if not lines:
            return turn.text(say("engine.none"))
        shown: list[str] = []
        for line in lines:
            if shown and sum(map(len, shown)) + len(line) > LONGEST_LIST:
                shown.append(turn.text(say("engine.list.more", count=len(lines) - len(shown))))
                break
            shown.append(f"- {line}")
        return "\n".join(["", *shown])

    def _ask_review(self, turn: Turn, flow: Flow, state: State, answers: Answers) -> None:
        lines = self.review_lines(turn, flow, answers)
        if state.get("choosing"):
            rows = [
                self._choices(state, [(f"+fix{step.key}", self._to_fix(turn, step, text, answers))])
                for step, text in lines
            ]
            turn.say(say("engine.review.which"), rows)
            return
        turn.say(
            Lines(
                (
                    say("engine.review.head"),
                    *(f"{place}. {text}" for place, (_, text) in enumerate(lines, 1)),
                )
            )
        )
        self._choose(
            turn,
            state,
            say("engine.review.ask"),
            ("+right", say("engine.review.right")),
            ("+wrong", say("engine.review.wrong")),
        )

    @staticmethod
    def _to_fix(turn: Turn, step: Step, line: str, answers: Answers) -> str:
        """A line of the review as a choice: a list by its name and how many it has."""
        if not step.is_list:
            return line[:60]
        name = line.partition(":")[0]
        count = len(answers.get(step.key) or [])
        return turn.text(say("engine.review.list", name=name, count=count))

    # Answering

    def handle(self, turn: Turn) -> bool:
        """Take one input for the open conversation; False when it is none of its business."""
        row = turn.uow.conversations.current(turn.account.id)
        if row is None:
            if turn.value.startswith(PREFIX):
                turn.say(say("engine.old_button"))
                return True
            return False
        flow = self.flows[row.state["flow"]]
        state = row.state
        if not self._permitted(turn, row.flow, flow, state):
            return True
        if turn.value.startswith(PREFIX):
            number, _, value = turn.value.removeprefix(PREFIX).rstrip("!").partition("/")
            if number != str(state["asked"]):
                turn.say(say("engine.old_button"))
                self._ask(turn, row.flow, flow, state, again=True)
                return True
            return self._value(turn, row.flow, flow, state, value)
        if turn.value:
            return False
        kind = turn.inbound.kind
        current = self._current(flow, state)
        if current is not None and isinstance(current.kind, FileKind):
            if kind in (Incoming.FILE, Incoming.PHOTO):
                return self._file(turn, row.flow, flow, state)
        if kind is Incoming.FILE:
            turn.say(say("engine.no_file_here"))
            self._ask(turn, row.flow, flow, state, again=True)
            return True
        if kind in (Incoming.STICKER, Incoming.VOICE, Incoming.PHOTO, Incoming.OTHER):
            turn.say(say("engine.cannot_read"))
            self._ask(turn, row.flow, flow, state, again=True)
            return True
        return self._text(turn, row.flow, flow, state)

    def _file(self, turn: Turn, name: str, flow: Flow, state: State) -> bool:
        """A file or a photo where one is asked for.

        Not every channel hands a photo on; some send it smaller and without a name.
        """
        path = turn.inbound.file_path
        if path:
            sent = {"path": path, "name": turn.inbound.file_name or Path(path).name}
            return self._accept(turn, name, flow, state, sent, sure=True)
        turn.say(say("engine.picture_as_file" if turn.capabilities.files else "engine.no_files"))
        self._ask(turn, name, flow, state, again=True)
        return True

    def _pick(
        self, turn: Turn, name: str, flow: Flow, state: State, step: Step, value: str
    ) -> bool | None:
        """A press where several may be chosen: collected until "Xong". None for any other press."""
        kind = step.kind
        assert isinstance(kind, SeveralKind)
        place = f"{state['at']}/{state['list']['at'] if state['list'] else ''}"
        held = state.get("picked") or [place, []]
        picked: list[str] = list(held[1]) if held[0] == place else []
        if value == "+picked":
            if not picked:
                self._ask(turn, name, flow, state, again=True)
                return True
            state["picked"] = None
            return self._accept(turn, name, flow, state, picked, sure=True)
        option = value.removeprefix("+drop")
        if option not in kind.options or option in kind.alone:
            return None
        if value != option:
            picked = [each for each in picked if each != option]
        elif option not in picked:
            picked.append(option)
        state["picked"] = [place, picked]
        self._put(turn, name, state)
        words = flow.words(step, flow.step(state["at"]) if state["list"] else None)
        rows = [self._choices(state, row) for row in kind.picking(turn, words, picked)]
        rows.append(self._ways_out(turn, flow, state, flow.store.load(turn, state)))
        shown = kind.show(turn, words, picked) if picked else say("engine.none")
        turn.say(say("kinds.several.so_far", picked=shown), rows)
        return True

    def _value(self, turn: Turn, name: str, flow: Flow, state: State, value: str) -> bool:
        """A pressed choice of the open question."""
        answers = flow.store.load(turn, state)
        if value == "+stop":
            self.leave(turn)
            return True
        if value == "+back":
            self._back(turn, name, flow, state)
            return True
        if value == "+again":
            self._ask(turn, name, flow, state, again=True)
            return True
        if value == "+sure" and state["pending"]:
            return self._accept(turn, name, flow, state, state["pending"]["value"], sure=True)
        if value == "+unsure":
            state["pending"] = None
            self._ask(turn, name, flow, state)
            return True
        if state["at"] == REVIEW:
            return self._review_value(turn, name, flow, state, value, answers)
        step = flow.step(state["at"])
        inside = state["list"]
        if inside and inside["mode"] != "item":
            return self._list_value(turn, name, flow, state, step, value, answers)
        current = self._inner(step, inside["at"]) if inside else step
        if value == "+keep":
            return self._after_answer(turn, name, flow, state, current)
        if value == "+skip" and current.optional:
            return self._skip(turn, name, flow, state, current)
        if value == "+note":
            held = state.get("held") or ""
            state["held"] = None
            return self._read(turn, name, flow, state, current, held, certain=True)
        if value == "+question":
            held = state.get("held") or ""
            state["held"] = None
            turn.answer(held)
            self._go_on(turn, name, flow, state)
            return True
        if isinstance(current.kind, SeveralKind) and (
            value.startswith("+") or turn.inbound.kind is Incoming.PRESS
        ):
            taken = self._pick(turn, name, flow, state, current, value)
            if taken is not None:
                return taken
        parent = step if inside else None
        scope = self._scope(answers, inside)
        read = current.kind.pressed(turn, flow.words(current, parent), scope, value)
        return self._take(turn, name, flow, state, current, read)

    def _review_value(
        self, turn: Turn, name: str, flow: Flow, state: State, value: str, answers: Answers
    ) -> bool:
        if value == "+right":
            self._finish(turn, name, flow, state, answers)
        elif value == "+wrong":
            state["choosing"] = True
            self._ask(turn, name, flow, state)
        elif value.startswith("+fix"):
            key = value.removeprefix("+fix")
            if key not in {step.key for step, _ in self.review_lines(turn, flow, answers)}:
                return False
            state["choosing"] = False
            state["at"] = key
            state["fixing"] = True
            state["failures"] = 0
            self._ask(turn, name, flow, state)
        else:
            return False
        return True

    def _list_value(
        self,
        turn: Turn,
        name: str,
        flow: Flow,
        state: State,
        step: Step,
        value: str,
        answers: Answers,
    ) -> bool:
        inside = state["list"]
        if value == "+add":
            state["list"] = {"mode": "item", "item": None, "draft": {}, "passed": []}
            self._next_inner(turn, name, flow, state, step)
        elif value == "+resume" and inside.get("left"):
            state["list"] = inside["left"]
            self._ask(turn, name, flow, state)
        elif value == "+undo" and inside.get("removed"):
            entry = inside["removed"]
            kept = {key: each for key, each in entry.items() if key != "_item"}
            flow.store.put_item(turn, state, step.key, entry["_item"], kept)
            state["list"] = {"mode": "menu"}
            self._ask(turn, name, flow, state)
        elif value == "+done" and (left := self._unfinished(turn, step, answers)):
            state["list"] = left
            self._ask(turn, name, flow, state)
        elif value == "+done":
            closed = state.setdefault("closed", [])
            if step.key not in closed:
                closed.append(step.key)
            self._after_answer(turn, name, flow, state, step)
        elif value in ("+change", "+remove", "+menu"):
            inside["mode"] = value.removeprefix("+")
            self._ask(turn, name, flow, state)
        elif value.startswith("+pick"):
            item = value.removeprefix("+pick")
            entry = next(
                (each for each in answers.get(step.key) or [] if str(each["_item"]) == item), None
            )
            if entry is None:
                state["list"] = {"mode": "menu"}
                self._ask(turn, name, flow, state)
            elif inside["mode"] == "remove":
                flow.store.remove_item(turn, state, step.key, int(item))
                turn.say(say("engine.list.removed", what=self._item_label(turn, flow, step, entry)))
                state["list"] = {"mode": "menu", "removed": entry}
                self._ask(turn, name, flow, state)
            else:
                draft = {key: kept for key, kept in entry.items() if key != "_item"}
                state["list"] = {
                    "mode": "item",
                    "item": int(item),
                    "draft": draft,
                    "passed": [],
                    "at": step.items[0].key,
                }
                self._ask(turn, name, flow, state)
        else:
            return False
        return True

    def _next_inner(self, turn: Turn, name: str, flow: Flow, state: State, step: Step) -> None:
        """The next question about the open entry of a list, or keep the entry."""
        inside = state["list"]
        state["failures"] = 0
        state["pending"] = None
        draft = inside["draft"]
        scope = self._scope(flow.store.load(turn, state), inside)
        changing = inside["item"] is not None
        keys = [each.key for each in step.items]
        start = 0
        if changing and inside.get("at") in keys:
            start = keys.index(inside["at"]) + 1
        for each in step.items[start:]:
            done = each.key in inside["passed"] or (
                not changing and draft.get(each.key) is not None
            )
            if each.when(turn, scope) and not done:
                inside["at"] = each.key
                self._ask(turn, name, flow, state)
                return
        flow.store.put_item(turn, state, step.key, inside["item"], draft)
        state["list"] = {"mode": "menu"}
        self._ask(turn, name, flow, state)

    def _skip(self, turn: Turn, name: str, flow: Flow, state: State, step: Step) -> bool:
        inside = state["list"]
        if inside:
            inside["draft"].pop(step.key, None)
            inside["passed"].append(step.key)
            self._next_inner(turn, name, flow, state, flow.step(state["at"]))
            return True
        if step.key not in state["skipped"]:
            state["skipped"].append(step.key)
        return self._after_answer(turn, name, flow, state, step)

    def _text(self, turn: Turn, name: str, flow: Flow, state: State) -> bool:
        """Words typed while a question is open: first its own kind, then commands, then the rest."""
        text = turn.inbound.text
        meanings = meanings_of(text)
        if state["pending"]:
            answer = read_yes_no(text)
            if answer == "yes":
                return self._accept(turn, name, flow, state, state["pending"]["value"], sure=True)
            if answer == "no" or meanings & {Meaning.CORRECT, Meaning.BACK}:
                return self._value(turn, name, flow, state, "+unsure")
            if answer == "unclear":
                return self._unclear(turn, state, "+sure")
            if self._says_nothing_new(turn, flow, state, text):
                return self._command(turn, name, flow, state, meanings) or self._otherwise(
                    turn, name, flow, state, None
                )
            state["pending"] = None
        if state.get("held") is not None:
            state["held"] = None
        if state["at"] == REVIEW:
            answer = read_yes_no(text)
            if answer == "yes":
                return self._value(turn, name, flow, state, "+right")
            if answer == "unclear" and not state.get("choosing"):
                return self._unclear(turn, state, "+right")
            wrong = answer == "no" or Meaning.CORRECT in meanings
            if wrong and not state.get("choosing"):
                return self._value(turn, name, flow, state, "+wrong")
            for step, line in self.review_lines(turn, flow, flow.store.load(turn, state)):
                if fold(text) and fold(line).startswith(fold(text)):
                    return self._value(turn, name, flow, state, f"+fix{step.key}")
            if self._corrects(turn, name, flow, state, text, plainly=False):
                return True
            return self._command(turn, name, flow, state, meanings) or self._otherwise(
                turn, name, flow, state, None
            )
        step = flow.step(state["at"])
        inside = state["list"]
        if inside and inside["mode"] != "item":
            return self._list_text(turn, name, flow, state, step, meanings)
        current = self._inner(step, inside["at"]) if inside else step
        if current.kind.free:
            exact = is_exact_command(text)
            if exact is not None and self._command(turn, name, flow, state, frozenset({exact})):
                return True
            if current.kind.asks_commands and meanings == {Meaning.SKIP}:
                return self._command(turn, name, flow, state, meanings)
            if current.kind.asks_commands and Meaning.STOP in meanings:
                state["held"] = text
                self._put(turn, name, state)
                self._choose(
                    turn,
                    state,
                    say("engine.command_or_note", typed=single_line(text)),
                    ("+stop", say("kinds.stop")),
                    ("+note", say("engine.note")),
                )
                return True
            if looks_like_question(text) and turn.surely_asks(text):
                state["held"] = text
                self._put(turn, name, state)
                self._choose(
                    turn,
                    state,
                    say("engine.question_or_note"),
                    ("+question", say("engine.question")),
                    ("+note", say("engine.note")),
                )
                return True
        return self._read(turn, name, flow, state, current, text)

    def _unclear(self, turn: Turn, state: State, right: str) -> bool:
        """ "dung" after a yes/no question is đúng or dừng: asked, never guessed."""
        self._choose(
            turn,
            state,
            say("kinds.unclear_dung"),
            (right, say("kinds.right")),
            ("+stop", say("kinds.stop")),
        )
        return True

    def _corrects(
        self, turn: Turn, name: str, flow: Flow, state: State, text: str, *, plainly: bool
    ) -> bool:
        """ "ủa, địa chỉ là tổ 6": goes to what was said before, with the new words if there are.

        `plainly`: only where it says that something is to be put right.
        """
        answers = flow.store.load(turn, state)
        lines = [
            (step, line)
            for step, line in self.review_lines(turn, flow, answers)
            if not step.is_list and self._answered(step, answers, state)
        ]
        found = read_correction(text, [line.partition(":")[0] for _, line in lines])
        if found is None or (plainly and not found.plainly):
            return False
        step = lines[found.place][0]
        state["choosing"] = False
        state["list"] = None
        state["pending"] = None
        state["failures"] = 0
        state["at"], state["fixing"], state["seen"] = step.key, True, answers.get(step.key)
        if found.value:
            read = step.kind.read(turn, flow.words(step), answers, found.value)
            if isinstance(read, Sure | Value):
                return self._take(turn, name, flow, state, step, read)
        self._ask(turn, name, flow, state)
        return True

    def _says_nothing_new(self, turn: Turn, flow: Flow, state: State, text: str) -> bool:
        """Whether words after "đúng không?" give no other value: what was asked stays asked."""
        step = flow.step(state["at"])
        inside = state["list"]
        current = self._inner(step, inside["at"]) if inside else step
        answers = flow.store.load(turn, state)
        scope = self._scope(answers, inside)
        words = flow.words(current, step if inside else None)
        read = current.kind.read(turn, words, scope, text)
        free = current.kind.free and looks_like_question(text)
        return free or isinstance(read, Unread | Problem)

    def _read(
        self,
        turn: Turn,
        name: str,
        flow: Flow,
        state: State,
        step: Step,
        text: str,
        *,
        certain: bool = False,
    ) -> bool:
        answers = flow.store.load(turn, state)
        inside = state["list"]
        parent = flow.step(state["at"]) if inside else None
        scope = self._scope(answers, inside)
        held = state.get("picked")
        if isinstance(step.kind, SeveralKind) and held and Meaning.DONE in meanings_of(text):
            return self._value(turn, name, flow, state, "+picked")
        if step.optional and not certain and read_yes_no(text) == "no":
            # "không có" to what may be left out.
            return self._skip(turn, name, flow, state, step)
        read = step.kind.read(turn, flow.words(step, parent), scope, text)
        if isinstance(read, Unread | Problem) and not certain:
            kept = inside["draft"].get(step.key) if inside else answers.get(step.key)
            if kept is not None and step.kind.keeps and is_keep(text):
                return self._value(turn, name, flow, state, "+keep")
            if not inside and self._corrects(turn, name, flow, state, text, plainly=True):
                return True
            meanings = meanings_of(text)
            if self._command(turn, name, flow, state, meanings):
                return True
            asked_back = isinstance(read, Problem) and read.asked_back
            if not asked_back and looks_like_question(text) and turn.answers_question(text):
                self._go_on(turn, name, flow, state)
                return True
        return self._take(turn, name, flow, state, step, read)

    def _list_text(
        self,
        turn: Turn,
        name: str,
        flow: Flow,
        state: State,
        step: Step,
        meanings: frozenset[Meaning],
    ) -> bool:
        inside = state["list"]
        entries = flow.store.load(turn, state).get(step.key) or []
        command = read_line_command(turn.inbound.text) if entries else None
        if command is not None and not meanings - {Meaning.SKIP}:
            inside["mode"] = command.what
            if command.number is not None:
                matching = entries[command.number - 1 : command.number] if command.number else []
            else:
                matching = self._named(turn, flow, step, entries, command.words or "")
            if len(matching) == 1:
                return self._value(turn, name, flow, state, f"+pick{matching[0]['_item']}")
            return self._value(turn, name, flow, state, f"+{command.what}")
        if inside["mode"] in ("change", "remove"):
            matching = self._named(turn, flow, step, entries, fold(turn.inbound.text))
            if len(matching) == 1:
                return self._value(turn, name, flow, state, f"+pick{matching[0]['_item']}")
            if meanings & {Meaning.BACK, Meaning.CORRECT, Meaning.STOP}:
                return self._value(turn, name, flow, state, "+menu")
        elif Meaning.DONE in meanings:
            if len(entries) >= step.lowest:
                return self._value(turn, name, flow, state, "+done")
            turn.say(say("engine.list.lacking", lacking=step.lowest - len(entries)))
            self._ask(turn, name, flow, state, again=True)
            return True
        elif Meaning.ADD in meanings and len(entries) < step.highest:
            return self._value(turn, name, flow, state, "+add")
        elif Meaning.CORRECT in meanings and entries:
            return self._value(turn, name, flow, state, "+change")
        return self._command(turn, name, flow, state, meanings) or self._otherwise(
            turn, name, flow, state, None
        )

    def _named(
        self, turn: Turn, flow: Flow, step: Step, entries: list[Answers], wanted: str
    ) -> list[Answers]:
        """The entries of a list whose name holds these folded words."""
        return [
            entry
            for entry in entries
            if wanted and wanted in fold(self._item_label(turn, flow, step, entry))
        ]

    def _take(
        self,
        turn: Turn,
        name: str,
        flow: Flow,
        state: State,
        step: Step,
        read: Read,
    ) -> bool:
        """Act on what a kind read: keep it, ask whether it is right, or say what was wrong."""
        if isinstance(read, Unread):
            return self._otherwise(turn, name, flow, state, None)
        if isinstance(read, Problem):
            if read.choices:
                turn.say(
                    read.phrase,
                    [self._choices(state, [choice]) for choice in read.choices],
                )
                self._put(turn, name, state)
                return True
            return self._otherwise(turn, name, flow, state, read.phrase)
        return self._accept(
            turn, name, flow, state, read.value, sure=isinstance(read, Sure), shown=read.shown
        )

    def _accept(
        self,
        turn: Turn,
        name: str,
        flow: Flow,
        state: State,
        value: Any,
        *,
        sure: bool,
        shown: Any = None,
    ) -> bool:
        """Keep a value, once it is neither faulty nor in doubt."""
        step = flow.step(state["at"])
        inside = state["list"]
        parent = step if inside else None
        current = self._inner(step, inside["at"]) if inside else step
        answers = flow.store.load(turn, state)
        scope = self._scope(answers, inside)
        fault = current.fault(turn, scope, value)
        if fault is not None:
            state["pending"] = None
            return self._otherwise(turn, name, flow, state, fault)
        stored = answers.get(current.key)
        if not inside and stored is not None and stored not in (value, state.get("seen")):
            # Somebody else answered it meanwhile: nobody's words are lost without being seen.
            state["pending"] = None
            words = flow.words(current)
            shown_stored = current.kind.show_in(turn, words, stored, answers)
            turn.say(say("engine.meanwhile", value=shown_stored))
            self._ask(turn, name, flow, state)
            return True
        confirmed = state["pending"] is not None and state["pending"]["value"] == value
        if not confirmed:
            doubt = current.doubt(turn, scope, value)
            if doubt is not None:
                shown, sure = doubt, False
            if not sure:
                words = flow.words(current, parent)
                what = (
                    shown if shown is not None else current.kind.show_in(turn, words, value, scope)
                )
                state["pending"] = {"value": value, "shown": turn.text(what)}
                self._ask(turn, name, flow, state)
                return True
        state["pending"] = None
        if inside:
            inside["draft"][current.key] = value
            if current.after:
                current.after(turn, state, value)
            if inside["item"] is not None and current.key not in inside["passed"]:
                inside["passed"].append(current.key)
            self._next_inner(turn, name, flow, state, step)
            return True
        flow.store.put(turn, state, current.key, value)
        if current.key in state["skipped"]:
            state["skipped"].remove(current.key)
        if current.after:
            current.after(turn, state, value)
        if state.get("stopped"):
            turn.uow.conversations.drop(turn.account.id, name)
            return True
        return self._after_answer(turn, name, flow, state, current)

    def _after_answer(self, turn: Turn, name: str, flow: Flow, state: State, step: Step) -> bool:
        if state["list"] and state["list"]["mode"] == "item":
            state["list"]["passed"].append(step.key)
            self._next_inner(turn, name, flow, state, flow.step(state["at"]))
            return True
        if step.is_list:
            state["list"] = None
        self._advance(turn, name, flow, state)
        return True

    # Commands and everything else

    def _go_on(self, turn: Turn, name: str, flow: Flow, state: State) -> None:
        """Put the open question again after an answer in the middle.

        Not while that answer offers choices of its own: one question at a time, so that a yes or
        a digit can only mean one thing.
        """
        self._put(turn, name, state)
        if not turn.offered:
            self._ask(turn, name, flow, state, again=True)

    def _command(
        self, turn: Turn, name: str, flow: Flow, state: State, meanings: frozenset[Meaning]
    ) -> bool:
        if len(meanings & {Meaning.YES, Meaning.STOP}) == 2:
            # "dung" where no yes is asked for: it can only be "dừng", and is asked all the same.
            self._choose(
                turn,
                state,
                say("engine.stop_meant"),
                ("+stop", say("kinds.stop")),
                ("+again", say("engine.go_on")),
            )
            self._put(turn, name, state)
            return True
        if meanings & {Meaning.BACK, Meaning.CORRECT}:
            self._back(turn, name, flow, state)
        elif Meaning.STOP in meanings or (Meaning.NO in meanings and Meaning.STOP in meanings):
            self.leave(turn)
        elif Meaning.MENU in meanings:
            self.leave(turn, quietly=True)
            turn.menu()
        elif Meaning.SKIP in meanings:
            current = self._current(flow, state)
            if current is not None and current.optional:
                self._skip(turn, name, flow, state, current)
            elif current is not None:
                turn.say(say("engine.cannot_skip"))
                self._ask(turn, name, flow, state, again=True)
            else:
                return False
        elif Meaning.PERSON_IN_CHARGE in meanings:
            turn.person_in_charge()
            self._go_on(turn, name, flow, state)
        elif Meaning.HELP in meanings:
            turn.say(say("engine.help"))
            self._ask(turn, name, flow, state, again=True)
        elif Meaning.REPEAT in meanings:
            self._ask(turn, name, flow, state, again=True)
        elif Meaning.THANKS in meanings or Meaning.HELLO in meanings:
            turn.say(say("engine.kindly"))
            self._ask(turn, name, flow, state, again=True)
        else:
            return False
        return True

    def _current(self, flow: Flow, state: State) -> Step | None:
        if state["at"] in ("", REVIEW):
            return None
        step = flow.step(state["at"])
        inside = state["list"]
        if inside is None:
            return step
        return self._inner(step, inside["at"]) if inside["mode"] == "item" else None

    def _back(self, turn: Turn, name: str, flow: Flow, state: State) -> None:
        """One question back, as the table has them; at the first, say so."""
        answers = flow.store.load(turn, state)
        state["failures"] = 0
        inside = state["list"]
        if state["at"] != REVIEW and inside and inside["mode"] == "item":
            step = flow.step(state["at"])
            scope = self._scope(answers, inside)
            keys = [each.key for each in step.items if each.when(turn, scope)]
            place = keys.index(inside["at"]) if inside["at"] in keys else 0
            if place == 0:
                # What was typed of an entry waits at the menu.
                state["list"] = {"mode": "menu", "paused": True}
                if inside["draft"] and (inside["item"] is None or inside["passed"]):
                    state["list"]["left"] = inside
            else:
                inside["at"] = keys[place - 1]
                inside["passed"] = [key for key in inside["passed"] if key != inside["at"]]
            self._ask(turn, name, flow, state)
            return
        if state["at"] != REVIEW and inside and inside["mode"] in ("change", "remove"):
            state["list"] = {"mode": "menu"}
            self._ask(turn, name, flow, state)
            return
        if state["at"] == REVIEW and state.get("choosing"):
            state["choosing"] = False
            self._ask(turn, name, flow, state)
            return
        if state["fixing"]:
            state["fixing"] = False
            state["at"] = REVIEW
            state["list"] = None
            self._ask(turn, name, flow, state)
            return
        place = self._place(turn, flow, state, answers)
        if place == 0:
            turn.say(say("engine.first_question"))
            self._ask(turn, name, flow, state, again=True)
            return
        state["list"] = None
        state["at"] = self._open_steps(turn, flow, answers)[place - 1].key
        closed = state.get("closed", [])
        if state["at"] in closed:
            closed.remove(state["at"])
        if state["at"] in state["skipped"]:
            state["skipped"].remove(state["at"])
        self._ask(turn, name, flow, state)

    def _otherwise(
        self, turn: Turn, name: str, flow: Flow, state: State, problem: Phrase | None
    ) -> bool:
        """Not an answer: a question in the middle is answered; else say what is needed."""
        text = turn.inbound.text
        if problem is None and turn.inbound.kind is Incoming.TEXT and turn.answers_question(text):
            self._go_on(turn, name, flow, state)
            return True
        state["failures"] += 1
        current = self._current(flow, state)
        if current is not None and current.kind.gives_up is not None and state["failures"] >= 2:
            return self._accept(turn, name, flow, state, current.kind.gives_up, sure=True)
        self._put(turn, name, state)
        typed = " ".join(text.split())
        shown = typed if len(typed) <= 60 else typed[:59] + "…"
        turn.say(problem or say("engine.not_understood", typed=shown))
        if state["failures"] >= 2:
            turn.say(say("engine.another_way"))
        self._ask(turn, name, flow, state, again=True)
        return True
