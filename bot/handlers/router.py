"""What a message means: one order of judgement for all channels.

Danger stands above all that is typed. Then deep links and slash commands; presses, with digits and
labels of what was shown last; words that hold everywhere (language, stopping messages, codes); the
open conversation; then commands, an answer about who comes, and at last a question.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import buttons
from bot.buttons import Button, read_button, wire
from bot.channels.files import forget_file
from bot.conversations.engine.choices import is_choice, is_of
from bot.conversations.permissions import Reader
from bot.conversations.turn import Turn
from bot.delivery.settling import block
from bot.delivery.telling import speaker_for, without_choices
from bot.domain.rights import Right
from bot.handlers import answers, consents, founding, personal
from bot.handlers.actions import run_action
from bot.handlers.attendance import read_alive, read_later, read_sentence
from bot.handlers.danger import answer_danger
from bot.handlers.desk import Desk, clubs_of_account, is_coordinator, organised_clubs
from bot.handlers.effects import carry_out
from bot.handlers.menu import join_action, menu, register_called
from bot.handlers.roster_import import file_action
from bot.handlers.staff import take_code
from bot.intents.attendance import asks_about_event, asks_what_to_bring
from bot.intents.live import read_staff_request, wants_to_join
from bot.intents.unwell import feels_unwell
from bot.intents.words import Meaning, looks_like_question, meanings_of, only_label, read_yes_no
from bot.language.address import asks_for_form, read_form
from bot.language.kinship import names_registration, read_relative
from bot.language.text import clean, fold, same_text, single_line
from bot.messages import BY_WORDS, MOST_FILE, NO, TOO_BIG, YES, Choice, Incoming
from bot.speech.translation import LANGUAGES, Speaker, say
from bot.storage.records import OutboxRow

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
LONGEST_MESSAGE = 4000
"""Characters that are read of one message; the rest would only be a paste gone wrong."""


def handle(desk: Desk, turn: Turn) -> None:
    """Understand one update and answer it, effects included."""
    turn.surroundings = _Surroundings(desk, turn)
    _route(desk, turn)
    carry_out(desk, turn)


@dataclass(frozen=True)
class _Surroundings:
    """What is done beside an open conversation, in the middle of it."""

    desk: Desk
    turn: Turn

    def answer(self, text: str) -> None:
        """Answer a question, whatever comes of it."""
        answers.answer(self.desk, self.turn, text)

    def answers_question(self, text: str) -> bool:
        """A question asked while another is open; or an organiser's wish to see the steps."""
        return founding.shows_steps(self.desk, self.turn, text) or answers.answers_question(
            self.desk, self.turn, text
        )

    def surely_asks(self, text: str) -> bool:
        """Whether a text can only be a question."""
        return answers.surely_asks(self.desk, text)

    def menu(self) -> None:
        """Show the first screen."""
        menu(self.desk, self.turn)

    def person_in_charge(self) -> None:
        """Say who can help."""
        answers.person_in_charge(self.desk, self.turn)


def _route(desk: Desk, turn: Turn) -> None:
    kind = turn.inbound.kind
    if kind is Incoming.UNBLOCK:
        return
    if kind is Incoming.BLOCK:
        block(turn.uow, turn.account.id, desk.zone)
        return
    if kind in (Incoming.START, Incoming.TEXT) and answer_danger(
        desk, turn, clean(turn.inbound.text)
    ):
        return
    if kind is Incoming.START:
        _start(desk, turn, turn.inbound.text)
        return
    if kind is Incoming.PRESS:
        _press(desk, turn, turn.inbound.text)
        return
    if kind is Incoming.FILE:
        _file(desk, turn)
        return
    if kind is Incoming.CONTACT:
        turn.say(say("engine.contact_of_another"))
        desk.engine.ask_again(turn)
        return
    if kind in (Incoming.STICKER, Incoming.VOICE, Incoming.PHOTO, Incoming.OTHER):
        if not desk.engine.handle(turn):
            turn.say(say("engine.cannot_read"))
            if not _offer_again(turn):
                menu(desk, turn)
        return
    _text(desk, turn, turn.inbound.text)


def _start(desk: Desk, turn: Turn, payload: str) -> None:
    """The bot was opened through a link: a code, or nothing."""
    payload = payload.strip()
    if not payload:
        if not desk.engine.ask_again(turn):
            menu(desk, turn, greet=True)
        return
    take_code(desk, turn, payload, certain=True)


def _press(desk: Desk, turn: Turn, value: str) -> None:
    turn.value = value
    if is_choice(value):
        if not desk.engine.handle(turn):
            turn.say(say("engine.old_button"))
            desk.engine.ask_again(turn)
    else:
        run_action(desk, turn, read_button(value))


def _file(desk: Desk, turn: Turn) -> None:
    """A file where one is asked for or may be sent; any other is thrown away at once."""
    if not _takes_file(desk, turn):
        forget_file(Path(desk.files), turn.inbound.file_path)


def _takes_file(desk: Desk, turn: Turn) -> bool:
    """Give a file to the open conversation, else take it for a list of the account's club."""
    if turn.inbound.file_path is None:
        if turn.inbound.text == TOO_BIG:
            turn.say(say("roster.too_big", megabytes=MOST_FILE // (1024 * 1024)))
        else:
            turn.say(say("engine.file_not_fetched"))
        desk.engine.ask_again(turn)
        return False
    clubs = organised_clubs(turn.uow, turn.account)
    is_open = turn.sessions.current() is not None
    # Only who organises a club is ever asked for a file.
    wanted = is_open and bool(clubs) and desk.engine.wants_file(turn)
    if is_open and (wanted or not clubs):
        desk.engine.handle(turn)
        return wanted
    if not clubs:
        turn.say(say("roster.not_for_you"))
        menu(desk, turn)
        return False
    club = clubs[0]
    if is_open:
        asked = desk.engine.open_question(turn)
        club_id = None if asked is None else asked.club_id
        club = next((each for each in clubs if each.id == club_id), club)
        desk.engine.leave(turn, quietly=True)
    elif len(clubs) > 1:
        turn.say(say("roster.for_club", club=club.name))
    return file_action(desk, turn, club.id)


def _text(desk: Desk, turn: Turn, raw: str) -> None:
    text = clean(raw)
    if len(text) > LONGEST_MESSAGE:
        turn.say(say("engine.too_long", longest=LONGEST_MESSAGE))
        if not desk.engine.ask_again(turn):
            menu(desk, turn)
        return
    if not text:
        turn.say(say("engine.cannot_read"))
        desk.engine.ask_again(turn)
        return
    if text.startswith("/") and _slash(desk, turn, text):
        return
    if _everywhere(desk, turn, text):
        return
    shown = _shown(turn)
    if shown and _shown_choice(desk, turn, shown[0], text):
        return
    if shown and _who_comes(desk, turn, shown[0], text):
        return
    if read_alive(desk, turn, text):
        return
    if _earlier_choice(desk, turn, shown[1:], text):
        return
    if take_code(desk, turn, text, certain=False):
        return
    if shown and _answers_in_between(desk, turn, shown[0], text):
        return
    if desk.engine.handle(turn):
        return
    stands = bool(shown) and _is_open(turn, shown[0])
    if read_later(desk, turn, text, only_named=stands):
        return
    bring = asks_what_to_bring(text)
    if asks_about_event(text) and answers.next_events(
        desk, turn, limit=3 if bring else 1, bring=bring
    ):
        return
    if shown and _answers_offer(desk, turn, shown[0], text):
        return
    if _command(desk, turn, text):
        return
    if founding.read_request(desk, turn, text) or _staff_request(desk, turn, text):
        return
    called = read_relative(text) if names_registration(text) else None
    if called is not None or wants_to_join(text):
        clubs = clubs_of_account(turn.uow, turn.account)
        if called is not None and len(clubs) == 1:
            register_called(desk, turn, clubs[0], None, called)
        else:
            join_action(desk, turn)
        return
    form = read_form(text)
    if form is not None and asks_for_form(text):
        turn.uow.accounts.update(turn.account.id, form_of_address=form)
        turn.say(say("address.noted", form=form))
        return
    _question(desk, turn, text)


def _staff_request(desk: Desk, turn: Turn, text: str) -> bool:
    """ "báo cáo", "danh sách gọi điện": what a button of theirs does, by its own words."""
    wanted = read_staff_request(text)
    if wanted is None:
        return False
    if wanted in _COORDINATORS_SCREENS:
        if not is_coordinator(turn.uow, turn.account):
            return False
        run_action(desk, turn, _COORDINATORS_SCREENS[wanted]())
        return True
    clubs = organised_clubs(turn.uow, turn.account)
    if not clubs:
        return False
    run_action(desk, turn, _ORGANISERS_SCREENS[wanted](clubs[0].id))
    return True


def _question(desk: Desk, turn: Turn, text: str) -> None:
    """Whatever is left is taken as a question, if it has words enough for one."""
    if len(single_line(text).split()) < 2 and not looks_like_question(text):
        turn.say(say("engine.not_understood", typed=single_line(text)[:60]))
        menu(desk, turn)
        return
    feeling = feels_unwell(text)
    if feeling is not None:
        answers.unwell(desk, turn, text, feeling)
        return
    answers.answer(desk, turn, text)


def _slash(desk: Desk, turn: Turn, text: str) -> bool:
    command, _, rest = text[1:].partition(" ")
    word = fold(command).partition("@")[0]
    if word == "start":
        _start(desk, turn, rest)
        return True
    match next((key for key, words in COMMANDS.items() if word in words), None):
        case "menu":
            desk.engine.leave(turn, quietly=True)
            menu(desk, turn)
        case "my_data":
            desk.engine.leave(turn, quietly=True)
            personal.my_data_action(desk, turn)
        case "person":
            answers.person_in_charge(desk, turn)
            desk.engine.ask_again(turn)
        case "help":
            turn.say(say("engine.help"))
            desk.engine.ask_again(turn)
        case "stop":
            personal.stop_messages(desk, turn)
        case _:
            return False
    return True


def command_menu(speaker: Speaker) -> list[tuple[str, str]]:
    """The commands in the speaker's language, each with what it does."""
    place = LANGUAGES.index(speaker.language)
    return [(words[place], speaker.text(say(f"command.{key}"))) for key, words in COMMANDS.items()]


def _everywhere(desk: Desk, turn: Turn, text: str) -> bool:
    """What holds at any time, in any conversation: the language, and stopping messages."""
    if consents.read_wish(desk, turn, text):
        return True
    meanings = meanings_of(text)
    if len(meanings) != 1:
        return False
    (meaning,) = meanings
    if meaning in (Meaning.ENGLISH, Meaning.VIETNAMESE):
        language = LANGUAGES[1] if meaning is Meaning.ENGLISH else LANGUAGES[0]
        turn.uow.accounts.update(turn.account.id, language=language)
        turn.account = turn.uow.accounts.get(turn.account.id)
        turn.speaker = speaker_for(turn.uow, turn.account, desk.zone)
        turn.say(say("language.changed"))
        if not desk.engine.ask_again(turn):
            menu(desk, turn)
        return True
    if meaning is Meaning.MY_DATA:
        personal.my_data_action(desk, turn)
        return True
    if meaning is Meaning.STOP_MESSAGES:
        personal.stop_messages(desk, turn)
        return True
    if meaning is Meaning.START_MESSAGES:
        consents.remind_again(desk, turn)
        return True
    return False


def _shown(turn: Turn) -> list[OutboxRow]:
    """The latest messages with choices that this account may still read, the last one first.

    What is said of them again is read under what they are read under.
    """
    reader = Reader(turn.plan, turn.uow, turn.account)
    return [row for row in turn.uow.outbox.shown(turn.account.id) if reader.may_read(row)]


def _shown_choice(desk: Desk, turn: Turn, shown: OutboxRow, text: str) -> bool:
    """A digit or a label of the message that was shown last."""
    choices = [(label, value) for row in shown.rows for label, value in row]
    typed = single_line(text).rstrip(".)")
    folded = fold(typed)
    # "０" to "９" of a full-width keyboard are digits as well.
    if folded.isdecimal() and len(folded) <= 2:
        place = int(folded)
        if 1 <= place <= len(choices) and not choices[place - 1][1].endswith(BY_WORDS):
            if _number_is_meant(desk, turn, shown, choices):
                return False
            _press(desk, turn, choices[place - 1][1])
            return True
        return False
    is_open = turn.sessions.current() is not None
    for compare in (same_text, fold):
        wanted = compare(typed)
        hits = [value for label, value in choices if compare(label) == wanted]
        if len(hits) != 1:
            continue
        if is_open and not is_choice(hits[0]):
            # Words typed at an open question belong to it, unless the label says more than yes.
            if len(typed.split()) < 2:
                return False
        _press(desk, turn, hits[0])
        return True
    return False


def _earlier_choice(desk: Desk, turn: Turn, shown: list[OutboxRow], text: str) -> bool:
    """A label of an earlier message, written out; at an open question only what goes by words."""
    asked = turn.sessions.current() is not None
    typed = same_text(single_line(text))
    for row in shown:
        for line in row.rows:
            for label, value in line:
                if asked and not value.endswith(BY_WORDS):
                    continue
                if not is_choice(value) and same_text(label) == typed:
                    _press(desk, turn, value)
                    return True
    return False


def _is_open(turn: Turn, shown: OutboxRow) -> bool:
    """Whether a message with choices was the last thing that the person read."""
    return turn.uow.outbox.latest_id(turn.account.id) == shown.id


def _answers_offer(desk: Desk, turn: Turn, shown: OutboxRow, text: str) -> bool:
    """A yes, a no or words of a label, typed at the choices that stand last in the chat."""
    if not _is_open(turn, shown):
        return False
    choices = [(label, value) for row in shown.rows for label, value in row]
    marked = {mark: value for _, value in choices for mark in (YES, NO) if value.endswith(mark)}
    pressed, way_out = [read_button(value) for _, value in choices], wire(buttons.Menu())
    meanings = meanings_of(text)
    answer = read_yes_no(text)
    if answer == "yes" and YES in marked:
        _press(desk, turn, marked[YES])
    elif NO in marked and (answer == "no" or meanings & {Meaning.STOP, Meaning.DONE, Meaning.SKIP}):
        _press(desk, turn, marked[NO])
    elif answer == "unclear" and marked:
        turn.say(
            say("kinds.unclear_dung"),
            [
                [
                    Choice(turn.text(say("kinds.right")), marked.get(YES, way_out)),
                    Choice(turn.text(say("kinds.stop")), marked.get(NO, way_out)),
                ]
            ],
        )
    elif answer in ("yes", "no") and all(map(_is_reading, pressed)):
        # A courteous word after an article asks for nothing; it isn't told all over again.
        turn.say(say("engine.kindly"))
    elif answer in ("yes", "no"):
        # No yes or no was asked for: the same choices once more.
        return _offer_again(turn)
    else:
        # A sentence that holds "đi được" somewhere is no answer to who comes.
        loose = not meanings and not any(isinstance(each, buttons.Attend) for each in pressed)
        labels = [label for label, _ in choices]
        place = only_label(text, labels) if loose else _begins_label(text, labels)
        if place is None:
            return _names_relative(desk, turn, pressed, text)
        _press(desk, turn, choices[place][1])
    return True


def _begins_label(text: str, labels: list[str]) -> int | None:
    """The one label that a word of command begins: "hủy" where "Hủy buổi này" is offered."""
    typed = fold(single_line(text)).rstrip(".!")
    hits = [place for place, label in enumerate(labels) if fold(label).startswith(f"{typed} ")]
    return hits[0] if len(hits) == 1 else None


def _is_reading(button: Button | None) -> bool:
    """Whether a button goes on with an article, or asks something else after it."""
    return isinstance(button, buttons.Article) or button == buttons.Ask("other")


def _names_relative(desk: Desk, turn: Turn, pressed: list[Button | None], text: str) -> bool:
    """ "ghi tên cho bà ngoại tôi" where relatives may be registered: begins with her."""
    offered = next((each for each in pressed if isinstance(each, buttons.RegisterRelative)), None)
    club = turn.uow.clubs.find(offered.club) if offered else None
    if offered is None or club is None:
        return False
    called = read_relative(text)
    if called is None:
        # "ghi ten cho ba" is bà herself or her father: who it is for is asked once more.
        asked = names_registration(text) and not looks_like_question(text)
        return asked and _offer_again(turn)
    register_called(desk, turn, club, offered.shared, called)
    return True


def _answers_in_between(desk: Desk, turn: Turn, shown: OutboxRow, text: str) -> bool:
    """A plain yes or no where another question came in between: it answers what was read last."""
    values = [value for row in shown.rows for _, value in row]
    if not _is_open(turn, shown) or any(map(is_choice, values)):
        return False
    mark = {"yes": YES, "no": NO}.get(read_yes_no(text) or "")
    value = next((value for value in values if mark and value.endswith(mark)), None)
    if value is None:
        return False
    _press(desk, turn, value)
    return True


def _offer_again(turn: Turn) -> bool:
    """The choices that stand last in the chat, once more; False when there are none."""
    shown = _shown(turn)
    if not shown or not _is_open(turn, shown[0]):
        return False
    rows = [[Choice(label, value) for label, value in row] for row in shown[0].rows]
    turn.rights |= {right for each in shown[0].rights or () if (right := Right.read(each))}
    turn.say(without_choices(shown[0].text, rows, turn.capabilities), rows)
    return True


def _number_is_meant(
    desk: Desk, turn: Turn, shown: OutboxRow, choices: list[tuple[str, str]]
) -> bool:
    """Whether a digit answers the open question, and not choices of a message before it."""
    question = desk.engine.open_question(turn)
    if question is None:
        return False
    ours = any(is_of(question.asked, value) for _, value in choices)
    return not ours and turn.uow.outbox.latest_id(turn.account.id) != shown.id


def _who_comes(desk: Desk, turn: Turn, shown: OutboxRow, text: str) -> bool:
    """ "bà đi, ông không" after a reminder that was shown last."""
    for row in shown.rows:
        for _, value in row:
            button = read_button(value)
            if isinstance(button, buttons.Attend):
                return read_sentence(desk, turn, button, text)
    return False


def _command(desk: Desk, turn: Turn, text: str) -> bool:
    """Words of command where no conversation is open."""
    meanings: Any = meanings_of(text)
    if len(meanings) != 1:
        return False
    (meaning,) = meanings
    match meaning:
        case Meaning.MENU | Meaning.BACK | Meaning.CORRECT:
            menu(desk, turn)
        case Meaning.HELLO:
            menu(desk, turn, greet=True)
        case Meaning.HELP:
            turn.say(say("engine.help"))
            menu(desk, turn)
        case Meaning.PERSON_IN_CHARGE:
            answers.person_in_charge(desk, turn)
        case Meaning.REGISTER | Meaning.ADD:
            join_action(desk, turn)
        case Meaning.STOP:
            personal.stop_messages(desk, turn)
        case Meaning.THANKS:
            turn.say(say("engine.welcome"))
        case Meaning.YES | Meaning.DONE:
            # A courteous word after something was said asks for nothing.
            turn.say(say("engine.kindly"))
        case Meaning.NO | Meaning.SKIP | Meaning.REPEAT:
            if meaning is Meaning.REPEAT and _offer_again(turn):
                return True
            turn.say(say("engine.nothing_asked"))
            menu(desk, turn)
        case _:
            return False
    return True
