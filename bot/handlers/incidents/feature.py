"""What incidents bring: those in charge are told how the hours run out."""

from __future__ import annotations

from bot.domain.due import DueKind
from bot.handlers.feature import Feature, Handling
from bot.handlers.incidents import screens

INCIDENTS = Feature(
    "incidents",
    due={DueKind.INCIDENT: Handling(screens.warn_unreported)},
)
