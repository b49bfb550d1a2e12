"""Communication materials: what is handed out, put up, read out and taught from.

One text a language, `materials/<language>/<code>.md`, of blocks:

    # …            the title; `## …` a heading
    1. …           numbered from each heading on; `- …` a line with a dash
    @large …       a line in large letters
    @box           lines "what: value" in a frame
    @invite        the join code, and the square to scan where a link leads somewhere; the lines
                   say how to use it, those with `[if link]` the square
    @read SLUG     sections of an article, each named by its question
    @room N        so many dotted lines to write on
    @page          a new page
    @optional …    a paragraph that is left out, the last one first, where it would take too long to
                   read out what a club says of itself
    @table         as in papers
    anything else  a paragraph

`{slot}` is what a club said (`SLOTS`), `{name-of-a-fact}` a figure of the guidance: nothing else
may hold a digit. A line may begin with `[if slot]` or `[unless slot]`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from bot.documents.papers import DOT, DOTS, Part
from bot.documents.texts import SLOT, Block, Line, PaperTextError, blocks_of
from bot.domain.founding import StepKey
from bot.facts import load_facts, put_in
from bot.guidance.articles import load_articles
from bot.language.aloud import read_aloud
from bot.language.text import capitalise
from bot.speech.translation import LANGUAGES, Phrase, Speaker, Written, say

FOLDER = Path(__file__).resolve().parent / "materials"
NAMED = frozenset(("note", "large", "box", "invite", "read", "room", "page", "optional"))
MOST_SYLLABLES = 320
"""What is read out in two minutes, slowly."""
SLOTS = ("club", "place", "day", "hour", "contact", "code", "link", "telegram", "zalo")
"""What a club says of itself; all of it may be missing."""


@dataclass(frozen=True)
class Material:
    """Something that is handed out: its steps, and how large its letters are in points."""

    code: str
    steps: tuple[StepKey, ...]
    size: int
    margin: int
    """Millimetres on every side."""
    is_read_aloud: bool = False
    has_picture: bool = False
    """Made as a .png as well, to be sent on."""
    holds: int | None = None
    """Characters that its one page has room for; None where it may take several pages."""


MATERIALS: Mapping[str, Material] = {
    each.code: each
    for each in (
        Material(
            "leaflet", (StepKey.INFORMATION_MEETING, StepKey.FOUNDING_MEMBERS), 16, 15, holds=1260
        ),
        Material(
            "poster",
            (StepKey.FOUNDING_MEMBERS, StepKey.LAUNCH_CEREMONY),
            25,
            13,
            has_picture=True,
            holds=400,
        ),
        Material("talking_points", (StepKey.INFORMATION_MEETING,), 13, 18),
        Material(
            "loudspeaker", (StepKey.INFORMATION_MEETING,), 17, 20, is_read_aloud=True, holds=1540
        ),
        Material("board_handout", (StepKey.BOARD_TRAINING,), 12, 18),
        Material("carers_handout", (StepKey.BOARD_TRAINING,), 12, 18),
    )
}


@dataclass(frozen=True)
class Details:
    """What a club's materials say of it; None is what nobody said, or what isn't of a club."""

    club: str | None = None
    place: str | None = None
    day: Phrase | str | None = None
    hour: Phrase | str | None = None
    contact: Phrase | str | None = None
    code: str | None = None
    link: str | None = None
    """What the square to scan opens; None where it would open nothing."""
    telegram: str | None = None
    zalo: str | None = None
    """Under which name the bot is found there; None where it isn't, or not yet."""


@dataclass(frozen=True)
class FilledMaterial:
    """A material with everything said in it, ready to be written."""

    material: Material
    language: str
    parts: tuple[Part, ...]
    link: str | None

    @property
    def size(self) -> float:
        """Points of its letters: smaller where a long name would leave its one page too full."""
        size, holds = self.material.size, self.material.holds
        written = sum(len(line) for part in self.parts for line in (part.head, *part.lines))
        if holds is None or written <= holds:
            return size
        # As large a share of the page is left to each character as its letters' square.
        return math.floor(2 * size * math.sqrt(holds / written)) / 2


@lru_cache(maxsize=len(LANGUAGES))
def speaker_in(language: str) -> Speaker:
    """What is printed speaks to all, and of the bot as of somebody else."""
    words = Speaker(language, "", "")
    return Speaker(language, words.text(say("material.readers")), words.text(say("material.bot")))


def materials_of(step: StepKey) -> list[Material]:
    """The materials that a step needs, in the order of the entries."""
    return [each for each in MATERIALS.values() if step in each.steps]


@lru_cache(maxsize=64)
def _blocks(code: str, language: str) -> tuple[Block, ...]:
    path = FOLDER / language / f"{code}.md"
    try:
        body = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PaperTextError(f"{language}/{code}.md: {error.strerror}") from None
    return tuple(blocks_of(body, f"{language}/{code}.md", NAMED))


def check_materials() -> None:
    """Refuse a text that names no slot, fact or section that there is; raises PaperTextError."""
    for code in MATERIALS:
        for language in LANGUAGES:
            for block in _blocks(code, language):
                _check(block, language, f"{language}/{code}.md")


def _check(block: Block, language: str, place: str) -> None:
    known = {*SLOTS, *load_facts()}
    if unknown := set(block.slots()) - known:
        raise PaperTextError(f"{place}: unknown slot {', '.join(sorted(unknown))}")
    if block.kind == "read":
        _sections(block, language, place)
    if block.kind == "room" and not block.head.isdigit():
        raise PaperTextError(f"{place}: @room needs a number of lines")


def _sections(block: Block, language: str, place: str) -> list[tuple[str, str]]:
    """The questions that a block names, each with its answer; raises PaperTextError."""
    article = load_articles().get((language, block.head))
    if article is None:
        raise PaperTextError(f"{place}: no article is called {block.head}")
    texts = {section.heading: section.text for section in article.sections}
    wanted = [put_in(line.text, language, load_facts()) for line in block.lines]
    for heading in wanted:
        if heading not in texts:
            raise PaperTextError(f"{place}: {block.head} doesn't ask {heading}")
    return [(heading, texts[heading]) for heading in wanted]


def fill_material(material: Material, language: str, details: Details) -> FilledMaterial:
    """A material as it stands for a club; what nobody said is dotted."""
    parts = list(_Filling(material, language, details).parts())
    is_read_out = material.is_read_aloud and language == "vi"
    for part in reversed([each for each in parts if each.kind == "optional"]):
        if is_read_out and syllables(parts) > MOST_SYLLABLES:
            parts.remove(part)
    plain = (
        replace(each, kind="paragraph", head="", lines=(each.head,))
        if each.kind == "optional"
        else each
        for each in parts
    )
    return FilledMaterial(material, language, tuple(plain), details.link)


class _Filling:
    def __init__(self, material: Material, language: str, details: Details) -> None:
        self._material = material
        self._language = language
        self._speaker = speaker_in(language)
        self._values = {name: self._said(getattr(details, name)) for name in SLOTS}

    def _said(self, value: Phrase | str | None) -> str | None:
        return None if value is None else self._speaker.text(value)

    def parts(self) -> Iterator[Part]:
        for block in _blocks(self._material.code, self._language):
            lines = [line for line in block.lines if self._shown(line)]
            if block.kind == "read":
                for heading, text in _sections(block, self._language, self._material.code):
                    yield Part("section", self._written(heading), (self._written(text),))
            elif block.kind == "table":
                rows = tuple(
                    tuple(self._line(cell.strip()) for cell in line.text.split("|"))
                    for line in lines
                )
                yield Part("table", "", (), block.columns, rows)
            elif lines or not block.lines:
                said = tuple(self._line(line.text) for line in lines)
                yield Part(block.kind, self._line(block.head), said)

    def _shown(self, line: Line) -> bool:
        return line.slot is None or (self._values[line.slot] is not None) is line.wanted

    def _written(self, text: str) -> str:
        return self._aloud(self._speaker.text(Written(text)))

    def _line(self, text: str) -> str:
        facts = load_facts()

        def said(match: re.Match[str]) -> str:
            name = match[1]
            if name not in self._values:
                return facts[name].words[self._language]
            value = self._values[name]
            return DOT * int(match[2] or DOTS) if value is None else value

        words = SLOT.sub(said, text)
        return self._aloud(capitalise(words) if text.startswith("{") else words)

    def _aloud(self, text: str) -> str:
        aloud = self._material.is_read_aloud and self._language == "vi"
        return read_aloud(text) if aloud else text


def syllables(parts: Iterable[Part]) -> int:
    """How many syllables of a Vietnamese text are read out: its paragraphs."""
    return sum(
        len(re.findall(r"[^\W_]+", line))
        for part in parts
        if part.kind in ("paragraph", "optional")
        for line in (part.head, *part.lines)
    )
