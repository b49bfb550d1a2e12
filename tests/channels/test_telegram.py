"""Telegram's adapter: what comes in, what goes out, and what becomes of it."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.app import build_channels, build_program, open_database
from bot.channels.base import ChannelError, WebhookPlace
from bot.channels.registry import capabilities_of
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.feed import Feed
from bot.channels.telegram.updates import read_button, understand
from bot.messages import (
    MOST_FILE,
    TOO_BIG,
    Address,
    Choice,
    Inbound,
    Incoming,
    Kind,
    NotSent,
    Outbound,
    OutboundFile,
    Rejected,
    RetryAfter,
    Sent,
    Unknown,
)
from bot.settings import Settings
from bot.speech.cutting import utf16_length
from tests.fakes.channel import around
from tests.fakes.telegram import Fault, Platform, Server

TOKEN = "1000001:test-token"
LAN = 5
CHAT = {"id": LAN, "type": "private", "first_name": "Lan"}
USER = {"id": LAN, "is_bot": False, "first_name": "Lan", "last_name": "Trần"}
HEAD = {"message_id": 1, "date": 1, "chat": CHAT, "from": USER}
GROUP = {**HEAD, "chat": {"id": -1, "type": "group", "title": "Xóm"}}
FILE = {"file_id": "f", "file_unique_id": "u"}
BOT = {"id": 1000001, "is_bot": True, "first_name": "CLB"}


def press(data: str, message: Any = HEAD) -> dict[str, Any]:
    query = {"id": "9", "from": USER, "chat_instance": "c", "data": data}
    return {"callback_query": query | ({"message": message} if message else {})}


def membership(status: str, chat: Any = CHAT) -> dict[str, Any]:
    member = {"status": "member", "user": BOT}
    other = {"status": status, "user": BOT} | ({"until_date": 0} if status == "kicked" else {})
    return {
        "my_chat_member": {
            "chat": chat,
            "from": USER,
            "date": 1,
            "old_chat_member": member,
            "new_chat_member": other,
        }
    }


@pytest.mark.parametrize(
    ("content", "kind", "more"),
    [
        ({"message": HEAD | {"text": "chào con"}}, "text", {"text": "chào con", "message": "1"}),
        ({"message": HEAD | {"text": "/start"}}, "start", {"text": ""}),
        ({"message": HEAD | {"text": "/start AB12CD"}}, "start", {"text": "AB12CD"}),
        ({"message": HEAD | {"text": "/start@clb_bot 26680-01"}}, "start", {"text": "26680-01"}),
        ({"message": HEAD | {"text": "/started"}}, "text", {"text": "/started", "message": "1"}),
        ({"message": HEAD | {"text": "/menu"}}, "text", {"text": "/menu", "message": "1"}),
        (
            {"message": HEAD | {"contact": {"phone_number": "84912345678", "first_name": "L",
                                            "user_id": LAN}}},
            "contact", {"text": "+84912345678"},
        ),
        (
            {"message": HEAD | {"contact": {"phone_number": "0912345678", "first_name": "L",
                                            "user_id": LAN}}},
            "contact", {"text": "0912345678"},
        ),
        (
            {"message": HEAD | {"contact": {"phone_number": "84912345678", "first_name": "Tám",
                                            "user_id": 6}}},
            "contact", {"text": ""},
        ),
        (
            {"message": HEAD | {"contact": {"phone_number": "84912345678", "first_name": "Tám"}}},
            "contact", {"text": ""},
        ),
        (
            {"message": HEAD | {"document": FILE | {"file_name": "a.xlsx"}}},
            "file", {"file_name": "a.xlsx", "file_reference": "f"},
        ),
        ({"message": HEAD | {"document": FILE}}, "file", {"file_name": "file", "file_reference": "f"}),
        (
            {"message": HEAD | {"document": FILE | {"file_size": MOST_FILE + 1}}},
            "file", {"file_name": "file", "text": TOO_BIG},
        ),
        (
            {"edited_message": HEAD | {"text": "khác", "edit_date": 2}},
            "edit", {"text": "khác", "message": "1"},
        ),
        (
            {"message": HEAD | {"sticker": FILE | {"type": "regular", "width": 1, "height": 1,
                                                   "is_animated": False, "is_video": False}}},
            "sticker", {},
        ),
        ({"message": HEAD | {"voice": FILE | {"duration": 1}}}, "voice", {}),
        ({"message": HEAD | {"audio": FILE | {"duration": 1}}}, "voice", {}),
        ({"message": HEAD | {"photo": [FILE | {"width": 1, "height": 1}]}}, "photo", {}),
        ({"message": HEAD | {"location": {"latitude": 1.0, "longitude": 1.0}}}, "other", {}),
        (press("7/2/abcdefgh"), "press", {"shown_in": 7, "place": 2, "mark": "abcdefgh"}),
        (press("anything else"), "press", {"shown_in": 0, "place": -1, "mark": ""}),
        (membership("kicked"), "block", {}),
        (membership("member"), "unblock", {}),
    ],
)  # fmt: skip
def test_an_update_is_understood(content: dict[str, Any], kind: str, more: Any) -> None:
    found = understand({"update_id": 3, **content}, 1000001).inbound
    assert found == Inbound(
        Address("telegram", str(LAN)),
        Incoming(kind),
        update_key="1000001/3",
        name="Lan Trần",
        **more,
    )
    assert Inbound.from_json(json.loads(json.dumps(found.as_json()))) == found


@pytest.mark.parametrize(
    "content",
    [
        {"edited_message": GROUP | {"text": "khác", "edit_date": 2}},
        {"edited_message": HEAD | {"location": {"latitude": 1.0, "longitude": 1.0}}},
        {"message": GROUP | {"text": "chuyện trong xóm"}},
        {"message": HEAD | {"text": "a", "from": USER | {"is_bot": True}}},
        {"channel_post": {"message_id": 1, "date": 1, "text": "a",
                          "chat": {"id": -2, "type": "channel", "title": "K"}}},
        membership("member", GROUP["chat"]),
        press("7/2/abcdefgh", GROUP),
        {"poll_answer": {"poll_id": "1", "user": USER, "option_ids": [0],
                         "option_persistent_ids": ["0"]}},
        {},
        {"message": {"message_id": "broken", "chat": GROUP["chat"], "text": "x"}},
    ],
)  # fmt: skip
def test_what_is_not_said_to_the_bot_leaves_no_trace(content: dict[str, Any]) -> None:
    assert understand({"update_id": 3, **content}, 1).inbound is None


@pytest.mark.parametrize(
    ("raw", "who"),
    [
        ({"update_id": 3, "message": {"chat": CHAT}}, "5"),
        ({"update_id": 3, "message": {"text": "?"}}, ""),
        ({"update_id": 3, "callback_query": {"id": "1"}}, ""),
        ({"update_id": 3, "message": "text"}, ""),
        ([1], ""),
    ],
)
def test_an_update_that_is_not_understood_is_kept(raw: Any, who: str) -> None:
    found = understand(raw, 1).inbound
    assert found is not None
    assert found.kind is Incoming.UNREADABLE
    assert found.raw == raw
    assert found.address.external_id == who


@pytest.mark.parametrize(
    "data", ["", "/", "1/", "a/b/c", "٣/1/x", "99999999999/1/x", "1/99999/x", "-1/0/x"]
)
def test_a_foreign_button_is_no_place(data: str) -> None:
    assert read_button(data) == (0, -1, "")


@dataclass
class Line:
    """The adapter with the platform at the other end."""

    server: Server
    channel: TelegramChannel
    got: list[Inbound] = field(default_factory=list)

    @property
    def feed(self) -> Feed:
        return self.channel.feed

    @property
    def platform(self) -> Platform:
        return self.server.platform

    async def receive(self, updates: Iterable[Inbound]) -> None:
        self.got += updates

    async def poll(self) -> list[Inbound]:
        self.got.clear()
        await self.feed.poll_once(self.receive, 0)
        return list(self.got)


def channel_to(server: Server, token: str = TOKEN, **more: Any) -> TelegramChannel:
    menus = {None: [("menu", "Xem")]}
    place = more.pop("webhook", None)
    quick = {"answer_seconds": 0.3, "poll_seconds": 1, "pauses": (0.01,)}
    surroundings = around(menus=menus, webhook=place)
    return TelegramChannel(token, surroundings, api_url=server.address, **{**quick, **more})


@contextlib.asynccontextmanager
async def line(**more: Any) -> AsyncIterator[Line]:
    async with Server() as server:
        server.platform.add_bot(TOKEN)
        server.platform.add_person(LAN, "Lan").started = True
        server.platform.add_person(6, "Tư").started = True
        channel = channel_to(server, **more)
        yield Line(server, channel)
        await channel.stop()
        assert server.platform.refused == []


def outbound(text: str = "chào", *rows: tuple[str, ...], chat: int = LAN, **more: Any) -> Outbound:
    choices = tuple(tuple(Choice(label, f"a/{label}") for label in row) for row in rows)
    return Outbound(
        Address("telegram", str(chat)),
        Kind.REPLY,
        text,
        rows=choices,
        outbox_id=7,
        capabilities=capabilities_of("telegram"),
        **more,
    )


async def test_choices_become_buttons_that_carry_no_value() -> None:
    async with line() as to:
        long = Choice("Câu lạc bộ", "a/" + "x" * 300)
        message = outbound("Chọn đi ạ", ("Có", "Không"))
        message = replace(message, rows=(*message.rows, (long,)))
        assert isinstance(await to.channel.send(message), Sent)
        shown = to.platform.shown[-1]
        assert shown.buttons == [["Có", "Không"], ["Câu lạc bộ"]]
        assert shown.keyboard == "inline"
        data = [
            button["callback_data"] for row in shown.markup["inline_keyboard"] for button in row
        ]
        assert data == [f"7/{place}/{choice.mark}" for place, choice in
                        enumerate([*message.rows[0], long])]  # fmt: skip
        to.platform.press(LAN, "Không")
        (pressed,) = await to.poll()
        assert (pressed.kind, pressed.shown_in, pressed.place) == (Incoming.PRESS, 7, 1)


async def test_text_is_sent_plain_and_takes_an_unused_keyboard_away() -> None:
    async with line() as to:
        await to.channel.send(outbound("Bà *Lan* <b>&_"))
        call = to.platform.requests[-1]["parameters"]
        assert call["text"] == "Bà *Lan* <b>&_"
        assert "parse_mode" not in call
        assert to.platform.shown[-1].keyboard == "remove"


async def test_ones_own_number_is_shared_from_the_keyboard() -> None:
    async with line() as to:
        rows = (
            (Choice("Gửi số của tôi", "c/4/+contact!"),),
            (Choice("Bỏ qua", "c/4/+skip!"),),
        )
        await to.channel.send(replace(outbound("Số nào ạ?"), rows=rows))
        shown = to.platform.shown[-1]
        assert shown.keyboard == "reply"
        assert shown.markup["keyboard"][0][0]["request_contact"] is True
        to.platform.press(LAN, "Gửi số của tôi")
        to.platform.press(LAN, "Bỏ qua")
        number, skipped = await to.poll()
        assert (number.kind, number.text) == (Incoming.CONTACT, "+84912345678")
        assert (skipped.kind, skipped.text) == (Incoming.TEXT, "Bỏ qua")


async def test_a_text_too_long_is_cut_by_utf16_units() -> None:
    async with line() as to:
        text = "Bà con mình đi khám nha 👵🏻. " * 300
        assert isinstance(await to.channel.send(outbound(text, ("Có",))), Sent)
        pieces = to.platform.shown
        assert len(pieces) > 1
        assert all(0 < utf16_length(each.text) <= 4096 for each in pieces)
        assert [bool(each.buttons) for each in pieces] == [False] * (len(pieces) - 1) + [True]
        assert " ".join(each.text for each in pieces) == text.strip()


async def test_a_file_carries_its_text_and_buttons(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK")
    async with line() as to:
        file = OutboundFile(str(path), "Giấy đề nghị.docx")
        assert isinstance(await to.channel.send(outbound("Dạ đây ạ", ("Có",), files=(file,))), Sent)
        (shown,) = to.platform.shown
        assert (shown.document, shown.text) == ("Giấy đề nghị.docx", "Dạ đây ạ")
        assert shown.buttons == [["Có"]]
        await to.channel.send(outbound("x" * 1025, files=(file,)))
        assert [(each.document, len(each.text)) for each in to.platform.shown[1:]] == [
            ("Giấy đề nghị.docx", 0),
            (None, 1025),
        ]
        folder = OutboundFile(str(tmp_path), "a.docx")
        assert isinstance(await to.channel.send(outbound("đây", files=(folder,))), NotSent)
        path.unlink()
        outcome = await to.channel.send(outbound("đây", files=(file,)))
        assert outcome == Rejected("the file is no longer there", permanent=True)


async def test_an_empty_message_is_not_sent() -> None:
    async with line() as to:
        assert isinstance(await to.channel.send(outbound(" ")), Rejected)
        assert to.platform.requests == []


OUTCOMES: list[tuple[str, Any, int]] = [
    ("blocked", Rejected("Forbidden: bot was blocked by the user", True, True), 0),
    ("chat_not_found", Rejected("Chat not found", True, True), 0),
    ("too_many", RetryAfter(4.0, everyone=False), 0),
    ("unauthorized", RetryAfter(60.0, everyone=True), 0),
    ("server_error", Unknown("NetworkError"), 0),
    ("bad_gateway", Unknown("NetworkError"), 0),
    ("hang", Unknown("ReadTimeout"), 1),
    ("silent", Unknown("ReadTimeout"), 0),
    ("drop", Unknown("RemoteProtocolError"), 1),
    ("garbage", Unknown("TelegramError"), 1),
]


@pytest.mark.parametrize(("fault", "outcome", "arrived"), OUTCOMES)
async def test_what_becomes_of_a_message(fault: str, outcome: Any, arrived: int) -> None:
    async with line() as to:
        to.platform.faults.append(
            Fault(fault, method="sendMessage", count=1, seconds=0.6, retry_after=4)
        )
        assert await to.channel.send(outbound()) == outcome
        assert len(to.platform.shown) == arrived
        assert isinstance(await to.channel.send(outbound()), Sent)
        assert to.channel.fault is None


async def test_a_message_surely_stays_where_nothing_listens() -> None:
    async with line() as to:
        await to.server.refuse()
        assert await to.channel.send(outbound()) == NotSent("ConnectError")
        await to.server.accept()
        assert isinstance(await to.channel.send(outbound()), Sent)


async def test_a_wrong_message_says_nothing_about_the_person() -> None:
    async with Server() as server:
        server.platform.add_bot(TOKEN)
        server.platform.add_person(LAN, "Lan").started = True
        channel = channel_to(server)
        message = outbound("?", ("Có",))
        # A row's number that makes the button's data longer than is allowed.
        outcome = await channel.send(replace(message, outbox_id=10**80))
        assert isinstance(outcome, Rejected)
        assert outcome.permanent
        assert not outcome.blocked
        assert server.platform.refused
        await channel.stop()


async def test_half_of_a_long_message_is_perhaps_not_nothing() -> None:
    async with line() as to:
        to.platform.faults.append(Fault("blocked", method="sendMessage", count=0))
        sending = asyncio.create_task(to.channel.send(outbound("dài. " * 2000)))
        while not to.platform.shown:
            await asyncio.sleep(0)
        to.platform.faults[0].count = 1
        assert isinstance(await sending, Unknown)
        assert len(to.platform.shown) == 1


async def test_who_is_slowed_down() -> None:
    async with line() as to:
        to.platform.faults.append(Fault("too_many", method="sendMessage", count=3, retry_after=2))
        assert await to.channel.send(outbound()) == RetryAfter(2.0, everyone=False)
        assert await to.channel.send(outbound()) == RetryAfter(2.0, everyone=False)
        # A second chat is refused while the first has to wait: it is the whole bot.
        assert await to.channel.send(outbound(chat=6)) == RetryAfter(2.0, everyone=True)


# Taking in


async def test_nothing_is_acknowledged_before_it_is_written_down() -> None:
    async with line() as to:
        to.platform.say(LAN, "một")

        async def fails(_updates: Iterable[Inbound]) -> None:
            raise OSError("the disk is full")

        with pytest.raises(OSError, match="disk"):
            await to.feed.poll_once(fails, 0)
        assert [each.text for each in await to.poll()] == ["một"]
        assert len(to.platform.bots[TOKEN].updates) == 1
        to.platform.say(LAN, "hai")
        assert [each.text for each in await to.poll()] == ["hai"]
        assert len(to.platform.bots[TOKEN].updates) == 1


async def test_a_restart_gets_again_what_was_not_acknowledged(settings: Settings) -> None:
    database = await open_database(settings.database_url)
    async with line() as to:
        program = build_program(settings, database, [to.channel])
        to.platform.say(LAN, "chào")
        counts = []

        async def receive(updates: Iterable[Inbound]) -> None:
            counts.append(await program.pipeline.receive(updates))

        await to.feed.poll_once(receive, 0)
        again = channel_to(to.server)
        await again.feed.poll_once(receive, 0)
        await again.stop()
        assert counts == [1, 0]
    await database.close()


async def test_a_poll_is_written_down_in_one_go_and_one_riddle_stops_nobody() -> None:
    async with line() as to:
        to.platform.say(LAN, "một")
        to.platform.deliver({"update_id": 700_000_002, "message": {"chat": CHAT, "odd": True}})
        next(to.platform._update_ids)
        to.platform.group(LAN, "trong xóm")
        to.platform.say(6, "hai")
        calls = []

        async def receive(updates: Iterable[Inbound]) -> None:
            calls.append([each.kind.value for each in updates])

        assert await to.feed.poll_once(receive, 0) == 4
        assert calls == [["text", "unreadable", "text"]]


async def test_a_button_stops_waiting_once_it_is_written_down() -> None:
    async with line() as to:
        await to.channel.send(outbound("?", ("Có",)))
        to.platform.press(LAN, "Có")
        await to.poll()
        callbacks = to.platform.bots[TOKEN].callbacks
        for _ in range(200):
            if all(callbacks.values()):
                break
            await asyncio.sleep(0.01)
        assert list(callbacks.values()) == [True]


# Starting, stopping, and what the operator is told


async def running(to: Line, receive: Any) -> asyncio.Task[None]:
    return asyncio.create_task(to.channel.run(receive))


async def until(condition: Any) -> None:
    for _ in range(500):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to that")


async def test_a_second_poller_is_told_and_both_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    async with line() as to:
        task = await running(to, to.receive)
        await until(lambda: to.platform.bots[TOKEN].poll is not None)
        to.platform.faults.append(Fault("conflict", method="getUpdates"))
        to.platform.say(LAN, "đang chờ")
        await until(lambda: to.channel.fault is not None)
        assert to.channel.fault is not None
        assert "409" in to.channel.fault
        to.platform.faults.clear()
        await until(lambda: to.channel.fault is None)
        to.platform.say(LAN, "xong")
        await until(lambda: [each.text for each in to.got] == ["đang chờ", "xong"])
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    told = "".join(capsys.readouterr())
    assert told.count("one bot has one poller") == 1
    assert "updates come again" in told


async def test_a_poll_in_flight_ends_when_the_bot_stops() -> None:
    async with line() as to:
        task = await running(to, to.receive)
        await until(lambda: to.platform.bots[TOKEN].poll is not None)
        task.cancel()
        async with asyncio.timeout(1):
            await asyncio.gather(task, return_exceptions=True)


async def test_telegram_that_is_not_there_stops_nothing() -> None:
    async with line() as to:
        await to.server.refuse()
        await to.channel.start()
        assert to.channel.fault is not None
        assert "can't be reached" in to.channel.fault
        task = await running(to, to.receive)
        await to.server.accept()
        to.platform.say(LAN, "chào")
        await until(lambda: to.got)
        assert to.channel.fault is None
        assert to.platform.bots[TOKEN].commands == {"": [{"command": "menu", "description": "Xem"}]}
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize("token", ["999:wrong-secret-token"])
async def test_a_wrong_token_is_told_without_it(token: str) -> None:
    async with Server() as server:
        server.platform.add_bot(TOKEN)
        channel = channel_to(server, token)
        with pytest.raises(ChannelError) as caught:
            await channel.start()
        assert "BOT_TELEGRAM_TOKEN" in str(caught.value)
        assert "secret" not in str(caught.value)
        await channel.stop()


async def test_the_menu_stands_in_both_languages(settings: Settings) -> None:
    async with Server() as server:
        bot = server.platform.add_bot(TOKEN, "clb_bot")
        config = Settings(
            _env_file=None,
            database_url=settings.database_url,
            telegram_token=TOKEN,
            telegram_api_url=server.address,
        )
        database = await open_database(config.database_url)
        (channel,) = build_channels(config, database)
        await channel.start()
        assert channel.fault is None
        assert set(bot.commands) == {"", "vi", "en"}
        assert bot.commands[""] == bot.commands["vi"]
        assert [each["command"] for each in bot.commands["en"]][:2] == ["menu", "my_data"]
        assert server.platform.refused == []
        await channel.stop()
        await database.close()


async def test_a_webhook_is_announced_or_taken_back() -> None:
    async with line() as to:
        place = WebhookPlace("https://bot.example.org/webhooks/telegram", "a-long-secret")
        brought = channel_to(to.server, webhook=place)
        await brought.start()
        kept = to.platform.bots[TOKEN].webhook
        assert kept is not None
        assert kept["secret_token"] == "a-long-secret"
        assert brought.webhook is not None
        # With a webhook there is nothing to poll: taking in is over once it is announced.
        await asyncio.wait_for(brought.run(to.receive), 1)
        await brought.stop()
        await to.channel.start()
        assert to.platform.bots[TOKEN].webhook is None
        plain = channel_to(to.server, webhook=WebhookPlace("http://x.org", "secret-secret"))
        with pytest.raises(ChannelError, match="BOT_PUBLIC_URL"):
            await plain.start()
        await plain.stop()


async def test_no_token_in_any_log_or_error(capfd: pytest.CaptureFixture[str]) -> None:
    import logging

    from bot.logs import set_up_logs

    levels = {name: logging.getLogger(name).level for name in ("", "httpx", "httpcore", "telegram")}
    set_up_logs("DEBUG", "json")
    root = logging.getLogger()
    root.setLevel(logging.DEBUG)
    heard = logging.StreamHandler()
    root.addHandler(heard)
    errors: list[str] = []
    logging.getLogger("some.library").debug("the lowest level is heard")
    try:
        async with line() as to:
            to.platform.document(LAN, "a.csv", b"x")
            (file,) = await to.poll()
            assert file.file_reference is not None
            assert await to.channel.fetch(file.file_reference, 10) == b"x"
            kinds = ["blocked", "too_many", "server_error", "garbage", "drop", "unauthorized",
                     "conflict", "hang"]  # fmt: skip
            for kind in kinds:
                to.platform.faults.append(Fault(kind, count=2, seconds=0.5))
                errors.append(repr(await to.channel.send(outbound())))
                try:
                    await to.feed.poll_once(to.receive, 0)
                except Exception as error:
                    from bot.channels.telegram.outcomes import fault_of

                    errors.append(fault_of(error))
                    errors.append(repr(error))
                to.platform.faults.clear()
            await to.server.refuse()
            await to.channel.start()
            errors.append(str(to.channel.fault))
    finally:
        root.removeHandler(heard)
        structlog.reset_defaults()
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
    told = "".join(capfd.readouterr()) + "".join(errors)
    assert "409" in told
    assert "the lowest level is heard" in told
    assert TOKEN.partition(":")[2] not in told
    assert "test_token" not in told
