"""What people type to change one line of a list: "bỏ dòng 2", "sửa 1", "bo ba Lan"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.language.patterns import Pattern
from bot.language.text import answer_text, fold, same, single_line

_COMMAND = Pattern(
    r"^(?P<verb>bo bot|bo|xoa|remove|delete|sua lai|sua|doi|change|correct)"
    r"(?: (?:dong|so|cau|nguoi|muc|line|number))?"
    r"(?: (?:so|thu))?(?: (?P<rest>.+))?$"
)
_REMOVE = ("bo", "bo bot", "xoa", "remove", "delete")
_ACCENTED = tuple(same(each) for each in ("bỏ", "xóa", "sửa", "đổi"))


@dataclass(frozen=True)
class LineCommand:
    """What is to happen to which line: by its number, by words that it holds, or not yet said."""

    what: Literal["change", "remove"]
    number: int | None = None
    words: str | None = None


def read_line_command(text: str) -> LineCommand | None:
    """The command in a text, None for anything else ("bỏ qua" is a word of its own)."""
    typed = answer_text(single_line(text))
    folded = fold(typed)
    first = same(typed.split(" ")[0])
    if first != fold(first) and first not in _ACCENTED:
        # "Bồ Thị Lan" is a name.
        return None
    if folded.startswith(("bo qua", "sua lai", "bo di")) and len(folded.split()) == 2:
        return None
    found = _COMMAND.match(folded)
    if found is None:
        return None
    what: Literal["change", "remove"] = "remove" if found["verb"] in _REMOVE else "change"
    rest = found["rest"]
    if rest is None:
        return None if folded in ("sua", "doi") else LineCommand(what)
    if rest.isdecimal():
        return LineCommand(what, number=int(rest))
    return LineCommand(what, words=rest)
