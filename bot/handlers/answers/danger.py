"""Words of danger: the number to call is said before anything else, in any conversation.

What may be a danger and may be none ("te", "tu tu") is asked about instead. A danger stops what is
open: it waits behind a button, and those in charge are told if that is wished. Nothing that
stands in an open conversation can keep the answer back: its state only softens words that are
unsure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import structlog

from bot import buttons
from bot.buttons import Rows
from bot.conversations.engine.kinds import Kind, MemberKind, MoneyKind, NumberKind, PercentKind
from bot.conversations.engine.session import Answer
from bot.conversations.turn import Turn
from bot.handlers.acting import acting
from bot.handlers.answers import aftercare_screens
from bot.handlers.answers.commands import remember
from bot.handlers.menu import menu
from bot.handlers.scene import Standing, offered
from bot.handlers.services import Services
from bot.intents.emergency import Emergency, find_emergency
from bot.intents.message import read_message
from bot.intents.patterns import heard
from bot.intents.stays import is_in_care
from bot.intents.understanding import Danger, Endangered, Intent
from bot.intents.words import read_yes_no
from bot.language.text import same_text, single_line
from bot.logs import where
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import OutboxRow

log = structlog.get_logger()

_BY_CRY: Mapping[Emergency, Danger] = {
    Emergency.ILLNESS: Danger.MEDICAL,
    Emergency.FIRE: Danger.FIRE,
    Emergency.VIOLENCE: Danger.VIOLENCE,
}
_NO_CRY = (Danger.SELF_HARM, Danger.LOST_PERSON)
"""Dangers that cries know nothing of; what they took them for doesn't count."""
_BY_BUTTON: Mapping[buttons.DangerKind, Danger | None] = {"illness": Danger.MEDICAL, "any": None}


def answer_danger(scene: Standing, text: str) -> bool:
    """Answer words of danger, or the answer to whether there is any; False for other words."""
    services, turn = scene.services, scene.turn
    shown = turn.uow.outbox.shown(turn.account.id)
    latest = (
        shown[0] if shown and shown[0].id == turn.uow.outbox.latest_id(turn.account.id) else None
    )
    if latest is not None and _asks_about_danger(latest):
        answer = read_yes_no(text)
        if answer in ("yes", "no"):
            danger_action(services, turn, "any" if answer == "yes" else "none")
            return True
    if latest is not None and aftercare_screens.read_called(scene, latest, text):
        return True
    found = None if is_in_care(text) else find_emergency(text)
    if found is not None:
        asked = _asked_kind(services, turn)
        found = find_emergency(
            text,
            number_asked=isinstance(asked, NumberKind | MoneyKind | PercentKind),
            name_asked=isinstance(asked, MemberKind)
            or (asked is not None and asked.free)
            or (latest is not None and _is_label(latest, text)),
        )
    sure = _sure_kind(scene, text)
    if sure is None and found is None:
        return False
    if sure in _NO_CRY or found is None or (sure is not None and found.is_asked):
        stop_for(services, turn, sure, text)
        return True
    if not found.is_asked:
        stop_for(services, turn, _BY_CRY[found], text)
        return True
    remember(acting(turn), text)
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
    turn.offer(say(f"emergency.{found}"), [*yes, none])
    return True


def _sure_kind(scene: Standing, text: str) -> Danger | None:
    """The danger that fixed phrases speak of where all else that was said agrees with them."""
    strong = not is_in_care(text) and any(
        each.intent is Intent.DANGER and each.is_strong for each in heard(read_message(text))
    )
    if not strong:
        return None
    found: list[Danger | None] = []

    def weigh() -> None:
        meaning = scene.understand(text)
        if meaning.sure and isinstance(meaning.entities, Endangered):
            found.append(meaning.entities.kind)

    _apart(scene.turn, weigh, "text not weighed")
    return found[0] if found else None


def _asked_kind(services: Services, turn: Turn) -> Kind[Answer] | None:
    """What the open question asks for; None where that can't be told: then danger counts."""
    asked: list[Kind[Answer] | None] = []
    _apart(turn, lambda: asked.append(services.engine.asked_kind(turn)), "open question not read")
    return asked[0] if asked else None


def _apart(turn: Turn, work: Callable[[], None], what: str) -> bool:
    """Do something whose fault must not keep the answer back; whether it was done."""
    said, effects = len(turn.said), len(turn.effects)
    fault = turn.uow.apart(work)
    if fault is None:
        return True
    log.error(what, account=turn.account.id, **where(fault))
    del turn.said[said:], turn.effects[effects:]
    return False


def _asks_about_danger(shown: OutboxRow) -> bool:
    return any(offered(shown, buttons.Danger))


def _is_label(shown: OutboxRow, text: str) -> bool:
    typed = same_text(single_line(text))
    return any(same_text(label) == typed for row in shown.rows for label, _ in row)


# What is said then


def stop_for(services: Services, turn: Turn, kind: Danger | None, text: str | None = None) -> None:
    """What to do now; then whatever follows from it, while what is open waits.

    `kind`: None where only that there is a danger is known; `text`: what was said of it.
    """
    way_back = _leave_open(services, turn)
    turn.say(_words_for(kind))
    _apart(
        turn,
        lambda: aftercare_screens.follow(services, turn, kind, text, way_back),
        "danger not followed",
    )


def _words_for(kind: Danger | None) -> Phrase | Lines:
    if kind is Danger.SELF_HARM:
        return say("self_harm.stay")
    stem = "illness" if kind is Danger.MEDICAL else kind if kind is not None else "any"
    return Lines((say(f"emergency.{stem}"), say("emergency.machine")))


def _leave_open(services: Services, turn: Turn) -> Rows:
    """Let what is open wait, and the button that leads back to it; what can't be read stays."""
    names: list[str | None] = []
    _apart(turn, lambda: names.append(services.engine.set_aside(turn)), "question not set aside")
    return [[(say("menu.continue"), buttons.Continue(name))] for name in names if name is not None]


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
    if kind != "none":
        stop_for(services, turn, _BY_BUTTON[kind])
        return
    turn.say(say("emergency.relieved"))
    asked: list[bool] = []
    done = _apart(
        turn,
        lambda: asked.append(services.engine.ask_again(turn)),
        "open question not asked again",
    )
    if not done or not asked[0]:
        menu(services, turn)
