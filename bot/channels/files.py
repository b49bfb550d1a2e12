"""Files that people send: kept beside the database before the update that brings them.

Whether an account may send one is known only when the update is handled; what nobody asked for is
thrown away then.
"""

from __future__ import annotations

import asyncio
import re
import secrets
from pathlib import Path

from bot.files import make_folder, write_file

RECEIVED = "received"
"""The folder, in that of all files, of those that people sent."""

MOST_BYTES = 200
"""Bytes of a name that are kept of it."""


async def keep_file(folder: Path, name: str, content: bytes) -> Path:
    """Write a file into the folder of received ones; where it lies. Raises OSError."""
    return await asyncio.to_thread(write_received, folder, name, content)


def write_received(folder: Path, name: str, content: bytes) -> Path:
    """The same at once, for who needn't wait for a disk."""
    received = folder / RECEIVED
    safe = re.sub(r"[^\w.\-]", "_", name)[-80:]
    # A name is as long as its bytes: eighty letters of some scripts are more than a disk takes.
    safe = safe.encode()[-MOST_BYTES:].decode(errors="ignore")
    path = received / f"{secrets.token_hex(8)}-{safe}"
    # Lists of people: nobody else on the machine looks into it.
    make_folder(received)
    write_file(path, content)
    return path


def forget_file(folder: Path, path: str | None) -> None:
    """Throw a file away that came in for nothing; what doesn't lie among the received ones stays.

    A script's files, for example, are the writer's own.
    """
    if path is None:
        return
    file = Path(path)
    if file.resolve().parent == (folder / RECEIVED).resolve():
        file.unlink(missing_ok=True)
