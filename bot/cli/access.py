"""Who may do what: invitations, roles, and the roles of a lost phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.running import (
    in_unit,
    note,
    run,
    table,
    tell,
)

if TYPE_CHECKING:
    from datetime import datetime

    from bot.settings import Settings
    from bot.storage.records import Account, Invitation
    from bot.storage.unit_of_work import UnitOfWork


RoleName = Literal["coordinator", "organiser"]


def invite_command(
    role: Annotated[RoleName | None, typer.Option(help="The role that the code gives.")] = None,
    area: Annotated[str | None, typer.Option(help="An area's id or a unit's code.")] = None,
    club: Annotated[str | None, typer.Option(help="A club's code.")] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Show the codes that were given instead.")
    ] = False,
    cancel: Annotated[
        str | None, typer.Option(metavar="CODE", help="Take a code back that nobody used yet.")
    ] = None,
) -> None:
    """Print an invitation code, then its links; or show, or take back, what was given."""
    if listed:
        if cancel is not None or club is not None or area is not None:
            raise typer.BadParameter("only --role goes with it", param_hint="--list")
        tell(run(lambda settings: in_unit(settings, _lister(role), reads=True)))
    elif cancel is not None:
        if role or area or club:
            raise typer.BadParameter("nothing goes with it", param_hint="--cancel")
        tell(run(lambda settings: in_unit(settings, _canceller(cancel))))
    elif role is None:
        raise typer.BadParameter("coordinator or organiser is needed", param_hint="--role")
    else:
        lines = run(lambda settings: in_unit(settings, _giver(role, area, club), create=True))
        tell(lines)
        if len(lines) == 1:
            note("No link opens the bot with it: whoever gets the code types it to the bot.")


Work = Callable[["Settings", "UnitOfWork"], list[str]]


def _giver(role: RoleName, area: str | None, club: str | None) -> Work:
    from bot.handlers.acting import Acting
    from bot.handlers.links import deep_links
    from bot.handlers.office.commands import InvitationError, operator_invitation
    from bot.plan.loader import load_plan

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        try:
            operator = Acting(uow, None, load_plan(settings.plan), settings.zone)
            code = operator_invitation(operator, role, area, club)
        except InvitationError as error:
            raise LookupError(str(error)) from None
        links = deep_links(uow, code, base_url=settings.base_url, has_page=settings.has_page)
        return [code, *links]

    return work


def _lister(role: RoleName | None) -> Work:
    from bot.handlers.acting import Acting
    from bot.handlers.office.commands import given_invitations
    from bot.plan.loader import load_plan

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        operator = Acting(uow, None, load_plan(settings.plan), settings.zone)
        given = [each for each in given_invitations(operator) if role in (None, each.role)]
        ids = {each.created_by for each in given} | {each.used_by for each in given}
        accounts = uow.accounts.several(each for each in ids if each is not None)
        heading = ("CODE", "ROLE", "WHERE", "GIVEN BY", "GIVEN", "UNTIL", "STATE")
        return table(heading, [_row(settings, uow, accounts, each) for each in given])

    return work


def _row(
    settings: Settings, uow: UnitOfWork, accounts: dict[int, Account], given: Invitation
) -> tuple[str, ...]:
    by = "the operator" if given.created_by is None else _named(accounts[given.created_by])
    return (
        given.code,
        given.role,
        _scope(uow, given.area, given.club_id),
        by,
        _when(settings, given.created_at),
        _when(settings, given.expires_at),
        _state(uow.now, accounts, given),
    )


def _state(now: datetime, accounts: dict[int, Account], given: Invitation) -> str:
    if given.used_by is not None:
        return f"used by {_named(accounts[given.used_by])}"
    if given.cancelled_at is not None:
        return "taken back"
    return "open" if given.is_open(now) else "expired"


def _canceller(code: str) -> Work:
    from bot.handlers.acting import Acting, Refused
    from bot.handlers.office.commands import cancel_invitation
    from bot.plan.loader import load_plan

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        operator = Acting(uow, None, load_plan(settings.plan), settings.zone)
        outcome = cancel_invitation(operator, code)
        if outcome is Refused.GONE:
            raise LookupError(f"unknown code {code}")
        if isinstance(outcome, Refused):
            raise LookupError(f"{code} was used, taken back, or has expired")
        return [f"{outcome.code}: taken back"]

    return work


def accounts_command(
    role: Annotated[RoleName | None, typer.Option(help="Only this role.")] = None,
) -> None:
    """Who has which role."""
    from bot.domain.rights import AccountRole

    wanted = None if role is None else AccountRole(role)

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        heading = ("ACCOUNT", "ROLE", "WHERE", "CHANNEL", "NAME", "SINCE")
        rows = [
            (
                str(account.id),
                held.role,
                _scope(uow, held.area, held.club_id),
                account.channel,
                account.name or "-",
                _when(settings, held.granted_at),
            )
            for held, account in uow.accounts.all_roles(wanted)
        ]
        return table(heading, rows)

    tell(run(lambda settings: in_unit(settings, work, reads=True)))


def _scope(uow: UnitOfWork, area: str | None, club_id: int | None) -> str:
    return area or "everywhere" if club_id is None else uow.clubs.get(club_id).code


def _named(account: Account) -> str:
    return f"{account.name or '-'} ({account.channel}, account {account.id})"


def _when(settings: Settings, moment: datetime) -> str:
    return moment.astimezone(settings.zone).isoformat(timespec="minutes")


def revoke_command(
    account: Annotated[int, typer.Option(help="The account's number.", min=1, max=2**31 - 1)],
) -> None:
    """Take the roles of a lost phone away."""

    def work(settings: Settings, uow: UnitOfWork) -> int:
        from bot.conversations.permissions import take_back
        from bot.plan.loader import load_plan

        found = uow.accounts.get(account)
        count = uow.accounts.revoke(account)
        if not count:
            raise LookupError(f"account {account} has no role")
        # What waits for it, until the morning perhaps, is not sent to a lost phone.
        take_back(load_plan(settings.plan), uow, found)
        return count

    count = run(lambda settings: in_unit(settings, work))
    tell([f"account {account}: {count} role(s) taken away"])
