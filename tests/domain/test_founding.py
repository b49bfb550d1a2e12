"""The founding's rules: what each step needs, and what waits for what."""

from __future__ import annotations

import ast
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.domain.founding import (
    AREAS,
    BOOKS,
    FIELDS,
    PAPERS,
    STEPS,
    BrokenFieldsError,
    F,
    Field,
    FoundingFacts,
    Stage,
    StepKey,
    StepState,
    check_fields,
    missing,
    next_step,
    reported_step,
    stage,
    states,
)

K = StepKey
TODAY = date(2027, 3, 1)
BOARD = ("chair", "secretary", "treasurer", "deputy", "board_member")


def person(number: int) -> dict[str, Any]:
    return {"person": number, "name": f"Nguyễn Thị {number}"}


DATA: dict[StepKey, dict[str, Any]] = {
    K.OPEN_FOUNDING: {"club_area": "26686", "hamlet": "ấp Hải Lạc", "club_name": "CLB Hải Lạc"},
    K.COMMUNE_SUPPORT: {
        "association_contact": "Trần Văn Hòa",
        "association_phone": "+84912345678",
        "support_way": "written",
        "support_date": "2026-12-05",
        "lead_body": "association",
    },
    K.MOBILISING_GROUP: {
        "group_members": [
            {
                "_item": number,
                "name": f"Lê Thị {number}",
                "birth": {"year": 1960, "date": None, "estimated": False},
                "sex": "female",
                "agreed": True,
            }
            for number in (1, 2, 3)
        ],
        "group_head": "1",
    },
    K.SURVEY: {
        "older_total": 180,
        "want_to_join": 65,
        "wishes": ["health"],
        "survey_from": "2026-12-01",
        "survey_to": "2026-12-10",
    },
    K.INFORMATION_MEETING: {"way": "meeting", "meeting_date": "2026-12-12", "attended": 70},
    K.FOUNDING_MEMBERS: {},
    K.MEETING_PLACE: {
        "place_name": "nhà văn hóa",
        "place_address": "tổ 1",
        "owner": "culture_house",
        "seats": 80,
        "permission": True,
        "permission_by": "Lê Văn Ba",
        "permission_date": "2026-12-08",
        "regular_day": {"kind": "monthday", "day": 15},
        "regular_time": "08:00",
    },
    K.STARTUP_FUND: {
        "funding": "pledges",
        "pledges": [
            {"source": "donor", "amount": 1, "for": "income_fund", "state": "promised", "_item": 1}
        ],
        "member_fee": 5000,
    },
    K.DRAFT_RULES: {
        "term_years": 2,
        "board_size": 5,
        "loan_max": 5_000_000,
        "loan_rate_month": 0.8,
        "loan_term_months": 12,
        "quorum": 60.0,
        "adopt_share": 51.0,
        "read_out": True,
    },
    K.BOARD_CANDIDATES: {
        "candidates": [
            {"member": person(number), "post": post, "agreed": True, "_item": number}
            for number, post in enumerate(BOARD, 1)
        ]
    },
    K.ACTIVITY_PLAN: {
        "base": "own",
        "activities": [
            {
                "activity_area": area,
                "activity": "việc",
                "month": 3,
                "who": "cô Lan",
                "place": "ấp",
                "_item": number,
            }
            for number, area in enumerate(AREAS, 1)
        ],
    },
    K.FOUNDING_MEETING: {
        "date": "2026-12-20",
        "start": "08:00",
        "end": "10:30",
        "chair_of_meeting": "Nguyễn Văn Tư",
        "minute_taker": "Trần Thị Lan",
        "invited": 52,
        "present": 49,
        "for": 47,
        "against": 1,
        "abstain": 1,
        "way": "ballot",
        "elected": [
            {"member": person(number), "post": post, "votes": 40, "_item": number}
            for number, post in enumerate(BOARD, 1)
        ],
    },
    K.FOUNDING_DOSSIER: {f"signed_{paper}": True for paper in PAPERS},
    K.DOSSIER_SUBMITTED: {"submitted_on": "2026-12-22", "where": "one_stop"},
    K.RECOGNITION_DECISION: {
        "outcome": "decided",
        "number": "12/QĐ-UBND",
        "date": "2027-01-06",
        "signer": "Lê Văn Ba",
        "issuing_body": "UBND xã",
    },
    K.BOARD_TRAINING: {
        "from": "2027-01-10",
        "days": 5,
        "trainer": "Hội",
        "topics": ["model"],
        "participants": [{"member": person(number), "_item": number} for number in (1, 2, 3)],
    },
    K.LAUNCH_CEREMONY: {
        "date": "2027-01-30",
        "time": "08:00",
        "place": "ấp",
        "programme": "usual",
        "present": 80,
    },
    K.FIRST_MEETING: {
        "date": "2027-02-06",
        "present": 48,
        "income_fund": 20_000_000,
        "activity_fund": 0,
        "books_opened": list(BOOKS[:3]),
    },
}


def facts(data: dict[StepKey, dict[str, Any]] = DATA, members: int = 52) -> FoundingFacts:
    return FoundingFacts(data=data, members_counted=members, today=TODAY)


def changed(key: StepKey, **values: Any) -> FoundingFacts:
    """The facts with other data of one step; None takes a datum away."""
    fields = {name: value for name, value in {**DATA[key], **values}.items() if value is not None}
    return facts({**DATA, key: fields})


def test_all_of_it_is_done() -> None:
    assert set(states(facts()).values()) == {StepState.DONE}
    assert next_step(facts()) is None
    assert stage(facts()) is Stage.ACTIVE


STARRED = [
    (step.key, field.name)
    for step in STEPS
    for field in FIELDS[step.key]
    if field.starred and field.name in DATA[step.key]
]


@pytest.mark.parametrize(("key", "name"), STARRED)
def test_without_a_starred_datum_a_step_is_open(key: StepKey, name: str) -> None:
    without = changed(key, **{name: None})
    assert missing(key, without)
    assert states(without)[key] in (StepState.OPEN, StepState.LOCKED)


INNER = [
    (step.key, field.name, inner.name)
    for step in STEPS
    for field in FIELDS[step.key]
    for inner in field.fields
    if inner.starred and inner.name in (DATA[step.key].get(field.name) or [{}])[0]
]


@pytest.mark.parametrize(("key", "name", "inner"), INNER)
def test_without_a_starred_datum_of_an_entry_a_step_is_open(
    key: StepKey, name: str, inner: str
) -> None:
    first, *rest = DATA[key][name]
    entry = {field: value for field, value in first.items() if field != inner}
    assert missing(key, changed(key, **{name: [entry, *rest]}))


CONDITIONS = [
    (K.COMMUNE_SUPPORT, {"support_way": "not_agreed"}, "@answer"),
    (K.FOUNDING_MEETING, {"for": 48, "against": 2}, "@votes"),
    (K.FOUNDING_MEETING, {"present": 30, "for": 30, "against": 0, "abstain": 0}, "@quorum"),
    (K.FOUNDING_MEETING, {"for": 20}, "@adopted"),
    (K.FOUNDING_MEETING, {"elected": DATA[K.FOUNDING_MEETING]["elected"][1:]}, "@posts"),
    (K.FOUNDING_MEETING, {"elected": DATA[K.FOUNDING_MEETING]["elected"][:4]}, "@board_elected"),
    (K.BOARD_CANDIDATES, {"candidates": DATA[K.BOARD_CANDIDATES]["candidates"][:4]}, "@board_size"),
    (K.ACTIVITY_PLAN, {"activities": DATA[K.ACTIVITY_PLAN]["activities"][:7]}, "@areas"),
    (K.DOSSIER_SUBMITTED, {"submitted_on": "2026-12-19"}, "@before_meeting"),
    (K.RECOGNITION_DECISION, {"outcome": "no_answer"}, "@decision"),
    (K.BOARD_TRAINING, {"participants": DATA[K.BOARD_TRAINING]["participants"][:2]}, "@trained"),
    (K.LAUNCH_CEREMONY, {"date": "2027-03-02"}, "@held"),
]


@pytest.mark.parametrize(("key", "values", "condition"), CONDITIONS)
def test_a_condition_on_the_data(key: StepKey, values: dict[str, Any], condition: str) -> None:
    assert condition in missing(key, changed(key, **values))


def test_a_candidate_who_has_not_agreed_does_not_count() -> None:
    candidates = [dict(each) for each in DATA[K.BOARD_CANDIDATES]["candidates"]]
    candidates[0]["agreed"] = False
    assert "@posts" in missing(
        K.BOARD_CANDIDATES, changed(K.BOARD_CANDIDATES, candidates=candidates)
    )


def test_fewer_than_fifty_need_a_reason() -> None:
    few = facts(members=49)
    assert missing(K.FOUNDING_MEMBERS, few) == ["@members"]
    reason = {"continue_below": True, "reason": "ấp ít người"}
    assert not missing(K.FOUNDING_MEMBERS, facts({**DATA, K.FOUNDING_MEMBERS: reason}, members=49))


def test_an_area_may_be_left_out_for_a_reason() -> None:
    few = DATA[K.ACTIVITY_PLAN]["activities"][:3]
    assert not missing(
        K.ACTIVITY_PLAN, changed(K.ACTIVITY_PLAN, activities=few, reason_for_none="ít người")
    )


def test_the_commune_is_waited_for() -> None:
    waiting = states(facts({K.OPEN_FOUNDING: DATA[K.OPEN_FOUNDING],
                            K.COMMUNE_SUPPORT: {"support_way": "no_answer"}}))  # fmt: skip
    assert waiting[K.COMMUNE_SUPPORT] is StepState.AWAITING
    assert waiting[K.SURVEY] is StepState.LOCKED
    assert waiting[K.MOBILISING_GROUP] is StepState.OPEN


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key.value)
def test_a_step_is_locked_until_all_it_waits_for_is_done(step: Any) -> None:
    for waited in step.waits_for:
        data = {key: fields for key, fields in DATA.items() if key not in (waited, step.key)}
        found = states(FoundingFacts(data=data, members_counted=0, today=TODAY))
        assert found[step.key] is StepState.LOCKED


def test_only_two_steps_may_be_skipped() -> None:
    assert {step.key for step in STEPS if step.skippable} == {K.SURVEY, K.BOARD_TRAINING}
    skipped = FoundingFacts(data={}, members_counted=0, skipped=frozenset(StepKey), today=TODAY)
    found = {key for key, state in states(skipped).items() if state is StepState.SKIPPED}
    assert found == {K.SURVEY, K.BOARD_TRAINING}


@pytest.mark.parametrize(
    ("upto", "expected"),
    [
        (11, Stage.PREPARING),
        (12, Stage.FORMED),
        (14, Stage.SUBMITTED),
        (15, Stage.RECOGNISED),
        (18, Stage.ACTIVE),
    ],
)
def test_stages(upto: int, expected: Stage) -> None:
    data = {step.key: DATA[step.key] for step in STEPS if step.number <= upto}
    found = facts(data)
    assert stage(found) is expected
    assert reported_step(states(found)) == (STEPS[upto].key if upto < 18 else None)


@pytest.mark.parametrize(
    "fields",
    [
        (Field("a", "text", when=("b", ("x",))),),
        (Field("a", "choice", choices=("x",)), Field("b", "text", when=("a", ("y",)))),
        (Field("a", "number", at_most="b"), Field("b", "number")),
        (Field("a", "date", on_day="b"),),
    ],
)
def test_a_field_that_can_never_be_asked_stops_the_program(fields: tuple[Field, ...]) -> None:
    with pytest.raises(BrokenFieldsError):
        check_fields({K.SURVEY: fields})


def test_the_declared_fields_can_all_be_asked() -> None:
    check_fields()


def test_there_are_eighteen_steps_with_days_that_grow() -> None:
    assert [step.number for step in STEPS] == list(range(1, 19))
    assert all(timedelta(days=step.nudge_days) for step in STEPS)


def test_fields_are_asked_for_by_their_names_alone() -> None:
    """A name that isn't declared is found by the type checker, and a misspelt text by nobody."""
    package = Path(bot.__file__).parent
    names = {name.value for name in F if "_" in name.value}
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            asked: ast.AST | None = None
            if isinstance(node, ast.Subscript):
                asked = node.slice
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                asked = node.args[0] if node.func.attr == "get" else None
            if isinstance(asked, ast.Constant):
                assert asked.value not in names, (path.name, node.lineno, asked.value)


def test_every_field_has_a_declared_name() -> None:
    signed = {f"signed_{paper}" for paper in PAPERS}
    declared = {each.value for each in F}
    for fields in FIELDS.values():
        for each in fields:
            assert {each.name, *(inner.name for inner in each.fields)} <= declared | signed
