"""Clubs as papers see them: a full one, a large one with hard names, one that just began."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.documents.facts import BoardMember, ClubFacts, Named, Occasion
from bot.domain.criteria import MemberFacts, composition
from bot.domain.founding import StepKey
from bot.plan.loader import load_plan
from tests.domain.test_founding import DATA

TODAY = date(2026, 12, 5)
CHAIR = Named("Nguyễn Văn Tư", 1964, sex="male", address="tổ 1, ấp Hải Lạc", phone="+84918204615")
BOARD = (
    BoardMember(CHAIR, "chair", 47),
    BoardMember(Named("Phạm Văn Ơn", 1955, sex="male"), "deputy", 45),
    BoardMember(Named("Trần Thị Lan", 1971, sex="female"), "secretary", 48),
)
MEMBERS = (
    CHAIR,
    Named("Lê Thị Đào", 1942, sex="female", address="tổ 1", circumstances="near_poor;disabled"),
    Named("Lê Thị Tám", 1950, True, "female", "tổ 3", contact_person="con gái", circumstances=""),
    Named("Hồ Thị Bé", circumstances="undisclosed"),
    Named(),
)
SIGNERS = (
    Named("Lê Thị Tám", 1950, True, address="tổ 3, ấp Hải Lạc"),
    Named("Trần Văn Chín"),
)
HARD_NAMES = (
    "Nguyễn <b>Văn</b> & Con",
    'Trần "Út" Mười',
    "=HYPERLINK(\"http://x\",\"y\")",
    "+84912345678",
    "-2+3",
    "@SUM(A1)",
    "H'Hen Niê",
    "Công Tằng Tôn Nữ Thị Hoàng Phương Thảo Nguyên Quỳnh Anh Ngọc Bích Trâm Mỹ Hạnh",
)  # fmt: skip


def facts(**changes: Any) -> ClubFacts:
    """A club that has met and elected, with five members of whom one isn't named."""
    data = {step.value: dict(fields) for step, fields in DATA.items()}
    data[StepKey.STARTUP_FUND.value]["pledges"] = [
        {"source": "business", "amount": 20_000_000, "for": "income_fund", "state": "promised"},
        {"source": "commune", "amount": 2_505_000, "for": "activity_fund", "state": "received"},
    ]
    full = ClubFacts(
        code="26686-01",
        name="CLB Hải Lạc",
        hamlet="ấp Hải Lạc",
        unit="Xã Phước Hải",
        plan=load_plan(),
        today=TODAY,
        data=data,
        members=MEMBERS,
        signers=SIGNERS,
        composition=composition(
            [
                MemberFacts(1964, "male", frozenset()),
                MemberFacts(1942, "female", frozenset(("near_poor", "disabled"))),
                MemberFacts(1950, "female", frozenset()),
                MemberFacts(None, None, frozenset(("undisclosed",))),
                MemberFacts(1990, "female", None),
            ],
            TODAY.year,
        ),
        board=BOARD,
        board_elected=True,
        contact="Nguyễn Văn Tư, 0918 204 615",
        occasion=Occasion(
            "health_check",
            date(2027, 1, 20),
            time(7, 30),
            "trạm y tế xã",
            "sổ khám bệnh, thẻ bảo hiểm y tế",
            40,
        ),
    )
    return replace(full, **changes)


def large() -> ClubFacts:
    """75 members, among them names that break what is badly made."""
    names = [*HARD_NAMES, *(f"Nguyễn Thị {number}" for number in range(75 - len(HARD_NAMES)))]
    members = [
        Named(name, 1950, sex="female", address=f"tổ 3 & 4 <khu {name[:3]}>", phone="+84918204615",
              circumstances="poor;near_poor;hardship;disabled")
        for name in names
    ]  # fmt: skip
    known = [MemberFacts(1950, "female", frozenset(("poor",)))] * len(members)
    return facts(
        name='CLB "Hải Lạc" & bạn <bè> khu phố Thống Nhất Một và Thống Nhất Hai mở rộng',
        members=tuple(members),
        composition=composition(known, TODAY.year),
    )


def begun() -> ClubFacts:
    """A club of which only the name and the hamlet were said."""
    return facts(
        data={},
        unit=None,
        members=(),
        signers=(),
        composition=composition([], TODAY.year),
        board=(),
        board_elected=False,
        contact=None,
        occasion=Occasion("founding_meeting"),
        plan=replace(load_plan(), province=None),
    )
