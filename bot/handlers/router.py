"""What came in, by its kind: a press, a file, a sticker; what was typed goes to the readers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from bot.channels.files import forget_file
from bot.conversations.engine import OpenQuestion
from bot.conversations.engine.choices import is_of
from bot.conversations.turn import Turn
from bot.delivery.settling import block
from bot.handlers.answers import enquiries
from bot.handlers.answers import screens as answers
from bot.handlers.effects import carry_out
from bot.handlers.founding import screens as founding
from bot.handlers.members.roster_screens import file_action
from bot.handlers.menu import menu
from bot.handlers.offers import press
from bot.handlers.readers import CONVERSATION, DANGER, read, read_danger
from bot.handlers.scene import Standing
from bot.handlers.services import Services, organised_clubs
from bot.handlers.talk.screens import hear_writer, offer_again
from bot.handlers.understood import (
    is_heard_meanwhile,
    read_meanwhile,
    read_perhaps_meanwhile,
)
from bot.handlers.ways import lead_back
from bot.handlers.words import start
from bot.intents.understanding import Intent, Understanding
from bot.language.accents import begins_as_name
from bot.messages import MOST_FILE, TOO_BIG, Incoming
from bot.speech.translation import say
from bot.storage.inbox import Changed


def handle(services: Services, turn: Turn) -> str:
    """Understand one update and answer it, effects included; the name of what took it."""
    scene = Standing(services, turn)
    turn.surroundings = _Surroundings(scene)
    taken_by = _edited(scene) if turn.inbound.kind is Incoming.EDIT else _route(scene)
    carry_out(services, turn)
    lead_back(turn, taken_by, lambda: _is_courteous(scene))
    return taken_by


def _is_courteous(scene: Standing) -> bool:
    text = scene.turn.inbound.text or ""
    return bool(text) and scene.understand(text).intent in (Intent.THANKS, Intent.GREETING)


@dataclass(frozen=True)
class _Surroundings:
    """What is done beside an open conversation, in the middle of it."""

    scene: Standing

    def answer(self, text: str) -> None:
        """Answer what was asked or told, whatever comes of it."""
        if not self.answers_question(text):
            answers.answer(self.scene.services, self.scene.turn, text)

    def answers_question(self, text: str) -> bool:
        """What else somebody means while a question is open: news, a wish, a question."""
        services, turn = self.scene.services, self.scene.turn
        return (
            founding.explains_step(services, turn, text)
            or read_meanwhile(self.scene, text)
            or founding.shows_steps(services, turn, text)
            or read_perhaps_meanwhile(self.scene, text)
            or answers.answers_question(services, turn, text)
        )

    def surely_asks(self, text: str) -> bool:
        """Whether a text can only be a question."""
        return answers.surely_asks(self.scene.services, text)

    def surely_tells(self, text: str, *, screens: bool) -> bool:
        """Whether a text surely is something that is heard in the middle of a form."""
        return not begins_as_name(text) and is_heard_meanwhile(self.scene, text, screens=screens)

    def meaning(self, text: str) -> Understanding:
        """What a text is taken for."""
        return self.scene.understand(text)

    def menu(self) -> None:
        """Show the first screen."""
        menu(self.scene.services, self.scene.turn)

    def person_in_charge(self) -> None:
        """Say who can help."""
        enquiries.person_in_charge(self.scene.services, self.scene.turn)


def _route(scene: Standing) -> str:
    """The name of the reader that took a text; of anything else its kind."""
    services, turn = scene.services, scene.turn
    kind = turn.inbound.kind
    match kind:
        case Incoming.TEXT:
            hear_writer(scene)
            return read(scene, turn.inbound.text)
        case Incoming.START:
            if read_danger(scene, turn.inbound.text):
                return DANGER.name
            start(services, turn, turn.inbound.text)
        case Incoming.PRESS:
            press(services, turn, turn.inbound.text)
        case Incoming.FILE:
            _file(services, turn)
        case Incoming.CONTACT:
            turn.say(say("engine.contact_of_another"))
            services.engine.ask_again(turn)
        case Incoming.BLOCK:
            block(turn.uow, turn.account.id, services.zone)
        case Incoming.STICKER | Incoming.VOICE | Incoming.PHOTO | Incoming.OTHER:
            _wordless(scene)
    return kind


def _edited(scene: Standing) -> str:
    """A text that was changed: the last one is taken in its place, an older one stays as it was.

    An answer is put right only where it is known to be the one that was given: what was said before
    never answers the question after it, least of all one for a consent.
    """
    services, turn, changed = scene.services, scene.turn, scene.turn.changed
    turn.inbound = replace(turn.inbound, kind=Incoming.TEXT)
    text = turn.inbound.text
    if changed is None:
        return read(scene, text)
    if read_danger(scene, text):
        return DANGER.name
    question = scene.question
    if changed.is_last and question is None and changed.read_by != CONVERSATION:
        return read(scene, text)
    if changed.is_last and question is not None:
        if _asked_before(scene, question, changed):
            return read(scene, text)
        if services.engine.correct_last(turn, changed.text):
            return CONVERSATION
    turn.say(say("engine.edited_too_late"))
    services.engine.ask_again(turn)
    return "edited"


def _asked_before(scene: Standing, question: OpenQuestion, changed: Changed) -> bool:
    """Whether what is asked now was asked before a text came already: nothing was kept of that."""
    return any(
        (row.inbox_id or 0) < changed.inbox_id
        and any(is_of(question.asked, value) for line in row.rows for _, value in line)
        for row in scene.shown
    )


def _wordless(scene: Standing) -> None:
    """A sticker, a voice or a picture: for the open conversation, else it can't be read."""
    services, turn = scene.services, scene.turn
    if not services.engine.handle(turn):
        turn.say(say("engine.cannot_read"))
        if not offer_again(scene):
            menu(services, turn)


def _file(services: Services, turn: Turn) -> None:
    """A file where one is asked for or may be sent; any other is thrown away at once."""
    if not _takes_file(services, turn):
        forget_file(Path(services.files), turn.inbound.file_path)


def _takes_file(services: Services, turn: Turn) -> bool:
    """Give a file to the open conversation, else take it for a list of the account's club."""
    if turn.inbound.file_path is None:
        if turn.inbound.text == TOO_BIG:
            turn.say(say("roster.too_big", megabytes=MOST_FILE // (1024 * 1024)))
        else:
            turn.say(say("engine.file_not_fetched"))
        services.engine.ask_again(turn)
        return False
    clubs = organised_clubs(turn.uow, turn.account)
    is_open = turn.sessions.current() is not None
    # Only who organises a club is ever asked for a file.
    wanted = is_open and bool(clubs) and services.engine.wants_file(turn)
    if is_open and (wanted or not clubs):
        services.engine.handle(turn)
        return wanted
    if not clubs:
        turn.say(say("roster.not_for_you"))
        menu(services, turn)
        return False
    club = clubs[0]
    if is_open:
        asked = services.engine.open_question(turn)
        club_id = None if asked is None else asked.club_id
        club = next((each for each in clubs if each.id == club_id), club)
        services.engine.leave(turn, quietly=True)
    elif len(clubs) > 1:
        turn.say(say("roster.for_club", club=club.name))
    return file_action(services, turn, club.id)
