"""Understanding a choice where the conversation stands. Says nothing, stores nothing."""

from __future__ import annotations

from bot.conversations.engine import moves
from bot.conversations.engine.choices import Chosen, Command, Drop, Fix, Option, Pick, spell
from bot.conversations.engine.course import Course
from bot.conversations.engine.kinds import SeveralKind
from bot.conversations.engine.kinds.base import Unread
from bot.conversations.engine.lines import review_lines
from bot.conversations.engine.moves import Move
from bot.conversations.engine.session import REVIEW, Menu, Mode
from bot.messages import Incoming


def read_choice(course: Course, chosen: Chosen) -> Move:
    """A choice of the open question."""
    session = course.session
    match chosen:
        case Command.STOP:
            return moves.Stop()
        case Command.BACK:
            return moves.Back()
        case Command.AGAIN:
            return moves.Again()
        case Command.SURE if session.pending is not None:
            return moves.Confirm()
        case Command.UNSURE:
            return moves.Deny()
    if session.at == REVIEW:
        return _review_choice(course, chosen)
    step, question = course.step, course.question
    if step is None:
        return moves.NotHere()
    if question is None:
        return _list_choice(course, chosen)
    match chosen:
        case Command.KEEP:
            return moves.Keep()
        case Command.SKIP if question.step.optional:
            return moves.Skip()
        case Command.NOTE:
            return moves.Anew(
                moves.move_of(course.turn, question.read(course.turn, session.held or ""))
            )
        case Command.QUESTION:
            return moves.AnswerHeld(session.held or "")
    if isinstance(question.step.kind, SeveralKind):
        picked = _picked(course, question.step.kind, chosen)
        if picked is not None:
            return picked
    read = question.pressed(course.turn, spell(chosen))
    return moves.OldButton() if isinstance(read, Unread) else moves.move_of(course.turn, read)


def _review_choice(course: Course, chosen: Chosen) -> Move:
    match chosen:
        case Command.RIGHT:
            return moves.Right()
        case Command.WRONG:
            return moves.Wrong()
        case Fix(key) if any(line.step.key == key for line in review_lines(course)):
            return moves.FixLine(key)
    return moves.NotHere()


def _list_choice(course: Course, chosen: Chosen) -> Move:
    menu = course.session.menu or Menu()
    match chosen:
        case Command.ADD:
            return moves.AddEntry()
        case Command.RESUME if menu.left is not None:
            return moves.ResumeEntry()
        case Command.UNDO if menu.removed is not None:
            return moves.RestoreEntry()
        case Command.DONE:
            return moves.CloseList()
        case Command.CHANGE:
            return moves.ShowList(Mode.CHANGE)
        case Command.REMOVE:
            return moves.ShowList(Mode.REMOVE)
        case Command.MENU:
            return moves.ShowList(Mode.MENU)
        case Pick(item):
            return moves.PickEntry(item, menu.mode)
    return moves.NotHere()


def _picked(course: Course, kind: SeveralKind, chosen: Chosen) -> Move | None:
    """A press where several may be chosen: collected until "Xong". None for any other choice.

    The number of a choice that is typed is the whole answer.
    """
    picked = course.picked
    match chosen:
        case Command.PICKED:
            return moves.PickDone() if picked else moves.Again()
        case Drop(option) if kind.collects(option):
            return moves.PickOption(tuple(each for each in picked if each != option))
        case Option(option) if kind.collects(option):
            if course.turn.inbound.kind is not Incoming.PRESS:
                return None
            return moves.PickOption(picked if option in picked else (*picked, option))
    return None
