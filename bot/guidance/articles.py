"""The guidance articles: Markdown with front matter, one file a slug and language.

Each section is one question in people's words with its samples (`? …`), a text that answers it by
itself, and the numbers of the sources that the text rests on (`@ 1 2`). Figures are named facts.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from bot.facts import Fact, load_facts, put_in
from bot.language.keys import carry_out_keys

FOLDER = Path(__file__).resolve().parent / "articles"
MARK = "+++"
_SOURCES = re.compile(r"@(?:[ ,]*\d+)+[ ,]*")


class ArticleError(Exception):
    """An article that can't be read; the text names the file and the fault."""


@dataclass(frozen=True)
class Section:
    """A question, its answer, other ways to ask it, and the sources of the answer by number."""

    heading: str
    text: str
    written: tuple[str, ...] = ()
    """The samples as they stand in the file."""
    sources: tuple[int, ...] = ()

    @cached_property
    def samples(self) -> tuple[str, ...]:
        """The samples as a question is read; a start, which needs none, doesn't wait for that."""
        return tuple(map(carry_out_keys, self.written))


@dataclass(frozen=True)
class Article:
    """One article in one language; one that is pending has samples and nothing to read yet."""

    slug: str
    language: str
    title: str
    checked: date
    sources: tuple[str, ...]
    lead: str
    lead_sources: tuple[int, ...]
    sections: tuple[Section, ...]
    pending: tuple[str, ...] = ()
    """Samples of an article that is still to be written."""

    @property
    def is_pending(self) -> bool:
        """Whether there is nothing to read yet."""
        return not self.lead

    @property
    def samples(self) -> tuple[str, ...]:
        """Every sample, whatever section it belongs to."""
        return (*self.pending, *(each for section in self.sections for each in section.samples))

    @property
    def text(self) -> str:
        """Everything that is read, without the samples."""
        parts = [self.title, self.lead]
        parts += [f"{section.heading}\n{section.text}" for section in self.sections]
        return "\n".join(parts)

    def named_sources(self, numbers: tuple[int, ...]) -> tuple[str, ...]:
        """Sources by their numbers."""
        return tuple(self.sources[number - 1] for number in numbers)


@dataclass(frozen=True)
class _Part:
    heading: str
    text: str
    samples: tuple[str, ...]
    sources: tuple[int, ...]


def _read_part(heading: str, lines: list[str]) -> _Part:
    text: list[str] = []
    samples: list[str] = []
    sources: list[int] = []
    for line in lines:
        if line.startswith("? "):
            samples.append(line[2:].strip())
        elif _SOURCES.fullmatch(line.rstrip()):
            sources += map(int, re.findall(r"\d+", line))
        else:
            text.append(line)
    return _Part(heading, "\n".join(text).strip(), tuple(samples), tuple(sources))


def _parts(body: str) -> list[_Part]:
    parts, heading, lines = [], "", list[str]()
    for line in body.split("\n"):
        if line.startswith("## "):
            parts.append(_read_part(heading, lines))
            heading, lines = line[3:].strip(), []
        else:
            lines.append(line)
    return [*parts, _read_part(heading, lines)]


def read_article(path: Path, language: str, facts: dict[str, Fact] | None = None) -> Article:
    """One file, its facts put in; raises ArticleError."""
    text = path.read_text(encoding="utf-8")
    head, found, body = text.removeprefix(MARK).partition(f"\n{MARK}\n")
    if not text.startswith(MARK) or not found:
        raise ArticleError(f"{path.name}: the front matter stands between two lines {MARK}")
    try:
        front = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise ArticleError(f"{path.name}: {error}") from None
    missing = {"slug", "title", "checked", "sources"} - set(front)
    if missing:
        raise ArticleError(f"{path.name}: {', '.join(sorted(missing))} is missing")
    known = load_facts() if facts is None else facts
    lead, *parts = _parts(body)
    try:
        sections = tuple(
            Section(
                put_in(part.heading, language, known),
                put_in(part.text, language, known),
                part.samples,
                part.sources,
            )
            for part in parts
        )
        first = put_in(lead.text, language, known)
    except KeyError as error:
        raise ArticleError(f"{path.name}: no fact is called {error.args[0]}") from None
    for part in (lead, *parts):
        if not all(1 <= number <= len(front["sources"]) for number in part.sources):
            raise ArticleError(f"{path.name}: {part.heading or 'the lead'} names no such source")
    if lead.text and lead.samples:
        raise ArticleError(f"{path.name}: samples stand under their sections")
    return Article(
        slug=front["slug"],
        language=language,
        title=front["title"],
        checked=front["checked"],
        sources=tuple(front["sources"]),
        lead=first,
        lead_sources=lead.sources,
        sections=sections,
        pending=tuple(map(carry_out_keys, lead.samples)),
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
