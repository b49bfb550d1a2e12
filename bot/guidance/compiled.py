"""What is searched of the articles, made ready: it only has to be read when the program starts.

`bot.guidance.fit` writes it. Where an article is newer, everything is made anew from the articles
and their weights, which takes longer and finds the same.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections.abc import Sequence
from pathlib import Path

from bot import facts
from bot.guidance import articles as article_files
from bot.guidance import reader
from bot.guidance.articles import Article
from bot.guidance.index import Field, Index
from bot.guidance.reader import Reader, reader_of
from bot.guidance.sections import Samples, Sections, foreign_index, index_of
from bot.intents.linear import apart, counts_in, dump, load, starts_of, together


def compiled_file(language: str) -> Path:
    """Where it lies."""
    return reader.FOLDER / f"{language}.bin"


def fingerprint(language: str, foreign: Sequence[str]) -> str:
    """What it depends on: the articles of a language, the facts, and foreign questions."""
    digest = hashlib.sha256(facts.FACTS_FILE.read_bytes())
    for path in sorted((article_files.FOLDER / language).glob("*.md")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    digest.update("\n".join(foreign).encode())
    return digest.hexdigest()[:16]


def _parts_of(field: Field) -> list[bytes]:
    numbers = (counts_in(field.starts), field.places, field.counts, field.lengths)
    parts = ["\n".join(field.tokens).encode()]
    for each in numbers:
        parts += apart(each)
    return parts


def _field(parts: list[bytes]) -> Field:
    sizes, places, counts, lengths = array("H"), array("H"), array("H"), array("f")
    at = 1
    for each in (sizes, places, counts, lengths):
        together(each, parts[at : at + each.itemsize])
        at += each.itemsize
    return Field(parts[0].decode().split("\n"), starts_of(sizes), places, counts, lengths)


_FIELD_PARTS = 1 + 3 * 2 + 4
_FIELDS = 3


def write_compiled(articles: Sequence[Article], language: str, foreign: Sequence[str]) -> None:
    """Make everything ready and write it."""
    index = index_of(articles, language)
    strangers = foreign_index(foreign, language)
    model = reader_of(language, [article.slug for article in articles]).model
    parts = [dump(model)]
    plain = [part for each in (*index.fields, *strangers.fields) for part in _parts_of(each)]
    samples = Sections(articles, index, reader_of(language, [], model), strangers).samples
    plain += [*apart(samples.numbers), *apart(samples.places)]
    parts += [zlib.compress(part, 9) for part in plain]
    head = {
        "fingerprint": fingerprint(language, foreign),
        "keys": [index.keys, strangers.keys],
        "sizes": [len(part) for part in parts],
    }
    compiled_file(language).write_bytes(b"".join((json.dumps(head).encode(), b"\n", *parts)))


def read_compiled(
    articles: Sequence[Article], language: str, foreign: Sequence[str]
) -> Sections | None:
    """What was made ready; None where it isn't there or something is newer."""
    path = compiled_file(language)
    if not path.exists():
        return None
    with path.open("rb") as file:
        head = json.loads(file.readline())
        if head["fingerprint"] != fingerprint(language, foreign):
            return None
        first, *rest = [file.read(size) for size in head["sizes"]]
    plain = [zlib.decompress(part) for part in rest]
    ends = range(0, len(head["keys"]) * _FIELDS * _FIELD_PARTS, _FIELD_PARTS)
    fields = [_field(plain[at : at + _FIELD_PARTS]) for at in ends]
    numbers, places = array("I"), array("H")
    together(numbers, plain[-numbers.itemsize - places.itemsize : -places.itemsize])
    together(places, plain[-places.itemsize :])
    ours, strangers = (
        Index(keys, fields[at : at + _FIELDS], language)
        for keys, at in zip(head["keys"], (0, _FIELDS), strict=True)
    )
    known = reader_of(language, [article.slug for article in articles], load(first))
    return Sections(articles, ours, known, strangers, Samples(numbers, places))


def sections_of(articles: Sequence[Article], language: str, foreign: Sequence[str]) -> Sections:
    """A language's articles, ready to be asked."""
    found = read_compiled(articles, language, foreign)
    if found is not None:
        return found
    known: Reader = reader_of(language, [article.slug for article in articles])
    return Sections(articles, index_of(articles, language), known, foreign_index(foreign, language))
