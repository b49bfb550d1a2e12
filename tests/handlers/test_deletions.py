"""A deletion can be taken back for a day: until then nothing of the person is used, after it nothing is left."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Talk
from tests.handlers.test_abuse import pressed
from tests.handlers.test_consents import in_a_second_club
from tests.handlers.test_events import reminders, screen, set_event
from tests.handlers.test_pipeline import deliver
from tests.handlers.test_registration import myself

MEETING = ("Đặt lịch sinh hoạt", "8 giờ sáng 05/12/2026, nhà văn hóa")
TABLES = "select name from sqlite_master where type = 'table' order by name"


def everything(talk: Talk, *besides: str) -> dict[str, list[str]]:
    """All rows of all tables but some, as they can be read."""
    return {
        name: sorted(map(plain, talk.sql(f"select * from {name}")))
        for (name,) in talk.sql(TABLES)
        if name not in besides
    }


def plain(rows: object) -> str:
    """Rows as text, whatever columns hold as JSON written out."""
    return re.sub(r"\\+u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), str(rows))


def delete(talk: Talk, who: str = "sau") -> list[str]:
    talk.text(who, "thông tin của tôi")
    return talk.press(who, "Xóa", "Xóa hết")


@pytest.fixture
def member(club: Talk) -> Talk:
    """sau is a member of tu's club, and was told of a meeting that comes."""
    set_event(club, *MEETING)
    return club


def test_it_is_said_before_that_it_can_be_taken_back_and_until_when(member: Talk) -> None:
    member.text("sau", "thông tin của tôi")
    asked = member.press("sau", "Xóa")[-1]
    assert "Trong một ngày bà còn lấy lại được" in asked
    assert "sau đó con xóa hẳn" in asked
    assert member.buttons("sau")[:3] == ["Xóa hết", "Xóa liền, không chờ", "Không xóa"]
    said = member.press("sau", "Xóa hết")[-1]
    assert 'trước 8 giờ sáng thứ Tư, 02/12/2026 bà gõ "lấy lại"' in said
    assert "Bản sao lưu của máy thì sau 09/12/2026 cũng không còn" in said
    assert member.buttons("sau") == ["Lấy lại", "Xóa liền, không chờ", "Về đầu trang"]


@pytest.mark.parametrize("typed", ["uh", "ừ", "ừm", "ờ", "dạ", "ok", "đúng rồi", "👍"])
def test_an_uh_deletes_nothing(member: Talk, typed: str) -> None:
    member.text("sau", "thông tin của tôi")
    member.press("sau", "Xóa")
    assert 'gõ "có"' in member.text("sau", typed)[0]
    assert member.sql("select count(*) from person where erased_at is not null") == [(0,)]
    assert "giữ nguyên" in member.text("sau", "thôi khỏi")[0]


@pytest.mark.parametrize("typed", ["có", "dạ có", "co xoa", "xóa đi con", "ừ xóa giùm", "đồng ý"])
def test_words_that_say_so_do(member: Talk, typed: str) -> None:
    member.text("sau", "thông tin của tôi")
    member.press("sau", "Xóa")
    assert "đã xóa thông tin của bà" in member.text("sau", typed)[0]


def test_from_that_minute_nothing_of_her_is_used_or_sent(member: Talk) -> None:
    delete(member)
    for name, rows in everything(member, "deletion").items():
        held = [row for row in rows if "Thị Sáu" in row or "912345678" in row.replace(" ", "")]
        assert not held, (name, held)
    assert "chưa ở câu lạc bộ nào" in member.text("sau", "lịch họp của tôi")[0]
    screen(member, "Thành viên (0 người chờ)", "Xem danh sách")
    assert "Sáu" not in member.last("tu")
    assert reminders(member.at("2026-12-02T07:59:00")) == []
    assert member.sql("select count(*) from notice where state in ('sent', 'to_call')") == [(0,)]


@pytest.mark.parametrize(
    "typed",
    [
        "lấy lại",
        "lay lai giup toi",
        "lấy lại thông tin của tôi",
        "thôi đừng xóa nữa",
        "tôi đổi ý rồi",
        "bấm nhầm xóa rồi",
        "khôi phục lại như cũ",
    ],
)
def test_who_takes_it_back_has_everything_as_before(member: Talk, typed: str) -> None:
    before = everything(member, *CHANGES)
    delete(member)
    assert everything(member, *CHANGES) != before
    said = member.text("sau", typed)[0]
    assert "đã lấy lại thông tin của bác, mọi thứ như trước" in said
    assert everything(member, *CHANGES) == before
    assert "đã lấy lại thông tin" in member.last("tu")
    assert reminders(member.at("2026-12-04T09:00:00")) != []


CHANGES = (
    "account",
    "conversation",
    "deletion",
    "data_request",
    "due",
    "inbox",
    "meta",
    "outbox",
    "tick",
)
"""What goes on whatever is taken back: messages, requests and what is due."""


def test_the_words_that_were_said_are_there_again(member: Talk) -> None:
    def said() -> list[str]:
        return [
            row
            for table in ("outbox", "inbox")
            for row in everything(member)[table]
            if "Thị Sáu" in row
        ]

    before = said()
    assert before
    delete(member)
    assert said() == []
    member.press("sau", "Lấy lại")
    assert len(said()) > len(before)
    # They are forgotten in their turn, as if nothing had happened.
    member.at("2027-02-01T08:00:00")
    assert said() == []


def test_after_a_day_it_is_gone_for_good(member: Talk) -> None:
    delete(member)
    assert "Thị Sáu" in plain(member.sql("select kept from deletion"))
    member.at("2026-12-02T08:01:00")
    assert member.sql("select * from deletion") == []
    assert "xóa hẳn rồi nên không lấy lại được" in member.text("sau", "lấy lại")[0]
    assert "không lấy lại được" in member.press("sau", "Lấy lại")[0]
    assert all("Thị Sáu" not in str(rows) for rows in everything(member).values())


@pytest.mark.parametrize("typed", ["xóa liền, không chờ", "xoa luon di con", "khỏi chờ"])
def test_who_wants_it_at_once_has_it_at_once(member: Talk, typed: str) -> None:
    delete(member)
    assert "xóa hẳn rồi (yêu cầu số 2)" in member.text("sau", typed)[0]
    assert member.sql("select * from deletion") == []
    assert "không lấy lại được" in member.text("sau", "lấy lại")[0]


@pytest.mark.parametrize("typed", ["Xóa liền, không chờ", "xóa liền không chờ", "xoa lien"])
def test_and_may_say_so_before(member: Talk, typed: str) -> None:
    member.text("sau", "thông tin của tôi")
    member.press("sau", "Xóa")
    said = member.text("sau", typed)[0]
    assert "đã xóa hẳn thông tin của bà" in said
    assert "sau 08/12/2026 cũng không còn" in said
    assert member.sql("select * from deletion") == []


def test_nobody_else_takes_it_back(member: Talk) -> None:
    delete(member)
    number = member.sql("select request_id from deletion")[0][0]
    for who in ("tu", "nam"):
        deliver(member, pressed(who, f"a/takeback/{number}", f"forged-{who}"))
        member.text(who, "lấy lại")
    assert member.sql("select taken_back_at from deletion") == [(None,)]
    assert member.sql("select count(*) from person where erased_at is not null") == [(1,)]


def test_who_has_never_deleted_anything_is_not_heard_as_if(member: Talk) -> None:
    assert "xóa" not in member.text("nam", "lấy lại")[0].lower()


def test_what_names_another_who_is_deleted_meanwhile_does_not_come_back(member: Talk) -> None:
    """A list names both: the one who takes her deletion back brings nothing of the other back."""
    myself(member, "bay", "Lê Thị Bảy", "1950")
    member.press("tu", "Nhận")
    screen(member, "Thành viên (0 người chờ)", "Xem danh sách")
    assert "Bảy" in member.last("tu")
    delete(member)
    assert "Lê Thị Bảy" in plain(member.sql("select kept from deletion"))
    member.text("bay", "thông tin của tôi")
    member.press("bay", "Xóa", "Xóa liền, không chờ")
    assert "Lê Thị Bảy" not in plain(member.sql("select kept from deletion"))
    member.press("sau", "Lấy lại")
    assert all("Lê Thị Bảy" not in str(rows) for rows in everything(member).values())
    assert "Thị Sáu" in str(member.sql("select full_name from person"))


def test_of_two_clubs_the_one_that_forgot_knows_her_again_as_one_person(member: Talk) -> None:
    in_a_second_club(member)
    before = everything(member, *CHANGES, "person")
    member.text("sau", "xóa thông tin")
    member.press("sau", member.buttons("sau")[2], "Xóa hết")
    parted = "select count(distinct person_id) from membership"
    assert member.sql(parted) == [(2,)]
    member.text("sau", "lấy lại")
    assert member.sql(parted) == [(1,)]
    assert everything(member, *CHANGES, "person") == before
    assert member.sql("select full_name from person") == [("Nguyễn Thị Sáu",), (None,)]


def test_of_several_deletions_it_is_asked_which(member: Talk) -> None:
    in_a_second_club(member)
    member.text("sau", "xóa thông tin")
    member.press("sau", member.buttons("sau")[2], "Xóa hết")
    delete(member)
    assert "lần xóa nào" in member.text("sau", "lấy lại")[0]
    for _ in range(2):
        member.press("sau", member.buttons("sau")[0])
        member.text("sau", "lấy lại")
    assert member.sql("select count(*) from deletion where taken_back_at is null") == [(0,)]
    assert member.sql("select count(*) from membership where state = 'active'") == [(2,)]


def test_her_request_says_what_became_of_it(member: Talk) -> None:
    delete(member)
    member.press("sau", "Lấy lại", "Xem thông tin", "Việc khác", "Các yêu cầu đã gửi")
    assert "xóa, đã lấy lại" in member.last("sau")


@pytest.mark.parametrize(
    "words",
    [
        "nguyen thi sau hôm nay có đi họp không",
        "bà NGUYỄN THỊ  SÁU bị gì vậy con",
        "gọi số 0912.345.678 giùm",
        "gọi +84 912 345 678 giùm",
        "số 0912 345678 là của ai",
    ],
)
def test_what_names_her_is_forgotten_however_it_was_typed(member: Talk, words: str) -> None:
    member.text("tu", words)
    (asked,) = member.sql("select id from inbox order by id desc limit 1")[0]
    assert words in plain(member.sql("select raw from inbox where id = ?", asked))
    member.text("tu", "nguyen thi sa, nguyen thi saus, 0912 345 6781")
    delete(member)
    assert member.sql("select raw from inbox where id = ?", asked) == [("{}",)]
    assert "thi saus" in plain(member.sql("select raw from inbox where id = ?", asked + 1))


def test_a_button_forgets_whom_it_would_look_for(member: Talk) -> None:
    member.text("tu", "xem danh sách gọi điện và tìm bà Nguyễn Thị Sáu")
    ((shown,),) = member.sql("select max(id) from outbox where rows like '%meanttoo%'")
    assert "Thị Sáu" in plain(member.sql("select rows from outbox where id = ?", shown))
    assert "Thị Sáu" not in plain(member.sql("select text from outbox where id = ?", shown))
    delete(member)
    assert member.sql("select rows from outbox where id = ?", shown) == [("[]",)]
