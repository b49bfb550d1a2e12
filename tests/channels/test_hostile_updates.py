"""Updates that nobody would send who means well: each is kept for an operator and stops nobody."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
import sqlalchemy as sa

from bot.app import build_program, open_database
from bot.channels.telegram.feed import StuckError, TelegramWebhook
from bot.channels.telegram.updates import understand
from bot.messages import Address, Inbound, Incoming, storable_json
from bot.settings import Settings
from bot.storage import schema
from tests.channels.test_telegram import CHAT, FILE, HEAD, LAN, TOKEN, USER, Line, line, press

HALF = "\ud800"
HUGE = 10**60
DEEP = "[" * 5000 + "]" * 5000


def deep(levels: int) -> Any:
    found: Any = "x"
    for _ in range(levels):
        found = {"reply_to_message": found}
    return found


HOSTILE: dict[str, dict[str, Any]] = {
    "half a letter in a text": {"message": HEAD | {"text": f"chào {HALF} con"}},
    "half a letter in a name": {
        "message": HEAD | {"text": "chào", "from": USER | {"first_name": HALF}}
    },
    "half a letter in a file's name": {
        "message": HEAD | {"document": FILE | {"file_name": f"a{HALF}.csv"}}
    },
    "half a letter in a file's id": {"message": HEAD | {"document": FILE | {"file_id": HALF}}},
    "half a letter in a button": press(f"7/2/{HALF}"),
    "half a letter in a number": {
        "message": HEAD | {"contact": {"phone_number": HALF, "first_name": "L", "user_id": LAN}}
    },
    "half a letter in what is not read": {"message": {"chat": CHAT, f"?{HALF}": [f"{HALF}"]}},
    "a zero": {"message": HEAD | {"text": "ch\x00ào", "from": USER | {"first_name": "L\x00"}}},
    "a zero in a button": press("7/2/a\x00b"),
    "a huge id": {"message": HEAD | {"text": "chào", "from": USER | {"id": HUGE}}},
    "a huge id of the chat": {"message": {"chat": {"id": HUGE, "type": "private"}, "?": HUGE}},
    "a huge time": {"message": HEAD | {"text": "chào", "date": HUGE}},
    "a huge size": {"message": HEAD | {"document": FILE | {"file_size": HUGE}}},
    "a number for a text": {"message": HEAD | {"text": 5}},
    "a list for a name": {"message": HEAD | {"text": "x", "from": USER | {"first_name": ["L"]}}},
    "an object for a file's id": {"message": HEAD | {"document": FILE | {"file_id": {"a": 1}}}},
    "a list for a file's name": {"message": HEAD | {"document": FILE | {"file_name": ["a"] * 200}}},
    "a list for an edit": {"edited_message": HEAD | {"text": ["x"], "edit_date": 2}},
    "nested": {"message": HEAD | deep(300)},
    "not a number": {"message": {"chat": CHAT, "?": float("nan"), "!": float("inf")}},
    "nothing": {"message": None, "callback_query": 3, "my_chat_member": []},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_comes_is_understood_or_kept(name: str) -> None:
    found = understand({"update_id": 3, **HOSTILE[name]}, 1).inbound
    if found is not None:
        text = json.dumps(found.as_json(), allow_nan=False)
        assert "\\ud8" not in text
        assert "\\u0000" not in text
        again = Inbound.from_json(json.loads(text))
        assert again.kind is found.kind
        assert len(again.address.external_id) < 20


@pytest.mark.parametrize(
    "raw", [None, [], "x", 3, {}, {"update_id": "3"}, {"update_id": HUGE}, {"update_id": [HALF]}]
)
def test_what_has_no_number_has_a_key_all_the_same(raw: Any) -> None:
    first, again = understand(raw, 1), understand(raw, 1)
    if first.inbound is not None:
        assert again.inbound is not None
        assert first.inbound.key == again.inbound.key
        assert len(first.inbound.key) <= 120


def test_what_is_stored_ends_somewhere() -> None:
    endless: Any = []
    endless.append(endless)
    kept = storable_json({"a": endless, "b": {1: (2.5, True, None)}, "c": object()})
    assert json.dumps(kept)
    assert kept["b"] == {"1": [2.5, True, None]}


async def inbox(database: Any) -> Counter[tuple[str, str]]:
    def look(uow: Any) -> Counter[tuple[str, str]]:
        rows = uow.connection.execute(sa.select(schema.inbox.c.external_id, schema.inbox.c.state))
        return Counter((row[0], row[1]) for row in rows)

    return await database.run(look)  # type: ignore[no-any-return]


async def go_on(to: Line, settings: Settings) -> Counter[tuple[str, str]]:
    """Take in all that waits, handle it, and say how it ended; each chat's last text is handled."""
    database = await open_database(settings.database_url)
    program = build_program(settings, database, [to.channel])
    for _ in range(30):
        if not await to.feed.poll_once(program.pipeline.receive, 0):
            break
    assert to.platform.bots[TOKEN].updates == []
    await program.work_off()
    found = await inbox(database)
    await database.close()
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    """Settings of either database: one takes what the other refuses."""
    if request.param == "sqlite":
        return settings
    url = request.getfixturevalue("postgresql").fresh()
    return settings.model_copy(update={"database_url": url})


async def test_a_feed_goes_on_after_each_of_them(either: Settings) -> None:
    async with line() as to:
        for content in HOSTILE.values():
            text = json.dumps(content)[1:-1]
            to.platform.deliver_raw(text)
            to.platform.say(6, "chào con")
        found = await go_on(to, either)
        assert found["6", "handled"] == len(HOSTILE)
        assert found["5", "failed"] + found["", "failed"] >= 8
        assert found["5", "handled"] >= 5
        assert not any(state == "received" for _, state in found)


@pytest.mark.parametrize(
    "content",
    [
        f'"message": {{"chat": {{"id": 5, "type": "private"}}, "?": {"9" * 6000}}}',
        f'"message": {{"chat": {{"id": 5, "type": "private"}}, "?": {DEEP}}}',
        f'"?": {DEEP}, "update_id": 1',
    ],
    ids=["a number without end", "nested without end", "nested and a second number"],
)
async def test_one_that_no_program_reads_is_passed_by(settings: Settings, content: str) -> None:
    async with line() as to:
        to.platform.say(6, "trước")
        to.platform.deliver_raw(content)
        to.platform.say(6, "sau")
        found = await go_on(to, settings)
        assert found["6", "handled"] == 2
        assert found["5", "failed"] + found["", "failed"] == 1


async def test_updates_without_numbers_are_told_and_not_asked_for_at_once() -> None:
    async with line() as to:
        to.platform.bots[TOKEN].updates.append({"message": HEAD | {"text": "chào"}})
        with pytest.raises(StuckError):
            await to.poll()
        assert len(to.got) == 1


async def test_a_webhook_keeps_what_it_cannot_read(settings: Settings) -> None:
    async with line() as to:
        hook = TelegramWebhook(to.feed, "secret", 1000001)
        for body in (DEEP, f'{{"update_id": {"9" * 6000}}}'):
            await hook.take({}, body.encode(), to.receive)
        assert [each.kind for each in to.got] == [Incoming.UNREADABLE] * 2
        assert len({each.key for each in to.got}) == 2


async def test_what_breaks_while_it_is_written_down_is_put_aside(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is: the others of its batch are kept as they are."""
    database = await open_database(settings.database_url)
    program = build_program(settings, database, [])
    real = Inbound.as_json

    def breaks(update: Inbound) -> dict[str, Any]:
        if update.text == "hỏng":
            raise ZeroDivisionError
        return real(update)

    monkeypatch.setattr(Inbound, "as_json", breaks)
    batch = [
        Inbound(Address("web", f"chat{number}"), Incoming.TEXT, text, update_key=f"{number}")
        for number, text in enumerate(("một", "hỏng", "hai"))
    ]
    assert await program.pipeline.receive(batch) == 3
    assert await program.pipeline.receive(batch) == 0
    await program.work_off()
    assert await inbox(database) == {
        ("chat0", "handled"): 1,
        ("chat1", "failed"): 1,
        ("chat2", "handled"): 1,
    }
    await database.close()
