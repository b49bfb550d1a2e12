"""Those in charge: who they are, and what people send them past the bot."""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from bot import buttons
from bot.buttons import Pressable
from bot.conversations import effects
from bot.conversations.permissions import is_organiser, officers_of_founder
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import contact_of, roster_name
from bot.delivery.telling import speaker_for, tell, tell_each
from bot.domain.events.rules import next_allowed
from bot.domain.limits import Limited
from bot.domain.rights import Right
from bot.handlers.acting import acting
from bot.handlers.limits import count, minutes_to_wait
from bot.handlers.services import Services, clubs_of_account, coordinators_of
from bot.intents.understanding import Intent
from bot.language.phones import show_phone
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Account, Club, Person

ASKED = "@asked"
"""Where the question waits that may be handed to a person."""
LONGEST = 1000
"""Characters that are kept of it."""


_HAND_ON = buttons.Ask("hand_on")


def remember(turn: Turn, text: str) -> None:
    """Keep what was said until it was pressed what becomes of it."""
    turn.uow.conversations.put(turn.account.id, ASKED, {"text": text[:LONGEST]}, is_open=False)


def remembered(turn: Turn) -> str | None:
    """What was said; None where that was dealt with."""
    held = turn.uow.conversations.find(turn.account.id, ASKED)
    return None if held is None else str(held.state["text"])


def forget(turn: Turn) -> None:
    """What was said was dealt with."""
    turn.uow.conversations.drop(turn.account.id, ASKED)


def mark_of(text: str) -> str:
    """What tells a text from others, for a button that is about it."""
    return f"{crc32(text[:LONGEST].encode()):08x}"


def meant_action(services: Services, turn: Turn, intent: str, text: str) -> None:
    """It was chosen what was meant: that becomes what was said."""
    said = remembered(turn)
    if said is None or mark_of(said) != text:
        turn.say(say("engine.old_button"))
        services.engine.ask_again(turn)
        return
    forget(turn)
    turn.do(effects.Meant(said, Intent(intent)))


def offer_word(
    services: Services,
    turn: Turn,
    text: str,
    words: Callable[[Phrase | str], Phrase],
    *more: tuple[Phrase, Pressable],
    send: buttons.Button = _HAND_ON,
) -> bool:
    """Offer to send what was said to those in charge; False where nobody is.

    `words`: what is said of who is in charge. `more` are choices beside that; `send` is what sends it.
    """
    if not in_charge(services, turn)[0]:
        return False
    remember(turn, text)
    going_on = turn.sessions.current() is not None
    turn.offer(
        words(person_in_charge_name(services, turn)),
        [
            (say("person.call_me"), buttons.yes(send)),
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
    above = _above(services, turn)
    if not above:
        turn.say(Lines((say("complaint.heard"), _whom_to_ask(services, say("complaint.none")))))
        return
    remember(turn, text)
    going_on = turn.sessions.current() is not None
    turn.offer(
        say("complaint.offer", contact=_name_of(turn, above) or say("person.someone")),
        [
            (say("answer.hand_on"), buttons.yes(buttons.Ask("above"))),
            (say("unwell.no_need"), buttons.no(buttons.Ask("go_on" if going_on else "rest"))),
        ],
    )
    turn.offered = True


def in_charge(services: Services, turn: Turn) -> tuple[list[Account], Club | None]:
    """Who answers for this account: its club's organisers, else the coordinators.

    Whoever organises the club himself turns to its coordinators first, and nobody to himself.
    """
    clubs = clubs_of_account(turn.uow, turn.account)
    joining = _joining(services, turn)
    if joining is not None and joining not in {club.id for club in clubs}:
        # Who is about to join asks those whom the notice has just named.
        clubs = [turn.uow.clubs.get(joining), *clubs]
    for club in clubs:
        found = _coordinators(services, turn, club)
        if found and is_organiser(turn.uow, turn.account, club.id):
            return found, club
        organisers = [
            each for each in turn.uow.accounts.organisers(club.id) if each.id != turn.account.id
        ]
        if organisers:
            return organisers, club
    for club in clubs:
        found = _coordinators(services, turn, club)
        if found:
            return found, club
    return _officers(turn), None


def _joining(services: Services, turn: Turn) -> int | None:
    """The club that what is open is about, else what waits of a registration."""
    asked = services.engine.open_question(turn)
    if asked is not None:
        return asked.club_id
    left = [draft.args.get("club") for draft in services.engine.drafts(turn, "registration")]
    club = next((each for each in left if isinstance(each, int)), None)
    return club if club is not None and turn.uow.clubs.find(club) is not None else None


def _above(services: Services, turn: Turn) -> list[Account]:
    """Who coordinates the first of this account's clubs that anybody does, else everywhere."""
    for club in clubs_of_account(turn.uow, turn.account):
        found = [
            each
            for each in _coordinators(services, turn, club)
            if not is_organiser(turn.uow, each, club.id)
        ]
        if found:
            return found
    return _officers(turn)


def _officers(turn: Turn) -> list[Account]:
    """Who coordinates where no club is: of a founder his area, else everywhere."""
    return officers_of_founder(turn.plan, turn.uow, turn.account.id) or [
        each for each in turn.uow.accounts.coordinators(set()) if each.id != turn.account.id
    ]


def _whom_to_ask(services: Services, nobody: Phrase | None = None) -> Phrase:
    """Whom to turn to where nobody is known here; `nobody` is said where no contact is set."""
    if services.contact:
        return say("person.contact", contact=services.contact)
    return nobody or say("person.none")


def _name_of(turn: Turn, accounts: list[Account]) -> str | None:
    """The first of these who has a name."""
    for account in accounts:
        person = turn.uow.people.self_of(account.id)
        if person is not None:
            return person.shown_name
        if account.name:
            return account.name
    return None


def _coordinators(services: Services, turn: Turn, club: Club) -> list[Account]:
    return [
        each for each in coordinators_of(services, turn.uow, club) if each.id != turn.account.id
    ]


def person_in_charge_name(services: Services, turn: Turn) -> Phrase | str:
    """Who is in charge, by name where it is known."""
    accounts, club = in_charge(services, turn)
    if club is not None and any(
        account.id == each.id
        for account in accounts
        for each in turn.uow.accounts.organisers(club.id)
    ):
        return contact_of(turn.uow, club)
    if accounts:
        return _name_of(turn, accounts) or say("person.someone")
    return services.contact or say("person.nobody")


def person_in_charge(services: Services, turn: Turn) -> None:
    """Tell who is in charge, and offer to leave a word."""
    accounts, club = in_charge(services, turn)
    if not accounts:
        turn.say(_whom_to_ask(services))
        return
    remember(turn, turn.text(say("person.wants_a_word")))
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


def hand_over(
    services: Services,
    turn: Turn,
    text: str,
    club_id: int | None = None,
    *,
    quietly: bool = False,
    above: bool = False,
    urgent: bool = False,
) -> int | None:
    """Give a question to those in charge; the asker is told who it is. Its number, None if it stays.

    `above`: past those who organise the club, who can't read it then. `urgent`: they are asked to
    call at once.
    """
    accounts, club = (_above(services, turn), None) if above else in_charge(services, turn)
    if club_id is not None:
        found = turn.uow.accounts.organisers(club_id)
        accounts = found or accounts
        club = turn.uow.clubs.get(club_id)
    if not accounts:
        turn.say(_whom_to_ask(services))
        return None
    minutes = minutes_to_wait(acting(turn), Limited.ENQUIRY)
    if minutes is not None:
        if not quietly:
            whom = person_in_charge_name(services, turn)
            turn.say(say("limits.enquiries", minutes=minutes, contact=whom))
        return None
    count(acting(turn), Limited.ENQUIRY)
    number = turn.uow.conversations.add_enquiry(turn.account.id, club.id if club else None, text)
    person = turn.uow.people.self_of(turn.account.id)
    who = roster_name(turn.uow, person) if person else (turn.account.name or say("person.guest"))
    told = _number_of(turn, person, club) if person else None
    phone = say("person.asked_phone", phone=show_phone(told)) if told else ""
    letter = Letter(
        key=f"enquiry/{number}",
        phrase=say(
            "person.asked_now" if urgent else "person.asked", who=who, text=text[:600], phone=phone
        ),
        choices=[[(say("person.reply"), buttons.Reply(number))]],
        rights=[Right.answers(number)],
    )
    tell_each(turn.uow, accounts, services.zone, letter)
    if quietly:
        return number
    if above:
        contact: Phrase | str = _name_of(turn, accounts) or say("person.someone")
    elif club is not None and club_id is not None:
        contact = contact_of(turn.uow, club)
    else:
        contact = person_in_charge_name(services, turn)
    if not urgent:
        turn.say(say("person.handed_on", contact=contact))
    elif next_allowed(turn.now, services.zone) == turn.now:
        turn.say(say("person.handed_on_now", contact=contact))
    else:
        turn.say(say("person.handed_on_morning", contact=contact))
    return number


def _number_of(turn: Turn, person: Person, club: Club | None) -> str | None:
    """The asker's number: as the club that is asked was told it; for coordinators, any of his."""
    told = turn.uow.clubs.memberships_of(person.id)
    numbers = [each.phone for each in told if club is None or each.club_id == club.id]
    return next((each for each in reversed(numbers) if each), None)


def send_reply(services: Services, turn: Turn, enquiry_id: int, text: str) -> None:
    """An organiser's reply goes to the one who asked."""
    enquiry = turn.uow.conversations.enquiry(enquiry_id)
    if enquiry is None:
        turn.say(say("answer.gone"))
        return
    account = turn.uow.accounts.get(enquiry.account_id)
    speaker = speaker_for(turn.uow, account, services.zone)
    person = turn.uow.people.self_of(turn.account.id)
    name = (
        person.shown_name if person else (turn.account.name or speaker.text(say("person.someone")))
    )
    letter = Letter(
        key=f"enquiry/{enquiry_id}/reply/{turn.now.isoformat()}",
        phrase=say("person.replied", contact=name, question=enquiry.text[:200], text=text),
    )
    tell(turn.uow, account, services.zone, letter)
    turn.uow.conversations.close_enquiry(enquiry_id, turn.account.id)
    turn.say(say("person.reply_sent"))
