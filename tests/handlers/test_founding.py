"""Founding over weeks: going back, being sent back, going on with fewer."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.conftest import Talk
from tests.conversations.prepared import prepare
from tests.sharing import BEGINNINGS

_prepared: dict[int, bytes] = {}
"""A club up to a step, made once."""


def club_upto(empty_database: Path, tmp_path: Path, step: int) -> Talk:
    path = tmp_path / "founding.db"
    if step not in _prepared:
        shutil.copyfile(empty_database, path)
        asyncio.run(prepare(path, upto=step))
        _prepared[step] = path.read_bytes()
    path.write_bytes(_prepared[step])
    talk = Talk(
        Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}"),
        beginnings=BEGINNINGS,
        holds=f"a club up to step {step}",
    )
    talk.text("tu", "menu")
    talk.press("tu", "CLB", "Các bước thành lập")
    return talk


@pytest.fixture
def submitted(empty_database: Path, tmp_path: Path) -> Talk:
    """A club whose papers are with the commune."""
    return club_upto(empty_database, tmp_path, 14)


def states(talk: Talk) -> dict[str, str]:
    return dict(talk.sql("select step, state from founding_step"))


def test_the_commune_asks_for_more(submitted: Talk) -> None:
    submitted.press("tu", "Làm: Nhận quyết định thành lập", "Yêu cầu bổ sung")
    submitted.text("tu", "thiếu chữ ký của thư ký")
    submitted.press("tu", "Bỏ qua", "Đúng hết rồi")
    found = states(submitted)
    assert found["dossier_submitted"] == "locked"
    assert found["recognition_decision"] == "locked"
    assert {key for key, state in found.items() if state == "review"} == {
        "draft_rules", "board_candidates", "activity_plan", "founding_meeting", "founding_dossier",
    }  # fmt: skip
    submitted.text("tu", "menu")
    submitted.press("tu", "CLB", "Các bước thành lập", "Xem lại: Dự thảo quy chế", "Đúng hết rồi")
    assert states(submitted)["draft_rules"] == "done"
    assert not submitted.errors, submitted.errors


def test_a_decision_makes_the_club_and_its_board(submitted: Talk) -> None:
    submitted.press("tu", "Làm: Nhận quyết định thành lập", "Có quyết định")
    submitted.text("tu", "222/QĐ-UBND", "30/11/2026", "Lê Văn Ba", "UBND xã Phước Hải")
    heard = submitted.play([{"from": "tu", "photo": True}])
    assert "dưới dạng tệp" in heard[0]["text"]
    submitted.play([{"from": "tu", "file": "roster.csv"}])
    submitted.press("tu", "Đúng hết rồi")
    (kept,) = submitted.sql("select value from founding_datum where field = 'decision_file'")[0]
    assert Path(json.loads(kept)["path"]).parent.name == "kept"
    assert json.loads(kept)["name"] == "roster.csv"
    assert submitted.sql("select stage, recognised_on from club") == [("recognised", "2026-11-30")]
    assert not submitted.errors, submitted.errors


def test_without_an_answer_the_organiser_is_asked_every_ten_days(submitted: Talk) -> None:
    submitted.press("tu", "Làm: Nhận quyết định thành lập", "Chưa trả lời")
    heard = submitted.at("2027-01-20T12:00:00")
    asked = [
        line["at"][:10]
        for line in heard
        if line["kind"] == "nudge" and "UBND xã trả lời sao rồi ạ?" in line["text"]
    ]
    assert asked[0] == "2026-12-16"
    assert len(asked) >= 3


def test_a_done_step_can_be_corrected(submitted: Talk) -> None:
    submitted.press("tu", "Bước khác", "8. Nguồn quỹ ban đầu", "Sửa một chỗ")
    submitted.press("tu", "Phí mỗi tháng: 5.000 đồng")
    submitted.text("tu", "10 ngàn")
    submitted.press("tu", "Đúng rồi", "Đúng hết rồi")
    assert "vẫn tính là xong" in " ".join(line["text"] for line in submitted.said[-3:])
    assert submitted.sql("select value from founding_datum where field = 'member_fee'") == [
        (10000,)
    ]


def test_a_taken_away_entry_opens_the_step_again(submitted: Talk) -> None:
    submitted.press("tu", "Bước khác", "10. Giới thiệu người vào ban chủ nhiệm", "Sửa một chỗ")
    label = next(each for each in submitted.buttons("tu") if each.startswith("Người được"))
    submitted.press(
        "tu", label, "Bỏ một dòng", "Nguyễn Thị 1: Chủ nhiệm", "Xong rồi", "Đúng hết rồi"
    )
    assert "còn thiếu" in " ".join(line["text"] for line in submitted.said[-3:])
    assert states(submitted)["board_candidates"] == "open"
    assert not submitted.errors, submitted.errors


def test_the_club_can_be_renamed(submitted: Talk) -> None:
    submitted.press(
        "tu", "Bước khác", "1. Mở hồ sơ thành lập", "Sửa một chỗ", "Tên câu lạc bộ: CLB Hải Lạc"
    )
    submitted.text("tu", "CLB Hải Lạc mới")
    submitted.press("tu", "Đúng hết rồi")
    assert submitted.sql("select name from club") == [("CLB Hải Lạc mới",)]
    assert not submitted.errors, submitted.errors


def test_going_on_with_fewer_needs_a_reason(talk: Talk) -> None:
    talk.club()
    talk.press("tu", "Làm: Xin chủ trương của xã, Hội Người cao tuổi")
    talk.text("tu", "dừng")
    talk.text("tu", "menu")
    talk.press(
        "tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Các bước thành lập", "Lập ban vận động"
    )
    for name in ("Nguyễn Văn Tư", "Trần Thị Lan", "Lê Thị Nga"):
        talk.press("tu", "Ghi thêm")
        talk.text("tu", name, "1964")
        talk.press("tu", "Nữ", "Bỏ qua", "Rồi")
    talk.press("tu", "Xong rồi", "Trần Thị Lan", "Đúng hết rồi")
    talk.press("tu", "Lập danh sách thành viên")
    heard = talk.play([{"from": "tu", "file": "roster.csv"}])
    assert "47 dòng" in heard[0]["text"]
    talk.press("tu", "Rồi", "Hôm nay", "Ghi vào sổ")
    assert states(talk)["founding_members"] == "open"
    talk.press("tu", "Lập danh sách thành viên", "Tiếp tục dù chưa đủ")
    talk.text("tu", "ấp ít người, sẽ bổ sung sau")
    assert states(talk)["founding_members"] == "done"
    assert not talk.errors, talk.errors


def test_what_was_typed_is_kept_when_somebody_stops(talk: Talk) -> None:
    talk.club()
    talk.press("tu", "Làm: Xin chủ trương của xã, Hội Người cao tuổi")
    talk.text("tu", "Trần Văn Hòa", "dừng")
    talk.at("2026-12-10T08:00:00")
    talk.text("tu", "menu")
    said = talk.press("tu", "Ghi tiếp chỗ đang dở")
    assert "bước 2/18: Xin chủ trương của xã" in said[0]
    assert "Câu 2/" in said[1]
    assert "số điện thoại của người đó" in said[1]
