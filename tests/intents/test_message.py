"""A message in words: fonts, keys, short forms, signs, courtesies and sentences."""

from __future__ import annotations

import pytest

from bot.intents.message import canonical, comparable, read_message
from bot.language.fonts import mend_font


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Dạ, bà đi được ạ!", "da ba di duoc a"),
        ("hông đi", "khong di"),
        ("k di dc", "khong di duoc"),
        ("ntn vậy", "nhu the nao vay"),
        ("ddi khoong dduwowcj", "di khong duoc"),
        ("d9i d9uo7c5", "di duoc"),
        ("okkkkk", "ok"),
        ("kkkkk dc nha", "kkk duoc nha"),
        ("CCCD của bà", "can cuoc cua ba"),
        ("2️⃣", "2"),
        ("②", "2"),
        ("ＣＨÀＯ", "chao"),
        ("Nguyeãn Thò Möôøi", "nguyen thi muoi"),
        ("NguyÔn ThÞ M­êi", "nguyen thi muoi"),
        ("sure, I consent", "sure i consent"),
    ],
)
def test_words_without_their_spellings(typed: str, folded: str) -> None:
    assert read_message(typed).folded == folded


@pytest.mark.parametrize(
    ("typed", "content"),
    [
        ("dạ số 2 nha con", "số 2"),
        ("dừng lại. cảm ơn con", "dừng lại"),
        ("con ơi, bà mệt lắm", "bà mệt lắm"),
        ("đồng ý nghen", "đồng ý"),
        ("dạ", "dạ"),
        ("cảm ơn con nhiều lắm", "cảm ơn con nhiều lắm"),
    ],
)
def test_courtesy_is_no_content(typed: str, content: str) -> None:
    assert " ".join(read_message(typed).content) == " ".join(map(canonical, content.split()))


def test_sentences_are_parted() -> None:
    message = read_message("bà mệt lắm, đừng nhắn nữa. cảm ơn")
    assert [" ".join(message.plain[start:end]) for start, end in message.parts] == [
        "ba met lam", "dung nhan nua", "cam on",
    ]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("của", "cuả")])
def test_the_place_of_a_tone_does_not_count(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)
    assert canonical(one) != canonical("hoa")
    assert canonical(one).isalpha()


def test_a_comparable_line_keeps_its_places() -> None:
    line = "Bà NGOẠI của Thuỷ, 78 tuổi"
    assert len(comparable(line)) == len(line)


@pytest.mark.parametrize(
    "text", ["bà nội mất rồi", "đi được", "ông đi, bà không", "tôi là Huệ", "cà phê", "má", "hello"]
)
def test_unicode_is_left_as_it_is(text: str) -> None:
    assert mend_font(text) == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Toâi muoán ñaêng kyù", "Tôi muốn đăng ký"),
        ("NAÊM SINH", "NĂM SINH"),
        ("Cho t«i hái", "Cho tôi hỏi"),
    ],
)
def test_old_fonts_are_mended(old: str, new: str) -> None:
    assert mend_font(old) == new
