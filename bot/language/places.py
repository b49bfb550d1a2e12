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


def neighbourhood_group(address: str | None) -> int | None:
    """The number of the neighbourhood group in an address: "tổ 3, ấp Hải Lạc" is 3."""
    found = _GROUP.search(fold(address or ""))
    return int(found[1]) if found else None
