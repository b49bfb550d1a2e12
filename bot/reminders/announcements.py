"""The words of an announcement, as each account reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.buttons import Rows
from bot.reminders.waves import Wave
from bot.speech.translation import About, Listing, Phrase, say
from bot.storage.records import Announcement, Person
from bot.storage.unit_of_work import UnitOfWork


class Announced:
    """The words of an announcement."""

    def __init__(self, uow: UnitOfWork, announcement: Announcement) -> None:
        self._announcement = announcement
        self._club = uow.clubs.get(announcement.club_id)

    @classmethod
    def of(cls, uow: UnitOfWork, wave: Wave, _zone: ZoneInfo) -> Announced:
        """The words of a wave of which nothing is at hand."""
        return cls(uow, uow.announcements.get(wave.subject_id))

    def text(self, people: Sequence[Person], names: Mapping[int, About]) -> Phrase:
        """What one account is told, and for whom."""
        return say(
            "announcement.text",
            club=self._club.name,
            names=Listing(tuple(names[person.id] for person in people)),
            text=self._announcement.text,
        )

    def choices(self, _people: Sequence[Person]) -> Rows:
        """Nothing is asked: a reminder that waits for an answer goes on waiting for it."""
        return []

    def call(self) -> Phrase:
        """What the caller tells."""
        return say("calls.say_announcement", text=self._announcement.text)
