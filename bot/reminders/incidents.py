"""The words of an incident with people's data, as each account reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.buttons import Rows
from bot.domain.incidents import as_sentence
from bot.reminders.waves import Wave
from bot.speech.show import show_day
from bot.speech.translation import About, Listing, Phrase, say
from bot.storage.data_records import Incident
from bot.storage.records import Person
from bot.storage.unit_of_work import UnitOfWork


class IncidentTold:
    """The words of an incident."""

    def __init__(self, uow: UnitOfWork, incident: Incident, club_id: int, zone: ZoneInfo) -> None:
        self._incident = incident
        self._club = uow.clubs.get(club_id)
        self._zone = zone

    @classmethod
    def of(cls, uow: UnitOfWork, wave: Wave, zone: ZoneInfo) -> IncidentTold:
        """The words of a wave of which nothing is at hand."""
        return cls(uow, uow.incidents.get(wave.subject_id), wave.club_id, zone)

    def text(self, people: Sequence[Person], names: Mapping[int, About]) -> Phrase:
        """What one account is told, and for whom."""
        return self.words(Listing(tuple(names[person.id] for person in people)))

    def words(self, names: object) -> Phrase:
        """The letter with whom it is for."""
        incident = self._incident
        return say(
            "incident.letter",
            club=self._club.name,
            names=names,
            day=show_day(incident.detected_at.astimezone(self._zone).date()),
            kind=say(f"incident.kind.{incident.kind}"),
            nature=as_sentence(incident.nature),
            data=Listing(tuple(say(f"incident.data.{each}") for each in incident.data)),
            measures=as_sentence(incident.measures)
            if incident.measures
            else say("incident.measures_to_come"),
            contact=incident.contact or say("incident.organisers"),
        )

    def choices(self, _people: Sequence[Person]) -> Rows:
        """Nothing is asked."""
        return []

    def call(self) -> Phrase:
        """What the caller tells."""
        incident = self._incident
        return say(
            "calls.say_incident",
            kind=say(f"incident.kind.{incident.kind}"),
            nature=as_sentence(incident.nature),
            data=Listing(tuple(say(f"incident.data.{each}") for each in incident.data)),
        )
