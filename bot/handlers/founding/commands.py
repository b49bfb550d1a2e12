"""What is done with a founding: opened, worked on, passed over, decided; nothing is said here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.conversations.effects import (
    DecisionConfirmed,
    DecisionDisputed,
    FewWentOn,
    FoundingChanged,
    FoundingOpened,
    FoundingOutdated,
)
from bot.domain.due import DueKind
from bot.domain.founding import (
    RULES,
    STEPS,
    WORKING,
    F,
    FoundingFacts,
    Stage,
    StepKey,
    StepState,
    awaited_day,
    missing,
    stage,
    states,
)
from bot.domain.membership import MembershipState
from bot.domain.rights import AccountRole
from bot.files import make_folder, write_file
from bot.handlers.acting import Acting, Refused
from bot.handlers.founding.commune import Answer, look_again, note_decision, take_answer
from bot.handlers.founding.facts import facts_of, load_data
from bot.handlers.founding.stuck import look_anew
from bot.handlers.invitations import free_join_code
from bot.language.text import fold
from bot.storage.records import Club, FoundingStepRow
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject

# Where the steps stand


def recompute(zone: ZoneInfo, uow: UnitOfWork, club_id: int) -> list[StepKey]:
    """Bring the steps' states in line with the data; the steps that became done just now."""
    club = uow.clubs.get(club_id)
    facts = facts_of(uow, club, uow.now.astimezone(zone).date())
    before = uow.founding.steps(club_id)
    computed = states(facts)
    finished = []
    for step in STEPS:
        state, row = computed[step.key], before.get(step.key)
        if row is not None and row.state == state:
            continue
        values = _values(state, row, uow.now, timedelta(days=step.nudge_days))
        uow.founding.put_step(club_id, step.key, **values)
        if state is StepState.DONE:
            finished.append(step.key)
    _keep_stage(uow, club, facts, computed)
    return finished


def _values(
    state: StepState, row: FoundingStepRow | None, now: datetime, nudged_after: timedelta
) -> JsonObject:
    """What is kept of a step that comes into a state."""
    values: JsonObject = {"state": state, "nudge_at": None}
    never_opened = row is None or row.opened_at is None
    if state in WORKING:
        if never_opened or row is None or row.state not in WORKING:
            # Days count from when it opened, or opened anew.
            values["opened_at"] = now
        values |= {"nudge_at": now + nudged_after, "done_at": None}
    elif state is StepState.DONE:
        values["done_at"] = now
        if never_opened:
            values["opened_at"] = now
    return values


def _keep_stage(
    uow: UnitOfWork, club: Club, facts: FoundingFacts, computed: dict[StepKey, StepState]
) -> None:
    values: JsonObject = {"stage": stage(facts, club.closed).value}
    if computed[StepKey.RECOGNITION_DECISION] is StepState.DONE:
        decided_on = facts.data.get(StepKey.RECOGNITION_DECISION, {})[F.DATE]
        values["recognised_on"] = date.fromisoformat(decided_on)
    elif club.recognised_on is not None:
        values["recognised_on"] = None
    if any(str(getattr(club, name)) != str(value) for name, value in values.items()):
        uow.clubs.update(club.id, **values)


def _put_off(acting: Acting, club: Club, step: StepKey, facts: FoundingFacts) -> None:
    """Somebody worked on a step: the next nudge counts from now."""
    look_anew(acting.uow, club)
    row = acting.uow.founding.steps(club.id).get(step)
    if row is None or acting.uow.due.moment(DueKind.NUDGE, row.id) is None:
        return
    at = acting.now + timedelta(days=RULES[step].nudge_days)
    day = awaited_day(facts)
    if step is StepKey.LAUNCH_CEREMONY and day is not None:
        # The morning after the ceremony: how many came?
        at = datetime.combine(day + timedelta(days=1), time(8), acting.zone)
    acting.uow.due.set(DueKind.NUDGE, row.id, at)


# Opening


def open_founding(
    acting: Acting, area: str | None, unit_code: str, hamlet: str, name: str
) -> Club | Refused:
    """The club comes into being with its first organiser, whose invitation is used up."""
    uow, account = acting.uow, acting.account
    if account is None:
        return Refused.NOT_YOURS
    allowed = next(
        (
            role
            for role in uow.accounts.roles(account.id)
            if role.role is AccountRole.ORGANISER and role.club_id is None and role.area == area
        ),
        None,
    )
    if allowed is None:
        return Refused.NOT_YOURS
    club = uow.clubs.add(
        unit_code=unit_code,
        hamlet=hamlet,
        name=name,
        join_code=free_join_code(uow),
        created_by=account.id,
    )
    uow.accounts.grant(account.id, AccountRole.ORGANISER, club_id=club.id)
    # An invitation opens one founding.
    uow.accounts.revoke_role(allowed.id)
    for field, value in ((F.CLUB_AREA, unit_code), (F.HAMLET, hamlet), (F.CLUB_NAME, name)):
        _put(acting, club.id, StepKey.OPEN_FOUNDING, field, value)
    acting.do(FoundingOpened(club.id))
    acting.do(FoundingChanged(club.id, StepKey.OPEN_FOUNDING))
    return club


def rename(acting: Acting, club_id: int, hamlet: str, name: str) -> Refused | None:
    """Another name or hamlet before the club is recognised."""
    if not acting.organises(club_id):
        return Refused.NOT_YOURS
    acting.uow.clubs.update(club_id, hamlet=hamlet, name=name)
    acting.do(FoundingChanged(club_id, StepKey.OPEN_FOUNDING))
    return None


def _put(acting: Acting, club_id: int, step: StepKey, field: str, value: object) -> None:
    acting.uow.founding.put(club_id, step, field, value, by=acting.by)


# Working on a step


@dataclass(frozen=True)
class Work:
    """What became of a step that somebody worked on."""

    state: StepState
    is_finished: bool
    """It became done just now."""
    answer: Answer | None = None
    """What the commune said at it that asks for something."""
    names_others: bool = False
    """Others were typed in, and it wasn't said yet how they hear of it."""


_NAMES_OTHERS = {
    StepKey.COMMUNE_SUPPORT: F.ASSOCIATION_CONTACT,
    StepKey.MOBILISING_GROUP: F.GROUP_MEMBERS,
    StepKey.STARTUP_FUND: F.PLEDGES,
}
"""Where people are typed in who may be no members: what is theirs is said to them by who did."""


def _names_others(acting: Acting, club_id: int, step: StepKey) -> bool:
    """Whether a step names people of whom nobody was told yet that they are to hear of it."""
    if step not in _NAMES_OTHERS:
        return False
    data = acting.uow.founding.data(club_id, step)
    marks_now = (_mark(each.value) for each in data if each.field == _NAMES_OTHERS[step])
    named = {mark for mark in marks_now if mark is not None}
    marks = [each.value for each in data if each.field == F.NOTICE_GIVEN]
    told = set(marks[0]) if marks and isinstance(marks[0], list) else set()
    if named != told:
        # Whoever was taken out since leaves no mark either.
        _put(acting, club_id, step, F.NOTICE_GIVEN, sorted(named))
    return not named <= told


def _mark(value: str | JsonObject) -> str | None:
    """By what it is known that somebody was told of; it names him to nobody. None for no name."""
    name = value if isinstance(value, str) else value.get(F.GIVER) or value.get(F.NAME)
    return blake2b(fold(str(name)).encode(), digest_size=4).hexdigest() if name else None


def work_on(
    acting: Acting, club_id: int, step: StepKey, *, files: Path, quietly: bool = False
) -> Work | Refused:
    """Take in what was written at a step: its state, what it sets in motion, when it is asked about.

    `quietly`: it was left in the middle, which nobody has to be allowed: what is kept, was written
    by who was.
    """
    if not quietly and not acting.organises(club_id):
        return Refused.NOT_YOURS
    club, answer = acting.uow.clubs.get(club_id), None
    if not quietly:
        _take_marks(acting, club, step)
    if not quietly or step is StepKey.DOSSIER_SUBMITTED:
        answer = take_answer(acting, club, step)
    _keep_files(acting, club_id, step, files)
    names_others = not quietly and _names_others(acting, club_id, step)
    finished = recompute(acting.zone, acting.uow, club_id)
    club = acting.uow.clubs.get(club_id)
    facts = facts_of(acting.uow, club, acting.today)
    _put_off(acting, club, step, facts)
    state = states(facts)[step]
    if state is StepState.DONE and (not quietly or step in finished):
        _on_done(acting, club, step)
    return Work(state, step in finished, answer, names_others)


def _take_marks(acting: Acting, club: Club, step: StepKey) -> None:
    """Work on a step takes its marks away: looked at again, no longer passed over."""
    row = acting.uow.founding.steps(club.id).get(step)
    state = row.state if row else None
    if state == StepState.REVIEW or (
        state == StepState.SKIPPED and not missing(step, facts_of(acting.uow, club, acting.today))
    ):
        acting.uow.founding.put_step(club.id, step, state=StepState.OPEN)


def _keep_files(acting: Acting, club_id: int, step: StepKey, files: Path) -> None:
    """Files that answer a step lie with the club, not with what is forgotten after some days."""
    kept = files / "kept"
    for datum in acting.uow.founding.data(club_id, step):
        if not isinstance(datum.value, dict) or set(datum.value) != {"path", "name"}:
            continue
        path = Path(datum.value["path"])
        if path.parent == kept or not path.is_file():
            continue
        target = make_folder(kept) / f"{club_id}-{datum.field}-{path.name}"
        write_file(target, path.read_bytes())
        value = {"path": str(target), "name": datum.value["name"]}
        _put(acting, club_id, step, datum.field, value)


def _on_done(acting: Acting, club: Club, step: StepKey) -> None:
    """What a step that stands complete sets in motion; said twice it changes nothing."""
    if step is StepKey.FOUNDING_MEETING:
        elected = load_data(acting.uow, club.id).get(step, {}).get(F.ELECTED, [])
        board = [
            (int(each[F.MEMBER]["person"]), str(each[F.POST]))
            for each in elected
            if each.get(F.MEMBER)
        ]
        acting.uow.clubs.set_board(club.id, board, acting.today)
    if step is StepKey.RECOGNITION_DECISION:
        note_decision(acting, club)


def keep_unchanged(acting: Acting, club: Club, step: StepKey) -> Refused | None:
    """A step that was to be looked at again stays as it is."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    row = acting.uow.founding.steps(club.id).get(step)
    if row is None or row.state != StepState.REVIEW:
        return Refused.OVER
    acting.do(FoundingChanged(club.id, step))
    return None


def rework(acting: Acting, club: Club) -> Refused | None:
    """After a refusal the papers are mended and handed in once more."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    data = facts_of(acting.uow, club, acting.today).data.get(StepKey.RECOGNITION_DECISION, {})
    if data.get(F.OUTCOME) != "refused":
        return Refused.OVER
    look_again(acting, club.id)
    recompute(acting.zone, acting.uow, club.id)
    return None


def pass_over(acting: Acting, club_id: int, step: StepKey, reason: str) -> Refused | None:
    """Pass a step over that may be; why is kept."""
    if not acting.organises(club_id):
        return Refused.NOT_YOURS
    acting.uow.founding.put_step(
        club_id, step, state=StepState.SKIPPED, reason=reason, nudge_at=None
    )
    acting.do(FoundingChanged(club_id, step))
    return None


def go_on_with_fewer(acting: Acting, club_id: int, reason: str) -> Refused | None:
    """Go on with fewer members than are asked for; why is kept.

    Where they are fewer than the plan has asked about, the coordinators hear of it.
    """
    if not acting.organises(club_id):
        return Refused.NOT_YOURS
    step = StepKey.FOUNDING_MEMBERS
    _put(acting, club_id, step, F.CONTINUE_BELOW, True)
    _put(acting, club_id, step, F.REASON, reason)
    count = acting.uow.clubs.count(club_id, [MembershipState.ACTIVE])
    ask_below = acting.plan.criteria["members_total"].ask_below
    if ask_below is not None and count < ask_below:
        acting.do(FewWentOn(club_id, count, reason))
    acting.do(FoundingChanged(club_id, step))
    return None


def plan_meeting(acting: Acting, club_id: int, day: str | None, hour: str | None) -> Refused | None:
    """When the founding meeting is to be, as far as it is known: people are invited to it."""
    if not acting.organises(club_id):
        return Refused.NOT_YOURS
    for field, value in ((F.PLANNED_DATE, day), (F.PLANNED_TIME, hour)):
        if value is not None:
            _put(acting, club_id, StepKey.FOUNDING_MEETING, field, value)
    return None


# What the coordinators say of the commune's decision


class Comparison(Enum):
    """What became of a decision that was compared with the commune's."""

    NOTED = "noted"
    UNDECIDED = "undecided"
    """The club has none."""


def confirm_decision(acting: Acting, club: Club) -> Comparison | Refused:
    """A coordinator has compared the decision with the commune's; the organisers are told once."""
    if not acting.oversees(club):
        return Refused.NOT_YOURS
    if not _is_decided(club):
        return Comparison.UNDECIDED
    if club.confirmed_at is None:
        acting.uow.clubs.update(club.id, confirmed_at=acting.now)
        acting.do(DecisionConfirmed(club.id))
    acting.do(FoundingOutdated(club.id))
    return Comparison.NOTED


def dispute_decision(acting: Acting, club: Club) -> Comparison | Refused:
    """A coordinator found another decision: once looked at again, this one is compared anew."""
    if not acting.oversees(club):
        return Refused.NOT_YOURS
    if not _is_decided(club):
        return Comparison.UNDECIDED
    acting.uow.clubs.update(club.id, confirmed_at=None)
    acting.uow.founding.remove(club.id, StepKey.RECOGNITION_DECISION, F.DECISION_TOLD)
    acting.do(DecisionDisputed(club.id))
    return Comparison.NOTED


def _is_decided(club: Club) -> bool:
    return club.stage in (Stage.RECOGNISED, Stage.ACTIVE)
