"""`python -m tests.fakes.telegram`: the test server as a process of its own.

Prints its two addresses as one line of JSON and serves until it is stopped.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal

from tests.fakes.telegram.server import Server


async def serve(port: int, control: int, token: str, username: str) -> None:
    async with Server(port=port, control=control) as server:
        server.platform.add_bot(token, username)
        addresses = {"api": server.address, "control": server.control_address}
        print(json.dumps(addresses), flush=True)
        stopped = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        await stopped.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="of the Bot API; a free one without")
    parser.add_argument("--control", type=int, default=0, help="of the switches and the ledger")
    parser.add_argument("--token", default="1000001:test-token")
    parser.add_argument("--username", default="clb_test_bot")
    given = parser.parse_args()
    asyncio.run(serve(given.port, given.control, given.token, given.username))


if __name__ == "__main__":
    main()
