"""Questions: answered from the guidance, from the club's own data, or handed to a person."""

from __future__ import annotations

import re

from bot import buttons
from bot.buttons import Asked
from bot.conversations.permissions import is_organiser
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import contact_of, named, roster_name
from bot.delivery.telling import speaker_for, tell, tell_each
from bot.domain.limits import Limited
from bot.domain.rights import Right
from bot.guidance.articles import load_articles
from bot.guidance.retriever import Outcome, best_section
from bot.handlers.attendance import to_bring
from bot.handlers.desk import Desk, clubs_of_account, coordinators_of
from bot.handlers.limits import count, minutes_to_wait
from bot.intents.live import Live, read_live
from bot.intents.unwell import feels_unwell
from bot.intents.words import looks_like_question
from bot.language.phones import show_phone
from bot.messages import Kind
from bot.speech.show import show_moment
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Account, Club, Person

PAGE_LIMIT = 1200
"""Characters of one page of an answer."""

ASKED = "@asked"
"""Where the question waits that may be handed to a person."""


def answers_question(desk: Desk, turn: Turn, text: str) -> bool:
    """Answer a question asked in the middle of something; False when it is none we can answer."""
    if answer_live(desk, turn, text):
        return True
    feeling = feels_unwell(text)
    if feeling is not None:
        unwell(desk, turn, text, feeling)
        return True
    answer = desk.answer_question(text, turn.account.language)
    if answer.outcome is Outcome.ANSWER and (looks_like_question(text) or surely_asks(desk, text)):
        answer_from_guidance(desk, turn, text)
        return True
    if looks_like_question(text):
        answer_from_guidance(desk, turn, text)
        return True
    return False


def surely_asks(desk: Desk, text: str) -> bool:
    """Whether the guidance is sure that a text asks for one of its articles."""
    if len(text.split()) < 4:
        return False
    return bool(desk.answer_question(text, "vi").outcome is Outcome.ANSWER)


def answer(desk: Desk, turn: Turn, text: str) -> None:
    """Answer a question, whatever comes of it."""
    if not answer_live(desk, turn, text):
        answer_from_guidance(desk, turn, text)


def unwell(desk: Desk, turn: Turn, text: str, feeling: str) -> None:
    """Kind words to somebody tired, ill or sad, when to call 115, and whether to send for somebody."""
    turn.say(say("unwell.sad") if feeling == "sad" else say("unwell.ill"))
    if not _in_charge(desk, turn)[0]:
        return
    _remember(turn, text[:1000])
    going_on = turn.sessions.current() is not None
    turn.offer(
        say("unwell.offer", contact=person_in_charge_name(desk, turn)),
        [
            (say("person.call_me"), buttons.yes(buttons.Ask("hand_on"))),
            (say("unwell.no_need"), buttons.no(buttons.Ask("go_on" if going_on else "rest"))),
        ],
    )
    turn.offered = True


def answer_live(desk: Desk, turn: Turn, text: str) -> bool:
    """Answer from the asker's own clubs; False when the question isn't about them."""
    live = read_live(text)
    if live is Live.ARE_YOU_HUMAN:
        turn.say(say("answer.machine"), kind=Kind.ANSWER)
        return True
    if live is Live.NEXT_EVENT:
        return next_events(desk, turn)
    if live is Live.REGISTRATION:
        return registrations(turn)
    return False


def next_events(
    desk: Desk, turn: Turn, *, quietly: bool = False, limit: int = 3, bring: bool = False
) -> bool:
    """The next occurrences of the asker's clubs; False when no club is known.

    `quietly` says nothing where nothing is planned; `bring` says what to take along, too.
    """
    clubs = {club.id: club for club in clubs_of_account(turn.uow, turn.account)}
    if not clubs:
        return False
    coming = turn.uow.events.occurrences(clubs, since=turn.now, limit=limit)
    if not coming:
        if quietly:
            return False
        turn.say(say("answer.no_event"), kind=Kind.ANSWER)
        return True
    lines = []
    for occurrence in coming:
        event = turn.uow.events.get(occurrence.event_id)
        lines.append(
            say(
                "answer.event",
                what=say(f"event.kind.{event.kind}"),
                club=clubs[occurrence.club_id].name,
                when=show_moment(occurrence.starts_at, desk.zone, lunar=True),
                place=occurrence.place,
                bring=to_bring(event, asked=True) if bring else "",
            )
        )
    turn.say(Lines((say("answer.events"), *lines)), kind=Kind.ANSWER)
    return True


def registrations(turn: Turn) -> bool:
    """Where the registrations of the asker's persons stand."""
    lines = [
        say(
            "answer.registration",
            who=named(turn.uow, turn.account, person, turn.zone),
            club=turn.uow.clubs.get(membership.club_id).name,
            state=say(f"membership.{membership.state}"),
        )
        for _, person in turn.uow.people.of_account(turn.account.id)
        for membership in turn.uow.clubs.memberships_of(person.id)
    ]
    if not lines:
        return False
    turn.say(Lines(tuple(lines)), kind=Kind.ANSWER)
    return True


def strip_identity(text: str) -> str:
    """A question without numbers and names of people, for those who write the articles."""
    text = re.sub(r"\d[\d .\-]{3,}\d", "#", text)
    return re.sub(r"(?<!^)(?<![.?!] )\b[A-ZĐÀ-Ỹ]\w+(?: [A-ZĐÀ-Ỹ]\w+)+", "@", text)[:500]


def answer_from_guidance(desk: Desk, turn: Turn, text: str) -> None:
    """One of three outcomes: the article, three to choose from, or an honest refusal."""
    found = desk.answer_question(text, turn.account.language)
    turn.uow.conversations.note_question(
        strip_identity(text), turn.account.language, found.outcome.value, found.article
    )
    if found.outcome is Outcome.ANSWER:
        show_article(turn, found.article, 0, question=text)
        return
    if found.outcome is Outcome.CHOOSE:
        articles = load_articles()
        rows = [
            [(articles[turn.account.language, slug].title, buttons.Article(slug))]
            for slug in found.others[:3]
        ]
        turn.offer(
            say("answer.choose"),
            *rows,
            [(say("answer.none_of_these"), buttons.no(buttons.Ask("none")))],
        )
        _remember(turn, text[:1000])
        turn.offered = True
        return
    refuse(desk, turn, text)


def _remember(turn: Turn, text: str) -> None:
    turn.uow.conversations.put(turn.account.id, ASKED, {"text": text}, is_open=False)


def refuse(desk: Desk, turn: Turn, text: str) -> None:
    """Say that it isn't known, and offer to hand the question on."""
    if not _in_charge(desk, turn)[0]:
        # Nobody to hand it to here: only whom to ask.
        turn.say(say("answer.unknown_ask", contact=person_in_charge_name(desk, turn)))
        return
    _remember(turn, text[:1000])
    offer_hand_over(desk, turn)


def offer_hand_over(desk: Desk, turn: Turn) -> None:
    """Offer to send the question on, or to go on where the conversation stands."""
    going_on = turn.sessions.current() is not None
    turn.offer(
        say("answer.unknown", contact=person_in_charge_name(desk, turn)),
        [
            (say("answer.hand_on"), buttons.yes(buttons.Ask("hand_on"))),
            (say("answer.go_on"), buttons.no(buttons.Ask("go_on")))
            if going_on
            else (say("answer.other"), buttons.no(buttons.Ask("other"))),
        ],
    )
    turn.offered = True


def pages(language: str, slug: str) -> list[str]:
    """An article as pages: the answer first, then its sections, with sources on the first."""
    article = load_articles()[language, slug]
    result = [f"{article.title}\n\n{article.lead}"]
    for section in article.sections:
        piece = f"{section.heading}\n{section.text}"
        if len(result) > 1 and len(result[-1]) + len(piece) + 2 <= PAGE_LIMIT:
            result[-1] += f"\n\n{piece}"
        else:
            result.append(piece)
    return result


def show_article(turn: Turn, slug: str, page: int, *, question: str = "") -> None:
    """One page of an article, with its sources and what comes next.

    After a question the first page holds what fits the question best besides the lead.
    """
    language = turn.account.language
    parts = pages(language, slug)
    if question and page == 0:
        section = best_section(language, slug, question)
        if section is not None:
            parts[0] = f"{parts[0]}\n\n{section.heading}\n{section.text}"
    page = max(0, min(page, len(parts) - 1))
    article = load_articles()[language, slug]
    pieces: list[Phrase | str] = [parts[page]]
    if page == 0:
        pieces.append(say("answer.sources", sources="; ".join(article.sources[:3])))
    row: list[tuple[Phrase, buttons.Button]] = []
    if page + 1 < len(parts):
        row.append((say("answer.read_on"), buttons.Article(slug, page + 1)))
    if turn.sessions.current() is None:
        row.append((say("answer.other"), buttons.Ask("other")))
    turn.offer(Lines(tuple(pieces)), row, kind=Kind.ANSWER)


def article_action(desk: Desk, turn: Turn, slug: str, page: int) -> None:
    """Read an article."""
    if (turn.account.language, slug) not in load_articles():
        turn.say(say("answer.gone"))
        return
    show_article(turn, slug, page)
    desk.engine.ask_again(turn)


def ask_action(desk: Desk, turn: Turn, what: Asked) -> None:
    """Around a question: ask another, hand it on, go on, none of these, rest."""
    if what == "hand_on":
        held = turn.uow.conversations.find(turn.account.id, ASKED)
        if held is None:
            turn.say(say("answer.handed_on_already"))
        else:
            if hand_over(desk, turn, held.state["text"]):
                turn.uow.conversations.drop(turn.account.id, ASKED)
        desk.engine.ask_again(turn)
    elif what == "none":
        offer_hand_over(desk, turn)
    elif what == "rest":
        turn.say(say("unwell.rest"))
    elif what != "go_on" or not desk.engine.ask_again(turn):
        turn.say(say("answer.ask"))


def _in_charge(desk: Desk, turn: Turn) -> tuple[list[Account], Club | None]:
    """Who answers for this account: its club's organisers, else the coordinators.

    Whoever organises the club himself turns to its coordinators first, and nobody to himself.
    """
    clubs = clubs_of_account(turn.uow, turn.account)
    asked = desk.engine.open_question(turn)
    joining = None if asked is None else asked.club_id
    if joining is not None and joining not in {club.id for club in clubs}:
        # Who is about to join asks those whom the notice has just named.
        clubs = [turn.uow.clubs.get(joining), *clubs]
    for club in clubs:
        found = _coordinators(desk, turn, club)
        if found and is_organiser(turn.uow, turn.account, club.id):
            return found, club
        organisers = [
            each for each in turn.uow.accounts.organisers(club.id) if each.id != turn.account.id
        ]
        if organisers:
            return organisers, club
    for club in clubs:
        found = _coordinators(desk, turn, club)
        if found:
            return found, club
    return [
        each for each in turn.uow.accounts.coordinators(set()) if each.id != turn.account.id
    ], None


def _coordinators(desk: Desk, turn: Turn, club: Club) -> list[Account]:
    return [each for each in coordinators_of(desk, turn.uow, club) if each.id != turn.account.id]


def person_in_charge_name(desk: Desk, turn: Turn) -> Phrase | str:
    """Who is in charge, by name where it is known."""
    accounts, club = _in_charge(desk, turn)
    if club is not None and any(
        account.id == each.id
        for account in accounts
        for each in turn.uow.accounts.organisers(club.id)
    ):
        return contact_of(turn.uow, club)
    for account in accounts:
        person = turn.uow.people.self_of(account.id)
        if person is not None:
            return person.shown_name
        if account.name:
            return account.name
    if accounts:
        return say("person.someone")
    return desk.contact or say("person.nobody")


def person_in_charge(desk: Desk, turn: Turn) -> None:
    """Tell who is in charge, and offer to leave a word."""
    accounts, club = _in_charge(desk, turn)
    if not accounts:
        turn.say(
            say("person.contact", contact=desk.contact) if desk.contact else say("person.none")
        )
        return
    _remember(turn, turn.text(say("person.wants_a_word")))
    contact = person_in_charge_name(desk, turn)
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
    desk: Desk, turn: Turn, text: str, club_id: int | None = None, *, quietly: bool = False
) -> bool:
    """Give a question to those in charge; the asker is told who it is. False when it stays here."""
    accounts, club = _in_charge(desk, turn)
    if club_id is not None:
        found = turn.uow.accounts.organisers(club_id)
        accounts = found or accounts
        club = turn.uow.clubs.get(club_id)
    if not accounts:
        turn.say(
            say("person.contact", contact=desk.contact) if desk.contact else say("person.none")
        )
        return False
    minutes = minutes_to_wait(turn, Limited.ENQUIRY)
    if minutes is not None:
        if not quietly:
            contact = person_in_charge_name(desk, turn)
            turn.say(say("limits.enquiries", minutes=minutes, contact=contact))
        return False
    count(turn, Limited.ENQUIRY)
    number = turn.uow.conversations.add_enquiry(turn.account.id, club.id if club else None, text)
    person = turn.uow.people.self_of(turn.account.id)
    who = roster_name(turn.uow, person) if person else (turn.account.name or say("person.guest"))
    told = _number_of(turn, person, club) if person else None
    phone = say("person.asked_phone", phone=show_phone(told)) if told else ""
    letter = Letter(
        key=f"enquiry/{number}",
        phrase=say("person.asked", who=who, text=text[:600], phone=phone),
        choices=[[(say("person.reply"), buttons.Reply(number))]],
        rights=[Right.answers(number)],
    )
    tell_each(turn.uow, accounts, desk.zone, letter)
    if quietly:
        return True
    named_club = club if club_id is not None else None
    contact = contact_of(turn.uow, named_club) if named_club else person_in_charge_name(desk, turn)
    turn.say(say("person.handed_on", contact=contact))
    return True


def _number_of(turn: Turn, person: Person, club: Club | None) -> str | None:
    """The asker's number: as the club that is asked was told it; for coordinators, any of his."""
    told = turn.uow.clubs.memberships_of(person.id)
    numbers = [each.phone for each in told if club is None or each.club_id == club.id]
    return next((each for each in reversed(numbers) if each), None)


def send_reply(desk: Desk, turn: Turn, enquiry_id: int, text: str) -> None:
    """An organiser's reply goes to the one who asked."""
    enquiry = turn.uow.conversations.enquiry(enquiry_id)
    if enquiry is None:
        turn.say(say("answer.gone"))
        return
    account = turn.uow.accounts.get(enquiry.account_id)
    speaker = speaker_for(turn.uow, account, desk.zone)
    person = turn.uow.people.self_of(turn.account.id)
    name = (
        person.shown_name if person else (turn.account.name or speaker.text(say("person.someone")))
    )
    letter = Letter(
        key=f"enquiry/{enquiry_id}/reply/{turn.now.isoformat()}",
        phrase=say("person.replied", contact=name, question=enquiry.text[:200], text=text),
    )
    tell(turn.uow, account, desk.zone, letter)
    turn.uow.conversations.close_enquiry(enquiry_id, turn.account.id)
    turn.say(say("person.reply_sent"))
