"""How the bot addresses people and what it calls itself (southern usage: con, em)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.language.text import fold, single_line

CHOICES = ("ông", "bà", "bác", "cô", "chú", "anh", "chị", "cụ")
"""Forms a person may choose; what is chosen always wins."""

Sex = Literal["female", "male"]


@dataclass(frozen=True)
class Form:
    """A form of address and the word for oneself that goes with it."""

    address: str
    speaker: str


def form_for(
    *,
    birth_year: int | None,
    sex: Sex | None,
    year: int,
    chosen: str | None = None,
    staff: bool = False,
) -> Form:
    """The form for somebody, by what was chosen, else by age and sex.

    The age is `year` less the year of birth: no birthday is needed. Nothing known: "bác", since
    most who write are old, and "anh/chị" for staff.
    """
    if chosen:
        return Form(chosen, "em" if chosen in ("anh", "chị", "anh/chị") else "con")
    age = year - birth_year if birth_year else None
    if age is None:
        if sex is not None:
            return Form("cô" if sex == "female" else "chú", "con")
        return Form("anh/chị", "em") if staff else Form("bác", "con")
    if age >= 60:
        if sex is None:
            return Form("bác", "con")
        return Form("bà" if sex == "female" else "ông", "con")
    if sex is None:
        return Form("anh/chị", "em")
    if age >= 45:
        return Form("cô" if sex == "female" else "chú", "con")
    if age >= 18:
        return Form("chị" if sex == "female" else "anh", "em")
    return Form("em", "mình")


def form_english() -> Form:
    """English has one form."""
    return Form("you", "I")


_ASKS = re.compile(
    r"^(con )?(cu )?(goi|keu|xung)( (toi|tui|ba|ong|bac|co|chu|anh|chi|minh))? (la|bang)\b"
)


def asks_for_form(text: str) -> bool:
    """Whether a message asks to be addressed in some way: "gọi bà là cô đi"."""
    return bool(_ASKS.match(fold(single_line(text))))


def read_form(text: str) -> str | None:
    """The form in "gọi tôi là cô", None when there is none."""
    words = single_line(text).rstrip(".!").lower().split()
    while words and fold(words[-1]) in ("di", "nha", "nhe", "a", "con"):
        words.pop()
    for form in CHOICES:
        if words and (words[-1] == form or (words[-1] == fold(form) and words[-1] != "ba")):
            return form
    return None
