"""How the bot addresses people and what it calls itself (southern usage: con, em)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.address import Sex
from bot.speech.translation import Speaker

_OWN_WORD = {"anh": "em", "chị": "em", "anh/chị": "em", "em": "mình", "bạn": "mình"}
"""What the bot calls itself to somebody whom it calls so; to anybody else "con"."""


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
    heard: str | None = None,
    staff: bool = False,
) -> Form:
    """The form for somebody, by what was chosen, else by age and sex, else by what was `heard`.

    The age is `year` less the year of birth: no birthday is needed. Nothing known: "bác", since
    most who write are old, and "anh/chị" for staff.
    """
    if chosen:
        return Form(chosen, _OWN_WORD.get(chosen, "con"))
    age = year - birth_year if birth_year else None
    if age is None:
        if heard and sex is None:
            return Form(heard, _OWN_WORD.get(heard, "con"))
        if sex is not None:
            return Form("cô" if sex == "female" else "chú", "con")
        return Form("anh/chị", "em") if staff else Form("bác", "con")
    if age >= 60:
        if sex is None:
            return Form("bác", "con")
        return Form("bà" if sex == "female" else "ông", "con")
    if age < _GROWN_UP:
        return Form("em", "mình")
    if sex is None:
        return Form("anh/chị", "em")
    if age >= 45:
        return Form("cô" if sex == "female" else "chú", "con")
    return Form("chị" if sex == "female" else "anh", "em")


_GROWN_UP = 18


def younger_form(age: int | None) -> str:
    """What to call somebody who is heard to be no elder, or to be of an age in years."""
    if age is None:
        return form_for(birth_year=None, sex=None, year=0, staff=True).address
    return form_for(birth_year=1, sex=None, year=age + 1).address


def form_english() -> Form:
    """English has one form."""
    return Form("you", "I")


def stranger_speaker(language: str) -> Speaker:
    """How somebody is spoken to of whom nothing is known yet."""
    form = form_english() if language == "en" else form_for(birth_year=None, sex=None, year=0)
    return Speaker(language, form.address, form.speaker)
