"""Telling a story: invented people say to the bot, one after another, what people say.

Nothing is written past the bot: whoever is on a roster at the end was registered or stood on a
list, and every step that is done was answered in its conversation.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from bot.app import Program, pass_time
from bot.channels.base import Channel
from bot.channels.web import NAME
from bot.clock import VirtualClock
from bot.conversations.engine import REVIEW, Engine, Session
from bot.conversations.engine.choices import Command, Drop, Press, is_choice, read_press, spell
from bot.conversations.engine.fitting import read_session
from bot.conversations.sessions import AccountSessions
from bot.files import make_folder, write_file
from bot.handlers.acting import Acting
from bot.handlers.office.commands import operator_invitation
from bot.handlers.ticks import TICKS, run_tick
from bot.language.text import same_text
from bot.messages import Address, Inbound, Incoming, Outbound, Outcome, Sent, without_endings
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject

MOST_ANSWERS = 400
"""Inputs after which a conversation that comes to no end is taken to go in circles."""

Answers = Mapping[str, Any]


class StoryError(Exception):
    """The story doesn't fit the bot any more; the text says where."""


@dataclass(frozen=True)
class Shown:
    """A choice that stands under a message to somebody."""

    outbox_id: int
    label: str
    value: str

    @property
    def key(self) -> str:
        """What the choice means within its question: "written", "+done"."""
        press = read_press(self.value) if is_choice(self.value) else None
        return spell(press.chosen) if isinstance(press, Press) else ""

    @property
    def takes_back(self) -> bool:
        """Whether something that was picked is taken back by it."""
        press = read_press(self.value) if is_choice(self.value) else None
        return isinstance(press, Press) and isinstance(press.chosen, Drop)


class Stand(Channel):
    """Takes the place of the chat page while the story is told, and remembers what it showed."""

    name = NAME

    def __init__(self) -> None:
        self.shown: dict[str, list[list[Shown]]] = {}

    async def send(self, message: Outbound) -> Outcome:
        """Delivered at once, as on the page."""
        if message.rows:
            choices = [
                Shown(message.outbox_id, choice.label, choice.value)
                for row in message.rows
                for choice in row
            ]
            self.shown.setdefault(message.address.external_id, []).append(choices)
        return Sent(f"web-{message.outbox_id}")

    def latest(self, who: str) -> list[Shown]:
        """The choices of the latest message to somebody that has some."""
        return (self.shown.get(who) or [[]])[-1]

    def all(self, who: str) -> Iterator[Shown]:
        """Every choice that somebody can press, the latest message first."""
        for choices in reversed(self.shown.get(who, [])):
            yield from choices


@dataclass
class Scene:
    """What one person does at one time; see `province.toml` for its fields."""

    at: datetime
    who: str
    club: str | None = None
    code: Mapping[str, str] | None = None
    steps: list[str] = field(default_factory=list)
    press: str | None = None
    text: str | None = None
    list: str | None = None
    join: bool = False
    say: JsonObject = field(default_factory=dict)


class Conversation:
    """What is said in one conversation: answers by the key of the question.

    The entries of a list are taken one after another, and so are several answers to a question
    that is asked about each entry of a list.
    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._given: dict[str, int] = {}

    def has_more(self, key: str) -> bool:
        """Whether a list has another entry to say."""
        entries = self._answers.get(key)
        return isinstance(entries, list) and self._given.get(key, 0) < len(entries)

    def next_entry(self, key: str) -> None:
        """The next entry of a list is begun."""
        self._given[key] = self._given.get(key, 0) + 1

    def answer(self, key: str, within: str | None = None) -> Any:
        """What is said to a question, within an entry of a list or not; None for nothing."""
        if within is not None and self._given.get(within):
            entry = self._answers[within][self._given[within] - 1]
            if key in entry:
                return entry[key]
        found = self._answers.get(key)
        if isinstance(found, list):
            place = self._given.get(key, 0)
            self._given[key] = place + 1
            return found[place] if place < len(found) else None
        return found


class Storyteller:
    """Plays scenes: what people type and press goes the way that it always goes."""

    def __init__(
        self,
        program: Program,
        stand: Stand,
        clock: VirtualClock,
        *,
        names: Mapping[str, str],
        defaults: Mapping[str, Answers],
        clubs: Mapping[str, Mapping[str, Answers]],
        lists: Path,
    ) -> None:
        self._program = program
        self._stand = stand
        self._clock = clock
        self._names = names
        self._defaults = defaults
        self._clubs = clubs
        self._lists = lists
        self._club_ids: dict[str, int] = {}
        self._inputs = 0
        self._engine: Engine = program.pipeline.services.engine

    async def play(self, scene: Scene) -> None:
        """Let a scene happen at its time; raises StoryError where the bot takes another way."""
        await self.until(scene.at)
        try:
            await self._act(scene)
        except StoryError as error:
            raise StoryError(f"{scene.at:%Y-%m-%d %H:%M}, {error}") from None

    async def _act(self, scene: Scene) -> None:
        if scene.code is not None:
            await self._start(scene.who, await self._invitation(scene.code))
        if scene.join:
            await self._start(scene.who, await self._join_code(scene.club))
        if scene.list is not None:
            await self._send_list(scene.who, scene.list)
            await self._converse(scene.who, scene.say)
        if scene.text is not None:
            await self._tell(scene.who, Incoming.TEXT, scene.text)
        if scene.press is not None:
            await self._press(scene.who, scene.press, scene.club)
        if scene.press is not None or scene.text is not None:
            await self._converse(scene.who, scene.say)
        for step in scene.steps:
            await self._step(scene, step)

    async def until(self, moment: datetime) -> None:
        """Let time pass; everything that is due on the way happens."""
        await pass_time(self._program, self._clock, moment, self._settle)

    async def _settle(self) -> None:
        """What is due now; whatever is left is due at the next stop."""
        for name in TICKS:
            await run_tick(self._program.database, self._program.pipeline.services, name)
        await self._deliver()

    async def _deliver(self) -> None:
        await self._program.dispatcher.tick()

    async def _tell(self, who: str, kind: Incoming, text: str = "", **more: Any) -> None:
        self._inputs += 1
        if who not in self._names:
            raise StoryError(f"nobody is called {who}")
        update = Inbound(
            Address(NAME, who),
            kind,
            text,
            update_key=f"{who}/story/{self._inputs}",
            name=self._names[who],
            **more,
        )
        await self._program.pipeline.receive([update])
        await self._program.pipeline.handle_next()
        await self._deliver()

    async def _start(self, who: str, code: str) -> None:
        await self._tell(who, Incoming.START, code)

    async def _choose(self, who: str, choice: Shown) -> None:
        await self._tell(who, Incoming.PRESS, choice.value, shown_in=choice.outbox_id)

    async def _in_unit(self, work: Any) -> Any:
        return await self._program.database.run(work)

    async def _invitation(self, asked: Mapping[str, str]) -> str:
        services = self._program.pipeline.services
        return str(
            await self._in_unit(
                lambda uow: operator_invitation(
                    Acting(uow, None, services.plan, services.zone),
                    asked["role"],
                    asked.get("area"),
                    None,
                )
            )
        )

    async def _join_code(self, club: str | None) -> str:
        number = self._club_id(club)
        return str(await self._in_unit(lambda uow: uow.clubs.get(number).join_code))

    def _club_id(self, club: str | None) -> int:
        if club not in self._club_ids:
            raise StoryError(f"the club {club} isn't opened yet")
        return self._club_ids[club]

    async def _send_list(self, who: str, name: str) -> None:
        """A list is sent as a person would: the file lies where files that were sent lie."""
        folder = make_folder(Path(self._program.pipeline.services.files) / "received")
        path = folder / name
        write_file(path, (self._lists / name).read_bytes())
        # It came when it was sent, whatever day the story is made on.
        sent = self._clock.now().timestamp()
        os.utime(path, (sent, sent))
        await self._tell(who, Incoming.FILE, file_path=str(path), file_name=name)

    async def _press(self, who: str, wanted: str, club: str | None) -> None:
        """Press the latest choice whose action fits; an action without a "*" needs no button."""
        action = wanted.replace("{club}", str(self._club_ids.get(club or "", "")))
        for choice in self._stand.all(who):
            if fnmatchcase(without_endings(choice.value), f"a/{action}"):
                await self._choose(who, choice)
                return
        if "*" in action:
            raise StoryError(f"{who}: no button does {action}")
        await self._tell(who, Incoming.PRESS, f"a/{action}")

    async def _step(self, scene: Scene, step: str) -> None:
        """Work on a step of a founding, with what its club says to it."""
        club = str(scene.club)
        answers = {**self._defaults.get(step, {}), **self._clubs.get(club, {}).get(step, {})}
        answers.update(scene.say.get(step, {}))
        if step == "open_founding":
            await self._press(scene.who, "found", None)
        else:
            number = self._club_id(club)
            # A step that could be passed over is done; what the commune said comes first.
            await self._press(scene.who, f"step/{number}/{step}/do", None)
        await self._converse(scene.who, answers)
        if step == "open_founding":
            clubs = await self._in_unit(lambda uow: [each.id for each in uow.clubs.in_units()])
            self._club_ids[club] = max(clubs)

    async def _converse(self, who: str, answers: Answers) -> None:
        """Answer until no question is open."""
        conversation = Conversation(answers)
        before: object = None
        for _ in range(MOST_ANSWERS):
            session = await self._open(who)
            if session is None:
                return
            place = (session.name, session.at, session.inside, session.pending)
            if place == before and not self._picks(who):
                raise StoryError(f"{who}: {session.name} doesn't take what is said to {session.at}")
            before = place
            await self._answer(who, session, conversation)
        raise StoryError(f"{who}: a conversation comes to no end")

    def _picks(self, who: str) -> bool:
        """Whether several choices are being picked, so that the same question comes again."""
        return any(choice.takes_back for choice in self._stand.latest(who))

    async def _open(self, who: str) -> Session | None:
        def work(uow: UnitOfWork) -> Session | None:
            account = uow.accounts.find(Address(NAME, who))
            stored = AccountSessions(uow, account.id).current() if account else None
            return read_session(self._engine.flows, stored.state) if stored else None

        session: Session | None = await self._in_unit(work)
        return session

    async def _answer(self, who: str, session: Session, conversation: Conversation) -> None:
        """Answer the open question: as the story has it, else by passing on, else by a yes."""
        choices = {choice.key: choice for choice in self._stand.latest(who)}
        if session.pending is not None:
            await self._choose(who, choices[Command.SURE])
            return
        if session.held is not None:
            # What was typed could be a question, too.
            await self._choose(who, choices[Command.NOTE])
            return
        if session.at == REVIEW:
            await self._choose(who, choices[Command.RIGHT])
            return
        flow = self._engine.flows[session.flow]
        step, entry = flow.step(session.at), session.entry
        if session.menu is not None:
            if conversation.has_more(step.key):
                conversation.next_entry(step.key)
                await self._choose(who, choices[Command.ADD])
            elif Command.DONE in choices:
                await self._choose(who, choices[Command.DONE])
            else:
                raise StoryError(f"{who}: {flow.key} needs more {step.key}")
            return
        asked = step if entry is None else step.item(entry.at)
        said = conversation.answer(asked.key, step.key if entry is not None else None)
        await self._say(who, f"{flow.key}, {asked.key}", said, choices)

    async def _say(self, who: str, where: str, said: Any, choices: dict[str, Shown]) -> None:
        if said is None:
            # A question that the story doesn't know: left out if it may be, else the first choice.
            offered = [choice for key, choice in choices.items() if not key.startswith("+")]
            wanted = choices.get(Command.SKIP) or (offered[0] if offered else None)
            wanted = choices.get(Command.PICKED) if self._picks(who) else wanted
            if wanted is None:
                raise StoryError(f"{who}: nothing is said to {where}")
            await self._choose(who, wanted)
            return
        if isinstance(said, bool):
            said = "yes" if said else "no"
        text = str(said)
        for key, choice in choices.items():
            if key == text or same_text(choice.label) == same_text(text):
                await self._choose(who, choice)
                return
        await self._tell(who, Incoming.TEXT, text)
