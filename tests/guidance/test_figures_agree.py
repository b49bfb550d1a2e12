"""What the plan, the rules and the papers count by is read from the facts: written once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bot.documents.papers import PAPERS
from bot.documents.texts import FOLDER, PaperTextError, read_text
from bot.domain.criteria import OLDER, OLDER_IN_CLUBS
from bot.facts import FACTS_FILE, FactError, figure, load_facts
from bot.guidance.articles import load_articles
from bot.plan.loader import _FOLDER as PLANS
from bot.plan.loader import PlanError, load_plan


@pytest.mark.parametrize(
    ("key", "bounds"),
    [
        ("members_total", (50, 70)),
        ("share_older", (0.6, 0.7)),
        ("share_women", (0.6, 0.7)),
        ("share_younger", (0.3, 0.4)),
        ("share_disadvantaged", (0.6, 0.7)),
        ("board_size", (3, 9)),
        ("board_women", (0.5, None)),
        ("income_fund_start", (20_000_000, None)),
    ],
)
def test_a_criterion_has_the_bounds_of_its_fact(
    key: str, bounds: tuple[float, float | None]
) -> None:
    criterion = load_plan().criteria[key]
    assert (criterion.low, criterion.high) == bounds


def test_the_plan_names_a_fact_for_every_number_but_its_own_proposals() -> None:
    """What no article and no paper states stands in the plan alone: marked, or clubs' own shares."""
    alone = {"share_55_plus", "culture_team", "meetings_per_month"}
    for path in PLANS.glob("*.toml"):
        place = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                place = line.strip("[]").removeprefix("criteria.")
            elif re.match(r"(target\w*|low|high|after_months|ask_below) = [\d.]", line):
                assert "[?]" in line or place in alone, (path.name, place, line)


def test_the_targets_are_those_that_the_articles_state() -> None:
    plan = load_plan()
    assert (plan.target_clubs, plan.target_members) == (15, 20_000)
    stated = load_articles()["vi", "province-plan"].text
    assert "ít nhất 15 câu lạc bộ" in stated
    assert "khoảng 20.000 thành viên" in stated
    national = load_plan(PLANS / "national-2035.toml")
    assert (national.target_clubs, national.milestones) == (12_000, ((2030, 6_000),))


def test_a_fact_that_a_plan_names_and_nobody_knows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    head = '[plan]\nid = "a"\nname = "A"\ndecision = "1"\nfrom_year = 2025\nto_year = 2030\n'
    path.write_text(f'{head}target_clubs = "no-such"\n', encoding="utf-8")
    with pytest.raises(PlanError, match=r"plan\.target_clubs: no-such: no such figure"):
        load_plan(path)
    with pytest.raises(FactError):
        figure("club-members.cited")


def test_ages_are_those_of_the_law_and_of_clubs() -> None:
    assert (OLDER, OLDER_IN_CLUBS) == (60, 55)
    assert "đủ 60 tuổi" in load_facts()["older-person-age"].words["vi"]


NUMBERING = re.compile(
    r"(?:^|\] )\d+\. |^@rows \w+ \d+$|\{[a-z0-9_]+(?::\d+)?\}| \d+ \||\^\d\. |ô \d(?:, \d)*",
    re.MULTILINE,
)
"""What isn't read as a figure: numbers of clauses and columns, widths, lengths of dots."""


@pytest.mark.parametrize("code", PAPERS)
def test_a_paper_has_no_figure_that_is_not_a_fact(code: str) -> None:
    body = (FOLDER / f"{code}.vi.md").read_text(encoding="utf-8").split("\n+++\n", 1)[1]
    bare = NUMBERING.sub("", re.sub(r"\{[a-z]+(?:-[a-z0-9]+)+(?:\.\w+)?\}", "", body))
    assert not re.search(r"\d", bare), bare


def test_a_paper_says_the_words_of_its_facts() -> None:
    lines = [line.text for block in read_text("founding_request").blocks for line in block.lines]
    assert any("Người cao tuổi (từ 60 tuổi trở lên)" in line for line in lines)
    grounds = next(line for line in lines if line.startswith("Căn cứ"))
    assert grounds.startswith(
        "Căn cứ Luật Người cao tuổi năm 2009, Quyết định số 1648/QĐ-TTg ngày 01 tháng 8 năm 2025 "
        "của Thủ tướng Chính phủ về Đề án nhân rộng câu lạc bộ liên thế hệ tự giúp nhau đến năm "
        "2035, kế hoạch số"
    )


def test_a_paper_that_names_a_part_no_fact_has_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.vi.md"
    path.write_text("+++\n[words]\n+++\nTừ {roster-age.cited} trở lên.\n", encoding="utf-8")
    with pytest.raises(PaperTextError, match=r"roster-age\.cited"):
        read_text("a", path)


def test_every_fact_is_used_somewhere() -> None:
    root = FOLDER.parents[1]
    texts = [*root.glob("guidance/articles/*/*.md"), *root.glob("documents/**/*.md")]
    texts += [*PLANS.glob("*.toml"), root / "domain" / "criteria.py"]
    used = {
        name
        for path in texts
        for name in re.findall(r'[{"]([a-z0-9-]+)(?:\.\w+)?[}"]', path.read_text(encoding="utf-8"))
    }
    assert set(load_facts()) - used == set()


def test_words_take_their_numbers_from_beside_them() -> None:
    rows = tomllib.loads(FACTS_FILE.read_text(encoding="utf-8"))
    for name, row in rows.items():
        for key in ("low", "high"):
            if key in row:
                said = row["vi"], row["en"]
                assert all(f"{{{key}}}" in each for each in said), name
                assert all(str(row[key]) not in each for each in said), name


def test_no_figure_of_one_source_stands_in_two_facts() -> None:
    """The same number with the same words around it is one fact, named twice.

    But where two things happen to be alike: each may change without the other.
    """
    alike = [
        ["club-share-older", "club-share-women"],
        ["social-pension-monthly", "allowance-standard"],
    ]
    known: dict[tuple[str, ...], list[str]] = {}
    for name, fact in load_facts().items():
        said = tuple(re.sub(r"\(.*?\)|[^\w\d]+", " ", fact.words["vi"].lower()).split())
        known.setdefault((*said, fact.source.split(",")[0][:24].lower()), []).append(name)
    assert [names for names in known.values() if len(names) > 1] == alike
