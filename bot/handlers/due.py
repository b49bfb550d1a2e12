"""What is done when something is due: a line a kind, and the one loop that does it.

A kind is declared in `bot.domain.due` and has its line here: who looks at it, how many in one
transaction, and whether a setting says how long after its moment it is due. The loop takes rows
that nobody else has in hand, each in a savepoint of its own: what raises is undone alone and looked
at again later; the moment of the next look is what the look returned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.domain.due import DueKind, Looked
from bot.handlers import keeping
from bot.handlers.founding import nudges
from bot.handlers.services import Keeping, Services
from bot.logs import where
from bot.reminders import planner
from bot.storage.records import DueRow
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

AGAIN = timedelta(minutes=10)
"""When what raised a fault is looked at again; each further time after twice as long."""
LONGEST_ASIDE = timedelta(days=1)

Look = Callable[[Services, UnitOfWork, DueRow], Looked]


@dataclass(frozen=True)
class Handling:
    """Who looks at what is due of a kind."""

    look: Look
    batch: int = 100
    """How many are looked at in one transaction: replies don't wait long for it."""
    kept: Callable[[Keeping], timedelta] | None = None
    """How long after its moment it is due, where a setting says so."""


HANDLINGS: dict[DueKind, Handling] = {
    DueKind.EXTEND: Handling(lambda services, uow, due: planner.extend(uow, due, services.zone)),
    # As many as 300 messages at most.
    DueKind.PLAN: Handling(
        lambda services, uow, due: planner.plan(uow, due, services.zone), batch=5
    ),
    DueKind.NUDGE: Handling(nudges.nudge),
    DueKind.WARN_UNCONFIRMED: Handling(keeping.warn_of_erasure),
    DueKind.WARN_REQUEST: Handling(keeping.warn_of_request),
    DueKind.UNCONFIRMED: Handling(keeping.forget_unconfirmed),
    DueKind.GONE: Handling(keeping.forget_gone, kept=lambda kept: kept.after_leaving),
    DueKind.PROOFS: Handling(
        lambda _desk, uow, due: keeping.forget_proofs(uow, due), kept=lambda kept: kept.proof
    ),
    DueKind.CONVERSATIONS: Handling(
        keeping.forget_conversations, kept=lambda kept: kept.conversations
    ),
    DueKind.ENQUIRIES: Handling(
        lambda _desk, uow, due: keeping.forget_enquiry(uow, due),
        kept=lambda kept: kept.conversations,
    ),
}
"""Every kind of what is due."""


def waits(kept: Keeping) -> dict[DueKind, timedelta]:
    """How long after its moment each kind is due."""
    return {
        kind: handling.kept(kept) if handling.kept is not None else timedelta()
        for kind, handling in HANDLINGS.items()
    }


def look(services: Services, uow: UnitOfWork) -> int:
    """Look at a batch of what is due longest; how many, 0 when nothing is or others have it all."""
    since = waits(services.keeping)
    for kind in uow.due.waiting(since):
        rows = uow.due.take(kind, since[kind], HANDLINGS[kind].batch)
        if rows:
            _look_at(services, uow, kind, rows, since)
            return len(rows)
    return 0


def _look_at(
    services: Services,
    uow: UnitOfWork,
    kind: DueKind,
    rows: list[DueRow],
    since: Mapping[DueKind, timedelta],
) -> None:
    looked: list[tuple[DueRow, Looked]] = []

    def one(row: DueRow) -> None:
        looked.append((row, HANDLINGS[kind].look(services, uow, row)))

    for row in rows:
        if fault := uow.apart(partial(one, row)):
            # One club's fault holds up no other's.
            log.error("due not looked at", kind=kind.value, subject=row.subject_id, **where(fault))
            pause = min(AGAIN * 2 ** min(row.attempt, 10), LONGEST_ASIDE)
            uow.due.put_aside(row, uow.now + pause - since[kind])
    uow.due.put([(row, found.again) for row, found in looked])
    forgotten = sum(found.forgotten for _, found in looked)
    if forgotten:
        log.info("forgotten", **{kind.value: forgotten})


def next_due(uow: UnitOfWork, kept: Keeping) -> datetime | None:
    """When anything is due next: for a clock that jumps."""
    return uow.due.next(waits(kept))
