"""What is read out of an answer."""

from __future__ import annotations

from typing import NamedTuple


class ValueReading(NamedTuple):
    """What was read, None for nothing; not sure where it may be something else as well."""

    value: str | None = None
    is_sure: bool = True


NOTHING = ValueReading(None, is_sure=False)
LONGEST = 200
"""Characters of an answer in which a value is looked for."""
