"""Words of danger: the number to call is said before anything else, in any conversation.

What may be a danger and may be none ("te", "tu tu") is asked about instead. Nothing that stands
in an open conversation can keep the answer back: its state only softens words that are unsure.
"""

from __future__ import annotations

import structlog

from bot import buttons
from bot.conversations.engine.kinds import Kind, MemberKind, MoneyKind, NumberKind, PercentKind
from bot.conversations.engine.session import Answer
from bot.conversations.turn import Turn
from bot.handlers.menu import menu
from bot.handlers.services import Services
from bot.intents.emergency import Emergency, find_emergency
from bot.intents.words import read_yes_no
from bot.language.text import same_text, single_line
from bot.logs import where
from bot.speech.translation import Lines, say
from bot.storage.records import OutboxRow

log = structlog.get_logger()


def answer_danger(services: Services, turn: Turn, text: str) -> bool:
    """Answer words of danger, or the answer to whether there is any; False for other words."""
    shown = turn.uow.outbox.shown(turn.account.id)
    latest = (
        shown[0] if shown and shown[0].id == turn.uow.outbox.latest_id(turn.account.id) else None
    )
    if latest is not None and _asks_about_danger(latest):
        answer = read_yes_no(text)
        if answer in ("yes", "no"):
            _answer(services, turn, "any" if answer == "yes" else "none")
            return True
    found = find_emergency(text)
    if found is not None:
        kind = _asked_kind(services, turn)
        found = find_emergency(
            text,
            number_asked=isinstance(kind, NumberKind | MoneyKind | PercentKind),
            name_asked=isinstance(kind, MemberKind)
            or (kind is not None and kind.free)
            or (latest is not None and _is_label(latest, text)),
        )
    if found is None:
        return False
    if found.is_asked:
        fell = found is Emergency.FALL_OR_NUMBNESS
        yes = (
            [
                (say("emergency.fallen"), buttons.Danger("illness")),
                (say("emergency.numb"), buttons.Danger("illness")),
            ]
            if fell
            else [(say("emergency.needed"), buttons.Danger("any"))]
        )
        none = (say("emergency.none"), buttons.Danger("none"))
        turn.offer(say(f"emergency.{found.value}"), [*yes, none])
        return True
    _answer(services, turn, found.value)
    return True


def _asked_kind(services: Services, turn: Turn) -> Kind[Answer] | None:
    """What the open question asks for; None where that can't be told: then danger counts."""
    asked: list[Kind[Answer] | None] = []
    fault = turn.uow.apart(lambda: asked.append(services.engine.asked_kind(turn)))
    if fault is not None:
        log.error("open question not read", account=turn.account.id, **where(fault))
    return asked[0] if asked else None


def _asks_again(services: Services, turn: Turn) -> bool:
    """Put the open question again; whether there was one that could be put."""
    said, effects, done = len(turn.said), len(turn.effects), [False]

    def ask() -> None:
        done[0] = services.engine.ask_again(turn)

    fault = turn.uow.apart(ask)
    if fault is None:
        return done[0]
    log.error("open question not asked again", account=turn.account.id, **where(fault))
    del turn.said[said:], turn.effects[effects:]
    return False


def _asks_about_danger(shown: OutboxRow) -> bool:
    return any(
        isinstance(buttons.read_button(value), buttons.Danger)
        for row in shown.rows
        for _, value in row
    )


def _is_label(shown: OutboxRow, text: str) -> bool:
    typed = same_text(single_line(text))
    return any(same_text(label) == typed for row in shown.rows for label, _ in row)


def _answer(services: Services, turn: Turn, danger: str) -> None:
    if danger == "none":
        turn.say(say("emergency.relieved"))
    else:
        turn.say(Lines((say(f"emergency.{danger}"), say("emergency.machine"))))
    if not _asks_again(services, turn) and danger == "none":
        menu(services, turn)


def ask_of_danger(turn: Turn) -> None:
    """Ask whether there is danger, with the numbers to call if there is."""
    turn.offer(
        say("emergency.unclear"),
        [
            (say("emergency.needed"), buttons.Danger("any")),
            (say("emergency.none"), buttons.Danger("none")),
        ],
    )


def danger_action(services: Services, turn: Turn, kind: buttons.DangerKind) -> None:
    """What kind of danger there is."""
    _answer(services, turn, kind)
