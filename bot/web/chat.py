"""The chat page: its requests, and what they write and read."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import re
import secrets
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from ipaddress import ip_address, ip_network
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.channels.base import Receive
from bot.channels.files import forget_file, keep_file
from bot.channels.web import NAME, WebChannel
from bot.conversations.permissions import Reader
from bot.delivery.telling import speaker_for
from bot.domain.limits import Limited
from bot.domain.plan import Plan
from bot.handlers.acting import Acting, Refused
from bot.handlers.members.roster_import import Held, held_list, preview_held
from bot.language.text import clean, single_line
from bot.messages import MOST_FILE, Address, Inbound, Incoming, storable
from bot.rosters.book import RosterError
from bot.rosters.reading import read_roster
from bot.settings import Settings
from bot.speech.forms import stranger_speaker
from bot.speech.translation import Speaker, say
from bot.storage.database import Database
from bot.storage.records import Account, Club, OutboxRow
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject
from bot.web.guards import HEADERS, asks_this_machine, guard_writing
from bot.web.history import ChatView, history_of, tables_as_json

STATIC = Path(__file__).resolve().parent / "static"
COOKIE = "chat"
COOKIE_YEARS = 3
KEEP_ALIVE = 15.0
"""Seconds after which a silent stream says that it is still there."""
PAGE_WORDS = (
    "page.title", "page.write", "page.send", "page.file", "page.first_run", "page.offline",
    "page.not_sent", "page.again", "page.you", "page.bot", "page.said", "page.more",
    "page.new_below", "page.larger", "page.smaller", "page.listen", "page.stop",
    "page.tables",
)  # fmt: skip
MOST_NUMBER = 2**31 - 1
_CHAT_FILES = ("chat.js", "chat.css", "comfort.js", "view.js", "words.js")
_FILES = (*_CHAT_FILES, "page.js")
_DEMO_FILES = (*_CHAT_FILES, "demo.js", "demo.css")
PERSON = re.compile(r"[a-z]{2,20}(?:-[0-9a-f]{24})?")
"""An invented person's account in the demonstration, or that of somebody new at the page."""


def account_id_of(cookie: str) -> str:
    """The account behind a browser session: the storage never holds the cookie itself."""
    return hashlib.sha256(cookie.encode()).hexdigest()[:32]


def cursor_of(row: OutboxRow) -> str:
    """Where a page stands in an account's messages: the time of sending and the row."""
    return f"{row.sent_at.isoformat() if row.sent_at else ''}|{row.id}"


def place_of(request: Request) -> str:
    """Where a request comes from: an address, or the network that one household has (IPv6)."""
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return ""
    if address.version == 6:
        return str(ip_network((address, 64), strict=False))
    return str(address)


def _refuse(minutes: int | None) -> None:
    """429 for whoever has to wait so many minutes."""
    if minutes is not None:
        raise HTTPException(429, headers={"Retry-After": str(minutes * 60)})


class ChatPage:
    """The chat page's requests.

    Who writes is the browser's session; in the demonstration it stands in the address, for there
    one browser is several people.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        plan: Plan,
        files: Path,
        channel: WebChannel,
        receive: Receive,
        *,
        demonstrates: bool = False,
    ) -> None:
        self._demonstrates = demonstrates
        self.settings = settings
        self.database = database
        self._plan = plan
        self._folder = files
        self._channel = channel
        self._receive = receive
        self._open_to_all, self._off = settings.web_chat == "on", not settings.has_page

    def guard(self, request: Request) -> None:
        """404 unless the page is meant for whoever asks."""
        if self._off:
            raise HTTPException(404)
        if not self._open_to_all and not asks_this_machine(request):
            raise HTTPException(404)

    def _session(self, request: Request) -> str:
        """The account's id of the browser's session; 401 without one, 403 from another site."""
        self.guard(request)
        if request.method == "POST":
            guard_writing(request)
        if self._demonstrates:
            person = str(request.path_params["person"])
            if not PERSON.fullmatch(person):
                raise HTTPException(404)
            return person
        cookie = request.cookies.get(COOKIE, "")
        if not re.fullmatch(r"[A-Za-z0-9_\-]{32,64}", cookie):
            raise HTTPException(401)
        return account_id_of(cookie)

    async def page(self, request: Request) -> Response:
        """The page itself, with a session for whoever has none."""
        self.guard(request)
        response = FileResponse(STATIC / "chat.html", headers=HEADERS)
        if not re.fullmatch(r"[A-Za-z0-9_\-]{32,64}", request.cookies.get(COOKIE, "")):
            response.set_cookie(
                COOKIE,
                secrets.token_urlsafe(32),
                max_age=COOKIE_YEARS * 365 * 86400,
                httponly=True,
                samesite="lax",
                secure=request.url.scheme == "https",
            )
        return response

    async def static(self, request: Request) -> Response:
        """The page's script and style."""
        self.guard(request)
        name = request.path_params["name"]
        if name not in (_DEMO_FILES if self._demonstrates else _FILES):
            raise HTTPException(404)
        return FileResponse(STATIC / name, headers={**HEADERS, "Cache-Control": "no-cache"})

    def _wait(self, uow: UnitOfWork, request: Request, external_id: str) -> int | None:
        """After how many minutes a session may begin to chat; None for now.

        Where the page is open to the public an address of the net begins so many chats an hour.
        """
        if not self._open_to_all or self._demonstrates:
            return None
        place = uow.installation.blurred(place_of(request))
        if place is None or uow.accounts.find(Address(NAME, external_id)) is not None:
            return None
        return uow.tallies.minutes_to_wait(f"net/{place}", Limited.SESSION)

    async def _admit(self, request: Request) -> str:
        """The account's id of a session that writes, opened when it is new; 429 for one too many."""
        external_id = self._session(request)
        if not self._open_to_all or self._demonstrates:
            return external_id

        def work(uow: UnitOfWork) -> int | None:
            minutes = self._wait(uow, request, external_id)
            if minutes is None and uow.accounts.find(Address(NAME, external_id)) is None:
                place = uow.installation.blur(place_of(request))
                uow.tallies.add(f"net/{place}", Limited.SESSION)
                uow.accounts.open(
                    Address(NAME, external_id), capabilities=NAME, language=self.settings.locale
                )
            return minutes

        _refuse(await self.database.run(work))
        return external_id

    async def words(self, request: Request) -> Response:
        """The page's own words in the account's language; `full`, why nobody more can chat now."""
        external_id = self._session(request)

        def work(uow: UnitOfWork) -> JsonObject:
            minutes = self._wait(uow, request, external_id)
            # Whoever only looks leaves no trace: an account is opened when something is written.
            account = uow.accounts.find(Address(NAME, external_id))
            view = self._view(uow, account, external_id)
            speaker = view.speaker
            return {
                "language": speaker.language,
                "today": view.day(uow.now),
                "words": {key: speaker.text(say(key)) for key in PAGE_WORDS},
                "first_run": not uow.accounts.has_staff(),
                "full": speaker.text(say("limits.sessions", minutes=minutes)) if minutes else "",
            }

        return JSONResponse(await self.database.read(work), headers=HEADERS)

    async def history(self, request: Request) -> Response:
        """What was said on both sides, oldest first, and where the stream goes on."""
        external_id = self._session(request)

        def work(uow: UnitOfWork) -> JsonObject:
            _refuse(self._wait(uow, request, external_id))
            account = uow.accounts.find(Address(NAME, external_id))
            view = self._view(uow, account, external_id)
            if account is None:
                # Nobody is known yet: what was typed waits to be handled.
                typed = uow.inbox.history(NAME, external_id)
                return {"messages": view.unanswered(typed), "cursor": ""}
            messages, latest = history_of(uow, account, Reader(self._plan, uow, account), view)
            return {"messages": messages, "cursor": cursor_of(latest) if latest else ""}

        return JSONResponse(await self.database.read(work), headers=HEADERS)

    def _speaker(self, uow: UnitOfWork, account: Account | None) -> Speaker:
        if account is None:
            return stranger_speaker(self.settings.locale)
        return speaker_for(uow, account, self.settings.zone)

    def _view(self, uow: UnitOfWork, account: Account | None, external_id: str) -> ChatView:
        base = f"/demo/people/{external_id}" if self._demonstrates else "/chat"
        return ChatView(self._speaker(uow, account), self.settings.zone, base)

    async def stream(self, request: Request) -> Response:
        """New messages as server-sent events."""
        external_id = self._session(request)
        after = request.headers.get("last-event-id") or request.query_params.get("after", "")
        return StreamingResponse(
            self._events(request, external_id, after),
            media_type="text/event-stream",
            headers={**HEADERS, "X-Accel-Buffering": "no"},
        )

    async def _new(self, external_id: str, after: str) -> list[tuple[str, JsonObject | None]]:
        """What was sent since, each with its cursor; None for what the account may not read now."""
        moment, _, number = after.partition("|")

        def work(uow: UnitOfWork) -> list[tuple[str, JsonObject | None]]:
            account = uow.accounts.find(Address(NAME, external_id))
            if account is None:
                return []
            rows = uow.outbox.sent_after(account.id, _cursor(moment, number))
            if not rows:
                return []
            reader = Reader(self._plan, uow, account)
            view = self._view(uow, account, external_id)
            return [
                (cursor_of(row), view.sent(row) if reader.may_read(row) else None) for row in rows
            ]

        return await self.database.read(work)

    async def _events(self, request: Request, external_id: str, after: str) -> AsyncIterator[str]:
        page = self._channel.open_page(external_id)
        silent = 0.0
        try:
            yield "retry: 1000\n\n"
            while not await request.is_disconnected():
                page.clear()
                rows = await self._new(external_id, after)
                for after, said in rows:
                    if said is not None:
                        data = json.dumps(said, ensure_ascii=False)
                        yield f"id: {after}\ndata: {data}\n\n"
                if self._channel.stopping:
                    return
                # A page is woken when its message is on its way; it is there a moment later.
                pause = 1.0 if not page.is_set() else 0.03
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(page.wait(), pause)
                    await asyncio.sleep(0.02)
                silent = 0.0 if rows else silent + pause
                if silent >= KEEP_ALIVE:
                    silent = 0.0
                    yield ": still here\n\n"
        finally:
            self._channel.close_page(external_id, page)

    async def message(self, request: Request) -> Response:
        """Something typed, a press, or a link that was opened."""
        external_id = await self._admit(request)
        if not request.headers.get("content-type", "").startswith("application/json"):
            raise HTTPException(415)
        try:
            body = json.loads(await request.body())
            number = storable(str(body["id"]))[:64]
            if "press" in body:
                kind, text = Incoming.PRESS, str(body["press"])[:500]
            elif "start" in body:
                kind, text = Incoming.START, str(body["start"])[:100]
            else:
                kind, text = Incoming.TEXT, str(body["text"])[:50_000]
            shown = body.get("shown_in")
            shown_in = int(shown) if shown is not None else None
        except (
            ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError,
            ClientDisconnect,
        ):  # fmt: skip
            raise HTTPException(400) from None
        if shown_in is not None and abs(shown_in) > MOST_NUMBER:
            raise HTTPException(400)
        update = Inbound(
            Address(NAME, external_id),
            kind,
            text,
            update_key=f"{external_id}/{number}",
            shown_in=shown_in,
        )
        await self._receive([update])
        return JSONResponse({"ok": True}, headers=HEADERS)

    async def file(self, request: Request) -> Response:
        """A file: kept beside the database, then an update like any other."""
        external_id = await self._admit(request)
        async with request.form(max_files=1, max_fields=4) as form:
            sent, number = form.get("file"), storable(str(form.get("id") or ""))[:64]
            if sent is None or isinstance(sent, str) or not number:
                raise HTTPException(400)
            content = await sent.read(MOST_FILE + 1)
            name = single_line(clean(storable(sent.filename or "file")))
        if len(content) > MOST_FILE:
            raise HTTPException(413)
        path = await keep_file(self._folder, name, content)
        update = Inbound(
            Address(NAME, external_id),
            Incoming.FILE,
            file_path=str(path),
            file_name=name[-120:],
            update_key=f"{external_id}/{number}",
        )
        await self._receive([update])
        kept = await self.database.run(lambda uow: uow.inbox.raw(NAME, update.update_key))
        if kept and kept.get("file_path") != str(path):
            # The same update came before, with its own copy of the file.
            forget_file(self._folder, str(path))
        return JSONResponse({"ok": True}, headers=HEADERS)

    async def sent_file(self, request: Request) -> Response:
        """A file that the bot sent to this very account, and that it may still read."""
        external_id = self._session(request)
        number, place = request.path_params["outbox"], request.path_params["place"]
        if max(number, place) > MOST_NUMBER:
            raise HTTPException(404)

        def work(uow: UnitOfWork) -> tuple[str, str] | None:
            account = uow.accounts.find(Address(NAME, external_id))
            row = uow.outbox.get(number)
            if account is None or row is None or row.account_id != account.id:
                return None
            if not Reader(self._plan, uow, account).may_read(row):
                return None
            return tuple(row.files[place]) if place < len(row.files) else None

        found = await self.database.read(work)
        if found is None or not Path(found[0]).is_file():
            raise HTTPException(404)
        return FileResponse(found[0], filename=found[1], headers=HEADERS)

    async def list_preview(self, request: Request) -> Response:
        """The list that waits to be written into a club, as tables.

        404 unless it waits for a yes of whoever asks, who still organises the club.
        """
        external_id, number = self._session(request), request.path_params["club"]
        if number > MOST_NUMBER:
            raise HTTPException(404)

        def who(uow: UnitOfWork) -> tuple[Acting, Club] | None:
            account, club = uow.accounts.find(Address(NAME, external_id)), uow.clubs.find(number)
            if account is None or club is None:
                return None
            return Acting(uow, account, self._plan, self.settings.zone), club

        def look(uow: UnitOfWork) -> tuple[Held, date] | None:
            found = who(uow)
            held = Refused.NOT_YOURS if found is None else held_list(*found)
            return None if found is None or isinstance(held, Refused) else (held, found[0].today)

        def work(uow: UnitOfWork) -> JsonObject | None:
            found = who(uow)
            # It may have been written, or the role taken away, while the file was read.
            if found is None or held_list(*found) != held:
                return None
            speaker = self._speaker(uow, found[0].account)
            return tables_as_json(speaker, preview_held(*found, held, people).found)

        looked = await self.database.read(look)
        if looked is None:
            raise HTTPException(404)
        held, today = looked
        try:
            # A long list takes seconds: beside the loop, with no transaction open.
            people = await asyncio.to_thread(read_roster, held.path, today)
        except RosterError:
            raise HTTPException(404) from None
        content = await self.database.read(work)
        if content is None:
            raise HTTPException(404)
        return JSONResponse(content, headers=HEADERS)

    def routes(self) -> list[Route]:
        """The addresses of what the page does."""
        base = "/demo/people/{person}" if self._demonstrates else "/chat"
        return [
            Route(f"{base}/words", self.words),
            Route(f"{base}/history", self.history),
            Route(f"{base}/stream", self.stream),
            Route(f"{base}/messages", self.message, methods=["POST"]),
            Route(f"{base}/files", self.file, methods=["POST"]),
            Route(f"{base}/files/{{outbox:int}}/{{place:int}}", self.sent_file),
            Route(f"{base}/lists/{{club:int}}", self.list_preview),
            Route("/static/{name}", self.static),
        ]


def _cursor(moment: str, number: str) -> tuple[datetime, int] | None:
    """Where a page says that it stands; None for the beginning and for what no page was told."""
    try:
        since = datetime.fromisoformat(moment).astimezone(UTC), int(number)
    except (ValueError, OverflowError):
        return None
    return since if 0 <= since[1] <= MOST_NUMBER else None
