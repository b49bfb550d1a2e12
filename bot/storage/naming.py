"""Whether what is stored names somebody: for forgetting it."""

from __future__ import annotations

import re


def whole_word(name: str) -> re.Pattern[str]:
    """A name as a whole word; "Mai Lan" isn't named by "Mai Lanh"."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def says(stored: object, name: re.Pattern[str]) -> bool:
    """Whether a name stands anywhere in stored words, however deep in lists and objects."""
    if isinstance(stored, str):
        return name.search(stored) is not None
    if isinstance(stored, dict):
        return any(says(each, name) for each in stored.values())
    return isinstance(stored, list) and any(says(each, name) for each in stored)
