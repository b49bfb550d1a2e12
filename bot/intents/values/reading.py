"""What is read out of an answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ValueReading:
    """What was read, None for nothing; not sure where it may be something else as well."""

    value: str | None = None
    is_sure: bool = True


NOTHING = ValueReading(None, is_sure=False)
LONGEST = 200
"""Characters of an answer in which a value is looked for."""
