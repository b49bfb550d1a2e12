"""Where most conversations begin."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import screen, set_event
from tests.handlers.test_joining import limited
from tests.handlers.test_registration import GONE, begin, myself, watched


@pytest.fixture
def club(talk: Talk) -> Talk:
    """tu organises a club over which minh watches; sau is a member."""
    watched(talk)
    return talk


@pytest.fixture
def busy(club: Talk) -> Talk:
    """The same with everything in it that a club has to do with its people.

    ba applied, con applied for who may be sau, bảy waits for a place, an elder of hanh's hasn't
    agreed, a list was written, a meeting is set, sau asks something and objects, a death was told.
    """
    set_event(club, "Đặt lịch sinh hoạt", "thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3")
    screen(club, "Thành viên (0 người chờ)", "Gửi danh sách")
    club.play([{"from": "tu", "file": "list_first.csv"}])
    club.press("tu", "Rồi", "Hôm nay", "Ghi vào sổ")
    limited(club, "1")
    myself(club, "bay", "Lê Thị Bảy", "1950")
    club.press("tu", "Nhận")
    limited(club, "100")
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà Tám")
    club.press("hanh", "Hàng xóm", GONE)
    club.text("sau", "cho tôi gặp người phụ trách")
    club.press("sau", "Nhắn giúp tôi")
    club.text("sau", "phản đối cách dùng thông tin của tôi")
    club.text("sau", "đừng đọc tên tôi lên loa")
    club.press("sau", "Việc khác của câu lạc bộ")
    club.text("sau", "ông Phạm Văn Ơn mất rồi con ơi")
    club.press("sau", "Nhắn giúp tôi")
    myself(club, "ba", "Lê Văn Ba", "1951")
    myself(club, "con")
    assert not club.errors, club.errors
    return club
