"""The founding's data: one row a datum, so that two organisers don't overwrite each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import DueKind
from bot.domain.entries import ITEM
from bot.storage import schema
from bot.storage.due import Dues
from bot.storage.memory import remembered
from bot.storage.records import FoundingStepRow
from bot.storage.rows import columns, many, one
from bot.storage.statements import upsert
from bot.untyped import JsonObject

_step = columns(schema.founding_step, FoundingStepRow)
_datum = schema.founding_datum.c

# What runs for every message is built once.
_DATA = (
    sa.select(
        _datum.step, _datum.field, _datum.item, _datum.value, _datum.updated_at, _datum.updated_by
    )
    .where(_datum.club_id == sa.bindparam("club"))
    .order_by(_datum.step, _datum.field, _datum.item)
)
_DATA_OF_STEP = _DATA.where(_datum.step == sa.bindparam("of"))


@dataclass(frozen=True)
class Datum:
    """One value as stored, with who wrote it last."""

    step: str
    field: str
    item: int
    value: Any
    updated_at: datetime
    updated_by: int | None


def folded(data: Iterable[Datum]) -> JsonObject:
    """The data of a step by field, a list's entries in their order, each with its number."""
    found: JsonObject = {}
    for datum in data:
        if datum.item == 0:
            found[datum.field] = datum.value
        else:
            found.setdefault(datum.field, []).append({**datum.value, ITEM: datum.item})
    return found


class Founding:
    """Steps and data of foundings."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._due = Dues(connection, now)

    @remembered(schema.founding_datum)
    def data(self, club_id: int, step: str | None = None) -> list[Datum]:
        """All data of a club, or of one step, lists in their order."""
        query, asked = (_DATA, {}) if step is None else (_DATA_OF_STEP, {"of": step})
        rows = self._connection.execute(query, {"club": club_id, **asked})
        return [Datum(*row) for row in rows]

    def put(
        self, club_id: int, step: str, field: str, value: Any, *, by: int | None, item: int = 0
    ) -> None:
        """Write one datum."""
        row = {
            "club_id": club_id,
            "step": step,
            "field": field,
            "item": item,
            "value": value,
            "updated_at": self._now,
            "updated_by": by,
        }
        upsert(
            self._connection,
            schema.founding_datum,
            row,
            change=("value", "updated_at", "updated_by"),
        )

    def add_item(self, club_id: int, step: str, field: str, value: Any, *, by: int | None) -> int:
        """Append an entry to a list; its number."""
        table = schema.founding_datum
        last = self._connection.execute(
            sa.select(sa.func.max(table.c.item)).where(
                table.c.club_id == club_id, table.c.step == step, table.c.field == field
            )
        ).scalar()
        item = (last or 0) + 1
        self.put(club_id, step, field, value, by=by, item=item)
        return item

    def remove(self, club_id: int, step: str, field: str, item: int = 0) -> None:
        """Take a datum away."""
        table = schema.founding_datum
        self._connection.execute(
            sa.delete(table).where(
                table.c.club_id == club_id,
                table.c.step == step,
                table.c.field == field,
                table.c.item == item,
            )
        )

    def renumber_member(self, club_ids: Iterable[int], person_id: int, into: int) -> None:
        """Point what names a member by his number to another row."""
        table = schema.founding_datum
        for club_id in club_ids:
            for datum in self.data(club_id):
                value = _renumbered(datum.value, person_id, into)
                if value == datum.value:
                    continue
                self._connection.execute(
                    sa.update(table)
                    .where(
                        table.c.club_id == club_id,
                        table.c.step == datum.step,
                        table.c.field == datum.field,
                        table.c.item == datum.item,
                    )
                    .values(value=value)
                )

    @remembered(schema.founding_step)
    def steps(self, club_id: int) -> dict[str, FoundingStepRow]:
        """The steps as last computed, by key."""
        rows = self._connection.execute(
            sa.select(*_step).where(schema.founding_step.c.club_id == club_id)
        )
        return {each.step: each for each in many(FoundingStepRow, rows)}

    def step(self, step_id: int) -> FoundingStepRow | None:
        """One step of a club."""
        return one(
            FoundingStepRow,
            self._connection.execute(
                sa.select(*_step).where(schema.founding_step.c.id == step_id)
            ).first(),
        )

    def moved_at(self, club_id: int) -> datetime | None:
        """When anything of a club's founding was written down or came into another state last."""
        datum, step = schema.founding_datum, schema.founding_step
        moments = self._connection.execute(
            sa.union_all(
                sa.select(sa.func.max(datum.c.updated_at).label("at")).where(
                    datum.c.club_id == club_id
                ),
                *(
                    sa.select(sa.func.max(column).label("at")).where(step.c.club_id == club_id)
                    for column in (step.c.opened_at, step.c.done_at)
                ),
            )
        ).scalars()
        return max((each for each in moments if each is not None), default=None)

    def put_step(self, club_id: int, step: str, *, state: str, **values: Any) -> None:
        """Write a step's state, and what changes with it; other columns stay as they are.

        `nudge_at` among it: when the organisers are asked about the step next, None for never.
        """
        nudged = "nudge_at" in values
        nudge_at = values.pop("nudge_at", None)
        values["state"] = state
        table = schema.founding_step
        row = {"club_id": club_id, "step": step, **values}
        step_id = upsert(
            self._connection,
            table,
            row,
            change=values,
            key=("club_id", "step"),
            returning=[table.c.id],
        ).scalar_one()
        if nudge_at is not None:
            self._due.set(DueKind.NUDGE, step_id, nudge_at)
        elif nudged:
            self._due.settle(step_id, DueKind.NUDGE)


def _renumbered(value: Any, person_id: int, into: int) -> Any:
    if not isinstance(value, dict):
        return value
    return {
        key: into if key == "person" and each == person_id else _renumbered(each, person_id, into)
        for key, each in value.items()
    }
