"""Names in small letters, as people type in a chat and as a telephone writes what it hears."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.family_names import begins_as_name
from bot.rosters.naming import is_nickname

_FORM = (
    r"(?:bà|ba|ông|ong|cụ|cu|cô|co|chú|chu|bác|bac|anh|chị|chi|dì|di|cháu|chau|em|thầy|thay|má|mẹ)"
)
_WORD = r"[^\W\d_]+"
_RUN = Pattern(rf"{_WORD}(?:[ \t]+{_WORD})+")
_STOPS = frozenset(
    "sinh sanh sn ns so sdt dt dien o vo chong thoi la tinh hoi khoang tuoi dau nam-sinh khong vo".split()
)
"""Words, folded, before which a name ends."""
_LEADS = frozenset(
    "them con cho gui dang ky dk ten toi tui em chau ba ma me bo nha cua so co gom va voi thay the nua day ne "
    "la ong co chu bac anh chi di cu thay danh sach ghi vo chong xin".split()
)
"""Words, folded, that stand before a name in a message and begin none unless more follows."""
_MIDDLES = ("thi", "van")
_PLACE = Pattern(r"(?:tổ|to|ấp|ap|xóm|xom|thôn|thon|khóm|khom|hẻm|hem|kp)$", re.IGNORECASE)
_MOST_WORDS = 5
_LOOKED_AT = 40
"""Letters on each side of some words that tell whether they are a name."""
_LONGEST = 4000
_DIGITS = tuple("0123456789")
_KIN = r"(?:em|con|anh|chị|cháu|má|mẹ)"
_WHOSE = r"(?:ông|bà|cô|chú|bác|anh|chị|dì)"
_FACT = Pattern(
    r"[\s,;:(\-–]*(?:(?:sinh|sanh|sn|ns|năm sinh)\b[\s.:]*(?:năm |nam |ngày )?)?\d"
    r"|[\s,;:(\-–]*(?:sinh|sanh|ở|tổ|to|số|sđt|đt|điện thoại|không có|vợ|chồng|thôi|à|tình nguyện)\b"
    rf"|[\s,(–-]*(?:là )?{_KIN} {_WHOSE}\b",
    re.IGNORECASE,
)
_BORN = Pattern(
    r"[\s,;:(\-–]*(?:(?:sinh|sanh|sn|ns)[\s.:]*(?:năm |nam )?)?(?:(?:18|19|20)\d\d(?!\d)|\d\d(?=\s+(?:tổ|to)\b))",
    re.IGNORECASE,
)


def with_capitals(text: str) -> str:
    """A text whose names have their capitals: only whole ones before what is told of somebody.

    "le huu phuoc 58 to 1" becomes "Le Huu Phuoc 58 to 1", "ba tam 1950" becomes "ba Tam 1950".
    """
    if len(text) > _LONGEST:
        return text
    return _RUN.sub(lambda run: _raised(run, text), text)


def _raised(run: re.Match[str], text: str) -> str:
    """Words without a mark between them, parted before those that say something of somebody.

    Several may be named in one breath: "… vợ ổng sinh năm 1941 bà lê thị kim sinh …".
    """
    words = run[0].split()
    bounds = [0, *(at for at in range(1, len(words)) if _stops(words, at)), len(words)]
    following = text[run.end() : run.end() + _LOOKED_AT]
    is_first = not text[max(run.start() - _LOOKED_AT, 0) : run.start()].strip().endswith(_DIGITS)
    raised: list[str] = []
    for begin, end in pairwise(bounds):
        behind = " ".join(words[end : end + _MOST_WORDS]) + following
        raised += _named(words[begin:end], behind, is_first=is_first and begin == 0)
    return " ".join(raised)


def _stops(words: list[str], at: int) -> bool:
    word = fold(words[at])
    if at > 1 and re.fullmatch(f"{_KIN} {_WHOSE}", " ".join(words[at : at + 2]).lower()):
        # "ông trần văn ba em bà hoa": whose brother he is.
        return fold(words[at - 1]) not in _MIDDLES
    if word == "nam" and fold(" ".join(words[at + 1 : at + 2])) in ("sinh", "sanh"):
        # "năm sinh một chín bốn tám", but "trần thị năm sinh năm …" is called so.
        return fold(words[at - 1]) not in _MIDDLES
    if word in ("to", "so", "o", "vo", "hoi", "dau", "nam", "dien", "khong", "tinh"):
        # Without its accents such a word may be a part of a name: what follows tells.
        if words[at].lower() in ("tổ", "số", "ở", "vợ", "dấu", "không", "tình"):
            return at > 1 and fold(words[at - 1]) not in _MIDDLES
        if word in ("to", "so"):
            return at == len(words) - 1 and at > 1
        is_phone = word == "dien" and fold(" ".join(words[at : at + 2])) == "dien thoai"
        is_none = word == "khong" and fold(" ".join(words[at + 1 : at + 2])) in (
            "co",
            "xai",
            "dung",
        )
        return is_phone or is_none
    return (
        word in _STOPS
        and words[at].lower() not in ("đầu", "vô")
        and fold(words[at - 1]) not in _MIDDLES
    )


_PUT_RIGHT = Pattern(
    r"\b(?:đính chính|dinh chinh|sửa lại|sua lai|ghi lộn|ghi lon|ghi nhầm|ghi sai|nói lộn|viết sai)\b",
    re.IGNORECASE,
)
_IN_NO_NAME = frozenset("mà rồi nói bữa thì nhưng nên".split())
"""Words that with their accents stand in no name: "hứa mà bữa rồi nói thôi" names no Hứa."""
_FAMILIES = frozenset("võ đặng lã cù mã chử".split())
_FAMILIES_BARE = ("vo", "dang")
"""Family names that folded, or without their accents, are words before a name: "vợ", "đăng"."""


def _leads(word: str) -> bool:
    return fold(word) in _LEADS and word.lower() not in _FAMILIES


def _named(words: list[str], behind: str, *, is_first: bool) -> list[str]:
    """The words before a fact, the name at their end with capitals."""
    if not _FACT.match(behind) or not any(word[0].islower() for word in words):
        return words
    if _PUT_RIGHT.search(" ".join(words)):
        return words
    folded = [fold(word) for word in words]
    middle = next((at for at, word in enumerate(folded[:-1]) if at and word in _MIDDLES), None)
    starts = [middle - 1] if middle else []
    starts += [at for at in range(1, len(words)) if re.fullmatch(_FORM, words[at - 1].lower())]
    led = next((at for at, word in enumerate(words) if not _leads(word)), len(words))
    if 0 < led == len(words) - 2 and words[0].lower() in _FAMILIES_BARE:
        # "vo kim phuong": of three words the first is a family's, else two would be a name.
        led = 0
    starts += [led] if is_first else []
    for start in starts:
        name = [word[0].upper() + word[1:] for word in words[start:]]
        is_name = 2 <= len(name) <= _MOST_WORDS and begins_as_name(" ".join(name))
        is_name = is_name and not any(word.lower() in _IN_NO_NAME for word in name)
        if is_name and words[start][0].islower() and not _PLACE.fullmatch(words[start]):
            return [*words[:start], *name]
        if is_name:
            return words
    if len(words) >= 2 and _BORN.match(behind) and re.fullmatch(_FORM, words[-2], re.IGNORECASE):
        # "ba tam 1950": whom neighbours call so.
        called = words[-1][0].upper() + words[-1][1:]
        if is_nickname(f"bà {called}"):
            return [*words[:-1], called]
    return words
