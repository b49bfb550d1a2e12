"""A table of people as it was found: its lines by what their columns say, and what is no person."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.rosters.absence import Absence
from bot.rosters.book import Cell
from bot.rosters.finding import Head
from bot.rosters.grid import words_of
from bot.rosters.heads import Column


@dataclass
class Entry:
    """A line that seems to be a person, by what its columns say.

    `carried`: columns whose value comes from a merged cell or a ditto mark. `doubt`: why it may be
    no person ("no_ordinal", "hidden", "uncounted", "guest", "waiting", "unlike"). `place`, `sex` and `absence` are those of the
    group, the title or the sheet that it stands in.
    """

    line: int
    cells: dict[Column, list[tuple[Head, Cell]]]
    text: str
    others: tuple[str, ...] = ()
    """Words in columns that nobody knows: they may say that somebody left."""
    asides: tuple[str, ...] = ()
    """Words beyond the heads, or among numbers and crosses: they stand there to say something."""
    carried: frozenset[Column] = frozenset()
    ordinal: str = ""
    number: str = ""
    """The number by which other lines may mean this one."""
    place: str | None = None
    sex: str | None = None
    absence: Absence | None = None
    hidden: bool = False
    struck: bool = False
    doubt: str | None = None
    couple: str = ""
    """The words of the cell that held this person and another one."""
    of_two: bool = False
    """Whether he is one of two who share a line, each with columns of his own."""
    has_partner: bool = False
    """Whether the other one of them is named in his line."""
    unnamed: str = ""
    """The number of the other one, where nobody says who that is."""
    joined: str = ""
    """Words of the line below that belong to this one."""

    def first(self, key: Column) -> Cell | None:
        """The first cell of a kind of column."""
        held = self.cells.get(key)
        return held[0][1] if held else None

    def words(self, key: Column) -> str:
        """The words of that cell."""
        return words_of(self.first(key))


@dataclass(frozen=True)
class LeftLine:
    """A line that is no person, and why."""

    line: int
    text: str
    why: str


@dataclass
class Table:
    """The people of a sheet and what stands around them."""

    sheet: str
    heads: tuple[Head, ...] = ()
    title: str = ""
    entries: list[Entry] = field(default_factory=list)
    left: list[LeftLine] = field(default_factory=list)
    hidden: bool = False
    font: str | None = None
