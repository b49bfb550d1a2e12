"""Words and choices that the screens of several features share."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.domain.states import OccurrenceState
from bot.speech.translation import Joined, Phrase, say
from bot.storage.records import Event, Occurrence


def deceased_choices(membership_id: int) -> Rows:
    """What an organiser may have found out about somebody who is said to have died."""
    return [
        [
            (say("deceased.yes"), buttons.Deceased(membership_id, "yes")),
            (say("deceased.no"), buttons.Deceased(membership_id, "no")),
        ]
    ]


def why_over(occurrence: Occurrence) -> Phrase:
    """Why nothing can be done with one day of an event any more."""
    return say(
        "attend.cancelled" if occurrence.state is OccurrenceState.CANCELLED else "attend.over"
    )


def to_bring(event: Event, *, asked: bool) -> Joined | Phrase | str:
    """What to take along, and whether to come without breakfast."""
    bring: Phrase | str = ""
    if event.bring:
        bring = say("reminder.bring", bring=event.bring)
    elif asked:
        bring = say("reminder.bring_nothing")
    if event.fasting not in ("yes", "no"):
        return bring
    return Joined((bring, say(f"reminder.fasting_{event.fasting}")))
