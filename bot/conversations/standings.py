"""A club that rests, ends or goes on: what it becomes and why, and once more whether it is meant."""

from __future__ import annotations

from bot.conversations.effects import AskStanding, ChangeStanding
from bot.conversations.engine import Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import ChoiceKind, ConfirmKind, Pairs, TextKind
from bot.conversations.guards import is_over_when_left, organises
from bot.conversations.turn import Turn
from bot.domain.membership import MembershipState
from bot.domain.standings import Becomes, possible
from bot.speech.translation import Phrase, say
from bot.storage.records import Club
from bot.storage.unit_of_work import UnitOfWork

LONGEST_REASON = 300
"""Characters of a reason."""
_REASON = TextKind(shortest=3, longest=LONGEST_REASON)


def _club(turn: Turn, answers: Answers) -> Club:
    return turn.uow.clubs.get(int(answers["club"]))


def _about(turn: Turn, answers: Answers) -> Answers:
    """What a question names: the club, and what it is to become where that is known."""
    becomes = answers.get("becomes")
    what = say(f"standing.to.{becomes}") if becomes else ""
    return {"club": _club(turn, answers).name, "what": what}


def _pairs(turn: Turn, found: tuple[Becomes, ...]) -> Pairs:
    return [(each.value, turn.text(say(f"standing.to.{each}"))) for each in found]


def _possible(turn: Turn, answers: Answers) -> tuple[Becomes, ...]:
    club = _club(turn, answers)
    return possible(club.closed, is_recognised=club.recognised_on is not None)


# Who organises it wishes


def _wishes(turn: Turn, answers: Answers) -> Pairs:
    """Into which club another goes is for the coordinators to say."""
    found = _possible(turn, answers)
    return _pairs(turn, tuple(each for each in found if each is not Becomes.MERGED))


def _finish_wish(turn: Turn, _session: Session, answers: Answers) -> None:
    turn.do(AskStanding(int(answers["club"]), Becomes(answers["becomes"]), answers["reason"]))


ASK = Flow(
    key="ask_standing",
    args={"club": int},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_wish,
    left=is_over_when_left,
    review=False,
    resume=False,
    steps=(
        Step("becomes", ChoiceKind(options_of=_wishes), slots=_about, shown_in_review=False),
        Step("reason", _REASON, slots=_about, shown_in_review=False),
    ),
)


# Who coordinates it decides


def _oversees(turn: Turn, session: Session) -> bool:
    return turn.oversees(turn.uow.clubs.get(int(session.args["club"])))


def _begin(turn: Turn, session: Session, _answers: Answers) -> Session:
    """What was wished is said already."""
    begun = session.with_answers(**session.args)
    asked = session.args["asked"]
    wish = None if asked is None else turn.uow.standings.get(int(asked))
    if wish is None:
        return begun
    return begun.with_answers(becomes=wish.becomes.value, reason=wish.reason)


def _decisions(turn: Turn, answers: Answers) -> Pairs:
    found = _possible(turn, answers)
    if not _others(turn, answers):
        found = tuple(each for each in found if each is not Becomes.MERGED)
    return _pairs(turn, found)


def _others(turn: Turn, answers: Answers) -> Pairs:
    """The open clubs of the same commune, of which it may become a part."""
    club = _club(turn, answers)
    clubs = turn.uow.clubs.in_units([club.unit_code])
    return [
        (str(each.id), each.name) for each in clubs if each.id != club.id and each.closed is None
    ]


def _is_merged(_turn: Turn, answers: Answers) -> bool:
    return bool(answers.get("becomes") == Becomes.MERGED)


def what_follows(uow: UnitOfWork, club: Club, becomes: Becomes, into: Club | None) -> Phrase:
    """What comes of it, read before it is decided."""
    return say(
        f"standing.follows_{becomes}",
        club=club.name,
        into=into.name if into else "",
        count=uow.clubs.count(club.id, [MembershipState.ACTIVE]),
    )


def _notice(turn: Turn, answers: Answers) -> Phrase:
    into = answers.get("into")
    other = turn.uow.clubs.get(int(into)) if into else None
    return what_follows(turn.uow, _club(turn, answers), Becomes(answers["becomes"]), other)


def _finish(turn: Turn, _session: Session, answers: Answers) -> None:
    if not answers["sure"]:
        turn.say(say("standing.left", club=_club(turn, answers).name))
        return
    into, asked = answers.get("into"), answers.get("asked")
    turn.do(
        ChangeStanding(
            int(answers["club"]),
            Becomes(answers["becomes"]),
            answers["reason"],
            int(into) if into else None,
            int(asked) if asked else None,
        )
    )


CHANGE = Flow(
    key="change_standing",
    args={"club": int, "asked": int | None},
    introduce=_begin,
    allowed=_oversees,
    finish=_finish,
    left=is_over_when_left,
    review=False,
    resume=False,
    steps=(
        Step("becomes", ChoiceKind(options_of=_decisions), slots=_about, shown_in_review=False),
        Step("into", ChoiceKind(options_of=_others), when=_is_merged, slots=_about,
             shown_in_review=False),
        Step("reason", _REASON, slots=_about, shown_in_review=False),
        Step("sure", ConfirmKind(), notice=_notice, slots=_about, shown_in_review=False),
    ),
)  # fmt: skip

FLOWS = (ASK, CHANGE)
