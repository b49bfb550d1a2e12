"""A list of people pasted into the chat, as organisers do from another chat."""

from __future__ import annotations

import pytest

from tests.conftest import Talk

LINES = "1. Bạch Thị Dịu 1950 0300000201\n2. Bạch Văn Duyên 1948\n3. Bùi Thị Đẹt 1952 (đã mất)"


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    return talk


def test_an_organiser_pastes_a_list(club: Talk) -> None:
    said = club.text("tu", LINES)
    assert "nhận được danh sách anh/chị dán: 2 dòng" in said[0]
    preview = club.press("tu", "Chưa")[-2]
    assert "thêm 2 · sửa 0" in preview
    assert "Bùi Thị Đẹt" in preview
    club.press("tu", "Ghi vào sổ")
    # Without signatures only the names, until they agree.
    assert club.sql("select full_name from person join membership on person_id = person.id") == [
        ("Bạch Thị Dịu",),
        ("Bạch Văn Duyên",),
    ]
    # Kept once, as the file.
    assert not any("Duyên" in str(row) for row in club.sql("select raw from inbox"))


def test_how_a_list_is_pasted_is_said_where_no_file_can_be_sent(club: Talk) -> None:
    club.text("tu", "danh sách hội viên")
    assert "dán" in club.press("tu", "Gửi danh sách")[-1]


def test_who_organises_nothing_pastes_nothing(club: Talk) -> None:
    club.text("la", LINES)
    assert not any("dòng" in text for text in club.text("la", LINES))
    assert club.sql("select count(*) from person where full_name like 'Bạch%'") == [(0,)]


@pytest.mark.parametrize("asked", ["gửi thông báo", "gửi danh sách"])
def test_a_list_within_a_form_is_read_as_one_and_the_form_waits(club: Talk, asked: str) -> None:
    """It is no secret for its numbers, and nobody reads it in a notice by mistake."""
    club.text("tu", asked)
    said = club.text("tu", LINES)
    assert "nhận được danh sách anh/chị dán: 2 dòng" in said[0]
    assert "thêm 2 · sửa 0" in club.press("tu", "Chưa")[-2]


def test_a_notice_waits_for_a_list(club: Talk) -> None:
    club.text("tu", "gửi thông báo")
    club.text("tu", LINES)
    club.press("tu", "Chưa")
    club.press("tu", "Ghi vào sổ")
    assert any("nhắn bà con điều gì" in text for text in club.text("tu", "gửi thông báo"))


@pytest.mark.parametrize(
    "text",
    [
        "7 giờ 30 ngày 5/12/2026\nnhà bà Nguyễn Thị Sáu\nnhớ mang theo nước",
        "Dạ em hỏi\ncâu lạc bộ có mấy người?",
        "1. đi chợ\n2. nấu cơm\n3. họp 1950",
    ],
)
def test_lines_that_are_no_people_are_no_list(club: Talk, text: str) -> None:
    assert not any("nhận được danh sách" in each for each in club.text("tu", text))
