"""A walk through any conversation, with all that people do on the way.

The model is what was said last at each question; a list's model are its entries. Whoever has a
way to send inputs and to look at the session (`Chat`) can be walked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from bot.conversations.engine import REVIEW, Answers, Flow, Session, Step
from bot.conversations.engine.choices import Chosen, Command, Option, Pick, value_of
from bot.conversations.engine.kinds import ChoiceKind, ConsentKind, SeveralKind
from bot.conversations.engine.session import Mode
from bot.domain.entries import ITEM
from bot.messages import Incoming
from tests.conversations.sayings import ANYTHING, FILE, Saying, alike, sayings

T = TypeVar("T")
QUESTION = "câu lạc bộ sinh hoạt mấy lần một tháng vậy?"
WAYS = (
    "answer", "answer", "answer", "answer", "press", "press", "back", "stop", "wrong", "question",
    "sticker", "file",
)  # fmt: skip
HURRY_AFTER = 50
ENDS_WITHIN = 400


@dataclass(frozen=True)
class End:
    """What a conversation ended with, and the questions that applied to the end."""

    answers: Answers
    applying: frozenset[str]


def watched(flow: Flow, ends: list[End], *, finish: bool = True) -> Flow:
    """A flow that notes what it ends with; `finish`: before it does what it does at its end."""

    def over(turn: Any, session: Session, answers: Answers) -> None:
        every = flow.store.load(turn, session)
        applying = frozenset(step.key for step in flow.steps if step.when(turn, every))
        ends.append(End(answers, applying))
        if finish:
            flow.finish(turn, session, answers)

    return replace(flow, finish=over)


class Chat(Protocol):
    """Sends inputs of one person to one flow; a restart between any two of them."""

    flow: Flow
    ends: list[End]
    offered: list[str]
    """The values of the choices of the latest message that has some."""
    was_answered: bool
    """Whether the latest input was answered as a question in the middle."""

    async def begin(self) -> None: ...

    async def send(self, kind: Incoming, text: str = "") -> None: ...

    async def session(self) -> Session | None: ...

    async def answers(self) -> Answers: ...


class Draw(Protocol):
    """Draws from what is possible."""

    def __call__(self, options: list[T]) -> T: ...


class Walk:
    """One walk, to the end of the conversation."""

    def __init__(self, chat: Chat, draw: Draw, *, hurry_after: int = HURRY_AFTER) -> None:
        self.chat = chat
        self.hurry_after = hurry_after
        self.flow = chat.flow
        self.draw = draw
        self.said: Answers = {}
        self.draft: Answers = {}
        self.expected: Any = ANYTHING
        """What the value that waits for a yes was meant to be."""

    async def run(self) -> None:
        """Begin, and walk to the end."""
        await self.chat.begin()
        await self.go_on()

    async def take_up(self) -> None:
        """Go on with a conversation that somebody else walked up to here."""
        session = await self.chat.session()
        assert session is not None
        answers = await self.chat.answers()
        self.said = {
            key: value
            for key, value in answers.items()
            if self.flow.has_step(key) and value is not None
        }
        self.draft = dict(session.entry.draft) if session.entry else {}
        await self.go_on()

    async def go_on(self) -> None:
        """Walk on from where the conversation stands, to its end."""
        for turn in range(ENDS_WITHIN):
            session = await self.chat.session()
            if session is None:
                return
            await self._step(session, hurry=turn > self.hurry_after)
        raise AssertionError(f"{self.flow.key} never ends: {await self.chat.session()}")

    async def press(self, session: Session, chosen: Chosen) -> None:
        """Press a choice of the open question."""
        await self.chat.send(Incoming.PRESS, value_of(session.asked, chosen))

    async def type(self, text: str) -> None:
        """Type something."""
        await self.chat.send(Incoming.TEXT, text)

    async def _step(self, session: Session, *, hurry: bool) -> None:
        if session.pending is not None:
            await self._confirm(session, hurry)
        elif session.held is not None:
            # Of a conversation that somebody else walked up to here.
            await self.press(session, Command.NOTE)
            await self._heard(session, ANYTHING)
        elif session.at == REVIEW:
            await self._review(session, hurry)
        elif session.menu is not None:
            await self._list(session, session.menu.mode, hurry)
        else:
            await self._question(session, hurry)

    # What is said

    def _place(self, session: Session) -> tuple[Step, Step]:
        step = self.flow.step(session.at)
        return step, step if session.entry is None else step.item(session.entry.at)

    async def _heard(self, before: Session, value: Any) -> None:
        """Something was answered: the model hears it as well, unless it waits for a yes."""
        after = await self.chat.session()
        if after is not None and after.pending is not None:
            assert alike(after.pending.value, value), (before.at, after.pending, value)
            self.expected = value
            return
        step, asked = self._place(before)
        if before.entry is None:
            self.said[asked.key] = value
            if asked.after is not None:
                await self._forget_what_is_gone()
            return
        if value is None:
            self.draft.pop(asked.key, None)
        else:
            self.draft[asked.key] = value
        await self._entry_may_be_kept(step, before, after)

    async def _entry_may_be_kept(self, step: Step, before: Session, after: Session | None) -> None:
        if after is not None and after.entry is not None and after.entry.item == before.entry.item:  # type: ignore[union-attr]
            return
        item = before.entry.item if before.entry else None
        entries: list[Answers] = [*self.said.get(step.key, [])]
        if item is None:
            number = 1 + max((entry[ITEM] for entry in entries), default=0)
            self.said[step.key] = [*entries, {**self.draft, ITEM: number}]
        else:
            self.said[step.key] = [
                {**self.draft, ITEM: item} if entry[ITEM] == item else entry for entry in entries
            ]
        self.draft = {}

    async def _forget_what_is_gone(self) -> None:
        """An answer may fill in others, or take them back: they are what stands there now."""
        if await self.chat.session() is None:
            return
        answers = await self.chat.answers()
        steps = {step.key: step for step in self.flow.steps}
        self.said = {key: value for key, value in self.said.items() if answers.get(key) is not None}
        for key, step in steps.items():
            if step.is_list and answers.get(key):
                self.said[key] = answers[key]

    # Where somebody may be

    async def _confirm(self, session: Session, hurry: bool) -> None:
        assert session.pending is not None
        if hurry or self.draw([True, False]):
            value = session.pending.value
            assert alike(value, self.expected)
            await self.type("đúng rồi")
            await self._heard(session, value)
        else:
            await self.press(session, Command.UNSURE)

    async def _review(self, session: Session, hurry: bool) -> None:
        if session.choosing:
            fixes = [each for each in self.chat.offered if "+fix" in each]
            await self.chat.send(Incoming.PRESS, self.draw(fixes))
        elif hurry or self.draw([True, True, True, False]):
            await self.type("đúng rồi")
        else:
            await self.press(session, Command.WRONG)

    async def _list(self, session: Session, mode: Mode, hurry: bool) -> None:
        step = self.flow.step(session.at)
        there: list[Answers] = (await self.chat.answers()).get(step.key) or []
        assert alike(there, self.said.get(step.key, [])), (there, self.said)
        if mode is not Mode.MENU:
            entry = self.draw(there)
            await self.press(session, Pick(entry[ITEM]))
            if mode is Mode.REMOVE:
                self.said[step.key] = [each for each in there if each != entry]
                await self._forget_what_is_gone()
            else:
                self.draft = {key: value for key, value in entry.items() if key != ITEM}
            return
        lowest = max(step.lowest, 1)
        ways: list[Command] = [Command.DONE]
        if not hurry:
            ways += [Command.DONE, Command.CHANGE, Command.REMOVE]
            ways += [Command.ADD] if len(there) <= lowest else []
        if session.menu and session.menu.left is not None and not hurry:
            ways.append(Command.RESUME)
        if len(there) < lowest:
            ways = [Command.ADD]
        way = self.draw(ways)
        await self.press(session, way)
        await self._entry_was_opened(way)

    async def _entry_was_opened(self, way: Command) -> None:
        after = await self.chat.session()
        if after is not None and after.entry is not None:
            self.draft = dict(after.entry.draft)

    async def _question(self, session: Session, hurry: bool) -> None:
        _, asked = self._place(session)
        way = "answer" if hurry else self.draw(list(WAYS))
        free = asked.kind.free or isinstance(asked.kind, ConsentKind)
        if way == "back":
            await self.type("quay lại")
        elif way == "stop":
            await self._leave_and_come_back(session)
        elif way == "wrong" and not free:
            await self._talk_nonsense(session)
        elif way == "question" and not isinstance(asked.kind, ConsentKind):
            await self._ask_something(session, free=asked.kind.free)
        elif way == "sticker":
            await self.chat.send(Incoming.STICKER)
        elif way == "press":
            await self._press_something(session, asked)
        else:
            await self._answer(session, asked)

    async def _leave_and_come_back(self, session: Session) -> None:
        await self.type("dừng lại")
        held = await self.chat.session()
        if held is not None:
            # Where any text is an answer it was asked about.
            await self.press(held, Command.STOP)
        assert await self.chat.session() is None
        await self.chat.begin()
        again = await self.chat.session()
        assert again is not None
        # The clock stands still: what a flow drops when it is left (before a consent) is seen so.
        dropped = self.flow.left is not None and again.answers != session.answers
        if not self.flow.resume or again.began != session.began or dropped:
            self.said = {
                key: value
                for key, value in (await self.chat.answers()).items()
                if self.flow.has_step(key) and value is not None
            }
            self.draft = {}
        else:
            assert (again.at, again.inside) == (session.at, session.inside)

    async def _talk_nonsense(self, session: Session) -> None:
        for _ in range(3):
            await self.type("xyzzy plugh")
        after = await self.chat.session()
        assert after is not None
        assert (after.at, after.inside) == (session.at, session.inside)

    async def _ask_something(self, session: Session, *, free: bool) -> None:
        await self.type(QUESTION)
        if free:
            asked = await self.chat.session()
            assert asked is not None
            assert asked.held == QUESTION
            await self.press(asked, Command.QUESTION)
        assert self.chat.was_answered, (self.flow.key, session.at)
        after = await self.chat.session()
        assert after is not None
        assert (after.at, after.inside) == (session.at, session.inside)

    async def _press_something(self, session: Session, asked: Step) -> None:
        """A choice of the question's own, or to leave it out or as it is."""
        prefix = value_of(session.asked, Option(""))
        own = [
            value.removeprefix(prefix)
            for value in self.chat.offered
            if value.startswith(prefix) and not value.endswith("!")
        ]
        plain = [value for value in own if not value.startswith("+")]
        # A consent that is refused is drawn by its words.
        plain = [value for value in plain if value not in ("refused", "away", "not_yet")]
        if Command.SKIP in own and self.draw([True, False]):
            await self.press(session, Command.SKIP)
            await self._left_out(session, asked)
        elif Command.KEEP in own and self.draw([True, False]):
            await self.press(session, Command.KEEP)
            await self._heard(session, await self._kept(session, asked))
        elif isinstance(asked.kind, SeveralKind):
            await self._pick(session, asked, asked.kind)
        elif plain and isinstance(asked.kind, ChoiceKind):
            value = self.draw(plain)
            await self.press(session, Option(value))
            await self._heard(session, value)
        else:
            await self._answer(session, asked)

    async def _kept(self, session: Session, asked: Step) -> Any:
        if session.entry is not None:
            return session.entry.draft.get(asked.key)
        return (await self.chat.answers()).get(asked.key)

    async def _left_out(self, session: Session, asked: Step) -> None:
        if session.entry is not None:
            await self._heard(session, None)

    async def _pick(self, session: Session, asked: Step, kind: SeveralKind) -> None:
        options = [each for each in kind.options if kind.collects(each)]
        first, second = self.draw(options), self.draw(options)
        await self.press(session, Option(first))
        await self.press(session, Option(second))
        after = await self.chat.session()
        assert after is not None
        assert after.picked is not None
        picked = list(after.picked.options)
        assert first in picked
        await self.press(after, Command.PICKED)
        await self._heard(session, picked)

    async def _answer(self, session: Session, asked: Step) -> None:
        said = sayings(asked)
        if not said:
            await self._press_choice(session, asked)
            return
        saying = self.draw(said)
        if saying.typed is FILE:
            await self.chat.send(Incoming.FILE)
            await self._heard(session, saying.meant)
            return
        await self._tell(session, saying)

    async def _tell(self, session: Session, saying: Saying) -> None:
        await self.type(saying.typed)
        await self._heard(session, saying.meant)

    async def _press_choice(self, session: Session, asked: Step) -> None:
        prefix = value_of(session.asked, Option(""))
        offered = [
            value.removeprefix(prefix) for value in self.chat.offered if value.startswith(prefix)
        ]
        values = [value for value in offered if not value.startswith("+")]
        assert values, (self.flow.key, session.at, self.chat.offered)
        value = self.draw([each for each in values if each not in ("away", "not_yet")])
        await self.press(session, Option(value))
        await self._heard(session, value)

    def check(self, end: End) -> None:
        """What was said is what is kept, wherever a question still applies."""
        for key, value in self.said.items():
            if key in end.applying:
                kept = end.answers.get(key)
                assert alike(kept, value), (self.flow.key, key, kept, value)
