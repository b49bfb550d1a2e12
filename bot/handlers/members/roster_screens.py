"""A paper list in the chat: what it changes, whether to write it, what came of it, what is unclear."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot import buttons
from bot.channels.files import write_received
from bot.conversations.effects import AnswerListLine, ImportRoster
from bot.conversations.turn import Turn
from bot.delivery.naming import roster_name
from bot.handlers.acting import Refused, acting
from bot.handlers.members import list_lines, list_return, roster_import
from bot.handlers.members.list_matching import Preview, Signatures
from bot.handlers.members.roster_words import (
    change_lines,
    lines_of,
    question_words,
    together_lines,
    written_words,
)
from bot.handlers.scene import Standing
from bot.handlers.sections import deceased_choices
from bot.handlers.services import Services
from bot.rosters.book import RosterError
from bot.rosters.reading import is_typed_list, read_roster
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Club

PASTED = "danh-sach.txt"
"""The name of the file in which a list lies that was typed into the chat."""


def read_pasted(scene: Standing, text: str) -> bool:
    """A list of people that an organiser pasted into the chat, taken as a file of the same lines.

    As with a file, what was open waits, and the club is the one that it is about.
    """
    services, turn = scene.services, scene.turn
    if not is_typed_list(text, turn.today):
        return False
    clubs = scene.organised
    asked = None if scene.question is None else scene.question.club_id
    club = next((each for each in clubs if each.id == asked), clubs[0])
    if scene.is_asked:
        services.engine.leave(turn, quietly=True)
    elif len(clubs) > 1:
        turn.say(say("roster.for_club", club=club.name))
    # The list is kept once, as the file; the words of the message needn't be.
    turn.forgotten = True
    path = write_received(Path(services.files), PASTED, text.encode())
    _take_list(services, turn, club.id, path, PASTED)
    return True


def file_action(services: Services, turn: Turn, club_id: int) -> bool:
    """A file came for a club: ask whether the list carries signatures; False when it is no list."""
    path, name = turn.inbound.file_path, turn.inbound.file_name
    turn.organises(club_id)
    if not path:
        turn.say(say("roster.file_gone"))
        return False
    return _take_list(services, turn, club_id, Path(path), name or "")


def _take_list(services: Services, turn: Turn, club_id: int, path: Path, name: str) -> bool:
    try:
        found = read_roster(path, turn.today)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return False
    shown = say("roster.pasted") if name == PASTED else name
    turn.say(say("roster.received", name=shown, count=len(found.people)))
    services.engine.start(turn, "roster_list", club=club_id, path=str(path), file_name=name)
    return True


def show_preview(services: Services, turn: Turn, effect: ImportRoster) -> None:
    """What a list changes, and the question whether to write it."""
    club = turn.uow.clubs.get(effect.club_id)
    signed_on = date.fromisoformat(effect.signed_on) if effect.signed_on else None
    try:
        signatures = Signatures(signed_on, effect.purposes, effect.asked) if signed_on else None
        found = roster_import.begin_import(acting(turn), club, effect.path, signatures)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return
    if isinstance(found, Refused):
        turn.say(say("engine.not_allowed"))
        return
    turn.say(Lines(tuple(lines_of(found))))
    if found.writable or found.to_check or found.deaths:
        _ask_to_write(turn, club, found, signed=signed_on is not None)
    else:
        back = [(say("engine.back_to"), buttons.Members(club.id))]
        turn.offer(say("roster.nothing_new"), back)


def _ask_to_write(turn: Turn, club: Club, found: Preview, *, signed: bool) -> None:
    """Whether the list is to be written: how many are new, how many change."""
    changed = say("roster.and_change", count=len(found.changed)) if found.changed else ""
    if found.new:
        key = "roster.write_signed" if signed else "roster.write_unsigned"
        question = say(key, count=len(found.new), changed=changed)
    elif found.changed:
        question = say("roster.write_changes", count=len(found.changed))
    elif found.to_check:
        question = say("roster.only_unclear", count=len(found.to_check))
    else:
        question = say("roster.only_deaths", count=len(found.deaths))
    rows: buttons.Rows = [
        [
            (
                _go_on_words(found),
                buttons.yes(buttons.ImportList(club.id)),
            ),
            (say("roster.write_no"), buttons.no(buttons.PutListAside(club.id))),
        ]
    ]
    if found.changed:
        rows.append([(say("roster.see_changes"), buttons.ViewChanges(club.id))])
    turn.offer(question, *rows)


def put_aside_action(services: Services, turn: Turn, club: Club) -> None:
    """Nothing of the list is written: it isn't kept either."""
    held = roster_import.held_list(acting(turn), club)
    if isinstance(held, Refused):
        turn.say(_refusal(held))
        return
    roster_import.put_aside(acting(turn))
    turn.offer(
        say("roster.put_aside"),
        [(say("members.send_list"), buttons.SendList(club.id))],
        [(say("engine.back_to"), buttons.Members(club.id))],
    )


def _go_on_words(found: Preview) -> Phrase:
    if found.writable:
        return say("roster.write_yes")
    return say("roster.ask_lines" if found.to_check else "roster.ask_deaths")


def changes_action(services: Services, turn: Turn, club: Club) -> None:
    """What a list changes, line by line, before the yes."""
    try:
        pending = roster_import.pending_list(acting(turn), club)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return
    if isinstance(pending, Refused):
        turn.say(_refusal(pending))
        return
    turn.say(Lines((say("roster.changes"), *change_lines(turn.uow, pending.found))))
    _ask_to_write(turn, club, pending.found, signed=pending.signatures is not None)


def _refusal(refused: Refused) -> Phrase:
    if refused is Refused.NOT_YOURS:
        return say("engine.not_allowed")
    return say("roster.nothing_waits")


def import_action(services: Services, turn: Turn, club: Club) -> None:
    """Write what is clear of the list that was previewed, then ask about the first of the rest."""
    try:
        outcome = roster_import.import_pending(acting(turn), club)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return
    if isinstance(outcome, Refused):
        turn.say(_refusal(outcome))
        return
    if outcome.rows:
        turn.say(written_words(outcome))
        if outcome.found.new and not outcome.signed:
            turn.say(say("roster.how_to_note"))
    _ask_of_deaths(turn, club, outcome.found)
    if outcome.rows and outcome.found.to_check:
        turn.say(say("roster.lines_wait", count=len(outcome.found.to_check)))
    if not _ask_next(services, turn, club):
        _end(turn, club)


def _ask_of_deaths(turn: Turn, club: Club, found: Preview) -> None:
    """A word of sympathy, then whether it is so: of each whom the list says to be dead."""
    if found.deaths:
        turn.say(say("deceased.sorry"))
    for each in found.deaths:
        who = roster_name(turn.uow, each.person)
        turn.offer(
            say("roster.said_dead", who=who, club=club.name), *deceased_choices(each.membership.id)
        )


def _end(turn: Turn, club: Club) -> None:
    """What can be done after a list: see who is there, or take all of it back."""
    rows: buttons.Rows = [[(say("members.list"), buttons.Members(club.id))]]
    if list_return.is_returnable(acting(turn), club):
        rows.append([(say("roster.take_back"), buttons.TakeBackList(club.id))])
    turn.offer(say("roster.what_next"), *rows)


# Lines that aren't clear


def _ask_next(services: Services, turn: Turn, club: Club) -> bool:
    """Ask about the first line that waits; False where none does."""
    asked = list_lines.next_line(acting(turn), club)
    if asked is None:
        return False
    if asked.together:
        turn.say(Lines(tuple(together_lines(asked))))
    services.engine.start(
        turn,
        "roster_line",
        club=club.id,
        line=asked.number,
        asks=asked.asks,
        options=list(asked.options),
        what=turn.text(question_words(asked)),
    )
    return True


def ask_lines_action(services: Services, turn: Turn, club: Club) -> None:
    """Go on with the lines of a list that wait to be asked about."""
    if not _ask_next(services, turn, club):
        turn.say(say("roster.no_lines"))
        _end(turn, club)


def line_answered(services: Services, turn: Turn, effect: AnswerListLine) -> None:
    """What became of a line, and the next one."""
    club = turn.uow.clubs.get(effect.club_id)
    outcome = list_lines.answer_line(acting(turn), club, effect.line, effect.value)
    if isinstance(outcome, Refused):
        turn.say(_refusal(outcome))
        return
    who = outcome.row.shown or "–"
    if outcome.count > 1:
        key = "roster.lines_left" if outcome.left else "roster.lines_answered"
        turn.say(say(key, count=outcome.count, rows=outcome.rows))
    elif outcome.left:
        turn.say(say("roster.line_left", who=who))
    elif outcome.rows:
        turn.say(say("roster.line_written", who=who))
    elif outcome.count and (outcome.next is None or outcome.next.row.place != outcome.row.place):
        turn.say(say("roster.line_same", who=who))
    if not _ask_next(services, turn, club):
        _end(turn, club)


# Taking a list back


def take_back_action(services: Services, turn: Turn, club: Club, *, sure: bool) -> None:
    """Undo the last list as a whole, once that was confirmed."""
    if not sure and list_return.is_returnable(acting(turn), club):
        turn.offer(
            say("roster.take_back_sure"),
            [
                (
                    say("roster.take_back_yes"),
                    buttons.yes(buttons.TakeBackList(club.id, sure=True)),
                ),
                (say("roster.take_back_no"), buttons.no(buttons.Members(club.id))),
            ],
        )
        return
    outcome = list_return.take_back_import(acting(turn), club)
    if outcome is Refused.GONE and sure:
        turn.say(say("engine.old_button"))
        return
    if outcome is Refused.GONE:
        # "Bỏ danh sách vừa gửi" may be of one that waits to be written.
        put_aside_action(services, turn, club)
        return
    if isinstance(outcome, Refused):
        turn.say(say("engine.not_allowed" if outcome is Refused.NOT_YOURS else "roster.too_late"))
        return
    turn.say(say("roster.taken_back", removed=outcome.removed, restored=outcome.restored))
    if outcome.kept:
        turn.say(say("roster.taken_back_kept", count=outcome.kept))
    turn.offer(say("roster.what_next"), [(say("members.list"), buttons.Members(club.id))])
