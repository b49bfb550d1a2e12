"""What the commune said to a founding, and what follows: whom it is told, what is looked at again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from bot import buttons
from bot.conversations.turn import Turn
from bot.delivery.letters import Choices, Letter
from bot.delivery.telling import tell_each
from bot.domain.founding import REVIEWED_ON_SUPPLEMENT, RULES, F, StepKey, StepState
from bot.domain.rights import Right
from bot.handlers.services import Services, coordinators_of
from bot.speech.show import show_day
from bot.speech.translation import Lines, Phrase, say
from bot.storage.founding import Datum
from bot.storage.records import Club


def _data(turn: Turn, club_id: int, key: StepKey) -> dict[str, Datum]:
    return {
        each.field: each for each in turn.uow.founding.data(club_id, key.value) if each.item == 0
    }


def tell_coordinators(
    services: Services,
    turn: Turn,
    club: Club,
    key: str,
    phrase: Phrase | Lines,
    *,
    choices: Choices = (),
    files: Sequence[tuple[str, str]] = (),
) -> bool:
    """Tell the coordinators of a club; False when there is none besides who just wrote."""
    found = [
        each for each in coordinators_of(services, turn.uow, club) if each.id != turn.account.id
    ]
    letter = Letter(
        key=key, phrase=phrase, choices=choices, files=files, rights=[Right.oversees(club.id)]
    )
    tell_each(turn.uow, found, services.zone, letter)
    return bool(found)


def spoke(services: Services, turn: Turn, club: Club, key: StepKey) -> Phrase | None:
    """Act on what the commune said at a step; the words for the organiser, None for the usual."""
    if key is StepKey.COMMUNE_SUPPORT:
        return _support(services, turn, club)
    if key is StepKey.RECOGNITION_DECISION:
        return _outcome(services, turn, club)
    if key is StepKey.DOSSIER_SUBMITTED:
        _handed_in_again(turn, club)
    return None


def _support(services: Services, turn: Turn, club: Club) -> Phrase | None:
    said = _data(turn, club.id, StepKey.COMMUNE_SUPPORT).get(F.SUPPORT_WAY)
    if said is None or said.value != "not_agreed":
        return None
    told = tell_coordinators(
        services,
        turn,
        club,
        f"not_agreed/{club.id}/{said.updated_at.isoformat()}",
        say("founding.told_not_agreed", club=club.name),
    )
    return say("founding.not_agreed", told=say("founding.coordinator_told") if told else "")


def _outcome(services: Services, turn: Turn, club: Club) -> Phrase | None:
    data = _data(turn, club.id, StepKey.RECOGNITION_DECISION)
    outcome = data[F.OUTCOME].value if F.OUTCOME in data else None
    if outcome == "supplement" and F.WHAT in data:
        return _supplement(turn, club, data)
    if outcome == "refused" and F.REASON in data:
        told = tell_coordinators(
            services,
            turn,
            club,
            f"refused/{club.id}/{data[F.OUTCOME].updated_at.isoformat()}",
            say("founding.told_refused", club=club.name, reason=data[F.REASON].value),
        )
        return say(
            "founding.refused",
            reason=data[F.REASON].value,
            told=say("founding.coordinator_told") if told else "",
        )
    if F.SUPPLEMENT_SEEN in data:
        _take_back(turn, club)
    return None


def _supplement(turn: Turn, club: Club, data: dict[str, Datum]) -> Phrase:
    mark = f"{data[F.OUTCOME].updated_at.isoformat()} {data[F.WHAT].updated_at.isoformat()}"
    if F.SUPPLEMENT_SEEN not in data or data[F.SUPPLEMENT_SEEN].value != mark:
        turn.uow.founding.put(
            club.id, StepKey.RECOGNITION_DECISION.value, F.SUPPLEMENT_SEEN, mark, by=turn.account.id
        )
        look_again(turn, club.id)
    until = data[F.UNTIL].value if F.UNTIL in data else None
    return say(
        "founding.supplement",
        what=data[F.WHAT].value,
        until=say("founding.supplement_until", day=show_day(date.fromisoformat(until)))
        if until
        else "",
    )


def look_again(turn: Turn, club_id: int) -> None:
    """Steps 9-13 are to be looked at again, and the handing in is given anew."""
    founding = turn.uow.founding
    rows = founding.steps(club_id)
    for key in REVIEWED_ON_SUPPLEMENT:
        row = rows.get(key.value)
        if row is not None and row.state == StepState.DONE.value:
            founding.put_step(
                club_id,
                key.value,
                state=StepState.REVIEW.value,
                opened_at=turn.now,
                done_at=None,
                nudge_at=turn.now + timedelta(days=RULES[key].nudge_days),
            )
    step = StepKey.DOSSIER_SUBMITTED
    handed_in = _data(turn, club_id, step)
    if handed_in:
        before = {name: each.value for name, each in handed_in.items()}
        founding.add_item(club_id, step.value, F.EARLIER, before, by=turn.account.id)
        for name in handed_in:
            founding.remove(club_id, step.value, name)


def _take_back(turn: Turn, club: Club) -> None:
    """No supplement after all: the steps count as they were, and so does the handing in."""
    founding = turn.uow.founding
    for key, row in founding.steps(club.id).items():
        if StepKey(key) in REVIEWED_ON_SUPPLEMENT and row.state == StepState.REVIEW.value:
            founding.put_step(club.id, key, state=StepState.OPEN.value)
    step = StepKey.DOSSIER_SUBMITTED.value
    earlier = [each for each in founding.data(club.id, step) if each.field == F.EARLIER]
    if earlier and not _data(turn, club.id, StepKey.DOSSIER_SUBMITTED):
        for name, value in earlier[-1].value.items():
            founding.put(club.id, step, name, value, by=turn.account.id)
        founding.remove(club.id, step, F.EARLIER, earlier[-1].item)
    founding.remove(club.id, StepKey.RECOGNITION_DECISION.value, F.SUPPLEMENT_SEEN)


def _handed_in_again(turn: Turn, club: Club) -> None:
    """Handed in after a supplement or a refusal: the commune's answer is open again."""
    step = StepKey.RECOGNITION_DECISION
    data = _data(turn, club.id, step)
    outcome = data[F.OUTCOME].value if F.OUTCOME in data else None
    submitted = _data(turn, club.id, StepKey.DOSSIER_SUBMITTED)
    if outcome not in ("supplement", "refused") or F.SUBMITTED_ON not in submitted:
        return
    founding = turn.uow.founding
    before = {
        name: data[name].value for name in (F.OUTCOME, F.WHAT, F.UNTIL, F.REASON) if name in data
    }
    founding.add_item(club.id, step.value, F.EARLIER, before, by=turn.account.id)
    for name in (F.WHAT, F.UNTIL, F.REASON, F.SUPPLEMENT_SEEN):
        founding.remove(club.id, step.value, name)
    founding.put(club.id, step.value, F.OUTCOME, "no_answer", by=turn.account.id)


def disputed(turn: Turn, club: Club) -> None:
    """A coordinator found another decision: once looked at again, this one is compared anew."""
    turn.uow.clubs.update(club.id, confirmed_at=None)
    turn.uow.founding.remove(club.id, StepKey.RECOGNITION_DECISION.value, F.DECISION_TOLD)


def ask_to_confirm(services: Services, turn: Turn, club: Club) -> None:
    """A decision is there, or another than before: the coordinators compare it once."""
    step = StepKey.RECOGNITION_DECISION
    data = {name: each.value for name, each in _data(turn, club.id, step).items()}
    decision = f"{data[F.NUMBER]} {data[F.DATE]} {data[F.SIGNER]}"
    mark = hashlib.sha256(decision.encode()).hexdigest()[:12]
    if data.get(F.DECISION_TOLD) == mark:
        return
    turn.uow.founding.put(club.id, step.value, F.DECISION_TOLD, mark, by=turn.account.id)
    if club.confirmed_at is not None:
        # What was compared is not what stands there now.
        turn.uow.clubs.update(club.id, confirmed_at=None)
    sent = data.get(F.DECISION_FILE)
    files = [(sent["path"], sent["name"])] if sent and Path(sent["path"]).is_file() else []
    tell_coordinators(
        services,
        turn,
        club,
        f"decision/{club.id}/{mark}/{turn.now.isoformat()}",
        Lines(
            (
                say("founding.decision_to_confirm", club=club.name),
                say(
                    "founding.decision_lines",
                    number=data[F.NUMBER],
                    date=show_day(date.fromisoformat(data[F.DATE])),
                    signer=data[F.SIGNER],
                    body=data.get(F.ISSUING_BODY) or "–",
                ),
                say("founding.decision_with_file" if files else "founding.decision_compare"),
            )
        ),
        choices=[
            [
                (say("founding.confirm_decision"), buttons.ConfirmDecision(club.id)),
                (say("founding.dispute_decision"), buttons.DisputeDecision(club.id)),
            ]
        ],
        files=files,
    )
