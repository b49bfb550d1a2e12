"""The services: what every handler has at hand, and who may do what where.

Nothing is allowed by default: an action names the role it needs, and the club it needs it for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.conversations.engine import Engine
from bot.documents.facts import Kept
from bot.domain.plan import Plan
from bot.domain.rights import AccountRole
from bot.guidance.retriever import Answer
from bot.storage.records import Account, Club
from bot.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Keeping:
    """How long things about people are kept, by purpose; the settings say it in days."""

    conversations: timedelta = timedelta(days=30)
    """Unfinished conversations; the words of updates, messages, announcements, handed-on questions."""
    after_leaving: timedelta = timedelta(days=365)
    """Somebody's data after the last club has no use for them any more."""
    proof: timedelta = timedelta(days=1095)
    """The proof of a consent after the data it was for."""
    backups: timedelta | None = timedelta(days=7)
    """The backups of each day; None where the bot makes none."""
    questions: timedelta = timedelta(days=90)
    """What was asked and not answered, without names, for whoever writes the articles."""

    def shown(self) -> Kept:
        """The same as papers tell it."""
        return Kept(
            self.conversations.days,
            self.after_leaving.days,
            self.proof.days,
            None if self.backups is None else self.backups.days,
        )


@dataclass(frozen=True)
class Services:
    """The settings and parts that handlers share; the same for every turn."""

    engine: Engine
    plan: Plan
    zone: ZoneInfo
    default_language: str
    contact: str | None
    base_url: str
    has_page: bool
    """Whether the chat page is open to anybody, so that its links lead somewhere."""
    has_server: bool
    """Whether the web server runs, so that a page opened by a pass can be fetched."""
    answer_question: Callable[[str, str], Answer]
    """(question, language) → an answer of the guidance."""
    files: str
    """The folder in which files that are sent lie."""
    keeping: Keeping = field(default_factory=Keeping)


def may_found(uow: UnitOfWork, account: Account) -> list[str | None]:
    """The areas in which an account may open a founding; None among them is everywhere."""
    return [
        role.area
        for role in uow.accounts.roles(account.id)
        if role.role is AccountRole.ORGANISER and role.club_id is None
    ]


def is_coordinator(uow: UnitOfWork, account: Account) -> bool:
    """Whether an account coordinates anything."""
    return any(role.role is AccountRole.COORDINATOR for role in uow.accounts.roles(account.id))


def coordinators_of(plan: Plan, uow: UnitOfWork, club: Club) -> list[Account]:
    """Those who coordinate a club: of its unit, its area, then of everywhere."""
    area = plan.area_of_unit(club.unit_code)
    return uow.accounts.coordinators({club.unit_code, *([area.id] if area else [])})


def organised_clubs(uow: UnitOfWork, account: Account) -> list[Club]:
    """The clubs an account organises."""
    return [uow.clubs.get(each) for each in organised_ids(uow, account)]


def organised_ids(uow: UnitOfWork, account: Account) -> list[int]:
    """The ids of the clubs an account organises."""
    return [
        role.club_id
        for role in uow.accounts.roles(account.id)
        if role.role is AccountRole.ORGANISER and role.club_id is not None
    ]


def unit_name(services: Services, code: str) -> str:
    """A commune-level unit's name of today, its code where the plan doesn't know it."""
    unit = services.plan.unit(code)
    return unit.name if unit else code


def clubs_of_account(uow: UnitOfWork, account: Account) -> list[Club]:
    """The clubs in which an account has somebody to speak for, then those it organises."""
    people = tuple(person.id for _, person in uow.people.of_account(account.id))
    ids = [
        membership.club_id
        for membership in uow.clubs.memberships_of_each(people)
        if membership.state in ("unconfirmed", "applied", "waitlisted", "active", "suspended")
    ]
    ids.extend(organised_ids(uow, account))
    return [uow.clubs.get(each) for each in dict.fromkeys(ids)]
