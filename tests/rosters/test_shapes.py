"""Rosters written in random shapes, as secretaries do, and read back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.rosters.reading import read_roster
from tests.examples import examples
from tests.rosters.typed import viqr
from tests.rosters.writing import ods, page, spreadsheet_xml, strict, text, written, xlsx

TODAY = date(2026, 12, 1)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Tô", "Bùi", "Hồ", "Tống", "Châu", "Lâm")
MIDDLE = ("Thị", "Văn", "Hữu", "Ngọc", "Thị Kim", "")
GIVEN = ("Mười", "Bửu", "Hường", "Được", "Nam", "Tám", "Út", "Ân", "Cộng", "Đào", "Ơn", "Sáu")

Cells = list[object]


@dataclass(frozen=True)
class Somebody:
    """A person of a random roster."""

    family: str
    middle: str
    given: str
    year: int
    day: tuple[int, int] | None
    female: bool
    phone: str | None
    group: int

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.family, self.middle, self.given)))


PEOPLE = st.lists(
    st.builds(
        Somebody,
        st.sampled_from(FAMILY),
        st.sampled_from(MIDDLE),
        st.sampled_from(GIVEN),
        st.integers(1921, 2000),
        st.none() | st.tuples(st.integers(2, 28), st.integers(1, 12)),
        st.booleans(),
        st.none() | st.integers(0, 999_999).map(lambda number: f"0912{number:06d}"),
        st.integers(1, 3),
    ),
    min_size=2,
    max_size=9,
    unique_by=lambda each: each.name,
)


@dataclass(frozen=True)
class Shape:
    """How a roster is written."""

    form: str
    names: str
    births: str
    sexes: str
    phones: str
    title: bool
    groups: bool
    ordinals: bool
    sums: bool
    signed: bool
    heads_again: bool
    spare: bool
    plain_heads: bool
    turned: bool
    letters: bool


SHAPES = st.builds(
    Shape,
    st.sampled_from(
        ("xlsx", "strict", "ods", "page", "xml", "comma", "semicolon", "tab", "viqr", "garbled")
    ),
    st.sampled_from(("one", "two", "three", "title", "upper")),
    st.sampled_from(("year", "day", "dashes", "short", "zeros", "parts")),
    st.sampled_from(("column", "crosses", "women", "years", "letters")),
    st.sampled_from(("plain", "dots", "number", "words")),
    *(st.booleans() for _ in range(10)),
)


def birth(who: Somebody, shape: Shape) -> object:
    """A birth as the shape has it."""
    if shape.births == "zeros":
        return f"00/00/{who.year}"
    if who.day is None or shape.births == "year" or shape.sexes == "years":
        return who.year
    day, month = who.day
    return {
        "day": f"{day:02d}/{month:02d}/{who.year}",
        "dashes": f"{day}-{month}-{who.year}",
        "short": f"{day}/{month}/{who.year % 100:02d}" if who.year < 2000 else who.year,
    }.get(shape.births, who.year)


def phone(who: Somebody, shape: Shape) -> object:
    """A phone as the shape has it."""
    if who.phone is None:
        return {"words": "không có", "dots": "-"}.get(shape.phones)
    if shape.phones == "dots":
        return f"{who.phone[:4]}.{who.phone[4:7]}.{who.phone[7:]}"
    if shape.phones == "number":
        return int(who.phone)
    return f"{who.phone} (con)" if shape.phones == "words" else who.phone


Part = tuple[list[str], Callable[[Somebody], Cells]]


def parts_of(shape: Shape) -> list[Part]:
    """The columns: their heads, and what they hold of somebody."""
    named: dict[str, Part] = {
        "one": (["Họ và tên"], lambda who: [who.name]),
        "title": (["Họ tên hội viên"], lambda who: [f"{'Bà' if who.female else 'Ông'} {who.name}"]),
        "upper": (["HỌ VÀ TÊN"], lambda who: [who.name.upper()]),
        "two": (
            ["Họ và chữ lót", "Tên"],
            lambda who: [f"{who.family} {who.middle}".strip(), who.given],
        ),
        "three": (["Họ", "Đệm", "Tên"], lambda who: [who.family, who.middle or None, who.given]),
    }
    parts = [named[shape.names]]
    if shape.sexes == "years":
        parts.append(
            (
                ["Năm sinh nam", "Năm sinh nữ"],
                lambda who: [None, birth(who, shape)] if who.female else [birth(who, shape), None],
            )
        )
    elif shape.births == "parts":
        parts.append(
            (
                ["Ngày sinh", "Tháng sinh", "Năm sinh"],
                lambda who: [*(who.day or (None, None)), who.year],
            )
        )
    else:
        parts.append((["Ngày tháng năm sinh"], lambda who: [birth(who, shape)]))
    if shape.sexes in ("column", "letters"):
        words = ("Nữ", "Nam") if shape.sexes == "column" else ("F", "M")
        parts.append((["Giới tính"], lambda who: [words[0] if who.female else words[1]]))
    elif shape.sexes == "crosses":
        parts.append(
            (["Nam", "Nữ"], lambda who: [None, "x"] if who.female else ["x", None]),
        )
    elif shape.sexes == "women":
        parts.append((["Nữ"], lambda who: ["x"] if who.female else [None]))
    parts.append((["Số điện thoại"], lambda who: [phone(who, shape)]))
    if not shape.groups:
        parts.append((["Địa chỉ"], lambda who: [f"tổ {who.group}, ấp Hải Lạc"]))
    if shape.spare:
        parts.append((["Nhóm máu"], lambda who: ["O"]))
    if shape.turned and shape.names in ("one", "title", "upper"):
        parts = [*parts[1:], parts[0]]
    return parts


def rows_of(people: Sequence[Somebody], shape: Shape) -> list[Cells]:
    """All lines of the list."""
    parts = parts_of(shape)
    head: Cells = [
        *(["STT"] if shape.ordinals else []),
        *(each for heads, _ in parts for each in heads),
    ]
    if shape.plain_heads:
        head = [str(each).upper() for each in head]
    rows: list[Cells] = []
    if shape.title:
        rows += [["DANH SÁCH HỘI VIÊN NĂM 2026"], []]
    rows.append(head)
    ordered = sorted(people, key=lambda who: who.group) if shape.groups else list(people)
    group = None
    for number, who in enumerate(ordered, 1):
        if shape.groups and who.group != group:
            group = who.group
            rows.append([f"Tổ {group}"])
        if shape.letters and shape.form != "viqr":
            rows.append([None, who.given[0]] if shape.ordinals else [who.given[0]])
        if shape.heads_again and number == 3:
            rows.append(list(head))
        cells = [cell for _, write in parts for cell in write(who)]
        rows.append([*([number] if shape.ordinals else []), *cells])
    if shape.sums:
        rows.append([f"Tổng cộng: {len(people)} người"])
    if shape.signed:
        rows += [
            [None, None, "Phước Hải, ngày 20 tháng 11 năm 2026"],
            [None, "Người lập biểu", "TM. BAN CHẤP HÀNH"],
            [],
            [None, "Trần Thị Lan", "Nguyễn Văn Tư"],
        ]
    return rows


def write(path: Path, rows: list[Cells], shape: Shape) -> Path:
    """The list in the shape's format."""
    match shape.form:
        case "strict":
            return strict(path, rows)
        case "ods":
            return ods(path, {"Trang 1": rows})
        case "page":
            return page(path, rows)
        case "xml":
            return spreadsheet_xml(path, rows)
        case "comma" | "semicolon" | "tab":
            separator = {"comma": ",", "semicolon": ";", "tab": "\t"}[shape.form]
            return text(path, rows, separator)
        case "viqr":
            text(path, rows, ",")
            return written(path, viqr(path.read_text(encoding="utf-8")))
        case "garbled":
            text(path, rows, ",")
            return written(path, path.read_bytes().decode("latin-1"))
    return xlsx(path, rows)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow])
@given(people=PEOPLE, shape=SHAPES)
def test_a_roster_in_any_shape_is_read_back(people: list[Somebody], shape: Shape) -> None:
    with TemporaryDirectory() as folder:
        found = read_roster(write(Path(folder) / "list", rows_of(people, shape), shape), TODAY)
    read = {each.full_name: each for each in found.people if not each.doubts}
    assert set(read) == {who.name for who in people}, [each for each in found.people if each.doubts]
    assert len(found.people) == len(people)
    any_woman = any(who.female for who in people)
    for who in people:
        line = read[who.name]
        assert line.birth_year == who.year
        if line.birth_date is not None and who.day is not None:
            assert (line.birth_date.day, line.birth_date.month) == who.day
        if shape.sexes == "women" and not who.female and "Thị" in who.middle:
            # A blank says less than a name that women bear; a form of address still tells.
            assert line.sex in (None, "male")
        elif shape.sexes != "women" or any_woman:
            assert line.sex == ("female" if who.female else "male")
        assert line.phone == (f"+84{who.phone[1:]}" if who.phone else None)
        assert line.address == (
            f"Tổ {who.group}" if shape.groups else f"tổ {who.group}, ấp Hải Lạc"
        )
