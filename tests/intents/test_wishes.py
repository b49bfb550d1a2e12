"""Wishes to leave, to take a consent back, to be forgotten; and what is none."""

from __future__ import annotations

import pytest

from bot.intents.fasting import asks_fasting
from bot.intents.residence import is_no_place
from bot.intents.wishes import Wish, read_wish


@pytest.mark.parametrize(
    "typed",
    [
        "toi muon xin ra khoi cau lac bo", "rời câu lạc bộ", "nghỉ câu lạc bộ",
        "không tham gia nữa", "tôi không cho ghi tên nữa", "toi muon nghi cau lac bo",
        "bà muốn nghỉ sinh hoạt", "xóa tên tôi", "I want to leave the club",
    ],
)  # fmt: skip
def test_leaving(typed: str) -> None:
    reading = read_wish(typed)
    assert reading is not None
    assert reading.wish is Wish.LEAVE


@pytest.mark.parametrize(
    ("typed", "purpose"),
    [
        ("rút lại đồng ý", None), ("thôi đồng ý", None),
        ("tôi không đồng ý cho ghi hoàn cảnh nữa", "circumstances"),
        ("rút đồng ý nhắc lịch", "reminders"),
        ("tôi không cho gửi tên lên ủy ban nữa", "sharing"),
    ],
)  # fmt: skip
def test_taking_a_consent_back(typed: str, purpose: str | None) -> None:
    reading = read_wish(typed)
    assert reading is not None
    assert (reading.wish, reading.purpose) == (Wish.WITHDRAW, purpose)


def test_being_forgotten() -> None:
    for typed in ("xóa thông tin", "xoa het thong tin cua toi di con", "delete my data"):
        reading = read_wish(typed)
        assert reading is not None
        assert reading.wish is Wish.DELETE


@pytest.mark.parametrize(
    "typed",
    [
        "không đồng ý", "tôi không đồng ý", "thôi", "nghỉ", "tôi muốn tham gia câu lạc bộ",
        "rời câu lạc bộ có mất tiền không", "làm sao rời câu lạc bộ", "không đi được",
        "rời câu lạc bộ được không?",
    ],
)  # fmt: skip
def test_what_is_no_wish(typed: str) -> None:
    assert read_wish(typed) is None


@pytest.mark.parametrize(
    ("typed", "none"),
    [
        ("o dau la sao?", True), ("hong nho", True), ("chua", True), ("không biết", True),
        ("tổ 3, ấp Hải Lạc", False), ("gần chợ cũ", False), ("ấp Đâu Đó 2", False),
        ("kế nhà cô Sáu", False),
    ],
)  # fmt: skip
def test_what_is_no_place(typed: str, none: bool) -> None:
    assert is_no_place(typed) is none


def test_coming_without_breakfast() -> None:
    assert asks_fasting("nhịn ăn sáng, sổ khám bệnh")
    assert not asks_fasting("sổ khám bệnh, thẻ bảo hiểm y tế")


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("xóa số điện thoại của bà giùm", "phone"),
        ("bo cai dia chi cua ba ra", "address"),
        ("gỡ số phone ra khỏi sổ", "phone"),
        ("xin bỏ người liên hệ", "contact_person"),
        ("please remove my phone number", "phone"),
    ],
)
def test_one_thing_is_to_go(typed: str, what: str) -> None:
    reading = read_wish(typed)
    assert reading is not None
    assert (reading.wish, reading.what) == (Wish.CLEAR, what)


def test_circumstances_go_with_their_consent() -> None:
    reading = read_wish("xóa phần hoàn cảnh của tôi")
    assert reading is not None
    assert (reading.wish, reading.purpose) == (Wish.WITHDRAW, "circumstances")


@pytest.mark.parametrize(
    "typed", ["bỏ điện thoại ở nhà rồi", "xóa được số điện thoại không?", "bỏ máy xuống đất"]
)
def test_what_is_laid_down_or_asked_is_no_such_wish(typed: str) -> None:
    assert read_wish(typed) is None
