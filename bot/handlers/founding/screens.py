"""A founding as organisers see it: its steps, what is next, a club's stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot import buttons
from bot.conversations.turn import Turn
from bot.documents.materials import materials_of
from bot.documents.papers import papers_of
from bot.domain.founding import (
    DECISIVE,
    FIELDS,
    RULES,
    STEPS,
    Field,
    StepKey,
    StepState,
    states,
    unsettled,
)
from bot.domain.membership import MembershipState
from bot.handlers.accesses import note_access
from bot.handlers.acting import Refused, acting
from bot.handlers.founding.commands import keep_unchanged, rework
from bot.handlers.founding.facts import facts_of
from bot.handlers.founding.lines import MARKS, state_words, step_name
from bot.handlers.founding.offering import offer_next
from bot.handlers.meter import meter_lines
from bot.handlers.services import Services, may_found, organised_clubs
from bot.intents.button_labels import only_label
from bot.intents.live import asks_of_this_step, read_renaming, read_step_request
from bot.speech.translation import Lines, Phrase, Words, say
from bot.storage.records import Club


def found_action(services: Services, turn: Turn) -> None:
    """Open a founding, or say who gives the code for it."""
    allowed = may_found(turn.uow, turn.account)
    begun = [
        club
        for club in organised_clubs(turn.uow, turn.account)
        if club.recognised_on is None and not club.closed
    ]
    if not allowed and begun:
        # He founds one already: what he needs is its next step, and no other code.
        turn.say(say("found.begun", club=begun[0].name))
        offer_next(services, turn, begun[0])
        return
    if not allowed:
        turn.offer(
            say("found.needs_code"),
            [(say("found.how"), buttons.Article("founding-steps"))],
            [(say("engine.back_to"), buttons.Menu())],
        )
        return
    services.engine.start(turn, "open_founding", area=allowed[0])


def checklist(services: Services, turn: Turn, club: Club) -> None:
    """All steps with their state, and what is next."""
    rows = turn.uow.founding.steps(club.id)
    facts = facts_of(turn.uow, club, turn.today)
    lines = []
    for step in STEPS:
        row = rows.get(step.key)
        state = row.state if row else StepState.LOCKED
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


def read_request(services: Services, turn: Turn, text: str) -> bool:
    """An organiser's wish to go on, in words: "bước tiếp theo", "bước 7", a step's own name."""
    clubs = organised_clubs(turn.uow, turn.account)
    founding = [club for club in clubs if club.recognised_on is None] or clubs
    if not founding:
        return False
    club = founding[0]
    renamed = read_renaming(text)
    if renamed is not None and turn.organises(club.id):
        flow = f"founding.{StepKey.OPEN_FOUNDING}"
        services.engine.start(turn, flow, name=f"{flow}/{club.id}", first=renamed, club=club.id)
        return True
    asked = "next" if asks_of_this_step(text) else read_step_request(text)
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


def explains_step(services: Services, turn: Turn, text: str) -> bool:
    """ "bước này làm gì, gặp ai?", typed while a step's question is open: its one line."""
    asked = services.engine.open_question(turn) if asks_of_this_step(text) else None
    step = next((each for each in STEPS if asked and asked.flow == f"founding.{each.key}"), None)
    if step is None:
        return False
    turn.say(say("founding.this_step", number=step.number, total=len(STEPS), name=step_name(step.key),
                 hint=say(f"founding.{step.key}.hint")))  # fmt: skip
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
    rows: buttons.Rows = []
    for step in STEPS:
        name: Phrase = step_name(step.key)
        if turn.capabilities.buttons:
            name = say("founding.pick", number=step.number, name=name)
        if computed[step.key] is StepState.LOCKED:
            name = say("founding.pick_locked", name=name)
        rows.append([(name, buttons.OpenStep(club.id, step.key))])
    rows.append([(say("engine.back_to"), buttons.by_words(buttons.Checklist(club.id)))])
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
    _offer_printed(turn, club, key)
    if _picks_members(FIELDS[key]):
        roster = turn.uow.clubs.roster(club.id, [MembershipState.ACTIVE])
        note_access(acting(turn), club.id, [person for _, person in roster], "posts")
    services.engine.start(
        turn,
        f"founding.{key}",
        name=f"founding.{key}/{club.id}",
        # What the commune said is what matters, not what was said about it before.
        first=DECISIVE[key] if open_question else None,
        chosen=choice if open_question and way == "answer" else None,
        club=club.id,
    )


def _picks_members(fields: Sequence[Field]) -> bool:
    """Whether a step offers the members by name, for a post or a task."""
    return any(each.kind == "member" or _picks_members(each.fields) for each in fields)


def _offer_printed(turn: Turn, club: Club, key: StepKey) -> None:
    """The papers of a step and what is handed out at it, before its first question."""
    row: list[tuple[Words, buttons.Pressable]] = []
    if papers_of(key):
        row.append((say("papers.send"), buttons.by_words(buttons.Papers(club.id, key))))
    if materials_of(key):
        row.append((say("materials.send"), buttons.by_words(buttons.Materials(club.id, key))))
    if row:
        # By words alone: the digits belong to the question that follows at once.
        name = step_name(key)
        has_papers = bool(papers_of(key))
        turn.offer(
            say("papers.of_step", name=name) if has_papers else say("materials.of_step", name=name),
            row,
        )


def unchanged_action(services: Services, turn: Turn, club: Club, step: StepKey) -> None:
    """A step that was to be looked at again stays as it is."""
    if keep_unchanged(acting(turn), club, step) is not None:
        offer_next(services, turn, club)


def rework_action(services: Services, turn: Turn, club: Club) -> None:
    """After a refusal the papers are mended and handed in once more."""
    if rework(acting(turn), club) is not Refused.OVER:
        turn.say(say("founding.rework"))
    offer_next(services, turn, club)


def members_step(services: Services, turn: Turn, club: Club) -> None:
    """Step 6 is the roster itself: how many there are, and the ways to go on."""
    active = turn.uow.clubs.count(club.id, [MembershipState.ACTIVE])
    waiting = turn.uow.clubs.count(club.id, [MembershipState.UNCONFIRMED, MembershipState.APPLIED])
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
    step = StepKey.FOUNDING_MEMBERS
    rows.append([(say("papers.send"), buttons.Papers(club.id, step))])
    rows.append([(say("materials.send"), buttons.Materials(club.id, step))])
    rows.append([(say("founding.steps"), buttons.Checklist(club.id))])
    turn.offer(say("members.step", count=active, waiting=waiting, lowest=int(lowest)), *rows)
