"""Signs that a list sets beside names, and the words that say what they mean: "+ đã qua đời"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.language.patterns import Pattern
from bot.language.text import single_line
from bot.rosters.absence import CROSSED, MARKS, UNSURE, Absence, read_absence, read_status
from bot.rosters.entries import Entry
from bot.rosters.family_names import begins_as_name
from bot.rosters.finding import Head
from bot.rosters.grid import Grid, words_of
from bot.rosters.heads import NAMES
from bot.rosters.naming import without_title

_SIGNS = rf"[{CROSSED}{MARKS}]\ufe0f?|\(?\*{{1,3}}\)?|\(?[+†✝#]\)?|\([a-z]\)"
_MEANT = Pattern(
    rf"(?:^|(?<=[\s:;,.(]))({_SIGNS})\s*[:=–-]?\s*(?:là\s+)?([^\W\d_][^()+*†✝#;{MARKS}{CROSSED}]{{2,60}})"
)
_MEANT_BEFORE = Pattern(
    rf"([^,;.(){MARKS}{CROSSED}]{{2,40}}?)\s*(?:\b(?:thì|là|bấm|thả|ghi|đánh)|[:=>→])\s*([{CROSSED}{MARKS}]\ufe0f?)"
)
"""What they mean, said before them: "ai xin ra thì ❌"."""
_ALONE = Pattern(rf"[{CROSSED}{MARKS}]\ufe0f?")
_NAMED_UNTIL = Pattern(r"[·,;:(\d]|\s[-–]|\s(?:tuổi|tuoi|sinh|sanh|sn|ns|năm)\b")
_EXPLAINED = f"+*†✝#{CROSSED}{MARKS}"
_AT_NAME = Pattern(rf"^\s*({_SIGNS})\s|\s?({_SIGNS})\s*$")


def read_signs(texts: list[str]) -> dict[str, Absence]:
    """What signs say of leaving, where a line explains them."""
    signs: dict[str, Absence] = {}
    for text in texts:
        before = [(each[2], each[1]) for each in _MEANT_BEFORE.finditer(single_line(text))]
        after = [(each[1], each[2]) for each in _MEANT.finditer(single_line(text))]
        for sign, meaning in before or after:
            first = _NAMED_UNTIL.split(meaning)[0].strip()
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
        if text.strip(f"{CROSSED}{MARKS}\ufe0f ") == "":
            # A cross in a cell of its own marks a meeting.
            continue
        if found is not None and (said := signs.get(_bare(found[1] or found[2]))) is not None:
            return said
    return None


def _bare(sign: str) -> str:
    return sign.strip("() \ufe0f")


def mark_gone(
    *, grid: Grid, entries: list[Entry], heads: Sequence[Head], colours: Mapping[str, Absence]
) -> None:
    """Whom the list's own legend says to be gone by the colour behind the name, or by a sign."""
    lines = [grid.text(line) for line in grid.lines]
    explained = [line for line in lines if any(sign in line for sign in _EXPLAINED)]
    signs = read_signs(explained) if len(explained) > 1 else {}
    for entry in entries if signs else ():
        texts = [words_of(cell) for cell in grid.own(entry.line).values()]
        entry.absence = signed(signs, texts) or entry.absence
    column = _of_signs(grid, entries, heads)
    for entry in entries if column is not None else ():
        sign = _bare(words_of(grid.own(entry.line).get(column or 0)))
        said = signs.get(sign) or (Absence(UNSURE, sign) if sign and sign in CROSSED else None)
        entry.absence = entry.absence or said
    names = [head.index for head in heads if head.key in NAMES]
    for entry in entries if colours else ():
        row = grid.own(entry.line)
        behind = (row[column].colour for column in names if column in row)
        found = next((colours[each] for each in behind if each and each in colours), None)
        entry.absence = entry.absence or found


def _of_signs(grid: Grid, entries: list[Entry], heads: Sequence[Head]) -> int | None:
    """The one column without a head that holds ticks and crosses: who stays, and who doesn't."""
    if any(head.words for head in heads) or not entries:
        return None
    lines = [entry.line for entry in entries]
    columns = [
        column
        for column in range(grid.width)
        if (texts := grid.texts(lines, column)) and all(_ALONE.fullmatch(text) for text in texts)
    ]
    return columns[0] if len(columns) == 1 else None
