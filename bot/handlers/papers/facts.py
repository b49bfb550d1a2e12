"""A club's facts as they may leave it on paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from zoneinfo import ZoneInfo

from bot.delivery.naming import contact_of
from bot.documents.facts import BoardMember, ClubFacts, Named, Occasion
from bot.domain.criteria import composition
from bot.domain.founding import POSTS, F, StepKey
from bot.domain.membership import ON_THE_SHEET, MembershipState
from bot.domain.plan import Plan
from bot.handlers.founding.facts import load_data, member_facts
from bot.language.places import neighbourhood_group
from bot.storage.records import Club, Membership, Occurrence, Person
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject

MEETING = StepKey.FOUNDING_MEETING
KEPT_BACK = "undisclosed"
"""What a paper has for circumstances that may not leave the club, as if never told."""


def facts_for(uow: UnitOfWork, club: Club, plan: Plan, zone: ZoneInfo) -> ClubFacts:
    """A club as its papers may show it.

    Named is who agreed to stand on the list for the commune (`sharing`); the circumstances leave
    the club only with a consent to that (`circumstances_shared`), beside the one to note them. Everybody who is a member counts.
    """
    today = uow.now.astimezone(zone).date()
    data = load_data(uow, club.id)
    shared = uow.people.agreeing(club.id, "sharing")
    told = uow.people.agreeing(club.id, "circumstances_shared")
    told &= uow.people.agreeing(club.id, "circumstances")
    roster = uow.clubs.roster(club.id, [MembershipState.ACTIVE])

    def named(membership: Membership, person: Person) -> Named:
        if person.id not in shared or membership.restricted_at is not None:
            return Named()
        return Named(
            name=person.full_name,
            birth_year=person.birth_year,
            birth_estimated=person.birth_estimated,
            sex=person.sex,
            address=membership.address,
            phone=membership.phone,
            contact_person=membership.contact_person,
            circumstances=KEPT_BACK
            if membership.circumstances is not None and person.id not in told
            else membership.circumstances,
        )

    people = {person.id: named(membership, person) for membership, person in roster}
    board, elected = _board(data, people)
    unit = plan.unit(club.unit_code)
    return ClubFacts(
        code=club.code,
        name=club.name,
        hamlet=club.hamlet,
        unit=unit.name if unit else None,
        plan=plan,
        today=today,
        data=data,
        members=_in_order(roster, people),
        signers=_signers(uow, club),
        composition=composition([member_facts(*each) for each in roster], today.year),
        board=board,
        board_elected=elected,
        contact=contact_of(uow, club),
    )


def named_people(uow: UnitOfWork, club: Club) -> list[Person]:
    """Whom papers that leave the club may name."""
    shared = uow.people.agreeing(club.id, "sharing")
    return [
        person
        for membership, person in uow.clubs.roster(club.id, [MembershipState.ACTIVE])
        if person.id in shared and membership.restricted_at is None
    ]


def _signers(uow: UnitOfWork, club: Club) -> tuple[Named, ...]:
    """Who hasn't answered to every purpose of the sheet, with no more than tells him from his namesakes."""
    roster = uow.clubs.roster(club.id, [MembershipState.UNCONFIRMED, MembershipState.ACTIVE])
    ids = [person.id for _, person in roster]
    answered = [uow.people.latest_consents(ids, club.id, purpose) for purpose in ON_THE_SHEET]
    shown = {
        person.id: Named(
            name=person.full_name,
            birth_year=person.birth_year,
            birth_estimated=person.birth_estimated,
            address=membership.address,
        )
        for membership, person in roster
        if person.full_name
        and membership.restricted_at is None
        and not all(person.id in each for each in answered)
    }
    return _in_order([each for each in roster if each[1].id in shown], shown)


def _in_order(
    roster: Iterable[tuple[Membership, Person]], people: dict[int, Named]
) -> tuple[Named, ...]:
    """By neighbourhood group, in each by name as the roster is; those without a name at the end."""
    last = 10_000

    def place(each: tuple[Membership, Person]) -> tuple[bool, int]:
        membership, person = each
        unnamed = people[person.id].name is None
        group = neighbourhood_group(membership.address)
        return unnamed, 0 if unnamed else last if group is None else group

    return tuple(people[person.id] for _, person in sorted(roster, key=place))


def _board(
    data: dict[str, JsonObject], people: dict[int, Named]
) -> tuple[tuple[BoardMember, ...], bool]:
    """The board as it was elected, with its votes; before the election the willing candidates."""
    elected = data.get(MEETING, {}).get(F.ELECTED) or []
    candidates = data.get(StepKey.BOARD_CANDIDATES, {}).get(F.CANDIDATES) or []
    board = [
        BoardMember(
            people.get(int(each[F.MEMBER]["person"]), Named()), each[F.POST], each.get(F.VOTES)
        )
        for each in (elected or [each for each in candidates if each.get(F.AGREED)])
        if each.get(F.MEMBER) and each.get(F.POST)
    ]
    board.sort(key=lambda each: POSTS.index(each.post))
    return tuple(board), bool(elected)


def founding_occasion(data: dict[str, JsonObject]) -> Occasion:
    """The founding meeting as it is planned, or as it was held."""
    meeting, place = data.get(MEETING, {}), data.get(StepKey.MEETING_PLACE, {})
    day = meeting.get(F.PLANNED_DATE) or meeting.get(F.DATE)
    hour = meeting.get(F.PLANNED_TIME) or meeting.get(F.START)
    where = [each for each in (place.get(F.PLACE_NAME), place.get(F.PLACE_ADDRESS)) if each]
    return Occasion(
        MEETING,
        day=date.fromisoformat(day) if day else None,
        hour=time.fromisoformat(hour) if hour else None,
        place=", ".join(where) or None,
    )


def occasion_of(uow: UnitOfWork, occurrence: Occurrence, zone: ZoneInfo) -> Occasion:
    """One day of an event as an invitation has it."""
    event = uow.events.get(occurrence.event_id)
    local = occurrence.starts_at.astimezone(zone)
    return Occasion(
        event.kind,
        day=local.date(),
        hour=local.time(),
        place=occurrence.place,
        bring=event.bring,
        places=event.places,
    )
