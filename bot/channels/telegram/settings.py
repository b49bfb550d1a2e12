"""The settings of Telegram's bot."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, SecretStr

from bot.channels.settings import Secret, WebAddress

NAME = "telegram"
PUBLIC_API = "https://api.telegram.org"


def _token(value: SecretStr | None) -> SecretStr | None:
    if value is not None and not re.fullmatch(r"\d{1,20}:[A-Za-z0-9_-]+", value.get_secret_value()):
        raise ValueError("telegram_token")
    return value


class TelegramSettings(BaseModel):
    """A token, and another Bot API server than the public one."""

    telegram_token: Annotated[Secret, AfterValidator(_token)] = Field(
        None, examples=["123456789:the-letters-that-BotFather-gave"]
    )
    telegram_api_url: WebAddress = Field(None, examples=[PUBLIC_API])
