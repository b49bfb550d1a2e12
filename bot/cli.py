"""The command line. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Callable, Coroutine, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from bot.handlers.members.roster_export import ExportedRoster
    from bot.handlers.papers.making import MadePaper
    from bot.settings import Settings
    from bot.storage.unit_of_work import UnitOfWork

app = typer.Typer(
    help="A chatbot that helps found and run intergenerational self-help clubs.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

WORK_FAILED = 1
GIVES_WAY = 10
"""How much nicer than others a command is that only reads: it gets a tenth of a busy processor."""

Result = TypeVar("Result")


def _fail(text: str) -> NoReturn:
    """One clear line, no traceback."""
    print(" ".join(text.split()), file=sys.stderr)  # noqa: T201
    raise typer.Exit(WORK_FAILED)


def _print(text: str) -> None:
    """A line at once; raises BrokenPipeError when nobody reads any more."""
    try:
        print(text, flush=True)  # noqa: T201
    except BrokenPipeError:
        # What is left in the buffer would be complained about when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


def _tell(lines: Iterable[str]) -> None:
    """Say what was done. It stands already, so it doesn't matter whether anybody reads on."""
    try:
        for line in lines:
            _print(line)
    except BrokenPipeError:
        return


def _write(file: Path, content: bytes) -> None:
    """Write a file that somebody asked for; LookupError says why it can't be."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise LookupError(f"{file}: {error.strerror}") from None


def _write_all(out: Path, made: Iterable[MadePaper]) -> list[str]:
    """Write files into a folder, made if need be; their paths. LookupError says why not."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LookupError(f"{out}: {error.strerror}") from None
    paths = []
    for each in made:
        _write(out / each.name, each.content)
        paths.append(str(out / each.name))
    return paths


def _settings() -> Settings:
    from bot.logs import set_up_logs
    from bot.settings import SettingsError, load_settings

    try:
        settings = load_settings()
    except SettingsError as error:
        _fail(str(error))
    set_up_logs(settings.log_level, settings.log_format)
    return settings


def _give_way() -> None:
    """Let the bot go first where it runs on this machine too: who only looks is in no hurry."""
    with contextlib.suppress(OSError):
        os.nice(GIVES_WAY)


def _run(work: Callable[[Settings], Coroutine[Any, Any, Result]]) -> Result:
    """Run a command's work; what can go wrong is told in one line."""
    from bot.channels.base import ChannelError
    from bot.conversations.engine import BrokenFlowError
    from bot.documents.roster import RosterError
    from bot.guidance.articles import ArticleError
    from bot.plan.loader import PlanError
    from bot.storage.address import DatabaseAddress
    from bot.storage.faults import DRIVER_ERRORS, StorageError
    from bot.storage.migrate import reason

    settings = _settings()
    try:
        return asyncio.run(work(settings))
    except (StorageError, PlanError, ArticleError, BrokenFlowError, ChannelError) as error:
        _fail(str(error))
    except RosterError as error:
        from bot.app import operator_words
        from bot.speech.translation import say

        _fail(operator_words(settings).text(say(error.key, **error.slots)))
    except DRIVER_ERRORS as error:
        _fail(reason(error, DatabaseAddress.of(settings.database_url)))
    except LookupError as error:
        _fail(str(error.args[0]) if error.args else str(error))
    except BrokenPipeError:
        raise typer.Exit(WORK_FAILED) from None
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    except typer.Exit:
        raise
    except Exception as error:
        # Of an error nobody foresaw the kind and the place are told, never a value.
        from bot.logs import where

        told = where(error)
        _fail(f"it could not be done: {told['error']} at {told['at']}")


async def _in_unit(
    settings: Settings,
    work: Callable[[Settings, UnitOfWork], Result],
    *,
    create: bool = False,
    reads: bool = False,
) -> Result:
    """One transaction on the database as it is, at its own time; beside a running worker.

    `work` prints nothing and writes no file: what it returns is told once it is stored. `reads`:
    it only reads, so that it waits for nobody and nobody for it.
    """
    from bot.app import open_database

    def at_its_time(uow: UnitOfWork) -> Result:
        return work(settings, uow.at(uow.installation.virtual_time() or uow.now))

    database = await open_database(settings.database_url, create=create)
    try:
        return await (database.read if reads else database.run)(at_its_time)
    finally:
        await database.close()


@app.command("run")
def run_command(
    demo: Annotated[
        bool, typer.Option("--demo", help="A sample province on data/demo.db, the page only.")
    ] = False,
) -> None:
    """Start every channel that is configured."""
    from bot.runner import run_bot

    def write(line: str) -> None:
        _tell([line])

    if demo:
        from bot.demo.running import run_demo

        _run(lambda settings: run_demo(settings, write))
        return
    _run(lambda settings: run_bot(settings, write))


@app.command("chat")
def chat_command(
    name: Annotated[str, typer.Option("--as", help="Whose chat it is.")] = "me",
) -> None:
    """One person's chat in the terminal."""
    from bot.terminal import chat

    _run(lambda settings: chat(settings, name, sys.stdin, _print))


@app.command("script")
def script_command(
    file: Annotated[Path | None, typer.Argument(help="The script; standard input without.")] = None,
    seed: Annotated[str | None, typer.Option(help="Where codes and numbers come from.")] = None,
    files: Annotated[Path | None, typer.Option(help="The folder for files that are sent.")] = None,
    copy: Annotated[bool, typer.Option("--copy", help="Work on a throw-away copy.")] = False,
) -> None:
    """Replay a conversation: JSON lines in and out, on a virtual clock."""
    from bot.scripting import Options, run_script

    def emit(line: dict[str, Any]) -> None:
        _print(json.dumps(line, ensure_ascii=False))

    folder = file.resolve().parent if file else Path.cwd()
    options = Options(seed=seed, files=files, copy=copy, folder=folder)

    async def work(settings: Settings) -> bool:
        if file is None:
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
            return await run_script(settings, sys.stdin, options, emit)
        try:
            with file.open(encoding="utf-8", errors="replace") as lines:
                return await run_script(settings, lines, options, emit)
        except OSError as error:
            raise LookupError(f"{file}: {error.strerror}") from None

    if not _run(work):
        raise typer.Exit(WORK_FAILED)


@app.command("ask")
def ask_command(
    question: Annotated[str, typer.Argument()],
    lang: Annotated[str, typer.Option(help="vi or en")] = "vi",
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Answer a question from the guidance materials."""
    from bot.guidance.evaluation import answer_as_json
    from bot.guidance.retriever import Outcome

    if lang not in ("vi", "en"):
        raise typer.BadParameter("vi or en", param_hint="--lang")

    async def work(_settings: Settings) -> str:
        found = answer_as_json(question, lang)
        if as_json:
            return json.dumps(found, ensure_ascii=False)
        if found["outcome"] == Outcome.ANSWER:
            lines = [found["title"], "", found["answer"], "", *found["sources"]]
            return "\n".join([*lines, f"({found['score']:.2f})"])
        return f"{found['outcome']} ({found['score']:.2f}): {', '.join(found['others'])}"

    _tell([_run(work)])


@app.command("evaluate")
def evaluate_command(
    questions: Annotated[Path, typer.Option(help="JSON lines with id, q, lang, gold.")],
    articles: Annotated[Path | None, typer.Option(help="Other texts: slug, title, text.")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Answer many questions and measure."""
    from bot.guidance.evaluation import evaluate

    async def work(_settings: Settings) -> list[str]:
        try:
            return list(evaluate(questions, articles, as_json=as_json))
        except OSError as error:
            raise LookupError(f"{error.filename}: {error.strerror}") from None
        except ValueError as error:
            raise LookupError(str(error)) from None

    _tell(_run(work))


@app.command("gaps")
def gaps_command(
    days: Annotated[int, typer.Option(min=1, help="How many days back.")] = 90,
) -> None:
    """Questions that no article answered, counted, for whoever writes articles."""
    _give_way()
    from bot.handlers.answers.gaps import as_lines

    def work(_settings: Settings, uow: UnitOfWork) -> list[str]:
        return as_lines(uow, timedelta(days=days))

    async def look(settings: Settings) -> list[str]:
        return await _in_unit(settings, work, reads=True)

    _tell(_run(look))


@app.command("understand")
def understand_command(
    inputs: Annotated[
        Path | None,
        typer.Option(help="JSON lines with id, text, scene, gold; else standard input."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Say what messages are taken for, and measure where they are labelled."""
    from bot.clock import SystemClock
    from bot.intents.evaluation import read_file, report
    from bot.intents.samples import read_lines

    now = SystemClock().now().astimezone(_settings().zone)
    try:
        if inputs is None:
            lines = list(read_lines(iter(sys.stdin), "standard input", now=now))
        else:
            lines = read_file(inputs, now=now)
        for line in report(lines, as_json=as_json):
            _print(line)
    except OSError as error:
        _fail(f"{error.filename}: {error.strerror}")
    except ValueError as error:
        _fail(str(error))
    except BrokenPipeError:
        raise typer.Exit(WORK_FAILED) from None


@app.command("invite")
def invite_command(
    role: Annotated[str, typer.Option(help="coordinator or organiser")],
    area: Annotated[str | None, typer.Option(help="An area's id or a unit's code.")] = None,
    club: Annotated[str | None, typer.Option(help="A club's code.")] = None,
) -> None:
    """Print an invitation code, then its links."""
    from bot.handlers.acting import Acting
    from bot.handlers.links import deep_links
    from bot.handlers.office.commands import InvitationError, operator_invitation
    from bot.plan.loader import load_plan

    if role not in ("coordinator", "organiser"):
        raise typer.BadParameter("coordinator or organiser", param_hint="--role")

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        try:
            operator = Acting(uow, None, load_plan(settings.plan), settings.zone)
            code = operator_invitation(operator, role, area, club)
        except InvitationError as error:
            raise LookupError(str(error)) from None
        links = deep_links(uow, code, base_url=settings.base_url, has_page=settings.has_page)
        return [code, *links]

    _tell(_run(lambda settings: _in_unit(settings, work, create=True)))


@app.command("accounts")
def accounts_command(
    role: Annotated[str | None, typer.Option(help="Only this role.")] = None,
) -> None:
    """Who has which role."""
    _give_way()

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

    _tell(_run(lambda settings: _in_unit(settings, work, reads=True)))


@app.command("revoke")
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

    count = _run(lambda settings: _in_unit(settings, work))
    _tell([f"account {account}: {count} role(s) taken away"])


@app.command("import-roster")
def import_command(
    file: Annotated[Path, typer.Argument()],
    club: Annotated[str, typer.Option(help="The club's code.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be.")] = False,
    signed: Annotated[str | None, typer.Option(help="The day of the signatures.")] = None,
) -> None:
    """Read a list into a club's roster, all of it or nothing."""
    from bot.handlers.acting import Acting, Refused
    from bot.handlers.effects import follow_up
    from bot.handlers.members.roster_import import CONSENT_WORDS, Written, import_file, preview_file
    from bot.handlers.members.roster_words import lines_of, written_words
    from bot.handlers.office.codes import club_code
    from bot.plan.loader import load_plan
    from bot.speech.translation import words_version

    signed_on = None
    if signed is not None:
        try:
            signed_on = date.fromisoformat(signed)
        except ValueError:
            raise typer.BadParameter("a day as 2027-02-15", param_hint="--signed") from None

    if file.is_dir():
        _fail(f"{file}: a folder, not a list")

    def work(settings: Settings, uow: UnitOfWork) -> tuple[list[str], bool]:
        from bot.app import operator_words

        words = operator_words(settings)
        found = uow.clubs.by_code(club_code(club))
        if found is None:
            raise LookupError(f"unknown club {club}")
        today = uow.now.astimezone(settings.zone).date()
        if signed_on is not None and signed_on > today:
            raise LookupError(f"--signed {signed_on}: that day is still to come")
        acting = Acting(uow, None, load_plan(settings.plan), settings.zone)
        version = words_version(CONSENT_WORDS, settings.locale)
        outcome = (
            preview_file(acting, found, file, signed_on=signed_on)
            if dry_run
            else import_file(acting, found, file, signed_on=signed_on, version=version)
        )
        assert not isinstance(outcome, Refused)
        follow_up(acting)
        if not isinstance(outcome, Written):
            return [words.text(line) for line in lines_of(outcome, limit=50)], dry_run
        lines = [*lines_of(outcome.found, limit=50), written_words(outcome)]
        return [words.text(line) for line in lines], True

    lines, written = _run(lambda settings: _in_unit(settings, work))
    _tell(lines)
    if not written:
        _fail("nothing was written: mend the lines to check and run it again")


@app.command("export-roster")
def export_command(
    file: Annotated[Path, typer.Argument(help="The list to write: .xlsx or .csv.")],
    club: Annotated[str, typer.Option(help="The club's code.")],
    lang: Annotated[str | None, typer.Option(help="vi or en; BOT_LOCALE without.")] = None,
) -> None:
    """Write a club's roster as a list that import-roster reads back."""
    _give_way()
    from bot.handlers.acting import Acting, Refused
    from bot.handlers.members.roster_export import FORMS, export_roster
    from bot.plan.loader import load_plan

    if lang not in (None, "vi", "en"):
        raise typer.BadParameter("vi or en", param_hint="--lang")
    form = file.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise typer.BadParameter("a file that ends in .xlsx or .csv", param_hint="FILE")

    def work(settings: Settings, uow: UnitOfWork) -> ExportedRoster:
        from bot.app import operator_words
        from bot.speech.translation import say

        found = uow.clubs.by_code(club)
        if found is None:
            raise LookupError(f"unknown club {club}")
        speaker = operator_words(settings, lang)
        by = speaker.text(say("roster.export.operator"))
        acting = Acting(uow, None, load_plan(settings.plan), settings.zone)
        made = export_roster(acting, found, form, speaker=speaker, by=by)
        assert not isinstance(made, Refused)
        return made

    async def write(settings: Settings) -> int:
        made = await _in_unit(settings, work, reads=True)
        _write(file, made.content)
        return made.people

    _tell([f"{file}: {_run(write)}"])


@app.command("documents")
def documents_command(
    club: Annotated[str, typer.Option(help="The club's code.")],
    out: Annotated[Path, typer.Option(help="The folder to write into.")],
    step: Annotated[str | None, typer.Option(help="Only the papers of a founding step.")] = None,
) -> None:
    """Write a club's papers as they stand."""
    _give_way()
    from bot.documents.papers import BrokenPaperError, check_papers
    from bot.domain.founding import StepKey
    from bot.handlers.papers.making import club_papers
    from bot.plan.loader import load_plan

    def work(settings: Settings, uow: UnitOfWork) -> list[MadePaper]:
        found = uow.clubs.by_code(club)
        if found is None:
            raise LookupError(f"unknown club {club}")
        if step is not None and step not in list(StepKey):
            raise LookupError(f"unknown step {step}: one of {', '.join(StepKey)}")
        key = StepKey(step) if step is not None else None
        try:
            check_papers()
        except BrokenPaperError as error:
            raise LookupError(str(error)) from None
        return club_papers(uow, found, load_plan(settings.plan), settings.zone, key)

    async def write(settings: Settings) -> list[str]:
        return _write_all(out, await _in_unit(settings, work, reads=True))

    _tell(_run(write))


@app.command("materials")
def materials_command(
    out: Annotated[Path, typer.Option(help="The folder to write into.")],
    club: Annotated[str | None, typer.Option(help="A club's code; without it dots.")] = None,
) -> None:
    """Write what is handed out, put up and read out, in both languages."""
    _give_way()
    from bot.documents.texts import PaperTextError
    from bot.handlers.papers.making import every_material

    def work(settings: Settings, uow: UnitOfWork) -> list[MadePaper]:
        found = uow.clubs.by_code(club) if club is not None else None
        if club is not None and found is None:
            raise LookupError(f"unknown club {club}")
        try:
            return every_material(
                uow, found, settings.zone, base_url=settings.base_url, has_page=settings.has_page
            )
        except PaperTextError as error:
            raise LookupError(str(error)) from None

    async def write(settings: Settings) -> list[str]:
        made = await _in_unit(settings, work, create=True)
        return _write_all(out, made)

    _tell(_run(write))


@app.command("report")
def report_command(
    area: Annotated[str | None, typer.Option(help="An area's id or a unit's code.")] = None,
    form: Annotated[str, typer.Option("--format", help="text, json or xlsx")] = "text",
    out: Annotated[Path | None, typer.Option(help="Write into this file.")] = None,
) -> None:
    """The state of the plan."""
    _give_way()
    from bot.handlers.office.report import build_report
    from bot.handlers.office.report_words import as_tables, as_text
    from bot.plan.loader import load_plan

    if form not in ("text", "json", "xlsx"):
        raise typer.BadParameter("text, json or xlsx", param_hint="--format")
    if form == "xlsx" and out is None:
        raise typer.BadParameter("a spreadsheet needs --out FILE", param_hint="--format")

    def work(settings: Settings, uow: UnitOfWork) -> bytes:
        plan = load_plan(settings.plan)
        if area is not None and not plan.knows(area):
            raise LookupError(f"unknown area {area}: an id of the plan or a unit's five digits")
        found = build_report(uow, plan, settings.zone, units=plan.units_of(area))
        if form == "xlsx":
            from bot.app import operator_words
            from bot.documents.workbook import write_workbook
            from bot.speech.translation import say

            speaker = operator_words(settings)
            return write_workbook(
                as_tables(found, speaker),
                footer=f"{found['plan']['name']} · {found['as_of']}",
                author=speaker.text(say("roster.export.operator")),
                now=uow.now.astimezone(settings.zone),
            )
        text = json.dumps(found, ensure_ascii=False) if form == "json" else as_text(found)
        return f"{text}\n".encode()

    async def write(settings: Settings) -> list[str]:
        content = await _in_unit(settings, work, reads=True)
        if out is None:
            return [content.decode().removesuffix("\n")]
        _write(out, content)
        return []

    _tell(_run(write))


@app.command("migrate")
def migrate_command(
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing when all is well.")] = False,
) -> None:
    """Bring the database up to date."""
    from bot.storage.database import Database
    from bot.storage.migrate import migrate, prepare_folder

    async def work(settings: Settings) -> str:
        database = Database(settings.database_url)
        try:
            prepare_folder(database)
            database.lock_worker()
            before, after = await migrate(database)
        finally:
            await database.close()
        return f"{before or 'empty'} -> {after}"

    done = _run(work)
    if not quiet:
        _tell([done])


@app.command("backup")
def backup_command(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    replace: Annotated[bool, typer.Option("--replace", help="Write over the file.")] = False,
) -> None:
    """Write everything in the database into one file; beside a running bot."""
    _give_way()
    from bot.care.backup import back_up
    from bot.storage.database import Database
    from bot.storage.migrate import require_file

    async def work(settings: Settings) -> list[str]:
        require_file(settings.database_url)
        database = Database(settings.database_url)
        try:
            await back_up(database, file, key=_backup_key(settings), replace=replace)
            files = database.address.sent_files
        finally:
            await database.close()
        sealed = ", sealed" if _backup_key(settings) else ""
        lines = [f"{file}: {file.stat().st_size} bytes{sealed}"]
        if any(path.is_file() for path in files.rglob("*")):
            lines.append(f"not in it: the files that people sent, in {files}; copy that folder too")
        return lines

    _tell(_run(work))


def _backup_key(settings: Settings) -> str | None:
    return settings.backup_key.get_secret_value() or None if settings.backup_key else None


@app.command("restore")
def restore_command(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Also when the database is not empty.")
    ] = False,
    erased: Annotated[
        Path | None, typer.Option(help="A ledger of erased people, from another machine.")
    ] = None,
) -> None:
    """Put a backup in the place of the database; the bot must be stopped."""
    from bot.care.backup import restore
    from bot.storage.database import Database
    from bot.storage.migrate import latest_version

    async def work(settings: Settings) -> list[str]:
        database = Database(settings.database_url)
        try:
            done = await restore(
                database,
                file,
                key=_backup_key(settings),
                zone=settings.zone,
                replace=replace,
                ledger=erased,
            )
            files = database.address.sent_files
        finally:
            await database.close()
        lines = [f"restored: version {done.version} -> {latest_version()}"]
        if done.erased_again:
            lines.append(
                f"erased again: {done.erased_again} people, erased after the backup was made"
            )
        lines.append(f"not in a backup: the files that people sent; they belong into {files}")
        return lines

    _tell(_run(work))


@app.command("doctor")
def doctor_command() -> None:
    """Say what is wrong with the installation, and what to do about it."""
    _give_way()
    from bot.app import operator_words
    from bot.care.doctor import Surroundings, examine
    from bot.channels.base import Finding, Level
    from bot.clock import SystemClock
    from bot.logs import set_up_logs
    from bot.settings import Settings, SettingsError, load_settings
    from bot.speech.translation import say

    env_file = Path(".env")
    try:
        settings = load_settings(env_file)
    except SettingsError as error:
        locale = os.environ.get("BOT_LOCALE", "vi")
        language = locale if locale in ("vi", "en") else "vi"
        words = operator_words(Settings.model_construct(locale=language))
        finding = Finding(Level.FAULT, say("doctor.settings_fault", fault=str(error)))
        _tell([words.text(finding.line)])
        _fail(words.text(say("doctor.faults", count=1)))
    set_up_logs(settings.log_level, settings.log_format)
    words = operator_words(settings)
    around = Surroundings(SystemClock(), environment=os.environ, env_file=env_file)
    findings = asyncio.run(examine(settings, around))
    _tell(" ".join(words.text(finding.line).split()) for finding in findings)
    faults = sum(finding.level is Level.FAULT for finding in findings)
    if faults:
        _fail(words.text(say("doctor.faults", count=faults)))
    _tell([words.text(say("doctor.well"))])


def main() -> None:
    """The program's entry. What a command writes (papers, lists, reports) its owner reads alone."""
    os.umask(0o077)
    app()
