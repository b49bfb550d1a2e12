"""Papers: a club's facts as they may leave it, and sending what is made of them in the chat."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import SendPaper
from bot.conversations.turn import Turn
from bot.delivery.naming import contact_of
from bot.documents.facts import BoardMember, ClubFacts, Named, Occasion
from bot.documents.papers import PAPERS, Paper, fill, papers_of
from bot.domain.criteria import composition
from bot.domain.founding import POSTS, F, StepKey, StepState, states
from bot.domain.membership import MembershipState
from bot.domain.plan import Plan
from bot.files import make_folder, write_file
from bot.handlers.founding.facts import facts_of, load_data, member_facts
from bot.handlers.services import Services
from bot.language.accents import lacks_accents
from bot.language.places import neighbourhood_group
from bot.language.text import fold
from bot.speech.translation import Listing, Phrase, Speaker, say
from bot.storage.records import Club, Membership, Occurrence, Person
from bot.storage.unit_of_work import UnitOfWork

MEETING = StepKey.FOUNDING_MEETING.value
COMING = 6
"""Coming events whose invitations the command line writes."""
BARE_SHOWN = 5
"""Names without accents that are said one by one."""
KEPT_BACK = "undisclosed"
"""What a paper has for circumstances that may not leave the club, as if never told."""
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


# What a club's papers are made of


def facts_for(uow: UnitOfWork, club: Club, plan: Plan, zone: ZoneInfo) -> ClubFacts:
    """A club as its papers may show it.

    Named is who agreed to stand on the list for the commune (`sharing`); the circumstances leave
    the club only with a consent of their own. Everybody who is a member counts.
    """
    today = uow.now.astimezone(zone).date()
    data = load_data(uow, club.id)
    shared = uow.people.agreeing(club.id, "sharing")
    told = uow.people.agreeing(club.id, "circumstances")
    roster = uow.clubs.roster(club.id, [MembershipState.ACTIVE.value])

    def named(membership: Membership, person: Person) -> Named:
        if person.id not in shared:
            return Named()
        return Named(
            name=person.full_name,
            birth_year=person.birth_year,
            birth_estimated=person.birth_estimated,
            sex=person.sex,
            address=membership.address,
            phone=membership.phone,
            contact_person=membership.contact_person,
            circumstances=KEPT_BACK
            if membership.circumstances is not None and person.id not in told
            else membership.circumstances,
        )

    people = {person.id: named(membership, person) for membership, person in roster}
    board, elected = _board(data, people)
    unit = plan.unit(club.unit_code)
    return ClubFacts(
        code=club.code,
        name=club.name,
        hamlet=club.hamlet,
        unit=unit.name if unit else None,
        plan=plan,
        today=today,
        data=data,
        members=_in_order(roster, people),
        composition=composition([member_facts(*each) for each in roster], today.year),
        board=board,
        board_elected=elected,
        contact=contact_of(uow, club),
    )


def _in_order(
    roster: Iterable[tuple[Membership, Person]], people: dict[int, Named]
) -> tuple[Named, ...]:
    """By neighbourhood group, in each by name as the roster is; those without a name at the end."""
    last = 10_000

    def place(each: tuple[Membership, Person]) -> tuple[bool, int]:
        membership, person = each
        unnamed = people[person.id].name is None
        group = neighbourhood_group(membership.address)
        return unnamed, 0 if unnamed else last if group is None else group

    return tuple(people[person.id] for _, person in sorted(roster, key=place))


def _board(
    data: dict[str, dict[str, Any]], people: dict[int, Named]
) -> tuple[tuple[BoardMember, ...], bool]:
    """The board as it was elected, with its votes; before the election the willing candidates."""
    elected = data.get(MEETING, {}).get(F.ELECTED) or []
    candidates = data.get(StepKey.BOARD_CANDIDATES.value, {}).get(F.CANDIDATES) or []
    board = [
        BoardMember(
            people.get(int(each[F.MEMBER]["person"]), Named()), each[F.POST], each.get(F.VOTES)
        )
        for each in (elected or [each for each in candidates if each.get(F.AGREED)])
        if each.get(F.MEMBER) and each.get(F.POST)
    ]
    board.sort(key=lambda each: POSTS.index(each.post))
    return tuple(board), bool(elected)


def founding_occasion(data: dict[str, dict[str, Any]]) -> Occasion:
    """The founding meeting as it is planned, or as it was held."""
    meeting, place = data.get(MEETING, {}), data.get(StepKey.MEETING_PLACE.value, {})
    day = meeting.get(F.PLANNED_DATE) or meeting.get(F.DATE)
    hour = meeting.get(F.PLANNED_TIME) or meeting.get(F.START)
    where = [each for each in (place.get(F.PLACE_NAME), place.get(F.PLACE_ADDRESS)) if each]
    return Occasion(
        MEETING,
        day=date.fromisoformat(day) if day else None,
        hour=time.fromisoformat(hour) if hour else None,
        place=", ".join(where) or None,
    )


def occasion_of(uow: UnitOfWork, occurrence: Occurrence, zone: ZoneInfo) -> Occasion:
    """One day of an event as an invitation has it."""
    event = uow.events.get(occurrence.event_id)
    local = occurrence.starts_at.astimezone(zone)
    return Occasion(
        event.kind,
        day=local.date(),
        hour=local.time(),
        place=occurrence.place,
        bring=event.bring,
        places=event.places,
    )


# Making files


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


def keep_copy(services: Services, turn: Turn, name: str, content: bytes) -> str:
    """Keep a file that is to be sent, until the messages of its day are forgotten; its path.

    The name tells the content, so that the same file is kept once.
    """
    folder = make_folder(Path(services.files) / "copies")
    stem, dot, form = name.rpartition(".")
    path = folder / f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{dot}{form}"
    write_file(path, content)
    moment = turn.now.timestamp()
    os.utime(path, (moment, moment))
    return str(path)


def forget_papers(services: Services, club: Club) -> None:
    """Take away what was made of a club: somebody on it asked to be forgotten."""
    for path in (Path(services.files) / "copies").glob(f"*-{club.code}-*"):
        path.unlink(missing_ok=True)


# In the chat


def papers_action(services: Services, turn: Turn, club: Club, step: StepKey | None) -> None:
    """Which paper is to be sent, of a step or of all."""
    if step is not None:
        found = papers_of(step)
    else:
        computed = states(facts_of(turn.uow, club, turn.today))
        closed = (StepState.LOCKED, StepState.DONE)
        found = [
            paper
            for paper in PAPERS.values()
            if any(computed[each] is not StepState.LOCKED for each in paper.steps)
            # Who has met needs no invitation to it.
            and not ("event" in paper.fields and computed[StepKey.FOUNDING_MEETING] in closed)
        ]
    back: Rows = [[(say("founding.steps"), buttons.Checklist(club.id))]]
    if not found:
        turn.offer(say("papers.none"), *back)
        return
    rows: Rows = [
        [(paper_name(paper.code), buttons.SendPaper(club.id, paper.code))] for paper in found
    ]
    turn.offer(say("papers.which", club=club.name), *rows, *back)


def paper_action(
    services: Services, turn: Turn, club: Club, paper: Paper, occurrence: Occurrence | None
) -> None:
    """Send one; an open question is asked again after it.

    The day of the founding meeting is asked for before people are invited to it.
    """
    if occurrence is not None:
        if occurrence.club_id != club.id or "event" not in paper.fields:
            turn.say(say("engine.old_button"))
            return
        if occurrence.state != "planned" or occurrence.starts_at <= turn.now:
            turn.say(say("attend.over"))
            return
    elif "event" in paper.fields:
        data = load_data(turn.uow, club.id)
        day = founding_occasion(data).day
        planned = (day is not None and day >= turn.today) or data.get(MEETING, {}).get(F.DATE)
        if turn.capabilities.files and not planned:
            services.engine.leave(turn, quietly=True)
            services.engine.start(turn, "invitation", club=club.id)
            return
    turn.do(SendPaper(club.id, paper.code, occurrence.id if occurrence else None))


def send_paper(
    services: Services, turn: Turn, club_id: int, code: str, occurrence_id: int | None = None
) -> None:
    """Make a paper and send it to the account; where no file can go, say where it is had."""
    club = turn.uow.clubs.get(club_id)
    name = paper_name(code)
    if not turn.capabilities.files:
        turn.offer(
            say(
                "papers.elsewhere",
                paper=name,
                link=f"{services.base_url}/",
                contact=services.contact or say("papers.operator"),
            ),
            [(say("club.co_organiser"), buttons.CoOrganiser(club.id))],
            [(say("founding.steps"), buttons.Checklist(club.id))],
        )
        services.engine.ask_again(turn)
        return
    occurrence = turn.uow.events.occurrence(occurrence_id) if occurrence_id is not None else None
    made = make_paper(turn.uow, club, services.plan, services.zone, PAPERS[code], occurrence)
    files = [(keep_copy(services, turn, each.name, each.content), each.name) for each in made]
    turn.say(say("papers.sent", paper=name, club=club.name), files=files)
    if made[0].unnamed:
        turn.say(say("papers.unnamed", count=made[0].unnamed))
    if made[0].bare:
        shown, more = made[0].bare[:BARE_SHOWN], len(made[0].bare) - BARE_SHOWN
        turn.say(
            say(
                "papers.bare_more" if more > 0 else "papers.bare",
                names=Listing(shown),
                count=more,
            )
        )
    if not services.engine.ask_again(turn):
        label = "club.events" if occurrence_id is not None else "founding.steps"
        back = buttons.Events if occurrence_id is not None else buttons.Checklist
        turn.offer(
            say("papers.what_now"),
            [(say("papers.another"), buttons.Papers(club.id)), (say(label), back(club.id))],
        )


# From the command line


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
