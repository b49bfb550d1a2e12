"""Telegram: one adapter, fed by polling or by a webhook, through the same inbox.

Here stands what it declares; the library is loaded by who builds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.base import Declaration, Examination, Surroundings
from bot.channels.telegram.settings import NAME, TelegramSettings
from bot.messages import Capabilities, Pace, Rate

if TYPE_CHECKING:
    import httpx

    from bot.channels.telegram.channel import TelegramChannel

PACE = Pace(overall=Rate(29, 1), chat=Rate(1, 5), group=Rate(20 / 60, 1))
"""About 30 messages a second over all chats, one a second in a chat with short bursts, 20 a
minute in a group (core.telegram.org/bots/faq): within any second no bucket lets more out."""


def _build(own: TelegramSettings, around: Surroundings) -> TelegramChannel:
    from bot.channels.telegram.channel import TelegramChannel

    assert own.telegram_token is not None
    return TelegramChannel(
        own.telegram_token.get_secret_value(), around, api_url=own.telegram_api_url
    )


async def _examine(
    own: TelegramSettings, transport: httpx.AsyncBaseTransport | None, patience: float
) -> Examination:
    from bot.channels.telegram.examination import examine

    return await examine(own, transport, patience)


DECLARATION = Declaration(
    name=NAME,
    capabilities=Capabilities(caption_limit=1024, contact=True),
    pace=PACE,
    remote=True,
    settings=TelegramSettings,
    faults=("telegram_token",),
    wanted=lambda own: own.telegram_token is not None,
    build=_build,
    link=lambda username, code: f"https://t.me/{username}?start={code}",
    examine=_examine,
)

__all__ = ["DECLARATION", "NAME", "PACE"]
