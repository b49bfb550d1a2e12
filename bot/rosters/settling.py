"""What stands below the heads of a table tells more of them: names in parts, crosses, men and years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold
from bot.rosters.absence import UNMARKED, Absence
from bot.rosters.book import Cell
from bot.rosters.contacts import read_written_phone
from bot.rosters.finding import LOOKED_AT, Found, Head
from bot.rosters.grid import Grid, is_cross, words_of
from bot.rosters.headless import headless, holds_names
from bot.rosters.heads import NAMES, Column, plain_head
from bot.rosters.lines import is_sum, seems_name
from bot.rosters.naming import without_title
from bot.rosters.owners import tells_owners
from bot.rosters.spouses import spouse_of


def settled(grid: Grid, found: Found) -> Found:
    """The heads, where what stands below them tells more: names in parts, crosses, men and years."""
    below = grid.lines[found.at + found.height :][:LOOKED_AT]
    heads = list(found.heads)
    heads = _marked_members(grid, below, heads)
    heads = _only_names(grid, below, heads)
    heads = _same_name_heads(grid, below, heads)
    heads = _unnamed_given(grid, below, heads)
    heads = _unnamed_titles(grid, below, heads)
    heads = _full_or_family(grid, below, heads)
    heads = _dates_in_parts(heads)
    heads = _by_content(grid, below, heads)
    heads = _told_by_cells(grid, below, heads)
    heads = _of_helpers(grid, below, heads)
    heads = _wives(grid, below, heads)
    heads = _other_people(grid, below, heads)
    heads = _beyond_heads(grid, below, heads)
    return replace(found, heads=tuple(heads))


_BORN = (Column.BIRTH, Column.YEAR, Column.AGE)


_HELPERS = Pattern(
    r"\b(?:tnv|tinh nguyen vien|ctv|cong tac vien|nguoi cham soc|doan vien|volunteer|carer|caregiver)\b"
)


def _of_helpers(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """Columns of who looks after those of the list: "Tình nguyện viên", "SĐT TNV" reach nobody else."""
    of_list = [head for head in heads if head.key in NAMES]
    if not of_list or any(_HELPERS.search(plain_head(head.words)) for head in of_list):
        return heads
    becomes: dict[Column | None, Column] = {
        Column.PHONE: Column.CONTACT_PHONE,
        Column.NOTE: Column.NOTE,
    }
    settled_heads = []
    for head in heads:
        if _HELPERS.search(plain_head(head.words)):
            are_names = head.key is None and _hold_names(grid.texts(below, head.index))
            key = Column.CONTACT_PERSON if are_names else becomes.get(head.key, Column.OTHER)
            head = replace(head, key=key)
        settled_heads.append(head)
    return settled_heads


def _wives(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """ "Họ tên vợ" of whom nothing more is told: she may be one of the list, and is asked about."""
    named = [head for head in heads if head.key in NAMES]
    if any(head.key is not Column.FULL_NAME for head in named) or len(named) != 1:
        return heads
    for place, head in enumerate(heads):
        wife = spouse_of(head.words) if head.key in (None, Column.OTHER) else None
        is_told = any(spouse_of(each.words) for each in heads if each != head)
        if wife is None or wife.sex != "female" or wife.key not in NAMES or is_told:
            continue
        texts = grid.texts(below, head.index)
        names = sum(seems_name(without_title(text)) for text in texts)
        if 0 < len(texts) <= 2 * names and head.index > named[0].index:
            return [*heads[:place], replace(head, key=wife.key), *heads[place + 1 :]]
    return heads


def _other_people(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """A further column of names with a birth or a phone behind it, as those before have theirs.

    Under a head that nobody knows they may be members; those under "Vợ" are none, but what stands
    behind is of them.
    """
    name = next((head.index for head in heads if head.key in NAMES), None)
    if name is None:
        return heads
    for place, head in enumerate(heads):
        if head.key not in (None, Column.OTHER) or head.index < name + 2:
            continue
        before, behind = heads[:place], heads[place + 1 :]
        again = [
            each for each in behind if any(_is_one_kind(each.key, other.key) for other in before)
        ]
        if not again or not _hold_names(grid.texts(below, head.index)):
            continue
        if head.key is None:
            return [*before, replace(head, key=Column.FULL_NAME), *behind]
        return [replace(each, key=Column.OTHER) if each in again else each for each in heads]
    return heads


def _beyond_heads(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """Columns beyond the last head, where they hold names: a list that goes on beside itself."""
    name = next((head for head in heads if head.key is Column.FULL_NAME), None)
    beyond = {
        column: texts
        for column in range(heads[-1].index + 1, min(grid.width, heads[-1].index + _MOST_BEYOND))
        if (texts := grid.texts(below, column))
    }
    names = [column for column, texts in beyond.items() if holds_names(texts)]
    if name is None or not names:
        return heads
    more = headless(grid, beyond, names)
    return heads + [
        replace(head, words=name.words) if head.key is Column.FULL_NAME else head for head in more
    ]


def _is_one_kind(first: Column | None, second: Column | None) -> bool:
    """Whether both tell a birth, or both a phone."""
    return (first in _BORN and second in _BORN) or first is second is Column.PHONE


def _hold_names(texts: list[str]) -> bool:
    names = sum(seems_name(without_title(text)) for text in texts)
    return len(texts) >= _FEWEST and names * 10 >= len(texts) * 6


_MOST_BEYOND = 30
_OF_MEMBERS = Pattern(
    r"(?:la |co )?(?:hv|hoi vien|thanh vien)(?: (?:clb|cau lac bo|lth|ltn|lien the he|hoi|tgn))*"
    r"|.*\b(?:tham gia|tg|sinh hoat|sh|vao|vo|trong|thuoc) (?:clb|cau lac bo)\b.*|(?:is )?(?:a )?(?:club )?member(?: of .*)?|(?:vao |vo |co (?:ten )?trong )?(?:clb|cau lac bo)(?: lth| lien the he)?"
)
_LABELS = Pattern(r"labels?|group membership|categories|nhan")
"""What telephones' books sort people by."""
_OF_CLUB = Pattern(r"\b(?:clb|cau lac bo|lth|ltn|lien the he)\b")
_MARKED = ("c", "y")
_NOT_MARKED = ("khong", "ko", "k", "0", "no", "chua", "-")


def is_marked_member(text: str) -> bool:
    """Whether a mark says that somebody is a member: a cross, "C" beside "K"."""
    return is_cross(text) or fold(text) in _MARKED or bool(_OF_CLUB.search(fold(text)))


def unmarked(heads: Iterable[Head], row: Mapping[int, Cell]) -> Absence | None:
    """Whether members are marked and a line isn't."""
    marks = [head.index for head in heads if head.key is Column.MEMBER]
    is_marked = not marks or is_marked_member(words_of(row.get(marks[0])))
    return None if is_marked else Absence(UNMARKED)


def _marked_members(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """ "HV CLB" with a cross for some: the others of a household are no members."""
    named = [head for head in heads if head.key in NAMES]
    for place, head in enumerate(heads):
        if _LABELS.fullmatch(plain_head(head.words)):
            texts = grid.texts(below, head.index)
            of_club = sum(bool(_OF_CLUB.search(fold(text))) for text in texts)
            if of_club >= _FEWEST:
                return [*heads[:place], replace(head, key=Column.MEMBER), *heads[place + 1 :]]
        if not _OF_MEMBERS.fullmatch(plain_head(head.words)) or named == [head]:
            continue
        texts = grid.texts([line for line in below if not _is_summed(grid, line)], head.index)
        marks = [is_marked_member(text) for text in texts]
        if any(marks) and all(
            mark or fold(text) in _NOT_MARKED for mark, text in zip(marks, texts, strict=True)
        ):
            return [*heads[:place], replace(head, key=Column.MEMBER), *heads[place + 1 :]]
    return heads


def _is_summed(grid: Grid, line: int) -> bool:
    """Whether a line counts people: "Cộng: 5 hộ"."""
    return any(is_sum(words_of(cell)) for cell in grid.own(line).values())


def _only_names(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """A further "Họ và tên" whose cells, where there are some, are no names tells something else."""
    kept, seen = [], False
    for head in heads:
        if head.key is Column.FULL_NAME:
            texts = grid.texts(below, head.index)
            is_none = seen and texts and not any(map(str.isalpha, "".join(texts)))
            seen, head = True, replace(head, key=Column.OTHER) if is_none else head
        kept.append(head)
    return kept


def _same_name_heads(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """ "Họ và tên" over two columns: family name with middle name, and given name."""
    settled_heads = list(heads)
    for place in range(len(heads) - 1):
        if all(holds_names(grid.texts(below, head.index)) for head in heads[place : place + 2]):
            # Two lists of names beside one another.
            continue
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
    texts = grid.texts(below, before)
    if _are_titles(texts):
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
        if given is not None and _are_turned(grid, below, (full, family, given)):
            # "An Lê Văn", as telephones show it, beside its parts.
            return [replace(head, key=Column.OTHER) if head == full else head for head in heads]
        for head in heads:
            if head.key in (Column.FAMILY, Column.GIVEN, Column.MIDDLE):
                changed[head.index] = Column.OTHER
    elif full is None and given is not None and family is None:
        # Two of them stand beside one another where two tables do.
        changed |= {head.index: Column.FULL_NAME for head in heads if head.key is Column.GIVEN}
    elif full is None and family is not None and given is None:
        changed[family.index] = Column.FULL_NAME
    return [replace(head, key=changed.get(head.index, head.key)) for head in heads]


def _are_turned(grid: Grid, below: list[int], heads: tuple[Head, Head, Head]) -> bool:
    """Whether a column of whole names begins with the given ones that stand in one of their own."""
    rows = [[words_of(grid.own(line).get(head.index)) for head in heads] for line in below]
    told = [row for row in rows if all(row)]
    turned = sum(
        fold(full).startswith(f"{fold(given)} ") and fold(full).split()[-1] in fold(family).split()
        for full, family, given in told
    )
    return len(told) > 0 and turned * 2 > len(told)


def _dates_in_parts(heads: list[Head]) -> list[Head]:
    """Day, month and year in columns of their own, only where day and month are both there."""
    month = next((head for head in heads if head.key is Column.MONTH), None)
    if month is not None:
        beside = {month.index - 1: Column.DAY, month.index + 1: Column.YEAR}
        # "NAM" without accents is a year, where no column is for women.
        has_sexes = any(head.key is Column.FEMALE for head in heads)
        parts = (Column.BIRTH, Column.DAY, Column.YEAR, *(() if has_sexes else (Column.MALE,)))
        turned = [
            replace(head, key=beside[head.index])
            if head.index in beside and head.key in parts
            else head
            for head in heads
        ]
        if {Column.DAY, Column.YEAR} <= {head.key for head in turned}:
            return turned
    return [
        replace(head, key=Column.OTHER) if head.key in (Column.DAY, Column.MONTH) else head
        for head in heads
    ]


def _told_by_cells(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """Births and phones under heads that say neither, or under none: the cells themselves tell.

    "Sinh ngày" heads a day as well as a birth, and what heads phones has many names.
    """
    keys = {head.key for head in heads}
    settled_heads = list(heads)
    first, last = heads[0].index, heads[-1].index
    taken = {head.index for head in heads}
    settled_heads += [
        Head(column, "", None, column in grid.sheet.hidden_columns)
        for column in range(first, min(last + 2, grid.width))
        if column not in taken
    ]
    for key, test in _BY_CELLS:
        if keys & _TOLD[key]:
            continue
        for place, head in enumerate(settled_heads):
            if head.key is not None and plain_head(head.words) not in _MAY_BE_BIRTH:
                continue
            texts = grid.texts(below, head.index)
            fewest = 1 if key is Column.PHONE else _FEWEST
            if len(texts) >= fewest and sum(map(test, texts)) * 10 >= len(texts) * 7:
                settled_heads[place] = replace(head, key=key)
                break
    kept = [head for head in settled_heads if head.words or head.key is not None or head in heads]
    return sorted(kept, key=lambda head: head.index)


def _is_birth(text: str) -> bool:
    return bool(_BIRTH.fullmatch(text))


def _is_phone(text: str) -> bool:
    """Whether a cell holds a number that can be called and no more than a word or two."""
    return sum(map(str.isdigit, text)) <= 24 and read_written_phone(text).number is not None


def _is_home(text: str) -> bool:
    """Whether a part of a cell is a place: "217/2 Lê Lợi, KP Hải Bình", "phum Trà Kha", "T. 3"."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    return any(_HOME.match(fold(part)) or _STREET.match(part) for part in parts)


_BETWEEN = Pattern(r"[,;\n]|\s[-–]\s")
_HOME = Pattern(
    r"(?:to|ap|thon|xom|khom|khu pho|hem|kp|so nha|nha so|duong|soc|phum|buon|lang|tdp|ngo|ngach|kiet|giao ho|giao xu) (?:so )?\w"
    r"|(?:t|kp|tdp)\. ?\d"
)
_STREET = Pattern(
    rf"\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}}[A-Za-z]?)* (?:(?:đường|hẻm) )?[{CAPITALS}][^\W\d_]*(?: |$)"
)
_FEWEST = 2
_BIRTH = Pattern(r"(?:\d{1,2}\s*[/.\-]\s*){0,2}(?:19[0-8]\d|18\d\d)")
_MAY_BE_BIRTH = ("sinh ngay", "ngay")
_TOLD: dict[Column, frozenset[Column]] = {
    Column.BIRTH: frozenset((Column.BIRTH, Column.YEAR, Column.AGE, Column.MALE)),
    Column.PHONE: frozenset((Column.PHONE, Column.CONTACT_PHONE)),
    Column.ADDRESS: frozenset((Column.ADDRESS,)),
}
_BY_CELLS: tuple[tuple[Column, Callable[[str], bool]], ...] = (
    (Column.BIRTH, _is_birth),
    (Column.PHONE, _is_phone),
    (Column.ADDRESS, _is_home),
)


_YEAR = Pattern(r"(?:18|19|20)\d\d")
_DAY = Pattern(r"(?:\d{1,2}\s*[/.\-]\s*){0,2}(?:18|19|20)\d\d")


def _is_behind_phone(heads: list[Head], head: Head) -> bool:
    return any(each.key is Column.PHONE and each.index == head.index - 1 for each in heads)


def _is_of_no_house(head: Head) -> bool:
    """Whether a head is of homes, but of no number of a house, which may look like a year."""
    words = plain_head(head.words)
    return head.key is Column.ADDRESS and not re.search(
        r"\b(?:so nha|nha so|nha|hem|address|house)\b", words
    )


def _are_days(texts: list[str]) -> bool:
    """Whether a column holds days and years: nobody lives there, whatever its head says."""
    days = sum(_DAY.fullmatch(text) is not None for text in texts)
    return len(texts) >= _FEWEST and days * 10 >= len(texts) * 7


_TITLE = Pattern(r"(?:cu )?(?:ong|ba)[.:]?")
"""A form of address in a column of its own: it tells the sex."""


def _are_titles(texts: list[str]) -> bool:
    """Whether a column holds forms of address, but for who signs below it."""
    titles = sum(_TITLE.fullmatch(fold(text)) is not None for text in texts)
    return titles * 10 >= max(len(texts), 1) * 8


_MAY_NUMBER = ("so", "tt")


def _of_numbers(texts: list[str], head: Head, keys: Counter[Column | None]) -> Head:
    """ "Số" over phones, and "TT" over how people are (tình trạng)."""
    if texts and sum(map(_is_phone, texts)) * 2 >= len(texts) and not keys[Column.PHONE]:
        return replace(head, key=Column.PHONE)
    words = sum(not any(map(str.isdigit, text)) for text in texts)
    is_second = keys[Column.ORDINAL] > 1 and texts and words * 2 >= len(texts)
    are_codes = all(len(text) <= _LONGEST_CODE for text in texts)
    return replace(head, key=Column.STATUS if are_codes else Column.NOTE) if is_second else head


_LONGEST_CODE = 2


def _by_content(grid: Grid, below: list[int], heads: list[Head]) -> list[Head]:
    """Heads that mean one thing or another by what stands below: "Nam" and "Liên hệ"."""
    keys = Counter(head.key for head in heads)
    settled_heads = []
    for head in heads:
        if head.key is Column.MALE and not keys[Column.FEMALE] and not keys[Column.BIRTH]:
            texts = grid.texts(below, head.index)
            if texts and sum(bool(_YEAR.search(text)) for text in texts) * 2 >= len(texts):
                head = replace(head, key=Column.BIRTH)
        elif head.key in (None, Column.OTHER) and grid.texts(below, head.index):
            texts = grid.texts(below, head.index)
            if plain_head(head.words) == "n" and all(map(is_cross, texts)):
                # A cross under "N" (nữ).
                head = replace(head, key=Column.FEMALE)
            if not keys[Column.SEX] and _are_titles(texts):
                head = replace(head, key=Column.SEX)
        elif head.key is Column.RELATION and _is_behind_phone(heads, head):
            if tells_owners(grid.texts(below, head.index)):
                head = replace(head, key=Column.WHOSE)
        elif _is_of_no_house(head) and _are_days(grid.texts(below, head.index)):
            head = replace(head, key=Column.OTHER)
        elif head.key is Column.ORDINAL and plain_head(head.words) in _MAY_NUMBER:
            head = _of_numbers(grid.texts(below, head.index), head, keys)
        elif head.key is Column.PHONE and plain_head(head.words) in ("lien he", "dt", "d t"):
            texts = grid.texts(below, head.index)
            if texts and sum(sum(map(str.isdigit, text)) >= 7 for text in texts) * 2 < len(texts):
                # "DT" is a phone (điện thoại) or a people (dân tộc).
                is_contact = plain_head(head.words) == "lien he"
                head = replace(head, key=Column.CONTACT_PERSON if is_contact else Column.OTHER)
        settled_heads.append(head)
    return settled_heads
