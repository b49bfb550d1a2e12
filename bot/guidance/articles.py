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
    asked: str = ""
    """The samples as the file has them: a line each, each after "? "."""
    sources: tuple[int, ...] = ()

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The samples one by one; a start, which needs none, doesn't wait for that."""
        return _samples_of(self.asked)

    @cached_property
    def samples(self) -> tuple[str, ...]:
        """The samples as a question is read."""
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
    asked: str
    sources: tuple[int, ...]


_ASKED = re.compile(r"(?:\? .*(?:\n|$))*")
"""The samples, which stand together below their heading."""


def _samples_of(asked: str) -> tuple[str, ...]:
    return tuple(line[2:].strip() for line in asked.splitlines())


def _read_part(heading: str, content: str) -> _Part:
    found = _ASKED.match(content)
    asked = found[0] if found else ""
    text: list[str] = []
    sources: list[int] = []
    for line in content[len(asked) :].split("\n"):
        if line.startswith("? "):
            raise ArticleError(f"{heading or 'the lead'}: samples stand together, first of all")
        if _SOURCES.fullmatch(line.rstrip()):
            sources += map(int, re.findall(r"\d+", line))
        else:
            text.append(line)
    return _Part(heading, "\n".join(text).strip(), asked, tuple(sources))


def _parts(body: str) -> list[_Part]:
    lead, *sections = f"\n{body}".split("\n## ")
    parts = [_read_part("", lead.lstrip("\n"))]
    for each in sections:
        heading, _, content = each.partition("\n")
        parts.append(_read_part(heading.strip(), content))
    return parts


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
    try:
        lead, *parts = _parts(body)
    except ArticleError as error:
        raise ArticleError(f"{path.name}: {error}") from None
    try:
        sections = tuple(
            Section(
                put_in(part.heading, language, known),
                put_in(part.text, language, known),
                part.asked,
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
    if lead.text and lead.asked:
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
        pending=tuple(map(carry_out_keys, _samples_of(lead.asked))),
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
