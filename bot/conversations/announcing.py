"""An announcement: its words, then a look at it as members will read it."""

from __future__ import annotations

from bot.conversations.effects import Announce
from bot.conversations.engine import Answer, Answers, Flow, Session, Step
from bot.conversations.engine.kinds import ChoiceKind, TextKind
from bot.conversations.guards import organises
from bot.conversations.turn import Turn
from bot.speech.translation import Phrase, say

LONGEST = 600
"""Characters of an announcement: one message, read without scrolling."""


def _begin(_turn: Turn, session: Session, _answers: Answers) -> Session:
    words = session.args["words"]
    return session.with_answers(
        club=session.args["club"], count=session.args["count"], text=words and words[:LONGEST]
    )


def _as_members_read_it(turn: Turn, answers: Answers) -> Phrase | None:
    return say(
        "announcement.text",
        club=turn.uow.clubs.get(int(answers["club"])).name,
        names=say("announcement.everybody"),
        text=answers["text"],
    )


def _how_many(_turn: Turn, answers: Answers) -> Answers:
    return {"count": answers["count"]}


def _once_more(_turn: Turn, session: Session, value: Answer) -> Session:
    """Other words are asked for."""
    return session.with_answers(text=None, send=None) if value == "change" else session


def _finish(turn: Turn, session: Session, answers: Answers) -> None:
    if answers["send"] == "send":
        turn.do(Announce(int(answers["club"]), answers["text"]))
    else:
        turn.say(say("announce.not_sent"))


ANNOUNCE = Flow(
    key="announce",
    args={"club": int, "count": int, "words": str | None},
    introduce=_begin,
    allowed=organises,
    finish=_finish,
    review=False,
    resume=False,
    steps=(
        Step("text", TextKind(shortest=4, longest=LONGEST), shown_in_review=False),
        Step(
            "send",
            ChoiceKind(("send", "change", "keep")),
            notice=_as_members_read_it,
            slots=_how_many,
            after=_once_more,
            shown_in_review=False,
        ),
    ),
)
