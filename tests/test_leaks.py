"""The search for leaks finds them: a suite of its own leaks in every way, each told with its place."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.command_line import ROOT

SUITE = """
import subprocess, sys
import httpx, pytest, structlog
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from bot.settings import Settings

log = structlog.get_logger()

def program(tmp_path, says, **options):
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").touch()
    (tmp_path / "bot" / "__main__.py").write_text(f"import sys; sys.stderr.write({says!r})")
    return subprocess.run([sys.executable, "-m", "bot"], cwd=tmp_path, check=True, **options)

def test_clean(tmp_path):
    log.info("update failed", inbox=912345678, at="queues.py:84")
    program(tmp_path, "database locked since 2026-12-01T09:12:34.091234Z", capture_output=True)

def test_log(): log.error("no such person", person="Nguyễn Thị Sáu")
def test_debug(): log.debug("told", whom="bà Tám")
def test_phone(): log.info("sent", to="0912 345 678")
def test_international(): log.info("sent", to="+84912345678")
def test_token(): log.info("asked", address="https://api.telegram.org/bot1000001:a-long-token/getMe")
def test_command(tmp_path): program(tmp_path, "gọi 0912345678", capture_output=True, text=True)
def test_file(tmp_path):
    with (tmp_path / "errors").open("w") as errors:
        program(tmp_path, "gọi 0912345678", stderr=errors)
def test_secret():
    Settings(_env_file=None, backup_key="open-sesame")
    log.info("the key is open-sesame")
async def test_metrics():
    async def metrics(request): return PlainTextResponse('bot_updates{name="Lê Thị Tám"} 1')
    transport = httpx.ASGITransport(app=Starlette(routes=[Route("/metrics", metrics)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        await client.get("/metrics")
"""


def test_each_leak_fails_its_test_and_nothing_else_does(tmp_path: Path) -> None:
    (tmp_path / "test_suite.py").write_text(SUITE, encoding="utf-8")
    run = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-p", "tests.leaks", "-q", "-o", "asyncio_mode=auto",
            "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path / "test_suite.py"),
        ],
        capture_output=True, text=True, cwd=ROOT, check=False, timeout=60,
    )  # fmt: skip
    leaking = set(re.findall(r"^def (test_\w+)|^async def (test_\w+)", SUITE, re.M))
    names = {first or second for first, second in leaking} - {"test_clean"}
    failed = set(re.findall(r"^ERROR \S+::(\w+)", run.stdout, re.M))
    assert failed == names, run.stdout
    assert run.returncode == 1
    assert "a person's name (Nguyễn…) in a log event" in run.stdout
    assert "a phone number (091234…) in standard error of a command" in run.stdout
