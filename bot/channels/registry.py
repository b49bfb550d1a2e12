"""Every channel, a line each: what one is, it says itself.

A name is that of its folder or file here, which has a `DECLARATION`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from bot.channels.base import Declaration
from bot.messages import Capabilities

NAMES = (
    "web",
    "terminal",
    "telegram",
    "zalo",
    "script",
)

CHANNELS: dict[str, Declaration[Any]] = {
    name: import_module(f"bot.channels.{name}").DECLARATION for name in NAMES
}
"""What each channel declares, by its name."""

LENDING = tuple(name for name, each in CHANNELS.items() if each.capabilities is not None)
"""The channels whose capabilities an account can have; those of `script` borrow one of them."""
DEFAULT = "web"
"""Whose capabilities an account has that says nothing about it."""


def lender(channel: str) -> str:
    """Whose capabilities a new account of a channel has."""
    return channel if channel in LENDING else DEFAULT


def capabilities_of(name: str) -> Capabilities:
    """What an account with these capabilities can be shown; raises KeyError for an unknown name."""
    found = CHANNELS[name].capabilities
    if found is None:
        raise KeyError(name)
    return found


def configured(settings: Any) -> list[str]:
    """The platforms that the settings ask for, of those that are built."""
    return [name for name, each in CHANNELS.items() if each.build and each.wanted(settings)]


def is_remote(channel: str) -> bool:
    """Whether messages of a channel leave the program."""
    return channel in CHANNELS and CHANNELS[channel].remote


def links(usernames: Mapping[str, str], code: str) -> dict[str, str]:
    """The links that open the bot with a code, by channel, where it is found under a name."""
    return {
        name: each.link(usernames[name], code)
        for name, each in CHANNELS.items()
        if each.link is not None and name in usernames
    }
