"""What people call their elders: mended, told apart, and what is none."""

from __future__ import annotations

import pytest

from bot.language.kinship import (
    elder_form,
    is_kin_word,
    names_registration,
    read_called,
    read_presence,
    read_relatives,
    relation_of,
)


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("ba ngoai", ("bà ngoại",)), ("ong ngoai", ("ông ngoại",)), ("má", ("má",)),
        ("ma", ("má",)), ("me", ("mẹ",)), ("di tam", ("dì Tám",)), ("dì Tâm", ("dì Tâm",)),
        ("ông Ba", ("ông Ba",)), ("chồng tôi", ("chồng",)), ("má tôi", ("má",)),
        ("bà nội nha con", ("bà nội",)), ("bà hàng xóm", ("bà hàng xóm",)),
        ("ba ngoai, ong ngoai va di Tam", ("bà ngoại", "ông ngoại", "dì Tám")),
        ("ông bà ngoại", ("ông ngoại", "bà ngoại")), ("ong ba ngoai", ("ông ngoại", "bà ngoại")),
        ("ba má", ("ba", "má")), ("Nguyễn Thị Sáu", ("Nguyễn Thị Sáu",)),
    ],
)  # fmt: skip
def test_who_is_meant(typed: str, called: tuple[str, ...]) -> None:
    assert read_called(typed).called == called


def test_a_guessed_accent_is_not_sure() -> None:
    assert not read_called("di Tam").sure
    assert read_called("ba ngoai").sure
    assert read_called("ba").options == ("bà", "ba")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("khong", "nobody"), ("ai?", "nobody"), ("1948", "digits"), ("co", "nobody"),
        ("tôi muốn đăng ký cho mẹ tôi ở quê", "sentence"), ("hong biet", "nobody"),
        ("bà ngoại con 78 tuổi", "digits"), ("abc xyz", "sentence"),
    ],
)  # fmt: skip
def test_what_names_nobody(typed: str, problem: str) -> None:
    assert read_called(typed).problem == problem


@pytest.mark.parametrize(
    ("called", "relation", "form"),
    [
        ("bà ngoại", "grandparent", "bà"), ("ông nội", "grandparent", "ông"), ("má", "parent", "bà"),
        ("tía", "parent", "ông"), ("vợ", "spouse", "bà"), ("chồng", "spouse", "ông"),
        ("bà hàng xóm", "neighbour", "bà"), ("bà Tám", None, "bà"), ("dì Tám", None, None),
    ],
)  # fmt: skip
def test_the_word_says_relation_and_form(
    called: str, relation: str | None, form: str | None
) -> None:
    assert relation_of(called) == relation
    assert elder_form(called) == form
    assert is_kin_word(called) == (called not in ("bà Tám", "dì Tám", "bà hàng xóm"))


@pytest.mark.parametrize(
    ("typed", "presence"),
    [
        ("u", "here"), ("roi", "here"), ("dang cam may", "here"), ("Tôi đang cầm máy", "here"),
        ("dạ có đây", "here"), ("ko co o day", "away"), ("bà không có ở đây", "away"),
        ("đi vắng", "away"), ("1948", None), ("bà ngoại tên gì vậy", None),
    ],
)  # fmt: skip
def test_who_holds_the_phone(typed: str, presence: str | None) -> None:
    assert read_presence(typed) == presence


@pytest.mark.parametrize(
    ("typed", "called", "relation", "form"),
    [
        ("tui muon dang ky cho ong xa", "ông xã", "spouse", "ông"),
        ("đăng ký cho bà xã tôi", "bà xã", "spouse", "bà"),
        ("ghi ten cho ong nha tui nha", "ông nhà", "spouse", "ông"),
        ("ghi ten cho ba chong", "ba chồng", "parent", "ông"),
        ("ghi cho me vo em voi", "mẹ vợ", "parent", "bà"),
        ("ghi tên giúp bà nha", "bà", None, "bà"),
        ("ghi cho ông Xa", "ông Xa", None, "ông"),
        ("ghi cho bà Nhã", "bà Nhã", None, "bà"),
    ],
)
def test_a_tie_behind_the_form_is_no_name(
    typed: str, called: str, relation: str | None, form: str
) -> None:
    assert read_relatives(typed) == (called,)
    assert relation_of(called) == relation
    assert elder_form(called) == form


def test_a_couple_is_nobodys_name() -> None:
    assert read_relatives("ghi ten cho vo chong toi") == ()


# In English


@pytest.mark.parametrize(
    ("text", "called", "relation", "kin"),
    [
        ("mother", "mother", "parent", True), ("my Mum", "mum", "parent", True),
        ("for my grandmother", "grandmother", "grandparent", True),
        ("my mother-in-law", "mother-in-law", "parent", True),
        ("my husband's mother", "mother-in-law", "parent", True),
        ("great-grandmother", "great-grandmother", "grandparent", True),
        ("wife", "wife", "spouse", True), ("aunt Lan", "aunt Lan", None, False),
        ("my neighbour Mr Ba", "neighbour Mr Ba", "neighbour", False),
    ],
)  # fmt: skip
def test_relatives_in_english(text: str, called: str, relation: str | None, kin: bool) -> None:
    assert read_called(text).called == (called,)
    assert relation_of(called) == relation
    assert is_kin_word(called) is kin


def test_two_relatives_in_english() -> None:
    assert read_called("my mom and dad").called == ("mom", "dad")


@pytest.mark.parametrize("text", ["mother is ill", "my mother lives far away from here", "bà Dad"])
def test_what_only_holds_an_english_word(text: str) -> None:
    assert "mother" not in read_called(text).called
    assert "dad" not in read_called(text).called


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("cho bà nội tham gia câu lạc bộ", ("bà nội",)),
        ("con muốn cho má vô hội", ("má",)),
        ("cho ong xa tui vao clb", ("ông xã",)),
        ("them ba Nam nha ke ben vo danh sach", ("bà Năm",)),
        ("đưa cô Bảy vào danh sách giùm tui", ("cô Bảy",)),
        ("thêm ông Hai ở tổ 3 vô sổ", ("ông Hai",)),
        ("ghi tên bà Tư vô clb", ("bà Tư",)),
    ],
)
def test_who_is_let_join_is_named(typed: str, called: tuple[str, ...]) -> None:
    assert names_registration(typed)
    assert read_relatives(typed) == called


@pytest.mark.parametrize("typed", ["cho tôi hỏi vô hội", "cho xem câu lạc bộ", "cho bà vay vốn"])
def test_what_lets_nobody_join_names_nobody(typed: str) -> None:
    assert not names_registration(typed) or read_relatives(typed) == ()
