"""The ways in which people write the same words of a whole message."""

from __future__ import annotations

from functools import lru_cache

_ALIKE = (
    ("tôi", "tui", "mình"), ("một", "1", "one"), ("hai", "2", "two"), ("ba", "3", "three"),
    ("bốn", "4", "four"), ("năm", "5", "five"), ("không", "hông", "hong", "ko"), ("được", "đc", "dc"),
    ("câu lạc bộ", "clb"),
)  # fmt: skip
"""Words that people write one for the other."""


@lru_cache(maxsize=512)
def spellings_of(form: str) -> tuple[tuple[str, ...], ...]:
    """A form in all the ways in which people write it, itself first: "tui" for "tôi", "1" for "một".

    One way goes through a whole form: who writes "tui" once writes it everywhere.
    """
    ways = [f" {form} "]
    for group in _ALIKE:
        known = next((each for each in group if f" {each} " in ways[0]), None)
        if known is not None:
            others = [each for each in group if each != known]
            ways += [way.replace(f" {known} ", f" {each} ") for way in ways for each in others]
    return tuple(dict.fromkeys(tuple(way.split()) for way in ways))
