"""A label inside an answer: wanted, turned down, or asked about."""

from __future__ import annotations

import pytest

from bot.intents.button_labels import (
    doubts_label,
    forbids,
    only_label,
    puts_off,
    says_label,
    turns_down,
    wants_it_stopped,
)

OPTIONS = ["Hủy", "Để nguyên"]


@pytest.mark.parametrize(
    "typed",
    [
        "thôi khỏi hủy", "đừng hủy", "dung huy", "ko huy", "hông có hủy", "chưa hủy đâu", "hủy làm gì",
        "khoan hủy đã", "ai biểu hủy", "sao lại hủy", "đâu có muốn hủy", "đừng có hủy nha",
    ],
)  # fmt: skip
def test_what_is_turned_down_is_not_wanted(typed: str) -> None:
    assert turns_down(typed, "Hủy")
    assert not says_label(typed, "Hủy")
    assert only_label(typed, OPTIONS) is None


@pytest.mark.parametrize(
    "typed", ["hủy đi", "ừ hủy luôn", "thôi hủy đi", "huy gium tui", "hủy hộ tui"]
)
def test_what_is_wanted(typed: str) -> None:
    assert says_label(typed, "Hủy")
    assert not turns_down(typed, "Hủy")


@pytest.mark.parametrize("typed", ["hủy hả", "chắc hủy", "hủy được không", "hủy được hông"])
def test_what_is_asked_or_not_sure_has_nothing_done(typed: str) -> None:
    assert doubts_label(typed, "Hủy")
    assert not says_label(typed, "Hủy")


@pytest.mark.parametrize(
    ("typed", "place"), [("dừng", None), ("đừng", 1), ("dung", 1), ("đừng cho", 1), ("được", 0)]
)
def test_a_word_of_command_is_no_label_with_other_accents(typed: str, place: int | None) -> None:
    assert only_label(typed, ["Được, cho số", "Đừng cho số"]) == place


def test_what_one_is_not_is_not_taken_for_what_one_is() -> None:
    assert only_label("không phải nam", ["Nam", "Nữ"]) is None


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("đừng nhắn", "Nhắn giúp tôi"),
        ("khỏi nhắn ai hết", "Nhắn giúp tôi"),
        ("nhan lam gi", "Nhắn giúp tôi"),
        ("dạ thôi đừng cho con tui biết", "Báo giúp tôi"),
        ("dung bao", "Báo giúp tôi"),
        ("đừng xóa", "Xóa hết"),
    ],
)
def test_an_offer_is_forbidden(typed: str, label: str) -> None:
    assert forbids(typed, label)


@pytest.mark.parametrize(
    ("typed", "label"),
    [("dung", "Đúng rồi"), ("nhắn đi con", "Nhắn giúp tôi"), ("đừng nhắc nữa", "Thôi nhắc")],
)
def test_what_forbids_no_offer(typed: str, label: str) -> None:
    assert not forbids(typed, label)


@pytest.mark.parametrize("typed", ["đừng nhắc nữa", "khỏi nhắc", "khoi nhac nua"])
def test_the_wish_once_more_is_a_yes(typed: str) -> None:
    assert wants_it_stopped(typed, "Thôi nhắc")
    assert not wants_it_stopped(typed, "Cứ nhắc tiếp")


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("khoan nhận đã", "Nhận"),
        ("chưa nhận nha", "Nhận"),
        ("chua", "Nhận"),
        ("dạ chưa", "Nhắn giúp tôi"),
    ],
)
def test_what_is_put_off_is_no_refusal(typed: str, label: str) -> None:
    assert puts_off(typed, label)


@pytest.mark.parametrize(("typed", "label"), [("chưa", "Đúng rồi"), ("đừng nhận", "Nhận")])
def test_a_no_puts_nothing_off(typed: str, label: str) -> None:
    assert not puts_off(typed, label)


def test_english_answers() -> None:
    assert turns_down("don't cancel it", "Cancel it")
    assert forbids("never mind", "Cancel it")
    assert puts_off("not yet", "Cancel it")
    assert doubts_label("cancel it?", "Cancel it")
    assert says_label("yes cancel", "Cancel it")
    assert says_label("no, keep it", "Keep it")


@pytest.mark.parametrize(
    "typed", ["cho nhận đi", "cho nó nhận", "đúng nhận đi", "cho nhan", "dạ nhận"]
)
def test_words_that_look_like_a_no_without_their_accents(typed: str) -> None:
    assert not turns_down(typed, "Nhận")
    assert not forbids(typed, "Nhận")
    assert says_label(typed, "Nhận")
