"""The ledger of who was erased: what keeps erased people erased when a backup comes back.

A line a person, without anything that tells who it was: the number, when the row was made, when
it was erased, and the numbers of the memberships. By these somebody is found whom one club forgot
while another still knows him: before, they were one row's. A number alone would not do: after a backup came back, it may go to somebody else;
the moment of making tells the two apart. Who takes a deletion back within its day gets a line more,
which says so: a copy of the ledger from between doesn't erase him.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.files import OWNERS_FILE, make_folder
from bot.storage.address import DatabaseAddress
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Erasure:
    """One person who was erased; or, in a line of its own, that he took that back."""

    person_id: int
    created_at: datetime
    erased_at: datetime
    memberships: tuple[int, ...] = ()
    taken_back_at: datetime | None = None


def in_order(erasures: Iterable[Erasure]) -> list[Erasure]:
    """By person, each as it happened."""
    return sorted(
        erasures, key=lambda each: (each.person_id, each.erased_at, each.taken_back_at is not None)
    )


def that_stand(erasures: Iterable[Erasure]) -> set[Erasure]:
    """Those that nobody took back."""
    every = set(erasures)
    undone = {(each.person_id, each.erased_at) for each in every if each.taken_back_at is not None}
    return {each for each in every if (each.person_id, each.erased_at) not in undone}


class LedgerError(Exception):
    """A ledger that can't be read; the text says why."""


def ledger_path(address: DatabaseAddress) -> Path:
    """The ledger that belongs to a database: beside it, under its name."""
    return address.folder / f"{address.name}.erased.jsonl"


_BEGINNING = '{"person"'
"""How every line of a ledger begins."""


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a time without its offset")
    return found


def _is_cut_off(line: str) -> bool:
    """Whether a line is only the beginning of one, and not something else altogether."""
    try:
        json.loads(line)
    except ValueError:
        return line.startswith(_BEGINNING) or _BEGINNING.startswith(line)
    return False


def read_ledger(path: Path) -> set[Erasure]:
    """What a ledger says of who was erased; nothing where there is none. Raises LedgerError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return set()
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"{path}: {getattr(error, 'strerror', None) or 'no text'}") from None
    found = set()
    for number, line in enumerate(lines, 1):
        if number == len(lines) and _is_cut_off(line):
            break  # While it was written or copied; it will come again.
        try:
            entry = json.loads(line)
            found.add(
                Erasure(
                    int(entry["person"]),
                    _moment(entry["created_at"]),
                    _moment(entry["erased_at"]),
                    tuple(int(each) for each in entry.get("memberships", ())),
                    _moment(entry["taken_back_at"]) if "taken_back_at" in entry else None,
                )
            )
        except (ValueError, KeyError, TypeError):
            raise LedgerError(f"{path}, line {number}: not a line of a ledger") from None
    return found


def add_to_ledger(path: Path, erasures: Iterable[Erasure]) -> int:
    """Write down those who aren't there yet; how many. Raises OSError, LedgerError."""
    known = read_ledger(path)
    noted = set(map(_key, known))
    new = [each for each in set(erasures) if _key(each) not in noted]
    if not new:
        return 0
    make_folder(path.parent)
    lines = "".join(f"{_line(each)}\n" for each in in_order(known | set(new)))
    draft = path.with_name(f".{path.name}.new")
    number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNERS_FILE)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return len(new)


def _key(erasure: Erasure) -> tuple[object, ...]:
    undone = erasure.taken_back_at is not None
    return erasure.person_id, erasure.created_at, erasure.erased_at, undone


def _line(erasure: Erasure) -> str:
    line: dict[str, object] = {
        "person": erasure.person_id,
        "created_at": erasure.created_at.isoformat(),
        "erased_at": erasure.erased_at.isoformat(),
        "memberships": list(erasure.memberships),
    }
    if erasure.taken_back_at is not None:
        line["taken_back_at"] = erasure.taken_back_at.isoformat()
    return json.dumps(line)


def erasures_in(uow: UnitOfWork, since: datetime | None = None) -> set[Erasure]:
    """Who was erased in a database, from a moment on, and who took that back."""
    undone = {
        Erasure(
            each.person_id,
            uow.people.get(each.person_id).created_at,
            each.asked_at,
            taken_back_at=each.taken_back_at,
        )
        for each in uow.deletions.taken_back(since)
    }
    return undone | {
        Erasure(
            person.id,
            person.created_at,
            person.erased_at,
            tuple(each.id for each in uow.clubs.memberships_of(person.id)),
        )
        for person in uow.people.erased(since)
        if person.erased_at is not None
    }


class LedgerKeeper:
    """Takes what was erased from the database into the ledger, again and again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen: datetime | None = None

    async def run(self, now: datetime) -> int:
        """Write down who was erased since the last run; how many."""

        def work(uow: UnitOfWork) -> set[Erasure]:
            return erasures_in(uow, self._seen)

        found = await self._database.read(work)
        count = add_to_ledger(ledger_path(self._database.address), found) if found else 0
        moments = (each.taken_back_at or each.erased_at for each in found)
        self._seen = max(moments, default=self._seen)
        return count
