"""Headings between the lines of a list, and what they say of everybody below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.text import fold
from bot.rosters.absence import Absence, read_heading
from bot.rosters.lines import doubt_of_heading, is_numbered_heading


@dataclass(frozen=True)
class Group:
    """What a heading says of everybody below it."""

    place: str | None = None
    sex: str | None = None
    absence: Absence | None = None
    birth: int | None = None
    doubt: str | None = None
    """Why they may be no members: "guest", who was invited or helps, "waiting" to become one."""


def bare_heading(text: str) -> str:
    """A heading without its number and without whom it is of."""
    return re.sub(
        r"^\W*(?:[IVX]+|[A-H](?=\W)|\d+)?\W*(?:(?:những |các )?(?:hội viên|thành viên|người|danh sách))?\s*",
        "",
        text,
        flags=re.IGNORECASE,
    )


def is_lone_heading(texts: list[str]) -> bool:
    """Whether a line's only words head what follows: "B. CHỜ KẾT NẠP", "Khách vãng lai:"."""
    text = texts[0]
    if len(texts) > 1 or re.search(r":\s*\S", text):
        return False
    if is_numbered_heading(text) or read_heading(bare_heading(text)) is not None:
        return True
    is_short = text.endswith(":") or text.isupper() or len(text.split()) <= 4
    return is_short and doubt_of_heading(text) is not None


def joined(place: str, above: str | None) -> str:
    return f"{place}, {above}" if above and fold(above) not in fold(place) else place
