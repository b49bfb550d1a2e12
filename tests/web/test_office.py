"""The officers' pages: opened by a pass alone, and only while whoever holds it still may."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import httpx
import pytest

from bot.app import open_database
from bot.handlers.passes import GOOD_FOR, Page, visitor, write_pass
from bot.storage.unit_of_work import UnitOfWork
from tests.command_line import run
from tests.conftest import Talk
from tests.web.test_chat import page

Result = TypeVar("Result")
CLOSED = "không còn mở được"
SECRETS = ("Lan", "0918", "ung thư")


def within(talk: Talk, work: Callable[[UnitOfWork], Result]) -> Result:
    """Do something on the database, at this machine's time."""

    async def do() -> Result:
        database = await open_database(talk.settings.database_url)
        try:
            return await database.run(work)
        finally:
            await database.close()

    return asyncio.run(do())


def account_of(talk: Talk, who: str) -> int:
    ((number,),) = talk.sql("select id from account where external_id = ?", who)
    return int(number)


def given_to(talk: Talk, who: str) -> str:
    """A pass for somebody's account."""
    number = account_of(talk, who)
    return within(talk, lambda uow: write_pass(uow, Page.GAPS, uow.accounts.get(number)))


def fetched(talk: Talk, path: str) -> httpx.Response:
    async def fetch() -> httpx.Response:
        async with page(talk.settings) as client:
            # Officers read it from elsewhere, through whatever stands in front.
            return await client.get(path, headers={"x-forwarded-for": "203.0.113.9"})

    return asyncio.run(fetch())


@pytest.fixture
def asked(talk: Talk) -> Talk:
    """A coordinator, and a stranger who asked what no article answers."""
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    talk.text(
        "la", "Nguyễn Thị Lan số 0918 204 615 bị ung thư có được xem trăng mọc ở sao Hỏa không"
    )
    return talk


def test_a_coordinator_gets_a_link_and_reads_the_page(asked: Talk) -> None:
    said = asked.text("minh", "câu hỏi chưa có bài")[-1]
    assert re.search(r"http://127\.0\.0\.1:8080/office/gaps/\d+\.\d+\.[0-9a-f]{32}", said)
    answer = fetched(asked, f"/office/gaps/{given_to(asked, 'minh')}")
    assert answer.status_code == 200
    assert "mọc" in answer.text
    assert not any(secret in answer.text for secret in SECRETS)
    assert answer.headers["cache-control"] == "no-store"
    assert fetched(asked, "/office/style/office.css").status_code == 200


def test_the_operator_gets_one_on_the_command_line(asked: Talk) -> None:
    within(
        asked,
        lambda uow: uow.connection.exec_driver_sql("delete from meta where key='virtual_time'"),
    )
    printed = run("gaps", "--link", url=asked.settings.database_url)
    assert printed.returncode == 0, printed.stderr
    path = printed.stdout.strip().removeprefix("http://127.0.0.1:8080")
    assert fetched(asked, path).status_code == 200
    for days in ("7", "30", "90", "0", "-1", "x"):
        assert fetched(asked, f"{path}?days={days}").status_code == 200


def test_a_role_that_was_taken_away_opens_nothing(asked: Talk) -> None:
    given = given_to(asked, "minh")
    number = str(account_of(asked, "minh"))
    assert run("revoke", "--account", number, url=asked.settings.database_url).returncode == 0
    answer = fetched(asked, f"/office/gaps/{given}")
    assert answer.status_code == 403
    assert CLOSED in answer.text
    assert "mọc" not in answer.text


@pytest.mark.parametrize("who", ["la"])
def test_who_never_had_the_role_opens_nothing(asked: Talk, who: str) -> None:
    assert fetched(asked, f"/office/gaps/{given_to(asked, who)}").status_code == 403


def test_a_forged_one_opens_nothing(asked: Talk) -> None:
    given = given_to(asked, "minh")
    account, until, signature = given.split(".")
    for forged in (
        f"{account}.{int(until) + 1}.{signature}",
        f"0.{until}.{signature}",
        f"{account}.{until}.{'0' * 32}",
        f"{account}.{until}",
        "x",
    ):
        assert fetched(asked, f"/office/gaps/{forged}").status_code == 403
    assert fetched(asked, "/office/gaps/").status_code == 404


def test_it_is_good_for_an_hour_and_for_its_page(asked: Talk) -> None:
    given = given_to(asked, "minh")
    signed_for_another = within(asked, lambda uow: uow.installation.sign("report/0.1"))

    def look(uow: UnitOfWork) -> list[bool]:
        moments = (timedelta(0), GOOD_FOR - timedelta(minutes=1), GOOD_FOR + timedelta(minutes=1))
        return [visitor(uow.at(uow.now + each), Page.GAPS, given) is not None for each in moments]

    assert within(asked, look) == [True, True, False]
    assert fetched(asked, f"/office/gaps/0.1.{signed_for_another}").status_code == 403


def test_before_any_pass_was_given_none_is_good(talk: Talk) -> None:
    assert fetched(talk, f"/office/gaps/0.99999999999.{'0' * 32}").status_code == 403
    assert talk.sql("select count(*) from meta where key = 'signing_key'") == [(0,)]
