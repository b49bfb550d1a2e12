"""Telegram: one adapter, fed by polling or by a webhook, through the same inbox."""

from __future__ import annotations

from bot.channels.telegram.channel import TelegramChannel, Webhook
from bot.channels.telegram.feed import Feed, Introduction
from bot.channels.telegram.updates import NAME

__all__ = ["NAME", "Feed", "Introduction", "TelegramChannel", "Webhook"]
