"""A wave of notices: what people are told of a subject at once, and the words for it.

A subject is whatever people are told of: an occurrence, and what comes later. What is said of it
is its wording; all the rest (consents, quiet hours, the call list, what became of it) is the same
for all, in `bot.reminders.notices`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.buttons import Rows
from bot.domain.due import SubjectKind
from bot.speech.translation import About, Phrase
from bot.storage.records import Notice, Person


@dataclass(frozen=True)
class Wave:
    """What a club's people are told of one version of a subject, once a person.

    `kind` and `lead` say what it is among all that is told of the subject ("reminder", "3d");
    `due_at` is when it was to be said, at `expires_at` it is worth nothing any more.
    """

    club_id: int
    subject_kind: SubjectKind
    subject_id: int
    kind: str
    lead: str
    version: int
    due_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, notice: Notice) -> Wave:
        """The wave in which a notice was written."""
        return cls(
            notice.club_id,
            notice.subject_kind,
            notice.subject_id,
            notice.kind,
            notice.lead,
            notice.version,
            notice.due_at,
            notice.expires_at,
        )

    @property
    def key(self) -> str:
        """Its name among all waves."""
        subject = f"{self.subject_kind}/{self.subject_id}"
        return f"{self.kind}/{subject}/{self.lead}/{self.version}"


class Wording(Protocol):
    """What a wave says."""

    def text(self, people: Sequence[Person], names: Mapping[int, About]) -> Phrase:
        """What one account is told about these persons; each one's name by number."""

    def choices(self, people: Sequence[Person]) -> Rows:
        """What it can answer at once."""

    def call(self) -> Phrase:
        """What an organiser tells by phone whom no message reaches."""
