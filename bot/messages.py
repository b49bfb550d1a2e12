"""What passes between channels and the rest: channels know nothing of clubs, clubs nothing of them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum, StrEnum
from typing import Any

from bot.untyped import JsonObject


@dataclass(frozen=True)
class Rate:
    """A token bucket: so many messages a second on average, so many at once."""

    per_second: float
    burst: int

    def times(self, factor: float) -> Rate:
        """The rate multiplied; at least one message at once."""
        return Rate(self.per_second * factor, max(1, round(self.burst * factor)))


@dataclass(frozen=True)
class Pace:
    """How fast a platform lets a bot send: over all chats, in one chat, and in one group."""

    overall: Rate
    chat: Rate
    group: Rate

    def of_chat(self, external_id: str) -> Rate:
        """The rate of one chat; the ids of groups are negative numbers."""
        return self.group if external_id.startswith("-") else self.chat

    def at(self, sends_per_second: float | None) -> Pace:
        """This pace under BOT_SENDS_PER_SECOND: a faster server's chats are faster as well."""
        if sends_per_second is None:
            return self
        factor = sends_per_second / (self.overall.per_second + self.overall.burst)
        slow = max(factor, 1.0)
        return Pace(self.overall.times(factor), self.chat.times(slow), self.group.times(slow))


@dataclass(frozen=True)
class Capabilities:
    """What a channel can show and carry."""

    buttons: bool = True
    files: bool = True
    text_limit: int = 4096
    """Longest message in UTF-16 code units, as the platforms count."""
    caption_limit: int | None = None
    """Longest text that a file carries, where a message holds one file; None: any number."""
    contact: bool = False
    """Whether a button can share the account's own phone number."""


@dataclass(frozen=True)
class Address:
    """A chat account: the channel's name and the account's id there."""

    channel: str
    external_id: str

    def __str__(self) -> str:
        return f"{self.channel}:{self.external_id}"


class Incoming(StrEnum):
    """What kind of thing a person sent."""

    TEXT = "text"
    EDIT = "edit"
    """A text was changed after it was sent: `message` is the same, `text` the new one."""
    PRESS = "press"
    START = "start"
    CONTACT = "contact"
    FILE = "file"
    STICKER = "sticker"
    VOICE = "voice"
    PHOTO = "photo"
    OTHER = "other"
    """Something that has no words: a place, a film, a dice."""
    BLOCK = "block"
    UNBLOCK = "unblock"
    UNREADABLE = "unreadable"
    """An update that the program can't make sense of: kept as it came, for an operator."""


DEEPEST = 40
"""Levels of what a platform sent that are kept as they are; what lies deeper is kept as text."""
MOST_ASIDE = 8000
"""Characters that are kept of what can't be kept as it is."""
LONGEST_KEY = 120
"""Characters of an update's key that are stored."""
MOST_DIGITS = 18
"""Digits of the largest number that is kept as one: every database and program reads it."""
_CONTROLS = dict.fromkeys((*range(9), *range(14, 32), 127, *range(8234, 8239), *range(8294, 8298)))
"""Controls (PostgreSQL refuses NUL) and marks that turn the direction of writing."""


def storable(text: str) -> str:
    """The text without controls and half characters (lone surrogates)."""
    return text.translate(_CONTROLS).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def storable_json(value: Any, depth: int = DEEPEST) -> Any:
    """What a platform sent, as any database keeps it: texts `storable`, nothing endless.

    Numbers that are none (NaN, infinity) or too long, and what is nested too deep, become texts.
    """
    if isinstance(value, str):
        return storable(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 10**MOST_DIGITS else f"({value.bit_length()} bits)"
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if depth <= 0:
        return "(deeper)"
    if isinstance(value, Mapping):
        return {storable(str(key)): storable_json(each, depth - 1) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [storable_json(each, depth - 1) for each in value]
    return storable(f"({type(value).__name__})")


@dataclass(frozen=True)
class Inbound:
    """One thing that a person did, as a channel understood it.

    `text` holds the text, the pressed choice's value, the deep link's payload, the shared phone
    number ("" for the number of somebody else), or why a file is missing, by `kind`. `file_path`
    names a file that is stored, None when it could not be fetched.
    """

    address: Address
    kind: Incoming
    text: str = ""
    file_path: str | None = None
    file_name: str | None = None
    file_reference: str | None = None
    """By what the channel fetches a file that is still to come: until then the update waits."""
    update_key: str = ""
    """Unique in the channel: the same key again is the same update delivered twice."""
    name: str | None = None
    """The account's display name, where the platform gives one."""
    shown_in: int | None = None
    """For a press: the outbox row whose button it was, where the channel knows it."""
    place: int | None = None
    """For a press on a channel whose buttons can't carry a value: which choice of `shown_in`."""
    mark: str | None = None
    """The `Choice.mark` that the button carried: another choice stands there by now if it differs."""
    message: str | None = None
    """The channel's name of the message, the same for an edit of it; None where nothing is edited."""
    raw: Any = None
    """What came, for an update that the program can't make sense of."""

    @property
    def key(self) -> str:
        """The update's key as it is stored: a long one by its beginning and its digest."""
        key = storable(self.update_key)
        if len(key) <= LONGEST_KEY:
            return key
        digest = hashlib.sha256(key.encode()).hexdigest()[:32]
        return f"{key[: LONGEST_KEY - 33]}/{digest}"

    def as_json(self) -> JsonObject:
        """The raw form that is written to the inbox, without what no database keeps."""
        return {
            "channel": self.address.channel,
            "external_id": storable(self.address.external_id),
            "kind": self.kind,
            "text": storable(self.text),
            "file_path": self.file_path,
            "file_name": storable(self.file_name) if self.file_name else None,
            "file_reference": storable(self.file_reference) if self.file_reference else None,
            "update_key": storable(self.update_key),
            "name": storable(self.name) if self.name else None,
            "shown_in": self.shown_in,
            "place": self.place,
            "mark": None if self.mark is None else storable(self.mark),
            "message": storable(self.message) if self.message else None,
            "raw": storable_json(self.raw),
        }

    @classmethod
    def from_json(cls, raw: JsonObject) -> Inbound:
        """Read back what `as_json` wrote."""
        return cls(
            address=Address(raw["channel"], raw["external_id"]),
            kind=Incoming(raw["kind"]),
            text=raw.get("text") or "",
            file_path=raw.get("file_path"),
            file_name=raw.get("file_name"),
            file_reference=raw.get("file_reference"),
            update_key=raw.get("update_key") or "",
            name=raw.get("name"),
            shown_in=raw.get("shown_in"),
            place=raw.get("place"),
            mark=raw.get("mark"),
            message=raw.get("message"),
            raw=raw.get("raw"),
        )

    def put_aside(self) -> Inbound:
        """What can be kept of an update that can't be written down as it is, for an operator."""
        try:
            shown = ascii(self)
        except Exception:  # it is broken in a way that nobody thought of
            shown = type(self).__name__
        who = self.address.external_id
        sane = isinstance(who, str) and who.isascii() and len(who) <= 100
        digest = hashlib.sha256(shown.encode()).hexdigest()[:32]
        return Inbound(
            Address(self.address.channel, who if sane else ""),
            Incoming.UNREADABLE,
            update_key=f"aside/{digest}",
            raw={"text": shown[:MOST_ASIDE]},
        )


MOST_FILE = 5 * 1024 * 1024
"""Bytes of the largest file that is taken from a person."""

TOO_BIG = "too_big"
NOT_FETCHED = "not_fetched"
"""Why a file that was sent is missing: larger than is taken, or the platform didn't give it."""

SHARE_CONTACT = "+contact"
"""Ends the value of a choice that shares the account's own phone number."""


@dataclass(frozen=True)
class Choice:
    """One button, or one numbered line where there are no buttons."""

    label: str
    value: str

    @property
    def mark(self) -> str:
        """Eight letters by which a button is known again, whatever row it stood in."""
        return hashlib.sha256(f"{self.label}\0{self.value}".encode()).hexdigest()[:8]

    @property
    def shares_contact(self) -> bool:
        """Whether pressing it shares the account's own phone number."""
        return without_endings(self.value).endswith(f"/{SHARE_CONTACT}")


BY_WORDS = "!"
"""Ends the value of a choice that no digit picks."""

YES = "?yes"
NO = "?no"
"""End the value of a choice that a typed yes or no picks as well."""


def without_endings(value: str) -> str:
    """A choice's value without what says how else it may be picked."""
    return value.rstrip(BY_WORDS).removesuffix(YES).removesuffix(NO)


class Kind(StrEnum):
    """What kind of message goes out; `POLICIES` says how each is dealt with."""

    REPLY = "reply"
    REMINDER = "reminder"
    NOTICE = "notice"
    NUDGE = "nudge"
    ANSWER = "answer"
    ANNOUNCEMENT = "announcement"


class UpdateState(StrEnum):
    """Where what came in stands."""

    RECEIVED = "received"
    HANDLED = "handled"
    FAILED = "failed"


class MessageState(StrEnum):
    """Where what goes out stands, in the order in which reports show it."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    """Handed to the platform, which never said whether it arrived."""
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


ENDED = frozenset(MessageState) - {MessageState.QUEUED, MessageState.SENDING}
"""States that what goes out doesn't leave any more."""


class Priority(IntEnum):
    """Which message goes first when not all can go at once; lower goes first."""

    REPLY = 0
    CHANGE = 1
    """An event was moved or cancelled."""
    TODAY = 4
    """The last reminder before an event."""
    REST = 5
    NUDGE = 8


@dataclass(frozen=True)
class Policy:
    """How a kind of message is dealt with on its way out."""

    priority: Priority
    repeats: bool
    """Whether it is sent once more when it isn't known whether it arrived."""
    answers: bool
    """Whether somebody waits for it: after a crash it goes again soon, and once the person has
    written something else it doesn't go again at all."""
    lasts: timedelta
    """How long it is worth sending, where whoever queues it says nothing else."""
    pauses: tuple[float, ...]
    """Seconds before each further attempt when nothing left; the last one holds for the rest."""
    attempts: int | None
    """Attempts that may fail before a person has to be called instead; None: until it expires."""
    carries_notices: bool
    """Whether notices may hang on it: the organisers are told how it ended."""


_PAUSES = (2.0, 10.0, 60.0, 300.0, 900.0)
_REPLY = Policy(
    Priority.REPLY, repeats=True, answers=True, lasts=timedelta(days=1), pauses=_PAUSES,
    attempts=None, carries_notices=False,
)  # fmt: skip

POLICIES: dict[Kind, Policy] = {
    # Silence does more harm than a second copy.
    Kind.REPLY: _REPLY,
    Kind.ANSWER: _REPLY,
    # A second copy does no harm, none at all does. After 50 minutes of trying, somebody calls.
    Kind.REMINDER: Policy(
        Priority.REST, repeats=True, answers=False, lasts=timedelta(days=3), pauses=_PAUSES,
        attempts=8, carries_notices=True,
    ),
    Kind.NOTICE: Policy(
        Priority.REST, repeats=True, answers=False, lasts=timedelta(days=3), pauses=_PAUSES,
        attempts=8, carries_notices=True,
    ),
    Kind.NUDGE: Policy(
        Priority.NUDGE, repeats=False, answers=False, lasts=timedelta(days=5), pauses=_PAUSES,
        attempts=8, carries_notices=False,
    ),
    Kind.ANNOUNCEMENT: Policy(
        Priority.REST, repeats=False, answers=False, lasts=timedelta(days=7), pauses=_PAUSES,
        attempts=None, carries_notices=True,
    ),
}  # fmt: skip
"""Every kind's policy."""

REPEATED_AFTER = timedelta(minutes=5)
"""How long after it perhaps arrived a message is repeated: what is wrong with a platform for some
minutes is over by then, and there is one repetition only."""

REPEATED_WITHIN = timedelta(hours=1)
"""How long after it perhaps arrived a message is still repeated; later it would only puzzle."""


@dataclass(frozen=True)
class OutboundFile:
    """A file to send: where it lies and the name that the person sees."""

    path: str
    name: str


@dataclass(frozen=True)
class Outbound:
    """One message to one account, ready to be shown.

    `rows` are the rows of choices. A channel without buttons gets them numbered in the text
    already; its `rows` are kept all the same, so that a digit can be understood.
    """

    address: Address
    kind: Kind
    text: str
    rows: tuple[tuple[Choice, ...], ...] = ()
    files: tuple[OutboundFile, ...] = ()
    outbox_id: int = 0
    capabilities: Capabilities = field(default_factory=Capabilities)


@dataclass(frozen=True)
class Sent:
    """The platform took the message."""

    platform_id: str


@dataclass(frozen=True)
class Rejected:
    """The platform refused it; `permanent` when trying again is of no use."""

    reason: str
    permanent: bool
    blocked: bool = False


@dataclass(frozen=True)
class RetryAfter:
    """The platform asks to wait, this chat alone or everybody."""

    seconds: float
    everyone: bool = False


@dataclass(frozen=True)
class NotSent:
    """The message surely did not leave (no connection): it may be tried again."""

    reason: str


@dataclass(frozen=True)
class Unknown:
    """The line broke after the message left: it may have arrived."""

    reason: str
    sender_died: bool = False
    """Whether it was the program that broke and not the line."""


Outcome = Sent | Rejected | RetryAfter | NotSent | Unknown
