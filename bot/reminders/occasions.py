"""What people are told of an occurrence: that it comes, that it was moved or called off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property, partial
from zoneinfo import ZoneInfo

from bot import buttons
from bot.delivery.naming import contact_of
from bot.reminders.waves import Wave
from bot.speech.show import show_moment
from bot.speech.translation import (
    LANGUAGES,
    About,
    Joined,
    Listing,
    Opening,
    Phrase,
    catalogue,
    say,
)
from bot.storage.records import Club, Event, Occurrence, Person
from bot.storage.unit_of_work import UnitOfWork

REMINDER, CHANGE = "reminder", "change"
"""What a notice of an occurrence is; a change is "moved" or "cancelled" by its lead."""


class Occasion:
    """The words of a wave about an occurrence, and what is known of it when they are said."""

    def __init__(
        self,
        uow: UnitOfWork,
        wave: Wave,
        zone: ZoneInfo,
        event: Event,
        occurrence: Occurrence,
        club: Club,
    ) -> None:
        self._uow = uow
        self._wave = wave
        self._zone = zone
        self.event = event
        self.occurrence = occurrence
        self.club = club

    @classmethod
    def of(cls, uow: UnitOfWork, wave: Wave, zone: ZoneInfo) -> Occasion:
        """The words of a wave of which nothing is at hand."""
        occurrence = uow.events.occurrence(wave.subject_id)
        event, club = uow.events.get(occurrence.event_id), uow.clubs.get(occurrence.club_id)
        return cls(uow, wave, zone, event, occurrence, club)

    def text(self, people: Sequence[Person], names: Mapping[int, About]) -> Phrase:
        """What one account is told about these persons."""
        if self._wave.kind == REMINDER:
            return self._reminder(people, names)
        return self._change(list(names.values()))

    def choices(self, people: Sequence[Person]) -> buttons.Rows:
        """The answers to who comes, where they are asked for."""
        if self._wave.kind == REMINDER:
            return self._reminder_choices(people)
        return answer_choices(self.occurrence.id, people) if self._wave.lead == "moved" else []

    def call(self) -> Phrase:
        """What the caller tells: that it comes, that it is moved or off."""
        return say(
            f"calls.say_{self._wave.lead if self._wave.kind == CHANGE else REMINDER}",
            what=self._what,
            before=self._before,
            when=self._when,
            place=self.occurrence.place,
            bring=self._bring,
        )

    @property
    def _what(self) -> Phrase:
        return say(f"event.kind.{self.event.kind}")

    @property
    def _when(self) -> Phrase:
        return show_moment(self.occurrence.starts_at, self._zone, lunar=True)

    @property
    def _before(self) -> Phrase:
        return show_moment(self.occurrence.moved_from or self.occurrence.starts_at, self._zone)

    @property
    def _bring(self) -> Phrase | str:
        return say("reminder.bring", bring=self.event.bring) if self.event.bring else ""

    @cached_property
    def _contact(self) -> Phrase | str:
        return contact_of(self._uow, self.club)

    @cached_property
    def _answers(self) -> Mapping[int, str]:
        return self._uow.events.answers(self.occurrence.id)

    @property
    def _places_left(self) -> int | None:
        """How many more may come; None where places aren't counted."""
        if self.event.places is None:
            return None
        taken = sum(answer == "yes" for answer in self._answers.values())
        return max(self.event.places - taken, 0)

    def _asked(self, people: Sequence[Person]) -> list[Person]:
        """Of whom it is not known yet whether they come, while there is a place for them."""
        if self._places_left == 0:
            return []
        return [person for person in people if not self._has_answered(person)]

    def _has_answered(self, person: Person) -> bool:
        """Whether somebody said yes or no for the person."""
        return self._answers.get(person.id) in ("yes", "no")

    def _reminder(self, people: Sequence[Person], names: Mapping[int, About]) -> Phrase:
        """Who, what, when, where, what to bring; what was answered; a question.

        Who has answered isn't asked again, and nobody is asked where no place is left.
        """
        event, asked = self.event, self._asked(people)
        tail: list[Phrase] = []
        if asked and self._places_left is not None:
            tail.append(say("reminder.places", count=self._places_left))
        for answer in ("yes", "no"):
            said = tuple(
                names[person.id] for person in people if self._answers.get(person.id) == answer
            )
            if said:
                tail.append(say(f"reminder.said_{answer}", who=Opening(Listing(said))))
        left_out = tuple(
            names[person.id] for person in people if not asked and not self._has_answered(person)
        )
        if left_out:
            tail.append(say("reminder.full", who=Listing(left_out), contact=self._contact))
        if asked:
            tail.append(self._question([names[person.id] for person in asked], len(people)))
        elif not left_out:
            tail.append(say("reminder.may_change"))
        fasting = say(f"reminder.fasting_{event.fasting}") if event.fasting in ("yes", "no") else ""
        return say(
            f"reminder.{event.kind}",
            names=Listing(tuple(names[person.id] for person in people)),
            club=self.club.name,
            when=self._when,
            place=self.occurrence.place,
            bring=self._bring,
            fasting=fasting,
            tail=Joined(tuple(tail)),
        )

    def _reminder_choices(self, people: Sequence[Person]) -> buttons.Rows:
        """The answers a reminder offers: for whom it isn't known yet, else a way to change."""
        asked = self._asked(people)
        if asked:
            return answer_choices(self.occurrence.id, asked)
        answered = [person for person in people if self._has_answered(person)]
        if not answered:
            return []
        everybody = tuple(person.id for person in answered)
        return [[(say("attend.change"), buttons.Attend(self.occurrence.id, "each", everybody))]]

    def _change(self, names: Sequence[About]) -> Phrase:
        """Who, what, the old and the new day."""
        return say(
            f"change.{self._wave.lead}",
            names=Listing(tuple(names)),
            what=self._what,
            club=self.club.name,
            before=self._before,
            when=self._when,
            place=self.occurrence.place,
            ask=self._question(names, len(names)),
        )

    def _question(self, asked: Sequence[About], told: int) -> Phrase:
        """ "Bà ngoại đi được không ạ?", "Ai đi được ạ?", or who of those that were named.

        Each kind says in its own words what is asked ("đi", "đi dọn").
        """
        come = say(f"event.kind.{self.event.kind}.come")
        if len(asked) == 1:
            return say("reminder.ask_one", who=Opening(asked[0]), come=come)
        if len(asked) == told:
            return say("reminder.ask_several", come=come)
        return say("reminder.ask_these", who=Opening(Listing(tuple(asked))), come=come)


@cache
def come_words(kind: str) -> tuple[str, ...]:
    """The verbs with which a kind's reminder asks who comes ("đi dọn"), in every language."""
    key = f"event.kind.{kind}.come"
    return tuple(catalogue(language).gettext(key) for language in LANGUAGES)


def answer_choices(occurrence_id: int, people: Sequence[Person]) -> buttons.Rows:
    """The answers to who comes: for one person, or for all and each."""
    ids = tuple(person.id for person in people)
    attend = partial(buttons.Attend, occurrence_id, people=ids)
    if len(people) == 1:
        return [
            [
                (say("attend.yes"), attend(answer="yes")),
                (say("attend.no"), attend(answer="no")),
                (say("attend.unsure"), attend(answer="unsure")),
            ]
        ]
    return [
        [(say("attend.all_yes", count=len(people)), attend(answer="yes"))],
        [(say("attend.each"), attend(answer="each"))],
        [(say("attend.unsure"), attend(answer="unsure"))],
    ]
