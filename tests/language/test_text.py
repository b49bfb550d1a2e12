"""Forms of Unicode, folding, names, addressing, cutting, recurrences."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.address import asks_for_form, read_form
from bot.language.identify import guess_language, is_surely_vietnamese
from bot.language.keys import mend_keys
from bot.language.names import read_name, sort_key
from bot.language.recurrences import Recurrence, read_event
from bot.language.text import capitalise, fold, plain_words, same_text
from bot.speech.cutting import split_text, utf16_length
from bot.speech.forms import form_for

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 12, 1, 8, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("quý", "qúy"), ("của", "cuả")],
)
def test_tones_may_stand_where_they_like(one: str, other: str) -> None:
    assert same_text(one) == same_text(other)


def test_different_tones_are_different_words() -> None:
    assert len({same_text(word) for word in ("hoa", "hoà", "hoá", "hoả")}) == 4


@pytest.mark.parametrize(
    "typed", ["Đường", "ĐƯỜNG", "ðường", unicodedata.normalize("NFD", "Đường")]
)
def test_folding(typed: str) -> None:
    assert fold(typed) == "duong"


@pytest.mark.parametrize(
    "typed", ["Bà mệt, thôi!", "  BÀ  mệt… thôi", unicodedata.normalize("NFD", "bà-mệt thôi")]
)
def test_words_alone(typed: str) -> None:
    assert plain_words(typed) == "ba met thoi"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "meant"), [("dduwowngf", "đường"), ("d9uong72", "đường"), ("tieengs", "tiếng")]
)
def test_keys_that_a_keyboard_left(typed: str, meant: str) -> None:
    assert same_text(mend_keys(typed)) == same_text(meant)


@given(st.text(max_size=400), st.integers(20, 80))
def test_a_text_is_cut_within_its_limit_and_nothing_is_lost(text: str, limit: int) -> None:
    pieces = split_text(text, limit)
    assert all(utf16_length(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nguyễn thị kim lan", "Nguyễn Thị Kim Lan"),
        ("NGUYỄN VĂN TƯ", "Nguyễn Văn Tư"),
        ("tên tôi là Lan Anh nhé", "Lan Anh"),
        ("bà tên là Nguyễn Thị Bảy", "Nguyễn Thị Bảy"),
        ("ba ten la nguyen thi bay", "Nguyen Thi Bay"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("K' Brơi", "K' Brơi"),
        (unicodedata.normalize("NFD", "Đặng Thị Bé"), "Đặng Thị Bé"),
    ],
)
def test_a_name(typed: str, name: str) -> None:
    assert read_name(typed).name == name


@pytest.mark.parametrize("typed", ["👵", "0912345678", "", "Nguyễn 2", "x" * 90])
def test_what_is_no_name(typed: str) -> None:
    assert read_name(typed).name is None


def test_one_word_is_asked_about() -> None:
    assert read_name("Lan").one_word


ROSTER = (
    "Nguyễn Văn An, Trần Thị Ánh, Lê Văn Ân, Phạm Thị Ẩn, Hoàng Văn Ba, Vũ Thị Bà, Bùi Thị Dung, "
    "Đỗ Văn Dũng, Nguyễn Thị Dừng, Đặng Thị Đào, Nguyễn Văn Đức, Đinh Thị Én, Lê Thị Hoa, "
    "Lê Thị Hoà, Lê Văn Hoá, Lê Thị Hoan, Dương Thị Lan, Đặng Thị Lan, Nguyễn Thị Lan, Trần Lan, "
    "Lý Thị Oanh, Hồ Văn Ông, Trần Văn Ơn, Nguyễn Thị Út, Mai Văn Ưng"
).split(", ")


def test_people_stand_in_the_order_of_their_given_names() -> None:
    assert sorted(ROSTER, key=sort_key) == ROSTER


@pytest.mark.parametrize(
    ("birth", "sex", "form"),
    [
        (1944, "female", ("bà", "con")),
        (1960, "male", ("ông", "con")),
        (1975, "female", ("cô", "con")),
        (1990, "male", ("anh", "em")),
        (1955, None, ("bác", "con")),
        (1990, None, ("anh/chị", "em")),
        (None, "female", ("cô", "con")),
        (None, None, ("bác", "con")),
    ],
)
def test_how_people_are_addressed(birth: int, sex: str, form: tuple[str, str]) -> None:
    found = form_for(birth_year=birth, sex=sex, year=2026)  # type: ignore[arg-type]
    assert (found.address, found.speaker) == form


def test_the_chosen_form_wins() -> None:
    found = form_for(birth_year=1944, sex="female", year=2026, chosen="cô")
    assert (found.address, found.speaker) == ("cô", "con")
    assert read_form("con oi, goi chu la chu Tu nha") == "chú"
    assert asks_for_form("con oi, goi chu la chu Tu nha")
    assert read_form("gọi tôi là cô") == "cô"
    assert asks_for_form("gọi bà là cô đi")
    assert read_form("goi ba la co di con") == "cô"


def test_only_the_first_letter_is_raised() -> None:
    assert capitalise("bà Lan") == "Bà Lan"


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("họp ở đâu", "vi"),
        ("hop o dau vay con", "vi"),
        ("how do I join the club", "en"),
        ("my mother in Đất Đỏ has no phone, can I sign her up from here?", "en"),
        ("Hi, can my dad join in Phước Hải?", "en"),
        ("gui mail cho admin cua club o Đất Đỏ the nao", "vi"),
        ("ok bà nội", "vi"),
        ("quy thay ghi 60tr ma k bt xai j, doi xem chi tieu dc k", "vi"),
    ],
)
def test_the_language_of_a_question(typed: str, language: str) -> None:
    assert guess_language(typed) == language


@pytest.mark.parametrize(
    ("typed", "is_sure"),
    [
        ("phai bao nhieu ba trong clb", True),
        ("mấy tuổi", True),
        ("", False),
        ("can men join", False),
        ("is there a club near Bà Rịa for my aunt", False),
        ("how often does the club meet", False),
    ],
)
def test_what_is_vietnamese_beyond_doubt(typed: str, is_sure: bool) -> None:
    assert is_surely_vietnamese(typed) is is_sure


def test_an_event_in_ones_own_words() -> None:
    reading = read_event("sáng thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3", NOW)
    assert reading.recurrence is not None
    assert (reading.recurrence.kind, reading.recurrence.weekday, reading.recurrence.nth) == (
        "weekday", 5, 1,
    )  # fmt: skip
    assert reading.time is not None
    assert reading.time.value is not None
    assert reading.time.value.hour == 8
    assert reading.place == "nhà văn hoá ấp 3"


def test_the_first_saturday_of_each_month() -> None:
    rule = Recurrence(kind="weekday", weekday=5, nth=1)
    days = rule.occurrences(date(2026, 12, 1), date(2027, 3, 31))
    assert [day.isoformat() for day in days] == [
        "2026-12-05", "2027-01-02", "2027-02-06", "2027-03-06",
    ]  # fmt: skip


def test_a_month_without_a_thirty_first_uses_its_last_day_or_passes() -> None:
    rule = Recurrence(kind="monthday", day=15)
    assert rule.next_on_or_after(date(2026, 12, 16)) == date(2027, 1, 15)
