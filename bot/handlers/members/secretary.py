"""What a secretary looks for on the roster: a name, and who needs something; nothing is said here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.longevity import age_to_wish
from bot.domain.membership import LIVING, MembershipState
from bot.handlers.accesses import note_access
from bot.handlers.acting import Acting, Refused
from bot.storage.records import Account, Club, Membership, Person, SpeaksFor

Found = tuple[Membership, Person]

SILENCE = timedelta(days=30)
"""How long somebody who was asked may say nothing before the secretary hears of it."""
FOUND_AT_MOST = 12


def search(acting: Acting, club: Club, words: str) -> list[Found] | Refused:
    """Whom a club's roster holds under a name, a code, a year of birth or a number."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    found = acting.uow.clubs.search(club.id, words, FOUND_AT_MOST)
    note_access(acting, club.id, [person for _, person in found], "search")
    return found


@dataclass(frozen=True)
class Celebration:
    """Somebody who reaches an age in a year that is wished long life for."""

    membership: Membership
    person: Person
    age: int


@dataclass(frozen=True)
class SecretaryLists:
    """Who needs something, each in the order of names. Who is restricted stands in none."""

    without_consent: list[Found]
    """Nobody noted that they agreed to stand in the book."""
    unreachable: list[Found]
    """No phone, no contact person, no chat that is told."""
    silent: list[Found]
    """Asked in the last month, and nothing was heard of them or who speaks for them."""
    celebrations: list[Celebration]
    """By age."""
    birthdays: list[Found]
    """Whose day of birth is known, in the order of the year."""


def lists_of(acting: Acting, club: Club) -> SecretaryLists | Refused:
    """A club's lists as they stand today."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    uow, year = acting.uow, acting.today.year
    roster = [each for each in uow.clubs.roster(club.id, LIVING) if each[0].restricted_at is None]
    active = [each for each in roster if each[0].state is MembershipState.ACTIVE]
    ids = [person.id for _, person in active]
    answers = uow.people.latest_consents([person.id for _, person in roster], club.id, "roster")
    # Whose consent rests for an objection has given it.
    agreed = {number for number, each in answers.items() if each.stands or each.is_paused}
    ties = uow.people.accounts_of_each(ids)
    since = uow.now - SILENCE
    asked = uow.notices.asked_since(club.id, since)
    answered = uow.events.answering_since(club.id, since)

    def is_silent(person: Person) -> bool:
        spoke = any(account.last_seen_at >= since for _, account in ties.get(person.id, []))
        return person.id in asked and person.id not in answered and not spoke

    wished = [
        Celebration(member, person, age)
        for member, person in active
        if person.birth_year is not None
        and (age := age_to_wish(year - person.birth_year)) is not None
    ]
    born = [each for each in active if each[1].birth_date is not None]
    return SecretaryLists(
        without_consent=[
            each
            for each in roster
            if each[0].state in (MembershipState.ACTIVE, MembershipState.UNCONFIRMED)
            and each[1].id not in agreed
        ],
        unreachable=[
            (member, person)
            for member, person in active
            if not _is_reachable(member, ties.get(person.id, []))
        ],
        silent=[each for each in active if is_silent(each[1])],
        celebrations=sorted(wished, key=lambda each: -each.age),
        birthdays=sorted(born, key=_day_of_the_year),
    )


def _is_reachable(member: Membership, ties: list[tuple[SpeaksFor, Account]]) -> bool:
    by_chat = any(
        tie.told and account.blocked_at is None and account.muted_at is None
        for tie, account in ties
    )
    return bool(member.phone or member.contact_person or by_chat)


def _day_of_the_year(found: Found) -> tuple[int, int]:
    day = found[1].birth_date
    assert day is not None
    return day.month, day.day
