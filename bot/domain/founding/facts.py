"""What is known of a founding when its state is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from bot.domain.founding.steps import StepKey

StepData: TypeAlias = Mapping[str, Any]
"""What was said in a step, or of an entry of a list, by field. What stands under a field is said by
its kind in `FIELDS`; lists are lists of such."""


@dataclass(frozen=True)
class FoundingFacts:
    """What the rules need: data by step and field (lists as lists of dicts), the roster's count.

    Dates are ISO texts. `skipped` and `review` are marks that people or the commune set.
    """

    data: Mapping[StepKey, StepData]
    members_counted: int
    skipped: frozenset[StepKey] = frozenset()
    review: frozenset[StepKey] = frozenset()
    today: date = date.min
