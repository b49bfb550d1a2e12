"""The engine as handlers know it: start, go on, handle, leave, and what stands open.

Every input is read, applied and shown once. All state is in the account's sessions; the engine
itself keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.conversations.engine import moves
from bot.conversations.engine.applying import apply
from bot.conversations.engine.aside import (
    Aside,
    Draft,
    draft_of,
    find_aside,
    is_of_flow,
    note_begun,
    put_aside,
    show_aside,
    waiting_aside,
)
from bot.conversations.engine.choices import BeginAgain, is_choice, read_chosen, read_press
from bot.conversations.engine.course import Course
from bot.conversations.engine.fitting import Flows, read_session, taken_over
from bot.conversations.engine.kinds import FileKind, Kind
from bot.conversations.engine.kinds.base import Value
from bot.conversations.engine.moves import Move
from bot.conversations.engine.outcomes import (
    AnswerQuestion,
    Ask,
    Finished,
    Left,
    NamePerson,
    Offer,
    Outcome,
    PutAgain,
    ShowMenu,
    ShowPicked,
    Stopped,
    Tell,
)
from bot.conversations.engine.placing import Outcomes, advance, answered_last, put_question
from bot.conversations.engine.pressing import read_choice
from bot.conversations.engine.reading import read_input
from bot.conversations.engine.session import (
    BEGINNING,
    REVIEW,
    Answer,
    Answers,
    Pending,
    Session,
)
from bot.conversations.engine.showing import Message, show_offer, show_open, show_picked
from bot.conversations.engine.storing import UnreadableSessionError, to_json
from bot.conversations.engine.surroundings import NOTES, Stored, Turn
from bot.conversations.engine.table import Flow
from bot.intents.asking import looks_like_question
from bot.intents.words import meanings_of
from bot.speech.translation import say


@dataclass(frozen=True)
class OpenQuestion:
    """What an account is asked."""

    name: str
    flow: str
    args: Answers
    kind: Kind[Answer] | None
    """The kind of answer that is asked for; None at a list's menu and at the review."""
    asked: int
    """The number of the question."""
    is_review: bool = False
    """All that was said is read over."""
    is_confirming: bool = False
    """An answer was said back: "đúng không ạ?"."""

    @property
    def club_id(self) -> int | None:
        """The club that it is about, where it is about one."""
        found = self.args.get("club")
        return found if isinstance(found, int) else None


class Engine:
    """Runs flows."""

    def __init__(self, flows: Iterable[Flow]) -> None:
        self.flows: Flows = {flow.key: flow for flow in flows}

    # What stands open

    def open_question(self, turn: Turn) -> OpenQuestion | None:
        """What the account is asked; None when nothing is, or nothing that can be read."""
        stored = turn.sessions.current()
        if stored is None:
            return None
        try:
            session = read_session(self.flows, stored.state)
        except UnreadableSessionError:
            return None
        kind: Kind[Answer] | None = None
        if session.at not in (BEGINNING, REVIEW) and session.menu is None:
            step = self.flows[session.flow].step(session.at)
            kind = step.kind if session.entry is None else step.item(session.entry.at).kind
        return OpenQuestion(
            stored.name,
            session.flow,
            session.args,
            kind,
            session.asked,
            is_review=session.at == REVIEW,
            is_confirming=session.pending is not None,
        )

    @staticmethod
    def left(turn: Turn) -> list[str]:
        """The names of conversations that were left, the latest first."""
        return [each.name for each in turn.sessions.left() if not each.name.startswith(NOTES)]

    @staticmethod
    def drafts(turn: Turn, flow: str) -> list[Draft]:
        """All that is kept of conversations of a flow, whether it can be gone on with or not."""
        current = turn.sessions.current()
        kept = [*([current] if current else []), *turn.sessions.left()]
        return [draft_of(stored) for stored in kept if is_of_flow(stored, flow)]

    def asked_kind(self, turn: Turn) -> Kind[Answer] | None:
        """The kind of answer that the open question asks for, None when there is none."""
        question = self.open_question(turn)
        return None if question is None else question.kind

    def wants_file(self, turn: Turn) -> bool:
        """Whether the open question asks for a file."""
        return isinstance(self.asked_kind(turn), FileKind)

    # Starting, going on, leaving

    def start(
        self,
        turn: Turn,
        key: str,
        *,
        name: str | None = None,
        first: str | None = None,
        chosen: str | None = None,
        said: str | None = None,
        **args: Answer,
    ) -> None:
        """Begin a flow, or go on where it was left if it was left with the same arguments.

        `name` tells apart several conversations of one flow (the founding's steps). `first` is
        the question to open with, answered already or not; `chosen` its choice, if that was
        pressed before the flow began; `said` answers the question that is put then, and is said
        back.
        Raises TypeError where an argument is missing.
        """
        flow, name = self.flows[key], name or key
        if not flow.is_begun_with(args):
            raise TypeError(f"{key} begins with {sorted(flow.args)}")
        aside: Aside | None = None
        if flow.resume:
            left = self._left_with(turn, name)
            if left is not None and left.args == args:
                at_a_question = left.at not in (BEGINNING, REVIEW)
                if said is not None and self._goes_on_with(Course(turn, flow, left), said):
                    return
                begins = said is not None and _answers_first(Course(turn, flow, left), said)
                if not begins and (first is None or (at_a_question and not chosen)):
                    self._resume(Course(turn, flow, left))
                    return
            aside = waiting_aside(turn.sessions, self.flows, name, args)
        course = self._begin(turn, flow, name, args)
        if course.session.stopped:
            return
        if aside is not None and aside.flow is flow:
            turn.say(say("engine.taken_over"))
            note_begun(turn.sessions, aside)
            course.become(taken_over(flow, course.session, aside.state))
        if first is None:
            begun = course.session.at == BEGINNING
            outcomes = advance(course) if begun else put_question(course)
            self._carry_out(course, _said_back(course, outcomes, said))
            return
        course.change(at=first, inside=None, seen=course.answers.get(first))
        move = None if chosen is None else read_choice(course, read_chosen(chosen))
        if move is None or isinstance(move, moves.NotHere):
            self._carry_out(course, put_question(course))
        else:
            self._carry_out(course, _said_back(course, apply(course, move), said))

    def go_on(self, turn: Turn, name: str) -> bool:
        """Go on with a conversation that was left; False when there is none of this name."""
        stored = None if name.startswith(NOTES) else turn.sessions.find(name)
        if stored is None:
            return False
        course = self._course(turn, stored)
        if course is not None:
            self._resume(course)
        return True

    def leave(self, turn: Turn, *, quietly: bool = False) -> bool:
        """Leave the open conversation; what was typed is kept. False when none was open."""
        stored = turn.sessions.current()
        course = None if stored is None else self._course(turn, stored)
        if course is None:
            return False
        self._do(course, Left(quietly))
        if stored is not None and not course.flow.waits:
            turn.sessions.drop(stored.name)
        return True

    def set_aside(self, turn: Turn) -> str | None:
        """Let the open conversation wait as it is, for something that comes first.

        Its name, by which it is gone on with; None when none is open, or it can't be read.
        """
        asked, stored = self.open_question(turn), turn.sessions.current()
        if asked is None or stored is None:
            return None
        if self.flows[asked.flow].waits:
            turn.sessions.put(replace(stored, is_open=False))
        else:
            turn.sessions.drop(stored.name)
        turn.aside = True
        return asked.name

    def ask_again(self, turn: Turn) -> bool:
        """Repeat the open question of the account; False when there is none."""
        stored = turn.sessions.current()
        if stored is None:
            return False
        course = self._course(turn, stored)
        if course is not None and self._permitted(course):
            self._carry_out(course, put_question(course, again=True))
        return True

    def handle(self, turn: Turn) -> bool:
        """Take one input for the open conversation; False when it is none of its business."""
        press = read_press(turn.value) if is_choice(turn.value) else None
        if isinstance(press, BeginAgain):
            self._begin_again(turn, press.aside)
            return True
        stored = turn.sessions.current()
        if stored is None:
            if press is not None:
                turn.say(say("engine.old_button"))
            return press is not None
        course = self._course(turn, stored)
        if course is None:
            # Commands and questions are taken as where nothing is open.
            text = "" if turn.value else turn.inbound.text
            return not (meanings_of(text) or looks_like_question(text))
        if not self._permitted(course):
            return True
        if turn.value and press is None:
            return False
        move = read_input(course)
        if isinstance(move, moves.NotHere):
            return False
        self._make(course, move)
        return True

    def correct_last(self, turn: Turn, before: str) -> bool:
        """Take the turn's text in the place of the answer that was given last.

        False where that isn't what the text `before` gave, or nothing is open.
        """
        stored = turn.sessions.current()
        course = None if stored is None else self._course(turn, stored)
        if course is None or not self._permitted(course):
            return False
        last = answered_last(course)
        read = None if last is None else last.read(turn, before)
        if last is None or not isinstance(read, Value) or read.value != last.kept:
            return False
        entry, key = course.session.entry, last.step.key
        if entry is None:
            course.change(at=key, pending=None, seen=last.kept)
        else:
            course.change(inside=replace(entry, at=key), pending=None)
        now = last.read(turn, turn.inbound.text)
        if isinstance(now, Value):
            self._carry_out(course, apply(course, moves.Answered.of(now)))
        else:
            self._carry_out(course, apply(course, moves.move_of(turn, now)))
        return True

    def _left_with(self, turn: Turn, name: str) -> Session | None:
        """The session of this name; None when there is none, or it had to be put aside."""
        stored = turn.sessions.find(name)
        if stored is None:
            return None
        try:
            return replace(read_session(self.flows, stored.state), name=name)
        except UnreadableSessionError as error:
            put_aside(turn.sessions, self.flows, stored, error)
            return None

    # Making moves

    def _begin(self, turn: Turn, flow: Flow, name: str, args: Answers) -> Course:
        session = Session(
            flow=flow.key,
            name=name,
            began=turn.now,
            asked=turn.sessions.highest_number(),
            args=args,
        )
        course = Course(turn, flow, session)
        # A step opened anew shows what stands there; lists that are long enough count as closed.
        closed = [
            step.key
            for step in flow.steps
            if step.is_list and len(course.entries(step)) >= max(step.lowest, 1)
        ]
        course.change(closed=tuple(closed))
        if flow.introduce is not None:
            course.become(flow.introduce(turn, course.session, course.answers))
        return course

    def _goes_on_with(self, course: Course, said: str) -> bool:
        """Take what is said now into what was left; False where it says nothing there."""
        if not course.is_allowed:
            return False
        if said == course.turn.inbound.text:
            begins = course.session.at in (course.flow.steps[0].key, REVIEW)
            move = read_input(course) if begins else None
            if not isinstance(move, moves.Answered | moves.Anew | moves.Correct):
                return False
            self._make(course, move)
            return True
        question = course.question
        if question is None or not (
            question.step.kind.names or isinstance(question.read(course.turn, said), Value)
        ):
            return False
        course.change(pending=None)
        self._carry_out(course, _said_back(course, put_question(course), said))
        return True

    def _resume(self, course: Course) -> None:
        """Put the open question again after a pause, with a word on where we are."""
        if not self._permitted(course):
            return
        turn, flow = course.turn, course.flow
        where = flow.where(turn, course.session) if flow.where else None
        turn.say(say("engine.going_on_at", where=where) if where else say("engine.going_on"))
        if course.session.at == BEGINNING:
            self._carry_out(course, advance(course))
        else:
            self._carry_out(course, put_question(course, again=True, progress=True))

    @staticmethod
    def _permitted(course: Course) -> bool:
        """Whether the account may still have this conversation; it ends when not."""
        if course.is_allowed:
            return True
        course.turn.sessions.drop(course.session.name)
        course.turn.say(say("engine.no_longer"))
        return False

    def _make(self, course: Course, move: Move) -> None:
        settled = self._settled(course, move)
        if not isinstance(settled, moves.Elsewhere):
            self._carry_out(course, apply(course, settled))

    def _settled(self, course: Course, move: Move) -> Move:
        """A move that isn't certain before somebody tried to answer it as a question."""
        match move:
            case moves.Anew(instead):
                settled = self._settled(course, instead)
                return settled if isinstance(settled, moves.Elsewhere) else moves.Anew(settled)
            case moves.SomethingElse(text, otherwise):
                if not course.turn.surroundings.answers_question(text):
                    return otherwise
                return moves.Elsewhere() if course.turn.aside else moves.GoOn()
        return move

    def _carry_out(self, course: Course, outcomes: Outcomes) -> None:
        """Keep where the conversation is now, then say and do what came of the move."""
        if not any(isinstance(each, Finished | Stopped | Left) for each in outcomes):
            _keep(course, is_open=True)
        for outcome in outcomes:
            self._do(course, outcome)

    def _do(self, course: Course, outcome: Outcome) -> None:
        turn, session = course.turn, course.session
        match outcome:
            case Tell(phrase):
                turn.say(phrase)
            case Ask():
                _say(turn, *show_open(course, outcome))
            case Offer():
                _say(turn, show_offer(course, outcome))
            case ShowPicked():
                _say(turn, show_picked(course))
            case AnswerQuestion(text):
                turn.surroundings.answer(text)
            case NamePerson():
                turn.surroundings.person_in_charge()
            case PutAgain():
                if not turn.offered:
                    self._carry_out(course, put_question(course, again=True))
            case Finished(answers):
                turn.sessions.drop(session.name)
                course.flow.finish(turn, session, answers)
            case Stopped():
                turn.sessions.drop(session.name)
            case Left(quietly):
                self._leave(course, quietly=quietly)
            case ShowMenu():
                turn.surroundings.menu()

    @staticmethod
    def _leave(course: Course, *, quietly: bool) -> None:
        turn, flow = course.turn, course.flow
        _keep(course, is_open=False)
        if flow.left:
            flow.left(turn, course.session, course.answers)
        if not quietly:
            kept = turn.sessions.find(course.session.name) is not None
            turn.say(say("engine.left" if kept else "engine.left_nothing"))

    # What can't be read

    def _course(self, turn: Turn, stored: Stored) -> Course | None:
        """The way through a stored conversation; None when it had to be put aside."""
        try:
            session = read_session(self.flows, stored.state)
        except UnreadableSessionError as error:
            aside = put_aside(turn.sessions, self.flows, stored, error)
            _say(turn, show_aside(turn, aside))
            return None
        return Course(turn, self.flows[session.flow], replace(session, name=stored.name))

    def _begin_again(self, turn: Turn, number: int) -> None:
        """Begin anew what was put aside, with all that can be taken over."""
        aside = find_aside(turn.sessions, self.flows, number)
        if aside is None or aside.begun:
            turn.say(say("engine.old_button"))
            self.ask_again(turn)
            return
        self.leave(turn, quietly=True)
        note_begun(turn.sessions, aside)
        if self.go_on(turn, aside.name):
            # It was begun some other way meanwhile.
            return
        course = self._begin(turn, aside.flow, aside.name, aside.args)
        if course.session.stopped or not self._permitted(course):
            return
        course.become(taken_over(aside.flow, course.session, aside.state))
        begun = course.session.at == BEGINNING
        self._carry_out(course, advance(course) if begun else put_question(course))


def _said_back(course: Course, outcomes: Outcomes, said: str | None) -> Outcomes:
    """What was said before the question was put is asked about, in the place of the question."""
    question = None if said is None else course.question
    read = None if question is None else question.read(course.turn, said or "")
    if question is None or not isinstance(read, Value):
        return outcomes
    if question.step.fault(course.turn, question.scope, read.value) is not None:
        return outcomes
    doubt = question.step.doubt(course.turn, question.scope, read.value)
    shown = doubt or read.shown or question.shown(course.turn, read.value)
    course.change(pending=Pending(read.value, course.turn.text(shown)))
    return outcomes


def _answers_first(course: Course, said: str) -> bool:
    """Whether part of what was typed answers the flow's first question, so that it begins anew."""
    first = course.about(course.flow.steps[0])
    return said != course.turn.inbound.text and isinstance(first.read(course.turn, said), Value)


def _keep(course: Course, *, is_open: bool) -> None:
    session = course.session
    course.turn.sessions.put(Stored(session.name, to_json(session), is_open))


def _say(turn: Turn, *messages: Message) -> None:
    for message in messages:
        turn.say(message.thing, message.rows)
