"""What the rules need to know of a founding, read from the database."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from bot.domain.criteria import Measures, MemberFacts, composition_of
from bot.domain.founding import FoundingFacts, StepKey, StepState
from bot.domain.membership import MembershipState
from bot.storage.founding import folded
from bot.storage.records import Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject


def load_data(uow: UnitOfWork, club_id: int) -> dict[str, JsonObject]:
    """The founding's data by step and field; a list's entries in order, with their numbers."""
    data = uow.founding.data(club_id)
    return {step: folded(found) for step, found in groupby(data, key=lambda datum: datum.step)}


def facts_of(uow: UnitOfWork, club: Club, today: date) -> FoundingFacts:
    """What the rules need to know of a founding."""
    rows = uow.founding.steps(club.id)
    return FoundingFacts(
        data={StepKey(step): fields for step, fields in load_data(uow, club.id).items()},
        members_counted=uow.clubs.count(club.id, [MembershipState.ACTIVE]),
        skipped=frozenset(
            StepKey(key) for key, row in rows.items() if row.state == StepState.SKIPPED
        ),
        review=frozenset(
            StepKey(key) for key, row in rows.items() if row.state == StepState.REVIEW
        ),
        today=today,
    )


def member_facts(membership: Membership, person: Person) -> MemberFacts:
    """A member as the criteria see him."""
    return MemberFacts.of(person.birth_year, person.sex, membership.circumstances)  # type: ignore[arg-type]


def measures_of(uow: UnitOfWork, club: Club, year: int) -> Measures:
    """The shares of a club's members and board."""
    return Measures.of(
        composition_of(uow.clubs.facts(club.id), year),
        composition_of(uow.clubs.board_facts(club.id), year),
    )


def steps_counted(uow: UnitOfWork, club_id: int) -> tuple[int, int]:
    """How many steps of a founding are done, and how many were passed over."""
    found = [row.state for row in uow.founding.steps(club_id).values()]
    return found.count(StepState.DONE), found.count(StepState.SKIPPED)
