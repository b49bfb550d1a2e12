"""A name that was typed without accents is proposed with them, and stands as its owner says."""

from __future__ import annotations

import pytest

from tests.conftest import Talk

PROPOSED = "Dạ, Nguyễn Thị Sáu, đúng không ạ?"
AS_TYPED = "con ghi y như đã gõ, Nguyen Thi Sau, được không ạ?"


@pytest.fixture
def asked(talk: Talk) -> Talk:
    """sau is asked for her name."""
    talk.club()
    talk.play([{"from": "sau", "start": talk.join_code()}])
    talk.press("sau", "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    return talk


def name(talk: Talk) -> str:
    """What the review reads back as the name, once the rest was told."""
    talk.text("sau", "1948", "nữ", "tổ 3", "không có")
    said = talk.press("sau", "Không đồng ý", "Đồng ý")
    return next(
        line.split(": ", 1)[1] for text in said for line in text.splitlines() if line[:3] == "1. "
    )


@pytest.mark.parametrize(
    ("typed", "yes"),
    [
        ("nguyen thi sau", "Đúng rồi"),
        ("NGUYEN THI SAU", "dạ đúng"),
        ("ten tui la nguyen thi sau", "dung roi"),
        ("nguyen thi sau", "uh"),
        ("nguyen thi sau", "ừa đúng đó con"),
    ],
)
def test_a_yes_takes_the_accents(asked: Talk, typed: str, yes: str) -> None:
    assert asked.text("sau", typed) == [PROPOSED]
    assert "sinh năm nào" in asked.text("sau", yes)[-1]
    assert name(asked) == "Nguyễn Thị Sáu"


@pytest.mark.parametrize("no", ["Không, sửa lại", "khong phai", "không", "sai roi"])
def test_after_a_no_it_may_stand_as_it_was_typed(asked: Talk, no: str) -> None:
    asked.text("sau", "nguyen thi sau")
    assert AS_TYPED in asked.text("sau", no)[0]
    assert "sinh năm nào" in asked.text("sau", "Được")[-1]
    assert name(asked) == "Nguyen Thi Sau"


@pytest.mark.parametrize("said", ["Nguyễn Thị Sâu", "không, Nguyễn Thị Sâu", "Nguyeenx Thij Saau"])
def test_after_a_no_it_is_spelled(asked: Talk, said: str) -> None:
    asked.text("sau", "nguyen thi sau")
    asked.text("sau", "không phải")
    if "sinh năm nào" not in asked.text("sau", said)[-1]:
        asked.text("sau", "đúng rồi")
    assert name(asked) == "Nguyễn Thị Sâu"


def test_what_was_denied_is_not_proposed_again(asked: Talk) -> None:
    asked.text("sau", "nguyen thi sau")
    asked.text("sau", "không phải")
    assert "sinh năm nào" in asked.text("sau", "nguyen thi sau")[-1]
    assert name(asked) == "Nguyen Thi Sau"


def test_a_second_no_asks_for_the_name_anew(asked: Talk) -> None:
    asked.text("sau", "nguyen thi sau")
    asked.text("sau", "không phải")
    assert "họ và tên" in asked.text("sau", "không")[-1]


def test_accents_that_nobody_said_yes_to_are_not_kept(asked: Talk) -> None:
    asked.text("sau", "nguyen thi sau")
    assert "nữ hay nam" in asked.text("sau", "1948")[-1]
    asked.text("sau", "nữ", "tổ 3", "không có")
    said = asked.press("sau", "Không đồng ý", "Đồng ý")
    assert any("Nguyen Thi Sau" in text for text in said)


@pytest.mark.parametrize("typed", ["Nguyễn Thị Sau", "Mai Lan Anh", "Nguyen Thi Xyeng"])
def test_nothing_is_proposed_where_nothing_is_known(asked: Talk, typed: str) -> None:
    assert "sinh năm nào" in asked.text("sau", typed)[-1]
