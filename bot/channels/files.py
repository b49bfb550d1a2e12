"""Files that people send: kept beside the database before the update that brings them."""

from __future__ import annotations

import asyncio
import re
import secrets
from pathlib import Path

MOST_BYTES = 200
"""Bytes of a name that are kept of it."""


async def keep_file(folder: Path, name: str, content: bytes) -> Path:
    """Write a file into the folder of received ones; where it lies. Raises OSError."""
    received = folder / "received"
    safe = re.sub(r"[^\w.\-]", "_", name)[-80:]
    # A name is as long as its bytes: eighty letters of some scripts are more than a disk takes.
    safe = safe.encode()[-MOST_BYTES:].decode(errors="ignore")
    path = received / f"{secrets.token_hex(8)}-{safe}"

    def write() -> None:
        # Lists of people: nobody else on the machine looks into it.
        received.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(content)

    await asyncio.to_thread(write)
    return path
