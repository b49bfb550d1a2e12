"""A strict test server for the Bot API: it refuses whatever api.json doesn't have."""

from __future__ import annotations

from tests.fakes.telegram.platform import Fault, ImpossibleError, Platform, Shown
from tests.fakes.telegram.server import Server

__all__ = ["Fault", "ImpossibleError", "Platform", "Server", "Shown"]
