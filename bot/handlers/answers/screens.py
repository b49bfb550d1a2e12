"""Questions: answered from the guidance, from the club's own data, or handed to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot import buttons
from bot.buttons import Asked, Judgement
from bot.conversations.effects import ComplainOfData
from bot.conversations.turn import Turn
from bot.delivery.naming import named
from bot.domain.membership import MembershipState
from bot.guidance.retriever import Outcome
from bot.handlers.acting import acting
from bot.handlers.answers import calling_back, commands, gaps
from bot.handlers.answers.club_answers import answer_as_club
from bot.handlers.answers.commands import forget, remember, remembered
from bot.handlers.answers.enquiries import (
    complain,
    hand_on,
    in_charge,
    person_in_charge_name,
    unwell,
    whose_data,
)
from bot.handlers.answers.reading import offer_choices, show_answer
from bot.handlers.founding.lines import summary
from bot.handlers.members.places import waiting
from bot.handlers.sections import to_bring
from bot.handlers.services import Services, clubs_of_account
from bot.intents.accused import accuses
from bot.intents.asking import looks_like_question
from bot.intents.event_kinds import kind_named
from bot.intents.live import Live, asks_other_activity, read_live
from bot.intents.sorrow import Sorrow, told_sorrow
from bot.intents.today import asks_day
from bot.intents.unwell import feels_unwell
from bot.intents.wishes import says_own
from bot.language.dates.reading import read_date
from bot.messages import Kind
from bot.speech.show import show_date, show_moment
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Club, Membership, Person


def answers_question(services: Services, turn: Turn, text: str) -> bool:
    """Answer a question asked in the middle of something; False when it is none we can answer."""
    if answer_as_club(turn, text) or answer_live(services, turn, text):
        return True
    feeling = feels_unwell(text)
    if feeling is not None:
        unwell(services, turn, text, feeling)
        return True
    answer = services.answer_question(text, turn.account.language)
    if answer.outcome is Outcome.ANSWER and (
        looks_like_question(text) or surely_asks(services, text)
    ):
        answer_from_guidance(services, turn, text)
        return True
    if looks_like_question(text):
        answer_from_guidance(services, turn, text)
        return True
    return False


def surely_asks(services: Services, text: str) -> bool:
    """Whether the guidance is sure that a text asks for one of its articles."""
    if len(text.split()) < 4:
        return False
    return bool(services.answer_question(text, "vi").outcome is Outcome.ANSWER)


def answer(services: Services, turn: Turn, text: str) -> None:
    """Answer a question, whatever comes of it."""
    if not answer_live(services, turn, text):
        answer_from_guidance(services, turn, text)


def answer_live(services: Services, turn: Turn, text: str) -> bool:
    """Answer from the asker's own clubs; False when the question isn't about them."""
    if asks_day(text):
        say_day(turn, text)
        return True
    live = read_live(text)
    if live is Live.ARE_YOU_HUMAN:
        turn.say(say("answer.machine"), kind=Kind.ANSWER)
        return True
    if live is Live.NEXT_EVENT:
        told = next_events(services, turn, kind=kind_named(text), unknown=asks_other_activity(text))
        if not told and says_own(text):
            turn.say(say("answer.no_club"))
            return True
        return told
    if live is Live.REGISTRATION:
        return registrations(
            turn, [person for _, person in turn.uow.people.of_account(turn.account.id)]
        )
    return False


def say_day(turn: Turn, text: str) -> None:
    """What day it is, or the day that is named, with its weekday and lunar day."""
    day = read_date(text, turn.today).value or turn.today
    date = show_date(day, lunar=True)
    is_today = day == turn.today
    words = say("answer.today", date=date) if is_today else say("answer.that_day", date=date)
    turn.say(words, kind=Kind.ANSWER)


def next_events(
    services: Services,
    turn: Turn,
    *,
    kind: str | None = None,
    unknown: bool = False,
    quietly: bool = False,
    limit: int = 3,
    bring: bool = False,
) -> bool:
    """The next occurrences of the asker's clubs; False when no club is known.

    Of a `kind` that is asked for only these, or that there are none and what there is instead.
    `unknown`: what is asked for is no kind of event, and that is said. `quietly` says nothing where
    nothing is planned; `bring` says what to take along, too.
    """
    clubs = {club.id: club for club in clubs_of_account(turn.uow, turn.account)}
    if not clubs:
        return False
    coming = turn.uow.events.occurrences(clubs, since=turn.now, limit=limit, kind=kind)
    if not coming and kind is not None:
        coming = turn.uow.events.occurrences(clubs, since=turn.now, limit=limit)
        if coming:
            none = say("answer.no_such_event", what=say(f"event.kind.{kind}"))
            turn.say(none, kind=Kind.ANSWER)
    elif coming and kind is None and unknown:
        turn.say(say("answer.not_in_calendar"), kind=Kind.ANSWER)
    if not coming:
        if quietly:
            return False
        turn.say(say("answer.no_event"), kind=Kind.ANSWER)
        return True
    lines = []
    for occurrence in coming:
        event = turn.uow.events.get(occurrence.event_id)
        lines.append(
            say(
                "answer.event",
                what=say(f"event.kind.{event.kind}"),
                club=clubs[occurrence.club_id].name,
                when=show_moment(occurrence.starts_at, services.zone, lunar=True),
                place=occurrence.place,
                bring=to_bring(event, asked=True) if bring else "",
            )
        )
    turn.say(Lines((say("answer.events"), *lines)), kind=Kind.ANSWER)
    return True


def calendar_action(services: Services, turn: Turn) -> None:
    """What is coming in the asker's clubs."""
    if not next_events(services, turn):
        turn.say(say("answer.no_club"))
    services.engine.ask_again(turn)


def answer_own(turn: Turn, asks: Live) -> bool:
    """Answer from the asker's own clubs, as their member or organiser; False for anybody else."""
    clubs = commands.own_clubs(acting(turn))
    if not clubs:
        return False
    if asks is Live.ANSWERED:
        return own_answers(turn, clubs)
    lines = [
        summary(turn, club)
        if asks is Live.FOUNDING
        else say("answer.members", club=club.name, count=commands.members_of(acting(turn), club))
        for club in clubs
    ]
    turn.say(Lines(tuple(lines)), kind=Kind.ANSWER)
    return True


def own_answers(turn: Turn, clubs: list[Club]) -> bool:
    """What the asker's persons answered to what comes next; False where he speaks for none."""
    people = [person for _, person in turn.uow.people.of_account(turn.account.id)]
    coming = turn.uow.events.occurrences([club.id for club in clubs], since=turn.now, limit=3)
    lines = []
    for occurrence in coming:
        said = turn.uow.events.answers(occurrence.id)
        event = turn.uow.events.get(occurrence.event_id)
        for person in people:
            membership = turn.uow.clubs.membership_of(occurrence.club_id, person.id)
            if membership is None or membership.state is not MembershipState.ACTIVE:
                continue
            lines.append(
                say(
                    "answer.answered",
                    what=say(f"event.kind.{event.kind}"),
                    when=show_moment(occurrence.starts_at, turn.zone),
                    who=named(turn.uow, turn.account, person, turn.zone),
                    answer=say(f"answer.answered.{said.get(person.id, 'none')}"),
                )
            )
    if not people:
        return False
    head = say("answer.your_answers") if lines else say("answer.no_event")
    turn.say(Lines((head, *lines)), kind=Kind.ANSWER)
    return True


def registrations(turn: Turn, people: Sequence[Person]) -> bool:
    """Where the registrations of these of the asker's persons stand."""
    lines = [
        say(
            "answer.registration",
            who=named(turn.uow, turn.account, person, turn.zone),
            club=turn.uow.clubs.get(membership.club_id).name,
            state=_state(turn, membership),
        )
        for person in people
        for membership in turn.uow.clubs.memberships_of(person.id)
    ]
    if not lines:
        return False
    turn.say(Lines(tuple(lines)), kind=Kind.ANSWER)
    return True


def _state(turn: Turn, membership: Membership) -> Phrase:
    """Where a registration stands; who waits for a place reads how many are before him."""
    if membership.state is not MembershipState.WAITLISTED:
        return say(f"membership.{membership.state}")
    line = [each.id for each, _ in waiting(turn.uow, membership.club_id)]
    before = line.index(membership.id) if membership.id in line else 0
    return say("membership.waits_after", count=before) if before else say("membership.waits_first")


def answer_from_guidance(services: Services, turn: Turn, text: str) -> None:
    """One of three outcomes: what answers it, three questions to choose from, or a refusal."""
    found = services.answer_question(text, turn.account.language)
    gaps.note_asked_again(turn, text, found)
    condole(turn, text)
    if found.outcome is Outcome.ANSWER:
        show_answer(turn, found)
        # Kept last: what is shown needs no second look at the conversations then.
        remember(acting(turn), text, found.article)
        return
    gaps.note(turn, text, gaps.REFUSED if found.outcome is Outcome.REFUSE else gaps.CHOOSE, None)
    if found.outcome is Outcome.CHOOSE:
        offer_choices(turn, found)
        remember(acting(turn), text, found.others[0])
        turn.offered = True
        return
    refuse(services, turn, text, "unknown" if found.pending is None else "unwritten")


def condole(turn: Turn, text: str) -> None:
    """Kind words before the answer, where a question tells of a death or an illness."""
    sorrow = told_sorrow(text)
    if sorrow is Sorrow.DEATH:
        turn.say(say("deceased.sorry"), kind=Kind.ANSWER)
    elif sorrow is Sorrow.ILLNESS:
        turn.say(say("answer.get_well"), kind=Kind.ANSWER)


NoAnswer = Literal["unknown", "unwritten", "wrong"]
"""Why a question goes on to a person: nobody knows, nothing is written yet, or it didn't help."""


def refuse(services: Services, turn: Turn, text: str, why: NoAnswer = "unknown") -> None:
    """Say that it isn't known, and offer to hand the question on."""
    if not in_charge(services, turn).accounts:
        # Nobody to hand it to here: only whom to ask.
        contact = person_in_charge_name(services, turn)
        said = {
            "unknown": say("answer.unknown_ask", contact=contact),
            "unwritten": say("answer.unwritten_ask", contact=contact),
            "wrong": say("answer.missed_ask", contact=contact),
        }[why]
        if turn.sessions.current() is not None:
            # What is open is asked again behind it.
            turn.say(said)
        else:
            other = (say("answer.other"), buttons.Ask("other"))
            turn.offer(said, [other], [(say("engine.to_menu"), buttons.by_words(buttons.Menu()))])
        return
    if accuses(text):
        complain(services, turn, text)
        return
    remember(acting(turn), text)
    offer_hand_over(services, turn, why)


def offer_hand_over(services: Services, turn: Turn, why: NoAnswer = "unknown") -> None:
    """Offer to send the question on, or to go on where the conversation stands."""
    going_on = turn.sessions.current() is not None
    contact = person_in_charge_name(services, turn)
    words = {
        "unknown": say("answer.unknown", contact=contact),
        "unwritten": say("answer.unwritten", contact=contact),
        "wrong": say("answer.missed", contact=contact),
    }
    turn.offer(
        words[why],
        [
            (say("answer.hand_on"), buttons.yes(buttons.Ask("hand_on"))),
            (say("answer.hand_on_unnamed"), buttons.Ask("hand_on_unnamed")),
        ],
        [
            (say("answer.go_on"), buttons.no(buttons.Ask("go_on")))
            if going_on
            else (say("answer.other"), buttons.no(buttons.Ask("other"))),
        ],
    )
    turn.offered = True


def ask_action(services: Services, turn: Turn, what: Asked) -> None:
    """Around a question: ask another, hand it on, go on, none of these, rest."""
    if what in ("hand_on", "hand_on_unnamed", "above"):
        _send_on(services, turn, what)
        services.engine.ask_again(turn)
    elif what == "none":
        note_none(turn)
        offer_hand_over(services, turn)
    elif what == "number":
        calling_back.ask_number(services, turn)
    elif what == "rest":
        turn.say(say("unwell.rest"))
    elif what != "go_on" or not services.engine.ask_again(turn):
        turn.say(say("answer.ask"))


def _send_on(services: Services, turn: Turn, what: Asked) -> None:
    """What was said goes to those in charge; a complaint of one's data is noted as the law's request."""
    text = remembered(acting(turn))
    if text is None:
        turn.say(say("answer.handed_on_already"))
        return
    whose = whose_data(turn, text) if what == "above" else None
    if whose is not None:
        turn.do(ComplainOfData(whose.id, text))
    elif not hand_on(services, turn, text, past=what == "above", unnamed=what == "hand_on_unnamed"):
        return
    forget(acting(turn))


def note_none(turn: Turn) -> None:
    """None of the offered questions was meant: who writes the articles hears of it."""
    text = remembered(acting(turn))
    if text is not None:
        gaps.note(turn, text, gaps.NONE, None)


def judge_action(services: Services, turn: Turn, good: Judgement, slug: str) -> None:
    """Whether an answer helped; one that didn't is noted, and somebody can be asked instead."""
    if good == "yes":
        turn.say(say("answer.glad"))
        return
    text = remembered(acting(turn))
    if text is None:
        turn.say(say("answer.ask"))
        return
    gaps.note(turn, text, gaps.WRONG, slug)
    refuse(services, turn, text, "wrong")
