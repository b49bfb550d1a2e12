"""What stands before somebody who writes: read when it is needed, asked for once in a turn.

Nothing is kept here but what the text was taken for: the storage answers a second time from its
memory, which forgets what was written since (`bot.storage.memory`). So all of it is true also
after a reader has changed something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import TypeVar

from bot import buttons
from bot.buttons import Button, read_button
from bot.conversations.engine import OpenQuestion
from bot.conversations.engine.choices import is_of, is_way_on
from bot.conversations.engine.kinds import (
    AddressKind,
    BirthKind,
    CalledKind,
    ChoiceKind,
    ConfirmKind,
    ConsentKind,
    DateKind,
    MemberKind,
    MoneyKind,
    NameKind,
    NumberKind,
    PercentKind,
    PhoneKind,
    SeveralKind,
    TimeKind,
)
from bot.conversations.permissions import Reader
from bot.conversations.turn import Turn
from bot.domain.rights import AccountRole
from bot.handlers.services import Services, clubs_of_account, is_coordinator, organised_clubs
from bot.handlers.ways import only_leads_back
from bot.intents.arbiter import understand
from bot.intents.scene import OWN, Asked, Person, Reminder, Role, Scene
from bot.intents.understanding import About, Understanding
from bot.language.address import SEXES
from bot.language.text import fold
from bot.storage.records import Club, OutboxRow, SpeaksFor
from bot.storage.records import Person as PersonRow

Offered = TypeVar("Offered", bound=Button)

_ASKED: Mapping[type, Asked] = {
    ConsentKind: Asked.CONSENT,
    ConfirmKind: Asked.CONFIRM,
    SeveralKind: Asked.SEVERAL,
    ChoiceKind: Asked.CHOICE,
    CalledKind: Asked.CALLED,
    AddressKind: Asked.ADDRESS,
    NameKind: Asked.NAME,
    MemberKind: Asked.NAME,
    BirthKind: Asked.YEAR,
    DateKind: Asked.DATE,
    TimeKind: Asked.TIME,
    PhoneKind: Asked.PHONE,
    MoneyKind: Asked.MONEY,
    NumberKind: Asked.NUMBER,
    PercentKind: Asked.NUMBER,
}
"""What an open question asks for, as `bot.intents` calls it; the more special kinds first."""


class Need(Enum):
    """What must stand before somebody for a reader to be asked at all."""

    SHOWN = auto()
    """Some message offered him choices."""
    EARLIER = auto()
    """More than one did."""
    LAST = auto()
    """A message with choices is the last thing that he read."""
    REMINDED = auto()
    """The choices shown last ask who comes."""
    QUESTION = auto()
    """A question of a conversation is open."""
    PEOPLE = auto()
    """He speaks for somebody."""
    CLUB = auto()
    """He organises a club, or speaks for somebody who is in one."""
    ORGANISER = auto()
    """He organises a club."""
    STAFF = auto()
    """He organises a club or coordinates an area."""


class Standing:
    """What stands before the account of a turn."""

    def __init__(self, services: Services, turn: Turn) -> None:
        self.services = services
        self.turn = turn
        self._understood: tuple[str, Understanding] | None = None

    # Who writes

    @property
    def people(self) -> list[PersonRow]:
        """Those whom he speaks for, himself first."""
        return [person for _, person in self.turn.uow.people.of_account(self.turn.account.id)]

    @property
    def organised(self) -> list[Club]:
        """The clubs that he organises."""
        return organised_clubs(self.turn.uow, self.turn.account)

    @property
    def clubs(self) -> list[Club]:
        """The clubs of his people, then those that he organises."""
        return clubs_of_account(self.turn.uow, self.turn.account)

    @property
    def is_coordinator(self) -> bool:
        """Whether he coordinates anything."""
        return is_coordinator(self.turn.uow, self.turn.account)

    @property
    def role(self) -> Role:
        """What he is; of several roles the one that has most to do with clubs."""
        roles = {role.role for role in self.turn.uow.accounts.roles(self.turn.account.id)}
        if AccountRole.ORGANISER in roles:
            return Role.ORGANISER
        if AccountRole.COORDINATOR in roles:
            return Role.COORDINATOR
        ties = [tie for tie, _ in self.turn.uow.people.of_account(self.turn.account.id)]
        if any(tie.is_self for tie in ties):
            return Role.MEMBER
        return Role.HELPER if ties else Role.GUEST

    # What he read

    @property
    def shown(self) -> list[OutboxRow]:
        """The messages with choices that he may still read, the last one first.

        What is said of them again is read under what they are read under.
        """
        reader = Reader(self.turn.plan, self.turn.uow, self.turn.account)
        shown = self.turn.uow.outbox.shown(self.turn.account.id)
        return [row for row in shown if reader.may_read(row) and not only_leads_back(row)]

    @property
    def last(self) -> OutboxRow | None:
        """The choices that are the last thing that he read."""
        shown = self.shown
        if not shown or self.turn.uow.outbox.latest_id(self.turn.account.id) != shown[0].id:
            return None
        return shown[0]

    @property
    def reminder(self) -> buttons.Attend | None:
        """The first answer to who comes, where the choices shown last ask that."""
        shown = self.shown
        return next(offered(shown[0], buttons.Attend), None) if shown else None

    @property
    def question(self) -> OpenQuestion | None:
        """What the open conversation asks; None where none is open, or it can't be read."""
        return self.services.engine.open_question(self.turn)

    @property
    def is_asked(self) -> bool:
        """Whether a conversation is open, be it readable or not."""
        return self.turn.sessions.current() is not None

    def meets(self, need: Need) -> bool:
        """Whether what a reader needs is there."""
        return _MET[need](self)

    def meant(self, entities: object) -> list[PersonRow]:
        """Whom a text is about, of those whom he speaks for; without a name all of them."""
        called = entities.person if isinstance(entities, About) else None
        if called is None:
            return self.people
        if called == OWN:
            own = self.turn.uow.people.selves_of(self.turn.account.id)
            return [person for person in self.people if person.id in own]
        return [
            person
            for tie, person in self.turn.uow.people.of_account(self.turn.account.id)
            if fold(called) in (fold(tie.called or ""), fold(person.full_name or ""))
        ]

    # What it is taken for

    @property
    def scene(self) -> Scene:
        """All of this as `bot.intents` takes it."""
        reminders = tuple(self._reminders())
        question = None if reminders else self.question
        asked = None if question is None else _asked(question)
        return Scene(
            role=self.role,
            people=tuple(
                Person(called_in_scene(tie, person), tie.is_self)
                for tie, person in self.turn.uow.people.of_account(self.turn.account.id)
            ),
            asked=asked,
            choices=() if question is None else self._choices(question),
            reminder=reminders,
            now=self.turn.local_now,
            lang=self.turn.account.language,
        )

    def understand(self, text: str) -> Understanding:
        """What a text means here; weighed once in a turn."""
        if self._understood is None or self._understood[0] != text:
            self._understood = text, understand(text, self.scene)
        return self._understood[1]

    def understand_as_answer(
        self, text: str, kind: str, called: Sequence[str], people: Sequence[Person] | None = None
    ) -> Understanding:
        """What a text means if a reminder of such an event had just asked for these people.

        `people`: whom the writer speaks for, if it isn't those of his account.
        """
        scene = self.scene
        asked = scene._replace(
            people=scene.people if people is None else tuple(people),
            asked=None,
            choices=(),
            reminder=(Reminder(kind, tuple(called)),),
        )
        return understand(text, asked)

    def offers(self, text: str) -> bool:
        """Whether a text is one of the open question's choices, written out."""
        question = self.question
        labels = () if question is None else self._choices(question)
        return fold(text) in {fold(label) for label in labels}

    def _choices(self, question: OpenQuestion) -> tuple[str, ...]:
        for row in self.shown:
            labels = [
                label
                for line in row.rows
                for label, value in line
                if is_of(question.asked, value) and not is_way_on(value)
            ]
            if labels:
                return tuple(labels)
        return ()

    def _reminders(self) -> Iterator[Reminder]:
        """The reminder that is the last thing that he read, and whom it asks for."""
        row, asked = self.last, self.reminder
        if row is None or asked is None:
            return
        occurrence = self.turn.uow.events.find_occurrence(asked.occurrence)
        if occurrence is None:
            return
        event = self.turn.uow.events.event_of(occurrence)
        ids = {*asked.people, *asked.rest}
        called = tuple(
            called_in_scene(tie, person)
            for tie, person in self.turn.uow.people.of_account(self.turn.account.id)
            if person.id in ids
        )
        yield Reminder(event.kind, called)


def called_in_scene(tie: SpeaksFor, person: PersonRow) -> str:
    """What an account calls somebody whom it speaks for, as `bot.intents` reads and answers it."""
    return OWN if tie.is_self else tie.called or person.shown_name


def offered(row: OutboxRow, kind: type[Offered]) -> Iterator[Offered]:
    """The buttons of a kind that a message offers, in their order."""
    pressed: Iterator[Button | None] = (
        read_button(value) for line in row.rows for _, value in line
    )
    return (each for each in pressed if isinstance(each, kind))


def _asked(question: OpenQuestion) -> Asked:
    if question.is_confirming:
        return Asked.CONFIRM
    if question.is_review:
        return Asked.REVIEW
    if question.kind is None:
        return Asked.LIST
    if isinstance(question.kind, ChoiceKind) and set(question.kind.options) == SEXES:
        return Asked.SEX
    kind = type(question.kind)
    return next((asked for each, asked in _ASKED.items() if issubclass(kind, each)), Asked.TEXT)


_MET: Mapping[Need, Callable[[Standing], bool]] = {
    Need.SHOWN: lambda scene: bool(scene.shown),
    Need.EARLIER: lambda scene: len(scene.shown) > 1,
    Need.LAST: lambda scene: scene.last is not None,
    Need.REMINDED: lambda scene: scene.reminder is not None,
    Need.QUESTION: lambda scene: scene.is_asked,
    Need.PEOPLE: lambda scene: bool(scene.people),
    Need.CLUB: lambda scene: bool(scene.clubs),
    Need.ORGANISER: lambda scene: bool(scene.organised),
    Need.STAFF: lambda scene: bool(scene.organised) or scene.is_coordinator,
}
