"""What coordinators and organisers read of codes and reports."""

from __future__ import annotations

from collections.abc import Mapping

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import CoOrganiserJoined, FoundingShown, Press, TellOwnName
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name
from bot.delivery.telling import speaker_for, tell_organisers
from bot.domain.founding import RULES, Stage, StepKey
from bot.domain.rights import AccountRole
from bot.handlers.acting import Refused, acting
from bot.handlers.founding.lines import step_name
from bot.handlers.invitations import INVITATION_DAYS
from bot.handlers.joining import join_club
from bot.handlers.links import link_for
from bot.handlers.menu import menu
from bot.handlers.office.codes import (
    are_words,
    as_code,
    club_code,
    guesses_code,
    is_club_code,
    looks_like_code,
)
from bot.handlers.office.commands import (
    Invited,
    Unusable,
    WrongCode,
    areas_coordinated,
    cancel_invitation,
    given_invitations,
    invite_founder,
    keep_own_name,
    own_report,
    try_code,
    use_invitation,
)
from bot.handlers.office.report import by_standing_still
from bot.handlers.services import Services, unit_name
from bot.speech.show import show_day
from bot.speech.translation import Lines, Phrase, say
from bot.storage.installation import INVITATION_LENGTH, JOIN_CODE_LENGTH
from bot.storage.records import Club, Invitation
from bot.untyped import JsonObject

CLUBS_PAGE = 10
"""Clubs of a report that a message shows at once."""
CODES_SHOWN = 8
"""Codes that a message lists, the latest ones."""
_UNUSABLE: Mapping[Unusable, Phrase] = {
    Unusable.USED: say("code.used"),
    Unusable.USED_BY_YOU: say("code.used_by_you"),
    Unusable.EXPIRED: say("code.expired"),
    Unusable.CANCELLED: say("code.cancelled"),
}


def take_code(services: Services, turn: Turn, text: str, *, certain: bool) -> bool:
    """Use a join code, an invitation or a club's code; False when the text is none.

    `certain`: it came through a link, so an unknown one is a wrong code.
    """
    club = turn.uow.clubs.by_code(club_code(text)) if is_club_code(text) else None
    if club is not None and turn.oversees(club):
        turn.do(Press(buttons.Overseen(club.id)))
        return True
    if club is not None:
        join_club(services, turn, club)
        return True
    code = as_code(text)
    lengths = (JOIN_CODE_LENGTH, INVITATION_LENGTH)
    if len(text) > 20 or len(code) not in lengths or (are_words(text) and not certain):
        if certain:
            turn.say(say("code.unknown"))
        return certain
    asked = turn.sessions.current() is not None
    is_meant = certain or (looks_like_code(text) and not asked)
    match try_code(acting(turn), code, is_meant=is_meant, may_be=guesses_code(text)):
        case WrongCode.UNKNOWN:
            if is_meant:
                turn.say(say("code.unknown"))
            return is_meant
        case WrongCode.TOO_MANY:
            turn.say(say("code.wait"))
        case Club() as club:
            services.engine.leave(turn, quietly=True)
            join_club(services, turn, club)
        case Invitation() as invitation:
            services.engine.leave(turn, quietly=True)
            _take_role(services, turn, invitation)
    return True


def _take_role(services: Services, turn: Turn, invitation: Invitation) -> None:
    taken = use_invitation(acting(turn), invitation)
    if isinstance(taken, Refused):
        turn.say(say("engine.not_allowed"))
        return
    if not isinstance(taken, Invited):
        turn.say(_UNUSABLE[taken])
        return
    # Staff are addressed in their own way from now on.
    turn.speaker = speaker_for(turn.uow, turn.account, services.zone)
    if taken.role is AccountRole.COORDINATOR:
        turn.say(say("code.coordinator"))
        menu(services, turn)
    elif taken.club is not None:
        turn.say(say("code.co_organiser", club=taken.club.name))
        turn.do(FoundingShown(taken.club.id))
    else:
        rows: Rows = [
            [(say("menu.found"), buttons.yes(buttons.Found()))],
            [(say("found.how"), buttons.Article("founding-steps"))],
        ]
        if turn.account.form_of_address is None and turn.account.language == "vi":
            rows.append([(say("address.offer"), buttons.Address())])
        turn.offer(say("code.organiser"), *rows)


def tell_joined(services: Services, turn: Turn, joined: CoOrganiserJoined) -> None:
    """The other organisers of a club hear who works on it too."""
    club, account = turn.uow.clubs.get(joined.club_id), turn.uow.accounts.get(joined.account_id)
    letter = Letter(
        key=f"coorganiser/{club.id}/{account.id}",
        phrase=say(
            "code.told_co_organiser",
            who=account_name(turn.uow, account, say("person.someone")),
            club=club.name,
        ),
    )
    tell_organisers(turn.uow, club.id, services.zone, letter, besides=account.id)


# What people are to call whoever coordinates


def own_name_action(services: Services, turn: Turn) -> None:
    """Ask a coordinator for the name that people read where they are told who is in charge."""
    services.engine.start(turn, "own_name")


def keep_name(_services: Services, turn: Turn, told: TellOwnName) -> None:
    """Keep the name that a coordinator told."""
    if keep_own_name(acting(turn), told.name) is not None:
        turn.say(say("engine.not_allowed"))
        return
    turn.offer(
        say("own_name.kept", name=told.name),
        [(say("menu.own_name"), buttons.OwnName()), (say("engine.back_to"), buttons.Menu())],
    )


# Codes that a coordinator gives


def invitations_action(services: Services, turn: Turn) -> None:
    """The codes that a coordinator gave and that nobody used yet, each to be taken back."""
    given = given_invitations(acting(turn))
    back = [(say("engine.back_to"), buttons.Invite())]
    if not given:
        turn.offer(say("invite.none_open"), back)
        return
    latest = given[-CODES_SHOWN:]
    lines = [
        say(
            "invite.open_code",
            code=each.code,
            area=_area_name(services, each.area),
            until=show_day(each.expires_at.astimezone(services.zone).date()),
        )
        for each in latest
    ]
    cancels: Rows = [
        [(say("invite.cancel", code=each.code), buttons.CancelInvitation(each.code))]
        for each in latest
    ]
    turn.offer(Lines((say("invite.open_codes", count=len(given)), *lines)), *cancels, back)


def cancel_invitation_action(services: Services, turn: Turn, code: str) -> None:
    """Take a code back."""
    outcome = cancel_invitation(acting(turn), code)
    if outcome is Refused.NOT_YOURS:
        turn.say(say("engine.not_allowed"))
        return
    over = isinstance(outcome, Refused)
    turn.say(say("invite.over" if over else "invite.cancelled", code=code))
    invitations_action(services, turn)


def _area_name(services: Services, code: str | None) -> Phrase | str:
    if code is None:
        return say("invite.anywhere")
    area = services.plan.area(code)
    return area.name if area is not None and area.id == code else unit_name(services, code)


def invite_action(services: Services, turn: Turn, area: str | None) -> None:
    """A coordinator invites somebody to found a club; where is asked first."""
    if area is None:
        rows = _areas(services, turn)
        if given_invitations(acting(turn)):
            rows.append([(say("invite.given"), buttons.Invitations())])
        rows.append([(say("engine.back_to"), buttons.by_words(buttons.Menu()))])
        turn.offer(say("invite.where"), *rows)
        return
    code = invite_founder(acting(turn), area)
    if isinstance(code, Refused):
        turn.say(say("engine.not_allowed"))
        return
    link = link_for(services, turn.uow, turn.account, code)
    turn.say(
        say("invite.code", code=code, days=INVITATION_DAYS, link=link)
        if link
        else say("invite.code_typed", code=code, days=INVITATION_DAYS)
    )


def _areas(services: Services, turn: Turn) -> Rows:
    """Where a coordinator may invite to."""
    areas = areas_coordinated(turn.uow, turn.account)
    if None in areas:
        every: Rows = [[(each.name, buttons.Invite(each.id))] for each in services.plan.areas]
        return [*every, [(say("invite.anywhere"), buttons.Invite(buttons.ANYWHERE))]]
    return [[(_area_name(services, code), buttons.Invite(code))] for code in areas]


def report_action(services: Services, turn: Turn, page: int) -> None:
    """Where the coordinator's clubs stand: all in short, and each, those that stand still first."""
    found = own_report(acting(turn))
    if isinstance(found, Refused):
        turn.say(say("engine.not_allowed"))
        return
    clubs = by_standing_still(found)
    # A button that was sent long ago may ask for a page that there is no more.
    page = min(page, max(0, len(clubs) - 1) // CLUBS_PAGE)
    first, last = page * CLUBS_PAGE, min((page + 1) * CLUBS_PAGE, len(clubs))
    head = _summary(services, turn, found)
    if page:
        head = [say("report.page", first=first + 1, last=last, count=len(clubs))]
    rows: Rows = []
    if last < len(clubs):
        rows.append([(say("members.see_on"), buttons.Report(page + 1))])
    if clubs:
        rows.append([(say("report.pick"), buttons.PickClub(page))])
    if not page and len(found["areas"]) > 1:
        rows.append([(say("report.by_area"), buttons.ReportAreas())])
    back = buttons.Report() if page else buttons.Menu()
    turn.offer(
        Lines((*head, *map(_club_line, clubs[first:last]))),
        *rows,
        [(say("engine.back_to"), back)],
    )


def pick_club_action(services: Services, turn: Turn, page: int) -> None:
    """The clubs of a page of the report, each to be looked at."""
    found = own_report(acting(turn))
    if isinstance(found, Refused):
        turn.say(say("engine.not_allowed"))
        return
    lines = by_standing_still(found)[page * CLUBS_PAGE : (page + 1) * CLUBS_PAGE]
    clubs = [club for line in lines if (club := turn.uow.clubs.by_code(line["code"]))]
    turn.offer(
        say("report.which_club"),
        *[[(club.name, buttons.Overseen(club.id))] for club in clubs],
        [(say("engine.back_to"), buttons.Report(page))],
    )


def report_areas_action(services: Services, turn: Turn) -> None:
    """Each area against its targets."""
    found = own_report(acting(turn))
    if isinstance(found, Refused):
        turn.say(say("engine.not_allowed"))
        return
    lines = [_area_line(area) for area in found["areas"]]
    turn.offer(
        Lines((_head(services, turn, found), *lines)),
        [(say("engine.back_to"), buttons.Report())],
    )


def _head(services: Services, turn: Turn, found: JsonObject) -> Phrase:
    plan = services.plan
    return say(
        "report.head",
        plan=plan.name_en if turn.account.language == "en" and plan.name_en else plan.name,
        years=found["plan"]["period"],
        over=say("report.over") if found["plan"]["over"] else "",
    )


def _summary(services: Services, turn: Turn, found: JsonObject) -> list[Phrase]:
    targets, clubs, members = found["targets"], found["clubs"], found["members"]
    return [
        _head(services, turn, found),
        say(
            "report.clubs",
            recognised=clubs["recognised"],
            founding=clubs["founding"],
            closed=clubs["closed"],
            target=_against(targets["counted_clubs"], targets["clubs"]),
        ),
        *(
            say(
                "report.milestone",
                year=each["year"],
                counted=targets["counted_clubs"],
                target=each["clubs"],
            )
            for each in targets["milestones"]
        ),
        say(
            "report.members",
            active=members["active"],
            applied=members["applied"],
            unconfirmed=members["unconfirmed"],
            target=_against(targets["counted_members"], targets["members"]),
        ),
    ]


def _against(counted: int, target: int | None) -> Phrase | str:
    """What stands against a target, where there is one."""
    return "" if target is None else say("report.against", counted=counted, target=target)


def _area_line(area: JsonObject) -> Phrase:
    return say(
        "report.area",
        area=area["name"] or say("report.outside"),
        recognised=area["clubs"],
        founding=area["founding"],
        closed=area["closed"],
        target=_against(area["counted_clubs"], area["target_clubs"]),
        members=area["members"],
        target_members=_against(area["counted_members"], area["target_members"]),
    )


def _club_line(club: JsonObject) -> Phrase:
    """A club in one line: its stage, the step it is at, for how long nothing moved and for whom it
    waits, what isn't compared."""
    skipped = club["steps_skipped"]
    unconfirmed = club["stage"] in (Stage.RECOGNISED, Stage.ACTIVE) and not club["confirmed"]
    at: Phrase | str = ""
    if club["step"]:
        at = say(
            "report.at_step",
            number=RULES[StepKey(club["step"])].number,
            name=step_name(club["step"]),
            days=club["days_in_step"] or 0,
        )
    still, whom = club["days_since_moved"], club["waiting_for"]
    return say(
        "report.club",
        club=club["name"],
        stage=say(f"stage.{club['stage']}"),
        confirmed=say("report.unconfirmed") if unconfirmed else "",
        done=club["steps_done"],
        total=club["steps_total"],
        skipped=say("founding.and_skipped", count=skipped) if skipped else "",
        at=at,
        still="" if still is None else say("report.still", days=still),
        waits=say("report.waits", whom=say(f"report.waiting_for.{whom}")) if whom else "",
        members=club["members"],
    )
