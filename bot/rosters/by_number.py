"""What is said around a list of people by the numbers of their lines: "bà số 4 mất tháng rồi"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.absence import read_absence
from bot.rosters.contacts import numbers_in
from bot.rosters.elsewhere import asked
from bot.rosters.listed import Listed, Remark

Place = tuple[str, int, str]
_NUMBER = r"\d{1,3}(?![\d/.-]*\d|\s*\d{3})"
_MEANT = Pattern(
    rf"(?<!nhà )(?<!tổ )(?<!đường )(?<!hẻm )(?<!phố )(?<!xe )(?<!phòng )\b(?:(?:hai |ba )?(?:ông|bà|cụ|cô|chú|bác|anh|chị|người|ong|ba|cu|co|chu|nguoi) )?"
    rf"(?:mang |có )?(?:số thứ tự|số tt|stt|số|so|dòng|dong|thứ) ({_NUMBER}(?:\s*(?:,|và|va|với|&)\s*(?:(?:ông|bà|cụ) )?(?:số )?{_NUMBER})*)"
    r"(?!\s*(?:đường|ngõ|hẻm|người|tuổi|năm|buổi|lần|triệu|ngàn|\w*:))\b",
    re.IGNORECASE,
)
_BARE = Pattern(r"(?:số|so|thứ) ", re.IGNORECASE)
_MAY_BE_BARE = Pattern(
    r"(?:^|[:,;(–-]|\b(?:và|va|tên|ten|bỏ|bo|gạch|gach|rút|rut|xóa|xoá|ghi|của|cua|với|voi|còn|con|riêng))\s*$",
    re.IGNORECASE,
)
"""What stands before a number that is somebody's: "chi hội số 3" is a place."""
_SENTENCE = Pattern(rf"(?<!\d)[.;!?]\s+|(?<=\d)[.;]\s+(?=[{CAPITALS}])")
_LABEL = Pattern(r"[^,;:]{2,40}:\s*$")
"""What is said of those who are numbered behind it: "chuyển đi: số 6"."""
_TAKEN_OUT = Pattern(
    r"\b(?:bỏ|gạch|xóa|xoá|rút|loại|cắt|khỏi ghi|đừng ghi|bo|gach|xoa|rut)(?: (?:tên|ten|ra|bớt|dùm|giùm))*\s*:?\s*$",
    re.IGNORECASE,
)
_BORN = Pattern(r"\b(?:sinh|sanh|sn|ns)\s*(?:năm|nam|là|la|:)?\s*(1[89]\d\d)(?!\d)", re.IGNORECASE)
_NAME = Pattern(
    rf"\btên (?:đúng |thật )?(?:là |phải là )?:?\s*((?:[{CAPITALS}][^\W\d_]*\s+){{1,5}}[{CAPITALS}][^\W\d_]*)"
)


def with_numbered(
    people: list[Listed], numbers: Mapping[Place, str], said: list[tuple[str, str]]
) -> list[Listed]:
    """People with what lines that are no person say of them by their numbers.

    `said` are the sheets and the words. Who is said to be gone is asked about; what is put right
    is written, and said. Nobody is meant where two lines of a sheet have the same number.
    """
    held: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for row in people:
        if number := numbers.get(row.place, "").strip("(). "):
            held[row.sheet, number.lstrip("0")].append(row)
    changed: dict[Place, Listed] = {}
    for sheet, text in said if held else ():
        for number, before, behind in _clauses(text):
            same = held.get((sheet, number.lstrip("0")), [])
            if len(same) == 1:
                place = same[0].place
                changed[place] = _with_said(changed.get(place, same[0]), before, behind, text)
    return [changed.get(row.place, row) for row in people]


def gone_by_number(text: str) -> list[tuple[str, str]]:
    """Each number of whom words say that he is gone, and the words that say so."""
    found = []
    for number, before, behind in _clauses(text):
        if read_absence(behind):
            found.append((number, behind))
        elif read_absence(before.strip(" :")):
            found.append((number, before.strip(" :")))
        elif _TAKEN_OUT.search(before):
            found.append((number, _TAKEN_OUT_SAID))
    return found


_TAKEN_OUT_SAID = "gạch tên"


def _clauses(text: str) -> list[tuple[str, str, str]]:
    """Each number that is meant, with the words before it and behind it in its sentence."""
    found = []
    for sentence in _SENTENCE.split(single_line(text).replace(" · ", ", ")):
        meant = [
            each
            for each in _MEANT.finditer(sentence)
            if not _BARE.match(each[0]) or _MAY_BE_BARE.search(sentence[: each.start()])
        ]
        before = sentence[: meant[0].start()] if meant else ""
        for place, each in enumerate(meant):
            end = meant[place + 1].start() if place + 1 < len(meant) else len(sentence)
            behind = sentence[each.end() : end]
            label = _LABEL.search(behind) if end < len(sentence) else None
            said = behind[: label.start()] if label else behind
            found += [(number, before, said.strip(" ,")) for number in re.findall(r"\d+", each[1])]
            before = label[0].strip(" ,") if label else before
    return found


def _with_said(row: Listed, before: str, behind: str, text: str) -> Listed:
    if read_absence(behind) or read_absence(before.strip(" :")) or _TAKEN_OUT.search(before):
        return asked(row, text)
    if (born := _BORN.search(behind)) and int(born[1]) != row.birth_year:
        if row.birth_year is not None:
            remark = Remark("birth", str(row.birth_year), "differs", born[1])
            row = replace(row, remarks=(*row.remarks, remark))
        doubts = tuple(each for each in row.doubts if each.column != "birth")
        row = replace(row, birth_year=int(born[1]), birth_date=None, doubts=doubts)
    if (named := _NAME.search(behind)) and row.full_name and named[1] != row.full_name:
        # Of another family somebody else is meant, perhaps.
        if fold(named[1]).split()[0] == fold(row.full_name).split()[0]:
            remark = Remark("full_name", row.full_name, "differs", named[1])
            row = replace(row, full_name=named[1], remarks=(*row.remarks, remark))
    number = next((number for _, _, number, _ in numbers_in(behind)), None)
    if number is not None and number != row.phone:
        remark = Remark("phone", text[:80], "elsewhere", number)
        row = replace(row, phone=number, remarks=(*row.remarks, remark))
    return row
