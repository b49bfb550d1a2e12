"""What an update of the Bot API means: pure, no network, no storage."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from telegram import CallbackQuery, ChatMember, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatType

from bot.channels.telegram.settings import NAME
from bot.messages import (
    MOST_ASIDE,
    MOST_DIGITS,
    MOST_FILE,
    TOO_BIG,
    Address,
    Choice,
    Inbound,
    Incoming,
)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""What is asked for: channels and reactions don't concern the bot."""


class MisshapenError(Exception):
    """An update that is none: what Telegram never sends."""


@dataclass(frozen=True)
class Understood:
    """An update, and the press that is to be answered once it is written down."""

    inbound: Inbound | None
    callback: str | None = None


def number_of(raw: object) -> int | None:
    """The number of an update; None where it has none that could be one."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if _is_number(number) else None


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**MOST_DIGITS


def understand(raw: Any, bot_id: int) -> Understood:
    """What an update says; one that can't be read is kept as it came, and never raises.

    `inbound` is None for what isn't meant for the bot: groups, channels, other bots.
    """
    number = number_of(raw)
    key = f"{bot_id}/{number}" if number is not None else _key_of(raw, bot_id)
    try:
        return _understand(Update.de_json(raw, None), key)
    except Exception:  # whatever the platform sends, the updates beside it go on
        chat = _chat_of(raw)
        if chat.get("type", ChatType.PRIVATE) != ChatType.PRIVATE:
            return Understood(None)
        who = str(chat["id"]) if _is_number(chat.get("id")) else ""
        return Understood(Inbound(Address(NAME, who), Incoming.UNREADABLE, update_key=key, raw=raw))


def unread(text: str, bot_id: int, number: int | None = None) -> Inbound:
    """An update of which not even the form could be read, as it came."""
    key = f"{bot_id}/{number}" if number is not None else _key_of(text, bot_id)
    return Inbound(
        Address(NAME, ""), Incoming.UNREADABLE, update_key=key, raw={"text": text[:MOST_ASIDE]}
    )


def _key_of(raw: object, bot_id: int) -> str:
    """A key of what has no number: the same thing again is the same update."""
    try:
        content = repr(raw)
    except RecursionError:
        content = type(raw).__name__
    digest = hashlib.sha256(content.encode("utf-8", "backslashreplace")).hexdigest()
    return f"{bot_id}/?{digest[:32]}"


def _chat_of(raw: object) -> dict[str, object]:
    """The chat that an unreadable update names, empty where it names none."""
    message = raw.get("message") if isinstance(raw, dict) else None
    chat = message.get("chat") if isinstance(message, dict) else None
    return chat if isinstance(chat, dict) else {}


def _understand(update: Update, key: str) -> Understood:
    if update.message is not None:
        return Understood(_message(update.message, key))
    if update.edited_message is not None:
        return Understood(_edit(update.edited_message, key))
    if update.callback_query is not None:
        return _press(update.callback_query, key)
    if update.my_chat_member is not None:
        return Understood(_membership(update.my_chat_member, key))
    return Understood(None)


def _inbound(user: User, kind: Incoming, key: str, text: str = "", **more: Any) -> Inbound:
    # The library takes what it gets: a number for a text, a list for a name.
    texts = (text, user.full_name, more.get("file_name", ""))
    if not _is_number(user.id) or not all(isinstance(each, str) for each in texts):
        raise MisshapenError
    return Inbound(
        Address(NAME, str(user.id)), kind, text, update_key=key, name=user.full_name, **more
    )


def _is_for_us(message: Message) -> bool:
    """Groups get no answer and leave no trace: what is said there isn't said to the bot."""
    user = message.from_user
    return message.chat.type == ChatType.PRIVATE and user is not None and not user.is_bot


def _message(message: Message, key: str) -> Inbound | None:
    user = message.from_user
    if not _is_for_us(message) or user is None:
        return None
    if message.text is not None:
        command, _, rest = message.text.partition(" ")
        if command.partition("@")[0] == "/start":
            return _inbound(user, Incoming.START, key, rest.strip())
        return _inbound(user, Incoming.TEXT, key, message.text, message=str(message.message_id))
    if message.contact is not None:
        # Anybody's card can be forwarded; only the sender's own number says who is writing.
        own = message.contact.user_id == user.id
        number = message.contact.phone_number
        shared = f"+{number}" if number.isdigit() and not number.startswith("0") else number
        return _inbound(user, Incoming.CONTACT, key, shared if own else "")
    # A film of a few seconds without sound ("GIF") comes with a document beside it.
    if message.document is not None and message.animation is None:
        name = (message.document.file_name or "file")[-120:]
        if (message.document.file_size or 0) > MOST_FILE:
            return _inbound(user, Incoming.FILE, key, TOO_BIG, file_name=name)
        if not isinstance(message.document.file_id, str):
            raise MisshapenError
        return _inbound(
            user, Incoming.FILE, key, file_name=name, file_reference=message.document.file_id
        )
    if message.sticker is not None:
        return _inbound(user, Incoming.STICKER, key)
    if message.voice is not None or message.audio is not None or message.video_note is not None:
        return _inbound(user, Incoming.VOICE, key)
    if message.photo:
        return _inbound(user, Incoming.PHOTO, key)
    return _inbound(user, Incoming.OTHER, key)


def _edit(message: Message, key: str) -> Inbound | None:
    """A text that was changed; of anything else an edit says nothing that the bot reads."""
    user = message.from_user
    if not _is_for_us(message) or user is None or message.text is None:
        return None
    return _inbound(user, Incoming.EDIT, key, message.text, message=str(message.message_id))


def _press(query: CallbackQuery, key: str) -> Understood:
    message = query.message
    if message is None or message.chat.type != ChatType.PRIVATE:
        return Understood(None, callback=query.id)
    row, place, mark = read_button(query.data or "")
    inbound = _inbound(query.from_user, Incoming.PRESS, key, shown_in=row, place=place, mark=mark)
    return Understood(inbound, callback=query.id)


def _membership(change: ChatMemberUpdated, key: str) -> Inbound | None:
    """In a private chat the bot's membership changes only when it is blocked or unblocked."""
    if change.chat.type != ChatType.PRIVATE:
        return None
    left = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
    return _inbound(change.from_user, Incoming.BLOCK if left else Incoming.UNBLOCK, key)


def button(outbox_id: int, place: int, choice: Choice) -> dict[str, str]:
    """A button: it carries where the choice stands and its mark, never the value itself."""
    return {"text": choice.label, "callback_data": f"{outbox_id}/{place}/{choice.mark}"}


def read_button(data: str) -> tuple[int, int, str]:
    """The outbox row, the place and the mark of a button; (0, -1, "") for a foreign one."""
    row, _, rest = data.partition("/")
    place, _, mark = rest.partition("/")
    if not (row.isascii() and row.isdigit() and place.isascii() and place.isdigit()):
        return 0, -1, ""
    # Numbers no row can have stay out of the database.
    return (int(row), int(place), mark[:8]) if len(row) < 10 and len(place) < 5 else (0, -1, "")
