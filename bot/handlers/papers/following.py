"""What follows from a wish for a paper: the one that is named, or when it comes."""

from __future__ import annotations

from bot import buttons
from bot.conversations.effects import Press
from bot.documents.papers import PAPERS
from bot.domain.founding import RULES, StepKey, StepState, states
from bot.handlers.answers import screens as answers
from bot.handlers.founding.facts import facts_of
from bot.handlers.founding.lines import step_name
from bot.handlers.papers.making import paper_name
from bot.handlers.scene import Standing
from bot.intents.papers_named import paper_named, step_of_paper
from bot.intents.understanding import Understanding
from bot.speech.translation import Listing, Phrase, say
from bot.storage.records import Club


def papers(scene: Standing, text: str, _meaning: Understanding) -> bool:
    """The paper that is named; of which there is no print its step; else which there are."""
    turn, club = scene.turn, scene.organised[0]
    code, step = paper_named(text), step_of_paper(text)
    if code is not None:
        computed = states(facts_of(turn.uow, club, turn.today))
        step = PAPERS[code].steps[0]
        if any(computed[each] is not StepState.LOCKED for each in PAPERS[code].steps):
            turn.do(Press(buttons.SendPaper(club.id, code)))
        else:
            _say_when(scene, club, paper_name(code), StepKey(step), code)
    elif step is not None:
        _say_when(scene, club, None, StepKey(step), None)
        if answers.surely_asks(scene.services, text):
            answers.answer_from_guidance(scene.services, turn, text)
    else:
        turn.do(Press(buttons.Papers(club.id)))
    return True


def _say_when(
    scene: Standing, club: Club, paper: Phrase | None, step: StepKey, code: str | None
) -> None:
    """At which step a paper comes, and what that waits for; a print with dots is had before."""
    turn = scene.turn
    computed = states(facts_of(turn.uow, club, turn.today))
    lacking = tuple(
        step_name(each) for each in RULES[step].waits_for if computed[each] is not StepState.DONE
    )
    waits: Phrase | str = say("papers.waits", names=Listing(lacking)) if lacking else ""
    rows: buttons.Rows = []
    if code is not None:
        rows.append([(say("papers.dotted"), buttons.SendPaper(club.id, code))])
    elif computed[step] is not StepState.LOCKED:
        rows.append(
            [(say("founding.do_step", name=step_name(step)), buttons.OpenStep(club.id, step))]
        )
    rows.append([(say("founding.steps"), buttons.Checklist(club.id))])
    at = {"number": RULES[step].number, "name": step_name(step), "waits": waits}
    if paper is not None:
        turn.offer(say("papers.comes_later", paper=paper, **at), *rows)
    else:
        turn.offer(say("papers.no_blank", **at), *rows)
