"""A founding on which nothing moves: asked about less and less, then those above hear of it."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pytest

from tests.conftest import Talk

BEGUN = date(2026, 12, 1)


@pytest.fixture
def founding(talk: Talk) -> Talk:
    """tu has opened a founding over which minh watches; then nothing moves."""
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    talk.club()
    return talk


def nudges(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [line for line in lines if line["to"] == "tu" and line["kind"] == "nudge"]


def days(lines: list[dict[str, Any]], since: date = BEGUN) -> list[int]:
    return [(date.fromisoformat(line["at"][:10]) - since).days for line in nudges(lines)]


def test_less_and_less_often_then_the_coordinator_then_no_more(founding: Talk) -> None:
    heard = founding.at("2027-12-01T08:00:00")
    assert days(heard) == [7, 14, 30, 60, 90]
    assert len({line["text"] for line in nudges(heard)}) == 1, "one step, not two in turn"
    told = [line for line in heard if line["to"] == "minh"]
    assert [(date.fromisoformat(line["at"][:10]) - BEGUN).days for line in told] == [120]
    assert "đứng ở bước 2" in told[0]["text"]
    assert "120 ngày" in told[0]["text"]
    assert all(
        7 <= datetime.fromisoformat(line["at"]).hour < 21 for line in [*told, *nudges(heard)]
    )


def test_it_counts_anew_when_somebody_goes_on(founding: Talk) -> None:
    founding.at("2027-01-10T22:30:00")
    founding.text("tu", "menu")
    founding.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Các bước thành lập")
    founding.press("tu", "Làm: Xin chủ trương của xã, Hội Người cao tuổi")
    founding.text("tu", "Trần Văn Hòa")
    founding.press("tu", "Đúng rồi")
    founding.text("tu", "menu")
    heard = founding.at("2027-03-20T08:00:00")
    assert days(heard, date(2027, 1, 10))[0] in range(7, 21)
    gaps = days(heard, date(2027, 1, 10))
    assert [later - earlier for earlier, later in pairwise(gaps)] == [7, 16, 30]
    assert all(7 <= datetime.fromisoformat(line["at"]).hour < 21 for line in nudges(heard))


def test_it_begins_again_though_it_was_given_up_asking(founding: Talk) -> None:
    founding.at("2027-07-01T08:00:00")
    founding.text("tu", "menu")
    founding.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Các bước thành lập")
    founding.press("tu", "Làm: Xin chủ trương của xã, Hội Người cao tuổi")
    founding.text("tu", "Trần Văn Hòa")
    founding.press("tu", "Đúng rồi")
    founding.text("tu", "0912 345 678")
    founding.press("tu", "Chưa trả lời", "Hội Người cao tuổi cấp xã", "Đúng hết rồi")
    assert days(founding.at("2027-08-15T08:00:00"), date(2027, 7, 1))


def test_where_no_organiser_can_be_asked_the_coordinator_hears_at_once(founding: Talk) -> None:
    founding.play([{"from": "tu", "block": True}])
    heard = founding.at("2027-06-01T08:00:00")
    assert nudges(heard) == []
    assert len([line for line in heard if line["to"] == "minh"]) == 1
