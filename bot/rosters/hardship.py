"""Circumstances as lists have them: in words, crossed in a column of their own, or several at once."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.entries import Entry
from bot.rosters.grid import is_cross, words_of
from bot.rosters.heads import Column

_KINDS = {
    "ngheo": "poor", "ho ngheo": "poor", "poor": "poor", "hn": "poor",
    "can ngheo": "near_poor", "ho can ngheo": "near_poor", "near poor": "near_poor",
    "near_poor": "near_poor", "hcn": "near_poor", "cn": "near_poor", "can": "near_poor",
    "kho khan": "hardship", "hoan canh kho khan": "hardship", "hardship": "hardship", "ho kho khan": "hardship",
    "co hoan canh kho khan": "hardship", "gia dinh kho khan": "hardship",
    "khuyet tat": "disabled", "disabled": "disabled", "disability": "disabled", "nguoi khuyet tat": "disabled",
    "tan tat": "disabled", "nkt": "disabled",
    "khong": "none", "none": "none", "no": "none", "binh thuong": "none", "ko": "none", "on dinh": "none",
    "khong muon noi": "undisclosed", "undisclosed": "undisclosed", "not said": "undisclosed",
}  # fmt: skip
_CROSSED = {Column.POOR: "poor", Column.NEAR_POOR: "near_poor", Column.HARDSHIP: "hardship",
            Column.DISABLED: "disabled"}  # fmt: skip
_DEGREES = Pattern(
    r"\s*(?:dac biet nang|rat nang|nang|nhe|muc \d|da chieu|ben vung|cua xa|nam 20\d\d|co so|"
    r"theo quyet dinh|chuan trung uong|chuan tinh|tw|dp)$"
)
"""What is said of the kind and makes no other one of it: "khuyết tật nặng", "nghèo đa chiều"."""
_NOTHING = Pattern(r"[\s\-–.?/]*")


def circumstances_of(entry: Entry) -> tuple[str | None, list[str]]:
    """The kinds that a line tells, joined by ";", and the words that tell none that is known.

    None where nothing is told, "" where it is told that there is none.
    """
    kinds: list[str] = []
    unread: list[str] = []
    for key, kind in _CROSSED.items():
        text = entry.words(key)
        if text and (is_cross(text) or _kind(text) == kind):
            kinds.append(kind)
    said = False
    for head, cell in entry.cells.get(Column.CIRCUMSTANCES, []):
        text = words_of(cell)
        if _NOTHING.fullmatch(text):
            continue
        said = True
        if is_cross(text):
            text = head.words
        read = [_kind(each) for each in _several(text)]
        kinds += [each for each in read if each not in (None, "none")]
        if None in read:
            unread.append(text)
            said = said and any(read)
    if not kinds and not said:
        return None, unread
    return ";".join(dict.fromkeys(kinds)), unread


def is_circumstance(text: str) -> bool:
    """Whether words say how somebody is off and nothing else: "hộ nghèo", "sống một mình"."""
    plain = fold(text.strip(" .-()"))
    return _KINDS.get(_DEGREES.sub("", plain), "none") != "none" or bool(_HOW.fullmatch(plain))


_HOW = Pattern(
    r"(?:song |o )?mot minh|neo don|don than|goa(?: vo| chong| phu)?|bao tro xa hoi|btxh|me liet si|vnah|thuong binh.*|gia dinh chinh sach|tai bien|lang tai|mu loa|yeu"
)


def _kind(text: str) -> str | None:
    plain = fold(text.strip(" .-"))
    return _KINDS.get(plain) or _KINDS.get(_DEGREES.sub("", plain))


def _several(text: str) -> list[str]:
    """ "nghèo; khuyết tật", "nghèo, khó khăn", "nghèo và khuyết tật" as parts."""
    return [each for each in re.split(r"[;,/+\n]|\bvà\b|\bva\b|\band\b", text) if each.strip()]
