"""The kinds of answer: how each is offered, read and shown. What is kept is plain JSON."""

from bot.conversations.engine.kinds.base import (
    Kind,
    Pairs,
    Problem,
    Read,
    Sure,
    Unread,
    Value,
    split_rows,
    unusual,
)
from bot.conversations.engine.kinds.choice import ChoiceKind, SeveralKind
from bot.conversations.engine.kinds.consent import ConfirmKind, ConsentKind
from bot.conversations.engine.kinds.dates import (
    BirthKind,
    DateKind,
    MonthKind,
    RecurrenceKind,
    TimeKind,
    is_recurrence,
)
from bot.conversations.engine.kinds.files import FileKind
from bot.conversations.engine.kinds.lists import ListKind
from bot.conversations.engine.kinds.numbers import MoneyKind, NumberKind, PercentKind
from bot.conversations.engine.kinds.people import (
    CALLED_JOIN,
    CalledKind,
    MemberKind,
    NameKind,
    PhoneKind,
)
from bot.conversations.engine.kinds.texts import AddressKind, TextKind, VenueKind

__all__ = [
    "CALLED_JOIN",
    "AddressKind",
    "BirthKind",
    "CalledKind",
    "ChoiceKind",
    "ConfirmKind",
    "ConsentKind",
    "DateKind",
    "FileKind",
    "Kind",
    "ListKind",
    "MemberKind",
    "MoneyKind",
    "MonthKind",
    "NameKind",
    "NumberKind",
    "Pairs",
    "PercentKind",
    "PhoneKind",
    "Problem",
    "Read",
    "RecurrenceKind",
    "SeveralKind",
    "Sure",
    "TextKind",
    "TimeKind",
    "Unread",
    "Value",
    "VenueKind",
    "is_recurrence",
    "split_rows",
    "unusual",
]
