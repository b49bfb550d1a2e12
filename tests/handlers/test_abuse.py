"""What a mischievous, a hurried or an unlucky person does must harm nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.messages import Address, Inbound, Incoming, storable
from tests.conftest import Talk
from tests.handlers.test_pipeline import deliver
from tests.handlers.test_registration import myself


def at_the_roster_consent(talk: Talk, who: str = "hanh", called: str = "má") -> None:
    talk.play([{"from": who, "start": talk.join_code()}])
    talk.press(who, "Ghi tên cho người nhà")
    talk.text(who, called, "Cha mẹ")
    talk.text(who, "Tôi đang cầm máy")


def button(talk: Talk, who: str, label: str) -> str:
    """The value behind a button, as a page would send it."""
    rows = talk.sql(
        "select rows from outbox join account on account.id = account_id"
        " where external_id = ? order by outbox.id desc",
        who,
    )
    for (raw,) in rows:
        for row in json.loads(raw):
            for shown, value in row:
                if shown == label:
                    return str(value)
    raise AssertionError(label)


def pressed(who: str, value: str, key: str) -> Inbound:
    return Inbound(Address("script", who), Incoming.PRESS, value, update_key=key)


def test_a_refusal_pressed_twice_stops_nobody(talk: Talk) -> None:
    talk.club()
    at_the_roster_consent(talk)
    refuse = button(talk, "hanh", "Không đồng ý")
    deliver(
        talk,
        pressed("hanh", refuse, "a"),
        pressed("hanh", refuse, "b"),
        Inbound(Address("script", "la"), Incoming.TEXT, "tôi đau ngực khó thở", update_key="c"),
    )
    assert talk.sql("select state, count(*) from inbox group by state") == [
        ("handled", talk.sql("select count(*) from inbox")[0][0])
    ]
    assert talk.sql(
        "select count(*) from outbox join account on account.id = account_id"
        " where external_id = 'la' and text like '%115%'"
    ) == [(1,)]


def test_a_row_that_says_nothing_stops_nobody(talk: Talk) -> None:
    talk.may_fail = True
    talk.text("la", "chào")
    import sqlite3

    path = talk.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute(
            "insert into inbox (channel, update_key, external_id, raw, received_at, state, attempt)"
            " values ('script', 'x', 'la', '{\"kind\": 7}', '2026-12-01 00:00:00.000000',"
            " 'received', 0)"
        )
    assert "muốn làm gì" in talk.text("em", "chào")[0]
    assert talk.sql("select state, error from inbox where update_key = 'x'") == [
        ("failed", "KeyError")
    ]


def test_a_button_of_another_conversation_agrees_to_nothing(talk: Talk) -> None:
    talk.club()
    at_the_roster_consent(talk, called="má")
    old = button(talk, "hanh", "Đồng ý")
    talk.press("hanh", "Không đồng ý")
    at_the_roster_consent(talk, called="ông ngoại")
    assert "ông có đồng ý" in talk.last("hanh")
    before = talk.sql("select count(*) from consent")
    deliver(talk, pressed("hanh", old, "old"))
    assert "nút này cũ rồi" in "".join(
        text for (text,) in talk.sql("select text from outbox order by id desc limit 2")
    )
    assert talk.sql("select count(*) from consent") == before


def test_a_lost_phone_reads_and_invites_nothing_more(talk: Talk) -> None:
    talk.club()
    talk.press("tu", "Lập ban vận động", "Ghi thêm")
    talk.text("tu", "Nguyễn Văn Bí Mật", "1964", "nam", "bỏ qua", "có")
    talk.text("tu", "menu")
    talk.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Mời người cùng tổ chức")
    code = talk.sql("select code from invitation where created_by is not null")[0][0]
    number = talk.sql("select id from account where external_id = 'tu'")[0][0]

    import asyncio

    from bot.app import open_database

    async def revoke() -> None:

        database = await open_database(talk.settings.database_url)
        await database.run(lambda uow: uow.accounts.revoke(number))
        await database.close()

    asyncio.run(revoke())
    deliver(talk, pressed("tu", "a/continue/founding.mobilising_group/1", "x"))
    assert (
        "không còn làm được nữa"
        in talk.sql("select text from outbox order by id desc limit 1")[0][0]
    )
    said = talk.text("tu", str(code))
    assert "đã thu lại" in said[0]
    assert talk.sql("select count(*) from role where revoked_at is null") == [(0,)]


def test_a_coordinator_of_elsewhere_answers_no_question(talk: Talk) -> None:
    talk.club()
    talk.play([{"from": "xa", "start": talk.code("coordinator", area="vung-tau")}])
    talk.play([{"from": "sau", "start": talk.join_code()}])
    talk.press("sau", "Ghi tên cho tôi")
    talk.text("sau", "tuần sau trời có mưa không con?")
    talk.press("sau", "Gửi giúp tôi")
    deliver(talk, pressed("xa", "a/reply/1", "x"))
    assert "chỉ người tổ chức" in talk.sql("select text from outbox order by id desc limit 1")[0][0]


@pytest.mark.parametrize(
    "value",
    [
        "a/club/99999999999999999999999",
        "a/register/foo/1",
        "a/step/1/nothing",
        "a/approve/x",
        "a/attend/1/yes/1",
        "c/1/+fixnothing",
        "c/999/agreed",
        "a/",
        "?yes",
        "a/menu?yes?yes!",
    ],
)
def test_a_forged_button_gets_a_kind_word(talk: Talk, value: str) -> None:
    talk.club()
    deliver(talk, pressed("tu", value, "x"), pressed("la", value, "y"))
    assert talk.sql("select count(*) from inbox where state = 'failed'") == [(0,)]


def test_two_founders_choose_one_name(talk: Talk) -> None:
    talk.organiser("tu")
    talk.organiser("lan")
    name = "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc"
    for who in ("tu", "lan"):
        talk.press(who, "Thành lập câu lạc bộ", "Xã Phước Hải")
        talk.text(who, "ấp Hải Lạc")
        talk.press(who, name)
    talk.press("tu", "Đúng hết rồi")
    said = talk.press("lan", "Đúng hết rồi")
    assert "câu lạc bộ tên gì" in said[-1]
    talk.text("lan", "CLB Hải Lạc hai")
    talk.press("lan", "Đúng hết rồi")
    assert talk.sql("select count(*) from club") == [(2,)]
    assert talk.sql("select count(*) from inbox where state = 'failed'") == [(0,)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b", "ab"),
        ("\ud800x", "�x"),
        ("exe\u202egpj", "exegpj"),
        ("tiếng Việt 👵", "tiếng Việt 👵"),
    ],
)
def test_what_no_database_keeps_is_left_out(typed: str, kept: str) -> None:
    assert storable(typed) == kept


def test_guesses_in_letters_alone_are_counted(talk: Talk) -> None:
    code = talk.code("coordinator")
    for guess in ("ABCDEF", "bcdefg", "CDEFGH", "DEFGHJ", "EFGHJK"):
        talk.text("la", guess)
    assert "chờ một giờ" in talk.text("la", code)[0]


def test_what_an_organiser_wrote_of_somebody_goes_with_him(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    # A question that reached the organiser, words that he typed himself, and one half typed.
    talk.text("sau", "tuần sau trời có mưa không con?")
    talk.press("sau", "Gửi giúp tôi")
    talk.text("tu", "bà Nguyễn Thị Sáu có đi không?")
    deliver(talk, pressed("tu", "a/register/organiser/1", "x"))
    talk.text("tu", "Nguyễn Thị Sáu")
    deliver(talk, pressed("sau", "a/copy/1", "z"))
    copies = Path(talk.settings.database_url.removeprefix("sqlite+aiosqlite:///")).parent
    assert len(list(copies.rglob("copy-*.txt"))) == 1
    deliver(talk, pressed("sau", "a/delete/1", "y"))
    talk.press("sau", "Xóa hết")
    assert talk.sql("select erased_at is not null from person") == [(1,)]
    assert list(copies.rglob("copy-*.txt")) == []
    # In the day in which it can be taken back one row holds what was deleted; after it nothing does.
    talk.at("2026-12-02T09:00:00")
    path = talk.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    import sqlite3

    with sqlite3.connect(path) as connection:
        kept = [line for line in connection.iterdump() if line.startswith("INSERT")]
    kept = [line.encode().decode("unicode_escape") if "\\u" in line else line for line in kept]
    for known in ("Thị Sáu", "thi sau", "912345678", "0912 345 678", "mưa không con"):
        assert [line for line in kept if known in line and '"question"' not in line] == []


def test_a_forgotten_person_takes_nobodys_words(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    myself(talk, "lan")
    same = button(talk, "tu", "Cùng một người")
    deliver(talk, pressed("sau", "a/delete/1", "x"))
    talk.press("sau", "Xóa hết")
    deliver(talk, pressed("tu", same, "y"))
    assert talk.sql("select full_name, erased_at is not null from person order by id") == [
        (None, 1),
        ("Nguyễn Thị Sáu", 0),
    ]
    assert "xin tham gia" in talk.sql("select text from outbox order by id desc limit 1")[0][0]


def test_who_was_forgotten_does_not_come_back_by_an_old_form(talk: Talk) -> None:
    talk.club()
    deliver(talk, pressed("tu", "a/register/organiser/1", "x"))
    talk.text("tu", "Nguyễn Thị Sáu")
    talk.press("tu", "Chưa hỏi")
    deliver(talk, pressed("tu", "a/register/confirm/1/1", "y"))
    assert "Nguyễn Thị Sáu" in talk.sql("select state from conversation")[0][0].encode().decode(
        "unicode_escape"
    )
    talk.at("2027-01-01T09:00:00")
    assert talk.sql("select full_name from person") == [(None,)]
    deliver(talk, pressed("tu", "a/register/confirm/1/1", "z"))
    assert talk.sql("select state from membership") == [("left",)]
    assert talk.sql("select count(*) from conversation") == [(0,)]


def test_guesses_with_blanks_and_hyphens_are_counted_at_an_open_question_too(talk: Talk) -> None:
    talk.club()
    code = talk.code("coordinator")
    talk.play([{"from": "la", "start": talk.join_code()}])
    talk.press("la", "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    for guess in ("ABCD-EFG2", "abcd efg3", "A-B-C-D-E-F-G-4", "ABC DEF", "ab-cd-ef"):
        talk.text("la", guess)
    assert "chờ một giờ" in talk.text("la", code)[0]


def test_a_day_of_the_last_year_stops_no_tick(talk: Talk) -> None:
    talk.club()
    deliver(talk, pressed("tu", "a/event/1/meeting", "x"))
    talk.text("tu", "8 giờ sáng 31/12/9999, nhà văn hóa")
    talk.press("tu", "Đúng rồi")
    if "Đúng hết rồi" in talk.buttons("tu"):
        talk.press("tu", "Đúng hết rồi")
    talk.at("2026-12-02T09:00:00")
    assert talk.sql("select count(*) from inbox where state = 'failed'") == [(0,)]
    assert talk.sql("select name from tick where error is not null") == []


def test_a_forged_day_is_weighed_like_a_typed_one(talk: Talk) -> None:
    talk.club()
    deliver(talk, pressed("tu", "a/register/organiser/1", "x"))
    talk.text("tu", "Nguyễn Thị Sáu")
    talk.press("tu", talk.buttons("tu")[0])
    today = button(talk, "tu", "Hôm nay")
    deliver(talk, pressed("tu", today.replace("today", "2027-05-05"), "y"))
    said = [text for (text,) in talk.sql("select text from outbox order by id desc limit 3")]
    assert any("05/05/2027" in text for text in said)
    assert "2027" not in talk.sql("select state from conversation where open")[0][0]


def test_a_list_that_waits_brings_nobody_back(talk: Talk, tmp_path: Path) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    (tmp_path / "list.csv").write_text(
        "Họ và tên,Năm sinh\nNguyễn Thị Sáu,1948\nLê Văn Bảy,1950\n", encoding="utf-8"
    )
    talk.play([{"from": "tu", "file": str(tmp_path / "list.csv")}])
    talk.press("tu", talk.buttons("tu")[0], "Hôm nay")
    write = button(talk, "tu", "Ghi vào sổ")
    assert talk.sql("select count(*) from conversation where flow = '@import'") == [(1,)]
    deliver(talk, pressed("sau", "a/delete/1", "x"))
    talk.press("sau", "Xóa hết")
    deliver(talk, pressed("tu", write, "y"))
    assert talk.sql("select full_name from person") == [(None,)]
    assert talk.sql("select count(*) from conversation where flow = '@import'") == [(0,)]


@pytest.mark.parametrize("name", ["xem t.me/abc", "Мария Иванова", "www.clb.vn"])
def test_a_link_or_another_script_is_nobodys_name(talk: Talk, name: str) -> None:
    talk.club()
    talk.play([{"from": "sau", "start": talk.join_code()}])
    talk.press("sau", "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    assert "Ví dụ: Nguyễn Thị Lan" in talk.text("sau", name)[-1]
    talk.text("sau", "𝐍𝐠𝐮𝐲ễ𝐧 Тhị Ｓáｕ", "1948")
    talk.press("sau", "Nữ")
    assert "đường dẫn" in talk.text("sau", "tổ 3, zalo.me/0912")[0]
    talk.text("sau", "tổ 3", "0912345678")
    talk.press("sau", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    assert talk.sql(
        "select full_name, address from person join membership on person_id = person.id"
    ) == [("Nguyễn Thị Sáu", "tổ 3")]


def test_a_hamlet_and_a_place_are_no_links(talk: Talk) -> None:
    talk.organiser("tu")
    talk.press("tu", "Thành lập câu lạc bộ", "Xã Phước Hải")
    assert "đường dẫn" in talk.text("tu", "ấp zalo.me/abc")[0]
    talk.text("tu", "ấp Hải Lạc")
    assert "đường dẫn" in talk.text("tu", "CLB www.hailac.vn")[0]
    talk.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Đúng hết rồi")
    deliver(talk, pressed("tu", "a/event/1/meeting", "x"))
    talk.text("tu", "8 giờ sáng thứ bảy tuần sau")
    talk.press("tu", "Đúng rồi")
    assert "đường dẫn" in talk.text("tu", "nhà văn hóa, t.me/abc")[0]
    assert talk.sql("select name, hamlet from club") == [
        ("CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "ấp Hải Lạc")
    ]


def test_an_account_that_calls_itself_a_link_is_nameless(talk: Talk) -> None:
    name = "𝐇ạ𝐧𝐡 http://lừa.vn"
    update = Inbound(Address("script", "x"), Incoming.TEXT, "chào", update_key="n", name=name)
    deliver(
        talk, update, Inbound(update.address, Incoming.TEXT, "chào", update_key="m", name="𝐇ạ𝐧𝐡")
    )
    assert talk.sql("select name from account where external_id = 'x'") == [("Hạnh",)]
