"""Who comes: pressed answers and sentences such as "bà đi, ông không"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Literal

from bot import buttons
from bot.buttons import ANSWERS, PersonIds
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import contact_of, named, roster_name
from bot.delivery.telling import tell, tell_organisers
from bot.domain.due import DueKind, SubjectKind
from bot.domain.membership import MembershipState
from bot.handlers.members.deaths import ask_again_later
from bot.handlers.members.screens import deceased_choices
from bot.handlers.services import Services
from bot.intents.attendance import (
    AttendanceReading,
    Attendee,
    Unclear,
    asks_about_event,
    asks_what_to_bring,
    read_attendance,
    strangers,
    takes_death_back,
)
from bot.language.text import fold
from bot.reminders.notices import HEARD, stop_telling
from bot.reminders.occasions import answer_choices
from bot.speech.show import show_moment
from bot.speech.translation import Joined, Lines, Listing, Opening, Phrase, say
from bot.storage.records import Event, Occurrence, Person


def attend(
    services: Services,
    turn: Turn,
    occurrence: Occurrence,
    answer: Literal["yes", "no", "unsure", "each"],
    people: PersonIds,
    rest: PersonIds,
) -> None:
    """Who comes, and who is asked after that. "each": one after the other."""
    members = _spoken_for(turn, occurrence, people)
    if not members:
        turn.say(_nobody_left(services, turn, people))
        return
    if not _open(turn, occurrence):
        return
    if answer == "each":
        _ask_each(services, turn, occurrence, members)
        return
    note(services, turn, occurrence, [(person, answer) for person in members])
    _ask_each(services, turn, occurrence, _spoken_for(turn, occurrence, rest))


def _spoken_for(turn: Turn, occurrence: Occurrence, ids: Iterable[int]) -> list[Person]:
    """Those of some persons whom this account speaks for and the club counts as members.

    Of whom it was told that he died nothing is asked or noted, not even through an old reminder.
    """
    people = [person for _, person in turn.uow.people.of_account(turn.account.id)]
    wanted = set(ids)
    for number in wanted - {person.id for person in people}:
        former = turn.uow.people.former(number)
        if former is not None:
            wanted.add(former.person_id)
    active = {
        membership.person_id
        for membership in turn.uow.clubs.memberships_of_each(tuple(each.id for each in people))
        if membership.club_id == occurrence.club_id
        and membership.state == MembershipState.ACTIVE.value
    }
    wanted &= active
    return [person for person in people if person.id in wanted and person.held_at is None]


def _nobody_left(services: Services, turn: Turn, ids: Sequence[int]) -> Phrase:
    """Why an answer is for none: the person is said to have died, or isn't this account's."""
    held = [
        person
        for _, person in turn.uow.people.of_account(turn.account.id)
        if person.id in ids and person.held_at is not None
    ]
    if not held:
        return say("attend.not_yours")
    who = Listing(tuple(named(turn.uow, turn.account, person, services.zone) for person in held))
    return say("attend.held", who=who)


def _open(turn: Turn, occurrence: Occurrence) -> bool:
    if occurrence.state == "cancelled":
        turn.say(say("attend.cancelled"))
        return False
    if occurrence.starts_at <= turn.now:
        turn.say(say("attend.over"))
        return False
    return True


def _ask_each(
    services: Services, turn: Turn, occurrence: Occurrence, people: Sequence[Person]
) -> None:
    """One person after the other; nobody where no place is left that he doesn't hold."""
    if not people:
        return
    event = turn.uow.events.get(occurrence.event_id)
    answers = turn.uow.events.answers(occurrence.id)
    people = [
        person
        for person in people
        if answers.get(person.id) == "yes" or not _is_full(turn, event, occurrence)
    ]
    if not people:
        return
    first, rest = people[0], tuple(person.id for person in people[1:])
    turn.offer(
        say("attend.ask_one", who=named(turn.uow, turn.account, first, services.zone)),
        [
            (say(f"attend.{answer}"), buttons.Attend(occurrence.id, answer, (first.id,), rest))
            for answer in ANSWERS
        ],
    )


def _ask_which(
    services: Services, turn: Turn, occurrence: Occurrence, unclear: Unclear, others: Sequence[int]
) -> None:
    """ "bà đi" of two grandmothers: which one is it? The others are asked after that."""
    people = _spoken_for(turn, occurrence, unclear.people)
    answer = next(each for each in ANSWERS if each == unclear.answer)
    rows = []
    for person in people:
        rest = [each.id for each in people if each.id != person.id]
        rest += [each for each in others if each not in rest and each != person.id]
        name = Opening(named(turn.uow, turn.account, person, services.zone))
        button = buttons.Attend(occurrence.id, answer, (person.id,), tuple(rest))
        rows.append([(name, button)])
    who = say("attend.which", word=unclear.word) if unclear.word else say("attend.who")
    turn.offer(say(f"attend.which_{unclear.answer}", who=who), *rows)


def _is_full(turn: Turn, event: Event, occurrence: Occurrence) -> bool:
    return event.places is not None and turn.uow.events.yes_count(occurrence.id) >= event.places


def note(
    services: Services, turn: Turn, occurrence: Occurrence, answers: list[tuple[Person, str]]
) -> None:
    """Keep answers, say them back, and tell the other phones that speak for the person."""
    event = turn.uow.events.get(occurrence.event_id)
    kept: list[tuple[Person, str]] = []
    for person, answer in answers:
        before = turn.uow.events.answers(occurrence.id).get(person.id)
        if answer == "yes" and before != "yes" and _is_full(turn, event, occurrence):
            turn.say(
                say(
                    "attend.full",
                    who=named(turn.uow, turn.account, person, services.zone),
                    contact=contact_of(turn.uow, turn.uow.clubs.get(occurrence.club_id)),
                )
            )
            continue
        turn.uow.events.answer(occurrence.id, person.id, answer, turn.account.id)
        kept.append((person, answer))
        if before != answer:
            _tell_others(services, turn, occurrence, person, answer)
    if kept:
        _say_back(services, turn, occurrence, kept)


def _tell_others(
    services: Services, turn: Turn, occurrence: Occurrence, person: Person, answer: str
) -> None:
    for tie, account in turn.uow.people.accounts_of(person.id):
        if account.id == turn.account.id or not tie.told or account.blocked_at:
            continue
        letter = Letter(
            key=f"answered/{occurrence.id}/{person.id}/{account.id}/{turn.now.isoformat()}",
            phrase=say(
                f"attend.told_{answer}",
                who=named(turn.uow, account, person, services.zone),
                when=show_moment(occurrence.starts_at, services.zone),
            ),
        )
        tell(turn.uow, account, services.zone, letter)


def _say_back(
    services: Services, turn: Turn, occurrence: Occurrence, kept: Sequence[tuple[Person, str]]
) -> None:
    """One answer in a sentence, several as a list."""
    when = show_moment(occurrence.starts_at, services.zone)
    groups = {
        answer: Listing(
            tuple(
                named(turn.uow, turn.account, person, services.zone)
                for person, said in kept
                if said == answer
            )
        )
        for answer in ANSWERS
        if any(said == answer for _, said in kept)
    }
    if len(groups) == 1:
        ((answer, who),) = groups.items()
        turn.say(say(f"attend.kept_{answer}", who=who, when=when))
        return
    lines = [say(f"attend.noted_{answer}", who=who) for answer, who in groups.items()]
    turn.say(Lines((*lines, say("attend.noted", when=when))))


# What people type


def _attendees(turn: Turn, people: Sequence[Person]) -> list[Attendee]:
    """Persons by what the account that writes calls them: "má" is hers, not her brother's."""
    wanted = {person.id for person in people}
    return [
        Attendee(
            person.id,
            tie.called,
            person.full_name,
            person.sex,
            is_self=tie.is_self,
            address=turn.speaker.address,
        )
        for tie, person in turn.uow.people.of_account(turn.account.id)
        if person.id in wanted
    ]


def read_sentence(services: Services, turn: Turn, asked_with: buttons.Attend, text: str) -> bool:
    """Understand what was typed after a reminder or "bà ngoại có đi được không ạ?".

    What names nobody answers for those whom the button asks about; the rest of them come next.
    False when it is no answer and no question about this event.
    """
    occurrence = turn.uow.events.find_occurrence(asked_with.occurrence)
    if occurrence is None:
        return False
    people = _spoken_for(turn, occurrence, [*asked_with.people, *asked_with.rest])
    wanted = [person.id for person in people if person.id in asked_with.people]
    if not wanted:
        return False
    if asks_about_event(text) and occurrence.state == "planned":
        _tell_about(services, turn, occurrence, people, bring=asks_what_to_bring(text))
        return True
    reading = read_attendance(text, _attendees(turn, people), wanted)
    unknown: list[str] = []
    if not reading:
        reading, unknown = _without_strangers(turn, people, text)
    if not reading:
        return False
    if reading.deceased:
        _passed_away(services, turn, [each for each in people if each.id in reading.deceased])
        return True
    if not _open(turn, occurrence):
        return True
    _take(services, turn, occurrence, people, reading)
    _say_unknown(turn, unknown)
    return True


def _without_strangers(
    turn: Turn, people: Sequence[Person], text: str
) -> tuple[AttendanceReading, list[str]]:
    """ "bà đi, ông không" where only bà is on this phone: what was said of her counts."""
    known = _attendees(turn, people)
    others = strangers(text, known)
    if not others:
        return AttendanceReading(), []
    more = [Attendee(-place, word) for place, word in enumerate(others, 1)]
    reading = read_attendance(text, [*known, *more], [each.key for each in known])
    answers = {key: answer for key, answer in reading.answers.items() if key > 0}
    if reading.deceased or not answers:
        return AttendanceReading(), []
    unclear = tuple(each for each in reading.unclear if min(each.people) > 0)
    return replace(reading, answers=answers, unclear=unclear), others


def _say_unknown(turn: Turn, unknown: Sequence[str]) -> None:
    if unknown:
        turn.say(say("attend.not_listed", who=Listing(tuple(unknown))))


def _take(
    services: Services,
    turn: Turn,
    occurrence: Occurrence,
    people: Sequence[Person],
    reading: AttendanceReading,
) -> None:
    note(
        services,
        turn,
        occurrence,
        [(person, reading.answers[person.id]) for person in people if person.id in reading.answers],
    )
    left = [person for person in people if person.id not in reading.answers]
    if left:
        answered = turn.uow.events.answers(occurrence.id)
        left = [person for person in left if answered.get(person.id) not in ("yes", "no")]
    if reading.unclear:
        doubt = reading.unclear[0]
        _ask_which(services, turn, occurrence, doubt, [person.id for person in left])
        return
    _ask_each(services, turn, occurrence, left)


def read_later(services: Services, turn: Turn, text: str, *, only_named: bool) -> bool:
    """ "bà không đi được nữa", typed at any time: taken for the next event that was told of.

    Only what says so in many words counts; a bare yes or no answers nothing here. `only_named`:
    another question stands last in the chat, so that what names nobody belongs to it.
    """
    people = [person for _, person in turn.uow.people.of_account(turn.account.id)]
    if not people:
        return False
    reading = read_attendance(text, _attendees(turn, people))
    unknown: list[str] = []
    if not reading:
        reading, unknown = _without_strangers(turn, people, text)
    if reading.deceased:
        _passed_away(services, turn, [each for each in people if each.id in reading.deceased])
        return True
    if not reading or not reading.goes or (only_named and not reading.named):
        return False
    occurrence = _next_told(turn, people)
    if occurrence is None:
        return False
    members = _spoken_for(turn, occurrence, [person.id for person in people])
    if not unknown:
        reading = read_attendance(text, _attendees(turn, members))
    if not reading:
        return False
    if not reading.named and len(members) > 1:
        doubt = Unclear(next(iter(reading.answers.values())), tuple(each.id for each in members))
        _ask_which(services, turn, occurrence, doubt, [])
        return True
    _take(services, turn, occurrence, members, reading)
    _say_unknown(turn, unknown)
    return True


def _next_told(turn: Turn, people: Sequence[Person]) -> Occurrence | None:
    """The soonest event to come that this account has heard of."""
    ids = {person.id for person in people}
    clubs = {
        membership.club_id
        for person in people
        for membership in turn.uow.clubs.memberships_of(person.id)
        if membership.state == MembershipState.ACTIVE.value
    }
    if not clubs:
        return None
    for occurrence in turn.uow.events.occurrences(clubs, since=turn.now, limit=10):
        if turn.uow.notices.heard_of(SubjectKind.OCCURRENCE, occurrence.id, HEARD) & ids:
            return occurrence
    return None


def _tell_about(
    services: Services, turn: Turn, occurrence: Occurrence, people: Sequence[Person], *, bring: bool
) -> None:
    """When and where the event is that the reminder spoke of, and the question once more.

    `bring`: that was asked, so that it is said as well when there is nothing to bring.
    """
    event = turn.uow.events.get(occurrence.event_id)
    answered = turn.uow.events.answers(occurrence.id)
    left = [person for person in people if answered.get(person.id) not in ("yes", "no")]
    choices = answer_choices(occurrence.id, left) if left else []
    turn.offer(
        say(
            "attend.about",
            what=say(f"event.kind.{event.kind}"),
            when=show_moment(occurrence.starts_at, services.zone, lunar=True),
            place=occurrence.place,
            bring=to_bring(event, asked=bring),
        ),
        *choices,
    )


def to_bring(event: Event, *, asked: bool) -> Any:
    """What to take along, and whether to come without breakfast."""
    if event.bring:
        bring: Any = say("reminder.bring", bring=event.bring)
    else:
        bring = say("reminder.bring_nothing") if asked else ""
    if event.fasting not in ("yes", "no"):
        return bring
    return Joined((bring, say(f"reminder.fasting_{event.fasting}")))


# Somebody is said to have died


def passed_away_action(services: Services, turn: Turn, person: Person) -> None:
    """Somebody confirms that a person died."""
    _passed_away(services, turn, [person])
    services.engine.ask_again(turn)


def _passed_away(services: Services, turn: Turn, people: Sequence[Person]) -> None:
    """Kind words; nothing more is sent about the person until an organiser has looked."""
    contacts: list[Phrase | str] = []
    for person in people:
        if person.held_at is None:
            turn.uow.people.update(person.id, held_at=turn.now)
            stop_telling(turn.uow, person.id, services.zone, reason="held")
        for membership in turn.uow.clubs.memberships_of(person.id):
            if membership.state != MembershipState.ACTIVE.value:
                continue
            club = turn.uow.clubs.get(membership.club_id)
            contacts.append(contact_of(turn.uow, club))
            letter = Letter(
                key=f"deceased/{membership.id}/{turn.now.isoformat()}",
                phrase=say("deceased.told", who=roster_name(turn.uow, person), club=club.name),
                choices=deceased_choices(membership.id),
            )
            tell_organisers(turn.uow, club.id, services.zone, letter)
            ask_again_later(turn.uow, membership.id)
    who = Listing(tuple(named(turn.uow, turn.account, person, services.zone) for person in people))
    turn.say(say("deceased.condolence", who=who))
    if contacts:
        turn.say(say("deceased.handed_on", contact=contacts[0]))


def read_alive(services: Services, turn: Turn, text: str) -> bool:
    """ "lộn rồi, bà còn sống" after a death was told: reminders go on, organisers hear of it."""
    if not takes_death_back(text):
        return False
    held = [
        (tie, person)
        for tie, person in turn.uow.people.of_account(turn.account.id)
        if person.held_at is not None
    ]
    said = fold(text)
    named_ones = [person for tie, person in held if fold(tie.called or person.shown_name) in said]
    return bring_back(services, turn, named_ones or [person for _, person in held])


def bring_back(services: Services, turn: Turn, people: Sequence[Person]) -> bool:
    """Remind those again of whom it was said that they died; False where it was said of none."""
    people = [each for each in people if each.held_at is not None and _still_member(turn, each)]
    if not people:
        return False
    for person in people:
        turn.uow.people.update(person.id, held_at=None)
        for membership in turn.uow.clubs.memberships_of(person.id):
            turn.uow.due.settle(membership.id, DueKind.DEATH)
            letter = Letter(
                key=f"alive/{membership.id}/{turn.now.isoformat()}",
                phrase=say("deceased.taken_back", who=roster_name(turn.uow, person)),
            )
            tell_organisers(turn.uow, membership.club_id, services.zone, letter)
    who = Listing(tuple(named(turn.uow, turn.account, person, services.zone) for person in people))
    turn.say(say("deceased.alive", who=who))
    return True


def _still_member(turn: Turn, person: Person) -> bool:
    """Whether no organiser has confirmed the death yet."""
    return any(
        membership.state == MembershipState.ACTIVE.value
        for membership in turn.uow.clubs.memberships_of(person.id)
    )
