"""What people are told: a row a person and matter, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import SubjectKind
from bot.domain.membership import MembershipState
from bot.domain.states import HEARD, NoticeState
from bot.messages import MessageState
from bot.storage import schema
from bot.storage.records import Notice, Person
from bot.storage.rows import columns, many, one
from bot.storage.statements import insert_new

_notice = columns(schema.notice, Notice)
_person = columns(schema.person, Person)

_member_of: sa.ColumnElement[bool] = (
    schema.membership.c.person_id == schema.notice.c.person_id
) & (schema.membership.c.club_id == schema.notice.c.club_id)


def _to_call(club_id: int) -> list[sa.ColumnElement[bool]]:
    """The condition that a notice stands on a club's call list."""
    return [
        schema.notice.c.club_id == club_id,
        schema.notice.c.state == NoticeState.TO_CALL,
        # Of an incident everybody must hear whose data it concerns.
        sa.or_(
            schema.notice.c.subject_kind == SubjectKind.INCIDENT,
            (schema.membership.c.state == MembershipState.ACTIVE)
            & schema.membership.c.restricted_at.is_(None),
        ),
        schema.person.c.held_at.is_(None),
    ]


def _about(kind: SubjectKind, subject_id: int) -> sa.ColumnElement[bool]:
    return (schema.notice.c.subject_id == subject_id) & (schema.notice.c.subject_kind == kind)


FORGOTTEN = "forgotten"
"""The reason of a notice that ended since its person was forgotten."""


class Notices:
    """What people are told, of whatever subject."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, rows: Sequence[Mapping[str, object]]) -> dict[int, int]:
        """Write down what persons are to be told; the ids of what wasn't there yet, by person."""
        new = insert_new(
            self._connection, schema.notice, [{**row, "changed_at": self._now} for row in rows]
        )
        table = schema.notice
        found = self._connection.execute(
            sa.select(table.c.person_id, table.c.id).where(table.c.id.in_(new))
        )
        return {row.person_id: row.id for row in found}

    def get(self, notice_id: int) -> Notice | None:
        """One notice."""
        return one(
            Notice,
            self._connection.execute(
                sa.select(*_notice).where(schema.notice.c.id == notice_id)
            ).first(),
        )

    def about(self, kind: SubjectKind, subject_id: int) -> list[Notice]:
        """All notices about a subject."""
        return self._those(_about(kind, subject_id))

    def _those(self, *conditions: sa.ColumnElement[bool]) -> list[Notice]:
        """The notices of which all of this is so, in the order in which they were planned."""
        query = sa.select(*_notice).where(*conditions).order_by(schema.notice.c.id)
        return many(Notice, self._connection.execute(query))

    def counts(self, kind: SubjectKind, subject_id: int) -> dict[str, int]:
        """How many notices about a subject stand in each state."""
        state = schema.notice.c.state
        rows = self._connection.execute(
            sa.select(state, sa.func.count()).where(_about(kind, subject_id)).group_by(state)
        )
        return {row[0]: row[1] for row in rows}

    def change(
        self,
        notice_ids: Iterable[int],
        state: NoticeState,
        *,
        reason: str | None = None,
        **more: object,
    ) -> None:
        """Change the state of notices."""
        ids = list(notice_ids)
        if ids:
            self._connection.execute(
                sa.update(schema.notice)
                .where(schema.notice.c.id.in_(ids))
                .values(state=state, reason=reason, changed_at=self._now, **more)
            )

    def carried_by(
        self, outbox_ids: Iterable[int]
    ) -> dict[int, tuple[NoticeState, set[MessageState]]]:
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
        found: dict[int, tuple[NoticeState, set[MessageState]]] = {}
        for notice_id, state, message in rows:
            found.setdefault(notice_id, (state, set()))[1].add(message)
        return found

    def carry(self, outbox_id: int, notice_ids: Iterable[int]) -> None:
        """Say which notices a message carries."""
        rows = [{"outbox_id": outbox_id, "notice_id": notice_id} for notice_id in notice_ids]
        if rows:
            self._connection.execute(sa.insert(schema.outbox_notice), rows)

    def call_list(self, club_id: int) -> list[tuple[Notice, Person]]:
        """Who has to be told by a person: a row a person and subject, the soonest event first.

        What is no event stands where its call is no longer worth making. Who was tried in vain
        comes last in his event.
        """
        table, occurrence = schema.notice, schema.occurrence
        width = len(_notice)
        rows = self._connection.execute(
            sa.select(*_notice, *_person)
            .outerjoin(
                occurrence,
                (occurrence.c.id == table.c.subject_id)
                & (table.c.subject_kind == SubjectKind.OCCURRENCE),
            )
            .join(schema.person, schema.person.c.id == table.c.person_id)
            .join(schema.membership, _member_of)
            .where(*_to_call(club_id))
            .order_by(
                sa.func.coalesce(occurrence.c.starts_at, table.c.expires_at),
                table.c.subject_kind,
                table.c.subject_id,
                table.c.kind,
                table.c.lead,
                table.c.tried_at.is_not(None),
                table.c.tried_at,
                schema.person.c.sort_key,
                table.c.id.desc(),
            )
        )
        latest: dict[tuple[SubjectKind, int, int], tuple[Notice, Person]] = {}
        for row in rows:
            notice = Notice(*row[:width])
            key = (notice.subject_kind, notice.subject_id, notice.person_id)
            latest.setdefault(key, (notice, Person(*row[width:])))
        return list(latest.values())

    def calls_open(self, club_id: int) -> int:
        """How many calls the list holds."""
        table = schema.notice
        calls = (
            sa.select(table.c.subject_kind, table.c.subject_id, table.c.person_id)
            .join(schema.person, schema.person.c.id == table.c.person_id)
            .join(schema.membership, _member_of)
            .where(*_to_call(club_id))
            .distinct()
            .subquery()
        )
        return self._connection.execute(sa.select(sa.func.count()).select_from(calls)).scalar_one()

    def calls_of(self, notice: Notice) -> list[int]:
        """The notices of one person and subject that one call settles."""
        table = schema.notice
        return list(
            self._connection.execute(
                sa.select(table.c.id).where(
                    _about(notice.subject_kind, notice.subject_id),
                    table.c.person_id == notice.person_id,
                    table.c.state == NoticeState.TO_CALL,
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

    def waiting_of(self, person_id: int) -> list[Notice]:
        """What somebody is still to be told: in a message that waits, or by a call."""
        table = schema.notice
        return self._those(
            table.c.person_id == person_id,
            table.c.state.in_((NoticeState.PLANNED, NoticeState.TO_CALL)),
        )

    def forgotten_of(self, person_id: int) -> list[Notice]:
        """What somebody was still to be told when he was forgotten, and still could be."""
        table = schema.notice
        return self._those(
            table.c.person_id == person_id,
            table.c.state == NoticeState.CANCELLED,
            table.c.reason == FORGOTTEN,
            table.c.expires_at > self._now,
        )

    def waiting_in(self, outbox_id: int) -> list[Notice]:
        """The notices that a message is still to bring."""
        table = schema.notice
        return many(
            Notice,
            self._connection.execute(
                sa.select(*_notice)
                .join(schema.outbox_notice, schema.outbox_notice.c.notice_id == table.c.id)
                .where(
                    schema.outbox_notice.c.outbox_id == outbox_id,
                    table.c.state == NoticeState.PLANNED,
                )
                .order_by(table.c.id)
            ),
        )

    def heard_of(self, kind: SubjectKind, subject_id: int) -> set[int]:
        """The persons who know of a subject, or most likely do."""
        table = schema.notice
        return set(
            self._connection.execute(
                sa.select(table.c.person_id).where(
                    _about(kind, subject_id), table.c.state.in_(HEARD)
                )
            ).scalars()
        )

    def asked_since(self, club_id: int, since: datetime) -> set[int]:
        """The persons whom a club asked whether they come, since a time, and who heard of it."""
        table = schema.notice
        return set(
            self._connection.execute(
                sa.select(table.c.person_id).where(
                    table.c.club_id == club_id,
                    table.c.subject_kind == SubjectKind.OCCURRENCE,
                    table.c.state.in_(HEARD),
                    table.c.changed_at >= since,
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
            .values(state=NoticeState.EXPIRED, changed_at=self._now)
        )
