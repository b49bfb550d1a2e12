"""Kinds of settings that channels and the rest share: each refuses what it can't be."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr


def _nothing(value: object) -> object:
    """An empty value is none: `NAME=` in a file means that it isn't set."""
    return None if value == "" else value


def _address(value: str | None) -> str | None:
    if value is None:
        return None
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("address")
    return value.rstrip("/")


Secret = Annotated[SecretStr | None, BeforeValidator(_nothing)]
"""A value that is shown nowhere; None where it is empty."""
WebAddress = Annotated[str | None, AfterValidator(_address)]
"""An address of the web, without a slash at its end."""
