"""What Prometheus reads, who may read it, and the health check."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.app import build_program, open_database
from bot.care.doctor import Surroundings, examine
from bot.care.metrics import Metrics
from bot.channels.base import Level
from bot.channels.web import WebChannel
from bot.clock import SystemClock, VirtualClock
from bot.handlers.ticks import TICKS, run_tick
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.unit_of_work import UnitOfWork
from bot.version import VERSION
from bot.web.application import build_web
from tests.care.test_backup import NOW, back_up_at, read, restore_at
from tests.web.test_chat import page

Samples = dict[tuple[str, tuple[str, ...]], float]


def samples(text: str) -> Samples:
    return {
        (each.name, tuple(each.labels.values())): each.value
        for family in text_string_to_metric_families(text)
        for each in family.samples
    }


async def test_the_metrics_are_computed_from_the_database(told: Settings) -> None:
    metrics = Metrics()

    def work(uow: UnitOfWork) -> bytes:
        return metrics.render(uow.at(NOW))

    found = samples((await read(told.database_url, work)).decode())
    received = found["bot_updates_total", ("received",)]
    assert received == found["bot_updates_total", ("handled",)] > 10
    assert found["bot_updates_total", ("failed",)] == 0
    assert found["bot_updates_waiting", ()] == 0
    assert found["bot_outbox_messages", ("reply", "sent")] > 10
    assert found["bot_outbox_messages", ("reminder", "sent")] > 0
    assert found["bot_outbox_oldest_due_seconds", ()] == 0
    assert found["bot_update_seconds", ("0.5",)] == 0  # Nothing takes time on a virtual clock.
    for name in TICKS:
        assert found["bot_tick_seconds", (name,)] >= 0
        assert found["bot_tick_age_seconds", (name,)] == 86400


async def test_the_age_of_what_is_due_and_the_time_to_an_answer(told: Settings) -> None:
    def work(uow: UnitOfWork) -> bytes:
        uow.connection.exec_driver_sql(
            "update outbox set state = 'queued', not_before = '2026-12-09 00:30:00' "
            "where id = (select max(id) from outbox)"
        )
        uow.connection.exec_driver_sql(
            "update outbox set sent_at = datetime(sent_at, '+3 seconds') where kind = 'reply'"
        )
        return Metrics().render(uow.at(NOW))

    found = samples((await read(told.database_url, work)).decode())
    assert found["bot_outbox_oldest_due_seconds", ()] == 1800
    assert found["bot_update_seconds", ("0.5",)] == 3


async def test_metrics_doctor_and_retention_work_on_postgresql(
    told: Settings, postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await back_up_at(told.database_url, tmp_path / "a.backup")
    await restore_at(told, postgres, tmp_path / "a.backup")
    there = told.model_copy(update={"database_url": postgres})

    def work(uow: UnitOfWork) -> bytes:
        return Metrics().render(uow.at(NOW))

    on_sqlite = samples((await read(told.database_url, work)).decode())
    assert samples((await read(postgres, work)).decode()) == on_sqlite
    found = await examine(there, Surroundings(VirtualClock(NOW)))
    assert {each.level for each in found} == {Level.OK}
    database = await open_database(postgres)
    services = build_program(there, database, []).pipeline.services
    later = NOW + timedelta(days=60)
    database.keep_time(VirtualClock(later))
    while await run_tick(database, services, "care"):
        pass
    left = await database.run(
        lambda uow: uow.connection.exec_driver_sql(
            "select (select count(*) from inbox where external_id <> ''), "
            "(select count(*) from outbox where text <> '')"
        ).one()
    )
    assert tuple(left) == (0, 0)
    await database.close()


async def test_totals_are_counted_once_a_minute(told: Settings) -> None:
    metrics = Metrics()

    def counted(seconds: int) -> float:
        def work(uow: UnitOfWork) -> bytes:
            return metrics.render(uow.at(NOW + timedelta(seconds=seconds)))

        return work

    first = samples((await read(told.database_url, counted(0))).decode())
    await read(
        told.database_url,
        lambda uow: uow.connection.exec_driver_sql("update inbox set state = 'failed'"),
    )
    again = samples((await read(told.database_url, counted(59))).decode())
    later = samples((await read(told.database_url, counted(60))).decode())
    key = ("bot_updates_total", ("failed",))
    assert first[key] == again[key] == 0
    assert later[key] > 0


async def test_no_name_and_no_number_is_in_them(told: Settings) -> None:
    text = (await read(told.database_url, lambda uow: Metrics().render(uow.at(NOW)))).decode()
    for word in ("Nguyễn", "Sáu", "0912", "Hải Lạc", "26686"):
        assert word not in text


@contextlib.asynccontextmanager
async def reached(settings: Settings, client: str, host: str):  # type: ignore[no-untyped-def]
    database = await open_database(settings.database_url)
    web = WebChannel()
    program = build_program(settings, database, [web])

    async def receive(_update: object) -> None:
        raise AssertionError("nothing is sent here")

    application = build_web(settings, database, program.pipeline, web, receive)
    transport = httpx.ASGITransport(app=application, client=(client, 4711))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as asking:
        yield asking
    await database.close()


@pytest.mark.parametrize(
    ("client", "host", "headers", "status"),
    [
        ("127.0.0.1", "127.0.0.1:8080", {}, 200),
        ("::1", "[::1]:8080", {}, 200),
        ("127.0.0.1", "localhost", {}, 200),
        ("192.168.1.9", "127.0.0.1:8080", {}, 404),
        ("127.0.0.1", "bot.example.org", {}, 404),
        ("127.0.0.1", "127.0.0.1", {"x-forwarded-for": "127.0.0.1"}, 404),
        ("127.0.0.1", "127.0.0.1", {"forwarded": "for=127.0.0.1"}, 404),
        ("a socket", "127.0.0.1", {}, 404),
    ],
)
async def test_they_are_for_this_machine_only(
    settings: Settings, client: str, host: str, headers: dict[str, str], status: int
) -> None:
    async with reached(settings, client, host) as asking:
        assert (await asking.get("/metrics", headers=headers)).status_code == status


async def test_they_can_be_switched_on_and_off(settings: Settings) -> None:
    opened = settings.model_copy(update={"metrics": "on"})
    async with reached(opened, "192.168.1.9", "bot.example.org") as asking:
        answer = await asking.get("/metrics")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/plain; version=")
    closed = settings.model_copy(update={"metrics": "off"})
    async with reached(closed, "127.0.0.1", "127.0.0.1") as asking:
        assert (await asking.get("/metrics")).status_code == 404


async def test_health_is_well_once_every_tick_ran(settings: Settings) -> None:
    async with page(settings) as client:
        database = await open_database(settings.database_url)
        program = build_program(settings, database, [])
        for name in TICKS:
            await run_tick(database, program.pipeline.services, name)
        well = await client.get("/healthz")
        told = well.json()
        assert (well.status_code, told["status"], told["wrong"]) == (200, "ok", [])
        assert told["version"].startswith(VERSION)
        assert (await client.get("/readyz")).status_code == 200
        assert told["seconds_waiting"] == {"updates": 0.0, "messages": 0.0}
        assert told["seconds_since_tick"].keys() == TICKS.keys()
        await database.run(lambda uow: uow.at(NOW).installation.note_tick_failed("due", "KeyError"))
        failing = await client.get("/healthz")
        assert failing.status_code == 503
        assert failing.json()["wrong"] == ["tick due fails: KeyError"]
        old = VirtualClock(SystemClock().now() - timedelta(hours=1))
        database.keep_time(old)
        await run_tick(database, program.pipeline.services, "due")
        standing = await client.get("/healthz")
        assert standing.json()["wrong"] == ["tick due stands still"]
        await database.close()


@pytest.mark.parametrize(("what", "minutes"), [("updates", 3), ("messages", 11)])
async def test_health_says_when_nothing_moves(settings: Settings, what: str, minutes: int) -> None:
    database = await open_database(settings.database_url)
    clock, web = VirtualClock(NOW), WebChannel()
    database.keep_time(clock)
    program = build_program(settings, database, [web])

    async def receive(_updates: object) -> None: ...

    application = build_web(settings, database, program.pipeline, web, receive)
    transport = httpx.ASGITransport(app=application)
    someone = Address("telegram", "7")

    def wait(uow: UnitOfWork) -> None:
        if what == "updates":
            uow.inbox.add([Inbound(someone, Incoming.TEXT, "x", update_key="1")])
        else:
            account = uow.accounts.open(someone, capabilities="telegram", language="vi")
            uow.outbox.add(account.id, "telegram", key="1", kind="reply", text="x")

    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as client:

        async def readiness_after(passes: timedelta) -> httpx.Response:
            clock.move_to(clock.now() + passes)
            for name in TICKS:
                await run_tick(database, program.pipeline.services, name)
            return await client.get("/readyz")

        await database.run(wait)
        soon = (await readiness_after(timedelta(seconds=30))).json()
        assert soon["wrong"] == []
        assert soon["seconds_waiting"][what] == 30
        stuck = await readiness_after(timedelta(minutes=minutes))
        # To begin anew helps against what isn't handled, not against a platform.
        assert (await client.get("/healthz")).status_code == (503 if what == "updates" else 200)
        assert stuck.status_code == 503
        assert stuck.json()["wrong"] == [f"{what} wait for {30 + minutes * 60} seconds"]
        if what == "messages":
            # A platform that asks to wait is no fault of ours.
            await database.run(lambda uow: uow.paces.pause_channel("telegram", 60))
            assert (await client.get("/readyz")).status_code == 200
    await database.close()


async def test_health_says_when_the_database_is_away(settings: Settings) -> None:
    async with page(settings) as client:
        path = Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))
        database = await open_database(settings.database_url)
        await database.run(lambda uow: uow.connection.exec_driver_sql("drop table tick"))
        for place in ("/healthz", "/readyz"):
            answer = await client.get(place)
            assert answer.status_code == 503
            assert answer.json()["wrong"] == ["database: OperationalError"]
            assert str(path) not in answer.text
        await database.close()
