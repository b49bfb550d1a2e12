"""Every button there is, pressed by whoever a test says, as if it had been shown to him."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import MISSING
from itertools import product
from typing import Any, get_args, get_origin
from typing import Literal as Fixed

from bot import buttons
from bot.buttons import Argument, Button, Named, arguments, wire
from bot.documents.materials import MATERIALS
from bot.documents.papers import PAPERS
from bot.domain.founding import StepKey
from tests.conftest import Talk

_ROWS = {
    Named.CLUB: "id from club",
    # One in each state.
    Named.MEMBERSHIP: "max(id) from membership group by state",
    Named.PERSON: "max(person_id) from membership group by state",
    Named.APPLICATION: "max(application.id) from application group by membership_id",
    Named.EVENT: "id from event",
    Named.OCCURRENCE: "min(id) from occurrence",
    Named.NOTICE: "min(id) from notice",
    Named.REQUEST: "id from data_request",
    Named.ENQUIRY: "id from enquiry",
    Named.CLUB_ANSWER: "id from club_answer",
    Named.STANDING: "id from standing",
}
_AT_ONCE = 8
"""So many buttons are forged at once: further back a script looks for a button among all messages."""
_STEPS = (StepKey.FOUNDING_MEMBERS, StepKey.MOBILISING_GROUP)
"""Two are enough to know who may open one."""


def _values(talk: Talk, argument: Argument) -> list[object]:
    """What a field is tried with: every row that it may name, every word that it may be."""
    if argument.named in _ROWS:
        found = [number for (number,) in talk.sql(f"select {_ROWS[argument.named]}")]
        return [each for each in found if each is not None] or [1]
    if argument.named is Named.PAPER:
        return list(PAPERS)[:1]
    if argument.named is Named.MATERIAL:
        return list(MATERIALS)[:1]
    if argument.default is not MISSING and argument.kind is not bool:
        return [argument.default]
    if argument.kind is bool:
        return [False]
    if get_origin(argument.kind) is Fixed:
        return list(get_args(argument.kind))
    if argument.one_of:
        return list(argument.one_of)
    if argument.kind is StepKey:
        return list(_STEPS)
    if argument.kind == buttons.PersonIds:
        return [(1,)]
    return [1] if argument.kind is int else ["dat-do"]


def every_press(
    talk: Talk, kinds: Iterable[type[Button]], *, once: bool = False
) -> Iterator[Button]:
    """Buttons of these kinds, of everything that the database holds, or `once` each."""
    for kind in kinds:
        known = arguments(kind)
        tried = [_values(talk, each) for each in known]
        for values in product(*(each[:1] if once else each for each in tried)):
            yield kind(**dict(zip((each.name for each in known), values, strict=True)))


def press_all(talk: Talk, who: str, pressed: list[Button]) -> list[dict[str, Any]]:
    """Somebody presses these, though nothing showed them to him; all that anybody is told."""
    heard: list[dict[str, Any]] = []
    for begin in range(0, len(pressed), _AT_ONCE):
        heard += _press_some(talk, who, pressed[begin : begin + _AT_ONCE])
    return heard


def _press_some(talk: Talk, who: str, pressed: list[Button]) -> list[dict[str, Any]]:
    rows = [[[f"forged {place}", wire(button)]] for place, button in enumerate(pressed)]
    ((account, channel),) = talk.sql("select id, channel from account where external_id = ?", who)
    talk.sql_write(
        "insert into outbox (account_id, channel, key, kind, text, rows, files, not_before, state,"
        f" attempt, created_at, sent_at) select {account}, '{channel}', 'forged/' || count(*), 'reply',"
        f" 'forged', '{json.dumps(rows)}', '[]', max(created_at), 'sent', 0, max(created_at),"
        " max(created_at) from outbox"
    )
    return talk.play([{"from": who, "press": f"forged {place}"} for place in range(len(pressed))])
