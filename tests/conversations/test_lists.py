"""Lists inside a conversation, and several choices at once: as people press and as they type."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.intents.list_commands import LineCommand, read_line_command
from bot.language.months import read_month
from tests.conftest import Talk
from tests.handlers.test_founding import club_upto, states

GROUP = "Làm: Lập ban vận động"


def at_the_group(talk: Talk) -> Talk:
    talk.club()
    talk.press("tu", "Lập ban vận động")
    return talk


@pytest.fixture
def group(talk: Talk) -> Talk:
    """An organiser at the list of the mobilising group."""
    return at_the_group(talk)


def add(talk: Talk, name: str, agreed: str = "Rồi") -> list[str]:
    talk.press("tu", "Ghi thêm")
    talk.text("tu", name, "1964")
    return talk.press("tu", "Nữ", "Bỏ qua", agreed)


def listed(talk: Talk, field: str = "group_members") -> list[Any]:
    rows = talk.sql(
        "select value from founding_datum where field = ? and item > 0 order by item", field
    )
    return [json.loads(value) for (value,) in rows]


def names(talk: Talk) -> list[str]:
    return [each["name"] for each in listed(talk)]


def test_done_is_not_offered_before_the_least_is_there(group: Talk) -> None:
    assert "Còn thiếu 3, mình ghi tiếp được không ạ?" in group.last("tu")
    assert "Xong rồi" not in group.buttons("tu")
    add(group, "Trần Thị Lan")
    said = group.text("tu", "xong")
    assert "còn thiếu 2 dòng nữa" in said[0]


@pytest.mark.parametrize("typed", ["bo 1", "bỏ dòng 1", "xóa 1", "bo Lan", "Bỏ chị Lan ạ"])
def test_a_line_is_taken_out_in_words_and_can_come_back(group: Talk, typed: str) -> None:
    add(group, "Trần Thị Lan")
    add(group, "Lê Thị Nga")
    said = group.text("tu", typed.replace("chị ", ""))
    assert "đã bỏ: Trần Thị Lan" in said[0]
    assert names(group) == ["Lê Thị Nga"]
    group.press("tu", "Lấy lại dòng vừa bỏ")
    assert names(group) == ["Trần Thị Lan", "Lê Thị Nga"]
    assert not group.errors, group.errors


def test_a_line_is_changed_in_words(group: Talk) -> None:
    add(group, "Trần Thị Lan")
    add(group, "Lê Thị Nga")
    said = group.text("tu", "sua dong 2")
    assert "họ tên" in said[0]
    group.text("tu", "Lê Thị Thu Nga")
    group.press("tu", "Giữ: 1964")
    assert "Đang ghi: Nữ." in group.last("tu")
    group.press("tu", "Nữ", "Bỏ qua", "Rồi")
    assert names(group) == ["Trần Thị Lan", "Lê Thị Thu Nga"]


def test_back_inside_an_entry_loses_nothing(group: Talk) -> None:
    group.press("tu", "Ghi thêm")
    group.text("tu", "Trần Thị Lan", "1964", "quay lại", "quay lại", "quay lại")
    assert names(group) == []
    assert "Ghi tiếp: Trần Thị Lan: 1964" in group.buttons("tu")
    group.press("tu", "Ghi tiếp: Trần Thị Lan: 1964", "Giữ: Trần Thị Lan")
    assert "Trần Thị Lan là nữ hay nam" in group.last("tu")
    group.press("tu", "Nữ", "Bỏ qua", "Rồi")
    assert listed(group)[0]["birth"]["year"] == 1964
    assert not group.errors, group.errors


def test_who_has_not_agreed_is_named(group: Talk) -> None:
    add(group, "Trần Thị Lan")
    add(group, "Lê Thị Nga", agreed="Chưa")
    said = add(group, "Phạm Thị Ơn")
    assert "2. Lê Thị Nga: 1964, Nữ, chưa nhận lời" in said[-2]
    group.press("tu", "Xong rồi", "Trần Thị Lan")
    said = group.press("tu", "Đúng hết rồi")
    assert "- chưa nhận lời: Lê Thị Nga" in said[0]


def test_the_head_is_asked_again_once_she_is_off_the_list(group: Talk) -> None:
    for name in ("Trần Thị Lan", "Lê Thị Nga", "Phạm Thị Ơn", "Hồ Thị Bé"):
        add(group, name)
    group.press("tu", "Xong rồi", "Trần Thị Lan", "Sửa một chỗ", "Ban vận động (4 dòng)")
    group.text("tu", "bỏ 1")
    said = group.press("tu", "Xong rồi")
    assert "ai đứng đầu ban vận động" in said[-1]
    assert "Trần Thị Lan" not in group.buttons("tu")
    group.press("tu", "Lê Thị Nga", "Đúng hết rồi")
    assert states(group)["mobilising_group"] == "done"
    assert not group.errors, group.errors


@pytest.fixture
def survey(empty_database: Path, tmp_path: Path) -> Talk:
    """An organiser at the wishes of the survey."""
    talk = club_upto(empty_database, tmp_path, 3)
    talk.press("tu", "Làm: Khảo sát nhu cầu", "Làm bước này")
    talk.text("tu", "180", "65")
    return talk


def wishes(talk: Talk) -> Any:
    (value,) = talk.sql("select value from founding_datum where field = 'wishes'")[0]
    return json.loads(value)


def test_several_are_pressed_one_after_another(survey: Talk) -> None:
    assert 'bấm từng điều, rồi bấm "Xong"' in survey.last("tu")
    survey.press("tu", "Chăm sóc sức khỏe", "Tăng thu nhập")
    assert "đã chọn: Chăm sóc sức khỏe và tăng thu nhập" in survey.last("tu")
    survey.press("tu", "Quyền và lợi ích", "✓ Tăng thu nhập")
    assert "đã chọn: Chăm sóc sức khỏe và quyền và lợi ích" in survey.last("tu")
    said = survey.press("tu", "Xong")
    assert "khảo sát từ ngày nào" in said[0]
    assert wishes(survey) == ["health", "rights"]
    assert not survey.errors, survey.errors


def test_pressing_the_same_again_changes_nothing(survey: Talk) -> None:
    survey.press("tu", "Chăm sóc sức khỏe")
    first = next(line for line in survey.said if "Chọn được nhiều" in line["text"])
    assert "Chăm sóc sức khỏe" in [row[0] for row in first["buttons"]]
    survey.text("tu", "xong")
    assert wishes(survey) == ["health"]


def test_numbers_typed_are_the_whole_answer(survey: Talk) -> None:
    survey.text("tu", "2, 1, 7")
    survey.press("tu", "Đúng rồi")
    assert wishes(survey) == ["health", "income", "culture"]


def test_without_buttons_the_words_tell_of_numbers(empty_database: Path, tmp_path: Path) -> None:
    talk = club_upto(empty_database, tmp_path, 3)
    talk.play([{"from": "tu", "channel": "zalo"}])
    talk.text("tu", "menu")
    talk.press("tu", "CLB", "Các bước thành lập", "Làm: Khảo sát nhu cầu", "Làm bước này")
    talk.text("tu", "180", "65")
    assert "gõ các số theo thứ tự" in talk.last("tu")
    assert "bấm" not in talk.last("tu")
    talk.text("tu", "2")
    assert wishes(talk) == ["health"]


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("bo 1", LineCommand("remove", number=1)),
        ("bỏ dòng 2", LineCommand("remove", number=2)),
        ("xóa dòng số 3 ạ", LineCommand("remove", number=3)),
        ("sua dong 2", LineCommand("change", number=2)),
        ("sửa 2", LineCommand("change", number=2)),
        ("bỏ Lan", LineCommand("remove", words="lan")),
        ("bỏ dòng", LineCommand("remove")),
        ("bỏ qua", None),
        ("sửa", None),
        ("sửa lại", None),
        ("xong", None),
        ("Bồ Thị Lan", None),
        ("ghi thêm", None),
    ],
)
def test_what_is_typed_about_a_line(text: str, command: LineCommand | None) -> None:
    assert read_line_command(text) == command


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("3", 3), ("tháng 3", 3), ("thang 12", 12), ("tháng giêng", 1), ("tháng Chạp", 12),
        ("hằng tháng", 0), ("hang thang", 0), ("mỗi tháng", 0), ("tháng nào cũng làm", 0),
        ("every month", 0), ("mười", 10), ("0", None), ("abc", None), ("tháng 13", 13),
    ],
)  # fmt: skip
def test_months_as_they_are_typed(text: str, month: int | None) -> None:
    assert read_month(text) == month
