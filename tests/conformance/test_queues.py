"""Inbox, outbox and paces: the same on either database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.messages import Address, Choice, Inbound, Incoming, Priority, Rate
from bot.settings import Settings
from bot.storage import schema
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
LEASE = timedelta(seconds=60)


def update(chat: str, key: str) -> Inbound:
    return Inbound(Address("web", chat), Incoming.TEXT, f"chào {key}", update_key=key)


class Storage:
    """Units of work at moments, on one database."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def at(self, seconds: float = 0) -> UnitOfWork:
        return self._uow.at(NOW + timedelta(seconds=seconds))

    def account(self, chat: str) -> int:
        return self.at().accounts.open(
            Address("web", chat), capabilities="web", language="vi"
        ).id  # fmt: skip

    def queue(self, chat: str, key: str, kind: str = "reply", **more: Any) -> int | None:
        uow = self.at(more.pop("seconds", 0))
        return uow.outbox.add(self.account(chat), "web", key=key, kind=kind, text=key, **more)

    def claim(self, seconds: float = 0, limit: int = 10) -> list[str]:
        return [row.key for row in self.at(seconds).outbox.claim("web", limit, LEASE)]

    def state(self, outbox_id: int | None) -> str:
        assert outbox_id is not None
        row = self.at().outbox.get(outbox_id)
        assert row is not None
        return row.state


def on(settings: Settings, work: Any) -> Any:
    return in_database(settings, lambda uow: work(Storage(uow)))


def test_the_same_update_is_written_down_once(settings: Settings) -> None:
    def work(storage: Storage) -> list[int]:
        inbox = storage.at().inbox
        return [
            inbox.add([update("a", "1"), update("a", "2"), update("a", "1")]),
            inbox.add([update("a", "2")]),
            inbox.add([]),
            len(inbox.history("web", "a")),
        ]

    assert on(settings, work) == [2, 0, 0, 2]


def test_chats_take_turns_each_with_its_oldest_update(settings: Settings) -> None:
    def work(storage: Storage) -> list[str]:
        inbox = storage.at().inbox
        inbox.add([update("b", str(number)) for number in range(4)])
        inbox.add([update("c", "4"), update("a", "5"), update("a", "6")])
        found, served = [], None
        while (row := inbox.next(served)) is not None:
            found.append(Inbound.from_json(row.raw).text.removeprefix("chào "))
            served = (row.channel, row.external_id)
            inbox.close(row.id, "handled")
        return found

    assert on(settings, work) == ["5", "0", "4", "6", "1", "2", "3"]


def test_a_message_comes_back_as_it_was_queued(settings: Settings) -> None:
    def work(storage: Storage) -> None:
        rows = [[Choice("Có", "a/1"), Choice("Không", "a/2")]]
        outbox_id = storage.queue("a", "k", rows=rows, files=[("/x", "Sổ.xlsx")])
        assert storage.queue("a", "k") is None
        (row,) = storage.at().outbox.claim("web", 5, LEASE)
        assert row.id == outbox_id
        assert row.rows == [[["Có", "a/1"], ["Không", "a/2"]]]
        assert row.files == [["/x", "Sổ.xlsx"]]
        assert (row.state, row.attempt, row.lease_until) == ("sending", 1, NOW + LEASE)
        assert (row.not_before, row.expires_at) == (NOW, NOW + timedelta(days=1))
        assert row.channel == "web"

    on(settings, work)


def test_the_most_urgent_go_first_then_the_oldest(settings: Settings) -> None:
    def work(storage: Storage) -> list[str]:
        storage.queue("a", "reminder", "reminder")
        storage.queue("b", "nudge", "nudge")
        storage.queue("c", "today", "reminder", priority=Priority.TODAY)
        storage.queue("d", "cancelled", "notice", priority=Priority.CHANGE)
        storage.queue("e", "reply", seconds=1)
        storage.queue("f", "earlier reply", seconds=0)
        return storage.claim(1, limit=5)

    assert on(settings, work) == ["earlier reply", "reply", "cancelled", "today", "reminder"]


def test_one_message_a_chat_is_on_its_way(settings: Settings) -> None:
    def work(storage: Storage) -> list[list[str]]:
        for key in ("a1", "a2", "b1"):
            storage.queue(key[0], key)
        first = storage.claim()
        second = storage.claim()
        outbox = storage.at().outbox
        outbox.set_sent([(row, "x") for row in outbox.held([1]).values()])
        return [first, second, storage.claim()]

    assert on(settings, work) == [["a1", "b1"], [], ["a2"]]


def test_a_message_waits_for_one_that_is_to_be_tried_again(settings: Settings) -> None:
    def work(storage: Storage) -> list[list[str]]:
        first = storage.queue("a", "first piece")
        storage.queue("a", "second piece")
        storage.claim()
        assert first is not None
        later = NOW + timedelta(seconds=10)
        storage.at().outbox.set(first, "queued", not_before=later)
        return [storage.claim(5), storage.claim(10)]

    assert on(settings, work) == [[], ["first piece"]]


def test_a_reply_does_not_wait_for_a_reminder_of_the_chat(settings: Settings) -> None:
    def work(storage: Storage) -> list[str]:
        storage.queue("a", "tomorrow", "reminder", not_before=NOW + timedelta(days=1))
        storage.queue("a", "reminder", "reminder")
        storage.queue("a", "reply")
        return storage.claim()

    assert on(settings, work) == ["reply"]


def test_what_is_not_due_and_what_is_of_another_channel_stays(settings: Settings) -> None:
    def work(storage: Storage) -> list[list[str]]:
        storage.queue("a", "later", not_before=NOW + timedelta(seconds=5))
        return [
            storage.claim(4),
            [row.key for row in storage.at(5).outbox.claim("zalo", 5, LEASE)],
            storage.claim(5),
        ]

    assert on(settings, work) == [[], [], ["later"]]


def test_a_paused_chat_is_left_out(settings: Settings) -> None:
    def work(storage: Storage) -> list[list[str]]:
        storage.queue("a", "a")
        storage.queue("b", "b")
        storage.at().paces.pause_chat(storage.account("a"), 30)
        return [storage.claim(29), storage.claim(30)]

    assert on(settings, work) == [["b"], ["a"]]


def test_what_a_dead_sender_left_and_what_is_over_is_found(settings: Settings) -> None:
    def work(storage: Storage) -> None:
        left = storage.queue("a", "left")
        over = storage.queue("b", "over", not_before=NOW + timedelta(seconds=1),
                             expires_at=NOW + timedelta(seconds=90))  # fmt: skip
        doubt = storage.queue("c", "doubt", not_before=NOW + timedelta(seconds=1),
                              expires_at=NOW + timedelta(seconds=90))  # fmt: skip
        assert doubt is not None
        storage.at().outbox.set(doubt, "queued", perhaps_at=NOW)
        assert storage.claim() == ["left"]
        outbox = storage.at(59).outbox
        assert not outbox.has_overdue()
        assert outbox.lost() == []
        outbox = storage.at(60).outbox
        assert outbox.has_overdue()
        assert [row.id for row in outbox.lost()] == [left]
        assert outbox.expire() == []
        assert {row.id for row in storage.at(90).outbox.expire()} == {over, doubt}
        assert storage.state(over) == "expired"
        assert storage.state(doubt) == "unknown"

    on(settings, work)


def test_what_waits_for_an_account_ends_at_once(settings: Settings) -> None:
    def work(storage: Storage) -> None:
        one = storage.queue("a", "1")
        two = storage.queue("a", "2", not_before=NOW + timedelta(days=1))
        other = storage.queue("b", "3")
        failed = storage.at().outbox.fail_queued(storage.account("a"), "blocked")
        assert sorted(failed) == [one, two]
        assert [storage.state(each) for each in (one, two, other)] == ["failed", "failed", "queued"]

    on(settings, work)


def test_a_claim_is_known_again(settings: Settings) -> None:
    def work(storage: Storage) -> None:
        storage.queue("a", "1")
        storage.queue("b", "2")
        rows = storage.at().outbox.claim("web", 5, LEASE)
        storage.at().outbox.set_sent([(rows[0], "x")])
        assert [row.key for row in storage.at().outbox.claimed(rows)] == ["2"]
        assert storage.at().outbox.claimed([]) == []

    on(settings, work)


def test_a_channels_moment_is_kept(settings: Settings) -> None:
    def work(storage: Storage) -> None:
        paces = storage.at().paces
        assert paces.channels() == {}
        assert not paces.hold("web")
        paces.pause_channel("web", 10)
        assert paces.hold("web")
        paces.pause_channel("web", 5)
        assert paces.channels() == {"web": NOW + timedelta(seconds=10)}
        paces.pause_channel("web", float("1e12"))
        assert paces.channels() == {"web": NOW + timedelta(days=1)}

    on(settings, work)


def test_chats_take_from_their_buckets(settings: Settings) -> None:
    def work(storage: Storage) -> list[datetime | None]:
        accounts = [storage.account(chat) for chat in ("a", "b")]
        for _ in range(2):
            held = storage.at().accounts.several(accounts)
            storage.at().paces.take(
                [(held[accounts[0]], Rate(1, 2)), (held[accounts[1]], Rate(1, 1))]
            )
        held = storage.at().accounts.several(accounts)
        return [held[each].send_from for each in accounts]

    assert on(settings, work) == [NOW + timedelta(seconds=1), NOW + timedelta(seconds=2)]


@pytest.mark.parametrize("table", ["outbox", "inbox"])
def test_a_key_is_unique_whatever_the_code_does(settings: Settings, table: str) -> None:
    def work(storage: Storage) -> None:
        storage.queue("a", "k")
        storage.at().inbox.add([update("a", "k")])
        chosen = schema.metadata.tables[table]
        connection = storage.at().connection
        row = dict(connection.execute(chosen.select()).mappings().one())
        row.pop("id")
        connection.execute(chosen.insert().values(**row))

    with pytest.raises(Exception, match=r"(?i)unique"):
        on(settings, work)
