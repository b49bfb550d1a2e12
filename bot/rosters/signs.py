"""Signs that a list sets beside names, and the words that say what they mean: "+ đã qua đời"."""

from __future__ import annotations

import re

from bot.language.text import single_line
from bot.rosters.absence import CROSSED, UNSURE, Absence, read_absence, read_status
from bot.rosters.family_names import begins_as_name
from bot.rosters.naming import without_title

_SIGNS = rf"[{CROSSED}]\ufe0f?|\(?\*{{1,3}}\)?|\(?[+†✝#]\)?|\([a-z]\)"
_MEANT = re.compile(
    rf"(?:^|(?<=[\s:;,.(]))({_SIGNS})\s*[:=–-]?\s*(?:là\s+)?([^\W\d_][^()+*†✝#;✅✔☑{CROSSED}]{{2,60}})"
)
_AT_NAME = re.compile(rf"^\s*({_SIGNS})\s|\s?({_SIGNS})\s*$")


def read_signs(texts: list[str]) -> dict[str, Absence]:
    """What signs say of leaving, where a line explains them."""
    signs: dict[str, Absence] = {}
    for text in texts:
        for sign, meaning in _MEANT.findall(single_line(text)):
            first = re.split(r"[·,;:(\d]|\s[-–]", meaning)[0].strip()
            is_written = all(word[0].isupper() for word in without_title(first).split())
            if is_written and begins_as_name(without_title(first)) and not read_absence(first):
                # The line of somebody who has the sign, and no word on it.
                continue
            said = read_absence(meaning)
            if (said is None or said.kind == UNSURE) and sign[0] in CROSSED:
                said = read_status(meaning)
            if said is not None and said.kind != UNSURE:
                signs.setdefault(_bare(sign), Absence(said.kind, single_line(text)[:80]))
    return signs


def signed(signs: dict[str, Absence], texts: list[str]) -> Absence | None:
    """What a sign at a name, or alone in a cell, says of somebody."""
    for text in texts:
        found = _AT_NAME.search(text)
        if text.strip(f"{CROSSED}\ufe0f ") == "":
            # A cross in a cell of its own marks a meeting.
            continue
        if found is not None and (said := signs.get(_bare(found[1] or found[2]))) is not None:
            return said
    return None


def _bare(sign: str) -> str:
    return sign.strip("() \ufe0f")
