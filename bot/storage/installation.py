"""What the installation itself remembers: ticks, the virtual time, codes drawn so far."""

from __future__ import annotations

import hashlib
import hmac
import random
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import schema
from bot.storage.statements import upsert

CODE_CHARACTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""A-Z and 2-9 without I, L and O: nothing that is misread from paper."""

JOIN_CODE_LENGTH = 6
INVITATION_LENGTH = 8
_BLUR_KEY = "blur_key"
SIGNATURE = 32
"""Letters of a signature: 128 bits, so that a link that carries one stays short."""
_SIGNING_KEY = "signing_key"
_USERNAME = "_username"
"""Ends the key under which it stands where a channel's bot is found."""

_READ = sa.select(schema.meta.c.value).where(schema.meta.c.key == sa.bindparam("of"))


class Installation:
    """Ticks, virtual time, and where codes come from."""

    def __init__(self, connection: Connection, now: datetime, seed: str | None) -> None:
        self._connection = connection
        self._now = now
        self._seed = seed

    def read(self, key: str) -> str | None:
        """A remembered value."""
        value: str | None = self._connection.execute(_READ, {"of": key}).scalar()
        return value

    def write(self, key: str, value: str) -> None:
        """Remember a value."""
        upsert(self._connection, schema.meta, {"key": key, "value": value}, change=("value",))

    def usernames(self) -> dict[str, str]:
        """Under which name the bot is found, by channel, as each platform itself gave it."""
        rows = self._connection.execute(
            sa.select(schema.meta.c.key, schema.meta.c.value).where(
                schema.meta.c.key.endswith(_USERNAME, autoescape=True), schema.meta.c.value != ""
            )
        )
        return {row.key.removesuffix(_USERNAME): row.value for row in rows}

    def note_username(self, channel: str, username: str | None) -> None:
        """Remember the bot's name on a channel, so that a link needs no question to the platform."""
        if username or self.read(f"{channel}{_USERNAME}"):
            self.write(f"{channel}{_USERNAME}", username or "")

    def virtual_time(self) -> datetime | None:
        """The time of a scripted database, None for a real one."""
        value = self.read("virtual_time")
        return None if value is None else datetime.fromisoformat(value)

    def note_virtual_time(self, moment: datetime) -> None:
        """Remember where a virtual clock stands; from then on the database has a time of its own."""
        self.write("virtual_time", moment.isoformat())

    def draw_code(self, length: int) -> str:
        """A new code of `length` characters; drawn from the seed where one was given."""
        if self._seed is None:
            return "".join(secrets.choice(CODE_CHARACTERS) for _ in range(length))
        number = int(self.read("codes_drawn") or 0) + 1
        self.write("codes_drawn", str(number))
        material = hashlib.sha256(f"{self._seed}:{number}".encode()).digest()
        source = random.Random(material)
        return "".join(source.choice(CODE_CHARACTERS) for _ in range(length))

    def blur(self, text: str) -> str:
        """A text that nobody can read back: the same one for the same text, in this database alone."""
        if self.read(_BLUR_KEY) is None:
            self.write(_BLUR_KEY, secrets.token_hex(16))
        blurred = self.blurred(text)
        assert blurred is not None
        return blurred

    def blurred(self, text: str) -> str | None:
        """What `blur` makes of a text; None where nothing was blurred in this database yet."""
        key = self.read(_BLUR_KEY)
        if key is None:
            return None
        return hashlib.blake2b(text.encode(), key=key.encode(), digest_size=12).hexdigest()

    def sign(self, text: str) -> str:
        """The signature of a text, which this database alone can give."""
        key = self.read(_SIGNING_KEY)
        if key is None:
            key = secrets.token_hex(32)
            self.write(_SIGNING_KEY, key)
        return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()[:SIGNATURE]

    def is_signed(self, text: str, signature: str) -> bool:
        """Whether this database gave a text its signature."""
        if self.read(_SIGNING_KEY) is None:
            return False
        return hmac.compare_digest(self.sign(text), signature)

    def alone(self, work: str) -> bool:
        """Whether no other worker is at this work; none begins it before the transaction ends."""
        if self._connection.dialect.name != "postgresql":
            return True
        digest = hashlib.blake2b(f"work:{work}".encode(), digest_size=8).digest()
        number = int.from_bytes(digest, signed=True)
        return bool(
            self._connection.execute(sa.select(sa.func.pg_try_advisory_xact_lock(number))).scalar()
        )

    def note_tick(self, name: str, seconds: float | None = None) -> None:
        """Note that a tick ran, and how long it took."""
        self._put_tick(name, seconds=seconds)

    def note_tick_failed(self, name: str, error: str) -> None:
        """Note the kind of a tick's error; when it ran well last stays as it was."""
        self._put_tick(name, error=error[:200], change=("error",))

    def claim(self, name: str, every: timedelta) -> bool:
        """Take a job that only one process does, unless it was done less than `every` ago."""
        table = schema.tick
        row = self._connection.execute(
            sa.select(table.c.ran_at).where(table.c.name == name).with_for_update()
        ).first()
        if row is not None and row.ran_at > self._now - every:
            return False
        self._put_tick(name)
        return True

    def put_back(self, name: str, error: str) -> None:
        """Give a claimed job back that went wrong; `now` is when it counts as done last."""
        self._put_tick(name, error=error[:200])

    def _put_tick(
        self,
        name: str,
        *,
        seconds: float | None = None,
        error: str | None = None,
        change: Sequence[str] = ("ran_at", "seconds", "error"),
    ) -> None:
        row = {"name": name, "ran_at": self._now, "seconds": seconds, "error": error}
        upsert(self._connection, schema.tick, row, change=change)
