"""Who was shown whom is noted: the person may ask, an incident asks, the operator reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot import buttons
from bot.handlers import guards
from bot.handlers.registry import ACTIONS
from tests.command_line import run
from tests.conftest import Talk
from tests.handlers.pressing import every_press, press_all
from tests.handlers.test_events import screen

CLUB = "26686-01"


def looks(talk: Talk) -> list[tuple[object, ...]]:
    return talk.sql("select what, account_id is null from access order by id")


@pytest.mark.parametrize("typed", ["ai đã xem thông tin của tôi?", "ai coi thong tin cua toi"])
def test_she_may_ask_who_saw_her(club: Talk, typed: str) -> None:
    assert "chưa có ai mở xem" in club.text("sau", typed)[0]
    screen(club, "Thành viên (0 người chờ)", "Xem danh sách")
    screen(club, "Thành viên (0 người chờ)", "Xem danh sách")
    assert looks(club) == [("names", 0)]
    said = club.text("sau", typed)[0]
    assert "01/12/2026: tu, xem danh sách tên" in said


def test_exports_and_papers_are_noted_with_who_stands_in_them(club: Talk, tmp_path: Path) -> None:
    url = club.settings.database_url
    assert run("export-roster", str(tmp_path / "a.csv"), "--club", CLUB, url=url).returncode == 0
    out = str(tmp_path / "papers")
    done = run("documents", "--club", CLUB, "--step", "founding_members", "--out", out, url=url)
    assert done.returncode == 0, done.stderr
    assert ("list", 1) in looks(club)
    assert ("paper.founding_member_list", 1) in looks(club)
    assert not any("processing" in str(what) for what, _ in looks(club))
    told = run("accesses", "--club", CLUB, url=url).stdout.splitlines()
    assert told[0] == "2026-12-01T08:00+07:00\toperator\tlist\t1\t001"
    only = run("accesses", "--club", CLUB, "--member", f"{CLUB}-001", url=url)
    assert len(only.stdout.splitlines()) == len(told)
    assert run("accesses", "--club", CLUB, "--member", "x", url=url).returncode == 1
    assert (
        "người quản trị máy, lấy danh sách ra tệp"
        in club.text("sau", "ai đã xem thông tin của tôi")[0]
    )


def test_it_is_forgotten_with_her_and_after_a_year(club: Talk) -> None:
    screen(club, "Thành viên (0 người chờ)", "Xem danh sách")
    club.text("sau", "thông tin của tôi")
    club.press("sau", "Xóa", "Xóa hết")
    assert looks(club) == []


def test_it_is_forgotten_after_a_year(club: Talk) -> None:
    screen(club, "Thành viên (0 người chờ)", "Xem danh sách")
    club.at("2027-11-30T09:00:00")
    assert looks(club) == [("names", 0)]
    club.at("2027-12-02T09:00:00")
    assert looks(club) == []


# Every screen and file that shows names to those who organise

STAFF = (
    guards.organiser,
    guards.organiser_of_member,
    guards.organiser_of_occurrence,
    guards.organiser_of_event,
    guards.organiser_of_notice,
    guards.organiser_or_coordinator,
    guards.organiser_of_answer,
    guards.in_charge_of_enquiry,
    guards.speaks_for_or_organises,
    guards.decides_request,
    guards.answers_claim,
    guards.coordinator,
    guards.coordinator_of,
    guards.coordinator_of_standing,
)


NOTED = "select full_name from access join person on person.id = person_id"
FILES = {buttons.SendPaper, buttons.SendMaterial, buttons.GetList}
"""Tried above: a paper takes its time."""
SAID_BACK = {
    buttons.Approve, buttons.Refuse, buttons.RefusalReason, buttons.Same, buttons.Different,
    buttons.AnswerClaim, buttons.DeathOf, buttons.Deceased, buttons.ChangeState, buttons.NoteAnswer,
    buttons.NoteConsent, buttons.MemberWish, buttons.DecideRequest, buttons.Called,
    buttons.CallLater, buttons.AnswerFor, buttons.Correct,
}  # fmt: skip
"""What is done to one whom a screen or a letter has shown: his name is said back."""


def test_whoever_is_named_to_an_organiser_was_noted_as_seen(busy: Talk) -> None:
    """Presses every button of staff, so that nobody forgets to note what a new one shows."""
    unnoted, named = [], set()
    people = {name for (name,) in busy.sql("select full_name from person") if name}
    for kind, action in ACTIONS.items():
        if action.guard not in STAFF or kind in SAID_BACK | FILES:
            continue
        busy.sql_write("delete from access")
        heard = press_all(busy, "tu", list(every_press(busy, [kind])))
        words = json.dumps([each for each in heard if each["to"] == "tu"], ensure_ascii=False)
        seen = {name for name in people if name in words}
        noted = {name for (name,) in busy.sql(NOTED)}
        named |= seen
        unnoted += [(kind.__name__, name) for name in seen - noted]
    assert sorted(unnoted) == []
    assert named == people
