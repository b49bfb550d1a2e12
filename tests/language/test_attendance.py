"""Answers to "who comes?" for several persons on one phone, as their granddaughter types them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.attendance import read_attendance

GRANDMOTHER, GRANDFATHER, NEIGHBOUR = 1, 2, 3
NAMES = {
    GRANDMOTHER: ["bà ngoại", "Nguyễn Thị Sáu"],
    GRANDFATHER: ["ông ngoại", "Trần Văn Sáu"],
    NEIGHBOUR: ["bà Tám", "Lê Thị Tám"],
}

# For each: what the grandmother, the grandfather and the neighbour do; "-" is left open.
SAID = {
    "yes no -": (
        "bà đi, ông không; ba di ong khong; ba ngoai di duoc con ong ngoai ban; bà đi còn ông không; "
        "ông không đi bà đi; ong om roi ba di mot minh; bà đi được nhưng ông thì không đi được"
    ),
    "no yes -": "ông đi bà nghỉ; bà mệt, ông đi được; ông đi một mình, bà ở nhà",
    "yes yes yes": (
        "cả ba đi được; ca ba deu di; ca 3 di; đi hết; di het; đi được hết; ai cũng đi; tụi tui đi hết; "
        "3 người đi; dạ đi nha con; đi; di; có; co; dạ có; ok con; có đi con; đi chứ; cả nhà đi"
    ),
    "no no no": (
        "không; khong; dạ không; không ai đi; khong ai di; không ai đi được; hông ai đi; hổng đi; "
        "cả nhà không đi; cả ba không đi; đi không được; hong di dau con; bận; "
        "không đi được con ơi mưa quá"
    ),
    "unsure unsure unsure": (
        "để hỏi lại; de hoi lai; chưa biết; chua biet; chưa biết nữa; để coi; mai mới biết; có lẽ; "
        "không biết; để con hỏi"
    ),
    "no no yes": "chi co ba tam di; chỉ có bà Tám đi; mình bà Tám đi thôi",
    "yes no yes": (
        "trừ ông ra ai cũng đi; đi hết trừ ông; hai bà đi, ông bận; chỉ ông không đi; chi ong khong di; "
        "ông không đi, mấy người còn lại đi"
    ),
    "yes yes no": "ông với bà đi, bà Tám không; bà Tám không đi, hai người kia đi",
    "yes yes -": "ông bà đi; đi: bà với ông; bà đi ông cũng vậy",
    "- - yes": "Tám đi; ba tam di; Lê Thị Tám đi được; bà tám đi nha con",
    "- - no": "bà Tám bệnh; ba tam ko di dc; bà Tám đi không được",
    "yes - -": "bà ngoại đi; cả bà đi; bà khỏe rồi sẽ đi",
    "- no -": "ông mệt; ông ngoại đau chân nên không đi",
    "- yes -": "ông mệt nhưng cũng đi",
    "yes unsure -": "bà đi ông thì chưa biết; ông chưa biết, bà đi",
    "no  no yes": "bà Tám thì đi, bà ngoại với ông thì không",
}


@pytest.mark.parametrize(
    ("typed", "meant"), [(typed, meant) for meant, forms in SAID.items() for typed in forms.split("; ")]
)  # fmt: skip
def test_who_comes(typed: str, meant: str) -> None:
    answers = {
        key: answer for key, answer in zip(NAMES, meant.split(), strict=True) if answer != "-"
    }
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper(), f" {typed}! 🌹"):
        assert read_attendance(form, NAMES) == answers


@pytest.mark.parametrize(
    "typed",
    [
        "bà Tám đi được không", "bà tám có đi không", "có cần mang gì không", "khi nào họp?",
        "khi nào đi", "mấy giờ họp", "cảm ơn con", "Sáu đi", "1 người đi", "2 người đi", "cả hai đi",
        "chiều rảnh thì đi", "ba ba con deu di", "", "👵", "Nguyễn Thị Lan",
    ],
)  # fmt: skip
def test_what_leaves_open_who_comes_is_no_answer(typed: str) -> None:
    assert read_attendance(typed, NAMES) == {}


@pytest.mark.parametrize(
    ("typed", "names", "answers"),
    [
        ("má đi ba không", {1: ["má"], 2: ["ba"]}, {1: "yes", 2: "no"}),
        ("ma di ba khong", {1: ["má"], 2: ["ba"]}, {1: "yes", 2: "no"}),
        ("ba di", {1: ["bà"], 2: ["ba"]}, {}),
        ("bà đi", {1: ["bà"], 2: ["ba"]}, {1: "yes"}),
        ("co di chu khong", {1: ["cô Ba"], 2: ["chú Tư"]}, {1: "yes", 2: "no"}),
        ("co di", {1: ["cô Ba"], 2: ["chú Tư"]}, {}),
        ("đi", {1: ["Nguyễn Thị Sáu"]}, {1: "yes"}),
        ("baf ddi, oong khoong ddi dduwowcj", NAMES, {1: "yes", 2: "no"}),
        ("con đi được", {1: ["Lan"]}, {1: "yes"}),
    ],
)
def test_forms_that_are_words_as_well(
    typed: str, names: dict[int, list[str]], answers: dict[int, str]
) -> None:
    assert read_attendance(typed, names) == answers


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert set(read_attendance(text, NAMES)) <= set(NAMES)
