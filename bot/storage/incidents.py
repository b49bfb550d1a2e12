"""Incidents with people's data, whom they concern, and what was done about them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.incidents import FILE_KEPT, DataKind, IncidentKind
from bot.domain.membership import LIVING
from bot.storage import schema
from bot.storage.data_records import Incident
from bot.storage.records import Membership, Person
from bot.storage.rows import columns, many, one
from bot.storage.statements import new_id

_incident = columns(schema.incident, Incident)
_membership = columns(schema.membership, Membership)
_person = columns(schema.person, Person)


class Incidents:
    """Incidents, each with the clubs whose people it concerns."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(
        self,
        kind: IncidentKind,
        data: Iterable[DataKind],
        club_ids: Iterable[int],
        *,
        detected_at: datetime,
        nature: str,
        consequences: str | None = None,
        measures: str | None = None,
        contact: str | None = None,
    ) -> Incident:
        """Write one down."""
        number = new_id(
            self._connection.execute(
                sa.insert(schema.incident).values(
                    detected_at=detected_at,
                    noted_at=self._now,
                    kind=kind,
                    data=[each.value for each in data],
                    clubs=list(club_ids),
                    nature=nature,
                    consequences=consequences,
                    measures=measures,
                    contact=contact,
                )
            )
        )
        return self.get(number)

    def get(self, incident_id: int) -> Incident:
        """One incident; raises LookupError when there is none."""
        query = sa.select(*_incident).where(schema.incident.c.id == incident_id)
        found = one(Incident, self._connection.execute(query).first())
        if found is None:
            raise LookupError(f"no incident {incident_id}")
        return found

    def update(self, incident_id: int, **values: object) -> None:
        """Change what is known of one."""
        self._connection.execute(
            sa.update(schema.incident).where(schema.incident.c.id == incident_id).values(**values)
        )

    def every(self) -> list[Incident]:
        """All that are kept, the oldest first."""
        return many(
            Incident,
            self._connection.execute(sa.select(*_incident).order_by(schema.incident.c.id)),
        )

    def unreported(self) -> list[Incident]:
        """Those of which the authority has not heard and that aren't closed."""
        table = schema.incident
        return many(
            Incident,
            self._connection.execute(
                sa.select(*_incident)
                .where(table.c.reported_at.is_(None), table.c.closed_at.is_(None))
                .order_by(table.c.id)
            ),
        )

    def concerned(self, incident: Incident) -> list[tuple[Membership, Person]]:
        """Whose data it may concern: who stands on the rosters of its clubs, by club and name."""
        member, person = schema.membership, schema.person
        width = len(_membership)
        return [
            (Membership(*row[:width]), Person(*row[width:]))
            for row in self._connection.execute(
                sa.select(*_membership, *_person)
                .join(person, person.c.id == member.c.person_id)
                .where(
                    member.c.club_id.in_(incident.clubs),
                    member.c.state.in_(list(LIVING)),
                    person.c.erased_at.is_(None),
                )
                .order_by(member.c.club_id, person.c.sort_key, member.c.id)
            )
        ]

    def drop_old(self) -> int:
        """Forget files that were closed long ago; how many they were."""
        table = schema.incident
        return self._connection.execute(
            sa.delete(table).where(table.c.closed_at < self._now - FILE_KEPT)
        ).rowcount
