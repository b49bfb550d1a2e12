"""What stands behind a place and is said of who lives there: "tổ 7 (trùng tên, người khác)"."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.typed_lines import NO_PHONE

_KIN = (
    r"(?:vợ|chồng|bà xã|ông xã|con|cháu|em|chị|anh|má|mẹ|cha|tía|dâu|rể|sui|mẹ con|chị em|anh em)"
    r"(?: (?:gái|trai|ruột|dâu|rể|nội|ngoại|út|họ|chồng|vợ|lớn|đầu|cả))*(?: (?:của|với|là))*"
    r" (?:ông|bà|cụ|cô|chú|bác|anh|chị|dì|thím|tui|tôi|em|con|mình|số \d|người)"
)
_NUMBER = r"(?:số|máy|sđt|sdt|đt|điện thoại|zalo)"
_SAID = (
    rf"(?:là |này |cũng |nhưng |mà )*(?:(?:trùng|cùng|giống) (?:họ )?tên|trùng (?:với )?(?:ông|bà|cô)|khác (?:người|bà|ông|với)|người khác|(?:không|hổng|hông|ko) phải (?:ông|bà|cô|chú|người)|{_KIN}"
    rf"|(?:(?:xài|sài|dùng|lấy|mượn|nhờ|ghi|để) )?(?:chung|ké|nhờ|qua|theo|cùng) {_NUMBER}|(?:xài|sài|dùng|lấy|mượn|nhờ|gọi) (?:nhờ )?(?:{_NUMBER}|chung)|(?:gọi|goi) (?:cho |qua |nhờ )?(?:vợ|chồng|con|cháu|thằng|thang|đứa|dâu|rể)"
    rf"|(?:mới|vừa) (?:vô|vào|xin|tham gia|chuyển|dọn|đăng ký)|(?:tổ|nhóm) (?:trưởng|phó)|bị|đi xe lăn|ngồi xe lăn|lãng tai|nặng tai|neo đơn|(?:ở|sống) (?:(?:một|1) mình|với|chung|cùng|nhờ))\b"
)
_OF_PERSON = Pattern(rf"(?:{_SAID}|(?:{NO_PHONE}))", re.IGNORECASE)
_OF_PERSON_BARE = Pattern(rf"(?:{fold(_SAID)}|(?:{NO_PHONE}))", re.IGNORECASE)
_BRACKETED = Pattern(r"\s*\(([^()]*)(?:\)|$)")
_PART = Pattern(r"\s*[,;]\s*|\s+[–-]\s+")
_BEHIND = Pattern(
    rf"(?<=\d)\s+(?=(?:vợ|chồng|bà xã|ông xã|con|em|chị|anh|má|mẹ)(?: \w+)? (?:ông|bà|cô|chú) [{CAPITALS}]|(?:xài|sài|dùng) chung\b|(?:ở|sống) (?:với|chung với|cùng)\b|trùng tên|cùng tên|khác (?:bà|ông|cô|chú)\b)"
)


def without_remarks(address: str) -> tuple[str, list[str]]:
    """A place, and what is said beside it of who lives there."""
    said: list[str] = []
    whole = address

    def bracketed(found: re.Match[str]) -> str:
        if not _is_said(found[1]):
            return found[0]
        said.append(found[1].strip())
        return ""

    address = _BEHIND.sub(", ", _BRACKETED.sub(bracketed, address))
    kept: list[str] = []
    at = 0
    between = ""
    for part in _PART.finditer(f"{address}, "):
        words = address[at : part.start()]
        if _is_said(words):
            said.append(words.strip())
        elif words.strip():
            kept += [between if kept else "", words]
        between, at = part[0], part.end()
    return (single_line("".join(kept)).strip(" ,;–-"), said) if said else (whole, [])


def _is_said(words: str) -> bool:
    words = words.strip()
    return bool((_OF_PERSON_BARE if words.isascii() else _OF_PERSON).match(words))
