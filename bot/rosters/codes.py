"""Letters that a list sets for how people are, and its words that say what they mean: "C = đã chết"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.absence import Absence, is_here, read_status, told_by_head
from bot.rosters.book import Cell
from bot.rosters.entries import Entry
from bot.rosters.finding import Head
from bot.rosters.grid import Grid, is_cross, words_of
from bot.rosters.heads import NAMES, Column, plain_head, sexes_of_head
from bot.rosters.program_words import in_words
from bot.rosters.rows import NOTHING
from bot.rosters.strangers import doubt_beside

_CODE = rf"(?:[{CAPITALS}]{{1,3}}\d?|\d|[^\W\d_])"
_QUOTED = rf"[\"'“”‘’«]{_CODE}[\"'“”‘’»]|[(\[]{_CODE}[)\]]"
_CALLED = r"(?:dấu|chữ|mã|ghi|đánh|ký hiệu|kí hiệu|số|tick|tích)"
_IS = r"\s*(?:[:=→]+>?|\s[–-]\s|\blà\b|\bnghĩa là\b)\s*"
_MEANT = Pattern(
    rf"(?:(?:^|[;,.:(·|/\n]\s*|\s[–-]\s+)(?i:{_CALLED}\s+)*|(?i:\b{_CALLED}\s+))({_QUOTED}|{_CODE}){_IS}(?=[^\W\d_])"
    rf"|(?:^|[;,.:·|\n]\s*|\s)([(\[]{_CODE}[)\]])\s*(?=[^\W\d_])|(?<=\s)({_CODE})\s*=\s*(?=[^\W\d_])"
)
"""A code before what it means."""
_SIGNS = (":", "=", "→", "(", "[", " là ", " nghĩa là ", " - ", " – ")
_ENDS = Pattern(r"\s*[;,.·|()\n].*$", re.DOTALL)
_AT_NAME = Pattern(rf"[(\[]({_CODE})[)\]]\s*$")
_LONGEST, _MOST_LETTERS = 300, 40
_MOSTLY = 0.7
"""The share of a column's cells that are codes, from which it is one of codes."""
_TOLD_IN = (None, Column.OTHER, Column.SIGNATURE, Column.CIRCUMSTANCES, Column.MEMBER)
_OF_STATES = (Column.STATUS, Column.NOTE, Column.SEX)
_SEXES = {"nam": "Nam", "nu": "Nữ", "nam gioi": "Nam", "nu gioi": "Nữ"}


def unclear_state(entry: Entry, usual: str | None, *, are_states: bool) -> str:
    """What stands under "Tình trạng" that nobody understands; most have the usual word or code.

    `are_states`: whether others there are understood; then a word or a code that isn't may say so.
    """
    for head, cell in entry.cells.get(Column.STATUS, []):
        code = words_of(cell)
        told = told_by_head(head.words, code)
        is_code = told == code and re.fullmatch(_CODE, code) and not is_cross(code)
        if is_code and read_status(code) is None and _bare(code) != usual:
            return code
        is_told = told != code or NOTHING.fullmatch(code) or _bare(code) == usual
        if are_states and " " not in code and not is_told and not _is_understood(code):
            return code
    return ""


def tells_states(entries: Iterable[Entry]) -> bool:
    """Whether some of what stands under "Tình trạng" says that somebody is gone, or still there."""
    states = {state for each in entries if (state := each.words(Column.STATUS))}
    return any(is_here(state) or read_status(state) is not None for state in states)


_OF_THOSE_HERE = Pattern(
    r".*\b(?:khoe|yeu|benh|om|dau|tat|liet|mu|diec|lang|thuong|gia|kho|ngheo|don than|doc than|neo don|goa|ket hon|mot minh|on dinh|tang|moi|new|con|tot|kha|trung binh|kem|"
    r"huu|mat suc|lao dong|nam vien|binh phuc)\b.*"
)


def _is_understood(state: str) -> bool:
    """Whether a state is understood, be it only that it tells of health or of who came."""
    words = in_words(state)
    is_asked = doubt_beside((words,), ()) is not None
    is_read = is_asked or is_here(state) or read_status(state) is not None
    return is_read or _OF_THOSE_HERE.fullmatch(fold(words)) is not None


def usual_code(entries: Iterable[Entry]) -> str | None:
    """The code under "Tình trạng" that most have, where others have another one."""
    codes = Counter(_bare(code) for each in entries if (code := each.words(Column.STATUS)))
    most, count = next(iter(codes.most_common(1)), ("", 0))
    return most if len(codes) > 1 and count * 2 > codes.total() else None


def read_meanings(texts: Iterable[str]) -> dict[str, str]:
    """What each code means by the words of lines that tell of nobody."""
    meanings: dict[str, str] = {}
    for text in texts:
        if len(text) > _LONGEST or not any(sign in text for sign in _SIGNS):
            continue
        found = list(_MEANT.finditer(text))
        for place, each in enumerate(found):
            until = found[place + 1].start() if place + 1 < len(found) else len(text)
            meaning = _ENDS.sub("", text[each.end() : until]).strip(" -–")
            code = _bare(next(filter(None, each.groups())))
            if 0 < len(meaning) <= _MOST_LETTERS:
                meanings.setdefault(code, meaning)
    return meanings


def _bare(code: str) -> str:
    return code.strip(" .()[]\"'“”‘’«»").upper()


class SheetCodes:
    """The codes of a sheet, looked for once however many tables it has."""

    def __init__(self, grid: Grid) -> None:
        self._held: dict[int, set[str]] = defaultdict(set)
        self._at_names: dict[int, set[str]] = defaultdict(set)
        self._meanings: dict[int, dict[str, str]] = {}
        self._labels: dict[int, str] = {}
        for line in grid.lines:
            for column, cell in grid.own(line).items():
                text = words_of(cell)
                if len(text) <= _LONGEST_CODE and _ALONE.fullmatch(text):
                    self._held[column].add(_bare(text))
                elif (
                    text.endswith(_CLOSED)
                    and (found := _AT_NAME.search(text[-_AT_END:])) is not None
                ):
                    self._at_names[column].add(_bare(found[1]))
            if meanings := read_meanings(_texts_of(grid, line)):
                self._meanings[line] = meanings
                self._labels[line] = plain_head(grid.text(line).split(":")[0])

    def held(self, heads: Sequence[Head]) -> frozenset[str]:
        """Those in cells of their own or behind names, but for the numbers of lines."""
        passed = {head.index for head in heads if head.key is Column.ORDINAL}
        named = {head.index for head in heads if head.key in NAMES}
        alone = (codes for column, codes in self._held.items() if column not in passed)
        behind = (codes for column, codes in self._at_names.items() if column in named)
        return frozenset().union(*alone, *behind)

    def meanings(
        self, people: set[int], heads: Sequence[Head], of: Head | None = None
    ) -> dict[str, str]:
        """What they mean by the lines that tell of nobody; the first one that says it counts.

        `of`: the column in which they stand: "Họp: V: vắng" says nothing of what is under "Tình trạng".
        """
        told: dict[str, str] = {}
        for line, meanings in self._meanings.items():
            labelled = [head for head in heads if _is_label(self._labels[line], head)]
            if line not in people and (of is None or not labelled or of in labelled):
                told = meanings | told
        return told


def _is_label(label: str, head: Head) -> bool:
    """Whether the words before what codes mean name a column: "Họp" that of "Họp T1"."""
    words = plain_head(head.words)
    fewest = min(len(label), len(words))
    return fewest > 1 and label[:fewest] == words[:fewest]


_LONGEST_CODE = _AT_END = 6
_CLOSED = (")", "]")
_ALONE = Pattern(rf"{_QUOTED}|{_CODE}")


def is_explanation(texts: list[str], held: frozenset[str]) -> bool:
    """Whether a line only says what codes mean that the sheet holds: it heads nobody below it."""
    if len(texts) == _PAIR and _ALONE.fullmatch(texts[0]):
        if _LETTERED.fullmatch(texts[0]) and texts[0].strip(" .") not in held:
            # "C", "Người đã xin ra" heads those below it where nobody has a "C".
            return False
        return bool(_STATE.match(texts[1])) or read_status(texts[1]) is not None
    text = single_line(" ; ".join(texts))
    meanings = read_meanings([text])
    if not meanings or not held & set(meanings) or not _BEGINS.match(text):
        return False
    # "A - Đã mất" and "1: Đã mất" head those who died.
    return len(meanings) > 1 or not _NUMBERED.match(text)


_PAIR = 2
_LETTERED = Pattern(r"[A-HIVX]{1,4}\s*\.?")
_STATE = Pattern(r"(?:còn|đang|hiện|vẫn) (?:sống|sinh hoạt|ở|còn|tham gia)", re.IGNORECASE)
_BEGINS = Pattern(
    rf"\W*(?:(?:ghi chú|chú thích|chú giải|ký hiệu|kí hiệu|giải thích|trong đó)\s*:?\s*)?(?:{_CALLED}\s+)*(?:{_QUOTED}|{_CODE})(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = Pattern(r"(?:\d|[A-HIVX]{1,3})\s*[.:–-]")


def explain_codes(
    codes: SheetCodes, grid: Grid, entries: list[Entry], heads: Sequence[Head]
) -> None:
    """Put what codes mean in their place, where a line of the sheet says it."""
    people = {entry.line for entry in entries}
    meanings = codes.meanings(people, heads)
    if not meanings:
        return
    columns = _columns_of_codes(grid, entries, heads, meanings)
    meant = {head: codes.meanings(people, heads, head) for head in columns}
    for entry in entries:
        row = grid.own(entry.line)
        for head in columns:
            meaning = meant[head].get(_bare(words_of(row.get(head.index))))
            if meaning is not None:
                _tell(entry, head, meaning)
        for head in heads:
            at_name = (
                _AT_NAME.search(words_of(row.get(head.index))[-_AT_END:])
                if head.key in NAMES
                else None
            )
            meaning = meanings.get(_bare(at_name[1])) if at_name is not None else None
            said = read_status(meaning) if meaning is not None else None
            if said is not None:
                entry.absence = Absence(said.kind, meaning or "")


def _texts_of(grid: Grid, line: int) -> list[str]:
    """The words of a line by cells, a code in a cell of its own with the words beside it."""
    row = grid.own(line)
    texts = [str(cell.value) for cell in row.values() if isinstance(cell.value, str)]
    shown = [words_of(row[column]) for column in sorted(row)]
    pairs = pairwise(shown)
    return texts + [f"{code}: {said}" for code, said in pairs if re.fullmatch(_CODE, code)]


def _columns_of_codes(
    grid: Grid, entries: list[Entry], heads: Sequence[Head], meanings: dict[str, str]
) -> list[Head]:
    """The columns whose cells are codes; crosses of one kind may stand for meetings in any other."""
    are_sexes = {code for code, meaning in meanings.items() if fold(meaning) in _SEXES}
    lines = [entry.line for entry in entries]
    several: list[Head] = []
    single: list[Head] = []
    for head in heads:
        told = [_bare(text) for text in grid.texts(lines, head.index)]
        known = [text for text in told if text in meanings]
        if head.key is Column.SEX and sexes_of_head(head.words):
            continue
        if not known or (head.key is Column.SEX) != (set(known) <= are_sexes):
            continue
        if head.key in _OF_STATES:
            several.append(head)
        elif head.key in _TOLD_IN and len(known) >= _MOSTLY * len(told):
            is_crossed = len(set(known)) == 1 and is_cross(known[0])
            (single if is_crossed else several).append(head)
    if any(head.key is Column.STATUS for head in several):
        # The same letters under "Họp tháng 1" say who came: there "V" is no death.
        return [head for head in several if head.key in _OF_STATES]
    return several or (single if len(single) == 1 else [])


def _tell(entry: Entry, head: Head, meaning: str) -> None:
    """What a code of somebody means: in words in its column, or as to whether he is gone."""
    if head.key is Column.SEX:
        meaning = _SEXES[fold(meaning)]
    held = entry.cells.get(head.key) if head.key is not None else None
    if held is not None and head in [each for each, _ in held]:
        entry.cells[head.key or Column.NOTE] = [
            (each, Cell(meaning, cell.struck)) if each == head else (each, cell)
            for each, cell in held
        ]
    said = read_status(meaning) if head.key is not Column.SEX else None
    if said is not None:
        entry.absence = Absence(said.kind, single_line(meaning))
