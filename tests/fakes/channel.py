"""A channel that behaves as it is told, with a ledger of its own."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from typing import Any

from bot.channels.base import Channel, Surroundings
from bot.messages import Outbound, Outcome, Sent, Unknown


async def _forgets(_username: str) -> None:
    pass


def around(**more: Any) -> Surroundings:
    """What a channel is built with where nobody cares for it."""
    return Surroundings(**{"note_username": _forgets, "menus": {}, **more})


Answer = Outcome | Exception | asyncio.Event


class FakeChannel(Channel):
    """Answers each sending with the next answer of its chat's plan, else of the common plan.

    An exception is raised; an event lets the sending hang until it is set. `arrived` holds what
    a person would read: what was sent, and of unknown outcomes those told to arrive.
    """

    def __init__(self, *answers: Answer, name: str = "web", arrives: bool = True) -> None:
        self.name = name
        self.plan: deque[Answer] = deque(answers)
        self.plans: dict[str, deque[Answer]] = {}
        self.arrives = arrives
        self.tried: list[Outbound] = []
        self.arrived: list[Outbound] = []
        self.under_way: Counter[str] = Counter()
        self.most_in_a_chat = 0
        self.most_at_once = 0

    def answer(self, chat: str, answers: Iterable[Answer]) -> None:
        """What the next sendings to one chat are answered."""
        self.plans.setdefault(chat, deque()).extend(answers)

    def texts(self, chat: str | None = None) -> list[str]:
        """What arrived, in order."""
        return [each.text for each in self.arrived if chat in (None, each.address.external_id)]

    def by_chat(self) -> dict[str, list[str]]:
        """What arrived in each chat, in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for each in self.arrived:
            found[each.address.external_id].append(each.text)
        return found

    async def send(self, message: Outbound) -> Outcome:
        """One sending."""
        chat = message.address.external_id
        self.tried.append(message)
        self.under_way[chat] += 1
        self.most_in_a_chat = max(self.most_in_a_chat, self.under_way[chat])
        self.most_at_once = max(self.most_at_once, self.under_way.total())
        try:
            await asyncio.sleep(0)
            plan = self.plans.get(chat) or self.plan
            answer = plan.popleft() if plan else Sent(f"{self.name}-{message.outbox_id}")
            if isinstance(answer, asyncio.Event):
                await answer.wait()
                answer = Sent("late")
            if isinstance(answer, Exception):
                raise answer
            if isinstance(answer, Sent) or (isinstance(answer, Unknown) and self.arrives):
                self.arrived.append(message)
            return answer
        finally:
            self.under_way[chat] -= 1
