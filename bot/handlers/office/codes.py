"""Codes as people type them: an invitation, a join code, a club's own."""

from __future__ import annotations

from bot.intents.words import meanings_of
from bot.storage.installation import CODE_CHARACTERS, INVITATION_LENGTH, JOIN_CODE_LENGTH
from bot.storage.records import Club
from bot.storage.unit_of_work import UnitOfWork

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


_TAKEN_FOR_DIGITS = str.maketrans("OIL", "011")
"""Letters that people read, and type, in the place of a digit."""
_DIGITS_AT_LEAST = 4
"""With fewer digits it is a word, and no code that was misread."""


def _club_digits(text: str) -> str | None:
    code = as_code(text)
    digits = code.translate(_TAKEN_FOR_DIGITS)
    meant = sum(letter.isdigit() for letter in code) >= _DIGITS_AT_LEAST
    return digits if meant and digits.isdigit() and len(digits) in CLUB_CODE_LENGTHS else None


def is_club_code(text: str) -> bool:
    """Whether a text has the form of a club's code, whatever blanks and hyphens."""
    return _club_digits(text) is not None


def club_code(text: str) -> str:
    """A club's code as it is kept, "26680-01", without regard to blanks, hyphens, and O for 0."""
    digits = _club_digits(text)
    return text.strip() if digits is None else f"{digits[:5]}-{digits[5:]}"


def club_meant(uow: UnitOfWork, text: str) -> Club | None:
    """The club whose code a text is, as people write it."""
    return uow.clubs.by_code(club_code(text))
