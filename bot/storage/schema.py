"""The tables. Every time is stored in UTC; every text in NFC.

A concern, a table: accounts are chats; a person is one human, whatever clubs know him; a membership
is what one club was told of him; `speaks_for` is who speaks for him, and what he is called there.
Consents and posts belong to a person in a club, roles to accounts. `inbox` holds what came in, `notice`
what a person is to be told, `outbox` the messages that tell it, `due` what is
looked at later.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.domain.due import DueKind, SubjectKind
from bot.domain.founding.steps import Stage, StepState
from bot.domain.incidents import IncidentKind
from bot.domain.membership import MembershipState
from bot.domain.requests import Outcome, RequestKind
from bot.domain.rights import AccountRole
from bot.domain.standings import Becomes
from bot.domain.states import NoticeState, OccurrenceState
from bot.messages import MessageState, UpdateState
from bot.storage.columns import Moment, OneOf, few_rows, id_column, one_of, reference, state
from bot.storage.columns import metadata as metadata

_UNDER_WAY = "state IN ('queued', 'sending')"

account = Table(
    "account",
    metadata,
    id_column(),
    Column("channel", String(20), nullable=False),
    Column("external_id", String(100), nullable=False),
    Column("capabilities", String(20), nullable=False),
    Column("language", String(5), nullable=False),
    Column("name", String(100)),
    Column("form_of_address", String(20)),
    # What his own words let think of who writes; it holds until more is known of him.
    Column("form_heard", String(20)),
    Column("created_at", Moment, nullable=False),
    Column("last_seen_at", Moment, nullable=False),
    Column("blocked_at", Moment),
    Column("muted_at", Moment),
    # The earliest time of the next message: the chat's token bucket, or the pause it asked for.
    Column("send_from", Moment),
    # Whether the name is the account's own word, and no longer what the platform calls it.
    Column("name_told", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("channel", "external_id"),
)

person = Table(
    "person",
    metadata,
    id_column(),
    Column("full_name", String(80)),
    Column("name_folded", String(100), nullable=False, server_default=""),
    Column("sort_key", String(400), nullable=False, server_default=""),
    Column("birth_year", Integer),
    Column("birth_date", Date),
    Column("birth_estimated", Boolean, nullable=False, server_default=false()),
    Column("sex", String(10), one_of("sex", "female", "male")),
    Column("created_at", Moment, nullable=False),
    Column("erased_at", Moment, index=True),
    # Somebody said that this person died: nothing is sent about him until an organiser looked.
    Column("held_at", Moment),
    Index("ix_person_name_folded", "name_folded"),
)

speaks_for = Table(
    "speaks_for",
    metadata,
    reference("account", "account_id", primary_key=True),
    reference("person", "person_id", primary_key=True),
    Column("relation", String(40), nullable=False),
    # What this account calls the person; null for himself.
    Column("called", String(40)),
    Column("is_self", Boolean, nullable=False),
    Column("told", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index("ix_speaks_for_person_id", "person_id"),
)

former_person = Table(
    "former_person",
    metadata,
    # A row that was known to be another one's human and is no more: its number still stands in
    # buttons that were shown and in the ledger of who was erased.
    Column("id", Integer, primary_key=True, autoincrement=False),
    reference("person", "person_id"),
    Column("created_at", Moment, nullable=False),
    # The numbers of the memberships that were its own.
    Column("memberships", JSON, nullable=False),
)

club = Table(
    "club",
    metadata,
    id_column(),
    Column("code", String(12), nullable=False, unique=True),
    Column("unit_code", String(5), nullable=False),
    Column("hamlet", String(60), nullable=False),
    Column("name", String(80), nullable=False),
    Column("name_folded", String(100), nullable=False),
    Column("join_code", String(6), nullable=False, unique=True),
    state(Stage, 20, "stage"),
    Column("closed", String(20)),
    Column("recognised_on", Date),
    # As many as its organisers take; null is without a limit.
    Column("member_limit", Integer),
    Column("confirmed_at", Moment),
    Column("created_at", Moment, nullable=False),
    reference("account", "created_by", nullable=True),
    UniqueConstraint("unit_code", "name_folded"),
)

consent = Table(
    "consent",
    metadata,
    id_column(),
    reference("person", "person_id"),
    reference("club", "club_id"),
    Column("purpose", String(20), nullable=False),
    Column("agreed", Boolean, nullable=False),
    # The proof of what was agreed to: the question's message and the version of its words, and
    # question and notice as they were read.
    Column("words", String(80), nullable=False),
    Column("words_version", String(16), nullable=False),
    Column("language", String(8)),
    Column("question", Text),
    Column("notice", Text),
    Column("notice_version", String(16)),
    # What was stored as `words` and version by a release that stored another question's.
    Column("mended_from", String(100)),
    Column("way", String(20), nullable=False),
    # The way "guardian": who he is, and the paper that he showed, in words.
    Column("guardian", String(80)),
    Column("guardian_paper", String(200)),
    Column("answered_on", Date, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("channel", String(20)),
    reference("account", "account_id", nullable=True),
    Column("withdrawn_at", Moment),
    # The objection (a request's number) for which it isn't used until that is decided.
    Column("paused_by", Integer),
    Index("ix_consent_person_id", "person_id", "purpose"),
)

membership = Table(
    "membership",
    metadata,
    id_column(),
    reference("club", "club_id"),
    reference("person", "person_id"),
    Column("code", String(20), nullable=False, unique=True),
    state(MembershipState, 20),
    Column("source", String(20), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    reference("account", "decided_by", nullable=True),
    # What this club was told of the person, and nobody else sees.
    Column("phone", String(20)),
    Column("address", String(200)),
    # Kinds of hardship joined by ";": empty is "none", null is unknown.
    Column("circumstances", String(100)),
    Column("contact_person", String(120)),
    Column("note", String(400)),
    # The person wished that it is kept and used for nothing.
    Column("restricted_at", Moment),
    UniqueConstraint("club_id", "person_id"),
    Index("ix_membership_person_id", "person_id"),
    Index("ix_membership_club_id_state", "club_id", "state"),
)

application = Table(
    "application",
    metadata,
    id_column(),
    # No key into the roster: of somebody written down twice one row goes. Its number stays here, so
    # that neither is given again.
    Column("membership_id", Integer, nullable=False, index=True),
    Column("applied_at", Moment, nullable=False),
    # The membership of whom an organiser says that it is, and what was said to that.
    Column("known_id", Integer),
    reference("account", "claimed_by", nullable=True),
    Column("claimed_at", Moment),
    Column("agreed", Boolean),
    reference("account", "answered_by", nullable=True),
    Column("answered_at", Moment),
)

post = Table(
    "post",
    metadata,
    id_column(),
    reference("club", "club_id"),
    reference("person", "person_id"),
    Column("post", String(20), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),
    Index("ix_post_club_id", "club_id"),
)

role = Table(
    "role",
    metadata,
    id_column(),
    reference("account", "account_id"),
    state(AccountRole, 20, "role"),
    # An area's id or a unit's code; null without a club is everywhere.
    Column("area", String(40)),
    reference("club", "club_id", nullable=True),
    Column("granted_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Index("ix_role_account_id", "account_id"),
    Index("ix_role_club_id", "club_id"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("code", String(8), primary_key=True),
    state(AccountRole, 20, "role"),
    Column("area", String(40)),
    reference("club", "club_id", nullable=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    reference("account", "used_by", nullable=True),
    # Null: the operator.
    reference("account", "created_by", nullable=True),
    Column("cancelled_at", Moment),
)

tally = Table(
    "tally",
    metadata,
    id_column(),
    # Who did it: "account/<id>", or "net/<digest>" of an address.
    Column("subject", String(40), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_tally_subject", "subject", "kind", "at"),
    Index("ix_tally_at", "at"),
)

founding_step = Table(
    "founding_step",
    metadata,
    id_column(),
    reference("club", "club_id"),
    Column("step", String(30), nullable=False),
    state(StepState, 10),
    Column("opened_at", Moment),
    Column("done_at", Moment),
    Column("reason", String(300)),
    UniqueConstraint("club_id", "step"),
)

founding_datum = Table(
    "founding_datum",
    metadata,
    reference("club", "club_id", primary_key=True),
    Column("step", String(30), primary_key=True),
    Column("field", String(40), primary_key=True),
    # 0 for a single value; an entry of a list has a number of its own.
    Column("item", Integer, primary_key=True),
    Column("value", JSON, nullable=False),
    Column("updated_at", Moment, nullable=False),
    reference("account", "updated_by", nullable=True),
)

event = Table(
    "event",
    metadata,
    id_column(),
    reference("club", "club_id"),
    Column("kind", String(20), nullable=False),
    Column("recurrence", JSON, nullable=False),
    Column("hour", String(5), nullable=False),
    Column("place", String(120), nullable=False),
    Column("bring", String(200)),
    # Whether to come without breakfast, as the health station says: yes, no, unknown.
    Column("fasting", String(10), one_of("fasting", "yes", "no", "unknown")),
    Column("places", Integer),
    Column("created_at", Moment, nullable=False),
    reference("account", "created_by", nullable=True),
    Column("ended_at", Moment),
    Index("ix_event_club_id", "club_id"),
)

occurrence = Table(
    "occurrence",
    metadata,
    id_column(),
    reference("event", "event_id"),
    reference("club", "club_id"),
    Column("nominal_on", Date, nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("place", String(120), nullable=False),
    state(OccurrenceState, 10),
    Column("plan_version", Integer, nullable=False),
    Column("attended", Integer),
    # When it was before it was moved, and when people were told so.
    Column("moved_from", Moment),
    Column("told_at", Moment),
    UniqueConstraint("event_id", "nominal_on"),
    Index("ix_occurrence_club_id", "club_id", "starts_at"),
    few_rows("ix_occurrence_coming", "starts_at", "club_id", where="state = 'planned'"),
)

attendance = Table(
    "attendance",
    metadata,
    reference("occurrence", "occurrence_id", primary_key=True),
    reference("person", "person_id", primary_key=True),
    Column("answer", String(10), one_of("answer", "yes", "no", "unsure"), nullable=False),
    Column("at", Moment, nullable=False),
    reference("account", "account_id", nullable=True),
)

notice = Table(
    "notice",
    metadata,
    id_column(),
    reference("person", "person_id"),
    reference("club", "club_id"),
    # What it is about: an occurrence, or whatever else people are told of.
    Column("subject_kind", OneOf(SubjectKind, 20), nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    # How long before the event, such as "3d", or what happened to it: "moved", "cancelled".
    Column("lead", String(10), nullable=False),
    Column("version", Integer, nullable=False),
    state(NoticeState, 10),
    Column("reason", String(40)),
    Column("due_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    reference("account", "called_by", nullable=True),
    # When a call was tried in vain last.
    Column("tried_at", Moment),
    UniqueConstraint("person_id", "subject_id", "subject_kind", "kind", "lead", "version"),
    # Who was told of an occurrence is read from it alone.
    Index("ix_notice_told", "subject_id", "person_id", "state", "subject_kind"),
    Index("ix_notice_club_id_state", "club_id", "state"),
    few_rows("ix_notice_calls", "expires_at", where="state = 'to_call'"),
)

outbox = Table(
    "outbox",
    metadata,
    id_column(),
    reference("account", "account_id"),
    # The account's channel: what is due is found by channel.
    Column("channel", String(20), nullable=False, server_default=""),
    Column("key", String(120), nullable=False, unique=True),
    Column("kind", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("rows", JSON, nullable=False),
    Column("files", JSON, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("priority", Integer, nullable=False, server_default=text("5")),
    state(MessageState, 10),
    Column("attempt", Integer, nullable=False, server_default=text("0")),
    Column("lease_until", Moment),
    # When it perhaps arrived for the first time: from then on it is repeated once at most.
    Column("perhaps_at", Moment),
    # When it was handed to the platform; null while it never was.
    Column("sent_at", Moment),
    Column("platform_id", String(100)),
    Column("reason", String(200)),
    Column("created_at", Moment, nullable=False),
    reference("inbox", "inbox_id", nullable=True),
    # What one must be to read it, asked whenever it is fetched: all of these hold, or none is needed.
    Column("rights", JSON(none_as_null=True)),
    few_rows("ix_outbox_due", "channel", "priority", "not_before", "id", where="state = 'queued'"),
    few_rows("ix_outbox_chat", "account_id", "priority", "id", where=_UNDER_WAY),
    few_rows("ix_outbox_expires_at", "expires_at", where="state = 'queued'"),
    few_rows("ix_outbox_lease_until", "lease_until", where="state = 'sending'"),
    Index("ix_outbox_account_id", "account_id", "sent_at", "id"),
)

outbox_notice = Table(
    "outbox_notice",
    metadata,
    reference("outbox", "outbox_id", primary_key=True),
    reference("notice", "notice_id", primary_key=True),
    Index("ix_outbox_notice_notice_id", "notice_id"),
)

inbox = Table(
    "inbox",
    metadata,
    id_column(),
    Column("channel", String(20), nullable=False),
    Column("update_key", String(120), nullable=False),
    Column("external_id", String(100), nullable=False),
    Column("raw", JSON, nullable=False),
    Column("received_at", Moment, nullable=False),
    state(UpdateState, 10),
    Column("attempt", Integer, nullable=False, server_default=text("0")),
    Column("handled_at", Moment),
    # What went wrong: the kind of the error only, never a person's words.
    Column("error", String(200)),
    # When the file that comes with it is to be fetched next, or until when somebody is at it; null
    # when there is none to wait for. Until then the update, and its chat behind it, waits.
    Column("fetch_at", Moment),
    # How often that was begun.
    Column("fetches", Integer, nullable=False, server_default=text("0")),
    # Which reader took it, so that an operator sees why something was said.
    Column("read_by", String(30)),
    UniqueConstraint("channel", "update_key"),
    few_rows("ix_inbox_waiting", "id", where="state = 'received'"),
    few_rows("ix_inbox_chat", "channel", "external_id", "id", where="state = 'received'"),
    few_rows("ix_inbox_fetch_at", "fetch_at", "id", where="fetch_at IS NOT NULL"),
    few_rows("ix_inbox_chat_fetch", "channel", "external_id", "id", where="fetch_at IS NOT NULL"),
    Index("ix_inbox_external_id", "channel", "external_id", "id"),
)

conversation = Table(
    "conversation",
    metadata,
    reference("account", "account_id", primary_key=True),
    Column("flow", String(40), primary_key=True),
    Column("state", JSON, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index("ix_conversation_updated_at", "updated_at"),
)

enquiry = Table(
    "enquiry",
    metadata,
    id_column(),
    reference("account", "account_id"),
    reference("club", "club_id", nullable=True),
    Column("text", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answered_at", Moment),
    reference("account", "answered_by", nullable=True),
    # Those in charge don't read who asked; the answer goes back all the same.
    Column("unnamed", Boolean, nullable=False, server_default=false()),
)

announcement = Table(
    "announcement",
    metadata,
    id_column(),
    reference("club", "club_id"),
    Column("text", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    reference("account", "created_by", nullable=True),
)

standing = Table(
    "standing",
    metadata,
    id_column(),
    reference("club", "club_id", index=True),
    # What the club is to become, and the club that it becomes a part of.
    Column("becomes", OneOf(Becomes, 20), one_of("becomes", *Becomes), nullable=False),
    reference("club", "into_id", nullable=True),
    Column("reason", String(300), nullable=False),
    Column("asked_at", Moment, nullable=False),
    # Null: the operator; so is who decided once it is decided.
    reference("account", "asked_by", nullable=True),
    Column("decided_at", Moment),
    reference("account", "decided_by", nullable=True),
    Column("agreed", Boolean),
)

club_answer = Table(
    "club_answer",
    metadata,
    id_column(),
    reference("club", "club_id", index=True),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    reference("account", "created_by"),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

question = Table(
    "question",
    metadata,
    id_column(),
    # Without identity, names and numbers: it serves those who write the articles.
    Column("text", Text, nullable=False),
    Column("language", String(5), nullable=False),
    Column("outcome", String(10), nullable=False),
    Column("article", String(60)),
    Column("asked_at", Moment, nullable=False),
)

data_request = Table(
    "data_request",
    metadata,
    id_column(),
    reference("account", "account_id", nullable=True),
    reference("person", "person_id", nullable=True),
    # The club that it is about; null is every club of the person.
    reference("club", "club_id", nullable=True),
    Column("kind", OneOf(RequestKind, 20), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("done_at", Moment),
    # What was said of it, in the person's words; forgotten a while after it is closed.
    Column("words", Text),
    Column("outcome", OneOf(Outcome, 10)),
    # The use that is objected to: a purpose of consents, "roster" for every use; null for another.
    Column("purpose", String(20)),
    Index("ix_data_request_person_id", "person_id"),
)

deletion = Table(
    "deletion",
    metadata,
    # A deletion that can still be taken back: until then what it emptied lies here, and nowhere else.
    reference("data_request", "request_id", primary_key=True, autoincrement=False),
    reference("person", "person_id"),
    # Whom he was a part of, where some of several clubs forgot him: a person's number.
    Column("parted_from", Integer),
    Column("asked_at", Moment, nullable=False),
    # What was emptied as it was before; empty once it was taken back.
    Column("kept", JSON, nullable=False),
    Column("taken_back_at", Moment),
)

access = Table(
    "access",
    metadata,
    # Who was shown a member of a club, and on what: without an account it was the operator.
    id_column(),
    Column("at", Moment, nullable=False),
    reference("account", "account_id", nullable=True),
    reference("club", "club_id"),
    reference("person", "person_id"),
    Column("what", String(40), nullable=False),
    Index("ix_access_person_id", "person_id", "id"),
    Index("ix_access_club_id", "club_id", "id"),
)

incident = Table(
    "incident",
    metadata,
    id_column(),
    Column("detected_at", Moment, nullable=False),
    Column("noted_at", Moment, nullable=False),
    Column("kind", OneOf(IncidentKind, 20), nullable=False),
    # Kinds of data, and the numbers of the clubs whose people it concerns.
    Column("data", JSON, nullable=False),
    Column("clubs", JSON, nullable=False),
    Column("nature", Text, nullable=False),
    Column("consequences", Text),
    Column("measures", Text),
    Column("contact", Text),
    # When the authority heard of it, when the members did, and when it was mended.
    Column("reported_at", Moment),
    Column("told_at", Moment),
    Column("closed_at", Moment),
)

due = Table(
    "due",
    metadata,
    # What must be looked at later, why and when: at most once a subject and reason.
    Column("subject_kind", OneOf(SubjectKind, 20), primary_key=True),
    Column("subject_id", Integer, primary_key=True, autoincrement=False),
    Column("kind", OneOf(DueKind, 20), primary_key=True),
    # What is kept for a time that a setting says counts from here; all else is due here.
    Column("at", Moment, nullable=False),
    # Of the subject when it was said: a reminder of an older plan is another's.
    Column("version", Integer, nullable=False),
    # How often looking went wrong since.
    Column("attempt", Integer, nullable=False, server_default=text("0")),
    Index("ix_due_kind", "kind", "at", "subject_id"),
)

tick = Table(
    "tick",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("ran_at", Moment, nullable=False),
    # How long the last run took.
    Column("seconds", Float),
    # What went wrong since: the kind of the error only.
    Column("error", String(200)),
)

pace = Table(
    "pace",
    metadata,
    Column("channel", String(20), primary_key=True),
    # The earliest time of the channel's next message: its token bucket, or a pause for everyone.
    Column("send_from", Moment, nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
