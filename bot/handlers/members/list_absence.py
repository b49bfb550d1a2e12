"""Who is left out of a list since he died or is gone, and stands on the roster nevertheless.

Nothing is said here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.membership import LIVING
from bot.handlers.acting import Acting
from bot.handlers.members.commands import ask_again_later
from bot.language.text import fold
from bot.reminders.notices import stop_telling
from bot.rosters.listed import Absent
from bot.rosters.reading import Left
from bot.storage.records import Membership, Person

GONE = ("deceased", "moved", "left", "struck")
"""Why somebody is left out who is no member any more, as the list has it."""
Known = tuple[Membership, Person]


@dataclass(frozen=True)
class StillListed:
    """A line that says that somebody is gone, and who that is on the roster."""

    left: Left
    membership: Membership
    person: Person

    @property
    def said_dead(self) -> bool:
        """Whether the list says that he died; a line struck out says only that he is gone."""
        return self.left.why == "deceased"


def still_listed(left: Iterable[Left], roster: list[Known], living: set[int]) -> list[StillListed]:
    """Whom these lines mean; `living`: memberships of whom the same list says that they are here.

    Where several may be meant and nothing tells them apart nobody is.
    """
    found: list[StillListed] = []
    for each in left:
        who = each.who
        if who is None or each.why not in GONE:
            continue
        known = [
            (membership, person)
            for membership, person in roster
            if membership.id not in living
            and membership.state in LIVING
            and person.held_at is None
            and _may_be(who, membership, person)
        ]
        sure = [each for each in known if _is_surely(who, *each)]
        meant = sure if len(sure) == 1 else known
        if len(meant) == 1:
            found.append(StillListed(each, *meant[0]))
    return found


def _may_be(who: Absent, membership: Membership, person: Person) -> bool:
    if who.code is not None:
        return who.code == membership.code
    if not person.full_name or fold(person.full_name) != fold(who.name):
        return False
    years = who.birth_year, person.birth_year
    return None in years or years[0] == years[1]


def _is_surely(who: Absent, membership: Membership, person: Person) -> bool:
    same_year = who.birth_year is not None and who.birth_year == person.birth_year
    same_phone = who.phone is not None and who.phone == membership.phone
    return who.code is not None or same_year or same_phone


def rest_until_known(acting: Acting, gone: Iterable[StillListed]) -> list[int]:
    """Nothing is sent about who is said to have died until an organiser looked; the persons."""
    resting: list[int] = []
    for each in gone:
        if each.said_dead and each.person.held_at is None:
            acting.uow.people.update(each.person.id, held_at=acting.now)
            stop_telling(acting.uow, each.person.id, acting.zone, reason="held")
            ask_again_later(acting.uow, each.membership.id)
            resting.append(each.person.id)
    return resting
