"""What one place of a list says of somebody who stands in another one too.

The base sheet names all, another sheet who died, moved or left since; a couple's phone stands once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from bot.language.patterns import Pattern
from bot.language.phones import show_phone
from bot.language.text import fold
from bot.rosters.absence import DECEASED, LEFT, MOVED, read_absence
from bot.rosters.contacts import numbers_in
from bot.rosters.listed import Absent, Doubt, Listed, Remark

_GONE = (DECEASED, MOVED, LEFT)


@dataclass(frozen=True)
class Whereabouts:
    """People by what all places of a list say of them together."""

    here: tuple[Listed, ...]
    gone: tuple[Absent, ...] = ()
    again: tuple[Listed, ...] = ()
    """Lines of who stands in another one too, which are written nowhere by themselves."""


def told_elsewhere(people: list[Listed], absent: list[Absent], order: list[str]) -> Whereabouts:
    """Who a later line says to be gone, who has to be asked about, and who stays.

    `order` are the sheets. Who stands below or in a later sheet than where he is said to be gone
    may have come back, and a namesake may be meant where a birth is missing: both are asked.
    """
    places = {sheet: place for place, sheet in enumerate(order)}
    said: dict[str, list[Absent]] = defaultdict(list)
    for each in absent:
        if each.why in _GONE:
            said[fold(each.name)].append(each)
    unsure: dict[str, list[Listed]] = defaultdict(list)
    for row in people:
        if row.full_name and any(doubt.why == "gone" for doubt in row.doubts):
            unsure[fold(row.full_name)].append(row)
    names = Counter(fold(each.full_name) for each in people if each.full_name)
    names += Counter(name for name, each in said.items() for _ in each[1:])
    here: list[Listed] = []
    gone: list[Absent] = []
    again: set[tuple[str, int, str]] = set()
    for row in people:
        name = fold(row.full_name or "")
        may_be = [each for each in said.get(name, ()) if _agree(row, each)]
        if may_be:
            which = may_be[-1]
            is_later = (places[which.sheet], which.line) > (places[row.sheet], row.line)
            is_same = row.birth_year is not None and row.birth_year == which.birth_year
            if is_later and (is_same or _is_counted_out(which, name, names)):
                gone.append(_as_absent(row, which))
            else:
                here.append(asked(row, which.text))
            continue
        doubted = [each for each in unsure.get(name, ()) if each.place != row.place]
        doubted = [each for each in doubted if each.sheet != row.sheet and _agree(row, each)]
        if doubted and row not in unsure[name]:
            again.update(each.place for each in doubted)
            row = asked(row, doubted[0].doubts[-1].value)
        here.append(row)
    return Whereabouts(
        tuple(row for row in here if row.place not in again),
        tuple(gone),
        tuple(row for row in here if row.place in again),
    )


_FEWER = Pattern(r"\bgiảm\b", re.IGNORECASE)


def _is_counted_out(which: Absent, name: str, names: Counter[str]) -> bool:
    """Whether a table of changes says "giảm" of the only one of that name: nobody else is meant."""
    return which.birth_year is None and names[name] == 1 and bool(_FEWER.search(which.text))


def _agree(row: Listed, other: Listed | Absent) -> bool:
    if (row.sheet, row.line) == (other.sheet, other.line):
        return False
    years = row.birth_year, other.birth_year
    return None in years or years[0] == years[1]


def _as_absent(row: Listed, said: Absent) -> Absent:
    return Absent(
        row.sheet, row.line, row.full_name or row.shown, said.why, row.shown, row.birth_year,
        row.phone, row.code,
    )  # fmt: skip


def asked(row: Listed, said: str) -> Listed:
    """Somebody of whom is said that he is gone: it is asked."""
    if any(doubt.why == "gone" for doubt in row.doubts):
        return row
    return replace(row, doubts=(*row.doubts, Doubt("line", said[:80], "gone")))


_YEAR_OF_SHEET = Pattern(r"(?<!\d)20\d\d(?!\d)")


def with_older_sheets(people: list[Listed], absent: list[Absent]) -> Whereabouts:
    """Who stands only in the sheet of an earlier year, where the latest one has most of the others.

    He may have gone since, and nothing says so: it is asked. Of whom the latest sheet has to be
    asked about the earlier one writes nothing.
    """
    years = {
        row.sheet: int(found[0])
        for row in people
        if (found := _YEAR_OF_SHEET.search(row.sheet)) is not None
    }
    if len(set(years.values())) < 2:
        return Whereabouts(tuple(people))
    latest = max(years, key=lambda sheet: years[sheet])
    here = {fold(row.full_name or row.shown) for row in people if row.sheet == latest}
    here |= {fold(each.name) for each in absent}
    kept: dict[str, list[bool]] = defaultdict(list)
    for row in people:
        kept[row.sheet].append(fold(row.full_name or row.shown) in here)
    older = {
        sheet
        for sheet, year in years.items()
        if year < years[latest] and sum(kept[sheet]) * 2 >= len(kept[sheet])
    }
    asked = {
        fold(row.full_name or row.shown) for row in people if row.sheet == latest and row.doubts
    }
    kept_rows: list[Listed] = []
    again: list[Listed] = []
    for row in people:
        name = fold(row.full_name or row.shown)
        if row.sheet in older and name in asked:
            again.append(row)
        elif row.sheet in older and name not in here:
            kept_rows.append(replace(row, doubts=(*row.doubts, Doubt("line", row.sheet, "older"))))
        else:
            kept_rows.append(row)
    return Whereabouts(tuple(kept_rows), again=tuple(again))


_PUT_RIGHT = Pattern(
    r"\b(?:số mới|đổi số|sửa|đính chính|đổi tên|đúng ra|đúng là|mới đúng|ghi lộn|ghi sai|nhầm|bỏ số)\b",
    re.IGNORECASE,
)
"""How people say that what stands above no longer holds."""
_NAMED = Pattern(
    r"\b(?:ông|bà|cụ ông|cụ bà|cụ|bác|chú|cô|chị|anh|dì|thầy)\s+([^\W\d_]+(?:\s+[^\W\d_]+){0,4})",
    re.IGNORECASE,
)
_BORN = Pattern(r"\b(?:sinh|sanh|sn|ns)?\s*(?:năm|là)?\s*\b((?:18|19)\d\d)(?![\d/])", re.IGNORECASE)
_TAKEN_OUT = Pattern(
    r"(?:^|[,.;:!]|\b(?:giùm|dùm|nhờ|xin))\s*(?:rút|bỏ|gạch|xóa|xoá|loại)(?: (?:bớt|giùm|dùm|ra|tên))*\s*$",
    re.IGNORECASE,
)
"""What stands before somebody who is taken off the list: "Bỏ", "Nhờ gạch tên"."""
_OUT_BEHIND = Pattern(
    r"\s*(?:thì |nay |xin |cho )*(?:bỏ ra|bỏ tên|rút ra|rút tên|khỏi ghi|đừng ghi|gạch ra|xóa ra|xoá ra)(?!\w)",
    re.IGNORECASE,
)
_TAKES_OUT = Pattern(
    r"\b(?:rút|bỏ|gạch|xóa|xoá|loại)(?: (?:bớt|giùm|dùm|ra|tên))*\s+(?:(?:ông|bà|cụ|cô|chú|bác|anh|chị)\s+)?",
    re.IGNORECASE,
)
_WOMEN = ("bà", "cụ bà", "cô", "chị", "dì")


def with_words_around(people: list[Listed], said: list[tuple[str, str]]) -> list[Listed]:
    """What lines that are no person say of people by their given names: a phone, that one died.

    `said` are the sheets and the words: "ĐT tổ trưởng: bà Thoa 0300 …", "ông Giàu mất rồi". Only
    who alone is called so is meant; he who is said to be gone is asked about.
    """
    given: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for row in people:
        if row.full_name:
            given[row.sheet, fold(row.full_name.split()[-1])].append(row)
    changed: dict[tuple[str, int, str], Listed] = _taken_out(people, said)
    for sheet, text in said:
        # "Bà đã mất" goes on with whom it named before.
        named = [each for each in _NAMED.finditer(text) if any(map(str.isupper, each[1]))]
        for place, found in enumerate(named):
            end = named[place + 1].start() if place + 1 < len(named) else len(text)
            words = found[1].split()
            for count in range(len(words), 0, -1):
                same = given.get((sheet, fold(words[count - 1])), [])
                if len(same) == 1 and _is_called(same[0], found[0], words[:count]):
                    row = changed.get(same[0].place, same[0])
                    behind = text[found.start(1) + len(" ".join(words[:count])) : end]
                    if _TAKEN_OUT.search(text[: found.start()]):
                        changed[row.place] = asked(row, text)
                    else:
                        changed[row.place] = _with_said(row, behind, text)
                    if changed[row.place] == row and _PUT_RIGHT.search(text):
                        changed[row.place] = noted(row, text)
                    break
    return [changed.get(row.place, row) for row in people]


def noted(row: Listed, text: str) -> Listed:
    """Somebody of whom something is put right that nobody could read: it stays beside him."""
    digits = re.sub(r"\D", "", text)
    told = (str(row.birth_year or ""), show_phone(row.phone).replace(" ", "") if row.phone else "")
    is_renamed = any(each.column == "full_name" and each.why == "differs" for each in row.remarks)
    if is_renamed or any(each and each in digits for each in told):
        # It is put right already.
        return row
    if fold(text) in fold(row.note or "") or len(row.note or "") > _LONGEST_NOTE:
        return row
    return replace(row, note="; ".join(filter(None, (row.note, text[:_LONGEST_NOTE]))))


_LONGEST_NOTE, _LONGEST_NAME = 150, 7


def _taken_out(
    people: list[Listed], said: list[tuple[str, str]]
) -> dict[tuple[str, int, str], Listed]:
    """Whom words take off the list by the whole name: "Gạch tên Đỗ Thị Cúc"."""
    whole: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for row in people:
        whole[row.sheet, fold(row.full_name or "")].append(row)
    changed = {}
    for sheet, text in said:
        for found in _TAKES_OUT.finditer(text):
            words = re.findall(r"[^\W\d_]+", fold(text[found.end() : found.end() + 80]))
            for count in range(_LONGEST_NAME, 1, -1):
                same = whole.get((sheet, " ".join(words[:count])), [])
                if len(same) == 1 and len(words) >= count:
                    changed[same[0].place] = asked(same[0], text)
                    break
    return changed


def _is_called(row: Listed, called: str, words: list[str]) -> bool:
    """Whether a form of address and the words behind it can be somebody's."""
    if not words[-1][0].isupper() or not fold(row.full_name or "").endswith(fold(" ".join(words))):
        return False
    is_woman = called.lower().startswith(_WOMEN)
    return (
        row.sex is None
        or called.lower().startswith(("bác", "cụ "))
        or is_woman == (row.sex == "female")
    )


def _with_said(row: Listed, behind: str, text: str) -> Listed:
    if read_absence(behind) is not None or _OUT_BEHIND.match(behind):
        return asked(row, text)
    born = _BORN.findall(behind) if _PUT_RIGHT.search(text) else []
    if len(born) == 1 and row.birth_year is not None and int(born[0]) != row.birth_year:
        remark = Remark("birth", str(row.birth_year), "differs", born[0])
        row = replace(row, birth_year=int(born[0]), birth_date=None, remarks=(*row.remarks, remark))
    number = next((number for _, _, number, _ in numbers_in(behind)), None)
    is_new = row.phone is not None and number != row.phone and _PUT_RIGHT.search(behind)
    if number is None or (not is_new and (row.phone or row.contact_person) is not None):
        return row
    remark = Remark("phone", text[:80], "elsewhere", number)
    return replace(row, phone=number, remarks=(*row.remarks, remark))


def with_shared_phones(people: list[Listed]) -> list[Listed]:
    """Couples whose one phone stands once in their line: it is a way to reach each of them.

    A phone is somebody's own in the roster, and nothing says whose this is.
    """
    lines: dict[tuple[str, int, str], list[Listed]] = defaultdict(list)
    for row in people:
        if row.phone is not None:
            lines[row.sheet, row.line, row.phone].append(row)
    pairs = {
        row.place: other
        for both in lines.values()
        if len(both) == 2
        for row, other in (both, reversed(both))
    }
    return [
        _reached_by(row, pairs[row.place]) if row.phone and row.place in pairs else row
        for row in people
    ]


def _reached_by(row: Listed, other: Listed) -> Listed:
    number = show_phone(row.phone or "")
    return replace(
        row,
        phone=None,
        contact_person=row.contact_person or f"{other.full_name or other.shown} {number}",
        remarks=(*row.remarks, Remark("phone", number, "shared")),
    )
