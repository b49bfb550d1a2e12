"""Whole names in running words, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold
from bot.rosters.family_names import begins_as_name
from bot.rosters.naming import is_nickname, without_title
from bot.rosters.shortened import is_shortened
from bot.rosters.told_facts import BIRTH, SHORT

FURTHEST = 320
"""Letters behind a name in which something is said of him."""
_WORD = r"(?:[HK]['’`])?[^\W\d_][^\W\d_'’`]*"
_RUN = Pattern(rf"{_WORD}(?:[.:])?(?:\s+{_WORD}(?:[.:](?=\s))?)+")
_FORMS = r"(?:[ÔôOoBb]\.|ông|bà|cụ ông|cụ bà|cụ|bác|cô|chú|anh|chị|ong|ba|cu)"
_TITLED = Pattern(rf"{_FORMS}\s", re.IGNORECASE)
_MOST_WORDS = 9
_OF_A_PLACE = Pattern(
    r"\b(?:tuổi|đường|phố|ấp|xã|phường|thôn|xóm|trường|chùa|cầu|chợ|tượng đài|công viên|bệnh viện|ngã (?:ba|tư))\s+$",
    re.IGNORECASE,
)
"""What a street or a year is named after is nobody of the list: "đường Hoàng Sa", "tuổi Giáp Ngọ"."""
_NOT_IN_NAMES = frozenset(
    "toi tui em con cho dk voi va la hv hoi vien sn ns dt sdt clb so da sinh ngay nam".split()
)
"""Words beside names that are written with a capital, too, folded."""


def named_in(text: str) -> Iterator[tuple[int, str, int]]:
    """Whole names and where they stand, with the form of address before them."""
    before = -1
    for run in _RUN.finditer(text):
        words = list(re.finditer(r"\S+", run[0]))
        first = 0
        while first < len(words):
            last = first
            while last < min(len(words), first + _MOST_WORDS) and _may_be_named(
                [word[0] for word in words[last : last + 2]], last == first
            ):
                last += 1
                word = words[last - 1][0]
                # "Lê Th. Mười": a point behind a few letters ends nothing.
                if last - 1 > first and (word.endswith(":") or word[4:].endswith(".")):
                    break
            name = " ".join(word[0] for word in words[first:last]).rstrip(".:")
            begins = run.start() + words[first].start()
            ends = run.start() + words[last - 1].end() if last > first else 0
            is_place = _OF_A_PLACE.search(text[max(begins - 20, 0) : begins])
            behind = text[ends : ends + FURTHEST]
            # "Nguyễn Thị Tư (Tư Xoài)": what is called so in brackets is who stands before.
            is_called = text[before:begins].strip() == "(" and is_nickname(name)
            is_somebody = _is_somebody(name, behind) or any(
                test(name, text[:begins], behind) for test in (_is_of_two, _is_given)
            )
            if last > first and not is_place and not is_called and is_somebody:
                if _is_neighbour(name, behind):
                    name = name[0].upper() + name[1:]
                yield begins, name, ends
                before, first = ends, last
            else:
                first += 1


def _may_be_named(words: list[str], is_first: bool) -> bool:
    """Whether the first of these words may be one of a name."""
    word = words[0]
    if is_first and word.endswith(":"):
        # "Thêm: Lê Thị Hoa": it says what follows, and is none of its words.
        return False
    if is_first and _TITLED.match(f"{word} "):
        return True
    is_short = word.isupper() or is_first
    return word[0].isupper() and not (is_short and _is_no_name(words))


def _is_no_name(words: list[str]) -> bool:
    """Whether a word stands beside names and in none; "La Văn Quýt" has the family name La."""
    if words[0] in ("La", "Lã", "Lả") and fold(words[1] if len(words) > 1 else "") in (
        "thi",
        "van",
    ):
        return False
    if words[0] == "La" and len(words) > 1 and words[1].istitle():
        # "La Quýt 1955", but "Ten La Nguyen Thi Ba".
        return begins_as_name(f"{words[1].strip('.:')} Ba")
    return fold(words[0].strip(".:")) in _NOT_IN_NAMES


def is_whole(name: str) -> bool:
    """Whether words are a name of two words or more, after its title or with a family name."""
    bare = without_title(name)
    words = bare.split()
    if len(words) < 2 or _is_no_name(words) or not words[0][0].isupper():
        return False
    return begins_as_name(bare) or is_shortened(bare) or (bare != name and not words[0].isupper())


def _is_somebody(name: str, behind: str) -> bool:
    return is_whole(name) or _is_born(name, behind) or _is_neighbour(name, behind)


def _is_neighbour(name: str, behind: str) -> bool:
    """Whether a birth stands right behind what neighbours call somebody: "bà Tám 1950"."""
    title, _, called = name.partition(" ")
    if not _TITLED.match(f"{title} "):
        return False
    behind = _UNKNOWN_NAME.sub("", behind)
    return is_nickname(f"bà {called}") and (BIRTH.match(behind) or SHORT.match(behind)) is not None


_UNKNOWN_NAME = Pattern(
    r"^\s*\((?:không|ko|hông|hổng|chưa|quên)\s*(?:nhớ|biết|rõ|hỏi)?[^()]{0,12}(?:họ|tên)[^()]{0,12}\)",
    re.IGNORECASE,
)
""" "bà Mười (không nhớ họ) 75 tuổi"."""


def _is_given(name: str, before: str, behind: str) -> bool:
    """Whether a form with one name is somebody among such as have whole ones: ", chú Hùng 1966,"."""
    title, _, called = name.partition(" ")
    is_listed = before.rstrip().endswith((",", ";")) and _WHOLE.search(before) is not None
    is_form = called.isalpha() and called.istitle() and bool(_TITLED.match(f"{title} "))
    return is_listed and is_form and _YEAR_BEHIND.match(behind) is not None


_WHOLE = Pattern(rf"(?:[{CAPITALS}][^\W\d_]+ ){{2,}}[{CAPITALS}][^\W\d_]+")


def _is_of_two(name: str, before: str, behind: str) -> bool:
    """Whether two words of no family that is known are a name, among others: ", Thổ Nhơn 1955,"."""
    words = name.split()
    is_listed = before.rstrip().endswith((",", ";")) and _YEAR_BEHIND.match(behind) is not None
    are_words = len(words) == 2 and all(word.istitle() and word.isalpha() for word in words)
    return is_listed and are_words and not any(fold(word) in _NOT_IN_NAMES for word in words[1:])


_YEAR_BEHIND = Pattern(r"[\s,(–-]{1,3}(?:sinh (?:năm )?)?(?:18|19)\d\d(?!\d)")


def _is_born(name: str, behind: str) -> bool:
    """Whether three words or more with capitals are a name by the birth right behind them."""
    words = name.split()
    return len(words) > 2 and not name.isupper() and BIRTH.match(behind) is not None
