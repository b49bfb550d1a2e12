"""Where most conversations begin."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_registration import watched


@pytest.fixture
def club(talk: Talk) -> Talk:
    """tu organises a club over which minh watches; sau is a member."""
    watched(talk)
    return talk
