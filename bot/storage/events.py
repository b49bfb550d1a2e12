"""Events, their occurrences, who comes, and what people are told about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.membership import MembershipState
from bot.storage import schema
from bot.storage.memory import remembered
from bot.storage.records import Event, Notice, Occurrence, Person, columns, many, one
from bot.storage.statements import insert_new, new_id, upsert

NOTICE_STATES = (
    "planned", "sent", "perhaps", "not_sent", "to_call", "called", "expired", "cancelled",
)  # fmt: skip
"""Every state of a notice, in the order in which reports show them."""

_event = columns(schema.event, Event)
_occurrence = columns(schema.occurrence, Occurrence)
_notice = columns(schema.notice, Notice)
_person = columns(schema.person, Person)


_member_of: sa.ColumnElement[bool] = (
    schema.membership.c.person_id == schema.notice.c.person_id
) & (schema.membership.c.club_id == schema.notice.c.club_id)


def _to_call(club_id: int) -> list[sa.ColumnElement[bool]]:
    """The condition that a notice stands on a club's call list."""
    return [
        schema.notice.c.club_id == club_id,
        schema.notice.c.state == "to_call",
        schema.membership.c.state == MembershipState.ACTIVE.value,
        schema.person.c.held_at.is_(None),
    ]


class Events:
    """Events and notices."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, **values: Any) -> Event:
        """Write down an event."""
        result = self._connection.execute(
            sa.insert(schema.event).values(**values, created_at=self._now)
        )
        return self.get(new_id(result))

    @remembered(schema.event)
    def get(self, event_id: int) -> Event:
        """The event; raises LookupError when there is none."""
        row = self._connection.execute(
            sa.select(*_event).where(schema.event.c.id == event_id)
        ).first()
        if row is None:
            raise LookupError(f"no event {event_id}")
        return Event(*row)

    def update(self, event_id: int, **values: Any) -> None:
        """Change columns of an event."""
        self._connection.execute(
            sa.update(schema.event).where(schema.event.c.id == event_id).values(**values)
        )

    def due_for_extension(self, limit: int = 100) -> list[Event]:
        """Events whose next occurrences are to be written down."""
        return many(
            Event,
            self._connection.execute(
                sa.select(*_event)
                .where(schema.event.c.extend_at <= self._now)
                .order_by(schema.event.c.extend_at)
                .limit(limit)
            ),
        )

    def add_occurrence(self, **values: Any) -> None:
        """Write down an occurrence unless that day has one."""
        insert_new(self._connection, schema.occurrence, [values])

    @remembered(schema.occurrence)
    def find_occurrence(self, occurrence_id: int) -> Occurrence | None:
        """The occurrence, None when there is none."""
        return one(
            Occurrence,
            self._connection.execute(
                sa.select(*_occurrence).where(schema.occurrence.c.id == occurrence_id)
            ).first(),
        )

    def occurrence(self, occurrence_id: int) -> Occurrence:
        """The occurrence; raises LookupError when there is none."""
        found = self.find_occurrence(occurrence_id)
        if found is None:
            raise LookupError(f"no occurrence {occurrence_id}")
        return found

    def update_occurrence(self, occurrence_id: int, **values: Any) -> None:
        """Change columns of an occurrence."""
        self._connection.execute(
            sa.update(schema.occurrence)
            .where(schema.occurrence.c.id == occurrence_id)
            .values(**values)
        )

    def occurrences(
        self,
        club_ids: Iterable[int],
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        states: Iterable[str] = ("planned",),
        limit: int = 50,
    ) -> list[Occurrence]:
        """Occurrences of clubs in time order."""
        query = (
            sa.select(*_occurrence)
            .where(
                schema.occurrence.c.club_id.in_(list(club_ids)),
                schema.occurrence.c.state.in_(list(states)),
            )
            .order_by(schema.occurrence.c.starts_at, schema.occurrence.c.id)
            .limit(limit)
        )
        if since is not None:
            query = query.where(schema.occurrence.c.starts_at >= since)
        if until is not None:
            query = query.where(schema.occurrence.c.starts_at < until)
        return many(Occurrence, self._connection.execute(query))

    def future_of(self, event_id: int) -> list[Occurrence]:
        """The occurrences of one event that are still to come."""
        return many(
            Occurrence,
            self._connection.execute(
                sa.select(*_occurrence)
                .where(
                    schema.occurrence.c.event_id == event_id,
                    schema.occurrence.c.starts_at > self._now,
                    schema.occurrence.c.state == "planned",
                )
                .order_by(schema.occurrence.c.starts_at)
            ),
        )

    def due_for_planning(self, limit: int = 5) -> list[Occurrence]:
        """Occurrences at which the planner must look now: as many as 300 messages at most.

        So many are planned in one transaction; replies don't wait long for it.
        """
        return many(
            Occurrence,
            self._connection.execute(
                sa.select(*_occurrence)
                .where(schema.occurrence.c.plan_at <= self._now)
                .order_by(schema.occurrence.c.plan_at, schema.occurrence.c.id)
                .limit(limit)
            ),
        )

    def answer(
        self, occurrence_id: int, person_id: int, answer: str, account_id: int | None
    ) -> str | None:
        """Note who comes; the latest answer stands. The answer before it, if there was one."""
        table = schema.attendance
        before = self.answers(occurrence_id).get(person_id)
        row = {
            "occurrence_id": occurrence_id,
            "person_id": person_id,
            "answer": answer,
            "at": self._now,
            "account_id": account_id,
        }
        upsert(self._connection, table, row, change=("answer", "at", "account_id"))
        return before

    @remembered(schema.attendance)
    def answers(self, occurrence_id: int) -> dict[int, str]:
        """The answers that stand, by person."""
        rows = self._connection.execute(
            sa.select(schema.attendance.c.person_id, schema.attendance.c.answer).where(
                schema.attendance.c.occurrence_id == occurrence_id
            )
        )
        return {row[0]: row[1] for row in rows}

    def forget_answers(self, occurrence_id: int) -> None:
        """Answers to the old day of a moved event don't count for the new one."""
        self._connection.execute(
            sa.delete(schema.attendance).where(schema.attendance.c.occurrence_id == occurrence_id)
        )

    def yes_count(self, occurrence_id: int) -> int:
        """How many said that they come."""
        table = schema.attendance
        return self._connection.execute(
            sa.select(sa.func.count())
            .select_from(table)
            .where(table.c.occurrence_id == occurrence_id, table.c.answer == "yes")
        ).scalar_one()

    def answers_counted(self, occurrence: Occurrence) -> Counter[str]:
        """How many of the club's active members gave which answer; "none" for those who gave none."""
        attendance, membership, person = schema.attendance, schema.membership, schema.person
        answer = sa.func.coalesce(attendance.c.answer, "none")
        rows = self._connection.execute(
            sa.select(answer, sa.func.count())
            .select_from(membership)
            .join(person, person.c.id == membership.c.person_id)
            .outerjoin(
                attendance,
                (attendance.c.person_id == membership.c.person_id)
                & (attendance.c.occurrence_id == occurrence.id),
            )
            .where(
                membership.c.club_id == occurrence.club_id,
                membership.c.state == MembershipState.ACTIVE.value,
                person.c.erased_at.is_(None),
            )
            .group_by(answer)
        )
        return Counter({row[0]: row[1] for row in rows})

    def add_notices(self, rows: Sequence[Mapping[str, Any]]) -> dict[int, int]:
        """Write down what persons are to be told; the ids of what wasn't there yet, by person."""
        new = insert_new(
            self._connection, schema.notice, [{**row, "changed_at": self._now} for row in rows]
        )
        table = schema.notice
        found = self._connection.execute(
            sa.select(table.c.person_id, table.c.id).where(table.c.id.in_(new))
        )
        return {row.person_id: row.id for row in found}

    def notice(self, notice_id: int) -> Notice | None:
        """One notice."""
        return one(
            Notice,
            self._connection.execute(
                sa.select(*_notice).where(schema.notice.c.id == notice_id)
            ).first(),
        )

    def notices(self, occurrence_id: int) -> list[Notice]:
        """All notices about an occurrence."""
        return many(
            Notice,
            self._connection.execute(
                sa.select(*_notice)
                .where(schema.notice.c.occurrence_id == occurrence_id)
                .order_by(schema.notice.c.id)
            ),
        )

    def notice_counts(self, occurrence_id: int) -> dict[str, int]:
        """How many notices about an occurrence stand in each state."""
        state = schema.notice.c.state
        rows = self._connection.execute(
            sa.select(state, sa.func.count())
            .where(schema.notice.c.occurrence_id == occurrence_id)
            .group_by(state)
        )
        return {row[0]: row[1] for row in rows}

    def set_notices(
        self, notice_ids: Iterable[int], state: str, *, reason: str | None = None, **more: Any
    ) -> None:
        """Change the state of notices."""
        ids = list(notice_ids)
        if ids:
            self._connection.execute(
                sa.update(schema.notice)
                .where(schema.notice.c.id.in_(ids))
                .values(state=state, reason=reason, changed_at=self._now, **more)
            )

    def carried_by(self, outbox_ids: Iterable[int]) -> dict[int, tuple[str, set[str]]]:
        """The notices that messages carry: each one's state, and those of all its messages."""
        carried = sa.select(schema.outbox_notice.c.notice_id).where(
            schema.outbox_notice.c.outbox_id.in_(list(outbox_ids))
        )
        rows = self._connection.execute(
            sa.select(schema.notice.c.id, schema.notice.c.state, schema.outbox.c.state)
            .join(schema.outbox_notice, schema.outbox_notice.c.notice_id == schema.notice.c.id)
            .join(schema.outbox, schema.outbox.c.id == schema.outbox_notice.c.outbox_id)
            .where(schema.notice.c.id.in_(carried))
            .order_by(schema.notice.c.id)
        )
        found: dict[int, tuple[str, set[str]]] = {}
        for notice_id, state, message in rows:
            found.setdefault(notice_id, (state, set()))[1].add(message)
        return found

    def carry(self, outbox_id: int, notice_ids: Iterable[int]) -> None:
        """Say which notices a message carries."""
        rows = [{"outbox_id": outbox_id, "notice_id": notice_id} for notice_id in notice_ids]
        if rows:
            self._connection.execute(sa.insert(schema.outbox_notice), rows)

    def call_list(self, club_id: int) -> list[tuple[Notice, Occurrence, Person]]:
        """Who has to be told by a person: a row a person and occurrence, the soonest event first.

        Who was tried in vain comes last in his event.
        """
        table = schema.notice
        width, wider = len(_notice), len(_notice) + len(_occurrence)
        rows = self._connection.execute(
            sa.select(*_notice, *_occurrence, *_person)
            .join(schema.occurrence, schema.occurrence.c.id == table.c.occurrence_id)
            .join(schema.person, schema.person.c.id == table.c.person_id)
            .join(schema.membership, _member_of)
            .where(*_to_call(club_id))
            .order_by(
                schema.occurrence.c.starts_at,
                schema.occurrence.c.id,
                table.c.kind,
                table.c.lead,
                table.c.tried_at.is_not(None),
                table.c.tried_at,
                schema.person.c.sort_key,
                table.c.id.desc(),
            )
        )
        latest: dict[tuple[int, int], tuple[Notice, Occurrence, Person]] = {}
        for row in rows:
            notice = Notice(*row[:width])
            found = (notice, Occurrence(*row[width:wider]), Person(*row[wider:]))
            latest.setdefault((notice.occurrence_id, notice.person_id), found)
        return list(latest.values())

    def calls_open(self, club_id: int) -> int:
        """How many calls the list holds."""
        table = schema.notice
        calls = (
            sa.select(table.c.occurrence_id, table.c.person_id)
            .join(schema.person, schema.person.c.id == table.c.person_id)
            .join(schema.membership, _member_of)
            .where(*_to_call(club_id))
            .distinct()
            .subquery()
        )
        return self._connection.execute(sa.select(sa.func.count()).select_from(calls)).scalar_one()

    def calls_of(self, occurrence_id: int, person_id: int) -> list[int]:
        """The notices of one person and occurrence that one call settles."""
        table = schema.notice
        return list(
            self._connection.execute(
                sa.select(table.c.id).where(
                    table.c.occurrence_id == occurrence_id,
                    table.c.person_id == person_id,
                    table.c.state == "to_call",
                )
            ).scalars()
        )

    def tried(self, notice_ids: Iterable[int]) -> None:
        """Note that a call was tried in vain."""
        self._connection.execute(
            sa.update(schema.notice)
            .where(schema.notice.c.id.in_(list(notice_ids)))
            .values(tried_at=self._now)
        )

    def waiting_notices(self, person_id: int) -> list[Notice]:
        """What somebody is still to be told: in a message that waits, or by a call."""
        table = schema.notice
        return many(
            Notice,
            self._connection.execute(
                sa.select(*_notice)
                .where(table.c.person_id == person_id, table.c.state.in_(("planned", "to_call")))
                .order_by(table.c.id)
            ),
        )

    def waiting_in(self, outbox_id: int) -> list[Notice]:
        """The notices that a message is still to bring."""
        table = schema.notice
        return many(
            Notice,
            self._connection.execute(
                sa.select(*_notice)
                .join(schema.outbox_notice, schema.outbox_notice.c.notice_id == table.c.id)
                .where(schema.outbox_notice.c.outbox_id == outbox_id, table.c.state == "planned")
                .order_by(table.c.id)
            ),
        )

    def heard_of(self, occurrence_id: int, states: Iterable[str]) -> set[int]:
        """The persons of an occurrence's notices in some states."""
        table = schema.notice
        return set(
            self._connection.execute(
                sa.select(table.c.person_id).where(
                    table.c.occurrence_id == occurrence_id, table.c.state.in_(list(states))
                )
            ).scalars()
        )

    def expire_calls(self) -> None:
        """Calls for what is over are no longer worth making."""
        self._connection.execute(
            sa.update(schema.notice)
            .where(
                schema.notice.c.state == sa.literal_column("'to_call'"),
                schema.notice.c.expires_at <= self._now,
            )
            .values(state="expired", changed_at=self._now)
        )

    def next_due(self) -> datetime | None:
        """When the planner has something to do next."""
        times = [
            self._connection.execute(sa.select(sa.func.min(column))).scalar()
            for column in (schema.occurrence.c.plan_at, schema.event.c.extend_at)
        ]
        return min((each for each in times if each is not None), default=None)
