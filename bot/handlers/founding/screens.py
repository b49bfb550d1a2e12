"""Founding: step states computed from the data, the checklist, the meter, and the nudges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot import buttons
from bot.conversations.turn import Turn
from bot.delivery.letters import Choices
from bot.documents.papers import PAPERS, papers_of
from bot.domain.criteria import Measures, MemberFacts, Reading, composition_of, meter
from bot.domain.due import DueKind
from bot.domain.founding import (
    DECISIVE,
    RULES,
    STEPS,
    F,
    FoundingFacts,
    StepKey,
    StepState,
    awaited_day,
    board_warnings,
    missing,
    next_step,
    stage,
    states,
    unsettled,
    willing,
)
from bot.domain.membership import MembershipState
from bot.files import make_folder, write_file
from bot.handlers.founding.commune import ask_to_confirm, look_again, spoke
from bot.handlers.founding.lines import MARKS, missing_lines, state_words, step_name
from bot.handlers.services import Services, organised_clubs
from bot.intents.live import read_step_request
from bot.intents.words import only_label
from bot.speech.show import show_date
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork


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
        members_counted=uow.clubs.count(club.id, [MembershipState.ACTIVE.value]),
        skipped=frozenset(
            StepKey(key) for key, row in rows.items() if row.state == StepState.SKIPPED.value
        ),
        review=frozenset(
            StepKey(key) for key, row in rows.items() if row.state == StepState.REVIEW.value
        ),
        today=today,
    )


def member_facts(membership: Membership, person: Person) -> MemberFacts:
    """A member as the criteria see him."""
    return MemberFacts.of(person.birth_year, person.sex, membership.circumstances)  # type: ignore[arg-type]


def measures_of(uow: UnitOfWork, club: Club, year: int) -> Measures:
    """The shares of a club's members and board."""
    return Measures.of(
        composition_of(uow.clubs.facts(club.id), year),
        composition_of(uow.clubs.board_facts(club.id), year),
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
        working = (StepState.OPEN, StepState.AWAITING, StepState.REVIEW)
        if state in working and (row is None or row.opened_at is None or old not in working):
            # Days count from when it opened, or opened anew.
            values["opened_at"] = uow.now
        if state in working:
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
        values["recognised_on"] = date.fromisoformat(decision[F.DATE])
    elif club.recognised_on is not None:
        values["recognised_on"] = None
    if any(str(getattr(club, name)) != str(value) for name, value in values.items()):
        uow.clubs.update(club_id, **values)
    return finished


def touched(zone: ZoneInfo, uow: UnitOfWork, club_id: int, step: StepKey) -> None:
    """Somebody worked on a step: the next nudge counts from now."""
    row = uow.founding.steps(club_id).get(step.value)
    if row is None or uow.due.moment(DueKind.NUDGE, row.id) is None:
        return
    at = uow.now + timedelta(days=RULES[step].nudge_days)
    club = uow.clubs.get(club_id)
    day = awaited_day(facts_of(uow, club, uow.now.astimezone(zone).date()))
    if step is StepKey.LAUNCH_CEREMONY and day is not None:
        # The morning after the ceremony: how many came?
        at = datetime.combine(day + timedelta(days=1), time(8), zone)
    uow.due.set(DueKind.NUDGE, row.id, at)


def checklist(services: Services, turn: Turn, club: Club) -> None:
    """All steps with their state, and what is next."""
    rows = turn.uow.founding.steps(club.id)
    facts = facts_of(turn.uow, club, turn.today)
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
                state=state_words(step.key, state, facts, row),
            )
        )
    turn.say(Lines((say("founding.checklist", club=club.name, code=club.code), *lines)))
    offer_next(services, turn, club)


def _papers_row(
    computed: dict[StepKey, StepState], club: Club, worked_on: StepKey | None = None
) -> list[tuple[Phrase, buttons.Button]]:
    """The way to the papers: those of the step just worked on, else all that can be made."""
    if worked_on is not None and papers_of(worked_on):
        return [(say("papers.send"), buttons.Papers(club.id, worked_on))]
    ready = any(
        computed[step] is not StepState.LOCKED for paper in PAPERS.values() for step in paper.steps
    )
    return [(say("papers.send"), buttons.Papers(club.id))] if ready else []


def offer_next(
    services: Services,
    turn: Turn,
    club: Club,
    worked_on: StepKey | None = None,
    *,
    more: Choices = (),
) -> None:
    """What can be done now: the next step first, then the other open ones, and the papers.

    `more` are choices that what was just said asks for.
    """
    facts = facts_of(turn.uow, club, turn.today)
    computed = states(facts)
    coming = next_step(facts)
    ways_out = [
        (say("founding.other_step"), buttons.Steps(club.id)),
        (say("engine.back_to"), buttons.OpenClub(club.id)),
    ]
    if coming is None:
        turn.offer(
            say("founding.all_done", club=club.name, skipped=skipped_words(turn, club)),
            _papers_row(computed, club, worked_on),
            [(say("club.menu"), buttons.OpenClub(club.id))],
            ways_out[:1],
        )
        return
    open_steps = [
        step.key
        for step in STEPS
        if computed[step.key] in (StepState.OPEN, StepState.AWAITING, StepState.REVIEW)
    ]
    number = RULES[coming].number
    again = computed[coming] is StepState.REVIEW
    rows: list[Sequence[tuple[Any, buttons.Pressable]]] = [*more]
    if again:
        rows.append([(say("founding.unchanged"), buttons.no(buttons.Unchanged(club.id, coming)))])
    label = say("founding.look_again" if again else "founding.do_step", name=step_name(coming))
    rows.append([(label, buttons.yes(buttons.OpenStep(club.id, coming)))])
    rows += [
        [(step_name(key), buttons.OpenStep(club.id, key))]
        for key in open_steps
        if key is not coming
    ][:4]
    rows.append(_papers_row(computed, club, worked_on))
    rows.append(ways_out)
    turn.offer(
        say(
            "founding.next_review" if again else "founding.next",
            number=number,
            total=len(STEPS),
            name=step_name(coming),
            hint=say(f"founding.{coming.value}.hint"),
        ),
        *rows,
    )


def read_request(services: Services, turn: Turn, text: str) -> bool:
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
    if not turn.organises(club.id):
        return False
    if asked == "next":
        offer_next(services, turn, club)
    elif asked == "all" or not 1 <= int(asked) <= len(STEPS):
        checklist(services, turn, club)
    else:
        step_action(services, turn, club, STEPS[int(asked) - 1].key)
    return True


def shows_steps(services: Services, turn: Turn, text: str) -> bool:
    """ "xem các bước", typed while a step's question is open: the list, and a way to another step."""
    asked = services.engine.open_question(turn) if read_step_request(text) == "all" else None
    if asked is None:
        return False
    organised = organised_clubs(turn.uow, turn.account)
    club = next((each for each in organised if each.id == asked.club_id), None)
    if club is None or not turn.organises(club.id):
        return False
    checklist(services, turn, club)
    turn.offered = True
    return True


def steps_action(services: Services, turn: Turn, club: Club) -> None:
    """Pick any step; those that wait say for what, the done ones are looked at.

    All eighteen stand there, so that a typed digit is the step's own number.
    """
    computed = states(facts_of(turn.uow, club, turn.today))
    rows = []
    for step in STEPS:
        name: Any = step_name(step.key)
        if turn.capabilities.buttons:
            name = say("founding.pick", number=step.number, name=name)
        if computed[step.key] is StepState.LOCKED:
            name = say("founding.pick_locked", name=name)
        rows.append([(name, buttons.OpenStep(club.id, step.key))])
    turn.offer(say("founding.which"), *rows)


def step_action(
    services: Services,
    turn: Turn,
    club: Club,
    step: StepKey,
    way: Literal["do", "answer"] | None = None,
    choice: str | None = None,
) -> None:
    """Open the short conversation of a step: "do" it though it may be skipped, "answer" it."""
    key = step
    facts = facts_of(turn.uow, club, turn.today)
    state, data = states(facts)[key], facts.data.get(key, {})
    open_question = unsettled(key, data)
    if state is StepState.LOCKED and not open_question:
        waits = next(each.waits_for for each in STEPS if each.key is key)
        turn.say(say("founding.locked", names=Lines(tuple(step_name(each) for each in waits))))
        offer_next(services, turn, club)
        return
    if key is StepKey.FOUNDING_MEMBERS:
        members_step(services, turn, club)
        return
    if RULES[key].skippable and state is StepState.OPEN and not data and way is None:
        turn.offer(
            say("founding.skip_offer", name=step_name(key)),
            [(say("founding.do_it"), buttons.yes(buttons.OpenStep(club.id, key, "do")))],
            [(say("founding.skip_step"), buttons.no(buttons.Skip(club.id, key)))],
        )
        return
    if papers_of(key):
        turn.offer(
            say("papers.of_step", name=step_name(key)),
            # The digits belong to the question that follows at once.
            [(say("papers.send"), buttons.by_words(buttons.Papers(club.id, key)))],
        )
    services.engine.start(
        turn,
        f"founding.{key.value}",
        name=f"founding.{key.value}/{club.id}",
        # What the commune said is what matters, not what was said about it before.
        first=DECISIVE[key] if open_question else None,
        chosen=choice if open_question and way == "answer" else None,
        club=club.id,
    )


def unchanged_action(services: Services, turn: Turn, club: Club, step: StepKey) -> None:
    """A step that was to be looked at again stays as it is."""
    row = turn.uow.founding.steps(club.id).get(step.value)
    if row is None or row.state != StepState.REVIEW.value:
        offer_next(services, turn, club)
        return
    step_changed(services, turn, club.id, step.value)


def rework_action(services: Services, turn: Turn, club: Club) -> None:
    """After a refusal the papers are mended and handed in once more."""
    data = facts_of(turn.uow, club, turn.today).data.get(StepKey.RECOGNITION_DECISION, {})
    if data.get(F.OUTCOME) != "refused":
        offer_next(services, turn, club)
        return
    look_again(turn, club.id)
    recompute(services.zone, turn.uow, club.id)
    turn.say(say("founding.rework"))
    offer_next(services, turn, club)


def members_step(services: Services, turn: Turn, club: Club) -> None:
    """Step 6 is the roster itself: how many there are, and the ways to go on."""
    active = turn.uow.clubs.count(club.id, [MembershipState.ACTIVE.value])
    waiting = turn.uow.clubs.count(
        club.id, [MembershipState.UNCONFIRMED.value, MembershipState.APPLIED.value]
    )
    turn.say(Lines(tuple(meter_lines(services, turn, club))))
    lowest = services.plan.criteria["members_total"].low or 50
    own = turn.uow.people.self_of(turn.account.id)
    if own is None or turn.uow.clubs.membership_of(club.id, own.id) is None:
        # Whoever founds the club is one of its people too, by the same way as all.
        turn.offer(
            say("members.write_you", club=club.name),
            [(say("members.write_me"), buttons.yes(buttons.RegisterSelf(club.id)))],
        )
    rows: buttons.Rows = [
        [(say("members.write_one"), buttons.RegisterByOrganiser(club.id))],
        [(say("members.send_list"), buttons.SendList(club.id))],
        [(say("members.join_code"), buttons.JoinCode(club.id))],
        [(say("members.list"), buttons.Members(club.id))],
    ]
    if active < lowest:
        rows.append([(say("members.fewer"), buttons.Fewer(club.id))])
    rows.append([(say("papers.send"), buttons.Papers(club.id, StepKey.FOUNDING_MEMBERS))])
    rows.append([(say("founding.steps"), buttons.Checklist(club.id))])
    turn.offer(say("members.step", count=active, waiting=waiting, lowest=int(lowest)), *rows)


def meter_lines(services: Services, turn: Turn, club: Club) -> list[Phrase]:
    """The criteria as a meter: what is, what is needed, how many are unknown."""
    measures = measures_of(turn.uow, club, turn.today.year)
    months = None
    if club.recognised_on is not None:
        months = (turn.today.year - club.recognised_on.year) * 12 + (
            turn.today.month - club.recognised_on.month
        )
    lines = [say("meter.head")]
    for reading in meter(measures, services.plan, months_since_decision=months):
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


def step_changed(
    services: Services, turn: Turn, club_id: int, step: str, *, quietly: bool = False
) -> None:
    """After work on a step: recompute, say what is done or still missing, what is next."""
    key = StepKey(step)
    club = turn.uow.clubs.get(club_id)
    answered = None
    if not quietly:
        _marks(turn, club, key)
    if not quietly or key is StepKey.DOSSIER_SUBMITTED:
        answered = spoke(services, turn, club, key)
    _keep_files(services, turn, club_id, key)
    finished = recompute(services.zone, turn.uow, club_id)
    club = turn.uow.clubs.get(club_id)
    touched(services.zone, turn.uow, club_id, key)
    facts = facts_of(turn.uow, club, turn.today)
    state = states(facts)[key]
    if state is StepState.DONE and (not quietly or key in finished):
        _on_done(services, turn, club, key)
    if quietly:
        return
    for remark in _remarks(turn, club, key, facts):
        turn.say(remark)
    day = awaited_day(facts) if key is StepKey.LAUNCH_CEREMONY else None
    if answered is not None:
        turn.say(answered)
    elif state is StepState.DONE:
        turn.say(
            say("founding.step_done" if key in finished else "founding.step_kept",
                name=step_name(key))
        )  # fmt: skip
    elif state is StepState.SKIPPED:
        turn.say(say("founding.step_skipped", name=step_name(key)))
    elif state is StepState.AWAITING:
        turn.say(say("founding.step_awaiting", name=step_name(key)))
    elif day is not None:
        turn.say(say("founding.step_until_day", name=step_name(key), day=show_date(day)))
    else:
        lines = missing_lines(key, facts)
        turn.say(say("founding.step_open", name=step_name(key), missing=lines))
    more: buttons.Rows = []
    if facts.data.get(key, {}).get(F.OUTCOME) == "refused":
        more.append([(say("founding.rework_it"), buttons.Rework(club_id))])
    if answered is not None and state is not StepState.LOCKED:
        more.append([(say("founding.person_in_charge"), buttons.PersonInCharge())])
    offer_next(services, turn, club, key, more=more)


def _remarks(turn: Turn, club: Club, key: StepKey, facts: FoundingFacts) -> list[Phrase]:
    """What is worth thinking over about a board; nothing of it blocks."""
    data = facts.data.get(key, {})
    people = {
        StepKey.BOARD_CANDIDATES: willing(data),
        StepKey.FOUNDING_MEETING: data.get(F.ELECTED) or [],
    }.get(key)
    if not people:
        return []
    sexes = {person.id: person.sex for _, person in turn.uow.clubs.roster(club.id)}
    return [say(f"founding.remark.{each}") for each in board_warnings(people, sexes)]


def _keep_files(services: Services, turn: Turn, club_id: int, key: StepKey) -> None:
    """Files that answer a step lie with the club, not with what is forgotten after some days."""
    kept = Path(services.files) / "kept"
    for datum in turn.uow.founding.data(club_id, key.value):
        if not isinstance(datum.value, dict) or set(datum.value) != {"path", "name"}:
            continue
        path = Path(datum.value["path"])
        if path.parent == kept or not path.is_file():
            continue
        target = make_folder(kept) / f"{club_id}-{datum.field}-{path.name}"
        write_file(target, path.read_bytes())
        value = {"path": str(target), "name": datum.value["name"]}
        turn.uow.founding.put(club_id, key.value, datum.field, value, by=turn.account.id)


def _marks(turn: Turn, club: Club, key: StepKey) -> None:
    """Work on a step takes its marks away: looked at again, no longer passed over."""
    row = turn.uow.founding.steps(club.id).get(key.value)
    state = row.state if row else None
    worked_on = state == StepState.REVIEW.value or (
        state == StepState.SKIPPED.value and not missing(key, facts_of(turn.uow, club, turn.today))
    )
    if worked_on:
        turn.uow.founding.put_step(club.id, key.value, state=StepState.OPEN.value)


def _on_done(services: Services, turn: Turn, club: Club, key: StepKey) -> None:
    """What a step that stands complete sets in motion; said twice it changes nothing."""
    if key is StepKey.FOUNDING_MEETING:
        data = load_data(turn.uow, club.id)
        elected = data.get(key.value, {}).get(F.ELECTED, [])
        board = [
            (int(each[F.MEMBER]["person"]), str(each[F.POST]))
            for each in elected
            if each.get(F.MEMBER)
        ]
        turn.uow.clubs.set_board(club.id, board, turn.today)
    if key is StepKey.RECOGNITION_DECISION:
        ask_to_confirm(services, turn, club)


def steps_counted(uow: UnitOfWork, club_id: int) -> tuple[int, int]:
    """How many steps of a founding are done, and how many were passed over."""
    found = [row.state for row in uow.founding.steps(club_id).values()]
    return found.count(StepState.DONE.value), found.count(StepState.SKIPPED.value)


def skipped_words(turn: Turn, club: Club) -> Phrase | str:
    """How many steps were passed over, in words; nothing where none was."""
    _, skipped = steps_counted(turn.uow, club.id)
    return say("founding.and_skipped", count=skipped) if skipped else ""


def summary(turn: Turn, club: Club) -> Phrase:
    """A club's stage in one line."""
    done, _ = steps_counted(turn.uow, club.id)
    return say(
        "founding.summary",
        club=club.name,
        stage=say(f"stage.{club.stage}"),
        done=done,
        total=len(STEPS),
        skipped=skipped_words(turn, club),
    )
