"""An incident with people's data: what may have happened to which, and how soon who must hear of it.

Law 91/2025 art. 23, Decree 356/2025 arts. 28-29: the authority within 72 hours of detecting it;
the file stays five years after it is mended.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

REPORTED_WITHIN = timedelta(hours=72)
"""How soon after it was detected the authority must hear of it."""
WARNED_BEFORE = (timedelta(hours=24), timedelta(hours=4), timedelta())
"""How long before that is over those in charge are told again (ours)."""
FILE_KEPT = timedelta(days=5 * 366)
"""How long the file of it stays after it was closed."""


class IncidentKind(StrEnum):
    """What happened."""

    LOST = "lost"
    """A phone, a computer, a paper list is gone."""
    SEEN = "seen"
    """Somebody saw what he may not see."""
    SENT = "sent"
    """It went to somebody for whom it was not."""
    CHANGED = "changed"
    """It was changed or deleted by somebody who may not."""
    MISUSED = "misused"
    """It was used for something that nobody agreed to."""


class DataKind(StrEnum):
    """Which data it concerns."""

    NAMES = "names"
    """Name, year of birth, sex."""
    PHONES = "phones"
    ADDRESSES = "addresses"
    CIRCUMSTANCES = "circumstances"
    """Poverty, hardship, disability: sensitive."""
    MESSAGES = "messages"
    """What people wrote and were told."""


def hours_left(detected_at: datetime, now: datetime) -> int:
    """Whole hours until the authority must have heard of it; below zero when that is over."""
    return int((detected_at + REPORTED_WITHIN - now).total_seconds() // 3600)


def next_warning(detected_at: datetime, now: datetime) -> datetime | None:
    """When those in charge are told the next time; None when the last time is over."""
    until = detected_at + REPORTED_WITHIN
    return next((until - each for each in WARNED_BEFORE if until - each > now), None)


def told_past_organisers(kind: IncidentKind) -> bool:
    """Whether an organiser may be the one who did it, so that only those above hear of it."""
    return kind in (IncidentKind.SEEN, IncidentKind.MISUSED)


def as_sentence(text: str) -> str:
    """What somebody wrote of it, as it stands among other sentences: with a full stop."""
    return f"{text}." if text and text[-1] not in ".!?…" else text
