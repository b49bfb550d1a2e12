"""Founding steps on which nothing moves: which of them is asked about, when again, and when no more.

A club is asked about one step at a time: the first of its open ones. Whatever somebody writes down
begins the count anew; as long as nobody does, the questions come less and less often, and after
the last of them the coordinators hear of it and the organisers are left in peace.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.due import DueKind, Looked
from bot.domain.founding import RULES, STEPS, WORKING, F, StepKey, StepState
from bot.storage.records import Club, DueRow, FoundingStepRow
from bot.storage.unit_of_work import UnitOfWork

AGAIN_AFTER = tuple(timedelta(days=days) for days in (7, 16, 30, 30, 30))
"""How long after each question the next one comes, the coordinators' word being the last: where
the first one comes after a week that is 7, 14, 30, 60, 90 and 120 days (a proposal)."""
_PLACES = {step.key: place for place, step in enumerate(STEPS)}


@dataclass(frozen=True)
class Stuck:
    """A step of a club on which nothing moves, and since when nothing of its founding did."""

    club: Club
    key: StepKey
    row: FoundingStepRow
    since: datetime
    for_coordinators: bool
    """Asking the organisers was in vain: those above hear of it."""


def nudge_key(club: Club) -> str:
    """How the keys of all that is asked about a club's steps begin."""
    return f"nudge/{club.id}/"


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
    if club.closed:
        return None, Looked()
    since = uow.founding.moved_at(club.id) or club.created_at
    asked = _asked(uow, club, since)
    waited_for = _is_waited_for(uow, club, step, since)
    if asked and not waited_for and (coming := asked[-1] + AGAIN_AFTER[len(asked) - 1]) > uow.now:
        # Another step's time came soon after the club was asked.
        return None, Looked(again=coming)
    again = uow.now + AGAIN_AFTER[len(asked)] if len(asked) < len(AGAIN_AFTER) else None
    over = [key for key, row in rows.items() if row.id in moments and moments[row.id] <= uow.now]
    for row in rows.values():
        moment = moments.get(row.id)
        if moment is None or row.id == step.id or moment > (again or uow.now):
            continue
        if moment <= uow.now or not _is_waited_for(uow, club, row, since):
            _look_again(uow, row, again)
    key = StepKey(step.step) if waited_for else _first(rows, over)
    return Stuck(club, key, rows[key], since, again is None), Looked(again=again)


def _is_waited_for(uow: UnitOfWork, club: Club, step: FoundingStepRow, since: datetime) -> bool:
    """Whether a step has its own time, a day or the commune's, and wasn't asked about since."""
    ceremony = StepKey.LAUNCH_CEREMONY.value
    has_day = step.step == ceremony and any(
        datum.field == F.DATE for datum in uow.founding.data(club.id, ceremony)
    )
    if step.state != StepState.AWAITING and not has_day:
        return False
    return not _asked(uow, club, since, f"{step.step}/")


def _asked(uow: UnitOfWork, club: Club, since: datetime, step: str = "") -> list[datetime]:
    """When the organisers were asked since a time, about a step or any."""
    organisers = [each.id for each in uow.accounts.organisers(club.id)]
    return uow.outbox.moments_of(organisers, nudge_key(club) + step, since)


def _look_again(uow: UnitOfWork, row: FoundingStepRow, again: datetime | None) -> None:
    if again is None:
        uow.due.settle(row.id, DueKind.NUDGE)
    else:
        uow.due.set(DueKind.NUDGE, row.id, again)


def _first(rows: Mapping[StepKey, FoundingStepRow], over: Sequence[StepKey]) -> StepKey:
    """The first step that can be worked on now, though the time of a later one came before its own."""
    first = min(over, key=_PLACES.__getitem__)
    before = [key for key, row in rows.items() if row.state in (StepState.OPEN, StepState.REVIEW)]
    return min([first, *(key for key in before if key is not StepKey.LAUNCH_CEREMONY)],
               key=_PLACES.__getitem__)  # fmt: skip


def look_anew(uow: UnitOfWork, club: Club) -> None:
    """Somebody works on a founding: steps that were no longer asked about are again."""
    rows = [row for row in uow.founding.steps(club.id).values() if row.state in WORKING]
    moments = uow.due.moments(DueKind.NUDGE, [row.id for row in rows])
    for row in rows:
        if row.id not in moments:
            at = uow.now + timedelta(days=RULES[StepKey(row.step)].nudge_days)
            uow.due.set(DueKind.NUDGE, row.id, at)
