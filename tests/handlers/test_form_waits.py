"""Staff ask for another screen while a form or an event is being set up: the form waits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import screen

BACK = "Ghi tiếp chỗ đang dở"


SCREENS = {
    "báo cáo": "bước",
    "cho tui coi bao cao": "bước",
    "danh sách": "chờ",
    "thêm người": "chờ",
    "danh sach thanh vien": "chờ",
    "hủy buổi mai": "lịch",
    "doi lich qua chu nhat": "lịch",
    "ai đi": "lịch",
    "danh sach goi dien": "gọi",
    "mã tham gia": "mã",
}


def setting_an_event(talk: Talk) -> None:
    """A meeting is being set; its place is asked for."""
    screen(talk, "Lịch sinh hoạt", "Đặt lịch sinh hoạt")
    talk.text("tu", "8 giờ sáng 20/12/2026")
    talk.press("tu", "Đúng rồi")


def in_a_step(talk: Talk) -> None:
    """The second founding step is open."""
    talk.text("tu", "bước 2")


@pytest.mark.parametrize("form", [setting_an_event, in_a_step], ids=["event", "step"])
@pytest.mark.parametrize("typed", SCREENS)
def test_the_screen_shows_and_the_form_is_gone_on_with(
    club: Talk, form: Callable[[Talk], None], typed: str
) -> None:
    form(club)
    asked = club.last("tu")
    said = club.text("tu", typed)
    assert asked not in said
    assert SCREENS[typed] in " ".join(said).lower()
    assert club.buttons("tu")[-1] == BACK
    assert club.press("tu", BACK)[-1] == asked


def test_nothing_that_was_typed_is_lost(club: Talk) -> None:
    setting_an_event(club)
    club.text("tu", "báo cáo")
    club.press("tu", BACK)
    club.text("tu", "nhà văn hóa ấp")
    club.press("tu", "Đúng hết rồi")
    ((starts, place),) = club.sql("select starts_at, place from occurrence")
    assert starts.startswith("2026-12-20 01:00")
    assert place == "nhà văn hóa ấp"


def test_an_event_that_was_left_is_gone_on_with_from_its_own_button(club: Talk) -> None:
    setting_an_event(club)
    asked = club.last("tu")
    club.text("tu", "danh sách")
    screen(club, "Lịch sinh hoạt", "Đặt lịch sinh hoạt")
    assert club.last("tu") == asked


def test_two_events_that_were_begun_wait_each_for_itself(club: Talk) -> None:
    setting_an_event(club)
    asked = club.last("tu")
    club.text("tu", "báo cáo")
    screen(club, "Lịch sinh hoạt", "Đặt lịch khám sức khỏe")
    club.text("tu", "báo cáo")
    screen(club, "Lịch sinh hoạt", "Đặt lịch sinh hoạt")
    assert club.last("tu") == asked


def test_words_that_set_an_event_are_the_forms_own(club: Talk) -> None:
    screen(club, "Lịch sinh hoạt", "Đặt lịch sinh hoạt")
    club.text("tu", "đặt lịch 8 giờ sáng 20/12/2026, nhà văn hóa")
    assert BACK not in club.buttons("tu")
    assert "20/12/2026" in club.last("tu")


def test_a_list_keeps_its_own_words(club: Talk) -> None:
    club.text("tu", "bước 3")
    assert "Ghi thêm" in club.buttons("tu")
    assert "họ tên" in club.text("tu", "thêm người")[-1].lower()
    assert BACK not in club.buttons("tu")


@pytest.mark.parametrize("typed", ["báo cáo", "danh sách", "hủy buổi mai"])
def test_a_members_form_is_not_left_for_staffs_words(club: Talk, typed: str) -> None:
    club.play([{"from": "chin", "start": club.join_code()}])
    club.press("chin", "Ghi tên cho tôi")
    assert "đồng ý cho ghi tên" in club.text("chin", typed)[-1]


def test_an_organisers_news_of_a_death_in_a_form_opens_her_screen(club: Talk) -> None:
    in_a_step(club)
    asked = club.last("tu")
    said = club.text("tu", "bà Sáu mất hồi khuya rồi")
    assert "chia buồn" in said[0]
    assert "Nguyễn Thị Sáu (1948)" in said[-1]
    assert club.buttons("tu") == ["Đúng, đã mất", "Người khác", BACK]
    assert club.press("tu", BACK)[-1] == asked
