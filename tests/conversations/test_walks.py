"""Every other conversation, walked through with all that people do on the way.

The model is what was said last at each question; the rows are compared with it at the end.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.app import build_program
from bot.channels.script import NAME, ScriptChannel
from bot.clock import VirtualClock
from bot.conversations.engine import REVIEW
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.conversations.test_engine import NOW, QUESTION, prepare

PLAIN = {"date": None, "estimated": False}
Said = list[tuple[str, Any]]

WORDS: dict[str, Said] = {
    "called": [("má", "má"), ("bà ngoại", "bà ngoại")],
    "relation": [("Cha mẹ", "parent"), ("hàng xóm", "neighbour")],
    "present": [("Tôi đang cầm máy", "here")],
    "roster": [("đồng ý", "agreed:typed")],
    "reminders": [("dong y", "agreed:typed"), ("không đồng ý", "refused:typed")],
    "full_name": [("trần thị tám", "Trần Thị Tám"), ("Lê Văn Chín", "Lê Văn Chín")],
    "way": [("Nói trước cuộc họp", "aloud"), ("Qua điện thoại", None)],
    "consent_date": [("hôm nay", "2026-12-01"), ("20/11/2026", "2026-11-20")],
    "birth": [("1952", {"year": 1952, **PLAIN}), ("sn 47", {"year": 1947, **PLAIN})],
    "sex": [("nữ", "female"), ("NAM", "male")],
    "address": [("tổ 3, ấp Hải Lạc", "tổ 3, ấp Hải Lạc")],
    "phone": [("0912 345 678", "+84912345678"), ("so 0387654321 nha", "+84387654321")],
    "contact_person": [("con gái tên Hạnh", "con gái tên Hạnh")],
    "circumstances_consent": [("đồng ý", "agreed:typed"), ("không đồng ý", "refused:typed")],
    "circumstances": [("2", ["near_poor"]), ("1, 4", ["poor", "disabled"])],
    "sharing": [("đồng ý", "agreed:typed"), ("không đồng ý", "refused:typed")],
    "reminders_noted": [("có", True), ("không", False)],
    "circumstances_noted": [("có", True), ("không", False)],
    "sharing_noted": [("có", True), ("không", False)],
    "when": [("8 giờ sáng 20/12/2026, nhà văn hóa", None), ("thứ bảy đầu tháng", None)],
    "hour": [("8 rưỡi", "08:30"), ("2 giờ chiều", "14:00")],
    "place": [("đình Hải Lạc", "đình Hải Lạc")],
    "bring": [("sổ khám bệnh", "sổ khám bệnh")],
    "places": [("30", 30), ("mười lăm", 15)],
    "day": [
        ("27/12/2026", None),
        ("chu nhat 27/12/2026 9h sang dinh Hai Lac", None),
    ],
    "fasting": [("Có dặn", "yes"), ("chưa rõ", "unknown")],
    "attended": [("48", 48)],
    "reason": [("ấp ít người quá", "ấp ít người quá")],
    "what": [("Chỗ ở", "address"), ("Năm sinh", "birth")],
    "club_area": [("Xã Phước Hải", "26686"), ("xã đất đỏ", "26680")],
    "hamlet": [("ấp Hải Lạc", "ấp Hải Lạc"), ("khu phố 3", "khu phố 3")],
    "club_name": [("CLB Hải Lạc hai", "CLB Hải Lạc hai")],
    "answer": [("Đồng ý", "agreed"), ("không đồng ý", "refused")],
    "form": [("cô", "cô"), ("chú", "chú")],
    "sure": [("không", False), ("dạ có", True)],
    "text": [("Dạ họp ở nhà văn hóa", "Dạ họp ở nhà văn hóa")],
}
WORDS["way"] = WORDS["way"][:1]
FREE = (
    "called", "full_name", "address", "contact_person", "place", "bring", "reason", "hamlet",
    "club_name", "text",
)  # fmt: skip
CONSENTS = ("roster", "reminders", "circumstances_consent", "sharing")
WAYS = ("answer", "answer", "answer", "back", "stop", "wrong", "question", "sticker")


def whole(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """A person's row holds what was said of him."""
    person = max((person for _, person in uow.clubs.roster(1)), key=lambda each: each.id)
    assert person.full_name == said["full_name"]
    assert person.birth_year == said["birth"]["year"]
    assert person.sex == said["sex"]
    assert person.address == said["address"]
    assert person.phone == said.get("phone")
    consents = uow.people.consents(person.id, 1)
    for purpose, key in (("roster", "roster"), ("reminders", "reminders"), ("sharing", "sharing")):
        if key in said:
            assert consents[purpose].agreed is said[key].startswith("agreed")
    withheld = str(said.get("circumstances_consent", "")).startswith("refused")
    if withheld or said.get("circumstances_noted") is False:
        assert person.circumstances == "undisclosed"
    elif "circumstances" in said:
        assert person.circumstances == ";".join(said["circumstances"])
    if "way" in said:
        assert consents["roster"].way == said["way"]
        assert consents["roster"].answered_on.isoformat() == said["consent_date"]
        for purpose in ("reminders", "circumstances", "sharing"):
            if f"{purpose}_noted" in said:
                assert consents[purpose].agreed is said[f"{purpose}_noted"]
                assert consents[purpose].words == f"registration.{purpose}_noted.ask"


def an_event(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """The event's row holds what was said of it."""
    event = uow.events.get(1)
    when = said["when"]
    assert event.recurrence == when["recurrence"]
    assert event.hour == (when["hour"] or said["hour"])
    assert event.place == (when["place"] or said["place"])
    assert event.bring == said.get("bring")
    assert event.fasting == said.get("fasting")
    assert event.places == said.get("places")


def corrected(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """The corrected thing is what was said."""
    person = uow.people.get(1)
    if said["what"] == "address":
        assert person.address == said["address"]
    else:
        assert person.birth_year == said["birth"]["year"]


def reasoned(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """The reason stands with the step."""
    kept = {each.field: each.value for each in uow.founding.data(1, "founding_members")}
    assert kept["reason"] == said["reason"]


def opened(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """The club that was opened is what was said."""
    club = uow.clubs.get(2)
    assert (club.unit_code, club.hamlet, club.name) == (
        said["club_area"], said["hamlet"], said["club_name"],
    )  # fmt: skip


def moved(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """The occurrence stands at its new time."""
    occurrence = uow.events.occurrence(1)
    local = occurrence.starts_at.astimezone(NOW.tzinfo)
    day = said["day"]
    assert local.date().isoformat() == day["date"]
    assert local.strftime("%H:%M") == (day.get("hour") or said["hour"])
    assert occurrence.place == (day.get("place") or said.get("place", "nhà văn hóa"))
    assert occurrence.plan_version == 2


def counted(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """How many came stands with the occurrence."""
    assert uow.events.occurrence(1).attended == said["attended"]


def addressed(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """The account is addressed as it asked."""
    assert uow.accounts.get(1).form_of_address == said["form"]


def kept(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """Deleted, or not, as was said."""
    assert (uow.people.get(1).full_name is None) is said["sure"]


def replied(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """The reply is on its way, word for word."""
    texts = [row.text for row in uow.outbox.history(1)]
    assert any(said["text"] in text for text in texts)


def reminded(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """A consent row of its own holds the answer."""
    assert uow.people.agrees(1, 1, "reminders") is said["reminders"].startswith("agreed")


def noted(uow: UnitOfWork, said: dict[str, Any]) -> None:
    """What the person answered an organiser, how and when."""
    consent = uow.people.consents(1, 1)["circumstances"]
    assert consent.agreed is (said["answer"] == "agreed")
    assert (consent.way, consent.answered_on.isoformat()) == (said["way"], said["consent_date"])


def with_event(uow: UnitOfWork, day: str) -> None:
    """A meeting of the club on a day."""
    event = uow.events.add(
        club_id=1, kind="meeting", recurrence={"kind": "once", "date": day}, hour="08:00",
        place="nhà văn hóa", bring=None, places=None, created_by=1, extend_at=None,
    )  # fmt: skip
    starts_at = datetime.fromisoformat(f"{day}T08:00:00+07:00")
    uow.events.add_occurrence(
        event_id=event.id, club_id=1, nominal_on=starts_at.date(), starts_at=starts_at,
        place="nhà văn hóa", state="planned" if starts_at > NOW else "held", plan_version=1,
        plan_at=None,
    )  # fmt: skip


SETUPS: dict[str, Callable[[UnitOfWork], Any]] = {
    "remind": lambda uow: uow.people.speak_for(1, 1, "self", is_self=True, told=True),
    "correct": lambda uow: uow.people.speak_for(1, 1, "self", is_self=True, told=True),
    "delete": lambda uow: uow.people.speak_for(1, 1, "self", is_self=True, told=True),
    "open": lambda uow: uow.accounts.grant(1, "organiser", area="dat-do"),
    "move": lambda uow: with_event(uow, "2026-12-20"),
    "count": lambda uow: with_event(uow, "2026-11-28"),
    "reply": lambda uow: uow.conversations.add_enquiry(1, 1, "Họp ở đâu?"),
}
Check = Callable[[UnitOfWork, dict[str, Any]], None]
FLOWS: dict[str, tuple[str, str, Check]] = {
    "self": ("guest", "a/register/self/1", whole),
    "relative": ("guest", "a/register/relative/1", whole),
    "organiser": ("tu", "a/register/organiser/1", whole),
    "meeting": ("tu", "a/event/1/meeting", an_event),
    "health_check": ("tu", "a/event/1/health_check", an_event),
    "training": ("tu", "a/event/1/training", an_event),
    "fewer": ("tu", "a/fewer/1", reasoned),
    "correct": ("tu", "a/correct/1", corrected),
    "open": ("tu", "a/found", opened),
    "move": ("tu", "a/move/1", moved),
    "count": ("tu", "a/count/1", counted),
    "address": ("tu", "a/address", addressed),
    "delete": ("tu", "a/delete/1", kept),
    "reply": ("tu", "a/reply/1", replied),
    "remind": ("tu", "a/remind/1/1", reminded),
    "note": ("tu", "a/note/1/circumstances", noted),
}


@pytest.fixture(scope="module")
def prepared(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("walks") / "club.db"
    shutil.copyfile(empty_database, path)
    asyncio.run(prepare(path, upto=11))
    return path


@pytest.mark.parametrize("name", FLOWS)
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_was_said_is_what_is_kept(name: str, data: st.DataObject, prepared: Path) -> None:
    who, start, check = FLOWS[name]

    async def run(path: Path) -> None:
        database = Database(f"sqlite+aiosqlite:///{path}", durable=False)
        config = Settings(_env_file=None)
        clock = VirtualClock(NOW)
        sent: list[dict[str, Any]] = []
        channel = ScriptChannel(sent.append, clock.now, config.zone)
        database.keep_time(clock, "test")
        program = build_program(config, database, [channel])
        said: dict[str, Any] = {}
        numbers = iter(range(100_000))

        async def send(kind: Incoming, text: str = "") -> None:
            sent.clear()
            update = Inbound(Address(NAME, who), kind, text, update_key=f"w{next(numbers)}")
            await program.pipeline.receive([update])
            await program.work_off()
            while await program.dispatcher.tick():
                pass
            assert sent, (kind, text)

        async def state() -> dict[str, Any] | None:
            def look(uow: UnitOfWork) -> dict[str, Any] | None:
                account = uow.accounts.find(Address(NAME, who))
                row = uow.conversations.current(account.id) if account else None
                return row.state if row else None

            return await database.run(look)

        if name in SETUPS:
            await database.run(lambda uow: SETUPS[name](uow))
        await send(Incoming.PRESS, start)
        for turn in range(200):
            now = await state()
            if now is None:
                break
            hurry, at = turn > 40, now["at"]
            if now["pending"]:
                if hurry or data.draw(st.booleans()):
                    said[at] = now["pending"]["value"]
                    await send(Incoming.TEXT, "đúng rồi")
                else:
                    await send(Incoming.TEXT, "không phải")
                continue
            if at == REVIEW:
                await send(Incoming.TEXT, "đúng hết rồi")
                continue
            way = "answer" if hurry else data.draw(st.sampled_from(WAYS))
            if way == "back":
                await send(Incoming.TEXT, "quay lại")
            elif way == "stop":
                await send(Incoming.TEXT, "dừng")
                assert await state() is None
                await send(Incoming.PRESS, start)
                again = await state()
                assert again is not None
                if again["at"] != at or again["asked"] < now["asked"]:
                    said.clear()
                    said.update(
                        {key: value for key, value in again["answers"].items() if key in WORDS}
                    )
            elif way == "wrong" and at not in FREE and at not in CONSENTS:
                for _ in range(3):
                    await send(Incoming.TEXT, "xyzzy plugh")
                after = await state()
                assert after is not None
                assert after["at"] == at
            elif way == "question" and at not in FREE and at not in CONSENTS:
                await send(Incoming.TEXT, QUESTION)
                assert any("mỗi tháng một lần" in line["text"] for line in sent)
            elif way == "sticker":
                await send(Incoming.STICKER)
            else:
                typed, meant = data.draw(st.sampled_from(WORDS[at]))
                await send(Incoming.TEXT, typed)
                after = await state()
                if meant is not None and (after is None or not after["pending"]):
                    said[at] = meant
        else:
            raise AssertionError("this conversation never ends")
        await database.run(lambda uow: check(uow, said))
        await database.close()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bot.db"
        shutil.copyfile(prepared, path)
        asyncio.run(run(path))
