"""Several on one phone: how much is asked, what they share, and what a neighbour never reads."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Talk
from tests.handlers.test_registration import begin

MOST_OF_THE_FIRST, MOST_OF_ANOTHER = 8, 4
PLACE, PHONE = "số 12, tổ 3, ấp Hải Lạc", "0937 123 456"
Told = tuple[str, ...]


@pytest.fixture
def phone(talk: Talk) -> Talk:
    """hanh's phone, on which bà ngoại was registered just now."""
    talk.club()
    begin(talk, "hanh", "Ghi tên cho người nhà")
    register(talk, "bà ngoại", "Bà đây", ["Nguyễn Thị Sáu", "1948", "Nữ", PLACE, PHONE])
    return talk


def register(talk: Talk, called: str, here: str, told: list[str], relation: str = "") -> list[str]:
    """Somebody from what he is called to the review; what was said to hanh meanwhile."""
    place = len(talk.said)
    talk.text("hanh", called)
    if relation:
        talk.press("hanh", relation)
    assert here in talk.buttons("hanh"), talk.buttons("hanh")
    talk.press("hanh", here, "Đồng ý", "Đồng ý")
    for each in told:
        if each in talk.buttons("hanh"):
            talk.press("hanh", each)
        else:
            talk.text("hanh", each)
    talk.press("hanh", "Không đồng ý", "Đồng ý")
    said = [line["text"] for line in talk.said[place:] if line["to"] == "hanh"]
    talk.press("hanh", "Đúng hết rồi")
    return said


def another(talk: Talk, called: str, here: str, told: list[str], relation: str = "") -> list[str]:
    talk.press("hanh", "Ghi thêm người")
    return register(talk, called, here, told, relation)


def asked(said: list[str]) -> list[str]:
    """The questions that count: consents, and reading back, are none."""
    return [text for text in said if re.match(r"Câu \d+/\d+", text)]


def told(talk: Talk) -> list[Told]:
    return talk.sql(
        "select full_name, address, phone from person"
        " join membership on person_id = person.id order by person.id"
    )


def test_at_most_eight_questions_for_the_first(talk: Talk) -> None:
    talk.club()
    begin(talk, "hanh", "Ghi tên cho người nhà")
    said = register(talk, "dì Tư", "Dì Tư đây", ["Lê Thị Tư", "1950", "Nữ", "tổ 5", "không có"],
                    "Người khác")  # fmt: skip
    assert 0 < len(asked(said)) <= MOST_OF_THE_FIRST
    assert asked(said)[-1].startswith("Câu 5/5")


@pytest.mark.parametrize(
    ("called", "here", "relation", "place"),
    [
        ("ông ngoại", "Ông đây", "", "Cùng chỗ, chung số"),
        ("ông nội", "Ông đây", "", "tổ 9, ấp Phước Tân, 0903 111 222"),
        ("ông Tám", "Ông Tám đây", "Hàng xóm", "tổ 9, ấp Phước Tân"),
        ("cậu Út", "Cậu Út đây", "Người khác", "Bỏ qua"),
    ],
)
def test_at_most_four_for_each_further_one(
    phone: Talk, called: str, here: str, relation: str, place: str
) -> None:
    said = another(phone, called, here, ["Trần Văn Bảy", "1945", "Nam", place], relation)
    assert 0 < len(asked(said)) <= MOST_OF_ANOTHER
    assert not phone.errors, phone.errors


def test_what_is_shared_is_asked_once_and_stands_in_the_review(phone: Talk) -> None:
    said = another(
        phone, "ông ngoại", "Ông đây", ["Trần Văn Sáu", "1945", "Nam", "Cùng chỗ, chung số"]
    )
    review = "\n".join(said[-2:])
    assert f"Chỗ ở: {PLACE}" in review
    assert f"Số điện thoại: {PHONE}" in review
    assert told(phone)[1] == ("Trần Văn Sáu", PLACE, "+84937123456")


@pytest.mark.parametrize("typed", ["ở chung nhà", "cung cho", "ở chung với bà", "như trên"])
def test_the_same_place_in_words(phone: Talk, typed: str) -> None:
    another(phone, "ông ngoại", "Ông đây", ["Trần Văn Sáu", "1945", "Nam", typed])
    assert told(phone)[1] == ("Trần Văn Sáu", PLACE, "+84937123456")


@pytest.mark.parametrize(
    "typed",
    [
        "tổ 9, ấp Phước Tân, 0903 111 222",
        "tổ 9, ấp Phước Tân. sđt: 0903111222",
        "0903.111.222 tổ 9, ấp Phước Tân",
    ],
)
def test_place_and_number_in_one_answer(phone: Talk, typed: str) -> None:
    another(phone, "ông nội", "Ông đây", ["Trần Văn Sáu", "1945", "Nam", typed])
    assert told(phone)[1] == ("Trần Văn Sáu", "tổ 9, ấp Phước Tân", "+84903111222")


def test_a_number_alone_is_no_place(phone: Talk) -> None:
    phone.press("hanh", "Ghi thêm người")
    phone.text("hanh", "ông nội")
    phone.press("hanh", "Ông đây", "Đồng ý", "Đồng ý")
    phone.text("hanh", "Trần Văn Sáu", "1945")
    phone.press("hanh", "Nam")
    phone.text("hanh", "0903 111 222")
    assert "ở đâu" in phone.last("hanh")


def test_a_place_is_put_right_in_the_review(phone: Talk) -> None:
    phone.press("hanh", "Ghi thêm người")
    phone.text("hanh", "ông ngoại")
    phone.press("hanh", "Ông đây", "Đồng ý", "Đồng ý")
    phone.text("hanh", "Trần Văn Sáu", "1945")
    phone.press("hanh", "Nam", "Cùng chỗ, chung số", "Không đồng ý", "Đồng ý")
    phone.press("hanh", "Sửa một chỗ", f"Chỗ ở: {PLACE}")
    phone.text("hanh", "tổ 4, ấp Hải Lạc")
    phone.press("hanh", "Đúng hết rồi")
    assert told(phone)[1] == ("Trần Văn Sáu", "tổ 4, ấp Hải Lạc", "+84937123456")


def test_a_neighbour_reads_no_other_houses_place_or_number(phone: Talk) -> None:
    said = another(phone, "bà Tám", "Bà Tám đây", ["Lê Thị Tám", "1950", "Nữ", "tổ 7"], "Hàng xóm")
    heard = "\n".join(said)
    assert PLACE not in heard
    assert PHONE not in heard
    assert "Cùng chỗ" not in heard
    # And who comes after her is of the first house, not of hers.
    phone.press("hanh", "Ghi thêm người")
    phone.text("hanh", "ông ngoại")
    phone.press("hanh", "Ông đây", "Đồng ý", "Đồng ý")
    phone.text("hanh", "Trần Văn Sáu", "1945")
    phone.press("hanh", "Nam")
    assert PLACE in phone.last("hanh")
    assert "tổ 7" not in phone.last("hanh")


def test_the_first_one_s_neighbour_shares_with_nobody(talk: Talk) -> None:
    talk.club()
    begin(talk, "hanh", "Ghi tên cho người nhà")
    register(talk, "bà Tám", "Bà Tám đây", ["Lê Thị Tám", "1950", "Nữ", "tổ 7", PHONE], "Hàng xóm")
    said = another(talk, "bà ngoại", "Bà đây", ["Nguyễn Thị Sáu", "1948", "Nữ", PLACE])
    heard = "\n".join(said)
    assert "tổ 7" not in heard
    assert PHONE not in heard
    assert len(asked(said)) <= MOST_OF_ANOTHER
