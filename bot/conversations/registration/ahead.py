"""What is told of somebody before it is known which club he is to join: it waits a day at most.

It stands in the form once a club is chosen. Nothing of it is kept with anybody before a consent:
who stops leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversations.engine import NOTES, Answers, Stored
from bot.conversations.engine.kinds import BirthKind, NameKind, PhoneKind
from bot.conversations.engine.kinds.base import Value
from bot.conversations.turn import Turn
from bot.intents.told_ahead import Piece, pieces_told
from bot.language.text import same_text

NAMED = f"{NOTES}named"
"""Where those wait who were named before it is known which club they are to join."""
NAMED_FOR = timedelta(days=1)
AHEAD = f"{NOTES}ahead"
"""Where waits what was told of somebody."""
OWN, ANYBODY = "@own", ""
"""Of whom it is told: of who writes, or nobody says of whom."""


@dataclass(frozen=True)
class Told:
    """What a message tells: of whom (`OWN`, `ANYBODY`, or as he is called), and the answers."""

    called: str
    answers: Answers


def read_told(turn: Turn, text: str) -> Told | None:
    """What a message tells of somebody who is to be registered; None where it tells nothing so."""
    called, answers = ANYBODY, dict[str, object]()
    for piece in pieces_told(text):
        called = OWN if piece.is_own else piece.called or called
        facts = dict(_facts(turn, piece))
        if "address" in facts and "address" in answers:
            # "tổ 3, ấp Hải Lạc" is one place.
            facts["address"] = f"{answers['address']}, {facts['address']}"
        answers |= facts
    if not answers or set(answers) == {"full_name"}:
        return None
    return Told(called, answers)


def _facts(turn: Turn, piece: Piece) -> Iterator[tuple[str, object]]:
    """A phone, a birth, a place or a name, each as its question in the form reads it."""
    phone = PhoneKind().read(turn, "", {}, piece.words)
    if isinstance(phone, Value):
        yield "phone", phone.value
        return
    birth = BirthKind().read(turn, "", {}, piece.words) if piece.may_be_birth else None
    if isinstance(birth, Value) and birth.value["year"] is not None:
        yield "birth", birth.value
        return
    if piece.place is not None:
        yield "address", piece.place
        return
    name = None if piece.name is None else NameKind().read(turn, "", {}, piece.name)
    if isinstance(name, Value):
        yield "full_name", name.as_typed or name.value


def keep_told(turn: Turn, told: Told) -> str:
    """Keep it until a club is chosen; of whom it is."""
    people = _people(turn)
    called = told.called
    if called == ANYBODY:
        last, before = next(reversed(people), ANYBODY), named(turn)
        called = last or (before[0] if before else ANYBODY)
    elif called not in people:
        # "ông Nguyễn Văn Tư" is the "ông ngoại" who was named before.
        longer = [each for each in (*people, *named(turn)) if each.startswith(f"{called} ")]
        called = longer[-1] if longer else called
    people[called] = {**people.pop(called, {}), **told.answers}
    _keep(turn, people)
    return called


def _keep(turn: Turn, people: dict[str, Answers]) -> None:
    """What waits; the day it may wait begins anew."""
    state = {"people": [list(each) for each in people.items()], "since": turn.now.isoformat()}
    turn.sessions.put(Stored(AHEAD, state, is_open=False))


def _people(turn: Turn) -> dict[str, Answers]:
    """What waits, by whom it is of, the last one told of behind the others."""
    match turn.sessions.find(AHEAD):
        case Stored(state={"people": [*people], "since": str(since)}):
            if turn.now - datetime.fromisoformat(since) <= NAMED_FOR:
                return {str(called): dict(answers) for called, answers in people}
    return {}


def relatives_told_of(turn: Turn) -> tuple[str, ...]:
    """Who was told of as somebody's relative, in order."""
    return tuple(each for each in _people(turn) if each not in (OWN, ANYBODY))


def take_told(turn: Turn, called: str | None) -> Answers:
    """What was told of somebody, who is called so, or of who writes; it waits no longer."""
    people = _people(turn)
    keys = (OWN, ANYBODY) if called is None else (_match(people, called), ANYBODY)
    key = next((each for each in keys if each is not None and each in people), None)
    if key is None:
        return {}
    found = people.pop(key)
    if people:
        _keep(turn, people)
    else:
        turn.sessions.drop(AHEAD)
    return found


def _match(people: dict[str, Answers], called: str) -> str | None:
    return next((each for each in people if same_text(each) == same_text(called)), None)


def keep_named(turn: Turn, called: Sequence[str]) -> None:
    """Those who were named wait until a club is chosen, a day at most."""
    state = {"called": list(called), "since": turn.now.isoformat()}
    turn.sessions.put(Stored(NAMED, state, is_open=False))


def named(turn: Turn) -> tuple[str, ...]:
    """Those who were named before the club was chosen."""
    match turn.sessions.find(NAMED):
        case Stored(state={"called": [str(), *_] as called, "since": str(since)}):
            fresh = turn.now - datetime.fromisoformat(since) <= NAMED_FOR
            return tuple(called) if fresh else ()
    return ()


def take_named(turn: Turn) -> tuple[str, ...]:
    """The same; they wait no longer."""
    found = named(turn)
    turn.sessions.drop(NAMED)
    return found
