"""The engine against a plain model: whatever people do on the way, what they said is what is kept.

No database: every input is a turn of its own on sessions that were written as JSON and read back.
"""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.conversations.engine import (
    Answer,
    Answers,
    BrokenFlowError,
    Flow,
    Session,
    Step,
    check_flows,
)
from bot.conversations.engine.kinds import (
    BirthKind,
    ChoiceKind,
    ConfirmKind,
    ListKind,
    NameKind,
    NumberKind,
    PhoneKind,
    SeveralKind,
    TextKind,
)
from bot.domain.founding import StepKey
from bot.handlers.registry import FLOWS
from bot.speech.translation import Phrase, say
from tests.conversations.memory import MemoryChat, MemoryFounding
from tests.conversations.walking import Walk
from tests.examples import examples

WALKS = settings(
    max_examples=examples(25),
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
FOUNDING = [flow for flow in FLOWS if flow.key.startswith("founding.")]


def walk(chat: MemoryChat, data: st.DataObject) -> None:
    """Walk to the end and compare; what was refused on the way may end it without an answer."""
    walked = Walk(chat, lambda options: data.draw(st.sampled_from(options)))
    asyncio.run(walked.run())
    for end in chat.ends:
        walked.check(end)


@pytest.mark.parametrize("flow", FOUNDING, ids=lambda flow: flow.key)
@WALKS
@given(data=st.data())
def test_what_was_said_of_a_founding_is_what_is_kept(flow: Flow, data: st.DataObject) -> None:
    step = StepKey(flow.key.removeprefix("founding."))
    founding = MemoryFounding.besides(step)
    if step is StepKey.OPEN_FOUNDING:
        founding.put(1, step.value, "club_area", "26686", by=1)
    chat = MemoryChat(flow, founding, club=1)
    walk(chat, data)
    assert len(chat.ends) == 1


def no_doubt_of_thirty(_turn: object, _answers: Answers, value: Answer) -> Phrase | None:
    return say("kinds.yes") if value == 30 else None


def no_more_than(_turn: object, answers: Answers, value: Answer) -> Phrase | None:
    return say("kinds.no") if value > answers.get("seats", 100) else None


def noted(_turn: object, session: Session, value: Answer) -> Session:
    return session.with_answers(noted=value)


def spoken_of(_turn: object, _answers: Answers) -> Answers:
    return {"what": say("event.kind.meeting"), "example": "sổ"}


MANY = Flow(
    key="event",
    args={"kind": str},
    finish=lambda *_: None,
    steps=(
        Step("bring", TextKind(2, 100), optional=True, slots=spoken_of),
        Step("fasting", ChoiceKind(("yes", "no", "unknown")), after=noted),
        Step(
            "places",
            NumberKind(1, 90, usual=(5, 50)),
            slots=spoken_of,
            doubt=no_doubt_of_thirty,
            optional=True,
        ),
        Step(
            "hour",
            ListKind(),
            words="founding.mobilising_group.group_members",
            when=lambda _turn, answers: answers.get("fasting") != "no",
            lowest=1,
            highest=4,
            items=(
                Step("name", NameKind(), words="founding.mobilising_group.group_members.name"),
                Step(
                    "phone",
                    PhoneKind(),
                    optional=True,
                    words="founding.mobilising_group.group_members.phone",
                    slots=lambda _turn, scope: {"who": scope["name"]},
                ),
                Step(
                    "agreed",
                    ConfirmKind(done=True),
                    words="founding.mobilising_group.group_members.agreed",
                    slots=lambda _turn, scope: {"who": scope["name"]},
                    when=lambda _turn, scope: scope.get("phone") is not None,
                ),
            ),
        ),
        Step(
            "seats",
            NumberKind(1, 90),
            words="event.places",
            slots=spoken_of,
            fault=no_more_than,
        ),
        Step(
            "birth",
            BirthKind(),
            words="founding.mobilising_group.group_members.birth",
            slots=lambda _turn, _answers: {"who": "Lan"},
        ),
        Step(
            "wishes",
            SeveralKind(
                ("income", "health", "culture", "rights"), shared="area", alone=("rights",)
            ),
            words="founding.survey.wishes",
        ),
    ),
)


@WALKS
@given(data=st.data())
def test_what_was_said_anywhere_is_what_is_kept(data: st.DataObject) -> None:
    chat = MemoryChat(MANY, kind="meeting")
    walk(chat, data)
    (end,) = chat.ends
    answers = end.answers
    assert answers.get("noted") == answers["fasting"]
    assert ("hour" in answers) <= (answers["fasting"] != "no")


def test_every_flow_is_whole() -> None:
    check_flows(FLOWS, lambda _key: True)


def flow(*steps: Step, key: str = "test") -> Flow:
    return Flow(key=key, steps=steps, finish=lambda *_: None)


@pytest.mark.parametrize(
    "flows",
    [
        [flow()],
        [flow(Step("a", TextKind()), Step("a", TextKind()))],
        [flow(Step("a", TextKind())), flow(Step("b", TextKind()))],
        [flow(Step("a", ChoiceKind()))],
        [flow(Step("a", ChoiceKind(("x", "x"))))],
        [flow(Step("a", NumberKind(), items=(Step("b", TextKind()),), lowest=3, highest=2))],
    ],
)
def test_a_broken_table_is_refused(flows: list[Flow]) -> None:
    with pytest.raises((BrokenFlowError, ValueError)):
        check_flows(flows, lambda _key: True)


def test_a_question_without_words_is_refused() -> None:
    with pytest.raises(BrokenFlowError):
        check_flows([flow(Step("a", TextKind()))], lambda key: not key.endswith(".ask"))
