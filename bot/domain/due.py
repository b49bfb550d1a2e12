"""What is looked at later: the kinds of what is due, and what each of them is about.

A thing that must be looked at later needs no column and no table of its own: it is a row of `due`
with a kind from here. What happens then is said in `bot.handlers.due`, in one line a kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SubjectKind(StrEnum):
    """What somebody is told about, or what is looked at later; each is named by its number."""

    EVENT = "event"
    OCCURRENCE = "occurrence"
    FOUNDING_STEP = "founding_step"
    MEMBERSHIP = "membership"
    PERSON = "person"
    ACCOUNT = "account"
    ENQUIRY = "enquiry"
    ANNOUNCEMENT = "announcement"
    REQUEST = "request"
    INCIDENT = "incident"
    STANDING = "standing"


class DueKind(StrEnum):
    """Why a subject is looked at; of what is due at one moment the first here goes first."""

    subject: SubjectKind

    def __new__(cls, value: str, subject: SubjectKind) -> DueKind:
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.subject = subject
        return kind

    EXTEND = "extend", SubjectKind.EVENT
    """Occurrences come into sight and are written down."""
    PLAN = "plan", SubjectKind.OCCURRENCE
    """A reminder is due, a question about a holiday, or the end."""
    NUDGE = "nudge", SubjectKind.FOUNDING_STEP
    """The organisers are asked about a step on which nothing moves."""
    WARN_UNCONFIRMED = "warn_unconfirmed", SubjectKind.MEMBERSHIP
    """Those who know an unconfirmed person are told that his day comes near."""
    WARN_REQUEST = "warn_request", SubjectKind.REQUEST
    """Whoever has to answer a wish about data is reminded before its day, then those above."""
    INCIDENT = "incident", SubjectKind.INCIDENT
    """Of an incident with people's data it isn't noted yet that the authority heard of it."""
    AFTER_DANGER = "after_danger", SubjectKind.ACCOUNT
    """Who told of a danger is asked how it is by now."""
    DEATH = "death", SubjectKind.MEMBERSHIP
    """The organisers haven't decided yet whether somebody died."""
    DEATH_NEWS = "death_news", SubjectKind.ENQUIRY
    """They haven't answered yet what a neighbour told of a death."""
    UNANSWERED = "unanswered", SubjectKind.ENQUIRY
    """Nobody has answered yet what somebody asked those in charge."""
    PLACE = "place", SubjectKind.MEMBERSHIP
    """A place in a full club got free: the organisers are told whose turn it is."""
    AWAY = "away", SubjectKind.PERSON
    """Somebody is in hospital or ill for long: it is asked whether he is back. Until then
    reminders rest."""
    UNCONFIRMED = "unconfirmed", SubjectKind.MEMBERSHIP
    """Somebody of whom no consent was noted in time is forgotten."""
    GONE = "gone", SubjectKind.MEMBERSHIP
    """Somebody left, so long ago that nobody needs to know him; counted from that day."""
    PROOFS = "proofs", SubjectKind.PERSON
    """The proofs of a forgotten person's consents are forgotten; counted from that day."""
    CONVERSATIONS = "conversations", SubjectKind.ACCOUNT
    """Conversations that an account did not go on with; counted from its last word in them."""
    ENQUIRIES = "enquiries", SubjectKind.ENQUIRY
    """The words of a question that was handed on; counted from when it was asked."""
    ANNOUNCEMENTS = "announcements", SubjectKind.ANNOUNCEMENT
    """The words of an announcement; counted from when it was made."""
    DELETION = "deletion", SubjectKind.REQUEST
    """A deletion can be taken back no more: what was put away for that is erased."""
    REQUEST_WORDS = "request_words", SubjectKind.REQUEST
    """What was said of a wish about data; counted from when it was closed."""


@dataclass(frozen=True)
class Looked:
    """What came of looking at something that was due.

    `again`: the moment of the next look, None for none; `forgotten`: how much was forgotten.
    """

    again: datetime | None = None
    forgotten: int = 0
