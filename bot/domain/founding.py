"""Founding a club: eighteen steps with fixed keys, what each asks, and when each is done.

"Done" is computed from the data and never pressed. The order follows what clubs report (founding
meeting before the dossier, decision before the launch); days are proposals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil
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
BOARD_MOST = 15
RATE_CEILING = 1.66
"""Percent a month: interest above 20 % a year is void (Civil Code 2015 art. 468)."""
MONTHLY = 0
"""The month of an activity that is done in every month; 1-12 is one month of the year."""
GROUP_NEEDED = 3


@dataclass(frozen=True)
class Field:
    """One datum that a step asks for.

    `kind` is a kind of answer. `starred` data are needed for "done"; one that is `later` may be
    left open for now. `low` and `high` are what is plausible: outside is asked back, and only
    what lies outside `least` and `most` is refused (lengths of texts are kept to the letter).
    `when` asks only if another datum has one of some values, `unless` only if it has none of
    them, `on_day` only once the day of another datum has come. `not_before` names another datum,
    "<step>.<name>" one of another step.
    """

    name: str
    kind: str
    starred: bool = True
    later: bool = False
    low: float | str | None = None
    high: float | str | None = None
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    past: bool = False
    when: tuple[str, tuple[str | bool, ...]] | None = None
    unless: tuple[str, tuple[float, ...]] | None = None
    on_day: str | None = None
    at_most: str | None = None
    not_before: str | None = None
    low_count: int = 0
    high_count: int = 100

    @property
    def limits(self) -> tuple[float, float]:
        """What is taken at all: by default ten times what is plausible, and never a negative."""
        low, high = float(self.low or 0), float(self.high or 0)
        least = self.least if self.least is not None else min(low, 1.0)
        return least, self.most if self.most is not None else high * 10


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
        Field("association_phone", "phone", later=True),
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
        Field("permission_by", "name", when=("permission", (True,))),
        Field("permission_date", "date", past=True, when=("permission", (True,))),
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
                Field("giver", "text", starred=False, low=2, high=100),
                Field("for", "choice", choices=("income_fund", "activity_fund", "in_kind")),
                Field("gift", "text", low=2, high=150, when=("for", ("in_kind",))),
                Field("amount", "money", low=0, high=500_000_000),
                Field("state", "choice", choices=("promised", "received")),
            ),
        ),
        Field("member_fee", "money", low=0, high=100_000),
    ),
    K.DRAFT_RULES: (
        Field("term_years", "number", low=1, high=5, most=20),
        Field("board_size", "number", low=3, high=9, least=3, most=BOARD_MOST),
        Field("loan_max", "money", low=0, high=50_000_000),
        Field(
            "loan_rate_month",
            "percent",
            low=0,
            high=1.6,
            most=RATE_CEILING,
            unless=("loan_max", (0,)),
        ),
        Field("loan_term_months", "number", low=1, high=36, most=240, unless=("loan_max", (0,))),
        Field("quorum", "percent", low=50, high=100, least=1, most=100),
        Field("adopt_share", "percent", low=51, high=100, least=1, most=100),
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
                Field("busy", "confirm", starred=False, when=("post", ("chair",))),
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
                Field("month", "month"),
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
        Field("as_proposed", "confirm", starred=False),
        Field(
            "elected",
            "list",
            low_count=3,
            high_count=BOARD_MOST,
            fields=(
                Field("member", "member"),
                Field("post", "choice", choices=POSTS),
                Field("votes", "number", low=0, high=500, at_most="present"),
            ),
        ),
    ),
    K.FOUNDING_DOSSIER: tuple(Field(f"signed_{paper}", "confirm") for paper in PAPERS),
    K.DOSSIER_SUBMITTED: (
        Field("submitted_on", "date", past=True, not_before="founding_meeting.date"),
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
        Field("what", "text", low=3, high=300, when=("outcome", ("supplement",))),
        Field("until", "date", starred=False, when=("outcome", ("supplement",))),
        Field("reason", "text", low=3, high=300, when=("outcome", ("refused",))),
    ),
    K.BOARD_TRAINING: (
        Field("from", "date", past=True),
        Field("days", "number", low=1, high=5, most=60),
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
        Field("date", "date", not_before="recognition_decision.date"),
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
                asked = [each.unless[0]] if each.unless else []
                for other in (each.on_day, each.at_most, each.not_before, *asked):
                    if other is not None and other not in before and not _elsewhere(other, fields):
                        raise BrokenFieldsError(f"{where} refers to {other}")
                if each.when is not None:
                    name, values = each.when
                    if name not in before or not set(values) <= _options(before[name]):
                        raise BrokenFieldsError(f"{where} can never be asked: {name} {values}")
                before[each.name] = each


def _options(each: Field) -> set[str | bool]:
    return {True, False} if each.kind == "confirm" else set(each.choices)


def _elsewhere(name: str, fields: Mapping[StepKey, tuple[Field, ...]]) -> bool:
    """Whether "<step>.<name>" is declared."""
    step, _, field_name = name.partition(".")
    return any(
        each.name == field_name for key, found in fields.items() if key == step for each in found
    )


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


def _applies(each: Field, data: Mapping[str, Any], today: date) -> bool:
    if each.when is not None and data.get(each.when[0]) not in each.when[1]:
        return False
    if each.unless is not None and data.get(each.unless[0]) in each.unless[1]:
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
                if inner.starred and _applies(inner, entry, facts.today)
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


def open_posts(people: Iterable[Mapping[str, Any]]) -> list[str]:
    """The needed posts for which nobody stands."""
    held = {each.get("post") for each in people}
    return [post for post in NEEDED_POSTS if post not in held]


def persons(people: Iterable[Mapping[str, Any]]) -> set[int]:
    """The persons of a board's entries."""
    return {each["member"]["person"] for each in people if each.get("member")}


def willing(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The candidates who said yes."""
    return [each for each in data.get("candidates") or [] if each.get("agreed")]


def can_be_taken_over(data: Mapping[str, Any], size: int) -> bool:
    """Whether the willing candidates are a whole board: the election may have confirmed them."""
    people = willing(data)
    posts = [each["post"] for each in people if each["post"] in NEEDED_POSTS]
    return (
        len(people) == len(persons(people)) == size
        and not open_posts(people)
        and len(posts) == len(set(posts))
    )


def board_warnings(
    people: Iterable[Mapping[str, Any]], sexes: Mapping[int, str | None]
) -> list[str]:
    """What speaks against a board without forbidding it: keys of remarks.

    The chair has another heavy post; chair and treasurer are one person; fewer than half of
    those whose sex is known are women (HelpAge's advice on boards).
    """
    entries = [each for each in people if each.get("member")]
    by_post = {
        post: {each["member"]["person"] for each in entries if each.get("post") == post}
        for post in POSTS
    }
    found = []
    if any(each.get("busy") for each in entries):
        found.append("busy_chair")
    if by_post["chair"] & by_post["treasurer"]:
        found.append("one_person")
    known = [sexes.get(person) for person in sorted(persons(entries)) if sexes.get(person)]
    if known and known.count("female") * 2 < len(known):
        found.append("few_women")
    return found


BOARD_REMARKS = ("busy_chair", "one_person", "few_women")


def board_size(facts: FoundingFacts) -> int:
    """How many people the club's draft rules want on the board."""
    return int(facts.data.get(K.DRAFT_RULES, {}).get("board_size") or BOARD_USUAL)


def _candidates(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    people = willing(data)
    lacking = [] if len(persons(people)) >= board_size(facts) else ["@board_size"]
    return [*lacking, "@posts"] if open_posts(people) else lacking


def areas_without(data: Mapping[str, Any]) -> list[str]:
    """The activity areas in which nothing is planned."""
    there = {each.get("activity_area") for each in data.get("activities") or []}
    return [area for area in AREAS if area not in there]


def _activities(_facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    return ["@areas"] if areas_without(data) and not data.get("reason_for_none") else []


def quorum(facts: FoundingFacts) -> int:
    """How many of those invited had to be there."""
    rules, meeting = facts.data.get(K.DRAFT_RULES, {}), facts.data.get(K.FOUNDING_MEETING, {})
    return ceil(int(meeting.get("invited") or 0) * float(rules.get("quorum") or 50) / 100)


def votes_needed(facts: FoundingFacts) -> int:
    """How many of those present had to be for the rules."""
    rules, meeting = facts.data.get(K.DRAFT_RULES, {}), facts.data.get(K.FOUNDING_MEETING, {})
    return ceil(int(meeting.get("present") or 0) * float(rules.get("adopt_share") or 51) / 100)


def _founding_meeting(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    present = data["present"]
    lacking = []
    if data["for"] + data["against"] + data["abstain"] > present:
        lacking.append("@votes")
    if present < quorum(facts):
        lacking.append("@quorum")
    if not present or data["for"] < votes_needed(facts):
        lacking.append("@adopted")
    if len(persons(data["elected"])) != board_size(facts):
        lacking.append("@board_elected")
    if open_posts(data["elected"]):
        lacking.append("@posts")
    if posts_held_twice(data["elected"]):
        lacking.append("@posts_twice")
    return lacking


def posts_held_twice(people: Iterable[Mapping[str, Any]]) -> list[str]:
    """The posts of which there is one, held by more than one person."""
    held = [each.get("post") for each in people]
    return [post for post in NEEDED_POSTS if held.count(post) > 1]


def _submitted(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    held = facts.data.get(K.FOUNDING_MEETING, {}).get("date")
    return ["@before_meeting"] if held and data["submitted_on"] < held else []


def _decided(_facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    return [] if data["outcome"] == "decided" else ["@decision"]


def untrained(facts: FoundingFacts) -> list[Mapping[str, Any]]:
    """Chair, secretary and treasurer who did not take part: entries of the election."""
    elected = facts.data.get(K.FOUNDING_MEETING, {}).get("elected") or []
    trained = persons(facts.data.get(K.BOARD_TRAINING, {}).get("participants") or [])
    return [
        each
        for each in elected
        if each.get("post") in NEEDED_POSTS and each["member"]["person"] not in trained
    ]


def _trained(facts: FoundingFacts, _data: Mapping[str, Any]) -> list[str]:
    return ["@trained"] if untrained(facts) else []


def _held(facts: FoundingFacts, data: Mapping[str, Any]) -> list[str]:
    held = date.fromisoformat(data["date"]) <= facts.today and data.get("present")
    return [] if held else ["@held"]


def awaited_day(facts: FoundingFacts) -> date | None:
    """The day to come of a launch that is all planned: nothing lacks but the day itself."""
    if missing(K.LAUNCH_CEREMONY, facts) != ["@held"]:
        return None
    day = date.fromisoformat(facts.data[K.LAUNCH_CEREMONY]["date"])
    return day if day > facts.today else None


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
    "@answer", "@agreed", "@members", "@board_size", "@board_elected", "@posts", "@posts_twice",
    "@areas", "@votes", "@quorum", "@adopted", "@before_meeting", "@decision", "@trained", "@held",
)  # fmt: skip


def _awaits(key: StepKey, facts: FoundingFacts) -> bool:
    """Whether a step waits for the commune and not for the organiser."""
    data = facts.data.get(key, {})
    if key is K.COMMUNE_SUPPORT:
        return data.get("support_way") in ("no_answer", "not_agreed")
    if key is K.RECOGNITION_DECISION:
        return data.get("outcome") in ("supplement", "no_answer")
    return False


DECISIVE: Mapping[StepKey, str] = {
    K.COMMUNE_SUPPORT: "support_way",
    K.RECOGNITION_DECISION: "outcome",
}
"""The question of a step that waits for the commune: what did it say?"""


def unsettled(key: StepKey, data: Mapping[str, Any]) -> bool:
    """Whether the commune's last word on a step was none, or not a yes."""
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
        if step.key is K.DOSSIER_SUBMITTED:
            # It is handed in once everything that the commune wanted to be looked at was.
            ready = ready and not facts.review & set(REVIEWED_ON_SUPPLEMENT)
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


NOT_REPORTED = frozenset((StepState.LOCKED, StepState.DONE, StepState.SKIPPED))
"""States of steps on which nobody works now."""


def reported_step(computed: Mapping[StepKey, StepState]) -> StepKey | None:
    """The step that reports name: the lowest that is neither locked, done nor skipped."""
    return next((step.key for step in STEPS if computed[step.key] not in NOT_REPORTED), None)


def stage(facts: FoundingFacts, closed: str | None = None) -> Stage:
    """How far a club is, by the steps that are done; `closed` is how it ended or "paused"."""
    if closed:
        return Stage(closed)
    computed = states(facts)
    reached = (StepState.DONE, StepState.REVIEW)
    done = {key for key, state in computed.items() if state in reached}
    if K.RECOGNITION_DECISION in done:
        return Stage.ACTIVE if K.FIRST_MEETING in done else Stage.RECOGNISED
    if K.DOSSIER_SUBMITTED in done:
        return Stage.SUBMITTED
    return Stage.FORMED if K.FOUNDING_MEETING in done else Stage.PREPARING
