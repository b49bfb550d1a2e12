"""An announcement in an organiser's words: read back as members read it, then sent."""

from __future__ import annotations

from bot import buttons
from bot.conversations.effects import Announce, AnnouncementMade
from bot.conversations.turn import Turn
from bot.handlers.acting import Refused, acting
from bot.handlers.announcements import commands
from bot.handlers.answers.commands import mark_of, remember, remembered_as
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.intents.announcing import asks_for_himself, calls_off, to_group, words_to_pass_on
from bot.intents.understanding import Understanding
from bot.language.dates.reading import read_date
from bot.reminders.announcing import groups_of, tell_members
from bot.reminders.notices import members
from bot.reminders.told import told_words
from bot.speech.show import show_moment
from bot.speech.translation import say
from bot.storage.records import Club, Occurrence


def of_announcing(scene: Standing, text: str, _meaning: Understanding) -> bool:
    """ "nhắn bà con mai nghỉ nha": whom it concerns, and whether an event is to be called off."""
    if asks_for_himself(text):
        return False
    turn = scene.turn
    clubs = scene.organised
    if len(clubs) > 1:
        remember(acting(turn), text)
        rows = [[(each.name, buttons.Announce(each.id, mark_of(text)))] for each in clubs]
        turn.offer(say("announce.which_club"), *rows)
        return True
    _begin(scene.services, turn, clubs[0], text)
    return True


def announce_action(
    services: Services, turn: Turn, club: Club, said: str | None, only: bool
) -> None:
    """Tell all members something: what, unless it was said."""
    text = remembered_as(acting(turn), said)
    if text is None or only:
        _ask(services, turn, club, text)
    else:
        _begin(services, turn, club, text)


def _begin(services: Services, turn: Turn, club: Club, text: str) -> None:
    """Words that call off a day on which an event stands may mean the event."""
    occurrence = _called_off(turn, club, text)
    if occurrence is None:
        _ask(services, turn, club, text)
        return
    remember(acting(turn), text)
    event = turn.uow.events.get(occurrence.event_id)
    turn.offer(
        say(
            "announce.event_too",
            what=say(f"event.kind.{event.kind}"),
            when=show_moment(occurrence.starts_at, services.zone),
        ),
        [(say("events.cancel"), buttons.Cancel(occurrence.id))],
        [(say("events.move"), buttons.Move(occurrence.id))],
        [(say("announce.only"), buttons.Announce(club.id, mark_of(text), only=True))],
    )


def _called_off(turn: Turn, club: Club, text: str) -> Occurrence | None:
    if not calls_off(text):
        return None
    coming = turn.uow.events.occurrences([club.id], since=turn.now)
    day = read_date(text, turn.today).value
    if day is None:
        return coming[0] if coming else None
    return next(
        (each for each in coming if each.starts_at.astimezone(turn.zone).date() == day), None
    )


def _ask(services: Services, turn: Turn, club: Club, text: str | None) -> None:
    people, groups = members(turn.uow, club.id), groups_of(turn.uow, club.id)
    addressed = None if text is None else to_group(text)
    group = addressed.group if addressed is not None and addressed.group in groups else None
    if addressed is not None and group is not None:
        words = addressed.words
    else:
        words = None if text is None else words_to_pass_on(text)
    services.engine.start(
        turn,
        "announce",
        club=club.id,
        count=len(people),
        words=words,
        group=group,
        groups=[[number, len(of_it)] for number, of_it in sorted(groups.items())],
    )


def announce(services: Services, turn: Turn, effect: Announce) -> None:
    """Tell the members; who hears of it when is said by what follows."""
    outcome = commands.announce(acting(turn), effect.club_id, effect.text, effect.group)
    if isinstance(outcome, Refused):
        turn.say(say("engine.not_allowed"))


def tell_made(services: Services, turn: Turn, effect: AnnouncementMade) -> None:
    """Members are told, and the organiser reads how many hear of it when."""
    made = turn.uow.announcements.get(effect.announcement_id)
    told = tell_members(turn.uow, made, services.zone, effect.group)
    rows = [[(say("calls.open"), buttons.Calls(made.club_id))]] if told.to_call else []
    turn.offer(
        say("announce.told", who=told_words(told, services.zone)),
        *rows,
        [(say("engine.back_to"), buttons.OpenClub(made.club_id))],
    )
