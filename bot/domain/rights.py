"""What a message is read under: the right by which somebody was shown what it says.

It is kept with the message and asked again whenever the message is fetched: a role may have been
taken away, and a helper may speak for somebody no longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AccountRole(StrEnum):
    """What an account may be beside speaking for people."""

    ORGANISER = "organiser"
    """Of a club; without one he may found it."""
    COORDINATOR = "coordinator"
    """Of an area; without one of everywhere."""


class RightKind(StrEnum):
    """What one must be to read it."""

    ORGANISES = "organises"
    """An organiser of the club."""
    COORDINATES = "coordinates"
    """A coordinator of the area, of everywhere without one."""
    OVERSEES = "oversees"
    """A coordinator of an area that holds the club."""
    ANSWERS = "answers"
    """In charge of somebody's question."""
    SPEAKS_FOR = "speaks_for"
    """An account that speaks for the person."""


@dataclass(frozen=True, order=True)
class Right:
    """A right and what it is about: a club, an area, a question, a person."""

    kind: RightKind
    subject: str

    @classmethod
    def organises(cls, club_id: int) -> Right:
        """The right of a club's organisers."""
        return cls(RightKind.ORGANISES, str(club_id))

    @classmethod
    def coordinates(cls, area: str | None) -> Right:
        """The right of an area's coordinators."""
        return cls(RightKind.COORDINATES, area or "")

    @classmethod
    def oversees(cls, club_id: int) -> Right:
        """The right of the coordinators under whom a club falls."""
        return cls(RightKind.OVERSEES, str(club_id))

    @classmethod
    def answers(cls, enquiry_id: int) -> Right:
        """The right of those to whom a question was handed."""
        return cls(RightKind.ANSWERS, str(enquiry_id))

    @classmethod
    def speaks_for(cls, person_id: int) -> Right:
        """The right of those who speak for a person, himself among them."""
        return cls(RightKind.SPEAKS_FOR, str(person_id))

    def __str__(self) -> str:
        return f"{self.kind.value}/{self.subject}"

    @classmethod
    def read(cls, text: str) -> Right | None:
        """Read back what `str` wrote; None for a right that this program doesn't know."""
        kind, _, subject = text.partition("/")
        return cls(RightKind(kind), subject) if kind in list(RightKind) else None
