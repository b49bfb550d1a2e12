"""An incident with people's data: what may have happened to which, and how soon who must hear of it.

Law 91/2025 art. 23, Decree 356/2025 arts. 28-29: the authority within 72 hours of detecting it;
the file stays five years after it is mended.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

REPORTED_WITHIN = timedelta(hours=72)
"""How soon after it was detected the authority must hear of it."""
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


def as_sentence(text: str) -> str:
    """What somebody wrote of it, as it stands among other sentences: with a full stop."""
    return f"{text}." if text and text[-1] not in ".!?…" else text
