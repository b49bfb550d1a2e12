"""What an organiser does in short conversations: inviting, giving a reason, replying, a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from bot.conversations.effects import (
    AnswerListLine,
    EditClubAnswer,
    ExplainRefusal,
    FindMember,
    GoOnWithFewer,
    ImportRoster,
    LimitMembers,
    PassOverStep,
    PlanMeeting,
    Reply,
    SendPaper,
)
from bot.conversations.engine import Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import (
    BirthKind,
    ChoiceKind,
    DateKind,
    NameKind,
    NumberKind,
    SeveralKind,
    TextKind,
    TimeKind,
)
from bot.conversations.engine.kinds.base import Pairs, Read, Sure, Unread, Value
from bot.conversations.engine.kinds.dates import BirthValue
from bot.conversations.engine.surroundings import Here
from bot.conversations.engine.surroundings import Turn as AnyTurn
from bot.conversations.guards import organises, organises_member
from bot.conversations.proofs import proof_of
from bot.conversations.turn import Turn
from bot.domain.membership import ON_THE_SHEET
from bot.intents.staff_words import members_at_most
from bot.intents.words import read_yes_no
from bot.language.numbers import show_number
from bot.speech.show import show_birth
from bot.speech.translation import say

# Inviting to the founding meeting: its day and hour, as far as they are known


def _finish_invitation(turn: Turn, session: Session, answers: Answers) -> None:
    club_id = int(answers["club"])
    turn.do(PlanMeeting(club_id, answers.get("date"), answers.get("hour")))
    turn.do(SendPaper(club_id, "invitation"))


INVITATION = Flow(
    key="invitation",
    args={"club": int},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_invitation,
    review=False,
    resume=False,
    steps=(
        Step("date", DateKind(), optional=True),
        Step("hour", TimeKind(), optional=True),
    ),
)


# Going on with fewer than fifty, and passing over a step, each with a reason that is kept


def _finish_reason(turn: Turn, session: Session, answers: Answers) -> None:
    club_id, step = int(answers["club"]), answers["step"]
    if answers["what"] == "fewer":
        turn.do(GoOnWithFewer(club_id, answers["reason"]))
    else:
        turn.do(PassOverStep(club_id, step, answers["reason"]))


REASON = Flow(
    key="reason",
    args={"club": int, "step": str, "what": str},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_reason,
    review=False,
    resume=False,
    steps=(
        Step(
            "reason",
            TextKind(shortest=3, longest=300),
            slots=lambda _turn, answers: {"what": say(f"reason.what.{answers['what']}")},
        ),
    ),
)


# Replying to somebody's question


def _finish_reply(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(Reply(int(answers["enquiry"]), answers["text"]))


def _answers_for_the_club(turn: Turn, session: Session) -> bool:
    return turn.answers_enquiry(int(session.args["enquiry"]))


REPLY = Flow(
    key="reply",
    args={"enquiry": int},
    introduce=args_are_answers,
    finish=_finish_reply,
    review=False,
    resume=False,
    allowed=_answers_for_the_club,
    steps=(Step("text", TextKind(shortest=2, longest=1000)),),
)


# Writing one of a club's own answers anew


def _finish_edit(turn: Turn, session: Session, answers: Answers) -> None:
    part: Literal["question", "answer"] = "question" if answers["part"] == "question" else "answer"
    turn.do(EditClubAnswer(int(answers["club"]), int(answers["answer"]), part, answers["text"]))


CLUB_ANSWER = Flow(
    key="club_answer",
    args={"club": int, "answer": int, "part": str},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_edit,
    review=False,
    resume=False,
    steps=(Step("text", TextKind(shortest=2, longest=1000)),),
)


# Finding somebody on the roster


def _finish_find(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(FindMember(int(answers["club"]), answers["words"]))


FIND = Flow(
    key="find_member",
    args={"club": int},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_find,
    review=False,
    resume=False,
    steps=(Step("words", TextKind(1, 60), shown_in_review=False),),
)


# An imported list: are the signatures there, and of which day?


@dataclass(frozen=True)
class SignedKind(ChoiceKind):
    """Whether a list carries signatures: for all that the question names, for some of it, or none."""

    def read(self, turn: Here, words: str, scope: Answers, text: str) -> Read[str]:
        """A choice by its label, else a plain yes or no."""
        found = super().read(turn, words, scope, text)
        answer = read_yes_no(text) if isinstance(found, Unread) else None
        return Sure("all" if answer == "yes" else "none") if answer in ("yes", "no") else found


def _signed_for_some(_turn: Here, answers: Answers) -> bool:
    return answers.get("signed") == "some"


def _finish_list(turn: Turn, session: Session, answers: Answers) -> None:
    signed = answers["signed"] != "none"
    # What isn't put on the sheet was not signed for, whatever the list says besides.
    some = tuple(dict.fromkeys(("roster", *answers.get("purposes", ()))))
    asked = ("signed", *(("purposes",) if answers["signed"] == "some" else ()))
    turn.do(
        ImportRoster(
            club_id=int(answers["club"]),
            path=answers["path"],
            name=answers["file_name"],
            signed_on=answers.get("signed_on") if signed else None,
            purposes=ON_THE_SHEET if answers["signed"] == "all" else some,
            asked={
                step: proof_of(
                    turn, session, step, f"roster_list.{step}.ask", "signed_list", agreed=True
                )
                for step in asked
                if signed
            },
        )
    )


LIST = Flow(
    key="roster_list",
    args={"club": int, "path": str, "file_name": str},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_list,
    review=False,
    resume=False,
    steps=(
        Step("signed", SignedKind(("all", "some", "none")), proved=True, shown_in_review=False),
        Step(
            "purposes",
            SeveralKind(
                ("reminders", "circumstances", "sharing", "circumstances_shared", "roster"),
                alone=("roster",),
            ),
            when=_signed_for_some,
            proved=True,
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "signed_on",
            DateKind(past=True),
            when=lambda _turn, answers: answers.get("signed") in ("all", "some"),
            shown_in_review=False,
        ),
    ),
)

# A line of it that isn't clear


@dataclass(frozen=True)
class LineKind(ChoiceKind):
    """What a line of a list is: one of the choices, or the year or the name that is missing."""

    takes_digits: ClassVar[bool] = True

    def read(self, turn: Here, words: str, scope: Answers, text: str) -> Read[str]:
        """A choice by its label, else a birth or a name where that is asked."""
        options: list[str] = scope["options"]
        if text.strip().isdecimal() and 0 < int(text) <= len(options) < 20:
            return Sure(options[int(text) - 1])
        found = super().read(turn, words, scope, text)
        if not isinstance(found, Unread):
            return found
        if scope["asks"] == "birth":
            return _as_birth(BirthKind().read(turn, words, scope, text))
        if scope["asks"] in ("name", "nickname", "two"):
            return NameKind().read(turn, words, scope, text)
        return found


def _as_birth(read: Read[BirthValue]) -> Read[str]:
    """A birth as the answer of a line: a year or a day."""
    if not isinstance(read, Value):
        return read
    value = read.value
    if value["year"] is None:
        return Sure("unknown")
    told = value["date"] or str(value["year"])
    shown = show_birth(value["year"], date.fromisoformat(told) if value["date"] else None, False)
    return Sure(told) if isinstance(read, Sure) else Value(told, shown)


LINE_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "birth": ("unknown", "leave"),
    "name": ("leave",),
    "nickname": ("yes", "leave"),
    "two": ("both", "leave"),
    "line": ("yes", "leave"),
    "code": ("yes", "leave"),
    "twice": ("same", "other"),
    "alike": ("same", "other", "leave"),
    "births": ("all", "each"),
    "ages": ("years", "ages", "each"),
    "lines": ("all", "none", "each"),
}
"""What a line that isn't clear may be, besides a year or a name, by what is asked."""


def _line_options(turn: Here, answers: Answers) -> Pairs:
    """Years and names as they are, the rest in words."""
    asks: str = answers["asks"]
    return [
        (each, turn.text(say(f"roster_line.{asks}.{each}")) if each in LINE_OPTIONS[asks] else each)
        for each in answers["options"]
    ]


def _finish_line(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(AnswerListLine(int(answers["club"]), int(answers["line"]), answers["answer"]))


LINE = Flow(
    key="roster_line",
    args={"club": int, "line": int, "asks": str, "options": list, "what": str},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_line,
    review=False,
    resume=False,
    steps=(
        Step(
            "answer",
            LineKind(options_of=_line_options),
            slots=lambda _turn, answers: {"what": answers["what"]},
            shown_in_review=False,
        ),
    ),
)

# How many members a club takes


def _finish_limit(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(LimitMembers(int(answers["club"]), answers.get("limit")))


class LimitKind(NumberKind):
    """How many members a club takes at most."""

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[int]:
        most = members_at_most(text)
        return super().read(turn, words, scope, text if most is None else str(most))

    def show(self, turn: AnyTurn, words: str, value: int) -> object:
        return say("member_limit.at_most", count=show_number(value))


LIMIT = Flow(
    key="member_limit",
    args={"club": int},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_limit,
    review=False,
    resume=False,
    steps=(
        Step("limit", LimitKind(1, 2000, usual=(30, 150)), optional=True, shown_in_review=False),
    ),
)

# Why somebody wasn't taken


def _finish_refusal(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(ExplainRefusal(int(answers["membership"]), answers["reason"]))


REFUSAL = Flow(
    key="refusal",
    args={"membership": int},
    introduce=args_are_answers,
    allowed=organises_member,
    finish=_finish_refusal,
    review=False,
    resume=False,
    steps=(Step("reason", TextKind(shortest=3, longest=300), shown_in_review=False),),
)
