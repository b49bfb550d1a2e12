"""Numbers of telephones in forms that nobody expects: "0902/731/586", "không chín một, hai hai ba …"."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.contacts import numbers_in

_LONGEST = 300_000
_SIGN = r"[/_*·•–—−‐:,|~]"
_APART = Pattern(
    rf"(?<![\w/.,-])(?:0\d{{2}}(?P<a> ?(?!,){_SIGN} ?)\d{{3}}(?P=a)\d{{4}}|0\d{{3}}(?P<b> ?{_SIGN} ?)\d{{3}}(?P=b)\d{{3}}"
    rf"|0\d{{3}}(?P<c> ?{_SIGN} ?)\d\d(?P=c)\d\d(?P=c)\d\d|0\d{{2,4}} ?/ ?\d{{6,8}})(?![\w/]|[.,-]\d)"
)
"""Ten digits that begin with a zero, parted by any one sign: no day and no house is written so."""
_DIGITS = {
    "không": "0", "khong": "0", "một": "1", "mốt": "1", "mot": "1", "hai": "2", "ba": "3",
    "bốn": "4", "bon": "4", "tư": "4", "năm": "5", "nam": "5", "lăm": "5", "sáu": "6", "sau": "6",
    "bảy": "7", "bẩy": "7", "bay": "7", "tám": "8", "tam": "8", "chín": "9", "chin": "9",
}  # fmt: skip
_WORD = "|".join(sorted(_DIGITS, key=len, reverse=True))
_BETWEEN = r"(?:\s*[,.;:–-]\s*|\s+)(?:(?:chấm|phẩy|gạch|rồi)[\s,]+)?"
_SPOKEN = Pattern(rf"(?<!\w)(?:không|khong)(?:{_BETWEEN}(?:{_WORD})(?!\w)){{9}}", re.IGNORECASE)
"""Ten digits one by one, however somebody paused between them."""


def with_points(text: str) -> str:
    """A text whose numbers have points where other signs part them."""
    if len(text) > _LONGEST:
        return text
    return _APART.sub(lambda found: re.sub(rf" ?{_SIGN} ?", ".", found[0]), text)


def with_digits(text: str) -> str:
    """A text whose numbers are in digits where somebody said them in words."""
    return _SPOKEN.sub(_in_digits, text) if len(text) <= _LONGEST else text


def _in_digits(found: re.Match[str]) -> str:
    words = re.findall(r"[^\W\d_]+", found[0].lower())
    digits = "".join(_DIGITS.get(word, "") for word in words)
    return digits if next(numbers_in(digits), None) is not None else found[0]


_OTHER = Pattern(r"\b(?:cccd|cmnd|cmt|bhyt|the|ma so|so so|stk|tai khoan|dinh danh|ma bh)\b")
_DAY = Pattern(
    r"(?<!\d)(?:\d{1,2}\s?[/.-]\s?){1,2}(?:18|19|20)\d\d(?!\d)|(?<!\d)(?:18|19|20)\d\d\s?[-–/]\s?(?:18|19|20)\d\d(?!\d)"
)
_LIKE = Pattern(r"(?<![\w/])\(?\+?0(?:[\s.\-/_*()]{0,2}[\dxXoO?]){6,12}(?!\w)")
_WORDS_LIKE = Pattern(
    rf"(?<!\w)(?:không|khong)(?:{_BETWEEN}(?:{_WORD}|mươi|mười|trăm|linh|lẻ)(?!\w)){{4}}",
    re.IGNORECASE,
)
_FEWEST = 6


def number_unread(words: str) -> str | None:
    """What looks like the number of a telephone among words, and none that can be called."""
    if _OTHER.search(fold(words)):
        return None
    words = _DAY.sub(lambda found: "-" * len(found[0]), words)
    if next(numbers_in(words), None) is not None:
        return None
    in_digits = _LIKE.search(words)
    found = in_digits or _WORDS_LIKE.search(words)
    if found is None:
        return None
    is_number = in_digits is None or sum(map(str.isdigit, found[0])) >= _FEWEST
    return found[0].strip() if is_number else None
