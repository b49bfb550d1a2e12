"""The secretary's tools: a name found without accents, lists of who needs something, one member."""

from __future__ import annotations

import pytest

from bot.buttons import TakeBackList
from tests.command_line import run
from tests.conftest import Talk
from tests.handlers.pressing import press_all
from tests.handlers.test_events import reminders, set_event
from tests.handlers.test_roster_export import write

CLUB = "26686-01"


@pytest.fixture
def listed(club: Talk) -> Talk:
    """The sample list stands in the club too."""
    club.signed_list(CLUB)
    return club


def found(talk: Talk) -> list[str]:
    return [each for each in talk.buttons("tu") if each not in ("Tìm tên khác", "Quay lại")]


@pytest.mark.parametrize(
    "typed", ["tìm thành viên sau", "tim ba sau", "tìm tên Thị Sáu", "tim ten SAU"]
)
def test_somebody_is_found_without_accents(listed: Talk, typed: str) -> None:
    listed.text("tu", typed)
    assert any("Nguyễn Thị Sáu (1948)" in each for each in found(listed))
    assert all("Sáu" in each or "Sâu" in each or "Sau" in each for each in found(listed))


def test_a_year_a_number_and_a_code_find_too(listed: Talk) -> None:
    for words in ("1948", "0912 345 678", f"{CLUB}-001"):
        listed.text("tu", "tìm thành viên")
        assert "tìm ai ạ" in listed.last("tu")
        listed.text("tu", words)
        assert "Nguyễn Thị Sáu (1948)" in found(listed), words
    listed.text("tu", "tìm thành viên Không Có Ai")
    assert "chưa có ai khớp" in listed.last("tu")


def test_the_vietnamese_order_is_kept(listed: Talk) -> None:
    listed.text("tu", "tìm thành viên thi")
    names = [each.rpartition(" (")[0].split()[-1] for each in found(listed)]
    in_list = [row[0] for row in listed.sql(
        "select full_name from person where name_folded like '% thi %' order by sort_key limit 12"
    )]  # fmt: skip
    assert names == [each.split()[-1] for each in in_list]


def test_only_organisers_find_anybody(listed: Talk) -> None:
    said = "\n".join(listed.text("la", "tìm thành viên sau"))
    assert "Nguyễn Thị Sáu" not in said
    listed.text("sau", "tìm tên Kiệt")
    assert listed.sql("select count(*) from access where what = 'search'") == [(0,)]


def test_who_reaches_an_age_is_wished_long_life(club: Talk) -> None:
    write(club, "update person set birth_year = 1936, birth_date = null where id = 1")
    club.text("tu", "ai được mừng thọ năm nay")
    assert "1. Nguyễn Thị Sáu (1936): 90 tuổi, mừng thượng thượng thọ" in club.last("tu")
    write(club, "update person set birth_year = 1937 where id = 1")
    club.text("tu", "danh sách mừng thọ")
    assert "chưa có ai" in club.last("tu")


@pytest.mark.parametrize(
    "typed",
    [
        "sinh nhật thành viên",
        "tháng này ai sinh nhật",
        "sinh nhat thang nay co ai",
        "có ai sinh nhật tháng này không",
        "tháng sau ai sinh nhật vậy",
    ],
)
def test_birthdays_stand_in_the_order_of_the_year(club: Talk, typed: str) -> None:
    write(club, "update person set birth_date = '1948-03-05' where id = 1")
    club.text("tu", typed)
    assert "1. Nguyễn Thị Sáu (1948): 05/03" in club.last("tu")


def test_who_can_not_be_reached_and_who_has_not_agreed(club: Talk) -> None:
    club.text("tu", "ai không liên lạc được")
    assert "ai trong sổ cũng có cách liên lạc" in club.last("tu")
    write(club, "update membership set phone = null, contact_person = null")
    write(club, "update account set blocked_at = created_at where external_id = 'sau'")
    club.text("tu", "ai không liên lạc được")
    assert "Nguyễn Thị Sáu" in club.last("tu")
    club.text("tu", "danh sách chưa có lời đồng ý")
    assert "ai trong sổ cũng đã đồng ý" in club.last("tu")
    write(club, "update consent set withdrawn_at = recorded_at where purpose = 'roster'")
    club.text("tu", "danh sách chưa có lời đồng ý")
    assert "Nguyễn Thị Sáu" in club.last("tu")


def test_nobody_answering_for_a_month_is_a_line(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    assert reminders(club.at("2026-12-20T07:00:00"))
    club.text("tu", "việc thư ký")
    assert "Cả tháng không trả lời (0)" in club.buttons("tu")
    club.at("2027-01-05T09:00:00")
    club.text("tu", "việc thư ký")
    assert "Cả tháng không trả lời (1)" in club.buttons("tu")
    club.press("tu", "Cả tháng không trả lời (1)")
    assert "1. Nguyễn Thị Sáu (1948)" in club.last("tu")
    club.text("sau", "chào con")
    club.text("tu", "ai lâu nay không trả lời")
    assert "ai được hỏi cũng đã trả lời" in club.last("tu")


def test_a_list_leads_to_the_member_and_who_looked_is_noted(club: Talk) -> None:
    write(club, "update person set birth_year = 1946 where id = 1")
    club.text("tu", "danh sách mừng thọ")
    club.press("tu", "Nguyễn Thị Sáu")
    assert f"Nguyễn Thị Sáu ({CLUB}-001): " in club.last("tu")
    assert "máy của chính người này" in club.last("tu")
    assert club.sql("select distinct what from access order by what") == [
        ("member",),
        ("secretary",),
    ]


def test_the_operator_has_the_same_lists(club: Talk) -> None:
    write(club, "update person set birth_year = 1946 where id = 1")
    url = club.settings.database_url
    told = run("members", "--club", CLUB, "--find", "sau", url=url)
    assert told.stdout == f"{CLUB}-001\tNguyễn Thị Sáu\t1946\tactive\n"
    told = run("members", "--club", CLUB, "--list", "celebrations", url=url)
    assert told.stdout == f"{CLUB}-001\tNguyễn Thị Sáu\t1946\tactive\t80\n"
    assert run("members", "--club", CLUB, "--list", "silent", url=url).stdout == ""
    assert run("members", "--club", CLUB, url=url).returncode != 0


def test_who_has_not_agreed_and_what_else_is_open_are_told_apart(listed: Talk) -> None:
    listed.text("tu", "ai chưa ký")
    assert "trong những người đã vào sổ" in listed.last("tu")
    listed.press("tu", "Ai chưa đồng ý ghi sổ")
    assert "Điều khác còn phải hỏi" in listed.buttons("tu")
    said = listed.press("tu", "Điều khác còn phải hỏi")
    assert "đã vào sổ" in said[-1]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("tải danh sách excel", "đây ạ"),
        ("xuat danh sach thanh vien", "đây ạ"),
        ("ai lên thọ năm nay", "chưa có ai tới tuổi mừng thọ"),
        ("lâu rồi ai không trả lời", "ai được hỏi cũng đã trả lời"),
        ("thư ký", "sổ của"),
        ("giới hạn 70 người", "nhận tối đa 70 người"),
        ("giới hạn thành viên", "tối đa bao nhiêu người"),
    ],
)
def test_a_secretary_asks_in_her_own_words(club: Talk, words: str, shown: str) -> None:
    assert shown in "\n".join(club.text("tu", words)).lower()


def test_a_list_is_taken_back_by_words(club: Talk) -> None:
    assert "không có danh sách nào" in club.text("tu", "bỏ danh sách mới gửi")[0]
    club.play([{"from": "tu", "file": "list_first.csv"}])
    club.press("tu", "Rồi", "Hôm nay")
    assert "chưa ghi gì" in club.text("tu", "bỏ danh sách vừa gửi")[0]
    club.play([{"from": "tu", "file": "list_first.csv"}])
    club.press("tu", "Rồi", "Hôm nay", "Ghi vào sổ")
    before = club.sql("select count(*) from person where full_name is not null")
    club.text("tu", "lấy lại danh sách vừa ghi")
    club.press("tu", "Lấy lại hết")
    assert club.sql("select count(*) from person where full_name is not null") != before


def test_a_list_that_waits_is_not_put_aside_by_a_yes_to_another(club: Talk) -> None:
    club.play([{"from": "tu", "file": "list_first.csv"}])
    club.press("tu", "Rồi", "Hôm nay", "Ghi vào sổ")
    club.text("tu", "lấy lại danh sách vừa ghi")
    club.press("tu", "Lấy lại hết")
    club.play([{"from": "tu", "file": "list_first.csv"}])
    club.press("tu", "Rồi", "Hôm nay")
    (again,) = press_all(club, "tu", [TakeBackList(1, sure=True)])
    assert "chưa ghi gì" not in again["text"]
    assert "đã ghi" in " ".join(club.press("tu", "Ghi vào sổ"))
