"""Papers as files: made of a club's facts, with names that tell what they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.documents.facts import ClubFacts
from bot.documents.papers import PAPERS, Paper, fill, papers_of
from bot.domain.founding import StepKey
from bot.domain.plan import Plan
from bot.handlers.founding.facts import load_data
from bot.handlers.papers.facts import facts_for, founding_occasion, occasion_of
from bot.language.accents import lacks_accents
from bot.language.text import fold
from bot.speech.translation import Phrase, Speaker, say
from bot.storage.records import Club, Occurrence
from bot.storage.unit_of_work import UnitOfWork

COMING = 6
"""Coming events whose invitations the command line writes."""
_WRITERS = ("docx", "xlsx")


@dataclass(frozen=True)
class MadePaper:
    """A paper as a file: its name, its content, and what whoever prints it must know.

    `unnamed` people aren't named on it; `bare` names stand on it as they were typed, without
    accents.
    """

    name: str
    content: bytes
    unnamed: int
    bare: tuple[str, ...] = ()


def paper_name(code: str) -> Phrase:
    """What a paper is called."""
    return say(f"paper.{code}")


def make_paper(
    uow: UnitOfWork,
    club: Club,
    plan: Plan,
    zone: ZoneInfo,
    paper: Paper,
    occurrence: Occurrence | None = None,
) -> list[MadePaper]:
    """A paper of a club as it stands now, once for each kind of file."""
    from bot.documents.sheet import write_sheet
    from bot.documents.word import write_word

    facts = facts_for(uow, club, plan, zone)
    if "event" in paper.fields:
        occasion = (
            occasion_of(uow, occurrence, zone)
            if occurrence is not None
            else founding_occasion(load_data(uow, club.id))
        )
        facts = replace(facts, occasion=occasion)
    filled = fill(paper, facts)
    words = Speaker("vi", "", "")
    title = words.text(paper_name(paper.code))
    stem = f"{_plain(title)}-{club.code}"
    if occurrence is not None:
        local = occurrence.starts_at.astimezone(zone)
        kind = words.text(say(f"event.kind.{uow.events.get(occurrence.event_id).kind}"))
        stem = f"{_plain(title)}-{_plain(kind)}-{club.code}-{local:%Y%m%d-%H%M}"
    unnamed = 0
    if "members" in paper.fields:
        unnamed = sum(each.name is None for each in facts.members)
    elif "board" in paper.fields:
        unnamed = sum(each.person.name is None for each in facts.board)
    bare = _bare_names(paper, facts)
    writers = dict(zip(_WRITERS, (write_word, write_sheet), strict=True))
    return [
        MadePaper(
            f"{stem}.{form}",
            writers[form](filled, title=title, author=club.name, now=uow.now.astimezone(zone)),
            unnamed,
            bare,
        )
        for form in paper.formats
    ]


def _bare_names(paper: Paper, facts: ClubFacts) -> tuple[str, ...]:
    """Names on a paper that lack their accents: of the place, of who meets, of people."""
    names: list[str | None] = [facts.hamlet]
    if facts.occasion is not None:
        names.append(facts.occasion.place)
    if "members" in paper.fields:
        names += [each.name for each in facts.members]
    if "board" in paper.fields:
        names += [each.person.name for each in facts.board]
    return tuple(dict.fromkeys(each for each in names if each and lacks_accents(each)))


def _plain(text: str) -> str:
    """A name that every machine can keep a file under."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def club_papers(
    uow: UnitOfWork, club: Club, plan: Plan, zone: ZoneInfo, step: StepKey | None = None
) -> list[MadePaper]:
    """A club's papers as they stand, of one step or all; then invitations to what is coming."""
    found = papers_of(step) if step is not None else list(PAPERS.values())
    made = [each for paper in found for each in make_paper(uow, club, plan, zone, paper)]
    if step is None:
        for occurrence in uow.events.occurrences([club.id], since=uow.now, limit=COMING):
            made += make_paper(uow, club, plan, zone, PAPERS["invitation"], occurrence)
    return made
