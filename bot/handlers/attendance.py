"""Who comes: pressed answers and sentences such as "bà đi, ông không"."""

from __future__ import annotations

from bot.conversations.turn import Turn
from bot.handlers.desk import Desk
from bot.language.attendance import read_attendance
from bot.language.show import show_moment
from bot.language.translation import Lines, Listing, Phrase, say
from bot.reminders.planner import name_of
from bot.storage.records import Occurrence, Person
from bot.voices import tell

ANSWERS = ("yes", "no", "unsure")


def attend(desk: Desk, turn: Turn, args: list[str]) -> None:
    """attend/<occurrence>/<yes|no|unsure|each>/<persons>[/each] pressed under a reminder."""
    try:
        occurrence = turn.uow.events.occurrence(int(args[0]))
    except LookupError:
        turn.say(say("attend.unknown"))
        return
    answer = args[1]
    wanted = {int(each) for each in args[2].split(",") if each.isdigit()}
    spoken_for = {person.id: person for _, person in turn.uow.people.of_account(turn.account.id)}
    people = [spoken_for[each] for each in wanted if each in spoken_for]
    people.sort(key=lambda person: list(spoken_for).index(person.id))
    if not people:
        turn.say(say("attend.not_yours"))
        return
    if not _open(turn, occurrence):
        return
    if answer == "each":
        _ask_each(turn, occurrence, [person.id for person in people])
        return
    if answer not in ANSWERS:
        return
    note(desk, turn, occurrence, [(person, answer) for person in people])
    rest = [int(each) for part in args[3:4] for each in part.split(",") if each.isdigit()]
    if rest:
        _ask_each(turn, occurrence, rest)


def _open(turn: Turn, occurrence: Occurrence) -> bool:
    if occurrence.state == "cancelled":
        turn.say(say("attend.cancelled"))
        return False
    if occurrence.starts_at <= turn.now:
        turn.say(say("attend.over"))
        return False
    return True


def _ask_each(turn: Turn, occurrence: Occurrence, ids: list[int]) -> None:
    person = turn.uow.people.get(ids[0])
    rest = ",".join(str(each) for each in ids[1:])
    tail = f"{person.id}/{rest}" if rest else str(person.id)
    turn.offer(
        say("attend.ask_one", who=name_of(person)),
        [
            (say(f"attend.{answer}"), f"attend/{occurrence.id}/{answer}/{tail}")
            for answer in ANSWERS
        ],
    )


def note(desk: Desk, turn: Turn, occurrence: Occurrence, answers: list[tuple[Person, str]]) -> None:
    """Keep answers, say them back, and tell the other phones that speak for the person."""
    event = turn.uow.events.get(occurrence.event_id)
    kept: list[tuple[Person, str]] = []
    for person, answer in answers:
        before = turn.uow.events.answers(occurrence.id).get(person.id)
        if (
            answer == "yes"
            and before != "yes"
            and event.places is not None
            and turn.uow.events.yes_count(occurrence.id) >= event.places
        ):
            turn.say(say("attend.full", who=name_of(person)))
            continue
        turn.uow.events.answer(occurrence.id, person.id, answer, turn.account.id)
        kept.append((person, answer))
        if before == answer:
            continue
        for tie, account in turn.uow.people.accounts_of(person.id):
            if account.id == turn.account.id or not tie.told or account.blocked_at:
                continue
            tell(
                turn.uow,
                account,
                desk.zone,
                key=f"answered/{occurrence.id}/{person.id}/{account.id}/{turn.now.isoformat()}",
                phrase=say(
                    f"attend.told_{answer}",
                    who=name_of(person),
                    when=show_moment(occurrence.starts_at, desk.zone),
                ),
            )
    if not kept:
        return
    lines = [
        say(
            f"attend.noted_{answer}",
            who=Listing(tuple(_named(turn, p) for p, a in kept if a == answer)),
        )
        for answer in ANSWERS
        if any(a == answer for _, a in kept)
    ]
    turn.say(
        Lines((*lines, say("attend.noted", when=show_moment(occurrence.starts_at, desk.zone))))
    )


def _named(turn: Turn, person: Person) -> Phrase | str:
    own = turn.uow.people.self_of(turn.account.id)
    return say("registration.you") if own and own.id == person.id else name_of(person)


def read_sentence(desk: Desk, turn: Turn, occurrence_id: int, ids: list[int], text: str) -> bool:
    """Understand a typed answer to the reminder shown last; False when it is none."""
    try:
        occurrence = turn.uow.events.occurrence(occurrence_id)
    except LookupError:
        return False
    spoken_for = {person.id: person for _, person in turn.uow.people.of_account(turn.account.id)}
    people = [spoken_for[each] for each in ids if each in spoken_for]
    if not people:
        return False
    names = {
        person.id: [name for name in (person.called, person.full_name) if name] for person in people
    }
    reading = read_attendance(text, names)
    if not reading:
        return False
    if not _open(turn, occurrence):
        return True
    note(desk, turn, occurrence, [(p, reading[p.id]) for p in people if p.id in reading])
    left = [person.id for person in people if person.id not in reading]
    if left and reading:
        _ask_each(turn, occurrence, left)
    return True
