"""Who may do what: invitations, roles, and the roles of a lost phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.running import (
    give_way,
    in_unit,
    run,
    tell,
)

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.storage.unit_of_work import UnitOfWork


RoleName = Literal["coordinator", "organiser"]


def invite_command(
    role: Annotated[RoleName, typer.Option(help="coordinator or organiser")],
    area: Annotated[str | None, typer.Option(help="An area's id or a unit's code.")] = None,
    club: Annotated[str | None, typer.Option(help="A club's code.")] = None,
) -> None:
    """Print an invitation code, then its links."""
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

    tell(run(lambda settings: in_unit(settings, work, create=True)))


def accounts_command(
    role: Annotated[RoleName | None, typer.Option(help="Only this role.")] = None,
) -> None:
    """Who has which role."""
    give_way()

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        lines = []
        for held, account in uow.accounts.all_roles(role):
            scope = held.area or "everywhere"
            if held.club_id is not None:
                scope = uow.clubs.get(held.club_id).code
            since = held.granted_at.astimezone(settings.zone).isoformat(timespec="minutes")
            lines.append(
                f"{account.id}\t{held.role}\t{scope}\t{account.channel}\t{account.name or '-'}\t{since}"
            )
        return lines

    tell(run(lambda settings: in_unit(settings, work, reads=True)))


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
