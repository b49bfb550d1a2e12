"""What is done is done by whoever may, from a chat or not; nobody else changes anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import Program
from bot.buttons import ANYWHERE
from bot.conversations import effects
from bot.documents.papers import PAPERS
from bot.domain.founding import Stage, StepKey, StepState
from bot.handlers.acting import Acting, Refused
from bot.handlers.effects import follow_up
from bot.handlers.founding import commands as founding
from bot.handlers.founding.commands import Comparison
from bot.handlers.office import commands as office
from bot.handlers.office.commands import Unusable
from bot.handlers.papers import commands as papers
from bot.handlers.services import Services
from bot.handlers.talk import commands as talking
from bot.messages import Address
from bot.storage.records import Club
from bot.storage.unit_of_work import UnitOfWork
from tests.conftest import Talk
from tests.handlers.test_pipeline import with_program

FILES = Path("nowhere")
STEP = StepKey.MEETING_PLACE

OF_ORGANISERS: dict[str, Callable[[Acting, Club], object]] = {
    "rename": lambda acting, club: founding.rename(acting, club.id, "ấp Mới", "CLB Mới"),
    "work on": lambda acting, club: founding.work_on(acting, club.id, STEP, files=FILES),
    "keep unchanged": lambda acting, club: founding.keep_unchanged(acting, club, STEP),
    "rework": founding.rework,
    "pass over": lambda acting, club: founding.pass_over(acting, club.id, STEP, "vì bận"),
    "fewer": lambda acting, club: founding.go_on_with_fewer(acting, club.id, "ấp nhỏ"),
    "plan": lambda acting, club: founding.plan_meeting(acting, club.id, "2027-02-01", "08:00"),
    "paper": lambda acting, club: papers.examine(acting, club, PAPERS["invitation"], None),
}
OF_COORDINATORS: dict[str, Callable[[Acting, Club], object]] = {
    "confirm": founding.confirm_decision,
    "dispute": founding.dispute_decision,
    "invite": lambda acting, _club: office.invite_founder(acting, ANYWHERE),
    "report": lambda acting, _club: office.own_report(acting),
}
EVERY = {**OF_ORGANISERS, **OF_COORDINATORS}


def acting(services: Services, uow: UnitOfWork, who: str | None) -> Acting:
    """Somebody of the script who acts without a chat; None is the operator."""
    account = None if who is None else uow.accounts.find(Address("script", who))
    assert (account is None) == (who is None)
    return Acting(uow, account, services.plan, services.zone)


def everything(talk: Talk) -> dict[str, list[object]]:
    """All that stands of clubs and of who may what."""
    tables = ("club", "founding_step", "founding_datum", "role", "invitation", "due")
    return {name: sorted(talk.sql(f"select * from {name}"), key=repr) for name in tables}


def run(talk: Talk, who: str | None, work: Callable[[Acting, Club], object]) -> object:
    """What a command gives, called as a page would: in a transaction, without a chat."""
    found: list[object] = []

    async def asked(program: Program) -> None:
        def inside(uow: UnitOfWork) -> object:
            who_acts = acting(program.pipeline.services, uow, who)
            return work(who_acts, uow.clubs.in_units()[0])

        found.append(await program.database.run(inside))

    with_program(talk, asked)
    return found[0]


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    talk.text("la", "xin chào")
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    return talk


def test_a_stranger_is_refused_by_each_and_changes_nothing(club: Talk) -> None:
    before = everything(club)
    for name, command in EVERY.items():
        assert run(club, "la", command) is Refused.NOT_YOURS, name
    assert everything(club) == before


def test_an_organiser_is_no_coordinator_and_the_other_way_round(club: Talk) -> None:
    before = everything(club)
    for name, command in OF_COORDINATORS.items():
        assert run(club, "tu", command) is Refused.NOT_YOURS, name
    for name, command in OF_ORGANISERS.items():
        assert run(club, "minh", command) is Refused.NOT_YOURS, name
    assert everything(club) == before


def test_who_may_does_it_without_a_chat_and_what_follows_is_named(club: Talk) -> None:
    def work(acting: Acting, found: Club) -> object:
        assert founding.pass_over(acting, found.id, STEP, "vì bận") is None
        return acting.effects, acting.uow.founding.steps(found.id)[STEP.value].state

    (number,) = (row[0] for row in club.sql("select id from club"))
    assert run(club, "tu", work) == (
        [effects.FoundingChanged(number, STEP.value)],
        StepState.SKIPPED.value,
    )


def test_what_was_left_in_the_middle_counts_though_the_role_is_gone(club: Talk) -> None:
    def work(acting: Acting, found: Club) -> object:
        return founding.work_on(acting, found.id, STEP, files=FILES, quietly=True)

    assert isinstance(run(club, "la", work), founding.Work)


def test_an_operators_change_is_followed_up_without_a_chat(club: Talk) -> None:
    def work(acting: Acting, found: Club) -> object:
        acting.uow.founding.put_step(found.id, STEP.value, state=StepState.DONE.value)
        acting.do(effects.RosterChanged(found.id))
        follow_up(acting)
        assert acting.effects == []
        return acting.uow.founding.steps(found.id)[STEP.value].state

    assert run(club, None, work) != StepState.DONE.value


def test_what_must_be_said_is_not_followed_up_without_a_chat(club: Talk) -> None:
    def work(acting: Acting, found: Club) -> object:
        acting.do(effects.DecisionConfirmed(found.id))
        with pytest.raises(TypeError, match="DecisionConfirmed can't be told without a chat"):
            follow_up(acting)
        return None

    run(club, None, work)


def test_a_decision_is_confirmed_once_and_disputed_anew(club: Talk) -> None:
    def work(acting: Acting, found: Club) -> object:
        assert founding.confirm_decision(acting, found) is Comparison.UNDECIDED
        acting.uow.clubs.update(found.id, stage=Stage.RECOGNISED.value)
        told = []
        for command in (
            founding.confirm_decision,
            founding.confirm_decision,
            founding.dispute_decision,
        ):
            assert command(acting, acting.uow.clubs.get(found.id)) is Comparison.NOTED
            told.append([type(each).__name__ for each in acting.effects])
            acting.effects.clear()
        return told, acting.uow.clubs.get(found.id).confirmed_at

    assert run(club, "minh", work) == (
        [
            ["DecisionConfirmed", "FoundingOutdated"],
            ["FoundingOutdated"],
            ["DecisionDisputed"],
        ],
        None,
    )


def test_an_invitation_gives_its_role_once(club: Talk) -> None:
    def work(acting: Acting, _found: Club) -> object:
        code = office.invite_founder(acting, ANYWHERE)
        assert isinstance(code, str)
        invitation = acting.uow.accounts.invitation(code)
        assert invitation is not None
        other = replace(acting, account=acting.uow.accounts.find(Address("script", "la")))
        late = replace(invitation, expires_at=acting.now - timedelta(days=1))
        outcomes = [office.use_invitation(other, late), office.use_invitation(other, invitation)]
        used = acting.uow.accounts.invitation(code)
        assert used is not None
        outcomes += [office.use_invitation(other, used), office.use_invitation(acting, used)]
        return outcomes

    assert run(club, "minh", work) == [
        Unusable.EXPIRED,
        office.Invited("organiser", None),
        Unusable.USED_BY_YOU,
        Unusable.USED,
    ]


def test_nobody_founds_a_club_without_an_invitation(club: Talk) -> None:
    def work(acting: Acting, found: Club) -> object:
        return founding.open_founding(acting, None, found.unit_code, "ấp Mới", "CLB Mới")

    assert run(club, "la", work) is Refused.NOT_YOURS
    assert run(club, "tu", work) is Refused.NOT_YOURS
    assert club.sql("select count(*) from club") == [(1,)]


def test_a_paper_says_what_it_lacks(club: Talk) -> None:
    def work(acting: Acting, found: Club) -> object:
        invitation = PAPERS["invitation"]
        lacks = papers.examine(acting, found, invitation, None)
        day = (acting.today + timedelta(days=3)).isoformat()
        assert founding.plan_meeting(acting, found.id, day, None) is None
        return lacks, papers.examine(acting, found, invitation, None)

    assert run(club, "tu", work) == (papers.Missing.DAY, None)


def test_the_operator_has_no_way_of_being_spoken_to(club: Talk) -> None:
    for command in (
        lambda acting, _club: talking.choose_language(acting, "en"),
        lambda acting, _club: talking.choose_form(acting, "cô"),
    ):
        assert run(club, None, command) is Refused.NOT_YOURS
        assert run(club, "la", command) is None
