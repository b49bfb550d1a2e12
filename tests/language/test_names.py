"""Names as people type them, answers that are no name, and looking for somebody."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.address import read_sex
from bot.language.names import behind_title, find_people, read_name, search_form, searched_names

NOBODY = (
    "kho khan, hộ nghèo, can ngheo, ở xa, dang ngu, bán vé số, chua biet, chưa biết, dạ chưa biết con, de sau, để sau, để sau đi, xong, xong rồi, ok, duoc, "
    "được, không biết, khong biet, không có, ko co, hổng nhớ, chua ai cho, chưa có ai cho, chưa, "
    "không, ai cũng được, bỏ qua, hỏi lại sau, chào con, rồi ạ"
).split(", ")


@pytest.mark.parametrize("typed", NOBODY)
def test_words_that_name_nobody_are_no_name(typed: str) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper()):
        assert read_name(form).problem == "nobody"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sáu", "Sáu"),
        ("Dung", "Dung"),
        ("Nguyễn Văn Được", "Nguyễn Văn Được"),
        ("chúa", "Chúa"),
        ("Lê Thị Không", "Lê Thị Không"),
        ("tên là Lan nha con", "Lan"),
        ("Lê Thị Con", "Lê Thị Con"),
        ("LÊ THỊ BÉ ạ", "LÊ THỊ BÉ"),
    ],
)
def test_what_may_be_a_name_is_one(typed: str, name: str) -> None:
    assert read_name(typed).name in (name, name.title())


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("ông Tư", ["ong tu", "tu"]),
        ("Ong Tu", ["ong tu", "tu"]),
        ("chú Ba Quý", ["chu ba qui", "ba qui", "qui"]),
        ("ông Bảy ơi", ["ong bay oi", "ong bay", "bay"]),
        ("Lan", ["lan"]),
        ("bà", ["ba"]),
    ],
)
def test_somebody_is_looked_for_with_and_without_a_title(typed: str, looked_for: list[str]) -> None:
    assert list(searched_names(typed)) == looked_for
    assert list(searched_names(unicodedata.normalize("NFD", typed))) == looked_for


@pytest.mark.parametrize(
    ("one", "other"), [("Lý", "Lí"), ("Quý", "quí"), ("Mỹ", "Mĩ"), ("Kỳ", "Kì")]
)
def test_y_and_i_are_one_in_a_search(one: str, other: str) -> None:
    assert search_form(f"Trần Thị {one}") == search_form(f"tran thi {other}")


@given(st.text(max_size=60))
def test_any_text_can_be_looked_for(text: str) -> None:
    assert all(searched_names(text))


@pytest.mark.parametrize("typed", ["nữ", "nu", "nữ ạ", "dạ nữ", "bà", "cô", "chị", "phụ nữ", "BÀ"])
def test_she(typed: str) -> None:
    assert read_sex(typed) == "female"


@pytest.mark.parametrize("typed", ["nam", "NAM", "ông", "ong", "chú", "chu", "anh", "đàn ông"])
def test_he(typed: str) -> None:
    assert read_sex(typed) == "male"


@pytest.mark.parametrize("typed", ["ba", "co", "chi", "Lan", "", "nam nữ", "không"])
def test_words_that_name_no_sex(typed: str) -> None:
    assert read_sex(typed) is None


PEOPLE = [(1, "Nguyễn Văn Tư"), (2, "Trần Thị Tú"), (3, "Lê Thị Lý (1950, tổ 3)"), (4, "Tuấn")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ông Tư", [1]),
        ("Tú", [2]),
        ("tu", [1, 2]),
        ("ong tu", [1, 2]),
        ("cô Lí ơi", [3]),
        ("tuan", [4]),
        ("nguyen van tu", [1]),
        ("Từ", [1, 2]),
        ("Bảy", []),
    ],
)
def test_looking_for_somebody(typed: str, found: list[int]) -> None:
    assert [key for key, _ in find_people(typed, PEOPLE)] == found


@pytest.mark.parametrize("typed", ["dong y", "Không đồng ý", "khong dong y", "hổng đồng ý"])
def test_a_consent_is_no_name(typed: str) -> None:
    assert read_name(typed).name is None


def test_one_letter_of_two_is_read_the_same_again() -> None:
    assert read_name("ß").name == "Ss"
    assert read_name("Ss").name == "Ss"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bà Năm", "Năm"),
        ("co Hai Lua", "Hai Lua"),
        ("ong Bay", "Bay"),
        ("Anh Tuấn", "Anh Tuấn"),
        ("Năm", "Năm"),
        ("Nguyễn Thị Bà", "Nguyễn Thị Bà"),
    ],
)
def test_what_stands_behind_a_title_is_the_name(typed: str, name: str) -> None:
    assert behind_title(typed) == name
