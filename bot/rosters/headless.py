"""Lists that have no heads, by what their columns hold: names, and what stands beside them."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold
from bot.rosters.contacts import numbers_in
from bot.rosters.family_names import begins_as_name
from bot.rosters.finding import LIKELY, LOOKED_AT, NOT_OF_MEMBERS, Found, Head, is_of_members
from bot.rosters.grid import Grid, words_of
from bot.rosters.heads import Column, column_of_head, plain_head
from bot.rosters.lines import group_place, group_sex, seems_name
from bot.rosters.naming import without_title
from bot.rosters.odd_numbers import number_unread
from bot.rosters.typed_lines import NO_PHONE

_PLACE = Pattern(
    r"\b(?:(?<!giay )to|ap|thon|(?<!hang )xom|khom|khu|so nha|duong|xa|phuong|hem|kp|thi tran|doi(?= \d))\b|^(?:tt|p|f)(?:\. ?| )(?:\d{1,2}\b|[a-z]{2})"
)
_SEX = Pattern(r"nam|nu|male|female|(?:cu )?(?:ong|ba)[.:]?")
_PHONE = Pattern(
    r"(?:(?:so )?(?:dien thoai|sdt|dt|d/t|zalo|dd|goi)|so)?[\s:.]*\+?(?:\d[\s.\-()]*){9,11}"
)
_BORN = Pattern(
    r"(?:(?:sinh|sanh|sn|ns|nam|ngay|thang|khoang|ang chung|chung|co|tam|do|hinh nhu|chac)[\s.:]*)*(?:(?:\d{1,2}\s*[/.\- ]\s*){0,2}(?:18|19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d\d"
    r"|(?:18|19|20)\d\d(?:[/.-]\d{1,2}){1,2}|\d{1,2} nam (?:18|19|20)\d\d|\d{1,2} thang \d{1,2} nam (?:18|19|20)\d\d)"
    r"|tuoi [a-z]{2,4}(?: [a-z]{2,4})?|\d{2,3} (?:tuoi|t)"
)
_HEAD = Pattern(r"\D{1,40}|[^\W\d]{2,20}\d")
"""No date, phone or place, but "Column1", too."""
_TWO_DIGITS = Pattern(r"\d\d")
_FEWEST = 2
_FEWEST_DIGITS = 7
"""Digits of what may be a phone."""
_MOST_COLUMNS = 30


def without_heads(grid: Grid) -> Found | None:
    """A list without heads, or under heads that nobody knows: only where names are beyond doubt.

    Several columns of names are tables beside one another.
    """
    lines = grid.lines[:LOOKED_AT]
    # Titles and signatures stand alone in their lines.
    lines = [line for line in lines if len(grid.own(line)) > 1] or lines
    columns = _columns(grid, lines)
    shares = {
        column: sum(map(_is_name, texts)) / len(texts)
        for column, texts in columns.items()
        if len(texts) * 2 >= len(lines)
    }
    name = max(shares, key=lambda column: shares[column], default=None)
    if name is None or shares[name] < LIKELY or len(columns[name]) < _FEWEST:
        name = _of_another_people(columns, shares, lines=len(lines))
    if name is None:
        return None
    names = [column for column, texts in columns.items() if column == name or holds_names(texts)]
    if any(_are_posts(texts) for texts in columns.values()):
        return None
    at = _begins(grid, names)
    known = _heads_at(grid, at - 1, names) if at else None
    if known is None:
        heads = headless(grid, columns, names)
        return Found(at if len(names) > 1 else 0, 0, tuple(heads))
    if not all(is_of_members(head) for head in known.values() if head.index in names):
        # The only names are of those whom members' columns name: whom to call, who leads.
        return None
    below = [line for line in lines if line >= grid.lines[at]]
    heads = headless(grid, _columns(grid, below), names, known)
    return Found(at - 1, 1, tuple(heads))


def _of_another_people(
    columns: dict[int, list[str]], shares: dict[int, float], *, lines: int
) -> int | None:
    """The first column of words with capitals, each its own, where births and phones stand beside.

    So are names of a people whose family names nobody here knows.
    """
    for column in shares:
        texts = columns[column]
        others = {kind_of(each, before=False) for at, each in columns.items() if at > column}
        are_people = Column.BIRTH in others and others & {Column.PHONE, Column.SEX, Column.ADDRESS}
        if (
            are_people
            and len(texts) >= max(lines - 1, _FEWEST_UNKNOWN)
            and len({fold(text) for text in texts}) == len(texts)
            and all(map(may_name, texts))
        ):
            return column
    return None


_FEWEST_UNKNOWN = 3
_NAME = Pattern(rf"[{CAPITALS}][^\W\d_]*(?:['’`-][^\W\d_]+)?")


def may_name(text: str) -> bool:
    """Whether words may be somebody's whole name, whatever his people: "Plong Thiêng"."""
    words = without_title(text).split()
    is_other = group_place(text) or group_sex(text) or is_place(text)
    return 1 < len(words) <= _MOST_WORDS and all(map(_NAME.fullmatch, words)) and not is_other


_MOST_WORDS = 6


def _are_posts(texts: list[str]) -> bool:
    """Whether a column says what post each has: whom to ask, and no members."""
    posts = sum(bool(NOT_OF_MEMBERS.match(plain_head(text))) for text in texts)
    return posts >= _FEWEST and posts * 10 >= len(texts) * 7


def _columns(grid: Grid, lines: list[int]) -> dict[int, list[str]]:
    return {
        column: texts
        for column in range(min(grid.width, _MOST_COLUMNS))
        if (texts := grid.texts(lines, column))
    }


def _is_name(text: str) -> bool:
    """Whether a cell names somebody, if only as "Bà Lan"."""
    bare = without_title(text)
    is_called = bare != text and bare.isalpha() and bare[0].isupper()
    return seems_name(bare) or is_called


def holds_names(texts: list[str]) -> bool:
    """Whether most cells of a column are whole names, with a family name each."""
    names = sum(begins_as_name(without_title(text)) and seems_name(text) for text in texts)
    return names >= _FEWEST and names >= LIKELY * len(texts)


def headless(
    grid: Grid,
    columns: dict[int, list[str]],
    names: list[int],
    known: dict[int, Head] | None = None,
) -> list[Head]:
    """A head for each column by what it holds, or by its words where they are known.

    Each column of names begins anew.
    """
    heads = []
    taken: set[Column] = set()
    given = {name + 1 for name in names if _is_given(columns[name], columns.get(name + 1, []))}
    for column, texts in columns.items():
        head = known.get(column) if known else None
        if column in names:
            key: Column | None = Column.FAMILY if column + 1 in given else Column.FULL_NAME
        elif column in given:
            key = Column.GIVEN
        elif head is not None and head.key is not None:
            key = head.key
        else:
            key = kind_of(texts, before=any(column < name for name in names))
        if key in (Column.FULL_NAME, Column.FAMILY, Column.ORDINAL):
            taken = taken if len(names) < _FEWEST else set()
        if key in taken and key not in (Column.ADDRESS, Column.PHONE, Column.NOTE):
            # "tuổi Dần" beside the year bears it out.
            are_words = key is Column.BIRTH and not any(map(str.isdigit, "".join(texts)))
            key = Column.NOTE if are_words and Column.NOTE not in taken else None
        if key is not None:
            taken.add(key)
        words = head.words if head is not None else ""
        if key is Column.BIRTH and not words and all(map(_TWO_DIGITS.fullmatch, texts)):
            words = "Năm sinh (tuổi)"
        heads.append(Head(column, words, key, column in grid.sheet.hidden_columns))
    return heads


def _is_given(names: list[str], beside: list[str]) -> bool:
    """Whether a column holds the given names of those beside it: "Trần Văn" and "Ba"."""
    words = [text for text in beside if text.isalpha() and text[0].isupper()]
    short = sum(len(text.split()) < 3 for text in names)
    is_own = len(set(words)) * 2 > len(words)
    are_sexes = all(_SEX.fullmatch(fold(text)) for text in words)
    return (
        len(words) >= max(len(names) - 1, _FEWEST)
        and short * 10 >= len(names) * 7
        and (is_own and len(words) == len(beside) and not are_sexes)
    )


def _begins(grid: Grid, names: list[int]) -> int:
    """The first line that names somebody: what stands above says who is in each column."""
    for at, line in enumerate(grid.lines[:LOOKED_AT]):
        texts = [text for column in names for text in grid.texts([line], column)]
        texts = [text for text in texts if not NOT_OF_MEMBERS.search(plain_head(text))]
        if any(_is_name(text) and column_of_head(text) is None for text in texts):
            return at
    return 0


def _heads_at(grid: Grid, at: int, names: list[int]) -> dict[int, Head] | None:
    """The heads in a line right above the first name: words over several columns, no group's."""
    row = grid.own(grid.lines[at])
    texts = [words_of(row.get(column)) for column in names]
    if (
        len(row) < _FEWEST
        or not all(texts)
        or any(group_place(text) or group_sex(text) for text in texts)
    ):
        return None
    if not all(
        isinstance(cell.value, str) and _HEAD.fullmatch(cell.value) for cell in row.values()
    ):
        return None
    return {
        column: Head(column, words_of(cell), column_of_head(words_of(cell)))
        for column, cell in row.items()
    }


def is_place(text: str) -> bool:
    """Whether a cell says where somebody lives: "tổ 3", "12 đường Võ Thị Sáu"."""
    return bool(_PLACE.search(fold(text)))


def _hold_phones(numbers: list[str]) -> bool:
    """Whether cells hold phones: "0300 000 201 (con gái)" is one, too, and a few may be odd.

    One of too few digits stands among those that can be called.
    """
    plain = sum(bool(_PHONE.fullmatch(fold(text))) for text in numbers)
    called = [text for text in numbers if next(numbers_in(text), None) is not None]
    are_like = all(text in called or number_unread(text) for text in numbers)
    is_most = len(numbers) > _FEWEST and len(called) * 4 >= len(numbers) * 3 <= plain * 6
    return bool(numbers) and (plain == len(numbers) or (bool(called) and are_like) or is_most)


_NONE = Pattern(NO_PHONE, re.IGNORECASE)
_MAYBE_SHORT = Pattern(r"(?:18|19|20)\d\d|[2-9]\d|\d{2,3} (?:tuoi|t)")


def _hold_short_years(texts: list[str]) -> bool:
    """Whether a third of a column's cells are years or ages in full: then "46" beside them is one as well."""
    return 3 * sum(bool(_IN_FULL.fullmatch(fold(text))) for text in texts) >= len(texts)


_IN_FULL = Pattern(r"(?:18|19|20)\d\d|\d{2,3} (?:tuoi|t)")


def kind_of(texts: list[str], *, before: bool) -> Column | None:
    """What a column without a head holds."""

    def mostly(test: Pattern) -> bool:
        return sum(bool(test.fullmatch(fold(text))) for text in texts) * 10 >= len(texts) * 7

    if mostly(Pattern(r"(?:18|19)\d\d")):
        return Column.BIRTH
    if before and mostly(Pattern(r"\d{1,4}[.)]?")):
        return Column.ORDINAL
    if mostly(_BORN) or (not before and _hold_short_years(texts) and mostly(_MAYBE_SHORT)):
        return Column.BIRTH
    if mostly(_SEX):
        return Column.SEX
    if mostly(Pattern(r"\d\d")) and sum("20" <= text < "60" for text in texts) * 2 > len(texts):
        # "48" is a year.
        return Column.YEAR
    if mostly(_TWO_DIGITS):
        # Ages, where some would be too young for the other: else it is asked.
        return Column.AGE if max(texts) >= "80" else Column.BIRTH
    # "mất hồi tháng 7" is said in place of a number.
    numbers = [text for text in texts if sum(map(str.isdigit, text)) >= _FEWEST_DIGITS]
    told = [text for text in texts if not _NONE.fullmatch(text)]
    if _hold_phones(numbers) and len(numbers) * 4 >= len(told):
        return Column.PHONE
    if sum(map(is_place, texts)) * 2 >= len(texts):
        return Column.ADDRESS
    if not before and any(any(map(str.isalpha, text)) for text in texts):
        return Column.NOTE
    return None
