"""Would it start, and who could come in: what the doctor asks before it looks at the data."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import httpx

from bot.channels.base import Finding, Level
from bot.channels.registry import configured
from bot.plan.loader import PlanError, load_plan
from bot.settings import Settings
from bot.speech.compiled import CatalogueError, load_compiled
from bot.speech.translation import LANGUAGES, Listing, say

LOCKED = Path(__file__).resolve().parent.parent.parent / "requirements-run.txt"
"""The libraries that the program was tested with; only a checkout has the file."""
_NAMED = 5
"""Libraries that are named of those that aren't as they should be."""
_PATIENCE = 3.0
"""Seconds that whoever holds our port gets to say who he is."""


def find_catalogues(folder: Path | None = None) -> Finding:
    """Whether the words of every language can be read."""
    for language in LANGUAGES:
        try:
            load_compiled(language, folder)
        except CatalogueError as error:
            return Finding(Level.FAULT, say("doctor.catalogues_fault", fault=str(error)))
    return Finding(Level.OK, say("doctor.catalogues_ok"))


def find_libraries(locked: Path = LOCKED) -> Finding | None:
    """Whether an update wants other libraries than are installed; None where nothing says so."""
    try:
        wanted = re.findall(r"^([\w.-]+)==(\S+)", locked.read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        return None
    other = [name for name, pinned in wanted if _installed(name) != pinned]
    if not other:
        return Finding(Level.OK, say("doctor.libraries_ok"))
    names = ", ".join(other[:_NAMED])
    return Finding(Level.WARNING, say("doctor.libraries_other", count=len(other), names=names))


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def find_plan(settings: Settings) -> Finding:
    """Whether the plan can be read."""
    try:
        plan = load_plan(settings.plan)
    except PlanError as error:
        return Finding(Level.FAULT, say("doctor.plan_fault", fault=str(error)))
    return Finding(Level.OK, say("doctor.plan_ok", name=plan.name))


def find_ways_in(settings: Settings) -> Finding:
    """Whether anybody can reach the bot: through the page, or over a platform."""
    platforms = configured(settings)
    if platforms and settings.webhooks and settings.web == "off":
        return Finding(Level.FAULT, say("doctor.ways_webhooks"))
    if settings.has_page or platforms:
        page = [say("doctor.way_page")] if settings.has_page else []
        return Finding(Level.OK, say("doctor.ways_ok", ways=Listing((*page, *platforms))))
    if settings.web == "on" and settings.web_chat is None:
        return Finding(Level.FAULT, say("doctor.ways_public", link=settings.public_url))
    return Finding(Level.FAULT, say("doctor.ways_none"))


async def find_port(
    settings: Settings,
    take: Callable[[str, int], None],
    *,
    running: bool | None,
    transport: httpx.AsyncBaseTransport | None = None,
) -> Finding | None:
    """Whether the port is free or our own worker's; None where no page is wanted.

    `running`: whether a worker runs on this database; None where that can't be told.
    """
    if settings.web == "off":
        return None
    host, port = settings.web_host, settings.web_port
    try:
        take(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            if running or (running is None and await _is_ours(settings, transport)):
                return Finding(Level.OK, say("doctor.port_ours", host=host, port=port))
            return Finding(Level.FAULT, say("doctor.port_taken", host=host, port=port))
        if error.errno == errno.EACCES:
            return Finding(Level.FAULT, say("doctor.port_forbidden", port=port))
        fault = error.strerror or type(error).__name__
        return Finding(Level.FAULT, say("doctor.port_fault", host=host, port=port, fault=fault))
    return Finding(Level.OK, say("doctor.port_free", host=host, port=port))


async def _is_ours(settings: Settings, transport: httpx.AsyncBaseTransport | None) -> bool:
    """Whether what answers at our port is a bot."""
    try:
        async with httpx.AsyncClient(
            timeout=_PATIENCE, trust_env=False, transport=transport
        ) as client:
            told = (await client.get(f"{settings.local_url}/healthz")).json()
    except (httpx.HTTPError, ValueError):
        return False
    return isinstance(told, dict) and {"status", "wrong", "version"} <= told.keys()
