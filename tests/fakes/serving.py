"""A server on loopback for a test, on the running event loop: what fakes of platforms stand on."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import Any

import uvicorn

Serving = tuple[uvicorn.Server, "asyncio.Task[None]"]
"""A server that runs, and its task: what `stop` takes."""


def listen(port: int = 0) -> socket.socket:
    """A listening socket on loopback."""
    # Named as TCP, or else asyncio doesn't switch Nagle's waiting off: 40 ms for each answer.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(128)
    return listener


async def serve(application: Any, listener: socket.socket) -> Serving:
    """Serve an ASGI application on a listening socket; returns once it answers."""
    server = uvicorn.Server(
        uvicorn.Config(
            application,
            log_config=None,
            access_log=False,
            lifespan="off",
            interface="asgi3",
            timeout_graceful_shutdown=1,
        )
    )
    server.capture_signals = contextlib.nullcontext  # type: ignore[assignment,method-assign]
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started:
        await asyncio.sleep(0.005)
    return server, serving


async def stop(server: uvicorn.Server, serving: asyncio.Task[None]) -> None:
    """Hang up on everybody, and end."""
    for connection in list(server.server_state.connections):
        transport = getattr(connection, "transport", None)
        if transport is not None:
            transport.abort()
    server.should_exit = server.force_exit = True
    await serving
