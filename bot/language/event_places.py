"""Where an event is, in what is left of a sentence beside its day and hour."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import fold

_JOINTS = Pattern(
    r"^(?:\s|[,.;:–-]|\b(?:luc|vao|tai|o|ngay|tu|den|hop|sinh hoat|at|on|in|the|hang thang|moi thang"
    r"|sang|trua|chieu|toi|dem)\b)+"
)
_PLACE = Pattern(r"\b(?:tai|o|at)\s+(?P<place>[^,;]+(?:,[^,;]+)*)$")

_TAIL = Pattern(
    r"(?<=\S)(?:\s+(?:nghen|nghe|nhen|nhé|nhe|ạ|đó)|(?:\s+nha|\s+cho)? (?:con|em|bà con|ba con"
    r"|mọi người|moi nguoi))+[\s.!]*$",
    re.IGNORECASE,
)
"""Polite words behind a place."""


def _without_tail(words: str) -> str:
    """A place without polite words behind it; "nha" is one where a house would have its accent."""
    words = _TAIL.sub("", words)
    return words.removesuffix(" nha") if fold(words) != words.casefold() else words


def place_in(line: str, folded: str, spans: list[tuple[int, int]]) -> str | None:
    """What is left of a sentence when its day and hour are taken out, if it can be a place."""
    kept = list(line)
    plain = list(folded)
    for start, end in spans:
        for at in range(start, end):
            kept[at] = plain[at] = "\x00"
    text, flat = "".join(kept), "".join(plain)
    named = _PLACE.search(flat)
    pieces = [(named.start("place"), named.end("place"))] if named else []
    if not pieces:
        at = 0
        for piece in re.split(r"[\x00,;]", flat):
            pieces.append((at, at + len(piece)))
            at += len(piece) + 1
    best = ""
    for start, end in pieces:
        part, bare = text[start:end].replace("\x00", ""), flat[start:end].replace("\x00", "")
        joint = _JOINTS.match(bare)
        cut = joint.end() if joint else 0
        words = _without_tail(part[cut:].strip(" ,.;:-–"))
        bare = bare[cut:].strip(" ,.;:-–")
        if re.fullmatch(r"(?:hang|moi|nhe|nha|a|lan|thang|tuan|vao|luc|to|den|\d|\s|h)*", bare):
            continue
        if len(words) > len(best) and (named or _may_be_place(words, bare)):
            best = words
    return best if len(best) >= 3 else None


_PLACES = Pattern(
    r"\b(?:nha|tru so|hoi truong|hoi quan|chua|dinh|mieu|truong|tram|san|cho|quan|ub|uy ban|ubnd|phong|khu|ap|xom|to \d+|"
    r"van hoa|nvh|van phong|cong vien|bai|bo ke|ben|thanh that|benh vien|clb|cau lac bo|hall|house|school|temple|"
    r"church|station|yard|park|office|room|cent(?:er|re)|clinic|pagoda)\b"
)


def _may_be_place(words: str, bare: str) -> bool:
    """Whether what is left of a sentence is a place: by a word for one, or written like a name."""
    capitals = [word for word in words.split() if word[:1].isupper()]
    return _PLACES.search(bare) is not None or len(capitals) > 1
