"""What stands before somebody who writes: his role, his people, what was asked and shown last."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeVar

from bot.domain.events import KINDS


class SceneError(ValueError):
    """A scene that can't be: the message names the key and what is expected there."""


class Role(StrEnum):
    """What somebody is in the club or in the province."""

    GUEST = "guest"
    MEMBER = "member"
    HELPER = "helper"
    ORGANISER = "organiser"
    COORDINATOR = "coordinator"


class Asked(StrEnum):
    """The kind of the open question."""

    CHOICE = "choice"
    SEVERAL = "several"
    CONFIRM = "confirm"
    REVIEW = "review"
    CONSENT = "consent"
    NAME = "name"
    CALLED = "called"
    YEAR = "year"
    DATE = "date"
    TIME = "time"
    SEX = "sex"
    PHONE = "phone"
    ADDRESS = "address"
    NUMBER = "number"
    MONEY = "money"
    TEXT = "text"
    ATTENDANCE = "attendance"
    LIST = "list"


OWN = "tôi"
"""What an account calls its own person in a scene."""


class Person(NamedTuple):
    """Somebody this account speaks for, as this account calls him."""

    called: str
    is_self: bool = False


class Reminder(NamedTuple):
    """A reminder that still waits for an answer, and for whom."""

    event: str
    """The kind of event, by its key."""
    people: tuple[str, ...] = ()


class Scene(NamedTuple):
    """Who writes and what stands before him; every part may be missing."""

    role: Role = Role.GUEST
    people: tuple[Person, ...] = ()
    asked: Asked | None = None
    choices: tuple[str, ...] = ()
    reminder: tuple[Reminder, ...] = ()
    now: datetime | None = None
    lang: str = "vi"

    @property
    def waiting(self) -> tuple[str, ...]:
        """Those whom the open reminders ask for, each once."""
        named = [called for each in self.reminder for called in each.people]
        return tuple(
            dict.fromkeys(named or ([p.called for p in self.people] if self.reminder else []))
        )

    @property
    def own(self) -> str | None:
        """How this account calls the writer himself, where he is one of its people."""
        return next((person.called for person in self.people if person.is_self), None)


LANGUAGES = ("vi", "en")
_KEYS = frozenset(("role", "people", "asked", "choices", "reminder", "now", "lang"))


def read_scene(raw: object) -> Scene:
    """The scene in a JSON object; raises SceneError."""
    if raw is None:
        return Scene()
    row = _object(raw, "scene")
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise SceneError(f"scene has no {unknown[0]!r}; its keys are {', '.join(sorted(_KEYS))}")
    return Scene(
        role=_member(Role, row.get("role"), "role") or Role.GUEST,
        people=tuple(_person(each) for each in _list(row.get("people"), "people")),
        asked=_member(Asked, row.get("asked"), "asked"),
        choices=tuple(_text(each, "choices") for each in _list(row.get("choices"), "choices")),
        reminder=tuple(_reminder(each) for each in _list(row.get("reminder"), "reminder")),
        now=_moment(row.get("now")),
        lang=_language(row.get("lang")),
    )


def _object(raw: object, key: str) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise SceneError(f"{key}: an object is expected")
    return raw


def _list(raw: object, key: str) -> list[object]:
    if raw is None:
        return []
    if not isinstance(raw, list):
        raise SceneError(f"{key}: a list is expected")
    return raw


def _text(raw: object, key: str) -> str:
    if not isinstance(raw, str):
        raise SceneError(f"{key}: a text is expected")
    return raw


_Kind = TypeVar("_Kind", bound=StrEnum)


def _member(kinds: type[_Kind], raw: object, key: str) -> _Kind | None:
    if raw is None:
        return None
    name = _text(raw, key)
    try:
        return kinds(name)
    except ValueError:
        raise SceneError(f"{key}: {raw!r} is none of {', '.join(kinds)}") from None


def _person(raw: object) -> Person:
    row = _object(raw, "people")
    is_self = row.get("self", False)
    if not isinstance(is_self, bool):
        raise SceneError("people: self is true or false")
    return Person(_text(row.get("called"), "people: called"), is_self)


def _reminder(raw: object) -> Reminder:
    row = _object(raw, "reminder")
    event = row.get("event")
    if event is None:
        raise SceneError("reminder: event is missing")
    if event not in KINDS:
        raise SceneError(f"reminder: event: {event!r} is none of {', '.join(KINDS)}")
    people = _list(row.get("people"), "reminder: people")
    return Reminder(
        _text(event, "reminder: event"), tuple(_text(each, "reminder: people") for each in people)
    )


def _moment(raw: object) -> datetime | None:
    if raw is None:
        return None
    text = _text(raw, "now")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise SceneError(
            f"now: {raw!r} is no ISO time, such as 2026-12-01T08:00:00+07:00"
        ) from None
    if moment.tzinfo is None:
        raise SceneError("now: the offset is missing, such as +07:00")
    return moment


def _language(raw: object) -> str:
    if raw is None:
        return LANGUAGES[0]
    if raw not in LANGUAGES:
        raise SceneError(f"lang: {raw!r} is none of {', '.join(LANGUAGES)}")
    return _text(raw, "lang")
