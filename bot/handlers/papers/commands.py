"""What is done with papers: whether one may be sent now, and the files that are kept of them."""

from __future__ import annotations

import hashlib
import os
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from bot.documents.papers import Paper
from bot.domain.founding import F
from bot.domain.states import OccurrenceState
from bot.files import make_folder, write_file
from bot.handlers.acting import Acting, Refused
from bot.handlers.founding.facts import load_data
from bot.handlers.papers.facts import MEETING, founding_occasion
from bot.handlers.services import Services
from bot.storage.records import Club, Occurrence


class Missing(Enum):
    """What must be known before a paper is made."""

    DAY = "day"
    """When people meet."""


def examine(
    acting: Acting, club: Club, paper: Paper, occurrence: Occurrence | None
) -> Refused | Missing | None:
    """Whether a paper of a club, of one day of an event, can be made now; None when it can."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    if occurrence is not None:
        if occurrence.club_id != club.id or "event" not in paper.fields:
            return Refused.GONE
        if occurrence.state is not OccurrenceState.PLANNED or occurrence.starts_at <= acting.now:
            return Refused.OVER
    elif "event" in paper.fields:
        data = load_data(acting.uow, club.id)
        day: date | None = founding_occasion(data).day
        if (day is None or day < acting.today) and not data.get(MEETING, {}).get(F.DATE):
            return Missing.DAY
    return None


def keep_copy(services: Services, now: datetime, name: str, content: bytes) -> str:
    """Keep a file that is to be sent, until the messages of its day are forgotten; its path.

    The name tells the content, so that the same file is kept once.
    """
    folder = make_folder(Path(services.files) / "copies")
    stem, dot, form = name.rpartition(".")
    path = folder / f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{dot}{form}"
    write_file(path, content)
    moment = now.timestamp()
    os.utime(path, (moment, moment))
    return str(path)


def forget_papers(services: Services, club: Club) -> None:
    """Take away what was made of a club: somebody on it asked to be forgotten."""
    for path in (Path(services.files) / "copies").glob(f"*-{club.code}-*"):
        path.unlink(missing_ok=True)
