"""What each step of a founding asks: one table, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.founding.steps import K, StepKey

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


def applies(each: Field, data: Mapping[str, Any], today: date) -> bool:
    """Whether a datum is asked for, given what was said so far."""
    if each.when is not None and data.get(each.when[0]) not in each.when[1]:
        return False
    if each.unless is not None and data.get(each.unless[0]) in each.unless[1]:
        return False
    if each.on_day is not None:
        day = data.get(each.on_day)
        return day is not None and date.fromisoformat(day) <= today
    return True
