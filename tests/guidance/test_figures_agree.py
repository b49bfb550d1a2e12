"""What the plan, the rules and the papers count by is what the facts say."""

from __future__ import annotations

import re

import pytest

from bot.documents.texts import FOLDER
from bot.domain.criteria import OLDER, OLDER_IN_CLUBS
from bot.guidance.facts import load_facts
from bot.plan.loader import load_plan

CRITERIA = {
    "members_total": ("club-members", 1),
    "share_older": ("club-share-older", 100),
    "share_women": ("club-share-women", 100),
    "share_younger": ("club-share-younger", 100),
}
LOWEST = {
    "board_women": ("board-women-share", 100),
    "homecare_volunteers": ("homecare-volunteers-min", 1),
    "economic_volunteers": ("economic-volunteers-min", 1),
    "income_fund_start": ("income-fund-start", 0.000001),
}


def numbers(name: str, language: str = "vi") -> list[int]:
    words = re.sub(r"\(.*?\)", "", load_facts()[name].words[language])
    return [int(each) for each in re.findall(r"\d+", words)]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("key", CRITERIA)
def test_a_criterion_has_the_bounds_of_its_fact(key: str, language: str) -> None:
    name, unit = CRITERIA[key]
    criterion = load_plan().criteria[key]
    bounds = [round((each or 0) * unit) for each in (criterion.low, criterion.high)]
    assert bounds == numbers(name, language)


@pytest.mark.parametrize("key", LOWEST)
def test_a_criterion_has_the_least_of_its_fact(key: str) -> None:
    name, unit = LOWEST[key]
    assert [round((load_plan().criteria[key].low or 0) * unit)] == numbers(name)


def test_boards_have_as_many_as_the_fact_says() -> None:
    criterion = load_plan().criteria["board_size"]
    assert [criterion.target] == numbers("board-size")


def test_ages_are_those_of_the_facts() -> None:
    assert numbers("older-person-age") == [OLDER]
    assert numbers("preferred-from-age") == [OLDER_IN_CLUBS]


def test_papers_state_no_other_age() -> None:
    known = {OLDER, OLDER_IN_CLUBS}
    for path in FOLDER.glob("*.md"):
        ages = re.findall(r"(\d+) tuổi", path.read_text(encoding="utf-8"))
        assert {int(each) for each in ages} <= known, path.name
