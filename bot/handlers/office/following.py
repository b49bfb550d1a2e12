"""What follows from a code, and from what staff ask for."""

from __future__ import annotations

from bot import buttons
from bot.conversations.effects import Press
from bot.handlers.joining import join_with_code
from bot.handlers.office.screens import take_code
from bot.handlers.scene import Standing
from bot.intents.understanding import Admitted, Invited, Understanding
from bot.speech.translation import say


def code(scene: Standing, _text: str, meaning: Understanding) -> bool:
    code = meaning.entities.code if isinstance(meaning.entities, Admitted) else None
    if code is None or not take_code(scene.services, scene.turn, code, certain=False):
        join_with_code(scene.services, scene.turn)
    return True


def report(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    club = None if scene.is_coordinator else scene.organised[0]
    scene.turn.do(Press(buttons.Report() if club is None else buttons.OpenClub(club.id)))
    return True


def invite(scene: Standing, _text: str, meaning: Understanding) -> bool:
    """The code for neighbours or the one for who helps to run the club: asked where it isn't said."""
    if not scene.organised:
        scene.turn.do(Press(buttons.Invite()))
        return True
    club = scene.organised[0]
    whom = meaning.entities.whom if isinstance(meaning.entities, Invited) else None
    if whom is not None:
        code = buttons.JoinCode if whom == "members" else buttons.CoOrganiser
        scene.turn.do(Press(code(club.id)))
        return True
    scene.turn.offer(
        say("invite.whom", club=club.name),
        [(say("invite.members"), buttons.JoinCode(club.id))],
        [(say("invite.helpers"), buttons.CoOrganiser(club.id))],
        *([[(say("invite.founder"), buttons.Invite())]] if scene.is_coordinator else []),
    )
    return True
