"""Cards of a telephone's address book, as it exports them (.vcf): a line for each person.

Not everybody in such a book is of the club: who has neither a birth nor a word for the club is asked about.
"""

from __future__ import annotations

import quopri
import re

from bot.language.patterns import Pattern
from bot.language.text import fold, nfc, single_line
from bot.rosters.book import Book, Cell, Sheet
from bot.rosters.family_names import begins_as_name
from bot.rosters.naming import without_title
from bot.rosters.told import people_told
from bot.rosters.told_facts import Told

_BEGIN = Pattern(r"^\s*BEGIN:VCARD\s*$", re.IGNORECASE | re.MULTILINE)
_FOLDED = Pattern(r"\n[ \t](?=\S)")
_SOFT_BREAK = Pattern(r"=\n")
_FIELD = Pattern(r"(?:[\w-]+\.)?(?P<name>[A-Za-z-]+)(?P<params>(?:;[^:]*)?):(?P<value>.*)")
_HEADS = (
    "Danh xưng",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Điện thoại",
    "Điện thoại 2",
    "Địa chỉ",
    "Ghi chú",
)
_CLUB = Pattern(
    r"\b(?:clb|cau lac bo|lth|lien the he|lthtgn|hoi vien|thanh vien|nct|nguoi cao tuoi)\b"
)
_CLUB_BEHIND = Pattern(r"[\s,(–-]+(?:clb|câu lạc bộ|lth)\b.*$", re.IGNORECASE)
"""What is written behind a name so that it is found: "Trần Thị Bông CLB"."""
_OF_ANOTHER = Pattern(r"\b(?:con|cháu|vợ|chồng|bạn|em|mẹ|má|cha)\b")
_DAY = Pattern(r"(\d{4})-?(\d\d)-?(\d\d)")
_YEAR = Pattern(r"\d{4}")
_SEX = {"m": "Nam", "f": "Nữ"}
_ESCAPED = Pattern(r"\\([,;:\\])")


def read_vcards(text: str, book: Book, sheet: Sheet) -> bool:
    """Lay out the cards of a text in a sheet; False where it holds none."""
    if not _BEGIN.search(text[:2000]):
        return False
    for at, head in enumerate(_HEADS):
        book.put(sheet, 0, at, Cell(head))
    begins = [found.start() for found in _BEGIN.finditer(text)]
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        line = text.count("\n", 0, begin) + 1 + (text[begin] == "\n")
        _lay_out(text[begin:end], line, book, sheet)
    return True


def _lay_out(card: str, line: int, book: Book, sheet: Sheet) -> None:
    fields = _fields(card)
    called = fields.get("FN", [""])[0]
    title, name = _name(fields, _CLUB_BEHIND.sub("", called))
    organisation = single_line(" ".join(fields.get("ORG", [])).replace(";", " "))
    if not name or (organisation and fold(name) == fold(organisation)):
        # An office, and nobody.
        words = " · ".join(filter(None, (called or organisation, *fields.get("TEL", []))))
        book.put(sheet, line, len(_HEADS) + 1, Cell(words))
        return
    phones = [single_line(each.removeprefix("tel:")) for each in fields.get("TEL", [])]
    birth = _birth(fields.get("BDAY", [""])[0])
    told = _noted(name, fields.get("NOTE", []))
    birth = birth or told.birth
    notes = [*fields.get("NICKNAME", []), *fields.get("TITLE", []), told.note, *phones[2:]]
    homes = [*map(_place, fields.get("ADR", [])), told.address]
    sex = _SEX.get(fold(fields.get("GENDER", [""])[0])[:1], "")
    row = (
        title, name, birth, sex, *[*phones, "", ""][:2],
        "; ".join(filter(None, homes)), "; ".join(filter(None, notes)),
    )  # fmt: skip
    for at, value in enumerate(row):
        book.put(sheet, line, at, Cell(value))
    of_club = (called, *fields.get("CATEGORIES", []), organisation, *fields.get("NOTE", []))
    if not birth and not any(_CLUB.search(fold(each)) for each in of_club):
        sheet.unsure.add(line)


def _noted(name: str, notes: list[str]) -> Told:
    """What a note tells of the one whose card it is: "sinh 1939, tổ 1"; else it stays as it is."""
    text = "; ".join(notes)
    told = people_told(f"{name}, {text}") if not _OF_ANOTHER.search(text.lower()) else []
    is_own = len(told) == 1 and fold(told[0].name) == fold(name) and not told[0].phone
    return told[0] if is_own else Told(name, note=text)


def _fields(card: str) -> dict[str, list[str]]:
    """What a card says, by the names of its fields."""
    fields: dict[str, list[str]] = {}
    for line in _FOLDED.sub("", _SOFT_BREAK.sub("", card)).split("\n"):
        found = _FIELD.fullmatch(line.strip())
        if found is None:
            continue
        value = found["value"].strip()
        if "QUOTED-PRINTABLE" in found["params"].upper():
            value = nfc(quopri.decodestring(value.encode()).decode("utf-8", "replace"))
        name = found["name"].upper()
        if name not in ("N", "ADR"):
            value = _plain(value)
        if value:
            fields.setdefault(name, []).append(value)
    return fields


def _plain(value: str) -> str:
    return single_line(_ESCAPED.sub(r"\1", value.replace("\\n", "; ").replace("\\N", "; ")))


def _parts(value: str) -> list[str]:
    return [_plain(part) for part in re.split(r"(?<!\\);", value)]


def _name(fields: dict[str, list[str]], called: str) -> tuple[str, str]:
    """The form of address and the name: as it is shown, unless that begins with the given name."""
    family, given, middle, title, *_ = [*_parts(fields.get("N", [""])[0]), "", "", "", "", ""]
    composed = single_line(f"{family} {middle} {given}")
    if not composed and "N" in fields and "ORG" in fields:
        return "", ""
    is_turned = sorted(fold(called).split()) == sorted(fold(composed).split())
    if is_turned and family and begins_as_name(composed):
        # "Sáu Văn Phạm" is shown, and Phạm is the family.
        return title, composed
    is_shown = begins_as_name(without_title(called)) or not begins_as_name(composed)
    return title, (called if is_shown and called else composed)


def _birth(value: str) -> str:
    """A birth as it is written in lists; "" for a birthday without its year."""
    if found := _DAY.match(value):
        year, month, day = found.groups()
        # Telephones write 1604 for a year that nobody told.
        return "" if year == "1604" else f"{day}/{month}/{year}"
    return value if _YEAR.fullmatch(value) else ""


def _place(value: str) -> str:
    return ", ".join(part for part in _parts(value) if part)
