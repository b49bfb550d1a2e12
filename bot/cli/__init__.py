"""The command line, in parts by who uses them. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from bot.cli import access, asking, care, clubs, helping, incidents, people, serving, standing
from bot.cli.running import tell
from bot.home import WORD
from bot.version import told_version

app = typer.Typer(
    cls=helping.SpokenGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="A chatbot that helps found and run intergenerational self-help clubs.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        tell([f"{WORD} {told_version()}"])
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_tell_version, is_eager=True),
    ] = False,
) -> None: ...


for name, command in (
    ("run", serving.run_command),
    ("chat", serving.chat_command),
    ("script", serving.script_command),
    ("ask", asking.ask_command),
    ("evaluate", asking.evaluate_command),
    ("gaps", asking.gaps_command),
    ("understand", asking.understand_command),
    ("invite", access.invite_command),
    ("accounts", access.accounts_command),
    ("revoke", access.revoke_command),
    ("close-club", standing.close_command),
    ("reopen-club", standing.reopen_command),
    ("import-roster", clubs.import_command),
    ("export-roster", clubs.export_command),
    ("members", people.members_command),
    ("requests", people.requests_command),
    ("accesses", people.accesses_command),
    ("incident", incidents.incident_command),
    ("documents", clubs.documents_command),
    ("materials", clubs.materials_command),
    ("report", clubs.report_command),
    ("migrate", care.migrate_command),
    ("backup", care.backup_command),
    ("restore", care.restore_command),
    ("doctor", care.doctor_command),
    ("help", helping.help_command),
):
    app.command(name, cls=helping.SpokenCommand, epilog=helping.example_of(name))(command)


def main() -> None:
    """The program's entry. What a command writes (papers, lists, reports) its owner reads alone."""
    os.umask(0o077)
    app(prog_name=WORD)
