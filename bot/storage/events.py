"""Events, their occurrences, and who comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import DueKind, SubjectKind
from bot.domain.membership import MembershipState
from bot.domain.states import OccurrenceState
from bot.storage import schema
from bot.storage.due import Dues
from bot.storage.memory import remembered
from bot.storage.records import Event, Occurrence
from bot.storage.rows import columns, many, one
from bot.storage.statements import insert_new, new_id, upsert

_event = columns(schema.event, Event)
_occurrence = columns(schema.occurrence, Occurrence)


class Events:
    """Events and who comes to them."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._due = Dues(connection, now)

    def add(self, *, extend_at: datetime | None = None, **values: object) -> Event:
        """Write down an event; its occurrences are written down from `extend_at` on."""
        result = self._connection.execute(
            sa.insert(schema.event).values(**values, created_at=self._now)
        )
        event = self.get(new_id(result))
        if extend_at is not None:
            self._due.set(DueKind.EXTEND, event.id, extend_at)
        return event

    @remembered(schema.event)
    def find(self, event_id: int) -> Event | None:
        """The event, None when there is none."""
        return one(
            Event,
            self._connection.execute(
                sa.select(*_event).where(schema.event.c.id == event_id)
            ).first(),
        )

    def get(self, event_id: int) -> Event:
        """The event; raises LookupError when there is none."""
        found = self.find(event_id)
        if found is None:
            raise LookupError(f"no event {event_id}")
        return found

    def update(self, event_id: int, **values: object) -> Event:
        """Change columns of an event; what it is now."""
        self._connection.execute(
            sa.update(schema.event).where(schema.event.c.id == event_id).values(**values)
        )
        return self.get(event_id)

    def regular(self, club_ids: Iterable[int]) -> list[Event]:
        """The events of clubs that take place again and again and have no end yet."""
        rows = self._connection.execute(
            sa.select(*_event)
            .where(schema.event.c.club_id.in_(list(club_ids)), schema.event.c.ended_at.is_(None))
            .order_by(schema.event.c.id)
        )
        return [each for each in many(Event, rows) if each.recurrence["kind"] != "once"]

    def standing_of(self, club_id: int) -> list[Event]:
        """The events of a club that were not ended, whether any day of theirs is to come or not."""
        rows = self._connection.execute(
            sa.select(*_event)
            .where(schema.event.c.club_id == club_id, schema.event.c.ended_at.is_(None))
            .order_by(schema.event.c.id)
        )
        return many(Event, rows)

    def known(self, occurrence_ids: Iterable[int]) -> set[int]:
        """The occurrences of which somebody was told, or is about to be, or has answered."""
        ids = list(occurrence_ids)
        told = sa.select(schema.notice.c.subject_id).where(
            schema.notice.c.subject_kind == SubjectKind.OCCURRENCE,
            schema.notice.c.subject_id.in_(ids),
        )
        answered = sa.select(schema.attendance.c.occurrence_id).where(
            schema.attendance.c.occurrence_id.in_(ids)
        )
        return set(self._connection.execute(told.union(answered)).scalars())

    def days_of(self, event_id: int) -> set[date]:
        """The days on which an event's occurrences stand by its rule."""
        table = schema.occurrence
        rows = self._connection.execute(
            sa.select(table.c.nominal_on).where(table.c.event_id == event_id)
        )
        return set(rows.scalars())

    def drop_occurrences(self, occurrence_ids: Iterable[int]) -> None:
        """Take out occurrences that nobody knows of."""
        ids = list(occurrence_ids)
        if not ids:
            return
        for number in ids:
            self._due.settle(number, DueKind.PLAN)
        self._connection.execute(
            sa.delete(schema.occurrence).where(schema.occurrence.c.id.in_(ids))
        )

    def add_occurrence(
        self, *, plan_version: int, plan_at: datetime | None = None, **values: object
    ) -> None:
        """Write down an occurrence unless that day has one; the planner looks at it at `plan_at`."""
        row = {**values, "plan_version": plan_version}
        for number in insert_new(self._connection, schema.occurrence, [row]):
            if plan_at is not None:
                self._due.set(DueKind.PLAN, number, plan_at, version=plan_version)

    @remembered(schema.occurrence, schema.event)
    def _with_event(self, occurrence_id: int) -> tuple[Occurrence, Event] | None:
        """An occurrence and its event in one statement: whoever asks for one needs both."""
        row = self._connection.execute(
            sa.select(*_occurrence, *_event)
            .join(schema.event, schema.event.c.id == schema.occurrence.c.event_id)
            .where(schema.occurrence.c.id == occurrence_id)
        ).first()
        if row is None:
            return None
        values, end = tuple(row), len(_occurrence)
        occurrence, event = one(Occurrence, values[:end]), one(Event, values[end:])
        assert occurrence is not None
        assert event is not None
        return occurrence, event

    def find_occurrence(self, occurrence_id: int) -> Occurrence | None:
        """The occurrence, None when there is none."""
        found = self._with_event(occurrence_id)
        return None if found is None else found[0]

    def event_of(self, occurrence: Occurrence) -> Event:
        """The event of an occurrence that was just read; raises LookupError when it is gone."""
        found = self._with_event(occurrence.id)
        if found is None:
            raise LookupError(f"no occurrence {occurrence.id}")
        return found[1]

    def occurrence(self, occurrence_id: int) -> Occurrence:
        """The occurrence; raises LookupError when there is none."""
        found = self.find_occurrence(occurrence_id)
        if found is None:
            raise LookupError(f"no occurrence {occurrence_id}")
        return found

    def update_occurrence(self, occurrence_id: int, **values: object) -> None:
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
        states: Iterable[str] = (OccurrenceState.PLANNED,),
        kind: str | None = None,
        limit: int = 50,
    ) -> list[Occurrence]:
        """Occurrences of clubs in time order; of a kind of event where one is named."""
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
        if kind is not None:
            of_kind = sa.select(schema.event.c.id).where(schema.event.c.kind == kind)
            query = query.where(schema.occurrence.c.event_id.in_(of_kind))
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
                    schema.occurrence.c.state == OccurrenceState.PLANNED,
                )
                .order_by(schema.occurrence.c.starts_at)
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

    def answers_of(self, person_id: int, limit: int | None = None) -> list[tuple[datetime, str]]:
        """When what somebody answered to was to begin, and the answer; the latest first."""
        answers, occurrence = schema.attendance, schema.occurrence
        rows = self._connection.execute(
            sa.select(occurrence.c.starts_at, answers.c.answer)
            .join(occurrence, occurrence.c.id == answers.c.occurrence_id)
            .where(answers.c.person_id == person_id)
            .order_by(occurrence.c.starts_at.desc(), occurrence.c.id.desc())
            .limit(limit)
        )
        return [(row[0], row[1]) for row in rows]

    def forget_answers(self, occurrence_id: int) -> None:
        """Answers to the old day of a moved event don't count for the new one."""
        self._connection.execute(
            sa.delete(schema.attendance).where(schema.attendance.c.occurrence_id == occurrence_id)
        )

    def answering_since(self, club_id: int, since: datetime) -> set[int]:
        """The persons of a club of whom an answer was noted since a time."""
        answers, occurrence = schema.attendance, schema.occurrence
        return set(
            self._connection.execute(
                sa.select(answers.c.person_id)
                .join(occurrence, occurrence.c.id == answers.c.occurrence_id)
                .where(occurrence.c.club_id == club_id, answers.c.at >= since)
            ).scalars()
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
                membership.c.state == MembershipState.ACTIVE,
                person.c.erased_at.is_(None),
            )
            .group_by(answer)
        )
        return Counter({row[0]: row[1] for row in rows})
