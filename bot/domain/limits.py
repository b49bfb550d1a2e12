"""What one account, or one address of the net, may do an hour: so that nobody wears others out.

All proposals of ours. Staff are under none of them but that of wrong codes.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

WINDOW = timedelta(hours=1)
"""The time in which it is counted."""


class Limited(StrEnum):
    """What is counted."""

    WRONG_CODE = "wrong_code"
    APPLICATION = "application"
    """Somebody was registered, or named as a relative, and the organisers hear of it."""
    ENQUIRY = "enquiry"
    """A question or a call for a person that somebody in charge gets."""
    SESSION = "session"
    """A new chat on the page, where it is open to the public; counted by address."""


AN_HOUR = {
    # 31^6 join codes: whoever tries five an hour needs three thousand years for one in a thousand.
    Limited.WRONG_CODE: 5,
    # A granddaughter registers five elders at a go; a neighbour, the whole lane.
    Limited.APPLICATION: 10,
    # Who asks seven times within an hour is better called.
    Limited.ENQUIRY: 6,
    # A meeting of fifty people who all scan the poster over the hall's one connection.
    Limited.SESSION: 60,
}
"""How often each, within `WINDOW`."""
