"""What is done by those who run the plan, and with the codes that they give; nothing is said here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.buttons import ANYWHERE
from bot.conversations.effects import CoOrganiserJoined
from bot.domain.limits import Limited
from bot.domain.plan import Plan
from bot.domain.rights import AccountRole
from bot.handlers.acting import Acting, Refused
from bot.handlers.invitations import add_invitation
from bot.handlers.limits import count, minutes_to_wait
from bot.handlers.office.codes import as_code, club_meant
from bot.handlers.office.report import Report, build_overview
from bot.storage.installation import INVITATION_LENGTH, JOIN_CODE_LENGTH
from bot.storage.records import Account, Club, Invitation
from bot.storage.unit_of_work import UnitOfWork

# Codes that somebody brings


class WrongCode(Enum):
    """Why a code opens nothing."""

    UNKNOWN = "unknown"
    TOO_MANY = "too_many"
    """So many were tried that even a right one waits."""


def try_code(
    acting: Acting, code: str, *, is_meant: bool, may_be: bool
) -> Club | Invitation | WrongCode:
    """What a code opens: registration in a club, or a role.

    A wrong one that is surely meant as a code is counted, and one that only `may_be` a code is.
    """
    too_many = minutes_to_wait(acting, Limited.WRONG_CODE) is not None
    found: Club | Invitation | None = None
    if len(code) == JOIN_CODE_LENGTH:
        found = acting.uow.clubs.by_join_code(code)
    elif len(code) == INVITATION_LENGTH:
        found = acting.uow.accounts.invitation(code)
    if found is None:
        counts = not too_many if is_meant else may_be
        if counts:
            count(acting, Limited.WRONG_CODE)
        return WrongCode.TOO_MANY if too_many and is_meant else WrongCode.UNKNOWN
    return WrongCode.TOO_MANY if too_many else found


@dataclass(frozen=True)
class Invited:
    """A role that an invitation gave; of a club where it is for one."""

    role: AccountRole
    club: Club | None


class Unusable(Enum):
    """Why an invitation gives nothing."""

    USED = "used"
    USED_BY_YOU = "used_by_you"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    """Whoever gave it took it back."""


def use_invitation(acting: Acting, invitation: Invitation) -> Invited | Unusable | Refused:
    """Take the role that an invitation gives, once."""
    account = acting.account
    if account is None:
        return Refused.NOT_YOURS
    if invitation.used_at is not None:
        return Unusable.USED_BY_YOU if invitation.used_by == account.id else Unusable.USED
    if invitation.cancelled_at is not None:
        return Unusable.CANCELLED
    if invitation.expires_at <= acting.now:
        return Unusable.EXPIRED
    if not acting.uow.accounts.use_invitation(invitation.code, account.id):
        return Unusable.USED
    club_id = invitation.club_id
    acting.uow.accounts.grant(account.id, invitation.role, area=invitation.area, club_id=club_id)
    if club_id is None:
        return Invited(invitation.role, None)
    acting.do(CoOrganiserJoined(club_id, account.id))
    return Invited(invitation.role, acting.uow.clubs.get(club_id))


# Codes that somebody gives


class InvitationError(Exception):
    """An invitation that can't be made; the text says why."""


def operator_invitation(acting: Acting, role: str, area: str | None, club: str | None) -> str:
    """The code of a new invitation that an operator asks for; raises InvitationError."""
    if acting.account is not None:
        raise InvitationError("only an operator gives any role")
    try:
        given = AccountRole(role)
    except ValueError:
        raise InvitationError(f"unknown role {role}: coordinator or organiser") from None
    meant = None if area is None else acting.plan.code_meant(area)
    if area is not None and meant is None:
        raise InvitationError(f"unknown area {area}: an id of the plan or a unit's five digits")
    club_id = None
    if club is not None:
        if given is not AccountRole.ORGANISER:
            raise InvitationError("only an organiser joins a club")
        found = club_meant(acting.uow, club)
        if found is None:
            raise InvitationError(f"unknown club {club}")
        club_id = found.id
    return add_invitation(acting, given, area=None if club_id else meant, club_id=club_id)


def given_invitations(acting: Acting) -> list[Invitation]:
    """The codes that who acts gave and that can still be used, or all there ever were."""
    if acting.account is None:
        return acting.uow.accounts.invitations()
    own = acting.uow.accounts.invitations(created_by=acting.account.id)
    return [each for each in own if each.is_open(acting.now)]


def cancel_invitation(acting: Acting, code: str) -> Invitation | Refused:
    """Take a code back before it is used: whoever gave it may, and the operator any."""
    found = acting.uow.accounts.invitation(as_code(code))
    if acting.account is not None and (found is None or found.created_by != acting.account.id):
        return Refused.NOT_YOURS
    if found is None:
        return Refused.GONE
    if not found.is_open(acting.now) or not acting.uow.accounts.cancel_invitation(found.code):
        return Refused.OVER
    return found


def keep_own_name(acting: Acting, name: str) -> Refused | None:
    """Keep what who coordinates is called; the platform's name for him no longer counts."""
    if acting.account is None or not areas_coordinated(acting.uow, acting.account):
        return Refused.NOT_YOURS
    acting.uow.accounts.update(acting.account.id, name=name, name_told=True)
    return None


def areas_coordinated(uow: UnitOfWork, account: Account) -> list[str | None]:
    """The areas that an account coordinates; None among them is everywhere."""
    return [
        role.area for role in uow.accounts.roles(account.id) if role.role is AccountRole.COORDINATOR
    ]


def invite_founder(acting: Acting, area: str) -> str | Refused:
    """A code with which somebody may found a club in an area that one coordinates, or ANYWHERE."""
    wanted = None if area == ANYWHERE else area
    if acting.account is None:
        return Refused.NOT_YOURS
    if not _may_invite(acting.plan, areas_coordinated(acting.uow, acting.account), wanted):
        return Refused.NOT_YOURS
    return add_invitation(acting, AccountRole.ORGANISER, area=wanted)


def _may_invite(plan: Plan, areas: list[str | None], wanted: str | None) -> bool:
    if None in areas:
        return wanted is None or plan.knows(wanted)
    wanted_units = plan.units_of(wanted)
    if wanted_units is None:
        return False
    held: set[str] = set()
    for area in areas:
        held |= plan.units_of(area) or set()
    return bool(wanted_units) and wanted_units <= held


# Where the clubs stand


def own_report(acting: Acting) -> Report | Refused:
    """How all that one coordinates stands against the targets, club by club."""
    if acting.account is None:
        return build_overview(acting.uow, acting.plan, acting.zone)
    if not areas_coordinated(acting.uow, acting.account):
        return Refused.NOT_YOURS
    units = units_overseen(acting)
    return build_overview(acting.uow, acting.plan, acting.zone, units=units)


def units_overseen(acting: Acting) -> set[str] | None:
    """The communes that who acts coordinates; None is every one, and the operator's."""
    if acting.account is None:
        return None
    units: set[str] = set()
    for area in areas_coordinated(acting.uow, acting.account):
        more = acting.plan.units_of(area)
        if more is None:
            return None
        units |= more
    return units
