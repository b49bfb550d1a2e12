"""What a speaker puts right in the same breath: "1950, à không phải, 1951", "0300 …, đọc lại 0300 …"."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern

_OH = r"(?:à|á|ủa|ua|ý|í|ơ|ấy|chết|xin lỗi|xin loi|thôi)"
_NO = r"(?:không|khong|hổng|hông|ko)(?: (?:phải|phai|đúng|dung))?"
_WRONG = r"(?:(?:em |con |tui |tôi |chị )?(?:nói |đọc |ghi |nhớ |noi |doc |ghi )?(?:nhầm|nham|lộn|lon|sai)|quên|(?:sửa|đọc|nói|đính chính|sua|doc|noi)(?: lại| lai))"
_INSTEAD = (
    rf"[ ,.;–-]{{0,3}}(?<!\w)(?:{_OH}[ ,]{{1,2}}{_NO}|(?:{_OH}[ ,]{{1,2}})?{_WRONG})(?!\w)"
    r"(?: (?:rồi|mất|chút|nha|ạ|chị|anh|cô|chú))*[ ,.;:–-]{0,3}"
    r"(?:(?:phải là|mới đúng là|thành|số|là|năm|sinh|nam) ){0,3}"
)
"""Only after "à", "ủa" or the like a "không" takes back what stands before it."""
_YEAR = r"(?:18|19|20)\d\d(?!\d)"
_PHONE = r"(?:\+84|0)\d(?:[ .\-]?\d){7,8}(?!\d)"
_RIGHT = r"(?:[ ,]{1,2}(?:mới (?:đúng|phải)|moi (?:dung|phai))(?: (?:nha|nhé|ạ|chị|anh|cô|chú))?)?"
_OTHER = Pattern(
    rf"(?<!\d)(?:{_YEAR}{_INSTEAD}(?P<year>{_YEAR}){_RIGHT}|{_PHONE}{_INSTEAD}(?P<phone>{_PHONE}){_RIGHT})",
    re.IGNORECASE,
)
_MAY_BE = Pattern(
    r"\b(?:à|á|ủa|ua|ý|í|chết|lỗi|loi|thôi|nhầm|nham|lộn|lon|sai|quên|sửa|đọc|nói|đính|sua|doc|noi)\b",
    re.IGNORECASE,
)
_NOT = r"(?:không|khong|hổng|hông|ko|k|chứ không|chứ hổng|chứ hông|chứ ko) (?:phải|phai)"
PUT_RIGHT = Pattern(
    rf"\b(?:{_NOT}|sửa|sua lai|đính chính|dinh chinh|lộn|lon|nhầm|nham|sai|đổi (?:số|sim|tên|lại|thành|máy)|doi so|số mới|so moi|đúng (?:là|ra|thì)|dung la|mới (?:đúng|phải)|moi (?:dung|phai)"
    r"|bỏ số|thay (?:số|bằng)|ghi lại|viết lại|cập nhật|số cũ|dọn qua|chuyển qua)\b",
    re.IGNORECASE,
)
"""How people say that what stands above isn't right."""
_LONGEST = 300_000


def corrected(text: str) -> str:
    """A text in which a year or a number that is put right behind itself stands once, as it is right."""
    if len(text) > _LONGEST or not _MAY_BE.search(text):
        return text
    return _OTHER.sub(lambda found: found["year"] or found["phone"], text)
