"""What a message says of the numbers in it: "mấy số 2 chữ là năm sinh", "số sau tên là tuổi"."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line

_SAID = Pattern(
    r"(?!.*\d{3})(?=.*\b(?:so|con so|chu so|hai so|2 so)\b).*\b(?:la|tuc la|nghia la|deu la)\s+(?:so\s+)?(?P<what>nam sinh|tuoi)\b(?! (?:con|tac|dang|nghe (?!$)|nghi))\W*(?:1[89] ?[x.?_*-]{1,3})?[^\d]*"
)
_NUMBER = Pattern(
    r"(\s*(?:[-+•*]\s*)?(?:\d{1,3}\s*[.)/:-]\s*)?[^\W\d_]+(?:\s[^\W\d_]+)+[\s,;:(|–-]+)([2-9]\d|1[01]\d)(?=\s*[.;]?\s*$|[\s,;)|–-])(?!\s*(?:tuổi|tuoi|[/.]))",
    re.IGNORECASE,
)
"""A name and the short number behind it."""
_LONGEST = 300_000
_LONGEST_LINE = 300


def with_numbers_explained(text: str) -> str:
    """A text whose short numbers behind names are years or ages in full, as a line of it says."""
    if len(text) > _LONGEST:
        return text
    lines = text.split("\n")
    said = {what for line in lines if (what := _explained(line))}
    if len(said) != 1:
        return text
    form = r"\1\2 tuổi" if said == {"tuoi"} else r"\g<1>19\2"
    return "\n".join(_explained_away(line) or _with_form(line, form) for line in lines)


def _with_form(line: str, form: str) -> str:
    if len(line) > _LONGEST_LINE or not _NUMBER.match(line):
        return line
    return _NUMBER.sub(form, line, count=1)


def _explained_away(line: str) -> str:
    """The explanation without its own digits, which number nobody and are no birth."""
    if not re.search(r"\d", line) or not _explained(line):
        return ""
    return re.sub(r"\b1[89] ?[xX.?_*-]{1,3}|^\s*\d+\s+|\d+", "", line)


def _explained(line: str) -> str | None:
    if len(line) > _LONGEST_LINE:
        return None
    found = _SAID.fullmatch(fold(single_line(line)))
    return found["what"] if found is not None else None
