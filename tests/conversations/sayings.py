"""What people say to a question, by its kind, and what is to be kept of it.

A kind of which nobody knows what people say to it can't be walked: `CannotBeWalkedError`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.conversations.engine import Step
from bot.conversations.engine.kinds import (
    BirthKind,
    CalledKind,
    ChoiceKind,
    ConfirmKind,
    ConsentKind,
    DateKind,
    FileKind,
    Kind,
    MemberKind,
    MoneyKind,
    MonthKind,
    NameKind,
    NumberKind,
    PercentKind,
    PhoneKind,
    RecurrenceKind,
    SeveralKind,
    TextKind,
    TimeKind,
)
from bot.conversations.events import EventWordsKind, MoveWordsKind
from bot.conversations.own_data import DELETED, FOR_GOOD, KEEP, DeletionKind
from bot.conversations.series import SeriesWordsKind
from bot.intents.words import read_yes_no
from tests.conversations.prepared import PEOPLE

ANYTHING = object()
"""What is kept is not foretold."""
FILE = object()
"""Said by sending a file."""


class CannotBeWalkedError(Exception):
    """Nothing is known that people could say or begin with: tell the tests what."""


@dataclass(frozen=True)
class Begins:
    """What is kept begins so: how somebody agreed stands behind it."""

    words: str


@dataclass(frozen=True)
class Saying:
    """Words, and what is to be kept of them; a value of a choice to press where there are none."""

    typed: Any
    meant: Any = ANYTHING


_PLAIN = {"date": None, "estimated": False}
_OF_KEY: dict[tuple[type[Kind[Any]], str], list[Saying]] = {
    (DateKind, "survey_from"): [Saying("ngày 2 tháng 11 năm 2026", "2026-11-02")],
    (DateKind, "survey_to"): [
        Saying("20/11/2026", "2026-11-20"),
        Saying("hôm nay", "2026-12-01"),
    ],
    (TimeKind, "end"): [Saying("10 rưỡi sáng", "10:30")],
    (PercentKind, "loan_rate_month"): [Saying("0,8", 0.8), Saying("1,66", 1.66)],
    (MoneyKind, "member_fee"): [Saying("20 ngàn", 20_000), Saying("0", 0)],
    (TextKind, "guardian_paper"): [
        Saying("QĐ số 12 của Tòa án khu vực 2", "QĐ số 12 của Tòa án khu vực 2")
    ],
    (NumberKind, "board_size"): [Saying("5", 5)],
    (NumberKind, "invited"): [Saying("50", 50)],
    (NumberKind, "present"): [Saying("40", 40)],
    (NumberKind, "for"): [Saying("30", 30)],
    (NumberKind, "against"): [Saying("5", 5)],
    (NumberKind, "abstain"): [Saying("khoảng 5", 5)],
    (NumberKind, "days"): [Saying("3", 3), Saying("ba ngày", 3)],
    (ConsentKind, "roster"): [Saying("đồng ý", Begins("agreed"))],
}
"""Where an answer has to fit the others."""
_NAMES = [Saying("trần văn hùng", "Trần Văn Hùng"), Saying("Lê Thị Mận", "Lê Thị Mận")]
_TEXTS = [Saying("tổ 3, ấp Hải Lạc", "tổ 3, ấp Hải Lạc"), Saying("nhà cô Lan", "nhà cô Lan")]


def _number(kind: NumberKind) -> list[Saying]:
    low, high = kind.usual or (kind.low, kind.high)
    some = max(low, min(high, 18))
    return [Saying(str(some), some)]


def _percent(kind: PercentKind) -> list[Saying]:
    _, high = kind.usual or (kind.low, kind.high)
    some = min(high, 60.0)
    return [Saying(f"{some:g}".replace(".", ","), some)]


def _date(kind: DateKind) -> list[Saying]:
    if kind.past:
        return [Saying("20/11/2026", "2026-11-20"), Saying("hom qua", "2026-11-30")]
    return [Saying("15/1/2027", "2027-01-15"), Saying("thứ bảy tuần sau", "2026-12-12")]


_OF_KIND: dict[type[Kind[Any]], Callable[[Any], list[Saying]]] = {
    NameKind: lambda _: _NAMES,
    TextKind: lambda _: _TEXTS,
    CalledKind: lambda _: [Saying("má", "má"), Saying("bà ngoại", "bà ngoại")],
    BirthKind: lambda _: [
        Saying("1960", {"year": 1960, **_PLAIN}),
        Saying("sinh năm 55", {"year": 1955, **_PLAIN}),
    ],
    DateKind: _date,
    TimeKind: lambda _: [Saying("8h sáng", "08:00"), Saying("tám giờ rưỡi", "08:30")],
    MonthKind: lambda _: [Saying("tháng 4", 4), Saying("hằng tháng", 0)],
    RecurrenceKind: lambda _: [
        Saying("thứ bảy đầu tháng", {"kind": "weekday", "weekday": 5, "nth": 1})
    ],
    PhoneKind: lambda _: [
        Saying("0912.345.678", "+84912345678"),
        Saying("so 0387654321 nha", "+84387654321"),
    ],
    NumberKind: _number,
    PercentKind: _percent,
    MoneyKind: lambda _: [Saying("5 triệu", 5_000_000), Saying("1tr5", 1_500_000)],
    ConfirmKind: lambda _: [Saying("dạ có", True), Saying("chưa", False)],
    ConsentKind: lambda _: [
        Saying("dong y", Begins("agreed")),
        Saying("không đồng ý", Begins("refused")),
    ],
    MemberKind: lambda _: [
        Saying(name.lower(), {"person": number, "name": f"{name} (1960)"})
        for number, name in enumerate(PEOPLE, 1)
    ],
    FileKind: lambda _: [Saying(FILE)],
    DeletionKind: lambda _: [
        Saying("xóa đi con", DELETED),
        Saying("xoa lien khong cho", FOR_GOOD),
        Saying("thôi không xóa", KEEP),
    ],
    ChoiceKind: lambda _: [],
    SeveralKind: lambda kind: [
        Saying("1, 3", [kind.options[0], kind.options[2]]),
        Saying("2", [kind.options[1]]),
    ],
    EventWordsKind: lambda _: [
        Saying("8 giờ sáng 20/12/2026, nhà văn hóa"),
        Saying("thứ bảy đầu tháng"),
    ],
    SeriesWordsKind: lambda _: [
        Saying("chủ nhật đầu tháng, 9 giờ", {"hour": "09:00", "asks_hour": False}),
        Saying("tu nay hop chieu chu nhat dau thang", {"asks_hour": True}),
    ],
    MoveWordsKind: lambda _: [
        Saying("27/12/2026", {"date": "2026-12-27"}),
        Saying("chu nhat 27/12/2026 9h sang dinh Hai Lac", {"date": "2026-12-27"}),
    ],
}
"""Nothing for a kind whose choices are pressed."""


def sayings(step: Step) -> list[Saying]:
    """What people type at a question."""
    for kind in type(step.kind).__mro__:
        if kind in _OF_KIND:
            said = _OF_KEY.get((kind, step.key)) or _OF_KIND[kind](step.kind)
            # A no to what may be left out leaves it out.
            return [each for each in said if not (step.optional and _is_no(each))]
    raise CannotBeWalkedError(f"what do people say to a {type(step.kind).__name__}?")


def _is_no(saying: Saying) -> bool:
    return isinstance(saying.typed, str) and read_yes_no(saying.typed) == "no"


def alike(kept: Any, said: Any) -> bool:
    """Whether what is kept holds what was said (a rule may hold more than its words)."""
    if said is ANYTHING:
        return kept is not None
    if isinstance(said, Begins):
        return str(kept).startswith(said.words)
    if isinstance(said, dict) and isinstance(kept, dict):
        return all(alike(kept.get(key), value) for key, value in said.items())
    if isinstance(said, list) and isinstance(kept, list) and said and isinstance(said[0], dict):
        return len(kept) == len(said) and all(map(alike, kept, said))
    return bool(kept == said) or (said == [] and kept is None)
