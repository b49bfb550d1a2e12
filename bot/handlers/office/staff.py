"""What coordinators and organisers do beside a club's own work: codes, invitations, decisions."""

from __future__ import annotations

from typing import Any

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import FoundingShown
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.telling import speaker_for, tell_organisers
from bot.domain.founding import RULES, Stage, StepKey
from bot.domain.limits import Limited
from bot.domain.plan import Plan
from bot.handlers.acting import acting
from bot.handlers.founding.lines import step_name
from bot.handlers.limits import count, minutes_to_wait
from bot.handlers.links import link_for
from bot.handlers.members.screens import INVITATION_DAYS, new_invitation
from bot.handlers.menu import menu, offer_registration
from bot.handlers.office.report import build_report
from bot.handlers.services import Services
from bot.intents.words import meanings_of
from bot.speech.translation import Lines, Phrase, say
from bot.storage.installation import CODE_CHARACTERS, INVITATION_LENGTH, JOIN_CODE_LENGTH
from bot.storage.unit_of_work import UnitOfWork


def as_code(text: str) -> str:
    """A text as a code is compared: without case, blanks and hyphens."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def looks_like_code(text: str) -> bool:
    """Whether a text can only be meant as a code: one word of its length, letters and digits.

    "8h sang", "6 thang" and "ap 3 hue" have as many letters and are no codes.
    """
    code = as_code(text)
    return (
        len(code) in (JOIN_CODE_LENGTH, INVITATION_LENGTH)
        and not any(letter.isspace() for letter in text.strip())
        and all(letter in CODE_CHARACTERS for letter in code)
        and any(letter.isdigit() for letter in code)
        and sum(letter.isalpha() for letter in code) >= 2
    )


def guesses_code(text: str) -> bool:
    """Whether a text has a code's shape in letters alone and means nothing else.

    A sixth of the join codes have no digit, and blanks and hyphens don't count: who tries such is
    counted, and told nothing.
    """
    code = as_code(text)
    return (
        len(code) in (JOIN_CODE_LENGTH, INVITATION_LENGTH)
        and all(letter in CODE_CHARACTERS for letter in code)
        and not meanings_of(text)
        and not _are_words(text)
    )


def _are_words(text: str) -> bool:
    """Whether blanks part words: "8h sang". A code in parts has capitals, or a part "efg2"."""
    parts = text.split()
    if len(parts) < 2 or text == text.upper():
        return False
    return not any(
        any(letter.isdigit() for letter in part) and sum(letter.isalpha() for letter in part) > 1
        for part in parts
    )


CLUB_CODE_LENGTHS = (7, 8)
"""Digits of a club's code: five of its commune, and its number there."""


def is_club_code(text: str) -> bool:
    """Whether a text has the form of a club's code, whatever blanks and hyphens."""
    digits = as_code(text)
    return digits.isdigit() and len(digits) in CLUB_CODE_LENGTHS


def club_code(text: str) -> str:
    """A club's code as it is kept, "26680-01", without regard to blanks and hyphens."""
    digits = as_code(text)
    return f"{digits[:5]}-{digits[5:]}" if is_club_code(text) else text.strip()


def take_code(services: Services, turn: Turn, text: str, *, certain: bool) -> bool:
    """Use a join code, an invitation or a club's code; False when the text is none.

    `certain`: it came through a link, so an unknown one is a wrong code.
    """
    club = turn.uow.clubs.by_code(club_code(text)) if is_club_code(text) else None
    if club is not None:
        offer_registration(turn, club)
        return True
    code = as_code(text)
    lengths = (JOIN_CODE_LENGTH, INVITATION_LENGTH)
    if len(text) > 20 or len(code) not in lengths or (_are_words(text) and not certain):
        if certain:
            turn.say(say("code.unknown"))
        return certain
    too_many = minutes_to_wait(acting(turn), Limited.WRONG_CODE) is not None
    club = turn.uow.clubs.by_join_code(code) if len(code) == JOIN_CODE_LENGTH else None
    invitation = turn.uow.accounts.invitation(code) if len(code) == INVITATION_LENGTH else None
    if club is None and invitation is None:
        asked = turn.sessions.current() is not None
        if not certain and (asked or not looks_like_code(text)):
            if guesses_code(text):
                count(acting(turn), Limited.WRONG_CODE)
            return False
        if not too_many:
            count(acting(turn), Limited.WRONG_CODE)
        turn.say(say("code.wait" if too_many else "code.unknown"))
        return True
    if too_many:
        turn.say(say("code.wait"))
        return True
    services.engine.leave(turn, quietly=True)
    if club is not None:
        offer_registration(turn, club)
        return True
    _use_invitation(services, turn, code)
    return True


def _use_invitation(services: Services, turn: Turn, code: str) -> None:
    invitation = turn.uow.accounts.invitation(code)
    assert invitation is not None
    if invitation.used_at is not None:
        turn.say(say("code.used_by_you" if invitation.used_by == turn.account.id else "code.used"))
        return
    if invitation.expires_at <= turn.now:
        turn.say(say("code.expired"))
        return
    if not turn.uow.accounts.use_invitation(code, turn.account.id):
        turn.say(say("code.used"))
        return
    turn.uow.accounts.grant(
        turn.account.id, invitation.role, area=invitation.area, club_id=invitation.club_id
    )
    # Staff are addressed in their own way from now on.
    turn.speaker = speaker_for(turn.uow, turn.account, services.zone)
    if invitation.role == "coordinator":
        turn.say(say("code.coordinator"))
        menu(services, turn)
        return
    if invitation.club_id is not None:
        club = turn.uow.clubs.get(invitation.club_id)
        turn.say(say("code.co_organiser", club=club.name))
        letter = Letter(
            key=f"coorganiser/{club.id}/{turn.account.id}",
            phrase=say(
                "code.told_co_organiser",
                who=turn.account.name or say("person.someone"),
                club=club.name,
            ),
        )
        tell_organisers(turn.uow, club.id, services.zone, letter, besides=turn.account.id)
        turn.do(FoundingShown(club.id))
        return
    turn.offer(
        say("code.organiser"),
        [(say("menu.found"), buttons.yes(buttons.Found()))],
        [(say("found.how"), buttons.Article("founding-steps"))],
    )


class InvitationError(Exception):
    """An invitation that can't be made; the text says why."""


def operator_invitation(
    uow: UnitOfWork, plan: Plan, role: str, area: str | None, club: str | None
) -> str:
    """The code of a new invitation that an operator asks for; raises InvitationError."""
    if role not in ("coordinator", "organiser"):
        raise InvitationError(f"unknown role {role}: coordinator or organiser")
    if area is not None and not plan.knows(area):
        raise InvitationError(f"unknown area {area}: an id of the plan or a unit's five digits")
    club_id = None
    if club is not None:
        if role != "organiser":
            raise InvitationError("only an organiser joins a club")
        found = uow.clubs.by_code(club)
        if found is None:
            raise InvitationError(f"unknown club {club}")
        club_id = found.id
    code = uow.installation.draw_code(INVITATION_LENGTH)
    uow.accounts.add_invitation(
        code, role, days=INVITATION_DAYS, area=None if club_id else area, club_id=club_id
    )
    return code


def invite_action(services: Services, turn: Turn, area: str | None) -> None:
    """A coordinator invites somebody to found a club; where is asked first."""
    areas: list[str | None] = [
        role.area for role in turn.uow.accounts.roles(turn.account.id) if role.role == "coordinator"
    ]
    if area is None:
        rows: Rows = []
        if None in areas:
            rows = [[(each.name, buttons.Invite(each.id))] for each in services.plan.areas]
            rows.append([(say("invite.anywhere"), buttons.Invite(buttons.ANYWHERE))])
        else:
            for code in areas:
                found = services.plan.area(code or "")
                rows.append([(found.name if found else str(code), buttons.Invite(code))])
        turn.offer(say("invite.where"), *rows)
        return
    wanted = None if area == buttons.ANYWHERE else area
    if not _may_invite(services, areas, wanted):
        turn.say(say("engine.not_allowed"))
        return
    code = new_invitation(turn, "organiser", area=wanted)
    turn.say(
        say(
            "invite.code",
            code=code,
            days=INVITATION_DAYS,
            link=link_for(services, turn.uow, turn.account, code),
        )
    )


def _may_invite(services: Services, areas: list[str | None], wanted: str | None) -> bool:
    if None in areas:
        return wanted is None or services.plan.knows(wanted)
    wanted_units = services.plan.units_of(wanted)
    if wanted_units is None:
        return False
    held: set[str] = set()
    for area in areas:
        held |= services.plan.units_of(area) or set()
    return bool(wanted_units) and wanted_units <= held


def report_action(services: Services, turn: Turn) -> None:
    """Where the coordinator's clubs stand, in short."""
    units: set[str] | None = set()
    for role in turn.uow.accounts.roles(turn.account.id):
        if role.role == "coordinator":
            more = services.plan.units_of(role.area)
            units = None if more is None or units is None else units | more
    found = build_report(turn.uow, services.plan, services.zone, units=units)
    lines: list[Any] = [
        say(
            "report.head",
            plan=services.plan.name_en if turn.account.language == "en" and services.plan.name_en
            else services.plan.name,
            years=found["plan"]["period"],
            over=say("report.over") if found["plan"]["over"] else "",
        ),
        say("report.clubs", **found["clubs"], target=services.plan.target_clubs or 0),
        say("report.members", **found["members"]),
    ]  # fmt: skip
    lines += [_club_line(club) for club in found["club_list"][:15]]
    turn.offer(Lines(tuple(lines)), [(say("engine.back_to"), buttons.Menu())])


def _club_line(club: dict[str, Any]) -> Phrase:
    """A club in one line: its stage, the step it is at and for how long, what isn't compared."""
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
    return say(
        "report.club",
        club=club["name"],
        stage=say(f"stage.{club['stage']}"),
        confirmed=say("report.unconfirmed") if unconfirmed else "",
        done=club["steps_done"],
        total=club["steps_total"],
        skipped=say("founding.and_skipped", count=skipped) if skipped else "",
        at=at,
        members=club["members"],
    )
