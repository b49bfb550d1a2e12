"""Consents as they stand on either database: paused by an objection, used again, withdrawn."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.settings import Settings
from bot.storage import schema
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import NOW, in_database

CLUB, OTHER = 1, 2


def agreed(uow: UnitOfWork) -> int:
    """Somebody who agreed to two uses in either club."""
    for club in (CLUB, OTHER):
        row: dict[str, Any] = {
            "id": club, "code": f"26686-0{club}", "unit_code": "26686", "hamlet": "ấp Hải Lạc",
            "name": f"CLB {club}", "name_folded": f"clb {club}", "join_code": f"ABCDE{club}",
            "stage": "preparing", "created_at": NOW,
        }  # fmt: skip
        uow.connection.execute(sa.insert(schema.club).values(row))
    person = uow.people.add(full_name="Nguyễn Thị Sáu")
    for club in (CLUB, OTHER):
        for purpose in ("roster", "reminders"):
            uow.people.add_consent(
                person, club, purpose, agreed=True, words=f"registration.{purpose}.ask",
                words_version="0" * 12, way="press", answered_on=NOW.date(),
            )  # fmt: skip
    return person


def test_an_objection_pauses_its_own_uses_until_it_is_decided(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        uow = uow.at(NOW)
        people, person = uow.people, agreed(uow)

        def used() -> list[tuple[int, str]]:
            return [
                (club, purpose)
                for club in (CLUB, OTHER)
                for purpose in ("roster", "reminders")
                if people.agrees(person, club, purpose)
                and people.agreeing(club, purpose) == {person}
            ]

        everything = [
            (CLUB, "roster"),
            (CLUB, "reminders"),
            (OTHER, "roster"),
            (OTHER, "reminders"),
        ]
        assert used() == everything
        people.pause(7, person, ["reminders"], club_id=CLUB)
        assert used() == [each for each in everything if each != (CLUB, "reminders")]
        # Another objection takes over nothing that an earlier one has stopped, and ends none of it.
        people.pause(8, person, ["roster", "reminders"], club_id=None)
        assert used() == []
        people.end_pause(8)
        assert used() == [each for each in everything if each != (CLUB, "reminders")]
        # What was withdrawn meanwhile isn't used again by a no.
        people.withdraw(person, "reminders", club_id=CLUB)
        people.end_pause(7)
        assert used() == [each for each in everything if each != (CLUB, "reminders")]

    in_database(settings, work)
