"""The test server over HTTP: the Bot API on one port, its switches and its ledger on another."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import socket
import time
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes.serving import Serving, listen, serve, stop
from tests.fakes.telegram.platform import (
    Fault,
    ImpossibleError,
    Platform,
    RawUpdate,
    RefusalError,
)
from tests.fakes.telegram.specification import decode

HTML = "<html><head><title>500</title></head><body><h1>Internal Server Error</h1></body></html>"
ACTIONS = frozenset(
    ("add_bot", "add_person", "say", "start", "edit", "contact", "sticker", "voice", "photo",
     "location", "block", "group", "press", "press_data", "deliver")
)  # fmt: skip


class Server:
    """Serves a platform on the running event loop, until it is left."""

    def __init__(self, platform: Platform | None = None, port: int = 0, control: int = 0) -> None:
        self.platform = platform or Platform()
        self._listener: socket.socket | None = listen(port)
        self._port: int = self._listener.getsockname()[1]
        self._control_listener = listen(control)
        self._control_port: int = self._control_listener.getsockname()[1]
        self._api: Serving | None = None
        self._control: Serving | None = None
        self._opening: asyncio.Task[None] | None = None

    @property
    def address(self) -> str:
        """The root to which /bot<token>/<method> is appended."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def control_address(self) -> str:
        """Where faults are switched and the ledger is read."""
        return f"http://127.0.0.1:{self._control_port}"

    async def __aenter__(self) -> Server:
        await self._open()
        self._control = await serve(self._switches(), self._control_listener)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._opening is not None:
            self._opening.cancel()
        await self._close()
        if self._control is not None:
            await stop(*self._control)

    async def _open(self) -> None:
        listener, self._listener = self._listener or listen(self._port), None
        self._api = await serve(self.bot_api, listener)

    async def _close(self) -> None:
        if self._api is not None:
            await stop(*self._api)
            self._api = None

    async def refuse(self, seconds: float | None = None) -> None:
        """Refuse connections, for some seconds or until `accept`."""
        await self._close()
        if seconds is not None:

            async def later() -> None:
                await asyncio.sleep(seconds)
                await self._open()

            self._opening = asyncio.create_task(later())

    async def accept(self) -> None:
        """Take connections again."""
        await self._open()

    # The Bot API

    async def bot_api(self, scope: Any, receive: Any, send: Any) -> None:
        """One request of a bot; it simply ends when the server stops or the bot dies."""
        if scope["type"] == "http":
            with contextlib.suppress(asyncio.CancelledError, ClientDisconnect):
                await self._request(scope, receive, send)

    async def _request(self, scope: Any, receive: Any, send: Any) -> None:
        request = Request(scope, receive)
        _, _, path = unquote(scope["path"]).partition("/")
        if path.startswith("file/bot"):
            token, _, place = path.removeprefix("file/bot").partition("/")
            answer = await self._download(token, place)
        else:
            token, _, method = path.removeprefix("bot").partition("/")
            answer = await self._method(request, token, method)
        if answer is None:
            # The line goes dead: uvicorn's own connection is the only handle on it.
            receive.__self__.transport.abort()
            await asyncio.sleep(0)
            return
        with contextlib.suppress(Exception):
            await answer(scope, receive, send)

    async def _download(self, token: str, place: str) -> Response | None:
        fault = self.platform.fault("download", None)
        if fault is not None:
            return await self._faulty(fault, None)
        content = self.platform.download(token, place)
        return Response(status_code=404) if content is None else Response(content)

    async def _method(self, request: Request, token: str, method: str) -> Response | None:
        parameters, uploads = await _parameters(request, method)
        fault = self.platform.fault(method, parameters.get("chat_id"))
        if fault is not None and fault.kind not in ("hang", "drop", "garbage"):
            self.platform.requests.append(
                {"method": method, "parameters": parameters, "answer": fault.kind}
            )
            return await self._faulty(fault, None)
        try:
            answer = _written(await self.platform.call(token, method, parameters, uploads))
        except RefusalError as refusal:
            answer = JSONResponse(refusal.as_json(), refusal.code)
        return answer if fault is None else await self._faulty(fault, answer)

    async def _faulty(self, fault: Fault, answer: Response | None) -> Response | None:
        """How a fault answers; None drops the line."""
        match fault.kind:
            case "blocked":
                refusal = RefusalError(403, "Forbidden: bot was blocked by the user")
            case "chat_not_found":
                refusal = RefusalError(400, "Bad Request: chat not found")
            case "too_many":
                wait = fault.retry_after
                refusal = RefusalError(
                    429, f"Too Many Requests: retry after {wait}", retry_after=wait
                )
            case "unauthorized":
                refusal = RefusalError(401, "Unauthorized")
            case "conflict":
                refusal = RefusalError(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
            case "server_error":
                return Response(HTML, 500, media_type="text/html")
            case "bad_gateway":
                return Response("<html>502</html>", 502, media_type="text/html")
            case "garbage":
                return Response('{"ok": tru', 200, media_type="application/json")
            case "hang":
                await asyncio.sleep(fault.seconds)
                return answer
            case "silent":
                await asyncio.sleep(fault.seconds)
                return None
            case "drop":
                return None
            case unknown:
                raise ValueError(unknown)
        return JSONResponse(refusal.as_json(), refusal.code)

    # Switches and ledger

    def _switches(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/do/{action}", self._do, methods=["POST"]),
                Route("/faults", self._faults, methods=["POST", "DELETE"]),
                Route("/refuse", self._refuse, methods=["POST", "DELETE"]),
                Route("/ledger", self._ledger),
                Route("/chats/{chat:int}", self._chat),
            ]
        )

    async def _do(self, request: Request) -> Response:
        action, given = request.path_params["action"], await request.json()
        if action == "document":
            content = base64.b64decode(given["content"])
            return JSONResponse(
                {"update": self.platform.document(given["chat"], given["name"], content)}
            )
        if action not in ACTIONS:
            return JSONResponse({"error": f"unknown: {action}"}, 404)
        try:
            done = getattr(self.platform, action)(**given)
        except (ImpossibleError, KeyError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"update": done if isinstance(done, int) else None})

    async def _faults(self, request: Request) -> Response:
        if request.method == "DELETE":
            self.platform.faults.clear()
        else:
            given = await request.json()
            lasting = given.pop("for_seconds", None)
            until = None if lasting is None else time.monotonic() + lasting
            self.platform.faults.append(Fault(**given, until=until))
        return JSONResponse({"faults": len(self.platform.faults)})

    async def _refuse(self, request: Request) -> Response:
        if request.method == "DELETE":
            await self.accept()
        else:
            body = await request.body()
            await self.refuse((json.loads(body) if body else {}).get("seconds"))
        return JSONResponse({"ok": True})

    async def _ledger(self, _request: Request) -> Response:
        platform = self.platform
        return JSONResponse(
            {
                "requests": platform.requests,
                "refused": platform.refused,
                "shown": [each.as_json() for each in platform.shown],
                "waiting": {bot.username: len(bot.updates) for bot in platform.bots.values()},
                "commands": {bot.username: bot.commands for bot in platform.bots.values()},
                "webhooks": {bot.username: bot.webhook for bot in platform.bots.values()},
                "unanswered": [
                    query
                    for bot in platform.bots.values()
                    for query, answered in bot.callbacks.items()
                    if not answered
                ],
            }
        )

    async def _chat(self, request: Request) -> Response:
        seen = self.platform.seen_by(request.path_params["chat"])
        return JSONResponse([each.as_json() for each in seen])


def _written(answer: dict[str, Any]) -> Response:
    """An answer as Telegram writes it: in ASCII, so that half a letter is no fault of the line."""
    result = answer.get("result")
    if isinstance(result, list) and any(isinstance(each, RawUpdate) for each in result):
        texts = [each.text if isinstance(each, RawUpdate) else json.dumps(each) for each in result]
        content = f'{{"ok": true, "result": [{", ".join(texts)}]}}'
    else:
        content = json.dumps(answer)
    return Response(content, media_type="application/json")


async def _parameters(
    request: Request, method: str
) -> tuple[dict[str, Any], dict[str, tuple[str, bytes]]]:
    """What a call says, wherever it says it: query, form, upload or JSON."""
    given: dict[str, Any] = {
        name: decode(method, name, value) for name, value in request.query_params.items()
    }
    uploads: dict[str, tuple[str, bytes]] = {}
    kind = request.headers.get("content-type", "").partition(";")[0]
    if kind == "application/json":
        given |= json.loads(await request.body())
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form() as form:
            for name, value in form.items():
                if isinstance(value, UploadFile):
                    uploads[name] = (value.filename or "", await value.read())
                else:
                    given[name] = decode(method, name, value)
    return given, uploads
