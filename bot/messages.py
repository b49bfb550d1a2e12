"""What passes between channels and the rest: channels know nothing of clubs, clubs nothing of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


@dataclass(frozen=True)
class Capabilities:
    """What a channel can show and carry."""

    buttons: bool = True
    files: bool = True
    text_limit: int = 4096
    """Longest message in UTF-16 code units, as the platforms count."""


CHANNELS: dict[str, Capabilities] = {
    "web": Capabilities(text_limit=8000),
    "terminal": Capabilities(buttons=False, text_limit=8000),
    "telegram": Capabilities(),
    "zalo": Capabilities(buttons=False, files=False, text_limit=2000),
}
"""The capabilities of each channel by its name; `script` accounts borrow one of them."""


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
    PRESS = "press"
    START = "start"
    CONTACT = "contact"
    FILE = "file"
    STICKER = "sticker"
    VOICE = "voice"
    PHOTO = "photo"
    BLOCK = "block"
    UNBLOCK = "unblock"


_CONTROLS = dict.fromkeys((*range(9), *range(14, 32), 127, *range(8234, 8239), *range(8294, 8298)))
"""Controls (PostgreSQL refuses NUL) and marks that turn the direction of writing."""


def storable(text: str) -> str:
    """The text without controls and half characters (lone surrogates)."""
    return text.translate(_CONTROLS).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@dataclass(frozen=True)
class Inbound:
    """One thing that a person did, as a channel understood it.

    `text` holds the text, the pressed choice's value, the deep link's payload or the shared
    phone number, by `kind`. `file` names a file that the channel has stored.
    """

    address: Address
    kind: Incoming
    text: str = ""
    file_path: str | None = None
    file_name: str | None = None
    update_key: str = ""
    """Unique in the channel: the same key again is the same update delivered twice."""
    name: str | None = None
    """The account's display name, where the platform gives one."""
    shown_in: int | None = None
    """For a press: the outbox row whose button it was, where the channel knows it."""

    def as_json(self) -> dict[str, Any]:
        """The raw form that is written to the inbox, without what no database keeps."""
        return {
            "channel": self.address.channel,
            "external_id": self.address.external_id,
            "kind": self.kind.value,
            "text": storable(self.text),
            "file_path": self.file_path,
            "file_name": storable(self.file_name) if self.file_name else None,
            "update_key": self.update_key,
            "name": storable(self.name) if self.name else None,
            "shown_in": self.shown_in,
        }

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Inbound:
        """Read back what `as_json` wrote."""
        return cls(
            address=Address(raw["channel"], raw["external_id"]),
            kind=Incoming(raw["kind"]),
            text=raw.get("text") or "",
            file_path=raw.get("file_path"),
            file_name=raw.get("file_name"),
            update_key=raw.get("update_key") or "",
            name=raw.get("name"),
            shown_in=raw.get("shown_in"),
        )


@dataclass(frozen=True)
class Choice:
    """One button, or one numbered line where there are no buttons."""

    label: str
    value: str


YES = "?yes"
NO = "?no"
"""End the value of a choice that a typed yes or no picks as well."""


class Kind(StrEnum):
    """What kind of message goes out; each declares its own policy in `reminders.policies`."""

    REPLY = "reply"
    REMINDER = "reminder"
    NOTICE = "notice"
    NUDGE = "nudge"
    ANSWER = "answer"
    ANNOUNCEMENT = "announcement"


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


Outcome = Sent | Rejected | RetryAfter | NotSent | Unknown
