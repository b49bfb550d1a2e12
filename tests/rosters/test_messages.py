"""What is a copied chat or a spoken list, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rosters.chats import read_messages
from bot.rosters.dictated import written_out
from bot.rosters.reading import is_typed_list

PEOPLE = ("Lê Thị Hoa 1950 tổ 1", "Trần Văn Ba 1948 0300 111 201")


@pytest.mark.parametrize(
    "prefix",
    [
        "[08:15] {}: ", "[08:15, 12/11/2026] {}: ", "[12/11/2026 08:15] {}: ", "[12/11/26, 08:15:30] {}: ",
        "12/11/2026, 08:15 - {}: ", "8h15 {}: ", "{} (08:15): ", "{} [12/11 8:15 SA]: ",
        "{}, 12/11/2026 8:15 CH\n", "{} - 12/11/2026 08:15\n", "{} 08:15\n", "{}, [12.11.2026 08:15]\n",
        "{} Hôm qua lúc 08:15\n", "{}, 12 tháng 11, 2026 8:15 CH\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("sender", ["Cô Lan", "Lan Tổ 2", "Ngọc Bích Spa❤️", "Cô Sáu (thư ký)"])
def test_a_message_is_parted_from_its_time_and_sender(prefix: str, sender: str) -> None:
    text = "\n".join(f"{prefix.format(sender)}{words}" for words in PEOPLE)
    found = read_messages(text)
    assert found is not None
    assert [(each.sender, each.text) for each in found if each.text] == [
        (sender, words) for words in PEOPLE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Hoa 08:15\nTrần Văn Ba 08:20\nLê Thị Tư 08:30",
        "Nguyễn Thị Hoa 12/03/1950 08:15\nLê Văn Ba 12/04/1950 08:30",
        "Họ tên: Nguyễn Thị Hoa\nNăm sinh: 1950\nHọ tên: Lê Văn Ba\nNăm sinh: 1948",
        "Lịch khám\n8:00 Nguyễn Thị Hoa: huyết áp\n8:10 Lê Văn Ba: mắt",
        "12/11/2026 8:00:00,Nguyễn Thị Hoa,1950\n12/11/2026 8:01:00,Lê Văn Ba,1948",
        "8h00: Nguyễn Thị Hoa\n8h30: Lê Văn Ba",
        "1. Nguyễn Thị Hoa, 12/3/1950, 0300111222\n2. Lê Văn Ba, 1/4/1951, 0300111223",
    ],
)
def test_a_list_with_times_is_no_chat(text: str) -> None:
    assert read_messages(text) is None


@pytest.mark.parametrize(
    ("spoken", "typed"),
    [
        ("bà lê thị hoa sinh năm một chín bốn tám", "bà Lê Thị Hoa, sinh năm 1948"),
        ("bà lê thị hoa sinh năm năm mươi hai", "bà Lê Thị Hoa, sinh năm 1952"),
        ("bà lê thị năm sinh năm năm tám", "bà Lê Thị Năm, sinh năm 1958"),
        ("ông trần văn chín sinh năm bốn lăm", "ông Trần Văn Chín, sinh năm 1945"),
        ("cô võ thị ba sinh năm hai ngàn lẻ một", "cô Võ Thị Ba, sinh năm 2001"),
        ("bà lê thị tư sinh năm một chín sáu mươi tổ mười hai", "bà Lê Thị Tư, sinh năm 1960, tổ 12"),
    ],
)  # fmt: skip
def test_numbers_in_words_become_digits_and_names_stay(spoken: str, typed: str) -> None:
    other = "ông mai văn bảy sinh năm một chín năm ba"
    assert written_out(f"{spoken}\n{other}").split("\n")[0] == typed


@pytest.mark.parametrize(
    "text",
    [
        "Bà Nguyễn Thị Hoa sinh năm bốn lăm",
        "Nguyễn Thị Hoa, 1950, tổ một\nLê Văn Ba, 1948, tổ hai",
        "1. Lê Thị Năm sinh năm 1950\n2. Trần Văn Một sinh năm 1948",
        "Họ và tên,Năm sinh nam,Năm sinh nữ\nLê Thị Hoa,,1950\nHọ và tên,Năm sinh nam,Năm sinh nữ",
        "Họ và tên\tNăm sinh\tNam\nLê Thị Hoa\t1950\nHọ và tên\tNăm sinh nam\tNăm sinh nữ",
    ],
)
def test_what_was_typed_stays(text: str) -> None:
    assert written_out(text) == text


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("[08:15] Lan: lê thị hoa 1950 tổ 1\n[08:16] Ba: Trần Văn Ba 1948", True),
        ("8h15 Lan: Lê Thị Hoa 1950\n8h16 Lan: Lê Thị Mơ 1951\n8h17 Ba: rút tên bà Mơ giùm", True),
        ("[08:15] Lan: mai họp không cô\n[08:16] Hoa: 8h nha", False),
        ("[08:15] Lan: gọi cô Trần Thị Hoa 0300 111 222\n[08:16] Hoa: dạ", False),
        (
            "bà lê thị hoa sinh năm một chín bốn tám ông mai văn ba sinh năm năm mươi "
            "bà tô thị na sinh năm một chín năm ba",
            True,
        ),
        (
            "tôi tên lê thị hoa sinh năm một chín bốn tám, chồng tôi mai văn ba sinh năm bốn lăm",
            False,
        ),
        ("tôi sinh năm một chín bốn tám chứ không phải sinh năm một chín bốn chín", False),
        ("mẹ tôi bảy mươi tuổi, ba tôi tám mươi tuổi", False),
    ],
)
def test_a_chat_or_a_spoken_list_may_be_pasted(text: str, is_list: bool) -> None:
    assert is_typed_list(text, date(2026, 12, 1)) is is_list
