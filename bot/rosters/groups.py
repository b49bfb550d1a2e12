"""Headings between the lines of a list, and what they say of everybody below."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold
from bot.rosters.absence import NOT_MEMBER, Absence, read_heading
from bot.rosters.book import Cell
from bot.rosters.contacts import numbers_in
from bot.rosters.finding import Head
from bot.rosters.grid import words_of
from bot.rosters.heads import Column
from bot.rosters.lines import (
    group_birth,
    group_place,
    group_sex,
    is_hamlet,
    is_numbered_heading,
    is_sort,
    is_within,
)
from bot.rosters.rows import BORN
from bot.rosters.strangers import doubt_of_heading


@dataclass(frozen=True)
class Group:
    """What a heading says of everybody below it."""

    place: str | None = None
    sex: str | None = None
    absence: Absence | None = None
    birth: int | None = None
    phone: str | None = None
    """The number of a household, by which each of it is called."""
    doubt: str | None = None
    """Why they may be no members: "guest", who was invited or helps, "waiting" to become one."""
    sorted_first: bool = False
    """Whether people are sorted by age or state first, and by places below that."""


def bare_heading(text: str) -> str:
    """A heading without its number and without whom it is of."""
    return re.sub(
        r"^\W*(?:[IVX]+(?!\w)|[A-H](?=\W)|\d+)?\W*(?:(?:những |các )?(?:hội viên|thành viên|người|danh sách))?\s*",
        "",
        text,
        flags=re.IGNORECASE,
    )


def is_lone_heading(texts: list[str]) -> bool:
    """Whether a line's only words head what follows: "B. CHỜ KẾT NẠP", "Khách vãng lai:"."""
    text = texts[0]
    if len(texts) > 1:
        return False
    if re.search(r":\s*\S", text):
        said = read_heading(bare_heading(text))
        return said is not None and said.kind == NOT_MEMBER
    if is_numbered_heading(text) or read_heading(bare_heading(text)) is not None:
        return True
    is_short = text.endswith(":") or text.isupper() or len(text.split()) <= 4
    return is_short and doubt_of_heading(text) is not None


_LED_BY = Pattern(
    r"[\s,;:(–-]+(?:(?:tổ|nhóm|chi hội|khu|ấp|thôn|xóm|đội|cụm|khóm|hội|clb) )?(?:trưởng|phó)(?= |:)"
    r"|[\s,;:(–-]+(?:tt|người phụ trách|phụ trách|liên hệ|đầu mối)\b\s*:?\s+(?=[^\W\d_])"
    rf"|\s*[,;:(–-]\s*(?:ông|bà|cụ|cô|chú|anh|chị|bác|dì)\s+(?-i:[{CAPITALS}])",
    re.IGNORECASE,
)


def without_leader(text: str) -> str:
    """The heading of a place without who leads there: what is said behind his name is said of him."""
    found = _LED_BY.search(text)
    before = text[: found.start()].strip() if found is not None else ""
    return before if group_place(before) is not None else text


_HOUSEHOLD = Pattern(r"\W*(?:\d+\W+)?(?:hộ|nhà|gia đình|gđ)\b", re.IGNORECASE)
_CALLED = Pattern(r"[\s,;(–-]*\b(?:số )?(?:điện thoại|sđt|đt|zalo)?[\s.:]*$", re.IGNORECASE)


def is_numbered_house(text: str) -> bool:
    """Whether a household is counted and called: "Nhà 1 - 0300 …"."""
    found = _HOUSEHOLD.match(text)
    is_counted = found is not None and re.match(r"\s*(?:số\s*)?\d{1,3}\b", text[found.end() :])
    return bool(is_counted) and household(text) is not None


_HOUSE_OF = Pattern(
    r"\W*(?:hộ|gia đình|gđ|nhà) (?:của )?(?:ông|bà|cụ|chú|cô|bác|anh|chị)\b", re.IGNORECASE
)


def is_house_of(text: str) -> bool:
    """Whether a house is named by somebody of it: "Hộ bà Lê Thị Cúc"."""
    return _HOUSE_OF.match(text) is not None


def household(text: str) -> tuple[str, str] | None:
    """The heading of a household without its number, and that number: "Hộ 1 (tổ 1), đt 0300 …:"."""
    found = next(numbers_in(text), None) if _HOUSEHOLD.match(text) else None
    if found is None:
        return None
    begin, end = found[:2]
    places = [
        part
        for part in re.split(r"[(),;:]|\s[–-]\s", text[:begin] + text[end:])
        if (place := group_place(part)) and (is_within(place) or is_hamlet(place))
    ]
    bare = _CALLED.sub("", text[:begin]) + text[end:].strip(" :.)")
    return ", ".join(map(str.strip, places)) or bare, text[begin:end].strip()


def of_house(group: Group, start: Group, heads: Iterable[Head], row: Mapping[int, Cell]) -> Group:
    """What the heading of a house says of all below, with the home that stands beside it."""
    homes = [
        text
        for each in heads
        if each.key is Column.ADDRESS and (text := words_of(row.get(each.index)))
    ]
    if not homes:
        return group
    home = homes[0] if any(map(str.isalpha, homes[0][:2])) else f"số nhà {homes[0]}"
    return replace(group, place=joined(home, start.place))


def headed(text: str, place: str | None, start: Group, above: Group) -> Group:
    """What a heading says of all below, with what sheet and title say and what it leaves as it is."""
    sex = group_sex(text)
    has_none = above.place == start.place
    is_sorted = place is None and is_sort(text)
    keeps_place = sex is not None or (is_sorted and not above.sorted_first)
    return Group(
        joined(place, start.place) if place else above.place if keeps_place else start.place,
        sex or (above.sex if place else None),
        read_heading(bare_heading(text)) or start.absence,
        group_birth(text) or start.birth,
        doubt=doubt_of_heading(text) or start.doubt,
        sorted_first=above.sorted_first or (is_sorted and has_none),
    )


def lend(group: Group, cells: dict[Column, list[tuple[Head, Cell]]]) -> None:
    """Give somebody the birth and the number of his group, where his line tells none."""
    if group.birth is not None and not any(key in cells for key in BORN):
        cells[Column.BIRTH] = [(Head(-1, "", Column.BIRTH), Cell(group.birth))]
    if group.phone and not {Column.PHONE, Column.CONTACT_PHONE} & set(cells):
        cells[Column.PHONE] = [(Head(-1, "", Column.PHONE), Cell(f"{group.phone} (số của hộ)"))]


def joined(place: str, above: str | None) -> str:
    """A place with those that it lies in, none of a kind that is named already."""
    if not above or fold(above) in fold(place):
        return place
    kinds = {fold(each).split()[0] for each in place.split(", ")}
    wider = [each for each in above.split(", ") if fold(each).split()[0] not in kinds]
    return ", ".join([place, *wider])


class ShownHeads:
    """What heads the lines of a sheet: a heading in a hidden line heads hidden ones alone."""

    def __init__(self, hidden: Collection[int]) -> None:
        self._hidden = hidden
        self._shown: tuple[Group, str | None] | None = None

    def at(self, line: int, state: tuple[Group, str | None]) -> tuple[Group, str | None]:
        """The group and hamlet that hold at a line, where `state` held behind the one before it."""
        if line in self._hidden:
            self._shown = self._shown if self._shown is not None else state
            return state
        shown, self._shown = self._shown, None
        return shown if shown is not None else state
