"""Founding: step states computed from the data, the checklist, the meter, and the nudges."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversations.turn import Turn
from bot.documents.papers import PAPERS, papers_of
from bot.domain.criteria import Measures, MemberFacts, Reading, measure, meter
from bot.domain.events.rules import next_allowed
from bot.domain.founding import (
    REVIEWED_ON_SUPPLEMENT,
    RULES,
    STEPS,
    FoundingFacts,
    StepKey,
    StepState,
    missing,
    next_step,
    stage,
    states,
)
from bot.domain.membership import MembershipState
from bot.handlers.desk import Desk, coordinators_of, organised_clubs
from bot.language.live import read_step_request
from bot.language.show import show_day
from bot.language.translation import Lines, Phrase, say
from bot.language.words import only_label
from bot.messages import NO, YES, Kind
from bot.storage.records import Club, Person
from bot.storage.unit_of_work import UnitOfWork
from bot.voices import BY_WORDS, tell

NUDGES_APART = timedelta(days=3)
"""A club is asked about one step at a time, and not every day (a proposal)."""

MARKS = {
    StepState.DONE: "✓",
    StepState.OPEN: "▶",
    StepState.AWAITING: "…",
    StepState.REVIEW: "!",
    StepState.SKIPPED: "–",
    StepState.LOCKED: "·",
}
"""Signs beside the words, never instead of them."""


def load_data(uow: UnitOfWork, club_id: int) -> dict[str, dict[str, Any]]:
    """The founding's data by step and field; a list's entries in order, with their numbers."""
    data: dict[str, dict[str, Any]] = {}
    for datum in uow.founding.data(club_id):
        fields = data.setdefault(datum.step, {})
        if datum.item == 0:
            fields[datum.field] = datum.value
        else:
            fields.setdefault(datum.field, []).append({**datum.value, "_item": datum.item})
    return data


def facts_of(uow: UnitOfWork, club: Club, today: Any) -> FoundingFacts:
    """What the rules need to know of a founding."""
    rows = uow.founding.steps(club.id)
    return FoundingFacts(
        data={StepKey(step): fields for step, fields in load_data(uow, club.id).items()},
        members_counted=len(uow.clubs.roster(club.id, [MembershipState.ACTIVE.value])),
        skipped=frozenset(
            StepKey(key) for key, row in rows.items() if row.state == StepState.SKIPPED.value
        ),
        review=frozenset(
            StepKey(key) for key, row in rows.items() if row.state == StepState.REVIEW.value
        ),
        today=today,
    )


def member_facts(person: Person) -> MemberFacts:
    """A person as the criteria see him."""
    known = None
    if person.circumstances is not None:
        known = frozenset(each for each in person.circumstances.split(";") if each)
    return MemberFacts(
        birth_year=person.birth_year,
        sex=person.sex,  # type: ignore[arg-type]
        circumstances=known,
    )


def measures_of(uow: UnitOfWork, club: Club, year: int) -> Measures:
    """The shares of a club's members and board."""
    roster = {
        person.id: person for _, person in uow.clubs.roster(club.id, [MembershipState.ACTIVE.value])
    }
    board = [
        roster[post.person_id] for post in uow.clubs.posts(club.id) if post.person_id in roster
    ]
    return measure(
        [member_facts(person) for person in roster.values()],
        year,
        [member_facts(person) for person in board],
    )


def recompute(zone: ZoneInfo, uow: UnitOfWork, club_id: int) -> list[StepKey]:
    """Bring the steps' states in line with the data; the steps that became done just now."""
    club = uow.clubs.get(club_id)
    today = uow.now.astimezone(zone).date()
    facts = facts_of(uow, club, today)
    before = uow.founding.steps(club_id)
    computed = states(facts)
    finished = []
    for step in STEPS:
        state = computed[step.key]
        row = before.get(step.key.value)
        old = row.state if row else None
        if old == state.value:
            continue
        values: dict[str, Any] = {"state": state.value}
        if state in (StepState.OPEN, StepState.AWAITING) and (
            row is None or row.opened_at is None or old in (None, StepState.LOCKED.value)
        ):
            values["opened_at"] = uow.now
        if state in (StepState.OPEN, StepState.AWAITING, StepState.REVIEW):
            values["nudge_at"] = uow.now + timedelta(days=step.nudge_days)
            values["done_at"] = None
        else:
            values["nudge_at"] = None
        if state is StepState.DONE:
            values["done_at"] = uow.now
            if row is None or row.opened_at is None:
                values["opened_at"] = uow.now
            finished.append(step.key)
        uow.founding.put_step(club_id, step.key.value, **values)
    values = {"stage": stage(facts, club.closed).value}
    decision = facts.data.get(StepKey.RECOGNITION_DECISION, {})
    if computed[StepKey.RECOGNITION_DECISION] is StepState.DONE:
        values["recognised_on"] = date.fromisoformat(decision["date"])
    elif club.recognised_on is not None:
        values["recognised_on"] = None
    uow.clubs.update(club_id, **values)
    return finished


def touched(uow: UnitOfWork, club_id: int, step: StepKey) -> None:
    """Somebody worked on a step: the next nudge counts from now."""
    days = RULES[step].nudge_days
    row = uow.founding.steps(club_id).get(step.value)
    if row is not None and row.nudge_at is not None:
        uow.founding.put_step(club_id, step.value, nudge_at=uow.now + timedelta(days=days))


def step_name(key: StepKey | str) -> Phrase:
    """A step's name."""
    return say(f"founding.{StepKey(key).value}.title")


def checklist(desk: Desk, turn: Turn, club: Club) -> None:
    """All steps with their state, and what is next."""
    rows = turn.uow.founding.steps(club.id)
    lines = []
    for step in STEPS:
        row = rows.get(step.key.value)
        state = StepState(row.state) if row else StepState.LOCKED
        lines.append(
            say(
                "founding.line",
                mark=MARKS[state],
                number=step.number,
                name=step_name(step.key),
                state=say(f"founding.state.{state.value}"),
            )
        )
    turn.say(Lines((say("founding.checklist", club=club.name, code=club.code), *lines)))
    offer_next(desk, turn, club)


def _papers_row(
    computed: dict[StepKey, StepState], club: Club, worked_on: StepKey | None = None
) -> list[tuple[Phrase, str]]:
    """The way to the papers: those of the step just worked on, else all that can be made."""
    if worked_on is not None and papers_of(worked_on):
        return [(say("papers.send"), f"papers/{club.id}/{worked_on.value}")]
    ready = any(
        computed[step] is not StepState.LOCKED for paper in PAPERS.values() for step in paper.steps
    )
    return [(say("papers.send"), f"papers/{club.id}")] if ready else []


def offer_next(desk: Desk, turn: Turn, club: Club, worked_on: StepKey | None = None) -> None:
    """What can be done now: the next step first, then the other open ones, and the papers."""
    facts = facts_of(turn.uow, club, turn.today)
    computed = states(facts)
    coming = next_step(facts)
    if coming is None:
        turn.offer(
            say("founding.all_done", club=club.name),
            _papers_row(computed, club, worked_on),
            [(say("club.menu"), f"club/{club.id}")],
        )
        return
    open_steps = [
        step.key
        for step in STEPS
        if computed[step.key] in (StepState.OPEN, StepState.AWAITING, StepState.REVIEW)
    ]
    number = next(step.number for step in STEPS if step.key is coming)
    rows = [
        [(say("founding.do_step", name=step_name(coming)), f"step/{club.id}/{coming.value}{YES}")]
    ]
    rows += [
        [(step_name(key), f"step/{club.id}/{key.value}")] for key in open_steps if key is not coming
    ][:4]
    rows.append(_papers_row(computed, club, worked_on))
    rows.append(
        [
            (say("founding.other_step"), f"steps/{club.id}"),
            (say("engine.back_to"), f"club/{club.id}"),
        ]
    )
    turn.offer(
        say(
            "founding.next",
            number=number,
            total=len(STEPS),
            name=step_name(coming),
            hint=say(f"founding.{coming.value}.hint"),
        ),
        *rows,
    )


def read_request(desk: Desk, turn: Turn, text: str) -> bool:
    """An organiser's wish to go on, in words: "bước tiếp theo", "bước 7", a step's own name."""
    clubs = organised_clubs(turn.uow, turn.account)
    founding = [club for club in clubs if club.recognised_on is None] or clubs
    if not founding:
        return False
    club = founding[0]
    asked = read_step_request(text)
    if asked is None:
        place = only_label(text, [turn.text(step_name(step.key)) for step in STEPS])
        if place is None or len(text.split()) < 3:
            return False
        asked = STEPS[place].number
    if asked == "next":
        offer_next(desk, turn, club)
    elif asked == "all" or not 1 <= int(asked) <= len(STEPS):
        checklist(desk, turn, club)
    else:
        step_action(desk, turn, [str(club.id), STEPS[int(asked) - 1].key.value])
    return True


def steps_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """steps/<club>: pick any step that is not locked, the done ones to look at again."""
    club = turn.uow.clubs.get(int(args[0]))
    computed = states(facts_of(turn.uow, club, turn.today))
    rows = [
        [
            (
                say("founding.pick", number=step.number, name=step_name(step.key)),
                f"step/{club.id}/{step.key.value}",
            )
        ]
        for step in STEPS
        if computed[step.key] is not StepState.LOCKED
    ]
    turn.offer(say("founding.which"), *rows)


def step_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """step/<club>/<key>: open the short conversation of a step."""
    club = turn.uow.clubs.get(int(args[0]))
    key = StepKey(args[1])
    state = states(facts_of(turn.uow, club, turn.today))[key]
    if state is StepState.LOCKED:
        waits = next(step.waits_for for step in STEPS if step.key is key)
        turn.say(say("founding.locked", names=Lines(tuple(step_name(each) for each in waits))))
        offer_next(desk, turn, club)
        return
    if key is StepKey.FOUNDING_MEMBERS:
        members_step(desk, turn, club)
        return
    untouched = not turn.uow.founding.data(club.id, key.value)
    if RULES[key].skippable and state is StepState.OPEN and untouched and len(args) < 3:
        turn.offer(
            say("founding.skip_offer", name=step_name(key)),
            [(say("founding.do_it"), f"step/{club.id}/{key.value}/do{YES}")],
            [(say("founding.skip_step"), f"skip/{club.id}/{key.value}{NO}")],
        )
        return
    if papers_of(key):
        turn.offer(
            say("papers.of_step", name=step_name(key)),
            # The digits belong to the question that follows at once.
            [(say("papers.send"), f"papers/{club.id}/{key.value}{BY_WORDS}")],
        )
    desk.engine.start(
        turn, f"founding.{key.value}", name=f"founding.{key.value}/{club.id}", club=club.id
    )


def members_step(desk: Desk, turn: Turn, club: Club) -> None:
    """Step 6 is the roster itself: how many there are, and the ways to go on."""
    active = len(turn.uow.clubs.roster(club.id, [MembershipState.ACTIVE.value]))
    waiting = len(
        turn.uow.clubs.roster(
            club.id, [MembershipState.UNCONFIRMED.value, MembershipState.APPLIED.value]
        )
    )
    turn.say(Lines(tuple(meter_lines(desk, turn, club))))
    lowest = desk.plan.criteria["members_total"].low or 50
    rows = [
        [(say("members.write_one"), f"register/organiser/{club.id}")],
        [(say("members.send_list"), f"sendlist/{club.id}")],
        [(say("members.join_code"), f"joincode/{club.id}")],
        [(say("members.list"), f"members/{club.id}")],
    ]
    if active < lowest:
        rows.append([(say("members.fewer"), f"fewer/{club.id}")])
    rows.append([(say("papers.send"), f"papers/{club.id}/{StepKey.FOUNDING_MEMBERS.value}")])
    rows.append([(say("founding.steps"), f"founding/{club.id}")])
    turn.offer(say("members.step", count=active, waiting=waiting, lowest=int(lowest)), *rows)


def meter_lines(desk: Desk, turn: Turn, club: Club) -> list[Phrase]:
    """The criteria as a meter: what is, what is needed, how many are unknown."""
    measures = measures_of(turn.uow, club, turn.today.year)
    months = None
    if club.recognised_on is not None:
        months = (turn.today.year - club.recognised_on.year) * 12 + (
            turn.today.month - club.recognised_on.month
        )
    lines = [say("meter.head")]
    for reading in meter(measures, desk.plan, months_since_decision=months):
        line = meter_line(reading)
        if line is not None:
            lines.append(line)
    return lines


def meter_line(reading: Reading) -> Phrase | None:
    """One criterion in words; None for what isn't measured yet."""
    if reading.key not in (
        "members_total",
        "share_older",
        "share_55_plus",
        "share_women",
        "share_younger",
        "share_disadvantaged",
        "board_size",
        "board_women",
    ):
        return None
    share = reading.key not in ("members_total", "board_size")

    def shown(value: float | None) -> Any:
        if value is None:
            return say("meter.none")
        return f"{round(value * 100)} %" if share else str(round(value))

    if reading.key.startswith("board") and not reading.value:
        return None
    needed = say("meter.needed", low=shown(reading.low)) if reading.low is not None else ""
    unknown = say("meter.unknown", count=reading.unknown) if reading.unknown else ""
    verdict = say(f"meter.verdict.{reading.verdict}")
    return say(
        "meter.line",
        name=say(f"meter.{reading.key}"),
        value=shown(reading.value),
        needed=needed,
        unknown=unknown,
        verdict=verdict,
    )


def step_changed(desk: Desk, turn: Turn, club_id: int, step: str, *, quietly: bool = False) -> None:
    """After work on a step: recompute, say what is done or still missing, what is next."""
    key = StepKey(step)
    _marks(desk, turn, club_id, key)
    _keep_files(desk, turn, club_id, key)
    finished = recompute(desk.zone, turn.uow, club_id)
    club = turn.uow.clubs.get(club_id)
    touched(turn.uow, club_id, key)
    if quietly:
        if key in finished:
            _on_done(desk, turn, club, key)
        return
    facts = facts_of(turn.uow, club, turn.today)
    state = states(facts)[key]
    if state is StepState.DONE:
        if key in finished:
            turn.say(say("founding.step_done", name=step_name(key)))
            _on_done(desk, turn, club, key)
        else:
            turn.say(say("founding.step_kept", name=step_name(key)))
    elif state is StepState.SKIPPED:
        turn.say(say("founding.step_skipped", name=step_name(key)))
    elif state is StepState.AWAITING:
        turn.say(say("founding.step_awaiting", name=step_name(key)))
    else:
        left = missing(key, facts)
        names = Lines(
            tuple(
                say(
                    "founding.bullet",
                    what=say(f"founding.missing.{each}")
                    if each.startswith("@")
                    else missing_name(key, each),
                )
                for each in left
            )
        )
        turn.say(say("founding.step_open", name=step_name(key), missing=names))
    offer_next(desk, turn, club, key)


def _keep_files(desk: Desk, turn: Turn, club_id: int, key: StepKey) -> None:
    """Files that answer a step lie with the club, not with what is forgotten after some days."""
    kept = Path(desk.files) / "kept"
    for datum in turn.uow.founding.data(club_id, key.value):
        if not isinstance(datum.value, dict) or set(datum.value) != {"path", "name"}:
            continue
        path = Path(datum.value["path"])
        if path.parent == kept or not path.is_file():
            continue
        kept.mkdir(parents=True, exist_ok=True)
        target = kept / f"{club_id}-{datum.field}-{path.name}"
        shutil.copyfile(path, target)
        value = {"path": str(target), "name": datum.value["name"]}
        turn.uow.founding.put(club_id, key.value, datum.field, value, by=turn.account.id)


def _marks(desk: Desk, turn: Turn, club_id: int, key: StepKey) -> None:
    """The marks that work on a step sets or takes away: to be looked at again, passed over."""
    club = turn.uow.clubs.get(club_id)
    rows = turn.uow.founding.steps(club_id)
    state = rows[key.value].state if key.value in rows else None
    facts = facts_of(turn.uow, club, turn.today)
    worked_on = state == StepState.REVIEW.value or (
        state == StepState.SKIPPED.value and not missing(key, facts)
    )
    if worked_on:
        turn.uow.founding.put_step(club_id, key.value, state=StepState.OPEN.value)
    outcome = facts.data.get(StepKey.RECOGNITION_DECISION, {}).get("outcome")
    if key is StepKey.RECOGNITION_DECISION and outcome == "supplement":
        for each in REVIEWED_ON_SUPPLEMENT:
            if each.value in rows and rows[each.value].state == StepState.DONE.value:
                turn.uow.founding.put_step(club_id, each.value, state=StepState.REVIEW.value)


def missing_name(key: StepKey, name: str) -> Phrase:
    """How a missing datum is called."""
    return say(f"founding.{key.value}.{name}.name")


def _on_done(desk: Desk, turn: Turn, club: Club, key: StepKey) -> None:
    """What a finished step sets in motion."""
    data = load_data(turn.uow, club.id)
    if key is StepKey.FOUNDING_MEETING:
        elected = data.get(key.value, {}).get("elected", [])
        board = [
            (int(each["member"]["person"]), str(each["post"]))
            for each in elected
            if each.get("member")
        ]
        turn.uow.clubs.set_board(club.id, board, turn.today)
    if key is StepKey.RECOGNITION_DECISION:
        for account in coordinators_of(desk, turn.uow, club):
            if account.id != turn.account.id:
                decision = data[key.value]
                tell(
                    turn.uow,
                    account,
                    desk.zone,
                    key=f"decision/{club.id}/{account.id}",
                    phrase=say(
                        "founding.decision_to_confirm",
                        club=club.name,
                        number=decision.get("number", ""),
                        date=show_day(date.fromisoformat(decision["date"])),
                    ),
                    choices=[[(say("founding.confirm_decision"), f"confirm/{club.id}")]],
                )


def nudge_due(desk: Desk, uow: UnitOfWork) -> int:
    """Ask the organisers about steps on which nothing moved; how many were due."""
    due = uow.founding.due_for_nudge()
    clubs: dict[int, list[str]] = {}
    for row in due:
        clubs.setdefault(row.club_id, []).append(row.step)
        again = (
            10
            if row.step == StepKey.RECOGNITION_DECISION.value
            else RULES[StepKey(row.step)].nudge_days
        )
        uow.founding.put_step(row.club_id, row.step, nudge_at=uow.now + timedelta(days=again))
    for club_id, steps in clubs.items():
        club = uow.clubs.get(club_id)
        if club.closed:
            continue
        first = min(steps, key=[step.key.value for step in STEPS].index)
        number = next(step.number for step in STEPS if step.key.value == first)
        _spread_nudges(uow, club_id)
        for account in uow.accounts.organisers(club_id):
            if account.blocked_at is not None or account.muted_at is not None:
                continue
            tell(
                uow,
                account,
                desk.zone,
                key=f"nudge/{club_id}/{first}/{uow.now.date().isoformat()}/{account.id}",
                kind=Kind.NUDGE,
                phrase=say(
                    "founding.nudge",
                    club=club.name,
                    number=number,
                    name=step_name(first),
                ),
                choices=[
                    [
                        (say("founding.go_on"), f"step/{club_id}/{first}{YES}"),
                        (say("founding.steps"), f"founding/{club_id}"),
                    ]
                ],
                not_before=next_allowed(uow.now, desk.zone),
            )
    return len(due)


def _spread_nudges(uow: UnitOfWork, club_id: int) -> None:
    """A club is not asked about another step in the next days."""
    earliest = uow.now + NUDGES_APART
    for key, row in uow.founding.steps(club_id).items():
        if row.nudge_at is not None and row.nudge_at < earliest:
            uow.founding.put_step(club_id, key, nudge_at=earliest)


def summary(turn: Turn, club: Club) -> Phrase:
    """A club's stage in one line."""
    rows = turn.uow.founding.steps(club.id)
    done = sum(row.state in ("done", "skipped") for row in rows.values())
    return say(
        "founding.summary",
        club=club.name,
        stage=say(f"stage.{club.stage}"),
        done=done,
        total=len(STEPS),
    )
