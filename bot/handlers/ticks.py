"""The ticks: each a function of the unit of work, run when something may be due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.membership import MembershipState
from bot.handlers.desk import Desk
from bot.handlers.founding import nudge_due
from bot.reminders.planner import extend_events, plan_occurrences
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork

KEEP_CONVERSATIONS = timedelta(days=30)
"""How long an unfinished conversation and the raw words of an update are kept (a proposal)."""
BATCH = 100


def plan(desk: Desk, uow: UnitOfWork) -> int:
    """Write down occurrences that come into sight, and turn due reminders into messages."""
    return extend_events(uow, desk.zone) + plan_occurrences(uow, desk.zone)


def nudge(desk: Desk, uow: UnitOfWork) -> int:
    """Ask about founding steps on which nothing moves."""
    return nudge_due(desk, uow)


def care(desk: Desk, uow: UnitOfWork) -> int:
    """Forget what may not be kept longer: unconfirmed people, old words, left conversations."""
    done = 0
    for membership in uow.clubs.due_for_erasure():
        if membership.state == MembershipState.UNCONFIRMED.value:
            uow.clubs.set_state(membership.id, MembershipState.LEFT.value)
            uow.people.erase(membership.person_id)
        else:
            uow.clubs.set_state(membership.id, membership.state)
        done += 1
    before = uow.now - KEEP_CONVERSATIONS
    for row in uow.conversations.stale(before):
        uow.conversations.drop(row.account_id, row.flow)
        done += 1
    _forget_files(Path(desk.files), before)
    done += uow.inbox.forget_before(before, BATCH)
    done += uow.outbox.forget_before(before, BATCH)
    return done


def _forget_files(folder: Path, before: datetime) -> None:
    """Lists that were sent and copies that were given lie no longer than the words about them."""
    for path in [*folder.glob("received/*"), *folder.glob("copies/*")]:
        if path.is_file() and datetime.fromtimestamp(path.stat().st_mtime, UTC) < before:
            path.unlink(missing_ok=True)


TICKS: dict[str, tuple[Callable[[Desk, UnitOfWork], int], int]] = {
    "plan": (plan, 20),
    "nudge": (nudge, 300),
    "care": (care, 3600),
}
"""Each tick and the seconds between two of its runs."""


async def run_tick(database: Database, desk: Desk, name: str, now: Callable[[], datetime]) -> int:
    """Run one tick in one transaction; how much there was to do, at most a batch of it.

    Of several workers one does it; the others find nothing to do.
    """
    tick, _ = TICKS[name]

    def work(connection: Connection) -> int:
        uow = UnitOfWork(connection, now())
        if not uow.installation.alone(f"tick/{name}"):
            return 0
        done = tick(desk, uow)
        uow.installation.note_tick(name)
        return done

    return await database.run(work)


def next_due(uow: UnitOfWork) -> datetime | None:
    """When anything is due next: for a clock that jumps."""
    erase = uow.connection.execute(sa.select(sa.func.min(schema.membership.c.erase_at))).scalar()
    stale = uow.connection.execute(
        sa.select(sa.func.min(schema.conversation.c.updated_at))
    ).scalar()
    times = [
        uow.events.next_due(),
        uow.founding.next_nudge(),
        uow.outbox.next_due(),
        erase,
        stale + KEEP_CONVERSATIONS + timedelta(seconds=1) if stale else None,
    ]
    return min((each for each in times if each is not None), default=None)
