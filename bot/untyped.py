"""Names for what has no type of its own; each says who knows what it is."""

from __future__ import annotations

from typing import Any, TypeAlias

JsonObject: TypeAlias = dict[str, Any]
"""An object that was read as JSON, or is to be written so: who asks for a key knows what it holds."""
