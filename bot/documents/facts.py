"""What papers are made of: a club as it stands, with what may leave it and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.domain.criteria import Composition
from bot.domain.entries import ITEM
from bot.domain.founding import F, StepData, StepKey
from bot.domain.plan import Plan
from bot.speech.translation import Phrase


@dataclass(frozen=True)
class Named:
    """A person on a paper. None is what isn't known, or what may not leave the club.

    `name` is None for one who counts and isn't named; then everything else is None too.
    """

    name: str | None = None
    birth_year: int | None = None
    birth_estimated: bool = False
    sex: str | None = None
    address: str | None = None
    phone: str | None = None
    contact_person: str | None = None
    circumstances: str | None = None
    """None unknown, "" none, "undisclosed" kept back, else kinds joined by ";"."""


@dataclass(frozen=True)
class BoardMember:
    """Somebody on the board, or put forward for it."""

    person: Named
    post: str
    votes: int | None = None


@dataclass(frozen=True)
class Occasion:
    """What an invitation is to; what isn't set yet is None."""

    kind: str
    """A kind of event, or `founding_meeting`."""
    day: date | None = None
    hour: time | None = None
    place: str | None = None
    bring: str | None = None
    places: int | None = None


@dataclass(frozen=True)
class Kept:
    """How many days things are kept, as the settings say; None: no backups are made."""

    conversations: int = 30
    after_leaving: int = 365
    proof: int = 1095
    backups: int | None = 7


AS_USUAL = Kept()
"""What the settings say when nobody changed them."""


@dataclass(frozen=True)
class IncidentFacts:
    """Something that happened to people's data, as its papers tell it of one club."""

    number: int
    kind: str
    data: tuple[str, ...]
    detected: datetime
    until: datetime
    """By when the authority must hear of it; both as the club's clock shows it."""
    is_late: bool
    nature: str
    consequences: str | None
    measures: str | None
    contact: str | None
    people: tuple[Named, ...]
    """Whom it concerns, by neighbourhood group and name."""


@dataclass(frozen=True)
class ClubFacts:
    """A club on a day. `data` is the founding's, by step and field, lists as lists of dicts."""

    code: str
    name: str
    hamlet: str
    unit: str | None
    """The commune-level unit's official name; None where the plan doesn't know it."""
    plan: Plan
    today: date
    data: Mapping[str, StepData]
    members: tuple[Named, ...]
    """In the order of the paper: by neighbourhood group, then by name; the unnamed last."""
    signers: tuple[Named, ...]
    """Who has a consent to give yet: name, year and group alone, for all who sign read it."""
    composition: Composition
    """Everybody who counts, the unnamed too."""
    board: tuple[BoardMember, ...]
    board_elected: bool
    contact: Phrase | str | None
    """Who answers for the club: a text or a phrase."""
    occasion: Occasion | None = None
    kept: Kept = AS_USUAL
    incident: IncidentFacts | None = None

    def said(self, step: str, field: str) -> Any:
        """What was said in a founding step, None if nothing was."""
        return self.data.get(step, {}).get(field)

    @property
    def head(self) -> Named:
        """The mobilising group's head, as it was written down."""
        group = self.said(StepKey.MOBILISING_GROUP, F.GROUP_MEMBERS) or []
        chosen = str(self.said(StepKey.MOBILISING_GROUP, F.GROUP_HEAD))
        for each in group:
            if str(each.get(ITEM)) == chosen:
                birth = each.get(F.BIRTH) or {}
                return Named(
                    name=each.get(F.NAME),
                    birth_year=birth.get("year"),
                    birth_estimated=bool(birth.get("estimated")),
                    sex=each.get(F.SEX),
                    phone=each.get(F.PHONE),
                )
        return Named()

    @property
    def chair(self) -> Named | None:
        """The elected chair; None before the election."""
        if not self.board_elected:
            return None
        return next((each.person for each in self.board if each.post == "chair"), None)
