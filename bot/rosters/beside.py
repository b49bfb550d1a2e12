"""Tables that stand beside one another under the same line of heads: halves of a list, and couples."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.language.patterns import Pattern
from bot.rosters.finding import Found, Head
from bot.rosters.heads import NAMES, Column, plain_head
from bot.rosters.lines import group_place, group_sex
from bot.rosters.spouses import spouse_of, whose_columns

_WHOSE = Pattern(r"\b(?:cu |nguoi )?(ong|ba|chong|vo)\b")
_SEX = {"ong": "male", "chong": "male", "ba": "female", "vo": "female"}
OF_ONE = frozenset((Column.BIRTH, Column.YEAR, Column.AGE, Column.PHONE))
"""What a list tells of each once: where it comes again it is of somebody else."""
_FEWEST_SHARED = 2
_BORN = frozenset((Column.BIRTH, Column.YEAR, Column.AGE, Column.MALE, Column.FEMALE))
_LEADING = (Column.ORDINAL, Column.CODE, Column.MADE)


@dataclass(frozen=True)
class Block:
    """The columns of one table; `sex` of all who stand in it, where husbands and wives are apart."""

    heads: tuple[Head, ...]
    sex: str | None = None
    others: frozenset[int] = frozenset()
    """Columns among them that tell of the other of a couple."""
    place: str | None = None
    """Where all who stand in it live."""
    is_second: bool = False
    """Whether they are other people than those that the list is of, as who is cared for."""
    is_one_of_many: bool = False
    """Whether the same columns stand beside it again, for others."""


def side_by_side(found: Found) -> list[Block]:
    """The columns of each table, where a line holds several beside one another."""
    names = [head for head in found.heads if head.key in (Column.FULL_NAME, Column.FAMILY)]
    again = [head for head in names if head.key is names[0].key] if names else []
    if len(again) < 2:
        return [Block(_once(found.heads), _sex_of_those(names))]
    if two := _of_two(found.heads):
        return two
    if couple := _couple(found.heads, again):
        return couple
    if groups := _of_groups(found.heads, again):
        return groups
    if len({plain_head(head.words) for head in again}) > 1:
        return _of_others(found.heads, again[1].index)
    return _alike(_parted(found.heads, again))


_MANY = r"(?:cac|nhung|may|quy)"
_TITLED = r"ho (?:va )?ten|ten|ds|danh sach"
_NAMES_OF = rf"(?:(?:{_TITLED}) )?(?:{_MANY} )*(?:(?:hoi|thanh) vien )?"
_WOMEN = Pattern(
    rf"{_NAMES_OF}(?:chi em(?: phu nu)?(?: (?:hoi|thanh) vien)?|phu nu|cu ba|{_MANY} (?:chi|ba|me|ma|co|di))|(?:{_TITLED}) ba"
)
_MEN = Pattern(rf"{_NAMES_OF}(?:cu ong|{_MANY} (?:anh|ong|chu))|(?:{_TITLED}) ong")


def _sex_of_those(names: list[Head]) -> str | None:
    """The sex that the one head over names says of all below it: "Chị em", "Các ông"."""
    head = plain_head(names[0].words) if names else ""
    sex = "female" if _WOMEN.fullmatch(head) else "male" if _MEN.fullmatch(head) else None
    return sex or (_sex_of(names[0]) if names else None)


def _parted(heads: tuple[Head, ...], names: list[Head]) -> list[tuple[Head, ...]]:
    """The columns of each table, from its number or its name on."""
    numbers = [head for head in heads if head.key is Column.ORDINAL]
    is_numbered = len(numbers) == len(names) and numbers[0].index < names[0].index
    starts = numbers if is_numbered else names
    blocks: list[tuple[Head, ...]] = []
    first = 0
    for bound in [*(head.index for head in starts[1:]), heads[-1].index + 1]:
        blocks.append(tuple(head for head in heads if first <= head.index < bound))
        first = bound
    return blocks


def _of_groups(heads: tuple[Head, ...], names: list[Head]) -> list[Block]:
    """Names whose heads say only which group they are of: "Tổ 1" and "Tổ 2", "Nam" and "Nữ"."""
    groups = [(group_place(head.words), group_sex(head.words) or _sex_of(head)) for head in names]
    if len(set(groups)) < len(groups) or not all(place or sex for place, sex in groups):
        return []
    blocks = [Block(_once(block)) for block in _parted(heads, names)]
    return [
        replace(block, sex=sex, place=place, is_one_of_many=True)
        for block, (place, sex) in zip(blocks, groups, strict=True)
    ]


def _sex_of(head: Head) -> str | None:
    """The sex that "Hội viên nam" and "Họ tên nữ" say."""
    found = re.search(r"(?<!việt )\b(nam|nữ)\s*$", head.words.strip(" :.*()").lower())
    return {"nam": "male", "nữ": "female"}[found[1]] if found else None


def _alike(blocks: list[tuple[Head, ...]]) -> list[Block]:
    """Blocks that tell the same of each; of who stands in one that tells less it is asked."""
    first = {head.key for head in blocks[0]} - {None, Column.OTHER}
    parts = []
    for block in blocks:
        shared = {head.key for head in block} & first
        # Names with phones, but without births beside those that have them, may be whom to call.
        is_second = len(shared) < min(len(first), _FEWEST_SHARED) or (
            bool(first & _BORN) and not {head.key for head in block} & _BORN
        )
        parts.append(Block(_once(block), is_second=is_second, is_one_of_many=True))
    return parts


def _of_others(heads: tuple[Head, ...], bound: int) -> list[Block]:
    """ "Tình nguyện viên | Năm sinh | Người được chăm sóc | Năm sinh": whose each birth and phone is."""
    wives = [head for head in heads if head.index == bound and spouse_of(head.words) is not None]
    if wives and not spouse_of(heads[0].words):
        leading = [head for head in heads if head.key in (*_LEADING, Column.ADDRESS)]
        named = {head.index for head in heads if head.key in NAMES} - {bound}
        rest = tuple(head for head in heads if head.index != bound)
        return [
            Block(_once(rest), others=frozenset((bound,))),
            Block(_once((*leading, *wives)), "female", frozenset(named), is_second=True),
        ]
    first = tuple(head for head in heads if head.index < bound)
    second = tuple(head for head in heads if head.index >= bound)
    if not all({head.key for head in part} & OF_ONE for part in (first, second)):
        return [Block(_once(heads))]
    # Who of them is a member may be marked; else it is asked.
    is_marked = any(head.key is Column.MEMBER for head in second)
    return [Block(_once(first)), Block(_once(second), is_second=not is_marked)]


def _couple(heads: tuple[Head, ...], names: list[Head]) -> list[Block]:
    """ "Họ tên ông | Năm sinh | Họ tên bà | Năm sinh | Địa chỉ": two people a line, one address."""
    if len(names) != 2:
        return []
    whose = [_WHOSE.findall(plain_head(head.words)) for head in names]
    if any(len(each) != 1 for each in whose) or _SEX[whose[0][0]] == _SEX[whose[1][0]]:
        return []
    bound = names[1].index
    first = [head for head in heads if head.index < bound and head.key not in _LEADING]
    second = [head for head in heads if head.index >= bound]
    told = {head.key for head in first}
    own = [head for head in second if head.key in told]
    shared = [head for head in second if head.key is not None and head.key not in told]
    leading = [head for head in heads if head.key in _LEADING]
    of_first, of_second = ({head.index for head in each} for each in (first, own))
    return [
        Block(_once((*leading, *first, *shared)), _SEX[whose[0][0]], frozenset(of_second)),
        Block(_once((*leading, *own, *shared)), _SEX[whose[1][0]], frozenset(of_first)),
    ]


def _of_two(heads: tuple[Head, ...]) -> list[Block]:
    """ "Họ tên ông | Họ tên bà | NS ông | NS bà | Địa chỉ": each column is of whom its head names."""
    marked = whose_columns([head.words for head in heads])
    leading = [head for head in heads if head.key in _LEADING]
    own = [[heads[at] for at, each in marked.items() if each.place == place] for place in (0, 1)]
    unmarked = [
        head for at, head in enumerate(heads) if at not in marked and head.key not in _LEADING
    ]
    shared = []
    for head in unmarked:
        same = [each for each in unmarked if each.key is head.key]
        if head.key in OF_ONE and len(same) == len(own):
            # "Năm sinh" twice, without a word whose.
            own[same.index(head)].append(head)
        else:
            shared.append(head)
    sexes = {each.place: each.sex for each in marked.values()}
    # Beside women husbands may be no members: "Họ tên | Năm sinh | Họ tên chồng | NS chồng".
    is_besides = any(
        at in marked and spouse_of(head.words) is None and head.key in NAMES
        for at, head in enumerate(heads)
    )
    return [
        Block(
            _once((*leading, *own[place], *shared)), sexes[place],
            frozenset(head.index for head in own[1 - place]),
            is_second=is_besides and place == 0 and sexes[0] == "male" and _is_marked(own[0]),
        )
        for place in (0, 1) if marked
    ]  # fmt: skip


def _is_marked(heads: list[Head]) -> bool:
    """Whether the head over the names of one of a couple says who that is to the other."""
    return any(head.key in NAMES and spouse_of(head.words) is not None for head in heads)


def _once(heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """The same columns with one name each: a second one is of somebody else."""
    seen: set[Column] = set()
    kept = []
    for head in sorted(heads, key=lambda each: (each.hidden, each.index)):
        if (head.key in NAMES and head.key in seen) or (head.hidden and head.key in seen):
            head = replace(head, key=Column.OTHER)
        if head.key is not None:
            seen.add(head.key)
        kept.append(head)
    return tuple(sorted(kept, key=lambda each: each.index))
