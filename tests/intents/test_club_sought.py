"""Who asks which club is near, and who asks something else of clubs."""

from __future__ import annotations

import pytest

from bot.intents.club_sought import asks_for_clubs, names_where


@pytest.mark.parametrize(
    ("typed", "is_named"),
    [
        ("quanh đây có câu lạc bộ nào hông", False),
        ("clb nao o gan tui", False),
        ("câu lạc bộ gần tui nhất ở đâu", False),
        ("ở đây có nhóm nào cho người già không con", False),
        ("kiếm giùm tui clb gần đây", False),
        ("phường tui có clb chưa vậy", False),
        ("cho hỏi gần khu chợ có nhóm nào không", False),
        ("which club is nearest", False),
        ("any club around here", False),
        ("kiem clb o xa phuoc hai", True),
        ("dạ cho hỏi xã Phước Hải có câu lạc bộ chưa", True),
        ("quê tui ở xã Phước Hải có câu lạc bộ nào chưa con", True),
        ("ở Đất Đỏ có câu lạc bộ nào không", True),
        ("ở xã Long Hải có hội nào cho người cao tuổi sinh hoạt không", True),
    ],
)
def test_which_club_is_near_is_asked(typed: str, *, is_named: bool) -> None:
    assert asks_for_clubs(typed)
    assert names_where(typed) == is_named


@pytest.mark.parametrize(
    "typed",
    [
        "hội gì đây",
        "câu lạc bộ là gì",
        "gần đây có câu lạc bộ nào làm giỏi để học không",
        "xã tôi có bao nhiêu câu lạc bộ",
        "câu lạc bộ ở xã do ai quản lý",
        "tìm mạnh thường quân cho câu lạc bộ",
        "tìm chỗ họp cho câu lạc bộ ở đâu",
        "hội người cao tuổi xã có giúp không",
        "gần nhà tui có người bệnh",
        "CLB khu phố Hải Trung",
        "what does the club do",
    ],
)
def test_something_else_is_asked(typed: str) -> None:
    assert not asks_for_clubs(typed)
