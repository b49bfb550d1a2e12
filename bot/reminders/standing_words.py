"""The words for members whose club rests, ends or goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot import buttons
from bot.buttons import Rows
from bot.delivery.naming import contact_of
from bot.reminders.waves import Wave
from bot.speech.translation import About, Listing, Phrase, say
from bot.storage.records import Person, Standing
from bot.storage.unit_of_work import UnitOfWork


class Stands:
    """The words of what became of a club."""

    def __init__(self, uow: UnitOfWork, standing: Standing) -> None:
        self._standing = standing
        self._club = uow.clubs.get(standing.club_id)
        self._into = None if standing.into_id is None else uow.clubs.get(standing.into_id)
        self._contact = contact_of(uow, self._club)

    @classmethod
    def of(cls, uow: UnitOfWork, wave: Wave, _zone: ZoneInfo) -> Stands:
        """The words of a wave of which nothing is at hand."""
        return cls(uow, uow.standings.get(wave.subject_id))

    def text(self, _people: Sequence[Person], names: Mapping[int, About]) -> Phrase:
        """What one account is told, and for whom."""
        return say(
            f"standing.told_{self._standing.becomes}",
            names=Listing(tuple(names.values())),
            club=self._club.name,
            into=self._into.name if self._into else "",
            reason=self._standing.reason,
            contact=self._contact,
        )

    def choices(self, _people: Sequence[Person]) -> Rows:
        """The way into the other club, where it goes on as a part of one."""
        if self._into is None:
            return []
        return [
            [(say("standing.join_into", club=self._into.name), buttons.JoinClub(self._into.id))]
        ]

    def call(self) -> Phrase:
        """What the caller tells."""
        return say(
            f"calls.standing_{self._standing.becomes}",
            club=self._club.name,
            into=self._into.name if self._into else "",
            reason=self._standing.reason,
        )
