"""Something grave that is told behind an answer: "500 ngàn. À mà có người xưng kho bạc đòi phí"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.intents.classifier import classify
from bot.intents.hints import hints_of
from bot.intents.message import Message, comparable, read_message
from bot.intents.phrases import written
from bot.intents.scene import Scene
from bot.intents.understanding import CRITICAL, Intent
from bot.language.patterns import Pattern

LIKELY = 0.25
"""How likely a sentence by itself must be something grave."""
HEARD = 0.15
"""The same where a phrase speaks of it as well."""
_LEAST = 5
"""Words from which on a sentence tells something by itself."""
_NEXT = Pattern(
    r"(?:[.;!?\n…]+\s+|,?\s+"
    + written(
        r"(?:à mà|à con|mà nè|khoan đã|với lại|tiện thể|nhân tiện|chưa hết|còn chuyện|còn vụ)"
    )
    + r"[\s,]+)(?=\S)"
)
_ENDS = frozenset((Intent.MUTE, Intent.HUMAN))
"""Wishes that are heard by the whole message, and harm nobody where they wait for an answer."""


def _sentences(message: Message) -> Iterator[str]:
    line, start = comparable(message.text), 0
    for found in _NEXT.finditer(line):
        yield message.text[start : found.start()]
        start = found.end()
    yield message.text[start:]


def grave_besides(message: Message, scene: Scene) -> Intent | None:
    """What one of the later sentences tells, where that is grave; None where there is only one."""
    alone = scene._replace(asked=None, choices=(), reminder=())
    _first, *rest = _sentences(message)
    for each in rest:
        told = read_message(each)
        if len(told.words) < _LEAST:
            continue
        hints = hints_of(told, alone)
        likely = classify(told, alone, hints)
        for intent in likely.ranking[:2]:
            if intent in CRITICAL - _ENDS and likely.of(intent) >= LIKELY:
                return intent
        for heard in hints.heard:
            if heard.is_strong and heard.intent not in _ENDS and likely.of(heard.intent) >= HEARD:
                return heard.intent
    return None
