"""Telegram as its users and its bots see it: people, chats, updates, files, and a ledger.

Error texts are Telegram's own where they are known.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.fakes.telegram.specification import check_call, check_object, specification

FIRST_UPDATE = 700_000_001
MOST_DOWNLOAD = 20 * 1024 * 1024
Json = dict[str, Any]


class RefusalError(Exception):
    """The platform's answer to a call that it doesn't carry out."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


class ImpossibleError(Exception):
    """A person can't do that: no such button, no such chat."""


class RawUpdate(dict[str, Any]):
    """An update that goes over the line as a text of JSON that Python itself may not write."""

    def __init__(self, number: int, content: str) -> None:
        super().__init__(update_id=number)
        self.text = f'{{"update_id": {number}, {content}}}'


@dataclass
class Person:
    """Somebody with Telegram on the phone; a private chat has the person's id."""

    id: int
    first_name: str
    phone: str
    language_code: str = "vi"
    started: bool = False
    blocked: bool = False

    def user(self) -> Json:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }

    def chat(self) -> Json:
        return {"id": self.id, "type": "private", "first_name": self.first_name}


@dataclass
class Shown:
    """A message of a bot as the person sees it. `buttons` are rows of labels."""

    number: int
    chat: int
    text: str
    buttons: list[list[str]]
    keyboard: str | None
    """ "inline", "reply", "remove" or None."""
    document: str | None
    markup: Json
    message: Json

    def as_json(self) -> Json:
        return asdict(self)


@dataclass
class Fault:
    """Something that goes wrong: for a chat, a method, a number of calls or some seconds.

    kind: blocked, chat_not_found, too_many, server_error, bad_gateway, unauthorized, conflict
    (all: not carried out); hang, drop, garbage (carried out, but the answer is late, missing or
    no JSON); silent (not carried out and no answer).
    """

    kind: str
    chat: int | None = None
    method: str | None = None
    count: int | None = None
    until: float | None = None
    seconds: float = 0.0
    """How long `hang` hangs."""
    retry_after: int = 1
    after: int = 0
    """How many calls it lets through first."""

    def meets(self, method: str, chat: Any) -> bool:
        if self.until is not None and time.monotonic() > self.until:
            return False
        if self.count is not None and self.count <= 0:
            return False
        return self.method in (None, method) and self.chat in (None, chat)


@dataclass
class Bot:
    """A bot's account and what waits for it."""

    token: str
    id: int
    username: str
    updates: list[Json] = field(default_factory=list)
    webhook: Json | None = None
    commands: dict[str, list[Json]] = field(default_factory=dict)
    callbacks: dict[str, bool] = field(default_factory=dict)
    """Presses that wait for an answer: True once answered."""
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    poll: asyncio.Event | None = None
    """Set to end the long poll that is open with a conflict."""
    came: asyncio.Event = field(default_factory=asyncio.Event)

    def user(self) -> Json:
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": "Câu lạc bộ",
            "username": self.username,
        }


class Platform:
    """The state of the test server. All methods are to be called on its event loop."""

    def __init__(self) -> None:
        self.bots: dict[str, Bot] = {}
        self.people: dict[int, Person] = {}
        self.faults: list[Fault] = []
        self.requests: list[Json] = []
        """Every call: method, parameters, and how it ended."""
        self.refused: list[Json] = []
        """Calls that the specification doesn't allow; there must be none."""
        self.shown: list[Shown] = []
        """Every message that was accepted, in order."""
        self.keys_pressed = 0
        """How often a key of a reply keyboard was pressed: it types its words."""
        self._numbers = itertools.count(1)
        self._update_ids = itertools.count(FIRST_UPDATE)
        self._texts: dict[int, Json] = {}
        """The text that each chat sent last."""

    # What the operator and people do

    def add_bot(self, token: str = "1000001:test-token", username: str = "clb_test_bot") -> Bot:
        bot = Bot(token, int(token.partition(":")[0]), username)
        self.bots[token] = bot
        return bot

    def add_person(self, id: int, first_name: str, phone: str = "84912345678") -> Person:
        person = self.people[id] = Person(id, first_name, phone)
        return person

    def _bot(self) -> Bot:
        return next(iter(self.bots.values()))

    def _update(self, **content: Any) -> int:
        update = {"update_id": next(self._update_ids), **content}
        faults = check_object("Update", update)
        assert not faults, faults
        return self.deliver(update)

    def deliver(self, update: Json) -> int:
        """Put an update into the bot's queue as it is; its number."""
        bot = self._bot()
        bot.updates.append(update)
        bot.came.set()
        return int(update.get("update_id", 0))

    def deliver_raw(self, content: str) -> int:
        """Put an update into the queue whose fields are this text."""
        return self.deliver(RawUpdate(next(self._update_ids), content))

    def _message(self, person: Person, **content: Any) -> Json:
        return {
            "message_id": next(self._numbers),
            "from": person.user(),
            "chat": person.chat(),
            "date": int(time.time()),
            **content,
        }

    def send(self, chat: int, **content: Any) -> int:
        """A person sends a message with this content."""
        person = self.people[chat]
        person.started = True
        return self._update(message=self._message(person, **content))

    def say(self, chat: int, text: str) -> int:
        number = self.send(chat, text=text)
        self._texts[chat] = self._bot().updates[-1]["message"]
        return number

    def start(self, chat: int, payload: str = "") -> int:
        """A person opens the bot, through a deep link with a payload."""
        text = f"/start {payload}".strip()
        entity = {"type": "bot_command", "offset": 0, "length": 6}
        return self.send(chat, text=text, entities=[entity])

    def edit(self, chat: int, text: str) -> int:
        """A person changes the text that was sent last."""
        if chat not in self._texts:
            raise ImpossibleError("there is no text to change")
        message = {**self._texts[chat], "text": text, "edit_date": int(time.time())}
        return self._update(edited_message=message)

    def contact(self, chat: int, phone: str | None = None, *, own: bool = True) -> int:
        person = self.people[chat]
        card = {"phone_number": phone or person.phone, "first_name": person.first_name}
        return self.send(chat, contact=card | {"user_id": chat if own else chat + 1})

    def _file(self, name: str, content: bytes) -> Json:
        number = next(self._numbers)
        self._bot().files[f"file-{number}"] = (f"documents/{number}_{name}", content)
        return {
            "file_id": f"file-{number}",
            "file_unique_id": f"unique-{number}",
            "file_size": len(content),
        }

    def document(self, chat: int, name: str, content: bytes) -> int:
        return self.send(chat, document=self._file(name, content) | {"file_name": name})

    def sticker(self, chat: int) -> int:
        kind = {"type": "regular", "width": 512, "height": 512}
        flags = {"is_animated": False, "is_video": False}
        return self.send(chat, sticker=self._file("s.webp", b"RIFF") | kind | flags)

    def voice(self, chat: int) -> int:
        return self.send(chat, voice=self._file("v.oga", b"OggS") | {"duration": 3})

    def photo(self, chat: int) -> int:
        size = {"width": 90, "height": 90}
        return self.send(chat, photo=[self._file("p.jpg", b"\xff\xd8") | size])

    def location(self, chat: int) -> int:
        return self.send(chat, location={"latitude": 10.5, "longitude": 107.2})

    def block(self, chat: int, blocked: bool = True) -> int:
        """A person blocks the bot, or unblocks it."""
        person = self.people[chat]
        person.blocked = blocked
        states = [
            {"status": "member", "user": self._bot().user()},
            {"status": "kicked", "user": self._bot().user(), "until_date": 0},
        ]
        old, new = states if blocked else reversed(states)
        return self._update(
            my_chat_member={
                "chat": person.chat(),
                "from": person.user(),
                "date": int(time.time()),
                "old_chat_member": old,
                "new_chat_member": new,
            }
        )

    def group(self, chat: int, text: str) -> int:
        """A person says something in a group that the bot is in."""
        person = self.people[chat]
        group = {"id": -1_001_000, "type": "supergroup", "title": "Xóm"}
        return self._update(message=self._message(person, text=text) | {"chat": group})

    def press(self, chat: int, label: str) -> int:
        """A person presses a button of the latest message that has one so labelled."""
        for shown in reversed(self.shown):
            if shown.chat != chat:
                continue
            rows = shown.markup.get("inline_keyboard", []) + shown.markup.get("keyboard", [])
            for button in itertools.chain(*rows):
                if button["text"] == label:
                    return self._press(chat, shown, button)
        raise ImpossibleError(f"no message shows a button {label}")

    def press_data(self, chat: int, data: str) -> int:
        """A button with this data is pressed: one of another bot's making."""
        shown = next(each for each in reversed(self.shown) if each.chat == chat)
        return self._press(chat, shown, {"text": "?", "callback_data": data})

    def _press(self, chat: int, shown: Shown, button: Json) -> int:
        if button.get("request_contact"):
            return self.contact(chat)
        if "callback_data" not in button:
            self.keys_pressed += 1
            return self.say(chat, button["text"])
        query = str(next(self._numbers))
        self._bot().callbacks[query] = False
        return self._update(
            callback_query={
                "id": query,
                "from": self.people[chat].user(),
                "message": shown.message,
                "chat_instance": str(chat),
                "data": button["callback_data"],
            }
        )

    def seen_by(self, chat: int) -> list[Shown]:
        """What a person saw, in order."""
        return [each for each in self.shown if each.chat == chat]

    # What bots call

    async def call(
        self, token: str, method: str, parameters: Json, uploads: Mapping[str, tuple[str, bytes]]
    ) -> Json:
        """Carry a call out, or raise a RefusalError; every call stands in the ledger."""
        entry: Json = {"method": method, "parameters": parameters, "answer": None}
        self.requests.append(entry)
        try:
            result = await self._call(token, method, parameters, uploads)
        except RefusalError as refusal:
            entry["answer"] = refusal.code
            raise
        entry["answer"] = 200
        return {"ok": True, "result": result}

    async def _call(
        self, token: str, method: str, parameters: Json, uploads: Mapping[str, tuple[str, bytes]]
    ) -> Any:
        bot = self.bots.get(token)
        if bot is None:
            raise (
                RefusalError(401, "Unauthorized")
                if ":" in token
                else RefusalError(404, "Not Found")
            )
        given = parameters | {name: f"attach://{name}" for name in uploads}
        faults = check_call(method, given, frozenset(uploads))
        carried_out = getattr(self, f"_{method}", None) if not faults else None
        if carried_out is None:
            self.refused.append({"method": method, "faults": faults or ["not built here"]})
            raise RefusalError(400, f"Bad Request: {'; '.join(faults) or 'not built here'}")
        result = carried_out(bot, parameters, uploads)
        return await result if asyncio.iscoroutine(result) else result

    def fault(self, method: str, chat: Any) -> Fault | None:
        """The fault that meets a call, counted down."""
        for fault in self.faults:
            if fault.meets(method, chat):
                if fault.after:
                    fault.after -= 1
                    continue
                if fault.count is not None:
                    fault.count -= 1
                return fault
        return None

    def _getMe(self, bot: Bot, _given: Json, _uploads: Any) -> Json:
        return bot.user()

    async def _getUpdates(self, bot: Bot, given: Json, _uploads: Any) -> list[Json]:
        if bot.webhook:
            raise RefusalError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        kinds = set(given.get("allowed_updates", []))
        known = {each["name"] for each in specification()["types"]["Update"]["fields"]}
        if kinds - known:
            self.refused.append({"method": "getUpdates", "faults": [f"unknown {kinds - known}"]})
            raise RefusalError(400, "Bad Request: unknown update type")
        if bot.poll is not None:
            bot.poll.set()
        ended = bot.poll = asyncio.Event()
        offset = given.get("offset")
        if offset is not None and offset < 0:
            bot.updates = bot.updates[offset:]
        elif offset is not None:
            bot.updates = [each for each in bot.updates if each.get("update_id", 0) >= offset]
        try:
            deadline = time.monotonic() + given.get("timeout", 0)
            while not bot.updates and not ended.is_set() and time.monotonic() < deadline:
                bot.came.clear()
                waits = [asyncio.ensure_future(each.wait()) for each in (bot.came, ended)]
                await asyncio.wait(
                    waits,
                    timeout=max(0.0, deadline - time.monotonic()),
                    return_when=asyncio.FIRST_COMPLETED,
                )
                for wait in waits:
                    wait.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await asyncio.gather(*waits, return_exceptions=True)
        finally:
            if bot.poll is ended:
                bot.poll = None
        if ended.is_set():
            raise RefusalError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )
        return bot.updates[: given.get("limit", 100)]

    def _deleteWebhook(self, bot: Bot, _given: Json, _uploads: Any) -> bool:
        bot.webhook = None
        return True

    def _setWebhook(self, bot: Bot, given: Json, _uploads: Any) -> bool:
        if given["url"] and not given["url"].startswith("https://"):
            raise RefusalError(
                400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
            )
        bot.webhook = given if given["url"] else None
        return True

    def _setMyCommands(self, bot: Bot, given: Json, _uploads: Any) -> bool:
        bot.commands[given.get("language_code", "")] = given["commands"]
        return True

    def _answerCallbackQuery(self, bot: Bot, given: Json, _uploads: Any) -> bool:
        if given["callback_query_id"] not in bot.callbacks:
            raise RefusalError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        bot.callbacks[given["callback_query_id"]] = True
        return True

    def _getFile(self, bot: Bot, given: Json, _uploads: Any) -> Json:
        if given["file_id"] not in bot.files:
            raise RefusalError(400, "Bad Request: invalid file_id")
        path, content = bot.files[given["file_id"]]
        if len(content) > MOST_DOWNLOAD:
            raise RefusalError(400, "Bad Request: file is too big")
        return {
            "file_id": given["file_id"],
            "file_unique_id": f"u-{given['file_id']}",
            "file_size": len(content),
            "file_path": path,
        }

    def download(self, token: str, path: str) -> bytes | None:
        """A file by its path; None when there is none."""
        bot = self.bots.get(token)
        files = bot.files.values() if bot else ()
        return next((content for known, content in files if known == path), None)

    def _sendMessage(self, bot: Bot, given: Json, _uploads: Any) -> Json:
        if not given["text"].strip():
            self.refused.append({"method": "sendMessage", "faults": ["message text is empty"]})
            raise RefusalError(400, "Bad Request: message text is empty")
        return self._show(bot, given, text=given["text"])

    def _sendDocument(
        self, bot: Bot, given: Json, uploads: Mapping[str, tuple[str, bytes]]
    ) -> Json:
        reference = str(given.get("document", "document")).removeprefix("attach://")
        name, content = uploads[reference]
        stored = self._file(name, content)
        more = {"caption": given["caption"]} if "caption" in given else {}
        return self._show(bot, given, document=stored | {"file_name": name}, **more)

    def _show(self, bot: Bot, given: Json, **content: Any) -> Json:
        person = self.people.get(given["chat_id"])
        if person is None:
            raise RefusalError(400, "Bad Request: chat not found")
        if person.blocked:
            raise RefusalError(403, "Forbidden: bot was blocked by the user")
        if not person.started:
            raise RefusalError(403, "Forbidden: bot can't initiate conversation with a user")
        markup = given.get("reply_markup", {})
        inline = "inline_keyboard" in markup
        message: Json = {
            "message_id": next(self._numbers),
            "from": bot.user(),
            "chat": person.chat(),
            "date": int(time.time()),
            **content,
        }
        if inline:
            message["reply_markup"] = markup
        faults = check_object("Message", message)
        assert not faults, faults
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        self.shown.append(
            Shown(
                number=message["message_id"],
                chat=person.id,
                text=content.get("text", content.get("caption", "")),
                buttons=[[button["text"] for button in row] for row in rows],
                keyboard="inline"
                if inline
                else "reply"
                if "keyboard" in markup
                else "remove"
                if markup.get("remove_keyboard")
                else None,
                document=content["document"]["file_name"] if "document" in content else None,
                markup=markup,
                message=message,
            )
        )
        return message
