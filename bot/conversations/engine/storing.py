"""Sessions as they are stored: JSON with a version.

What an older version of the program stored is brought up to date when it is read; what can't be
read is an `UnreadableSessionError` and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import TypeVar

from bot.conversations.engine.older_sessions import MIGRATIONS
from bot.conversations.engine.session import (
    Answer,
    Answers,
    Entry,
    Menu,
    Mode,
    Pending,
    Picked,
    Proof,
    Session,
    Shown,
)
from bot.domain.entries import ITEM

T = TypeVar("T")

VERSION = 2
"""The version that is written. Whoever raises it adds to `MIGRATIONS`."""


class UnreadableSessionError(Exception):
    """What is stored is no session that this program can go on with; the text says why.

    It names keys and never what people said.
    """


def to_json(session: Session) -> dict[str, Answer]:
    """The stored form, of the newest version."""
    return {
        "version": VERSION,
        "flow": session.flow,
        "name": session.name,
        "began": session.began.isoformat(),
        "asked": session.asked,
        "args": session.args,
        "answers": session.answers,
        "skipped": list(session.skipped),
        "closed": list(session.closed),
        "at": session.at,
        "inside": _inside_to_json(session.inside),
        "picked": _picked_to_json(session.picked),
        "pending": _pending_to_json(session.pending),
        "seen": session.seen,
        "failures": session.failures,
        "fixing": session.fixing,
        "choosing": session.choosing,
        "held": session.held,
        "proofs": {
            purpose: {
                "agreed": proof.agreed,
                "way": proof.way,
                "words": proof.words,
                "version": proof.version,
                "shown": None if proof.shown is None else asdict(proof.shown),
            }
            for purpose, proof in session.proofs.items()
        },
        "shown": {key: asdict(shown) for key, shown in session.shown.items()},
        "left_open": list(session.left_open),
    }


def from_json(raw: object) -> Session:
    """Read what any version of the program stored; raises UnreadableSessionError."""
    stored = _Stored(_up_to_date(raw))
    return Session(
        flow=stored.text("flow"),
        name=stored.text("name"),
        began=stored.moment("began"),
        asked=stored.number("asked"),
        args=stored.answers("args"),
        answers=stored.answers("answers"),
        skipped=stored.texts("skipped"),
        closed=stored.texts("closed"),
        at=stored.text("at"),
        inside=stored.made("inside", _inside),
        picked=stored.made("picked", _picked),
        pending=stored.made("pending", _pending),
        seen=stored.anything("seen"),
        failures=stored.number("failures"),
        fixing=stored.flag("fixing"),
        choosing=stored.flag("choosing"),
        held=stored.text_or_none("held"),
        proofs={key: _proof(each) for key, each in stored.parts("proofs").items()},
        # Conversations that were begun before it was kept have none; they are gone on with.
        shown={key: _shown(each) for key, each in stored.parts("shown").items()}
        if stored.has("shown")
        else {},
        left_open=stored.texts("left_open"),
    )


def _entry_to_json(entry: Entry) -> Answers:
    return {
        "at": entry.at,
        "item": entry.item,
        "draft": entry.draft,
        "passed": list(entry.passed),
    }


def _inside_to_json(inside: Entry | Menu | None) -> Answers | None:
    match inside:
        case Entry():
            return {"entry": _entry_to_json(inside)}
        case Menu():
            return {
                "mode": inside.mode,
                "left": None if inside.left is None else _entry_to_json(inside.left),
                "removed": inside.removed,
                "paused": inside.paused,
            }
    return None


def _picked_to_json(picked: Picked | None) -> Answers | None:
    return None if picked is None else {"place": picked.place, "options": list(picked.options)}


def _pending_to_json(pending: Pending | None) -> Answers | None:
    return None if pending is None else asdict(pending)


class _Stored:
    """An object of stored JSON, read key by key: what is missing or of another shape is said."""

    def __init__(self, raw: object, where: str = "") -> None:
        if not isinstance(raw, dict):
            raise UnreadableSessionError(where or "no object")
        self._raw: Answers = raw
        self._where = where

    def _get(self, key: str, *kinds: type) -> Answer:
        value = self._raw.get(key)
        # True is an int to Python, and no number here.
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise UnreadableSessionError(self._place(key))
        return value

    def _place(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key

    def has(self, key: str) -> bool:
        return key in self._raw

    def anything(self, key: str) -> Answer:
        if key not in self._raw:
            raise UnreadableSessionError(self._place(key))
        return self._raw[key]

    def text(self, key: str) -> str:
        found: str = self._get(key, str)
        return found

    def text_or_none(self, key: str) -> str | None:
        return None if self.anything(key) is None else self.text(key)

    def number(self, key: str) -> int:
        found: int = self._get(key, int)
        return found

    def flag(self, key: str) -> bool:
        found: bool = self._get(key, bool)
        return found

    def moment(self, key: str) -> datetime:
        try:
            found = datetime.fromisoformat(self.text(key))
        except ValueError:
            raise UnreadableSessionError(self._place(key)) from None
        if found.tzinfo is None:
            raise UnreadableSessionError(self._place(key))
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        found = self._get(key, list)
        if not all(isinstance(each, str) for each in found):
            raise UnreadableSessionError(self._place(key))
        return tuple(found)

    def answers(self, key: str) -> Answers:
        found: Answers = self._get(key, dict)
        return found

    def entry(self, key: str) -> Answers:
        """An entry of a list: answers with its number."""
        found = self.answers(key)
        _Stored(found, self._place(key)).number(ITEM)
        return found

    def needed(self, key: str, make: Callable[[_Stored], T]) -> T:
        """What is made of an object inside."""
        return make(_Stored(self.anything(key), self._place(key)))

    def made(self, key: str, make: Callable[[_Stored], T]) -> T | None:
        """The same, where nothing may stand."""
        return None if self.anything(key) is None else self.needed(key, make)

    def parts(self, key: str) -> dict[str, _Stored]:
        return {name: _Stored(each, self._place(key)) for name, each in self.answers(key).items()}


def _inside(stored: _Stored) -> Entry | Menu:
    if stored.has("entry"):
        return stored.needed("entry", _entry)
    try:
        mode = Mode(stored.text("mode"))
    except ValueError:
        raise UnreadableSessionError("mode") from None
    return Menu(
        mode,
        stored.made("left", _entry),
        None if stored.anything("removed") is None else stored.entry("removed"),
        stored.flag("paused"),
    )


def _entry(stored: _Stored) -> Entry:
    item = None if stored.anything("item") is None else stored.number("item")
    return Entry(stored.text("at"), item, stored.answers("draft"), stored.texts("passed"))


def _picked(stored: _Stored) -> Picked:
    return Picked(stored.text("place"), stored.texts("options"))


def _pending(stored: _Stored) -> Pending:
    # Those of before it was kept made no proposal.
    as_typed = stored.anything("as_typed") if stored.has("as_typed") else None
    return Pending(stored.anything("value"), stored.text("shown"), as_typed)


def _proof(stored: _Stored) -> Proof:
    return Proof(
        stored.flag("agreed"),
        stored.text("way"),
        stored.text("words"),
        stored.text("version"),
        stored.made("shown", _shown) if stored.has("shown") else None,
    )


def _shown(stored: _Stored) -> Shown:
    return Shown(
        stored.text("language"),
        stored.text("version"),
        stored.text("question"),
        stored.text_or_none("notice"),
        stored.text_or_none("notice_version"),
    )


def _up_to_date(raw: object) -> object:
    if not isinstance(raw, dict):
        raise UnreadableSessionError("no object")
    found: Answers = raw
    version = found.get("version", 0)
    while version != VERSION:
        migrate = MIGRATIONS.get(version) if isinstance(version, int) else None
        if migrate is None:
            raise UnreadableSessionError("version")
        try:
            found = migrate(found)
        except (LookupError, TypeError, AttributeError, ValueError) as error:
            raise UnreadableSessionError(f"version {version}: {type(error).__name__}") from error
        version = found["version"]
    return found
