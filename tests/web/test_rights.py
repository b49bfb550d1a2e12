"""The right to read is asked when something is fetched, not when it was sent."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from bot.channels.web import WebChannel
from bot.domain.rights import Right
from bot.web.chat import account_id_of
from tests.command_line import run
from tests.conftest import Talk
from tests.handlers.test_abuse import pressed
from tests.handlers.test_consents import myself
from tests.handlers.test_pipeline import deliver
from tests.web.test_chat import page

HIDDEN = "không còn xem được"
NUMBER = "0912 345 678"


def cookie(who: str) -> str:
    return f"{who:x>40}"


def on_the_page(talk: Talk, *people: str) -> None:
    """What was said over the scripted channel stands on the chat page of these people."""
    for who in people:
        known = account_id_of(cookie(who))
        for statement in (
            f"update inbox set channel = 'web', external_id = '{known}' where external_id = '{who}'",
            "update outbox set channel = 'web' where account_id = "
            f"(select id from account where external_id = '{who}')",
            f"update account set channel = 'web', external_id = '{known}' where external_id = '{who}'",
        ):
            talk.sql_write(statement)


def fetched(talk: Talk, who: str, fetch: Callable[[httpx.AsyncClient], Any]) -> Any:
    async def work() -> Any:
        async with page(talk.settings) as client:
            client.cookies.set("chat", cookie(who), domain="127.0.0.1")
            return await fetch(client)

    return asyncio.run(work())


def history(talk: Talk, who: str) -> list[dict[str, Any]]:
    async def fetch(client: httpx.AsyncClient) -> Any:
        return (await client.get("/chat/history")).json()["messages"]

    found: list[dict[str, Any]] = fetched(talk, who, fetch)
    return found


def said(talk: Talk, who: str) -> str:
    return "\n".join(
        json.dumps([each["text"], each.get("rows"), each.get("files")], ensure_ascii=False)
        for each in history(talk, who)
    )


def revoked(talk: Talk, who: str) -> None:
    ((number,),) = talk.sql("select id from account where external_id = ?", who)
    assert run("revoke", "--account", str(number), url=talk.settings.database_url).returncode == 0


@pytest.fixture
def club(talk: Talk) -> Talk:
    """An organiser who took a member in, looked at people, typed one's name and sent for the list."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    deliver(talk, pressed("tu", "a/names/1", "names"), pressed("tu", "a/getlist/1", "list"))
    deliver(talk, pressed("tu", "a/register/organiser/1", "register"))
    talk.text("tu", "Lê Văn Bảy")
    talk.text("tu", "cách nào để được công nhận?")
    return talk


def test_an_organiser_reads_it_and_gets_the_file(club: Talk) -> None:
    on_the_page(club, "tu")
    words = said(club, "tu")
    for known in ("Nguyễn Thị Sáu", "Lê Văn Bảy", ".xlsx"):
        assert known in words
    assert HIDDEN not in words

    async def fetch(client: httpx.AsyncClient) -> int:
        (url,) = [
            each["url"]
            for message in (await client.get("/chat/history")).json()["messages"]
            for each in message.get("files", ())
        ]
        return (await client.get(url)).status_code

    assert fetched(club, "tu", fetch) == 200


def test_who_has_no_role_any_more_reads_nothing_of_others_and_gets_no_file(club: Talk) -> None:
    numbers = [row for (row,) in club.sql("select id from outbox where files <> '[]'")]
    revoked(club, "tu")
    on_the_page(club, "tu")
    words = said(club, "tu")
    for known in ("Sáu", "Bảy", NUMBER, ".xlsx", "xin tham gia", "Nhận"):
        assert known not in words
    assert HIDDEN in words
    # One line stands for what follows one another.
    texts = [each["text"] for each in history(club, "tu")]
    assert not any(HIDDEN in one and HIDDEN in two for one, two in itertools.pairwise(texts))

    async def fetch(client: httpx.AsyncClient) -> list[int]:
        return [(await client.get(f"/chat/files/{row}/0")).status_code for row in numbers]

    assert fetched(club, "tu", fetch) == [404] * len(numbers)
    assert numbers


def streamed(talk: Talk, who: str) -> str:
    """What a page that opens the stream is told at once: of a server that stops, it ends there."""

    async def work() -> str:
        web = WebChannel()
        await web.stop()
        async with page(talk.settings, web) as client:
            client.cookies.set("chat", cookie(who), domain="127.0.0.1")
            return (await client.get("/chat/stream")).text

    events = asyncio.run(work()).split("\n\n")
    told = [event.partition("data: ")[2] for event in events if "data: " in event]
    return "\n".join(json.loads(each)["text"] for each in told)


def test_a_stream_brings_an_organiser_what_he_was_told(club: Talk) -> None:
    on_the_page(club, "tu")
    assert "Nguyễn Thị Sáu" in streamed(club, "tu")


def test_a_stream_of_who_has_no_role_any_more_brings_only_his_own(club: Talk) -> None:
    revoked(club, "tu")
    on_the_page(club, "tu")
    words = streamed(club, "tu")
    assert "Mình bắt đầu luôn được không ạ?" in words
    for known in ("Nguyễn Thị Sáu", "Lê Văn Bảy", NUMBER):
        assert known not in words


def test_what_was_typed_again_repeats_nothing_that_is_hidden(club: Talk) -> None:
    club.text("tu", "dừng")
    club.press("tu", club.buttons("tu")[0])
    myself(club, "lan")
    assert "Nguyễn Thị Sáu" in club.last("tu")
    revoked(club, "tu")
    for typed in ("có", "không", "nhắc lại", "1", "Nhận", "Cùng một người"):
        assert not any("Sáu" in text for text in club.text("tu", typed))


def test_what_waits_for_the_morning_is_not_sent_to_a_lost_phone(club: Talk) -> None:
    club.at("2026-12-01T22:00:00")
    myself(club, "lan")
    assert club.sql("select count(*) from outbox where state = 'queued'") == [(1,)]
    revoked(club, "tu")
    assert club.sql("select count(*) from outbox where state = 'cancelled'") == [(1,)]
    assert not any(line["to"] == "tu" for line in club.at("2026-12-02T09:00:00"))


def test_who_organises_again_reads_again(club: Talk) -> None:
    ((code,),) = club.sql("select code from club")
    revoked(club, "tu")
    club.play([{"from": "tu", "start": club.code("organiser", club=code)}])
    on_the_page(club, "tu")
    assert "Nguyễn Thị Sáu" in said(club, "tu")


def test_another_clubs_organiser_is_under_his_own_right(club: Talk) -> None:
    club.club("ba", hamlet="ấp khác")
    deliver(club, pressed("ba", "a/names/2", "theirs"))
    assert club.sql("select count(*) from outbox where rights like '%organises/2%'")[0][0] > 0
    revoked(club, "tu")
    on_the_page(club, "ba")
    assert HIDDEN not in said(club, "ba")


def test_a_coordinator_reads_questions_and_reports_while_he_is_one(talk: Talk) -> None:
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="dat-do")}])
    talk.play([{"from": "ca", "start": talk.code("coordinator")}])
    talk.text("la", "tuần sau trời có mưa không con?")
    talk.press("la", "Gửi giúp tôi")
    talk.text("ca", "báo cáo")
    revoked(talk, "ca")
    on_the_page(talk, "ca", "minh")
    words = said(talk, "ca")
    assert "mưa" not in words
    assert "Đất Đỏ" not in words
    assert HIDDEN in words


def test_a_helper_reads_of_whom_he_speaks_for_as_long_as_he_does(talk: Talk) -> None:
    talk.club()
    talk.play([{"from": "hanh", "start": talk.join_code()}])
    talk.press("hanh", "Ghi tên cho người nhà")
    talk.text("hanh", "bà ngoại")
    talk.press("hanh", "Bà đây", "Đồng ý", "Đồng ý")
    talk.text("hanh", "Nguyễn Thị Sáu", "1948")
    talk.press("hanh", "Nữ")
    talk.text("hanh", "tổ 3", "0912345678")
    talk.press("hanh", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    talk.press("tu", "Nhận")
    talk.text("hanh", "thông tin của tôi")
    assert NUMBER in talk.said[-2]["text"]
    on_the_page(talk, "hanh")
    words = said(talk, "hanh")
    for known in ("26686-01-001", "đã nhận"):
        assert known in words
    talk.sql_write("delete from speaks_for")
    # What he typed himself stays his; what the club's book says of her doesn't.
    words = said(talk, "hanh")
    for known in ("26686-01-001", "đã nhận"):
        assert known not in words
    assert HIDDEN in words


def test_a_right_of_a_later_program_is_none_of_ours() -> None:
    assert Right.read("flies/3") is None
    assert Right.read("organises/3") == Right.organises(3)
