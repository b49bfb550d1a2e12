"""What is known of a founding when its state is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.founding.steps import StepKey


@dataclass(frozen=True)
class FoundingFacts:
    """What the rules need: data by step and field (lists as lists of dicts), the roster's count.

    Dates are ISO texts. `skipped` and `review` are marks that people or the commune set.
    """

    data: Mapping[StepKey, Mapping[str, Any]]
    members_counted: int
    skipped: frozenset[StepKey] = frozenset()
    review: frozenset[StepKey] = frozenset()
    today: date = date.min
