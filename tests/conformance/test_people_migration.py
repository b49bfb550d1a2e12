"""The people of the release before become one person with many memberships; nothing is lost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import command

from bot.care.ledger import Erasure
from bot.storage.database import Database
from bot.storage.migrate import _config, migrate
from bot.storage.unit_of_work import UnitOfWork

BEFORE = "0007"
CLUBS = 12
MADE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
TOLD = ("phone", "address", "circumstances", "contact_person", "note")


class Before:
    """Rows of the release before, told apart by their numbers."""

    def __init__(self, people: int) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {
            name: []
            for name in ("account", "club", "person", "speaks_for", "membership", "consent", "post",
                         "founding_datum", "data_request", "conversation", "outbox")
        }  # fmt: skip
        for number in range(1, CLUBS + 1):
            self._add("club", id=number, code=f"26686-{number:02d}", unit_code="26686", hamlet="ấp",
                      name=f"CLB {number}", name_folded=f"clb {number}", join_code=f"JOIN{number:02d}",
                      stage="preparing", created_at=MADE)  # fmt: skip
        for number in range(1, people + 1):
            self.member(number)

    def _add(self, table: str, **values: Any) -> None:
        self.rows[table].append(values)

    def account(self, number: int) -> None:
        if all(row["id"] != number for row in self.rows["account"][-3:]):
            self._add("account", id=number, channel="web", external_id=f"a{number}",
                      capabilities="web", language="vi", created_at=MADE, last_seen_at=MADE)  # fmt: skip

    def member(self, number: int) -> None:
        """Every fifth has another row in the next club; every seventh a daughter who calls her má."""
        twin = number % 5 == 0
        human = number - 1 if twin else number
        self.account(human)
        self._add(
            "person", id=number, full_name=f"Nguyễn Thị {human}", called="má" if number % 7 == 0 else None,
            name_folded=f"nguyen thi {human}", sort_key=str(human), birth_year=None if twin else 1940 + human % 40,
            birth_estimated=False, sex="female" if twin or human % 3 else None,
            phone=f"+84{number:09d}", address=f"tổ {number}", circumstances="poor" if number % 4 else "",
            contact_person=f"con {number}", note=f"ghi {number}", created_at=MADE + timedelta(seconds=number),
        )  # fmt: skip
        self._add("speaks_for", account_id=human, person_id=number, relation="self", is_self=True,
                  told=True, created_at=MADE)  # fmt: skip
        if number % 7 == 0:
            self.account(100_000 + number)
            self._add("speaks_for", account_id=100_000 + number, person_id=number, relation="parent",
                      is_self=False, told=True, created_at=MADE)  # fmt: skip
        club = (human + (1 if twin else 0)) % CLUBS + 1
        self._add("membership", id=number, club_id=club, person_id=number, code=f"m{number}",
                  state="active", source="self", created_at=MADE, changed_at=MADE)  # fmt: skip
        self._add("consent", person_id=number, club_id=club, purpose="roster", agreed=True, words="w",
                  words_version="1", way="press", answered_on=MADE.date(), recorded_at=MADE)  # fmt: skip
        if twin:
            self._add("post", club_id=club, person_id=number, post="head", from_on=MADE.date())
            self._add("founding_datum", club_id=club, step="board_candidates", field="candidates",
                      item=number, updated_at=MADE,
                      value=json.dumps({"member": {"person": number, "name": "x"}}))  # fmt: skip
            self._add("outbox", account_id=human, channel="web", key=f"k{number}", kind="notice", text="x",
                      rows="[]", files="[]", not_before=MADE, state="sent", created_at=MADE,
                      rights=json.dumps([f"speaks_for/{number}"]))  # fmt: skip

    def write(self, uow: UnitOfWork) -> None:
        config = _config()
        config.attributes["connection"] = uow.connection
        command.upgrade(config, BEFORE)
        for name, rows in self.rows.items():
            if rows:
                table = sa.Table(name, sa.MetaData(), autoload_with=uow.connection)
                for column in table.columns:
                    # As text of JSON and aware times, on both.
                    if isinstance(column.type, sa.JSON) or column.name in (
                        "value",
                        "rows",
                        "rights",
                    ):
                        column.type = sa.JSON()
                ready = [
                    {
                        key: json.loads(value)
                        if isinstance(table.c[key].type, sa.JSON)
                        else value.replace(tzinfo=None)
                        if isinstance(value, datetime) and uow.connection.dialect.name == "sqlite"
                        else value
                        for key, value in row.items()
                    }
                    for row in rows
                ]
                uow.connection.execute(sa.insert(table), ready)


def in_database(url: str, *works: Callable[[UnitOfWork], Any] | None) -> list[Any]:
    """Do each in a transaction of its own; None stands for the migration."""

    async def run() -> list[Any]:
        database = Database(url)
        try:
            return [
                await migrate(database) if work is None else await database.run(work)
                for work in works
            ]
        finally:
            await database.close()

    return asyncio.run(run())


def rows(uow: UnitOfWork, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in uow.connection.exec_driver_sql(query)]


def test_every_datum_is_there_afterwards(empty: str) -> None:
    before = Before(200)

    def check(uow: UnitOfWork) -> None:
        known = {row["id"]: row for row in before.rows["person"]}
        told = rows(uow, f"SELECT id, {', '.join(TOLD)} FROM membership ORDER BY id")
        assert told == [
            (number, *(row[name] for name in TOLD)) for number, row in sorted(known.items())
        ]
        # A row a human: what is missing in one was told by the other.
        humans = rows(uow, "SELECT id, full_name, birth_year, sex FROM person ORDER BY id")
        assert humans == [
            (number, row["full_name"], row["birth_year"],
             row["sex"] or ("female" if number % 5 == 4 else None))
            for number, row in sorted(known.items()) if number % 5
        ]  # fmt: skip
        of = dict(rows(uow, "SELECT id, person_id FROM membership"))
        assert of == {number: number - (number % 5 == 0) for number in known}
        callings = rows(uow, "SELECT person_id, called FROM speaks_for WHERE called IS NOT NULL")
        assert sorted(callings) == [
            (number - (number % 5 == 0), "má") for number in sorted(known) if number % 7 == 0
        ]
        selves = rows(uow, "SELECT account_id, person_id FROM speaks_for WHERE is_self ORDER BY 1")
        assert selves == [(number, number) for number in sorted(known) if number % 5]
        assert rows(uow, "SELECT count(*) FROM consent") == [(len(known),)]
        twins = [number for number in sorted(known) if number % 5 == 0]
        assert rows(uow, "SELECT person_id FROM post ORDER BY 1") == [(n - 1,) for n in twins]
        data = rows(uow, "SELECT value FROM founding_datum ORDER BY item")
        members = [json.loads(v) if isinstance(v, str) else v for (v,) in data]
        assert [each["member"]["person"] for each in members] == [n - 1 for n in twins]
        rights = rows(uow, "SELECT rights FROM outbox ORDER BY id")
        read = [json.loads(v) if isinstance(v, str) else v for (v,) in rights]
        assert read == [[f"speaks_for/{n - 1}"] for n in twins]
        former = uow.people.former(5)
        assert former is not None
        assert former.person_id == 4
        assert former.created_at == MADE + timedelta(seconds=5)
        assert former.memberships == [5]
        now = uow.people.find_now(5)
        assert now is not None
        assert now.id == 4

    in_database(empty, before.write, None, check)


def test_who_may_be_somebody_else_stays_apart(empty: str) -> None:
    before = Before(0)
    for number in range(1, 9):
        before.member(number if number % 5 else 50)
    people = {row["id"]: row for row in before.rows["person"]}
    # One account's own, all of one name: another year, another sex, a club that knows both, a
    # death that was told, and somebody forgotten.
    for row in before.rows["speaks_for"]:
        row["account_id"] = row["account_id"] if row["account_id"] > 100_000 else 1
    for row in people.values():
        row |= {
            "name_folded": "nguyen thi sau",
            "birth_year": 1948,
            "sex": "female",
            "called": None,
        }
    people[2]["birth_year"] = 1950
    people[3]["sex"] = "male"
    people[4] |= {"held_at": MADE}
    people[6] |= {"erased_at": MADE, "name_folded": "", "full_name": None}
    for row in before.rows["membership"]:
        if row["person_id"] == 7:
            row["club_id"] = 2
    for row in people.values():
        row.setdefault("held_at", None)
        row.setdefault("erased_at", None)

    def check(uow: UnitOfWork) -> None:
        assert rows(uow, "SELECT id FROM person ORDER BY id") == [(n,) for n in (1, 2, 3, 4, 6, 7)]
        assert rows(uow, "SELECT id, person_id FROM former_person ORDER BY id") == [(8, 1), (50, 1)]

    in_database(empty, before.write, None, check)


def test_what_somebody_is_called_is_kept_where_nobody_says_it_any_more(empty: str) -> None:
    before = Before(3)
    called = {1: "bà Tư", 2: "bà Năm", 3: None}
    for row in before.rows["person"]:
        row["called"] = called[row["id"]]
    before.rows["person"][1] |= {"full_name": None, "name_folded": "ba nam", "sort_key": "x"}
    before.rows["speaks_for"] = before.rows["speaks_for"][2:]

    def check(uow: UnitOfWork) -> None:
        assert rows(uow, "SELECT note FROM membership ORDER BY id") == [
            ("ghi 1; bà Tư",), ("ghi 2; bà Năm",), ("ghi 3",)
        ]  # fmt: skip
        assert rows(uow, "SELECT name_folded FROM person WHERE id = 2") == [("",)]

    in_database(empty, before.write, None, check)


def test_an_erasure_of_before_finds_its_row_again(empty: str) -> None:
    """A backup of before holds two rows of one human, of whom one was erased later."""
    before = Before(5)

    def check(uow: UnitOfWork) -> None:
        from bot.care.backup import _parted

        erased = Erasure(5, MADE + timedelta(seconds=5), MADE + timedelta(days=1))
        found = _parted(uow, erased)
        assert found is not None
        assert [each.id for each in uow.clubs.memberships_of(found.id)] == [5]
        assert [each.id for each in uow.clubs.memberships_of(4)] == [4]
        assert rows(uow, f"SELECT count(*) FROM consent WHERE person_id = {found.id}") == [(1,)]

    in_database(empty, before.write, None, check)
