"""Every conversation of the bot, for the engine and for those who walk the tables."""

from __future__ import annotations

from bot.conversations import consent_flows, events, founding, organising, own_data, registration
from bot.conversations.engine import Flow

FLOWS: tuple[Flow, ...] = (
    *founding.FLOWS,
    registration.FLOW,
    *events.FLOWS,
    *organising.FLOWS,
    *own_data.FLOWS,
    *consent_flows.FLOWS,
)
