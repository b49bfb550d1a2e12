"""The guidance articles: Markdown with front matter, one file a slug and language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "articles"
MARK = "+++"


class ArticleError(Exception):
    """An article that can't be read; the text names the file and the fault."""


@dataclass(frozen=True)
class Section:
    """A heading and its text."""

    heading: str
    text: str


@dataclass(frozen=True)
class Article:
    """One article in one language; `samples` are questions that it answers."""

    slug: str
    language: str
    title: str
    checked: date
    sources: tuple[str, ...]
    samples: tuple[str, ...]
    lead: str
    sections: tuple[Section, ...]

    @property
    def text(self) -> str:
        """Everything that is read, without the samples."""
        parts = [self.title, self.lead]
        parts += [f"{section.heading}\n{section.text}" for section in self.sections]
        return "\n".join(parts)


def read_article(path: Path, language: str) -> Article:
    """One file; raises ArticleError."""
    text = path.read_text(encoding="utf-8")
    head, found, body = text.removeprefix(MARK).partition(f"\n{MARK}\n")
    if not text.startswith(MARK) or not found:
        raise ArticleError(f"{path.name}: the front matter stands between two lines {MARK}")
    try:
        front = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise ArticleError(f"{path.name}: {error}") from None
    missing = {"slug", "title", "checked", "sources", "samples"} - set(front)
    if missing:
        raise ArticleError(f"{path.name}: {', '.join(sorted(missing))} is missing")
    lead, *parts = body.strip().split("\n## ")
    sections = []
    for part in parts:
        heading, _, content = part.partition("\n")
        sections.append(Section(heading.strip(), content.strip()))
    return Article(
        slug=front["slug"],
        language=language,
        title=front["title"],
        checked=front["checked"],
        sources=tuple(front["sources"]),
        samples=tuple(front["samples"]),
        lead=lead.strip(),
        sections=tuple(sections),
    )


@lru_cache(maxsize=1)
def load_articles() -> dict[tuple[str, str], Article]:
    """All articles by language and slug."""
    found: dict[tuple[str, str], Article] = {}
    for path in sorted(FOLDER.glob("*/*.md")):
        article = read_article(path, path.parent.name)
        if article.slug != path.stem:
            raise ArticleError(f"{path.name}: its slug is {article.slug}")
        found[article.language, article.slug] = article
    return found
