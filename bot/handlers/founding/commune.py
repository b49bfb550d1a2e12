"""What the commune said to a founding, and what follows: what is looked at again, what is handed in."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from enum import Enum

from bot.conversations.effects import DecisionNoted, RecognitionRefused, SupportRefused
from bot.domain.founding import REVIEWED_ON_SUPPLEMENT, RULES, F, StepKey, StepState
from bot.handlers.acting import Acting
from bot.storage.founding import Datum
from bot.storage.records import Club
from bot.storage.unit_of_work import UnitOfWork


class Answer(Enum):
    """What the commune said that asks for something."""

    NOT_AGREED = "not_agreed"
    """It doesn't support the club so far."""
    SUPPLEMENT = "supplement"
    """Something is to be added to the papers."""
    REFUSED = "refused"


def single_data(uow: UnitOfWork, club_id: int, step: StepKey) -> dict[str, Datum]:
    """What was said at a step, by field, but its lists."""
    return {each.field: each for each in uow.founding.data(club_id, step) if each.item == 0}


def take_answer(acting: Acting, club: Club, step: StepKey) -> Answer | None:
    """Act on what the commune said at a step; None where it asks for nothing."""
    match step:
        case StepKey.COMMUNE_SUPPORT:
            return _take_support(acting, club)
        case StepKey.RECOGNITION_DECISION:
            return _take_outcome(acting, club)
        case StepKey.DOSSIER_SUBMITTED:
            _hand_in_again(acting, club)
    return None


def _take_support(acting: Acting, club: Club) -> Answer | None:
    said = single_data(acting.uow, club.id, StepKey.COMMUNE_SUPPORT).get(F.SUPPORT_WAY)
    if said is None or said.value != "not_agreed":
        return None
    acting.do(SupportRefused(club.id))
    return Answer.NOT_AGREED


def _take_outcome(acting: Acting, club: Club) -> Answer | None:
    data = single_data(acting.uow, club.id, StepKey.RECOGNITION_DECISION)
    outcome = data[F.OUTCOME].value if F.OUTCOME in data else None
    if outcome == "supplement" and F.WHAT in data:
        _take_supplement(acting, club, data)
        return Answer.SUPPLEMENT
    if outcome == "refused" and F.REASON in data:
        acting.do(RecognitionRefused(club.id))
        return Answer.REFUSED
    if F.SUPPLEMENT_SEEN in data:
        _take_back(acting, club)
    return None


def _take_supplement(acting: Acting, club: Club, data: dict[str, Datum]) -> None:
    mark = f"{data[F.OUTCOME].updated_at.isoformat()} {data[F.WHAT].updated_at.isoformat()}"
    if F.SUPPLEMENT_SEEN not in data or data[F.SUPPLEMENT_SEEN].value != mark:
        acting.uow.founding.put(
            club.id, StepKey.RECOGNITION_DECISION, F.SUPPLEMENT_SEEN, mark, by=acting.by
        )
        look_again(acting, club.id)


def look_again(acting: Acting, club_id: int) -> None:
    """Steps 9-13 are to be looked at again, and the handing in is given anew."""
    founding = acting.uow.founding
    rows = founding.steps(club_id)
    for key in REVIEWED_ON_SUPPLEMENT:
        row = rows.get(key)
        if row is not None and row.state == StepState.DONE:
            founding.put_step(
                club_id,
                key,
                state=StepState.REVIEW,
                opened_at=acting.now,
                done_at=None,
                nudge_at=acting.now + timedelta(days=RULES[key].nudge_days),
            )
    step = StepKey.DOSSIER_SUBMITTED
    handed_in = single_data(acting.uow, club_id, step)
    if handed_in:
        before = {name: each.value for name, each in handed_in.items()}
        founding.add_item(club_id, step, F.EARLIER, before, by=acting.by)
        for name in handed_in:
            founding.remove(club_id, step, name)


def _take_back(acting: Acting, club: Club) -> None:
    """No supplement after all: the steps count as they were, and so does the handing in."""
    founding = acting.uow.founding
    for key, row in founding.steps(club.id).items():
        if StepKey(key) in REVIEWED_ON_SUPPLEMENT and row.state == StepState.REVIEW:
            founding.put_step(club.id, key, state=StepState.OPEN)
    step = StepKey.DOSSIER_SUBMITTED
    earlier = [each for each in founding.data(club.id, step) if each.field == F.EARLIER]
    if earlier and not single_data(acting.uow, club.id, StepKey.DOSSIER_SUBMITTED):
        for name, value in earlier[-1].value.items():
            founding.put(club.id, step, name, value, by=acting.by)
        founding.remove(club.id, step, F.EARLIER, earlier[-1].item)
    founding.remove(club.id, StepKey.RECOGNITION_DECISION, F.SUPPLEMENT_SEEN)


def _hand_in_again(acting: Acting, club: Club) -> None:
    """Handed in after a supplement or a refusal: the commune's answer is open again."""
    step = StepKey.RECOGNITION_DECISION
    data = single_data(acting.uow, club.id, step)
    outcome = data[F.OUTCOME].value if F.OUTCOME in data else None
    submitted = single_data(acting.uow, club.id, StepKey.DOSSIER_SUBMITTED)
    if outcome not in ("supplement", "refused") or F.SUBMITTED_ON not in submitted:
        return
    founding = acting.uow.founding
    before = {
        name: data[name].value for name in (F.OUTCOME, F.WHAT, F.UNTIL, F.REASON) if name in data
    }
    founding.add_item(club.id, step, F.EARLIER, before, by=acting.by)
    for name in (F.WHAT, F.UNTIL, F.REASON, F.SUPPLEMENT_SEEN):
        founding.remove(club.id, step, name)
    founding.put(club.id, step, F.OUTCOME, "no_answer", by=acting.by)


def note_decision(acting: Acting, club: Club) -> None:
    """A decision is there, or another than before: the coordinators compare it once."""
    step = StepKey.RECOGNITION_DECISION
    data = {name: each.value for name, each in single_data(acting.uow, club.id, step).items()}
    decision = f"{data[F.NUMBER]} {data[F.DATE]} {data[F.SIGNER]}"
    mark = hashlib.sha256(decision.encode()).hexdigest()[:12]
    if data.get(F.DECISION_TOLD) == mark:
        return
    acting.uow.founding.put(club.id, step, F.DECISION_TOLD, mark, by=acting.by)
    if club.confirmed_at is not None:
        # What was compared is not what stands there now.
        acting.uow.clubs.update(club.id, confirmed_at=None)
    acting.do(DecisionNoted(club.id))
