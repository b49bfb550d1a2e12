"""Who is registered next: others who were named together, and further people on the same phone."""

from __future__ import annotations

from collections.abc import Sequence

from bot import buttons
from bot.conversations.engine import NOTES, Session, Stored
from bot.conversations.engine.kinds import CALLED_JOIN
from bot.conversations.registration.ahead import take_told
from bot.conversations.turn import Turn
from bot.speech.translation import Listing, say
from bot.storage.records import Club

NEXT = f"{NOTES}next"
"""Where those wait who were named together and are registered one after the other."""


def after_called(turn: Turn, session: Session, value: str) -> Session:
    """Several named at once are registered one after the other."""
    first = first_called(turn, int(session.answers["club"]), value.split(CALLED_JOIN))
    return session.with_answers(called=first, **take_told(turn, first))


def first_called(turn: Turn, club_id: int, called: Sequence[str]) -> str:
    """The first of those who were named together; that the others wait their turn is said."""
    first, *others = called
    if others:
        _let_wait(turn, club_id, others)
        turn.say(say("registration.one_by_one", first=first, rest=Listing(tuple(others))))
    return first


def _let_wait(turn: Turn, club_id: int, called: list[str]) -> None:
    turn.sessions.put(Stored(NEXT, {"club": club_id, "called": called}, is_open=False))


def _waiting(turn: Turn, club: Club) -> list[str]:
    """Those who were named together and wait."""
    match turn.sessions.find(NEXT):
        case Stored(state={"club": int(club_id), "called": [str(), *_] as called}):
            return list(called) if club_id == club.id else []
    return []


def next_called(turn: Turn, club: Club) -> str | None:
    """The next of those who were named together; he waits no longer."""
    waiting = _waiting(turn, club)
    if not waiting:
        return None
    first, *others = waiting
    if others:
        _let_wait(turn, club.id, others)
    else:
        turn.sessions.drop(NEXT)
    return first


def offer_another(turn: Turn, club: Club, *, shared: int | None) -> None:
    """After one relative: the next on the same phone, asking only once what they share."""
    waiting = _waiting(turn, club)
    if waiting:
        turn.offer(
            say("registration.go_on_with", who=waiting[0]),
            [
                (
                    say("registration.go_on_yes"),
                    buttons.yes(buttons.RegisterRelative(club.id, shared, next=True, further=True)),
                ),
                (say("registration.another_no"), buttons.no(buttons.Menu())),
            ],
        )
        return
    turn.offer(
        say("registration.another"),
        [
            (
                say("registration.another_yes"),
                buttons.yes(buttons.RegisterRelative(club.id, shared, further=True)),
            ),
            (say("registration.another_no"), buttons.no(buttons.Menu())),
        ],
    )


def offer_next(turn: Turn, club: Club) -> None:
    """After an organiser wrote somebody down: the next one."""
    turn.offer(
        say("registration.next_person"),
        [
            (say("registration.next_yes"), buttons.yes(buttons.RegisterByOrganiser(club.id))),
            (say("registration.next_no"), buttons.no(buttons.OpenClub(club.id))),
        ],
    )
