"""Papers as files: made of a club's facts, with names that tell what they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from zoneinfo import ZoneInfo

from bot.delivery.naming import contact_of
from bot.documents.facts import AS_USUAL, ClubFacts, IncidentFacts, Kept
from bot.documents.materials import MATERIALS, Details, Material, fill_material, speaker_in
from bot.documents.papers import PAPERS, Paper, every_paper, fill, papers_of
from bot.domain.founding import F, StepKey
from bot.domain.plan import Plan
from bot.handlers.accesses import note_access
from bot.handlers.acting import Acting
from bot.handlers.founding.facts import load_data
from bot.handlers.links import printed_link
from bot.handlers.papers.facts import (
    facts_for,
    founding_occasion,
    named_people,
    occasion_of,
)
from bot.language.accents import lacks_accents
from bot.language.recurrences import Recurrence
from bot.language.text import fold
from bot.speech.show import show_recurrence, show_time
from bot.speech.translation import LANGUAGES, Phrase, Speaker, say
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
    *,
    kept: Kept = AS_USUAL,
    incident: IncidentFacts | None = None,
) -> list[MadePaper]:
    """A paper of a club as it stands now, once for each kind of file."""
    from bot.documents.sheet import write_sheet
    from bot.documents.word import write_word

    facts = replace(facts_for(uow, club, plan, zone), kept=kept, incident=incident)
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


def note_paper(acting: Acting, club: Club, paper: Paper) -> None:
    """Note that a paper that names members was made for whoever acts."""
    if {"members", "board", "signers"} & set(paper.fields):
        note_access(acting, club.id, named_people(acting.uow, club), f"paper.{paper.code}")


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
    uow: UnitOfWork,
    club: Club,
    plan: Plan,
    zone: ZoneInfo,
    step: StepKey | None = None,
    *,
    kept: Kept = AS_USUAL,
) -> list[MadePaper]:
    """A club's papers as they stand, of one step or all; then invitations to what is coming."""
    found = papers_of(step) if step is not None else every_paper()
    made = [each for paper in found for each in make_paper(uow, club, plan, zone, paper, kept=kept)]
    if step is None:
        for occurrence in uow.events.occurrences([club.id], since=uow.now, limit=COMING):
            made += make_paper(uow, club, plan, zone, PAPERS["invitation"], occurrence)
    return made


# What is handed out


def material_name(code: str) -> Phrase:
    """What a material is called."""
    return say(f"material.{code}")


def _found_under(uow: UnitOfWork, channel: str) -> str | None:
    """Under which name the bot is found on a platform."""
    name = uow.installation.usernames().get(channel)
    return f"@{name}" if name else None


def details_of(uow: UnitOfWork, club: Club, link: str | None) -> Details:
    """What a club's materials say of it: what it told of its place, and who answers for it."""
    place = load_data(uow, club.id).get(StepKey.MEETING_PLACE.value, {})
    where = [each for each in (place.get(F.PLACE_NAME), place.get(F.PLACE_ADDRESS)) if each]
    day, hour = place.get(F.REGULAR_DAY), place.get(F.REGULAR_TIME)
    return Details(
        club=club.name,
        place=", ".join(where) or None,
        day=show_recurrence(Recurrence.from_json(day)) if day else None,
        hour=show_time(time.fromisoformat(hour)) if hour else None,
        contact=contact_of(uow, club),
        code=club.join_code,
        link=link,
        telegram=_found_under(uow, "telegram"),
        zalo=_found_under(uow, "zalo"),
    )


def make_material(
    uow: UnitOfWork,
    club: Club | None,
    material: Material,
    language: str,
    zone: ZoneInfo,
    *,
    base_url: str,
    has_page: bool,
) -> list[MadePaper]:
    """A material as it stands for a club, or with dots for what a club would say.

    One that is sent on as a picture comes as a .docx and as a .png.
    """
    from bot.documents.handed_out import write_material
    from bot.documents.picture import draw_material

    details = Details()
    if club is not None:
        code = club.join_code
        link = printed_link(uow, code, base_url=base_url, has_page=has_page)
        details = details_of(uow, club, link)
    filled = fill_material(material, language, details)
    title = speaker_in(language).text(material_name(material.code))
    stem = _plain(title) if club is None else f"{_plain(title)}-{club.code}"
    author = club.name if club is not None else title
    content = write_material(filled, title=title, author=author, now=uow.now.astimezone(zone))
    made = [MadePaper(f"{stem}.docx", content, 0)]
    if material.has_picture:
        made.append(MadePaper(f"{stem}.png", draw_material(filled), 0))
    return made


def every_material(
    uow: UnitOfWork, club: Club | None, zone: ZoneInfo, *, base_url: str, has_page: bool
) -> list[MadePaper]:
    """All materials in all languages, of a club or with dots."""
    return [
        made
        for language in LANGUAGES
        for each in MATERIALS.values()
        for made in make_material(
            uow, club, each, language, zone, base_url=base_url, has_page=has_page
        )
    ]
