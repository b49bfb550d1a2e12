"""Who comes, in the chat: pressed answers and sentences such as "bà đi, ông không"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from bot import buttons
from bot.buttons import ANSWERS, PersonIds
from bot.conversations.effects import AttendanceAnswered, DeathTakenBack, DeathTold
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import contact_of, named
from bot.delivery.telling import tell
from bot.domain.due import SubjectKind
from bot.domain.events import USUAL
from bot.domain.states import OccurrenceState
from bot.handlers.acting import Refused, acting
from bot.handlers.events import attendance
from bot.handlers.events.attendance import is_full, is_to_come, spoken_for
from bot.handlers.members_told import OfMember, tell_of_member
from bot.handlers.scene import called_in_scene
from bot.handlers.sections import deceased_choices, to_bring, why_over
from bot.handlers.services import Services
from bot.intents.attendance import (
    AttendanceReading,
    Attendee,
    Unclear,
    read_attendance,
    strangers,
    takes_death_back,
)
from bot.intents.elsewhere import says_elsewhere
from bot.intents.event_kinds import asks_about_event, asks_what_to_bring, kind_named
from bot.intents.event_to_come import tells_who_comes
from bot.language.text import fold
from bot.reminders.occasions import answer_choices, come_words
from bot.speech.show import show_moment
from bot.speech.translation import Lines, Listing, Opening, Phrase, say
from bot.storage.records import Occurrence, Person


def attend(
    services: Services,
    turn: Turn,
    occurrence: Occurrence,
    answer: Literal["yes", "no", "unsure", "each"],
    people: PersonIds,
    rest: PersonIds,
) -> None:
    """Who comes, and who is asked after that. "each": one after the other."""
    members = spoken_for(acting(turn), occurrence, people)
    if not members:
        turn.say(_nobody_left(services, turn, people))
        return
    if not is_to_come(turn.uow, occurrence):
        turn.say(why_over(occurrence))
        return
    if answer == "each":
        _ask_each(services, turn, occurrence, members)
        return
    _note(services, turn, occurrence, [(person, answer) for person in members])
    _ask_each(services, turn, occurrence, spoken_for(acting(turn), occurrence, rest))


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


def _ask_each(
    services: Services, turn: Turn, occurrence: Occurrence, people: Sequence[Person]
) -> None:
    """One person after the other; nobody where no place is left that he doesn't hold."""
    if not people:
        return
    event = turn.uow.events.event_of(occurrence)
    answers = turn.uow.events.answers(occurrence.id)
    people = [
        person
        for person in people
        if answers.get(person.id) == "yes" or not is_full(turn.uow, event, occurrence)
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


def ask_which(
    services: Services, turn: Turn, occurrence: Occurrence, unclear: Unclear, others: Sequence[int]
) -> None:
    """ "bà đi" of two grandmothers: which one is it? The others are asked after that."""
    people = spoken_for(acting(turn), occurrence, unclear.people)
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


def _note(
    services: Services,
    turn: Turn,
    occurrence: Occurrence,
    answers: list[tuple[Person, str]],
    *,
    unasked: bool = False,
) -> None:
    """Keep answers and say them back."""
    noted = attendance.note(acting(turn), occurrence, answers)
    if isinstance(noted, Refused):
        over = noted is Refused.OVER
        turn.say(why_over(occurrence) if over else say("attend.not_yours"))
        return
    for person in noted.full:
        turn.say(
            say(
                "attend.full",
                who=named(turn.uow, turn.account, person, services.zone),
                contact=contact_of(turn.uow, turn.uow.clubs.get(occurrence.club_id)),
            )
        )
    if noted.kept:
        _say_back(services, turn, occurrence, noted.kept, unasked=unasked)


def tell_answered(services: Services, turn: Turn, effect: AttendanceAnswered) -> None:
    """The other phones that speak for somebody hear of a new answer."""
    others = [
        account
        for tie, account in turn.uow.people.accounts_of(effect.person_id)
        if account.id != turn.account.id and tie.told and not account.blocked_at
    ]
    if not others:
        return
    occurrence = turn.uow.events.occurrence(effect.occurrence_id)
    person = turn.uow.people.get(effect.person_id)
    for account in others:
        letter = Letter(
            key=f"answered/{occurrence.id}/{person.id}/{account.id}/{turn.now.isoformat()}",
            phrase=say(
                f"attend.told_{effect.answer}",
                who=named(turn.uow, account, person, services.zone),
                when=show_moment(occurrence.starts_at, services.zone),
            ),
        )
        tell(turn.uow, account, services.zone, letter)


def _say_back(
    services: Services,
    turn: Turn,
    occurrence: Occurrence,
    kept: Sequence[tuple[Person, str]],
    *,
    unasked: bool,
) -> None:
    """One answer in a sentence, several as a list."""
    when: Phrase | str = show_moment(occurrence.starts_at, services.zone)
    if unasked:
        kind = turn.uow.events.event_of(occurrence).kind
        when = say("events.row", what=say(f"event.kind.{kind}"), when=when)
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


def attendees(turn: Turn, people: Sequence[Person]) -> list[Attendee]:
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
    people = spoken_for(acting(turn), occurrence, [*asked_with.people, *asked_with.rest])
    wanted = [person.id for person in people if person.id in asked_with.people]
    if not wanted:
        return False
    kind = turn.uow.events.event_of(occurrence).kind
    if asks_about_event(text) and occurrence.state is OccurrenceState.PLANNED:
        if kind_named(text) not in (None, kind):
            # "bao giờ khám?" below a reminder of a meeting.
            return False
        _tell_about(services, turn, occurrence, people, bring=asks_what_to_bring(text))
        return True
    known = attendees(turn, people)
    reading = read_attendance(text, known, wanted, kind=kind, come=come_words(kind))
    unknown: list[str] = []
    if not reading:
        reading, unknown = _without_strangers(turn, people, text, kind)
    if not reading:
        return False
    if reading.deceased:
        _passed_away(services, turn, [each for each in people if each.id in reading.deceased])
        return True
    if not is_to_come(turn.uow, occurrence):
        turn.say(why_over(occurrence))
        return True
    take(services, turn, occurrence, people, reading)
    _say_unknown(turn, unknown)
    return True


def take_understood(
    services: Services, turn: Turn, asked_with: buttons.Attend, text: str, said: Mapping[str, str]
) -> bool:
    """Keep what a text was surely understood to say, by what this account calls people.

    False where it is of nobody whom the reminder asks about or may be another matter, or where
    nothing is asked any more.
    """
    occurrence = turn.uow.events.find_occurrence(asked_with.occurrence)
    if occurrence is None or not is_to_come(turn.uow, occurrence) or not tells_who_comes(text):
        return False
    named, kind = kind_named(text), turn.uow.events.event_of(occurrence).kind
    other = named not in (None, kind) and not says_elsewhere(text, kind)
    if other and ("yes" in said.values() or named != USUAL.key):
        # "bà đi khám" below a reminder of a meeting; "không đi họp" may be said of anything.
        return False
    people = spoken_for(acting(turn), occurrence, [*asked_with.people, *asked_with.rest])
    asked = {each.id for each in people}
    answers = {
        person.id: said[called]
        for tie, person in turn.uow.people.of_account(turn.account.id)
        if person.id in asked and (called := called_in_scene(tie, person)) in said
    }
    if not answers:
        return False
    take(services, turn, occurrence, people, AttendanceReading(answers))
    return True


def _without_strangers(
    turn: Turn, people: Sequence[Person], text: str, kind: str | None
) -> tuple[AttendanceReading, list[str]]:
    """ "bà đi, ông không" where only bà is on this phone: what was said of her counts."""
    known = attendees(turn, people)
    others = strangers(text, known)
    if not others:
        return AttendanceReading(), []
    more = [Attendee(-place, word) for place, word in enumerate(others, 1)]
    wanted = [each.key for each in known]
    come = come_words(kind) if kind else ()
    reading = read_attendance(text, [*known, *more], wanted, kind=kind, come=come)
    answers = {key: answer for key, answer in reading.answers.items() if key > 0}
    if reading.deceased or not answers:
        return AttendanceReading(), []
    unclear = tuple(each for each in reading.unclear if min(each.people) > 0)
    return replace(reading, answers=answers, unclear=unclear), others


def _say_unknown(turn: Turn, unknown: Sequence[str]) -> None:
    if unknown:
        turn.say(say("attend.not_listed", who=Listing(tuple(unknown))))


def take(
    services: Services,
    turn: Turn,
    occurrence: Occurrence,
    people: Sequence[Person],
    reading: AttendanceReading,
    *,
    unasked: bool = False,
) -> None:
    """Keep what was typed of these, and ask for whoever of them wasn't named.

    `unasked`: nobody had spoken of that event, so that it is said which one it is.
    """
    _note(
        services,
        turn,
        occurrence,
        [(person, reading.answers[person.id]) for person in people if person.id in reading.answers],
        unasked=unasked,
    )
    left = [person for person in people if person.id not in reading.answers]
    if left:
        answered = turn.uow.events.answers(occurrence.id)
        left = [person for person in left if answered.get(person.id) not in ("yes", "no")]
    if reading.unclear:
        doubt = reading.unclear[0]
        ask_which(services, turn, occurrence, doubt, [person.id for person in left])
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
    reading = read_attendance(text, attendees(turn, people))
    if not reading:
        reading, _ = _without_strangers(turn, people, text, None)
    if reading.deceased:
        _passed_away(services, turn, [each for each in people if each.id in reading.deceased])
        return True
    if not reading or not reading.goes or (only_named and not reading.named):
        return False
    occurrence = next_told(turn, people)
    if occurrence is None:
        return False
    members = spoken_for(acting(turn), occurrence, [person.id for person in people])
    kind = turn.uow.events.event_of(occurrence).kind
    reading, unknown = read_attendance(text, attendees(turn, members), kind=kind), list[str]()
    if not reading:
        reading, unknown = _without_strangers(turn, people, text, kind)
    if not reading:
        return False
    if not reading.named and len(members) > 1:
        doubt = Unclear(next(iter(reading.answers.values())), tuple(each.id for each in members))
        ask_which(services, turn, occurrence, doubt, [])
        return True
    take(services, turn, occurrence, members, reading)
    _say_unknown(turn, unknown)
    return True


def next_told(turn: Turn, people: Sequence[Person]) -> Occurrence | None:
    """The soonest event to come that this account has heard of."""
    ids = {person.id for person in people}
    clubs = {
        membership.club_id
        for person in people
        for membership in turn.uow.clubs.active_memberships(person.id)
    }
    if not clubs:
        return None
    for occurrence in turn.uow.events.occurrences(clubs, since=turn.now, limit=10):
        if turn.uow.notices.heard_of(SubjectKind.OCCURRENCE, occurrence.id) & ids:
            return occurrence
    return None


def _tell_about(
    services: Services, turn: Turn, occurrence: Occurrence, people: Sequence[Person], *, bring: bool
) -> None:
    """When and where the event is that the reminder spoke of, and the question once more.

    `bring`: that was asked, so that it is said as well when there is nothing to bring.
    """
    event = turn.uow.events.event_of(occurrence)
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


# Somebody is said to have died


def passed_away_action(services: Services, turn: Turn, person: Person) -> None:
    """Somebody confirms that a person died."""
    _passed_away(services, turn, [person])
    services.engine.ask_again(turn)


def _passed_away(services: Services, turn: Turn, people: Sequence[Person]) -> None:
    """Kind words, and to whom it was handed on."""
    memberships = attendance.tell_death(acting(turn), people)
    if isinstance(memberships, Refused):
        turn.say(say("engine.not_allowed"))
        return
    who = Listing(tuple(named(turn.uow, turn.account, person, services.zone) for person in people))
    turn.say(say("deceased.condolence", who=who))
    if memberships:
        contact = contact_of(turn.uow, turn.uow.clubs.get(memberships[0].club_id))
        turn.say(say("deceased.handed_on", contact=contact))


def tell_of_death(services: Services, turn: Turn, effect: DeathTold) -> None:
    """Organisers hear that a member is said to have died, and look."""

    def letter(member: OfMember) -> Letter:
        return Letter(
            f"deceased/{member.id}/{turn.now.isoformat()}",
            say("deceased.told", who=member.who, club=member.club),
            choices=deceased_choices(member.id),
        )

    tell_of_member(services, turn, effect.membership_id, letter, writer_too=True)


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
    back = attendance.take_death_back(acting(turn), people)
    if not back:
        return False
    who = Listing(tuple(named(turn.uow, turn.account, person, services.zone) for person in back))
    turn.say(say("deceased.alive", who=who))
    return True


def tell_taken_back(services: Services, turn: Turn, effect: DeathTakenBack) -> None:
    """Organisers hear that a member lives."""

    def letter(member: OfMember) -> Letter:
        words = say("deceased.taken_back", who=member.who)
        return Letter(f"alive/{member.id}/{turn.now.isoformat()}", words)

    tell_of_member(services, turn, effect.membership_id, letter, writer_too=True)
