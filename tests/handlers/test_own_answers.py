"""What is asked of one's own club and answers, by who belongs to it and by who doesn't."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event


@pytest.fixture
def meeting(club: Talk) -> Talk:
    """A meeting is set; hanh speaks for her grandmother."""
    relative(club, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    return club


@pytest.mark.parametrize("who", ["sau", "hanh", "tu"])
@pytest.mark.parametrize(
    "typed", ["câu lạc bộ có bao nhiêu thành viên rồi", "clb minh may nguoi roi con"]
)
def test_how_many_they_are(meeting: Talk, who: str, typed: str) -> None:
    assert "hiện có 2 thành viên" in meeting.text(who, typed)[0]


@pytest.mark.parametrize("who", ["sau", "hanh", "tu"])
def test_how_far_the_founding_is(meeting: Talk, who: str) -> None:
    said = meeting.text(who, "câu lạc bộ mình thành lập tới đâu rồi")[0]
    assert "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc" in said
    assert "/18" in said


@pytest.mark.parametrize(
    "typed", ["câu lạc bộ có bao nhiêu thành viên rồi", "câu lạc bộ mình thành lập tới đâu rồi"]
)
def test_a_guest_hears_nothing_of_a_club(meeting: Talk, typed: str) -> None:
    said = " ".join(meeting.text("la", typed))
    assert "hiện có" not in said
    assert "/18" not in said


def test_a_general_question_goes_to_the_articles(meeting: Talk) -> None:
    for typed in ("câu lạc bộ cần bao nhiêu người", "mỗi câu lạc bộ bao nhiêu thành viên"):
        assert "hiện có" not in " ".join(meeting.text("sau", typed)), typed


def test_what_was_answered(meeting: Talk) -> None:
    meeting.at("2026-12-17T09:00:00")
    meeting.press("sau", "Đi được")
    assert "đi được" in meeting.text("sau", "tôi trả lời sao rồi")[0]
    said = meeting.text("hanh", "hôm trước tôi báo đi hay không vậy")[0]
    assert "bà ngoại" in said
    assert "chưa trả lời" in said
    assert "Sáu" not in said


def test_a_kind_of_event_is_asked_for_by_its_own_words(meeting: Talk) -> None:
    said = meeting.text("sau", "khi nào khám sức khỏe")
    assert "chưa đặt lịch khám sức khỏe" in said[0]
    assert "sinh hoạt" in said[1]
    set_event(meeting, "Đặt lịch khám sức khỏe", "7 giờ sáng 22/12/2026, trạm y tế",
              "sổ khám bệnh", "Chưa rõ")  # fmt: skip
    said = meeting.text("sau", "khi nào khám sức khỏe")
    assert len(said) == 1
    assert "22/12/2026" in said[0]
    assert "20/12/2026" not in said[0]
    assert "22/12/2026" not in meeting.text("sau", "bao giờ họp")[0]


def test_what_is_in_no_calendar_is_said_to_be_in_none(meeting: Talk) -> None:
    assert "chưa ghi trong lịch" in meeting.text("sau", "bao giờ tập dưỡng sinh")[0]
