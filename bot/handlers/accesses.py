"""That somebody was shown members of a club is noted: they may ask who saw them, and an incident asks."""

from __future__ import annotations

from collections.abc import Iterable

from bot.handlers.acting import Acting
from bot.storage.records import Person

LOOKS = (
    "names", "member", "consents", "calls", "search", "secretary", "list",
    "waiting", "who_comes", "open_consents", "requests", "new_list", "posts",
)  # fmt: skip
"""Screens and files that show members by name; papers go by their codes beside these."""


def note_access(acting: Acting, club_id: int, people: Iterable[Person], what: str) -> None:
    """Note whom an account, or the operator, was shown; nobody's look at himself."""
    mine = (
        set()
        if acting.account is None
        else {person.id for _, person in acting.uow.people.of_account(acting.account.id)}
    )
    shown = [person.id for person in people if person.id not in mine]
    acting.uow.accesses.note(acting.by, club_id, shown, what)
