"""Coordinators have names, hear of foundings with their codes, and take codes back."""

from __future__ import annotations

import pytest

from bot import buttons
from tests.conftest import Talk
from tests.handlers.pressing import press_all


@pytest.fixture
def office(talk: Talk) -> Talk:
    """minh coordinates Đất Đỏ."""
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="dat-do")}])
    return talk


def invite(talk: Talk) -> str:
    """minh's code for a founder."""
    talk.text("minh", "mời người thành lập")
    talk.press("minh", "Huyện Đất Đỏ")
    return str(talk.sql("select code from invitation where created_by is not null")[-1][0])


# A founding that goes on with few


@pytest.mark.parametrize(("members", "is_told"), [(29, True), (30, False)])
def test_a_club_that_goes_on_with_few_is_told(office: Talk, members: int, is_told: bool) -> None:
    office.text("minh", "Trần Văn Minh")
    office.club()
    office.sql_write(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < "
        f"{members}) insert into person (id, full_name, created_at) "
        "select 100 + i, 'Lê Thị Nga', '2026-12-01 01:00:00.000000' from n"
    )
    office.sql_write(
        "insert into membership (club_id, person_id, code, state, source, created_at, changed_at) "
        "select 1, id, 'TV' || id, 'active', 'list', created_at, created_at "
        "from person where id > 100"
    )
    press_all(office, "tu", [buttons.Fewer(1)])
    heard = office.play([{"from": "tu", "text": "ấp ít nhà"}])
    told = [line["text"] for line in heard if line["to"] == "minh"]
    assert any(f'có {members} người, lý do "ấp ít nhà"' in text for text in told) is is_told


# Names


def test_the_name_is_asked_when_the_code_is_used(office: Talk) -> None:
    assert "em nói tên anh/chị là gì" in office.said[-2]["text"]
    assert "là Trần Văn Minh" in office.text("minh", "trần văn minh")[-1]
    office.organiser("tu")
    assert "Trần Văn Minh" in office.text("tu", "gặp người phụ trách")[-1]


def test_what_the_platform_calls_him_does_not_come_back(office: Talk) -> None:
    office.text("minh", "Trần Văn Minh")
    office.text("minh", "menu")
    assert office.sql("select name, name_told from account where external_id = 'minh'") == [
        ("Trần Văn Minh", 1)
    ]


def test_it_can_be_changed_later(office: Talk) -> None:
    office.text("minh", "Trần Văn Minh", "menu")
    office.press("minh", "Tên bà con gọi tôi")
    assert "là Lê Minh" in office.text("minh", "Lê Minh")[-1]


def test_a_report_can_be_asked_for_instead(office: Talk) -> None:
    assert "đã có quyết định" in office.text("minh", "báo cáo")[0]
    assert office.sql("select name_told from account where external_id = 'minh'") == [(0,)]


def test_what_comes_first_ends_the_question(office: Talk) -> None:
    office.press("minh", "Tên bà con gọi tôi")
    office.text("minh", "xem tình hình", "menu")
    assert "Ghi tiếp chỗ đang dở" not in office.buttons("minh")
    assert office.sql("select count(*) from conversation where flow = 'own_name'") == [(0,)]


def test_who_coordinates_nothing_is_not_asked(talk: Talk) -> None:
    talk.organiser("tu")
    assert "Tên bà con gọi tôi" not in talk.buttons("tu")


# Foundings


def test_whoever_invited_a_founder_is_told_of_the_club(office: Talk) -> None:
    office.play([{"from": "lan", "start": office.code("coordinator", area="dat-do")}])
    office.play([{"from": "tu", "start": invite(office)}])
    office.press("tu", "Thành lập câu lạc bộ", "Xã Phước Hải")
    office.text("tu", "ấp Hải Lạc")
    before = len(office.said)
    office.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Đúng hết rồi")
    told = [line for line in office.said[before:] if line["kind"] == "notice"]
    assert [line["to"] for line in told] == ["minh"]
    assert (
        "mở hồ sơ thành lập CLB Liên thế hệ tự giúp nhau ấp Hải Lạc (Xã Phước Hải)"
        in told[0]["text"]
    )
    assert "26686-01" in told[0]["text"]


def test_who_no_longer_looks_after_the_place_is_told_nothing(office: Talk) -> None:
    code = invite(office)
    office.sql_write("update role set revoked_at = granted_at where role = 'coordinator'")
    office.play([{"from": "tu", "start": code}])
    office.press("tu", "Thành lập câu lạc bộ", "Xã Phước Hải")
    office.text("tu", "ấp Hải Lạc")
    before = len(office.said)
    office.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Đúng hết rồi")
    assert not [line for line in office.said[before:] if line["to"] == "minh"]


# Codes


def given(talk: Talk) -> str:
    """What minh reads of the codes that he gave."""
    talk.text("minh", "mời người thành lập")
    return talk.press("minh", "Mã đã đưa, chưa ai dùng")[-1]


def test_a_code_that_nobody_used_is_taken_back(office: Talk) -> None:
    code = invite(office)
    assert f"- {code}: Huyện Đất Đỏ, dùng được tới 15/12/2026" in given(office)
    said = office.press("minh", f"Thu lại mã {code}")
    assert f"đã thu lại mã {code}" in said[0]
    assert "không còn mã nào" in said[1]
    office.play([{"from": "tu", "start": code}])
    assert "người đưa đã thu lại" in office.last("tu")
    assert office.sql("select count(*) from role where role = 'organiser'") == [(0,)]


def test_a_code_that_was_used_stays(office: Talk) -> None:
    code = invite(office)
    given(office)
    office.play([{"from": "tu", "start": code}])
    assert "đã có người dùng" in office.press("minh", f"Thu lại mã {code}")[0]
    assert office.sql("select count(*) from role where role = 'organiser'") == [(1,)]


def test_nobody_takes_back_what_another_gave(office: Talk) -> None:
    code = invite(office)
    given(office)
    office.sql_write("update invitation set created_by = null where created_by is not null")
    office.press("minh", f"Thu lại mã {code}")
    assert office.sql("select cancelled_at from invitation where code = ?", code) == [(None,)]
