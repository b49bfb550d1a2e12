"""Whose each column is, where a line holds two people: "NS ông" and "NS bà", "SĐT (vợ)", "Họ tên 2"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.language.patterns import Pattern
from bot.rosters.heads import NAMES, Column, column_of_head

_WORDS = r"ông|bà|chồng|vợ|nam|nữ|ong|ba|chong|vo|nu|1|2|A|B|thứ nhất|thứ hai"
_BEHIND = Pattern(
    rf"(?P<bare>.*?)(?:\b|[\s(/.–-])(?:của |cua |người |nguoi |cụ )*(?P<mark>{_WORDS})[\s).:*]*",
    re.IGNORECASE,
)
_BEFORE = Pattern(
    rf"(?:cụ |người )?(?P<mark>{_WORDS})(?![^\W_])[\s:./–-]*(?P<bare>.*)", re.IGNORECASE
)
_OF = {
    "ông": ("ông bà", 0, "male"), "ong": ("ông bà", 0, "male"), "bà": ("ông bà", 1, "female"), "ba": ("ông bà", 1, "female"),
    "chồng": ("vợ chồng", 0, "male"), "chong": ("vợ chồng", 0, "male"), "vợ": ("vợ chồng", 1, "female"), "vo": ("vợ chồng", 1, "female"),
    "nam": ("nam nữ", 0, "male"), "nữ": ("nam nữ", 1, "female"), "nu": ("nam nữ", 1, "female"),
    "1": ("1 2", 0, None), "2": ("1 2", 1, None), "a": ("a b", 0, None), "b": ("a b", 1, None),
    "thứ nhất": ("thứ", 0, None), "thứ hai": ("thứ", 1, None),
}  # fmt: skip
_LONGEST = 60
_MAY_STAND_ALONE = ("ông bà", "vợ chồng")
"""Pairs whose words head names by themselves: "Chồng" beside "NS chồng"."""


@dataclass(frozen=True)
class Marked:
    """A column of one of two: of which pair, which of both, and what it tells."""

    pair: str
    place: int
    sex: str | None
    key: Column


def whose_columns(words: Sequence[str]) -> dict[int, Marked]:
    """The columns of one or the other of two people, by their places among the heads.

    None where names are not marked for both, where others stand unmarked, or where only names are.
    """
    marked = [_marked(each) for each in words]
    sides: dict[str, set[int]] = defaultdict(set)
    for each in marked:
        if each is not None and each.key in NAMES:
            sides[each.pair].add(each.place)
    pair = next((pair for pair, places in sides.items() if len(places) > 1), None)
    if pair is None:
        return _beside_one(words, marked)
    of_pair = {at: each for at, each in enumerate(marked) if each is not None and each.pair == pair}
    others = {column_of_head(text) for at, text in enumerate(words) if at not in of_pair}
    is_told = any(each.key not in NAMES for each in of_pair.values())
    is_shared = bool(others - {None, Column.ORDINAL})
    are_lists = any(each.key is Column.ORDINAL for each in of_pair.values()) or (
        # Men on the left and women on the right share nothing.
        pair == _OF["nam"][0] and not is_shared and _stand_apart(of_pair)
    )
    return of_pair if is_told and not are_lists and not others & NAMES else {}


_BORN = (Column.BIRTH, Column.YEAR, Column.AGE)
_OF_ONE = (*_BORN, Column.SEX, Column.PHONE, Column.FULL_NAME)
_OTHER = {"male": "female", "female": "male"}


def _beside_one(words: Sequence[str], marked: list[Marked | None]) -> dict[int, Marked]:
    """The columns of two of whom one is marked, with a birth: "Họ tên | Năm sinh | Họ tên vợ | NS vợ"."""
    theirs = {at: each for at, text in enumerate(words) if (each := spouse_of(text)) is not None}
    named = [at for at, each in theirs.items() if each.key in NAMES]
    unmarked = {
        at: key
        for at, text in enumerate(words)
        if marked[at] is None and (key := column_of_head(text)) in _OF_ONE
    }
    first = [at for at, key in unmarked.items() if key is Column.FULL_NAME]
    is_born = any(each.key in _BORN for each in theirs.values())
    is_one = len({(each.pair, each.place) for each in theirs.values()}) == 1
    if len(named) != 1 or len(first) != 1 or first[0] > named[0] or not (is_born and is_one):
        return {}
    spouse = theirs[named[0]]
    sex = _OTHER.get(spouse.sex or "")
    others = {
        at: Marked(spouse.pair, 1 - spouse.place, sex, key)
        for at, key in unmarked.items()
        if key is not None
    }
    return theirs | others


def _stand_apart(of_pair: dict[int, Marked]) -> bool:
    """Whether all columns of one stand before those of the other."""
    places = [of_pair[at].place for at in sorted(of_pair)]
    return places == sorted(places)


_TWO = Pattern(r"\b(?:ông|bà|chồng|vợ|ong|ba|chong|vo)\b", re.IGNORECASE)


def spouse_of(head: str) -> Marked | None:
    """Of which of a couple a column is: "ĐT vợ", "Năm sinh (chồng)"; None where it is of both or of nobody."""
    marked = _marked(head) if len(_TWO.findall(head)) == 1 else None
    return marked if marked is not None and marked.pair in _MAY_STAND_ALONE else None


@lru_cache(maxsize=1024)
def _marked(head: str) -> Marked | None:
    if len(head) > _LONGEST:
        return None
    for form in (_BEHIND, _BEFORE):
        found = form.fullmatch(head.strip())
        if found is None:
            continue
        pair, place, sex = _OF[found["mark"].lower()]
        bare = found["bare"].strip(" (/.:–-")
        key = column_of_head(bare) if bare else None
        if not bare and pair in _MAY_STAND_ALONE:
            key = Column.FULL_NAME
        if key is not None:
            return Marked(pair, place, sex, Column.FULL_NAME if key is Column.GIVEN else key)
    return None
