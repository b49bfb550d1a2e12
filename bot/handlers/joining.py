"""Joining a club: which one, for whom, and what stands against it."""

from __future__ import annotations

from collections.abc import Sequence

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import FindClub
from bot.conversations.engine import Answer
from bot.conversations.registration import (
    first_called,
    next_called,
    relatives_told_of,
    take_named,
    waits,
)
from bot.conversations.turn import Turn
from bot.delivery.naming import contact_of
from bot.domain.limits import Limited
from bot.domain.membership import LIVING
from bot.domain.plan import Area
from bot.domain.standings import Becomes
from bot.handlers.acting import acting
from bot.handlers.limits import minutes_to_wait
from bot.handlers.members.club_search import clubs_at
from bot.handlers.services import Services, unit_name
from bot.language.places import unit_in_sentence
from bot.speech.translation import Phrase, say
from bot.storage.records import Club, Membership

SHOWN = 12
"""Clubs that are shown as choices."""


def _open_clubs(turn: Turn) -> list[Club]:
    return [club for club in turn.uow.clubs.in_units() if not club.closed]


def join_action(services: Services, turn: Turn, area: str | None = None) -> None:
    """Find a club to join, in one area or in all."""
    clubs = _open_clubs(turn)
    if not clubs:
        turn.offer(
            say("join.no_club"),
            [(say("found.how"), buttons.Article("founding-steps"))],
            [(say("engine.back_to"), buttons.Menu())],
        )
        return
    if area is None and len(clubs) > 6:
        areas = [each for each in services.plan.areas if _in_area(clubs, each)]
        turn.offer(
            say("join.which_area"),
            *[[(each.name, buttons.Join(each.id))] for each in areas],
            [(say("join.find"), buttons.FindClub())],
            [(say("join.have_code"), buttons.JoinWithCode())],
            [(say("engine.back_to"), buttons.by_words(buttons.Menu()))],
        )
        return
    wanted = services.plan.area(area) if area else None
    if wanted is not None:
        clubs = _in_area(clubs, wanted)
    rows = _club_rows(services, clubs)
    rows.append([(say("join.have_code"), buttons.JoinWithCode())])
    rows.append([(say("engine.back_to"), buttons.by_words(buttons.Menu()))])
    turn.offer(say("join.which_club"), *rows)


def _club_rows(services: Services, clubs: Sequence[Club]) -> Rows:
    rows: Rows = [
        [(say("join.club", club=club.name, unit=unit_name(services, club.unit_code)),
          buttons.JoinClub(club.id))]
        for club in clubs[:SHOWN]
    ]  # fmt: skip
    if len(clubs) > SHOWN:
        rows.append([(say("join.find"), buttons.FindClub())])
    return rows


def find_action(services: Services, turn: Turn) -> None:
    """Ask for commune and hamlet."""
    services.engine.start(turn, "find_club")


def show_found(services: Services, turn: Turn, effect: FindClub) -> None:
    """The clubs of a place that was named, or how else one is found."""
    found = clubs_at(services.plan, _open_clubs(turn), effect.place)
    if found.former is not None:
        name, unit = found.former
        turn.say(say("find_club.now", before=name, now=unit_in_sentence(unit.name)))
    code = [(say("join.have_code"), buttons.JoinWithCode())]
    if found.clubs:
        rows = _club_rows(services, found.clubs)
        back = [(say("engine.back_to"), buttons.by_words(buttons.Menu()))]
        turn.offer(say("join.which_club"), *rows, code, back)
        return
    turn.offer(
        say("find_club.none"),
        [(say("find_club.all"), buttons.Join())],
        [(say("join.find_again"), buttons.FindClub())],
        code,
        [(say("engine.back_to"), buttons.Menu())],
    )


def _in_area(clubs: list[Club], area: Area) -> list[Club]:
    codes = {unit.code for unit in area.units}
    return [club for club in clubs if club.unit_code in codes]


def _closed_words(club: Club) -> Phrase:
    """Why nobody joins now."""
    return say("join.paused" if club.closed == Becomes.PAUSED else "join.closed", club=club.name)


def join_with_code(services: Services, turn: Turn) -> None:
    """Say how a code is used."""
    turn.say(say("join.type_code"))


def join_club(services: Services, turn: Turn, club: Club) -> None:
    """For whom is the registration? Who was named before the club was known is begun with."""
    named = tuple(dict.fromkeys((*take_named(turn), *relatives_told_of(turn))))
    if named:
        register_called(services, turn, club, None, named)
    else:
        offer_registration(turn, club)


def _own_membership(turn: Turn, club: Club) -> Membership | None:
    """Where whoever writes stands in a club himself; None where he may apply."""
    for own in turn.uow.people.selves_of(turn.account.id):
        membership = turn.uow.clubs.membership_of(club.id, own)
        if membership is not None and membership.state in LIVING:
            return membership
    return None


def offer_registration(turn: Turn, club: Club) -> None:
    """Ask for whom somebody registers; who is in already is told where that stands."""
    if club.closed:
        turn.say(_closed_words(club))
        return
    rows: Rows = []
    if _own_membership(turn, club) is None:
        rows.append([(say("join.for_me"), buttons.RegisterSelf(club.id))])
    rows.append([(say("join.for_relative"), buttons.RegisterRelative(club.id))])
    rows.append([(say("engine.back_to"), buttons.Menu())])
    turn.offer(say("join.for_whom", club=club.name), *rows)


def register_self_action(services: Services, turn: Turn, club: Club) -> None:
    """Register oneself; who is in already is told where that stands."""
    if club.closed:
        turn.say(_closed_words(club))
        return
    membership = _own_membership(turn, club)
    if membership is not None:
        turn.say(
            say(
                "answer.registration",
                who=say("registration.you"),
                club=club.name,
                state=say(f"membership.{membership.state}"),
            )
        )
        return
    if not _too_many(turn, club):
        _begin(services, turn, club, "self")


def _too_many(turn: Turn, club: Club) -> bool:
    """Whether this account has registered as many as it may an hour; said, with whom to call."""
    minutes = minutes_to_wait(acting(turn), Limited.APPLICATION)
    if minutes is None:
        return False
    turn.say(say("limits.applications", minutes=minutes, contact=contact_of(turn.uow, club)))
    return True


def register_relative_action(
    services: Services,
    turn: Turn,
    club: Club,
    shared: int | None = None,
    next: bool = False,
    further: bool = False,
) -> None:
    """Register a relative, where somebody lives who was registered before; `next`: of several."""
    called = next_called(turn, club) if next else None
    named = () if called is None else (called,)
    register_called(services, turn, club, shared, named, further=further)


def register_called(
    services: Services,
    turn: Turn,
    club: Club,
    shared: int | None,
    called: Sequence[str],
    *,
    further: bool = False,
) -> None:
    """Begin with a relative, the first of those whom `called` names already; the others wait."""
    if club.closed:
        turn.say(_closed_words(club))
        return
    if _too_many(turn, club):
        return
    more: dict[str, Answer] = {}
    if shared in {person.id for _, person in turn.uow.people.of_account(turn.account.id)}:
        more["shared_from"] = shared
    if called:
        more["called"] = first_called(turn, club.id, called)
    if further:
        more["further"] = True
    _begin(services, turn, club, "relative", **more)


def register_by_organiser_action(
    services: Services, turn: Turn, club: Club, name: str | None = None
) -> None:
    """An organiser writes somebody down; whom he named already is said back."""
    if club.closed:
        turn.say(_closed_words(club))
        return
    _begin(services, turn, club, "organiser", said=name)


def note_consent_action(services: Services, turn: Turn, club: Club, membership: Membership) -> None:
    """An organiser notes the consent of somebody who waits for it."""
    if membership.club_id != club.id or not waits(membership):
        turn.say(say("registration.gone"))
        return
    services.engine.start(
        turn,
        "registration",
        name=f"registration/confirm/{club.id}",
        mode="organiser",
        club=club.id,
        membership=membership.id,
    )


def _begin(
    services: Services,
    turn: Turn,
    club: Club,
    mode: str,
    *,
    said: str | None = None,
    **more: Answer,
) -> None:
    name = f"registration/{mode}/{club.id}"
    services.engine.start(
        turn, "registration", name=name, said=said, mode=mode, club=club.id, **more
    )
