"""What is owed to people whose data are kept: their requests, by number and day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.running import club_meant, fail, in_unit, run, tell

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.storage.records import Membership, Person
    from bot.storage.unit_of_work import UnitOfWork


def requests_command(
    club: Annotated[str | None, typer.Option(help="Only of this club's people.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Those that are closed, too.")] = False,
) -> None:
    """What people want of their data: number, kind, whose, since when, until when, what became of it."""

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        only = club_meant(uow, club).id if club is not None else None
        today = uow.now.astimezone(settings.zone).date()
        lines = []
        for each in uow.requests.every(club_id=only, waiting=not every):
            whose = [
                member.code
                for member in (uow.clubs.memberships_of(each.person_id) if each.person_id else ())
                if each.club_id in (None, member.club_id) and only in (None, member.club_id)
            ]
            due = each.due_at.astimezone(settings.zone).date()
            days = (due - today).days
            state = each.outcome or ("overdue" if days < 0 else f"waits, {days} days left")
            asked = each.asked_at.astimezone(settings.zone).date()
            lines.append(
                f"{each.id}\t{each.kind}\t{' '.join(whose) or '-'}\t{asked}\t{due}\t{state}"
            )
        return lines

    tell(run(lambda settings: in_unit(settings, work, reads=True)))


def accesses_command(
    club: Annotated[str, typer.Option(help="The club's code.")],
    member: Annotated[str | None, typer.Option(help="Only of this member, by code.")] = None,
    days: Annotated[int, typer.Option(help="Of how many days.", min=1, max=366)] = 30,
) -> None:
    """Who was shown or exported what: when, which account, on what, which members."""

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        from datetime import timedelta
        from itertools import groupby

        found = club_meant(uow, club)
        codes = {person.id: each.code for each, person in uow.clubs.roster(found.id)}
        if member is not None and member not in codes.values():
            raise LookupError(f"no member {member}")
        looks = [
            each
            for each in uow.accesses.of_club(found.id, uow.now - timedelta(days=days))
            if member is None or codes.get(each.person_id) == member
        ]
        lines = []
        for (at, account, what), these in groupby(
            looks, key=lambda each: (each.at, each.account_id, each.what)
        ):
            when = at.astimezone(settings.zone).isoformat(timespec="minutes")
            seen = [codes.get(each.person_id, "-").rpartition("-")[2] for each in these]
            by = f"account {account}" if account is not None else "operator"
            lines.append(f"{when}\t{by}\t{what}\t{len(seen)}\t{' '.join(seen)}")
        return lines

    tell(run(lambda settings: in_unit(settings, work, reads=True)))


ListName = Literal["without_consent", "unreachable", "silent", "celebrations", "birthdays"]


def members_command(
    club: Annotated[str, typer.Option(help="The club's code.")],
    find: Annotated[str | None, typer.Option(help="A name, a year, a number or a code.")] = None,
    which: Annotated[ListName | None, typer.Option("--list", help="One of the lists.")] = None,
) -> None:
    """A club's members by a name without accents, or a secretary's list: code, name, year, state."""
    if (find is None) == (which is None):
        fail("say --find WORDS or --list NAME")

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        from bot.handlers.accesses import note_access
        from bot.handlers.acting import Acting, Refused
        from bot.handlers.members import secretary
        from bot.plan.loader import load_plan

        found = club_meant(uow, club)
        acting = Acting(uow, None, load_plan(settings.plan), settings.zone)
        if find is not None:
            people = secretary.search(acting, found, find)
            assert not isinstance(people, Refused)
            return [_member_line(*each) for each in people]
        lists = secretary.lists_of(acting, found)
        assert not isinstance(lists, Refused)
        if which == "celebrations":
            shown = [((each.membership, each.person), str(each.age)) for each in lists.celebrations]
        elif which == "birthdays":
            shown = [(each, str(each[1].birth_date)) for each in lists.birthdays]
        else:
            assert which is not None
            shown = [(each, "") for each in getattr(lists, which)]
        note_access(acting, found.id, [person for (_, person), _ in shown], "secretary")
        return [_member_line(*each, more) for each, more in shown]

    tell(run(lambda settings: in_unit(settings, work)))


def _member_line(membership: Membership, person: Person, more: str = "") -> str:
    values = [membership.code, person.full_name or "-", str(person.birth_year or "-")]
    return "\t".join([*values, membership.state, *([more] if more else [])])
