"""Settings from the environment or a `.env` file; a wrong one is refused at the start.

Those of a channel stand in its own folder; here they are read with all others.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.channels.registry import CHANNELS
from bot.channels.settings import Secret, WebAddress
from bot.files import EncodingError, read_text
from bot.home import env_file, home, language_named
from bot.speech.operators import words_at_any_rate
from bot.speech.translation import LANGUAGES, Phrase, say

PREFIX = "BOT_"
_ASSIGNMENT = re.compile(r"(?P<name>\w+)\s*=\s*(?P<value>.*)")
_QUOTED = re.compile(r"""("(\\"|[^"])*"|'(\\'|[^'])*')\s*(#.*)?""")
_CUT_OFF = re.compile(r"^#\s|\s#")
"""Where what follows in a value without quotes is taken for a comment, or may be meant as one."""


FAULTS = (
    "address", "at_least", "at_most", "database", "file", "host", "more_than", "number", "one_of",
    "webhook_secret", "whole_number", "zone",
    *(fault for each in CHANNELS.values() for fault in each.faults),
)  # fmt: skip
"""What can be wrong with a setting. What refuses a value names one of these; `settings.fault.…`."""


class SettingsError(Exception):
    """A setting that can't be used: its name, the fault and an example."""

    def __init__(self, words: Phrase, language: str) -> None:
        self.words = words
        self.language = language
        """The operator's, as far as it can be read from settings that are wrong."""
        super().__init__(words)

    def __str__(self) -> str:
        """The fault in the operator's language."""
        return words_at_any_rate(self.language)(self.words)


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("zone") from None
    return value


def _database(value: str) -> str:
    if not value.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
        raise ValueError("database")
    return value


def _host(value: str) -> str:
    """A name or an address to listen on; an empty one would listen to the whole world."""
    if not value.strip():
        raise ValueError("host")
    try:
        socket.getaddrinfo(value, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ValueError("host") from None
    return value


def _file(value: Path | None) -> Path | None:
    found = None if value is None else home() / value
    if found is not None and not found.is_file():
        raise ValueError("file")
    return found


def _webhook_secret(value: SecretStr | None) -> SecretStr | None:
    if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{8,256}", value.get_secret_value()):
        raise ValueError("webhook_secret")
    return value


def _told(default: object, example: str, **more: Any) -> Any:
    """A setting of which a wrong value is answered with an example."""
    return Field(default, examples=[example], **more)


class CommonSettings(BaseSettings):
    """What an operator can set beside the channels. Names in the environment begin with BOT_."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file_encoding="utf-8-sig", extra="ignore"
    )

    database_url: Annotated[str, AfterValidator(_database)] = _told(
        "sqlite+aiosqlite:///data/bot.db", "sqlite+aiosqlite:///data/bot.db"
    )
    public_url: WebAddress = _told(None, "https://bot.example.org")
    webhook_secret: Annotated[Secret, AfterValidator(_webhook_secret)] = _told(
        None, "a-long-word-that-nobody-guesses"
    )
    web: Literal["on", "off"] = _told("on", "on")
    web_host: Annotated[str, AfterValidator(_host)] = _told("127.0.0.1", "127.0.0.1")
    web_port: int = _told(8080, "8080", ge=1, le=65535)
    web_chat: Literal["on", "off"] | None = _told(None, "on")
    timezone: Annotated[str, AfterValidator(_zone)] = _told("Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh")
    locale: Literal["vi", "en"] = _told("vi", "vi")
    contact: str | None = None
    plan: Annotated[Path | None, AfterValidator(_file)] = _told(None, "plan.toml")
    sends_per_second: float | None = _told(None, "20", gt=0, allow_inf_nan=False)
    backup_key: Secret = None
    backups: Literal["on", "off"] = _told("on", "on")
    backups_to: Path | None = _told(None, "/mnt/usb/ishc-bot")
    keep_backups: int = _told(7, "7", ge=1, le=365)
    keep_conversations_days: int = _told(30, "30", ge=1, le=365)
    keep_after_leaving_days: int = _told(365, "365", ge=1, le=3660)
    keep_proof_days: int = _told(1095, "1095", ge=1, le=3660)
    metrics: Literal["on", "off"] | None = _told(None, "on")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = _told("INFO", "INFO")
    log_format: Literal["text", "json"] = _told("text", "text")

    @property
    def zone(self) -> ZoneInfo:
        """The zone of clubs and people."""
        return ZoneInfo(self.timezone)

    @property
    def sealing_key(self) -> str | None:
        """What seals backups; None where they lie open."""
        return self.backup_key.get_secret_value() or None if self.backup_key else None

    @property
    def base_url(self) -> str:
        """Where the chat page is reached."""
        return self.public_url or self.local_url

    @property
    def local_url(self) -> str:
        """Where the web server is reached from this machine, whatever people are told."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.web_host, self.web_host)  # noqa: S104
        return (
            f"http://[{host}]:{self.web_port}" if ":" in host else f"http://{host}:{self.web_port}"
        )

    @property
    def has_page(self) -> bool:
        """Whether the chat page answers anybody."""
        chosen = self.web_chat or ("on" if self.public_url is None else "off")
        return self.web == "on" and chosen == "on"

    @property
    def webhooks(self) -> bool:
        """Whether platforms bring updates here, so that nothing has to be polled."""
        return self.public_url is not None and self.webhook_secret is not None


if TYPE_CHECKING:

    class Settings(CommonSettings):
        """Everything that an operator can set: what a channel sets is its own to read."""
else:
    _OF_CHANNELS = tuple(each.settings for each in CHANNELS.values() if each.settings is not None)

    class Settings(CommonSettings, *_OF_CHANNELS):
        """Everything that an operator can set, the channels' own settings among them."""


def _is_secret(field: FieldInfo) -> bool:
    """Whether a value is told nowhere; that of a database's address may hold a password."""
    return "SecretStr" in repr(field.annotation) or field is Settings.model_fields["database_url"]


def _check_file(path: Path) -> None:
    """A line of `.env` that would be read otherwise than it was meant is told, not guessed at."""
    try:
        lines = read_text(path).splitlines()
    except FileNotFoundError:
        return
    except (EncodingError, OSError) as error:
        fault: Phrase | str = str(getattr(error, "strerror", None) or error)
        if isinstance(error, EncodingError):
            fault = (
                say("settings.file.utf16")
                if error.kind == "utf16"
                else say("settings.file.encoding")
            )
        raise SettingsError(say("settings.file", file=path, fault=fault), _language(path)) from None
    for number, line in enumerate(lines, 1):
        text = line.strip().removeprefix("export ").strip()
        if text and not text.startswith("#"):
            fault_of_line = _fault_of_line(text)
            if fault_of_line is not None:
                found = say("settings.line", file=path, number=number, fault=fault_of_line)
                raise SettingsError(found, _language(path))


def _fault_of_line(text: str) -> Phrase | None:
    """What is wrong with an assignment, without its value: it may be a secret."""
    found = _ASSIGNMENT.fullmatch(text)
    if found is None:
        return say("settings.line.assignment")
    name, value = found["name"], found["value"]
    if value[:1] in ("'", '"'):
        if _QUOTED.fullmatch(value) is None:
            return say("settings.line.quotes_open", name=name)
    elif value[:1] in ("“", "”", "‘", "’", "„", "«"):
        return say("settings.line.quotes_curly", name=name)
    elif _CUT_OFF.search(value):
        return say("settings.line.cut_off", name=name)
    if re.search(r"\$\{[^}]*\}", value):
        return say("settings.line.replaced", name=name)
    return None


def _values_in(path: Path) -> Mapping[str, str | None]:
    """What a `.env` file sets; nothing where there is no such file."""
    if not path.is_file():
        return {}
    return dotenv_values(path, interpolate=False, encoding="utf-8-sig")


def _language(file: Path) -> str:
    """The operator's language, by settings that may be wrong."""
    chosen = language_named(file)
    return chosen if chosen in LANGUAGES else "vi"


def _refuse_channels_to_come(values: Mapping[str, str | None], file: Path) -> None:
    """A channel that isn't there yet is not set up in vain: whoever does it is told."""
    set_up = {**values, **os.environ}
    for channel, declared in CHANNELS.items():
        if declared.to_come:
            for name, value in sorted(set_up.items()):
                if name.upper().startswith(f"{PREFIX}{channel}_".upper()) and value:
                    found = say("settings.to_come", name=name, channel=channel.capitalize())
                    raise SettingsError(found, _language(file))


def file_read() -> Path | None:
    """The whole path of the file that settings are read from; None where there is none."""
    path = env_file()
    return path.resolve() if path.is_file() else None


def unknown_names(names: Iterable[str]) -> list[str]:
    """Names that look like settings of ours and are none: a slip of the pen, most likely."""
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    return sorted(
        {name for name in names if name.upper().startswith(PREFIX) and name.upper() not in known}
    )


def names_in_file(path: Path) -> list[str]:
    """The names that a `.env` file sets; none where there is no such file."""
    return list(_values_in(path))


def load_settings(file: Path | None = None) -> Settings:
    """The settings; raises SettingsError with the first fault, never with a secret's value.

    `file`: another one than the bot's own `.env`.
    """
    file = file or env_file()
    _check_file(file)
    values = _values_in(file)
    _refuse_channels_to_come(values, file)
    try:
        return Settings(_env_file=file)  # type: ignore[call-arg]
    except ValidationError as error:
        raise SettingsError(_words_of(error), _language(file)) from None


_PARSED = {
    "int_parsing": "whole_number", "int_from_float": "whole_number", "int_type": "whole_number",
    "float_parsing": "number", "float_type": "number", "finite_number": "number",
    "greater_than_equal": "at_least", "less_than_equal": "at_most", "greater_than": "more_than",
    "literal_error": "one_of",
}  # fmt: skip
"""What pydantic calls a fault, and what we do."""


def _words_of(error: ValidationError) -> Phrase:
    """The first fault, with the setting's name and an example, and its value unless it is secret."""
    fault = error.errors(include_url=False)[0]
    name = str(fault["loc"][0])
    field = Settings.model_fields[name]
    given = fault.get("input")
    shown = "" if _is_secret(field) or not isinstance(given, str) else f" {given[:60]!r}"
    context = fault.get("ctx", {})
    kind = _PARSED.get(fault["type"], str(context.get("error", fault["msg"])))
    choices = ", ".join(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
    bound = next(iter(context.values()), "")
    words: Phrase | str = fault["msg"]
    if kind in FAULTS:
        words = say(f"settings.fault.{kind}", choices=choices, bound=bound)
    setting = f"{PREFIX}{name}".upper()
    if not field.examples:
        return say("settings.value", name=setting, value=shown, fault=words)
    example = f"{setting}={field.examples[0]}"
    return say("settings.value_example", name=setting, value=shown, fault=words, example=example)
