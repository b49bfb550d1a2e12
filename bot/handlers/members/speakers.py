"""Who speaks for a member, as an organiser changes it; nothing is said here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.conversations.effects import SpeakerChanged
from bot.handlers.acting import Acting, Refused
from bot.storage.records import Account, Membership, Person, SpeaksFor
from bot.storage.unit_of_work import UnitOfWork

To = Literal["told", "not_told", "gone"]


@dataclass(frozen=True)
class Speaker:
    """An account that speaks for a member, by the name it goes by and its word for him."""

    account: Account
    tie: SpeaksFor
    name: str | None


def speakers_of(uow: UnitOfWork, person: Person) -> list[Speaker]:
    """Who speaks for a person: the own phones first."""
    found = []
    for tie, account in uow.people.accounts_of(person.id):
        own = None if tie.is_self else uow.people.self_of(account.id)
        found.append(Speaker(account, tie, own.shown_name if own else account.name))
    return sorted(found, key=lambda each: not each.tie.is_self)


def speaker(uow: UnitOfWork, person: Person, account_id: int) -> Speaker | None:
    """One of them, where it still speaks for the person."""
    return next((each for each in speakers_of(uow, person) if each.account.id == account_id), None)


def change_speaker(
    acting: Acting, membership: Membership, account_id: int, to: To
) -> Refused | None:
    """A helper is told what concerns a member, isn't, or speaks for him no more; None when noted.

    The organiser decides for his own club: where others know the person too, his club's row is
    parted first. The member's own phone isn't taken from him by anybody.
    """
    if not acting.organises(membership.club_id):
        return Refused.NOT_YOURS
    uow = acting.uow
    person = uow.people.get(membership.person_id)
    found = speaker(uow, person, account_id)
    if found is None or found.tie.is_self:
        return Refused.OVER
    if len(uow.clubs.memberships_of(person.id)) > 1:
        person = uow.people.get(uow.people.part(person.id, [membership.id]))
    if to == "gone":
        uow.people.speak_no_more(account_id, person.id)
    else:
        uow.people.set_told(account_id, person.id, told=to == "told")
    acting.do(SpeakerChanged(membership.id, account_id, found.tie.called, to))
    return None
