"""The papers' texts: one file a paper, Vietnamese only, with named slots.

A file is TOML between two lines `+++` (words for values), then blocks:

    # …            the kind of paper, `## …` its subject
    1. …           a clause: numbered through the paper; `- …` a line with a dash
    @name …        a block that goes on to the next empty line: to, enclosed, facts, issuer,
                   number, note, receivers, left, right (below `---` what stands under the room
                   for the signature)
    @rows LIST N   a table with a line for each of a list, and N empty ones if it has none: the
                   headings with their widths ("^" centres), then a line with the list's slots
    @table         a table with the lines that are written out
    anything else  a paragraph

A line may begin with `[if slot]` or `[unless slot]`. What a slot
lacks becomes a dotted line; `{slot:4}` says how long. Figures are facts: `{older-person-age.low}`,
`{scheme-1648.cited}`; nothing else may hold a digit.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.facts import PLACEHOLDER, load_facts, said_of

FOLDER = Path(__file__).resolve().parent / "texts"
MARK = "+++"
SLOT = re.compile(r"\{([a-z0-9_-]+)(?::(\d+))?\}")
_CONDITION = re.compile(r"\[(if|unless) ([a-z0-9_]+)\] ?")
_HEADING = re.compile(r"(\^?)(.+?) (\d+)")
NAMED = frozenset(
    ("to", "enclosed", "facts", "issuer", "number", "note", "receivers", "left", "right")
)
TABLES = frozenset(("rows", "table"))
COMMON_WORDS = frozenset(
    (
        "national_title",
        "motto",
        "place_and_date",
        "day",
        "moment",
        "money",
        "money_in_words",
        "page",
        "and",
    )
)


class PaperTextError(Exception):
    """A text that no paper can be made of; the message names the file and the fault."""


@dataclass(frozen=True)
class Line:
    """A line with its slots; shown only if `slot` is filled (`wanted`) or is not."""

    text: str
    slot: str | None = None
    wanted: bool = True


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading and its share of the width."""

    heading: str
    width: int
    centred: bool


@dataclass(frozen=True)
class Block:
    """A part of a text: its kind, its first words, its lines; for a table its columns.

    A table's lines hold their cells apart by "|".
    """

    kind: str
    head: str = ""
    lines: tuple[Line, ...] = ()
    columns: tuple[Column, ...] = ()
    rows_of: str | None = None
    at_least: int = 0

    def slots(self) -> Iterator[str]:
        """Every slot that the block names, those of its list's lines too."""
        yield from (slot[1] for slot in SLOT.finditer(self.head))
        for line in self.lines:
            yield from (slot[1] for slot in SLOT.finditer(line.text))
            if line.slot is not None:
                yield line.slot


@dataclass(frozen=True)
class PaperText:
    """A paper's text: its blocks, and words for the values of some slots."""

    code: str
    words: Mapping[str, Mapping[str, str]]
    blocks: tuple[Block, ...]


def read_text(code: str, path: Path | None = None) -> PaperText:
    """The text of a paper; raises PaperTextError."""
    file = path or FOLDER / f"{code}.vi.md"
    try:
        content = file.read_text(encoding="utf-8")
    except OSError as error:
        raise PaperTextError(f"{file.name}: {error.strerror}") from None
    head, found, body = content.removeprefix(MARK).partition(f"\n{MARK}\n")
    if not content.startswith(MARK) or not found:
        raise PaperTextError(f"{file.name}: the words stand between two lines {MARK}")
    try:
        front = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise PaperTextError(f"{file.name}: {error}") from None
    if set(front) - {"words"}:
        raise PaperTextError(f"{file.name}: only words are expected before the text")
    body = _with_figures(body, file.name)
    return PaperText(code, front.get("words", {}), tuple(blocks_of(body, file.name)))


def _with_figures(body: str, name: str) -> str:
    """A text with its facts in words; what is no fact may be a slot."""
    facts = load_facts()

    def said(found: re.Match[str]) -> str:
        is_fact = found[1].partition(".")[0] in facts
        return said_of(found[1], "vi", facts) if is_fact else found[0]

    try:
        return PLACEHOLDER.sub(said, body)
    except KeyError as error:
        raise PaperTextError(f"{name}: no figure is called {error.args[0]}") from None


def blocks_of(body: str, name: str, named: frozenset[str] = NAMED) -> Iterator[Block]:
    """The blocks of a text; `named` are those that begin with "@" and are no tables."""
    held: list[str] = []
    for number, raw in enumerate([*body.splitlines(), ""], 1):
        line = raw.rstrip()
        if held:
            if line:
                held.append(line)
                continue
            yield _named(held, name, named)
            held = []
        elif line.startswith("@"):
            held = [line]
        elif line:
            yield _plain(line, f"{name}, line {number}")


def _line(text: str) -> Line:
    match = _CONDITION.match(text)
    if match is None:
        return Line(text)
    return Line(text[match.end() :], match[2], match[1] == "if")


def _plain(text: str, place: str) -> Block:
    line = _line(text)
    for mark, kind in (("# ", "title"), ("## ", "subject"), ("1. ", "clause"), ("- ", "dash")):
        if line.text.startswith(mark):
            return Block(kind, lines=(Line(line.text[len(mark) :], line.slot, line.wanted),))
    if line.text[:1] in "#|":
        raise PaperTextError(f"{place}: {line.text[:20]} is no block")
    return Block("paragraph", lines=(line,))


def _named(held: list[str], name: str, named: frozenset[str]) -> Block:
    kind, _, head = held[0][1:].partition(" ")
    if kind in named:
        return Block(kind, head.strip(), tuple(_line(each) for each in held[1:]))
    if kind not in TABLES:
        raise PaperTextError(f"{name}: unknown block @{kind}")
    if len(held) < 3 or any(not (row.startswith("|") and row.endswith("|")) for row in held[1:]):
        raise PaperTextError(f"{name}: @{kind} needs headings and lines between |")
    columns = []
    for cell in _cells(held[1]):
        match = _HEADING.fullmatch(cell)
        if match is None:
            raise PaperTextError(f"{name}: {cell} needs a heading and a width")
        columns.append(Column(match[2], int(match[3]), bool(match[1])))
    if sum(column.width for column in columns) != 100:
        raise PaperTextError(f"{name}: the widths of @{kind} {head} do not add up to 100")
    for row in held[2:]:
        if len(_cells(row)) != len(columns):
            raise PaperTextError(f"{name}: a line of @{kind} {head} has not all cells")
    lines = tuple(Line(row[1:-1]) for row in held[2:])
    if kind == "table":
        return Block(kind, lines=lines, columns=tuple(columns))
    rows_of, _, at_least = head.partition(" ")
    if len(lines) != 1 or not rows_of or not (at_least or "0").isdigit():
        raise PaperTextError(f"{name}: @rows needs a list, a number and one line")
    return Block(
        kind, lines=lines, columns=tuple(columns), rows_of=rows_of, at_least=int(at_least or 0)
    )


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row[1:-1].split("|")]


@lru_cache(maxsize=1)
def common_words() -> Mapping[str, str]:
    """The words that all papers share; raises PaperTextError."""
    file = FOLDER / "common.vi.toml"
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PaperTextError(f"{file.name}: {error}") from None
    wrong = COMMON_WORDS ^ set(found)
    if wrong:
        raise PaperTextError(f"{file.name}: {', '.join(sorted(wrong))}")
    return found
