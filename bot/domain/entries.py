"""Lists of answers: each entry holds its own answers by field, and its number beside them."""

from __future__ import annotations

ITEM = "_item"
"""Where an entry's number stands."""
