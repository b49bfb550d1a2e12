"""An announcement: its words, a look at it as members will read it, then to whom it goes."""

from __future__ import annotations

from bot.conversations.effects import Announce
from bot.conversations.engine import Answer, Answers, Flow, Session, Step
from bot.conversations.engine.kinds import ChoiceKind, Pairs, TextKind
from bot.conversations.guards import organises
from bot.conversations.turn import Turn
from bot.speech.translation import Phrase, say

LONGEST = 600
"""Characters of an announcement: one message, read without scrolling."""


def _begin(_turn: Turn, session: Session, _answers: Answers) -> Session:
    words = session.args["words"]
    return session.with_answers(**{**session.args, "words": None}, text=words and words[:LONGEST])


def _as_members_read_it(turn: Turn, answers: Answers) -> Phrase | None:
    return say(
        "announcement.text",
        club=turn.uow.clubs.get(int(answers["club"])).name,
        names=say("announcement.everybody"),
        text=answers["text"],
    )


def _whom(_turn: Turn, answers: Answers) -> Answers:
    """How many will read it, of which group where it is for one."""
    group = answers["group"]
    if group is None:
        return {"whom": say("announce.everybody", count=answers["count"])}
    counts = dict(answers["groups"])
    return {"whom": say("announce.of_group", count=counts[group], group=group)}


def _ways(turn: Turn, answers: Answers) -> Pairs:
    """To one group alone only where there are several and none was named."""
    parted = answers["group"] is None and len(answers["groups"]) > 1
    return [
        ("send", turn.text(say("announce.send.send"))),
        *([("group", turn.text(say("announce.send.group")))] if parted else []),
        ("change", turn.text(say("announce.send.change"))),
        ("keep", turn.text(say("announce.send.keep"))),
    ]


def _groups(turn: Turn, answers: Answers) -> Pairs:
    return [
        (str(group), turn.text(say("announce.group", group=group, count=count)))
        for group, count in answers["groups"]
    ]


def _is_for_one(_turn: Turn, answers: Answers) -> bool:
    return bool(answers.get("send") == "group")


def _once_more(_turn: Turn, session: Session, value: Answer) -> Session:
    """Other words are asked for."""
    return session.with_answers(text=None, send=None) if value == "change" else session


def _finish(turn: Turn, session: Session, answers: Answers) -> None:
    club, text = int(answers["club"]), answers["text"]
    if answers["send"] == "send":
        turn.do(Announce(club, text, answers["group"]))
    elif answers["send"] == "group":
        turn.do(Announce(club, text, int(answers["to"])))
    else:
        turn.say(say("announce.not_sent"))


ANNOUNCE = Flow(
    key="announce",
    args={"club": int, "count": int, "words": str | None, "group": int | None, "groups": list},
    introduce=_begin,
    allowed=organises,
    finish=_finish,
    review=False,
    resume=False,
    steps=(
        Step("text", TextKind(shortest=4, longest=LONGEST), shown_in_review=False),
        Step(
            "send",
            ChoiceKind(options_of=_ways, by_label_alone=True),
            notice=_as_members_read_it,
            slots=_whom,
            after=_once_more,
            shown_in_review=False,
        ),
        Step("to", ChoiceKind(options_of=_groups), when=_is_for_one, shown_in_review=False),
    ),
)
