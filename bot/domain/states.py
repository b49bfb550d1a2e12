"""In what state things are that people are told of."""

from __future__ import annotations

from enum import StrEnum


class OccurrenceState(StrEnum):
    """Where one day of an event stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class NoticeState(StrEnum):
    """What became of telling one person, in the order in which reports show it."""

    PLANNED = "planned"
    SENT = "sent"
    PERHAPS = "perhaps"
    """Handed to the platform, which never said whether it arrived."""
    NOT_SENT = "not_sent"
    TO_CALL = "to_call"
    CALLED = "called"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


HEARD = (NoticeState.SENT, NoticeState.PERHAPS, NoticeState.CALLED)
"""States of a notice whose person knows of the event, or most likely does."""
