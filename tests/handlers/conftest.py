"""Where most conversations begin."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_registration import myself


@pytest.fixture
def club(talk: Talk) -> Talk:
    """tu organises a club over which minh watches; sau is a member."""
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    return talk
