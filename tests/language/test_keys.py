"""What was typed while no keyboard turned its keys into letters."""

import pytest

from bot.language.keys import carry_out_keys


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("baf nooij em 78 tuooir chuwa cos luwowng huwu", "bà nội em 78 tuổi chưa có lương hưu"),
        ("Lee Thij Hoongf, 1948", "Lê Thị Hồng, 1948"),
        ("so61 na2y kho6ng pha3i cu3a ba2 na8m", "số này không phải của bà năm"),
        ("ngoại ddi dduwowcj, nội khoong", "ngoại đi được, nội không"),
        ("nha65p ma4 3KD9XN", "nhập mã 3KD9XN"),
        ("lưu so61 tui 0300 000 924 nha ba2 na8m", "lưu số tui 0300 000 924 nha bà năm"),
    ],
)
def test_a_text_whose_keys_were_left_in_it_is_carried_out(typed: str, meant: str) -> None:
    assert carry_out_keys(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "ba noi toi nam nay 78 tuoi",
        "ở tổ3 với to5",
        "See the list",
        "Door to door",
        "dad doesn't use this number anymore, now it is another",
        "gas smell very strong in the kitchen here",
        "they keep putting us off",
        "what does the club do for old people",
        "ba5",
    ],
)
def test_what_is_spelled_otherwise_stays(typed: str) -> None:
    assert carry_out_keys(typed) == typed
