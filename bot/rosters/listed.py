"""Who stands on a list as it was read, and what of him is doubtful or was left aside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Doubt:
    """What has to be asked before a line is written: of which column, why, and what it may be."""

    column: str
    value: str = ""
    why: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remark:
    """What was taken otherwise than it stands, or not at all, though the person is clear."""

    column: str
    value: str
    why: str
    candidate: str | None = None


@dataclass(frozen=True)
class Listed:
    """Somebody on a list: what was read, what is doubtful, what was left aside."""

    sheet: str
    line: int
    full_name: str | None
    birth_year: int | None = None
    birth_date: date | None = None
    birth_estimated: bool = False
    sex: str | None = None
    phone: str | None = None
    address: str | None = None
    circumstances: str | None = None
    """None unknown, "" none, else kinds joined by ";"."""
    contact_person: str | None = None
    note: str | None = None
    code: str | None = None
    """The member's code, where the list came from here."""
    mark: str = ""
    """What tells a namesake apart: "A", "1"."""
    doubts: tuple[Doubt, ...] = ()
    remarks: tuple[Remark, ...] = ()
    carried: frozenset[str] = frozenset()
    shown: str = ""

    @property
    def place(self) -> tuple[str, int, str]:
        """Where it stands; two people may share a line, side by side."""
        return self.sheet, self.line, self.shown


@dataclass(frozen=True)
class Absent:
    """Somebody on a list who is not written down, and why: one of `reading.ABSENT`."""

    sheet: str
    line: int
    name: str
    why: str
    text: str = ""
    birth_year: int | None = None
    phone: str | None = None
    code: str | None = None


FIELDS = (
    "full_name", "birth_year", "birth_date", "sex", "phone", "address", "circumstances",
    "contact_person", "note",
)  # fmt: skip
"""What a list tells of somebody, as it is compared with what is known."""


def filled(first: Listed, second: Listed) -> Listed:
    """A line with what only the second one tells."""
    missing = {
        name: getattr(second, name)
        for name in FIELDS
        if getattr(first, name) is None and getattr(second, name) is not None
    }
    if second.full_name and first.full_name and first.full_name.isascii():
        missing["full_name"] = second.full_name
    return replace(first, **missing)
