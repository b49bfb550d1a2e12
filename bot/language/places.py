"""Names of places: commune-level units as papers write them, groups of a neighbourhood."""

from __future__ import annotations

import re

from bot.language.text import fold

_KINDS = ("Đặc khu", "Phường", "Thị trấn", "Xã")
"""Kinds of commune-level units, as their names begin (two levels since 1 July 2025)."""
_GROUP = re.compile(r"\bto\s*(?:so\s*)?(\d{1,3})\b")


def unit_in_sentence(name: str) -> str:
    """A unit's name inside a sentence: "Xã Phước Hải" is "xã Phước Hải"."""
    for kind in _KINDS:
        if name.startswith(f"{kind} "):
            return kind.lower() + name[len(kind) :]
    return name


def place_of_unit(name: str) -> str:
    """The place before a paper's date: "Xã Phước Hải" is "Phước Hải".

    Units named by a number keep the whole name, "Phường 1" (Decree 30/2020, appendix I).
    """
    for kind in _KINDS:
        rest = name.removeprefix(f"{kind} ")
        if rest != name:
            return name if rest[:1].isdigit() else rest
    return name


_COMMUNES, _DISTRICTS = r"xa|phuong|p|f|thi tran|tt|dac khu", r"huyen|thi xa|thanh pho|tp|quan"
_LEVELS = (_COMMUNES, r"ap|thon|khu pho|kp|xom|khom|khu|to dan pho", _DISTRICTS)
"""Words for what a place is: of one level they mean the same."""


def names_place(text: str, name: str) -> bool:
    """Whether a text names a place: "tui ở phước hội" names "Xã Phước Hội", "p8" "Phường 8".

    "Ấp Phước Tân" is no commune of that name. Without the word for what it is a place named by a
    number is none: an eight is no ward.
    """
    said = " ".join(re.findall(r"[a-z]+|\d+", fold(text)))
    named = " ".join(re.findall(r"[a-z]+|\d+", fold(name)))
    own = next((each for each in _LEVELS if re.match(rf"(?:{each}) ", named)), None)
    bare = named if own is None else re.sub(rf"^(?:{own}) ", "", named)
    other = "|".join(each for each in _LEVELS if each != own)
    kind = rf"(?:{own or _COMMUNES}) " if bare[:1].isdigit() else ""
    return bool(bare) and any(
        not re.search(rf"(?:^| )(?:{other}) $", said[: found.start(1)])
        for found in re.finditer(rf"(?:^| )({kind}{re.escape(bare)})(?= |$)", said)
    )


def neighbourhood_group(address: str | None) -> int | None:
    """The number of the neighbourhood group in an address: "tổ 3, ấp Hải Lạc" is 3."""
    found = _GROUP.search(fold(address or ""))
    return int(found[1]) if found else None
