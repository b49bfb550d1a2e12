"""Words of danger: they come before everything else, in any conversation."""

from __future__ import annotations

from enum import StrEnum

from bot.language.text import clean, fold, same, strip_ends


class Emergency(StrEnum):
    """What kind of danger the words speak of; each has its own number to call."""

    ILLNESS = "illness"
    FIRE = "fire"
    VIOLENCE = "violence"
    UNCLEAR = "unclear"


_ANYWHERE: dict[Emergency, tuple[str, ...]] = {
    Emergency.ILLNESS: (
        "cấp cứu", "cứu tôi", "cứu tui", "cứu với", "cứu con", "cứu má", "cứu mẹ", "cứu ba tôi",
        "đau ngực", "tức ngực", "khó thở", "không thở được", "đột quỵ", "đột quị", "tai biến",
        "bất tỉnh", "ngất xỉu", "bị ngất", "té xỉu", "té ngã", "bị té", "mới té", "vừa té",
        "té cầu thang", "té xuống", "té rồi", "bị ngã", "co giật", "méo miệng", "liệt nửa người",
        "chảy máu nhiều", "tự tử", "muốn chết", "uống nhầm thuốc", "gọi 115", "heart attack",
        "chest pain", "cannot breathe", "can't breathe", "stroke", "unconscious", "has fallen",
    ),
    Emergency.FIRE: ("cháy nhà", "bị cháy", "đang cháy", "cháy rồi", "gọi 114", "chay nha",
                     "bi chay", "house is on fire"),
    Emergency.VIOLENCE: (
        "bị đánh", "đánh tôi", "đánh tui", "đánh bà", "đánh má", "đánh mẹ", "đe dọa giết",
        "đòi giết", "bị bạo hành", "gọi 113", "gọi 111", "beats me", "hits me",
    ),
    Emergency.UNCLEAR: ("té quá", "te qua", "tê tay", "te tay", "tê chân", "te chan", "tê nửa người"),
}  # fmt: skip
_ALONE: dict[Emergency, tuple[str, ...]] = {
    Emergency.ILLNESS: ("cứu", "cuu", "115", "emergency"),
    Emergency.FIRE: ("cháy", "114", "fire"),
    Emergency.VIOLENCE: ("113", "111"),
    Emergency.UNCLEAR: ("té", "te", "ngã", "bi roi", "roi xuong"),
}
_LONG = 40
"""Words: a longer text is a story or a paper, not a cry for help."""


def _matches(typed: list[str], form: list[str]) -> bool:
    return all(
        same(one) == same(other) or (one == fold(one) and fold(other) == one)
        for one, other in zip(typed, form, strict=True)
    )


def find_emergency(text: str) -> Emergency | None:
    """The danger a message speaks of, None for none.

    Phrases, not words: "Hội Cựu chiến binh" and "bán chạy" are no emergencies.
    """
    words = [word.strip(".,!?…;:\"'()") for word in clean(text).lower().split()]
    words = [word for word in words if word]
    if not words or len(words) > _LONG:
        return None
    alone = strip_ends(text).lower()
    for kind, forms in _ALONE.items():
        if any(_matches(alone.split(), form.split()) for form in forms
               if len(alone.split()) == len(form.split())):  # fmt: skip
            return kind
    for kind, phrases in _ANYWHERE.items():
        for phrase in phrases:
            form = phrase.split()
            for start in range(len(words) - len(form) + 1):
                if _matches(words[start : start + len(form)], form):
                    return kind
    return None
