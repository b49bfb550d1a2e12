"""A club rests, ends and goes on: by its coordinator, at an organiser's wish, or by the operator."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.standings import Becomes
from bot.handlers.acting import Acting, Refused
from bot.handlers.standing import commands
from bot.messages import Address
from bot.plan.loader import load_plan
from bot.storage.unit_of_work import UnitOfWork
from tests.command_line import one_line, run
from tests.conformance.test_storage import in_database
from tests.conftest import Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself

CLUB = "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc"
REASON = "Qua Tết mới họp lại"


@pytest.fixture
def office(talk: Talk) -> Talk:
    """tu organises a club of Đất Đỏ with a meeting to come, sau is a member, minh coordinates."""
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="dat-do")}])
    talk.text("minh", "Trần Văn Minh")
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    return talk


def club(talk: Talk) -> tuple[Any, ...]:
    return talk.sql("select stage, closed from club")[0]


def decide(talk: Talk, what: str, *, reason: str = REASON) -> list[str]:
    """minh decides, up to the question whether he is sure."""
    talk.text("minh", "26686-01")
    talk.press(
        "minh", "Cho hoạt động lại" if what == "Hoạt động lại" else "Tạm nghỉ hoặc đóng câu lạc bộ"
    )
    talk.press("minh", what.lower())
    return talk.text("minh", reason)


def heard(talk: Talk, who: str, before: int) -> list[str]:
    return [line["text"] for line in talk.said[before:] if line["to"] == who]


def test_a_coordinator_sees_a_club_and_lets_it_rest_in_two_steps(office: Talk) -> None:
    office.text("minh", "báo cáo")
    office.press("minh", "Xem một câu lạc bộ", CLUB)
    assert "Mã 26686-01" in office.last("minh")
    said = decide(office, "Tạm nghỉ")
    assert "ngưng nhắc lịch, 1 thành viên được báo" in said[-2]
    assert "chắc" in said[-1]
    assert club(office) == ("preparing", None)
    before = len(office.said)
    office.press("minh", "Có")
    assert club(office) == ("paused", "paused")
    (told,) = heard(office, "sau", before)
    assert "tạm nghỉ một thời gian. Lý do: Qua Tết mới họp lại" in told
    (told,) = heard(office, "tu", before)
    assert "Người quyết định: Trần Văn Minh" in told
    office.text("minh", "26686-01")
    assert "Ngày 01/12/2026 Trần Văn Minh ghi: tạm nghỉ" in office.last("minh")


def test_a_no_leaves_it_as_it_is(office: Talk) -> None:
    decide(office, "Tạm nghỉ")
    assert "vẫn như cũ" in office.press("minh", "Không")[0]
    assert club(office) == ("preparing", None)
    assert office.sql("select count(*) from standing") == [(0,)]


def test_nobody_is_reminded_of_what_a_resting_club_had_planned(office: Talk) -> None:
    decide(office, "Tạm nghỉ")
    office.press("minh", "Có")
    before = len(office.said)
    office.at("2027-03-01T08:00:00")
    assert [line["kind"] for line in office.said[before:] if line["to"] == "sau"] == []
    assert not [line for line in office.said[before:] if line["kind"] in ("reminder", "nudge")]
    assert office.sql("select count(*) from occurrence where state = 'planned'") == [(0,)]


def test_a_day_that_people_know_of_is_called_off_without_another_word(office: Talk) -> None:
    office.at("2026-12-17T12:00:00")
    assert office.sql("select count(*) from notice where kind = 'reminder'") == [(1,)]
    before = len(office.said)
    decide(office, "Tạm nghỉ")
    office.press("minh", "Có")
    office.at("2026-12-21T12:00:00")
    assert office.sql("select state from occurrence") == [("cancelled",)]
    assert len(heard(office, "sau", before)) == 1


def test_nobody_joins_and_nothing_is_set_meanwhile(office: Talk) -> None:
    decide(office, "Tạm nghỉ")
    office.press("minh", "Có")
    assert "đang tạm nghỉ" in office.text("la", office.join_code())[0]
    assert (
        "chưa đặt lịch được"
        in office.text("tu", "đặt lịch sinh hoạt thứ bảy 8 giờ ở nhà văn hóa")[-1]
    )


def test_it_goes_on(office: Talk) -> None:
    decide(office, "Tạm nghỉ")
    office.press("minh", "Có")
    before = len(office.said)
    decide(office, "Hoạt động lại", reason="Hết Tết rồi")
    office.press("minh", "Có")
    assert club(office) == ("preparing", None)
    assert "hoạt động lại rồi" in heard(office, "sau", before)[0]
    assert "đặt lịch lại" in heard(office, "tu", before)[0]
    assert "đang tạm nghỉ" not in office.text("la", office.join_code())[0]
    office.text("tu", "đặt lịch sinh hoạt thứ bảy 8 giờ ở nhà văn hóa")
    assert office.sql("select count(*) from due where kind = 'nudge'") != [(0,)]


# What organisers wish


def wish(talk: Talk) -> list[str]:
    talk.text("tu", "menu")
    talk.press("tu", CLUB, "Tạm nghỉ hoặc đóng câu lạc bộ", "tạm nghỉ")
    return talk.text("tu", REASON)


def test_an_organiser_asks_and_the_coordinator_agrees(office: Talk) -> None:
    assert "đã gửi cán bộ" in wish(office)[-1]
    assert club(office) == ("preparing", None)
    assert "xin: tạm nghỉ. Lý do: Qua Tết mới họp lại" in office.last("minh")
    said = office.press("minh", "Đồng ý")
    assert "chắc" in said[-1]
    office.press("minh", "Có")
    assert club(office) == ("paused", "paused")
    assert office.sql("select asked_by != decided_by, agreed from standing") == [(1, 1)]


def test_a_wish_that_is_not_agreed_to(office: Talk) -> None:
    wish(office)
    office.press("minh", "Chưa đồng ý")
    assert "Trần Văn Minh chưa đồng ý" in office.last("tu")
    assert club(office) == ("preparing", None)
    assert "đã có người quyết định" in office.press("minh", "Đồng ý")[0]


def test_one_wish_at_a_time(office: Talk) -> None:
    wish(office)
    office.text("tu", "menu")
    office.press("tu", CLUB)
    assert "đang có một lời xin" in office.press("tu", "Tạm nghỉ hoặc đóng câu lạc bộ")[0]


@pytest.mark.parametrize(
    ("who", "may"), [("tu", False), ("la", False), ("lan", False), ("minh", True)]
)
def test_only_who_coordinates_its_area_decides(office: Talk, who: str, may: bool) -> None:
    office.play([{"from": "lan", "start": office.code("coordinator", area="xuyen-moc")}])
    office.text("la", "chào")

    def work(uow: UnitOfWork) -> None:
        account = uow.accounts.find(Address("script", who))
        acting = Acting(uow, account, load_plan(), office.settings.zone)
        found = uow.clubs.get(1)
        outcome = commands.change(acting, found, Becomes.PAUSED, REASON)
        assert (outcome is Refused.NOT_YOURS) is not may
        asked = commands.ask(acting, found, Becomes.PAUSED, REASON)
        assert isinstance(asked, Refused) is (who != "tu")

    in_database(office.settings, work)
    assert club(office)[1] == ("paused" if may else None)


def test_a_coordinator_of_elsewhere_sees_nothing(office: Talk) -> None:
    office.play([{"from": "lan", "start": office.code("coordinator", area="xuyen-moc")}])
    office.text("lan", "26686-01")
    assert "Mã 26686-01" not in office.last("lan")


@pytest.mark.parametrize(
    "typed",
    ["tạm nghỉ câu lạc bộ", "dong clb", "giải thể câu lạc bộ ấp Hải Lạc", "cho clb tạm nghỉ",
     "mo lai clb"],
)  # fmt: skip
def test_in_words(office: Talk, typed: str) -> None:
    office.text("minh", typed)
    named = "Hải Lạc" in typed
    expected = "Tạm nghỉ hoặc đóng câu lạc bộ" if named else CLUB
    assert expected in office.buttons("minh")
    assert "muốn xin điều gì" in office.text("tu", typed)[-1]


# By the operator


def test_the_operator_closes_and_reopens(office: Talk) -> None:
    url = office.settings.database_url
    wanted = ("close-club", "--club", "2668601", "--as", "given_up", "--reason", "Không đủ người")
    told = run(*wanted, url=url).stdout
    assert "thôi không thành lập" in told.lower()
    assert told.endswith("say it again with --yes\n")
    assert club(office) == ("preparing", None)
    assert run(*wanted, "--yes", url=url).returncode == 0
    assert club(office) == ("given_up", "given_up")
    before = len(office.said)
    office.at("2026-12-01T08:05:00")
    assert "thôi không thành lập nữa. Lý do: Không đủ người" in heard(office, "sau", before)[0]
    assert "Người quyết định: người quản trị" in heard(office, "tu", before)[0]
    assert "can't become given_up now: open" in one_line(run(*wanted, "--yes", url=url))
    assert (
        run(
            "reopen-club", "--club", "26686-01", "--reason", "Đủ người rồi", "--yes", url=url
        ).returncode
        == 0
    )
    assert club(office) == ("preparing", None)


def test_into_which_club_is_told_with_merged_alone(office: Talk) -> None:
    url = office.settings.database_url
    wanted = ["close-club", "--club", "26686-01", "--reason", "Gần nhau"]
    assert run(*wanted, "--as", "merged", url=url).returncode == 2
    assert run(*wanted, "--as", "paused", "--into", "26686-01", url=url).returncode == 2
    office.sql_write("update club set recognised_on = '2026-11-01'")
    merged = [*wanted, "--as", "merged", "--into", "26686-01", "--yes"]
    assert "can't join" in one_line(run(*merged, url=url))


def test_a_club_that_joined_another_shows_the_way_there(office: Talk) -> None:
    office.club("ba", "ấp Phước Lợi")
    office.sql_write("update club set recognised_on = '2026-11-01' where id = 1")
    before = len(office.said)
    office.text("minh", "26686-01")
    office.press("minh", "Tạm nghỉ hoặc đóng câu lạc bộ", "nhập vào câu lạc bộ khác")
    office.press("minh", "CLB Liên thế hệ tự giúp nhau ấp Phước Lợi")
    office.text("minh", "Hai ấp gần nhau")
    office.press("minh", "Có")
    assert club(office)[1] == "merged"
    assert "nhập vào CLB Liên thế hệ tự giúp nhau ấp Phước Lợi" in heard(office, "sau", before)[-1]
    office.press("sau", "Ghi tên vào CLB Liên thế hệ tự giúp nhau ấp Phước Lợi")
    assert "Phước Lợi" in office.last("sau")


def test_what_an_ended_club_was_told_is_forgotten_a_year_later(office: Talk) -> None:
    decide(office, "Thôi không thành lập nữa")
    office.press("minh", "Có")
    office.at("2027-11-20T08:00:00")
    assert office.sql("select count(*) from person where erased_at is not null") == [(0,)]
    office.at("2027-12-05T08:00:00")
    assert office.sql(
        "select count(*) from person where erased_at is null and full_name is not null"
    ) == [(0,)]


def test_of_a_club_that_rests_nothing_is_forgotten(office: Talk) -> None:
    decide(office, "Tạm nghỉ")
    office.press("minh", "Có")
    office.at("2028-01-05T08:00:00")
    assert office.sql("select count(*) from person where erased_at is not null") == [(0,)]
