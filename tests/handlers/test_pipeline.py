"""The pipeline: once, in order, nothing lost, nobody stopped by somebody else's fault."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal, get_args, get_origin

import pytest

from bot import buttons
from bot.app import Program, build_program, open_database
from bot.buttons import Button, Named, PersonIds, arguments, wire
from bot.channels.script import NAME, ScriptChannel
from bot.clock import VirtualClock
from bot.domain.founding import StepKey
from bot.handlers import router
from bot.handlers.feature import Action
from bot.handlers.guards import organiser
from bot.handlers.registry import ACTIONS
from bot.messages import Address, Inbound, Incoming
from tests.conftest import NOW, Talk


def with_program(
    talk: Talk, work: Callable[[Program], Any], *, may_fail: bool = False
) -> list[dict[str, Any]]:
    """Do something with a running program; what was sent. A failed update fails the test."""
    sent: list[dict[str, Any]] = []
    failed: list[Exception] = []

    async def run() -> None:
        database = await open_database(talk.settings.database_url)
        clock = VirtualClock(datetime.fromisoformat(NOW))
        channel = ScriptChannel(sent.append, clock.now, talk.settings.zone)
        database.keep_time(clock, "test")
        program = build_program(talk.settings, database, [channel])
        program.pipeline.on_failed = failed.append
        await work(program)
        await database.close()

    asyncio.run(run())
    assert may_fail or not failed, failed
    return sent


def deliver(talk: Talk, *updates: Inbound, may_fail: bool = False) -> list[dict[str, Any]]:
    """Updates as they come from a platform, worked off."""

    async def work(program: Program) -> None:
        for update in updates:
            await program.pipeline.receive([update])
        await program.settle()

    return with_program(talk, work, may_fail=may_fail)


def text(who: str, words: str, key: str) -> Inbound:
    return Inbound(Address(NAME, who), Incoming.TEXT, words, update_key=key, name=who)


def test_the_same_message_twice_has_one_effect(talk: Talk) -> None:
    talk.organiser()
    talk.press("tu", "Thành lập câu lạc bộ", "Xã Phước Hải")
    heard = talk.play(
        [
            {"from": "tu", "text": "ấp Hải Lạc", "id": "77"},
            {"from": "tu", "text": "ấp Hải Lạc", "id": "77"},
        ]
    )
    assert len(heard) == 1
    assert "câu lạc bộ tên gì" in heard[0]["text"]


def test_an_old_button_pressed_again_changes_nothing(talk: Talk) -> None:
    talk.club()
    talk.press("tu", "Làm: Xin chủ trương của xã, Hội Người cao tuổi")
    talk.text("tu", "Trần Văn Hòa", "0912345678")
    talk.press("tu", "Đồng ý miệng")
    said = talk.press("tu", "Chưa đồng ý")
    assert "nút này cũ" in said[0]
    assert talk.sql("select value from founding_datum where field = 'support_way'") == [
        ('"verbal"',)
    ]


def test_a_handler_that_raises_loses_nothing_and_stops_nobody(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = router.handle

    def fragile(services: Any, turn: Any) -> str:
        if turn.inbound.text == "boom":
            turn.uow.people.add(full_name="half")
            raise RuntimeError("secret 0912345678")
        return real(services, turn)

    monkeypatch.setattr("bot.handlers.pipeline.handle", fragile)
    sent = deliver(
        talk, text("a", "boom", "1"), text("b", "chào", "2"), text("a", "chào", "3"), may_fail=True
    )
    said = {line["to"]: line["text"] for line in sent}
    assert "trục trặc" in next(line["text"] for line in sent if line["to"] == "a")
    assert "muốn làm gì" in said["b"]
    assert "muốn làm gì" in said["a"]
    assert talk.sql("select state, error from inbox order by id") == [
        ("failed", "RuntimeError"),
        ("handled", None),
        ("handled", None),
    ]
    assert talk.sql("select count(*) from person") == [(0,)]


def test_a_fault_is_logged_without_what_was_said(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(services: Any, turn: Any) -> None:
        raise RuntimeError(turn.inbound.text)

    monkeypatch.setattr("bot.handlers.pipeline.handle", broken)
    deliver(talk, text("a", "Nguyễn Thị Sáu 0912345678", "1"), may_fail=True)
    told = "".join(capsys.readouterr())
    assert "RuntimeError" in told
    assert "0912345678" not in told
    assert "Nguyễn" not in told


def test_two_organisers_at_once_do_not_overwrite_each_other(talk: Talk) -> None:
    code = talk.club()
    talk.play([{"from": "lan", "start": talk.code("organiser", club=code)}])
    step = "Làm: Xin chủ trương của xã, Hội Người cao tuổi"
    talk.press("tu", step)
    talk.press("lan", step)
    talk.text("tu", "Trần Văn Hòa")
    said = talk.text("lan", "Lê Văn Ba")
    assert "có người đã ghi: Trần Văn Hòa" in said[0]
    assert talk.buttons("lan") == ["Giữ: Trần Văn Hòa", "Dừng lại"]
    talk.press("lan", "Giữ: Trần Văn Hòa")
    talk.text("tu", "0912345678")
    data = {
        field: json.loads(value)
        for field, value in talk.sql("select field, value from founding_datum")
    }
    assert data["association_phone"] == "+84912345678"
    assert data["association_contact"] == "Trần Văn Hòa"


def test_two_organisers_add_to_the_same_list(talk: Talk) -> None:
    code = talk.club()
    talk.play([{"from": "lan", "start": talk.code("organiser", club=code)}])
    for who in ("tu", "lan"):
        talk.press(who, "Lập ban vận động", "Ghi thêm")
    talk.text("tu", "Nguyễn Văn Tư")
    talk.text("lan", "Trần Thị Lan")
    talk.text("tu", "1964")
    talk.text("lan", "1971")
    talk.press("tu", "Nam", "Bỏ qua", "Rồi")
    talk.press("lan", "Nữ", "Bỏ qua", "Rồi")
    entries = talk.sql("select value from founding_datum where field = 'group_members'")
    assert len(entries) == 2


def test_only_the_first_yes_to_an_application_counts(talk: Talk) -> None:
    code = talk.club()
    talk.play([{"from": "lan", "start": talk.code("organiser", club=code)}])
    talk.play([{"from": "sau", "start": talk.join_code()}])
    talk.press("sau", "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu", "1948")
    talk.press("sau", "Nữ")
    talk.text("sau", "tổ 3", "0912345678")
    talk.press("sau", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    talk.press("tu", "Nhận")
    said = talk.press("lan", "Không nhận")
    assert "đã có người xem" in said[0]
    assert talk.sql("select state from membership") == [("active",)]


def test_messages_of_a_chat_stay_in_order(talk: Talk) -> None:
    sent = deliver(talk, *[text("a", f"câu {number}", str(number)) for number in range(5)])
    assert [line["to"] for line in sent] == ["a"] * len(sent)
    assert talk.sql("select count(*) from inbox where state = 'handled'") == [(5,)]


def forged(button: type[Button]) -> str:
    """A button that can be read: every number is 1, every choice the first."""
    given: dict[str, Any] = {}
    for each in arguments(button):
        if each.named is Named.PAPER:
            given[each.name] = "invitation"
        elif each.one_of or get_origin(each.kind) is Literal:
            given[each.name] = (each.one_of or get_args(each.kind))[0]
        elif each.kind is StepKey:
            given[each.name] = StepKey.COMMUNE_SUPPORT
        else:
            known = {int: 1, bool: True, str: "x", PersonIds: (1,)}
            given[each.name] = known[each.kind]
    return wire(button(**given))


@pytest.mark.parametrize("value", [*map(forged, ACTIONS), "a/nothing", "c/1/x", ""])
def test_a_guest_who_forges_a_button_harms_nothing(talk: Talk, value: str) -> None:
    talk.club()
    before = [
        talk.sql(f"select count(*) from {table}")
        for table in ("club", "membership", "person", "role", "event", "founding_datum")
    ]
    forged = Inbound(Address(NAME, "guest"), Incoming.PRESS, value, update_key=f"f{value}")
    deliver(talk, forged)
    assert talk.sql("select count(*) from inbox where state = 'failed'") == [(0,)]
    after = [
        talk.sql(f"select count(*) from {table}")
        for table in ("club", "membership", "person", "role", "event", "founding_datum")
    ]
    assert after == before


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "\u200b",
        "x" * 10_000,
        "👵🏻",
        "Chào con",
        "30 tháng 2",
        "\x00\x01",
        "🇻🇳" * 50,
        "/start",
    ],
)
def test_whatever_is_typed_gets_an_answer(talk: Talk, typed: str) -> None:
    sent = deliver(talk, text("a", typed, "1"))
    assert sent
    assert talk.sql("select state from inbox") == [("handled",)]


def test_a_fault_inside_an_action_is_a_failed_update(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not an old button: what was begun is undone, the person is told, an operator sees it."""
    talk.club()

    def broken(services: Any, turn: Any, club: Any, page: int) -> None:
        turn.uow.people.add(full_name="half")
        raise LookupError("no such thing 0912345678")

    monkeypatch.setitem(ACTIONS, buttons.Members, Action(broken, organiser))
    pressed = Inbound(Address(NAME, "tu"), Incoming.PRESS, "a/members/1", update_key="b")
    said = deliver(talk, pressed, may_fail=True)
    assert "trục trặc" in said[-1]["text"]
    assert not any("nút này cũ" in line["text"] for line in said)
    assert talk.sql("select state, error from inbox order by id desc limit 1") == [
        ("failed", "LookupError")
    ]
    assert talk.sql("select count(*) from person") == [(0,)]


@pytest.mark.parametrize(
    "value",
    ["a/club/77", "a/paper/1/nothing", "a/paper/1/invitation/77", "a/called/77", "a/reply/77"],
)
def test_a_button_of_what_is_gone_is_an_old_one(talk: Talk, value: str) -> None:
    talk.club()
    pressed = Inbound(Address(NAME, "tu"), Incoming.PRESS, value, update_key="b")
    assert "nút này cũ" in deliver(talk, pressed)[-1]["text"]
