"""How messages name people: to themselves, to those who speak for them, to organisers."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.domain.founding import F, StepKey
from bot.domain.membership import LIVING
from bot.language.kinship import is_kin_word
from bot.language.phones import show_phone
from bot.speech.forms import form_for
from bot.speech.translation import About, Phrase, say
from bot.storage.records import Account, Club, Person, SpeaksFor
from bot.storage.unit_of_work import UnitOfWork


def named(uow: UnitOfWork, account: Account, person: Person, zone: ZoneInfo) -> About:
    """How a message to an account names a person: himself as "bà", others as it calls them.

    The message is kept as one about that person: it is read by who speaks for him.
    """
    tie = uow.people.tie(account.id, person.id)
    return name_for(person, tie, uow.now.astimezone(zone).year)


def name_for(person: Person, tie: SpeaksFor | None, year: int) -> About:
    """The same where it is known how the account speaks for the person, None where it doesn't.

    Never the bare name of an elder: form of address and given name where age or sex is known.
    """
    return About(person.id, _called(person, tie, year))


def _called(person: Person, tie: SpeaksFor | None, year: int) -> Phrase | str:
    if tie is not None and tie.is_self:
        return say("registration.you")
    called = tie.called if tie is not None else None
    if called or not person.full_name:
        return called or say("registration.this_person")
    if person.birth_year is None and person.sex is None:
        return person.full_name
    form = form_for(
        birth_year=person.birth_year,
        sex=person.sex,  # type: ignore[arg-type]
        year=year,
    )
    return f"{form.address} {person.full_name.split()[-1]}"


def roster_name(uow: UnitOfWork, person: Person) -> Phrase | str:
    """A person as organisers read him: "Nguyễn Thị Sáu (1948)", else "má của hanh"."""
    if person.full_name:
        if person.birth_year is None:
            return person.full_name
        return say("show.person", name=person.full_name, year=person.birth_year)
    return list_name(uow, person)


def list_name(uow: UnitOfWork, person: Person) -> Phrase | str:
    """A person in a list of names: the full name, else "má của hanh" by who speaks for him."""
    if person.full_name:
        return person.full_name
    ties = [(tie.called, account) for tie, account in uow.people.accounts_of(person.id)]
    for called, account in ties:
        if not called or not is_kin_word(called):
            continue
        if by := known_name(uow, account):
            return say("show.person_of", name=called, by=by)
    return next((called for called, _ in ties if called), person.shown_name)


def account_name(uow: UnitOfWork, account: Account, unnamed: Phrase | None = None) -> Phrase | str:
    """Whoever uses an account, by the full name of the own person, else as the account came.

    Never with the year of birth: not all who read it may know that. Who has neither name is
    `unnamed`, without it "một người khách".
    """
    return known_name(uow, account) or unnamed or say("person.guest")


def known_name(uow: UnitOfWork, account: Account) -> str | None:
    """The same, None for who has no name at all."""
    own = uow.people.self_of(account.id)
    return (own.full_name if own is not None else None) or account.name or None


def calling(uow: UnitOfWork, person: Person) -> str | None:
    """What somebody is called by the first account that has a word for him."""
    ties = uow.people.accounts_of(person.id)
    return next((tie.called for tie, _ in ties if tie.called), None)


def contact_of(uow: UnitOfWork, club: Club) -> Phrase | str:
    """Who answers for a club, with the phone where it is known.

    An organiser by the own person; else the head of the mobilising group, as it was written
    down; else the name of an organiser's account.
    """
    organisers = uow.accounts.organisers(club.id)
    for account in organisers:
        person = uow.people.self_of(account.id)
        if person is not None and person.full_name:
            own = uow.clubs.membership_of(club.id, person.id)
            phone = own.phone if own is not None and own.state in LIVING else None
            return _with_phone(person.full_name, phone)
    group = uow.founding.data(club.id, StepKey.MOBILISING_GROUP)
    head = next((datum.value for datum in group if datum.field == F.GROUP_HEAD), None)
    for datum in group:
        if datum.field == F.GROUP_MEMBERS and str(datum.item) == str(head):
            return _with_phone(datum.value[F.NAME], datum.value.get(F.PHONE))
    for account in organisers:
        if account.name:
            return account.name
    return say("registration.board")


def _with_phone(name: str, phone: str | None) -> str:
    return f"{name}, {show_phone(phone)}" if phone else name
