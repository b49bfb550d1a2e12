"""When a founding's questions are asked, what is refused or doubted, and what an answer brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.conversations.engine import Answer, Answers, Session
from bot.conversations.faults import no_name
from bot.conversations.founding.kinds import kind_of
from bot.conversations.founding.store import club_of, step_data
from bot.conversations.turn import Turn
from bot.domain.entries import ITEM
from bot.domain.founding import (
    AREAS,
    BOARD_USUAL,
    FIELDS,
    NEEDED_POSTS,
    F,
    Field,
    StepKey,
    applies,
    areas_without,
    can_be_taken_over,
    willing,
)
from bot.language.lunar import to_lunar
from bot.speech.show import show_date
from bot.speech.translation import Phrase, say

LONGEST_NAME = 150
"""Characters of a text that names a place, a person or a thing; longer ones tell something."""
_TET = ((1, 1), (1, 2), (1, 3))
"""The three days of Tết, on which people are at home (lunar month and day)."""


# When a question is asked


def when(step: StepKey, field: Field) -> Callable[[Turn, Answers], bool]:
    """Whether a field is asked for."""

    def asked(turn: Turn, answers: Answers) -> bool:
        if (step, field.name) == (StepKey.ACTIVITY_PLAN, F.REASON_FOR_NONE):
            return bool(areas_without(answers))
        if (step, field.name) == (StepKey.FOUNDING_MEETING, F.AS_PROPOSED):
            return _may_take_over(turn, answers)
        return applies(field, answers, turn.today)

    return asked


def _may_take_over(turn: Turn, answers: Answers) -> bool:
    """Whether the candidates are a whole board, and nobody was written down as elected yet."""
    if answers.get(F.ELECTED) and not answers.get(F.AS_PROPOSED):
        return False
    club_id = int(answers["club"])
    size = step_data(turn, club_id, StepKey.DRAFT_RULES).get(F.BOARD_SIZE) or BOARD_USUAL
    return can_be_taken_over(step_data(turn, club_id, StepKey.BOARD_CANDIDATES), int(size))


# What is refused, and what is doubted


def fault(
    step: StepKey, field: Field, parent: Field | None
) -> Callable[[Turn, Answers, Answer], Phrase | None]:
    """What speaks against an answer, given the others."""

    def found(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
        return (
            (no_name(turn, answers, value) if _is_name(field) else None)
            or _too_many(step, field, answers, value)
            or _too_early(step, field, turn, answers, value)
            or (_post_taken(answers, value) if _is_post(field, parent) else None)
        )

    return found


def _too_many(step: StepKey, field: Field, answers: Answers, value: Answer) -> Phrase | None:
    other = None if field.at_most is None else answers.get(field.at_most)
    if other is None or value <= other:
        return None
    what = say(f"founding.{step}.{field.at_most}.name")
    return say("founding.at_most", what=what, value=other)


def _too_early(
    step: StepKey, field: Field, turn: Turn, answers: Answers, value: Answer
) -> Phrase | None:
    if field.not_before is None:
        return None
    key, _, name = field.not_before.rpartition(".")
    data = step_data(turn, int(answers["club"]), StepKey(key)) if key else answers
    other, other_step = data.get(name), StepKey(key) if key else step
    if other is None or value >= other:
        return None
    declared = next(each for each in FIELDS[other_step] if each.name == name)
    stem = f"founding.{other_step}.{name}"
    return say(
        "founding.not_before",
        what=say(f"founding.{other_step}.{name}.name"),
        value=kind_of(other_step, declared).show(turn, stem, other),
    )


def _is_name(field: Field) -> bool:
    return field.kind == "text" and float(field.high or 0) <= LONGEST_NAME


def _is_post(field: Field, parent: Field | None) -> bool:
    return parent is not None and parent.name == F.ELECTED and field.name == F.POST


def _post_taken(answers: Answers, value: Answer) -> Phrase | None:
    for entry in answers.get(F.ELECTED) or []:
        if (
            value in NEEDED_POSTS
            and entry.get(F.POST) == value
            and entry[ITEM] != answers.get(ITEM)
        ):
            who = entry[F.MEMBER]["name"]
            return say("founding.post_taken", post=say(f"post.{value}"), who=who)
    return None


def doubt(step: StepKey, field: Field) -> Callable[[Turn, Answers, Answer], Phrase | None]:
    """What is odd about an answer."""

    def found(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
        if (step, field.name) == (StepKey.LAUNCH_CEREMONY, F.DATE):
            day = date.fromisoformat(value)
            lunar = to_lunar(day)
            if (lunar.month, lunar.day) in _TET:
                return say("founding.on_tet", day=show_date(day))
        return None

    return found


# What an answer brings


def _fill_sample(turn: Turn, session: Session, value: Answer) -> Session:
    """A first year's plan to change: one activity in each area, at the club's own place."""
    club_id, step = club_of(session), StepKey.ACTIVITY_PLAN
    if value != "sample" or F.ACTIVITIES in step_data(turn, club_id, step):
        return session
    place = step_data(turn, club_id, StepKey.MEETING_PLACE).get(F.PLACE_NAME) or turn.text(
        say("founding.activity_plan.usual_place")
    )
    for number, area in enumerate(AREAS):
        turn.uow.founding.add_item(
            club_id,
            step,
            F.ACTIVITIES,
            {
                F.ACTIVITY_AREA: area,
                F.ACTIVITY: turn.text(say(f"founding.activity_plan.sample.{area}")),
                F.MONTH: (turn.today.month + number // 2) % 12 + 1,
                F.WHO: turn.text(say("founding.activity_plan.usual_who")),
                F.PLACE: place,
            },
            by=turn.account.id,
        )
    return session


def _take_over(turn: Turn, session: Session, value: Answer) -> Session:
    """The candidates as they stood are elected; only their votes are left to ask."""
    club_id, step = club_of(session), StepKey.FOUNDING_MEETING
    if value is not True or F.ELECTED in step_data(turn, club_id, step):
        return session
    for each in willing(step_data(turn, club_id, StepKey.BOARD_CANDIDATES)):
        entry = {F.MEMBER: each[F.MEMBER], F.POST: each[F.POST]}
        turn.uow.founding.add_item(club_id, step, F.ELECTED, entry, by=turn.account.id)
    return session


def _answered_anew(turn: Turn, session: Session, value: Answer) -> Session:
    """Another answer of the commune: what it asked for, or why it refused, is asked anew."""
    for name in (F.WHAT, F.UNTIL, F.REASON):
        turn.uow.founding.remove(club_of(session), StepKey.RECOGNITION_DECISION, name)
    return session


AFTER: Mapping[tuple[StepKey, str], Callable[[Turn, Session, Answer], Session]] = {
    (StepKey.ACTIVITY_PLAN, F.BASE): _fill_sample,
    (StepKey.FOUNDING_MEETING, F.AS_PROPOSED): _take_over,
    (StepKey.RECOGNITION_DECISION, F.OUTCOME): _answered_anew,
}
"""What answers to some fields bring about at once."""
