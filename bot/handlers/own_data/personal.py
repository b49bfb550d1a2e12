"""What is kept about a person: shown, corrected, copied, deleted; and messages stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot import buttons
from bot.buttons import Rows
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import named
from bot.delivery.telling import tell_organisers
from bot.domain.membership import GONE, LIVING, PURPOSES, MembershipState
from bot.handlers.answers.enquiries import ASKED
from bot.handlers.founding.commands import recompute
from bot.handlers.papers.commands import forget_papers, keep_copy
from bot.handlers.services import Services
from bot.intents.values.phones import phones_in
from bot.language.phones import show_phone
from bot.messages import Address, Incoming
from bot.reminders.notices import stop_telling
from bot.speech.show import show_birth, show_day
from bot.speech.translation import Lines, Listing, Opening, Phrase, say
from bot.storage.records import Membership, Person
from bot.storage.unit_of_work import UnitOfWork

REQUEST_DAYS = 20
"""Days within which a request about one's data must be carried out (Decree 356/2025 art. 5)."""

COPY = "copy"
"""How the file's name of a copy begins; the number of the request follows."""


def my_data_action(services: Services, turn: Turn) -> None:
    """Whom this account speaks for; on a shared phone, ask who is meant first."""
    people = turn.uow.people.of_account(turn.account.id)
    if not people:
        turn.offer(say("data.nothing"), [(say("engine.back_to"), buttons.Menu())])
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


def _circumstances(membership: Membership) -> Any:
    if membership.circumstances is None:
        return say("engine.none")
    if membership.circumstances == "":
        return say("circumstances.none")
    kinds = membership.circumstances.split(";")
    return Lines(tuple(say(f"circumstances.{each}") for each in kinds))


def _lines(values: list[tuple[str, Any]]) -> list[Phrase]:
    return [
        say("data.line", name=say(f"data.{key}"), value=value)
        for key, value in values
        if value is not None
    ]


def _callings(turn: Turn, person: Person) -> Any:
    """What this account calls a person; to himself, what each of his people calls him."""
    tie = turn.uow.people.tie(turn.account.id, person.id)
    if tie is not None and not tie.is_self:
        return tie.called
    ties = turn.uow.people.accounts_of(person.id)
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


def data_lines(turn: Turn, person: Person) -> list[Phrase]:
    """Everything that is kept about a person, a line each.

    Whom only one club knows reads it as one list; else each club is followed by what it was told.
    """
    lines = _lines(
        [
            ("full_name", person.full_name),
            ("called", _callings(turn, person)),
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
        if len(memberships) > 1:
            lines += _told(membership)
        for purpose, consent in turn.uow.people.consents(person.id, club.id).items():
            lines.append(
                say(
                    "data.consent",
                    purpose=say(f"data.purpose.{purpose}"),
                    answer=say("data.agreed" if consent.stands else "data.not_agreed"),
                    day=show_day(consent.answered_on),
                )
            )
    return lines


def person_action(services: Services, turn: Turn, person: Person) -> None:
    """What is kept about a person, with what can be done about it."""
    who = named(turn.uow, turn.account, person, services.zone)
    turn.say(Lines((say("data.head", who=who), *data_lines(turn, person))))
    rows: Rows = [
        [(say("data.delete"), buttons.Delete(person.id))],
        [(say("data.copy"), buttons.Copy(person.id))],
    ]
    if may_correct(turn, person):
        rows[0].insert(0, (say("data.correct"), buttons.Correct(person.id)))
    rows += [
        [(say(f"withdraw.button_{purpose}"), buttons.Withdraw(person.id, purpose))]
        for purpose in PURPOSES
        if any(
            turn.uow.people.agrees(person.id, membership.club_id, purpose)
            for membership in turn.uow.clubs.memberships_of(person.id)
        )
    ]
    rows.append([(say("engine.back_to"), buttons.Menu())])
    turn.offer(say("data.what_now"), *rows)


def may_correct(turn: Turn, person: Person) -> bool:
    """Whether anything may be written about a person: not before he agreed, not after he left."""
    return any(
        membership.state in LIVING - {MembershipState.UNCONFIRMED}
        for membership in turn.uow.clubs.memberships_of(person.id)
    )


def copy_action(services: Services, turn: Turn, person: Person) -> None:
    """Everything that is kept about a person, as a file or in the chat."""
    who = named(turn.uow, turn.account, person, services.zone)
    content = Lines((say("data.head", who=who), *data_lines(turn, person)))
    request = turn.uow.conversations.add_data_request(
        turn.account.id, person.id, "copy", REQUEST_DAYS
    )
    turn.uow.conversations.close_data_request(request)
    if not turn.capabilities.files:
        turn.say(content)
        return
    name = f"{COPY}-{request}.txt"
    path = keep_copy(services, turn.now, name, f"{turn.text(content)}\n".encode())
    turn.say(say("data.copy_sent", number=request), files=[(path, name)])


def correct_action(services: Services, turn: Turn, person: Person) -> None:
    """Change one thing."""
    if not may_correct(turn, person):
        turn.say(say("data.not_to_correct"))
        return
    said = turn.inbound.text if turn.inbound.kind is Incoming.TEXT else ""
    phones = phones_in(said)
    if len(phones) == 1:
        # The number was said with the wish: it is only said back.
        services.engine.start(
            turn, "correct", first="what", chosen="phone", said=phones[0], person=person.id
        )
        return
    services.engine.start(turn, "correct", person=person.id)


def delete_action(services: Services, turn: Turn, person: Person) -> None:
    """Forget a person, after asking once."""
    services.engine.start(turn, "delete", person=person.id)


def forget_person(uow: UnitOfWork, zone: ZoneInfo, person: Person) -> None:
    """Erase somebody wherever the storage knows him: the rows, and the words of messages.

    What stays is a bare row, the proof of the consents, and that somebody left.
    """
    memberships = uow.clubs.memberships_of(person.id)
    for membership in memberships:
        if MembershipState(membership.state) not in GONE:
            uow.clubs.set_state(membership.id, MembershipState.LEFT.value)
    for purpose in PURPOSES:
        uow.people.withdraw(person.id, purpose)
    stop_telling(uow, person.id, zone, reason="forgotten")
    ties = uow.people.accounts_of(person.id)
    # Coordinators are handed questions where a club's organisers are not there.
    heard = {account.id for _, account in ties} | uow.accounts.coordinated()
    for membership in memberships:
        heard |= uow.accounts.organised_by(membership.club_id)
    addresses = [
        Address(account.channel, account.external_id)
        for account in uow.accounts.several(heard).values()
    ]
    phones = {each.phone for each in memberships if each.phone}
    written = (form for phone in sorted(phones) for form in (show_phone(phone), phone))
    for known in filter(None, (person.full_name, *written)):
        uow.outbox.forget_name(known, heard)
        uow.inbox.forget_name(known, addresses)
        uow.conversations.forget_name(known, heard)
    for tie, account in ties:
        uow.inbox.blank(account.channel, account.external_id, account.created_at)
        if tie.is_self:
            uow.conversations.blank_enquiries_of(account.id)
            uow.conversations.drop(account.id, ASKED)
    uow.conversations.drop_about(person.id, memberships, heard)
    uow.people.erase(person.id)
    uow.conversations.close_requests_of(person.id)
    for membership in memberships:
        recompute(zone, uow, membership.club_id)


def forget_copies(services: Services, uow: UnitOfWork, person_id: int) -> None:
    """Take away the copies of somebody's data that were given: nothing in them is kept any more."""
    for number in uow.conversations.requests_of(person_id, "copy"):
        for path in (Path(services.files) / "copies").glob(f"{COPY}-{number}-*"):
            path.unlink(missing_ok=True)


def erase(services: Services, turn: Turn, person_id: int, club_id: int | None = None) -> None:
    """Forget who a person was at once; organisers are told that somebody left, not why.

    By one club alone where `club_id` says so: the others' book stays as it is.
    """
    own = turn.uow.people.is_self(turn.account.id, person_id)
    memberships = turn.uow.clubs.memberships_of(person_id)
    mine = [each.id for each in memberships if club_id in (None, each.club_id)]
    if len(mine) < len(memberships):
        person_id = turn.uow.people.part(person_id, mine)
    person = turn.uow.people.get(person_id)
    # The name is not said once more: this very message would keep it.
    who = say("registration.you" if own else "registration.this_person")
    request = turn.uow.conversations.add_data_request(
        turn.account.id, person_id, "delete", REQUEST_DAYS
    )
    for membership in turn.uow.clubs.memberships_of(person_id):
        forget_papers(services, turn.uow.clubs.get(membership.club_id))
        letter = Letter(
            key=f"erased/{membership.id}",
            phrase=say(
                "data.told_organiser",
                code=membership.code,
                club=turn.uow.clubs.get(membership.club_id).name,
            ),
        )
        tell_organisers(
            turn.uow, membership.club_id, services.zone, letter, besides=turn.account.id
        )
    forget_copies(services, turn.uow, person_id)
    forget_person(turn.uow, services.zone, person)
    turn.say(say("data.deleted", who=who, number=request))


def stop_messages(services: Services, turn: Turn) -> None:
    """Ask before messages are stopped; who has several people is asked for whom."""
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
    rows.append([(say("mute.no"), buttons.no(buttons.Menu()))])
    turn.offer(say("mute.sure"), *rows)


def mute_action(services: Services, turn: Turn) -> None:
    """No reminders to this phone."""
    turn.uow.accounts.update(turn.account.id, muted_at=turn.now)
    turn.say(say("mute.done"))


def mute_off(services: Services, turn: Turn) -> None:
    """Reminders to this phone again."""
    turn.uow.accounts.update(turn.account.id, muted_at=None)
    turn.say(say("mute.off"))
