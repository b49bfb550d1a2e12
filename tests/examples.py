"""How many of hypothesis' examples a test takes: a quarter in `make test`, all in `make test-long`."""

from __future__ import annotations

import pytest
from hypothesis import settings

QUICK, LONG = "quick", "long"
"""Profiles: `--hypothesis-profile=long` makes every test that takes examples a long one."""
_SHARE = 4


def share_examples() -> None:
    """Before tests are read: what most of them take; how long one takes is nobody's fault."""
    settings.register_profile(QUICK, max_examples=100 // _SHARE, deadline=None)
    settings.register_profile(LONG, max_examples=100, deadline=None)
    settings.load_profile(QUICK)


def are_all_taken() -> bool:
    """Whether these are the long tests."""
    return settings.get_current_profile_name() == LONG


def one_in(few: int) -> pytest.MarkDecorator:
    """Run a test with `every` as this step through its many cases, in long tests with each of them."""
    return pytest.mark.parametrize("every", [few, pytest.param(1, marks=pytest.mark.long)])


def examples(number: int) -> int:
    """How many of a test's own number are taken now, two at least."""
    return number if are_all_taken() else max(2, number // _SHARE)
