"""What somebody may want to do who has read an article: a button under it."""

from __future__ import annotations

from collections.abc import Mapping

from bot import buttons
from bot.buttons import Button
from bot.conversations.turn import Turn
from bot.handlers.services import organised_ids
from bot.speech.translation import Phrase, say

_JOIN = ("who-can-join", "how-to-join", "benefits", "what-is-a-club", "register-for-a-relative",
         "activity-areas", "young-members", "women-and-poor-households")  # fmt: skip
_CALENDAR = ("monthly-meeting", "meeting-place", "health-checks", "health-talks", "exercise",
             "culture", "training-for-boards", "volunteer-training", "launch-ceremony")  # fmt: skip
_PERSON = ("late-repayment", "income-and-loans", "home-care", "mutual-help", "rights-advocacy",
           "social-pension", "health-insurance", "longevity-gifts", "leaving-the-club",
           "rights-and-duties", "club-fund", "bookkeeping", "who-supports")  # fmt: skip
_FOUND = ("founding-steps", "founding-conditions", "founding-committee", "founding-dossier",
          "choosing-members", "recognition-decision", "survey")  # fmt: skip
NEXT: Mapping[str, str] = {
    **dict.fromkeys(_JOIN, "join"),
    **dict.fromkeys(_CALENDAR, "calendar"),
    **dict.fromkeys(_PERSON, "person"),
    **dict.fromkeys(_FOUND, "found"),
}
"""By article; what isn't here asks for nothing to be done."""


def next_step(turn: Turn, slug: str) -> tuple[Phrase, Button] | None:
    """What can be done after an article by who reads it; None where there is nothing."""
    match NEXT.get(slug):
        case "join":
            return say("answer.sign_up"), buttons.Join()
        case "calendar" if _belongs(turn):
            return say("answer.calendar"), buttons.Calendar()
        case "person":
            return say("founding.person_in_charge"), buttons.PersonInCharge()
        case "found":
            organised = organised_ids(turn.uow, turn.account)
            if organised:
                return say("founding.steps"), buttons.Checklist(organised[0])
            return say("menu.found"), buttons.Found()
    return None


def _belongs(turn: Turn) -> bool:
    return bool(
        turn.uow.people.of_account(turn.account.id) or organised_ids(turn.uow, turn.account)
    )
