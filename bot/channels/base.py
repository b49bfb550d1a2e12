"""The port between the program and people: what every channel can do, and what it is given.

A channel sends and receives, starts and stops, makes links, fetches files, examines itself, and
says what may be sent to whom. What it declares about itself is cheap to import; what it is made
of (a platform's library) is loaded when it is built.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel

from bot.messages import Capabilities, Inbound, Kind, Outbound, Outcome, Pace
from bot.speech.translation import Phrase, say

if TYPE_CHECKING:
    import httpx


class ChannelError(Exception):
    """A channel that can't be started: words for the operator, without a secret in them."""


class FetchError(Exception):
    """A file that the channel can't get; the text is the kind of the fault, nobody's words."""


class FileTooBigError(FetchError):
    """A file larger than was asked for."""


Receive = Callable[[Sequence[Inbound]], Awaitable[object]]
"""Writes updates down; what it raises is raised on: then nothing may be acknowledged."""


# May it be sent?


@dataclass(frozen=True)
class Recipient:
    """An account as a channel sees it that is asked whether it may be written to."""

    external_id: str
    last_heard_at: datetime
    """When something came from it last."""


@dataclass(frozen=True)
class Permission:
    """Whether a message may go to somebody now, until when, and at what price."""

    allowed: bool = True
    until: datetime | None = None
    """When what is allowed now ends, unless the person writes; None: no end is known."""
    again_at: datetime | None = None
    """When what isn't allowed now may be asked anew (a quota); None: not by waiting."""
    price: int = 0
    """What the message costs, in dong."""
    reason: str = ""
    """Why it isn't allowed, for the operator."""

    def allows(self, moment: datetime) -> bool:
        """Whether a message may leave at a moment; what would cost something never does."""
        return self.allowed and not self.price and (self.until is None or moment <= self.until)


ALWAYS = Permission()


# What platforms bring


class UnprovenError(Exception):
    """A request that doesn't come from the platform."""


class NotReadableError(Exception):
    """A request whose body is nothing that the platform would send."""


class Webhook(ABC):
    """Where a platform brings updates to: `/webhooks/<the channel's name>`."""

    @abstractmethod
    def admits(self, headers: Mapping[str, str]) -> bool:
        """Whether the body is worth reading: compared in constant time, before it is read."""

    @abstractmethod
    async def take(self, headers: Mapping[str, str], body: bytes, receive: Receive) -> None:
        """Write down what the body brings.

        Raises UnprovenError for a wrong signature, NotReadableError for a foreign body, and
        whatever `receive` raises.
        """


# The channel


class Channel(ABC):
    """A way to people and back. One class a platform; all pass the same conformance suite."""

    name: str
    fault: str | None = None
    """What is wrong with the channel now, in words for the operator; None when it is well."""
    webhook: Webhook | None = None
    """How the platform brings updates, where it does."""

    @abstractmethod
    async def send(self, message: Outbound) -> Outcome:
        """Send one message; never raises for what a platform does."""

    def may_send(self, recipient: Recipient, kind: Kind, at: datetime) -> Permission:
        """Whether a message of a kind may be sent to an account at a moment: always, mostly."""
        return ALWAYS

    async def start(self) -> None:
        """Make contact with the platform.

        Raises ChannelError for a setting that is wrong; a platform that can't be reached stops
        nothing: `run` tries again.
        """
        return

    async def run(self, receive: Receive) -> None:
        """Take updates in until cancelled; returns where there is nothing to ask for.

        What fails for a while is told in `fault` and tried again here, at the platform's pace;
        what is raised all the same is logged, and `run` is begun anew.
        """
        return

    async def fetch(self, reference: str, most: int) -> bytes:
        """A file that somebody sent, of at most `most` bytes; raises FetchError."""
        raise FetchError("the channel has no files")

    async def stop(self) -> None:
        """Let go of everything."""
        return


# What it declares


class Level(StrEnum):
    """How bad it is what the doctor found."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True)
class Finding:
    """One line of the doctor: how bad, and a message's key with its slots."""

    level: Level
    words: Phrase

    @property
    def line(self) -> Phrase:
        """The line as it is printed."""
        return say("doctor.line", level=say(f"doctor.level.{self.level}"), words=self.words)


@dataclass(frozen=True)
class Examination:
    """What a channel found when it examined itself."""

    findings: tuple[Finding, ...]
    server_time: datetime | None = None
    """What time it is for the platform, where it said so."""


@dataclass(frozen=True)
class WebhookPlace:
    """Where a platform is told to bring updates to, and the secret that proves them."""

    url: str
    secret: str


@dataclass(frozen=True)
class Surroundings:
    """What a channel is built with besides its own settings."""

    note_username: Callable[[str], Awaitable[None]]
    """Remembers under which name people find the bot: links are made of it."""
    menus: Mapping[str | None, Sequence[tuple[str, str]]]
    """The commands with their words by language; those under None are for all others."""
    webhook: WebhookPlace | None = None
    """Where updates are to be brought to; None: they have to be asked for."""


class NoSettings(BaseModel):
    """The settings of a channel that has none of its own."""


Own = TypeVar("Own", bound=BaseModel)


@dataclass(frozen=True)
class Declaration(Generic[Own]):
    """What a channel says of itself, without anything of it being loaded or started."""

    name: str
    capabilities: Capabilities | None = None
    """What it can show and carry; None for a channel whose accounts borrow another's."""
    pace: Pace | None = None
    """The platform's limits; None where nothing is sent over a platform."""
    remote: bool = False
    """Whether a message leaves the program: when the sender dies, nobody knows whether it arrived.

    Elsewhere the stored row is what the person reads, and may be shown again.
    """
    settings: type[Own] | None = None
    """Its own settings: fields of `Settings`, read like all others."""
    faults: tuple[str, ...] = ()
    """What its settings refuse a value with, besides what all do: each has a `settings.fault.…`."""
    wanted: Callable[[Own], bool] = lambda _own: False
    """Whether the settings ask for it; the page, the terminal and scripts have commands."""
    build: Callable[[Own, Surroundings], Channel] | None = None
    """Makes it; None for one that a command makes, or that isn't there yet."""
    link: Callable[[str, str], str] | None = None
    """(where it is found, code) → a link that opens the bot with a code."""
    examine: (
        Callable[[Own, httpx.AsyncBaseTransport | None, float], Awaitable[Examination]] | None
    ) = None
    """(settings, how servers are reached if not as usual, seconds of patience) → what is wrong."""
    to_come: bool = False
    """Whether its accounts can be tried in scripts only: nothing of it is built yet.

    Settings with its name in front are refused.
    """
