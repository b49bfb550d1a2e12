"""Phone numbers in a text, each with its 0."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.intents.message import read_message
from bot.intents.values.reading import LONGEST, NOTHING, ValueReading
from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.phones import read_phone
from bot.language.text import fold

_DIGIT_WORDS = {
    "khong": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5", "lam": "5", "sau": "6",
    "bay": "7", "tam": "8", "chin": "9", "linh": "0", "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_GROUPED = Pattern(r"(?<![\d.,])(?:\+?84|0)[\d .\-()]{7,16}\d(?!\d)")


def local_phone(number: str) -> str:
    """A number of E.164 with its 0: "+84912345678" is "0912345678"."""
    return f"0{number[3:]}" if number.startswith("+84") else number


def phones_in(text: str) -> list[str]:
    """The phone numbers in a text, each with its 0."""
    found = [read_phone(each) for each in _GROUPED.findall(text)]
    numbers = [local_phone(each.number) for each in found if each.number]
    if not numbers and sum(letter.isdigit() for letter in text[:LONGEST]) >= 9:
        reading = read_phone(text[:LONGEST])
        if reading.number:
            numbers = [local_phone(reading.number)]
    if not numbers:
        spoken = _spoken_phone(text)
        numbers = [spoken] if spoken else []
    return list(dict.fromkeys(numbers))


_ZEROS = Pattern(r"\b(?P<count>hai|ba|bon|nam|sau|[2-6]) (?:so|con|chu) (?:khong|0)\b")
_BETWEEN = frozenset(("nua", "roi", "xong", "toi", "tiep"))
"""Said between two groups of digits: "ba số không nữa rồi 137"."""


def _zeros_written_out(found: re.Match[str]) -> str:
    count = found["count"]
    return " ".join(["khong"] * int(_DIGIT_WORDS.get(count, count)))


def spoken_digits(text: str) -> list[str]:
    """Runs of digits that were typed in words or one by one."""
    whole = [each for piece in _PIECES.split(text) if len(each := _digits_in(piece)) == 1]
    if whole and len(whole[0][0]) >= _WHOLE_NUMBER:
        return whole[0]
    return _digits_in(text)


_PIECES = Pattern(r"[,;.!?\n](?!\d)")
_WHOLE_NUMBER = 10
"""Digits of a number that is told to its end: what follows a comma counts something else."""


def _digits_in(text: str) -> list[str]:
    runs: list[str] = []
    current = ""
    read = read_message(text)
    words = [*_ZEROS.sub(_zeros_written_out, read.folded if read.words else "").split(), ""]
    at = 0
    while at < len(words):
        word = words[at]
        spoken, length = _group_at(words, at)
        at += max(length, 1)
        if word.isdecimal() and len(word) <= 4:
            current += word
        elif spoken:
            current += spoken
        elif not (current and word in _BETWEEN):
            if len(current) > 3:
                runs.append(current)
            current = ""
    return runs


_LONGEST_GROUP = 5
"""Words of "ba trăm mười hai" and of the like, by which a phone's digits are said in groups."""
_GROUPS = frozenset(("tram", "muoi", "chuc"))


def _group_at(words: Sequence[str], at: int) -> tuple[str, int]:
    """The digits of the number word from a place on, or of a group of two or three, and its words.

    "ba trăm mười hai" is 312, "bốn mươi lăm" 45; "bốn lăm" are two digits by themselves.
    """
    for end in range(min(at + _LONGEST_GROUP, len(words) - 1), at + 1, -1):
        group = words[at:end]
        if group[0] in _DIGIT_WORDS and group[1] in _GROUPS and group[-1] != "khong":
            value = read_number(" ".join(group)).value
            digits = 3 if group[1] == "tram" else 2
            if value is not None and len(str(value)) == digits:
                return str(value), end - at
    return _DIGIT_WORDS.get(words[at], ""), 1


def _spoken_phone(text: str) -> str | None:
    for run in spoken_digits(text):
        for start in range(len(run)):
            if run[start] == "0" and len(run) - start in (10, 11):
                reading = read_phone(run[start:])
                if reading.number:
                    return local_phone(reading.number)
    return None


_REPLACED = Pattern(
    r"\b(?:so cu|cu la|truoc la)\b.*\d{3}.*\b(?:so|xai|gio|moi|dung|doi|goi|qua)\b|\d{3}\W*(?:bo|hu|mat|khong xai|het xai|da bo|bi khoa)\b|\bold\b.*\bnew\b"
)
"""Two numbers of which the first is given up: "số cũ … bỏ rồi, xài số …"."""


def read_own_phone(text: str) -> ValueReading:
    """The one phone number of an answer."""
    numbers = phones_in(text[:400])
    if len(numbers) == 2 and _REPLACED.search(fold(text[:400])):
        return ValueReading(numbers[1])
    if numbers:
        return ValueReading(numbers[0], is_sure=len(numbers) == 1)
    reading = read_phone(text[:LONGEST])
    if reading.candidates:
        return ValueReading(local_phone(reading.candidates[0]), is_sure=False)
    return NOTHING
