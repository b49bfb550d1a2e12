"""Rows as the program sees them; field for column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.due import DueKind, SubjectKind
from bot.domain.founding.steps import Stage, StepState
from bot.domain.membership import MembershipState
from bot.domain.rights import AccountRole
from bot.domain.standings import Becomes
from bot.domain.states import NoticeState, OccurrenceState
from bot.messages import MessageState, UpdateState
from bot.untyped import JsonObject


@dataclass(frozen=True)
class Account:
    """A chat on a channel. It is not a person: see `SpeaksFor`."""

    id: int
    channel: str
    external_id: str
    capabilities: str
    language: str
    name: str | None
    form_of_address: str | None
    created_at: datetime
    last_seen_at: datetime
    blocked_at: datetime | None
    muted_at: datetime | None
    send_from: datetime | None
    name_told: bool = False
    """Whether the name is its own word; what the platform calls it stays out then."""
    form_heard: str | None = None
    """The form of address that its words suggest, until one is chosen or the person is known."""


@dataclass(frozen=True)
class Person:
    """One human, whatever clubs know him; what each was told stands in its `Membership`."""

    id: int
    full_name: str | None
    birth_year: int | None
    birth_date: date | None
    birth_estimated: bool
    sex: str | None
    created_at: datetime
    erased_at: datetime | None
    held_at: datetime | None = None

    @property
    def shown_name(self) -> str:
        """The full name; who has none yet is named by `bot.delivery.naming.list_name`."""
        return self.full_name or "?"


@dataclass(frozen=True)
class SpeaksFor:
    """An account that speaks for a person: himself, a mother, a neighbour.

    `called` is this account's own word for him, None for himself.
    """

    account_id: int
    person_id: int
    relation: str
    called: str | None
    is_self: bool
    told: bool
    created_at: datetime


@dataclass(frozen=True)
class FormerPerson:
    """A row that became another one's: what it was, for old buttons and the ledger."""

    id: int
    person_id: int
    created_at: datetime
    memberships: list[int]


@dataclass(frozen=True)
class Club:
    """A club from its first day; `stage` is kept in step with the founding's data."""

    id: int
    code: str
    unit_code: str
    hamlet: str
    name: str
    join_code: str
    stage: Stage
    closed: str | None
    recognised_on: date | None
    member_limit: int | None
    confirmed_at: datetime | None
    created_at: datetime
    created_by: int | None


@dataclass(frozen=True)
class Consent:
    """One answer of one person to one purpose in one club; the latest row stands.

    `words` is the message of the question; `question` and `notice` are what was read, word for
    word, in `language`: None where an earlier release didn't keep them.
    """

    id: int
    person_id: int
    club_id: int
    purpose: str
    agreed: bool
    words: str
    words_version: str
    language: str | None
    question: str | None
    notice: str | None
    notice_version: str | None
    mended_from: str | None
    way: str
    guardian: str | None
    guardian_paper: str | None
    answered_on: date
    recorded_at: datetime
    channel: str | None
    account_id: int | None
    withdrawn_at: datetime | None
    paused_by: int | None = None

    @property
    def stands(self) -> bool:
        """Whether it was given, not taken back, and no objection to the use waits."""
        return self.agreed and self.withdrawn_at is None and self.paused_by is None

    @property
    def is_paused(self) -> bool:
        """Whether it would stand if no objection to the use waited."""
        return self.agreed and self.withdrawn_at is None and self.paused_by is not None

    @property
    def is_mended(self) -> bool:
        """Whether another question's words were stored, and the right ones put in their place."""
        return self.mended_from is not None and not self.is_doubtful

    @property
    def is_doubtful(self) -> bool:
        """Whether another question's words are stored, and which were asked isn't known."""
        return self.mended_from is not None and self.mended_from.startswith(f"{self.words} ")


@dataclass(frozen=True)
class Membership:
    """A person on a club's roster, from the unconfirmed to the deceased, and what it was told.

    `circumstances`: None unknown, "" none, else kinds joined by ";".
    """

    id: int
    club_id: int
    person_id: int
    code: str
    state: MembershipState
    source: str
    created_at: datetime
    changed_at: datetime
    decided_by: int | None
    phone: str | None = None
    address: str | None = None
    circumstances: str | None = None
    contact_person: str | None = None
    note: str | None = None
    restricted_at: datetime | None = None
    """Since when it is kept and used for nothing, as the person wished."""


@dataclass(frozen=True)
class Application:
    """One time that somebody applied. `known_id`: the member of whom an organiser says that it is,
    on whose word it waits as long as `agreed` is None."""

    id: int
    membership_id: int
    applied_at: datetime
    known_id: int | None
    claimed_by: int | None
    claimed_at: datetime | None
    agreed: bool | None
    answered_by: int | None
    answered_at: datetime | None


@dataclass(frozen=True)
class Post:
    """A post on a club's board, held by a person."""

    id: int
    club_id: int
    person_id: int
    post: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True)
class Role:
    """What an account may do, and where."""

    id: int
    account_id: int
    role: AccountRole
    area: str | None
    club_id: int | None
    granted_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True)
class Invitation:
    """A one-time code for a role."""

    code: str
    role: AccountRole
    area: str | None
    club_id: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None
    created_by: int | None
    cancelled_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and self.cancelled_at is None and self.expires_at > now


@dataclass(frozen=True)
class FoundingStepRow:
    """A founding step of a club as last computed from its data."""

    id: int
    club_id: int
    step: str
    state: StepState
    opened_at: datetime | None
    done_at: datetime | None
    reason: str | None


@dataclass(frozen=True)
class Event:
    """Something a club holds once or again and again."""

    id: int
    club_id: int
    kind: str
    recurrence: JsonObject
    hour: str
    place: str
    bring: str | None
    fasting: str | None
    places: int | None
    created_at: datetime
    created_by: int | None
    ended_at: datetime | None


@dataclass(frozen=True)
class Standing:
    """What a club was to become: who wished it, why, and what was decided; an account None is the
    operator."""

    id: int
    club_id: int
    becomes: Becomes
    into_id: int | None
    reason: str
    asked_at: datetime
    asked_by: int | None
    decided_at: datetime | None
    decided_by: int | None
    agreed: bool | None


@dataclass(frozen=True)
class Announcement:
    """What a club told all its members; the words are kept for a while only."""

    id: int
    club_id: int
    text: str
    created_at: datetime
    created_by: int | None


@dataclass(frozen=True)
class Occurrence:
    """One day of an event."""

    id: int
    event_id: int
    club_id: int
    nominal_on: date
    starts_at: datetime
    place: str
    state: OccurrenceState
    plan_version: int
    attended: int | None
    moved_from: datetime | None = None
    told_at: datetime | None = None


@dataclass(frozen=True)
class Notice:
    """What a person is to be told about a subject, an occurrence for one.

    `lead`: which of the notices of its kind; `version`: of the subject, when it was written.
    """

    id: int
    person_id: int
    club_id: int
    subject_kind: SubjectKind
    subject_id: int
    kind: str
    lead: str
    version: int
    state: NoticeState
    reason: str | None
    due_at: datetime
    expires_at: datetime
    changed_at: datetime
    called_by: int | None
    tried_at: datetime | None = None


@dataclass(frozen=True)
class DueRow:
    """A subject that is looked at later; `attempt`: how often looking went wrong since."""

    subject_kind: SubjectKind
    subject_id: int
    kind: DueKind
    at: datetime
    version: int
    attempt: int


@dataclass(frozen=True)
class OutboxRow:
    """A message to an account."""

    id: int
    account_id: int
    channel: str
    key: str
    kind: str
    text: str
    rows: list[list[list[str]]]
    files: list[list[str]]
    not_before: datetime
    expires_at: datetime | None
    priority: int
    state: MessageState
    attempt: int
    lease_until: datetime | None
    perhaps_at: datetime | None
    sent_at: datetime | None
    platform_id: str | None
    reason: str | None
    created_at: datetime
    inbox_id: int | None
    rights: list[str] | None = None


@dataclass(frozen=True)
class InboxRow:
    """An update as it came in."""

    id: int
    channel: str
    update_key: str
    external_id: str
    raw: JsonObject
    received_at: datetime
    state: UpdateState
    attempt: int
    fetch_at: datetime | None = None
    fetches: int = 0
    read_by: str | None = None


@dataclass(frozen=True)
class ConversationRow:
    """Where an account stands in a flow; at most one row of an account is open."""

    account_id: int
    flow: str
    state: JsonObject
    open: bool
    started_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class NotedQuestion:
    """A question that wasn't answered, without identity: why it is listed, and how often."""

    text: str
    language: str
    outcome: str
    article: str | None
    number: int


@dataclass(frozen=True)
class Enquiry:
    """A question handed to the people in charge."""

    id: int
    account_id: int
    club_id: int | None
    text: str
    asked_at: datetime
    answered_at: datetime | None
    answered_by: int | None
    unnamed: bool
    """Those in charge don't read who asked."""


@dataclass(frozen=True)
class ClubAnswer:
    """A club's own answer to a question of its members."""

    id: int
    club_id: int
    question: str
    answer: str
    created_by: int
    created_at: datetime
    updated_at: datetime
