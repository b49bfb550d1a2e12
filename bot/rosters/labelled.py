"""People told of in blocks: name, year and place in lines of their own, each behind its word."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass, field

from bot.language.patterns import Pattern
from bot.language.text import single_line
from bot.rosters.heads import NAMES, Column, column_of_head, plain_head

Rows = list[tuple[int, list[str]]]

_FEWEST_TOLD, _FEW_OTHERS = 2, 20
"""So many people make a list of those told line by line; more other lines at its head make none."""
_LONGEST_TOLD = 300
"""Characters of a line that somebody wrote by hand."""
_SAID_OF = Pattern(
    r"\s*(?:\(?\d{1,4}\s*[.)/\-–:]\s*|[-–•*+]\s*)?([^\d:=]{1,40}?)\s*(?:\d{1,2}\s*)?[:=]\s*(.*)"
)
"""What is told behind its word, which may be numbered: "1) Họ tên: …", "SĐT 2: …"."""
_COUNTED = Pattern(r"\d+")
_BLANKS_TO_FILL = Pattern(r"\s*[.…_]{3,}\s*")
_TICKED = Pattern(r"[☑☒✓✔]\s*(Nam|Nữ|nam|nữ)\b")
_BOXES = Pattern(r"[☐□☑☒✓✔]\s*(?:Nam|Nữ|nam|nữ)\b")
_SEX_HEAD = "Giới tính"
_THEIR_PHONE = "SĐT người thân"


@dataclass
class _Blocks:
    """The people of a text as far as it is read, each from the line where his block begins."""

    heads: list[str] = field(default_factory=list)
    people: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    told: int = 0
    _first: Column | None = None
    _last: Column | None = None
    _is_parted: bool = False

    def part(self) -> None:
        """A blank line, or one that tells of nobody: what is told again behind it is another's."""
        self._is_parted, self._last = True, None

    def put(self, number: int, label: str, column: Column, value: str) -> None:
        """What a line says behind its word: of another person where a block begins with it."""
        if column is Column.PHONE and self._last is Column.CONTACT_PERSON:
            # "Người thân: con Lan", and below it her number.
            column, label = Column.CONTACT_PHONE, _THEIR_PHONE
        same = [each for each in self.heads if column_of_head(each) is column]
        if column is Column.ADDRESS:
            # A street, a group and a hamlet are parts of one place, each by its own word.
            same = [each for each in same if plain_head(each) == plain_head(label)]
        head = next(iter(same), label)
        if not self.people or self._begins(column, head):
            self._first = self._first or column
            self.people.append((number, {}))
        row = self.people[-1][1]
        ticked = _TICKED.search(value)
        value = _BOXES.sub(" ", value).strip()
        row[head] = (
            f"{row[head]} / {value}" if row.get(head) and value else value or row.get(head, "")
        )
        for each in (head, *([_SEX_HEAD] if ticked else ())):
            if each not in self.heads:
                self.heads.append(each)
        if ticked is not None:
            row[_SEX_HEAD] = ticked[1]
        self.told += 1
        self._last, self._is_parted = column, False

    def _begins(self, column: Column, head: str) -> bool:
        row = self.people[-1][1]
        if column is self._first or column in NAMES:
            return head in row
        return self._is_parted and head in row


def read_labelled(text: str) -> Rows | None:
    """Heads, and a row for each person of a text that tells of them in blocks; None for others."""
    blocks = _Blocks()
    others: Rows = []
    for number, line in enumerate(io.StringIO(text), 1):
        said = _said(line)
        if said is not None:
            blocks.put(number, *said)
            continue
        blocks.part()
        if line.strip():
            others.append((number, [single_line(line)]))
            if len(others) > _FEW_OTHERS + blocks.told:
                return None
    return _rows(blocks, others)


def _said(line: str) -> tuple[str, Column, str] | None:
    """The word a line begins with, what it says that follows, and what follows."""
    line = _BLANKS_TO_FILL.sub(" ", single_line(line))
    found = _SAID_OF.fullmatch(line) if len(line) <= _LONGEST_TOLD else None
    column = column_of_head(found[1]) if found else None
    return (found[1], column, found[2]) if found is not None and column is not None else None


def _rows(blocks: _Blocks, others: Rows) -> Rows | None:
    told, people, heads = blocks.told, blocks.people, blocks.heads
    # A form has words of its own around what is filled in.
    most = told * 2 if told >= 3 * len(people) else told / 2
    if len(others) > most or len(people) < _FEWEST_TOLD or told < 2 * len(people):
        return None
    again = Counter(_COUNTED.sub("0", line) for _, (line,) in others)
    # What stands above each block is of the form, and names nobody.
    forms = {number for number, (line,) in others if again[_COUNTED.sub("0", line)] > 1}
    rows = [(number, [row.get(head, "") for head in heads]) for number, row in people]
    is_form = len(others) * 2 > told
    others = [
        (number, [*[""] * (len(heads) + 1), *row] if is_form or number in forms else row)
        for number, row in others
    ]
    return [(0, heads), *sorted(rows + others)]
