"""A club on paper: its list in and out, its documents, and the report on all of them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.running import (
    Language,
    club_meant,
    fail,
    in_unit,
    run,
    tell,
    write_all,
    write_file,
)

if TYPE_CHECKING:
    from bot.handlers.members.list_matching import Signatures
    from bot.handlers.members.roster_export import ExportedRoster
    from bot.handlers.papers.making import MadePaper
    from bot.settings import Settings
    from bot.storage.unit_of_work import UnitOfWork

Form = Literal["text", "json", "xlsx"]


def import_command(
    file: Annotated[Path, typer.Argument(help="The list.")],
    club: Annotated[str, typer.Option(help="The club's code.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be.")] = False,
    signed: Annotated[str | None, typer.Option(help="The day of the signatures.")] = None,
    purposes: Annotated[
        str | None,
        typer.Option(
            help="What was signed for, as roster,reminders; without, what our sheet names."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Tell it as JSON.")] = False,
) -> None:
    """Read a list into a club's roster: what is clear is written, the rest is told."""
    from bot.handlers.acting import Acting, Refused
    from bot.handlers.effects import follow_up
    from bot.handlers.members.list_writing import Written
    from bot.handlers.members.roster_import import import_file, preview_file
    from bot.handlers.members.roster_words import as_told, lines_of, written_words
    from bot.plan.loader import load_plan

    signed_for = _signed_for(signed, purposes)
    if file.is_dir():
        fail(f"{file}: a folder, not a list")

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        from bot.app import operator_words

        words = operator_words(settings)
        found = club_meant(uow, club)
        signatures = _signatures(signed_for, settings.locale)
        today = uow.now.astimezone(settings.zone).date()
        if signatures is not None and signatures.on > today:
            raise LookupError(f"--signed {signatures.on}: that day is still to come")
        acting = Acting(uow, None, load_plan(settings.plan), settings.zone)
        outcome = (
            preview_file(acting, found, file, signatures)
            if dry_run
            else import_file(acting, found, file, signatures)
        )
        assert not isinstance(outcome, Refused)
        follow_up(acting)
        preview = outcome.found if isinstance(outcome, Written) else outcome
        if as_json:
            return [json.dumps(as_told(preview, words.text), ensure_ascii=False)]
        lines = [*lines_of(preview, limit=50)]
        if isinstance(outcome, Written):
            lines.append(written_words(outcome))
        return [words.text(line) for line in lines]

    tell(run(lambda settings: in_unit(settings, work)))


def _signatures(
    signed_for: tuple[date, tuple[str, ...]] | None, language: str
) -> Signatures | None:
    """What was signed for and when, with what an operator answers for by saying so."""
    from bot.handlers.members.list_matching import Signatures, signed_proof
    from bot.speech.translation import words_version

    if signed_for is None:
        return None
    asked = signed_proof(words_version("roster_list.signed.ask", language))
    return Signatures(*signed_for, {"signed": asked})


def _signed_for(signed: str | None, purposes: str | None) -> tuple[date, tuple[str, ...]] | None:
    """The day of the signatures and what they are for, as two options say it."""
    from bot.domain.membership import ON_THE_SHEET, PURPOSES

    if signed is None:
        if purposes is not None:
            raise typer.BadParameter("only beside --signed", param_hint="--purposes")
        return None
    try:
        signed_on = date.fromisoformat(signed)
    except ValueError:
        raise typer.BadParameter("a day as 2027-02-15", param_hint="--signed") from None
    named = ON_THE_SHEET if purposes is None else tuple(re.split(r"[\s,;]+", purposes.strip()))
    if "roster" not in named or not set(named) <= set(PURPOSES):
        told = ", ".join(PURPOSES)
        raise typer.BadParameter(f"roster and others of {told}", param_hint="--purposes")
    return signed_on, tuple(each for each in PURPOSES if each in named)


def export_command(
    file: Annotated[Path, typer.Argument(help="The list to write: .xlsx or .csv.")],
    club: Annotated[str, typer.Option(help="The club's code.")],
    lang: Annotated[Language | None, typer.Option(help="BOT_LOCALE without.")] = None,
    official: Annotated[
        bool, typer.Option("--official", help="As clubs keep it on paper; .xlsx only.")
    ] = False,
) -> None:
    """Write a club's roster as a list that import-roster reads back."""
    from bot.handlers.acting import Acting, Refused
    from bot.handlers.members.roster_export import FORMS, Layout, export_roster
    from bot.plan.loader import load_plan

    form = file.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise typer.BadParameter("a file that ends in .xlsx or .csv", param_hint="FILE")
    if official and form != "xlsx":
        raise typer.BadParameter("only as .xlsx", param_hint="--official")

    def work(settings: Settings, uow: UnitOfWork) -> ExportedRoster:
        from bot.app import operator_words
        from bot.speech.translation import say

        found = club_meant(uow, club)
        speaker = operator_words(settings, lang)
        by = speaker.text(say("roster.export.operator"))
        acting = Acting(uow, None, load_plan(settings.plan), settings.zone)
        layout: Layout = "official" if official else "columns"
        made = export_roster(acting, found, form, speaker=speaker, by=by, layout=layout)
        assert not isinstance(made, Refused)
        return made

    async def write(settings: Settings) -> int:
        made = await in_unit(settings, work)
        write_file(file, made.content)
        return made.people

    tell([f"{file}: {run(write)}"])


def documents_command(
    club: Annotated[str, typer.Option(help="The club's code.")],
    out: Annotated[Path, typer.Option(help="The folder to write into.")],
    step: Annotated[str | None, typer.Option(help="Only the papers of a founding step.")] = None,
) -> None:
    """Write a club's papers as they stand."""
    from bot.documents.papers import BrokenPaperError, check_papers, every_paper, papers_of
    from bot.domain.founding import StepKey
    from bot.handlers.acting import Acting
    from bot.handlers.papers.making import club_papers, note_paper
    from bot.plan.loader import load_plan

    def work(settings: Settings, uow: UnitOfWork) -> list[MadePaper]:
        found = club_meant(uow, club)
        if step is not None and step not in list(StepKey):
            raise LookupError(f"unknown step {step}: one of {', '.join(StepKey)}")
        key = StepKey(step) if step is not None else None
        try:
            check_papers()
        except BrokenPaperError as error:
            raise LookupError(str(error)) from None
        plan = load_plan(settings.plan)
        from bot.app import keeping_of

        for paper in papers_of(key) if key is not None else every_paper():
            note_paper(Acting(uow, None, plan, settings.zone), found, paper)
        kept = keeping_of(settings).shown()
        return club_papers(uow, found, plan, settings.zone, key, kept=kept)

    async def write(settings: Settings) -> list[str]:
        return write_all(out, await in_unit(settings, work))

    tell(run(write))


def materials_command(
    out: Annotated[Path, typer.Option(help="The folder to write into.")],
    club: Annotated[str | None, typer.Option(help="A club's code; without it dots.")] = None,
) -> None:
    """Write what is handed out, put up and read out, in both languages."""
    from bot.documents.texts import PaperTextError
    from bot.handlers.papers.making import every_material

    def work(settings: Settings, uow: UnitOfWork) -> list[MadePaper]:
        found = None if club is None else club_meant(uow, club)
        try:
            return every_material(
                uow, found, settings.zone, base_url=settings.base_url, has_page=settings.has_page
            )
        except PaperTextError as error:
            raise LookupError(str(error)) from None

    async def write(settings: Settings) -> list[str]:
        return write_all(out, await in_unit(settings, work, create=True))

    tell(run(write))


def report_command(
    area: Annotated[str | None, typer.Option(help="An area's id or a unit's code.")] = None,
    form: Annotated[Form, typer.Option("--format", help="What it is written as.")] = "text",
    out: Annotated[Path | None, typer.Option(help="Write into this file.")] = None,
) -> None:
    """The state of the plan."""
    from bot.handlers.office.report import build_report
    from bot.handlers.office.report_words import as_tables, as_text
    from bot.plan.loader import load_plan

    if form == "xlsx" and out is None:
        raise typer.BadParameter("a spreadsheet needs --out FILE", param_hint="--format")

    def work(settings: Settings, uow: UnitOfWork) -> bytes:
        plan = load_plan(settings.plan)
        meant = None if area is None else plan.code_meant(area)
        if area is not None and meant is None:
            raise LookupError(f"unknown area {area}: an id of the plan or a unit's five digits")
        found = build_report(uow, plan, settings.zone, units=plan.units_of(meant))
        if form == "json":
            return f"{json.dumps(found, ensure_ascii=False)}\n".encode()
        from bot.app import operator_words

        speaker = operator_words(settings)
        tables = as_tables(found, speaker)
        if form == "xlsx":
            from bot.documents.workbook import write_workbook
            from bot.speech.translation import say

            return write_workbook(
                tables,
                footer=f"{found['plan']['name']} · {found['as_of']}",
                author=speaker.text(say("roster.export.operator")),
                now=uow.now.astimezone(settings.zone),
            )
        return f"{as_text(tables)}\n".encode()

    async def write(settings: Settings) -> list[str]:
        content = await in_unit(settings, work, reads=True)
        if out is None:
            return [content.decode().removesuffix("\n")]
        write_file(out, content)
        return []

    tell(run(write))
