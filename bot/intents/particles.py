"""The one table of little words: no, yes, perhaps, later, courtesies, who, and what asks.

Every reader asks it, none keeps a list of its own. A form stands with its accents and matches
what was typed with them or with none at all ("không", "khong"); forms that are only ever typed
bare stand bare ("ko").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from bot.language.text import fold, is_typed


class Particle(StrEnum):
    """What a little word does."""

    NEGATION = "negation"
    YES = "yes"
    NO = "no"
    MAYBE = "maybe"
    LATER = "later"
    UNKNOWN = "unknown"
    OPENING = "opening"
    CLOSING = "closing"
    SELF = "self"
    QUESTION = "question"
    ASKS_AT_END = "asks_at_end"
    ADDRESSED = "addressed"


_FORMS: dict[Particle, str] = {
    Particle.NEGATION: (
        "không, hông, hổng, hong, hem, hok, khg, ko, kg, kô, k, kh, hk, khum, khôn, hỏng, hôn, "
        "chẳng, chả, chớ, đâu có, không có, hông có, hổng có, ko có, k có, không phải, hông phải, "
        "hổng phải, ko phải, hổng có phải, đâu phải, có đâu, nỏ, mô có, not, no, don't, dont, never, "
        "isn't, can't, cannot, won't, doesn't"
    ),
    Particle.YES: (
        "có, dạ, dạ có, dạ vâng, vâng, vâng ạ, phải, dạ phải, phải rồi, phải đó, ừ, ừm, uh, um, uhm, "
        "ờ, ừa, u, ùa, ừ ừ, ừ hử, đúng, đúng rồi, dạ đúng, đúng đó, đúng vậy, đúng hết, đúng hết rồi, "
        "chính xác, chuẩn, chuẩn luôn, được, dạ được, được rồi, đc, dc, ok, oke, okie, okê, oki, okay, "
        "okela, okla, đồng ý, nhất trí, có chứ, chắc chắn, rồi, y, yes, yep, yeah, yup, sure, correct, "
        "right, that's right, that is right, exactly, chuẩn rồi, y chang, y vậy, đúng y, trúng rồi, "
        "trúng, trúng phóc, hợp lý, phải lắm, có luôn, tất nhiên, dĩ nhiên, all good, looks good, "
        "spot on, perfect, 👍, ✅, 👌, ✔"
    ),
    Particle.NO: (
        "không, dạ không, hông, hổng, hong, hem, hok, khg, kh, ko, k, kô, kg, hk, khum, không có, "
        "hông có, hổng có, ko có, không phải, hông phải, hổng phải, ko phải, đâu có, đâu phải, chưa, "
        "dạ chưa, không đi, không được, hông được, hổng được, ko được, ko dc, k dc, không đúng, "
        "hông đúng, hổng đúng, chưa đúng, sai, sai rồi, trật, trật rồi, trật lất, lộn, lộn rồi, nhầm, "
        "nhầm rồi, không đồng ý, hông đồng ý, hổng đồng ý, khỏi, khỏi cần, thôi khỏi, không cần, "
        "không đâu, hông đâu, chưa đâu, dạ thôi, thôi, no, nope, nah, not right, wrong, n, 👎, ❌"
    ),
    Particle.MAYBE: (
        "chắc, chắc là, có lẽ, có thể, hình như, hên xui, không chắc, hông chắc, hổng chắc, ko chắc, "
        "chưa chắc, chưa biết, tùy, còn tùy, coi sao, chưa quyết, chưa tính, lưng chừng, nửa muốn nửa "
        "không, maybe, perhaps, probably, not sure, depends"
    ),
    Particle.LATER: (
        "để sau, để sau đi, để đó, để mai, để mốt, để bữa khác, bữa khác, hôm khác, lúc khác, lát nữa, "
        "lát, chút nữa, xíu nữa, xíu, chốc nữa, tí nữa, mai mốt, mai mốt tính, từ từ, tính sau, "
        "hỏi lại, để hỏi, để coi, để coi lại, để xem, để xem lại, để suy nghĩ, để nghĩ, suy nghĩ đã, "
        "nghĩ đã, coi đã, khoan, khoan đã, chờ chút, đợi chút, chờ, đợi, sau nha, sau nghen, báo sau, "
        "trả lời sau, nhắn sau, nói sau, gửi sau, chừng nào rảnh, khi nào rảnh, later, not now, "
        "another time, let me think, let me ask"
    ),
    Particle.UNKNOWN: (
        "không biết, hông biết, hổng biết, hong biết, ko biết, k biết, khg biết, không nhớ, hông nhớ, "
        "hổng nhớ, ko nhớ, k nhớ, không rõ, hông rõ, hổng rõ, ko rõ, k rõ, chưa biết, chưa rõ, "
        "chưa nhớ, quên, quên rồi, quên mất, quên mất tiêu, chịu, chịu thua, ai mà biết, ai biết, "
        "ai nhớ, biết đâu, không chắc, don't know, dont know, do not know, can't remember, forgot, "
        "no idea, unknown"
    ),
    Particle.OPENING: (
        "dạ, dạ thưa, thưa, vâng, ừ, ờ, à, a, ạ, con ơi, cháu ơi, em ơi, con à, con nè, bạn ơi, "
        "bot ơi, ad ơi, ê, nè, này, hello, hi, alo, a lô, chào, chào con, chào em, ủa, ý, trời, "
        "trời ơi, thôi, rồi, ok, oke, mà, thì, kkk, haha, hihi, hehe, well, hey, please, pls"
    ),
    Particle.CLOSING: (
        "ạ, nha, nhá, nhé, nghen, nghe, nhen, nhe, hen, hén, nè, đi, à, á, hà, đó, với, giùm, dùm, "
        "giúp, giúp với, con, cháu, em, e, bác, cô, chú, anh, chị, ơi, bot, ad, bạn, cưng, con ơi, "
        "cháu ơi, em ơi, cái, coi, luôn, lun, rồi, thôi, vậy, zậy, hết, cảm ơn, cám ơn, cảm ơn con, "
        "cám ơn con, cảm ơn em, cám ơn em, cảm ơn cháu, cảm ơn nhiều, thanks, tks, thank you, please, "
        "pls, nghen con, nha con, nha em, nghe con, nhé cháu, hihi, hehe, haha, kkk, =))"
    ),
    Particle.SELF: "tôi, tui, tao, mình, bác, tớ, tau, qua, i, me, my, myself",
    Particle.ASKS_AT_END: (
        "không, ko, hông, hổng, hong, hôn, hem, hok, chưa, hả, hen, sao, gì, nào, mấy"
    ),
    Particle.ADDRESSED: "ạ, à, con, cháu, em, vậy, đã, dạ",
    Particle.QUESTION: (
        "gì, chi, j, sao, làm sao, ra sao, thế nào, như thế nào, ntn, nào, đâu, ở đâu, mô, bao giờ, "
        "khi nào, chừng nào, hồi nào, lúc nào, bữa nào, hôm nào, ngày nào, mấy giờ, mấy, bao nhiêu, "
        "nhiêu, bi nhiêu, bnhieu, bn, ai, tại sao, vì sao, sao vậy, hả, hở, hử, phải không, phải hông, "
        "được không, được hông, dc k, có không, có hông, răng, rứa, what, how, why, when, where, who, "
        "which, can i, can we, is it, is there, are there, do i, does"
    ),
}


@lru_cache(maxsize=len(Particle))
def forms_of(kind: Particle) -> tuple[tuple[str, ...], ...]:
    """The forms of one kind, each as its words, longest first."""
    forms = (tuple(form.split()) for form in _FORMS[kind].split(", "))
    return tuple(sorted(dict.fromkeys(forms), key=len, reverse=True))


@lru_cache(maxsize=len(Particle))
def _by_first(kind: Particle) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms_of(kind):
        found.setdefault(fold(form[0]), []).append(form)
    return {first: tuple(forms) for first, forms in found.items()}


def length_at(kind: Particle, words: Sequence[str], at: int) -> int:
    """How many words from a place on are a form of a kind, the longest one; 0 for none."""
    for form in _by_first(kind).get(fold(words[at]), ()) if at < len(words) else ():
        typed = words[at : at + len(form)]
        if len(typed) == len(form) and all(map(is_typed, typed, form)):
            return len(form)
    return 0


def is_whole(kind: Particle, words: Sequence[str]) -> bool:
    """Whether some words are one form of a kind and nothing else."""
    return bool(words) and any(
        len(form) == len(words) and all(map(is_typed, words, form))
        for form in _by_first(kind).get(fold(words[0]), ())
    )


@lru_cache(maxsize=len(Particle))
def alternatives(kind: Particle) -> str:
    """The forms of one word of a kind without their accents, as a group of a pattern."""
    words = dict.fromkeys(fold(form[0]) for form in forms_of(kind) if len(form) == 1)
    return f"(?:{'|'.join(re.escape(word) for word in words)})"


def has(kind: Particle, words: Sequence[str]) -> bool:
    """Whether a form of a kind stands anywhere among some words."""
    return any(length_at(kind, words, at) for at in range(len(words)))
