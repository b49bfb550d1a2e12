"""Points in the program at which a process can be told to die, and a server that forks such ones.

The program knows nothing of them: a forked process wraps its functions before it starts. What is
loaded once here, hundreds of processes are spared.
"""

from __future__ import annotations

import asyncio
import functools
import importlib
import inspect
import json
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

ON_THE_WIRE = 0.003
"""Seconds into a request to the platform: it left, and no answer was read."""

POINTS = (
    "receive: fetched",  # updates came and are not written down
    "receive: writing",  # written, not committed
    "receive: written",  # committed, not acknowledged
    "receive: acknowledging",  # the poll that acknowledges is on its way
    "handle: taken",  # an update was chosen
    "handle: understood",  # everything was done for it but queueing the replies
    "handle: closing",  # all of it done, not committed
    "handle: done",  # committed
    "send: claiming",  # claimed, not committed
    "send: claimed",  # committed, nothing has left
    "send: on the wire",  # the platform may have it
    "send: answered",  # the platform has it, and this isn't written down
    "send: noting",  # written, not committed
    "send: noted",  # committed
    "tick: telling",  # in the middle of a batch of reminders
    "tick: planning",  # all of them queued, not committed
    "tick: noting",  # the run itself noted, not committed
    "tick: planned",  # committed
)
"""Named as `stage: moment`."""


class Failpoints:
    """Kills this process when one of the points is reached for the n-th time."""

    def __init__(self, point: str, count: int) -> None:
        self._point = point
        self._count = count
        self._reached: Counter[str] = Counter()

    def _dies_at(self, point: str) -> bool:
        self._reached[point] += 1
        return point == self._point and self._reached[point] == self._count

    def reach(self, point: str) -> None:
        if self._dies_at(point):
            die()

    def reach_on_the_wire(self, point: str) -> None:
        if self._dies_at(point):
            asyncio.get_running_loop().call_later(ON_THE_WIRE, die)

    def after(
        self, owner: Any, name: str, point: str, told: Callable[[Any], Any] = lambda _: True
    ) -> None:
        """A point after a function returned, where `told` says that what it returned counts."""
        real = getattr(owner, name)

        @functools.wraps(real)
        def wrapped(*args: Any, **more: Any) -> Any:
            result = real(*args, **more)
            if told(result):
                self.reach(point)
            return result

        @functools.wraps(real)
        async def awaited(*args: Any, **more: Any) -> Any:
            result = await real(*args, **more)
            if told(result):
                self.reach(point)
            return result

        setattr(owner, name, awaited if inspect.iscoroutinefunction(real) else wrapped)

    def set(self) -> None:
        """Wrap the program's functions."""
        import bot.handlers.pipeline
        import bot.runner
        from bot.channels.telegram.api import BotApi
        from bot.channels.telegram.channel import TelegramChannel
        from bot.channels.telegram.feed import Feed
        from bot.delivery.dispatcher import Dispatcher
        from bot.handlers import ticks
        from bot.handlers.feature import Tick
        from bot.storage.inbox import Inbox
        from bot.storage.installation import Installation
        from bot.storage.outbox import Outbox

        take_in, poll, send = Feed.take_in, BotApi.poll, TelegramChannel.send

        async def taking_in(feed: Any, updates: Any, receive: Any) -> None:
            if updates:
                self.reach("receive: fetched")
            await take_in(feed, updates, receive)

        async def polling(api: Any, offset: int | None, seconds: int, most: int = 100) -> Any:
            if offset is not None:
                self.reach_on_the_wire("receive: acknowledging")
            return await poll(api, offset, seconds, most)

        async def sending(channel: Any, message: Any) -> Any:
            self.reach("send: claimed")
            self.reach_on_the_wire("send: on the wire")
            outcome = await send(channel, message)
            self.reach("send: answered")
            return outcome

        Feed.take_in = taking_in  # type: ignore[method-assign]
        BotApi.poll = polling  # type: ignore[method-assign]
        TelegramChannel.send = sending  # type: ignore[method-assign]
        self.after(Inbox, "add", "receive: writing", bool)
        self.after(bot.handlers.pipeline.Pipeline, "receive", "receive: written", bool)
        self.after(Inbox, "next_few", "handle: taken", bool)
        self.after(bot.handlers.pipeline, "handle", "handle: understood")
        self.after(Inbox, "close", "handle: closing")
        self.after(bot.handlers.pipeline.Pipeline, "handle_next", "handle: done", bool)
        self.after(Outbox, "claim", "send: claiming", bool)
        self.after(Outbox, "set_sent", "send: noting")
        forget = Dispatcher._forget

        def forgetting(dispatcher: Any, ended: Any) -> None:
            if ended:
                self.reach("send: noted")
            forget(dispatcher, ended)

        Dispatcher._forget = forgetting  # type: ignore[method-assign]
        real_add = Outbox.add

        def adding(outbox: Any, *args: Any, **more: Any) -> Any:
            if more["kind"] == "reminder":
                self.reach("tick: telling")
            return real_add(outbox, *args, **more)

        Outbox.add = adding  # type: ignore[method-assign]
        due = ticks.TICKS["due"]

        def planning(services: Any, uow: Any) -> int:
            done = due.run(services, uow)
            if done:
                self.reach("tick: planning")
            return done

        ticks.TICKS["due"] = Tick(planning, due.seconds)
        self.after(Installation, "note_tick", "tick: noting")
        self.after(bot.runner, "run_tick", "tick: planned", bool)


def die() -> None:
    """As `kill -9` does."""
    os.kill(os.getpid(), signal.SIGKILL)


def shift_clock(seconds: float) -> None:
    """Let the program's clock go that much ahead of the machine's: at night nobody is reminded."""
    from bot.storage import database

    class Shifted:
        def now(self) -> datetime:
            return datetime.now(UTC) + timedelta(seconds=seconds)

    database.SystemClock = Shifted  # type: ignore[assignment,misc]


def hurry(lease: float) -> None:
    """Shorten what would only be waited for: leases, and pauses before a repetition."""
    from bot import app, messages
    from bot.delivery import claiming, dispatcher, settling

    claiming.LEASE = timedelta(seconds=lease)
    settling.REPEATED_AFTER = claiming.REPEATED_AFTER = timedelta(seconds=0.5)
    settling.AFTER_CRASH = settling.LOOK_AGAIN = timedelta(seconds=0.5)
    app.Dispatcher = functools.partial(  # type: ignore[assignment,misc]
        dispatcher.Dispatcher, send_timeout=lease / 2
    )
    for kind, policy in messages.POLICIES.items():
        messages.POLICIES[kind] = replace(policy, pauses=(0.2, 0.5, 1.0, 2.0))


def _child(order: dict[str, Any]) -> None:
    """The forked process: the command line as anybody runs it."""
    for number, place in ((1, "output"), (2, "errors")):
        opened = os.open(order[place], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(opened, number)
    sys.stdin.close()
    for name in [each for each in os.environ if each.startswith("BOT_")]:
        del os.environ[name]
    os.environ.update(order["environment"])
    shift_clock(order["ahead"])
    hurry(order["lease"])
    Failpoints(order["point"], order["count"]).set()
    sys.argv = ["bot", *order["command"]]
    from bot.__main__ import main

    main()


def serve() -> None:
    """Orders in, a line of JSON each; {"pid"} for a start, {"status"} for a process asked after."""
    for name in ("bot.runner", "bot.cli", "bot.care.doctor", "bot.channels.telegram.channel"):
        importlib.import_module(name)
    from bot.guidance.retriever import built_in
    from bot.speech.translation import LANGUAGES, catalogue

    built_in()
    for language in LANGUAGES:
        catalogue(language)
    print(json.dumps({"ready": True}), flush=True)
    while line := sys.stdin.readline():
        order = json.loads(line)
        if "asked" in order:
            pid, status = os.waitpid(order["asked"], os.WNOHANG)
            answer: dict[str, Any] = {"status": os.waitstatus_to_exitcode(status) if pid else None}
        else:
            pid = os.fork()
            if pid == 0:
                code = 1
                try:
                    _child(order)
                    code = 0
                except SystemExit as end:
                    code = end.code if isinstance(end.code, int) else 1
                except BaseException:
                    traceback.print_exc()
                finally:
                    sys.stdout.flush()
                    sys.stderr.flush()
                    os._exit(code)
            answer = {"pid": pid}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    serve()
