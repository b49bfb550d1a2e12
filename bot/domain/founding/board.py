"""The board: who stands for it, who was elected, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.domain.founding.facts import FoundingFacts, StepData
from bot.domain.founding.fields import BOARD_USUAL, NEEDED_POSTS, POSTS
from bot.domain.founding.names import F
from bot.domain.founding.steps import K


def open_posts(people: Iterable[StepData]) -> list[str]:
    """The needed posts for which nobody stands."""
    held = {each.get(F.POST) for each in people}
    return [post for post in NEEDED_POSTS if post not in held]


def persons(people: Iterable[StepData]) -> set[int]:
    """The persons of a board's entries."""
    return {each[F.MEMBER]["person"] for each in people if each.get(F.MEMBER)}


def willing(data: StepData) -> list[StepData]:
    """The candidates who said yes."""
    return [each for each in data.get(F.CANDIDATES) or [] if each.get(F.AGREED)]


def can_be_taken_over(data: StepData, size: int) -> bool:
    """Whether the willing candidates are a whole board: the election may have confirmed them."""
    people = willing(data)
    posts = [each[F.POST] for each in people if each[F.POST] in NEEDED_POSTS]
    return (
        len(people) == len(persons(people)) == size
        and not open_posts(people)
        and len(posts) == len(set(posts))
    )


def board_warnings(people: Iterable[StepData], sexes: Mapping[int, str | None]) -> list[str]:
    """What speaks against a board without forbidding it: keys of remarks.

    The chair has another heavy post; chair and treasurer are one person; fewer than half of
    those whose sex is known are women (HelpAge's advice on boards).
    """
    entries = [each for each in people if each.get(F.MEMBER)]
    by_post = {
        post: {each[F.MEMBER]["person"] for each in entries if each.get(F.POST) == post}
        for post in POSTS
    }
    found = []
    if any(each.get(F.BUSY) for each in entries):
        found.append("busy_chair")
    if by_post["chair"] & by_post["treasurer"]:
        found.append("one_person")
    known = [sexes.get(person) for person in sorted(persons(entries)) if sexes.get(person)]
    if known and known.count("female") * 2 < len(known):
        found.append("few_women")
    return found


BOARD_REMARKS = ("busy_chair", "one_person", "few_women")


def board_size(facts: FoundingFacts) -> int:
    """How many people the club's draft rules want on the board."""
    return int(facts.data.get(K.DRAFT_RULES, {}).get(F.BOARD_SIZE) or BOARD_USUAL)


def posts_held_twice(people: Iterable[StepData]) -> list[str]:
    """The posts of which there is one, held by more than one person."""
    held = [each.get(F.POST) for each in people]
    return [post for post in NEEDED_POSTS if held.count(post) > 1]


def untrained(facts: FoundingFacts) -> list[StepData]:
    """Chair, secretary and treasurer who did not take part: entries of the election."""
    elected = facts.data.get(K.FOUNDING_MEETING, {}).get(F.ELECTED) or []
    trained = persons(facts.data.get(K.BOARD_TRAINING, {}).get(F.PARTICIPANTS) or [])
    return [
        each
        for each in elected
        if each.get(F.POST) in NEEDED_POSTS and each[F.MEMBER]["person"] not in trained
    ]
