"""Zalo's bots, as far as they are there: what their people can be shown."""

from __future__ import annotations

from bot.channels.base import Declaration, NoSettings
from bot.messages import Capabilities

DECLARATION: Declaration[NoSettings] = Declaration(
    name="zalo",
    # No buttons, no files, 2,000 characters (docs.zaloplatforms.com/docs/BOT).
    capabilities=Capabilities(buttons=False, files=False, text_limit=2000),
    remote=True,
    to_come=True,
)
