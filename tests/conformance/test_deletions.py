"""A deletion that waits, on either database: everything is put back as it was, or is gone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.domain.due import DueKind
from bot.domain.membership import MembershipState
from bot.domain.requests import RequestKind
from bot.messages import Address
from bot.settings import Settings
from bot.storage import schema
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_consents import CLUB, agreed
from tests.conformance.test_storage import NOW, in_database

DAY = timedelta(days=1)
KEPT = (schema.person, schema.membership, schema.speaks_for, schema.consent, schema.access)


def rows(uow: UnitOfWork) -> list[list[tuple[Any, ...]]]:
    return [
        [
            tuple(row)
            for row in uow.connection.execute(sa.select(table).order_by(*table.primary_key))
        ]
        for table in KEPT
    ]


def known(uow: UnitOfWork) -> tuple[int, int]:
    """Somebody in a club, with all that may be known of her; she and her account."""
    person = agreed(uow)
    uow.people.update(person, birth_year=1948, birth_date=NOW.date(), sex="female")
    membership = uow.clubs.add_member(
        uow.clubs.get(CLUB),
        person,
        state=MembershipState.ACTIVE,
        source="self",
        phone="+84300000001",
    ).id
    address = Address("script", "sau")
    account = uow.accounts.open(address, capabilities="buttons", language="vi").id
    uow.people.speak_for(account, person, "self", is_self=True, told=True)
    uow.due.set(DueKind.UNCONFIRMED, membership, NOW + 30 * DAY)
    uow.accesses.note(account, CLUB, [person], "names")
    return person, account


def delete(uow: UnitOfWork, person: int, account: int) -> int:
    number = uow.requests.add(account, person, RequestKind.DELETE)
    with uow.deletions.put_away(number, person):
        for each in uow.clubs.memberships_of(person):
            uow.clubs.set_state(each.id, MembershipState.LEFT)
        uow.people.withdraw(person, "roster")
        uow.people.erase(person)
    return number


def deleted(uow: UnitOfWork) -> tuple[int, int, int]:
    """Somebody who was deleted just now: the person, his account and the request's number."""
    person, account = known(uow)
    return person, account, delete(uow, person, account)


def test_what_was_emptied_is_put_back_to_the_letter(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        uow = uow.at(NOW)
        person, account = known(uow)
        before = rows(uow)
        number = delete(uow, person, account)
        assert uow.people.get(person).full_name is None
        assert uow.people.of_account(account) == []
        later = uow.at(NOW + DAY - timedelta(seconds=1))
        assert [each.request_id for each in later.deletions.waiting_of(account)] == [number]
        assert later.deletions.spoke(number, account)
        later.deletions.take_back(number)
        assert rows(uow) == before
        membership = uow.clubs.memberships_of(person)[0].id
        assert uow.due.moment(DueKind.UNCONFIRMED, membership) == NOW + 30 * DAY
        assert later.deletions.waiting(number) is None
        assert [each.request_id for each in later.deletions.taken_back()] == [number]

    in_database(settings, work)


def test_after_its_day_it_can_not_be_put_back(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        uow = uow.at(NOW)
        person, account, number = deleted(uow)
        later = uow.at(NOW + DAY)
        assert later.deletions.waiting_of(account) == []
        later.deletions.take_back(number)
        assert uow.people.get(person).full_name is None
        assert later.deletions.end(number) == 0  # It was marked, and holds nothing any more.

    in_database(settings, work)


def test_it_ends_when_its_day_is_over(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        uow = uow.at(NOW)
        _, _, number = deleted(uow)
        assert uow.due.moment(DueKind.DELETION, number) == NOW + DAY
        uow.at(NOW + DAY).deletions.end_those_over()
        assert uow.connection.execute(sa.select(schema.deletion)).all() == []
        assert uow.due.moment(DueKind.DELETION, number) is None

    in_database(settings, work)


def test_a_number_that_was_given_anew_meanwhile_is_left_alone(settings: Settings) -> None:
    """A look of that day took the number of one that was put away."""

    def work(uow: UnitOfWork) -> None:
        uow = uow.at(NOW)
        person, account, number = deleted(uow)
        other = uow.people.add(full_name="Trần Văn Năm")
        uow.connection.execute(
            sa.insert(schema.access).values(
                id=1, at=NOW, account_id=account, club_id=CLUB, person_id=other, what="member"
            )
        )
        uow.deletions.take_back(number)
        whose = sa.select(schema.access.c.person_id).order_by(schema.access.c.person_id)
        assert list(uow.connection.execute(whose).scalars()) == [person, other]

    in_database(settings, work)
