"""Words that mean the same wherever they are typed: slash commands, and whole messages of command."""

from __future__ import annotations

from dataclasses import replace

from bot import buttons
from bot.buttons import Button, MemberLimit, Search
from bot.conversations.effects import Press, TellOwnName, WayBack
from bot.conversations.engine import Answer
from bot.conversations.engine.kinds import Kind
from bot.conversations.turn import Turn
from bot.handlers.acting import acting
from bot.handlers.answers import screens as answers
from bot.handlers.menu import menu
from bot.handlers.office.commands import units_overseen
from bot.handlers.office.screens import take_code
from bot.handlers.registry import COORDINATORS_WORDS, ORGANISERS_WORDS, SLASH, TYPED
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.handlers.understood import read_aside
from bot.intents.event_kinds import asks_what_to_bring, kind_named
from bot.intents.live import asks_other_activity, names_club, says_hamlet
from bot.intents.staff_words import (
    members_at_most,
    own_name_told,
    read_staff_request,
    sets_event,
    words_to_find,
)
from bot.intents.understanding import CHANGES_EVENT, Intent
from bot.intents.words import meaning_of
from bot.language.names import read_name
from bot.language.text import fold
from bot.speech.translation import LANGUAGES, Speaker, say
from bot.storage.records import Club


def command_menu(speaker: Speaker) -> list[tuple[str, str]]:
    """The slash commands in the speaker's language, each with what it does."""
    language = LANGUAGES.index(speaker.language)
    shown = sorted(SLASH.values(), key=lambda each: each.place)
    return [(each.words[language], speaker.text(say(f"command.{each.name}"))) for each in shown]


def start(services: Services, turn: Turn, payload: str) -> None:
    """The bot was opened through a link: a code, or nothing."""
    payload = payload.strip()
    if not payload:
        if not services.engine.ask_again(turn):
            menu(services, turn, greet=True)
        return
    take_code(services, turn, payload, certain=True)


def read_slash(scene: Standing, text: str) -> bool:
    """A slash command."""
    command, _, rest = text[1:].partition(" ")
    word = fold(command).partition("@")[0]
    if word == "start":
        start(scene.services, scene.turn, rest)
        return True
    found = next((each for each in SLASH.values() if word in each.words), None)
    if found is None:
        return False
    found.run(scene)
    return True


def read_typed(scene: Standing, text: str) -> bool:
    """A whole message that is a word of command."""
    meaning = meaning_of(text)
    run = None if meaning is None else TYPED.get(meaning)
    if run is None:
        return False
    run(scene)
    return True


def read_event_question(scene: Standing, text: str) -> bool:
    """When the next event is, or what to bring to it, where no conversation is open."""
    bring = asks_what_to_bring(text)
    return answers.next_events(
        scene.services,
        scene.turn,
        kind=kind_named(text),
        unknown=asks_other_activity(text),
        limit=3 if bring else 1,
        bring=bring,
    )


def read_staff(scene: Standing, text: str) -> bool:
    """ "báo cáo", "danh sách gọi điện": what a button of theirs does, by its own words."""
    club = _club_named(scene, text)
    if club is not None:
        scene.turn.do(Press(buttons.Overseen(club.id)))
        return True
    wanted = read_staff_request(text)
    if wanted == "events" and _changes_event(scene, text):
        return False
    if wanted == "ownname" and scene.is_coordinator and (name := own_name_told(text)):
        scene.turn.do(TellOwnName(name))
        return True
    button = _staffs_button(scene, wanted, text)
    if button is None:
        return False
    scene.turn.do(Press(button))
    return True


def read_own_name(scene: Standing, text: str) -> bool:
    """The name that a coordinator was asked for when he used his code."""
    if not scene.is_coordinator or scene.turn.account.name_told:
        return False
    name = read_name(text).name
    if name is None:
        return False
    meaning = scene.understand(text)
    if meaning.sure and meaning.intent not in (Intent.ANSWER, Intent.UNCLEAR):
        return False
    scene.turn.do(TellOwnName(name))
    return True


def _club_named(scene: Standing, text: str) -> Club | None:
    """The one club of a coordinator's areas that a text asks about by the name of its hamlet."""
    if not scene.is_coordinator or not names_club(text):
        return None
    units = units_overseen(acting(scene.turn))
    hits = [each for each in scene.turn.uow.clubs.in_units(units) if says_hamlet(text, each.hamlet)]
    return hits[0] if len(hits) == 1 else None


def _changes_event(scene: Standing, text: str) -> bool:
    """Whether a text surely says which event is to be called off or held another way."""
    meaning = scene.understand(text)
    return meaning.sure and meaning.intent in CHANGES_EVENT


def read_staff_meanwhile(scene: Standing, text: str) -> bool:
    """ "báo cáo", "hủy buổi mai" while a form is open: the form waits, and the way back is shown.

    What the open question offers is its own, and so are a list's words and those that set an event.
    """
    wanted, question = read_staff_request(text), scene.question
    if wanted is None or question is None or (question.kind is None and not question.is_review):
        return False
    if question.is_review and wanted == "events" and _changes_event(scene, text):
        # It may put right what was read over.
        return False
    is_answer = (
        not question.is_review
        and question.flow in _ASKS_FOR.get(wanted, ())
        and (wanted != "events" or sets_event(text))
    )
    if is_answer or scene.offers(text) or _answers_freely(question.kind, wanted, text):
        return False
    if wanted == "events" and _changes_event(scene, text):
        # Which day of which event is said already: its list isn't asked for.
        return question.flow not in _OF_EVENTS and read_aside(scene, text, scene.understand(text))
    button = _staffs_button(scene, wanted, text)
    if button is None:
        return False
    scene.services.engine.set_aside(scene.turn)
    scene.turn.do(Press(button))
    scene.turn.do(WayBack(question.name))
    return True


_POSTS = ("secretary",)
"""Screens whose bare names are somebody's post."""
_MOST_BARE = 2


def _answers_freely(kind: Kind[Answer] | None, wanted: str, text: str) -> bool:
    """Whether a bare noun answers where words may: "thư ký" is a post before it is a screen."""
    is_free = kind is not None and kind.free
    return is_free and wanted in _POSTS and len(text.split()) <= _MOST_BARE


_ASKS_FOR = {"events": ("event", "move"), "limit": ("member_limit",)}
"""Conversations that ask for what such words tell: there they are the answer."""
_OF_EVENTS = ("move", "series")
"""Conversations whose answers change an event."""


def _as_asked(button: Button, text: str) -> Button:
    """A button with what a text says of it: whom to look for, how many a club takes."""
    match button:
        case Search():
            return replace(button, words=words_to_find(text))
        case MemberLimit():
            return replace(button, most=members_at_most(text))
    return button


def _staffs_button(scene: Standing, wanted: str | None, text: str) -> Button | None:
    if wanted in COORDINATORS_WORDS and scene.is_coordinator:
        return COORDINATORS_WORDS[wanted]()
    if wanted in ORGANISERS_WORDS and (clubs := scene.organised):
        button = ORGANISERS_WORDS[wanted](clubs[0].id)
        return _as_asked(button, text)
    return None
