"""Those in charge: who they are, and what people send them past the bot."""

from __future__ import annotations

from collections.abc import Callable

from bot import buttons
from bot.buttons import Pressable
from bot.conversations.effects import (
    EnquiryHandedOn,
    HandOver,
    Meant,
)
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name, contact_of, known_name
from bot.delivery.telling import tell_each
from bot.domain.events.rules import next_allowed
from bot.domain.rights import Right
from bot.handlers.acting import Refused, acting
from bot.handlers.answers import commands
from bot.handlers.answers.commands import (
    InCharge,
    Wait,
    above,
    forget,
    remember,
    remembered_as,
)
from bot.handlers.services import Services
from bot.intents.asking import looks_like_question
from bot.intents.exposed import complains_of_data
from bot.intents.understanding import Intent
from bot.intents.values.phones import phones_in
from bot.language.phones import show_phone
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Account, Club, Enquiry, Person
from bot.storage.unit_of_work import UnitOfWork

_HAND_ON = buttons.Ask("hand_on")


def meant_action(services: Services, turn: Turn, intent: str, text: str) -> None:
    """It was chosen what was meant: that becomes what was said."""
    said = remembered_as(acting(turn), text)
    if said is None:
        turn.say(say("engine.old_button"))
        services.engine.ask_again(turn)
        return
    forget(acting(turn))
    turn.do(Meant(said, Intent(intent)))


def meant_too_action(services: Services, turn: Turn, intent: str, words: str) -> None:
    """The other of two wishes that were said at once."""
    turn.do(Meant(words, Intent(intent)))


def offer_word(
    services: Services,
    turn: Turn,
    text: str,
    words: Callable[[Phrase | str], Phrase],
    *more: tuple[Phrase, Pressable],
    send: buttons.Button = _HAND_ON,
    asks_which: bool = False,
) -> bool:
    """Offer to send what was said to those in charge; False where nobody is.

    `words`: what is said of who is in charge. `more` are choices beside that; `asks_which`: no yes
    answers them. `send` is what sends it.
    """
    if not in_charge(services, turn).accounts:
        return False
    remember(acting(turn), text)
    going_on = turn.sessions.current() is not None
    turn.offer(
        words(person_in_charge_name(services, turn)),
        [
            (say("person.call_me"), send if asks_which else buttons.yes(send)),
            *more,
            (say("unwell.no_need"), buttons.no(buttons.Ask("go_on" if going_on else "rest"))),
        ],
    )
    turn.offered = True
    return True


def unwell(services: Services, turn: Turn, text: str, feeling: str) -> None:
    """Kind words to somebody tired, ill or sad, when to call 115, and whether to send for somebody."""
    turn.say(say("unwell.sad") if feeling == "sad" else say("unwell.ill"))
    offer_word(services, turn, text, lambda contact: say("unwell.offer", contact=contact))


def complain(services: Services, turn: Turn, text: str) -> None:
    """Offer to send a complaint past those who organise the club, to who stands above them."""
    found = above(acting(turn)).accounts
    if not found:
        turn.say(Lines((say("complaint.heard"), _whom_to_ask(services, say("complaint.none")))))
        return
    remember(acting(turn), text)
    going_on = turn.sessions.current() is not None
    turn.offer(
        say("complaint.offer", contact=_name_of(turn, found) or say("person.someone")),
        [
            (say("answer.hand_on"), buttons.yes(buttons.Ask("above"))),
            (say("unwell.no_need"), buttons.no(buttons.Ask("go_on" if going_on else "rest"))),
        ],
    )
    turn.offered = True


def whose_data(turn: Turn, text: str) -> Person | None:
    """Of whom a complaint about data is, which is a request with the law's days; None where it isn't one.

    On a shared phone it is the holder's; where he is none of them, and they are several, nobody's.
    """
    if not complains_of_data(text):
        return None
    people = [person for _, person in turn.uow.people.of_account(turn.account.id)]
    return turn.uow.people.self_of(turn.account.id) or (people[0] if len(people) == 1 else None)


def in_charge(services: Services, turn: Turn) -> InCharge:
    """Who answers for this account; of a club that it is about to join, those of that club."""
    return commands.in_charge(acting(turn), _joining(services, turn))


def _joining(services: Services, turn: Turn) -> int | None:
    """The club that what is open is about, else what waits of a registration."""
    asked = services.engine.open_question(turn)
    if asked is not None:
        return asked.club_id
    left = [draft.args.get("club") for draft in services.engine.drafts(turn, "registration")]
    club = next((each for each in left if isinstance(each, int)), None)
    return club if club is not None and turn.uow.clubs.find(club) is not None else None


def _whom_to_ask(services: Services, nobody: Phrase | None = None) -> Phrase:
    """Whom to turn to where nobody is known here; `nobody` is said where no contact is set."""
    if services.contact:
        return say("person.contact", contact=services.contact)
    return nobody or say("person.none")


def _name_of(turn: Turn, accounts: list[Account]) -> str | None:
    """The first of these who has a name."""
    names = (known_name(turn.uow, account) for account in accounts)
    return next((name for name in names if name), None)


def person_in_charge_name(services: Services, turn: Turn) -> Phrase | str:
    """Who is in charge, by name where it is known."""
    charge = in_charge(services, turn)
    accounts, club = charge.accounts, charge.club
    if club is not None and any(
        account.id == each.id
        for account in accounts
        for each in turn.uow.accounts.organisers(club.id)
    ):
        return contact_of(turn.uow, club)
    if accounts:
        return _name_of(turn, accounts) or say("person.someone")
    return services.contact or say("person.nobody")


def who_is_called(services: Services, turn: Turn, *, past: bool) -> Phrase | str:
    """Who reads what is handed on, by name where it is known; `past`: past those who organise."""
    if not past:
        return person_in_charge_name(services, turn)
    return _name_of(turn, above(acting(turn)).accounts) or say("person.someone")


def person_in_charge(services: Services, turn: Turn) -> None:
    """Tell who is in charge, and offer to leave a word."""
    charge = in_charge(services, turn)
    accounts, club = charge.accounts, charge.club
    if not accounts:
        turn.say(_whom_to_ask(services))
        return
    remember(acting(turn), turn.text(say("person.wants_a_word")))
    contact = person_in_charge_name(services, turn)
    turn.offer(
        say("person.known", contact=contact, club=club.name)
        if club
        else say("person.known_area", contact=contact),
        [
            (say("person.call_me"), buttons.yes(buttons.Ask("hand_on"))),
            (say("engine.back_to"), buttons.no(buttons.Ask("go_on"))),
        ]
        if turn.sessions.current()
        else [
            (say("person.call_me"), buttons.yes(buttons.Ask("hand_on"))),
            (say("engine.back_to"), buttons.no(buttons.Menu())),
        ],
    )
    turn.offered = True


def hand_on(
    services: Services,
    turn: Turn,
    text: str,
    *,
    past: bool = False,
    urgent: bool = False,
    unnamed: bool = False,
) -> bool:
    """Give a question to those in charge; the asker is told who it is. False when it stays here.

    `past`: past those who organise the club, who can't read it then. `urgent`: they are asked to
    call at once. `unnamed`: they don't read who asks.
    """
    charge = above(acting(turn)) if past else in_charge(services, turn)
    outcome = commands.hand_over(acting(turn), text, charge, urgent=urgent, unnamed=unnamed)
    if not isinstance(outcome, int):
        say_not_handed(services, turn, outcome)
        return False
    contact = who_is_called(services, turn, past=past)
    if unnamed:
        turn.say(say("person.handed_on_unnamed", contact=contact))
    elif not urgent:
        turn.say(say("person.handed_on", contact=contact))
    elif next_allowed(turn.now, services.zone) == turn.now:
        turn.say(say("person.handed_on_now", contact=contact))
    else:
        turn.say(say("person.handed_on_morning", contact=contact))
    return True


def hand_over(services: Services, turn: Turn, effect: HandOver) -> None:
    """Give a question or an unclear consent to those in charge, of a club where one is named."""
    charge = in_charge(services, turn)
    if effect.club_id is not None:
        found = turn.uow.accounts.organisers(effect.club_id) or charge.accounts
        charge = InCharge(found, turn.uow.clubs.get(effect.club_id))
    text = turn.text(effect.text)
    outcome = commands.hand_over(acting(turn), text, charge, words=effect.text)
    if not isinstance(outcome, int):
        if not effect.quietly or outcome is Refused.GONE:
            say_not_handed(services, turn, outcome)
    elif not effect.quietly:
        contact = person_in_charge_name(services, turn)
        if effect.club_id is not None and charge.club is not None:
            contact = contact_of(turn.uow, charge.club)
        turn.say(say("person.handed_on", contact=contact))


def say_not_handed(services: Services, turn: Turn, outcome: Wait | Refused) -> None:
    """Why a question stays here: nobody is there, or as much as may be was sent on."""
    if isinstance(outcome, Refused):
        turn.say(_whom_to_ask(services))
        return
    whom = person_in_charge_name(services, turn)
    turn.say(say("limits.enquiries", minutes=outcome.minutes, contact=whom))


def tell_in_charge(services: Services, turn: Turn, effect: EnquiryHandedOn) -> None:
    """Those in charge read what somebody asks."""
    enquiry = turn.uow.conversations.enquiry(effect.enquiry_id)
    if enquiry is None:
        return
    who, phone = asker_of(turn.uow, enquiry)
    own_words = isinstance(effect.words, str)
    text = enquiry.text[:600] if own_words else effect.words
    if effect.urgent:
        phrase = say("person.asked_now", who=who, text=text, phone=phone)
    elif own_words and looks_like_question(enquiry.text):
        phrase = say("person.asked", who=who, text=text, phone=phone)
    else:
        phrase = say("person.told", who=who, text=text, phone=phone)
    letter = Letter(
        key=f"enquiry/{enquiry.id}",
        phrase=phrase,
        choices=[[(say("person.reply"), buttons.Reply(enquiry.id))]],
        rights=[Right.answers(enquiry.id)],
    )
    accounts = [turn.uow.accounts.get(each) for each in effect.accounts]
    tell_each(turn.uow, accounts, services.zone, letter)


def still_open(uow: UnitOfWork, enquiry_id: int) -> tuple[Enquiry, Club] | None:
    """A club's enquiry that nobody answered yet, and the club; None where nothing is left to ask after."""
    enquiry = uow.conversations.enquiry(enquiry_id)
    if enquiry is None or enquiry.answered_at is not None or not enquiry.text:
        return None
    return None if enquiry.club_id is None else (enquiry, uow.clubs.get(enquiry.club_id))


def asker_of(uow: UnitOfWork, enquiry: Enquiry) -> tuple[Phrase | str, Phrase | str]:
    """Who asks, as those in charge read it, and where to call; neither where no name is wished."""
    if enquiry.unnamed:
        return say("person.unnamed"), ""
    person = uow.people.self_of(enquiry.account_id)
    number = _number_of(uow, person, enquiry.club_id) if person else None
    if phones_in(enquiry.text):
        # He said himself where he is to be called.
        number = None
    phone: Phrase | str = say("person.asked_phone", phone=show_phone(number)) if number else ""
    return account_name(uow, uow.accounts.get(enquiry.account_id)), phone


def _number_of(uow: UnitOfWork, person: Person, club_id: int | None) -> str | None:
    """The asker's number: as the club that is asked was told it; for coordinators, any of his."""
    told = uow.clubs.memberships_of(person.id)
    numbers = [each.phone for each in told if club_id in (None, each.club_id)]
    return next((each for each in reversed(numbers) if each), None)
