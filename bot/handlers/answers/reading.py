"""Reading the guidance: what answers a question first, the rest of its article behind a button."""

from __future__ import annotations

from bot import buttons
from bot.conversations.turn import Turn
from bot.documents.materials import speaker_in
from bot.guidance.articles import load_articles
from bot.guidance.retriever import Answer
from bot.guidance.shown import Shown, shown_of, shown_part
from bot.handlers.acting import acting
from bot.handlers.answers.commands import remembered
from bot.handlers.answers.next_steps import next_step
from bot.handlers.services import Services
from bot.language.identify import guess_language
from bot.messages import Kind
from bot.speech.show import show_day
from bot.speech.translation import Lines, Phrase, Written, say

PAGE_LIMIT = 1200
"""Characters of one page of an article."""
SOURCES = 3
"""Sources that are named under a text."""


def show_answer(turn: Turn, found: Answer) -> None:
    """What answers a question, a message a question; what can be done is under the last."""
    parts = shown_of(found)
    for part in parts[:-1]:
        turn.say(_written(part), kind=Kind.ANSWER)
    _offer_part(turn, parts[-1])


def _written(part: Shown) -> Lines:
    """A text with its sources and the day on which they were looked at."""
    sources = "; ".join(part.sources[:SOURCES])
    foot = say("answer.sources", sources=sources, checked=show_day(part.checked))
    return Lines((Written(part.text), *((foot,) if sources else ())))


def _offer_part(turn: Turn, part: Shown) -> None:
    row: list[tuple[Phrase, buttons.Button]] = [
        (say("answer.read_on"), buttons.Article(part.article))
    ]
    if turn.sessions.current() is not None:
        turn.offer(_written(part), row, kind=Kind.ANSWER)
        return
    row.append((say("answer.other"), buttons.Ask("other")))
    share: list[tuple[Phrase, buttons.Button]] = [
        (
            say("answer.share"),
            buttons.Share(part.article, 0 if part.section is None else part.section + 1),
        )
    ]
    following = next_step(turn, part.article)
    turn.offer(
        _written(part),
        [
            (say("answer.helped"), buttons.Judge("yes", part.article)),
            (say("answer.wrong"), buttons.Judge("no", part.article)),
        ],
        row,
        [following, *share] if following is not None else share,
        kind=Kind.ANSWER,
    )


def _read_in(turn: Turn) -> str:
    """The language of the question that was asked last; else that of the account."""
    asked = remembered(acting(turn))
    return guess_language(asked) if asked else turn.account.language


def share_action(services: Services, turn: Turn, slug: str, part: int) -> None:
    """What was shown, once more as a message that can be sent on to anybody as it is."""
    article = load_articles().get((_read_in(turn), slug))
    if article is None or article.is_pending or part > len(article.sections):
        turn.say(say("answer.gone"))
        return
    shown = shown_part(article, part - 1 if part else None)
    text = speaker_in(article.language).text(Written(shown.text))
    shared = say(
        "answer.shared",
        question=shown.heading,
        text=text,
        sources="; ".join(shown.sources[:SOURCES]),
        checked=show_day(shown.checked),
    )
    turn.say(shared, kind=Kind.ANSWER)
    services.engine.ask_again(turn)


def offer_choices(turn: Turn, found: Answer) -> None:
    """Up to three questions, one of which may be meant."""
    articles = load_articles()
    rows = []
    for choice in found.choices:
        heading = articles[found.language, choice.article].sections[choice.section].heading
        rows.append([(Written(heading), buttons.Passage(choice.article, choice.section))])
    turn.offer(
        say("answer.choose"),
        *rows,
        [(say("answer.none_of_these"), buttons.no(buttons.Ask("none")))],
    )


def passage_action(services: Services, turn: Turn, slug: str, section: int) -> None:
    """Read one section of an article."""
    article = load_articles().get((_read_in(turn), slug))
    if article is None or not 0 <= section < len(article.sections):
        turn.say(say("answer.gone"))
        return
    _offer_part(turn, shown_part(article, section))
    services.engine.ask_again(turn)


def pages(language: str, slug: str) -> list[str]:
    """An article as pages: what it says in short, then its sections."""
    article = load_articles()[language, slug]
    result = [f"{article.title}\n\n{article.lead}"]
    for section in article.sections:
        piece = f"{section.heading}\n{section.text}"
        if len(result[-1]) + len(piece) + 2 <= PAGE_LIMIT:
            result[-1] += f"\n\n{piece}"
        else:
            result.append(piece)
    return result


def show_article(turn: Turn, slug: str, page: int) -> None:
    """One page of an article, all its sources under the last, and what comes next."""
    language = _read_in(turn)
    article = load_articles()[language, slug]
    parts = pages(language, slug)
    page = max(0, min(page, len(parts) - 1))
    pieces: list[Phrase | Written] = [Written(parts[page])]
    row: list[tuple[Phrase, buttons.Button]] = []
    if page + 1 < len(parts):
        row.append((say("answer.read_on"), buttons.Article(slug, page + 1)))
    elif article.sources:
        sources = "; ".join(article.sources)
        pieces.append(say("answer.sources", sources=sources, checked=show_day(article.checked)))
    if turn.sessions.current() is None:
        row.append((say("answer.other"), buttons.Ask("other")))
    turn.offer(Lines(tuple(pieces)), row, kind=Kind.ANSWER)


def article_action(services: Services, turn: Turn, slug: str, page: int) -> None:
    """Read an article."""
    article = load_articles().get((_read_in(turn), slug))
    if article is None or article.is_pending:
        turn.say(say("answer.gone"))
        return
    show_article(turn, slug, page)
    services.engine.ask_again(turn)
