"""Who may do what, where flows and handlers both have to know it. Nothing is allowed by default."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.plan import Plan
from bot.domain.rights import AccountRole, Right, RightKind
from bot.messages import MessageState
from bot.storage.records import Account, Club, OutboxRow
from bot.storage.unit_of_work import UnitOfWork


def is_organiser(uow: UnitOfWork, account: Account, club_id: int) -> bool:
    """Whether an account organises this very club."""
    return any(
        role.role is AccountRole.ORGANISER and role.club_id == club_id
        for role in uow.accounts.roles(account.id)
    )


def is_coordinator_of(plan: Plan, uow: UnitOfWork, account: Account, club: Club | None) -> bool:
    """Whether a coordinator's area holds a club; without a club, whether it is everywhere."""
    for role in uow.accounts.roles(account.id):
        if role.role is not AccountRole.COORDINATOR:
            continue
        units = plan.units_of(role.area)
        if units is None or (club is not None and club.unit_code in units):
            return True
    return False


def answers_enquiry(plan: Plan, uow: UnitOfWork, account: Account, enquiry_id: int) -> bool:
    """Whether somebody's question was handed to this account among others."""
    found = uow.conversations.enquiry(enquiry_id)
    if found is None:
        return False
    if found.club_id is not None:
        club = uow.clubs.get(found.club_id)
        return is_organiser(uow, account, club.id) or is_coordinator_of(plan, uow, account, club)
    # It went past those who organise, to who stands above the asker's clubs.
    clubs = {
        membership.club_id
        for _, person in uow.people.of_account(found.account_id)
        for membership in uow.clubs.memberships_of(person.id)
    }
    clubs |= {role.club_id for role in uow.accounts.roles(found.account_id) if role.club_id}
    above = (None, *(uow.clubs.get(each) for each in sorted(clubs)))
    return any(is_coordinator_of(plan, uow, account, each) for each in above) or any(
        each.id == account.id for each in officers_of_founder(plan, uow, found.account_id)
    )


def officers_of_founder(plan: Plan, uow: UnitOfWork, account_id: int) -> list[Account]:
    """Who answers for somebody who may found a club and has none yet.

    Who invited him first, then those who coordinate where he may found it, or everywhere.
    """
    wanted = [
        role.area
        for role in uow.accounts.roles(account_id)
        if role.role is AccountRole.ORGANISER and role.club_id is None
    ]
    if not wanted:
        return []
    areas = {area for area in wanted if area is not None}
    held = {area.id for area in map(plan.area, areas) if area is not None}
    found = {
        each.id: each
        for each in [*uow.accounts.inviters(account_id), *uow.accounts.coordinators(areas | held)]
        if each.id != account_id
    }
    return list(found.values())


class Reader:
    """What an account may read now of what it was once sent: each right is looked up once."""

    def __init__(self, plan: Plan, uow: UnitOfWork, account: Account) -> None:
        self._plan = plan
        self._uow = uow
        self._account = account
        self._known: dict[str, bool] = {}
        self._spoken_for: set[str] | None = None

    def may_read(self, row: OutboxRow) -> bool:
        """Whether every right holds under which a message was sent."""
        return self.holds_all(row.rights or ())

    def holds_all(self, rights: Iterable[str]) -> bool:
        """Whether all of these rights hold."""
        return all(self._holds(each) for each in rights)

    def _holds(self, text: str) -> bool:
        if text not in self._known:
            right = Right.read(text)
            self._known[text] = right is not None and self._look_up(right)
        return self._known[text]

    def _look_up(self, right: Right) -> bool:
        uow, account = self._uow, self._account
        match right.kind:
            case RightKind.ORGANISES:
                return is_organiser(uow, account, int(right.subject))
            case RightKind.COORDINATES:
                areas = {
                    role.area or ""
                    for role in uow.accounts.roles(account.id)
                    if role.role is AccountRole.COORDINATOR
                }
                return bool(areas & {right.subject, ""})
            case RightKind.OVERSEES:
                club = uow.clubs.find(int(right.subject))
                return is_coordinator_of(self._plan, uow, account, club)
            case RightKind.ANSWERS:
                return answers_enquiry(self._plan, uow, account, int(right.subject))
            case RightKind.SPEAKS_FOR:
                if self._spoken_for is None:
                    people = uow.people.of_account(account.id)
                    self._spoken_for = {str(person.id) for _, person in people}
                return right.subject in self._spoken_for


def take_back(plan: Plan, uow: UnitOfWork, account: Account) -> int:
    """Cancel what waits for an account that may not read it any more; how much it was."""
    reader = Reader(plan, uow, account)
    lost = [row for row in uow.outbox.queued_of(account.id) if not reader.may_read(row)]
    for row in lost:
        uow.outbox.set(row.id, MessageState.CANCELLED)
    return len(lost)
