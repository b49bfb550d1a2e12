"""Yes, no, consent, commands, danger, and words that fold together."""

from __future__ import annotations

import unicodedata

import pytest

from bot.intents.asking import looks_like_question
from bot.intents.live import Live, read_live
from bot.intents.words import (
    WORDS,
    Meaning,
    WordClaimedTwiceError,
    check_words,
    meanings_of,
    read_consent,
    read_yes_no,
)

YES = (
    "có, dạ, dạ có, dạ vâng, vâng, phải, dạ phải, phải rồi, ừ, ừm, uh, um, ờ, đúng, đúng rồi, "
    "chính xác, được, dạ được, đc, dc, ok, oke, okie, okê, oki, đồng ý, nhất trí, có chứ, có ạ, "
    "có nha, chắc chắn, yes, yep, 👍, ✅, 👌, dạaaa có ạ!, okkkk, da co, "
    "ừ đúng rồi con, dạ phải rồi ạ, ờ có, rồi, roi, xong rồi, xong roi con, ký rồi, ky roi, "
    "nhận lời rồi, đã ký, da ky, da doc roi, đọc rồi, đã xin rồi ạ, làm xong rồi, gửi rồi đó, "
    "có rồi, được rồi, thôi được, thoi duoc, đúng vậy, có luôn, dạ đúng rồi con ơi nha"
).split(", ")
NO = (
    "không, dạ không, hông, hổng, hong, hem, hok, khg, ko, không có, không phải, chưa, dạ chưa, "
    "không được, ko dc, bận rồi, không đồng ý, khỏi, no, nope, 👎, ❌, khong, chưa ký, chua ky, "
    "chưa xin, chưa làm, chưa nhận, chưa nhận lời, dạ chưa ký, chưa làm xong, không ký, chưa có, "
    "hông có, hổng phải, hong phai, không đâu, thôi khỏi"
).split(", ")


@pytest.mark.parametrize("typed", YES)
def test_yes(typed: str) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper()):
        assert read_yes_no(form) == "yes"


@pytest.mark.parametrize("typed", NO)
def test_no(typed: str) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper()):
        assert read_yes_no(form) == "no"


@pytest.mark.parametrize(
    "typed",
    ["ký chưa", "chưa biết", "chua biet", "quên rồi", "trễ rồi", "nhầm rồi", "hết rồi", "bị rồi",
     "mệt rồi", "không sao", "không có gì", "chùa ký", "ký rơi"],
)  # fmt: skip
def test_what_only_looks_like_done_or_not(typed: str) -> None:
    assert read_yes_no(typed) not in ("yes", "no")


@pytest.mark.parametrize(
    "typed", ["đầu tháng", "dau thang", "hỏi lại", "trang chú", "đất lại", "thoạt", "vay lại"]
)
def test_words_of_their_own_are_not_mended_into_commands(typed: str) -> None:
    assert not meanings_of(typed)


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("huonng dan", Meaning.HELP),
        ("trangg chủ", Meaning.MENU),
        ("thoatt", Meaning.STOP),
        ("quay laji", Meaning.BACK),
    ],
)
def test_a_slip_in_what_is_no_word_is_mended(typed: str, meaning: Meaning) -> None:
    assert meaning in meanings_of(typed)


def test_dung_without_accents_is_never_guessed() -> None:
    assert read_yes_no("dung") == "unclear"
    assert read_yes_no("đúng") == "yes"
    assert read_yes_no("dừng") != "yes"


@pytest.mark.parametrize(
    "typed", ["có bao nhiêu người vậy", "để con hỏi má", "có lẽ không", "sao cũng được", "co Lan"]
)
def test_a_sentence_decides_nothing(typed: str) -> None:
    assert read_yes_no(typed) in (None, "unclear")


@pytest.mark.parametrize(
    "typed",
    ["đồng ý", "dong y", "Tôi đồng ý", "đồng ý ạ", "Đồng ý.", "ừ đồng ý luôn", "dong y luon nha con",
     "dạ tôi đồng ý cho ghi", "uh dong y", "đồng ý hết đó con", "ok tui đồng ý"],
)  # fmt: skip
def test_only_these_words_are_a_consent(typed: str) -> None:
    assert read_consent(typed) is True


@pytest.mark.parametrize("typed", ["không đồng ý", "khong dong y", "dạ không đồng ý đó"])
def test_a_refusal(typed: str) -> None:
    assert read_consent(typed) is False


@pytest.mark.parametrize(
    "typed",
    ["có", "ừ", "ok", "dạ", "👍", "được", "co", "u", "im lặng", "bà đồng ý rồi", "chưa đồng ý",
     "có đồng ý không", "đồng ý mà không gửi xã", "rồi sẽ đồng ý", "đồng ý gì", "ai đồng ý",
     "ghi đi", "được luôn", "nếu bà đồng ý", "hổng đồng ý đâu"],
)  # fmt: skip
def test_nothing_else_is_a_consent(typed: str) -> None:
    assert read_consent(typed) is None


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("quay lại", Meaning.BACK),
        ("trở lại", Meaning.BACK),
        ("quay lai", Meaning.BACK),
        ("dừng", Meaning.STOP),
        ("dừng lại", Meaning.STOP),
        ("hủy", Meaning.STOP),
        ("bỏ qua", Meaning.SKIP),
        ("bo qua", Meaning.SKIP),
        ("giúp", Meaning.HELP),
        ("menu", Meaning.MENU),
        ("nhắc lại", Meaning.REPEAT),
        ("cảm ơn con", Meaning.THANKS),
        ("gặp người phụ trách", Meaning.PERSON_IN_CHARGE),
        ("English", Meaning.ENGLISH),
        ("tiếng Việt", Meaning.VIETNAMESE),
        ("đừng nhắn nữa", Meaning.STOP_MESSAGES),
    ],
)
def test_a_command(typed: str, meaning: Meaning) -> None:
    assert meaning in meanings_of(typed)


@pytest.mark.parametrize("typed", ["cựu chiến binh", "lãi suất", "chùa", "đi chợ về"])
def test_words_that_only_look_like_commands(typed: str) -> None:
    assert not meanings_of(typed) & {Meaning.STOP, Meaning.BACK}


@pytest.mark.parametrize(
    "typed", ["phí bao nhiêu vậy", "đi khám cần mang gì", "Họp ở đâu?", "how do I join"]
)
def test_a_question(typed: str) -> None:
    assert looks_like_question(typed)


@pytest.mark.parametrize("typed", ["Nguyễn Thị Lan", "tổ 3, ấp Hải Lạc", "có", "1952"])
def test_no_question(typed: str) -> None:
    assert not looks_like_question(typed)


def test_the_clubs_own_dates_are_a_live_question() -> None:
    assert read_live("khi nào họp nữa vậy con") is Live.NEXT_EVENT
    assert read_live("con là người hay máy") is Live.ARE_YOU_HUMAN


def test_a_word_claimed_twice_stops_the_program() -> None:
    with pytest.raises(WordClaimedTwiceError):
        check_words({**WORDS, Meaning.BACK: WORDS[Meaning.BACK] + ", dừng"})
