"""Whether a text speaks of coming without breakfast."""

from __future__ import annotations

from bot.language.text import fold

_PHRASES = ("nhin an", "nhin doi", "dung an sang", "khong an sang", "bung doi", "without breakfast",
            "fasting", "empty stomach")  # fmt: skip


def asks_fasting(text: str) -> bool:
    """Whether somebody is to come with an empty stomach; only the health station decides that."""
    folded = fold(text)
    return any(phrase in folded for phrase in _PHRASES)
