"""What is handed out, in the chat and on the command line: who gets it, at which step, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from tests.conftest import Talk
from tests.documents.test_papers import paragraphs
from tests.handlers.test_abuse import deliver, pressed
from tests.handlers.test_founding import club_upto
from tests.test_cli import one_line, run


def files_of(heard: list[dict[str, Any]]) -> list[str]:
    return [path for line in heard for path in line.get("files", [])]


def text_of(path: str) -> str:
    return "\n".join(paragraphs(docx.Document(path)))


def test_an_organiser_asks_for_the_leaflet_in_words(club: Talk) -> None:
    (path,) = files_of(club.play([{"from": "tu", "text": "cho tôi tờ rơi"}]))
    text = text_of(path)
    assert "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc" in text
    code = club.join_code()
    assert f"{code[:3]} {code[3:]}" in text
    assert "hình vuông" not in text, "a square would open this machine's own page"
    assert "Tài liệu khác" in club.buttons("tu")


def test_the_square_opens_the_bot_once_it_is_found_under_a_name(club: Talk) -> None:
    club.note_telegram("hailac_bot")
    path, picture = files_of(club.play([{"from": "tu", "text": "in áp phích"}]))
    assert "hình vuông" in text_of(path)
    assert "Telegram: @hailac_bot" in text_of(path)
    assert len(docx.Document(path).inline_shapes) == 1
    assert Path(picture).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("bài đọc loa", "Thưa bà con cô bác"),
        ("gui bai phat loa", "Thưa bà con cô bác"),
        ("ý nói chuyện họp dân", "Năm ý chính"),
        ("tài liệu tập huấn ban chủ nhiệm", "Ngày thứ năm"),
        ("tài liệu tập huấn tình nguyện viên chăm sóc tại nhà", "Ngày thứ ba"),
        ("poster", "Mời bà con vào câu lạc bộ"),
    ],
)
def test_each_is_asked_for_by_its_own_words(club: Talk, typed: str, words: str) -> None:
    path, *_ = files_of(club.play([{"from": "tu", "text": typed}]))
    assert words in text_of(path)


def test_all_of_them_are_offered_by_their_common_name(club: Talk) -> None:
    assert club.text("tu", "tài liệu tuyên truyền") == ["Dạ, anh/chị cần tờ nào ạ?"]
    assert club.buttons("tu")[:6] == [
        "Tờ rơi", "Áp phích mời vào câu lạc bộ", "Ý nói chuyện họp dân", "Bài đọc loa",
        "Tài liệu tập huấn ban chủ nhiệm", "Tài liệu tập huấn chăm sóc tại nhà",
    ]  # fmt: skip


def test_a_coordinator_gets_them_with_dots(club: Talk) -> None:
    (path,) = files_of(club.play([{"from": "minh", "text": "cho tôi tờ rơi"}]))
    text = text_of(path)
    assert "Hải Lạc" not in text
    assert club.join_code()[:3] not in text
    assert "…" in text


def test_members_and_guests_get_none(club: Talk) -> None:
    for who in ("sau", "la"):
        for typed in ("cho tôi tờ rơi", "bài đọc loa", "áp phích", "tài liệu tập huấn"):
            assert files_of(club.play([{"from": who, "text": typed}])) == [], (who, typed)


@pytest.mark.parametrize("who", ["sau", "la", "minh"])
@pytest.mark.parametrize("button", ["a/material/poster/1", "a/materials/1"])
def test_a_forged_button_gives_nobody_a_clubs_material(club: Talk, who: str, button: str) -> None:
    club.text("la", "xin chào")
    deliver(club, pressed(who, button, "x"))
    said = club.sql("select text, files from outbox order by id desc limit 1")
    assert "chỉ người tổ chức" in said[0][0]
    assert not said[0][1] or said[0][1] == "[]"


def test_they_stand_at_the_steps_that_need_them(empty_database: Path, tmp_path: Path) -> None:
    talk = club_upto(empty_database, tmp_path, 4)
    talk.text("tu", "bước 5")
    offered = next(line for line in reversed(talk.said) if "Tài liệu để in, để đọc" in str(line))
    assert "Họp dân" in offered["text"]
    talk.press("tu", "Tài liệu để in, để đọc")
    assert talk.buttons("tu")[:3] == ["Tờ rơi", "Ý nói chuyện họp dân", "Bài đọc loa"]
    (path,) = files_of(talk.play([{"from": "tu", "press": "Bài đọc loa"}]))
    assert ", nơi già trẻ cùng giúp nhau" in text_of(path)


def test_english_is_had_in_english(club: Talk) -> None:
    club.text("tu", "English")
    (path,) = files_of(club.play([{"from": "tu", "text": "leaflet"}]))
    assert "What do I get from it?" in text_of(path)


def test_where_no_file_can_go_it_is_said_where_it_is_had(club: Talk) -> None:
    club.play([{"from": "tu", "channel": "zalo"}])
    heard = club.play([{"from": "tu", "text": "cho tôi tờ rơi"}])
    assert files_of(heard) == []
    assert "không gửi tệp được" in heard[0]["text"]


def test_the_command_line_writes_them_in_both_languages(club: Talk, tmp_path: Path) -> None:
    code = club.sql("select code from club")[0][0]
    out, url = tmp_path / "out", club.settings.database_url
    result = run("materials", "--out", str(out), "--club", code, url=url)
    assert result.returncode == 0, result.stderr
    assert len(result.stdout.splitlines()) == 14
    assert {path.name for path in out.iterdir()} >= {f"to-roi-{code}.docx", f"leaflet-{code}.docx"}
    blank = run("materials", "--out", str(tmp_path / "blank"), url=url)
    assert blank.returncode == 0
    assert "Hải Lạc" not in text_of(str(tmp_path / "blank" / "to-roi.docx"))
    assert one_line(run("materials", "--out", str(out), "--club", "99999-01", url=url)) == (
        "unknown club 99999-01"
    )
