"""Codes as people type them: an invitation, a join code, a club's own."""

from __future__ import annotations

from bot.intents.words import meanings_of
from bot.storage.installation import CODE_CHARACTERS, INVITATION_LENGTH, JOIN_CODE_LENGTH

CLUB_CODE_LENGTHS = (7, 8)
"""Digits of a club's code: five of its commune, and its number there."""


def as_code(text: str) -> str:
    """A text as a code is compared: without case, blanks and hyphens."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def looks_like_code(text: str) -> bool:
    """Whether a text can only be meant as a code: one word of its length, letters and digits.

    "8h sang", "6 thang" and "ap 3 hue" have as many letters and are no codes.
    """
    code = as_code(text)
    return (
        len(code) in (JOIN_CODE_LENGTH, INVITATION_LENGTH)
        and not any(letter.isspace() for letter in text.strip())
        and all(letter in CODE_CHARACTERS for letter in code)
        and any(letter.isdigit() for letter in code)
        and sum(letter.isalpha() for letter in code) >= 2
    )


def guesses_code(text: str) -> bool:
    """Whether a text has a code's shape in letters alone and means nothing else.

    A sixth of the join codes have no digit, and blanks and hyphens don't count: who tries such is
    counted, and told nothing.
    """
    code = as_code(text)
    return (
        len(code) in (JOIN_CODE_LENGTH, INVITATION_LENGTH)
        and all(letter in CODE_CHARACTERS for letter in code)
        and not meanings_of(text)
        and not are_words(text)
    )


def are_words(text: str) -> bool:
    """Whether blanks part words: "8h sang". A code in parts has capitals, or a part "efg2"."""
    parts = text.split()
    if len(parts) < 2 or text == text.upper():
        return False
    return not any(
        any(letter.isdigit() for letter in part) and sum(letter.isalpha() for letter in part) > 1
        for part in parts
    )


def is_club_code(text: str) -> bool:
    """Whether a text has the form of a club's code, whatever blanks and hyphens."""
    digits = as_code(text)
    return digits.isdigit() and len(digits) in CLUB_CODE_LENGTHS


def club_code(text: str) -> str:
    """A club's code as it is kept, "26680-01", without regard to blanks and hyphens."""
    digits = as_code(text)
    return f"{digits[:5]}-{digits[5:]}" if is_club_code(text) else text.strip()
