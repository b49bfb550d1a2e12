"""How many statements an ordinary update needs: each is a hop that somebody waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from bot.app import build_desk
from bot.handlers.pipeline import Pipeline
from bot.messages import Address, Inbound, Incoming
from bot.storage.database import Database
from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import begin, myself

MOST = 12


class Counted:
    """Updates worked off one by one, each with the statements that it took."""

    def __init__(self, talk: Talk) -> None:
        self._runner = asyncio.Runner()
        self._database = Database(talk.settings.database_url)
        self._pipeline = Pipeline(self._database, build_desk(talk.settings, self._database))
        self._number = 0

    def statements(self, who: str, kind: Incoming, text: str) -> list[str]:
        """What was executed for one update, savepoints left out."""
        self._number += 1
        update = Inbound(Address("script", who), kind, text=text, update_key=str(self._number))
        executed: list[str] = []

        def note(_c: object, _u: object, statement: str, values: object, *_rest: object) -> None:
            if not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE")):
                executed.append(f"{statement} {values}")

        async def work() -> None:
            await self._pipeline.receive([update])
            engine = self._database._driver._writer  # type: ignore[union-attr]
            sa.event.listen(engine, "before_cursor_execute", note)
            try:
                assert await self._pipeline.handle_next()
            finally:
                sa.event.remove(engine, "before_cursor_execute", note)
            assert not await self._pipeline.handle_next()

        self._runner.run(work())
        return executed

    def failed(self) -> int:
        """Updates that a fault ended."""
        query = sa.text("SELECT count(*) FROM inbox WHERE state <> 'handled'")
        return int(
            self._runner.run(
                self._database.run(lambda uow: uow.connection.execute(query).scalar_one())
            )
        )

    def close(self) -> None:
        self._runner.run(self._database.close())
        self._runner.close()


@pytest.fixture
def counted(talk: Talk) -> Iterator[Counted]:
    talk.club()
    for who, name in (("sau", "Nguyễn Thị Sáu"), ("muoi", "Lê Thị Mười")):
        myself(talk, who, name)
        if "Người khác" in talk.buttons("tu"):
            talk.press("tu", "Người khác")
        talk.press("tu", "Nhận")
    for called, name in (("bà ngoại", "Lê Thị Ba"), ("bà nội", "Lê Thị Năm")):
        relative(talk, called, "Bà đây", name, "1948", "Nữ")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    begin(talk, "form", "Ghi tên cho tôi")
    talk.press("form", "Đồng ý", "Đồng ý")
    talk.text("tu", "bước tiếp theo", "có")
    talk.at("2026-12-17T09:00:00")
    talk.text("guest", "chào")
    found = Counted(talk)
    yield found
    found.close()


TEXT, PRESS = Incoming.TEXT, Incoming.PRESS


def test_an_ordinary_update_needs_few_statements(counted: Counted) -> None:
    ordinary = [
        ("new", TEXT, "chào"),
        ("guest", TEXT, "menu"),
        ("guest", TEXT, "câu lạc bộ là gì"),
        ("guest", TEXT, "giá vàng bao nhiêu một lượng vậy con?"),
        ("guest", TEXT, "con ăn cơm chưa"),
        ("guest", PRESS, "a/join"),
        ("muoi", TEXT, "bà đi"),
        ("muoi", TEXT, "menu"),
        ("muoi", TEXT, "tham gia có tốn tiền không?"),
        ("muoi", PRESS, "a/mydata"),
        ("sau", PRESS, "a/attend/1/yes/1"),
        ("hanh", TEXT, "menu"),
        ("hanh", TEXT, "câu lạc bộ là gì"),
        ("form", TEXT, "Nguyễn Thị Tám"),
        ("form", TEXT, "1950"),
        ("tu", TEXT, "Trần Văn Hòa"),
        ("tu", TEXT, "0912 345 678"),
    ]
    for who in ("guest", "muoi", "hanh"):
        # The first that is kept of a chat also says when it is to be forgotten.
        counted.statements(who, TEXT, "ai bầu ban chủ nhiệm")
    needed = {each: counted.statements(*each) for each in ordinary}
    # Leaving a step computes where the founding stands; the organiser's screens come after that.
    counted.statements("tu", PRESS, "a/menu")
    staff = [("tu", TEXT, "menu"), ("tu", PRESS, "a/club/1"), ("tu", PRESS, "a/events/1")]
    needed |= {each: counted.statements(*each) for each in staff}
    assert counted.failed() == 0
    most = {(who, text): len(each) for (who, _, text), each in needed.items() if len(each) > MOST}
    assert most == {}


def test_nothing_is_asked_twice(counted: Counted) -> None:
    for who, text in (("hanh", "menu"), ("muoi", "menu"), ("guest", "chào")):
        asked = [each for each in counted.statements(who, TEXT, text) if each.startswith("SELECT")]
        assert len(set(asked)) == len(asked)
