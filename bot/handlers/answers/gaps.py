"""What was asked and not answered, for whoever writes the articles: without names or illnesses."""

from __future__ import annotations

from datetime import timedelta

from bot import buttons
from bot.conversations.turn import Turn
from bot.guidance.alike import likeness
from bot.guidance.articles import load_articles
from bot.guidance.retriever import Answer
from bot.handlers.acting import acting
from bot.handlers.answers.commands import last_asked, names_of
from bot.handlers.passes import Page, write_pass
from bot.handlers.services import Services
from bot.intents.identity import without_identity
from bot.language.text import fold
from bot.speech.translation import Lines, say
from bot.storage.records import Account, NotedQuestion
from bot.storage.unit_of_work import UnitOfWork

REFUSED, CHOOSE, NONE, WRONG, AGAIN = "refuse", "choose", "none", "wrong", "again"
"""Why a question is listed: nothing was found; it was asked back; none of what was offered was
meant; the answer was marked wrong; it was asked again in other words."""
WHY = (REFUSED, CHOOSE, NONE, WRONG, AGAIN)
SHOWN = 15
"""Questions in a chat at once; the page and `gaps` on the command line have them all."""
SHOWN_BACK = timedelta(days=90)
SOON = timedelta(minutes=10)
"""How long after a question another one to the same article is the same one again."""


def note(turn: Turn, text: str, why: str, article: str | None) -> None:
    """Keep a question for those who write the articles."""
    people = [person.full_name or "" for _, person in turn.uow.people.of_account(turn.account.id)]
    words = without_identity(text, names_of(people))
    turn.uow.conversations.note_question(words, turn.account.language, why, article)


def note_asked_again(turn: Turn, text: str, found: Answer) -> None:
    """What was asked a moment ago and is asked once more in other words wasn't answered."""
    before = last_asked(acting(turn))
    if before is None or before.article is None or fold(before.text) == fold(text):
        return
    is_near = before.article in found.others[:2] and likeness(before.text, text, found.language) > 0
    if turn.now - before.at <= SOON and (before.article == found.article or is_near):
        note(turn, before.text, AGAIN, before.article)


def as_lines(uow: UnitOfWork, back: timedelta) -> list[str]:
    """What was noted lately, a line a question: how often, why, the article that came near it."""
    return [
        f"{each.number} {each.outcome} {each.article or '-'} {each.language} {each.text}"
        for each in uow.conversations.noted_questions(uow.now - back)
    ]


def near_title(noted: NotedQuestion) -> str | None:
    """The title of the article that came near a question, where one did."""
    near = load_articles().get((noted.language, noted.article)) if noted.article else None
    return near.title if near else None


def page_link(uow: UnitOfWork, base_url: str, account: Account | None) -> str:
    """A link to the page that has all of them, for an account or the operator, good for an hour."""
    return f"{base_url}/office/{Page.GAPS}/{write_pass(uow, Page.GAPS, account)}"


def gaps_action(services: Services, turn: Turn) -> None:
    """What was asked in vain lately, for a coordinator who writes articles."""
    found = turn.uow.conversations.noted_questions(turn.now - SHOWN_BACK)
    back = [(say("engine.back_to"), buttons.Menu())]
    if not found:
        turn.offer(say("gaps.none"), back)
        return
    lines = []
    for each in found[:SHOWN]:
        title = near_title(each)
        lines.append(
            say(
                "gaps.line",
                number=each.number,
                text=each.text,
                why=say(f"gaps.why.{each.outcome}"),
                near=say("gaps.near", title=title) if title else "",
            )
        )
    if services.has_server:
        link = page_link(turn.uow, services.base_url, turn.account)
        lines.append(say("gaps.on_page", link=link))
    shown = min(SHOWN, len(found))
    turn.offer(Lines((say("gaps.head", count=shown), *lines)), back)
