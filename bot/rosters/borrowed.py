"""Who is reached by another one's number: "vợ ông Tốt, xài chung số với ổng", "xài số tui"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.phones import show_phone
from bot.language.text import single_line
from bot.rosters.listed import Listed
from bot.rosters.naming import read_written_name, sex_of_middle, without_title
from bot.rosters.told_facts import Told

_SHARES = Pattern(
    r"\b(?:xài|sài|dùng|lấy|ghi|gọi|để|nhờ|đt|sđt|số|chung)\s+(?:(?:nhờ|chung|ké|luôn|vô|qua|theo)\s+)*(?:(?:số|sđt|đt|máy|điện thoại)\s+)*(?:chung\s+)?(?:(?:với|của|bên|cùng)\s+)?"
    r"(?P<whose>ổng|bả|cổ|chỉ|ảnh|ông|bà|vợ|chồng|anh|chị|cô|chú|tui|tôi|mình|em|con|cháu)\b(?: (?P<called>(?!này|ấy|nhà|luôn|nha|đó)[^\W\d_]+))?",
    re.IGNORECASE,
)
_SPOUSE = Pattern(
    r"\b(?P<kin>vợ|chồng|bà xã|ông xã)(?: (?:của|là))? (?P<form>ông|bà|cô|chú|anh|chị|bác) (?P<called>[^\W\d_]+(?: [^\W\d_]+)?)"
)
"""Whose husband or wife somebody is: "vợ ông Thìn"."""
_MEN = frozenset("ổng ông chồng anh ảnh chú".split())
_WOMEN = frozenset("bả bà vợ chị chỉ cô cổ".split())
_WRITER = frozenset("tui tôi mình em con cháu".split())


def with_borrowed(told: list[Told]) -> list[Told]:
    """People of one breath; who shares the number of the one before is reached by it."""
    found: list[Told] = []
    for person in told:
        said = _shared(person)
        before = found[-1] if found else None
        if said is not None and before is not None and _is_meant(before, said):
            person = reached_by(person, before)
        found.append(person)
    return found


def with_number_of_sender(person: Told, sender: Told | None) -> Told:
    """Somebody who is reached by who writes, where the words say so and the sender told of himself."""
    said = _shared(person)
    if said is None or sender is None or said["whose"].lower() not in _WRITER or not sender.phone:
        return person
    return reached_by(person, sender)


def with_spouses_number(people: list[Listed]) -> list[Listed]:
    """People of a list; who shares another one's number, as his words say, is reached by it."""
    given: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for row in people:
        if row.full_name:
            given[row.sheet, row.full_name.split()[-1]].append(row)
    found: list[Listed] = []
    for place, row in enumerate(people):
        before = people[place - 1] if place else None
        other = _whose(row, before, given)
        is_own = other is not None and not any(each.why == "whose" for each in other.remarks)
        if other is not None and other.phone and is_own and other.place != row.place:
            contact = f"{other.full_name} {show_phone(other.phone)}"
            row = replace(row, contact_person=contact)
        found.append(row)
    return found


def _whose(
    row: Listed, before: Listed | None, given: dict[tuple[str, str], list[Listed]]
) -> Listed | None:
    """Who alone is meant: by his name, as the husband of whom is told, or as who stands before."""
    if row.phone or row.contact_person or (said := _SHARES.search(row.note or "")) is None:
        return None
    whose, called = said["whose"].lower(), said["called"]
    sex = "male" if whose in _MEN else "female" if whose in _WOMEN else None
    if called is None or not called[0].isupper():
        spouse = _SPOUSE.search(row.note or "")
        called = spouse["called"].split()[-1] if spouse else None
    if called is not None:
        same = [
            each
            for each in given.get((row.sheet, called), ())
            if sex is None or _sex_of(each) in (sex, None)
        ]
        return same[0] if len(same) == 1 else None
    is_before = before is not None and before.sheet == row.sheet and _sex_of(before) == sex
    return before if is_before and sex is not None else None


def _sex_of(row: Listed) -> str | None:
    return row.sex or sex_of_middle(row.full_name or "")


def _shared(person: Told) -> re.Match[str] | None:
    is_open = not person.phone and not person.contact
    return _SHARES.search(person.note) if is_open else None


def reached_by(person: Told, other: Told) -> Told:
    """Somebody who is called by the number of another one."""
    contact = single_line(f"{without_title(other.name)} {other.phone.partition(' (')[0]}")
    return replace(person, contact=contact)


def _is_meant(before: Told, said: re.Match[str]) -> bool:
    """Whether words mean who stands right before: by his name, or by his sex."""
    if not before.phone:
        return False
    if said["called"] is not None and said["called"][0].isupper():
        return without_title(before.name).split()[-1] == said["called"]
    whose = said["whose"].lower()
    sex = "male" if whose in _MEN else "female" if whose in _WOMEN else None
    own = {"Nam": "male", "Nữ": "female"}.get(before.sex)
    own = own or read_written_name(before.name).title_sex or sex_of_middle(before.name)
    return sex is not None and sex == own
