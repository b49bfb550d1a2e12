"""Where every slot of the papers comes from. A source returns None for what nobody said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.documents.facts import BoardMember, ClubFacts, IncidentFacts, Named, Occasion
from bot.domain.criteria import Composition
from bot.domain.founding import AREAS, F, StepData, StepKey
from bot.domain.incidents import DataKind, IncidentKind
from bot.language.phones import show_phone
from bot.language.places import neighbourhood_group, unit_in_sentence
from bot.language.recurrences import Recurrence
from bot.language.text import capitalise
from bot.speech.show import show_birth, show_recurrence
from bot.speech.translation import Phrase, say


@dataclass(frozen=True)
class Day:
    """A day as papers write it; without one its day, month and year are dotted."""

    value: date | None


@dataclass(frozen=True)
class Moment:
    """A day and an hour, either of which may be missing."""

    day: date | None
    hour: time | None


@dataclass(frozen=True)
class Money:
    """A sum in đồng, in figures and in words."""

    amount: int


@dataclass(frozen=True)
class Word:
    """A value that the paper's own text has the word for."""

    table: str
    key: str


@dataclass(frozen=True)
class Several:
    """Several values in one sentence."""

    items: tuple[object, ...]


Row = Mapping[str, object]
"""A line of a list: values by slot. "" is a cell that stays empty, None one to fill in."""


@dataclass(frozen=True)
class Field:
    """A slot of the papers: its source, the words it may need, a list's own slots."""

    name: str
    read: Callable[[ClubFacts], object]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The tables of words, with every key, that the papers using it must have."""
    columns: tuple[str, ...] = ()


def _datum(step: str, name: str) -> Callable[[ClubFacts], object]:
    return lambda facts: facts.said(step, name)


def _day(step: str, name: str) -> Callable[[ClubFacts], Day]:
    return lambda facts: Day(_date(facts.said(step, name)))


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _birth(person: Named) -> int | Phrase | str | None:
    if person.birth_year is None:
        return None
    if person.birth_estimated:
        return show_birth(person.birth_year, None, True)
    return person.birth_year


def _sex(person: Named) -> Phrase | None:
    return say(f"registration.sex.{person.sex}") if person.sex else None


# The club and its place


def _plan_decision(facts: ClubFacts) -> str | None:
    """The province's plan; one that is over is no ground for a new club."""
    current = facts.plan.province is not None and not facts.plan.over(facts.today)
    return facts.plan.decision if current else None


# Who asks, signs and invites


def _signer(facts: ClubFacts) -> str:
    return "chair" if facts.chair is not None else "head"


def _applicant(facts: ClubFacts) -> Named:
    return facts.chair or facts.head


def _inviter(facts: ClubFacts) -> str:
    """The mobilising group calls the founding meeting; the board whatever comes after it."""
    occasion = facts.occasion
    if occasion is not None and occasion.kind == "founding_meeting":
        return "head"
    return _signer(facts)


def _inviter_name(facts: ClubFacts) -> str | None:
    chair = facts.chair
    return facts.head.name if _inviter(facts) == "head" or chair is None else chair.name


_SIGNERS = ("chair", "head")


# Members and board

_ROOM = 10
"""Empty lines below those who are known: for who comes and stands on no list yet."""
_FEWEST_LINES = 20
"""Lines of a sheet that nobody stands on yet: two pages, so that no line stands alone."""


def _signers(facts: ClubFacts) -> list[Row]:
    empty = dict.fromkeys(("name", "birth_year", "group"), "")
    return [
        *(_to_sign(each) for each in facts.signers),
        *[empty] * max(_ROOM, _FEWEST_LINES - len(facts.signers)),
    ]


def _to_sign(person: Named) -> Row:
    group = neighbourhood_group(person.address)
    return {"name": person.name, "birth_year": _birth(person), "group": group}


def _members(facts: ClubFacts) -> list[Row]:
    return [_member(each) for each in facts.members]


def _member(person: Named) -> Row:
    if person.name is None:
        kept_back = dict.fromkeys(("birth_year", "sex", "address", "circumstances", "phone"), "")
        return {"name": Word("member", "unnamed"), **kept_back}
    return {
        "name": person.name,
        "birth_year": _birth(person),
        "sex": _sex(person),
        "address": person.address,
        "circumstances": _circumstances(person.circumstances),
        "phone": show_phone(person.phone) if person.phone else person.contact_person,
    }


_CIRCUMSTANCES = ("poor", "near_poor", "hardship", "disabled")


def _circumstances(value: str | None) -> Word | Several | str | None:
    if value is None:
        return None
    if value == "":
        return Word("circumstances", "none")
    kinds = [each for each in value.split(";") if each in _CIRCUMSTANCES]
    # Who would rather not say isn't asked by an empty line either.
    return Several(tuple(Word("circumstances", each) for each in kinds)) if kinds else ""


def _board(facts: ClubFacts) -> list[Row]:
    return [_board_member(each) for each in facts.board]


def _board_member(each: BoardMember) -> Row:
    return {
        "name": each.person.name,
        "birth_year": _birth(each.person),
        "sex": _sex(each.person),
        "post": say(f"post.{each.post}"),
        "votes": each.votes,
    }


def _count(key: str) -> Callable[[ClubFacts], int | None]:
    def read(facts: ClubFacts) -> int | None:
        return facts.composition.counts[key] if facts.composition.known[key] else None

    return read


def _share(key: str) -> Callable[[ClubFacts], str | None]:
    def read(facts: ClubFacts) -> str | None:
        share = facts.composition.share(key)
        return None if share is None else f"{round(share * 100)} %"

    return read


def _unknown(key: str) -> Callable[[ClubFacts], int | None]:
    def read(facts: ClubFacts) -> int | None:
        made: Composition = facts.composition
        return made.total - made.known[key] if made.total else None

    return read


_COUNTED = (
    "older", "aged_55_plus", "younger", "women", "poor", "near_poor", "hardship", "disabled",
    "disadvantaged",
)  # fmt: skip


# The survey, the place, the money, the meeting


def _wishes(facts: ClubFacts) -> Several | None:
    wishes = facts.said(StepKey.SURVEY, F.WISHES)
    return Several(tuple(say(f"area.{each}") for each in wishes)) if wishes else None


def _regular_day(facts: ClubFacts) -> Phrase | None:
    rule = facts.said(StepKey.MEETING_PLACE, F.REGULAR_DAY)
    return show_recurrence(Recurrence.from_json(rule)) if rule else None


def _pledges(facts: ClubFacts) -> list[StepData]:
    return list(facts.said(StepKey.STARTUP_FUND, F.PLEDGES) or ())


def _sum(purpose: str, *states: str) -> Callable[[ClubFacts], Money | None]:
    """What was received or promised for a fund; nothing was said while no gift is noted."""

    def read(facts: ClubFacts) -> Money | None:
        pledges = _pledges(facts)
        if not pledges:
            return None
        return Money(
            sum(
                int(each.get(F.AMOUNT) or 0)
                for each in pledges
                if each.get(F.FOR) == purpose and each.get(F.STATE) in states
            )
        )

    return read


def _in_kind(facts: ClubFacts) -> Money | None:
    found = _sum("in_kind", "received", "promised")(facts)
    return found if found is not None and found.amount else None


def _fund_sources(facts: ClubFacts) -> Several | None:
    sources = dict.fromkeys(each[F.SOURCE] for each in _pledges(facts) if each.get(F.SOURCE))
    if not sources:
        return None
    return Several(tuple(say(f"founding.startup_fund.pledges.source.{each}") for each in sources))


def _member_fee(facts: ClubFacts) -> Money | None:
    fee = facts.said(StepKey.STARTUP_FUND, F.MEMBER_FEE)
    return None if fee is None else Money(fee)


def _request_date(facts: ClubFacts) -> Day:
    """The day the request was handed in; before it the day it is made."""
    return Day(_date(facts.said(StepKey.DOSSIER_SUBMITTED, F.SUBMITTED_ON)) or facts.today)


# An invitation


def _occasion(read: Callable[[Occasion], object]) -> Callable[[ClubFacts], object]:
    return lambda facts: None if facts.occasion is None else read(facts.occasion)


def _moment(facts: ClubFacts) -> Moment:
    occasion = facts.occasion
    return Moment(occasion.day, occasion.hour) if occasion is not None else Moment(None, None)


def _invitation_date(facts: ClubFacts) -> Day:
    """The day it is made; nobody knows it any more once the day of the meeting is past."""
    day = facts.occasion.day if facts.occasion is not None else None
    return Day(facts.today if day is None or day >= facts.today else None)


# What is kept, and what happened to it


def _incident(read: Callable[[IncidentFacts], object]) -> Callable[[ClubFacts], object]:
    """A datum of the incident; None on a paper of none."""
    return lambda facts: None if facts.incident is None else read(facts.incident)


def _moment_of(read: Callable[[IncidentFacts], datetime]) -> Callable[[ClubFacts], object]:
    def shown(facts: ClubFacts) -> Moment:
        if facts.incident is None:
            return Moment(None, None)
        moment = read(facts.incident)
        return Moment(moment.date(), moment.time())

    return shown


def _concerned(facts: ClubFacts) -> list[Row]:
    return [] if facts.incident is None else [_to_sign(each) for each in facts.incident.people]


_ALL = (
    Field("club_name", lambda facts: facts.name),
    Field("club_capitals", lambda facts: facts.name.upper()),
    Field("hamlet", lambda facts: facts.hamlet),
    Field("commune", lambda facts: unit_in_sentence(facts.unit) if facts.unit else None),
    Field("commune_capitals", lambda facts: facts.unit.upper() if facts.unit else None),
    Field("province", lambda facts: facts.plan.province),
    Field("plan_decision", _plan_decision),
    Field("areas", lambda facts: Several(tuple(say(f"area.{each}") for each in AREAS))),
    Field("request_date", _request_date),
    Field("request_day", _day(StepKey.DOSSIER_SUBMITTED, F.SUBMITTED_ON)),
    Field("applicant_name", lambda facts: _applicant(facts).name),
    Field("applicant_birth_year", lambda facts: _birth(_applicant(facts))),
    Field("applicant_address", lambda facts: _applicant(facts).address),
    Field(
        "applicant_phone",
        lambda facts: show_phone(phone) if (phone := _applicant(facts).phone) else None,
    ),
    Field(
        "applicant_role",
        lambda facts: Word("applicant_role", _signer(facts)),
        {"applicant_role": _SIGNERS},
    ),
    Field(
        "signer_body", lambda facts: Word("signer_body", _signer(facts)), {"signer_body": _SIGNERS}
    ),
    Field(
        "signer_post", lambda facts: Word("signer_post", _signer(facts)), {"signer_post": _SIGNERS}
    ),
    Field("head_name", lambda facts: facts.head.name),
    Field(
        "members",
        _members,
        {"member": ("unnamed",), "circumstances": (*_CIRCUMSTANCES, "none")},
        ("name", "birth_year", "sex", "address", "circumstances", "phone"),
    ),
    Field("signers", _signers, columns=("name", "birth_year", "group")),
    Field("made_on", lambda facts: Day(facts.today)),
    Field("members_total", lambda facts: facts.composition.total or None),
    *(Field(f"{key}_count", _count(key)) for key in _COUNTED),
    *(Field(f"{key}_share", _share(key)) for key in _COUNTED),
    Field("birth_unknown", _unknown("older")),
    Field("sex_unknown", _unknown("women")),
    Field("circumstances_unknown", _unknown("disadvantaged")),
    Field("board", _board, columns=("name", "birth_year", "sex", "post", "votes")),
    Field("board_elected", lambda facts: facts.board_elected),
    Field("older_total", _datum(StepKey.SURVEY, F.OLDER_TOTAL)),
    Field("want_to_join", _datum(StepKey.SURVEY, F.WANT_TO_JOIN)),
    Field("wishes", _wishes),
    Field("survey_from", _day(StepKey.SURVEY, F.SURVEY_FROM)),
    Field("survey_to", _day(StepKey.SURVEY, F.SURVEY_TO)),
    Field("people_meeting_date", _day(StepKey.INFORMATION_MEETING, F.MEETING_DATE)),
    Field("people_meeting_attended", _datum(StepKey.INFORMATION_MEETING, F.ATTENDED)),
    Field("households", _datum(StepKey.INFORMATION_MEETING, F.HOUSEHOLDS)),
    Field(
        "support_way",
        lambda facts: (
            Word("support_way", way)
            if (way := facts.said(StepKey.COMMUNE_SUPPORT, F.SUPPORT_WAY)) in ("verbal", "written")
            else None
        ),
        {"support_way": ("verbal", "written")},
    ),
    Field("support_date", _day(StepKey.COMMUNE_SUPPORT, F.SUPPORT_DATE)),
    Field("place", _datum(StepKey.MEETING_PLACE, F.PLACE_NAME)),
    Field("place_address", _datum(StepKey.MEETING_PLACE, F.PLACE_ADDRESS)),
    Field("regular_day", _regular_day),
    Field("regular_time", _datum(StepKey.MEETING_PLACE, F.REGULAR_TIME)),
    Field("income_received", _sum("income_fund", "received")),
    Field("income_promised", _sum("income_fund", "promised")),
    Field("activity_received", _sum("activity_fund", "received")),
    Field("activity_promised", _sum("activity_fund", "promised")),
    Field("in_kind", _in_kind),
    Field("fund_sources", _fund_sources),
    Field("member_fee", _member_fee),
    Field("meeting_date", _day(StepKey.FOUNDING_MEETING, F.DATE)),
    Field("votes_for", _datum(StepKey.FOUNDING_MEETING, F.FOR)),
    Field("votes_against", _datum(StepKey.FOUNDING_MEETING, F.AGAINST)),
    Field("votes_abstain", _datum(StepKey.FOUNDING_MEETING, F.ABSTAIN)),
    Field("votes_total", _datum(StepKey.FOUNDING_MEETING, F.PRESENT)),
    Field("ballot", lambda facts: facts.said(StepKey.FOUNDING_MEETING, F.WAY) == "ballot"),
    Field(
        "event",
        _occasion(lambda occasion: say(f"event.kind.{occasion.kind}.paper")),
    ),
    Field("leader", _inviter_name),
    Field("moment", _moment),
    Field("invitation_date", _invitation_date),
    Field("event_place", _occasion(lambda occasion: occasion.place)),
    Field("bring", _occasion(lambda occasion: occasion.bring)),
    Field("places", _occasion(lambda occasion: occasion.places)),
    Field("contact", lambda facts: facts.contact),
    Field("invited_by_board", lambda facts: _inviter(facts) == "chair"),
    Field(
        "inviter_body",
        lambda facts: Word("inviter_body", _inviter(facts)),
        {"inviter_body": _SIGNERS},
    ),
    Field(
        "inviter_post",
        lambda facts: Word("inviter_post", _inviter(facts)),
        {"inviter_post": _SIGNERS},
    ),
    Field("inviter_name", _inviter_name),
    Field("blank", lambda _facts: None),
    Field("after_months", lambda facts: facts.kept.after_leaving // 30),
    Field("proof_years", lambda facts: facts.kept.proof // 365),
    Field("talk_days", lambda facts: facts.kept.conversations),
    Field("backup_days", lambda facts: facts.kept.backups),
    Field("incident_number", _incident(lambda incident: incident.number)),
    Field(
        "incident_kind",
        _incident(lambda incident: Word("incident_kind", incident.kind)),
        {"incident_kind": tuple(IncidentKind)},
    ),
    Field(
        "incident_data",
        _incident(
            lambda incident: Several(tuple(Word("incident_data", each) for each in incident.data))
        ),
        {"incident_data": tuple(DataKind)},
    ),
    Field("incident_detected", _moment_of(lambda incident: incident.detected)),
    Field("incident_until", _moment_of(lambda incident: incident.until)),
    Field("incident_late", _incident(lambda incident: incident.is_late)),
    Field("incident_nature", _incident(lambda incident: capitalise(incident.nature))),
    Field("incident_consequences", _incident(lambda incident: incident.consequences)),
    Field("incident_measures", _incident(lambda incident: incident.measures)),
    Field("incident_contact", _incident(lambda incident: incident.contact)),
    Field("incident_count", _incident(lambda incident: len(incident.people))),
    Field("incident_people", _concerned, columns=("name", "birth_year", "group")),
)
FIELDS: Mapping[str, Field] = {each.name: each for each in _ALL}
