"""Work that rests until something may be due."""

from __future__ import annotations

import asyncio
import contextlib


class Waking:
    """Rests until it is woken, or a time has passed."""

    def __init__(self) -> None:
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Something may be due: `rest` ends."""
        self._wake.set()

    async def rest(self, seconds: float) -> None:
        """Wait until something may be due, or so many seconds passed."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), seconds)
        self._wake.clear()
