"""What a message is taken for: one intent of a fixed vocabulary, its entities, how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum


class Intent(StrEnum):
    """What people mean; features may add to these, none is renamed."""

    ANSWER = "answer"
    ATTEND = "attend"
    NAVIGATE = "navigate"
    DANGER = "danger"
    SCAM = "scam"
    SECRET = "secret"  # noqa: S105
    DEATH = "death"
    DEATH_UNDONE = "death_undone"
    UNWELL = "unwell"
    LONELY = "lonely"
    MOVED_AWAY = "moved_away"
    WRONG_NUMBER = "wrong_number"
    NEW_PHONE = "new_phone"
    HUMAN = "human"
    COMPLAINT = "complaint"
    CANNOT_READ = "cannot_read"
    SEE_DATA = "see_data"
    CORRECT_DATA = "correct_data"
    EXPORT_DATA = "export_data"
    DELETE_DATA = "delete_data"
    WITHDRAW_CONSENT = "withdraw_consent"
    LEAVE_CLUB = "leave_club"
    MUTE = "mute"
    UNMUTE = "unmute"
    JOIN = "join"
    REGISTER = "register"
    FOUND = "found"
    CODE = "code"
    EVENT_QUESTION = "event_question"
    SET_EVENT = "set_event"
    MOVE_EVENT = "move_event"
    CANCEL_EVENT = "cancel_event"
    END_SERIES = "end_series"
    CHANGE_SERIES = "change_series"
    MY_STATE = "my_state"
    ROSTER = "roster"
    CALL_LIST = "call_list"
    REPORT = "report"
    PAPERS = "papers"
    STEPS = "steps"
    ANNOUNCE = "announce"
    ATTENDANCE_LIST = "attendance_list"
    INVITE = "invite"
    ADDRESS_FORM = "address_form"
    LANGUAGE = "language"
    GREETING = "greeting"
    THANKS = "thanks"
    ABOUT_BOT = "about_bot"
    SMALL_TALK = "small_talk"
    INSULT = "insult"
    QUESTION = "question"
    UNCLEAR = "unclear"


CRITICAL = frozenset(
    (
        Intent.DANGER,
        Intent.SCAM,
        Intent.SECRET,
        Intent.DEATH,
        Intent.HUMAN,
        Intent.COMPLAINT,
        Intent.MUTE,
    )
)
"""What must be heard or asked back: not hearing it harms somebody."""


CHANGES_EVENT = frozenset(
    (Intent.MOVE_EVENT, Intent.CANCEL_EVENT, Intent.END_SERIES, Intent.CHANGE_SERIES)
)
"""What is said of an event that is set already."""


class Said(StrEnum):
    """Answers that are the same at every kind of question."""

    YES = "yes"
    NO = "no"
    LATER = "later"
    UNKNOWN = "unknown"
    NONE = "none"


class Attendance(StrEnum):
    """Whether somebody comes."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Danger(StrEnum):
    """Each has its own words and its own way on."""

    MEDICAL = "medical"
    FIRE = "fire"
    VIOLENCE = "violence"
    SELF_HARM = "self_harm"
    LOST_PERSON = "lost_person"


class Secret(StrEnum):
    """What nobody should send to anybody."""

    IDENTITY_NUMBER = "identity_number"
    ACCOUNT_NUMBER = "account_number"
    CODE = "code"


class Way(StrEnum):
    """Where somebody wants to go in a conversation."""

    BACK = "back"
    STOP = "stop"
    SKIP = "skip"
    HELP = "help"
    MENU = "menu"
    REPEAT = "repeat"
    GO_ON = "go_on"


@dataclass(frozen=True, eq=False, repr=False)
class Entities:
    """What an intent is about; an intent without entities has this one."""

    def as_json(self) -> dict[str, object]:
        """What is known, by its name in the vocabulary."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return {key: _plain(value) for key, value in found.items() if value not in (None, (), {})}

    # Told once for all: to make them for each record anew takes a twentieth of a start.

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({told})"


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): str(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return str(value)


@dataclass(frozen=True, eq=False, repr=False)
class Answered(Entities):
    """The answer, by the kind asked; several choices are several values."""

    value: str | tuple[str, ...] | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Attending(Entities):
    """Who comes, by what this account calls them."""

    people: Mapping[str, Attendance] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, repr=False)
class Going(Entities):
    """Where to in a conversation."""

    to: Way | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Endangered(Entities):
    """What kind of danger."""

    kind: Danger | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Revealed(Entities):
    """What kind of secret was typed."""

    kind: Secret | None = None


@dataclass(frozen=True, eq=False, repr=False)
class About(Entities):
    """Whom it is about: the scene's word, else the words typed; None is the writer or nobody named."""

    person: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Phoned(About):
    """A person's new number, with its 0."""

    phone: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Owned(About):
    """Which of the stored data."""

    what: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Wanted(Entities):
    """A person is wanted: by "chat" or by "call"."""

    by: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Accused(Entities):
    """Whom a complaint is about, in the words typed."""

    about: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Admitted(Entities):
    """Who is to be written down, several where they are joined, how the first stands to the writer,
    and with which code."""

    person: str | tuple[str, ...] | None = None
    relation: str | None = None
    code: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Invited(Entities):
    """Whom the code or the link is for: "members" or "helpers"; None where the words say neither or both."""

    whom: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Inquired(Entities):
    """What is asked about an event: "when", "where", "bring" or "who"."""

    kind: str | None = None
    asks: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Scheduled(Entities):
    """Which kind of event, and when in local time to the minute, or the day alone."""

    kind: str | None = None
    when: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Stated(About):
    """Which part of his own state: "registration", "club", "answer" or "leader"."""

    asks: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Addressed(Entities):
    """How to speak to the writer, in his words."""

    form: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Spoken(Entities):
    """ "vi" or "en"."""

    language: str | None = None


@dataclass(frozen=True)
class Understanding:
    """What a message means; `others` are the next likeliest, to ask back with.

    `why` tells operators what decided: the arbiter's row, the patterns, the likeliest features.
    """

    intent: Intent
    entities: Entities = field(default_factory=Entities)
    sure: bool = False
    others: tuple[Intent, ...] = ()
    why: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """As `understand --json` prints it."""
        return {
            "intent": self.intent,
            "entities": self.entities.as_json(),
            "sure": self.sure,
            "others": [each.value for each in self.others],
        }
