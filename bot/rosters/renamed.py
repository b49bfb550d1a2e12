"""Names that a list puts right beside itself: "Đổi tên: Lê Thị Lang → Lê Thị Lan", "tên đúng là …"."""

from __future__ import annotations

from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold
from bot.rosters.family_names import begins_as_name
from bot.rosters.listed import Listed, Remark

_WORDS = rf"[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*){{0,6}}"
_FORM = r"(?:(?:ông|bà|cụ|bác|cô|chú|anh|chị|dì)\s+)?"
_SAID = r"\b(?:đổi|sửa|đính chính|chỉnh|cải)(?: lại)?(?: họ)? tên"
_RENAMED = Pattern(
    rf"(?i:{_SAID})(?i:\s+(?:lại|cho|của))*\s*:?\s*(?i:{_FORM})(?P<old>{_WORDS})\s*"
    rf"(?:→|➜|➡️?|->|=>|-->|(?i:thành|sang|ra|là))\s*:?\s*(?i:{_FORM})(?P<new>{_WORDS})"
)
_OWN = Pattern(
    rf"(?i:{_SAID}(?: lại)? (?:thành|sang|là|ra)|tên (?:đúng|mới)(?: là)?)\s*:?\s*(?P<new>{_WORDS})"
)
"""What a note says of the one beside whom it stands."""


def with_new_names(people: list[Listed], said: list[tuple[str, str]]) -> list[Listed]:
    """People by the names that lines between them, or their own notes, say to be right.

    `said` are the sheets and the words. Only who alone bears the old name is meant.
    """
    found = [(sheet, each) for sheet, text in said for each in _RENAMED.finditer(text)]
    changed: dict[tuple[str, int, str], Listed] = {}
    for sheet, each in found:
        same = [
            row
            for row in people
            if row.sheet == sheet and fold(row.full_name or "") == fold(each["old"])
        ]
        if len(same) == 1:
            changed[same[0].place] = _named(same[0], each["new"])
    for row in people:
        own = _OWN.search(row.note or "")
        if own is not None and row.place not in changed:
            changed[row.place] = _named(row, own["new"])
    return [changed.get(row.place, row) for row in people]


def _named(row: Listed, new: str) -> Listed:
    """Somebody by another name; a single word stands for the last one."""
    old = row.full_name or ""
    name = " ".join(new.split())
    if " " not in name and old:
        name = " ".join([*old.split()[:-1], name])
    if not old or name == old or not begins_as_name(name):
        return row
    return replace(
        row, full_name=name, remarks=(*row.remarks, Remark("full_name", old, "differs", name))
    )
