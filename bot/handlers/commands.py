"""Words that mean the same wherever they are typed: slash commands, and whole messages of command."""

from __future__ import annotations

from collections.abc import Callable

from bot import buttons
from bot.buttons import Button
from bot.conversations.turn import Turn
from bot.delivery.telling import speaker_for
from bot.handlers.actions import run_action
from bot.handlers.answers import enquiries
from bot.handlers.answers import screens as answers
from bot.handlers.menu import join_action, menu, register_called
from bot.handlers.offers import offer_again
from bot.handlers.office.staff import take_code
from bot.handlers.own_data import consents, personal
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.intents.attendance import asks_what_to_bring
from bot.intents.live import read_staff_request, wants_to_join
from bot.intents.words import Meaning, meanings_of
from bot.language.address import asks_for_form, read_form
from bot.language.kinship import names_registration, read_relative
from bot.language.text import fold
from bot.speech.translation import LANGUAGES, Speaker, say

COMMANDS: dict[str, tuple[str, str]] = {
    "menu": ("menu", "menu"),
    "my_data": ("thong_tin_cua_toi", "my_data"),
    "person": ("nguoi_phu_trach", "person"),
    "help": ("giup", "help"),
    "stop": ("dung", "stop"),
}
"""Slash commands by what they mean: the word in each of LANGUAGES, with `command.<key>` said of it.

Platforms with a menu of commands show it; the words hold in both languages everywhere.
"""
_COORDINATORS_SCREENS: dict[str, Callable[[], Button]] = {
    "report": buttons.Report,
    "invite": buttons.Invite,
}
_ORGANISERS_SCREENS: dict[str, Callable[[int], Button]] = {
    "coorganiser": buttons.CoOrganiser,
    "calls": buttons.Calls,
    "events": buttons.Events,
    "members": buttons.Members,
    "joincode": buttons.JoinCode,
}
"""What staff ask for in their own words, by what `read_staff_request` calls it."""


def meaning_of(text: str) -> Meaning | None:
    """The one thing that a whole message means; None when it may mean several or none."""
    meanings = meanings_of(text)
    return next(iter(meanings)) if len(meanings) == 1 else None


def command_menu(speaker: Speaker) -> list[tuple[str, str]]:
    """The commands in the speaker's language, each with what it does."""
    place = LANGUAGES.index(speaker.language)
    return [(words[place], speaker.text(say(f"command.{key}"))) for key, words in COMMANDS.items()]


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
    services, turn = scene.services, scene.turn
    command, _, rest = text[1:].partition(" ")
    word = fold(command).partition("@")[0]
    if word == "start":
        start(services, turn, rest)
        return True
    match next((key for key, words in COMMANDS.items() if word in words), None):
        case "menu":
            services.engine.leave(turn, quietly=True)
            menu(services, turn)
        case "my_data":
            services.engine.leave(turn, quietly=True)
            personal.my_data_action(services, turn)
        case "person":
            enquiries.person_in_charge(services, turn)
            services.engine.ask_again(turn)
        case "help":
            turn.say(say("engine.help"))
            services.engine.ask_again(turn)
        case "stop":
            personal.stop_messages(services, turn)
        case _:
            return False
    return True


# Wherever one stands


def read_language(scene: Standing, text: str) -> bool:
    """ "English", "tiếng Việt"."""
    speak(scene, LANGUAGES[1] if meaning_of(text) is Meaning.ENGLISH else LANGUAGES[0])
    return True


def speak(scene: Standing, language: str) -> None:
    """Speak another language from now on."""
    services, turn = scene.services, scene.turn
    turn.uow.accounts.update(turn.account.id, language=language)
    turn.account = turn.uow.accounts.get(turn.account.id)
    turn.speaker = speaker_for(turn.uow, turn.account, services.zone)
    turn.say(say("language.changed"))
    if not services.engine.ask_again(turn):
        menu(services, turn)


def read_everywhere(scene: Standing, text: str) -> bool:
    """One's own data, and whether messages come at all."""
    services, turn = scene.services, scene.turn
    match meaning_of(text):
        case Meaning.MY_DATA:
            personal.my_data_action(services, turn)
        case Meaning.STOP_MESSAGES:
            personal.stop_messages(services, turn)
        case Meaning.START_MESSAGES:
            consents.remind_again(services, turn)
        case _:
            return False
    return True


# Where no conversation is open


def read_event_question(scene: Standing, text: str) -> bool:
    """When the next event is, or what to bring to it."""
    bring = asks_what_to_bring(text)
    return answers.next_events(scene.services, scene.turn, limit=3 if bring else 1, bring=bring)


def read_command(scene: Standing, text: str) -> bool:
    """Words of command where no conversation is open."""
    services, turn = scene.services, scene.turn
    meaning = meaning_of(text)
    match meaning:
        case Meaning.MENU | Meaning.BACK | Meaning.CORRECT:
            menu(services, turn)
        case Meaning.HELLO:
            menu(services, turn, greet=True)
        case Meaning.HELP:
            turn.say(say("engine.help"))
            menu(services, turn)
        case Meaning.PERSON_IN_CHARGE:
            enquiries.person_in_charge(services, turn)
        case Meaning.REGISTER | Meaning.ADD:
            join_action(services, turn)
        case Meaning.STOP:
            personal.stop_messages(services, turn)
        case Meaning.THANKS:
            turn.say(say("engine.welcome"))
        case Meaning.YES | Meaning.DONE:
            # A courteous word after something was said asks for nothing.
            turn.say(say("engine.kindly"))
        case Meaning.NO | Meaning.SKIP | Meaning.REPEAT:
            if meaning is Meaning.REPEAT and offer_again(scene):
                return True
            turn.say(say("engine.nothing_asked"))
            menu(services, turn)
        case _:
            return False
    return True


def read_staff(scene: Standing, text: str) -> bool:
    """ "báo cáo", "danh sách gọi điện": what a button of theirs does, by its own words."""
    wanted = read_staff_request(text)
    if wanted in _COORDINATORS_SCREENS and scene.is_coordinator:
        run_action(scene.services, scene.turn, _COORDINATORS_SCREENS[wanted]())
        return True
    clubs = scene.organised if wanted in _ORGANISERS_SCREENS else []
    if not clubs:
        return False
    run_action(scene.services, scene.turn, _ORGANISERS_SCREENS[wanted or ""](clubs[0].id))
    return True


def says_to_register(text: str) -> bool:
    """Whether a text says that somebody is to be written down, or wants to join."""
    return _named_relative(text) is not None or wants_to_join(text)


def _named_relative(text: str) -> str | None:
    return read_relative(text) if names_registration(text) else None


def read_registration(scene: Standing, text: str) -> bool:
    """ "ghi tên cho bà ngoại", "muốn vào câu lạc bộ": into one's own club, else into which one."""
    begin_registration(scene, _named_relative(text))
    return True


def begin_registration(scene: Standing, called: str | None) -> None:
    """Begin with a relative who was named in the writer's only club; else ask which club it is."""
    clubs = scene.clubs
    if called is not None and len(clubs) == 1:
        register_called(scene.services, scene.turn, clubs[0], None, called)
    else:
        join_action(scene.services, scene.turn)


def says_form(text: str) -> bool:
    """Whether a text says how its writer wants to be addressed."""
    return read_form(text) is not None and asks_for_form(text)


def read_address_form(scene: Standing, text: str) -> bool:
    """ "gọi tôi là chị"."""
    form = read_form(text)
    scene.turn.uow.accounts.update(scene.turn.account.id, form_of_address=form)
    scene.turn.say(say("address.noted", form=form))
    return True
