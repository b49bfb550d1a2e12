"""A full database of the release before goes up to now, down and up again: nothing is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from bot.domain.due import DueKind
from bot.domain.requests import RequestKind
from bot.storage import schema
from bot.storage.migrate import _config
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_people_migration import MADE, Before, in_database
from tests.conformance.test_proofs_migration import ASKED, STORED

BEFORE = "0014"
"""The last one before proofs were mended and requests, incidents and standings had tables."""
VERSIONS = {"ab09eee33db4": "6c8aa565eec3", "b4c79946d5f5": "c3d60f6b5196", "000000000000": None}
"""Versions of the question that was stored, and of the one that was asked, where it is known."""
Rows = list[tuple[Any, ...]]


def _connected(uow: UnitOfWork) -> Config:
    config = _config()
    config.attributes["connection"] = uow.connection
    return config


def _hardship(number: int) -> dict[str, Any]:
    """Every member's consent to hardship, as that release stored it: with another question."""
    version = list(VERSIONS)[number % 3]
    return {"person_id": number - (number % 5 == 0), "club_id": _club(number), "purpose": "circumstances",
            "agreed": number % 2 == 0, "words": STORED, "words_version": version, "way": "press",
            "answered_on": MADE.date(), "recorded_at": MADE}  # fmt: skip


def _club(number: int) -> int:
    human = number - (number % 5 == 0)
    return (human + (number % 5 == 0)) % 12 + 1


def _request(number: int) -> dict[str, Any]:
    """Every tenth has asked to be forgotten or for a copy; half of that is done."""
    done = MADE + timedelta(days=2) if number % 20 else None
    return {"person_id": number - (number % 5 == 0), "kind": "delete" if number % 3 else "copy",
            "club_id": _club(number), "asked_at": MADE, "due_at": MADE + timedelta(days=10), "done_at": done}  # fmt: skip


def _begun(number: int) -> dict[str, Any]:
    """Every hundredth account is in the middle of a registration, with such a proof in it."""
    proof = {"agreed": True, "way": "press", "words": STORED, "version": "ab09eee33db4"}
    state = {
        "version": 1,
        "proofs": {"circumstances": proof},
        "answers": {"full_name": f"Tên {number}"},
    }
    return {"account_id": number, "flow": f"registration/self/{number}", "state": state, "open": True,
            "started_at": MADE, "updated_at": MADE}  # fmt: skip


def _insert(uow: UnitOfWork, name: str, rows: list[dict[str, Any]]) -> None:
    table = sa.Table(name, sa.MetaData(), autoload_with=uow.connection)
    sqlite = uow.connection.dialect.name == "sqlite"
    for row in rows:
        for key, value in row.items():
            if isinstance(value, datetime) and sqlite:
                row[key] = value.replace(tzinfo=None)
            elif isinstance(value, dict) and not isinstance(table.c[key].type, sa.JSON):
                row[key] = json.dumps(value)
    uow.connection.execute(sa.insert(table), rows)


def _everything(uow: UnitOfWork, tables: dict[str, list[str]] | None = None) -> dict[str, Rows]:
    """Every table's rows in order; of `tables` only these, and only these columns of them."""
    found = sa.inspect(uow.connection)
    names = tables or {
        name: [column["name"] for column in found.get_columns(name)]
        for name in found.get_table_names()
        if name != "alembic_version"
    }
    held: dict[str, Rows] = {}
    for name, columns in names.items():
        picked = ", ".join(f'"{column}"' for column in columns)
        rows = uow.connection.exec_driver_sql(f'SELECT {picked} FROM "{name}"')
        held[name] = sorted((tuple(map(_plain, row)) for row in rows), key=repr)
    return held


def _plain(value: object) -> object:
    return json.dumps(value, sort_keys=True) if isinstance(value, dict | list) else value


def _megabytes(uow: UnitOfWork) -> int:
    size = (
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        if uow.connection.dialect.name == "sqlite"
        else "SELECT pg_database_size(current_database())"
    )
    return int(uow.connection.exec_driver_sql(size).scalar_one()) // 1_000_000


def _columns(uow: UnitOfWork) -> dict[str, list[str]]:
    found = sa.inspect(uow.connection)
    return {
        name: [column["name"] for column in found.get_columns(name)]
        for name in found.get_table_names()
        if name != "alembic_version"
    }


@pytest.mark.parametrize("people", [150, pytest.param(20_000, marks=pytest.mark.long)])
def test_up_down_and_up_again_loses_nothing(empty: str, people: int) -> None:
    before = Before(people)
    numbers = range(1, people + 1)
    held: dict[str, Any] = {}

    def to(uow: UnitOfWork, revision: str, *, down: bool = False) -> None:
        started = datetime.now(UTC)
        (command.downgrade if down else command.upgrade)(_connected(uow), revision)
        took = (datetime.now(UTC) - started).total_seconds()
        print(f"{people} people to {revision}: {took:.1f} s, {_megabytes(uow)} MB")

    def fill(uow: UnitOfWork) -> None:
        before.write(uow)
        to(uow, BEFORE)
        _insert(uow, "consent", [_hardship(number) for number in numbers])
        _insert(uow, "data_request", [_request(number) for number in numbers if number % 10 == 0])
        _insert(uow, "conversation", [_begun(number) for number in numbers if number % 100 == 1])
        held["columns"], held["before"] = _columns(uow), _everything(uow)

    def check(uow: UnitOfWork) -> None:
        to(uow, "head")
        now = _everything(uow, held["columns"])
        changed = {name for name, rows in held["before"].items() if now[name] != rows}
        assert changed == {"consent", "conversation"}
        mended = [_hardship(number) for number in numbers]
        wanted = sorted(
            (each["person_id"], each["club_id"], ASKED if known else STORED,
             known or each["words_version"], f"{STORED} {each['words_version']}")
            for each in mended
            for known in (VERSIONS[each["words_version"]],)
        )  # fmt: skip
        found = uow.connection.exec_driver_sql(
            "SELECT person_id, club_id, words, words_version, mended_from FROM consent"
            " WHERE purpose = 'circumstances'"
        )
        assert sorted(map(tuple, found)) == wanted
        others = "SELECT count(*) FROM consent WHERE purpose != 'circumstances' AND mended_from IS NOT NULL"
        assert uow.connection.exec_driver_sql(others).scalar_one() == 0
        outcomes = uow.connection.exec_driver_sql(
            "SELECT count(*) FROM data_request WHERE (done_at IS NOT NULL) != (outcome IS NOT NULL)"
        )
        assert outcomes.scalar_one() == 0
        held["now"] = _everything(uow)

    def back(uow: UnitOfWork) -> None:
        to(uow, BEFORE, down=True)
        after = _everything(uow)
        # A registration that is under way keeps the question it was really asked.
        begun = {each: held["before"][each] for each in after if each != "conversation"}
        assert {each: after[each] for each in begun} == begun
        assert len(after["conversation"]) == len(held["before"]["conversation"])
        assert held["columns"] == _columns(uow)

    def again(uow: UnitOfWork) -> None:
        to(uow, "head")
        assert _everything(uow) == held["now"]

    in_database(empty, fill, check, back, again)


def test_what_is_objected_to_is_not_used_by_the_release_before(empty: str) -> None:
    used = "SELECT id FROM consent WHERE agreed AND withdrawn_at IS NULL ORDER BY id"
    held: dict[str, Any] = {}

    def walk(uow: UnitOfWork, revision: str, *, down: bool = False) -> list[int]:
        (command.downgrade if down else command.upgrade)(_connected(uow), revision)
        return [number for (number,) in uow.connection.exec_driver_sql(used)]

    def objected(uow: UnitOfWork) -> None:
        Before(30).write(uow)
        held["used"] = walk(uow, "head")
        paused, *_ = held["used"]
        uow.connection.execute(
            sa.update(schema.consent).where(schema.consent.c.id == paused).values(paused_by=1)
        )
        uow.due.set(DueKind.PLACE, 1, MADE)
        held["dues"] = _everything(uow)["due"]

    def down_and_up(uow: UnitOfWork) -> None:
        left = held["used"][1:]
        assert left
        assert walk(uow, "0021", down=True) == left
        assert "paused_by" not in _columns(uow)["consent"]
        assert "purpose" not in _columns(uow)["data_request"]
        assert walk(uow, "head") == left
        assert {"paused_by"} <= set(_columns(uow)["consent"])
        assert _everything(uow)["due"] == held["dues"]

    in_database(empty, objected, down_and_up)


def test_what_waits_to_be_deleted_is_deleted_for_the_release_before(empty: str) -> None:
    held: dict[str, Any] = {}

    def deleted(uow: UnitOfWork) -> None:
        Before(30).write(uow)
        command.upgrade(_connected(uow), "head")
        person = uow.connection.execute(sa.select(schema.person.c.id).limit(1)).scalar_one()
        for _ in range(2):
            number = uow.requests.add(None, person, RequestKind.DELETE)
            with uow.deletions.put_away(number, person):
                uow.people.update(person, full_name=None)
        uow.deletions.take_back(number)
        held["dues"] = [row for row in _everything(uow)["due"] if "deletion" not in row]

    def down_and_up(uow: UnitOfWork) -> None:
        command.downgrade(_connected(uow), "0022")
        assert "deletion" not in _columns(uow)
        assert _everything(uow)["due"] == held["dues"]
        outcomes = uow.connection.exec_driver_sql(
            "SELECT outcome FROM data_request WHERE kind = 'delete' ORDER BY id"
        )
        assert list(outcomes.scalars())[-2:] == ["done", "refused"]
        command.upgrade(_connected(uow), "head")
        assert uow.connection.execute(sa.select(schema.deletion)).all() == []

    in_database(empty, deleted, down_and_up)
