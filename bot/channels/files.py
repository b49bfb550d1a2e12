"""Files that people send: kept beside the database before the update that brings them."""

from __future__ import annotations

import asyncio
import re
import secrets
from pathlib import Path


async def keep_file(folder: Path, name: str, content: bytes) -> Path:
    """Write a file into the folder of received ones; where it lies. Raises OSError."""
    received = folder / "received"
    safe = re.sub(r"[^\w.\-]", "_", name)[-80:]
    path = received / f"{secrets.token_hex(8)}-{safe}"

    def write() -> None:
        received.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    await asyncio.to_thread(write)
    return path
