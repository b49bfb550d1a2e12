"""Deep links: a code as something that opens the bot where it is meant to be opened."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.channels.registry import CHANNELS, DEFAULT, links
from bot.handlers.services import Services
from bot.storage.records import Account
from bot.storage.unit_of_work import UnitOfWork


def _page(base_url: str, code: str) -> str:
    link = CHANNELS[DEFAULT].link
    assert link is not None
    return link(base_url, code)


def deep_links(uow: UnitOfWork, code: str, *, base_url: str, has_page: bool) -> list[str]:
    """Every link that opens the bot with a code, the chat page's first.

    None where the page is closed and no platform has links: then the code is typed.
    """
    platforms = list(links(uow.installation.usernames(), code).values())
    return [_page(base_url, code), *platforms] if has_page else platforms


def printed_link(uow: UnitOfWork, code: str, *, base_url: str, has_page: bool) -> str | None:
    """The link behind a square on paper; None where it would open nothing but on this machine."""
    platforms = links(uow.installation.usernames(), code)
    if platforms:
        return next(iter(platforms.values()))
    host = urlsplit(base_url).hostname or ""
    is_here = host in ("localhost", "::1") or host.startswith("127.")
    return None if is_here or not has_page else _page(base_url, code)


def link_for(services: Services, uow: UnitOfWork, account: Account, code: str) -> str | None:
    """The link that somebody on this account's channel hands on; None where there is none."""
    own = links(uow.installation.usernames(), code).get(account.channel)
    every = deep_links(uow, code, base_url=services.base_url, has_page=services.has_page)
    return own or next(iter(every), None)
