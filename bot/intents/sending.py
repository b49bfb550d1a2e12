"""Whether a message has what was read over written down or sent, in words that do so."""

from __future__ import annotations

from bot.language.text import answer_text, is_typed

_DONE_WITH_IT = (
    "gửi, gởi, ghi, lưu, nộp, chốt, đặt, đăng ký, gửi đi, gởi đi, ghi đi, làm đi, đăng ký đi, ghi vào sổ, "
    "lưu lại, lưu lại đi, send, send it, save, save it"
).split(", ")
_BEFORE_DEED = "dạ, ừ, uh, ờ, ok, oke, được, được rồi, rồi, vậy thì, vậy".split(", ")
"""Not "thôi": who says "thôi đăng ký" may have given it up."""
_BEHIND_DEED = (
    "đi, luôn, liền, ngay, nha, nhe, nghe, nghen, nhé, con, cháu, em, ạ, giùm, dùm, giúp, tôi, tui, "
    "bà, ông, bác, cô, chú, vậy, please"
).split(", ")


def says_to_keep(text: str) -> bool:
    """Whether a whole message has what was read over kept: "gửi đi", "ghi luôn nha con"."""
    words = _bare(text)
    return any(_is_form(words, each.split()) for each in _DONE_WITH_IT)


_TO_DO = ("làm", "bắt đầu", "tiến hành")
"""What has done whatever is offered: "ừ làm luôn"."""


def says_to_do(text: str, label: str) -> bool:
    """Whether a whole message has done what is offered, by a verb that begins its choice's label.

    "làm luôn" and "gửi đi" have "Gửi giúp tôi" done; "đăng ký đi" doesn't.
    """
    words = _bare(text)
    begun = answer_text(label.replace(":", " ")).split()[: len(words)]
    return _is_form(words, begun) or any(_is_form(words, each.split()) for each in _TO_DO)


def _bare(text: str) -> list[str]:
    words = answer_text(text).split()
    while len(words) > 1 and any(is_typed(words[0], each) for each in _BEFORE_DEED):
        words = words[1:]
    while len(words) > 1 and any(is_typed(words[-1], each) for each in _BEHIND_DEED):
        words = words[:-1]
    return words


def _is_form(words: list[str], form: list[str]) -> bool:
    return len(words) == len(form) and all(map(is_typed, words, form))
