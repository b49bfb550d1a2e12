"""A channel says whom it may write to now: what may not go ends where somebody sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.channels.base import ALWAYS, Permission, Recipient
from bot.domain.due import SubjectKind
from bot.messages import Kind
from bot.settings import Settings
from bot.storage import schema
from bot.storage.unit_of_work import UnitOfWork
from tests.delivery.test_dispatcher import NOW
from tests.delivery.test_faults import QUICK, Office, office
from tests.fakes.channel import FakeChannel

WINDOW = timedelta(hours=48)


class Windowed(FakeChannel):
    """Writes freely for so long after a person wrote, as Zalo's official accounts do."""

    def __init__(self, answer: Callable[[Recipient, datetime], Permission]) -> None:
        super().__init__(name="telegram")
        self.answer_to = answer
        self.asked: list[Kind] = []

    def may_send(self, recipient: Recipient, kind: Kind, at: datetime) -> Permission:
        self.asked.append(kind)
        return self.answer_to(recipient, at)


def window(recipient: Recipient, at: datetime) -> Permission:
    until = recipient.last_heard_at + WINDOW
    return Permission(at <= until, until=until, reason="48 hours are over")


def give(it: Office, answer: Callable[[Recipient, datetime], Permission]) -> Windowed:
    it.channel = channel = Windowed(answer)
    it.sender = it.new_sender()
    return channel


async def carry_notice(it: Office, key: str) -> None:
    """Hang a notice on a queued message."""

    def work(uow: UnitOfWork) -> None:
        club = uow.clubs.add(
            unit_code="26686", hamlet="ấp", name="CLB", join_code="ABCDEF", created_by=1
        )
        person = uow.people.add(full_name="A")
        event = uow.events.add(
            club_id=club.id, kind="meeting", recurrence={"kind": "once"}, hour="08:00", place="x"
        )
        uow.events.add_occurrence(
            event_id=event.id, club_id=club.id, nominal_on=NOW.date(), starts_at=NOW, place="x",
            state="planned", plan_version=1, plan_at=NOW,
        )  # fmt: skip
        row = next(each for each in rows(uow) if each.key == key)
        notice = uow.connection.execute(
            schema.notice.insert().values(
                person_id=person, club_id=club.id, subject_kind=SubjectKind.OCCURRENCE,
                subject_id=1, kind="reminder", lead="3d", version=1, state="planned", due_at=NOW,
                expires_at=NOW, changed_at=NOW,
            )
        ).inserted_primary_key  # fmt: skip
        assert notice is not None
        uow.connection.execute(
            schema.outbox_notice.insert().values(outbox_id=row.id, notice_id=notice[0])
        )

    def rows(uow: UnitOfWork) -> list[object]:
        return list(uow.connection.execute(schema.outbox.select()))

    await it.unit(work)


async def test_within_its_window_a_message_goes(settings: Settings) -> None:
    async with office(settings) as it:
        channel = give(it, window)
        await it.queue("a", "reply")
        await it.pass_time(0)
        assert channel.texts() == ["reply"]
        assert channel.asked == [Kind.REPLY]


async def test_after_its_window_a_reminder_ends_on_the_call_list(settings: Settings) -> None:
    async with office(settings) as it:
        channel = give(it, window)
        await it.queue("a", "reminder", Kind.REMINDER, not_before=NOW + timedelta(hours=49))
        await carry_notice(it, "reminder")
        await it.pass_time(49 * 3600)
        assert channel.tried == []
        row = await it.row("reminder")
        assert row.state == "failed"
        assert "48 hours are over" in str(row.reason)
        states = await it.unit(
            lambda uow: list(uow.connection.execute(schema.notice.select()).mappings())
        )
        assert [each["state"] for each in states] == ["to_call"]
        # The next message of the person opens the window again.
        await it.unit(lambda uow: uow.accounts.update(1, last_seen_at=it.clock.now()))
        await it.queue("a", "reply")
        await it.pass_time(0)
        assert channel.texts() == ["reply"]


async def test_a_quota_that_is_used_up_is_waited_for_if_that_is_worth_it(
    settings: Settings,
) -> None:
    async with office(settings) as it:
        morning = NOW + timedelta(hours=20)
        channel = give(
            it,
            lambda _who, at: (
                ALWAYS
                if at >= morning
                else Permission(False, again_at=morning, reason="out of quota")
            ),
        )
        await it.queue("a", "reminder", Kind.REMINDER)
        await it.queue("b", "soon over", Kind.REMINDER, expires_at=NOW + timedelta(hours=1))
        await it.pass_time(0)
        assert (await it.row("soon over")).state == "failed"
        waits = await it.row("reminder")
        assert (waits.state, waits.attempt) == ("queued", 0)
        assert waits.not_before == morning
        await it.pass_time(20 * 3600 - 1)
        assert channel.tried == []
        await it.pass_time(1)
        assert channel.texts() == ["reminder"]


async def test_what_would_cost_is_not_sent_by_itself(settings: Settings) -> None:
    async with office(settings) as it:
        channel = give(it, lambda _who, _at: Permission(price=55))
        await it.queue("a", "reminder", Kind.REMINDER)
        await it.pass_time(0)
        assert channel.tried == []
        row = await it.row("reminder")
        assert (row.state, row.reason) == ("failed", "it may not be sent any more: it would cost")


async def test_the_window_is_asked_about_the_moment_at_which_it_leaves(settings: Settings) -> None:
    """A message that is claimed ahead of its pace leaves later than it is claimed."""
    async with office(settings, pace=QUICK) as it:
        soon = NOW + timedelta(seconds=0.05)
        channel = give(it, lambda _who, _at: Permission(until=soon))
        it.pace = QUICK
        await it.unit(lambda uow: uow.paces.set_channel("telegram", NOW + timedelta(seconds=0.09)))
        it.sender = it.new_sender()
        await it.queue("a", "reply")
        stop = asyncio.Event()
        serving = asyncio.create_task(it.sender.serve(stop.is_set))
        for _ in range(200):
            if (await it.row("reply")).state == "failed":
                break
            await asyncio.sleep(0)
        stop.set()
        it.sender.wake()
        await serving
        assert (await it.row("reply")).state == "failed"
        assert channel.tried == []
