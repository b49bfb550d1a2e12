"""Backups: whole or not at all, between the two databases, and nobody erased comes back."""

from __future__ import annotations

import asyncio
import contextlib
import io
import itertools
import json
import re
import shutil
import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import structlog
from alembic import command
from pydantic import SecretStr

from bot.care.backup import BackupError, back_up, backups_folder, check_backup, restore
from bot.care.jobs import RegularBackup, RestoreDrill, regular_jobs
from bot.care.ledger import LedgerKeeper, ledger_path, read_ledger
from bot.care.sealing import PIECE, fingerprint, opens, seal
from bot.care.thinning import to_drop
from bot.clock import VirtualClock
from bot.handlers.office.report import build_report
from bot.plan.loader import load_plan
from bot.settings import Settings
from bot.storage import migrate as migration
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.faults import StorageError
from bot.storage.migrate import latest_version, migrate
from bot.storage.unit_of_work import UnitOfWork
from tests.conftest import Talk

NOW = datetime(2026, 12, 9, 1, 0, tzinfo=UTC)
KEY = "một chìa khóa dài"


def file_of(settings: Settings) -> Path:
    return Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))


def at(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


async def back_up_at(url: str, target: Path, **more: Any) -> None:
    database = Database(url)
    try:
        await back_up(database, target, **more)
    finally:
        await database.close()


async def restore_at(settings: Settings, url: str, source: Path, **more: Any) -> int:
    database = Database(url, more.pop("clock", None))
    try:
        done = await restore(
            database, source, key=more.pop("key", None), zone=settings.zone, **more
        )
        return done.erased_again
    finally:
        await database.close()


async def read(url: str, work: Any) -> Any:
    database = Database(url)
    try:
        return await database.run(work)
    finally:
        await database.close()


def rows(uow: UnitOfWork) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in a database, as the program reads it."""
    return {
        table.name: [
            tuple(row)
            for row in uow.connection.execute(sa.select(table).order_by(*table.primary_key.columns))
        ]
        for table in schema.metadata.sorted_tables
    }


def report(settings: Settings) -> Any:
    def work(uow: UnitOfWork) -> Any:
        return build_report(uow.at(NOW), load_plan(None), settings.zone)

    return work


async def test_a_backup_on_a_fresh_machine_gives_the_same_report(
    told: Settings, tmp_path: Path
) -> None:
    backup, fresh = tmp_path / "a.backup", at(tmp_path / "fresh" / "bot.db")
    await back_up_at(told.database_url, backup)
    await restore_at(told, fresh, backup)
    before = await read(told.database_url, report(told))
    assert before["members"]["active"] == 48
    assert before["notices"]["sent"] > 0
    assert await read(fresh, report(told)) == before
    assert await read(fresh, rows) == await read(told.database_url, rows)


async def test_only_its_owner_reads_a_backup_and_none_is_written_over(
    told: Settings, tmp_path: Path
) -> None:
    backup = tmp_path / "a.backup"
    await back_up_at(told.database_url, backup)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with pytest.raises(BackupError, match="already"):
        await back_up_at(told.database_url, backup)
    await back_up_at(told.database_url, backup, replace=True)
    with pytest.raises(BackupError, match="no folder"):
        await back_up_at(told.database_url, tmp_path / "none" / "a.backup")
    with pytest.raises(BackupError, match="is a folder"):
        await back_up_at(told.database_url, tmp_path)


async def test_a_backup_that_fails_leaves_the_old_one_and_no_rubbish(
    told: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    backup = folder / "a.backup"
    backup.write_bytes(b"yesterday's")

    def full(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("bot.storage.snapshots._vacuum", full)
    with pytest.raises(StorageError, match="disk is full"):
        await back_up_at(told.database_url, backup, replace=True)
    assert backup.read_bytes() == b"yesterday's"
    assert [path.name for path in folder.iterdir()] == ["a.backup"]


async def test_a_backup_is_of_one_moment_while_a_worker_writes(
    told: Settings, tmp_path: Path
) -> None:
    worker = Database(told.database_url)
    worker.lock_worker()
    stop = asyncio.Event()

    async def write() -> int:
        count = 0
        while not stop.is_set():
            count += 1

            def both(uow: UnitOfWork, count: int = count) -> None:
                uow = uow.at(NOW)
                uow.installation.write("left", str(count))
                uow.installation.write("right", str(count))

            await worker.run(both)
        return count

    writing = asyncio.create_task(write())
    for number in range(3):
        await back_up_at(told.database_url, tmp_path / f"{number}.backup")
    stop.set()
    assert await writing > 3
    await worker.close()
    for number in range(3):
        with contextlib.closing(sqlite3.connect(tmp_path / f"{number}.backup")) as connection:
            found = dict(connection.execute("select key, value from meta").fetchall())
        assert found.get("left") == found.get("right")


# Sealed


async def test_a_sealed_backup_opens_with_its_key_only(told: Settings, tmp_path: Path) -> None:
    backup, fresh = tmp_path / "a.backup", at(tmp_path / "fresh" / "bot.db")
    await back_up_at(told.database_url, backup, key=KEY)
    content = backup.read_bytes()
    assert "Nguyễn".encode() not in content
    assert b"SQLite format" not in content
    with pytest.raises(BackupError, match="BOT_BACKUP_KEY to the key"):
        await restore_at(told, fresh, backup)
    with pytest.raises(BackupError, match="does not open"):
        await restore_at(told, fresh, backup, key="another key")
    backup.write_bytes(content[:-1000])
    with pytest.raises(BackupError, match="damaged"):
        await restore_at(told, fresh, backup, key=KEY)
    backup.write_bytes(content)
    await restore_at(told, fresh, backup, key=KEY)
    assert await read(fresh, rows) == await read(told.database_url, rows)
    assert [path.name for path in (tmp_path / "fresh").glob(".draft*")] == []


# What may not be put in place


async def test_people_are_not_replaced_without_a_word(told: Settings, tmp_path: Path) -> None:
    backup = tmp_path / "a.backup"
    await back_up_at(told.database_url, backup)
    await read(told.database_url, lambda uow: uow.connection.execute(sa.delete(schema.tally)))
    with pytest.raises(BackupError, match="--replace"):
        await restore_at(told, told.database_url, backup)
    await restore_at(told, told.database_url, backup, replace=True)


@pytest.mark.parametrize("content", [b"", b"hello" * 1000, b"SQLite format 3\0" + b"x" * 5000])
async def test_what_is_no_backup_changes_nothing(
    told: Settings, tmp_path: Path, content: bytes
) -> None:
    before = await read(told.database_url, rows)
    (tmp_path / "a.backup").write_bytes(content)
    with pytest.raises(StorageError, match="no backup"):
        await restore_at(told, told.database_url, tmp_path / "a.backup", replace=True)
    with pytest.raises(BackupError, match="No such file"):
        await restore_at(told, told.database_url, tmp_path / "none", replace=True)
    assert await read(told.database_url, rows) == before


@pytest.mark.parametrize(
    "more",
    [
        "create trigger x before update on person begin select raise(ignore); end",
        "create view x as select * from person",
    ],
)
async def test_a_file_that_does_something_by_itself_is_no_backup(
    told: Settings, tmp_path: Path, more: str
) -> None:
    backup = tmp_path / "a.backup"
    await back_up_at(told.database_url, backup)
    with contextlib.closing(sqlite3.connect(backup)) as connection:
        connection.execute(more)
    with pytest.raises(StorageError, match="no backup"):
        await restore_at(told, told.database_url, backup, replace=True)


async def test_a_damaged_backup_changes_nothing(told: Settings, tmp_path: Path) -> None:
    backup = tmp_path / "a.backup"
    await back_up_at(told.database_url, backup)
    content = bytearray(backup.read_bytes())
    content[8192:40960] = b"\xff" * (40960 - 8192)
    backup.write_bytes(content)
    before = await read(told.database_url, rows)
    with pytest.raises(StorageError, match=r"damaged|no backup"):
        await restore_at(told, told.database_url, backup, replace=True)
    assert await read(told.database_url, rows) == before


async def test_a_newer_backup_is_refused_and_an_older_one_is_brought_up(
    told: Settings, tmp_path: Path
) -> None:
    backup, fresh = tmp_path / "a.backup", at(tmp_path / "fresh" / "bot.db")
    await back_up_at(told.database_url, backup)
    with contextlib.closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("update alembic_version set version_num = '9999'")
    with pytest.raises(StorageError, match="newer version"):
        await restore_at(told, fresh, backup)

    def down(uow: UnitOfWork) -> None:
        config = migration._config()
        config.attributes["connection"] = uow.connection
        command.downgrade(config, "0003")

    await read(told.database_url, down)
    older = tmp_path / "older.backup"
    await back_up_at(told.database_url, older)
    await restore_at(told, fresh, older)
    assert await read(fresh, migration.version_of) == latest_version()
    assert (await read(fresh, report(told)))["members"]["active"] == 48


async def test_a_broken_database_is_replaced(told: Settings, tmp_path: Path) -> None:
    backup = tmp_path / "a.backup"
    await back_up_at(told.database_url, backup)
    before = await read(told.database_url, rows)
    file_of(told).write_bytes(b"broken" * 4000)
    with pytest.raises(BackupError, match="--replace"):
        await restore_at(told, told.database_url, backup)
    await restore_at(told, told.database_url, backup, replace=True)
    assert await read(told.database_url, rows) == before


async def test_a_database_in_use_is_left_alone(told: Settings, tmp_path: Path) -> None:
    backup = tmp_path / "a.backup"
    await back_up_at(told.database_url, backup)
    worker = Database(told.database_url)
    worker.lock_worker()
    with pytest.raises(StorageError, match="another worker"):
        await restore_at(told, told.database_url, backup, replace=True)
    await worker.close()
    with contextlib.closing(sqlite3.connect(file_of(told))) as reader:
        reader.execute("begin")
        reader.execute("select * from person").fetchall()
        with pytest.raises(StorageError, match="stop what works on it"):
            await restore_at(told, told.database_url, backup, replace=True)


async def test_the_new_file_is_its_owners_alone_whatever_the_old_one_was(
    told: Settings, tmp_path: Path
) -> None:
    backup = tmp_path / "a.backup"
    await back_up_at(told.database_url, backup)
    file_of(told).chmod(0o660)
    await restore_at(told, told.database_url, backup, replace=True)
    assert stat.S_IMODE(file_of(told).stat().st_mode) == 0o600


# Who was erased stays erased


def erase_sau(settings: Settings) -> None:
    talk = talked(settings)
    talk.text("sau", "thông tin của tôi")
    talk.press("sau", "Xóa", "Xóa hết")
    assert talk.sql("select count(*) from person where erased_at is not null") == [(1,)]


def traces(path: Path) -> list[str]:
    content = path.read_bytes().decode("utf-8", "ignore")
    return [each for each in ("Nguyễn Thị Sáu", "0912 345 678", "84912345678") if each in content]


def test_erased_people_stay_erased_in_the_database_that_is_replaced(
    told: Settings, tmp_path: Path
) -> None:
    backup = tmp_path / "a.backup"
    asyncio.run(back_up_at(told.database_url, backup))
    assert traces(backup)
    erase_sau(told)
    assert asyncio.run(restore_at(told, told.database_url, backup, replace=True)) == 1
    assert traces(file_of(told)) == []
    found = asyncio.run(read(told.database_url, report(told)))
    assert found["members"]["active"] == 47
    # Written down as well: the next restore, without this database, knows it too.
    assert len(read_ledger(ledger_path(Database(told.database_url).address))) == 1


def test_erased_people_stay_erased_on_a_fresh_machine_with_the_ledger(
    told: Settings, tmp_path: Path
) -> None:
    backup = tmp_path / "a.backup"
    asyncio.run(back_up_at(told.database_url, backup, key=KEY))
    erase_sau(told)

    async def keep() -> list[int]:
        database = Database(told.database_url)
        keeper = LedgerKeeper(database)
        try:
            return [await keeper.run(NOW), await keeper.run(NOW)]
        finally:
            await database.close()

    assert asyncio.run(keep()) == [1, 0]
    ledger = ledger_path(Database(told.database_url).address)
    assert traces(ledger) == []
    assert stat.S_IMODE(ledger.stat().st_mode) == 0o600
    fresh = tmp_path / "fresh" / "bot.db"
    again = asyncio.run(restore_at(told, at(fresh), backup, key=KEY, ledger=ledger))
    assert again == 1
    assert traces(fresh) == []
    # Without any ledger the person comes back: the limit that the documentation names.
    other = tmp_path / "other" / "bot.db"
    assert asyncio.run(restore_at(told, at(other), backup, key=KEY)) == 0
    assert traces(other)


def talked(settings: Settings) -> Talk:
    talk = Talk.__new__(Talk)
    talk.__dict__ = {"settings": settings, "folder": Path(), "said": [], "errors": [], "_names": {}}
    return talk


def keep_ledger(settings: Settings) -> int:
    async def keep() -> int:
        database = Database(settings.database_url)
        try:
            return await LedgerKeeper(database).run(NOW)
        finally:
            await database.close()

    return asyncio.run(keep())


def test_who_took_a_deletion_back_is_not_erased_by_a_restore(
    told: Settings, tmp_path: Path
) -> None:
    """Neither in a backup of before nor in one of between, by any copy of the ledger."""
    ledger, older = ledger_path(Database(told.database_url).address), tmp_path / "older.jsonl"
    before, between = tmp_path / "before.backup", tmp_path / "between.backup"
    asyncio.run(back_up_at(told.database_url, before))
    erase_sau(told)
    assert keep_ledger(told) == 1
    shutil.copyfile(ledger, older)
    asyncio.run(back_up_at(told.database_url, between))
    talked(told).text("sau", "lấy lại")
    assert keep_ledger(told) == 1
    assert len(read_ledger(ledger)) == 2
    for backup in (before, between):
        fresh = tmp_path / backup.stem / "bot.db"
        fresh.parent.mkdir()
        shutil.copyfile(older, fresh.parent / "bot.erased.jsonl")
        assert asyncio.run(restore_at(told, at(fresh), backup, ledger=ledger)) == 0
        found = asyncio.run(read(at(fresh), report(told)))
        assert found["members"]["active"] == 48
        assert traces(fresh)


def test_a_restore_before_the_ledger_heard_of_it_keeps_who_is_back(
    told: Settings, tmp_path: Path
) -> None:
    backup = tmp_path / "a.backup"
    asyncio.run(back_up_at(told.database_url, backup))
    erase_sau(told)
    keep_ledger(told)
    talked(told).text("sau", "lấy lại")
    assert asyncio.run(restore_at(told, told.database_url, backup, replace=True)) == 0
    assert traces(file_of(told))


def test_what_waits_in_a_backup_is_gone_when_its_day_is_over(
    told: Settings, tmp_path: Path
) -> None:
    backup, fresh = tmp_path / "a.backup", tmp_path / "fresh" / "bot.db"
    erase_sau(told)
    asyncio.run(back_up_at(told.database_url, backup))
    assert traces(backup)
    later = VirtualClock(NOW + timedelta(days=30))
    assert asyncio.run(restore_at(told, at(fresh), backup, clock=later)) == 0
    assert traces(fresh) == []


def test_a_number_that_went_to_somebody_else_is_not_erased(told: Settings, tmp_path: Path) -> None:
    backup, ledger = tmp_path / "a.backup", tmp_path / "l.jsonl"
    asyncio.run(back_up_at(told.database_url, backup))
    line = {"person": 1, "created_at": "2026-11-01T00:00:00+00:00", "erased_at": NOW.isoformat()}
    ledger.write_text(json.dumps(line) + "\n" + '{"person": 1, "crea', encoding="utf-8")
    again = asyncio.run(restore_at(told, told.database_url, backup, replace=True, ledger=ledger))
    assert again == 0
    assert traces(file_of(told))


@pytest.mark.parametrize(
    "content",
    [
        "no ledger\n{}\n",
        '{"person": "x"}\n{}\n',
        "no ledger",
        '{"person": "x"}',
        '{"person": 1, "created_at": "2026-12-01T00:00:00", "erased_at": "2026-12-02T00:00:00"}',
        "[]",
        "\x00\x01",
    ],
)
def test_a_broken_ledger_is_told(told: Settings, tmp_path: Path, content: str) -> None:
    backup, ledger = tmp_path / "a.backup", tmp_path / "l.jsonl"
    asyncio.run(back_up_at(told.database_url, backup))
    ledger.write_text(content, encoding="utf-8")
    with pytest.raises(BackupError, match="line 1"):
        asyncio.run(restore_at(told, told.database_url, backup, replace=True, ledger=ledger))
    with pytest.raises(BackupError, match="no such file"):
        asyncio.run(
            restore_at(told, told.database_url, backup, replace=True, ledger=tmp_path / "none")
        )


# Between SQLite and PostgreSQL


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """PostgreSQL's folder `data` is made below the working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_to_postgresql_and_back_row_by_row(told: Settings, here: Path, postgres: str) -> None:
    one, two = here / "one.backup", here / "two.backup"
    await back_up_at(told.database_url, one)
    await restore_at(told, postgres, one)
    before = await read(told.database_url, rows)
    assert sum(map(len, before.values())) > 300
    assert await read(postgres, rows) == before
    assert await read(postgres, report(told)) == await read(told.database_url, report(told))
    await back_up_at(postgres, two, key=KEY)
    back = at(here / "back" / "bot.db")
    await restore_at(told, back, two, key=KEY)
    assert await read(back, rows) == before
    with (
        contextlib.closing(sqlite3.connect(file_of(told))) as left,
        contextlib.closing(sqlite3.connect(here / "back" / "bot.db")) as right,
    ):
        for table in schema.metadata.sorted_tables:
            query = f"select * from {table.name} order by 1, 2"
            assert left.execute(query).fetchall() == right.execute(query).fetchall()


async def test_new_rows_on_postgresql_go_on_after_the_restored_ones(
    told: Settings, here: Path, postgres: str
) -> None:
    backup = here / "a.backup"
    await back_up_at(told.database_url, backup)
    await restore_at(told, postgres, backup)

    def add(uow: UnitOfWork) -> tuple[int, int]:
        highest = uow.connection.execute(sa.select(sa.func.max(schema.person.c.id))).scalar_one()
        return highest, uow.at(NOW).people.add(full_name="Lê Thị Mười")

    highest, new = await read(postgres, add)
    assert new == highest + 1


async def test_postgresql_is_not_replaced_while_it_is_in_use_or_without_a_word(
    told: Settings, here: Path, postgres: str
) -> None:
    backup = here / "a.backup"
    await back_up_at(told.database_url, backup)
    await restore_at(told, postgres, backup)
    before = await read(postgres, rows)
    with pytest.raises(BackupError, match="--replace"):
        await restore_at(told, postgres, backup)
    worker = Database(postgres)
    await worker.run(lambda uow: uow.connection.execute(sa.select(1)))
    with pytest.raises(StorageError, match="in use"):
        await restore_at(told, postgres, backup, replace=True)
    await worker.close()
    await restore_at(told, postgres, backup, replace=True)
    assert await read(postgres, rows) == before


async def test_what_postgresql_can_not_hold_changes_nothing_there(
    told: Settings, here: Path, postgres: str
) -> None:
    backup = here / "a.backup"
    with contextlib.closing(sqlite3.connect(file_of(told))) as connection, connection:
        connection.execute("update membership set note = ?", ("x" * 1000,))
    await back_up_at(told.database_url, backup)
    with pytest.raises(StorageError, match=r"membership\.note of row 1 is longer"):
        await restore_at(told, postgres, backup)
    assert not any((await read(postgres, rows)).values())


async def test_a_text_with_nul_moves_to_postgresql(
    told: Settings, here: Path, postgres: str
) -> None:
    backup = here / "a.backup"
    with contextlib.closing(sqlite3.connect(file_of(told))) as connection, connection:
        connection.execute("update membership set note = ? where person_id = 1", ("a\0b",))
    await back_up_at(told.database_url, backup)
    await restore_at(told, postgres, backup)
    found = await read(
        postgres,
        lambda uow: uow.connection.execute(
            sa.select(schema.membership.c.note).where(schema.membership.c.person_id == 1)
        ).scalar(),
    )
    assert found == "ab"


async def test_an_empty_database_has_nothing_to_back_up(here: Path, postgres: str) -> None:
    with pytest.raises(StorageError, match="empty"):
        await back_up_at(postgres, here / "a.backup")


# Every day


@pytest.fixture
def real(told: Settings) -> Settings:
    """The story as if it were lived in real time."""
    with contextlib.closing(sqlite3.connect(file_of(told))) as connection, connection:
        connection.execute("delete from meta where key = 'virtual_time'")
        connection.execute("delete from tick")
    return told


async def test_a_backup_an_hour_thinned_out_by_age(real: Settings) -> None:
    one, two = Database(real.database_url), Database(real.database_url)
    workers = [RegularBackup(one, real), RegularBackup(two, real)]
    for day in range(10):
        for minutes, made in ((0, 1), (30, 0), (60, 1), (12 * 60, 1)):
            now = NOW + timedelta(days=day, minutes=minutes)
            assert sum([await worker.run(now) for worker in workers]) == made
    names = sorted(path.name for path in backups_folder(one.address).iterdir())
    last_day = ["17T130000Z", "18T010000Z", "18T020000Z", "18T130000Z"]
    each_day = [f"{day}T130000Z" for day in range(11, 17)]
    assert names == [f"bot-202612{moment}.backup" for moment in [*each_day, *last_day]]
    await one.close()
    await two.close()


def test_what_is_kept_of_a_year() -> None:
    made = [NOW + timedelta(hours=hour) for hour in range(366 * 24)]
    kept: list[datetime] = []
    for moment in made:
        kept.append(moment)
        kept = sorted(set(kept) - to_drop(kept, moment, timedelta(days=90)))
    ages = [made[-1] - moment for moment in kept]
    assert sum(age <= timedelta(days=1) for age in ages) == 25
    assert sum(timedelta(days=1) < age <= timedelta(days=14) for age in ages) in (13, 14)
    gaps = [later - earlier for earlier, later in itertools.pairwise(kept)]
    assert max(gaps) <= timedelta(days=7)
    assert timedelta(days=83) <= max(ages) <= timedelta(days=90)
    assert len(kept) <= 25 + 14 + 12
    # The latest stays, however old it is.
    assert to_drop([NOW], NOW + timedelta(days=999), timedelta(days=7)) == set()


async def test_a_backup_that_takes_long_is_made_less_often(real: Settings) -> None:
    database = Database(real.database_url)
    backup = RegularBackup(database, real)
    assert await backup.run(NOW) == 1
    await database.run(lambda uow: uow.at(NOW).installation.note_tick("backup", 600.0))
    assert await backup.run(NOW + timedelta(hours=3)) == 0
    assert await backup.run(NOW + timedelta(minutes=200)) == 1
    await database.close()


async def test_a_second_place(real: Settings, tmp_path: Path) -> None:
    place = tmp_path / "usb"
    chosen = real.model_copy(update={"backups_to": place, "backup_key": SecretStr(KEY)})
    database = Database(real.database_url)
    backup = RegularBackup(database, chosen)
    with pytest.raises(BackupError, match="usb: No such file"):
        await backup.run(NOW)
    # What isn't mounted is not made; the first copy stands all the same.
    assert not place.exists()
    (first,) = backups_folder(database.address).iterdir()
    ticks = await database.run(lambda uow: uow.at(NOW).measures.ticks())
    assert (ticks["backup"].error, ticks["backup-copy"].error) == (None, "FileNotFoundError")
    place.mkdir()
    ledger_path(database.address).write_text("")
    for hours in (1, 2, 49):
        assert await backup.run(NOW + timedelta(hours=hours)) == 1
    names = sorted(path.name for path in place.iterdir())
    assert names == [
        "bot-20261209T030000Z.backup", "bot-20261211T020000Z.backup", "bot.erased.jsonl",
    ]  # fmt: skip
    assert {stat.S_IMODE(path.stat().st_mode) for path in place.iterdir()} == {0o600}
    held = await check_backup(place / names[1], KEY, tmp_path)
    assert (held.version, held.clubs, held.people) == (latest_version(), 1, 48)
    ticks = await database.run(lambda uow: uow.at(NOW).measures.ticks())
    assert ticks["backup-copy"].error is None
    assert first.exists() is False
    await database.close()


async def test_the_newest_backup_is_put_back_for_trial_once_a_month(real: Settings) -> None:
    database = Database(real.database_url)
    drill = RestoreDrill(database, real)
    assert await drill.run(NOW) == 0  # There is nothing to try.
    await RegularBackup(database, real).run(NOW)
    with structlog.testing.capture_logs() as logged:
        assert await drill.run(NOW) == 1
    (line,) = logged
    assert (line["event"], line["people"], line["clubs"]) == (
        "a backup was restored for trial", 48, 1,
    )  # fmt: skip
    assert await drill.run(NOW + timedelta(days=29)) == 0
    (backup,) = backups_folder(database.address).iterdir()
    backup.write_bytes(backup.read_bytes()[:5000])
    later = NOW + timedelta(days=30)
    with pytest.raises(StorageError):
        await drill.run(later)
    ticks = await database.run(lambda uow: uow.at(later).measures.ticks())
    assert ticks["restore-drill"].error == "SnapshotError"
    assert await drill.run(later + timedelta(hours=23)) == 0
    with pytest.raises(StorageError):
        await drill.run(later + timedelta(hours=25))
    # Nothing is left of what was tried.
    folder = database.address.folder
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []
    await database.close()


async def test_a_daily_backup_that_fails_is_noted_and_tried_again(
    real: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(real.database_url)
    daily = RegularBackup(database, real)

    async def full(*_: Any, **__: Any) -> None:
        raise BackupError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("bot.care.jobs.back_up", full)
        with pytest.raises(BackupError):
            await daily.run(NOW)
    ticks = await database.run(lambda uow: uow.at(NOW).measures.ticks())
    assert ticks["backup"].error == "BackupError"
    assert await daily.run(NOW + timedelta(minutes=29)) == 0
    assert await daily.run(NOW + timedelta(minutes=31)) == 1
    ticks = await database.run(lambda uow: uow.at(NOW).measures.ticks())
    assert ticks["backup"].error is None
    await database.close()


async def test_nobody_is_backed_up_and_it_can_be_switched_off(settings: Settings) -> None:
    database = Database(settings.database_url)
    assert await RegularBackup(database, settings).run(NOW) == 0
    assert set(regular_jobs(database, settings)) == {"ledger", "backup", "restore-drill"}
    off = settings.model_copy(update={"backups": "off"})
    assert set(regular_jobs(database, off)) == {"ledger"}
    await database.close()


async def test_the_folder_is_made_when_a_backup_comes_to_an_empty_machine(
    told: Settings, tmp_path: Path
) -> None:
    backup = tmp_path / "a.backup"
    await back_up_at(told.database_url, backup)
    empty = Database(at(tmp_path / "new" / "bot.db"))
    await migrate(empty)
    await empty.close()
    await restore_at(told, at(tmp_path / "new" / "bot.db"), backup)
    assert await read(at(tmp_path / "new" / "bot.db"), rows) == await read(told.database_url, rows)


async def test_what_a_restore_replaces_is_copied_before(real: Settings, tmp_path: Path) -> None:
    backup = tmp_path / "a.backup"
    await back_up_at(real.database_url, backup)
    database = Database(real.database_url)
    try:
        done = await restore(database, backup, key=KEY, zone=real.zone, replace=True)
        assert done.replaced is not None
        held = await check_backup(done.replaced, KEY, tmp_path)
        assert (held.clubs, held.people) == (1, 48)
    finally:
        await database.close()
    # One that can't be read is kept as it lies there.
    file_of(real).write_bytes(b"garbage" * 1000)
    database = Database(real.database_url)
    try:
        done = await restore(database, backup, key=None, zone=real.zone, replace=True)
        assert done.replaced is not None
        assert done.replaced.read_bytes() == b"garbage" * 1000
        assert done.replaced.suffix == ".damaged"
    finally:
        await database.close()
    # Without room for the copy nothing is replaced.
    database = Database(real.database_url)
    try:
        (backups_folder(database.address)).rename(tmp_path / "elsewhere")
        backups_folder(database.address).write_text("in the way")
        with pytest.raises(BackupError, match="nothing was changed"):
            await restore(database, backup, key=None, zone=real.zone, replace=True)
    finally:
        await database.close()
    assert len(rows_of(real)) == 48


def rows_of(settings: Settings) -> list[Any]:
    with contextlib.closing(sqlite3.connect(file_of(settings))) as connection:
        return connection.execute("select id from person").fetchall()


def test_one_key_is_told_from_another_without_showing_it(tmp_path: Path) -> None:
    shown = fingerprint(KEY)
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", shown)
    assert shown == fingerprint(KEY) != fingerprint(f"{KEY} ")
    sealed = tmp_path / "sealed"
    with sealed.open("wb") as target:
        seal(io.BytesIO(b"a" * (PIECE + 1)), target, KEY)
    assert opens(sealed, KEY)
    assert not opens(sealed, "another")
