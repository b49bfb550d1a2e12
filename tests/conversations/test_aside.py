"""What can't be gone on with: danger is answered, every command works, nothing that was said is lost.

Open conversations of the release before and of today, whose flow or step has another name by now,
or of which only a part is there.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.conversations.engine.storing import from_json, to_json
from bot.handlers.registry import FLOWS
from bot.messages import Incoming
from bot.storage import schema
from bot.storage.unit_of_work import UnitOfWork
from tests.conversations.real import RealChat
from tests.conversations.world import Worlds

DANGER = "cứu với, có người té bất tỉnh"
SELF: dict[str, Any] = {
    "flow": "registration",
    "name": "registration/self/1",
    "began": "2026-12-01T01:00:00+00:00",
    "args": {"mode": "self", "club": 1},
    "answers": {
        "mode": "self",
        "club": 1,
        "roster": "agreed:press",
        "reminders": "agreed:press",
        "full_name": "Lê Văn Chín",
        "birth": {"year": 1952, "date": None, "estimated": False},
        "sex": "male",
    },
    "skipped": [],
    "at": "address",
    "list": None,
    "pending": None,
    "asked": 7,
    "failures": 0,
    "fixing": False,
    "closed": [],
    "left_open": [],
    "proofs": {
        purpose: {
            "agreed": True,
            "way": "press",
            "words": f"registration.{purpose}.ask",
            "version": "264bec362544",
        }
        for purpose in ("roster", "reminders")
    },
}
"""A guest's registration as the release before stored it."""
GROUP: dict[str, Any] = {
    "flow": "founding.mobilising_group",
    "name": "founding.mobilising_group/1",
    "began": "2026-12-01T01:00:00+00:00",
    "args": {"club": 1},
    "answers": {},
    "skipped": [],
    "at": "group_members",
    "list": {
        "mode": "item",
        "item": None,
        "draft": {
            "name": "Trần Thị Lan",
            "birth": {"year": 1960, "date": None, "estimated": False},
        },
        "passed": [],
        "at": "sex",
    },
    "pending": None,
    "asked": 9,
    "failures": 0,
    "fixing": False,
    "closed": [],
    "seen": None,
}
"""A half typed entry of a founding's list."""
Spoil = Callable[[dict[str, Any]], Any]


def without(*keys: str) -> Spoil:
    return lambda state: {key: value for key, value in state.items() if key not in keys}


def but(**changes: Any) -> Spoil:
    return lambda state: {**state, **changes}


def cut(state: dict[str, Any]) -> Any:
    """The first half of what was written."""
    return dict(list(state.items())[: len(state) // 2])


def another_question(state: dict[str, Any]) -> Any:
    """The question where it stands was taken out of the flow."""
    inside = state.get("list") or {}
    key = "list" if "list" in state else "inside"
    if inside:
        return {**state, "list": {**inside, "at": "no_such_question"}}
    entry = (state.get(key) or {}).get("entry")
    if entry:
        return {**state, key: {"entry": {**entry, "at": "no_such_question"}}}
    return {**state, "at": "no_such_question"}


SPOILT: dict[str, Spoil] = {
    "a renamed step": another_question,
    "a renamed flow": but(flow="no_such_flow"),
    "a truncated state": cut,
    "an empty state": lambda _state: {},
    "a list": lambda _state: ["flow", "registration"],
    "a text": lambda _state: "registration",
    "nothing": lambda _state: None,
    "no arguments": without("args"),
    "other arguments": but(args={"club": "one"}),
    "no answers": without("answers"),
    "answers of another kind": but(answers={"birth": "1952", "hamlet": 3}),
    "a place of another kind": but(at=5),
    "a version to come": but(version=99),
    "a version of letters": but(version="new"),
    "a value of another kind that waits": but(pending={"value": ["x"], "shown": 4}),
}
OLD = {"guest": SELF, "tu": GROUP}


def new(state: dict[str, Any]) -> dict[str, Any]:
    """The same, as it is stored today."""
    return to_json(from_json(state))


COMMANDS: list[tuple[Incoming, str]] = [
    *(
        (Incoming.TEXT, text)
        for text in (
            "menu", "/menu", "dừng", "giúp", "/giup", "quay lại", "người phụ trách", "english",
            "thông tin của tôi", "dừng nhắc", "nhắc lại", "không", "ừ", "1", "tổ 3, ấp Hải Lạc",
            "câu lạc bộ sinh hoạt mấy lần một tháng vậy?", "báo cáo", "xem các bước", "rời câu lạc bộ",
        )
    ),
    *(
        (Incoming.PRESS, value)
        for value in (
            "c/7/+skip!", "c/9/female", "a/menu", "a/continue/registration/self/1", "a/club/1",
            "a/register/self/1", "a/step/1/mobilising_group/do", "a/danger/none", "a/ask/go_on",
            "c/again/1", "c/again/x",
        )
    ),
    (Incoming.START, ""),
    (Incoming.STICKER, ""),
    (Incoming.PHOTO, ""),
    (Incoming.FILE, ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def worlds(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    return Worlds(empty_database, tmp_path_factory.mktemp("worlds"))


class Left:
    """Somebody who left off in the middle of something, before the program was renewed."""

    def __init__(self, path: Path, who: str) -> None:
        self.chat = RealChat(path, FLOWS[0], FLOWS, who)

    async def leave_off(self, state: Any, name: str) -> None:
        """Nothing is there but this."""

        def write(uow: UnitOfWork) -> None:
            account = self._account(uow)
            for row in [uow.conversations.current(account), *uow.conversations.parked(account)]:
                if row is not None:
                    uow.conversations.drop(account, row.flow)
            uow.accounts.update(account, language="vi")
            uow.conversations.put(account, name, state, is_open=True)

        await self.chat.run(write)

    def _account(self, uow: UnitOfWork) -> int:
        return 1 if self.chat.who == "tu" else 2

    async def rows(self) -> dict[str, Any]:
        """What is kept, by its name."""

        def look(uow: UnitOfWork) -> dict[str, Any]:
            account = self._account(uow)
            found = [uow.conversations.current(account), *uow.conversations.parked(account)]
            return {row.flow: row.state for row in found if row is not None}

        return await self.chat.run(look)

    async def press(self, label_of: str) -> None:
        """Press a choice by a part of its value."""
        await self.chat.send(
            Incoming.PRESS, next(value for value in self.chat.offered if label_of in value)
        )


@pytest.mark.parametrize("who", OLD)
@pytest.mark.parametrize("form", [dict, new], ids=["before", "today"])
def test_danger_is_answered_and_every_command_works(
    who: str, form: Callable[[dict[str, Any]], Any], worlds: Worlds, tmp_path: Path
) -> None:
    path = worlds.copy(tmp_path, upto=11)

    async def run() -> None:
        left = Left(path, who)
        await left.chat.send(Incoming.START)
        name = OLD[who]["name"]
        for what, spoil in SPOILT.items():
            state = spoil(form(OLD[who]))
            await left.leave_off(state, name)
            await left.chat.send(Incoming.TEXT, DANGER)
            assert left.chat.said[0].startswith("Gọi 115 ngay"), (what, left.chat.said)
        for number, (kind, text) in enumerate(COMMANDS):
            # Every command over all kinds of spoilt states, one after another.
            for place, (what, spoil) in enumerate(SPOILT.items()):
                if (place + number) % 5:
                    continue
                await left.leave_off(spoil(form(OLD[who])), name)
                await left.chat.send(kind, text)
                assert not any("trục trặc" in said for said in left.chat.said), (what, text)
        await left.chat.close()

    asyncio.run(run())


@pytest.mark.parametrize("form", [dict, new], ids=["before", "today"])
@pytest.mark.parametrize("what", SPOILT)
def test_nothing_that_was_said_is_lost(
    what: str, form: Callable[[dict[str, Any]], Any], worlds: Worlds, tmp_path: Path
) -> None:
    path = worlds.copy(tmp_path, upto=11)

    async def run() -> None:
        left = Left(path, "guest")
        await left.chat.send(Incoming.START)
        state = SPOILT[what](form(SELF))
        await left.leave_off(state, SELF["name"])
        await left.chat.send(Incoming.TEXT, "tổ 3, ấp Hải Lạc")
        assert len(left.chat.said) == 1
        assert "mở lại không được" in left.chat.said[0]
        kept = (await left.rows())["@aside/1"]
        assert kept["@name"] == SELF["name"]
        if isinstance(state, dict):
            assert {key: kept[key] for key in state} == json.loads(json.dumps(state))
        await left.chat.close()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("what", "asked"),
    [
        ("a renamed step", "ở đâu"),
        ("a place of another kind", "đồng ý cho ghi tên"),
        ("a version to come", "đồng ý cho ghi tên"),
        ("no answers", "đồng ý cho ghi tên"),
    ],
)
@pytest.mark.parametrize("typed", [None, "ừ", "Làm lại chỗ đó"])
def test_it_is_begun_again_with_what_fits(
    what: str, asked: str, typed: str | None, worlds: Worlds, tmp_path: Path
) -> None:
    """Consents whose proof can't be read are asked again; all else that was said stands there."""

    path = worlds.copy(tmp_path, upto=11)

    async def run() -> None:
        left = Left(path, "guest")
        chat = left.chat
        await chat.send(Incoming.START)
        await left.leave_off(SPOILT[what](dict(SELF)), SELF["name"])
        await chat.send(Incoming.STICKER)
        if typed is None:
            await left.press("c/again/")
        else:
            await chat.send(Incoming.TEXT, typed)
        assert asked in chat.said[-1], chat.said
        rows = await left.rows()
        session = from_json(rows["registration/self/1"])
        if what != "no answers":
            assert session.answers["full_name"] == "Lê Văn Chín"
            assert session.answers["birth"]["year"] == 1952
        if asked != "ở đâu":
            await left.press("/agreed")
            assert "proofs" in (await left.rows())["registration/self/1"]
        # The same button once more begins nothing anew.
        before = (await left.rows())["registration/self/1"]["answers"]
        await chat.send(Incoming.PRESS, "c/again/1")
        assert (await left.rows())["registration/self/1"]["answers"] == before
        await chat.close()

    asyncio.run(run())


def test_a_half_typed_entry_waits_at_its_list(worlds: Worlds, tmp_path: Path) -> None:
    path = worlds.copy(tmp_path, upto=2)

    async def run() -> None:
        left = Left(path, "tu")
        await left.chat.send(Incoming.START)
        await left.leave_off(SPOILT["a renamed step"](GROUP), GROUP["name"])
        await left.chat.send(Incoming.STICKER)
        await left.press("c/again/")
        assert any(value.endswith("+resume") for value in left.chat.offered)
        await left.press("+resume")
        session = await left.chat.session()
        assert session is not None
        assert session.entry is not None
        assert session.entry.draft["name"] == "Trần Thị Lan"
        await left.chat.close()

    asyncio.run(run())


@pytest.mark.parametrize("met", [True, False], ids=["put aside", "not met yet"])
def test_the_same_step_opened_by_its_button_takes_over_what_fits(
    met: bool, worlds: Worlds, tmp_path: Path
) -> None:
    path = worlds.copy(tmp_path, upto=11)

    async def run() -> None:
        left = Left(path, "guest")
        await left.chat.send(Incoming.START)
        spoilt = SPOILT["a renamed step"](SELF)
        await left.leave_off(spoilt, SELF["name"])
        if met:
            await left.chat.send(Incoming.STICKER)
        else:
            await left.chat.run(
                lambda uow: uow.conversations.put(2, SELF["name"], spoilt, is_open=False)
            )
        await left.chat.send(Incoming.PRESS, "a/register/self/1")
        assert "giữ lại" in left.chat.said[0]
        session = await left.chat.session()
        assert session is not None
        assert (session.at, session.answers["full_name"]) == ("address", "Lê Văn Chín")
        await left.chat.close()

    asyncio.run(run())


@pytest.mark.parametrize("what", ["a renamed step", "a renamed flow", "a truncated state"])
@pytest.mark.parametrize("met", [True, False], ids=["put aside", "not met yet"])
def test_what_lies_aside_is_forgotten_with_a_word(
    what: str, met: bool, worlds: Worlds, tmp_path: Path
) -> None:
    path = worlds.copy(tmp_path, upto=11)

    async def run() -> None:
        left = Left(path, "guest")
        await left.chat.send(Incoming.START)
        await left.chat.send(Incoming.TEXT, "tôi tên Lê Văn Chín")
        await left.leave_off(SPOILT[what](dict(SELF)), SELF["name"])
        if met:
            await left.chat.send(Incoming.STICKER)
        await left.chat.send(Incoming.TEXT, "xóa thông tin của tôi")
        assert not any("Chín" in json.dumps(row) for row in (await left.rows()).values())
        raw = await left.chat.run(
            lambda uow: uow.connection.execute(sa.select(schema.inbox.c.raw)).scalars().all()
        )
        assert "Chín" not in json.dumps(raw, ensure_ascii=False)
        await left.chat.close()

    asyncio.run(run())


def test_the_menu_offers_what_was_left_though_it_cannot_be_opened(
    worlds: Worlds, tmp_path: Path
) -> None:
    path = worlds.copy(tmp_path, upto=11)

    async def run() -> None:
        left = Left(path, "guest")
        await left.chat.send(Incoming.START)
        spoilt = SPOILT["a truncated state"](SELF)
        await left.chat.run(
            lambda uow: uow.conversations.put(2, "registration/self/1", spoilt, is_open=False)
        )
        await left.chat.send(Incoming.TEXT, "menu")
        await left.press("a/continue/")
        assert "mở lại không được" in left.chat.said[0]
        await left.press("c/again/")
        assert "đồng ý cho ghi tên" in left.chat.said[-1]
        await left.chat.close()

    asyncio.run(run())
