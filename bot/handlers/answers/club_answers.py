"""A club's own answers: shown to its members before any article, kept and mended by organisers."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import EditClubAnswer
from bot.conversations.turn import Turn
from bot.handlers.acting import Refused, acting
from bot.handlers.answers import commands
from bot.handlers.services import Services
from bot.language.text import single_line
from bot.messages import Kind
from bot.speech.show import show_day
from bot.speech.translation import say
from bot.storage.club_answers import AnswerPart
from bot.storage.records import Club, ClubAnswer, Enquiry

PAGE = 8
"""Answers in a list at once."""
_LABEL = 60


def answer_as_club(turn: Turn, text: str) -> bool:
    """Answer with what the asker's own club answers to this; False where it has no answer."""
    found = commands.own_answer(acting(turn), text)
    if found is None:
        return False
    commands.remember(acting(turn), text)
    local = found.updated_at.astimezone(turn.zone).date()
    row: list[tuple[object, buttons.Pressable]] = [(say("answer.hand_on"), buttons.Ask("hand_on"))]
    if turn.sessions.current() is None:
        row.append((say("answer.other"), buttons.Ask("other")))
    club = turn.uow.clubs.get(found.club_id)
    turn.offer(
        say("club_answer.shown", club=club.name, answer=found.answer, day=show_day(local)),
        row,
        kind=Kind.ANSWER,
    )
    return True


def offer_to_keep(turn: Turn, enquiry: Enquiry, text: str) -> None:
    """Whether what was replied is to answer the next who asks, where the replier organises."""
    if enquiry.club_id is None or not turn.organises(enquiry.club_id):
        return
    commands.note_reply(acting(turn), enquiry.id, text)
    turn.offer(
        say("club_answer.keep_it"),
        [(say("club_answer.keep"), buttons.yes(buttons.KeepAnswer(enquiry.id)))],
        [(say("engine.back_to"), buttons.no(buttons.OpenClub(enquiry.club_id)))],
    )


def keep_action(services: Services, turn: Turn, enquiry: Enquiry) -> None:
    """Keep what was replied as the club's own answer."""
    kept = commands.keep_answer(acting(turn), enquiry)
    if isinstance(kept, Refused):
        turn.say(say("engine.not_allowed" if kept is Refused.NOT_YOURS else "engine.old_button"))
        return
    turn.say(say("club_answer.kept"))
    open_action(services, turn, kept)


def list_action(services: Services, turn: Turn, club: Club, page: int) -> None:
    """A club's own answers by their questions."""
    found = turn.uow.club_answers.of_clubs([club.id])
    start = max(0, min(page, (len(found) - 1) // PAGE)) * PAGE if found else 0
    rows: Rows = [
        [(_short(each.question), buttons.OpenAnswer(each.id))]
        for each in found[start : start + PAGE]
    ]
    if start + PAGE < len(found):
        rows.append([(say("club_answer.more"), buttons.ClubAnswers(club.id, page + 1))])
    rows.append([(say("engine.back_to"), buttons.OpenClub(club.id))])
    words = say("club_answer.list", club=club.name, count=len(found))
    turn.offer(words if found else say("club_answer.none"), *rows)


def _short(question: str) -> str:
    line = single_line(question)
    return line if len(line) <= _LABEL else f"{line[: _LABEL - 1]}…"


def open_action(services: Services, turn: Turn, answer: ClubAnswer) -> None:
    """One answer, and what can be done to it."""
    turn.offer(
        say("club_answer.one", question=answer.question, answer=answer.answer),
        [(say("club_answer.edit_question"), buttons.EditAnswer(answer.id, "question"))],
        [(say("club_answer.edit_answer"), buttons.EditAnswer(answer.id, "answer"))],
        [(say("club_answer.drop"), buttons.by_words(buttons.DropAnswer(answer.id)))],
        [(say("engine.back_to"), buttons.ClubAnswers(answer.club_id))],
    )


def edit_action(services: Services, turn: Turn, answer: ClubAnswer, part: AnswerPart) -> None:
    """Ask for the new words."""
    services.engine.start(turn, "club_answer", club=answer.club_id, answer=answer.id, part=part)


def edited(services: Services, turn: Turn, effect: EditClubAnswer) -> None:
    """The new words stand."""
    found = commands.edit_answer(acting(turn), effect.answer_id, effect.part, effect.text)
    if isinstance(found, Refused):
        turn.say(say("engine.not_allowed" if found is Refused.NOT_YOURS else "engine.old_button"))
        return
    open_action(services, turn, found)


def drop_action(services: Services, turn: Turn, answer: ClubAnswer) -> None:
    """Forget an answer."""
    if commands.drop_answer(acting(turn), answer) is not None:
        turn.say(say("engine.not_allowed"))
        return
    turn.say(say("club_answer.dropped"))
    list_action(services, turn, turn.uow.clubs.get(answer.club_id), 0)
