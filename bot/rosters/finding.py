"""The heads of a table: where they stand, over how many lines, and what each column tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.grid import Grid, words_of
from bot.rosters.heads import (
    NAMES,
    Column,
    column_of_head,
    is_numbering,
    is_sub_head,
    is_unit,
    plain_head,
)
from bot.rosters.lines import group_place, group_sex, is_signature, is_title, seems_name
from bot.rosters.naming import two_names, without_number, without_title
from bot.rosters.spouses import spouse_of, whose_columns

_HEIGHT = 3
_MOST_HEAD_WORDS = 8
_FEWEST_SUB = 3
"""So many heads of a second line make heads of the others: "ng", "th", "năm", "của con"."""
_ABOUT_NAMES = Pattern(
    r"\b(?:ten|(?:sur|fore)?names?|ho|hvt)\b|^(?:the )?(?:club )?(?:members?|participants?|person|people|elders?|older persons?|beneficiar(?:y|ies))$|^(?:thanh|hoi) vien$|^nct$|^(?:chong|vo)$|nguoi cao tuoi|quy danh|^nguoi (?:vay|trong|muon|tham gia|tap|di)"
)
LOOKED_AT = 200
"""Lines of a table by which its columns are judged."""
_NUMBER = Pattern(r"\d[\d\s./-]*")


@dataclass(frozen=True)
class Head:
    """A column: its place, its words, and what it tells (None: nobody knows)."""

    index: int
    words: str
    key: Column | None
    hidden: bool = False


@dataclass(frozen=True)
class Found:
    """Heads that were found: the place in the sheet's lines where they begin, their lines, their columns."""

    at: int
    height: int
    heads: tuple[Head, ...]

    @property
    def keys(self) -> frozenset[Column]:
        """What the columns tell."""
        return frozenset(head.key for head in self.heads if head.key is not None)


def heads_of_names(heads: Iterable[Head]) -> list[Head]:
    """The columns of a name as it is spoken; a telephone's book has the given name first."""
    order = list(Column)
    named = [(order.index(head.key), head) for head in heads if head.key in NAMES]
    return [head for _, head in sorted(named, key=lambda each: each[0])]


def may_be_head(grid: Grid, line: int) -> bool:
    """Whether a line may hold heads, by a glance."""
    row = grid.own(line)
    texts = [words_of(cell) for cell in row.values()]
    if len(row) < 4 and any(is_signature(each) and column_of_head(each) is None for each in texts):
        return False
    for cell in row.values():
        if isinstance(cell.value, str) and len(cell.value) <= 80:
            if _ABOUT_NAMES.search(plain_head(cell.value)):
                return True
    return False


def find_heads(grid: Grid, at: int) -> Found | None:
    """The heads that begin at this line of the sheet or, better, one or two below it."""
    best: Found | None = None
    for start in range(at, min(at + _HEIGHT, len(grid.lines))):
        if start > at and best is None:
            break
        for height in range(1, _HEIGHT + 1):
            found = _composed(grid, start, height)
            if found is None:
                continue
            if (
                best is None
                or _worth(found) > _worth(best)
                or (
                    _worth(found) == _worth(best)
                    and (found.at == best.at or not _says_something(grid, best.at))
                )
            ):
                best = found
    return best


def _worth(found: Found) -> tuple[int, int]:
    known = {head.words for head in found.heads if head.key is not None}
    return len(found.keys), len(known)


def _says_something(grid: Grid, at: int) -> bool:
    """Whether a line has heads of its own, and not only what hangs down into it."""
    row = grid.own(grid.lines[at])
    return any(column_of_head(words_of(cell)) is not None for cell in row.values())


def _composed(grid: Grid, start: int, height: int) -> Found | None:
    """The heads of so many lines read together; None where they are no heads."""
    lines = grid.lines[start : start + height]
    if len(lines) < height or lines[-1] - lines[0] > height:
        return None
    if height > 1 and _is_titled(grid, lines[0]):
        return None
    alone = _keys(grid, lines[:1])
    if any(_is_somebodys(grid, line, alone) for line in lines):
        return None
    if height > 1 and not all(_is_second(grid, line, alone) for line in lines[1:]):
        return None
    heads = _keys(grid, lines)
    known = [head for head in heads if head.key is not None]
    keys = {head.key for head in known}
    if not keys & NAMES:
        return None
    if len(keys) < 2 and not _names_below(grid, start + height, known[0].index):
        return None
    if len(known) * 4 < len(known) + len(_kinds_of(heads)):
        return None
    return Found(start, height, tuple(heads))


def _is_titled(grid: Grid, line: int) -> bool:
    """Whether a line holds nothing but a sentence: a title above the heads is no head."""
    texts = [words_of(cell) for cell in grid.own(line).values()]
    others = [text for text in texts if not is_title(text) and group_place(text) is None]
    if any(map(is_title, texts)) and not any(map(column_of_head, others)):
        # "DANH SÁCH HỘI VIÊN; TỔ 7 ẤP BÀ CÔI", whose parts a semicolon set apart.
        return True
    return len(texts) == 1 and len(texts[0].split()) > _MOST_HEAD_WORDS


def _kinds_of(heads: list[Head]) -> set[str]:
    """The heads that nobody knows, those once that only count on: months, days of meetings."""
    return {re.sub(r"\d+", "0", fold(head.words)) for head in heads if head.key is None}


def _is_somebodys(grid: Grid, line: int, heads: list[Head]) -> bool:
    """Whether a line holds a number in a cell of its own: heads are words.

    But the days of meetings ("7/11") and bands of age ("60-79") head columns, behind the name.
    """
    numbers = [at for at, cell in grid.own(line).items() if _NUMBER.fullmatch(words_of(cell))]
    if not numbers:
        return False
    known = [head for head in heads if head.key is not None]
    name = next((head.index for head in known if head.key in NAMES), None)
    return name is None or len({head.key for head in known}) < 2 or min(numbers) < name


def _keys(grid: Grid, lines: list[int]) -> list[Head]:
    heads = []
    for column in range(grid.width):
        parts: list[str] = []
        for line in lines:
            text = words_of(grid.seen(line, column))
            if text and (not parts or parts[-1] != text):
                parts.append(text)
        if not parts:
            continue
        words = " ".join(parts)
        key = column_of_head(words)
        if len(parts) > 1 and key in _TOLD_BY_PARTS and not _is_broken(grid, lines, column, key):
            key = _of_parts(parts, key)
        if key is None and (marked := spouse_of(words)) and marked.key not in NAMES:
            # "ĐT vợ" beside couples in one cell.
            key = marked.key
        heads.append(Head(column, words, key, column in grid.sheet.hidden_columns))
    of_two = whose_columns([head.words for head in heads])
    return [
        replace(head, key=of_two[at].key) if at in of_two else head for at, head in enumerate(heads)
    ]


_TOLD_BY_PARTS = (None, Column.OTHER, Column.BIRTH, Column.FULL_NAME, Column.ADDRESS)


def _is_broken(grid: Grid, lines: list[int], column: int, key: Column | None) -> bool:
    """Whether words that nobody knows broke over two lines: the "nhà" of "Diện tích nhà" is no home.

    What has columns of its own below has none beside it in its line.
    """
    above, beside = (grid.own(lines[0]).get(each) for each in (column, column + 1))
    is_alone = above is not None and (beside is not None or column + 1 >= grid.width)
    last = column_of_head(words_of(grid.own(lines[-1]).get(column)))
    return is_alone and key is None and last is Column.ADDRESS


def _of_parts(parts: list[str], key: Column | None) -> Column | None:
    """What a head of several lines tells: its last line says it best."""
    last, first = column_of_head(parts[-1]), column_of_head(parts[0])
    if first is Column.BIRTH and last is Column.BIRTH and key is Column.BIRTH:
        bare = plain_head(parts[-1])
        return Column.YEAR if bare == "nam" else key
    if last is not None and (key is None or last in (
        Column.FAMILY, Column.GIVEN, Column.MIDDLE, Column.DAY, Column.MONTH, Column.MALE,
        Column.FEMALE,
    )):  # fmt: skip
        return last
    return key if key is not None else first


def _is_second(grid: Grid, line: int, above: list[Head]) -> bool:
    """Whether a line goes on with the heads above it: "Nam" and "Nữ" below "Năm sinh"."""
    row = grid.own(line)
    texts = {column: words_of(cell) for column, cell in row.items()}
    if not texts or any(not isinstance(cell.value, str) for cell in row.values()):
        return False
    if any(
        len(text) > 40 or (any(map(str.isdigit, text)) and not is_unit(text))
        for text in texts.values()
    ):
        return False
    named = {head.key for head in above} & NAMES
    if not named:
        # "Họ tên" reads as a name, and stands below "Chồng" and "Vợ", not below a title.
        is_headed = len({head.words for head in above}) > 1
        return not any(
            seems_name(text) and not (is_headed and column_of_head(text) in NAMES)
            for text in texts.values()
        )
    is_alone = len(texts) == 1
    if all(_ends_head(above, at, text, is_alone=is_alone) for at, text in texts.items()):
        return True
    known = sum(is_sub_head(text) and not is_numbering(text) for text in texts.values())
    # "mmHg" and "kg" say in what is measured, beside "Nam" and "Nữ".
    known += sum(map(is_unit, texts.values())) if known else 0
    if known < len(texts) and (known < _FEWEST_SUB or any(map(seems_name, texts.values()))):
        return False
    if len(texts) > 1:
        return True
    column = next(iter(texts))
    own_head = next((head for head in above if head.index == column), None)
    return own_head is None or any(
        head.index != column and head.words == own_head.words for head in above
    )


def _ends_head(above: list[Head], column: int, text: str, *, is_alone: bool) -> bool:
    """Whether a few words are the rest of the head above them: "ngũ" below "Nhập", "THOẠI" below "ĐIỆN".

    What stands below a head of names is one in small letters only: else it is a name.
    """
    begun = next((head for head in above if head.index == column), None)
    if begun is None or len(text.split()) > _MOST_BROKEN:
        return False
    is_small = text.islower() or not (is_alone or begun.key in NAMES)
    return is_small and column_of_head(f"{begun.words} {text}") is not None


_MOST_BROKEN = 4


def _names_below(grid: Grid, at: int, column: int) -> bool:
    """Whether the column below holds names: a list of nothing else."""
    below = [words_of(grid.own(line).get(column)) for line in grid.lines[at : at + LOOKED_AT]]
    written = [text for text in below if text]
    return bool(written) and sum(map(seems_name, written)) * 2 >= len(written)


# Tables without a head over their names


NOT_OF_MEMBERS = Pattern(
    r"\b(?:chu tich|giam doc|can bo|truong|pho|phu trach|quan ly|chu nhiem|dai dien|nguoi lap|leader|head)\b"
)
_LISTED = Pattern(
    r"(?:ho (?:va )?ten |ten |danh sach |ds )?(?:cac |nhung |may |quy )?(?:"
    r"(?:to|doan|doi|nhom|xa|hoc|phuong|chi hoi) vien|tin (?:do|huu)|bon dao|dao huu|phat tu|giao (?:dan|huu)|con chien|"
    r"chi em|anh em|anh chi|(?:chi|anh|cu)(?! )|ba con|co bac|co chu|chu bac|ong ba|khach hang|ho vay|chu ho|benh nhan|nguoi benh|"
    r"doi tuong|nguoi nhan(?! (?:thay|giup|dum|gium|ho)\b)|nguoi (?:thu )?huong)(?: .*)?"
)
"""Whom a list is of: those are members, where no other column names any."""
LIKELY = 0.6
"""The share of a column's cells that read as names, from which it holds names."""


def heads_without_name(grid: Grid) -> Found | None:
    """Heads that are known but for the names': "Ông, bà", "Quý cụ"; their column is known by names.

    None, too, where the only names are those of leaders: then it is no list of members.
    """
    for at, line in enumerate(grid.lines[:LOOKED_AT]):
        heads = _keys(grid, [line])
        known = {head.key for head in heads if head.key is not None}
        if not known & _ABOUT_PEOPLE or _is_wordless(grid, line):
            continue
        if len(known) < 2 and not any(_heads_those_listed(head) for head in heads):
            continue
        if any(
            _OF_SOMEBODY.search(head.words)
            for head in heads
            if head.key in _ABOUT_PEOPLE or _NUMBER.fullmatch(head.words)
        ):
            # "sinh năm 1951" is somebody's, and so is "1951".
            continue
        below = grid.lines[at + 1 :][:LOOKED_AT]
        named = [
            head for head in heads if is_of_members(head) and _are_names(grid, below, head.index)
        ]
        # Of "Chủ hộ" and "Người tham gia" the second ones are meant.
        named.sort(key=lambda head: head.key in _SECOND_TO_NAMES)
        # Where several hold names, only those that head groups are of the list.
        groups = [head for head in named if group_place(head.words) or group_sex(head.words)]
        kept = groups if len(groups) > 1 else named[:1]
        if kept:
            heads = [
                replace(head, key=Column.FULL_NAME) if head in kept else head for head in heads
            ]
            return Found(at, 1, tuple(heads))
    return None


def is_of_members(head: Head) -> bool:
    """Whether names may stand under a head that heads none: "Các cụ", not "Người phụ trách"."""
    may_be = head.key in (None, Column.NICKNAME, Column.MALE, Column.FEMALE, Column.SEX)
    return (may_be or _heads_those_listed(head)) and not NOT_OF_MEMBERS.search(
        plain_head(head.words)
    )


_SECOND_TO_NAMES = (Column.OTHER, Column.CONTACT_PERSON, Column.CIRCUMSTANCES)
"""What heads tell whose names are taken only where no others are."""


def _heads_those_listed(head: Head) -> bool:
    """Whether a head says whom the list is of: "Tổ viên", "Chị em", "Chủ hộ"."""
    may_be = head.key is None or head.key in _SECOND_TO_NAMES
    return may_be and _LISTED.fullmatch(plain_head(head.words)) is not None


def _are_names(grid: Grid, below: list[int], column: int) -> bool:
    texts = grid.texts(below, column)
    return sum(map(_names_somebody, texts)) >= max(LIKELY * len(texts), 1)


def _names_somebody(text: str) -> bool:
    """Whether a cell names somebody, or a couple."""
    return seems_name(without_title(without_number(text))) or two_names(text) is not None


_ABOUT_PEOPLE = frozenset((Column.BIRTH, Column.SEX, Column.PHONE, Column.AGE, Column.ADDRESS))


_OF_SOMEBODY = Pattern(r"(?<!\d)(?:1[89]\d\d|0\d[\d .]{6,})(?!\d)")


def _is_wordless(grid: Grid, line: int) -> bool:
    return any(not isinstance(cell.value, str) for cell in grid.own(line).values())


def is_headed(grid: Grid) -> bool:
    """Whether some line heads columns, though none of names: nothing is guessed of such a sheet."""
    return any(
        sum(head.key is not None for head in _keys(grid, [line])) >= 3
        and not _is_wordless(grid, line)
        for line in grid.lines[:LOOKED_AT]
    )
