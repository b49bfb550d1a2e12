"""The papers: one entry each. The words stand in `texts/<code>.vi.md`.

An entry names the paper's look, the steps it belongs to, the slots of its text (their sources
stand in `fields.py`), what dates it and the kinds of file it is made as. `check_papers` refuses
what doesn't fit together before anybody asks for a paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import lru_cache

from bot.documents.facts import ClubFacts
from bot.documents.fields import FIELDS, Day, Moment, Money, Several, Word
from bot.documents.texts import (
    SLOT,
    Block,
    Column,
    Line,
    PaperText,
    PaperTextError,
    common_words,
    read_text,
)
from bot.domain.founding import StepKey
from bot.language.numbers import show_number, spell_number
from bot.language.places import place_of_unit
from bot.speech.show import show_lunar, show_weekday
from bot.speech.translation import Phrase, Speaker

DOT = "…"
DOTS = 9
"""Dots, each of three points, for what nobody said, where the text doesn't say how many."""
SHORT_DOTS = DOT * 2
"""The same in a cell, or for a part of a date."""
PLACE_DOTS = DOT * 5
"""The same for the place before a date."""
NUMBER = "number"
"""The slot of every list that counts its lines."""

_SPEAKER = Speaker("vi", "", "")
"""Papers are Vietnamese, whoever asks for them; they address nobody."""


class Look(StrEnum):
    """The three looks: an office paper, a personal letter, a list."""

    OFFICE = "office"
    LETTER = "letter"
    LIST = "list"


@dataclass(frozen=True)
class Paper:
    """A paper that the program can make. `dated_by` is the field of its place-and-date line."""

    code: str
    look: Look
    steps: tuple[StepKey, ...]
    fields: tuple[str, ...]
    dated_by: str
    formats: tuple[str, ...] = ("docx",)
    landscape: bool = False
    size: int = 13
    """Points of the body: 13 or 14 (Decree 30/2020, appendix I)."""


PAPERS: Mapping[str, Paper] = {
    each.code: each
    for each in (
        Paper(
            "founding_member_list",
            Look.LIST,
            (StepKey.FOUNDING_MEMBERS, StepKey.FOUNDING_DOSSIER),
            (
                "club_capitals", "board_elected", "request_day", "members", "members_total",
                "older_count", "older_share", "aged_55_plus_count", "aged_55_plus_share",
                "women_count", "women_share", "poor_count", "poor_share", "near_poor_count",
                "near_poor_share", "hardship_count", "hardship_share", "disabled_count",
                "disabled_share", "birth_unknown", "sex_unknown", "circumstances_unknown",
                "head_name",
            ),
            dated_by="request_date",
            formats=("docx", "xlsx"),
            landscape=True,
        ),
        Paper(
            "signing_sheet",
            Look.LIST,
            (StepKey.FOUNDING_MEMBERS,),
            ("club_capitals", "club_name", "contact", "signers"),
            dated_by="made_on",
            landscape=True,
        ),
        Paper(
            "invitation",
            Look.OFFICE,
            (StepKey.FOUNDING_MEETING,),
            (
                "club_capitals", "club_name", "event", "leader", "moment", "event_place", "bring",
                "places", "contact", "invited_by_board", "inviter_body", "inviter_post",
                "inviter_name",
            ),
            dated_by="invitation_date",
            size=14,
        ),
        Paper(
            "founding_request",
            Look.LETTER,
            (StepKey.FOUNDING_DOSSIER,),
            (
                "club_name", "hamlet", "commune", "commune_capitals", "province", "plan_decision",
                "meeting_date", "applicant_name", "applicant_birth_year", "applicant_address",
                "applicant_phone", "applicant_role", "older_total", "want_to_join", "wishes",
                "survey_from", "survey_to", "people_meeting_date", "people_meeting_attended",
                "households", "support_way", "support_date", "areas", "members_total",
                "older_count", "older_share", "aged_55_plus_count", "aged_55_plus_share",
                "younger_count", "younger_share", "women_count", "women_share",
                "disadvantaged_count", "disadvantaged_share", "board", "board_elected", "place",
                "place_address", "regular_day", "regular_time", "income_received",
                "income_promised", "activity_received", "activity_promised", "in_kind",
                "fund_sources", "member_fee", "votes_for", "votes_against", "votes_abstain",
                "votes_total", "ballot", "signer_body", "signer_post",
            ),
            dated_by="request_date",
        ),
        Paper(
            "processing_record",
            Look.LIST,
            (StepKey.FOUNDING_MEMBERS,),
            (
                "club_capitals", "club_name", "hamlet", "commune", "members_total", "contact",
                "after_months", "talk_days", "proof_years", "backup_days", "blank", "signer_body",
                "signer_post", "applicant_name",
            ),
            dated_by="made_on",
        ),
        # Papers of an incident belong to no step: the operator has them made.
        Paper(
            "incident_notification",
            Look.OFFICE,
            (),
            (
                "club_capitals", "club_name", "hamlet", "commune", "province", "incident_kind",
                "incident_nature", "incident_detected", "incident_until", "incident_data",
                "incident_count", "incident_consequences", "incident_measures",
                "incident_contact", "incident_late", "blank", "signer_body", "signer_post",
                "applicant_name",
            ),
            dated_by="made_on",
        ),
        Paper(
            "incident_record",
            Look.LIST,
            (),
            (
                "club_capitals", "incident_number", "incident_kind", "incident_nature",
                "incident_detected", "incident_until", "incident_data", "incident_consequences",
                "incident_measures", "incident_contact", "incident_count", "incident_people",
                "signer_body", "signer_post", "applicant_name",
            ),
            dated_by="made_on",
        ),
        Paper(
            "incident_letter",
            Look.OFFICE,
            (),
            (
                "club_capitals", "club_name", "incident_detected", "incident_kind",
                "incident_nature", "incident_data", "incident_measures", "incident_consequences",
                "incident_contact", "signer_body", "signer_post", "applicant_name",
            ),
            dated_by="made_on",
            size=14,
        ),
    )
}  # fmt: skip


class BrokenPaperError(Exception):
    """An entry and a text that don't fit together; the message names both."""


@lru_cache(maxsize=64)
def _text_of(code: str) -> PaperText:
    return read_text(code)


def papers_of(step: StepKey) -> list[Paper]:
    """The papers of a step, in the order of the entries."""
    return [each for each in PAPERS.values() if step in each.steps]


def every_paper() -> list[Paper]:
    """The papers that a club may have at any time: those of an incident are made of one alone."""
    return [each for each in PAPERS.values() if each.steps]


def check_papers() -> None:
    """Refuse a text without entry, an entry without text, a slot that nobody fills or uses."""
    try:
        common_words()
        for paper in PAPERS.values():
            check_paper(paper, _text_of(paper.code))
    except PaperTextError as error:
        raise BrokenPaperError(str(error)) from None


def check_paper(paper: Paper, text: PaperText) -> None:
    """Refuse one paper whose entry, fields and text don't fit together."""
    place = f"paper {paper.code}"
    for name in (*paper.fields, paper.dated_by):
        if name not in FIELDS:
            raise BrokenPaperError(f"{place}: no source for {name}")
    used: set[str] = set()
    for block in text.blocks:
        slots = set(block.slots())
        if block.rows_of is not None:
            if block.rows_of not in paper.fields:
                raise BrokenPaperError(f"{place}: unknown list {block.rows_of}")
            used.add(block.rows_of)
            known = {NUMBER, *FIELDS[block.rows_of].columns}
        else:
            known = set(paper.fields)
            used |= slots
        if slots - known:
            raise BrokenPaperError(f"{place}: unknown slot {', '.join(sorted(slots - known))}")
        for line in (*block.lines, Line(block.head)):
            if set("{}") & set(SLOT.sub("", line.text)):
                raise BrokenPaperError(f"{place}: a brace without slot in {line.text[:40]}")
    if set(paper.fields) - used:
        unused = ", ".join(sorted(set(paper.fields) - used))
        raise BrokenPaperError(f"{place}: its text never uses {unused}")
    wanted = {
        table: set(keys) for name in paper.fields for table, keys in FIELDS[name].words.items()
    }
    if {table: set(words) for table, words in text.words.items()} != wanted:
        raise BrokenPaperError(f"{place}: its words are not those of its fields: {wanted}")


@dataclass(frozen=True)
class Part:
    """A part of a filled paper: a block of the text with everything said in it."""

    kind: str
    head: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str | int, ...], ...] = ()


@dataclass(frozen=True)
class FilledPaper:
    """A paper as it stands, ready to be written in any kind of file."""

    paper: Paper
    parts: tuple[Part, ...]
    place_and_date: str

    def find(self, kind: str) -> Part | None:
        """The part of a kind that a paper has at most once."""
        return next((part for part in self.parts if part.kind == kind), None)


def fill(paper: Paper, facts: ClubFacts) -> FilledPaper:
    """A paper with everything that was said; what nobody said is dotted."""
    text = _text_of(paper.code)
    values = {name: FIELDS[name].read(facts) for name in paper.fields}
    filled = _Filling(text, values)
    place = place_of_unit(facts.unit) if facts.unit else PLACE_DOTS
    day = filled.show(FIELDS[paper.dated_by].read(facts))
    return FilledPaper(
        paper,
        tuple(filled.parts()),
        common_words()["place_and_date"].format(place=place, day=day),
    )


def _is_missing(value: object) -> bool:
    if isinstance(value, Day):
        return value.value is None
    return value is None or value is False or value == ""


class _Filling:
    def __init__(self, text: PaperText, values: Mapping[str, object]) -> None:
        self._text = text
        self._values = values
        self._words = common_words()

    def parts(self) -> Iterator[Part]:
        for block in self._text.blocks:
            lines = [line for line in block.lines if self._shown(line)]
            if block.rows_of is not None:
                yield self._list(block)
            elif block.kind == "table":
                rows = tuple(self._cells(line, self._values) for line in lines)
                yield Part(block.kind, "", (), block.columns, rows)
            elif lines or not block.lines:
                said = tuple(self._line(line.text, self._values) for line in lines)
                yield Part(block.kind, self._line(block.head, self._values), said)

    def _shown(self, line: Line) -> bool:
        return line.slot is None or _is_missing(self._values[line.slot]) is not line.wanted

    def _list(self, block: Block) -> Part:
        items = self._values[block.rows_of or ""]
        rows = [
            self._cells(block.lines[0], {NUMBER: number, **item})
            for number, item in enumerate(items if isinstance(items, list) else [], 1)
        ]
        if not rows:
            empty = dict.fromkeys(FIELDS[block.rows_of or ""].columns, "")
            rows = [
                self._cells(block.lines[0], {NUMBER: number, **empty})
                for number in range(1, block.at_least + 1)
            ]
        return Part(block.kind, "", (), block.columns, tuple(rows))

    def _cells(self, line: Line, values: Mapping[str, object]) -> tuple[str | int, ...]:
        cells: list[str | int] = []
        for cell in line.text.split("|"):
            alone = SLOT.fullmatch(cell.strip())
            value = values[alone[1]] if alone else None
            if isinstance(value, int) and not isinstance(value, bool):
                cells.append(value)
            else:
                cells.append(self._line(cell.strip(), values, len(SHORT_DOTS)))
        return tuple(cells)

    def _line(self, text: str, values: Mapping[str, object], dots: int = DOTS) -> str:
        def said(match: re.Match[str]) -> str:
            value = values[match[1]]
            return DOT * int(match[2] or dots) if value is None else self.show(value)

        return SLOT.sub(said, text)

    def show(self, value: object) -> str:
        """A value as the paper writes it."""
        match value:
            case str():
                return value
            case bool():
                raise TypeError("a yes or no has no words")
            case int():
                return show_number(value) if value >= 10_000 else str(value)
            case Phrase():
                return _SPEAKER.text(value)
            case Word(table, key):
                return self._text.words[table][key]
            case Day(day):
                return self._day(day)
            case Moment(day, hour):
                return self._moment(day, hour)
            case Money(amount):
                return self._money(amount)
            case Several(items):
                return self._several([self.show(each) for each in items])
        raise TypeError(f"no paper can show a {type(value).__name__}")

    def _day(self, day: date | None) -> str:
        if day is None:
            return self._words["day"].format(day=SHORT_DOTS, month=SHORT_DOTS, year=SHORT_DOTS)
        # Days below 10 and January, February with a zero before (Decree 30/2020, appendix I).
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
        return self._words["day"].format(day=f"{day.day:02d}", month=month, year=day.year)

    def _moment(self, day: date | None, hour: time | None) -> str:
        shown = hour.strftime("%H:%M") if hour is not None else SHORT_DOTS
        if day is None:
            return f"{shown}, {self._day(None)}"
        return self._words["moment"].format(
            hour=shown,
            weekday=_SPEAKER.text(show_weekday(day.weekday())),
            day=self._day(day),
            lunar=_SPEAKER.text(show_lunar(day)),
        )

    def _money(self, amount: int) -> str:
        digits = show_number(amount)
        if not amount:
            return self._words["money"].format(digits=digits)
        return self._words["money_in_words"].format(digits=digits, words=spell_number(amount))

    def _several(self, items: list[str]) -> str:
        """Things in one sentence, those with a comma of their own held apart by semicolons."""
        words = [each[:1].lower() + each[1:] for each in items]
        if any("," in each for each in words):
            return "; ".join(words)
        if len(words) < 2:
            return "".join(words)
        return self._words["and"].format(first=", ".join(words[:-1]), last=words[-1])
