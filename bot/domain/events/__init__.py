"""Kinds of events: every file of `kinds` is one, and nothing else names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules

from bot.domain.events import kinds
from bot.domain.events.rules import EventKind


class EventKindError(Exception):
    """Kinds that don't go together: found when the program starts."""


def together(found: Iterable[EventKind]) -> dict[str, EventKind]:
    """Kinds by key in the order of their places.

    Raises EventKindError where two have one key, place or name, or where not one is the usual.
    """
    ordered = sorted(found, key=lambda kind: kind.place)
    for what, each in (
        ("key", [kind.key for kind in ordered]),
        ("place", [str(kind.place) for kind in ordered]),
        ("name", [name for kind in ordered for name in (*kind.names, *kind.nicknames)]),
    ):
        twice = sorted({one for one in each if each.count(one) > 1})
        if twice:
            raise EventKindError(f"two kinds of events have the {what} {twice[0]!r}")
    usual = [kind.key for kind in ordered if kind.usual]
    if len(usual) != 1:
        raise EventKindError(f"one kind of events is the usual, not {usual}")
    return {kind.key: kind for kind in ordered}


KINDS: Mapping[str, EventKind] = together(
    import_module(f"{kinds.__name__}.{module.name}").KIND for module in iter_modules(kinds.__path__)
)
USUAL = next(kind for kind in KINDS.values() if kind.usual)
"""What is meant where a kind must be and none was named."""
