"""Who is told of by what he is to who writes: "Bà nội con là Lê Thị Hoa, số của bà 0300 …"."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.contacts import numbers_in

_RELATED = Pattern(
    r"\b(?:(má|mẹ|cha|bố|tía|ba) (?:vợ|chồng)|(bà xã|ông xã|(?:ông|bà) (?:nội|ngoại)|vợ|chồng|má|mẹ|cha|bố|tía|ba))(?:\s+(?:tui|tôi|em|con|mình|là|tên|nha|nhé|ạ)){0,4}\s*:?\s*$",
    re.IGNORECASE,
)
_BOTH = Pattern(
    r"\b(?:vợ chồng|vo chong|(?:ba|cha|bố|tía) (?:má|mẹ)|ông bà(?: (?:nội|ngoại))?)(?:\s+(?:tui|tôi|em|con|mình|là|nhà)){0,3}\s*:?\s*$",
    re.IGNORECASE,
)
"""A couple, of whom either may be named first: "Vợ chồng bà Lê Thị Hường", "Ba mẹ tôi là ông Phước"."""
_WOMEN = ("ba xa", "ba noi", "ba ngoai", "vo", "ma", "me")
_NAMED_SO = Pattern(r"\b(ông|bà|cô|dì|chú|chị|anh)\s+tên(?: là)?\s*:?\s*$", re.IGNORECASE)
_WOMEN_CALLED = ("ba", "co", "di", "chi")
_KIN = (
    r"bà (?:nội|ngoại|cố)|ông (?:nội|ngoại|cố)|dì|cô|thím|mợ|chú|cậu|dượng|bác (?:gái|trai)|chị|anh|"
    r"em (?:gái|trai)|má|mẹ|ba|bố|tía|cha|u|bầm|bác|nội|ngoại|ông|bà|em|tôi|tui|mình"
)
_KIN_BEFORE = Pattern(
    rf"(?:^|[\s,;:.])({_KIN})(?:\s+[^\W\d_]+){{0,5}}?\s+(?:tên(?: là)?|là)\s*:?\s*(?:(?:ông|bà|cụ|cô|chú)\s+)?$",
    re.IGNORECASE,
)
"""What stands before a name: "Bà nội con là", "Dì Tư kế nhà con tên là"."""
_KIN_WOMEN = frozenset("bà dì cô thím mợ chị má mẹ u bầm".split())
_EITHER = frozenset("bác nội ngoại em tôi tui mình cụ".split())
"""Words for women as for men."""
_WRITER = frozenset("em tôi tui mình".split())
_NUMBER = r"(?:số (?:điện thoại|đt)|số|sđt|sdt|điện thoại|đt|máy|zalo)"
_OWN = Pattern(
    rf"\b({_NUMBER})\s+(?:của\s+)?({_KIN}|ông|bà|cụ|bác|ổng|bả|cổ|chỉ|ảnh|nó)(?:\s+(?:em|con|cháu|tui|tôi|mình|ấy))?"
    r"(?:\s+(?:là|nè|nha))?[\s:.]*(?=\+?\d[\d\s.]{7})",
    re.IGNORECASE,
)
"""Whose a number is said to be, in the words for who was just told of: "số ba em 0300 …"."""
_SAME = {"nó": "cụ", "ổng": "ông", "bả": "bà", "cổ": "cô", "chỉ": "chị", "ảnh": "anh"}
_OLD = frozenset(("ông", "bà", "cụ", "bác"))
"""Forms for whoever is old."""
_FORM = Pattern(r"\s*(ông|bà|cụ|bác|cô|chú|dì|anh|chị)\s", re.IGNORECASE)


def sex_before(before: str) -> str:
    """The sex that the words before a name say: "cho má em nha: …", "ông ngoại con là …"."""
    if called := _NAMED_SO.search(before[-20:]):
        return "Nữ" if fold(called[1]) in _WOMEN_CALLED else "Nam"
    if _BOTH.search(before[-40:]):
        return ""
    found = _RELATED.search(before[-40:])
    if found is not None:
        return "Nữ" if fold(found[1] or found[2]) in _WOMEN else "Nam"
    kin = _kin_of(before)
    return ("Nữ" if _is_woman(kin) else "Nam") if kin and kin not in _EITHER else ""


def with_own_number(before: str, name: str, behind: str) -> str:
    """What stands behind a name, without whose the number is where it is his own."""
    form = _FORM.match(name)
    called = {each for each in (_kin_of(before), form[1].lower() if form else "") if each}
    if not called:
        return behind

    is_self = called & _WRITER

    def own(found: re.Match[str]) -> str:
        word = found[2].lower()
        is_him, word = word in _SAME, _SAME.get(word, word)
        if word in _WRITER and not is_self:
            # The number of who writes of another: by it he is reached.
            return f"gọi {found[2]} "
        sexes = {_is_woman(each) for each in called if each not in _EITHER}
        is_old = is_him or word in _OLD
        agrees = word in ("cụ", "bác") or sexes <= {_is_woman(word)}
        return f"{found[1]} " if word in called or (is_old and agrees) else found[0]

    return _OWN.sub(own, behind)


_OF_KIN = Pattern(
    r"(?:\b(?:số (?:điện thoại|đt)|sđt|sdt|đt|dt|điện thoại|số|máy|zalo)(?: của)?\s+(?:con|cháu|em)"
    r"|\b(?:con|cháu|em) (?:gái|trai|dâu|rể|nội|ngoại|út|lớn)|\b(?:con dâu|con rể|dâu|rể|hàng xóm|người nhà))(?: (?:gái|trai|dâu|rể|nội|ngoại|út|lớn|là|tên))*\s*:?\s*$",
    re.IGNORECASE,
)
Named = tuple[int, str, int]


def without_kin(text: str, named: list[Named]) -> list[Named]:
    """Those named but for a child whose number somebody is called by: "sđt con gái Hồ Ngọc Lài 0300 …"."""

    def is_kin(place: int, each: Named) -> bool:
        begin, _, end = each
        first = next(numbers_in(text[end:]), None)
        is_number = first is not None and not re.search(r"\w", text[end : end + first[0]])
        return place > 0 and is_number and _OF_KIN.search(text[:begin][-40:]) is not None

    def is_whose(place: int, each: Named) -> bool:
        """ "ông Đinh Văn Ngà em bà Hai, sinh năm 1954": it only says whose brother he is."""
        before = text[named[place - 1][2] : each[0]] if place else ""
        said = _WHOSE_KIN.fullmatch(before)
        form = _FORM.match(each[1])
        if said is None or form is None:
            return False
        kin, woman = said[1].lower(), _is_woman(form[1])
        # "vợ bà Hai" is the wife herself; "vợ ông Hai" is his.
        return kin not in ("vợ", "chồng") or woman == (kin == "chồng")

    return [
        each
        for place, each in enumerate(named)
        if not is_kin(place, each) and not is_whose(place, each)
    ]


_WHOSE_KIN = Pattern(
    r"\s*[,(–-]?\s*(?:là\s+)?(vợ|chồng|em|anh|chị|con|cháu|má|mẹ|ba|cha|tía|dâu|rể|sui|chị em|anh em)"
    r"(?: (?:gái|trai|ruột|dâu|rể|nội|ngoại|út|gia|họ|chồng|vợ))*(?: của)?\s+",
    re.IGNORECASE,
)
"""Between a name and another one, that the first is kin to the second."""


def _kin_of(before: str) -> str:
    if _BOTH.search(before[-40:]):
        return ""
    found = _RELATED.search(before[-40:]) or _KIN_BEFORE.search(before[-60:])
    return next((each.lower() for each in found.groups() if each), "") if found else ""


def _is_woman(kin: str) -> bool:
    words = kin.lower().split()
    return words[0] in _KIN_WOMEN or words[-1] == "gái" or kin.lower() == "vợ"
