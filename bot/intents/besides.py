"""Something grave that is told behind an answer: "500 ngàn. À mà có người xưng kho bạc đòi phí"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.intents.classifier import classify
from bot.intents.hints import hints_of
from bot.intents.message import Message, comparable, read_message
from bot.intents.phrases import Phrases, written
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
_TURNS = Pattern(
    r"(?:[.;!?\n…]+\s+|,?\s+)"
    + written(
        r"(?:(?:mà )?thôi(?: bỏ qua| kệ| nói chuyện (?:khác|mình))?|à mà|mà nè|kệ (?:nó|họ)(?: đi)?|nhân tiện|tiện thể|sẵn|mà)"
    )
    + r"[\s,]+(?=\S)"
)
"""Where somebody leaves what he told and asks for what he came for."""
_OF_ANOTHER = Phrases(
    r"(hàng xóm|xóm (bên|trên|dưới)|kế bên|sát vách|bạn (tôi|tui|má|mẹ|em|ba|học)|(ông|bà|đứa) bạn|người ta|(trên|coi) tivi|tivi nói)( \S+){0,4} (bị|mắc)( \S+)? (lừa|gạt|hack|mất tiền)"
)
"""Whom a cheat happened to who doesn't write."""
_PLAINLY = 0.8
"""How likely a clause by itself must be what somebody came for."""
_ASKED_BEHIND = frozenset((Intent.EVENT_QUESTION, Intent.MY_STATE))
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


def asked_behind(message: Message, scene: Scene) -> Intent | None:
    """What somebody turns to ask behind news of a cheat on another: "…, mà thôi thứ 7 mấy giờ họp"."""
    line = comparable(message.text)
    told = _OF_ANOTHER.find(message.line)
    turns = list(_TURNS.finditer(line))
    if told is None or not turns:
        return None
    alone = scene._replace(asked=None, choices=(), reminder=())
    asked = read_message(message.text[turns[-1].end() :])
    likely = classify(asked, alone, hints_of(asked, alone))
    first = likely.ranking[0]
    return first if first in _ASKED_BEHIND and likely.of(first) >= _PLAINLY else None
