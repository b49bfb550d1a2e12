"""The ages for which people are wished long life (Law on the Elderly 2009 art. 21, Circular
06/2012/TT-BVHTTDL art. 8): 70, 75, 80, 85, 90, 95, 100 and over."""

from __future__ import annotations

AGES = (70, 75, 80, 85, 90, 95)
FROM = 100
"""From this age on every year."""


def age_to_wish(age: int) -> int | None:
    """The age, where it is one that is wished for in that year; None otherwise."""
    return age if age in AGES or age >= FROM else None


def wish_of(age: int) -> str:
    """Which wish it is: "tho" to 79, "thuong_tho" to 89, "thuong_thuong_tho" from 90 on."""
    if age < 80:
        return "tho"
    return "thuong_tho" if age < 90 else "thuong_thuong_tho"
