"""Questions that were handed on and that nobody answers: asked after, then told to who stands above.

Those who were asked hear of it after three days, and after seven once more, with those who coordinate
the club. Who asked is told that; his name isn't.
"""

from __future__ import annotations

from bot import buttons
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.telling import tell, tell_each
from bot.domain.due import Looked
from bot.domain.rights import Right
from bot.handlers.acting import acting
from bot.handlers.answers import commands
from bot.handlers.answers.commands import UNANSWERED_AFTER
from bot.handlers.answers.enquiries import asker_of, still_open
from bot.handlers.services import Services, coordinators_of
from bot.speech.translation import Phrase, say
from bot.storage.records import Account, Club, DueRow, Enquiry
from bot.storage.unit_of_work import UnitOfWork

LONGEST_SHOWN = 200
"""Characters of a question that are read once more."""


def ask_after(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Ask those in charge once more, and those above them the last time."""
    found = still_open(uow, due.subject_id)
    if found is None:
        return Looked()
    enquiry, club = found
    asked, above = _whom(services, uow, club, enquiry)
    who, phone = asker_of(uow, enquiry)
    text = enquiry.text[:LONGEST_SHOWN]
    words = say("person.still_open", who=who, text=text, phone=phone)
    tell_each(uow, asked, services.zone, _letter(uow, enquiry, words, "again"))
    if due.version < len(UNANSWERED_AFTER):
        pause = UNANSWERED_AFTER[due.version] - UNANSWERED_AFTER[due.version - 1]
        uow.due.set(due.kind, enquiry.id, uow.now + pause, version=due.version + 1)
    elif above:
        words = say("person.waits_above", club=club.name, text=text)
        tell_each(uow, above, services.zone, _letter(uow, enquiry, words, "above"))
        passed = Letter(
            key=f"enquiry/{enquiry.id}/passed", phrase=say("person.passed_above", question=text)
        )
        tell(uow, uow.accounts.get(enquiry.account_id), services.zone, passed)
    return Looked()


def _whom(
    services: Services, uow: UnitOfWork, club: Club, enquiry: Enquiry
) -> tuple[list[Account], list[Account]]:
    """Who was asked, and who stands above them; nobody does above those who coordinate."""
    organisers = uow.accounts.organisers(club.id)
    coordinators = [
        each for each in coordinators_of(services.plan, uow, club) if each.id != enquiry.account_id
    ]
    if not organisers or enquiry.account_id in {each.id for each in organisers}:
        return coordinators, []
    asked = {each.id for each in organisers}
    return organisers, [each for each in coordinators if each.id not in asked]


def _letter(uow: UnitOfWork, enquiry: Enquiry, words: Phrase, why: str) -> Letter:
    return Letter(
        key=f"enquiry/{enquiry.id}/{why}/{uow.now.isoformat()}",
        phrase=words,
        choices=[
            [
                (say("person.reply"), buttons.Reply(enquiry.id)),
                (say("person.settle"), buttons.Settled(enquiry.id)),
            ]
        ],
        rights=[Right.answers(enquiry.id)],
    )


def settled_action(services: Services, turn: Turn, enquiry: Enquiry) -> None:
    """It was answered past the bot."""
    if commands.settle(acting(turn), enquiry.id) is None:
        turn.say(say("person.settled"))
