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
from bot.storage.address import DatabaseAddress

LOCKED = Path(__file__).resolve().parent.parent.parent / "requirements-run.txt"
"""The libraries that the program was tested with; only a checkout has the file."""
_NAMED = 5
"""Libraries that are named of those that aren't as they should be."""
_PATIENCE = 3.0
"""Seconds that whoever holds our port gets to say who he is."""


_NETWORK = frozenset(
    ("9p", "afs", "ceph", "cifs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs")
)
"""File systems of other machines."""
_LOCAL_FUSE = frozenset(("fuse.lxcfs", "fuse.ntfs", "fuse.ntfs-3g", "fuse.exfat", "fuseblk"))
"""File systems of this machine that look like those of others."""


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
    if settings.plan is None:
        return Finding(Level.OK, say("doctor.plan_ok", name=plan.name))
    file = settings.plan.resolve()
    return Finding(Level.OK, say("doctor.plan_read", name=plan.name, file=file))


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
            if running or (
                running is None and await _stranger(settings.local_url, transport) is None
            ):
                return Finding(Level.OK, say("doctor.port_ours", host=host, port=port))
            return Finding(Level.FAULT, say("doctor.port_taken", host=host, port=port))
        if error.errno == errno.EACCES:
            return Finding(Level.FAULT, say("doctor.port_forbidden", port=port))
        fault = error.strerror or type(error).__name__
        return Finding(Level.FAULT, say("doctor.port_fault", host=host, port=port, fault=fault))
    return Finding(Level.OK, say("doctor.port_free", host=host, port=port))


async def find_links(
    settings: Settings, running: bool | None, transport: httpx.AsyncBaseTransport | None = None
) -> Finding | None:
    """Whether the address that people are told leads here; None where none is set, or no bot runs."""
    link = settings.public_url
    if link is None or running is False or settings.web == "off":
        return None
    if running is None and await _stranger(settings.local_url, transport) is not None:
        return None
    fault = await _stranger(link, transport)
    if fault is None:
        return Finding(Level.OK, say("doctor.links_ok", link=link))
    return Finding(Level.FAULT, say("doctor.links_fault", link=link, fault=fault))


async def _stranger(address: str, transport: httpx.AsyncBaseTransport | None) -> str | None:
    """What answers at an address where a bot should, or why nothing does; None for a bot."""
    try:
        async with httpx.AsyncClient(
            timeout=_PATIENCE, trust_env=False, transport=transport
        ) as client:
            answer = await client.get(f"{address}/healthz")
            told = answer.json()
    except httpx.HTTPError as error:
        return type(error).__name__
    except ValueError:
        return str(answer.status_code)
    if isinstance(told, dict) and {"status", "wrong", "version"} <= told.keys():
        return None
    return str(answer.status_code)


def read_mounts() -> str:
    """What is mounted on this machine; nothing where that can't be told."""
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def find_network(address: DatabaseAddress, mounts: Callable[[], str]) -> Finding | None:
    """Whether a SQLite file lies on another machine's disk, where its locks hold nobody."""
    if address.file is None or not address.files:
        return None
    place = address.folder.resolve()
    found: tuple[int, str] = (-1, "")
    for line in mounts().splitlines():
        _, point, kind, *_rest = line.split(" ")
        # Blanks of a path stand there as octal numbers.
        point = re.sub(r"\\([0-7]{3})", lambda each: chr(int(each[1], 8)), point)
        if place.is_relative_to(point):
            found = max(found, (len(Path(point).parts), kind))
    kind = found[1]
    if kind in _NETWORK or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE):
        told = say("doctor.network_folder", folder=place, kind=kind)
        return Finding(Level.FAULT, told)
    return None
