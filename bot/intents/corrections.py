"""What somebody wants to put right of what was read back: "sửa địa chỉ", "lộn rồi, tên là Lan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.intents.words import is_whole
from bot.language.text import fold, single_line

_ALL_RIGHT = (
    "đúng hết rồi",
    "đúng hết",
    "đúng cả rồi",
    "đúng cả",
    "đủ hết rồi",
    "không sai chỗ nào",
    "không có gì sai",
    "đâu có sai",
    "không sửa gì",
    "ok hết",
    "được hết rồi",
    "chuẩn",
    "chuẩn rồi",
    "y vậy",
    "y vậy đó",
    "vậy đó",
    "vậy là đúng",
    "vậy được rồi",
    "rồi đó",
    "xong hết rồi",
)

_ALIKE = (
    ("cho o", "dia chi", "noi o", "address"),
    ("ho va ten", "ho ten", "ten", "full name", "name"),
    ("so dien thoai", "sdt", "so dt", "dien thoai", "so phone", "phone", "phone number"),
    ("nam sinh", "ngay sinh", "nam sanh", "tuoi", "year of birth"),
    ("nam hay nu", "gioi tinh", "nam nu", "sex"),
    ("goi la", "cach goi", "called"),
    ("hoan canh", "circumstances"),
)
"""Names of the same thing, as people have them."""
_WRONG = frozenset("sua doi sai nham lon ua chinh thay fix correct change wrong".split())
_AROUND = frozenset(
    "lai roi lon nham sai giup dum gium cho con toi tui dum cai cho phan cua ba ong bac oi da a u thoi "
    "khoan bi my the is".split()
)
_TELLS = frozenset(("la", "thanh", "is"))
"""Without "to", which is tổ."""
_ENDS = frozenset(
    "sai roi nham lon bi khong dung chua moi a nha nhe con di lai giup dum gium".split()
)
LONGEST = 16
"""Words: a longer text tells something else."""


@dataclass(frozen=True)
class Correction:
    """Which of the names is meant, and what should stand there where it was said."""

    place: int
    value: str = ""
    plainly: bool = False
    """Whether it says that something is to be put right, and doesn't only name it."""


def read_correction(text: str, names: Sequence[str]) -> Correction | None:
    """The one of some names that a whole message wants to put right; None for any doubt."""
    words = re.sub(r"[,:;.!]+(?= |$)", " , ", single_line(text)).split()
    plain = [fold(word) for word in words]
    if not 1 <= len([word for word in plain if word != ","]) <= LONGEST or "?" in text:
        return None
    hits: list[Correction] = []
    for place, name in enumerate(names):
        for form in _forms(fold(name)):
            found = _read(words, plain, form.split(), place)
            if found is not None:
                hits.append(found)
                break
    return hits[0] if len(hits) == 1 else None


def _forms(name: str) -> tuple[str, ...]:
    """The ways to name one thing, longest first."""
    for alike in _ALIKE:
        if name in alike:
            return tuple(sorted(alike, key=len, reverse=True))
    return (name,)


def _read(words: list[str], plain: list[str], form: list[str], place: int) -> Correction | None:
    for start in range(len(plain) - len(form) + 1):
        if plain[start : start + len(form)] != form:
            continue
        before = [word for word in plain[:start] if word != ","]
        if any(word not in _WRONG and word not in _AROUND for word in before):
            continue
        plainly = any(word in _WRONG for word in before)
        rest = start + len(form)
        while rest < len(words) and plain[rest] in (*_TELLS, ",", "cua", "ba", "ong", "toi", "con"):
            rest += 1
        told = any(word in _TELLS or word == "," for word in plain[start + len(form) : rest])
        end = len(words)
        while end > rest and plain[end - 1] in (*_ENDS, ","):
            end -= 1
        if rest >= end:
            tail = plain[start + len(form) :]
            wrong = plainly or any(word in ("sai", "nham", "lon") for word in tail)
            return Correction(place, "", wrong) if wrong or not tail else None
        if told or plainly:
            value = " ".join(words[rest:end]).replace(" ,", ",")
            return Correction(place, value, plainly)
    return None


def is_all_right(text: str) -> bool:
    """Whether a whole message finds nothing to put right: "đúng hết rồi"."""
    return is_whole(text, _ALL_RIGHT)
