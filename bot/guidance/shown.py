"""What is shown of an article for a question: a section by itself, with the sources of its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.guidance.articles import Article, load_articles
from bot.guidance.retriever import Answer


@dataclass(frozen=True)
class Shown:
    """A text to show, under its heading, with its sources."""

    article: str
    title: str
    heading: str
    text: str
    sources: tuple[str, ...]
    checked: date
    section: int | None = None
    """Which section it is; None for the lead."""


def shown_part(article: Article, section: int | None) -> Shown:
    """One section of an article, or its lead."""
    if section is None:
        sources = article.named_sources(article.lead_sources)
        return Shown(
            article.slug, article.title, article.title, article.lead, sources, article.checked
        )
    part = article.sections[section]
    sources = article.named_sources(part.sources)
    return Shown(
        article.slug, article.title, part.heading, part.text, sources, article.checked, section
    )


def shown_of(answer: Answer) -> list[Shown]:
    """What an answer shows, a part a question; empty where it is none."""
    found = []
    each: Answer | None = answer
    while each is not None and each.article is not None:
        found.append(shown_part(load_articles()[each.language, each.article], each.section))
        each = each.second
    return found
