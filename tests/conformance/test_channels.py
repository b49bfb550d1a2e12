"""What every channel is asked alike: one suite, one case a channel that is registered.

A case says which faults its platform can have; what it can't have isn't asked of it, and a
test below holds each case to what it says.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
import sqlalchemy as sa
from pydantic import SecretStr

from bot.app import Program, build_program, open_database
from bot.channels.base import (
    Channel,
    Examination,
    FetchError,
    FileTooBigError,
    Permission,
    Recipient,
)
from bot.channels.registry import CHANNELS, capabilities_of
from bot.channels.script import ScriptChannel
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.terminal import TerminalChannel
from bot.channels.web import WebChannel
from bot.messages import (
    Address,
    Capabilities,
    Choice,
    Inbound,
    Incoming,
    Kind,
    NotSent,
    Outbound,
    Rejected,
    RetryAfter,
    Sent,
    Unknown,
)
from bot.settings import Settings
from bot.speech.cutting import split_text, utf16_length
from bot.speech.translation import LANGUAGES, Speaker
from bot.storage import schema
from bot.storage.unit_of_work import UnitOfWork
from tests.fakes.channel import around
from tests.fakes.telegram import Fault, Server

TOKEN = "1000001:test-token"
Receive = Callable[[list[Inbound]], Awaitable[Any]]
Deliver = Callable[[Receive], Awaitable[None]]
NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)


@dataclass
class Polling:
    """A platform that is asked for updates."""

    made: Callable[[Sequence[float]], Channel]
    """Another channel to it, with the seconds between tries while something fails."""
    asked: Callable[[], int]
    """How often it was asked for updates."""
    breaks: Callable[[], Any]
    """From now on it answers such a question with a fault."""
    sends_unnumbered: Callable[[], Any]
    """It brings something that can't be acknowledged."""


@dataclass
class Case:
    """One channel with somebody at the other end.

    What the person does (`says`, `edits`, `sends_file`, `sends_riddle`) is brought to the channel
    by `deliver`, and a second time the same, as after a crash; where people write some other way
    (a page, a line of a script) these are None.
    """

    channel: Channel
    who: str
    capabilities: Capabilities
    read: Callable[[], list[tuple[str, list[str]]]] | None = None
    """What the person reads: texts with their buttons; None where the storage is what is read."""
    cuts: bool = True
    """Whether a text too long is cut; where nothing limits it, it is shown as it is."""
    fail: Callable[[str, int], Awaitable[None]] | None = None
    """The platform does something wrong, after so many messages that it still takes."""
    deliver: Deliver | None = None
    says: Callable[[str], Any] | None = None
    edits: Callable[[str], Any] | None = None
    sends_file: Callable[[str, bytes], Any] | None = None
    sends_riddle: Callable[[], Any] | None = None
    polling: Polling | None = None
    settings: dict[str, Any] = field(default_factory=dict)
    """What an operator sets for it."""
    cleanup: list[Callable[[], Awaitable[Any]]] = field(default_factory=list)

    def message(self, text: str, *labels: str, **more: Any) -> Outbound:
        return Outbound(
            Address(self.channel.name, self.who),
            Kind.REPLY,
            text,
            rows=tuple((Choice(label, f"a/{label}"),) for label in labels),
            outbox_id=3,
            capabilities=more.pop("capabilities", self.capabilities),
            **more,
        )

    @property
    def secrets(self) -> list[str]:
        """What no log and no fault may hold."""
        settings = Settings(_env_file=None, **self.settings)
        values = (getattr(settings, name) for name in self.settings)
        return [each.get_secret_value() for each in values if isinstance(each, SecretStr)]

    async def heard(self, twice: bool = False) -> list[list[Inbound]]:
        """What the channel hands on of what the person did, asked once or twice as if anew."""
        assert self.deliver is not None
        got: list[list[Inbound]] = []

        async def receive(updates: list[Inbound]) -> None:
            got.append(list(updates))

        for _ in range(2 if twice else 1):
            await self.deliver(receive)
        return got


async def web_case() -> Case:
    return Case(WebChannel(), "a" * 32, capabilities_of("web"))


async def terminal_case() -> Case:
    said: list[tuple[str, list[str]]] = []
    channel = TerminalChannel(lambda text: said.append((text, [])), "lan")
    return Case(channel, "lan", capabilities_of("terminal"), read=lambda: said, cuts=False)


async def script_case() -> Case:
    said: list[tuple[str, list[str]]] = []
    blocked: set[str] = set()

    def emit(line: dict[str, Any]) -> None:
        said.append((line["text"], [each for row in line.get("buttons", []) for each in row]))

    async def fail(_kind: str, _after: int) -> None:
        blocked.add("lan")

    channel = ScriptChannel(
        emit, lambda: datetime.now(UTC), ZoneInfo("Asia/Ho_Chi_Minh"), blocked=blocked
    )
    return Case(channel, "lan", capabilities_of("web"), read=lambda: said, cuts=False, fail=fail)


async def telegram_case() -> Case:
    server = Server()
    await server.__aenter__()
    platform = server.platform
    platform.add_bot(TOKEN)
    platform.add_person(5, "Lan").started = True
    quick = {"answer_seconds": 0.3, "poll_seconds": 1}
    made = partial(TelegramChannel, TOKEN, around(), api_url=server.address, **quick)
    channel = made()

    async def fail(kind: str, after: int) -> None:
        if kind == "refused":
            await server.refuse()
        else:
            more = {"seconds": 0.6, "retry_after": 3, "after": after}
            platform.faults.append(Fault(kind, method="sendMessage", **more))

    async def deliver(receive: Receive) -> None:
        # A channel that was just started knows nothing of what another one acknowledged.
        fresh = made()
        await fresh.feed.poll_once(receive, 0)
        await fresh.stop()

    async def stop() -> None:
        await channel.stop()
        await server.__aexit__()
        assert platform.refused == []

    return Case(
        channel,
        "5",
        capabilities_of("telegram"),
        read=lambda: [(each.text, list(chain(*each.buttons))) for each in platform.shown],
        fail=fail,
        deliver=deliver,
        says=lambda text: platform.say(5, text),
        edits=lambda text: platform.edit(5, text),
        sends_file=lambda name, content: platform.document(5, name, content),
        sends_riddle=lambda: platform.deliver(
            {
                "update_id": 700_000_900,
                "message": {"chat": {"id": 5, "type": "private"}, "?": "\ud800"},
            }
        ),
        polling=Polling(
            made=lambda pauses: made(pauses=pauses),
            asked=lambda: sum(each["method"] == "getUpdates" for each in platform.requests),
            breaks=lambda: platform.faults.append(Fault("server_error", method="getUpdates")),
            sends_unnumbered=lambda: platform.deliver({"message": {"text": "chào"}}),
        ),
        settings={"telegram_token": TOKEN, "telegram_api_url": server.address},
        cleanup=[stop],
    )


CASES = {
    "web": web_case,
    "terminal": terminal_case,
    "script": script_case,
    "telegram": telegram_case,
}
THERE = [name for name, each in CHANNELS.items() if not each.to_come]
OUTCOMES: dict[str, Callable[[Any], bool]] = {
    "blocked": lambda end: isinstance(end, Rejected) and end.permanent and end.blocked,
    "chat_not_found": lambda end: isinstance(end, Rejected) and end.permanent and end.blocked,
    "too_many": lambda end: isinstance(end, RetryAfter) and end.seconds == 3,
    "server_error": lambda end: isinstance(end, Unknown),
    "bad_gateway": lambda end: isinstance(end, Unknown),
    "hang": lambda end: isinstance(end, Unknown),
    "drop": lambda end: isinstance(end, Unknown),
    "garbage": lambda end: isinstance(end, Unknown),
    "refused": lambda end: isinstance(end, NotSent),
}
"""What has to come of a message by what the platform does."""
FAULTS: dict[str, tuple[str, ...]] = {"script": ("blocked",), "telegram": tuple(OUTCOMES)}
"""What a channel's platform can do wrong; nothing where there is no platform."""
POSSIBLE = [(name, kind) for name, kinds in FAULTS.items() for kind in kinds]


@pytest.fixture
async def case(request: pytest.FixtureRequest) -> AsyncIterator[Case]:
    assert request.param in CASES, f"the channel {request.param} has no case here"
    found = await CASES[request.param]()
    yield found
    for each in found.cleanup:
        await each()


every_channel = pytest.mark.parametrize("case", THERE, indirect=True)


@every_channel
async def test_every_channel_says_who_it_is_and_what_can_go_wrong(case: Case) -> None:
    declared = CHANNELS[case.channel.name]
    assert declared.name == case.channel.name
    faults = FAULTS.get(declared.name, ())
    assert bool(case.fail) == bool(faults), "a case's `fail` and its line in FAULTS go together"
    assert faults or not declared.remote, "what leaves the program can get lost: a line in FAULTS"
    taken_in = case.polling or case.channel.webhook or not case.says
    assert taken_in, "who writes over a platform that is asked for updates: the case's `polling`"


@every_channel
async def test_a_message_is_sent_with_its_choices(case: Case) -> None:
    end = await case.channel.send(case.message("Đi không ạ?", "Có", "Không"))
    assert isinstance(end, Sent)
    assert end.platform_id
    if case.read:
        shown = ["Có", "Không"] if case.capabilities.buttons else []
        assert case.read() == [("Đi không ạ?", shown)]


@every_channel
async def test_nobody_reads_an_empty_message(case: Case) -> None:
    end = await case.channel.send(case.message(""))
    assert isinstance(end, Sent | Rejected)
    if case.read:
        assert [text for text, _ in case.read() if text] == []


@every_channel
async def test_a_text_too_long_arrives_whole(case: Case) -> None:
    limit = case.capabilities.text_limit
    text = "Câu này dài mười chữ nha bà con ơi 👵🏻. " * (limit // 12)
    pieces = split_text(text, limit)
    assert len(pieces) > 1
    for piece in pieces:
        assert isinstance(await case.channel.send(case.message(piece)), Sent)
    assert isinstance(await case.channel.send(case.message(text, "Có")), Sent)
    if case.read and case.cuts:
        assert all(utf16_length(read) <= limit for read, _ in case.read())
        assert [read for read, _ in case.read()] == pieces * 2


@every_channel
async def test_without_buttons_only_the_text_is_shown(case: Case) -> None:
    limited = replace(case.capabilities, buttons=False)
    message = case.message("Đi không ạ?\n1. Có  2. Không", "Có", "Không", capabilities=limited)
    assert isinstance(await case.channel.send(message), Sent)
    if case.read:
        assert case.read() == [("Đi không ạ?\n1. Có  2. Không", [])]


@pytest.mark.parametrize(("case", "kind"), POSSIBLE, indirect=["case"])
async def test_what_the_platform_does_decides_the_outcome(case: Case, kind: str) -> None:
    assert case.fail is not None
    await case.fail(kind, 0)
    end = await case.channel.send(case.message("chào"))
    assert OUTCOMES[kind](end), end


HALFWAY = [(name, kind) for name, kind in POSSIBLE if CHANNELS[name].remote and kind != "refused"]


@pytest.mark.parametrize(("case", "kind"), HALFWAY, indirect=["case"])
async def test_a_text_of_which_a_part_has_gone_is_not_sent_again(case: Case, kind: str) -> None:
    assert case.fail is not None
    assert case.read is not None
    await case.fail(kind, 1)
    end = await case.channel.send(case.message("dài. " * case.capabilities.text_limit))
    assert case.read(), "the first piece was to arrive"
    assert isinstance(end, Unknown), end


# What comes in


@contextlib.asynccontextmanager
async def program_of(case: Case, settings: Settings) -> AsyncIterator[Program]:
    database = await open_database(settings.database_url)
    yield build_program(settings, database, [case.channel])
    await database.close()


def typed(case: Case, text: str, key: str = "1", **more: Any) -> Inbound:
    """An update of a channel whose people write some other way."""
    address = Address(case.channel.name, case.who)
    return Inbound(address, Incoming.TEXT, text, update_key=key, **more)


@every_channel
async def test_the_same_update_twice_is_written_down_once(case: Case, settings: Settings) -> None:
    if case.says:
        case.says("chào")
        came = await case.heard(twice=True)
    else:
        came = [[typed(case, "chào")]] * 2
    async with program_of(case, settings) as program:
        assert [await program.pipeline.receive(each) for each in came] == [1, 0]
        await asyncio.wait_for(program.work_off(), 10)
        assert await inbox(program) == ["handled"]


async def inbox(program: Program) -> list[str]:
    def look(uow: UnitOfWork) -> list[str]:
        query = sa.select(schema.inbox.c.state).order_by(schema.inbox.c.id)
        return list(uow.connection.execute(query).scalars())

    return await program.database.run(look)


@every_channel
async def test_an_update_that_cannot_be_written_down_stops_nobody(
    case: Case, settings: Settings
) -> None:
    """It is put aside where an operator sees it, and what came beside it is handled."""
    if case.says and case.sends_riddle:
        case.says("chào")
        case.sends_riddle()
        case.says("dạ còn con")
        (came,) = await case.heard()
    else:
        endless: list[Any] = []
        for _ in range(5000):
            endless = [endless]
        came = [
            typed(case, "chào", "1"),
            replace(typed(case, "x", "2"), text=["no text"], raw=endless),  # type: ignore[arg-type]
            typed(case, "\ud800 \x00", "3\ud800", name="L\udfff", raw={"\ud800": float("nan")}),
            typed(case, "dạ còn con", "4" * 500 + "\x00"),
        ]
    async with program_of(case, settings) as program:
        assert await program.pipeline.receive(came) == len(came)
        assert await program.pipeline.receive(came) == 0
        await asyncio.wait_for(program.work_off(), 10)
        states = await inbox(program)
        assert states.count("failed") >= 1
        assert states.count("handled") >= 2
        assert len(states) == len(came)
        found = await examine_updates(program)
        assert len(found) == states.count("failed")


async def examine_updates(program: Program) -> list[tuple[int, str]]:
    """The failed updates as the doctor tells of them."""
    return await program.database.run(
        lambda uow: uow.measures.failed_updates(uow.now - timedelta(days=1))
    )


@every_channel
async def test_a_file_is_fetched_when_it_is_asked_for(case: Case) -> None:
    if case.sends_file is None:
        with pytest.raises(FetchError):
            await case.channel.fetch("anything", 10)
        return
    case.sends_file("danh sách.csv", b"0123456789")
    ((update,),) = await case.heard()
    assert (update.kind, update.file_name) == (Incoming.FILE, "danh sách.csv")
    assert update.file_path is None
    assert update.file_reference is not None
    assert await case.channel.fetch(update.file_reference, 10) == b"0123456789"
    with pytest.raises(FileTooBigError):
        await case.channel.fetch(update.file_reference, 9)
    with pytest.raises(FetchError):
        await case.channel.fetch("none of ours", 10)


@every_channel
async def test_an_edit_is_known_as_the_same_message(case: Case, settings: Settings) -> None:
    if case.says is None or case.edits is None:
        text = typed(case, "menu", "1", message="m")
        came = [text, replace(text, kind=Incoming.EDIT, text="giúp", update_key="2")]
    else:
        case.says("menu")
        case.edits("giúp")
        (came,) = await case.heard()
    text, edit = came
    assert (text.kind, edit.kind) == (Incoming.TEXT, Incoming.EDIT)
    assert text.message is not None
    assert text.message == edit.message
    async with program_of(case, settings) as program:
        await program.pipeline.receive(came)
        # The same again under another key: nothing new was said.
        await program.pipeline.receive([replace(edit, update_key="again")])
        await program.work_off()
        assert await inbox(program) == ["handled"] * 3
        queued = await program.database.run(
            lambda uow: uow.connection.execute(
                sa.select(schema.outbox.c.inbox_id).distinct().order_by(schema.outbox.c.inbox_id)
            ).all()
        )
        assert [row[0] for row in queued] == [1, 2]


# Starting and stopping, links, examination, permission


@every_channel
async def test_it_starts_takes_in_and_stops(case: Case) -> None:
    got: list[Inbound] = []

    async def receive(updates: Sequence[Inbound]) -> None:
        got.extend(updates)

    await case.channel.start()
    assert case.channel.fault is None
    taking = asyncio.create_task(case.channel.run(receive))
    if case.says:
        case.says("chào")
        for _ in range(500):
            if got:
                break
            await asyncio.sleep(0.01)
        assert [each.text for each in got] == ["chào"]
    taking.cancel()
    await asyncio.gather(taking, return_exceptions=True)
    for _ in range(2):
        async with asyncio.timeout(1):
            await case.channel.stop()


POLLED = [name for name in THERE if CHANNELS[name].build]


@contextlib.asynccontextmanager
async def taking_in(channel: Channel, receive: Receive) -> AsyncIterator[asyncio.Task[None]]:
    """A channel that takes updates in, until it is left."""
    taking = asyncio.create_task(channel.run(receive))
    try:
        yield taking
    finally:
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
        await channel.stop()


async def until(condition: Callable[[], Any], what: str) -> None:
    for _ in range(500):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(what)


@pytest.mark.parametrize("case", POLLED, indirect=True)
async def test_nothing_is_acknowledged_before_it_is_written_down(case: Case) -> None:
    if case.polling is None:
        return
    assert case.says is not None
    tries: list[list[str | None]] = []

    async def receive(updates: Sequence[Inbound]) -> None:
        tries.append([each.text for each in updates])
        if len(tries) == 1:
            raise OSError("the disk is full")

    case.says("chào")
    async with taking_in(case.polling.made((0.0,)), receive):
        await until(lambda: len(tries) > 1, "what was not written down did not come again")
    assert tries[:2] == [["chào"]] * 2


@pytest.mark.parametrize("what", ["unwritten", "unnumbered", "broken"])
@pytest.mark.parametrize("case", POLLED, indirect=True)
async def test_what_fails_is_told_and_tried_again_after_a_pause(case: Case, what: str) -> None:
    if case.polling is None:
        return
    assert case.says is not None
    got: list[Incoming] = []

    async def receive(updates: Sequence[Inbound]) -> None:
        if what == "unwritten":
            raise OSError("the disk is full")
        got.extend(each.kind for each in updates)

    does = {
        "unwritten": lambda: case.says("chào"),
        "unnumbered": case.polling.sends_unnumbered,
        "broken": case.polling.breaks,
    }
    does[what]()
    channel = case.polling.made((3600.0,))
    async with taking_in(channel, receive) as taking:
        await until(lambda: channel.fault, "nobody is told that it fails")
        asked = case.polling.asked()
        done, _ = await asyncio.wait([taking], timeout=0.1)
        assert not done
        assert case.polling.asked() == asked, "it asks again without a pause"
    assert not any(secret in str(channel.fault) for secret in case.secrets)
    assert got == ([Incoming.UNREADABLE] if what == "unnumbered" else [])


AWAY = [name for name, kinds in FAULTS.items() if "refused" in kinds]


@pytest.mark.parametrize("case", AWAY, indirect=True)
async def test_a_platform_that_is_away_stops_nothing_and_is_told_of(case: Case) -> None:
    async def receive(_updates: Sequence[Inbound]) -> None:
        raise AssertionError

    assert case.fail is not None
    await case.fail("refused", 0)
    await case.channel.start()
    taking = asyncio.create_task(case.channel.run(receive))
    done, _ = await asyncio.wait([taking], timeout=0.1)
    assert not done
    assert case.channel.fault
    assert not any(secret in str(case.channel.fault) for secret in case.secrets)
    taking.cancel()
    await asyncio.gather(taking, return_exceptions=True)


@pytest.mark.parametrize("name", CHANNELS)
def test_a_link_opens_the_bot_with_a_code(name: str) -> None:
    link = CHANNELS[name].link
    if link is None:
        return
    made = link("clb_bot", "AB12CD34")
    assert "clb_bot" in made
    assert made.endswith("AB12CD34")


@every_channel
async def test_it_examines_itself_in_keys_and_without_its_token(case: Case) -> None:
    declared = CHANNELS[case.channel.name]
    if declared.examine is None:
        assert not case.settings
        return
    settings = Settings(_env_file=None, **case.settings)
    assert declared.wanted(settings)
    well = await declared.examine(settings, None, 5.0)
    assert {each.level.value for each in well.findings} == {"ok"}
    refusing = httpx.MockTransport(lambda _: httpx.Response(401))
    ill = await declared.examine(settings, refusing, 5.0)
    assert {each.level.value for each in ill.findings} == {"fault"}
    none = await declared.examine(Settings(_env_file=None), None, 5.0)
    assert {each.level.value for each in none.findings} == {"ok"}
    for found in (well, ill, none):
        assert isinstance(found, Examination)
        for each in found.findings:
            for language in LANGUAGES:
                told = Speaker(language, "", "").text(each.line)
                assert told
                assert not any(secret in told for secret in case.secrets)


@every_channel
async def test_it_says_whether_somebody_may_be_written_to(case: Case) -> None:
    for kind in Kind:
        found = case.channel.may_send(Recipient(case.who, NOW), kind, NOW)
        assert isinstance(found, Permission)
        assert found.allows(NOW)


@pytest.mark.parametrize("name", CHANNELS)
def test_its_settings_are_settings_with_an_example(name: str) -> None:
    own = CHANNELS[name].settings
    for field_name, each in (own.model_fields if own else {}).items():
        assert field_name in Settings.model_fields
        assert each.default is None
        # A secret's value is nobody's example, but its form may be.
        assert each.examples or "Secret" in str(each.annotation)
