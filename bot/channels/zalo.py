"""Zalo's bots, as far as they are there: what their people can be shown, and the settings."""

from __future__ import annotations

from pydantic import BaseModel, Field, SecretStr

from bot.channels.base import Declaration
from bot.channels.settings import WebAddress
from bot.messages import Capabilities


class ZaloSettings(BaseModel):
    """The settings of a bot on the Zalo Bot Platform."""

    zalo_token: SecretStr | None = None
    zalo_api_url: WebAddress = Field(None, examples=["https://example.org"])


DECLARATION = Declaration(
    name="zalo",
    # No buttons, no files, 2,000 characters (docs.zaloplatforms.com/docs/BOT).
    capabilities=Capabilities(buttons=False, files=False, text_limit=2000),
    remote=True,
    settings=ZaloSettings,
    wanted=lambda own: own.zalo_token is not None,
    to_come=True,
)
