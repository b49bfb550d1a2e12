"""A club's paper list as a spreadsheet: read with limits, never trusted.

Columns are recognised in either language, with or without accents, in any order.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.documents.sheet import FORMULA
from bot.language.births import read_birth
from bot.language.letters import holds_link
from bot.language.names import read_name
from bot.language.phones import read_phone
from bot.language.text import clean, fold, nfc, single_line

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 20 * 1024 * 1024
"""What a workbook may hold when unpacked: a list of a thousand people takes less than 1 MB."""
MOST_TAGS = 500_000
"""What the parts of a workbook may hold: a full list takes about 70,000, empty cells one each."""
MOST_ROWS = 1000
"""People in one list; a club has 50 to 70. A list is read while nobody else is served."""
MOST_LINES = 5000
"""Lines of a sheet that are read, empty ones too; what stands below them is refused."""
MOST_COLUMNS = 60
MOST_TEXT = 1000
"""Characters of a cell that are looked at."""

COLUMNS = (
    "full_name", "birth", "sex", "phone", "address", "circumstances", "contact_person", "note",
    "code", "status",
)  # fmt: skip
"""The columns of a list in the order in which they are written."""
HEADERS: dict[str, tuple[str, ...]] = {
    "full_name": ("full_name", "họ và tên", "họ tên", "họ & tên", "tên", "họ và tên thành viên",
                  "họ tên thành viên", "tên thành viên", "thành viên", "hội viên",
                  "họ và tên hội viên", "họ, tên", "họ tên người tham gia", "name", "full name"),
    "birth": ("birth_year", "birth_date", "năm sinh", "ngày sinh", "ngày tháng năm sinh",
              "ngày, tháng, năm sinh", "ns", "sinh năm", "năm sinh/tuổi", "ngày/tháng/năm sinh",
              "year of birth", "date of birth", "birth year", "birth date"),
    "age": ("tuổi", "age"),
    "male_birth": ("nam", "năm sinh nam"),
    "female_birth": ("nữ", "năm sinh nữ"),
    "sex": ("sex", "giới tính", "giới", "nam/nữ", "nam, nữ", "nam nữ", "phái", "gt", "gender"),
    "phone": ("phone", "số điện thoại", "điện thoại", "sđt", "số đt", "đt", "số dt",
              "điện thoại liên hệ", "số điện thoại liên hệ", "di động", "đt di động", "số di động",
              "phone number", "mobile", "telephone"),
    "address": ("address", "địa chỉ", "chỗ ở", "nơi ở", "chỗ ở hiện nay", "nơi cư trú",
                "thường trú", "nơi thường trú", "hộ khẩu", "tổ", "ấp", "tổ, ấp", "tổ/ấp",
                "địa chỉ thường trú", "địa chỉ nhà", "nơi ở hiện nay"),
    "circumstances": ("circumstances", "hoàn cảnh", "diện", "đối tượng", "thuộc diện",
                      "hoàn cảnh gia đình", "diện hộ", "loại hộ"),
    "contact_person": ("contact_person", "người liên hệ", "người thân", "người thân liên hệ",
                       "liên hệ", "contact person", "contact"),
    "note": ("note", "ghi chú", "ghi chú khác", "notes"),
    # Only in lists that came from here: by it a line finds its member, whatever else changed.
    "code": ("code", "mã thành viên", "member code"),
}  # fmt: skip
_COLUMN = {fold(name): key for key, names in HEADERS.items() for name in names}
_OF_THE_PAPER = frozenset(
    fold(name)
    for name in ("stt", "số tt", "số thứ tự", "tt", "no", "nr", "#", "ký tên", "chữ ký", "ký",
                 "ký nhận", "signature", "code", "mã thành viên", "status", "trạng thái")
)  # fmt: skip
"""Columns that say nothing of a person which is kept: passed over without a word."""
_NO_PERSON = re.compile(
    r"^(?:tong cong|tong so|cong|tong|total)\b[^a-z]*(?:$|\d|nguoi|thanh vien|danh sach)"
    r"|^\(?(?:danh sach (?:co|nay|gom)|nguoi lap|lap bang|xac nhan|ngay .*thang|truong ban|"
    r"chu nhiem|tm[. ]|t/m|ky ten|ky va ghi|.*, ngay \d+ thang)"
)
"""The words under a list: the sum, the place and day, who signs."""
_SEX = {"nam": "male", "nu": "female", "male": "male", "female": "female", "m": "male",
        "f": "female", "ong": "male", "ba": "female", "co": "female", "anh": "male",
        "chi": "female"}  # fmt: skip
_CIRCUMSTANCES = {
    "ngheo": "poor", "ho ngheo": "poor", "poor": "poor",
    "can ngheo": "near_poor", "ho can ngheo": "near_poor", "near poor": "near_poor",
    "near_poor": "near_poor",
    "kho khan": "hardship", "hoan canh kho khan": "hardship", "hardship": "hardship",
    "khuyet tat": "disabled", "disabled": "disabled", "disability": "disabled",
    "khong": "none", "none": "none", "no": "none", "binh thuong": "none",
    "khong muon noi": "undisclosed", "undisclosed": "undisclosed", "not said": "undisclosed",
}  # fmt: skip
_NOT_LISTS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"%PDF")
"""How photos and PDF files begin."""


class RosterError(Exception):
    """A file that is no list; `key` names the words that tell why."""

    def __init__(self, key: str, **slots: Any) -> None:
        super().__init__(key)
        self.key = key
        self.slots = slots


@dataclass(frozen=True)
class Fault:
    """A cell that can't be taken: its column, what stands there, and why ("too_young", "too_long" or "")."""

    column: str
    value: str
    why: str = ""


@dataclass(frozen=True)
class RosterRow:
    """A line of the list: what was read, and the cells that can't be understood."""

    line: int
    full_name: str | None
    birth_year: int | None = None
    birth_date: date | None = None
    birth_estimated: bool = False
    sex: str | None = None
    phone: str | None = None
    address: str | None = None
    circumstances: str | None = None
    """None unknown, "" none, else kinds joined by ";"."""
    contact_person: str | None = None
    note: str | None = None
    code: str | None = None
    """The member's code, where the list came from here."""
    faults: tuple[Fault, ...] = field(default=())
    shown: str = ""


@dataclass(frozen=True)
class RosterList:
    """A list as it was read; `unread` are the headers of columns that nobody knows."""

    rows: list[RosterRow]
    unread: tuple[str, ...] = ()


def read_roster(path: Path, today: date) -> RosterList:
    """The lines of a .xlsx or .csv list; raises RosterError for what is none."""
    try:
        size = path.stat().st_size
    except OSError:
        raise RosterError("roster.file_gone") from None
    if size > MOST_BYTES:
        raise RosterError("roster.too_big", megabytes=MOST_BYTES // (1024 * 1024))
    content = path.read_bytes()
    if content.startswith(_NOT_LISTS):
        raise RosterError("roster.no_list")
    if content[:4] == b"PK\x03\x04":
        cells = _excel(content)
    elif content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise RosterError("roster.old_excel")
    else:
        cells = _text(content)
    return _rows(cells, today)


def _excel(content: bytes) -> list[list[Any]]:
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
            if unpacked > MOST_UNPACKED or len(archive.infolist()) > 1000:
                raise RosterError("roster.too_big", megabytes=MOST_BYTES // (1024 * 1024))
            if any(each.filename.startswith("word/") for each in archive.infolist()):
                raise RosterError("roster.no_list")
            tags = sum(archive.read(each).count(b"<") for each in archive.infolist())
            if tags > MOST_TAGS:
                raise RosterError("roster.too_many", most=MOST_ROWS)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = _lines(sheet.iter_rows(max_row=MOST_LINES * 4, values_only=True))
        book.close()
    except RosterError:
        raise
    except Exception:  # a broken workbook raises almost anything
        raise RosterError("roster.broken") from None
    return rows


def _short(value: Any) -> Any:
    """A cell without a novel in it: no field takes so much, and its fault shows the beginning."""
    return value[:MOST_TEXT] if isinstance(value, str) else value


def _lines(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """The lines that are read; raises where something stands below them."""
    found: list[list[Any]] = []
    for number, row in enumerate(rows):
        if number < MOST_LINES:
            found.append([_short(value) for value in row[:MOST_COLUMNS]])
        elif any(value not in (None, "") for value in row):
            raise RosterError("roster.too_many", most=MOST_ROWS)
    return found


def _text(content: bytes) -> list[list[Any]]:
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RosterError("roster.broken")
    text = None
    encodings = (
        ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1258"]
    )
    for encoding in encodings:
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    if text is None:
        raise RosterError("roster.broken")
    head = text.splitlines()[0] if text.strip() else ""
    delimiter = max(",;\t", key=head.count)
    try:
        return _lines(csv.reader(io.StringIO(nfc(text)), delimiter=delimiter))
    except csv.Error:
        raise RosterError("roster.broken") from None


def _rows(cells: Iterable[list[Any]], today: date) -> RosterList:
    columns: dict[str, int] = {}
    unread: tuple[str, ...] = ()
    found: list[RosterRow] = []
    below = False
    for line, row in enumerate(cells, 1):
        if not columns:
            columns = _header(row)
            unread = _unread(row) if columns else ()
            below = bool(columns)
            if not columns and line >= 15:
                break
            continue
        if below:
            # Paper lists put the year of birth under "Nam" or "Nữ", in a second line of heads.
            below = False
            under = _columns_of(row)
            if {"male_birth", "female_birth"} <= set(under) and _cell(
                row, columns, "full_name"
            ) is None:
                columns = {key: place for key, place in columns.items() if key != "birth"} | {
                    key: under[key] for key in ("male_birth", "female_birth")
                }
                continue
        if all(value is None or str(value).strip() == "" for value in row):
            continue
        if _is_no_person(row, columns):
            continue
        if len(found) >= MOST_ROWS:
            raise RosterError("roster.too_many", most=MOST_ROWS)
        found.append(_row(line, row, columns, today))
    if "full_name" not in columns:
        raise RosterError("roster.no_header")
    if not found:
        raise RosterError("roster.empty")
    return RosterList(found, unread)


def _is_no_person(row: list[Any], columns: dict[str, int]) -> bool:
    """Whether a line is the sum or the signatures under the list, with nothing of a person."""
    about = ("birth", "age", "male_birth", "female_birth", "sex", "phone")
    if any(_cell(row, columns, key) is not None for key in about):
        return False
    named = _cell(row, columns, "full_name")
    first = named or next((each for each in row if each not in (None, "")), "")
    return bool(_NO_PERSON.search(fold(single_line(str(first)))))


def _head(value: Any) -> str:
    """A header as it is compared: "Năm sinh (tuổi)*" → "nam sinh"."""
    text = re.sub(r"[(\[].*$", "", fold(single_line(str(value or ""))))
    return text.strip(" *:.")


def _columns_of(row: list[Any]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, value in enumerate(row[:MOST_COLUMNS]):
        key = _COLUMN.get(_head(value))
        if key is not None and key not in columns:
            columns[key] = place
    return columns


def _header(row: list[Any]) -> dict[str, int]:
    columns = _columns_of(row)
    return columns if "full_name" in columns and len(columns) >= 2 else {}


def _unread(row: list[Any]) -> tuple[str, ...]:
    """The headers that are neither known nor of the paper's own."""
    heads = [(_head(value), single_line(str(value))) for value in row[:MOST_COLUMNS] if value]
    return tuple(
        shown[:40]
        for head, shown in heads
        if head and head not in _COLUMN and head not in _OF_THE_PAPER
    )


def _cell(row: list[Any], columns: dict[str, int], key: str) -> Any:
    place = columns.get(key)
    if place is None or place >= len(row):
        return None
    value = row[place]
    if isinstance(value, str):
        value = clean(value)
        return value or None
    return value


def _words(value: Any, longest: int) -> str | None:
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    # A cell that begins like a formula is words here; it is written back as words too, and the
    # apostrophe that keeps it so in a .csv is none of them.
    text = str(value)
    if text.startswith("'") and text[1:].startswith(FORMULA):
        text = text[1:]
    return single_line(text)[:longest] or None


def _whole(
    row: list[Any], columns: dict[str, int], key: str, longest: int, faults: list[Fault]
) -> str | None:
    """The words of a cell, or a fault: nothing that somebody wrote is cut off unseen."""
    text = _words(_cell(row, columns, key), longest + 1)
    if text is not None and len(text) > longest:
        faults.append(Fault(key, text[:60].rstrip() + "…", "too_long"))
        return None
    if text is not None and key in _NAMES and holds_link(text):
        faults.append(Fault(key, text[:60], "link"))
        return None
    return text


_NAMES = ("address", "contact_person")
"""Columns that name a place or a person: a link is none."""


def _row(line: int, row: list[Any], columns: dict[str, int], today: date) -> RosterRow:
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    written = _words(_cell(row, columns, "full_name"), MOST_TEXT) or ""
    shown = written[:80].rstrip()
    name = read_name(written) if written else None
    code = _words(_cell(row, columns, "code"), 20)
    if not shown and code:
        shown = code  # Somebody who is known by a form of address only.
    elif name is None or name.name is None:
        faults.append(Fault("full_name", shown))
    else:
        values["full_name"] = name.name
    _birth(row, columns, today, values, faults)
    sex = _words(_cell(row, columns, "sex"), 20)
    if sex is not None:
        values["sex"] = _SEX.get(fold(sex))
        if values["sex"] is None:
            faults.append(Fault("sex", sex))
    phone = _words(_cell(row, columns, "phone"), 60)
    if phone is not None:
        values["phone"] = read_phone(phone).number
        if values["phone"] is None:
            faults.append(Fault("phone", phone))
    circumstances = _words(_cell(row, columns, "circumstances"), 100)
    if circumstances is not None:
        kinds = [_CIRCUMSTANCES.get(fold(each.strip(" .-"))) for each in _several(circumstances)]
        if None in kinds:
            faults.append(Fault("circumstances", circumstances))
        else:
            picked = dict.fromkeys(each for each in kinds if each not in (None, "none"))
            values["circumstances"] = ";".join(str(each) for each in picked)
    values.setdefault("full_name", None)
    for key, longest in (("address", 200), ("contact_person", 120), ("note", 300)):
        values[key] = _whole(row, columns, key, longest, faults)
    return RosterRow(
        line=line,
        code=code,
        faults=tuple(faults),
        shown=shown,
        **values,
    )


def _several(text: str) -> list[str]:
    """ "nghèo; khuyết tật", "nghèo, khó khăn", "nghèo và khuyết tật" as parts."""
    return [each for each in re.split(r"[;,/+\n]|\bvà\b|\bva\b|\band\b", text) if each.strip()]


def _birth(
    row: list[Any],
    columns: dict[str, int],
    today: date,
    values: dict[str, Any],
    faults: list[Fault],
) -> None:
    """A birth from whichever column the list has for it."""
    value, age = _cell(row, columns, "birth"), _cell(row, columns, "age")
    for key, sex in (("male_birth", "male"), ("female_birth", "female")):
        under = _cell(row, columns, key)
        if under is not None:
            values["sex"] = sex
            # A cross says only which of the two.
            value = None if fold(str(under)).strip() == "x" else under
    if value is None and age is not None:
        text = _words(age, 40) or ""
        value = f"{text} tuổi" if text.isdigit() and len(text) < 4 else text
    if value is None:
        return
    if isinstance(value, datetime):
        value = value.date()
    shown = value.strftime("%d/%m/%Y") if isinstance(value, date) else (_words(value, 40) or "")
    reading = read_birth(shown, today)
    if reading.year is None or reading.problem is not None:
        if not reading.unknown:
            faults.append(Fault("birth", shown))
        return
    if reading.year > today.year - 18:
        faults.append(Fault("birth", shown, "too_young"))
        return
    if reading.year < today.year - 119:
        faults.append(Fault("birth", shown))
        return
    values["birth_year"], values["birth_date"] = reading.year, reading.date
    values["birth_estimated"] = reading.estimated
