"""A paper list into the roster: a preview first, then what is clear; the rest is asked line by line.

Nothing is said here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.conversations.effects import FoundingChanged, RosterChanged
from bot.domain.founding import StepKey
from bot.handlers.accesses import note_access
from bot.handlers.acting import Acting, Refused
from bot.handlers.members.list_lines import keep_lines
from bot.handlers.members.list_matching import (
    Preview,
    Signatures,
    preview,
    signatures_of,
    signed_state,
)
from bot.handlers.members.list_return import keep_returnable
from bot.handlers.members.list_writing import Written, write_list
from bot.rosters.reading import RosterList, read_roster
from bot.storage.records import Club

PENDING = "@import"
"""Where the list waits that was previewed."""


# Previewing


@dataclass(frozen=True)
class Held:
    """The file that waits to be written, and its signatures."""

    path: Path
    signatures: Signatures | None


@dataclass(frozen=True)
class Pending:
    """The list that waits to be written, read anew, and its signatures."""

    found: Preview
    signatures: Signatures | None


def preview_file(
    acting: Acting, club: Club, path: Path, signatures: Signatures | None
) -> Preview | Refused:
    """What a file would change. Raises RosterError for one that is no list."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    found = _preview(acting, club, read_roster(path, acting.today), signatures)
    note_access(acting, club.id, found.told_of, "new_list")
    return found


def _preview(
    acting: Acting, club: Club, found: RosterList, signatures: Signatures | None
) -> Preview:
    hardship = signatures is None or "circumstances" in signatures.purposes
    return preview(acting.uow, club, found, signed=signatures is not None, hardship=hardship)


def begin_import(
    acting: Acting, club: Club, path: str, signatures: Signatures | None
) -> Preview | Refused:
    """What a file would change; it waits for a yes. Raises RosterError."""
    found = preview_file(acting, club, Path(path), signatures)
    if acting.account is None or isinstance(found, Refused):
        return Refused.NOT_YOURS
    if found.writable or found.to_check or found.deaths:
        state = {"club": club.id, "path": path, **signed_state(signatures)}
        acting.uow.conversations.put(acting.account.id, PENDING, state, is_open=False)
    return found


def held_list(acting: Acting, club: Club) -> Held | Refused:
    """Where the list lies that waits for a yes, not read yet."""
    if acting.account is None or not acting.organises(club.id):
        return Refused.NOT_YOURS
    held = acting.uow.conversations.find(acting.account.id, PENDING)
    if held is None or held.state.get("club") != club.id:
        return Refused.GONE
    return Held(Path(held.state["path"]), signatures_of(held.state))


def preview_held(acting: Acting, club: Club, held: Held, found: RosterList) -> Pending:
    """What the list that waits would change, as it was read."""
    return Pending(_preview(acting, club, found, held.signatures), held.signatures)


def pending_list(acting: Acting, club: Club) -> Pending | Refused:
    """The list that waits for a yes. Raises RosterError where its file is no list any more."""
    held = held_list(acting, club)
    if isinstance(held, Refused):
        return held
    return preview_held(acting, club, held, read_roster(held.path, acting.today))


def put_aside(acting: Acting) -> None:
    """The list that was previewed waits for nothing any more."""
    if acting.account is not None:
        acting.uow.conversations.drop(acting.account.id, PENDING)


# Writing it


def import_pending(acting: Acting, club: Club) -> Written | Refused:
    """Write what is clear of the list that was previewed; what isn't waits to be asked about.

    Raises RosterError.
    """
    try:
        pending = pending_list(acting, club)
    finally:
        put_aside(acting)
    if isinstance(pending, Refused):
        return pending
    keep_returnable(acting, club, None)
    written = write_list(acting, club, pending.found, pending.signatures)
    keep_lines(acting, club, pending.found.to_check, pending.signatures)
    if pending.found.to_check or pending.found.deaths:
        # Something is asked now: what comes next in the founding would stand over it.
        acting.do(RosterChanged(club.id))
    else:
        acting.do(FoundingChanged(club.id, StepKey.FOUNDING_MEMBERS))
    return written


def import_file(
    acting: Acting, club: Club, path: Path, signatures: Signatures | None
) -> Written | Refused:
    """Write what is clear of a file without asking; what isn't is returned with it.

    Raises RosterError.
    """
    found = preview_file(acting, club, path, signatures)
    if isinstance(found, Refused):
        return found
    written = write_list(acting, club, found, signatures)
    acting.do(RosterChanged(club.id))
    return written
