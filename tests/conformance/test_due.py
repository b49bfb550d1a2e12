"""What is looked at later: each thing once, when its time has come, and a fault holds up no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot import buttons
from bot.app import Program, build_program
from bot.clock import VirtualClock
from bot.domain.due import DueKind, Looked, SubjectKind
from bot.domain.requests import RequestKind
from bot.handlers.due import AGAIN, LONGEST_ASIDE, next_due
from bot.handlers.feature import Handling
from bot.handlers.registry import HANDLINGS
from bot.handlers.services import Keeping, Services
from bot.handlers.ticks import run_tick
from bot.messages import Address
from bot.reminders import subjects
from bot.reminders.notices import members, send
from bot.reminders.waves import Wave
from bot.settings import Settings
from bot.speech.translation import Phrase, say
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.records import DueRow, Person
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database
from tests.fakes.channel import FakeChannel

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def _plans(*numbers: int, at: datetime = NOW) -> Callable[[UnitOfWork], None]:
    def work(uow: UnitOfWork) -> None:
        for number in numbers:
            uow.due.set(DueKind.PLAN, number, at)

    return work


class Bot:
    """A program on a database, at a time that is moved by hand."""

    def __init__(self, settings: Settings) -> None:
        self.clock = VirtualClock(NOW)
        self.database = Database(settings.database_url, self.clock)
        self.channel = FakeChannel()
        self.program: Program = build_program(settings, self.database, [self.channel])

    async def run(self, work: Callable[[UnitOfWork], Any]) -> Any:
        return await self.database.run(work)

    async def tick(self) -> int:
        return await run_tick(self.database, self.program.pipeline.services, "due")

    async def dues(self) -> dict[int, tuple[timedelta, int]]:
        """What is looked at when, from now, and how often that went wrong; by number."""
        rows = await self.run(lambda uow: list(uow.connection.execute(schema.due.select())))
        return {row.subject_id: (row.at - self.clock.now(), row.attempt) for row in rows}


@pytest.fixture
async def bot(settings: Settings) -> Any:
    made = Bot(settings)
    yield made
    await made.database.close()


def _handle(
    monkeypatch: pytest.MonkeyPatch, look: Callable[[UnitOfWork, DueRow], Looked], **more: Any
) -> None:
    """Let something else be done with occurrences that are due."""
    handling = Handling(lambda _desk, uow, due: look(uow, due), **more)
    monkeypatch.setitem(HANDLINGS, DueKind.PLAN, handling)


def test_every_kind_is_handled() -> None:
    assert list(HANDLINGS) == list(DueKind)


async def test_a_fault_undoes_its_own_part_and_is_tried_again_later_and_later(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(uow: UnitOfWork, due: DueRow) -> Looked:
        uow.people.add(full_name=f"Người {due.subject_id}")
        if due.subject_id == 2:
            raise ValueError("Nguyễn Thị Sáu")
        return Looked(again=None if due.subject_id == 1 else uow.now + 2 * DAY)

    _handle(monkeypatch, look)
    await bot.run(_plans(1, 2, 3))
    with capture_logs() as lines:
        assert await bot.tick() == 3
        assert await bot.tick() == 0
    assert await bot.dues() == {2: (AGAIN, 1), 3: (2 * DAY, 0)}
    names = await bot.run(
        lambda uow: uow.connection.execute(sa.select(schema.person.c.full_name)).scalars().all()
    )
    assert names == ["Người 1", "Người 3"]
    (told,) = [line for line in lines if line["log_level"] == "error"]
    assert (told["kind"], told["subject"], told["error"]) == ("plan", 2, "ValueError")
    assert "Sáu" not in str(told)
    pauses = []
    for _ in range(10):
        (pause, _) = (await bot.dues())[2]
        bot.clock.move_to(bot.clock.now() + pause)
        await bot.tick()
        pauses.append((await bot.dues())[2][0])
    assert pauses[:3] == [2 * AGAIN, 4 * AGAIN, 8 * AGAIN]
    assert pauses[-1] == LONGEST_ASIDE


async def test_whoever_says_a_time_anew_is_believed(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(uow: UnitOfWork, due: DueRow) -> Looked:
        if due.subject_id == 1:
            uow.due.set(DueKind.PLAN, 1, uow.now + 5 * DAY, version=due.version)
        elif due.subject_id == 2:
            uow.due.set(DueKind.PLAN, 2, due.at, version=due.version + 1)
            return Looked()
        return Looked(again=uow.now + DAY)

    _handle(monkeypatch, look)
    await bot.run(_plans(1, 2, 3))
    await bot.run(_plans(1, 2, at=NOW - DAY))
    assert await bot.dues() == {1: (-DAY, 0), 2: (-DAY, 0), 3: (timedelta(), 0)}
    assert await bot.tick() == 3
    assert await bot.dues() == {1: (5 * DAY, 0), 2: (-DAY, 0), 3: (DAY, 0)}


async def test_what_is_due_longest_goes_first_in_batches(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, int]] = []

    def noting(_desk: Services, _uow: UnitOfWork, due: DueRow) -> Looked:
        seen.append((due.kind.value, due.subject_id))
        return Looked()

    for kind in (DueKind.EXTEND, DueKind.PLAN, DueKind.NUDGE):
        monkeypatch.setitem(HANDLINGS, kind, Handling(noting, batch=2))

    def fill(uow: UnitOfWork) -> None:
        for number in (1, 2, 3):
            uow.due.set(DueKind.PLAN, number, NOW - number * DAY)
        uow.due.set(DueKind.NUDGE, 7, NOW - 2 * DAY)
        uow.due.set(DueKind.EXTEND, 8, NOW - DAY)
        uow.due.set(DueKind.PLAN, 9, NOW + timedelta(seconds=1))

    await bot.run(fill)
    counts = []
    while count := await bot.tick():
        counts.append(count)
    assert counts == [2, 1, 1, 1]
    assert seen == [("plan", 3), ("plan", 2), ("nudge", 7), ("extend", 8), ("plan", 1)]


def test_the_next_moment_of_everything_is_one_query(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        uow = uow.at(NOW)
        kept = Keeping(conversations=3 * DAY, after_leaving=10 * DAY)
        assert next_due(uow, kept) is None
        account = uow.accounts.open(Address("web", "a"), capabilities="web", language="vi")
        uow.due.set(DueKind.GONE, 1, NOW)
        assert next_due(uow, kept) == NOW + 10 * DAY
        uow.due.set(DueKind.PLAN, 1, NOW + 4 * DAY)
        assert next_due(uow, kept) == NOW + 4 * DAY
        uow.conversations.add_enquiry(account.id, None, "Họp ở đâu?")
        assert next_due(uow, kept) == NOW + 3 * DAY
        uow.outbox.add(account.id, "web", key="k", kind="reply", text="x", not_before=NOW + DAY)
        ran: list[str] = []
        sa.event.listen(
            uow.connection, "before_cursor_execute", lambda *args: ran.append(str(args[2]))
        )
        assert next_due(uow, kept) == NOW + DAY
        assert len(ran) == 1

    in_database(settings, work)


async def test_a_setting_says_how_long_something_is_kept(bot: Bot) -> None:
    def fill(uow: UnitOfWork) -> None:
        account = uow.accounts.open(Address("web", "a"), capabilities="web", language="vi")
        uow.conversations.add_enquiry(account.id, None, "Họp ở đâu?")
        for flow in ("a", "b"):
            uow.conversations.put(account.id, flow, {}, is_open=True)

    await bot.run(fill)
    bot.clock.move_to(NOW + 20 * DAY)
    await bot.run(lambda uow: uow.conversations.put(1, "b", {}, is_open=True))
    assert await bot.tick() == 0
    bot.clock.move_to(NOW + 30 * DAY)
    with capture_logs() as lines:
        while await bot.tick():
            pass
    told = {
        key: line[key] for line in lines for key in ("conversations", "enquiries") if key in line
    }
    assert told == {"conversations": 1, "enquiries": 1}
    left = "SELECT flow FROM conversation"
    assert await bot.run(lambda uow: uow.connection.exec_driver_sql(left).scalars().all()) == ["b"]
    bot.clock.move_to(NOW + 50 * DAY)
    while await bot.tick():
        pass
    assert await bot.run(lambda uow: uow.connection.exec_driver_sql(left).scalars().all()) == []
    assert await bot.dues() == {}


class _Paper:
    """The words about a request: whatever has words can be told of."""

    def __init__(self, number: int) -> None:
        self._number = number

    def text(self, people: Sequence[Person], names: Mapping[int, Phrase | str]) -> Phrase:
        return say("requests.soon_due", club="CLB", number=self._number, due=names[people[0].id])

    def choices(self, people: Sequence[Person]) -> buttons.Rows:
        return [[(say("requests.open"), buttons.Requests(1))] for _ in people]

    def call(self) -> Phrase:
        return say("requests.done", number=self._number)


def _wording(_uow: UnitOfWork, wave: Wave, _zone: ZoneInfo) -> _Paper:
    return _Paper(wave.subject_id)


def _fill_requests(uow: UnitOfWork) -> None:
    """A club with one who is told and one who has no phone, and a request."""
    account = uow.accounts.open(Address("web", "sau"), capabilities="web", language="vi")
    club = uow.clubs.add(
        unit_code="26686", hamlet="ấp", name="CLB", join_code="ABCDEF", created_by=account.id
    )
    for name in ("Nguyễn Thị Sáu", "Trần Văn Bảy"):
        person = uow.people.add(full_name=name)
        uow.clubs.add_member(club, person, state="active", source="organiser")
        uow.people.add_consent(
            person, club.id, "reminders", agreed=True, words="w", words_version="1", way="press",
            answered_on=NOW.date(),
        )  # fmt: skip
    uow.people.speak_for(account.id, 1, "self", is_self=True, told=True)
    number = uow.requests.add(account.id, 1, RequestKind.DELETE, waits=True)
    uow.due.set(DueKind.WARN_REQUEST, number, NOW + timedelta(days=6))


async def test_people_are_told_of_whatever_has_words(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waves = []

    def look(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
        wave = Wave(
            1,
            due.kind.subject,
            due.subject_id,
            "reminder",
            "6d",
            due.version,
            due.at,
            uow.now + DAY,
        )
        waves.append(send(uow, wave, members(uow, 1), services.zone))
        return Looked(again=uow.now + DAY)

    monkeypatch.setitem(HANDLINGS, DueKind.WARN_REQUEST, Handling(look))
    monkeypatch.setitem(subjects.WORDINGS, SubjectKind.REQUEST, _wording)
    await bot.run(_fill_requests)
    bot.clock.move_to(NOW + 6 * DAY)
    assert await bot.tick() == 1
    await bot.program.dispatcher.tick()
    (shown,) = bot.channel.texts("sau")
    assert "số 1" in shown
    notices = await bot.run(lambda uow: uow.notices.about(SubjectKind.REQUEST, 1))
    assert {each.person_id: (each.state, each.reason) for each in notices} == {
        1: ("sent", None),
        2: ("to_call", "no_phone"),
    }
    calls = await bot.run(lambda uow: uow.notices.call_list(1))
    assert [(notice.subject_kind, person.full_name) for notice, person in calls] == [
        (SubjectKind.REQUEST, "Trần Văn Bảy")
    ]
    assert await bot.run(lambda uow: uow.notices.about(SubjectKind.OCCURRENCE, 1)) == []
    # Looked at again on the next day nobody is told of the same a second time.
    bot.clock.move_to(NOW + 7 * DAY)
    assert await bot.tick() == 1
    assert [len(each.accounts) for each in waves] == [1, 0]
