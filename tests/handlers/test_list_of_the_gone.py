"""A list that says of members that they died or went."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import reminders, set_event
from tests.handlers.test_roster_import import signed

HEADER = "STT,Họ và tên,Năm sinh,Giới tính,Số điện thoại,Địa chỉ,Ghi chú\n"
THREE = (
    "1,Nguyễn Thị Sáu,1948,nữ,0912345678,tổ 3,\n"
    "2,Lê Văn Bé,1950,nam,,tổ 4,\n"
    "3,Trần Thị Tư,1955,nữ,,tổ 1,\n"
)
DEAD = THREE.replace("tổ 4,\n", "tổ 4,đã mất\n")


@pytest.fixture
def club(talk: Talk, tmp_path: Path) -> Talk:
    talk.club()
    signed(talk, tmp_path, THREE, HEADER)
    talk.press("tu", "Ghi vào sổ")
    return talk


def state_of(talk: Talk, name: str) -> list[tuple[object, ...]]:
    return talk.sql(
        "select state, held_at is not null from person join membership on person_id = person.id"
        f" where full_name = '{name}'"
    )


def test_who_is_on_the_roster_and_dead_is_asked_about(club: Talk, tmp_path: Path) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    preview, question = signed(club, tmp_path, DEAD, HEADER)
    assert "Trong sổ còn Lê Văn Bé, danh sách ghi: đã mất" in preview
    assert "danh sách ghi 1 người trong sổ đã mất" in question
    assert state_of(club, "Lê Văn Bé") == [("active", 0)]
    said = club.press("tu", "Được")
    assert "chia buồn" in said[0]
    assert "Lê Văn Bé" in said[1]
    # Until an organiser knows nothing is sent, and no one calls his house about a meeting.
    assert state_of(club, "Lê Văn Bé") == [("active", 1)]
    said = club.press("tu", "Đúng, đã mất")
    assert "không nhắn gì về người này nữa" in said[0]
    assert state_of(club, "Lê Văn Bé") == [("deceased", 1)]
    heard = club.at("2026-12-20T07:00:00")
    assert not any("Lê Văn Bé" in line["text"] for line in heard)
    assert not club.errors, club.errors
    # Read again, the list has nothing new to say of him.
    _, told = signed(club, tmp_path, DEAD, HEADER)
    assert "không có gì mới" in told


def test_who_isnt_dead_is_told_of_as_before(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, DEAD, HEADER)
    club.press("tu", "Được", "Không phải")
    assert state_of(club, "Lê Văn Bé") == [("active", 0)]


def test_a_list_taken_back_lets_nobody_rest(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, DEAD, HEADER)
    club.press("tu", "Được", "Lấy lại danh sách này", "Lấy lại hết")
    assert not club.errors, club.errors
    assert state_of(club, "Lê Văn Bé") == [("active", 0)]


def test_a_namesake_who_lives_is_not_taken_for_her(club: Talk, tmp_path: Path) -> None:
    preview, _ = signed(club, tmp_path, THREE + "4,Lê Văn Bé,1931,nam,,tổ 9,đã mất\n", HEADER)
    assert "Trong sổ còn" not in preview


def test_who_moved_is_said_to_be_on_the_roster_still(club: Talk, tmp_path: Path) -> None:
    preview, _ = signed(
        club, tmp_path, THREE.replace("tổ 1,\n", "tổ 1,chuyển đi nơi khác\n"), HEADER
    )
    assert "Trong sổ còn Trần Thị Tư, danh sách ghi: đã chuyển đi" in preview
    assert state_of(club, "Trần Thị Tư") == [("active", 0)]


def test_reminders_of_others_go_on(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, DEAD, HEADER)
    club.press("tu", "Được")
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    heard = club.at("2026-12-20T07:00:00")
    assert any("em không nhắn được cho 2 người" in line["text"] for line in heard)
    assert reminders(heard) == []
