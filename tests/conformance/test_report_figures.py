"""What the report, the coordinator's chat and the spreadsheet say is what is counted by hand."""

from __future__ import annotations

import io
import re
import shutil
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as given_settings
from hypothesis import strategies as st

from bot.app import operator_words
from bot.documents.workbook import write_workbook
from bot.domain.founding import Stage, StepState
from bot.domain.membership import MembershipState
from bot.handlers.office.report import build_report, by_standing_still
from bot.handlers.office.report_words import as_tables, as_text
from bot.plan.loader import load_plan
from bot.settings import Settings
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database
from tests.conftest import Talk
from tests.examples import examples

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
PLAN = load_plan()
UNITS = {"26680": "dat-do", "26686": "dat-do", "26506": "vung-tau", "10000": None}
"""Communes, each with its area; the last one lies outside the plan."""
ROSTER = ("active", "applied", "unconfirmed", "left")


@dataclass(frozen=True)
class Made:
    """A club of a made-up province."""

    unit: str
    stage: Stage
    recognised: int | None
    """The year of its decision."""
    confirmed: bool
    roster: tuple[str, ...]
    state: StepState | None
    """Of its step "survey", the only one that was looked at."""
    opened: int
    """Days ago, as is `written`."""
    written: int | None

    @property
    def bucket(self) -> str:
        if self.stage in ("given_up", "merged", "dissolved"):
            return "closed"
        if self.stage in ("recognised", "active") or (self.stage == "paused" and self.recognised):
            return "recognised"
        return "founding"

    @property
    def active(self) -> int:
        return 0 if self.bucket == "closed" else self.roster.count("active")

    @property
    def is_worked_on(self) -> bool:
        rests = self.bucket == "closed" or self.stage == "paused"
        return not rests and self.state in ("open", "awaiting", "review")

    @property
    def days_still(self) -> int | None:
        if not self.is_worked_on:
            return None
        return min(self.opened, self.opened if self.written is None else self.written)

    @property
    def waiting_for(self) -> str | None:
        if self.is_worked_on:
            return "commune" if self.state == "awaiting" else "organisers"
        rests = self.stage == "paused" or self.state in ("open", "awaiting", "review")
        unconfirmed = self.bucket == "recognised" and not self.confirmed
        return "coordinator" if unconfirmed and not rests else None


_club = st.builds(
    Made,
    unit=st.sampled_from(tuple(UNITS)),
    stage=st.sampled_from(Stage),
    recognised=st.sampled_from((None, 2018, 2026)),
    confirmed=st.booleans(),
    roster=st.lists(st.sampled_from(ROSTER), max_size=4).map(tuple),
    state=st.sampled_from((None, StepState.OPEN, StepState.AWAITING, StepState.REVIEW,
                           StepState.DONE)),
    opened=st.integers(0, 90),
    written=st.one_of(st.none(), st.integers(0, 90)),
)  # fmt: skip
EXAMPLE = [
    Made("26680", Stage.ACTIVE, 2018, True, ("active", "active", "left"), StepState.DONE, 9, None),
    Made("26686", Stage.RECOGNISED, 2026, False, ("active",), None, 0, None),
    Made("26686", Stage.DISSOLVED, 2018, True, ("active", "applied"), StepState.OPEN, 50, None),
    Made("26506", Stage.PAUSED, None, False, ("active",), StepState.OPEN, 80, 70),
    Made("10000", Stage.RECOGNISED, 2019, True, ("active", "unconfirmed"), None, 0, None),
    Made("10000", Stage.SUBMITTED, None, False, ("applied",), StepState.AWAITING, 40, 12),
    *(Made("26506", Stage.PREPARING, None, False, (), StepState.OPEN, n, None) for n in range(18)),
]
"""Eighteen foundings that were just opened beside what else there may be."""


def _fill(uow: UnitOfWork, clubs: list[Made]) -> None:
    for number, made in enumerate(clubs):
        club = uow.clubs.add(
            unit_code=made.unit, hamlet="ấp", name=f"CLB số {number}.",
            join_code=f"AB{number:04}", created_by=1,
        )  # fmt: skip
        uow.clubs.update(
            club.id,
            stage=made.stage,
            recognised_on=date(made.recognised, 5, 1) if made.recognised else None,
            confirmed_at=NOW if made.confirmed else None,
        )
        for state in made.roster:
            person = uow.people.add(full_name="x")
            uow.clubs.add_member(club, person, state=MembershipState(state), source="organiser")
        if made.state is not None:
            opened = NOW - timedelta(days=made.opened)
            uow.founding.put_step(club.id, "survey", state=made.state, opened_at=opened)
        if made.written is not None:
            then = uow.at(NOW - timedelta(days=made.written))
            then.founding.put(club.id, "survey", "skills", "x", by=None)


def _report(settings: Settings, **more: Any) -> dict[str, Any]:
    plan = more.pop("plan", PLAN)
    found = in_database(
        settings, lambda uow: build_report(uow.at(NOW), plan, settings.zone, **more)
    )
    assert isinstance(found, dict)
    return found


def _by_hand(clubs: list[Made]) -> dict[str, int]:
    buckets = Counter(each.bucket for each in clubs)
    recognised = [each for each in clubs if each.bucket == "recognised"]
    return {
        "clubs": buckets["recognised"],
        "founding": buckets["founding"],
        "closed": buckets["closed"],
        "counted_clubs": len(recognised),
        "members": sum(each.active for each in clubs),
        "counted_members": sum(each.active for each in recognised),
    }


def _agree(settings: Settings, clubs: list[Made]) -> None:
    talk = Talk(settings)
    talk.play([{"from": "ca", "start": talk.code("coordinator")}])
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="dat-do")}])
    in_database(settings, lambda uow: _fill(uow.at(NOW), clubs))
    report = _report(settings)
    _agree_on_the_report(report, clubs)
    for area in ("dat-do", "vung-tau"):
        units = PLAN.units_of(area)
        some = [each for each in clubs if UNITS[each.unit] == area]
        found = _report(settings, units=units)
        (row,) = found["areas"]
        assert {key: row[key] for key in _by_hand(some)} == _by_hand(some)
        assert found["targets"]["clubs"] == row["target_clubs"] == 2
        assert len(found["club_list"]) == len(some)
    anew = _report(settings, plan=replace(PLAN, counts="new"))["targets"]
    assert anew["counted_clubs"] == sum(
        each.bucket == "recognised" and each.recognised in range(2017, 2021) for each in clubs
    )
    _agree_on_the_sheets(settings, report)
    _agree_in_the_chat(talk, "ca", clubs, report["areas"])
    mine = [each for each in clubs if UNITS[each.unit] == "dat-do"]
    _agree_in_the_chat(talk, "minh", mine, [])


def _agree_on_the_report(report: dict[str, Any], clubs: list[Made]) -> None:
    expected = _by_hand(clubs)
    assert report["clubs"] == {
        "founding": expected["founding"],
        "recognised": expected["clubs"],
        "closed": expected["closed"],
    }
    assert report["targets"] == {
        "clubs": 15, "counted_clubs": expected["counted_clubs"],
        "members": 20000, "counted_members": expected["counted_members"],
        "milestones": [],
    }  # fmt: skip
    standing = [each for each in clubs if each.bucket != "closed"]
    for state in ("unconfirmed", "applied", "active"):
        assert report["members"][state] == sum(each.roster.count(state) for each in standing)
    assert report["unknown"]["birth_year"] == expected["members"]
    rows = {row["code"]: row for row in report["areas"]}
    assert [*rows] == [
        *(area.id for area in PLAN.areas),
        *([None] if any(UNITS[each.unit] is None for each in clubs) else []),
    ]
    for code, row in rows.items():
        some = _by_hand([each for each in clubs if UNITS[each.unit] == code])
        assert {key: row[key] for key in some} == some, code
    for key, value in expected.items():
        assert sum(row[key] for row in rows.values()) == value
    lines = {line["name"]: line for line in report["club_list"]}
    assert len(lines) == len(clubs)
    for number, made in enumerate(clubs):
        line = lines[f"CLB số {number}."]
        assert line["area"] == (UNITS[made.unit] or made.unit)
        assert line["members"] == made.active
        assert line["days_since_moved"] == made.days_still
        assert line["waiting_for"] == made.waiting_for
    order = [line["days_since_moved"] for line in by_standing_still(report)]
    moving = [days for days in order if days is not None]
    assert order == [*sorted(moving, reverse=True), *[None] * (len(order) - len(moving))]


def _agree_on_the_sheets(settings: Settings, report: dict[str, Any]) -> None:
    tables = as_tables(report, operator_words(settings))
    content = write_workbook(tables, footer="x", author="x", now=NOW)
    book = openpyxl.load_workbook(io.BytesIO(content))
    summary, areas, clubs, _ = (list(sheet.values) for sheet in book.worksheets)
    told = {row[0]: row[1:] for row in summary}
    for key, words in (("recognised", "đã có quyết định"), ("founding", "đang thành lập"),
                       ("closed", "đã đóng")):  # fmt: skip
        assert told[f"Câu lạc bộ {words}"][0] == report["clubs"][key]
    targets = report["targets"]
    assert told["Câu lạc bộ tính vào mục tiêu"][:2] == (targets["counted_clubs"], 15)
    assert told["Thành viên tính vào mục tiêu"][:2] == (targets["counted_members"], 20000)
    assert told["Thời kỳ"][0] == "2017-2020, đã hết kỳ"
    columns = ("target_clubs", "counted_clubs", "clubs", "founding", "closed", "target_members",
               "counted_members", "members")  # fmt: skip
    assert [row[2:] for row in areas[1:-1]] == [
        tuple(row[name] for name in columns) for row in report["areas"]
    ]
    for column, name in enumerate(columns, 2):
        known = [row[name] for row in report["areas"] if row[name] is not None]
        assert areas[-1][column] == (sum(known) if known else None)
    assert [row[0] for row in clubs[1:-1]] == [line["code"] for line in report["club_list"]]
    assert clubs[-1][0] == len(report["club_list"])
    assert clubs[-1][clubs[0].index("Số thành viên")] == report["members"]["active"]
    text = as_text(tables)
    for line in report["club_list"]:
        assert f"  {line['code']}  {line['name']} · " in text


def _agree_in_the_chat(
    talk: Talk, who: str, clubs: list[Made], areas: list[dict[str, Any]]
) -> None:
    expected = _by_hand(clubs)
    pages = ["\n".join(talk.text(who, "báo cáo"))]
    has_areas = "Theo địa bàn" in talk.buttons(who)
    while "Xem tiếp" in talk.buttons(who):
        pages.append("\n".join(talk.press(who, "Xem tiếp")))
    assert "(2017-2020), đã hết kỳ" in pages[0]
    (counted,) = re.findall(
        r"đã có quyết định (\d+) · đang thành lập (\d+) · đã đóng (\d+) · tính vào mục tiêu (\d+)/",
        pages[0],
    )
    keys = ("clubs", "founding", "closed", "counted_clubs")
    assert counted == tuple(str(expected[key]) for key in keys)
    (members,) = re.findall(r"^Thành viên: .*$", pages[0], re.MULTILINE)
    assert members.startswith(f"Thành viên: {expected['members']} · ")
    # No area of the plan has a target of members of its own.
    assert ("tính vào mục tiêu" in members) is bool(areas)
    if areas:
        assert members.endswith(f"tính vào mục tiêu {expected['counted_members']}/20000")
    shown = [re.findall(r"^- (CLB số \d+\.):", page, re.MULTILINE) for page in pages]
    assert len({name for names in shown for name in names}) == len(clubs)
    assert [len(names) for names in shown[:-1]] == [10] * (len(shown) - 1)
    still = [int(days) for page in pages for days in re.findall(r"(\d+) ngày chưa có gì", page)]
    assert still == sorted((each.days_still for each in clubs if each.days_still is not None),
                           reverse=True)  # fmt: skip
    assert has_areas is (len(areas) > 1)
    if not has_areas:
        return
    talk.text(who, "báo cáo")
    said = "\n".join(talk.press(who, "Theo địa bàn"))
    for area in areas:
        name = area["name"] or "Ngoài các địa bàn của kế hoạch"
        assert (
            f"- {name}: {area['clubs']} câu lạc bộ đã có quyết định, {area['founding']} đang thành "
            f"lập, {area['closed']} đã đóng"
        ) in said


@given_settings(
    max_examples=examples(5),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(clubs=st.lists(_club, max_size=14))
def test_everything_that_is_read_is_what_is_counted_by_hand(
    empty_database: Path, tmp_path: Path, clubs: list[Made]
) -> None:
    path = tmp_path / "province.db"
    for each in tmp_path.glob("province.db*"):
        each.unlink()
    shutil.copyfile(empty_database, path)
    path.chmod(0o600)
    _agree(Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}"), clubs)


@pytest.mark.parametrize("settings", ["sqlite", "postgresql"], indirect=True)
def test_a_province_with_one_of_each_kind(settings: Settings) -> None:
    _agree(settings, EXAMPLE)
