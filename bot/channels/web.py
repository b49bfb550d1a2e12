"""The chat page's adapter: a message is delivered once it stands in the account's history."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from bot.channels.base import Channel, Declaration, NoSettings
from bot.messages import Capabilities, Outbound, Outcome, Sent

NAME = "web"


class WebChannel(Channel):
    """Wakes the pages that show an account; they read what is new from the storage."""

    name = NAME

    def __init__(self) -> None:
        self._pages: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self.stopping = False

    async def send(self, message: Outbound) -> Outcome:
        """The row itself is the message; pages that are open are woken."""
        for page in self._pages.get(message.address.external_id, ()):
            page.set()
        return Sent(f"web-{message.outbox_id}")

    def open_page(self, external_id: str) -> asyncio.Event:
        """An event that is set when something new is there for an account."""
        page = asyncio.Event()
        self._pages[external_id].add(page)
        return page

    def close_page(self, external_id: str, page: asyncio.Event) -> None:
        """The page is gone."""
        self._pages[external_id].discard(page)
        if not self._pages[external_id]:
            del self._pages[external_id]

    async def stop(self) -> None:
        """Let every open page go: the server stops."""
        self.stopping = True
        for pages in self._pages.values():
            for page in pages:
                page.set()


DECLARATION: Declaration[NoSettings] = Declaration(
    name=NAME,
    capabilities=Capabilities(text_limit=8000),
    link=lambda page, code: f"{page}/?start={code}",
)
