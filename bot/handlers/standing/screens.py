"""What coordinators and organisers read of a club that rests, ends or goes on."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations import effects
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name, contact_of
from bot.delivery.telling import tell, tell_each, tell_organisers
from bot.domain.rights import Right
from bot.domain.standings import Becomes
from bot.handlers.acting import Acting, Refused, acting
from bot.handlers.founding.lines import summary
from bot.handlers.services import Services, coordinators_of
from bot.handlers.standing import commands
from bot.reminders.standings import tell_members
from bot.speech.show import show_day
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Club, Standing
from bot.storage.unit_of_work import UnitOfWork


def _what(becomes: Becomes) -> Phrase:
    return say(f"standing.to.{becomes}")


def _who(uow: UnitOfWork, account_id: int | None) -> Phrase | str:
    """Who wished or decided it; the operator has no account."""
    if account_id is None:
        return say("standing.operator")
    return account_name(uow, uow.accounts.get(account_id), say("person.someone"))


# As coordinators see a club


def overseen_action(services: Services, turn: Turn, club: Club) -> None:
    """How a club of one's area stands, whom to ask about it, and what can be decided."""
    uow = turn.uow
    lines: list[Phrase] = [
        summary(turn, club),
        say("standing.contact", contact=contact_of(uow, club), code=club.code),
    ]
    became, wish = uow.standings.latest_of(club.id), uow.standings.open_of(club.id)
    if became is not None:
        lines.append(_history(services, uow, became))
    rows: Rows = []
    if wish is not None:
        lines.append(_wish_line(uow, wish))
        rows.append([(say("standing.agree"), buttons.ChangeStanding(club.id, wish.id))])
        rows.append([(say("standing.decline"), buttons.DeclineStanding(wish.id))])
    else:
        rest = "standing.open_again" if club.closed else "standing.rest_or_end"
        rows.append([(say(rest), buttons.ChangeStanding(club.id))])
    turn.offer(Lines(tuple(lines)), *rows, [(say("engine.back_to"), buttons.Report())])


def _history(services: Services, uow: UnitOfWork, became: Standing) -> Phrase:
    assert became.decided_at is not None
    return say(
        "standing.became",
        what=_what(became.becomes),
        day=show_day(became.decided_at.astimezone(services.zone).date()),
        who=_who(uow, became.decided_by),
        reason=became.reason,
    )


def _wish_line(uow: UnitOfWork, wish: Standing) -> Phrase:
    who = _who(uow, wish.asked_by)
    return say("standing.wished", who=who, what=_what(wish.becomes), reason=wish.reason)


def change_action(services: Services, turn: Turn, club: Club, asked: Standing | None) -> None:
    """Ask what the club becomes and why, or only whether what was wished is meant."""
    if asked is not None and (asked.club_id != club.id or asked.decided_at is not None):
        turn.say(say("standing.decided"))
        return
    number = None if asked is None else asked.id
    services.engine.start(turn, "change_standing", club=club.id, asked=number)


def change(_services: Services, turn: Turn, wanted: effects.ChangeStanding) -> None:
    """Let a club rest, end or go on; who is told follows."""
    uow = turn.uow
    club = uow.clubs.get(wanted.club_id)
    outcome = commands.change(
        acting(turn),
        club,
        wanted.becomes,
        wanted.reason,
        into=None if wanted.into_id is None else uow.clubs.get(wanted.into_id),
        asked=None if wanted.asked is None else uow.standings.get(wanted.asked),
    )
    if isinstance(outcome, Refused):
        turn.say(_refusal(outcome))
        return
    turn.offer(
        say(f"standing.done_{outcome.becomes}", club=club.name),
        [(say("standing.see"), buttons.Overseen(club.id))],
        [(say("engine.back_to"), buttons.Report())],
    )


def _refusal(refused: Refused) -> Phrase:
    return say("engine.not_allowed" if refused is Refused.NOT_YOURS else "standing.decided")


def decline_action(services: Services, turn: Turn, asked: Standing) -> None:
    """Leave a club as it is."""
    refused = commands.decline(acting(turn), asked)
    turn.say(
        _refusal(refused)
        if refused is not None
        else say("standing.declined", club=turn.uow.clubs.get(asked.club_id).name)
    )


# As organisers wish it


def ask_action(services: Services, turn: Turn, club: Club) -> None:
    """Ask what is wished, unless a wish waits already or nobody could agree to it."""
    if turn.uow.standings.open_of(club.id) is not None:
        turn.say(say("standing.waits", club=club.name))
    elif not coordinators_of(services.plan, turn.uow, club):
        turn.say(say("standing.nobody_decides"))
    else:
        services.engine.start(turn, "ask_standing", club=club.id)


def ask(_services: Services, turn: Turn, wanted: effects.AskStanding) -> None:
    """Hand a wish to the coordinators."""
    club = turn.uow.clubs.get(wanted.club_id)
    outcome = commands.ask(acting(turn), club, wanted.becomes, wanted.reason)
    if isinstance(outcome, Refused):
        turn.say(_refusal(outcome))
        return
    turn.offer(
        say("standing.asked", club=club.name, what=_what(outcome.becomes)),
        [(say("engine.back_to"), buttons.OpenClub(club.id))],
    )


# Who is told


def tell_asked(who: Acting, effect: effects.StandingAsked) -> None:
    """The coordinators read what is wished, and decide."""
    uow = who.uow
    wish = uow.standings.get(effect.standing_id)
    club = uow.clubs.get(wish.club_id)
    letter = Letter(
        key=f"standing/{wish.id}/asked",
        phrase=Lines((say("standing.told_asked", club=club.name), _wish_line(uow, wish))),
        choices=[
            [(say("standing.agree"), buttons.ChangeStanding(club.id, wish.id))],
            [(say("standing.decline"), buttons.DeclineStanding(wish.id))],
            [(say("standing.see"), buttons.Overseen(club.id))],
        ],
        rights=[Right.oversees(club.id)],
    )
    tell_each(uow, coordinators_of(who.plan, uow, club), who.zone, letter)


def tell_declined(who: Acting, effect: effects.StandingDeclined) -> None:
    """Whoever wished it hears that the club stays as it is."""
    uow = who.uow
    wish = uow.standings.get(effect.standing_id)
    if wish.asked_by is None:
        return
    letter = Letter(
        key=f"standing/{wish.id}/declined",
        phrase=say(
            "standing.told_declined",
            club=uow.clubs.get(wish.club_id).name,
            what=_what(wish.becomes),
            who=_who(uow, who.by),
        ),
        choices=[[(say("founding.person_in_charge"), buttons.PersonInCharge())]],
        rights=[Right.organises(wish.club_id)],
    )
    tell(uow, uow.accounts.get(wish.asked_by), who.zone, letter)


def tell_changed(who: Acting, effect: effects.StandingChanged) -> None:
    """Members are told kindly; organisers and the other coordinators read who decided, and why."""
    uow = who.uow
    became = uow.standings.get(effect.standing_id)
    club = uow.clubs.get(became.club_id)
    tell_members(uow, became, who.zone)
    words = say(
        f"standing.staff_{became.becomes}",
        club=club.name,
        into=uow.clubs.get(became.into_id).name if became.into_id else "",
        who=_who(uow, became.decided_by),
        reason=became.reason,
    )
    own = Letter(
        key=f"standing/{became.id}/organisers",
        phrase=words,
        choices=[[(say("club.menu"), buttons.OpenClub(club.id))]],
    )
    tell_organisers(uow, club.id, who.zone, own, besides=who.by)
    organisers = {each.id for each in uow.accounts.organisers(club.id)}
    others = [
        each
        for each in coordinators_of(who.plan, uow, club)
        if each.id != who.by and each.id not in organisers
    ]
    above = Letter(
        key=f"standing/{became.id}/above", phrase=words, rights=[Right.oversees(club.id)]
    )
    tell_each(uow, others, who.zone, above)
