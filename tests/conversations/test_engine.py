"""The engine against a plain model: whatever people do on the way, what they said is what is kept.

Every input is a turn of its own on state that was stored and read back: a restart between any
two of them changes nothing.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.app import Program, build_program
from bot.channels.script import NAME, ScriptChannel
from bot.clock import VirtualClock
from bot.conversations.engine import (
    REVIEW,
    BrokenFlowError,
    Flow,
    Step,
    Store,
    check_flows,
)
from bot.conversations.flows import FLOWS
from bot.conversations.kinds import ChoiceKind, NumberKind, TextKind
from bot.domain.founding import FIELDS, STEPS, Field, StepKey
from bot.handlers.founding import load_data, recompute
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.speech.translation import Speaker, say
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.domain.test_founding import DATA

NOW = datetime.fromisoformat("2026-12-01T08:00:00+07:00")
KEYS = [
    step.key for step in STEPS if step.key not in (StepKey.OPEN_FOUNDING, StepKey.FOUNDING_MEMBERS)
]
PEOPLE = ("Nguyễn Văn Tư", "Trần Thị Lan", "Lê Thị Nga", "Phạm Văn Ơn", "Hồ Thị Bé")
VI = Speaker("vi", "anh/chị", "em")
HELD: dict[StepKey, dict[str, Any]] = {
    StepKey.FOUNDING_MEETING: {"date": "2026-11-08"},
    StepKey.DOSSIER_SUBMITTED: {"submitted_on": "2026-11-10"},
    StepKey.RECOGNITION_DECISION: {"date": "2026-11-15"},
}
"""Days that are over by the first of December, when these conversations take place."""
QUESTION = "câu lạc bộ sinh hoạt mấy lần một tháng vậy?"


async def prepare(path: Path, upto: int = 18) -> None:
    """A club with five members and a founding's data, up to a step."""
    database = Database(f"sqlite+aiosqlite:///{path}", durable=False)
    config = Settings(_env_file=None)
    clock = VirtualClock(NOW)
    database.keep_time(clock, "test")
    program = build_program(config, database, [])
    await program.pipeline.receive([Inbound(Address(NAME, "tu"), Incoming.START, update_key="0")])
    await program.work_off()

    def fill(uow: UnitOfWork) -> None:
        club = uow.clubs.add(
            unit_code="26686", hamlet="ấp", name="CLB", join_code="ABCDEF", created_by=1
        )
        uow.accounts.grant(1, "organiser", club_id=club.id)
        for name in PEOPLE:
            person_id = uow.people.add(full_name=name, birth_year=1960)
            uow.clubs.add_member(club, person_id, state="active", source="organiser")
        for step, fields in list(DATA.items())[:upto]:
            for field, value in (fields | HELD.get(step, {})).items():
                if isinstance(value, list) and value and isinstance(value[0], dict):
                    for entry in value:
                        kept = {key: each for key, each in entry.items() if key != "_item"}
                        uow.founding.add_item(club.id, step.value, field, kept, by=1)
                else:
                    uow.founding.put(club.id, step.value, field, value, by=1)
        for field, value in (("continue_below", True), ("reason", "ấp nhỏ")):
            uow.founding.put(club.id, StepKey.FOUNDING_MEMBERS.value, field, value, by=1)
        recompute(config.zone, uow, club.id)

    await database.run(fill)
    await database.close()


@pytest.fixture(scope="module")
def prepared(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("engine") / "club.db"
    shutil.copyfile(empty_database, path)
    asyncio.run(prepare(path))
    return path


class Person:
    """Somebody who fills in one step, and remembers what was said."""

    def __init__(self, program: Program, sent: list[dict[str, Any]], key: StepKey) -> None:
        self.program = program
        self.sent = sent
        self.key = key
        self.count = 0
        self.said: dict[str, Any] = {}

    def remember(self, name: str, value: Any) -> None:
        """What was said; with another answer of the commune its reasons are asked anew."""
        self.said[name] = value
        if name == "outcome":
            for each in ("what", "until", "reason"):
                self.said.pop(each, None)

    async def send(self, kind: Incoming, text: str = "") -> None:
        self.count += 1
        self.sent.clear()
        update = Inbound(Address(NAME, "tu"), kind, text, update_key=f"u{self.count}")
        await self.program.pipeline.receive([update])
        await self.program.work_off()
        while await self.program.dispatcher.tick():
            pass
        assert self.sent, (self.key, kind, text)

    async def type(self, text: str) -> None:
        await self.send(Incoming.TEXT, text)

    async def open(self) -> None:
        await self.send(Incoming.PRESS, f"a/step/1/{self.key.value}/do")

    async def state(self) -> dict[str, Any] | None:
        def look(uow: UnitOfWork) -> dict[str, Any] | None:
            row = uow.conversations.current(1)
            return row.state if row else None

        return await self.program.database.run(look)

    async def kept(self) -> dict[str, Any]:
        found = await self.program.database.run(lambda uow: load_data(uow, 1))
        return found.get(self.key.value, {})

    def field(self, name: str, inside: str | None = None) -> Field:
        found = next(each for each in FIELDS[self.key] if each.name == name)
        return next(each for each in found.fields if each.name == inside) if inside else found


FIXED = {
    "invited": "50", "present": "40", "for": "30", "against": "5", "abstain": "5", "votes": "20",
    "attended": "60", "households": "90", "days": "3", "board_size": "5",
    "quorum": "60", "adopt_share": "51", "loan_rate_month": "0,8", "term_years": "2",
    "loan_term_months": "12", "seats": "80", "older_total": "180", "want_to_join": "65",
}  # fmt: skip


def answers(key: StepKey, parent: str | None, field: Field) -> list[tuple[str, Any]]:
    """What people type for a field, and what is to be kept of it."""
    stem = f"founding.{key.value}." + (f"{parent}." if parent else "")
    shared = {"wishes": "area", "activity_area": "area", "post": "post", "sex": "sex"}

    def label(option: str) -> str:
        return VI.text(say(f"{shared.get(field.name, stem + field.name)}.{option}"))

    if field.name == "group_head":
        return []
    match field.kind:
        case "choice":
            return [(label(each).upper(), each) for each in field.choices]
        case "several":
            first, third = field.choices[0], field.choices[2]
            return [("1, 3", [first, third]), (label(third), [third])]
        case "name":
            return [("trần văn hùng", "Trần Văn Hùng"), ("Lê Thị Mận", "Lê Thị Mận")]
        case "year":
            plain = {"date": None, "estimated": False}
            return [("1960", {"year": 1960, **plain}), ("sinh năm 55", {"year": 1955, **plain})]
        case "date" if field.name == "survey_to":
            return [("20/11/2026", "2026-11-20")]
        case "date" if field.name == "survey_from":
            return [("ngày 2 tháng 11 năm 2026", "2026-11-02")]
        case "date" if field.past:
            return [("20/11/2026", "2026-11-20"), ("hom qua", "2026-11-30")]
        case "date":
            return [("15/1/2027", "2027-01-15"), ("thứ bảy tuần sau", "2026-12-12")]
        case "month":
            return [("tháng 4", 4), ("hằng tháng", 0)]
        case "time" if field.name == "end":
            return [("10 rưỡi sáng", "10:30")]
        case "time":
            return [("8h sáng", "08:00"), ("tám giờ rưỡi", "08:30")]
        case "phone":
            return [("0912.345.678", "+84912345678"), ("so 0387654321 nha", "+84387654321")]
        case "number":
            return [(FIXED[field.name], int(FIXED[field.name]))]
        case "percent":
            text = FIXED[field.name]
            return [(text, float(text.replace(",", ".")))]
        case "money" if field.name == "member_fee":
            return [("20 ngàn", 20_000), ("0", 0)]
        case "money":
            return [("5 triệu", 5_000_000), ("1tr5", 1_500_000)]
        case "confirm":
            return [("dạ có", True), ("chưa", False)]
        case "recurrence":
            return [("thứ bảy đầu tháng", {"kind": "weekday", "weekday": 5, "nth": 1})]
        case "member":
            return [
                (name.lower(), {"person": number, "name": f"{name} (1960)"})
                for number, name in enumerate(PEOPLE, 1)
            ]
    return [("tổ 3, ấp Hải Lạc", "tổ 3, ấp Hải Lạc"), ("nhà cô Lan", "nhà cô Lan")]


FREE = ("name", "text")
WAYS = (
    "answer",
    "answer",
    "answer",
    "answer",
    "back",
    "stop",
    "wrong",
    "question",
    "sticker",
    "doubt",
)


def alike(kept: Any, said: Any) -> bool:
    """Whether what is kept holds what was said (a rule may hold more than its words)."""
    if isinstance(said, dict) and isinstance(kept, dict):
        return all(kept.get(key) == value for key, value in said.items())
    return bool(kept == said)


async def press(person: Person, state: dict[str, Any], value: str) -> None:
    await person.send(Incoming.PRESS, f"c/{state['asked']}/{value}")


async def sure(person: Person, state: dict[str, Any], draw: Any, hurry: bool) -> None:
    if hurry or draw(st.booleans(), label="sure"):
        await person.type("đúng rồi")
        remember(person, state, state["pending"]["value"])
    else:
        await press(person, state, "+unsure")


async def review(person: Person, state: dict[str, Any], draw: Any, hurry: bool) -> None:
    if hurry or state.get("choosing") or draw(st.integers(0, 3), label="review"):
        if state.get("choosing"):
            names = [each.name for each in FIELDS[person.key]]
            name = draw(st.sampled_from(names), label="fix")
            await press(person, state, f"+fix{name}")
        else:
            await person.type("đúng hết rồi")
    else:
        await press(person, state, "+wrong")


async def entries(person: Person, state: dict[str, Any], draw: Any, hurry: bool) -> None:
    name = state["at"]
    field = person.field(name)
    there = person.said.setdefault(name, [])
    if state["list"]["mode"] in ("change", "remove"):
        chosen = draw(st.sampled_from(range(len(there))), label="entry")
        if state["list"]["mode"] == "remove":
            await press(person, state, f"+pick{there[chosen]['_item']}")
            there.pop(chosen)
        else:
            await press(person, state, f"+pick{there[chosen]['_item']}")
        return
    lowest = max(field.low_count, 1)
    if len(there) < lowest:
        await person.type("thêm")
        return
    ways = ["done", "done"] if hurry else ["done", "add", "change", "remove"]
    way = draw(st.sampled_from(ways), label="list")
    if way == "add" and len(there) >= lowest + 1:
        way = "done"
    await press(person, state, f"+{way}")


def remember(person: Person, state: dict[str, Any], value: Any) -> None:
    """What was said at the open question."""
    inside = state["list"]
    if inside is None:
        person.remember(state["at"], value)


async def one(person: Person, state: dict[str, Any], draw: Any, hurry: bool) -> None:
    inside = state["list"]
    parent = state["at"] if inside else None
    field = person.field(state["at"], inside["at"] if inside else None)
    way = "answer" if hurry else draw(st.sampled_from(WAYS), label="way")
    if way == "back":
        await person.type("quay lại")
    elif way == "stop" and not inside:
        await person.type("dừng")
        assert await person.state() is None
        await person.open()
    elif way == "wrong" and field.kind not in FREE:
        for _ in range(3):
            await person.type("xyzzy plugh")
        after = await person.state()
        assert after is not None
        assert after["at"] == state["at"]
    elif way == "question":
        await person.type(QUESTION)
        if field.kind in FREE:
            asked = await person.state()
            assert asked is not None
            await press(person, asked, "+question")
        assert any("mỗi tháng một lần" in line["text"] for line in person.sent)
    elif way == "sticker":
        await person.send(Incoming.STICKER)
    else:
        await answer(person, state, field, parent, draw)


async def answer(
    person: Person, state: dict[str, Any], field: Field, parent: str | None, draw: Any
) -> None:
    if field.kind == "file":
        await press(person, state, "+skip")
        return
    if field.name == "group_head":
        item = person.said["group_members"][0]["_item"]
        await press(person, state, str(item))
        person.said["group_head"] = str(item)
        return
    typed, meant = draw(st.sampled_from(answers(person.key, parent, field)), label="said")
    await person.type(typed)
    after = await person.state()
    if after is not None and after["pending"]:
        assert alike(after["pending"]["value"], meant), (field.name, typed, after["pending"])
        return
    if parent is None:
        person.remember(field.name, meant)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.value)
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_was_said_is_what_is_kept(key: StepKey, data: st.DataObject, prepared: Path) -> None:
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name) / "bot.db"
    shutil.copyfile(prepared, path)

    async def run() -> None:
        database = Database(f"sqlite+aiosqlite:///{path}", durable=False)
        config = Settings(_env_file=None)
        clock = VirtualClock(NOW)
        sent: list[dict[str, Any]] = []
        channel = ScriptChannel(sent.append, clock.now, config.zone)
        database.keep_time(clock, "test")
        program = build_program(config, database, [channel])
        person = Person(program, sent, key)

        def empty(uow: UnitOfWork) -> None:
            for datum in uow.founding.data(1, key.value):
                uow.founding.remove(1, key.value, datum.field, datum.item)
            recompute(config.zone, uow, 1)

        try:
            await database.run(empty)
            await Walk(person, data.draw).run()
            kept = await person.kept()
            for name, value in person.said.items():
                assert alike_all(kept.get(name), value), (name, kept.get(name), value)
        finally:
            await database.close()

    with folder:
        asyncio.run(run())


def alike_all(kept: Any, said: Any) -> bool:
    if isinstance(said, list) and said and isinstance(said[0], dict):
        if kept is None or len(kept) != len(said):
            return False
        return all(
            all(alike(one.get(name), value) for name, value in other.items())
            for one, other in zip(kept, said, strict=True)
        )
    if said == []:
        return kept in (None, [])
    return alike(kept, said)


class Walk:
    """A walk through a step that keeps entries of lists in the model too."""

    def __init__(self, person: Person, draw: Any) -> None:
        self.person = person
        self.draw = draw
        self.draft: dict[str, Any] = {}

    async def run(self) -> None:
        person = self.person
        await person.open()
        for turn in range(400):
            state = await person.state()
            if state is None:
                return
            await self.step(state, turn > 50)
        raise AssertionError("this step never ends")

    async def step(self, state: dict[str, Any], hurry: bool) -> None:
        person = self.person
        inside = state["list"]
        before = dict(inside["draft"]) if inside and inside["mode"] == "item" else None
        if state["pending"]:
            await sure(person, state, self.draw, hurry)
        elif state["at"] == REVIEW:
            await review(person, state, self.draw, hurry)
        elif inside and inside["mode"] != "item":
            await entries(person, state, self.draw, hurry)
        else:
            await one(person, state, self.draw, hurry)
        if before is not None:
            await self.entry(state)

    async def entry(self, state: dict[str, Any]) -> None:
        """An entry that was finished stands in the list, as the last words about it were."""
        person, name = self.person, state["at"]
        after = await person.state()
        if after is None or after["at"] != name:
            return
        now = after["list"]
        if now and now["mode"] == "menu":
            person.said[name] = (await person.kept()).get(name, [])


def test_every_flow_is_whole() -> None:
    check_flows(FLOWS, lambda _key: True)


def flow(*steps: Step, key: str = "test") -> Flow:
    return Flow(key=key, steps=steps, finish=lambda *_: None, store=Store())


@pytest.mark.parametrize(
    "flows",
    [
        [flow()],
        [flow(Step("a", TextKind()), Step("a", TextKind()))],
        [flow(Step("a", TextKind())), flow(Step("b", TextKind()))],
        [flow(Step("a", ChoiceKind()))],
        [flow(Step("a", ChoiceKind(("x", "x"))))],
        [flow(Step("a", NumberKind(), items=(Step("b", TextKind()),), lowest=3, highest=2))],
    ],
)
def test_a_broken_table_is_refused(flows: list[Flow]) -> None:
    with pytest.raises((BrokenFlowError, ValueError)):
        check_flows(flows, lambda _key: True)


def test_a_question_without_words_is_refused() -> None:
    with pytest.raises(BrokenFlowError):
        check_flows([flow(Step("a", TextKind()))], lambda key: not key.endswith(".ask"))
