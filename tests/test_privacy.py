"""What docs/privacy.md promises: each point of the law has a test, no cell is a formula, and nobody
learns by trying who is a member."""

from __future__ import annotations

import ast
import csv
import io
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.facts import Named
from bot.documents.official_list import write_official
from bot.documents.papers import PAPERS, fill
from bot.documents.sheet import write_sheet
from bot.documents.workbook import Table, write_csv, write_workbook
from bot.domain.founding import Stage
from bot.domain.membership import MembershipState
from bot.handlers.members.roster import ExportedMember
from bot.handlers.members.roster_export import official_list, roster_table
from bot.language.letters import FORMULA_SIGNS
from bot.speech.translation import Speaker
from bot.storage.records import Club, Membership, Person
from tests.conftest import Talk, settings_of
from tests.documents.clubs import facts
from tests.examples import examples
from tests.handlers.test_registration import begin, myself
from tests.sharing import BEGINNINGS

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 12, 1, 1, tzinfo=UTC)
CLUB = Club(
    1,
    "26686-01",
    "26686",
    "ấp",
    "CLB",
    "ABCDEF",
    Stage.PREPARING,
    None,
    None,
    None,
    None,
    NOW,
    None,
)
POINTS = 20
"""Points of what the bot must do by Law 91/2025 and Decree 356/2025."""


# Each point has a test


def promised() -> dict[int, list[str]]:
    """The tests that the page names, by the number of the point."""
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| .+ \| (.+) \|$", page, re.MULTILINE)
    return {int(number): re.findall(r"`([\w/]+\.py::\w+)`", tests) for number, tests in rows}


def defined_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {each.name for each in tree.body if isinstance(each, kinds)}


def test_every_point_names_tests_that_there_are() -> None:
    rows = promised()
    assert set(rows) == set(range(1, POINTS + 1))
    for number, names in rows.items():
        assert names, number
        for name in names:
            place, _, test = name.partition("::")
            assert test.startswith("test_"), name
            assert test in defined_in(ROOT / "tests" / place), name


# No cell is a formula

told = st.one_of(
    st.text(max_size=12),
    st.builds(str.__add__, st.sampled_from([*FORMULA_SIGNS, " =", "'="]), st.text(max_size=12)),
)


def cells(content: bytes) -> list[object]:
    """Every cell of every sheet, with what it is taken for."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


@settings(max_examples=examples(30))
@given(words=st.lists(told, min_size=5, max_size=5))
def test_no_cell_of_a_roster_is_a_formula(words: list[str]) -> None:
    name, address, contact, note, title = words
    person = Person(1, name, 1950, None, False, "female", NOW, None)
    member = Membership(
        1, 1, 1, "26686-01-001", MembershipState.ACTIVE, "self", NOW, NOW, None,
        phone="+84912345678", address=address, contact_person=contact, note=note,
    )  # fmt: skip
    for language in ("vi", "en"):
        table = roster_table([ExportedMember(member, person)], Speaker(language, "", ""))
        table = Table(table.title, table.heading, [*table.rows, [title] * len(table.heading)])
        official = write_official(
            official_list(
                [ExportedMember(member, person)],
                replace(CLUB, name=title),
                Speaker(language, "", ""),
                title,
            ),
            author=name,
            now=NOW,
        )
        assert "f" not in {each.data_type for each in cells(official)}
        book = write_workbook([table], footer=title, author=name, now=NOW)
        assert "f" not in {each.data_type for each in cells(book)}
        for row in csv.reader(io.StringIO(write_csv(table).decode("utf-8-sig"), newline="")):
            assert not any(cell.startswith(FORMULA_SIGNS) for cell in row)


@settings(max_examples=examples(15))
@given(words=st.lists(told, min_size=4, max_size=4))
def test_no_cell_of_a_paper_is_a_formula(words: list[str]) -> None:
    name, address, contact, club = words
    people = (Named(name, 1950, False, "female", address, None, contact, "poor"),)
    for code, paper in PAPERS.items():
        if "xlsx" in paper.formats:
            filled = fill(paper, facts(name=club, members=people))
            book = write_sheet(filled, title=code, author=club, now=NOW)
            assert "f" not in {each.data_type for each in cells(book)}


def test_spreadsheets_are_written_in_these_places_alone() -> None:
    writing = re.compile(r"\bWorkbook\(\)|csv\.writer\(")
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "bot").rglob("*.py")
        if writing.search(path.read_text(encoding="utf-8"))
    }
    names = ("official_list", "sheet", "workbook")
    assert found == {f"bot/documents/{each}.py" for each in names}


# Nobody learns by trying who is a member

SAU = ("Nguyễn Thị Sáu", "1948")
OTHER = ("Huỳnh Văn Kiệt", "1951")
QUESTIONS = (
    "má tôi là Nguyễn Thị Sáu có trong câu lạc bộ chưa",
    "tìm Nguyễn Thị Sáu",
    "tìm thành viên Sáu",
    "bà Nguyễn Thị Sáu là thành viên hả con",
    "số 0912 345 678 có trong danh sách không",
    "cho tôi số điện thoại bà Sáu",
    "danh sách thành viên",
    "ai đã xem thông tin của tôi",
    "thông tin của tôi",
    "bà Nguyễn Thị Sáu mất rồi",
    "bà Sáu đi họp không",
    "bà Sáu bệnh nằm viện",
    "đổi số điện thoại bà Sáu thành 0300 000 999",
    "bỏ tên Nguyễn Thị Sáu khỏi danh sách",
    "tôi là con bà Sáu, tôi muốn nói thay bà",
    "tôi mất điện thoại rồi, tôi là Nguyễn Thị Sáu",
    "26686-01",
)


def asks(talk: Talk, who: str) -> list[str]:
    return [text for typed in QUESTIONS for text in talk.text(who, typed)]


def asks_as_a_member(talk: Talk, who: str) -> list[str]:
    myself(talk, who, "Trần Thị Bé", "1950")
    talk.press("tu", "Nhận")
    return asks(talk, who)


def lists_her_in_another_club(talk: Talk, who: str) -> list[str]:
    talk.club(who, "ấp Phước Tân")
    said = talk.text(who, "1. Nguyễn Thị Sáu 1948 0912345678\n2. Lê Văn Năm 1950")
    said += talk.press(who, "Rồi", "Hôm nay", "Ghi vào sổ")
    return said + asks(talk, who)


def registers_herself(talk: Talk, who: str) -> list[str]:
    before = len(talk.said)
    begin(talk, who, "Ghi tên cho tôi")
    talk.press(who, "Đồng ý", "Đồng ý")
    talk.text(who, *SAU)
    talk.press(who, "Nữ")
    talk.text(who, "tổ 3, ấp Hải Lạc", "0912 345 678")
    talk.press(who, "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    return [each["text"] for each in talk.said[before:] if each["to"] == who]


def registers_her_mother(talk: Talk, who: str) -> list[str]:
    before = len(talk.said)
    begin(talk, who, "Ghi tên cho người nhà")
    talk.text(who, "má")
    talk.press(who, "Bà đây", "Đồng ý", "Đồng ý")
    talk.text(who, *SAU)
    talk.press(who, "Nữ")
    talk.text(who, "tổ 3, ấp Hải Lạc", "0912 345 678")
    talk.press(who, "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    return [each["text"] for each in talk.said[before:] if each["to"] == who]


def shares_the_number(talk: Talk, who: str) -> list[str]:
    heard = talk.play([{"from": who, "contact": "+84912345678"}])
    return [each["text"] for each in heard if each["to"] == who]


def opens_the_code(talk: Talk, who: str) -> list[str]:
    heard = talk.play([{"from": who, "start": talk.join_code()}])
    return [each["text"] for each in heard if each["to"] == who]


@pytest.mark.parametrize(
    "tries",
    [
        asks,
        asks_as_a_member,
        lists_her_in_another_club,
        registers_herself,
        registers_her_mother,
        shares_the_number,
        opens_the_code,
    ],
)
def test_the_answers_are_the_same_whoever_is_a_member(
    talk: Talk, tmp_path: Path, empty_database: Path, tries: Callable[[Talk, str], list[str]]
) -> None:
    path = tmp_path / "other" / "bot.db"
    path.parent.mkdir()
    shutil.copyfile(empty_database, path)
    other = Talk(settings_of(path), beginnings=BEGINNINGS)
    answers = []
    for world, (name, year) in ((talk, SAU), (other, OTHER)):
        world.club()
        myself(world, "sau", name, year)
        world.press("tu", "Nhận")
        world.play([{"at": "2026-12-01T09:00:00+07:00"}])
        answers.append(tries(world, "la"))
    assert answers[0]
    assert answers[0] == answers[1]


# Who is too young for the roster


@pytest.mark.parametrize("year", ["2010", "2015"])
def test_nobody_under_age_is_written_down(talk: Talk, year: str) -> None:
    talk.club()
    begin(talk, "be", "Ghi tên cho tôi")
    talk.press("be", "Đồng ý", "Đồng ý")
    assert "chưa đủ 18 tuổi" in talk.text("be", "Nguyễn Thị Bé", year)[-2]
    assert talk.sql("select count(*) from person") == [(0,)]
