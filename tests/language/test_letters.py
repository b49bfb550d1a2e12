"""Letters as they are meant: styled ones, heaps of marks, lookalikes; and links, which name nobody."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.kinship import read_called
from bot.language.letters import holds_link, is_latin, one_script, plain_letters
from bot.language.names import display_name, file_name, read_name
from bot.language.text import clean, fold

NAME = "Nguyễn Thị Sáu"


@pytest.mark.parametrize(
    "typed",
    [
        NAME, unicodedata.normalize("NFD", NAME), "Ｎｇｕｙễｎ Ｔｈị Ｓáｕ", "𝐍𝐠𝐮𝐲ễ𝐧 𝑇ℎị 𝓢á𝓾",
        "Ⓝⓖⓤⓨễⓝ Ⓣⓗị Ⓢáⓤ", "Nguуễn Тhị Ѕáu", "N\u200cguy\u200dễn Th\U000e0041ị Sáu\ufe01",
        "N\u0334g\u0335u\u0336yễ\u0307\u0304n T\u0338hị Sá\u0346\u034a\u0357\u0300u\u033a\u0347",
    ],
)  # fmt: skip
def test_a_disguised_name_is_the_name(typed: str) -> None:
    assert clean(typed) == NAME
    assert read_name(typed).name == NAME


@pytest.mark.parametrize(
    "name",
    ["Y Moan Ênuôl", "H'Hen Niê", "K' Brơi", "Thạch Sô Phi", "Hʼơ̆ Niê̆", "Lê Ơ̆n", "Müller", "Nuñez"],
)
def test_names_of_all_who_live_here_stay_as_they_are(name: str) -> None:
    assert read_name(name).name == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    "typed", ["Мария", "김영희", "王芳", "محمد", "สมชาย", "Nguyễn Жан", "Lan 芳"]
)
def test_another_script_is_asked_back(typed: str) -> None:
    assert read_name(typed).problem == "script"
    assert read_called(typed).problem == "script"


def test_a_whole_word_of_lookalikes_in_a_latin_name_is_latin() -> None:
    assert read_name("Nguyễn Ве Lan").name == "Nguyễn Be Lan"  # В and е are Cyrillic
    assert one_script("Ве") == "Ве"


LINKS = (
    "http://x.vn/a", "hxxp://x.vn", "www.clb.vn", "t.me/abc", "zalo.me/0912345678", "Zalo . me",
    "zalo.me", "@nguyenlan", "xem @lan_nguyen nha", "lan@gmail.com", "abc.com", "abc.com/x?y",
    "ｗｗｗ．abc．com", "bit.ly/3x", "tên tôi là abc.shop", "ａｂｃ.ｘｙｚ",
)  # fmt: skip


@pytest.mark.parametrize("typed", LINKS)
def test_a_link_is_nobodys_name(typed: str) -> None:
    assert holds_link(typed)
    assert read_name(typed).problem == "link"
    assert read_called(typed).problem == "link"
    assert display_name(typed) == ""


@pytest.mark.parametrize(
    "place",
    [
        "tổ 3.Hải Lạc", "TP.HCM", "P.12, Q.1", "TT.Phước Hải", "nhà văn hóa ấp 3.", "ấp 5 . xã x",
        "số 5/7 đường 3.2", "Co.op Mart", "8h.ghi", "CLB A.B.C", "khu phố 1 (đ/c Ba)", "@ ấp 3",
    ],
)  # fmt: skip
def test_a_place_is_no_link(place: str) -> None:
    assert not holds_link(place)


def test_files_are_shown_by_plain_names() -> None:
    assert file_name("danh sách\nấp 3.xlsx") == "danh sách ấp 3.xlsx"
    assert file_name("xem t.me/abc.xlsx") == ".xlsx"
    assert file_name("list.xlsx") == "list.xlsx"
    assert file_name("𝐥𝐢𝐬𝐭\u202e.csv") == "list.csv"


TEXTS = st.text(max_size=60)
MARKED = st.lists(
    st.tuples(st.sampled_from("aăâeêioôơuưybdđntАе王"), st.text("\u0300\u0301\u0323\u0334\u035f", max_size=9)),
    max_size=12,
).map(lambda pairs: "".join(base + marks for base, marks in pairs))  # fmt: skip


@given(st.one_of(TEXTS, MARKED))
def test_plain_letters_are_plain_already(text: str) -> None:
    once = plain_letters(text)
    assert plain_letters(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert clean(clean(text)) == clean(text)


@given(MARKED)
def test_no_letter_carries_more_marks_than_it_can(text: str) -> None:
    run = 0
    for sign in unicodedata.normalize("NFD", plain_letters(text)):
        run = run + 1 if unicodedata.combining(sign) else 0
        assert run <= 2


@given(st.one_of(TEXTS, MARKED))
def test_whoever_has_a_name_has_a_latin_one_without_a_link(text: str) -> None:
    name = read_name(text).name
    if name is not None:
        assert is_latin(name)
        assert not holds_link(name)
        assert fold(name).replace("ʼ", "").isascii() or is_latin(name)
        assert read_name(name).name == name
