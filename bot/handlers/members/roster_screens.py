"""A paper list in the chat: what it changes, the question whether to write it, and what was written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot import buttons
from bot.conversations.effects import ImportRoster
from bot.conversations.turn import Turn
from bot.documents.roster import RosterError, read_roster
from bot.handlers.acting import Refused, acting
from bot.handlers.members import roster_import
from bot.handlers.members.roster_import import (
    CONSENT_WORDS,
    Preview,
    Written,
)
from bot.handlers.members.roster_words import change_lines, lines_of, written_words
from bot.handlers.services import Services
from bot.speech.translation import Lines, Phrase, say, words_version
from bot.storage.records import Club


def file_action(services: Services, turn: Turn, club_id: int) -> bool:
    """A file came for a club: ask whether the list carries signatures; False when it is no list."""
    path, name = turn.inbound.file_path, turn.inbound.file_name
    turn.organises(club_id)
    if not path:
        turn.say(say("roster.file_gone"))
        return False
    try:
        found = read_roster(Path(path), turn.today)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return False
    turn.say(say("roster.received", name=name or "", count=len(found.rows)))
    services.engine.start(turn, "roster_list", club=club_id, path=path, file_name=name or "")
    return True


def show_preview(services: Services, turn: Turn, effect: ImportRoster) -> None:
    """What a list changes, and the question whether to write it."""
    club = turn.uow.clubs.get(effect.club_id)
    signed_on = date.fromisoformat(effect.signed_on) if effect.signed_on else None
    try:
        found = roster_import.begin_import(acting(turn), club, effect.path, signed_on=signed_on)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return
    if isinstance(found, Refused):
        turn.say(say("engine.not_allowed"))
        return
    turn.say(Lines(tuple(lines_of(found))))
    back = [(say("engine.back_to"), buttons.Members(club.id))]
    if found.to_check:
        turn.offer(say("roster.mend_first"), back)
    elif not found.new and not found.changed:
        turn.offer(say("roster.nothing_new"), back)
    else:
        _ask_to_write(turn, club, found, signed=signed_on is not None)


def _ask_to_write(turn: Turn, club: Club, found: Preview, *, signed: bool) -> None:
    """Whether the list is to be written: how many are new, how many change."""
    changed = say("roster.and_change", count=len(found.changed)) if found.changed else ""
    if found.new:
        key = "roster.write_signed" if signed else "roster.write_unsigned"
        question = say(key, count=len(found.new), changed=changed)
    else:
        question = say("roster.write_changes", count=len(found.changed))
    rows: buttons.Rows = [
        [
            (say("roster.write_yes"), buttons.yes(buttons.ImportList(club.id))),
            (say("roster.write_no"), buttons.no(buttons.Members(club.id))),
        ]
    ]
    if found.changed:
        rows.append([(say("roster.see_changes"), buttons.ViewChanges(club.id))])
    turn.offer(question, *rows)


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
    _ask_to_write(turn, club, pending.found, signed=pending.signed_on is not None)


def _refusal(refused: Refused) -> Phrase:
    key = "engine.not_allowed" if refused is Refused.NOT_YOURS else "roster.file_gone"
    return say(key)


def import_action(services: Services, turn: Turn, club: Club) -> None:
    """Write the list that was previewed."""
    version = words_version(CONSENT_WORDS, turn.account.language)
    try:
        outcome = roster_import.import_pending(acting(turn), club, version=version)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return
    match outcome:
        case Refused():
            turn.say(_refusal(outcome))
        case Preview():
            turn.say(Lines(tuple(lines_of(outcome))))
            turn.say(say("roster.mend_first"))
        case Written(found, _, _, signed):
            turn.say(written_words(outcome))
            if found.new and not signed:
                back = [(say("members.list"), buttons.Members(club.id))]
                turn.offer(say("roster.how_to_note"), back)
