"""Phone numbers as people type them: kept as E.164, shown as 0912 345 678."""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberMatcher, PhoneNumberType

from bot.language.numbers import read_number
from bot.language.text import fold, single_line

MOVED = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    **{f"016{last}": f"03{last}" for last in range(2, 10)},
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
"""Eleven-digit prefixes and what they became in 2018 (plans of the operators)."""

LONGEST = 500
"""Characters of a text in which a number is looked for."""
EMERGENCY_NUMBERS = frozenset(("113", "114", "115", "111"))
_TAKEN = (
    PhoneNumberType.MOBILE,
    PhoneNumberType.FIXED_LINE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE,
)


@dataclass(frozen=True)
class PhoneReading:
    """A number in E.164, or candidates to ask about, or the problem and the digits counted."""

    number: str | None = None
    candidates: tuple[str, ...] = ()
    problem: str | None = None
    digits: int = 0


def _digits_only(text: str) -> str:
    return re.sub(r"\D", "", text)


def _valid(text: str) -> str | None:
    try:
        number = phonenumbers.parse(text, "VN")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    if phonenumbers.number_type(number) not in _TAKEN:
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _spoken_digits(text: str) -> str | None:
    """The digits of a number that was typed in words: "không chín một hai …"."""
    words = single_line(text).split()
    if not 9 <= len(words) <= 11:
        return None
    digits = [read_number(word).value for word in words]
    known = [digit for digit in digits if digit is not None and digit < 10]
    if len(known) != len(digits):
        return None
    return "".join(str(digit) for digit in known)


def _spreadsheet_number(line: str) -> str | None:
    """The digits of a number that a spreadsheet wrote as a power of ten: 9.12345678E8."""
    if not re.fullmatch(r"\d\.\d{4,9}e\+?0?[89]", line):
        return None
    return str(round(float(line)))


def read_phone(text: str) -> PhoneReading:
    """The phone number in a text.

    Problems: "none" (no digits to speak of), "digits" (wrong count), "moved" (an old number, the
    new one is the candidate), "several", "emergency", "service", "bad".
    """
    if len(text) > LONGEST:
        return PhoneReading(problem="none")
    line = fold(single_line(text)).replace("+84 0", "+84 ").replace("+840", "+84")
    line = re.sub(r"(?<![a-z])o(?=\d)", "0", line)
    line = _spoken_digits(text) or _spreadsheet_number(line) or line
    digits = _digits_only(line)
    if digits in EMERGENCY_NUMBERS:
        return PhoneReading(problem="emergency")
    if len(digits) < 6:
        return PhoneReading(problem="none" if len(digits) < 3 else "digits", digits=len(digits))
    if re.fullmatch(r"(1800|1900)\d{4,6}", digits):
        return PhoneReading(problem="service")
    if len(digits) == 11 and digits[:4] in MOVED:
        renewed = _valid(MOVED[digits[:4]] + digits[4:])
        if renewed:
            return PhoneReading(candidates=(renewed,), problem="moved")
    if len(digits) == 10 and digits.startswith("064"):
        renewed = _valid("0254" + digits[3:])
        if renewed:
            return PhoneReading(candidates=(renewed,), problem="moved")
    if re.fullmatch(r"[\d\s.\-+()]+", line):
        whole = _valid(line) or (
            # A spreadsheet ate the zero, or wrote the number as a decimal.
            _valid("0" + digits) if len(digits) == 9 and not digits.startswith("0") else None
        )
        if whole:
            return PhoneReading(whole)
    found: list[str] = []
    for match in PhoneNumberMatcher(line.replace("/", " ; "), "VN"):
        number = str(phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164))
        if phonenumbers.number_type(match.number) in _TAKEN and number not in found:
            found.append(number)
    for piece in re.findall(r"(?<!\d)0\d{2,3}[\d .\-]{6,10}\d(?!\d)", line):
        number = _valid(piece) or ""
        if number and number not in found:
            found.append(number)
    if len(found) == 1:
        return PhoneReading(found[0])
    if found:
        return PhoneReading(candidates=tuple(found), problem="several")
    if len(digits) == 10:
        return PhoneReading(problem="bad", digits=10)
    return PhoneReading(problem="digits", digits=len(digits))


def show_phone(number: str) -> str:
    """A number as it is written here: 0912 345 678; foreign ones with their country code."""
    try:
        parsed = phonenumbers.parse(number, "VN")
    except phonenumbers.NumberParseException:
        return number
    if parsed.country_code != 84:
        return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    national = f"0{parsed.national_number}"
    if len(national) == 10:
        return f"{national[:4]} {national[4:7]} {national[7:]}"
    return f"{national[:4]} {national[4:8]} {national[8:]}" if len(national) == 11 else national


def is_mobile(number: str) -> bool:
    """Whether a number in E.164 is a mobile's: one that Zalo and Telegram know somebody by."""
    try:
        kind = phonenumbers.number_type(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False
    return kind in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


_NUMBER_NAMED = re.compile(
    r"[\s,;.:]*\b(?:s[đd]t|[đd]t|(?:s[ốo] )?(?:[đd]i[ệe]n tho[ạa]i|phone|tel)|s[ốo])\b"
    r"(?: (?:c[ủu]a|l[àa]|con|ch[áa]u|g[áa]i|trai|t[ôo]i|tui|b[àa]|[ôo]ng))*[\s:]*$",
    re.IGNORECASE,
)


def without_number_name(text: str) -> str:
    """A text without what a number is called at its end, where the number was taken out."""
    return _NUMBER_NAMED.sub("", text)
