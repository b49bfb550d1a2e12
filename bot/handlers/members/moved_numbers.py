"""Numbers of eleven digits on a list: what they became in 2018 is offered for all of them at once.

Never taken silently: a number may have got another owner since. Nothing is said here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.handlers.acting import Acting
from bot.rosters.people import Listed
from bot.storage.records import Club, Membership, Person

MOVED = "@moved"
"""Where the numbers wait for a yes."""


@dataclass(frozen=True)
class MovedNumber:
    """Somebody's number as the list has it, and what it may be now."""

    membership: Membership
    person: Person
    before: str
    now: str


def keep_moved(acting: Acting, club: Club, rows: Iterable[tuple[Listed, int]]) -> None:
    """Keep the old numbers of these lines, beside those that wait already."""
    if acting.account is None:
        return
    numbers = [
        [membership_id, remark.value, remark.candidate]
        for row, membership_id in rows
        for remark in row.remarks
        if remark.why == "moved" and remark.candidate
    ]
    if numbers:
        kept = [*_kept(acting, club), *numbers]
        state = {"club": club.id, "numbers": kept}
        acting.uow.conversations.put(acting.account.id, MOVED, state, is_open=False)


def _kept(acting: Acting, club: Club) -> list[list[object]]:
    if acting.account is None:
        return []
    held = acting.uow.conversations.find(acting.account.id, MOVED)
    if held is None or held.state.get("club") != club.id:
        return []
    return list(held.state["numbers"])


def moved_numbers(acting: Acting, club: Club) -> list[MovedNumber]:
    """Who may have a new number; not who has another one by now, or is forgotten."""
    if not acting.organises(club.id):
        return []
    found = {}
    for membership_id, before, now in _kept(acting, club):
        membership = acting.uow.clubs.membership(int(str(membership_id)))
        person = acting.uow.people.find(membership.person_id) if membership else None
        if membership is None or person is None or person.erased_at is not None:
            continue
        if membership.phone is None:
            found[membership.id] = MovedNumber(membership, person, str(before), str(now))
    return list(found.values())
