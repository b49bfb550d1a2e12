"""Incident mode: the 72 hours, whom it concerns, the letter, and the papers."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.command_line import run
from tests.conftest import Talk
from tests.handlers.test_attendance import relative

CLUB = "26686-01"
NOTE = (
    "incident", "note", "--kind", "lost", "--data", "phones,names", "--club", CLUB,
    "--what", "Điện thoại của thư ký bị mất ở chợ.", "--measures", "Đã khóa tài khoản.",
)  # fmt: skip


@pytest.fixture
def noted(club: Talk) -> Talk:
    """sau is a member by her own phone, bà ngoại by hanh's; a phone was lost yesterday evening."""
    relative(club, "bà ngoại", "Bà đây", "Trần Thị Mười", "1944", "Nữ")
    incident(club, *NOTE[1:], "--detected", "2026-11-30T20:00")
    return club


def incident(talk: Talk, *words: str) -> str:
    done = run("incident", *words, url=talk.settings.database_url)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_says_whom_it_concerns_and_counts_the_hours(noted: Talk) -> None:
    assert incident(noted, "list") == (
        f"1\t2026-11-30T20:00+07:00\tlost\t{CLUB}\t60 hours left to report\tpeople not told\n"
    )
    shown = incident(noted, "show", "1").splitlines()
    assert shown[1] == "the authority must hear of it before 2026-12-03T20:00+07:00"
    assert shown[3] == f"{CLUB}: 2 people concerned, 2 with a chat here: 002 001"
    noted.at("2026-12-04T08:00:00")
    assert "12 hours too late" in incident(noted, "list")
    assert "\treported\t" in incident(noted, "reported", "1")
    assert "\tclosed\t" in incident(noted, "close", "1")


def test_the_letter_goes_out_after_a_yes_and_only_once(noted: Talk) -> None:
    shown = incident(noted, "letter", "1")
    assert "Điện thoại của thư ký bị mất ở chợ." in shown
    assert "nothing is sent" in shown
    assert noted.sql("select count(*) from notice") == [(0,)]
    # Who wants no messages gets none; a person calls.
    noted.text("hanh", "đừng nhắn nữa")
    noted.press("hanh", "Thôi nhắc")
    assert noted.sql("select count(*) from account where muted_at is not null") == [(1,)]
    assert incident(noted, "letter", "1", "--yes").startswith(f"{CLUB}: ")
    heard = noted.at("2026-12-01T09:00:00")
    (letter,) = [each["text"] for each in heard if each["to"] == "sau"]
    assert "bị mất máy hoặc giấy tờ" in letter
    assert "họ tên, năm sinh và số điện thoại" in letter
    assert "đừng đưa mã OTP" in letter
    assert not any(each["to"] == "hanh" for each in heard)
    assert noted.sql("select state, reason from notice order by state") == [
        ("sent", None), ("to_call", "stopped"),
    ]  # fmt: skip
    noted.text("tu", "danh sách gọi điện")
    assert "Báo sự cố" in "\n".join(each["text"] for each in noted.said[-3:])
    again = run("incident", "letter", "1", "--yes", url=noted.settings.database_url)
    assert again.returncode == 1
    assert "was sent already" in again.stderr


def test_the_record_the_form_and_the_letter_are_filled_in(noted: Talk, tmp_path: Path) -> None:
    paths = incident(noted, "papers", "1", "--out", str(tmp_path)).split()
    assert len(paths) == 3
    texts = {}
    for path in map(Path, paths):
        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        texts[path.name.rpartition("-26686")[0]] = "\n".join(
            [each.text for each in document.paragraphs] + cells
        )
    form = texts["thong-bao-vi-pham-gui-co-quan-chuyen-trach"]
    assert "Số người liên quan: 2 người." in form
    assert "20:00, thứ Năm, ngày 03 tháng 12 năm 2026" in form
    assert "Lý do thông báo sau 72 giờ" not in form
    record = texts["bien-ban-su-co"]
    assert "Trần Thị Mười" in record
    assert "Đã khóa tài khoản." in record
    assert "Trần Thị Mười" not in texts["thu-bao-thanh-vien"]
    noted.at("2026-12-04T08:00:00")
    incident(noted, "papers", "1", "--out", str(tmp_path))
    late = docx.Document(str(tmp_path / Path(paths[0]).name))
    assert any("Lý do thông báo sau 72 giờ" in each.text for each in late.paragraphs)


def test_what_was_noted_later_is_shown_and_stands_in_whole_sentences(noted: Talk) -> None:
    incident(noted, "change", "1", "--what", "Mất điện thoại ở chợ", "--measures", "khóa máy")
    shown = incident(noted, "show", "1")
    assert "measures: khóa máy" in shown
    assert "consequences" not in shown
    letter = incident(noted, "letter", "1")
    assert "Mất điện thoại ở chợ.\n" in letter
    assert "Đã làm: khóa máy.\n" in letter


def heard_of(talk: Talk, until: str) -> list[tuple[str, str]]:
    """Who is told of an incident until a moment, and when."""
    return [
        (each["to"], each["at"][5:16])
        for each in talk.at(until)
        if "sự cố dữ liệu số 1" in each["text"]
    ]


def test_those_in_charge_hear_how_the_hours_run_out(noted: Talk) -> None:
    """At once, a day and four hours before they are over, and then; not what the operator wrote."""
    at_once = "12-01T08:01"
    assert heard_of(noted, "2026-12-01T09:00:00") == [("minh", at_once), ("tu", at_once)]
    assert "bị mất máy hoặc giấy tờ" in noted.last("tu")
    assert "8 giờ tối thứ Năm, 03/12/2026, còn 59 giờ" in noted.last("tu")
    assert "thư ký" not in noted.last("tu")
    assert heard_of(noted, "2026-12-03T23:00:00") == [
        ("minh", "12-02T20:00"), ("tu", "12-02T20:00"),
        ("minh", "12-03T16:00"), ("tu", "12-03T16:00"),
        ("minh", "12-03T20:00"), ("tu", "12-03T20:00"),
    ]  # fmt: skip
    assert "đã quá hạn" in noted.last("tu")
    assert heard_of(noted, "2026-12-20T09:00:00") == []


@pytest.mark.parametrize("done", ["reported", "close"])
def test_once_it_is_reported_nobody_is_told_again(noted: Talk, done: str) -> None:
    noted.at("2026-12-01T09:00:00")
    incident(noted, done, "1")
    assert heard_of(noted, "2026-12-05T09:00:00") == []


@pytest.mark.parametrize("kind", ["misused", "seen"])
def test_what_an_organiser_may_have_done_is_told_past_them(club: Talk, kind: str) -> None:
    incident(club, "note", "--kind", kind, "--data", "names", "--club", CLUB, "--what", "x")
    assert {who for who, _ in heard_of(club, "2026-12-06T09:00:00")} == {"minh"}


def test_the_doctor_tells_of_one_that_is_not_reported(noted: Talk) -> None:
    told = run("doctor", url=noted.settings.database_url).stdout
    assert "Sự cố dữ liệu số 1 chưa báo cơ quan chuyên trách, còn 60 giờ" in told
    incident(noted, "reported", "1")
    assert "Sự cố" not in run("doctor", url=noted.settings.database_url).stdout


def test_the_file_stays_five_years_after_it_is_closed(noted: Talk) -> None:
    incident(noted, "close", "1")
    noted.at("2031-12-02T09:00:00")
    assert noted.sql("select count(*) from incident") == [(1,)]
    noted.at("2031-12-07T09:00:00")
    assert noted.sql("select count(*) from incident") == [(0,)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("note", "--kind", "lost"), "--club and --what"),
        ((*NOTE[1:], "--detected", "tomorrow"), "a time as"),
        ((*NOTE[1:], "--detected", "2027-01-01T08:00"), "still to come"),
        (("show", "7"), "no incident 7"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(club: Talk, words: tuple[str, ...], told: str) -> None:
    done = run("incident", *words, url=club.settings.database_url)
    assert done.returncode == 1
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert club.sql("select count(*) from incident") == [(0,)]
