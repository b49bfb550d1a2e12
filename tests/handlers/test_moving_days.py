"""Another day for an event that stands: counted from its own day, and said anew as often as wanted."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import set_event


@pytest.fixture
def planned(talk: Talk) -> Talk:
    """A meeting on Sunday, 20 December, three weeks away."""
    talk.club()
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    return talk


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("dời buổi họp qua chủ nhật sau", "Chủ nhật, 27/12/2026"),
        ("dời qua thứ bảy tuần sau", "thứ Bảy, 26/12/2026"),
        ("dời sang chủ nhật tới", "Chủ nhật, 06/12/2026"),
        ("dời họp lại một tuần", "8 giờ sáng Chủ nhật, 27/12/2026"),
        ("dời họp qua tuần sau", "8 giờ sáng Chủ nhật, 27/12/2026"),
        ("doi hop tre hon 3 ngay", "8 giờ sáng thứ Tư, 23/12/2026"),
    ],
)
def test_later_counts_from_the_day_that_it_has(planned: Talk, typed: str, day: str) -> None:
    assert planned.text("tu", typed)[-1].startswith(f"Dạ, {day}")


@pytest.mark.parametrize("typed", ["lại một tuần", "qua tuần sau", "trễ 1 tuần"])
def test_so_it_does_where_the_day_is_asked(planned: Talk, typed: str) -> None:
    assert "dời qua ngày nào" in planned.text("tu", "dời họp")[-1]
    assert "Chủ nhật, 27/12/2026" in planned.text("tu", typed)[-1]
    planned.text("tu", "đúng rồi")
    assert not planned.errors


def test_what_was_left_half_said_gives_way_to_what_is_said_now(planned: Talk) -> None:
    planned.text("tu", "dời buổi họp qua chủ nhật sau", "dừng")
    assert "26/12/2026" in planned.text("tu", "dời buổi họp sang 26/12")[-1]
