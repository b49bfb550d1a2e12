"""Telling all members of a club what an organiser has to say."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.due import SubjectKind
from bot.domain.membership import MembershipState
from bot.language.places import neighbourhood_group
from bot.messages import Kind
from bot.reminders.announcements import Announced
from bot.reminders.notices import members, send
from bot.reminders.told import Told, told_of
from bot.reminders.waves import Wave
from bot.storage.records import Announcement, Person
from bot.storage.unit_of_work import UnitOfWork

WORTH = timedelta(days=3)
"""How long an announcement is worth telling (a proposal)."""


def groups_of(uow: UnitOfWork, club_id: int) -> dict[int, list[Person]]:
    """Whom announcements concern, by the neighbourhood group of the address that the club knows."""
    concerned = {person.id: person for person in members(uow, club_id)}
    found: dict[int, list[Person]] = {}
    for membership, person in uow.clubs.roster(club_id, [MembershipState.ACTIVE]):
        group = neighbourhood_group(membership.address)
        if group is not None and person.id in concerned:
            found.setdefault(group, []).append(person)
    return found


def tell_members(
    uow: UnitOfWork, announcement: Announcement, zone: ZoneInfo, group: int | None = None
) -> Told:
    """Tell a club's members, or those of one group: on their phones, on a neighbour's, by a call; at
    daytime only."""
    people = (
        members(uow, announcement.club_id)
        if group is None
        else groups_of(uow, announcement.club_id).get(group, [])
    )
    wave = Wave(
        club_id=announcement.club_id,
        subject_kind=SubjectKind.ANNOUNCEMENT,
        subject_id=announcement.id,
        kind="announce",
        lead="made",
        version=1,
        due_at=uow.now,
        expires_at=uow.now + WORTH,
    )
    audience = send(
        uow,
        wave,
        people,
        zone,
        lambda: Announced(uow, announcement),
        kind=Kind.ANNOUNCEMENT,
    )
    return told_of(uow, audience, zone)
