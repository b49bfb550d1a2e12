"""Papers in the chat: which there are, and sending one."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import SendPaper
from bot.conversations.turn import Turn
from bot.documents.materials import materials_of
from bot.documents.papers import PAPERS, Paper, papers_of
from bot.domain.founding import StepKey, StepState, states
from bot.handlers.acting import Refused, acting
from bot.handlers.founding.facts import facts_of
from bot.handlers.papers.commands import Missing, examine, keep_copy
from bot.handlers.papers.making import MadePaper, make_paper, note_paper, paper_name
from bot.handlers.services import Services
from bot.speech.translation import Listing, say
from bot.storage.records import Club, Occurrence

BARE_SHOWN = 5
"""Names without accents that are said one by one."""


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
    if step is None or materials_of(step):
        back.insert(0, [(say("materials.send"), buttons.Materials(club.id, step))])
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
    match examine(acting(turn), club, paper, occurrence):
        case Refused.NOT_YOURS:
            turn.say(say("engine.not_allowed"))
        case Refused.GONE:
            turn.say(say("engine.old_button"))
        case Refused.OVER:
            turn.say(say("attend.over"))
        case Missing.DAY if turn.capabilities.files:
            services.engine.leave(turn, quietly=True)
            services.engine.start(turn, "invitation", club=club.id)
        case _:
            turn.do(SendPaper(club.id, paper.code, occurrence.id if occurrence else None))


def _say_what_is_missing(turn: Turn, made: MadePaper) -> None:
    """Who stands in a paper without a name, and which of its lines nobody has filled."""
    if made.unnamed:
        turn.say(say("papers.unnamed", count=made.unnamed))
    if made.bare:
        shown, more = made.bare[:BARE_SHOWN], len(made.bare) - BARE_SHOWN
        turn.say(
            say(
                "papers.bare_more" if more > 0 else "papers.bare",
                names=Listing(shown),
                count=more,
            )
        )


def send_paper(services: Services, turn: Turn, wanted: SendPaper) -> None:
    """Make a paper and send it to the account; where no file can go, say where it is had."""
    if not turn.organises(wanted.club_id):
        turn.say(say("engine.not_allowed"))
        return
    club, occurrence_id = turn.uow.clubs.get(wanted.club_id), wanted.occurrence_id
    name = paper_name(wanted.code)
    if not turn.capabilities.files:
        told = {"paper": name, "contact": services.contact or say("papers.operator")}
        turn.offer(
            say("papers.elsewhere", **told, link=f"{services.base_url}/")
            if services.has_page
            else say("papers.elsewhere_printed", **told),
            [(say("club.co_organiser"), buttons.CoOrganiser(club.id))],
            [(say("founding.steps"), buttons.Checklist(club.id))],
        )
        services.engine.ask_again(turn)
        return
    occurrence = turn.uow.events.occurrence(occurrence_id) if occurrence_id is not None else None
    made = make_paper(
        turn.uow,
        club,
        services.plan,
        services.zone,
        PAPERS[wanted.code],
        occurrence,
        kept=services.keeping.shown(),
    )
    note_paper(acting(turn), club, PAPERS[wanted.code])
    files = [(keep_copy(services, turn.now, each.name, each.content), each.name) for each in made]
    turn.say(say("papers.sent", paper=name, club=club.name), files=files)
    _say_what_is_missing(turn, made[0])
    if not services.engine.ask_again(turn):
        label = "club.events" if occurrence_id is not None else "founding.steps"
        back = buttons.Events if occurrence_id is not None else buttons.Checklist
        turn.offer(
            say("papers.what_now"),
            [(say("papers.another"), buttons.Papers(club.id)), (say(label), back(club.id))],
        )
