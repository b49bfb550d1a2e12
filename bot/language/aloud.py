"""A Vietnamese text as somebody reads it out: its figures and short forms in words."""

from __future__ import annotations

import re

from bot.language.numbers import spell_number
from bot.language.patterns import Pattern

_PHONE = Pattern(r"(?<!\d)0\d{2,3}(?:[ .]?\d{2,4}){2,3}(?!\d)")
_RANGE = Pattern(r"(?<=\d)\s*-\s*(?=\d)")
_NUMBER = Pattern(r"\d+(?:\.\d{3})*")
_SHORT_FORMS = {"CLB": "câu lạc bộ", "NCT": "người cao tuổi", "UBND": "ủy ban nhân dân",
                "%": "phần trăm", "&": "và"}  # fmt: skip
_EVERY_SHORT_FORM = Pattern(
    "|".join(rf"\b{each}\b" if each.isalpha() else re.escape(each) for each in _SHORT_FORMS)
)


def read_aloud(text: str) -> str:
    """A text with figures and short forms in words; phone numbers digit by digit."""
    text = _EVERY_SHORT_FORM.sub(lambda found: _SHORT_FORMS[found[0]], text)
    text = _PHONE.sub(lambda found: _digits(found[0]), text)
    text = _RANGE.sub(" tới ", text)
    return _NUMBER.sub(lambda found: spell_number(int(found[0].replace(".", ""))), text)


def _digits(phone: str) -> str:
    """With a breath between the groups."""
    groups = re.split(r"[ .]", phone)
    return ", ".join(" ".join(spell_number(int(digit)) for digit in group) for group in groups)
