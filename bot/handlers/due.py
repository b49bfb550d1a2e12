"""What is done when something is due: the one loop over all kinds.

A kind is declared in `bot.domain.due` and has a line in its feature: who looks at it, how many in
one transaction, and whether a setting says how long after its moment it is due. The loop takes rows
that nobody else has in hand, each in a savepoint of its own: what raises is undone alone and looked
at again later; the moment of the next look is what the look returned.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.domain.due import DueKind, Looked
from bot.handlers.registry import HANDLINGS
from bot.handlers.services import Keeping, Services
from bot.logs import where
from bot.storage.records import DueRow
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

AGAIN = timedelta(minutes=10)
"""When what raised a fault is looked at again; each further time after twice as long."""
LONGEST_ASIDE = timedelta(days=1)


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
            log.error("due not looked at", kind=kind, subject=row.subject_id, **where(fault))
            pause = min(AGAIN * 2 ** min(row.attempt, 10), LONGEST_ASIDE)
            uow.due.put_aside(row, uow.now + pause - since[kind])
    uow.due.put([(row, found.again) for row, found in looked])
    forgotten = sum(found.forgotten for _, found in looked)
    if forgotten:
        log.info("forgotten", **{kind: forgotten})


def next_due(uow: UnitOfWork, kept: Keeping) -> datetime | None:
    """When anything is due next: for a clock that jumps."""
    return uow.due.next(waits(kept))
