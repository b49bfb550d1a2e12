"""What became of work on a founding, said to organisers and to the coordinators above them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot import buttons
from bot.conversations import effects
from bot.conversations.turn import Turn
from bot.delivery.letters import Choices, Files, Letter
from bot.delivery.naming import account_name, contact_of
from bot.delivery.telling import tell_each, tell_organisers
from bot.domain.founding import (
    F,
    FoundingFacts,
    StepKey,
    StepState,
    awaited_day,
    board_warnings,
    willing,
)
from bot.domain.rights import Right
from bot.handlers.acting import Refused, acting
from bot.handlers.founding import commands
from bot.handlers.founding.commands import Work
from bot.handlers.founding.commune import Answer, single_data
from bot.handlers.founding.facts import facts_of
from bot.handlers.founding.lines import missing_lines, step_name
from bot.handlers.founding.offering import offer_next
from bot.handlers.services import Services, coordinators_of, unit_name
from bot.speech.show import show_date, show_day
from bot.speech.translation import Lines, Phrase, Words, say
from bot.storage.records import Account, Club


def _refused(turn: Turn, outcome: object) -> bool:
    """Whether a command did nothing; said."""
    if not isinstance(outcome, Refused):
        return False
    turn.say(say("engine.not_allowed"))
    return True


# What conversations end in


def open_founding(services: Services, turn: Turn, wanted: effects.OpenFounding) -> None:
    """Found a club; its number is told."""
    club = commands.open_founding(
        acting(turn), wanted.area, wanted.unit_code, wanted.hamlet, wanted.name
    )
    if isinstance(club, Refused):
        _refused(turn, club)
        return
    turn.say(say("open_founding.opened", club=club.name, code=club.code))


def rename(services: Services, turn: Turn, wanted: effects.RenameClub) -> None:
    """Give a club another name or hamlet; what is next follows by itself."""
    _refused(turn, commands.rename(acting(turn), wanted.club_id, wanted.hamlet, wanted.name))


def pass_over(services: Services, turn: Turn, wanted: effects.PassOverStep) -> None:
    """Pass a step over; what is next follows by itself."""
    step = StepKey(wanted.step)
    _refused(turn, commands.pass_over(acting(turn), wanted.club_id, step, wanted.reason))


def go_on_with_fewer(services: Services, turn: Turn, wanted: effects.GoOnWithFewer) -> None:
    """Go on with fewer members; what is next follows by itself."""
    _refused(turn, commands.go_on_with_fewer(acting(turn), wanted.club_id, wanted.reason))


def plan_meeting(services: Services, turn: Turn, wanted: effects.PlanMeeting) -> None:
    """Keep when the founding meeting is to be."""
    _refused(turn, commands.plan_meeting(acting(turn), wanted.club_id, wanted.day, wanted.hour))


# After work on a step


def step_changed(services: Services, turn: Turn, changed: effects.FoundingChanged) -> None:
    """After work on a step: what is done or still missing, and what is next."""
    step, quietly = StepKey(changed.step), changed.quietly
    files = Path(services.files)
    work = commands.work_on(acting(turn), changed.club_id, step, files=files, quietly=quietly)
    if isinstance(work, Refused):
        _refused(turn, work)
    elif not quietly:
        _tell_work(services, turn, turn.uow.clubs.get(changed.club_id), step, work)


def _tell_work(services: Services, turn: Turn, club: Club, step: StepKey, work: Work) -> None:
    facts = facts_of(turn.uow, club, turn.today)
    for remark in _remarks(turn, club, step, facts):
        turn.say(remark)
    answered = None if work.answer is None else _answer_words(services, turn, club, work.answer)
    turn.say(answered or _state_words(step, work, facts))
    if work.names_others:
        turn.say(say("others.how"))
        turn.say(say("others.notice", club=club.name, contact=contact_of(turn.uow, club)))
    more: buttons.Rows = []
    if facts.data.get(step, {}).get(F.OUTCOME) == "refused":
        more.append([(say("founding.rework_it"), buttons.Rework(club.id))])
    if answered is not None and work.state is not StepState.LOCKED:
        more.append([(say("founding.person_in_charge"), buttons.PersonInCharge())])
    offer_next(services, turn, club, step, more=more)


def _state_words(step: StepKey, work: Work, facts: FoundingFacts) -> Phrase:
    """Where a step stands after somebody worked on it."""
    name = step_name(step)
    match work.state:
        case StepState.DONE:
            return say(
                "founding.step_done" if work.is_finished else "founding.step_kept", name=name
            )
        case StepState.SKIPPED:
            return say("founding.step_skipped", name=name)
        case StepState.AWAITING:
            return say("founding.step_awaiting", name=name)
    day = awaited_day(facts) if step is StepKey.LAUNCH_CEREMONY else None
    if day is not None:
        return say("founding.step_until_day", name=name, day=show_date(day))
    return say("founding.step_open", name=name, missing=missing_lines(step, facts))


def _remarks(turn: Turn, club: Club, step: StepKey, facts: FoundingFacts) -> list[Phrase]:
    """What is worth thinking over about a board; nothing of it blocks."""
    data = facts.data.get(step, {})
    people = {
        StepKey.BOARD_CANDIDATES: willing(data),
        StepKey.FOUNDING_MEETING: data.get(F.ELECTED) or [],
    }.get(step)
    if not people:
        return []
    sexes = {person.id: person.sex for _, person in turn.uow.clubs.roster(club.id)}
    return [say(f"founding.remark.{each}") for each in board_warnings(people, sexes)]


def _answer_words(services: Services, turn: Turn, club: Club, answer: Answer) -> Phrase:
    """What the commune said, and who was told of it."""
    told = say("founding.coordinator_told") if _others_above(services, turn, club) else ""
    data = single_data(turn.uow, club.id, StepKey.RECOGNITION_DECISION)
    match answer:
        case Answer.NOT_AGREED:
            return say("founding.not_agreed", told=told)
        case Answer.REFUSED:
            return say("founding.refused", reason=data[F.REASON].value, told=told)
        case Answer.SUPPLEMENT:
            until = data[F.UNTIL].value if F.UNTIL in data else None
            return say(
                "founding.supplement",
                what=data[F.WHAT].value,
                until=say("founding.supplement_until", day=show_day(date.fromisoformat(until)))
                if until
                else "",
            )


# Coordinators


def _others_above(services: Services, turn: Turn, club: Club) -> list[Account]:
    """The coordinators of a club besides who writes."""
    found = coordinators_of(services.plan, turn.uow, club)
    return [each for each in found if each.id != turn.account.id]


def _tell_coordinators(
    services: Services,
    turn: Turn,
    club: Club,
    key: str,
    words: Words,
    *,
    choices: Choices = (),
    files: Files = (),
) -> None:
    letter = Letter(
        key=key, phrase=words, choices=choices, files=files, rights=[Right.oversees(club.id)]
    )
    tell_each(turn.uow, _others_above(services, turn, club), services.zone, letter)


def tell_opened(services: Services, turn: Turn, opened: effects.FoundingOpened) -> None:
    """Who invited the founder, and still looks after the place, hears that his code was used."""
    club = turn.uow.clubs.get(opened.club_id)
    inviters = {each.id for each in turn.uow.accounts.inviters(turn.account.id)}
    letter = Letter(
        key=f"opened/{club.id}",
        phrase=say(
            "founding.told_opened",
            who=account_name(turn.uow, turn.account, say("person.someone")),
            club=club.name,
            unit=unit_name(services, club.unit_code),
            code=club.code,
        ),
        choices=[[(say("standing.see"), buttons.Overseen(club.id))]],
        rights=[Right.oversees(club.id)],
    )
    above = [each for each in _others_above(services, turn, club) if each.id in inviters]
    tell_each(turn.uow, above, services.zone, letter)


def tell_few_went_on(services: Services, turn: Turn, few: effects.FewWentOn) -> None:
    """The coordinators hear that a club goes on with few members, and why."""
    club = turn.uow.clubs.get(few.club_id)
    _tell_coordinators(
        services,
        turn,
        club,
        f"few/{club.id}/{turn.now.isoformat()}",
        say("founding.told_few", club=club.name, count=few.count, reason=few.reason),
        choices=[[(say("standing.see"), buttons.Overseen(club.id))]],
    )


def tell_support_refused(services: Services, turn: Turn, refused: effects.SupportRefused) -> None:
    """The coordinators hear that the commune doesn't support a club so far."""
    club = turn.uow.clubs.get(refused.club_id)
    said = single_data(turn.uow, club.id, StepKey.COMMUNE_SUPPORT)[F.SUPPORT_WAY]
    _tell_coordinators(
        services,
        turn,
        club,
        f"not_agreed/{club.id}/{said.updated_at.isoformat()}",
        say("founding.told_not_agreed", club=club.name),
    )


def tell_recognition_refused(
    services: Services, turn: Turn, refused: effects.RecognitionRefused
) -> None:
    """The coordinators hear that the commune refused, and why."""
    club = turn.uow.clubs.get(refused.club_id)
    data = single_data(turn.uow, club.id, StepKey.RECOGNITION_DECISION)
    _tell_coordinators(
        services,
        turn,
        club,
        f"refused/{club.id}/{data[F.OUTCOME].updated_at.isoformat()}",
        say("founding.told_refused", club=club.name, reason=data[F.REASON].value),
    )


def ask_to_compare(services: Services, turn: Turn, noted: effects.DecisionNoted) -> None:
    """The coordinators are asked to compare a decision with the commune's."""
    club = turn.uow.clubs.get(noted.club_id)
    found = single_data(turn.uow, club.id, StepKey.RECOGNITION_DECISION)
    data = {name: each.value for name, each in found.items()}
    sent = data.get(F.DECISION_FILE)
    files = [(sent["path"], sent["name"])] if sent and Path(sent["path"]).is_file() else []
    _tell_coordinators(
        services,
        turn,
        club,
        f"decision/{club.id}/{data[F.DECISION_TOLD]}/{turn.now.isoformat()}",
        Lines(
            (
                say("founding.decision_to_confirm", club=club.name),
                say(
                    "founding.decision_lines",
                    number=data[F.NUMBER],
                    date=show_day(date.fromisoformat(data[F.DATE])),
                    signer=data[F.SIGNER],
                    body=data.get(F.ISSUING_BODY) or "–",
                ),
                say("founding.decision_with_file" if files else "founding.decision_compare"),
            )
        ),
        choices=[
            [
                (say("founding.confirm_decision"), buttons.ConfirmDecision(club.id)),
                (say("founding.dispute_decision"), buttons.DisputeDecision(club.id)),
            ]
        ],
        files=files,
    )


def tell_confirmed(services: Services, turn: Turn, confirmed: effects.DecisionConfirmed) -> None:
    """The organisers hear that the decision is as they wrote it down."""
    club = turn.uow.clubs.get(confirmed.club_id)
    words = say("founding.told_confirmed", club=club.name)
    letter = Letter(key=f"confirmed/{club.id}", phrase=words)
    tell_organisers(turn.uow, club.id, services.zone, letter, besides=turn.account.id)


def tell_disputed(services: Services, turn: Turn, disputed: effects.DecisionDisputed) -> None:
    """The organisers are asked to look at the decision again."""
    club = turn.uow.clubs.get(disputed.club_id)
    look = buttons.OpenStep(club.id, StepKey.RECOGNITION_DECISION)
    letter = Letter(
        key=f"disputed/{club.id}/{turn.now.isoformat()}",
        phrase=say("founding.told_disputed", club=club.name),
        choices=[[(say("founding.look_at_decision"), look)]],
    )
    tell_organisers(turn.uow, club.id, services.zone, letter, besides=turn.account.id)


def confirm_action(services: Services, turn: Turn, club: Club) -> None:
    """A coordinator has compared the decision with the commune's."""
    outcome = commands.confirm_decision(acting(turn), club)
    _say_comparison(turn, club, outcome, say("founding.confirmed", club=club.name))


def dispute_action(services: Services, turn: Turn, club: Club) -> None:
    """The decision is not what the commune has; the organisers look again."""
    outcome = commands.dispute_decision(acting(turn), club)
    _say_comparison(turn, club, outcome, say("founding.disputed", club=club.name))


def _say_comparison(
    turn: Turn, club: Club, outcome: commands.Comparison | Refused, noted: Phrase
) -> None:
    if _refused(turn, outcome):
        return
    if outcome is commands.Comparison.UNDECIDED:
        turn.say(say("founding.nothing_to_confirm", club=club.name))
    else:
        turn.say(noted)
