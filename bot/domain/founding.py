"""Founding a club: eighteen steps with fixed keys, what each asks, and when each is done.

"Done" is computed from the data and never pressed. The order follows what clubs report (founding
meeting before the dossier, decision before the launch); days are proposals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class StepKey(StrEnum):
    """The fixed keys of the steps."""

    OPEN_FOUNDING = "open_founding"
    COMMUNE_SUPPORT = "commune_support"
    MOBILISING_GROUP = "mobilising_group"
    SURVEY = "survey"
    INFORMATION_MEETING = "information_meeting"
    FOUNDING_MEMBERS = "founding_members"
    MEETING_PLACE = "meeting_place"
    STARTUP_FUND = "startup_fund"
    DRAFT_RULES = "draft_rules"
    BOARD_CANDIDATES = "board_candidates"
    ACTIVITY_PLAN = "activity_plan"
    FOUNDING_MEETING = "founding_meeting"
    FOUNDING_DOSSIER = "founding_dossier"
    DOSSIER_SUBMITTED = "dossier_submitted"
    RECOGNITION_DECISION = "recognition_decision"
    BOARD_TRAINING = "board_training"
    LAUNCH_CEREMONY = "launch_ceremony"
    FIRST_MEETING = "first_meeting"


K = StepKey


class StepState(StrEnum):
    """Where a step stands."""

    LOCKED = "locked"
    OPEN = "open"
    AWAITING = "awaiting"
    DONE = "done"
    REVIEW = "review"
    SKIPPED = "skipped"


class Stage(StrEnum):
    """How far a club is, for reports."""

    PREPARING = "preparing"
    FORMED = "formed"
    SUBMITTED = "submitted"
    RECOGNISED = "recognised"
    ACTIVE = "active"
    PAUSED = "paused"
    GIVEN_UP = "given_up"
    MERGED = "merged"
    DISSOLVED = "dissolved"


CLOSED = frozenset((Stage.GIVEN_UP, Stage.MERGED, Stage.DISSOLVED))


@dataclass(frozen=True)
class StepRule:
    """One step: what it waits for, and days that are usual and after which it is asked about."""

    key: StepKey
    number: int
    waits_for: tuple[StepKey, ...]
    usual_days: int
    nudge_days: int
    skippable: bool = False


STEPS: tuple[StepRule, ...] = (
    StepRule(K.OPEN_FOUNDING, 1, (), 1, 3),
    StepRule(K.COMMUNE_SUPPORT, 2, (K.OPEN_FOUNDING,), 10, 10),
    StepRule(K.MOBILISING_GROUP, 3, (K.OPEN_FOUNDING,), 7, 7),
    StepRule(K.SURVEY, 4, (K.COMMUNE_SUPPORT, K.MOBILISING_GROUP), 14, 10, skippable=True),
    StepRule(K.INFORMATION_MEETING, 5, (K.COMMUNE_SUPPORT, K.MOBILISING_GROUP), 7, 10),
    StepRule(K.FOUNDING_MEMBERS, 6, (K.MOBILISING_GROUP,), 21, 10),
    StepRule(K.MEETING_PLACE, 7, (K.MOBILISING_GROUP,), 7, 10),
    StepRule(K.STARTUP_FUND, 8, (K.MOBILISING_GROUP,), 21, 14),
    StepRule(K.DRAFT_RULES, 9, (K.MOBILISING_GROUP,), 10, 10),
    StepRule(K.BOARD_CANDIDATES, 10, (K.FOUNDING_MEMBERS,), 7, 7),
    StepRule(K.ACTIVITY_PLAN, 11, (K.MEETING_PLACE,), 7, 7),
    StepRule(
        K.FOUNDING_MEETING,
        12,
        (K.FOUNDING_MEMBERS, K.MEETING_PLACE, K.DRAFT_RULES, K.BOARD_CANDIDATES),
        10,
        7,
    ),
    StepRule(
        K.FOUNDING_DOSSIER,
        13,
        (K.COMMUNE_SUPPORT, K.STARTUP_FUND, K.ACTIVITY_PLAN, K.FOUNDING_MEETING),
        5,
        5,
    ),
    StepRule(K.DOSSIER_SUBMITTED, 14, (K.FOUNDING_DOSSIER,), 2, 3),
    StepRule(K.RECOGNITION_DECISION, 15, (K.DOSSIER_SUBMITTED,), 15, 15),
    StepRule(K.BOARD_TRAINING, 16, (K.FOUNDING_MEETING,), 30, 21, skippable=True),
    StepRule(K.LAUNCH_CEREMONY, 17, (K.RECOGNITION_DECISION,), 14, 14),
    StepRule(K.FIRST_MEETING, 18, (K.RECOGNITION_DECISION,), 31, 25),
)
RULES: Mapping[StepKey, StepRule] = {step.key: step for step in STEPS}
REVIEWED_ON_SUPPLEMENT = (
    K.DRAFT_RULES,
    K.BOARD_CANDIDATES,
    K.ACTIVITY_PLAN,
    K.FOUNDING_MEETING,
    K.FOUNDING_DOSSIER,
)
"""Steps to look at again when the commune asks for more."""

AREAS = (
    "income", "health", "home_care", "self_help", "rights", "knowledge", "culture", "resources",
)  # fmt: skip
"""The eight activity areas (HelpAge; the provinces' reports)."""
POSTS = ("chair", "deputy", "secretary", "treasurer", "board_member")
NEEDED_POSTS = ("chair", "secretary", "treasurer")
PAPERS = (
    "founding_request",
    "founding_member_list",
    "club_rules",
    "activity_plan",
    "founding_minutes",
    "board_list",
)
"""The papers of the dossier; no office's own list was found, so this is a proposal."""
BOOKS = ("roster", "minutes", "cash", "loans", "health", "golden_heart")
TOPICS = (
    "ageing", "model", "meetings", "communication", "self_help", "home_care", "income", "books",
    "planning", "health",
)  # fmt: skip
MEMBERS_NEEDED = 50
BOARD_USUAL = 5
GROUP_NEEDED = 3


@dataclass(frozen=True)
class Field:
    """One datum that a step asks for.

    `kind` is a kind of answer. `starred` data are needed for "done". `when` asks only if another
    datum has one of some values, `on_day` only once the day of another datum has come.
    """

    name: str
    kind: str
    starred: bool = True
    low: float | str | None = None
    high: float | str | None = None
    choices: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    past: bool = False
    when: tuple[str, tuple[str, ...]] | None = None
    on_day: str | None = None
    at_most: str | None = None
    not_before: str | None = None
    low_count: int = 0
    high_count: int = 100


_SEX = ("female", "male")
_MEETING_WAYS = ("meeting", "door_to_door")

FIELDS: Mapping[StepKey, tuple[Field, ...]] = {
    K.OPEN_FOUNDING: (
        Field("club_area", "choice"),
        Field("hamlet", "text", low=2, high=60),
        Field("club_name", "text", low=3, high=80),
    ),
    K.COMMUNE_SUPPORT: (
        Field("association_contact", "name"),
        Field("association_phone", "phone"),
        Field("support_way", "choice", choices=("verbal", "written", "no_answer", "not_agreed")),
        Field("support_date", "date", past=True, when=("support_way", ("verbal", "written"))),
        Field("lead_body", "choice", choices=("commune", "association")),
    ),
    K.MOBILISING_GROUP: (
        Field(
            "group_members",
            "list",
            low_count=GROUP_NEEDED,
            high_count=9,
            fields=(
                Field("name", "name"),
                Field("birth", "year"),
                Field("sex", "choice", choices=_SEX),
                Field("phone", "phone", starred=False),
                Field("agreed", "confirm"),
            ),
        ),
        Field("group_head", "choice"),
    ),
    K.SURVEY: (
        Field("older_total", "number", low=0, high=3000),
        Field("want_to_join", "number", low=0, high=500),
        Field("wishes", "several", choices=AREAS),
        Field("survey_from", "date", past=True),
        Field("survey_to", "date", past=True, not_before="survey_from"),
    ),
    K.INFORMATION_MEETING: (
        Field("way", "choice", choices=_MEETING_WAYS),
        Field("meeting_date", "date", past=True, when=("way", ("meeting",))),
        Field("attended", "number", low=5, high=500, when=("way", ("meeting",))),
        Field("households", "number", low=1, high=3000, when=("way", ("door_to_door",))),
    ),
    K.FOUNDING_MEMBERS: (),
    K.MEETING_PLACE: (
        Field("place_name", "text", low=2, high=80),
        Field("place_address", "text", low=2, high=150),
        Field(
            "owner",
            "choice",
            choices=("culture_house", "commune", "temple", "house", "school", "other"),
        ),
        Field("seats", "number", low=20, high=300),
        Field("permission", "confirm"),
        Field("permission_by", "name"),
        Field("permission_date", "date", past=True),
        Field("regular_day", "recurrence"),
        Field("regular_time", "time", low="06:00", high="19:00"),
    ),
    K.STARTUP_FUND: (
        Field("funding", "choice", choices=("pledges", "fee_only")),
        Field(
            "pledges",
            "list",
            low_count=1,
            high_count=50,
            when=("funding", ("pledges",)),
            fields=(
                Field(
                    "source",
                    "choice",
                    choices=(
                        "commune",
                        "association",
                        "front",
                        "business",
                        "donor",
                        "members",
                        "project",
                        "other",
                    ),
                ),
                Field("amount", "money", low=0, high=500_000_000),
                Field("for", "choice", choices=("income_fund", "activity_fund", "in_kind")),
                Field("state", "choice", choices=("promised", "received")),
            ),
        ),
        Field("member_fee", "money", low=0, high=100_000),
    ),
    K.DRAFT_RULES: (
        Field("term_years", "number", low=1, high=5),
        Field("board_size", "number", low=3, high=9),
        Field("loan_max", "money", low=0, high=50_000_000),
        Field("loan_rate_month", "percent", low=0, high=1.6),
        Field("loan_term_months", "number", low=1, high=36),
        Field("quorum", "percent", low=50, high=100),
        Field("adopt_share", "percent", low=51, high=100),
        Field("read_out", "confirm"),
    ),
    K.BOARD_CANDIDATES: (
        Field(
            "candidates",
            "list",
            low_count=3,
            high_count=20,
            fields=(
                Field("member", "member"),
                Field("post", "choice", choices=POSTS),
                Field("agreed", "confirm"),
            ),
        ),
    ),
    K.ACTIVITY_PLAN: (
        Field("base", "choice", choices=("sample", "own")),
        Field(
            "activities",
            "list",
            low_count=1,
            high_count=60,
            fields=(
                Field("activity_area", "choice", choices=AREAS),
                Field("activity", "text", low=3, high=150),
                Field("month", "number", low=1, high=12),
                Field("who", "text", low=2, high=100),
                Field("place", "text", low=2, high=120),
            ),
        ),
        Field("reason_for_none", "text", starred=False, low=3, high=300),
    ),
    K.FOUNDING_MEETING: (
        Field("date", "date", past=True),
        Field("start", "time", low="06:00", high="20:00"),
        Field("end", "time", low="06:30", high="22:00", not_before="start"),
        Field("chair_of_meeting", "name"),
        Field("minute_taker", "name"),
        Field("invited", "number", low=5, high=500),
        Field("present", "number", low=0, high=500, at_most="invited"),
        Field("for", "number", low=0, high=500, at_most="present"),
        Field("against", "number", low=0, high=500, at_most="present"),
        Field("abstain", "number", low=0, high=500, at_most="present"),
        Field("way", "choice", choices=("show_of_hands", "ballot")),
        Field(
            "elected",
            "list",
            low_count=3,
            high_count=9,
            fields=(
                Field("member", "member"),
                Field("post", "choice", choices=POSTS),
                Field("votes", "number", low=0, high=500, at_most="present"),
            ),
        ),
    ),
    K.FOUNDING_DOSSIER: tuple(Field(f"signed_{paper}", "confirm") for paper in PAPERS),
    K.DOSSIER_SUBMITTED: (
        Field("submitted_on", "date", past=True),
        Field("where", "choice", choices=("one_stop", "office", "association")),
        Field("receipt_no", "text", starred=False, low=1, high=40),
    ),
    K.RECOGNITION_DECISION: (
        Field("outcome", "choice", choices=("decided", "supplement", "refused", "no_answer")),
        Field("number", "text", low=1, high=40, when=("outcome", ("decided",))),
        Field("date", "date", past=True, when=("outcome", ("decided",))),
        Field("signer", "name", when=("outcome", ("decided",))),
        Field("issuing_body", "text", low=3, high=120, when=("outcome", ("decided",))),
        Field("decision_file", "file", starred=False, when=("outcome", ("decided",))),
        Field("what", "text", low=3, high=300, when=("outcome", ("supplement", "refused"))),
    ),
    K.BOARD_TRAINING: (
        Field("from", "date", past=True),
        Field("days", "number", low=1, high=5),
        Field("trainer", "text", low=2, high=120),
        Field("topics", "several", choices=TOPICS),
        Field(
            "participants",
            "list",
            low_count=1,
            high_count=60,
            fields=(Field("member", "member"),),
        ),
    ),
    K.LAUNCH_CEREMONY: (
        Field("date", "date"),
        Field("time", "time", low="06:00", high="20:00"),
        Field("place", "text", low=2, high=120),
        Field("programme", "choice", choices=("usual", "own")),
        Field("programme_text", "text", low=3, high=1000, when=("programme", ("own",))),
        Field("present", "number", low=5, high=1000, on_day="date"),
    ),
    K.FIRST_MEETING: (
        Field("date", "date", past=True),
        Field("present", "number", low=1, high=500),
        Field("income_fund", "money", low=0, high=2_000_000_000),
        Field("activity_fund", "money", low=0, high=2_000_000_000),
        Field("books_opened", "several", choices=BOOKS),
    ),
}
"""What each step asks, under its fixed names, in the order in which it is asked."""


class BrokenFieldsError(Exception):
    """A declared field that could never be asked, or that refers to nothing."""


def check_fields(fields: Mapping[StepKey, tuple[Field, ...]] = FIELDS) -> None:
    """Refuse a broken table: a condition on what isn't asked before, or on no option of it."""
    for key, declared in fields.items():
        for group in (declared, *(each.fields for each in declared)):
            before: dict[str, Field] = (
                {} if group is declared else {each.name: each for each in declared}
            )
            for each in group:
                where = f"{key}.{each.name}"
                for other in (each.on_day, each.at_most, each.not_before):
                    if other is not None and other not in before:
                        raise BrokenFieldsError(f"{where} refers to {other}")
                if each.when is not None:
                    name, values = each.when
                    if name not in before or not set(values) <= set(before[name].choices):
                        raise BrokenFieldsError(f"{where} can never be asked: {name} {values}")
                before[each.name] = each


@dataclass(frozen=True)
class FoundingFacts:
    """What the rules need: data by step and field (lists as lists of dicts), the roster's count.

    Dates are ISO texts. `skipped` and `review` are marks that people or the commune set.
    """

    data: Mapping[StepKey, Mapping[str, Any]]
    members_counted: int
    skipped: frozenset[StepKey] = frozenset()
    review: frozenset[StepKey] = frozenset()
    today: date = date.min
    board_people: frozenset[int] = field(default=frozenset())


def _applies(each: Field, data: Mapping[str, Any], today: date) -> bool:
    if each.when is not None and data.get(each.when[0]) not in each.when[1]:
        return False
    if each.on_day is not None:
        day = data.get(each.on_day)
        return day is not None and date.fromisoformat(day) <= today
    return True


def applies(each: Field, data: Mapping[str, Any], today: date) -> bool:
    """Whether a datum is asked for, given what was said so far."""
    return _applies(each, data, today)


def missing(key: StepKey, facts: FoundingFacts) -> list[str]:
    """What a step still lacks: names of fields, and "@…" for conditions on them. Empty = done."""
    data = facts.data.get(key, {})
    lacking = []
    for each in FIELDS[key]:
        if not each.starred or not _applies(each, data, facts.today):
            continue
        value = data.get(each.name)
        if each.kind == "list":
            entries = value or []
            whole = all(
                entry.get(inner.name) is not None
                for entry in entries
                for inner in each.fields
                if inner.starred
            )
            if len(entries) < max(each.low_count, 1) or not whole:
                lacking.append(each.name)
        elif value is None or value == [] or value == "" or (each.kind == "confirm" and not value):
            lacking.append(each.name)
    condition = _CONDITIONS.get(key)
    if not lacking and condition is not None:
        lacking.extend(condition(facts, data))
    return lacking


def _support(_facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    return [] if data["support_way"] in ("verbal", "written") else ["@answer"]


def _group(_facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    members = data["group_members"]
    lacking = [] if all(each["agreed"] for each in members) else ["@agreed"]
    if str(data["group_head"]) not in {str(each.get("_item")) for each in members}:
        lacking.append("group_head")
    return lacking


def _members(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    if facts.members_counted >= MEMBERS_NEEDED:
        return []
    if facts.members_counted and data.get("continue_below") and data.get("reason"):
        return []
    return ["@members"]


def _board(people: list[Mapping[str, Any]], size: int) -> list[str]:
    posts = [each["post"] for each in people]
    persons = {each["member"]["person"] for each in people}
    lacking = [] if len(persons) >= size else ["@board_size"]
    if any(post not in posts for post in NEEDED_POSTS):
        lacking.append("@posts")
    return lacking


def _board_size(facts: FoundingFacts) -> int:
    return int(facts.data.get(K.DRAFT_RULES, {}).get("board_size") or BOARD_USUAL)


def _candidates(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    willing = [each for each in data["candidates"] if each["agreed"]]
    return _board(willing, _board_size(facts))


def _activities(_facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    there = {each["activity_area"] for each in data["activities"]}
    return [] if set(AREAS) <= there or data.get("reason_for_none") else ["@areas"]


def _founding_meeting(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    rules = facts.data.get(K.DRAFT_RULES, {})
    present, invited = data["present"], data["invited"]
    lacking = []
    if data["for"] + data["against"] + data["abstain"] > present:
        lacking.append("@votes")
    if present * 100 < invited * float(rules.get("quorum") or 50):
        lacking.append("@quorum")
    if not present or data["for"] * 100 < present * float(rules.get("adopt_share") or 51):
        lacking.append("@adopted")
    return lacking + _board(data["elected"], _board_size(facts))


def _submitted(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    held = facts.data.get(K.FOUNDING_MEETING, {}).get("date")
    return ["@before_meeting"] if held and data["submitted_on"] < held else []


def _decided(_facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    return [] if data["outcome"] == "decided" else ["@decision"]


def _trained(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    elected = facts.data.get(K.FOUNDING_MEETING, {}).get("elected") or []
    needed = {each["member"]["person"] for each in elected if each.get("post") in NEEDED_POSTS}
    trained = {each["member"]["person"] for each in data["participants"]}
    return [] if needed <= trained else ["@trained"]


def _held(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    held = date.fromisoformat(data["date"]) <= facts.today and data.get("present")
    return [] if held else ["@held"]


_CONDITIONS = {
    K.COMMUNE_SUPPORT: _support,
    K.MOBILISING_GROUP: _group,
    K.FOUNDING_MEMBERS: _members,
    K.BOARD_CANDIDATES: _candidates,
    K.ACTIVITY_PLAN: _activities,
    K.FOUNDING_MEETING: _founding_meeting,
    K.DOSSIER_SUBMITTED: _submitted,
    K.RECOGNITION_DECISION: _decided,
    K.BOARD_TRAINING: _trained,
    K.LAUNCH_CEREMONY: _held,
}
CONDITION_KEYS = (
    "@answer", "@agreed", "@members", "@board_size", "@posts", "@areas", "@votes", "@quorum",
    "@adopted", "@before_meeting", "@decision", "@trained", "@held",
)  # fmt: skip


def _awaits(key: StepKey, facts: FoundingFacts) -> bool:
    """Whether a step waits for the commune and not for the organiser."""
    data = facts.data.get(key, {})
    if key is K.COMMUNE_SUPPORT:
        return data.get("support_way") in ("no_answer", "not_agreed")
    if key is K.RECOGNITION_DECISION:
        return data.get("outcome") in ("supplement", "refused", "no_answer")
    return False


def states(facts: FoundingFacts) -> dict[StepKey, StepState]:
    """The state of every step, computed from the data in the order of the steps."""
    found: dict[StepKey, StepState] = {}
    for step in STEPS:
        ready = all(
            found[each] in (StepState.DONE, StepState.SKIPPED, StepState.REVIEW)
            for each in step.waits_for
        )
        if step.key in facts.skipped and step.skippable:
            state = StepState.SKIPPED
        elif step.key in facts.review:
            state = StepState.REVIEW
        elif not missing(step.key, facts) and (ready or facts.data.get(step.key)):
            # What is written down stays done, even when a step before it is opened again.
            state = StepState.DONE
        elif not ready:
            state = StepState.LOCKED
        elif _awaits(step.key, facts):
            state = StepState.AWAITING
        else:
            state = StepState.OPEN
        found[step.key] = state
    return found


def next_step(facts: FoundingFacts) -> StepKey | None:
    """The lowest-numbered step that is neither locked, done nor skipped; None when all are done.

    Steps that wait for the commune are named only when nothing else can be done.
    """
    computed = states(facts)
    waiting = (StepState.LOCKED, StepState.DONE, StepState.SKIPPED)
    left = [step.key for step in STEPS if computed[step.key] not in waiting]
    active = [key for key in left if computed[key] is not StepState.AWAITING]
    found = active or left
    return found[0] if found else None


def reported_step(computed: Mapping[StepKey, StepState]) -> StepKey | None:
    """The step that reports name: the lowest that is neither locked, done nor skipped."""
    waiting = (StepState.LOCKED, StepState.DONE, StepState.SKIPPED)
    return next((step.key for step in STEPS if computed[step.key] not in waiting), None)


def stage(facts: FoundingFacts, closed: str | None = None) -> Stage:
    """How far a club is, by the steps that are done; `closed` is how it ended or "paused"."""
    if closed:
        return Stage(closed)
    computed = states(facts)
    done = {key for key, state in computed.items() if state is StepState.DONE}
    if K.RECOGNITION_DECISION in done:
        return Stage.ACTIVE if K.FIRST_MEETING in done else Stage.RECOGNISED
    if K.DOSSIER_SUBMITTED in done:
        return Stage.SUBMITTED
    return Stage.FORMED if K.FOUNDING_MEETING in done else Stage.PREPARING
