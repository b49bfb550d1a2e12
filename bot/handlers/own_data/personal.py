"""What is kept about a person: shown, corrected, copied, deleted; and messages stopped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot import buttons
from bot.buttons import Rows
from bot.conversations.clearing import TAKEN_OUT
from bot.conversations.effects import CorrectPerson, PersonForgotten
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name, named
from bot.delivery.telling import tell_organisers
from bot.domain.membership import PURPOSES
from bot.handlers.acting import Refused, acting
from bot.handlers.own_data import commands
from bot.handlers.own_data.commands import may_correct
from bot.handlers.own_data.forgetting import COPY, forget_copies, forget_received
from bot.handlers.papers.commands import forget_papers, keep_copy
from bot.handlers.services import Services
from bot.intents.message import read_message
from bot.intents.new_value import What, new_value
from bot.intents.slots import what_of
from bot.intents.understanding import Intent
from bot.language.phones import show_phone
from bot.messages import Incoming
from bot.speech.show import show_birth, show_day
from bot.speech.translation import Lines, Listing, Opening, Phrase, say
from bot.storage.records import Account, Consent, Membership, Person, SpeaksFor


def my_data_action(services: Services, turn: Turn) -> None:
    """Whom this account speaks for; on a shared phone, ask who is meant first."""
    people = turn.uow.people.of_account(turn.account.id)
    if not people:
        turn.offer(
            say("data.nothing"),
            [(say("take_out.begin"), buttons.TakeMeOut())],
            [(say("engine.back_to"), buttons.Menu())],
        )
        return
    if len(people) == 1:
        person_action(services, turn, people[0][1])
        return
    turn.offer(
        say("data.whose"),
        *[
            [
                (
                    Opening(named(turn.uow, turn.account, person, services.zone)),
                    buttons.ShowPerson(person.id),
                )
            ]
            for _, person in people
        ],
        [(say("engine.back_to"), buttons.Menu())],
    )


def _circumstances(membership: Membership) -> Phrase | Lines:
    if membership.circumstances is None:
        return say("engine.none")
    if membership.circumstances == "":
        return say("circumstances.none")
    kinds = membership.circumstances.split(";")
    return Lines(tuple(say(f"circumstances.{each}") for each in kinds))


def _lines(values: list[tuple[str, object]]) -> list[Phrase]:
    return [
        say("data.line", name=say(f"data.{key}"), value=value)
        for key, value in values
        if value is not None
    ]


Speaking = list[tuple[SpeaksFor, Account]]
"""The accounts that speak for a person."""


def _callings(turn: Turn, person: Person, ties: Speaking) -> str | Listing | None:
    """What this account calls a person; to himself, what each of his people calls him."""
    tie = turn.uow.people.tie(turn.account.id, person.id)
    if tie is not None and not tie.is_self:
        return tie.called
    called = tuple(dict.fromkeys(each.called for each, _ in ties if each.called))
    return Listing(called) if called else None


def _told(membership: Membership) -> list[Phrase]:
    """What one club was told of a person."""
    return _lines(
        [
            ("address", membership.address),
            ("phone", show_phone(membership.phone) if membership.phone else None),
            ("circumstances", _circumstances(membership)),
            ("contact_person", membership.contact_person),
            ("note", membership.note),
        ]
    )


LATEST_ANSWERS = 5
"""Answers to meetings that are shown in the chat; a copy has all."""


def data_lines(turn: Turn, person: Person, answers: int | None = LATEST_ANSWERS) -> list[Phrase]:
    """Everything that is kept about a person, a line each; of the answers so many, None for all.

    Whom only one club knows reads it as one list; else each club is followed by what it was told.
    """
    ties = turn.uow.people.accounts_of(person.id)
    lines = _lines(
        [
            ("full_name", person.full_name),
            ("called", _callings(turn, person, ties)),
            ("birth", show_birth(person.birth_year, person.birth_date, person.birth_estimated)),
            ("sex", say(f"registration.sex.{person.sex}") if person.sex else None),
        ]
    )
    memberships = turn.uow.clubs.memberships_of(person.id)
    if len(memberships) == 1:
        lines += _told(memberships[0])
    for membership in memberships:
        club = turn.uow.clubs.get(membership.club_id)
        lines.append(
            say(
                "data.membership",
                club=club.name,
                code=membership.code,
                state=say(f"membership.{membership.state}"),
            )
        )
        if membership.restricted_at is not None:
            since = show_day(membership.restricted_at.astimezone(turn.zone).date())
            lines.append(say("data.restricted", since=since))
        if len(memberships) > 1:
            lines += _told(membership)
        for purpose, consent in turn.uow.people.consents(person.id, club.id).items():
            lines.append(
                say(
                    "data.consent",
                    purpose=say(f"data.purpose.{purpose}"),
                    answer=_answer(consent),
                    day=show_day(_day_of(turn, consent)),
                )
            )
    return [*lines, *_speaking(turn, ties), *_answers(turn, person, answers)]


def _speaking(turn: Turn, ties: Speaking) -> list[Phrase]:
    """The other phones that read and are told what concerns a person."""
    return [
        say(
            "data.own_phone" if tie.is_self else "data.speaks",
            name=account_name(turn.uow, account),
            told=say("speakers.told" if tie.told else "speakers.not_told"),
        )
        for tie, account in ties
        if account.id != turn.account.id
    ]


def _answers(turn: Turn, person: Person, most: int | None) -> list[Phrase]:
    return [
        say(
            "data.answered",
            day=show_day(starts_at.astimezone(turn.zone).date()),
            answer=say(f"answer.answered.{answer}"),
        )
        for starts_at, answer in turn.uow.events.answers_of(person.id, most)
    ]


def _answer(consent: Consent) -> Phrase:
    if consent.is_paused:
        return say("data.paused", number=consent.paused_by)
    if consent.agreed and consent.withdrawn_at is not None:
        return say("data.withdrawn")
    return say("data.agreed" if consent.stands else "data.not_agreed")


def _day_of(turn: Turn, consent: Consent) -> date:
    """When it was answered, or taken back."""
    if consent.agreed and consent.withdrawn_at is not None:
        return consent.withdrawn_at.astimezone(turn.zone).date()
    return consent.answered_on


def person_action(services: Services, turn: Turn, person: Person) -> None:
    """What is kept about a person, with what can be done about it."""
    who = named(turn.uow, turn.account, person, services.zone)
    turn.say(Lines((say("data.head", who=who), *data_lines(turn, person))))
    rows: Rows = [
        [(say("data.delete"), buttons.Delete(person.id))],
        [(say("data.copy"), buttons.Copy(person.id))],
    ]
    if may_correct(turn.uow, person):
        rows[0].insert(0, (say("data.correct"), buttons.Correct(person.id)))
    rows += [
        [(say(f"withdraw.button_{purpose}"), buttons.Withdraw(person.id, purpose))]
        for purpose in PURPOSES
        if any(
            turn.uow.people.agrees(person.id, membership.club_id, purpose)
            for membership in turn.uow.clubs.memberships_of(person.id)
        )
    ]
    rows.append([(say("rights.more"), buttons.MoreRights(person.id))])
    rows.append([(say("engine.back_to"), buttons.Menu())])
    commands.note_seen(acting(turn), person)
    turn.offer(say("data.what_now"), *rows)


def copy_action(services: Services, turn: Turn, person: Person) -> None:
    """Everything that is kept about a person, as a file or in the chat."""
    who = named(turn.uow, turn.account, person, services.zone)
    content = Lines((say("data.head", who=who), *data_lines(turn, person, answers=None)))
    request = commands.note_copy(acting(turn), person)
    if isinstance(request, Refused):
        turn.say(say("engine.not_allowed"))
        return
    turn.back = buttons.MyData()
    if not turn.capabilities.files:
        turn.say(content)
        return
    name = f"{COPY}-{request}.txt"
    path = keep_copy(services, turn.now, name, f"{turn.text(content)}\n".encode())
    turn.say(say("data.copy_sent", number=request), files=[(path, name)])


def correct_action(services: Services, turn: Turn, person: Person) -> None:
    """Change one thing."""
    if not may_correct(turn.uow, person):
        turn.say(say("data.not_to_correct"))
        return
    said = turn.inbound.text if turn.inbound.kind is Incoming.TEXT else ""
    what, value = _said_with_the_wish(said) if said else (None, None)
    first = None if what is None else "what"
    services.engine.start(turn, "correct", first=first, chosen=what, said=value, person=person.id)


def _said_with_the_wish(said: str) -> tuple[str | None, str | None]:
    """What is to be put right and its new value, as far as the wish says them already."""
    phone = new_value(said, "phone")
    if phone is not None:
        return "phone", phone
    what = _SAID_WHAT.get(what_of(read_message(said), Intent.CORRECT_DATA) or "")
    return what, None if what is None else new_value(said, what)


_SAID_WHAT: dict[str, What] = {
    "name": "full_name",
    "year": "birth",
    "phone": "phone",
    "address": "address",
    "sex": "sex",
}
"""What is to be put right, as a wish names it and as its form does."""


def delete_action(services: Services, turn: Turn, person: Person) -> None:
    """Forget a person, after asking once."""
    services.engine.start(turn, "delete", person=person.id)


def clear_action(services: Services, turn: Turn, person: Person, what: str) -> None:
    """Take one thing out of the club's book, after asking once; where it stands there at all."""
    held = turn.uow.clubs.memberships_of(person.id)
    if not any(getattr(each, what) for each in held):
        who = named(turn.uow, turn.account, person, services.zone)
        turn.say(say("clear.nothing", what=say(f"delete.what.{what}"), who=who))
        return
    services.engine.start(turn, "clear", person=person.id, datum=what)


def correct(services: Services, turn: Turn, effect: CorrectPerson) -> None:
    """Change one thing that is kept about a person."""
    refused = commands.correct(acting(turn), effect)
    turn.back = buttons.MyData()
    if refused:
        turn.say(refusal_words(refused))
        return
    gone = [key for key, value in effect.values.items() if value is None and key in TAKEN_OUT]
    if gone:
        turn.say(say("clear.done", what=say(f"delete.what.{gone[0]}")))
        return
    turn.say(say("correct.done", line=Listing(tuple(_put_right(effect)))))


def _put_right(effect: CorrectPerson) -> list[Phrase]:
    """What stands there now, as the list of all that is kept shows it."""
    if effect.called is not None:
        return _lines([("called", effect.called)])
    values = effect.values
    if "birth_year" in values:
        year, day, estimated = (
            values.get(each) for each in ("birth_year", "birth_date", "birth_estimated")
        )
        assert isinstance(year, int | None)
        assert isinstance(day, date | None)
        return _lines([("birth", show_birth(year, day, bool(estimated)))])
    shown: dict[str, Callable[[str], object]] = {
        "phone": show_phone,
        "sex": lambda sex: say(f"registration.sex.{sex}"),
    }
    return _lines(
        [(key, shown.get(key, str)(str(value))) for key, value in values.items() if value]
    )


def refusal_words(refused: Refused) -> Phrase:
    """Why nothing was done with somebody's data, in words."""
    return {
        Refused.NOT_YOURS: say("engine.not_allowed"),
        Refused.GONE: say("registration.gone"),
        Refused.OVER: say("requests.over"),
    }[refused]


def tell_forgotten(services: Services, turn: Turn, effect: PersonForgotten) -> None:
    """Take away what was made of somebody; organisers hear that he left, not why."""
    for membership in turn.uow.clubs.memberships_of(effect.person_id):
        club = turn.uow.clubs.get(membership.club_id)
        forget_papers(services, club)
        if effect.quietly:
            continue
        letter = Letter(
            key=f"erased/{membership.id}",
            phrase=say("data.told_organiser", code=membership.code, club=club.name),
        )
        tell_organisers(turn.uow, club.id, services.zone, letter, besides=turn.account.id)
    forget_copies(services.files, turn.uow, effect.person_id)
    forget_received(services.files, turn.uow)


def stop_messages(services: Services, turn: Turn, only: Person | None = None) -> None:
    """Ask before messages are stopped; who has several people is asked for whom.

    `only`: the one of them who was named.
    """
    if only is not None:
        who = named(turn.uow, turn.account, only, services.zone)
        stops = buttons.Withdraw(only.id, "reminders", sure=True)
        turn.offer(
            say("mute.sure_of", who=who),
            [(say("mute.for", who=who), buttons.yes(stops))],
            [(say("mute.no"), buttons.no(buttons.Stay()))],
        )
        return
    people = turn.uow.people.of_account(turn.account.id)
    rows: Rows = []
    if len(people) > 1:
        rows += [
            [
                (
                    say("mute.for", who=named(turn.uow, turn.account, person, services.zone)),
                    buttons.Withdraw(person.id, "reminders", sure=True),
                )
            ]
            for _, person in people
        ]
    every = say("mute.all" if len(people) > 1 else "mute.yes")
    rows.append([(every, buttons.yes(buttons.Mute()))])
    rows.append([(say("mute.no"), buttons.no(buttons.Stay()))])
    turn.offer(say("mute.sure"), *rows)


def mute_action(services: Services, turn: Turn) -> None:
    """No reminders to this phone."""
    commands.mute(acting(turn))
    turn.say(say("mute.done"))


def mute_off(services: Services, turn: Turn) -> None:
    """Reminders to this phone again."""
    commands.unmute(acting(turn))
    turn.say(say("mute.off"))
