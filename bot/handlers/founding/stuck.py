"""Founding steps on which nothing moves: which of them is asked about, and when again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.due import DueKind, Looked
from bot.domain.founding import RULES, STEPS, StepKey
from bot.storage.records import Club, DueRow, FoundingStepRow
from bot.storage.unit_of_work import UnitOfWork

NUDGES_APART = timedelta(days=3)
"""A club is asked about one step at a time, and not every day (a proposal)."""
DECISION_AGAIN = timedelta(days=10)
"""When the organisers are asked once more whether the commune has decided."""
_PLACES = {step.key: place for place, step in enumerate(STEPS)}


@dataclass(frozen=True)
class Stuck:
    """A step of a club on which nothing moves."""

    club: Club
    key: StepKey
    row: FoundingStepRow


def take_stuck(uow: UnitOfWork, due: DueRow) -> tuple[Stuck | None, Looked]:
    """The first of a club's steps on which nothing moved; None where nobody is to be asked.

    The others of them wait with it: whoever looks at one of these in the same go asks nothing.
    """
    step = uow.founding.step(due.subject_id)
    if step is None:
        return None, Looked()
    club = uow.clubs.get(step.club_id)
    rows = {StepKey(key): row for key, row in uow.founding.steps(club.id).items()}
    moments = uow.due.moments(DueKind.NUDGE, [row.id for row in rows.values()])
    own = moments.get(step.id)
    if own is None or own > uow.now:
        return None, Looked(again=own)
    over = [key for key, row in rows.items() if row.id in moments and moments[row.id] <= uow.now]
    later = {rows[key].id: uow.now + _again(key) for key in over}
    stuck = None
    if not club.closed:
        first = min(over, key=_PLACES.__getitem__)
        stuck = Stuck(club, first, rows[first])
        earliest = uow.now + NUDGES_APART
        coming = moments | later
        later |= {number: earliest for number, moment in coming.items() if moment < earliest}
    again = later.pop(step.id)
    for number, moment in later.items():
        uow.due.set(DueKind.NUDGE, number, moment)
    return stuck, Looked(again=again)


def _again(key: StepKey) -> timedelta:
    if key is StepKey.RECOGNITION_DECISION:
        return DECISION_AGAIN
    return timedelta(days=RULES[key].nudge_days)
