"""Questions: answered from the guidance, from the club's own data, or handed to a person."""

from __future__ import annotations

import re

from bot import buttons
from bot.buttons import Asked
from bot.conversations.turn import Turn
from bot.delivery.naming import named
from bot.guidance.articles import load_articles
from bot.guidance.retriever import Outcome, best_section
from bot.handlers.acting import acting
from bot.handlers.answers.commands import forget, remember, remembered
from bot.handlers.answers.enquiries import (
    hand_on,
    in_charge,
    person_in_charge_name,
    unwell,
)
from bot.handlers.sections import to_bring
from bot.handlers.services import Services, clubs_of_account
from bot.intents.live import Live, read_live
from bot.intents.unwell import feels_unwell
from bot.intents.words import looks_like_question
from bot.messages import Kind
from bot.speech.show import show_moment
from bot.speech.translation import Lines, Phrase, say

PAGE_LIMIT = 1200
"""Characters of one page of an answer."""


def answers_question(services: Services, turn: Turn, text: str) -> bool:
    """Answer a question asked in the middle of something; False when it is none we can answer."""
    if answer_live(services, turn, text):
        return True
    feeling = feels_unwell(text)
    if feeling is not None:
        unwell(services, turn, text, feeling)
        return True
    answer = services.answer_question(text, turn.account.language)
    if answer.outcome is Outcome.ANSWER and (
        looks_like_question(text) or surely_asks(services, text)
    ):
        answer_from_guidance(services, turn, text)
        return True
    if looks_like_question(text):
        answer_from_guidance(services, turn, text)
        return True
    return False


def surely_asks(services: Services, text: str) -> bool:
    """Whether the guidance is sure that a text asks for one of its articles."""
    if len(text.split()) < 4:
        return False
    return bool(services.answer_question(text, "vi").outcome is Outcome.ANSWER)


def answer(services: Services, turn: Turn, text: str) -> None:
    """Answer a question, whatever comes of it."""
    if not answer_live(services, turn, text):
        answer_from_guidance(services, turn, text)


def answer_live(services: Services, turn: Turn, text: str) -> bool:
    """Answer from the asker's own clubs; False when the question isn't about them."""
    live = read_live(text)
    if live is Live.ARE_YOU_HUMAN:
        turn.say(say("answer.machine"), kind=Kind.ANSWER)
        return True
    if live is Live.NEXT_EVENT:
        return next_events(services, turn)
    if live is Live.REGISTRATION:
        return registrations(turn)
    return False


def next_events(
    services: Services, turn: Turn, *, quietly: bool = False, limit: int = 3, bring: bool = False
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
                when=show_moment(occurrence.starts_at, services.zone, lunar=True),
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


def answer_from_guidance(services: Services, turn: Turn, text: str) -> None:
    """One of three outcomes: the article, three to choose from, or an honest refusal."""
    found = services.answer_question(text, turn.account.language)
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
        remember(acting(turn), text)
        turn.offered = True
        return
    refuse(services, turn, text)


def refuse(services: Services, turn: Turn, text: str) -> None:
    """Say that it isn't known, and offer to hand the question on."""
    if not in_charge(services, turn).accounts:
        # Nobody to hand it to here: only whom to ask.
        turn.say(say("answer.unknown_ask", contact=person_in_charge_name(services, turn)))
        return
    remember(acting(turn), text)
    offer_hand_over(services, turn)


def offer_hand_over(services: Services, turn: Turn) -> None:
    """Offer to send the question on, or to go on where the conversation stands."""
    going_on = turn.sessions.current() is not None
    turn.offer(
        say("answer.unknown", contact=person_in_charge_name(services, turn)),
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


def article_action(services: Services, turn: Turn, slug: str, page: int) -> None:
    """Read an article."""
    if (turn.account.language, slug) not in load_articles():
        turn.say(say("answer.gone"))
        return
    show_article(turn, slug, page)
    services.engine.ask_again(turn)


def ask_action(services: Services, turn: Turn, what: Asked) -> None:
    """Around a question: ask another, hand it on, go on, none of these, rest."""
    if what in ("hand_on", "above"):
        text = remembered(acting(turn))
        if text is None:
            turn.say(say("answer.handed_on_already"))
        elif hand_on(services, turn, text, past=what == "above"):
            forget(acting(turn))
        services.engine.ask_again(turn)
    elif what == "none":
        offer_hand_over(services, turn)
    elif what == "rest":
        turn.say(say("unwell.rest"))
    elif what != "go_on" or not services.engine.ask_again(turn):
        turn.say(say("answer.ask"))
