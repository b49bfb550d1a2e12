"""What `-h` says: in the operator's language, with what may be chosen and an example of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from bot.home import language_named

if TYPE_CHECKING:
    # Typer brings its own click and says so nowhere public.
    from typer._click.core import Command, Context

EXAMPLES: Mapping[str, str] = {
    "run": "run --demo",
    "chat": "chat --as lan",
    "script": "script story.jsonl --copy",
    "ask": 'ask "clb can bao nhieu nguoi?"',
    "evaluate": "evaluate --questions questions.jsonl",
    "gaps": "gaps --days 30",
    "understand": "understand --inputs messages.jsonl --json",
    "invite": "invite --role organiser --area dat-do",
    "accounts": "accounts --role coordinator",
    "revoke": "revoke --account 12",
    "close-club": 'close-club --club 26680-01 --as paused --reason "qua Tet moi hop lai"',
    "reopen-club": 'reopen-club --club 26680-01 --reason "het Tet roi" --yes',
    "import-roster": "import-roster danh-sach.xlsx --club 26680-01 --dry-run",
    "export-roster": "export-roster so.xlsx --club 26680-01",
    "members": "members --club 26680-01 --list without_consent",
    "requests": "requests --club 26680-01 --all",
    "accesses": "accesses --club 26680-01 --days 30",
    "incident": 'incident note --kind lost --data names,phones --club 26680-01 --what "mat dien thoai"',
    "documents": "documents --club 26680-01 --out papers",
    "materials": "materials --out materials --club 26680-01",
    "report": "report --area dat-do --format xlsx --out report.xlsx",
    "migrate": "migrate",
    "backup": "backup backup-2026-12-01.db",
    "restore": "restore backup-2026-12-01.db",
    "doctor": "doctor",
    "help": "help invite",
}
"""A line for each command that runs as it stands, once the files and codes are one's own."""
PROGRAM = "program"
"""Under this name stand the words for the whole program."""
HEADINGS: Mapping[str, str] = {
    "Usage:": "usage",
    "Arguments:": "arguments",
    "Options:": "options",
    "Commands:": "commands",
    "Example:": "example",
}
_HEADING = re.compile(rf"^( *)({'|'.join(HEADINGS)})", re.MULTILINE)
_SAME_FOR_ALL: Mapping[str, str] = {
    "Show this message and exit.": "help_option",
    "required]": "required",
}


def word_key(command: str, parameter: str | None = None) -> str:
    """The message with what is said of a command, or of one of its options."""
    return f"cli.{command}" if parameter is None else f"cli.{command}.{parameter}"


def _speaker() -> Callable[[str], str] | None:
    """The words of the language that BOT_LOCALE names; None where it names none, or English.

    Help is there above all where something is wrong: no other setting is read.
    """
    from bot.speech.compiled import CatalogueError, load_compiled

    if language_named() != "vi":
        return None
    try:
        return load_compiled("vi").gettext
    except CatalogueError:
        return None


def _spoken(command: Command, ctx: Context, plain: Callable[[], str]) -> str:
    """The help of a command, put into the operator's language where he has one."""
    word = _speaker()
    if word is None:
        return plain()
    _put_into_words(command, command.name if ctx.parent else PROGRAM, word)
    for name, each in getattr(command, "commands", {}).items():
        each.short_help = word(word_key(name))
    text = _HEADING.sub(lambda found: found[1] + word(f"cli.heading.{HEADINGS[found[2]]}"), plain())
    for said, key in _SAME_FOR_ALL.items():
        text = text.replace(said, word(f"cli.heading.{key}"))
    return text


def _put_into_words(command: Command, name: str | None, word: Callable[[str], str]) -> None:
    command.help = word(word_key(name or PROGRAM))
    for parameter in command.params:
        if getattr(parameter, "help", None) and parameter.name:
            parameter.help = word(word_key(name or PROGRAM, parameter.name))  # type: ignore[attr-defined]


class SpokenCommand(TyperCommand):
    """A command whose help is said in the operator's language."""

    def get_help(self, ctx: Context) -> str:
        """What `-h` says."""
        return _spoken(self, ctx, lambda: super(SpokenCommand, self).get_help(ctx))


class SpokenGroup(TyperGroup):
    """The program, whose help is said in the operator's language."""

    def get_help(self, ctx: Context) -> str:
        """What `-h` says."""
        return _spoken(self, ctx, lambda: super(SpokenGroup, self).get_help(ctx))


def example_of(command: str) -> str:
    """What stands below the help of a command; it isn't wrapped, so that it can be copied."""
    return f"\b\nExample:\n  ishc-bot {EXAMPLES[command]}"


def help_command(
    ctx: typer.Context,
    command: Annotated[str | None, typer.Argument(help="The command; all without.")] = None,
) -> None:
    """Say what there is, or how a command is used; -h behind it says the same."""
    assert ctx.parent is not None
    ctx.parent.command.main(
        [*([command] if command else []), "--help"], prog_name=ctx.parent.info_name
    )
