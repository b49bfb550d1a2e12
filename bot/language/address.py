"""Forms of address and words for a sex, as people type them."""

from __future__ import annotations

from typing import Literal, get_args

from bot.language.patterns import Pattern
from bot.language.text import fold, is_typed, single_line, strip_ends

CHOICES = ("ông", "bà", "bác", "cô", "chú", "anh", "chị", "cụ")
"""Forms that are offered; what is chosen always wins."""
FORMS = (*CHOICES, "dì", "cậu", "thím", "mợ", "dượng", "em", "bạn")
"""Forms that a person may ask for in words."""

Sex = Literal["female", "male"]
SEXES: frozenset[str] = frozenset(get_args(Sex))


_ASKS = Pattern(
    r"^(?:(?:con|chau|em|nay|oi|da|a|cu|thi|xin|hay|nho)[ ,]+)*(goi|keu|xung)"
    r"( (toi|tui|ba|ong|bac|co|chu|anh|chi|minh))? (la|bang)\b"
)


def asks_for_form(text: str) -> bool:
    """Whether a message asks to be addressed in some way: "gọi bà là cô đi"."""
    return bool(_ASKS.match(fold(single_line(text))))


_FEMALE = ("nữ", "bà", "cô", "chị", "dì", "mẹ", "má", "phụ nữ", "đàn bà", "con gái", "gái", "nữ giới",
           "giới tính nữ", "là nữ", "female", "woman")  # fmt: skip
_MALE = ("nam", "ông", "chú", "anh", "cậu", "cha", "tía", "đàn ông", "con trai", "trai", "nam giới",
         "giới tính nam", "là nam", "male", "man")  # fmt: skip
# Without accents these are something else as well: bà or ba (three, father), cô or có, chị or chi.
_UNSURE_BARE = frozenset(("ba", "co", "chi", "di", "me", "ma", "cau", "cha"))


def read_sex(text: str) -> Sex | None:
    """The sex that an answer names, by its word or by a form of address: "nữ", "bà", "chú"."""
    words = strip_ends(text).lower().split()
    while len(words) > 1 and fold(words[-1]) in ("a", "nha", "nhe", "con", "oi", "do", "ay"):
        words.pop()
    if len(words) > 1 and is_typed(words[0], "dạ"):
        words = words[1:]
    typed = " ".join(words)
    if typed in _UNSURE_BARE:
        return None
    for sex, forms in (("female", _FEMALE), ("male", _MALE)):
        for form in forms:
            known = form.split()
            if len(words) == len(known) and all(map(is_typed, words, known)):
                return "female" if sex == "female" else "male"
    return None


def read_form(text: str) -> str | None:
    """The form in "gọi tôi là cô", None when there is none."""
    words = single_line(text).rstrip(".!").lower().split()
    while words and fold(words[-1]) in ("di", "nha", "nhe", "a", "con", "duoc", "roi"):
        words.pop()
    if len(words) > 2 and asks_for_form(text) and fold(words[-3]) in ("la", "bang"):
        # "gọi chú là chú Tư": by what, and who it is.
        words.pop()
    for form in FORMS:
        if words and (words[-1] == form or (words[-1] == fold(form) and words[-1] != "ba")):
            return form
    return None
