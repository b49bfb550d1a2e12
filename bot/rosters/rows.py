"""A line below the heads: what its columns tell, and words that are no data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.absence import OF_ONE
from bot.rosters.animals import animal_said
from bot.rosters.book import Cell
from bot.rosters.grid import words_of
from bot.rosters.heads import Column
from bot.rosters.lines import Kind, is_bracketed, is_initial, is_signature, seems_name
from bot.rosters.naming import without_title

_DITTO = Pattern(
    r"""[-\s]*(?:["″〃”“„′]+|''|’’|//+|n\.?/?t\.?|ntr|(?:nhu|nt|giong) tren|cung (?:dia chi|nha|cho|ho|noi|to|tren)|tuong tu|ditto|do\.?)[-\s]*"""
)
_NAMED_SO = Pattern(r"\s*[Đđ]\S*\s*")
"""The family name Đỗ, which is "do" without its accents."""
NOTHING = Pattern(r"[\s\-–—_.…/\\]*")

BORN = (Column.BIRTH, Column.YEAR, Column.AGE, Column.MALE, Column.FEMALE)
BROKEN = (Column.FULL_NAME, Column.ADDRESS, Column.NOTE)
"""Columns whose words are long enough to break over two lines."""
OF_MEMBERS = (Column.NOTE, Column.CONSENT)
"""Columns whose words may say that somebody only waits; a state says so in a list of others than us."""
SURE = (
    Column.BIRTH, Column.YEAR, Column.AGE, Column.SEX, Column.PHONE, Column.MALE, Column.FEMALE,
)  # fmt: skip
FACTS = (*SURE, Column.ADDRESS, Column.CODE, Column.CIRCUMSTANCES, Column.STATUS)
OF_A_PERSON = (
    *FACTS, Column.CONTACT_PERSON, Column.CONTACT_PHONE, Column.NOTE, Column.POOR,
    Column.NEAR_POOR, Column.DISABLED, Column.HARDSHIP,
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A line below the heads, and what its columns tell."""

    line: int
    cells: dict[int, Cell]
    name: str
    texts: list[str]
    """Every column's words, from the left."""
    ordinal: str
    facts: bool
    """Whether something that only a person has is told of it."""
    sure: bool
    """Whether a birth, a sex or a phone is."""

    @property
    def first(self) -> str:
        return self.texts[0] if self.texts else ""

    @property
    def is_counted(self) -> bool:
        return is_ordinal(self.ordinal)

    @property
    def bare(self) -> str:
        return without_title(self.name)

    @property
    def is_nobody(self) -> bool:
        """Whether neither a number, nor a fact, nor the name itself speaks for a person."""
        return not self.facts and not self.is_counted and not seems_name(self.bare)


_PAGE = Pattern(r"\W*(?:trang|to so|page)\s*(?:so )?\d{1,3}(?:\s*(?:/|tren|of)\s*\d{1,3})?\W*")


def page_mark(row: Row) -> str | None:
    """What only counts the pages of a printed list: "Trang 2", "- Trang 1/3 -"."""
    return "other" if len(row.texts) == 1 and _PAGE.fullmatch(fold(row.first)) else None


def initial_alone(row: Row) -> str | None:
    """The letter with which the names below begin, in a list by the alphabet."""
    return Kind.HEADING if len(row.texts) == 1 and is_initial(row.first) else None


def named_again(row: Row) -> str | None:
    """A ditto mark for a name: who stands above, once more."""
    return "" if is_ditto(row.name) and not row.sure else None


def said_aside(row: Row) -> str | None:
    """ "(Ông Quý đã rút đơn)" below his line, "(con Linh chép lại)" above them all."""
    is_alone = len(row.texts) == 1 and row.first.startswith("(") and not row.facts
    is_said = bool(OF_ONE.search(row.first)) or is_bracketed(row.first)
    return "other" if is_alone and is_said and row.is_nobody else None


def first_reason(row: Row, rules: Sequence[Callable[[Row], str | None]]) -> str | None:
    """What the first rule says that knows why a line is no person."""
    return next((why for rule in rules if (why := rule(row)) is not None), None)


def is_ditto(text: str) -> bool:
    """Whether a cell says the same as the one above it: a mark, "nt", "do"."""
    return bool(_DITTO.fullmatch(fold(text.strip()))) and not _NAMED_SO.fullmatch(text)


def is_ordinal(text: str) -> bool:
    return bool(re.fullmatch(r"\(?\d{1,4}[.)]?", text))


def are_numbered(named: Iterable[tuple[str, str]]) -> bool:
    """Whether most lines with a name have a number before it: a table that counts its people."""
    told = [(name, is_ordinal(ordinal)) for name, ordinal in named]
    numbers = sum(is_counted for _, is_counted in told)
    # What reads as no name may be the second line of who stands above.
    sure = sum(is_counted or seems_name(without_title(name)) for name, is_counted in told)
    return numbers * 10 >= max(sure * 6, len(told) * 4)


def tells(key: Column | None, cell: Cell | None) -> bool:
    """Whether a cell of such a column holds something that can be of a person."""
    text = words_of(cell)
    if cell is None or (not cell.uncounted and NOTHING.fullmatch(text)):
        return False
    return key not in SURE or _can_be_said(text)


def _can_be_said(text: str) -> bool:
    """Whether words can be a birth, a sex or a phone: not who signs below a column, nor his post."""
    is_short = any(map(str.isdigit, text)) or len(text) <= 10
    is_told = animal_said(text) is not None or _AGE_SAID.search(text) is not None
    return not is_signature(text) and (is_short or is_told)


_AGE_SAID = Pattern(r"\b(?:mươi|chục)(?: \w+)? tuổi\b")
