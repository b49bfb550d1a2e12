"""Every conversation of the bot, for the engine and for those who walk the tables."""

from __future__ import annotations

from bot.conversations import consent_flows, founding, registration, small_flows
from bot.conversations.engine import Flow

FLOWS: tuple[Flow, ...] = (
    *founding.FLOWS,
    registration.FLOW,
    *small_flows.FLOWS,
    *consent_flows.FLOWS,
)
