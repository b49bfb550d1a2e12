"""Who comes, as it is typed: what is an answer, for whom, and what is none."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intents.attendance import Attendee, read_attendance
from bot.intents.event_kinds import asks_about_event

BA, ONG, TAM = 1, 2, 3
FAMILY = [
    Attendee(BA, "bà ngoại", "Nguyễn Thị Sáu", "female"),
    Attendee(ONG, "ông ngoại", "Trần Văn Sáu", "male"),
    Attendee(TAM, "bà Tám", "Lê Thị Tám", "female"),
]
GRANDMOTHERS = [Attendee(1, "bà ngoại"), Attendee(2, "bà nội"), Attendee(3, "ông ngoại")]
PARENTS = [Attendee(1, "má"), Attendee(2, "tía")]
AUNT = [Attendee(1, "dì Tám"), Attendee(2, "ông ngoại"), Attendee(3, "bà ngoại")]
MYSELF = [Attendee(1, None, "Nguyễn Văn Tư", "male", is_self=True, address="ông")]


def said(text: str, people: list[Attendee], **more: Any) -> dict[int, str]:
    return read_attendance(text, people, **more).answers


# For each: what the grandmother, the grandfather and the neighbour do; "-" is left open.
SAID = {
    "yes no -": (
        "bà đi, ông không; ba di ong khong; ba ngoai di duoc con ong ngoai ban; bà đi còn ông không; "
        "ông không đi bà đi; ong om roi ba di mot minh; bà đi được nhưng ông thì không đi được"
    ),
    "no yes -": "ông đi bà nghỉ; bà mệt, ông đi được; ông đi một mình, bà ở nhà",
    "yes yes yes": (
        "cả ba đi được; ca ba deu di; ca 3 di; đi hết; di het; đi được hết; ai cũng đi; tụi tui đi hết; "
        "3 người đi; dạ đi nha con; đi; di; có; co; dạ có; có đi con; đi chứ; cả nhà đi"
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
        each.key: answer
        for each, answer in zip(FAMILY, meant.split(), strict=True)
        if answer != "-"
    }
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper(), f" {typed}! 🌹"):
        assert said(form, FAMILY) == answers


@pytest.mark.parametrize(
    "typed",
    [
        "bà Tám đi được không", "bà tám có đi không", "có cần mang gì không", "khi nào họp?",
        "khi nào đi", "mấy giờ họp", "cảm ơn con", "Sáu đi", "1 người đi", "2 người đi", "cả hai đi",
        "chiều rảnh thì đi", "ba ba con deu di", "", "👵", "Nguyễn Thị Lan",
    ],
)  # fmt: skip
def test_what_leaves_open_who_comes(typed: str) -> None:
    assert said(typed, FAMILY) == {}


@pytest.mark.parametrize(
    ("typed", "called", "answers"),
    [
        ("má đi ba không", ("má", "ba"), {1: "yes", 2: "no"}),
        ("ma di ba khong", ("má", "ba"), {1: "yes", 2: "no"}),
        ("ba di", ("bà", "ba"), {}),
        ("bà đi", ("bà", "ba"), {1: "yes"}),
        ("co di chu khong", ("cô Ba", "chú Tư"), {1: "yes", 2: "no"}),
        ("co di", ("cô Ba", "chú Tư"), {}),
    ],
)
def test_forms_that_are_words_as_well(
    typed: str, called: tuple[str, str], answers: dict[int, str]
) -> None:
    people = [Attendee(place, word) for place, word in enumerate(called, 1)]
    assert said(typed, people) == answers


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("bà đi, ông không", {BA: "yes", ONG: "no"}),
        ("ba di ong khong", {BA: "yes", ONG: "no"}),
        ("cả ba đi được", {BA: "yes", ONG: "yes", TAM: "yes"}),
        ("ca ba deu di", {BA: "yes", ONG: "yes", TAM: "yes"}),
        ("cả nhà đi hết nha con", {BA: "yes", ONG: "yes", TAM: "yes"}),
        ("đi hết", {BA: "yes", ONG: "yes", TAM: "yes"}),
        ("không ai đi được", {BA: "no", ONG: "no", TAM: "no"}),
        ("bà Tám đi, còn ông ở nhà", {TAM: "yes", ONG: "no"}),
        ("bà ngoại với bà Tám đi, còn ông thì không", {BA: "yes", TAM: "yes", ONG: "no"}),
        ("chỉ bà Tám đi thôi", {TAM: "yes", BA: "no", ONG: "no"}),
        ("Nguyễn Thị Sáu đi được", {BA: "yes"}),
        ("ông bị bệnh, không đi được", {ONG: "no"}),
        ("ông ngoại chưa biết, bà đi được, bà Tám bận", {ONG: "unsure", BA: "yes", TAM: "no"}),
        ("bà khỏe thì đi", {BA: "unsure"}),
        ("bà ngoại mệt, chắc không đi được đâu con", {BA: "no"}),
        ("ba ngoai met, chac khong di duoc", {BA: "no"}),
        ("ông đau chân, chắc nghỉ", {ONG: "no"}),
        ("bà Tám chắc không đi được", {TAM: "unsure"}),
        ("không", {BA: "no", ONG: "no", TAM: "no"}),
        ("dạ đi nha con", {BA: "yes", ONG: "yes", TAM: "yes"}),
        ("ông bà đi được", {BA: "yes", ONG: "yes"}),
    ],
)
def test_a_family_answers_for_each(typed: str, answers: dict[int, str]) -> None:
    assert said(typed, FAMILY) == answers


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("co", "yes"), ("da", "yes"), ("vâng", "yes"), ("u", "yes"), ("ok", "yes"), ("👍", "yes"),
        ("đi", "yes"), ("da di duoc", "yes"), ("toi se den", "yes"), ("mình tôi đi", "yes"),
        ("khong ban di duoc", "yes"), ("dạ đi được ạ, cảm ơn con", "yes"),
        ("khoong ddi dduwowcj", "no"), ("hong di duoc", "no"), ("đi không được con ơi", "no"),
        ("không đi được vì bận đám cưới", "no"), ("không đi được tại bận giữ cháu", "no"),
        ("mai tôi bận rồi", "no"), ("mệt quá", "no"), ("ông không đi được", "no"),
        ("tôi không đi được nữa con ơi", "no"), ("thôi", "no"), ("không tham gia", "no"),
        ("chắc không đi được đâu con", "no"), ("mệt quá, chắc ở nhà", "no"),
        ("chắc không đi được", "unsure"), ("có lẽ không", "unsure"), ("hông biết", "unsure"), ("hong biet nua", "unsure"),
        ("để con hỏi má", "unsure"), ("để tôi coi lại", "unsure"), ("chắc đi được", "unsure"),
        ("khỏe thì đi", "unsure"), ("nếu trời không mưa thì tôi đi", "unsure"),
        ("chưa biết đi được không", "unsure"),
    ],
)  # fmt: skip
def test_somebody_answers_for_himself(typed: str, answer: str) -> None:
    assert said(typed, MYSELF) == {1: answer}


def test_words_for_parents_and_aunts() -> None:
    assert said("má đi được còn tía bận", PARENTS) == {1: "yes", 2: "no"}
    assert said("má bận giữ cháu, tía đi", PARENTS) == {1: "no", 2: "yes"}
    assert said("ba má đi", PARENTS) == {1: "yes", 2: "yes"}
    assert said("cả hai đi", PARENTS) == {1: "yes", 2: "yes"}
    assert said("di tam di, hai ong ba o nha", AUNT) == {1: "yes", 2: "no", 3: "no"}


@pytest.mark.parametrize(
    "typed",
    [
        "không muốn sống nữa", "bà bị lạc, không thấy về", "cô Lan không nghe máy", "có cơm không",
        "tôi không cho ghi tên nữa", "toi muon nghi cau lac bo", "không tham gia nữa",
        "không đồng ý", "bua do di dam gio roi", "đi bằng gì", "ai chở tôi đi được",
        "gọi tôi là chú Tư đi", "bà đi được không", "di duoc khong", "má đi không", "đi đâu",
        "không nghe được", "tôi đi chợ", "bà bị mất điện thoại", "bà đi lạc rồi",
        "không đi lãnh tiền", "đi được mấy người", "khi nào họp?", "có cần mang gì không",
        "bà Tám đi được không", "bác Ba ốm nặng", "mẹ tôi nói là con bé đi được",
    ],
)  # fmt: skip
@pytest.mark.parametrize("people", [FAMILY, MYSELF, GRANDMOTHERS], ids=["family", "self", "two"])
def test_what_is_no_answer(typed: str, people: list[Attendee]) -> None:
    assert not read_attendance(typed, people)


def test_somebody_else_who_is_ill_says_nothing_of_those_asked() -> None:
    assert not read_attendance("bà Sáu ốm nặng", GRANDMOTHERS)


@pytest.mark.parametrize(
    ("typed", "people", "word"),
    [
        ("bà đi", (1, 2), "bà"), ("hai nguoi di", (1, 2, 3), None),
        ("một người đi", (1, 2, 3), None), ("cả hai đi", (1, 2, 3), None),
    ],
)  # fmt: skip
def test_which_one_is_asked(typed: str, people: tuple[int, ...], word: str | None) -> None:
    reading = read_attendance(typed, GRANDMOTHERS)
    assert reading.answers == {}
    assert [(each.people, each.word, each.answer) for each in reading.unclear] == [
        (people, word, "yes")
    ]


def test_without_accents_ba_may_be_two_people() -> None:
    people = [Attendee(1, "bà ngoại"), Attendee(2, "tía")]
    assert read_attendance("ba di", people).unclear[0].people == (1, 2)
    assert said("bà đi", people) == {1: "yes"}


def test_a_bare_yes_does_not_speak_for_several() -> None:
    for typed in ("dạ", "vâng", "ok", "thôi"):
        assert not read_attendance(typed, FAMILY)


def test_what_names_nobody_answers_only_for_the_one_who_was_asked() -> None:
    assert said("hong di duoc", FAMILY, asked=[ONG]) == {ONG: "no"}
    assert said("có", FAMILY, asked=[ONG]) == {ONG: "yes"}
    assert said("bà Tám đi", FAMILY, asked=[ONG]) == {TAM: "yes"}


def test_a_death_is_no_answer() -> None:
    for typed, who in (
        ("ông mới mất rồi con ơi", ONG), ("bà ngoại mất rồi", BA), ("ông ngoại qua đời rồi", ONG),
    ):  # fmt: skip
        reading = read_attendance(typed, FAMILY)
        assert (reading.answers, reading.deceased) == ({}, {who})


def test_a_bare_answer_is_told_from_one_in_so_many_words() -> None:
    assert read_attendance("không đi được", MYSELF).goes
    assert not read_attendance("không", MYSELF).goes
    assert not read_attendance("mệt quá", MYSELF).goes


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("may gio vay con?", True), ("duoc, may gio", True), ("o dau vay", True),
        ("họp ở đâu vậy con", True), ("mang theo gì", True), ("mấy giờ rồi, đói bụng quá", False),
        ("có ai ở đó không", False), ("đi được", False),
    ],
)  # fmt: skip
def test_a_question_about_the_event_just_spoken_of(typed: str, asks: bool) -> None:
    assert asks_about_event(typed) is asks


@given(st.text(alphabet="aàábcđeêioôơuưnghtkm ,.?", max_size=40))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    reading = read_attendance(text, FAMILY)
    assert set(reading.answers) <= {BA, ONG, TAM}
    assert set(reading.answers.values()) <= {"yes", "no", "unsure"}


@pytest.mark.parametrize("text", ["đi lớp", "di hoc duoc nha con", "đi tập huấn", "đi họp"])
def test_what_was_asked_about_is_answered_by_its_nickname(text: str) -> None:
    alone = FAMILY[:1]
    assert said(text, alone, kind="training") == {BA: "yes"}


@pytest.mark.parametrize("text", ["đi lớp", "di hoc"])
def test_a_nickname_answers_no_other_kind(text: str) -> None:
    assert said(text, FAMILY[:1], kind="health_check") == {}


COME = ("đi nấu", "come and cook")
"""How the question asked."""


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("tui tới nấu", "yes"), ("toi di nau", "yes"), ("qua nau", "yes"), ("đi nấu được", "yes"),
        ("tui không tới nấu được", "no"), ("hông đi nấu", "no"), ("tui tới họp", "yes"),
        ("I'll come and cook", "yes"), ("I will cook", "yes"), ("I’ll cook", "yes"),
        ("I'm going to cook", "yes"), ("I'm coming", "yes"), ("I can't cook", "no"),
        ("I won't come and cook", "no"), ("I will not come", "no"), ("I'm not coming", "no"),
    ],
)  # fmt: skip
def test_who_answers_with_the_verb_of_the_question_is_heard(typed: str, answer: str) -> None:
    assert said(typed, MYSELF, kind="meeting", come=COME) == {1: answer}


@pytest.mark.parametrize(
    "typed",
    [
        "tui đang nấu cơm",
        "tui nấu cơm",
        "cần đi chợ",
        "I am cooking dinner",
        "I'll cook rice at home",
    ],
)
def test_what_somebody_does_elsewhere_is_no_answer(typed: str) -> None:
    assert not said(typed, MYSELF, kind="meeting", come=COME)


def test_a_verb_that_was_not_asked_is_no_answer() -> None:
    assert not said("tui tới nấu", MYSELF, kind="meeting")
