"""Every conversation of the bot, for the engine and for those who walk the tables."""

from __future__ import annotations

from bot.conversations import founding, registration, small_flows
from bot.conversations.engine import Flow

FLOWS: tuple[Flow, ...] = (*founding.FLOWS, registration.FLOW, *small_flows.FLOWS)
