"""Who speaks for a member, as an organiser changes it; nothing is said here."""

from __future__ import annotations

from typing import Literal

from bot.conversations.effects import SpeakerChanged
from bot.handlers.acting import Acting, Refused
from bot.storage.records import Membership

To = Literal["told", "not_told", "gone"]


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
    tie = uow.people.tie(account_id, person.id)
    if tie is None or tie.is_self:
        return Refused.OVER
    if len(uow.clubs.memberships_of(person.id)) > 1:
        person = uow.people.get(uow.identities.part(person.id, [membership.id]))
    if to == "gone":
        uow.people.speak_no_more(account_id, person.id)
    else:
        uow.people.set_told(account_id, person.id, told=to == "told")
    acting.do(SpeakerChanged(membership.id, account_id, tie.called, to))
    return None
