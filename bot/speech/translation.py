"""Words for people: phrases named by a key, spoken in a language and a form of address."""

from __future__ import annotations

import gettext
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import structlog

from bot.language.text import begin_small, capitalise
from bot.speech.compiled import load_compiled

log = structlog.get_logger()

LANGUAGES = ("vi", "en")


@dataclass(frozen=True)
class Phrase:
    """A message to be spoken later: its key and its slots."""

    key: str
    slots: Mapping[str, object] = field(default_factory=dict)


def say(key: str, /, **slots: object) -> Phrase:
    """The phrase with this key."""
    return Phrase(key, slots)


@dataclass(frozen=True)
class Listing:
    """Several things joined as the language joins them: "A, B và C"."""

    items: tuple[object, ...]


@dataclass(frozen=True)
class Joined:
    """Several things, one after the other in one paragraph."""

    items: tuple[object, ...]


@dataclass(frozen=True)
class Opening:
    """Something that begins a sentence: "bà ngoại" becomes "Bà ngoại"."""

    thing: object


@dataclass(frozen=True)
class Inside:
    """A label inside a sentence: "Năm sinh" becomes "năm sinh"."""

    thing: object


@dataclass(frozen=True)
class About:
    """Words that name a person: whoever reads them must be somebody who may know of him."""

    person: int
    words: Phrase | str


@dataclass(frozen=True)
class Written:
    """Words of an article: {address} and {self} are put in, large where a sentence begins."""

    text: str


_SPOKEN = re.compile(r"(?P<start>^|[.!?…]\s+|\n\s*)?\{(?P<who>address|self)\}")


@dataclass(frozen=True)
class Lines:
    """Several things, each on a line of its own."""

    items: tuple[object, ...]


Words = About | Phrase | Listing | Joined | Opening | Inside | Lines | str
"""What a speaker can put into words."""


class MissingMessageError(RuntimeError):
    """A key without text: a fault of the program, found by the tests."""


def slot_missing(key: str, name: str) -> str:
    """What stands where a message was not given a slot that its words use.

    A fault of the program, which the tests refuse; whoever reads it gets the rest of the sentence.
    """
    log.error("slot missing", message=key, slot=name)
    return "…"


class _Slots(dict[str, str]):
    """A message's slots as text."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def __missing__(self, name: str) -> str:
        return slot_missing(self._key, name)


@lru_cache(maxsize=4)
def catalogue(language: str) -> gettext.NullTranslations:
    """The messages of a language; raises CatalogueError."""
    return load_compiled(language)


@dataclass(frozen=True)
class Speaker:
    """How one person is spoken to.

    `address` is the form for the person ("bà"), `self_word` what the bot calls itself ("con").
    Every message may use them as {address}, {self}, and {Address}, {Self} at a sentence's start.
    What is said to another who holds the phone brings its own `self`.
    """

    language: str
    address: str
    self_word: str

    def text(self, thing: object) -> str:
        """A phrase, a listing or any value as text."""
        if isinstance(thing, Phrase):
            words = catalogue(self.language)
            template = words.gettext(thing.key)
            if template == thing.key:
                raise MissingMessageError(f"{thing.key} ({self.language})")
            slots = _Slots(thing.key)
            slots.update((name, self.text(value)) for name, value in thing.slots.items())
            own = slots.get("self", self.self_word)
            slots |= {
                "address": self.address,
                "Address": capitalise(self.address),
                "self": own,
                "Self": capitalise(own),
            }
            return template.format_map(slots)
        if isinstance(thing, Listing):
            return self.join(thing.items)
        if isinstance(thing, Joined):
            return "".join(self.text(each) for each in thing.items)
        if isinstance(thing, Opening):
            return capitalise(self.text(thing.thing))
        if isinstance(thing, Inside):
            return begin_small(self.text(thing.thing))
        if isinstance(thing, About):
            return self.text(thing.words)
        if isinstance(thing, Written):
            return self._written(thing.text)
        if isinstance(thing, Lines):
            return "\n".join(self.text(each) for each in thing.items)
        if thing is None:
            return ""
        return str(thing)

    def _written(self, text: str) -> str:
        words = {"address": self.address, "self": self.self_word}

        def put_in(found: re.Match[str]) -> str:
            word, start = words[found["who"]], found["start"]
            return word if start is None else f"{start}{capitalise(word)}"

        return _SPOKEN.sub(put_in, text)

    def join(self, items: Iterable[object]) -> str:
        """Several things in one sentence."""
        words = [self.text(each) for each in items]
        if len(words) < 2:
            return "".join(words)
        pair = say("list.and", first=", ".join(words[:-1]), last=words[-1])
        return self.text(pair)


def unspoken(thing: object) -> str:
    """A phrase as its key and slots, for who must be told something when no words can be read."""
    if not isinstance(thing, Phrase):
        return str(thing)
    slots = ", ".join(f"{name}={unspoken(value)}" for name, value in thing.slots.items())
    return f"{thing.key} ({slots})" if slots else thing.key


def people_in(thing: object) -> frozenset[int]:
    """The persons whom words name, however deep they stand in them."""
    if isinstance(thing, About):
        return frozenset((thing.person,)) | people_in(thing.words)
    if isinstance(thing, Opening | Inside):
        return people_in(thing.thing)
    inner: Iterable[object] = ()
    if isinstance(thing, Phrase):
        inner = thing.slots.values()
    elif isinstance(thing, Listing | Joined | Lines):
        inner = thing.items
    return frozenset().union(*map(people_in, inner))


_SLOT = re.compile(r"\{\w+\}")


REWORDED = (
    "registration.circumstances_consent.ask",
    "registration.circumstances_noted.ask",
    "registration.circumstances_shared.ask",
    "registration.circumstances_shared_noted.ask",
)
"""Questions of consents that are put in other words now; `before.<key>` keeps those of before."""


def words_of_version(key: str, version: str) -> str | None:
    """The words of a message, today's or those of before, that have this fingerprint.

    Each slot is a gap; None where nobody kept the words.
    """
    for each in (key, f"before.{key}") if key in REWORDED else (key,):
        for language in LANGUAGES:
            if words_version(each, language) == version:
                return _SLOT.sub("…", catalogue(language).gettext(each))
    return None


def words_version(key: str, language: str) -> str:
    """A short fingerprint of a message's words: what exactly somebody agreed to."""
    words = catalogue(language).gettext(key)
    return hashlib.sha256(words.encode()).hexdigest()[:12]
