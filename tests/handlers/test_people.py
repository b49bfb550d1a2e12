"""One person whom several clubs know, and for whom several speak."""

from __future__ import annotations

import pytest

from bot.handlers.members.roster import exported_members
from bot.handlers.members.roster_export import roster_table
from bot.messages import Address, Inbound, Incoming
from bot.speech.translation import Speaker
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database
from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_pipeline import deliver
from tests.handlers.test_registration import begin, myself


def said_to(talk: Talk, who: str) -> list[str]:
    return [line["text"] for line in talk.said if line["to"] == who]


PLACES = "select phone, address from membership order by id"


def again(talk: Talk, *, circumstances: str = "Không đồng ý") -> list[str]:
    """bà Sáu joins the newest club too; the review."""
    begin(talk, "sau", "Ghi tên cho tôi")
    return talk.press("sau", "Đồng ý", "Đồng ý", circumstances, "Đồng ý")


@pytest.fixture
def both(talk: Talk) -> Talk:
    """bà Sáu is a member of tu's club and of lan's."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    talk.club("lan", "ấp Phước An")
    again(talk)
    talk.press("sau", "Đúng hết rồi")
    talk.press("lan", "Nhận")
    return talk


def test_who_joins_a_second_club_says_who_she_is_once(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    talk.club("lan", "ấp Phước An")
    review = "\n".join(again(talk))
    assert "Nguyễn Thị Sáu" in review
    assert "1948" in review
    assert "tổ 3, ấp Hải Lạc (như ở CLB Liên thế hệ tự giúp nhau ấp Hải Lạc)" in review
    talk.press("sau", "Đúng hết rồi")
    assert talk.sql("select count(*) from person") == [(1,)]
    assert talk.sql("select count(*) from speaks_for") == [(1,)]
    assert talk.sql(PLACES) == [("+84912345678", "tổ 3, ấp Hải Lạc")] * 2
    assert talk.sql("select count(distinct club_id) from consent where purpose = 'roster'") == [
        (2,)
    ]


def test_before_the_consent_nothing_is_proposed(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    talk.club("lan", "ấp Phước An")
    begin(talk, "sau", "Ghi tên cho tôi")
    assert "Sáu" not in str(talk.sql("select state from conversation where open"))


def test_what_is_changed_in_the_review_is_this_clubs_alone(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    talk.club("lan", "ấp Phước An")
    again(talk)
    talk.text("sau", "sửa chỗ ở")
    talk.text("sau", "tổ 1, ấp Phước An")
    review = next(text for text in reversed(said_to(talk, "sau")) if "tổ 1" in text)
    assert "(như ở" not in next(line for line in review.splitlines() if "tổ 1" in line)
    talk.press("sau", "Đúng hết rồi")
    assert [address for _, address in talk.sql(PLACES)] == ["tổ 3, ấp Hải Lạc", "tổ 1, ấp Phước An"]


def test_another_human_on_the_same_phone_is_another_row(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    talk.club("lan", "ấp Phước An")
    again(talk)
    for what, value in (("họ tên", "Trần Văn Tám"), ("năm sinh", "1940"), ("giới tính", "Nam")):
        talk.text("sau", f"sửa {what}")
        talk.text("sau", value)
    talk.press("sau", "Đúng hết rồi")
    assert talk.sql("select full_name, birth_year from person order by id") == [
        ("Nguyễn Thị Sáu", 1948), ("Trần Văn Tám", 1940)
    ]  # fmt: skip


def test_a_correction_goes_to_the_club_that_is_named(both: Talk) -> None:
    both.text("sau", "thông tin của tôi")
    both.press("sau", "Sửa", "Số điện thoại")
    assert "câu lạc bộ nào" in both.last("sau")
    both.press("sau", both.buttons("sau")[2])
    both.text("sau", "0987 654 321", "ừ")
    assert [phone for phone, _ in both.sql(PLACES)] == ["+84912345678", "+84987654321"]


def test_she_leaves_one_club_and_stays_in_the_other(both: Talk) -> None:
    set_event(both, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    both.text("sau", "rời câu lạc bộ")
    assert "câu lạc bộ nào" in both.last("sau")
    both.press("sau", both.buttons("sau")[1])
    assert "Phước An" in both.last("sau")
    both.text("sau", "ừ")
    assert both.sql("select state from membership order by id") == [("active",), ("left",)]
    standing = "select count(*) from consent where withdrawn_at is null and club_id = ?"
    assert both.sql(standing, 1)[0][0] > 0
    assert both.sql(standing, 2) == [(0,)]
    told = "Nguyễn Thị Sáu (1948) đã xin thôi tham gia"
    assert told in both.last("lan")
    assert not any(told in text for text in said_to(both, "tu"))


def test_a_consent_is_taken_back_in_one_club(both: Talk) -> None:
    both.text("sau", "thông tin của tôi")
    both.press("sau", next(each for each in both.buttons("sau") if "nhắc" in each.lower()))
    assert "câu lạc bộ nào" in both.last("sau")
    both.press("sau", both.buttons("sau")[0])
    both.text("sau", "ừ")
    found = both.sql(
        "select club_id, withdrawn_at is null from consent where purpose = 'reminders' order by 1"
    )
    assert found == [(1, 0), (2, 1)]


def test_the_file_of_one_club_has_nothing_of_the_other(both: Talk) -> None:
    both.sql_write("update membership set note = 'chỉ của tu' where club_id = 1")
    both.sql_write("update membership set phone = '+84987654321' where club_id = 1")
    speaker = Speaker("vi", "anh", "em")

    def files(uow: UnitOfWork) -> dict[int, str]:
        members = {club: exported_members(uow, uow.clubs.get(club)) for club in (1, 2)}
        return {club: str(roster_table(each, speaker).rows) for club, each in members.items()}

    rows = in_database(both.settings, files)
    assert "Nguyễn Thị Sáu" in rows[2]
    for own in ("chỉ của tu", "0987 654 321"):
        assert own in rows[1]
        assert own not in rows[2]


def test_a_second_relative_renames_nobody_for_the_first(talk: Talk) -> None:
    talk.club()
    relative(talk, "bà ngoại", "Bà đây", "Nguyễn Thị Sáu", "1948", "Nữ")
    talk.text("ut", "chào")
    account = talk.sql("select id from account where external_id = 'ut'")[0][0]
    talk.sql_write(
        "insert into speaks_for (account_id, person_id, relation, called, is_self, told, created_at)"
        f" values ({account}, 1, 'parent', 'má', 0, 1, '2026-12-01')"
    )
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    heard = talk.at("2026-12-17T09:00:00")
    said = {line["to"]: line["text"] for line in heard if "nhà văn hóa" in line["text"]}
    assert "bà ngoại" in said["hanh"]
    assert "má" in said["ut"]
    assert "bà ngoại" not in said["ut"]
    talk.text("ut", "má đi")
    assert talk.sql("select person_id, answer from attendance") == [(1, "yes")]
    assert "bà ngoại" in talk.last("hanh")
    assert "má" not in talk.last("hanh").split()
    talk.text("hanh", "bà ngoại không đi được nữa")
    assert talk.sql("select answer from attendance") == [("no",)]
    # His own word is his alone to change.
    talk.text("ut", "thông tin của tôi")
    talk.press("ut", "Sửa", "Gọi là")
    talk.text("ut", "mẹ", "đúng")
    assert talk.sql("select called from speaks_for order by account_id") == [("bà ngoại",), ("mẹ",)]


def test_an_old_button_of_a_row_that_is_anothers_now_still_works(both: Talk) -> None:
    both.sql_write(
        "insert into former_person (id, person_id, created_at, memberships)"
        " values (99, 1, '2026-12-01', '[2]')"
    )
    pressed = Inbound(Address("script", "sau"), Incoming.PRESS, "a/person/99", update_key="x")
    deliver(both, pressed)
    shown = both.sql("select text from outbox order by id desc limit 3")
    assert any("Nguyễn Thị Sáu" in text for (text,) in shown)


# A helper wants somebody forgotten by all her clubs


@pytest.fixture
def asked(both: Talk) -> Talk:
    """ut, who speaks for bà Sáu too, asks to have her forgotten everywhere."""
    both.text("ut", "chào")
    account = both.sql("select id from account where external_id = 'ut'")[0][0]
    both.sql_write(
        "insert into speaks_for (account_id, person_id, relation, called, is_self, told, created_at)"
        f" values ({account}, 1, 'parent', 'má', 0, 1, '2026-12-01')"
    )
    both.text("ut", "thông tin của tôi")
    both.press("ut", "Xóa", "Tất cả các câu lạc bộ", "Xóa hết")
    return both


BOOKS = """select m.club_id, p.full_name is null from membership m
    join person p on p.id = m.person_id order by 1"""


def test_every_club_is_asked_for_its_own_book(asked: Talk) -> None:
    assert "2 câu lạc bộ giữ sổ riêng" in asked.last("ut")
    for organiser in ("tu", "lan"):
        assert "xin xóa thông tin của Nguyễn Thị Sáu (1948)" in asked.last(organiser)


def test_an_organiser_deletes_from_the_book_of_his_own_club(asked: Talk) -> None:
    asked.press("tu", "Đồng ý xóa")
    assert asked.sql(BOOKS) == [(1, 1), (2, 0)]
    # No club learns from the program that somebody is known elsewhere.
    assert "đã xóa thông tin" in asked.last("tu")
    assert not any("Phước An" in text for text in said_to(asked, "tu"))
    assert "câu lạc bộ khác chưa trả lời" in asked.last("ut")
    assert asked.sql("select done_at is null from data_request where id = 2") == [(1,)]
    # Who has said yes once decides nothing more, for nobody.
    press = Inbound(Address("script", "tu"), Incoming.PRESS, "a/request/2/yes", update_key="again")
    deliver(asked, press)
    assert asked.sql(BOOKS) == [(1, 1), (2, 0)]


def test_once_every_club_has_said_yes_she_is_forgotten(asked: Talk) -> None:
    asked.press("tu", "Đồng ý xóa")
    asked.press("lan", "Đồng ý xóa")
    assert not asked.errors, asked.errors
    assert asked.sql(BOOKS) == [(1, 1), (2, 1)]
    assert asked.sql("select done_at is null from data_request where id = 2") == [(0,)]
    assert "yêu cầu số 2 đã làm xong" in asked.last("ut")
    assert asked.sql("select count(*) from speaks_for") == [(0,)]


def test_she_herself_says_yes_for_all_her_clubs(asked: Talk) -> None:
    asked.press("sau", "Đồng ý xóa")
    assert asked.sql(BOOKS) == [(1, 1), (2, 1)]
    assert asked.sql("select done_at is null from data_request where id = 2") == [(0,)]


def test_where_one_club_says_that_she_stays_the_request_is_over(asked: Talk) -> None:
    asked.press("tu", "Không xóa")
    press = Inbound(Address("script", "lan"), Incoming.PRESS, "a/request/2/yes", update_key="late")
    deliver(asked, press)
    assert asked.sql(BOOKS) == [(1, 0), (2, 0)]
    assert "muốn giữ nguyên" in asked.last("ut")
