"""Would it start, and who could come in: each fault in one line with what to do, no false alarm."""

from __future__ import annotations

import errno
import json
import os
import socket
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from bot.care.doctor import examine
from bot.care.starting import find_catalogues, find_libraries, find_port
from bot.channels.base import Level
from bot.plan.loader import BUILT_IN
from bot.settings import Settings
from bot.storage.database import Database
from bot.web.listening import listen
from tests.care.test_doctor import ME, TOKEN, Answer, around, faults, shown, telegram_says
from tests.command_line import ROOT, one_line, run

PLAN = (ROOT / "bot" / "plan" / BUILT_IN).read_text(encoding="utf-8")
PUBLIC = "https://bot.example.org"


def taken(number: int) -> Callable[[str, int], None]:
    def take(_host: str, _port: int) -> None:
        raise OSError(number, os.strerror(number))

    return take


def is_free(_host: str, _port: int) -> None:
    return None


FAULTS: dict[str, tuple[dict[str, object], tuple[str, ...]]] = {
    "nothing is open": ({"web": "off"}, ("không ai vào được", "BOT_WEB=off", "BOT_TELEGRAM_TOKEN")),
    "the page is closed to all": (
        {"web_chat": "off"},
        ("không ai vào được", "BOT_WEB_CHAT=off", "BOT_TELEGRAM_TOKEN"),
    ),
    "a public address closes the page": (
        {"public_url": PUBLIC},
        ("không ai vào được", "BOT_PUBLIC_URL", PUBLIC, "BOT_WEB_CHAT=on"),
    ),
    "no server for the webhooks": (
        {"web": "off", "public_url": PUBLIC, "webhook_secret": SecretStr("a-long-secret"),
         "telegram_token": SecretStr(TOKEN), "telegram_api_url": "http://bot.test:81"},
        ("BOT_WEB=off", "BOT_WEBHOOK_SECRET"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
async def test_who_can_not_come_in(well: Settings, case: str) -> None:
    update, words = FAULTS[case]
    (line,) = await faults(
        well.model_copy(update=update), around(telegram_says(200, ME), take_port=is_free)
    )
    for each in words:
        assert each in line


PORTS: dict[str, tuple[int, tuple[str, ...]]] = {
    "another program's": (errno.EADDRINUSE, ("chương trình khác đang giữ cổng 8080", "=8081")),
    "the administrator's": (errno.EACCES, ("không được phép mở cổng 8080", "BOT_WEB_PORT=")),
    "another machine's": (errno.EADDRNOTAVAIL, ("không mở được cổng 8080", "BOT_WEB_HOST")),
}


@pytest.mark.parametrize("case", PORTS)
async def test_a_port_that_can_not_be_had(well: Settings, case: str) -> None:
    number, words = PORTS[case]
    (line,) = await faults(well, around(take_port=taken(number)))
    for each in words:
        assert each in line
    off = {
        "web": "off",
        "telegram_token": SecretStr(TOKEN),
        "telegram_api_url": "http://bot.test:81",
    }
    without = well.model_copy(update=off)
    assert await faults(without, around(telegram_says(200, ME), take_port=taken(number))) == []


async def test_a_port_of_our_own_worker(well: Settings) -> None:
    worker = Database(well.database_url)
    worker.lock_worker()
    assert await faults(well, around(take_port=taken(errno.EADDRINUSE))) == []
    await worker.close()


def test_a_port_that_is_taken_in_truth(well: Settings) -> None:
    with listen("127.0.0.1", 0) as other:
        port = str(other.getsockname()[1])
        told = run("doctor", url=well.database_url, BOT_WEB_PORT=port).stdout
        assert f"chương trình khác đang giữ cổng {port}" in told
    told = run("doctor", url=well.database_url, BOT_WEB_PORT=port).stdout
    assert f"cổng {port} ở 127.0.0.1 còn trống" in told
    with socket.socket() as probe:
        # The doctor let go of it.
        probe.bind(("127.0.0.1", int(port)))


PLANS: dict[str, tuple[bytes, str]] = {
    "no table": (b"hello", "key/value"),
    "a wrong key": (PLAN.replace("target_clubs", "targets", 1).encode(), "unknown key targets"),
    "UTF-16": (PLAN.encode("utf-16"), "UTF-8"),
    "another encoding": ("[plan]\nname = 'Kế'".encode("utf-16-le"), "UTF-8"),
}


@pytest.mark.parametrize("case", PLANS)
async def test_a_plan_that_can_not_be_used(well: Settings, tmp_path: Path, case: str) -> None:
    content, words = PLANS[case]
    path = tmp_path / "plan.toml"
    path.write_bytes(content)
    (line,) = await faults(well.model_copy(update={"plan": path}), around())
    assert line.startswith("[lỗi] Kế hoạch: ")
    assert words in line
    assert "BOT_PLAN" in line
    assert one_line(run("run", url=well.database_url, BOT_PLAN=str(path)))


def test_words_that_can_not_be_read(tmp_path: Path) -> None:
    found = find_catalogues(tmp_path)
    assert found.level is Level.FAULT
    assert "git checkout -- locales" in str(found.words.slots["fault"])


def test_libraries_that_an_update_wants(tmp_path: Path) -> None:
    locked = tmp_path / "requirements-run.txt"
    assert find_libraries(locked) is None
    here = version("typer")
    locked.write_text(f"typer=={here} \\\n    --hash=sha256:00\nhttpx==0.0.1 \\\nnowhere==1\n")
    found = find_libraries(locked)
    assert found is not None
    assert found.level is Level.WARNING
    assert found.words.slots == {"count": 2, "names": "httpx, nowhere"}


SOUND: dict[str, dict[str, object]] = {
    "as it comes": {},
    "telegram, polled, without a page": {"web": "off", "telegram_token": SecretStr(TOKEN)},
    "telegram by webhooks": {
        "public_url": PUBLIC,
        "webhook_secret": SecretStr("a-long-secret"),
        "telegram_token": SecretStr(TOKEN),
    },
    "the page to the public": {"public_url": PUBLIC, "web_chat": "on", "web_host": "::1"},
    "a plan of one's own and sealed backups": {
        "plan": "plan.toml",
        "backup_key": SecretStr("a sentence on paper"),
        "telegram_token": SecretStr(TOKEN),
    },
}


@pytest.mark.parametrize("case", SOUND)
async def test_no_false_alarm(
    well: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    monkeypatch.chdir(tmp_path)
    # As an editor on Windows saves it.
    (tmp_path / "plan.toml").write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    env = tmp_path / ".env"
    env.write_text("BOT_LOCALE=vi\n")
    update = {**SOUND[case], "telegram_api_url": "http://bot.test:81"}
    if "plan" in update:
        update["plan"] = Path(str(update["plan"]))
    settings = well.model_copy(update=update)
    answer: Answer = telegram_says(200, ME)
    found = await examine(settings, around(answer, take_port=is_free, env_file=env))
    lines = shown(settings, found)
    assert [line for line in lines if not line.startswith("[tốt]")] == []
    assert f"[tốt] Cài đặt: đọc được hết, từ tệp {env}." in lines


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ({"status": "failing", "wrong": ["x"], "version": "0.1.0"}, Level.OK),
        ({"status": "ok"}, Level.FAULT),
        ("<html>hello</html>", Level.FAULT),
    ],
)
async def test_who_holds_the_port_is_asked_where_no_lock_tells(
    settings: Settings, body: object, level: Level
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert str(request.url) == "http://127.0.0.1:8080/healthz"
        return httpx.Response(503, text=body if isinstance(body, str) else json.dumps(body))

    found = await find_port(
        settings.model_copy(update={"public_url": PUBLIC}),
        taken(errno.EADDRINUSE),
        running=None,
        transport=httpx.MockTransport(answer),
    )
    assert found is not None
    assert found.level is level
