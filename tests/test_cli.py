"""The command line: exit status, one clear line, nothing lost on bad input."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from alembic import command as alembic

from bot.__main__ import GIVES_WAY, LOOKING, main
from bot.app import first_codes
from bot.care.jobs import newest_backup
from bot.care.sealing import is_sealed
from bot.catalogue import read_catalogue
from bot.cli import app
from bot.cli.helping import EXAMPLES, word_key
from bot.runner import _greet
from bot.settings import Settings
from bot.storage import migrate as migration
from bot.storage.address import DatabaseAddress
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from bot.version import told_version
from tests.acceptance.test_postgresql import free_port
from tests.command_line import ROOT, environment, one_line, run, run_process, unread
from tests.conftest import Talk


def commands_of(program: typer.Typer) -> list[str]:
    return sorted(typer.main.get_command(program).commands)  # type: ignore[attr-defined]


def test_help() -> None:
    result = run_process("--help")
    assert result.returncode == 0
    for command in ("run", "chat", "script", "ask", "evaluate", "understand", "invite", "accounts", "revoke",
                    "import-roster", "export-roster", "documents", "report", "migrate", "backup",
                    "restore", "doctor"):  # fmt: skip
        assert command in result.stdout


@pytest.mark.parametrize(
    "args",
    [
        ("nothing",),
        ("invite",),
        ("invite", "--role", "king"),
        ("invite", "--list", "--cancel", "ABCDEFGH"),
        ("invite", "--cancel", "ABCDEFGH", "--role", "organiser"),
        ("ask", "gì", "--lang", "fr"),
        ("accounts", "--role", "king"),
        ("report", "--format", "pdf"),
    ],
)
def test_wrong_usage_is_two(args: tuple[str, ...]) -> None:
    assert run(*args).returncode == 2


@pytest.mark.parametrize("command", [(), *((each,) for each in commands_of(app))])
def test_help_in_short(command: tuple[str, ...]) -> None:
    short, long = run(*command, "-h"), run(*command, "--help")
    assert short.returncode == 0
    assert short.stdout == long.stdout
    assert short.stdout.startswith("Usage: ")


@pytest.mark.parametrize("command", commands_of(app))
def test_help_has_an_example_and_is_said_in_the_operators_language(command: str) -> None:
    english = run(command, "-h").stdout
    assert english == run("help", command).stdout
    assert f"ishc-bot {EXAMPLES[command]}" in english
    assert run(command, "-h", BOT_LOCALE="en").stdout == english
    spoken = run(command, "-h", BOT_LOCALE="vi").stdout
    assert spoken.startswith("Cách dùng: ")
    assert "Ví dụ:" in spoken
    assert f"ishc-bot {EXAMPLES[command]}" in spoken
    assert not re.findall(r"Usage:|Options:|Arguments:|Example:|Show this|required", spoken)


def test_help_of_the_whole_program(tmp_path: Path) -> None:
    assert run("help").stdout == run("-h").stdout
    (tmp_path / ".env").write_text("BOT_LOCALE=vi\n", encoding="utf-8")
    assert "In một mã mời" in run("help", cwd=tmp_path).stdout
    (tmp_path / ".env").write_text("BOT_WEB_PORT=eighty\n", encoding="utf-8")
    assert run("help", cwd=tmp_path).stdout.startswith("Usage: ")
    # Help is there above all where something is wrong, and in the operator's language then too.
    lines = "BOT_WEB_PORT=eighty\nexport BOT_LOCALE='vi'\n"
    (tmp_path / ".env").write_text(lines, encoding="utf-8")
    assert run("help", cwd=tmp_path).stdout.startswith("Cách dùng: ")
    assert run("help", cwd=tmp_path, BOT_LOCALE="en").stdout.startswith("Usage: ")
    assert run("help", "nothing").returncode == 2


def test_choices_are_shown() -> None:
    assert "coordinator|organiser" in run("invite", "-h").stdout
    assert "text|json|xlsx" in run("report", "-h").stdout
    assert "vi|en" in run("ask", "-h").stdout


def test_the_catalogue_says_of_commands_what_they_say_themselves() -> None:
    english = read_catalogue("en")
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert english[word_key(name)] == command.help
        for each in command.params:
            if getattr(each, "help", None):
                assert english[word_key(name, each.name)] == each.help


def test_a_process_ends_as_its_command_does(tmp_path: Path) -> None:
    assert run_process("invite", "--role", "king").returncode == 2
    told = one_line(run_process("report", cwd=tmp_path, BOT_WEB_PORT="eighty"))
    assert told == one_line(run("report", cwd=tmp_path, BOT_WEB_PORT="eighty"))
    assert "BOT_WEB_PORT" in told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_WEB_PORT", "eighty"),
        ("BOT_WEB_PORT", "99999"),
        ("BOT_TIMEZONE", "Mars/Olympus"),
        ("BOT_LOCALE", "fr"),
        ("BOT_DATABASE_URL", "mysql://x"),
        ("BOT_LOG_LEVEL", "LOUD"),
        ("BOT_PUBLIC_URL", "example.org"),
        ("BOT_METRICS", "public"),
        ("BOT_KEEP_BACKUPS", "0"),
        ("BOT_KEEP_PROOF_DAYS", "three years"),
        ("BOT_TELEGRAM_API_URL", "api.telegram.org"),
        ("BOT_TELEGRAM_TOKEN", "no token"),
        ("BOT_WEBHOOK_SECRET", "có dấu"),
        ("BOT_WEBHOOK_SECRET", "short"),
    ],
)
def test_a_wrong_setting_is_told_with_an_example(tmp_path: Path, name: str, value: str) -> None:
    told = one_line(run("report", cwd=tmp_path, **{name: value}))
    assert name in told
    assert "thí dụ" in told
    told = one_line(run("report", cwd=tmp_path, **{"BOT_LOCALE": "en", name: value}))
    assert ("for example" in told) is (name != "BOT_LOCALE")


@pytest.mark.parametrize(
    ("command", "is_nicer"),
    [
        *((name, True) for name in sorted(LOOKING)),
        ("invite --list", True),
        ("invite --role organiser", False),
        ("restore file", False),
        ("run", False),
    ],
)
def test_commands_that_only_look_let_the_bot_go_first(
    command: str, is_nicer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    monkeypatch.setattr("os.nice", lambda more: happened.append(f"nicer by {more}"))
    monkeypatch.setattr("bot.cli.main", lambda: happened.append("loaded and run"))
    monkeypatch.setattr("sys.argv", ["bot", *command.split()])
    main()
    assert happened == [f"nicer by {GIVES_WAY}"] * is_nicer + ["loaded and run"]
    assert command.split()[0] in commands_of(app)


def test_a_broken_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_WEB_PORT 8080\n", encoding="utf-8")
    assert "dòng 1: phải viết TÊN=giá trị" in one_line(run("report", cwd=tmp_path))


def test_a_token_is_never_printed(tmp_path: Path) -> None:
    result = run("report", cwd=tmp_path, BOT_TELEGRAM_TOKEN="12345:SECRET", BOT_WEB_PORT="x")
    assert "SECRET" not in result.stdout + result.stderr


@pytest.mark.parametrize("token", ["12345:SECRET WORD", "SECRET", "12345:SECRET/.."])
def test_a_token_that_is_none_is_refused_without_it(tmp_path: Path, token: str) -> None:
    told = one_line(run("report", cwd=tmp_path, BOT_TELEGRAM_TOKEN=token))
    assert "BOT_TELEGRAM_TOKEN" in told
    assert "SECRET" not in told


def test_an_empty_token_is_none(settings: Settings) -> None:
    assert run("report", url=settings.database_url, BOT_TELEGRAM_TOKEN="").returncode == 0


def test_webhooks_need_the_web_server(settings: Settings) -> None:
    told = one_line(
        run(
            "run",
            url=settings.database_url,
            BOT_TELEGRAM_TOKEN="12345:x",
            BOT_PUBLIC_URL="https://bot.example.org",
            BOT_WEBHOOK_SECRET="a-long-secret",
            BOT_WEB="off",
        )
    )
    assert "BOT_WEB=off" in told


def test_a_missing_folder_and_an_empty_database(tmp_path: Path) -> None:
    told = one_line(run("report", url=f"sqlite+aiosqlite:///{tmp_path}/none/bot.db"))
    assert "can't be opened" in told
    told = one_line(run("report", url=f"sqlite+aiosqlite:///{tmp_path}/bot.db"))
    assert "migrate" in told


def test_migrating_makes_the_folder_and_is_repeatable(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/a/b/bot.db"
    for _ in range(2):
        assert run("migrate", url=url).returncode == 0
    assert run("report", url=url).returncode == 0


def older(settings: Settings, version: str = "0013") -> Path:
    """The database as an older program left it; its file."""

    def down(uow: UnitOfWork) -> None:
        config = migration._config()
        config.attributes["connection"] = uow.connection
        alembic.downgrade(config, version)

    async def work() -> None:
        database = Database(settings.database_url)
        await database.run(down)
        await database.close()

    asyncio.run(work())
    return Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))


def versions(path: Path) -> list[tuple[str]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("select version_num from alembic_version").fetchall()


def test_an_update_backs_up_what_it_changes(talk: Talk, tmp_path: Path) -> None:
    talk.club()
    url, latest = talk.settings.database_url, migration.latest_version()
    before = run("report", "--format", "json", url=url).stdout
    older(talk.settings)
    lines = run("migrate", "--quiet", url=url).stdout.splitlines()
    assert lines[1:] == [f"0013 -> {latest}"]
    kept = Path(lines[0].removeprefix("the database as it was: "))
    assert kept == newest_backup(DatabaseAddress.of(url))
    assert kept.stat().st_mode & 0o777 == 0o600
    assert versions(kept) == [("0013",)]
    # Nothing to change: nothing to keep, nothing to say.
    assert run("migrate", "--quiet", url=url).stdout == ""
    assert run("migrate", url=url).stdout == f"{latest} -> {latest}\n"
    assert list(kept.parent.iterdir()) == [kept]
    # The way back.
    fresh = f"sqlite+aiosqlite:///{tmp_path}/fresh/bot.db"
    assert run("restore", str(kept), url=fresh).returncode == 0
    assert run("report", "--format", "json", url=fresh).stdout == before


def test_a_backup_before_an_update_is_sealed_like_others(talk: Talk) -> None:
    talk.club()
    older(talk.settings)
    key = {"BOT_BACKUP_KEY": "mot chia khoa dai"}
    told = run("migrate", url=talk.settings.database_url, **key).stdout
    assert is_sealed(Path(told.splitlines()[0].removeprefix("the database as it was: ")))


def test_an_update_of_nobodys_database_keeps_nothing(settings: Settings) -> None:
    path = older(settings)
    assert run("migrate", url=settings.database_url).stdout.startswith("0013 -> ")
    assert not (path.parent / "backups").exists()


def test_without_a_backup_nothing_is_changed(talk: Talk) -> None:
    talk.club()
    path = older(talk.settings)
    (path.parent / "backups").write_text("in the way")
    told = one_line(run("migrate", url=talk.settings.database_url))
    assert told.startswith("nothing was changed")
    assert versions(path) == [("0013",)]


def test_a_script_begins_on_nothing_at_all(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/new.db"
    lines = '{"at": "2030-12-01T08:00:00+07:00"}\n{"from": "lan", "text": "chào"}\n'
    result = run_process("script", url=url, stdin=lines)
    assert result.returncode == 0, result.stderr
    assert json.loads(run("report", "--format", "json", url=url).stdout)["as_of"].startswith(
        "2030-12-01T08:00:00"
    )


def test_a_folder_that_can_not_be_written(tmp_path: Path) -> None:
    for command in ("migrate", "run"):
        told = one_line(run(command, url="sqlite+aiosqlite:////proc/none/bot.db"))
        assert "/proc/none" in told


def test_a_read_only_database(settings: Settings) -> None:
    # A path that SQLite itself opens for reading only: root may write wherever it likes.
    path = settings.database_url.removeprefix("sqlite+aiosqlite:///")
    url = f"sqlite+aiosqlite:///file:{path}?mode=ro&uri=true"
    assert "read-only" in one_line(run("invite", "--role", "coordinator", url=url))


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_text("hello" * 1000, encoding="utf-8")
    assert "no database" in one_line(run("report", url=f"sqlite+aiosqlite:///{tmp_path}/bot.db"))


def test_a_database_from_a_newer_version(settings: Settings) -> None:
    path = settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    for command in ("report", "migrate", "run"):
        assert "newer version" in one_line(run(command, url=settings.database_url))


def test_a_script_with_a_fault_exits_with_one(settings: Settings) -> None:
    lines = '{"at": "2026-12-01T08:00:00+07:00"}\nno json\n{"from": "lan", "text": "chào"}\n'
    result = run("script", url=settings.database_url, stdin=lines)
    assert result.returncode == 1
    assert '{"error": "this line is no JSON", "line": 2}' in result.stdout
    assert result.stdout.strip().endswith('{"done": 3}')
    assert "one line" not in result.stderr


def test_run_refuses_a_database_with_a_virtual_time(talk: Talk) -> None:
    assert "virtual time" in one_line(run("run", url=talk.settings.database_url))


def test_a_port_in_use(settings: Settings) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = one_line(run_process("run", url=settings.database_url, BOT_WEB_PORT=str(port)))
    assert str(port) in told


def test_what_runs_is_said_first(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        f"BOT_DATABASE_URL={settings.database_url}\nBOT_LOG_FORMAT=json\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment(BOT_WEB_PORT=str(free_port()), BOT_LOCALE="en"),
    )
    assert process.stdout is not None
    printed = [process.stdout.readline() for _ in range(3)]
    process.send_signal(signal.SIGTERM)
    _, logged = process.communicate(timeout=30)
    assert process.returncode == 0
    assert printed[0] == f"Version {told_version()}.\n"
    assert printed[1] == f"Settings read from {tmp_path / '.env'}.\n"
    assert printed[2].startswith("Chat page: ")
    first = json.loads(logged.splitlines()[0])
    assert (first["event"], first["version"]) == ("starting", told_version())
    assert first["database"] == settings.database_url.removeprefix("sqlite+aiosqlite:///")
    assert first["channels"] == ["web"]


def test_invitations_and_roles(talk: Talk) -> None:
    url = talk.settings.database_url
    result = run("invite", "--role", "organiser", "--area", "dat-do", url=url)
    code, link = result.stdout.split()
    assert len(code) == 8
    assert link == f"http://127.0.0.1:8080/?start={code}"
    talk.play([{"from": "tu", "start": code}])
    heading, line = run("accounts", url=url).stdout.splitlines()
    listed = dict(zip(heading.split("\t"), line.split("\t"), strict=True))
    assert (listed["ROLE"], listed["WHERE"], listed["NAME"]) == ("organiser", "dat-do", "tu")
    account = listed["ACCOUNT"]
    assert run("revoke", "--account", account, url=url).returncode == 0
    assert run("accounts", url=url).stdout == f"{heading}\n"
    assert "has no role" in one_line(run("revoke", "--account", account, url=url))
    assert "unknown club" in one_line(run("invite", "--role", "organiser", "--club", "1", url=url))


def codes_given(url: str, *more: str) -> list[dict[str, str]]:
    heading, *lines = run("invite", "--list", *more, url=url).stdout.splitlines()
    return [dict(zip(heading.split("\t"), each.split("\t"), strict=True)) for each in lines]


def test_codes_are_listed_and_taken_back(talk: Talk) -> None:
    url = talk.settings.database_url
    used = run("invite", "--role", "organiser", "--area", "Dat Do", url=url).stdout.split()[0]
    lost = run("invite", "--role", "coordinator", url=url).stdout.split()[0]
    talk.play([{"from": "tu", "start": used}])
    states = {each["CODE"]: each["STATE"] for each in codes_given(url)}
    assert states == {used: "used by tu (script, account 1)", lost: "open"}
    written = f"{lost[:4].lower()}-{lost[4:]}"
    assert run("invite", "--cancel", written, url=url).stdout == f"{lost}: taken back\n"
    (row,) = codes_given(url, "--role", "coordinator")
    assert (row["CODE"], row["STATE"], row["WHERE"]) == (lost, "taken back", "everywhere")
    talk.play([{"from": "la", "start": lost}])
    assert "người đưa đã thu lại" in talk.last("la")
    for code in (lost, used):
        assert "was used, taken back" in one_line(run("invite", "--cancel", code, url=url))
    assert "unknown code" in one_line(run("invite", "--cancel", "ABCDEFGH", url=url))


def test_a_code_ends_with_the_day_on_which_it_was_good(talk: Talk) -> None:
    url = talk.settings.database_url
    run("invite", "--role", "coordinator", url=url)
    talk.at("2026-12-16T08:00:00")
    assert [each["STATE"] for each in codes_given(url)] == ["expired"]


def test_links_lead_to_where_the_bot_is(talk: Talk) -> None:
    url = talk.settings.database_url
    talk.note_telegram("clb_bot")
    ask = ("invite", "--role", "coordinator")
    code, *links = run(*ask, url=url).stdout.split()
    telegram = "https://t.me/clb_bot?start="
    assert links == [f"http://127.0.0.1:8080/?start={code}", f"{telegram}{code}"]
    code, *links = run(*ask, url=url, BOT_WEB="off").stdout.split()
    assert links == [f"{telegram}{code}"]
    public = {"BOT_PUBLIC_URL": "https://clb.example.org"}
    code, *links = run(*ask, url=url, **public).stdout.split()
    assert links == [f"{telegram}{code}"]
    code, *links = run(*ask, url=url, BOT_WEB_CHAT="on", **public).stdout.split()
    assert links == [f"https://clb.example.org/?start={code}", f"{telegram}{code}"]
    talk.note_telegram(None)
    done = run(*ask, url=url, BOT_WEB="off")
    assert len(done.stdout.split()) == 1
    assert "types it to the bot" in done.stderr


@pytest.mark.parametrize(("web", "lines"), [("on", 2), ("off", 0)])
async def test_where_no_link_opens_the_bot_the_first_codes_are_typed(
    settings: Settings, web: str, lines: int
) -> None:
    chosen = settings.model_copy(update={"web": web, "locale": "en"})
    told: list[str] = []
    database = Database(chosen.database_url)
    codes = await database.run(lambda uow: first_codes(uow, chosen))
    await database.close()
    _greet(chosen, codes, told.append)
    assert sum("/?start=" in line for line in told) == lines
    for each in codes.values():
        assert any(f"type the code {each.code}" in line for line in told) == (web == "off")


def test_a_list_from_the_command_line(talk: Talk) -> None:
    club = talk.club()
    url = talk.settings.database_url
    roster = str(ROOT / "tests/scripts/roster.csv")
    dry = run("import-roster", roster, "--club", club, "--dry-run", url=url)
    assert dry.returncode == 0
    assert "thêm 47" in dry.stdout
    assert talk.sql("select count(*) from person") == [(0,)]
    done = run("import-roster", roster, "--club", club, "--signed", "2026-12-01", url=url)
    assert done.returncode == 0
    assert talk.sql("select count(*) from membership where state = 'active'") == [(47,)]
    report = json.loads(run("report", "--format", "json", url=url).stdout)
    assert report["members"] == {"unconfirmed": 0, "applied": 0, "active": 47}
    assert report["club_list"][0]["members"] == 47


def test_a_list_is_told_as_json_and_what_is_clear_is_written(talk: Talk, tmp_path: Path) -> None:
    club, url, path = talk.club(), talk.settings.database_url, tmp_path / "list.csv"
    path.write_text(
        "STT,Họ và tên,Năm sinh,Hoàn cảnh\n1,Nguyễn Thị Sáu,1948,nghèo\n2,Lê Văn Bé,1937 hay 1973,\n"
        "3,Trần Thị Tư (đã mất),1940,\nTổng cộng: 3 người\n",
        "utf-8",
    )
    arguments = ("import-roster", str(path), "--club", club, "--json", "--signed", "2026-12-01")
    done = run(*arguments, "--purposes", "roster,reminders", url=url)
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert (told["added"], told["changed"], told["same"]) == (1, 0, 0)
    assert [(each["row"], each["name"]) for each in told["waiting"]] == [(3, "Lê Văn Bé")]
    assert "1937 hay 1973" in told["waiting"][0]["why"]
    assert [(each["row"], each["why"]) for each in told["left_out"]] == [
        (4, "đã mất"),
        (5, "tổng cộng"),
    ]
    assert [each["becomes"] for each in told["columns"]] == [
        None, "full_name", "birth_year", "circumstances",
    ]  # fmt: skip
    # Hardship was not signed for: neither noted nor written.
    purposes = talk.sql("select purpose from consent order by id")
    assert purposes == [("roster",), ("reminders",)]
    assert talk.sql("select full_name, circumstances from person join membership"
                    " on person_id = person.id") == [("Nguyễn Thị Sáu", None)]  # fmt: skip
    assert run(*arguments, "--purposes", "reminders", url=url).returncode == 2


def test_a_broken_list_from_the_command_line(talk: Talk, tmp_path: Path) -> None:
    club = talk.club()
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04nonsense")
    assert one_line(run("import-roster", str(path), "--club", club, url=talk.settings.database_url))
    assert talk.sql("select count(*) from person") == [(0,)]


REPORT = {
    "as_of": None,
    "plan": {"name", "period", "over", "target_clubs", "target_members"},
    "clubs": {"founding", "recognised", "closed"},
    "members": {"unconfirmed", "applied", "active"},
    "shares": {"older_60_plus", "aged_55_plus", "women", "disadvantaged"},
    "unknown": {"birth_year", "sex", "circumstances"},
    "areas": None,
    "club_list": None,
    "events": {"planned", "held", "cancelled", "answers", "attended"},
    "notices": {"planned", "sent", "perhaps", "not_sent", "to_call", "called", "expired",
                "cancelled"},
    "deliveries": {"queued", "sending", "sent", "unknown", "failed", "expired", "cancelled"},
    "call_list_open": None,
    "updates": {"received", "handled", "failed"},
}  # fmt: skip


def test_the_report_has_the_contracts_keys(talk: Talk, tmp_path: Path) -> None:
    talk.club()
    out = tmp_path / "report.json"
    result = run("report", "--format", "json", "--out", str(out), url=talk.settings.database_url)
    assert result.returncode == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    for key, inner in REPORT.items():
        assert key in found
        if inner:
            assert inner <= set(found[key])
    assert set(found["areas"][0]) >= {"code", "name", "target_clubs", "clubs", "members"}
    assert set(found["club_list"][0]) >= {
        "code", "name", "area", "stage", "step", "confirmed", "steps_done", "steps_total",
        "days_in_step", "members", "next_event",
    }  # fmt: skip
    assert found["club_list"][0]["step"] == "commune_support"
    assert run("report", url=talk.settings.database_url).returncode == 0
    assert "unknown area" in one_line(
        run("report", "--area", "nowhere", url=talk.settings.database_url)
    )


def test_ask_prints_one_object() -> None:
    found = json.loads(run("ask", "đi khám sức khỏe cần mang gì", "--json").stdout)
    assert list(found) == ["question", "outcome", "answered", "article", "title", "answer",
                           "sources", "score", "others"]  # fmt: skip
    assert found["answered"] is True
    assert found["article"] == "health-checks"
    refused = json.loads(run("ask", "giá vàng hôm nay", "--json").stdout)
    assert refused["article"] is None
    assert refused["answered"] is False


def test_a_chat_in_the_terminal(settings: Settings) -> None:
    result = run_process("chat", "--as", "lan", url=settings.database_url, stdin="menu\n3\n")
    assert result.returncode == 0
    assert "máy trả lời tự động" in result.stdout
    assert "muốn hỏi gì" in result.stdout


def test_a_backup_and_its_return_from_the_command_line(talk: Talk, tmp_path: Path) -> None:
    talk.club()
    url, backup = talk.settings.database_url, str(tmp_path / "a.backup")
    fresh = f"sqlite+aiosqlite:///{tmp_path}/fresh/bot.db"
    key = {"BOT_BACKUP_KEY": "mot chia khoa dai"}
    (tmp_path / "files" / "received").mkdir(parents=True)
    (tmp_path / "files" / "received" / "list.csv").touch()
    done = run("backup", backup, url=url, **key)
    assert done.returncode == 0, done.stderr
    assert "sealed with the key " in done.stdout
    assert "not in it: the files" in done.stdout
    assert "--replace" in one_line(run("backup", backup, url=url, **key))
    assert "BOT_BACKUP_KEY" in one_line(run("restore", backup, url=fresh))
    assert "does not open" in one_line(run("restore", backup, url=fresh, BOT_BACKUP_KEY="wrong"))
    done = run("restore", backup, url=fresh, **key)
    assert done.returncode == 0, done.stderr
    assert run("report", url=fresh).stdout == run("report", url=url).stdout
    assert "not empty" in one_line(run("restore", backup, url=fresh, **key))
    done = run("restore", backup, "--replace", url=fresh, **key)
    kept = re.match(r"the database as it was: (.+)", done.stdout)
    assert kept is not None
    checked = run("backup", "--check", kept[1], url=fresh, **key)
    assert checked.returncode == 0, checked.stderr
    assert "can be restored, sealed with the key " in checked.stdout
    assert "1 clubs, 0 people" in checked.stdout
    assert "does not open" in one_line(
        run("backup", "--check", backup, url=url, BOT_BACKUP_KEY="no")
    )
    assert "No such file" in one_line(run("backup", "--check", str(tmp_path / "none"), url=url))
    assert "No such file" in one_line(run("restore", str(tmp_path / "none"), "--replace", url=url))


def test_no_backup_of_nothing(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/none/bot.db"
    assert "there is no database" in one_line(run("backup", str(tmp_path / "a"), url=url))
    assert not (tmp_path / "none").exists()


def test_what_a_command_did_stands_though_nobody_reads_of_it(talk: Talk, tmp_path: Path) -> None:
    club = talk.club()
    url = talk.settings.database_url
    roster = str(ROOT / "tests/scripts/roster.csv")
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "1", "q": "đi khám cần mang gì", "lang": "vi"}\n', encoding="utf-8")
    fresh = f"sqlite+aiosqlite:///{tmp_path}/fresh/bot.db"
    commands = [
        ("ask", "đi khám sức khỏe cần mang gì"),
        ("evaluate", "--questions", str(gold)),
        ("invite", "--role", "coordinator"),
        ("import-roster", roster, "--club", club, "--signed", "2026-12-01"),
        ("export-roster", str(tmp_path / "list.csv"), "--club", club),
        ("documents", "--club", club, "--out", str(tmp_path / "papers")),
        ("report",),
        ("migrate",),
        ("backup", str(tmp_path / "a.backup")),
        ("doctor",),
        ("accounts",),
        ("revoke", "--account", "1"),
    ]
    for command in commands:
        result = unread(*command, url=url, BOT_WEB_PORT=str(free_port()))
        assert result.returncode == 0, (command, result.stderr)
        assert not re.search("Error|Traceback|ignored", result.stderr), result.stderr
    assert unread("restore", str(tmp_path / "a.backup"), url=fresh).returncode == 0
    assert talk.sql("select count(*) from invitation where role = 'coordinator'") == [(1,)]
    assert talk.sql("select count(*) from membership") == [(47,)]
    assert talk.sql("select count(*) from role where revoked_at is null") == [(0,)]
    assert (tmp_path / "list.csv").is_file()
    assert any((tmp_path / "papers").iterdir())
    assert (tmp_path / "fresh" / "bot.db").is_file()


@pytest.mark.parametrize(
    ("command", "stdin"),
    [("script", '{"from": "lan", "text": "chào"}\n' * 3), ("chat", "chào\n"), ("report", "")],
)
def test_a_process_that_nobody_reads_ends_without_a_word(
    settings: Settings, command: str, stdin: str
) -> None:
    # Only a process says what its interpreter couldn't write when it ends.
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot", command],
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment(settings.database_url),
            input=stdin,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writer)
    assert done.stderr == ""
