"""Deep links: a code as something that opens the bot where it is meant to be opened."""

from __future__ import annotations

from bot.handlers.desk import Desk
from bot.storage.records import Account
from bot.storage.unit_of_work import UnitOfWork

_TELEGRAM = "telegram"


def _telegram_link(uow: UnitOfWork, code: str) -> str | None:
    """The link into Telegram; None while no bot of ours is known there."""
    username = uow.installation.telegram_username()
    return f"https://t.me/{username}?start={code}" if username else None


def deep_links(uow: UnitOfWork, code: str, *, base_url: str, has_page: bool) -> list[str]:
    """Every link that opens the bot with a code, the chat page's first; at least one."""
    telegram = _telegram_link(uow, code)
    page = f"{base_url}/?start={code}"
    if telegram is None:
        return [page]
    return [page, telegram] if has_page else [telegram]


def link_for(desk: Desk, uow: UnitOfWork, account: Account, code: str) -> str:
    """The link that somebody on this account's channel hands on."""
    links = deep_links(uow, code, base_url=desk.base_url, has_page=desk.has_page)
    return links[-1] if account.channel == _TELEGRAM else links[0]
