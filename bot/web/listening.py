"""The place where the web server listens."""

from __future__ import annotations

import socket


def listen(host: str, port: int) -> socket.socket:
    """Take a port of this machine; raises OSError when it can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or else asyncio doesn't switch Nagle's waiting off: 40 ms for each answer.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener
