"""Two people in one breath, each with a birth or a phone of his own behind the second."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS
from bot.rosters.contacts import numbers_in
from bot.rosters.kin import sex_before
from bot.rosters.naming import read_written_name, sex_of_middle
from bot.rosters.told_names import named_in

Named = tuple[int, str, int]
_TWO_BIRTHS = Pattern(
    r"[\s,;:(–-]*(?:(?:sinh|sanh|sn|ns)\s*)?(?:năm\s*)?((?:18|19)\d\d)\s*(?:[-–/,&;+]|và)\s*((?:18|19)\d\d)(?![\d/])\)?",
    re.IGNORECASE,
)
_OF_EACH = Pattern(
    r"[\s,;:(–-]*(?P<first>ông|bà|chồng|vợ|anh|chị)\s+(?:sinh\s+)?(?:năm\s+)?(?P<birth>(?:18|19)\d\d)\s*[,;&+/–-]?\s*(?:và\s+|còn\s+)?"
    r"(?:ông|bà|chồng|vợ|anh|chị)\s+(?:sinh\s+)?(?:năm\s+)?(?P<other>(?:18|19)\d\d)(?![\d/])\)?",
    re.IGNORECASE,
)
"""The same said of each: ", ông 1951, bà 1953"."""
_AND = Pattern(
    r"\s*(?:và|với|cùng|[,&+/–-])\s*(?:(?:vợ|chồng|bà xã|ông xã)(?: là)?:?\s*)?", re.IGNORECASE
)


def with_births_apart(text: str) -> str:
    """A text in which each of two has a birth behind the name: "ông An và bà Bảy, 1948 - 1950"."""
    if not _TWO_BIRTHS.search(text) and not _OF_EACH.search(text):
        return text
    for first, second in reversed(list(pairwise(named_in(text)))):
        births = _births_behind(text, first, second)
        if births is not None and _AND.fullmatch(text, first[2], second[0]):
            own, others, end = births
            told = f"{text[: first[2]]} {own}{text[first[2] : second[2]]} {others}"
            text = f"{told}, {text[end:].lstrip(' ,')}"
    return text


def _births_behind(text: str, first: Named, second: Named) -> tuple[str, str, int] | None:
    """The births of two that stand behind the second, and where they end."""
    if (births := _TWO_BIRTHS.match(text, second[2])) is not None:
        return births[1], births[2], births.end()
    if (births := _OF_EACH.match(text, second[2])) is None:
        return None
    sex = "female" if births["first"].lower() in _WOMEN else "male"
    sexes = [_sex_of(text, first), _sex_of(text, second)]
    if sexes.count(sex) != 1:
        return None
    said = (births["birth"], births["other"])
    own, others = said if sexes[0] == sex else reversed(said)
    return own, others, births.end()


_WHOSE = Pattern(
    r"(?:^|[\s,;.(:–-])(?P<label>(?:(?:số|so)? ?(?:sđt|sdt|đt|dt|điện thoại|máy|zalo)|số|gọi)?(?: (?:của|riêng))?\s*"
    r"(?:(?P<form>ông|bà|chồng|vợ|anh|chị|cô|chú|bác|cụ|dì)(?: nhà)?(?:\s+|\b))?"
    rf"(?P<called>(?-i:[{CAPITALS}])[^\W\d_]*)?(?: là)?\s*[:.–-]?\s*)$",
    re.IGNORECASE,
)
"""Whose the number is that stands behind: "sđt ông ", "số của chị Hương: "."""
_BETWEEN = Pattern(
    r"\s*\b(?:bà|vợ|ông|chồng)(?: [^\W\d_]+)? tên(?: là)?\s*$|\s*(?:[,;&+/–-]|\b(?:và|với|cùng))\s*(?:(?:vợ|chồng|con|mẹ|má|em|cháu)(?: (?:gái|trai|dâu|rể|nội|ngoại))?\s*(?:là)?\s*)?$"
)
_WOMEN = frozenset(("bà", "vợ", "chị", "cô", "dì"))
_MEN = frozenset(("ông", "chồng", "anh", "chú"))


def with_phones_apart(text: str) -> str:
    """A text in which the phones of two stand behind each: "ông An, bà Bảy, sđt ông …, sđt bà …"."""
    if _LABELLED.search(text) is None:
        return text
    named = list(named_in(text))
    place = len(named) - 2
    while place >= 0:
        until = named[place + 2][0] if place + 2 < len(named) else len(text)
        parted = _apart(text, named[place], named[place + 1], until)
        # Nobody is one of two couples.
        place -= 1 if parted == text else 2
        text = parted
    return text


_LABELLED = Pattern(
    r"(?:sđt|sdt|đt|dt|số|điện thoại|máy|của|[,;:.–-]) ?(?:ông|bà|chồng|vợ|anh|chị|cô|chú|bác|cụ|dì)\b[^\d,;]{0,20}\d"
    rf"|(?:sđt|sdt|đt|dt|số|điện thoại|máy|của) (?-i:[{CAPITALS}])[^\W\d_]* ?[:.–-]?\s?0\d",
    re.IGNORECASE,
)


def _apart(text: str, first: Named, second: Named, until: int) -> str:
    """A text with the numbers behind the second of two that are said to be of the one or the other."""
    between, behind = text[first[2] : second[0]], text[second[2] : until]
    if (joint := _BETWEEN.search(between)) is None or next(numbers_in(between), None):
        return text
    sexes = [_sex_of(text, each) for each in (first, second)]
    own: dict[int, str] = {}
    kept, ended = "", 0
    for begin, end, *_ in numbers_in(behind):
        whose = _WHOSE.search(behind[ended:begin])
        owner = _owner(whose, (first[1], second[1]), sexes) if whose else None
        if whose is None or owner is None or owner in own:
            return text
        own[owner] = behind[begin:end].strip(" ,;")
        kept += behind[ended : ended + whose.start("label")]
        ended = end
    if not own:
        return text
    kept = f"{kept}{behind[ended:]}".rstrip(" ,;.")
    of_first = f", {own[0]}" if 0 in own else ""
    of_second = f", {own[1]}" if 1 in own else ""
    told = f"{between[: joint.start()]}{of_first}{joint[0]}"
    tail = f"{kept}{of_second}"
    ending = ". " if until < len(text) else ""
    return f"{text[: first[2]]}{told}{text[second[0] : second[2]]}{tail}{ending}{text[until:]}"


def _owner(whose: re.Match[str], names: tuple[str, str], sexes: list[str | None]) -> int | None:
    """Which of two words before a number mean: by the name, else by the sex."""
    called = [name.split()[-1] == whose["called"] for name in names]
    if any(called):
        return called.index(True) if not all(called) else None
    form = (whose["form"] or "").lower()
    titled = [name.lower().startswith(f"{form} ") for name in names]
    if form and not whose["called"] and titled.count(True) == 1:
        # "bà Ngọc Thị Xuân + con dâu Trần Thị Hạnh. ĐT bà: …"
        return titled.index(True)
    sex = "female" if form in _WOMEN else "male" if form in _MEN else None
    if whose["called"] or sex is None or sexes.count(sex) != 1:
        return None
    return sexes.index(sex)


def _sex_of(text: str, named: Named) -> str | None:
    begin, name, _ = named
    said = {"Nam": "male", "Nữ": "female"}.get(sex_before(text[:begin]))
    return said or read_written_name(name).title_sex or sex_of_middle(name)
