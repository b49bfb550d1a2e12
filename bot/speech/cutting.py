"""Cutting what is said to the length that a channel takes."""

from __future__ import annotations

import re
import unicodedata


def utf16_length(s: str) -> int:
    """The length in UTF-16 units, in which the platforms count: 👵 is 2, NFC letters 1."""
    return len(s.encode("utf-16-le", "surrogatepass")) // 2


def _joins(before: str, after: str, flags_before: int) -> bool:
    """Whether two neighbouring characters belong to one sign on the screen."""
    if after == "\u200d" or before == "\u200d" or unicodedata.combining(after):
        return True
    if "\ufe00" <= after <= "\ufe0f" or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if after == "\u20e3" or "\U000e0020" <= after <= "\U000e007f":
        return True
    is_flag = "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff"
    return is_flag and flags_before % 2 == 1


def _signs(s: str) -> list[str]:
    """The text in pieces that must not be cut: letter with marks, emoji sequence, flag."""
    signs: list[str] = []
    flags = 0
    for c in s:
        if signs and _joins(signs[-1][-1], c, flags):
            signs[-1] += c
        else:
            signs.append(c)
        flags = flags + 1 if "\U0001f1e6" <= c <= "\U0001f1ff" else 0
    return signs


# Tried in this order; a break in the first quarter of the room would leave a scrap of a message.
_BREAKS = (re.compile(r"\n{2,}"), re.compile(r"\n"), re.compile(r"(?<=[.!?…:;])\s+"))
_SPACE = re.compile(r"\s+")


def split_text(s: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit` UTF-16 units, none of them empty.

    Cut at the end of a paragraph, else of a line or sentence, else at a space; a word longer
    than the limit is cut between signs, never within an emoji or a letter and its marks (unless
    one such sign is itself longer than the limit). White space at a cut is dropped.

    Raises ValueError for a limit below 2: one emoji would not fit.
    """
    if limit < 2:
        raise ValueError("a limit below 2 cannot hold one emoji")
    pieces: list[str] = []
    rest = s.strip()
    while utf16_length(rest) > limit:
        room = 0  # how many characters fit
        units = 0
        for sign in _signs(rest[: limit + 1]):
            units += utf16_length(sign)
            if units > limit:
                break
            room += len(sign)
        if not room:  # one sign longer than the limit
            units = 0
            for c in rest:
                units += utf16_length(c)
                if units > limit:
                    break
                room += 1
        end = _last_break(rest, room)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if rest:
        pieces.append(rest)
    return pieces


def _last_break(s: str, room: int) -> int:
    """Where to cut the text so that at most `room` characters stand before the cut."""
    if s[room].isspace():
        window = s[: room + 1]
    else:
        window = s[:room]
    for pattern in _BREAKS:
        starts = [m.start() for m in pattern.finditer(window) if m.start() * 4 >= room]
        if starts:
            return starts[-1]
    starts = [m.start() for m in _SPACE.finditer(window) if m.start() > 0]
    return starts[-1] if starts else room


# ---------------------------------------------------------------------------------------------
# Letters and syllables
