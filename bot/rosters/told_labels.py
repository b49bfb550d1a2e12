"""What stands before several people of one paragraph: "Nữ: …. Nam: …", "Tổ 1: …; tổ 2: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.patterns import Pattern
from bot.rosters.titles import BARE_UNIT, PLACES, written_places

_BEHIND = (
    r"(?:\s*\(\s*\d{1,3}[^()]{0,20}\)|\s+\d{1,3}(?: (?:người|vị|cụ|hội viên|thành viên|hv|tv))?)?"
)
_HAS = r"(?:\s+(?:thì|là|gồm|có|nè|nha|nhé|mấy|các|những|người|vị|cụ|thi|la|gom|co|ne|may|cac|nguoi|\d{1,3}))*"
_BARE = rf"(?i:{BARE_UNIT})(?: so)? \d{{1,3}}[a-z]?"
"""A place that is typed without accents; only one with a number, as others may be somebody's name."""
_BARE_NAMED = r"(?i:ap|thon|xom|khom|khu pho) [^\W\d_]+(?: [^\W\d_]+){0,2}(?=\s*:)"
"""One with a name before a colon is nobody's: "ap hai lac: nguyen thi ba 1950"."""
_SEX = Pattern(
    r"(?:^|[^\w])(?:(?:các|mấy|bên|phía|phái|giới|những|hội viên|thành viên|người|còn|rồi) )*"
    rf"(?P<who>nữ giới|phụ nữ|nữ|nam giới|đàn ông|nam|bà|ông|cụ bà|cụ ông|quý bà|quý ông|cô|chú){_BEHIND}{_HAS}\s*[:–-]\s*$",
    re.IGNORECASE,
)
_PLACE = Pattern(
    rf"(?:^|[^\w])(?:(?:bên|ở|còn|rồi|qua|tới) )*(?P<places>{PLACES}|{_BARE}|{_BARE_NAMED}){_BEHIND}(?:{_HAS}\s*[:–-]|\s+(?:gồm|có|gom|co)(?: (?:mấy|các|những|người|may|cac|nguoi|\d+))*)\s*(?:(?P<form>(?:Nữ|Nam|nữ|nam))\s*:)?\s*$"
)
_WOMEN = frozenset(("nữ giới", "phụ nữ", "nữ", "bà", "cụ bà", "quý bà", "cô"))
_FURTHEST = 90


@dataclass(frozen=True)
class Label:
    """What is said of all who are named from here on."""

    sex: str = ""
    place: str = ""


_SEVERAL = Pattern(r"\b(?:các|mấy|những)\s+$", re.IGNORECASE)
_FORM = Pattern(r"(ông|bà|cô|chú) ", re.IGNORECASE)


def label_of(label: Label, between: str, name: str) -> Label:
    """What holds behind the words between two people: they may name a sex or a place anew."""
    between = between[-_FURTHEST:]
    if _SEVERAL.search(between) and (title := _FORM.match(name)):
        # "các ông Lê Văn Ba, Trần Hai; các bà …".
        before = label_of(label, _SEVERAL.sub("", between), "")
        return Label("Nữ" if title[1].lower() in _WOMEN else "Nam", before.place)
    if (place := _PLACE.search(between)) is not None:
        form = (place["form"] or "").lower()
        sex = "" if not form else "Nữ" if form == "nữ" else "Nam"
        return Label(sex, written_places(place["places"]) or place["places"])
    if (found := _SEX.search(between)) is not None:
        return Label("Nữ" if found["who"].lower() in _WOMEN else "Nam", label.place)
    return label if ":" not in between else Label("", label.place)


def without_label(behind: str) -> str:
    """What is said of somebody, without the words at its end that lead to those who follow."""
    for form in (_PLACE, _SEX):
        if (found := form.search(behind[-_FURTHEST:])) is not None:
            return behind[: len(behind) - len(behind[-_FURTHEST:]) + found.start()]
    return behind


_CLOSES = Pattern(
    r"[.;!]\s+(?=(?:tổng|cộng|tất cả|vậy là|như vậy|hết|xong|nhờ|có gì|cảm ơn|cám ơn|em gửi|anh coi|chị coi|cô coi)\b)",
    re.IGNORECASE,
)


def without_close(behind: str) -> str:
    """What is said of the last one of a paragraph, without the words that end it: ". Tổng 10 người"."""
    return _CLOSES.split(behind, 1)[0]


_LABELLED_LINE = Pattern(
    rf"(?P<label>\s*(?:[-+•*]\s*)?(?:{PLACES}|{_BARE})\s+(?:gồm|gom)(?: (?:có|co|mấy|các|những|người|may|cac|nguoi|\d+))*\s*:?)\s+(?P<rest>[^\W\d_].*\d.*)"
)
_TELLS = Pattern(r"\s*(?:[-+•*]|\d{1,2}\s*[.)/-])?\s*[^\W\d_]{2}.*\d{2}")
_ANY_PLACE = Pattern(rf"(?<!\w)(?:{PLACES}|{_BARE})\b")


def with_labels_apart(text: str) -> str:
    """A text in which "Tổ 3 gồm: A" heads those in the lines below as well, where some have no label."""
    lines = text.split("\n")
    found = [_LABELLED_LINE.fullmatch(line) for line in lines]
    goes_on = any(
        each is not None and _TELLS.match(below) and not _ANY_PLACE.search(below)
        for each, below in zip(found, lines[1:], strict=False)
    )
    if not goes_on:
        return text
    return "\n".join(
        line if each is None else f"{each['label'].strip().rstrip(':')}:\n{each['rest']}"
        for line, each in zip(lines, found, strict=True)
    )
