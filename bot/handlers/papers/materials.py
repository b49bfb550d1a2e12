"""What is handed out, put up and read out, in the chat: which there is, and sending it."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.turn import Turn
from bot.documents.materials import MATERIALS, Material, materials_of
from bot.domain.founding import StepKey
from bot.handlers.papers.commands import keep_copy
from bot.handlers.papers.making import make_material, material_name
from bot.handlers.services import Services, organised_clubs
from bot.speech.translation import say
from bot.storage.records import Club


def _own(turn: Turn, club: Club | None) -> Club | None:
    """The club named, else the first that the account organises; None for who only coordinates."""
    if club is not None:
        return club
    organised = organised_clubs(turn.uow, turn.account)
    return organised[0] if organised else None


def _way_back(club: Club | None) -> Rows:
    if club is None:
        return [[(say("engine.back_to"), buttons.Menu())]]
    return [[(say("founding.steps"), buttons.Checklist(club.id))]]


def materials_action(
    services: Services, turn: Turn, club: Club | None, step: StepKey | None
) -> None:
    """Which material is to be sent, of a step or of all."""
    own = _own(turn, club)
    found = materials_of(step) if step is not None else list(MATERIALS.values())
    number = own.id if own is not None else None
    rows: Rows = [
        [(material_name(each.code), buttons.SendMaterial(each.code, number))] for each in found
    ]
    turn.offer(say("materials.which"), *rows, *_way_back(own))


def material_action(services: Services, turn: Turn, material: Material, club: Club | None) -> None:
    """Send one; an open question is asked again after it."""
    own = _own(turn, club)
    name = material_name(material.code)
    if not turn.capabilities.files:
        told = {"material": name, "contact": services.contact or say("papers.operator")}
        turn.say(
            say("materials.elsewhere", **told, link=f"{services.base_url}/")
            if services.has_page
            else say("materials.elsewhere_printed", **told)
        )
        services.engine.ask_again(turn)
        return
    made = make_material(
        turn.uow, own, material, turn.account.language, services.zone,
        base_url=services.base_url, has_page=services.has_page,
    )  # fmt: skip
    files = [(keep_copy(services, turn.now, each.name, each.content), each.name) for each in made]
    words = say("materials.sent_blank", material=name)
    if own is not None:
        words = say("materials.sent", material=name, club=own.name)
    turn.say(words, files=files)
    if not services.engine.ask_again(turn):
        number = own.id if own is not None else None
        more: Rows = [[(say("materials.another"), buttons.Materials(number))]]
        turn.offer(say("papers.what_now"), *more, *_way_back(own))
