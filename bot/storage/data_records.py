"""Rows of what is done with people's data: wishes, looks, deletions, incidents; field for column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.incidents import IncidentKind
from bot.domain.requests import Outcome, RequestKind


@dataclass(frozen=True)
class DataRequest:
    """A wish about somebody's data, in a club or in all, to be carried out by a day."""

    id: int
    account_id: int | None
    person_id: int | None
    club_id: int | None
    kind: RequestKind
    asked_at: datetime
    due_at: datetime
    done_at: datetime | None
    words: str | None
    """What was said of it, as long as it is kept."""
    outcome: Outcome | None
    purpose: str | None = None
    """The use that is objected to, "roster" for every use; None for one that no consent is for."""


@dataclass(frozen=True)
class Access:
    """One look at a member of a club: by whom (None: the operator) and on what."""

    id: int
    at: datetime
    account_id: int | None
    club_id: int
    person_id: int
    what: str


@dataclass(frozen=True)
class Deletion:
    """A deletion that can be taken back for a day, or that was."""

    request_id: int
    person_id: int
    parted_from: int | None
    """Whose row the person's was, where some of several clubs forgot him."""
    asked_at: datetime
    taken_back_at: datetime | None


@dataclass(frozen=True)
class Incident:
    """Something that happened to people's data, in the clubs of these numbers."""

    id: int
    detected_at: datetime
    noted_at: datetime
    kind: IncidentKind
    data: list[str]
    clubs: list[int]
    nature: str
    consequences: str | None
    measures: str | None
    contact: str | None
    reported_at: datetime | None
    told_at: datetime | None
    closed_at: datetime | None
