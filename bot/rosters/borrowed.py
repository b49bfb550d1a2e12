"""Who is reached by another one's number: "vợ ông Tốt, xài chung số với ổng", "xài số tui"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.text import single_line
from bot.rosters.naming import read_written_name, sex_of_middle, without_title
from bot.rosters.told_facts import Told

_SHARES = re.compile(
    r"\b(?:xài|sài|dùng|lấy|ghi|gọi|để|nhờ|đt|sđt|số|chung)\s+(?:(?:nhờ|chung|ké|luôn|vô|qua|theo)\s+)*(?:(?:số|sđt|đt|máy|điện thoại)\s+)*(?:chung\s+)?(?:(?:với|của|bên|cùng)\s+)?"
    r"(?P<whose>ổng|bả|cổ|chỉ|ảnh|ông|bà|vợ|chồng|anh|chị|cô|chú|tui|tôi|mình|em|con|cháu)\b(?: (?P<called>(?!này|ấy|nhà|luôn|nha|đó)[^\W\d_]+))?",
    re.IGNORECASE,
)
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
            person = _reached_by(person, before)
        found.append(person)
    return found


def with_number_of_sender(person: Told, sender: Told | None) -> Told:
    """Somebody who is reached by who writes, where the words say so and the sender told of himself."""
    said = _shared(person)
    if said is None or sender is None or said["whose"].lower() not in _WRITER or not sender.phone:
        return person
    return _reached_by(person, sender)


def _shared(person: Told) -> re.Match[str] | None:
    is_open = not person.phone and not person.contact
    return _SHARES.search(person.note) if is_open else None


def _reached_by(person: Told, other: Told) -> Told:
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
