"""What each step of a founding asks: one table, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.founding.facts import StepData
from bot.domain.founding.names import F
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
        Field(F.CLUB_AREA, "choice"),
        Field(F.HAMLET, "text", low=2, high=60),
        Field(F.CLUB_NAME, "text", low=3, high=80),
    ),
    K.COMMUNE_SUPPORT: (
        Field(F.ASSOCIATION_CONTACT, "name"),
        Field(F.ASSOCIATION_PHONE, "phone", later=True),
        Field(F.SUPPORT_WAY, "choice", choices=("verbal", "written", "no_answer", "not_agreed")),
        Field(F.SUPPORT_DATE, "date", past=True, when=(F.SUPPORT_WAY, ("verbal", "written"))),
        Field(F.LEAD_BODY, "choice", choices=("commune", "association")),
    ),
    K.MOBILISING_GROUP: (
        Field(
            F.GROUP_MEMBERS,
            "list",
            low_count=GROUP_NEEDED,
            high_count=9,
            fields=(
                Field(F.NAME, "name"),
                Field(F.BIRTH, "year"),
                Field(F.SEX, "choice", choices=_SEX),
                Field(F.PHONE, "phone", starred=False),
                Field(F.AGREED, "confirm"),
            ),
        ),
        Field(F.GROUP_HEAD, "choice"),
    ),
    K.SURVEY: (
        Field(F.OLDER_TOTAL, "number", low=0, high=3000),
        Field(F.WANT_TO_JOIN, "number", low=0, high=500),
        Field(F.WISHES, "several", choices=AREAS),
        Field(F.SURVEY_FROM, "date", past=True),
        Field(F.SURVEY_TO, "date", past=True, not_before=F.SURVEY_FROM),
    ),
    K.INFORMATION_MEETING: (
        Field(F.WAY, "choice", choices=_MEETING_WAYS),
        Field(F.MEETING_DATE, "date", past=True, when=(F.WAY, ("meeting",))),
        Field(F.ATTENDED, "number", low=5, high=500, when=(F.WAY, ("meeting",))),
        Field(F.HOUSEHOLDS, "number", low=1, high=3000, when=(F.WAY, ("door_to_door",))),
    ),
    K.FOUNDING_MEMBERS: (),
    K.MEETING_PLACE: (
        Field(F.PLACE_NAME, "text", low=2, high=80),
        Field(F.PLACE_ADDRESS, "text", low=2, high=150),
        Field(
            F.OWNER,
            "choice",
            choices=("culture_house", "commune", "temple", "house", "school", "other"),
        ),
        Field(F.SEATS, "number", low=20, high=300),
        Field(F.PERMISSION, "confirm"),
        Field(F.PERMISSION_BY, "name", when=(F.PERMISSION, (True,))),
        Field(F.PERMISSION_DATE, "date", past=True, when=(F.PERMISSION, (True,))),
        Field(F.REGULAR_DAY, "recurrence"),
        Field(F.REGULAR_TIME, "time", low="06:00", high="19:00"),
    ),
    K.STARTUP_FUND: (
        Field(F.FUNDING, "choice", choices=("pledges", "fee_only")),
        Field(
            F.PLEDGES,
            "list",
            low_count=1,
            high_count=50,
            when=(F.FUNDING, ("pledges",)),
            fields=(
                Field(
                    F.SOURCE,
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
                Field(F.GIVER, "text", starred=False, low=2, high=100),
                Field(F.FOR, "choice", choices=("income_fund", "activity_fund", "in_kind")),
                Field(F.GIFT, "text", low=2, high=150, when=(F.FOR, ("in_kind",))),
                Field(F.AMOUNT, "money", low=0, high=500_000_000),
                Field(F.STATE, "choice", choices=("promised", "received")),
            ),
        ),
        Field(F.MEMBER_FEE, "money", low=0, high=100_000),
    ),
    K.DRAFT_RULES: (
        Field(F.TERM_YEARS, "number", low=1, high=5, most=20),
        Field(F.BOARD_SIZE, "number", low=3, high=9, least=3, most=BOARD_MOST),
        Field(F.LOAN_MAX, "money", low=0, high=50_000_000),
        Field(
            F.LOAN_RATE_MONTH,
            "percent",
            low=0,
            high=1.6,
            most=RATE_CEILING,
            unless=(F.LOAN_MAX, (0,)),
        ),
        Field(F.LOAN_TERM_MONTHS, "number", low=1, high=36, most=240, unless=(F.LOAN_MAX, (0,))),
        Field(F.QUORUM, "percent", low=50, high=100, least=1, most=100),
        Field(F.ADOPT_SHARE, "percent", low=51, high=100, least=1, most=100),
        Field(F.READ_OUT, "confirm"),
    ),
    K.BOARD_CANDIDATES: (
        Field(
            F.CANDIDATES,
            "list",
            low_count=3,
            high_count=20,
            fields=(
                Field(F.MEMBER, "member"),
                Field(F.POST, "choice", choices=POSTS),
                Field(F.BUSY, "confirm", starred=False, when=(F.POST, ("chair",))),
                Field(F.AGREED, "confirm"),
            ),
        ),
    ),
    K.ACTIVITY_PLAN: (
        Field(F.BASE, "choice", choices=("sample", "own")),
        Field(
            F.ACTIVITIES,
            "list",
            low_count=1,
            high_count=60,
            fields=(
                Field(F.ACTIVITY_AREA, "choice", choices=AREAS),
                Field(F.ACTIVITY, "text", low=3, high=150),
                Field(F.MONTH, "month"),
                Field(F.WHO, "text", low=2, high=100),
                Field(F.PLACE, "text", low=2, high=120),
            ),
        ),
        Field(F.REASON_FOR_NONE, "text", starred=False, low=3, high=300),
    ),
    K.FOUNDING_MEETING: (
        Field(F.DATE, "date", past=True),
        Field(F.START, "time", low="06:00", high="20:00"),
        Field(F.END, "time", low="06:30", high="22:00", not_before=F.START),
        Field(F.CHAIR_OF_MEETING, "name"),
        Field(F.MINUTE_TAKER, "name"),
        Field(F.INVITED, "number", low=5, high=500),
        Field(F.PRESENT, "number", low=0, high=500, at_most=F.INVITED),
        Field(F.FOR, "number", low=0, high=500, at_most=F.PRESENT),
        Field(F.AGAINST, "number", low=0, high=500, at_most=F.PRESENT),
        Field(F.ABSTAIN, "number", low=0, high=500, at_most=F.PRESENT),
        Field(F.WAY, "choice", choices=("show_of_hands", "ballot")),
        Field(F.AS_PROPOSED, "confirm", starred=False),
        Field(
            F.ELECTED,
            "list",
            low_count=3,
            high_count=BOARD_MOST,
            fields=(
                Field(F.MEMBER, "member"),
                Field(F.POST, "choice", choices=POSTS),
                Field(F.VOTES, "number", low=0, high=500, at_most=F.PRESENT),
            ),
        ),
    ),
    K.FOUNDING_DOSSIER: tuple(Field(f"signed_{paper}", "confirm") for paper in PAPERS),
    K.DOSSIER_SUBMITTED: (
        Field(F.SUBMITTED_ON, "date", past=True, not_before=f"{K.FOUNDING_MEETING}.{F.DATE}"),
        Field(F.WHERE, "choice", choices=("one_stop", "office", "association")),
        Field(F.RECEIPT_NO, "text", starred=False, low=1, high=40),
    ),
    K.RECOGNITION_DECISION: (
        Field(F.OUTCOME, "choice", choices=("decided", "supplement", "refused", "no_answer")),
        Field(F.NUMBER, "text", low=1, high=40, when=(F.OUTCOME, ("decided",))),
        Field(F.DATE, "date", past=True, when=(F.OUTCOME, ("decided",))),
        Field(F.SIGNER, "name", when=(F.OUTCOME, ("decided",))),
        Field(F.ISSUING_BODY, "text", low=3, high=120, when=(F.OUTCOME, ("decided",))),
        Field(F.DECISION_FILE, "file", starred=False, when=(F.OUTCOME, ("decided",))),
        Field(F.WHAT, "text", low=3, high=300, when=(F.OUTCOME, ("supplement",))),
        Field(F.UNTIL, "date", starred=False, when=(F.OUTCOME, ("supplement",))),
        Field(F.REASON, "text", low=3, high=300, when=(F.OUTCOME, ("refused",))),
    ),
    K.BOARD_TRAINING: (
        Field(F.FROM, "date", past=True),
        Field(F.DAYS, "number", low=1, high=5, most=60),
        Field(F.TRAINER, "text", low=2, high=120),
        Field(F.TOPICS, "several", choices=TOPICS),
        Field(
            F.PARTICIPANTS,
            "list",
            low_count=1,
            high_count=60,
            fields=(Field(F.MEMBER, "member"),),
        ),
    ),
    K.LAUNCH_CEREMONY: (
        Field(F.DATE, "date", not_before=f"{K.RECOGNITION_DECISION}.{F.DATE}"),
        Field(F.TIME, "time", low="06:00", high="20:00"),
        Field(F.PLACE, "text", low=2, high=120),
        Field(F.PROGRAMME, "choice", choices=("usual", "own")),
        Field(F.PROGRAMME_TEXT, "text", low=3, high=1000, when=(F.PROGRAMME, ("own",))),
        Field(F.PRESENT, "number", low=5, high=1000, on_day=F.DATE),
    ),
    K.FIRST_MEETING: (
        Field(F.DATE, "date", past=True),
        Field(F.PRESENT, "number", low=1, high=500),
        Field(F.INCOME_FUND, "money", low=0, high=2_000_000_000),
        Field(F.ACTIVITY_FUND, "money", low=0, high=2_000_000_000),
        Field(F.BOOKS_OPENED, "several", choices=BOOKS),
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


def applies(each: Field, data: StepData, today: date) -> bool:
    """Whether a datum is asked for, given what was said so far."""
    if each.when is not None and data.get(each.when[0]) not in each.when[1]:
        return False
    if each.unless is not None and data.get(each.unless[0]) in each.unless[1]:
        return False
    if each.on_day is not None:
        day = data.get(each.on_day)
        return day is not None and date.fromisoformat(day) <= today
    return True
