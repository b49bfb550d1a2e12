"""A club that rests, ends, or goes on: in two steps, by the operator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.running import club_meant, in_unit, run, tell

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.storage.unit_of_work import UnitOfWork

Ending = Literal["paused", "given_up", "dissolved", "merged"]


def close_command(
    club: Annotated[str, typer.Option(help="The club's code.")],
    becomes: Annotated[Ending, typer.Option("--as", help="How it rests or ends.")],
    reason: Annotated[str, typer.Option(help="Why; its members and organisers read it.")],
    into: Annotated[
        str | None, typer.Option(help="With --as merged: the code of the club that it joins.")
    ] = None,
    sure: Annotated[
        bool, typer.Option("--yes", help="Do it; without it only what would follow is told.")
    ] = False,
) -> None:
    """Let a club rest or end: reminders stop, members and those in charge are told."""
    if (becomes == "merged") is (into is None):
        raise typer.BadParameter("goes with --as merged, and only with it", param_hint="--into")
    _change(club, becomes, reason, into, sure=sure)


def reopen_command(
    club: Annotated[str, typer.Option(help="The club's code.")],
    reason: Annotated[str, typer.Option(help="Why; its members and organisers read it.")],
    sure: Annotated[
        bool, typer.Option("--yes", help="Do it; without it only what would follow is told.")
    ] = False,
) -> None:
    """Let a club go on that rested or had ended."""
    _change(club, "open", reason, None, sure=sure)


def _change(code: str, becomes: str, reason: str, into: str | None, *, sure: bool) -> None:
    from bot.conversations.standings import LONGEST_REASON, what_follows
    from bot.domain.standings import Becomes
    from bot.handlers.acting import Acting, Refused
    from bot.handlers.effects import follow_up
    from bot.handlers.standing import commands
    from bot.plan.loader import load_plan

    wanted = Becomes(becomes)
    if not 3 <= len(reason.strip()) <= LONGEST_REASON:
        raise typer.BadParameter(f"3 to {LONGEST_REASON} characters", param_hint="--reason")

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        from bot.app import operator_words
        from bot.speech.translation import say

        words = operator_words(settings)
        found = club_meant(uow, code)
        other = None if into is None else club_meant(uow, into)
        if wanted not in commands.may_become(found):
            known = ", ".join(commands.may_become(found))
            raise LookupError(f"{found.code} can't become {wanted} now: {known}")
        if not sure:
            told = what_follows(uow, found, wanted, other)
            return [words.text(told), "nothing was changed: say it again with --yes"]
        operator = Acting(uow, None, load_plan(settings.plan), settings.zone)
        outcome = commands.change(operator, found, wanted, reason.strip(), into=other)
        if isinstance(outcome, Refused):
            raise LookupError(f"{found.code} can't join {into}: it is closed, or the same club")
        follow_up(operator)
        return [words.text(say(f"standing.done_{wanted}", club=found.name))]

    tell(run(lambda settings: in_unit(settings, work)))
