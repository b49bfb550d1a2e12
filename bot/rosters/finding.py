"""The heads of a table: where they stand, over how many lines, and what each column tells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from bot.language.text import fold
from bot.rosters.grid import Grid, words_of
from bot.rosters.heads import NAMES, Column, column_of_head, is_numbering, is_sub_head, plain_head
from bot.rosters.lines import is_signature, seems_name
from bot.rosters.naming import without_title

_HEIGHT = 3
_ABOUT_NAMES = re.compile(
    r"\b(?:ten|name|full_name|ho|hvt)\b|^(?:thanh|hoi) vien$|^nct$|nguoi cao tuoi|quy danh"
)
_LOOKED_AT = 200
_NUMBER = re.compile(r"\d[\d\s./-]*")


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


def may_be_head(grid: Grid, line: int) -> bool:
    """Whether a line may hold heads, by a glance."""
    row = grid.own(line)
    texts = [words_of(cell) for cell in row.values()]
    if len(row) < 4 and any(is_signature(each) and column_of_head(each) is None for each in texts):
        return False
    for cell in row.values():
        if isinstance(cell.value, str) and len(cell.value) <= 80:
            if _ABOUT_NAMES.search(fold(cell.value)):
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
    if len(known) * 3 < len(heads):
        return None
    return Found(start, height, tuple(heads))


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
        if len(parts) > 1 and key in (
            None,
            Column.OTHER,
            Column.BIRTH,
            Column.FULL_NAME,
            Column.ADDRESS,
        ):
            key = _of_parts(parts, key)
        heads.append(Head(column, words, key, column in grid.sheet.hidden_columns))
    return heads


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
    if any(len(text) > 40 or any(map(str.isdigit, text)) for text in texts.values()):
        return False
    named = {head.key for head in above} & NAMES
    if not named:
        return not any(seems_name(text) for text in texts.values())
    if not all(is_sub_head(text) and not is_numbering(text) for text in texts.values()):
        return False
    if len(texts) > 1:
        return True
    column = next(iter(texts))
    own_head = next((head for head in above if head.index == column), None)
    return own_head is None or any(
        head.index != column and head.words == own_head.words for head in above
    )


def _names_below(grid: Grid, at: int, column: int) -> bool:
    """Whether the column below holds names: a list of nothing else."""
    below = [words_of(grid.own(line).get(column)) for line in grid.lines[at : at + _LOOKED_AT]]
    written = [text for text in below if text]
    return bool(written) and sum(map(seems_name, written)) * 2 >= len(written)


# What the columns below the heads say of the heads


def settled(grid: Grid, found: Found) -> Found:
    """The heads, where what stands below them tells more: names in parts, crosses, men and years."""
    below = grid.lines[found.at + found.height :][:_LOOKED_AT]
    heads = list(found.heads)
    heads = _same_name_heads(heads)
    heads = _unnamed_given(grid, below, heads)
    heads = _unnamed_titles(grid, below, heads)
    heads = _full_or_family(grid, below, heads)
    heads = _dates_in_parts(heads)
    heads = _by_content(grid, below, heads)
    return replace(found, heads=tuple(heads))


def _same_name_heads(heads: list[Head]) -> list[Head]:
    """ "Họ và tên" over two columns: family name with middle name, and given name."""
    settled_heads = list(heads)
    for place in range(len(heads) - 1):
        group = [heads[place]]
        for head in heads[place + 1 :]:
            if head.words != group[0].words or head.index != group[-1].index + 1:
                break
            group.append(head)
        before = heads[place - 1] if place else None
        if group[0].key is Column.FULL_NAME and len(group) in (2, 3):
            if before is None or before.words != group[0].words:
                parts = [Column.FAMILY, Column.GIVEN] if len(group) == 2 else [
                    Column.FAMILY, Column.MIDDLE, Column.GIVEN]  # fmt: skip
                for offset, key in enumerate(parts):
                    settled_heads[place + offset] = replace(heads[place + offset], key=key)
    return settled_heads


def _texts(grid: Grid, lines: list[int], column: int) -> list[str]:
    return [text for line in lines if (text := words_of(grid.own(line).get(column)))]


def _unnamed_given(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """A column without a head beside the names that holds single words: the given names."""
    taken = {head.index for head in heads}
    for place, head in enumerate(heads):
        beside = head.index + 1
        if head.key is not Column.FULL_NAME or beside in taken or beside >= grid.width:
            continue
        pairs = [
            (words_of(grid.own(line).get(head.index)), words_of(grid.own(line).get(beside)))
            for line in below
        ]
        both = [(name, given) for name, given in pairs if name and given]
        if len(both) * 2 >= max(len([1 for name, _ in pairs if name]), 1) and all(
            given.replace(" ", "").isalpha() and len(given.split()) <= 2 for _, given in both
        ):
            settled_heads = list(heads)
            settled_heads[place] = replace(head, key=Column.FAMILY)
            settled_heads.insert(place + 1, Head(beside, head.words, Column.GIVEN, head.hidden))
            return settled_heads
    return heads


def _unnamed_titles(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """A column without a head before the names that holds "Ông" and "Bà"."""
    first = next((place for place, head in enumerate(heads) if head.key in NAMES), 0)
    before = heads[first].index - 1
    if before < 0 or any(head.index == before for head in heads):
        return heads
    texts = _texts(grid, below, before)
    if texts and all(_TITLE.fullmatch(fold(text)) for text in texts):
        return [*heads[:first], Head(before, "", Column.SEX), *heads[first:]]
    return heads


def _full_or_family(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """ "Họ và tên" beside "Tên": either the whole name and its end once more, or its two parts."""
    full = next((head for head in heads if head.key is Column.FULL_NAME), None)
    given = next((head for head in heads if head.key is Column.GIVEN), None)
    family = next((head for head in heads if head.key is Column.FAMILY), None)
    changed: dict[int, Column] = {}
    if full is not None and given is not None and family is None:
        pairs = [
            (
                fold(words_of(grid.own(line).get(full.index))),
                fold(words_of(grid.own(line).get(given.index))),
            )
            for line in below
        ]
        both = [(name, end) for name, end in pairs if name and end]
        repeated = sum(name.endswith(end) for name, end in both)
        if both and repeated * 10 >= len(both) * 7:
            changed[given.index] = Column.OTHER
        elif both and full.index < given.index:
            changed[full.index] = Column.FAMILY
    elif full is not None and family is not None:
        for head in heads:
            if head.key in (Column.FAMILY, Column.GIVEN, Column.MIDDLE):
                changed[head.index] = Column.OTHER
    elif full is None and given is not None and family is None:
        changed[given.index] = Column.FULL_NAME
    elif full is None and family is not None and given is None:
        changed[family.index] = Column.FULL_NAME
    return [replace(head, key=changed.get(head.index, head.key)) for head in heads]


def _dates_in_parts(heads: list[Head]) -> list[Head]:
    """Day, month and year in columns of their own, only where day and month are both there."""
    month = next((head for head in heads if head.key is Column.MONTH), None)
    if month is not None:
        beside = {month.index - 1: Column.DAY, month.index + 1: Column.YEAR}
        turned = [
            replace(head, key=beside[head.index])
            if head.index in beside and head.key in (Column.BIRTH, Column.DAY, Column.YEAR)
            else head
            for head in heads
        ]
        if {Column.DAY, Column.YEAR} <= {head.key for head in turned}:
            return turned
    return [
        replace(head, key=Column.OTHER) if head.key in (Column.DAY, Column.MONTH) else head
        for head in heads
    ]


_YEAR = re.compile(r"(?:18|19|20)\d\d")
_TITLE = re.compile(r"(?:cu )?(?:ong|ba)[.:]?")
"""A form of address in a column of its own: it tells the sex."""


def _by_content(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """Heads that mean one thing or another by what stands below: "Nam" and "Liên hệ"."""
    keys = Counter(head.key for head in heads)
    settled_heads = []
    for head in heads:
        if head.key is Column.MALE and not keys[Column.FEMALE] and not keys[Column.BIRTH]:
            texts = _texts(grid, below, head.index)
            if texts and sum(bool(_YEAR.search(text)) for text in texts) * 2 >= len(texts):
                head = replace(head, key=Column.BIRTH)
        elif head.key in (None, Column.OTHER) and _texts(grid, below, head.index):
            texts = _texts(grid, below, head.index)
            if not keys[Column.SEX] and all(_TITLE.fullmatch(fold(text)) for text in texts):
                head = replace(head, key=Column.SEX)
        elif head.key is Column.PHONE and plain_head(head.words) in ("lien he", "dt", "d t"):
            texts = _texts(grid, below, head.index)
            if texts and sum(sum(map(str.isdigit, text)) >= 7 for text in texts) * 2 < len(texts):
                # "DT" is a phone (điện thoại) or a people (dân tộc).
                is_contact = plain_head(head.words) == "lien he"
                head = replace(head, key=Column.CONTACT_PERSON if is_contact else Column.OTHER)
        settled_heads.append(head)
    return settled_heads


# Tables without heads, or without a head over their names


_PLACE = re.compile(r"\b(?:to|ap|thon|xom|khom|khu|so nha|duong|xa|phuong|hem|kp)\b")
_SEX = re.compile(r"nam|nu|male|female")
_PHONE = re.compile(r"(?:sdt|dt)?[\s:.]*\+?(?:\d[\s.\-()]*){9,11}")
_NOT_OF_MEMBERS = re.compile(
    r"\b(?:truong|pho|phu trach|quan ly|chu nhiem|dai dien|nguoi lap|leader|head)\b"
)
_LIKELY = 0.6
"""The share of a column's cells that read as names, from which it holds names."""


def heads_without_name(grid: Grid) -> Found | None:
    """Heads that are known but for the names': "Ông, bà", "Quý cụ"; their column is known by names.

    None, too, where the only names are those of leaders: then it is no list of members.
    """
    for at, line in enumerate(grid.lines[:_LOOKED_AT]):
        heads = _keys(grid, [line])
        known = {head.key for head in heads if head.key is not None}
        if len(known) < 2 or not known & _ABOUT_PEOPLE or _is_wordless(grid, line):
            continue
        below = grid.lines[at + 1 :][:_LOOKED_AT]
        for place, head in enumerate(heads):
            if head.key is not None or _NOT_OF_MEMBERS.search(plain_head(head.words)):
                continue
            texts = _texts(grid, below, head.index)
            if sum(seems_name(without_title(each)) for each in texts) >= max(
                _LIKELY * len(texts), 1
            ):
                heads[place] = replace(head, key=Column.FULL_NAME)
                return Found(at, 1, tuple(heads))
    return None


_ABOUT_PEOPLE = frozenset((Column.BIRTH, Column.SEX, Column.PHONE, Column.AGE, Column.ADDRESS))


def _is_wordless(grid: Grid, line: int) -> bool:
    return any(not isinstance(cell.value, str) for cell in grid.own(line).values())


def is_headed(grid: Grid) -> bool:
    """Whether some line heads columns, though none of names: nothing is guessed of such a sheet."""
    return any(
        sum(head.key is not None for head in _keys(grid, [line])) >= 3
        and not _is_wordless(grid, line)
        for line in grid.lines[:_LOOKED_AT]
    )


def without_heads(grid: Grid) -> Found | None:
    """A list that has no heads, by what its columns hold: only where names are beyond doubt."""
    lines = grid.lines[:_LOOKED_AT]
    columns = {column: _texts(grid, lines, column) for column in range(min(grid.width, 30))}
    shares = {
        column: sum(seems_name(without_title(text)) for text in texts) / len(texts)
        for column, texts in columns.items()
        if len(texts) * 2 >= len(lines)
    }
    name = max(shares, key=lambda column: shares[column], default=None)
    if name is None or shares[name] < _LIKELY or len(columns[name]) < 2:
        return None
    heads = []
    taken: set[Column] = set()
    for column, texts in columns.items():
        if not texts:
            continue
        key = Column.FULL_NAME if column == name else _kind_of(texts, before=column < name)
        if key in taken and key is not Column.ADDRESS:
            key = None
        if key is not None:
            taken.add(key)
        heads.append(Head(column, "", key, column in grid.sheet.hidden_columns))
    return Found(0, 0, tuple(heads))


def _kind_of(texts: list[str], *, before: bool) -> Column | None:
    """What a column without a head holds."""

    def mostly(test: re.Pattern[str]) -> bool:
        return sum(bool(test.fullmatch(fold(text))) for text in texts) * 10 >= len(texts) * 7

    if before and mostly(re.compile(r"\d{1,4}[.)]?")):
        return Column.ORDINAL
    if mostly(re.compile(r"(?:sinh |sn |nam sinh )*(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:18|19|20)\d\d")):
        return Column.BIRTH
    if mostly(_SEX):
        return Column.SEX
    numbers = [text for text in texts if any(map(str.isdigit, text))]
    if len(numbers) * 2 >= len(texts) and all(_PHONE.fullmatch(fold(text)) for text in numbers):
        return Column.PHONE
    if sum(bool(_PLACE.search(fold(text))) for text in texts) * 2 >= len(texts):
        return Column.ADDRESS
    if not before and all(any(map(str.isalpha, text)) for text in texts):
        return Column.NOTE
    return None
