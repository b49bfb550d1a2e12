"""Who blocks the bot: told to the organiser once, by name, and reached again after writing."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.app import Program
from bot.channels.script import NAME
from bot.messages import Address, Inbound, Incoming
from bot.storage.unit_of_work import UnitOfWork
from tests.conftest import Talk
from tests.handlers.test_events import CLUB, reminders, screen, set_event
from tests.handlers.test_pipeline import with_program
from tests.handlers.test_registration import myself

WORDS = "không nhận tin của em nữa"


@pytest.fixture
def club(talk: Talk) -> Talk:
    """A club with a member and a monthly meeting."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "sáng thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3")
    return talk


def told(talk: Talk) -> list[str]:
    return [line["text"] for line in talk.said if line["to"] == "tu" and WORDS in line["text"]]


def test_the_organiser_is_told_once_by_name(club: Talk) -> None:
    club.play([{"from": "sau", "block": True}])
    club.at("2027-03-10T08:00:00")
    (text,) = told(club)
    assert "Nguyễn Thị Sáu" in text
    assert CLUB in text
    assert {reason for (reason,) in club.sql("select reason from notice")} == {"unreachable"}
    assert {state for (state,) in club.sql("select state from notice")} <= {"to_call", "expired"}


def test_nothing_is_tried_while_the_account_is_blocked(club: Talk) -> None:
    club.play([{"from": "sau", "block": True}])
    club.at("2027-01-10T08:00:00")
    tried = club.sql("select count(*) from outbox where kind = 'reminder' and attempt > 0")
    assert tried == [(1,)]


def test_the_next_message_opens_the_account_again(club: Talk) -> None:
    club.play([{"from": "sau", "block": True}])
    club.at("2026-12-03T08:00:00")
    club.play([{"from": "sau", "block": False}])
    club.text("sau", "menu")
    assert club.sql("select blocked_at from account where external_id = 'sau'") == [(None,)]
    assert reminders(club.at("2026-12-05T07:00:00")) == ["2026-12-04T17:00"]
    club.play([{"from": "sau", "block": True}])
    club.at("2027-02-10T08:00:00")
    assert len(told(club)) == 2


def test_a_block_that_the_platform_reports_counts_at_once(club: Talk) -> None:
    club.at("2026-12-02T07:30:00")

    async def work(program: Program) -> None:
        for key in ("b1", "b2"):
            block = Inbound(Address(NAME, "sau"), Incoming.BLOCK, update_key=key)
            await program.pipeline.receive([block])
            await program.settle()

    sent = with_program(club, work)
    assert [line["to"] for line in sent if WORDS in line["text"]] == ["tu"]
    assert [line for line in sent if line["to"] == "sau"] == []
    assert club.sql("select blocked_at from account where external_id = 'sau'") != [(None,)]


def test_what_waits_for_a_blocked_account_fails_visibly(club: Talk) -> None:
    async def work(program: Program) -> None:
        block = Inbound(Address(NAME, "sau"), Incoming.BLOCK, update_key="b1")
        await program.pipeline.receive([block])
        await program.settle()

        def queue(uow: UnitOfWork) -> None:
            account = uow.accounts.find(Address(NAME, "sau"))
            assert account is not None
            uow.outbox.add(account.id, NAME, key="late", kind="notice", text="late")

        await program.database.run(queue)
        await program.settle()

    assert "late" not in [line["text"] for line in with_program(club, work)]
    assert club.sql("select state, reason from outbox where key = 'late'") == [
        ("failed", "blocked")
    ]


def test_the_organisers_numbers_are_a_count_of_the_notices(club: Talk) -> None:
    myself(club, "bay", "Trần Thị Bảy", "1950")
    club.press("tu", "Nhận")
    club.play([{"from": "sau", "block": True}])
    club.at("2026-12-04T18:00:00")
    screen(club, "Lịch sinh hoạt")
    said = club.press("tu", next(each for each in club.buttons("tu") if "05/12/2026" in each))
    states = Counter(
        state
        for (state,) in club.sql(
            "select notice.state from notice join occurrence on occurrence.id = subject_id"
            " where nominal_on = '2026-12-05'"
        )
    )
    assert states == {"sent": 2, "to_call": 1, "expired": 1}
    assert "Tin nhắc: 2 đã gửi, 1 phải gọi điện và 1 quá giờ." in "\n".join(said)
