"""Step 1 opens the club. Until it stands its answers live in the conversation; once it stands,
the same questions correct its hamlet and its name.
"""

from __future__ import annotations

from typing import ClassVar

from bot.conversations.effects import OpenFounding, RenameClub
from bot.conversations.engine import Answer, Answers, Flow, Session, SessionStore, Step
from bot.conversations.engine.kinds import Pairs, Read, TextKind
from bot.conversations.engine.surroundings import Turn as AnyTurn
from bot.conversations.faults import no_name
from bot.conversations.founding.communes import (
    CommuneKind,
    RegionKind,
    allowed_units,
    commune_told,
    communes,
    regions,
)
from bot.conversations.founding.store import FoundingStore, club_of
from bot.conversations.guards import organises
from bot.conversations.turn import Turn
from bot.domain.founding import F, StepKey
from bot.domain.rights import AccountRole
from bot.language.places import names_place
from bot.speech.translation import Phrase, say


def _needs_region(turn: Turn, answers: Answers) -> bool:
    return len(allowed_units(turn, answers)) > 8


def _with_commune(turn: Turn, session: Session, region: Answer) -> Session:
    """Who answered with a commune isn't asked for it a second time."""
    scope = {**session.args, "region": region}
    area, text = turn.plan.area(region), turn.inbound.text
    told = commune_told(turn, scope, text)
    if told is None or (area is not None and names_place(text, area.name)):
        # "Đất Đỏ" is a district of before as well as a commune of today.
        return session
    unit, said_back = told
    turn.say(say("open_founding.noted", commune=said_back))
    return session.with_answers(**{F.CLUB_AREA: unit.code})


def _unit_fault(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
    if allowed_units(turn, answers):
        return None
    code = str(value).strip()
    return None if len(code) == 5 and code.isdigit() else say("open_founding.bad_code")


def _name_fault(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
    if refused := no_name(turn, answers, value):
        return refused
    besides = answers.get("club")
    if turn.uow.clubs.name_taken(
        str(answers[F.CLUB_AREA]), value, besides=int(besides) if besides else None
    ):
        return say("open_founding.name_taken", name=value)
    return None


class _OpeningStore(SessionStore):
    """In the conversation while the club is not there yet."""

    def load(self, turn: Turn, session: Session) -> Answers:
        """All answers so far, and where the founding is allowed."""
        return {**session.args, **super().load(turn, session)}


class _HamletKind(TextKind):
    """What a hamlet is called."""

    names: ClassVar[bool] = True


class _ClubNameKind(TextKind):
    """A name of one's own, or the usual one with a press."""

    names: ClassVar[bool] = True

    def rows(self, turn: AnyTurn, words: str, scope: Answers) -> list[Pairs]:
        usual = say("open_founding.default_name", hamlet=scope.get(F.HAMLET) or "")
        return [[(turn.text(usual), turn.text(usual))]]

    def pressed(self, turn: AnyTurn, words: str, scope: Answers, value: str) -> Read[str]:
        return self.read(turn, words, scope, value)


def _open(turn: Turn, session: Session, answers: Answers) -> None:
    """The club comes into being, with its first organiser."""
    turn.do(
        OpenFounding(
            answers.get("area"), answers[F.CLUB_AREA], answers[F.HAMLET], answers[F.CLUB_NAME]
        )
    )


def _may_open(turn: Turn, session: Session) -> bool:
    return any(
        role.role is AccountRole.ORGANISER
        and role.club_id is None
        and role.area == session.args["area"]
        for role in turn.uow.accounts.roles(turn.account.id)
    )


_CLUB_AREA = Step(
    F.CLUB_AREA,
    CommuneKind(options_of=communes),
    fault=_unit_fault,
    words="founding.open_founding.club_area",
)
_HAMLET = Step(F.HAMLET, _HamletKind(2, 60), words="founding.open_founding.hamlet", fault=no_name)
_CLUB_NAME = Step(
    F.CLUB_NAME,
    _ClubNameKind(3, 80),
    fault=_name_fault,
    words="founding.open_founding.club_name",
)
OPEN = Flow(
    key="open_founding",
    args={"area": str | None},
    steps=(
        Step(
            "region",
            RegionKind(options_of=regions),
            when=_needs_region,
            counted=False,
            shown_in_review=False,
            after=_with_commune,
        ),
        _CLUB_AREA,
        _HAMLET,
        _CLUB_NAME,
    ),
    finish=_open,
    store=_OpeningStore(),
    allowed=_may_open,
)


def _renamed(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(RenameClub(club_of(session), answers[F.HAMLET], answers[F.CLUB_NAME]))


RENAME = Flow(
    key=f"founding.{StepKey.OPEN_FOUNDING}",
    args={"club": int},
    steps=(_HAMLET, _CLUB_NAME),
    finish=_renamed,
    store=FoundingStore(StepKey.OPEN_FOUNDING),
    allowed=organises,
)
