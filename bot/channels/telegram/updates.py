"""What an update of the Bot API means: pure, no network, no storage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberUpdated,
    Document,
    InlineKeyboardButton,
    Message,
    Update,
    User,
)
from telegram.constants import ChatType

from bot.messages import Address, Choice, Inbound, Incoming

NAME = "telegram"
ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")
"""What is asked for: edited messages, channels and reactions don't concern the bot."""


@dataclass(frozen=True)
class Understood:
    """An update and what has to be done about it besides handling.

    `document` is to be fetched before the update is written down, `callback` to be answered after.
    """

    inbound: Inbound | None
    document: Document | None = None
    callback: str | None = None


def understand(raw: Any, bot_id: int) -> Understood:
    """What an update says; one that can't be read is kept as it came, and never raises.

    `inbound` is None for what isn't meant for the bot: groups, channels, other bots, edits.
    """
    key = f"{bot_id}/{raw.get('update_id')}" if isinstance(raw, dict) else ""
    try:
        update = Update.de_json(raw, None)
        return _understand(update, key)
    except Exception:  # whatever the platform sends, the updates beside it go on
        chat = _chat_of(raw)
        if chat.get("type", ChatType.PRIVATE) != ChatType.PRIVATE:
            return Understood(None)
        who = str(chat["id"]) if isinstance(chat.get("id"), int) else ""
        return Understood(Inbound(Address(NAME, who), Incoming.UNREADABLE, update_key=key, raw=raw))


def _chat_of(raw: Any) -> dict[str, Any]:
    """The chat that an unreadable update names, empty where it names none."""
    message = raw.get("message") if isinstance(raw, dict) else None
    chat = message.get("chat") if isinstance(message, dict) else None
    return chat if isinstance(chat, dict) else {}


def _understand(update: Update, key: str) -> Understood:
    if update.message is not None:
        return _message(update.message, key)
    if update.callback_query is not None:
        return _press(update.callback_query, key)
    if update.my_chat_member is not None:
        return Understood(_membership(update.my_chat_member, key))
    return Understood(None)


def _inbound(user: User, kind: Incoming, key: str, text: str = "", **more: Any) -> Inbound:
    return Inbound(
        Address(NAME, str(user.id)), kind, text, update_key=key, name=user.full_name, **more
    )


def _message(message: Message, key: str) -> Understood:
    user = message.from_user
    # Groups get no answer and leave no trace: what is said there isn't said to the bot.
    if message.chat.type != ChatType.PRIVATE or user is None or user.is_bot:
        return Understood(None)
    if message.text is not None:
        command, _, rest = message.text.partition(" ")
        if command.partition("@")[0] == "/start":
            return Understood(_inbound(user, Incoming.START, key, rest.strip()))
        return Understood(_inbound(user, Incoming.TEXT, key, message.text))
    if message.contact is not None:
        # Anybody's card can be forwarded; only the sender's own number says who is writing.
        own = message.contact.user_id == user.id
        number = message.contact.phone_number
        shared = f"+{number}" if number.isdigit() and not number.startswith("0") else number
        return Understood(_inbound(user, Incoming.CONTACT, key, shared if own else ""))
    # A film of a few seconds without sound ("GIF") comes with a document beside it.
    if message.document is not None and message.animation is None:
        name = message.document.file_name or "file"
        inbound = _inbound(user, Incoming.FILE, key, file_name=name[-120:])
        return Understood(inbound, document=message.document)
    if message.sticker is not None:
        return Understood(_inbound(user, Incoming.STICKER, key))
    if message.voice is not None or message.audio is not None or message.video_note is not None:
        return Understood(_inbound(user, Incoming.VOICE, key))
    if message.photo:
        return Understood(_inbound(user, Incoming.PHOTO, key))
    return Understood(_inbound(user, Incoming.OTHER, key))


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


def button(outbox_id: int, place: int, choice: Choice) -> InlineKeyboardButton:
    """A button: it carries where the choice stands and its mark, never the value itself."""
    return InlineKeyboardButton(choice.label, callback_data=f"{outbox_id}/{place}/{choice.mark}")


def read_button(data: str) -> tuple[int, int, str]:
    """The outbox row, the place and the mark of a button; (0, -1, "") for a foreign one."""
    row, _, rest = data.partition("/")
    place, _, mark = rest.partition("/")
    if not (row.isascii() and row.isdigit() and place.isascii() and place.isdigit()):
        return 0, -1, ""
    # Numbers no row can have stay out of the database.
    return (int(row), int(place), mark[:8]) if len(row) < 10 and len(place) < 5 else (0, -1, "")
