"""What an organiser does in short conversations: inviting, giving a reason, replying, a list."""

from __future__ import annotations

from typing import Literal

from bot.conversations.effects import (
    EditClubAnswer,
    GoOnWithFewer,
    ImportRoster,
    PassOverStep,
    PlanMeeting,
    Reply,
    SendPaper,
)
from bot.conversations.engine import Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import (
    ConfirmKind,
    DateKind,
    TextKind,
    TimeKind,
)
from bot.conversations.guards import organises
from bot.conversations.turn import Turn
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


# An imported list: are the signatures there, and of which day?


def _finish_list(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(
        ImportRoster(
            club_id=int(answers["club"]),
            path=answers["path"],
            name=answers["file_name"],
            signed_on=answers.get("signed_on") if answers["signed"] else None,
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
        Step("signed", ConfirmKind(done=True), shown_in_review=False),
        Step(
            "signed_on",
            DateKind(past=True),
            when=lambda _turn, answers: bool(answers.get("signed")),
            shown_in_review=False,
        ),
    ),
)

FLOWS = (INVITATION, REASON, REPLY, CLUB_ANSWER, LIST)
