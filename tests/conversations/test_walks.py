"""Every conversation that is registered, walked over the real storage by nobody naming it.

Leaving, going back, a question in the middle, a picture, nonsense; a restart between any two inputs.
What was said is what the conversation ends with, and what stands in the database then.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.conversations.engine import Answers, Flow, Step
from bot.conversations.engine.kinds import Kind, TextKind
from bot.conversations.own_data import KEEP
from bot.domain.membership import TOLD_TO_CLUB
from bot.handlers.registry import FLOWS
from bot.storage.unit_of_work import UnitOfWork
from tests.conversations.prepared import NOW
from tests.conversations.real import RealChat
from tests.conversations.sayings import CannotBeWalkedError
from tests.conversations.walking import Walk
from tests.conversations.world import Beginning, Worlds, beginnings, step_of, without_step

Check = Callable[[UnitOfWork, Answers], None]

# What stands in the database at the end, by the flow's key


def whole(uow: UnitOfWork, said: Answers) -> None:
    """A person's row holds what was said of him."""
    if said.get("roster", "agreed").startswith("refused") or "full_name" not in said:
        return
    membership, person = max(uow.clubs.roster(1), key=lambda each: each[1].id)
    assert person.full_name == said["full_name"]
    assert person.birth_year == said["birth"]["year"]
    assert person.sex == said["sex"]
    assert membership.address == said.get("address")
    assert membership.phone == said.get("phone")
    consents = uow.people.consents(person.id, 1)
    for purpose, key in (("roster", "roster"), ("reminders", "reminders"), ("sharing", "sharing")):
        if key in said:
            assert consents[purpose].agreed is said[key].startswith("agreed")
    withheld = str(said.get("circumstances_consent", "")).startswith("refused")
    if withheld or said.get("circumstances_noted") is False:
        assert membership.circumstances == "undisclosed"
    elif "circumstances" in said:
        assert membership.circumstances == ";".join(said["circumstances"])
    if "way" in said:
        assert consents["roster"].way == said["way"]
        assert consents["roster"].answered_on.isoformat() == said["consent_date"]
        for purpose in ("reminders", "circumstances", "sharing"):
            if f"{purpose}_noted" in said:
                assert consents[purpose].agreed is said[f"{purpose}_noted"]
                assert consents[purpose].words == f"registration.{purpose}_noted.ask"


def an_event(uow: UnitOfWork, said: Answers) -> None:
    """The event's row holds what was said of it."""
    event = uow.events.get(2)
    when = said["when"]
    assert event.recurrence == when["recurrence"]
    assert event.hour == (when["hour"] or said["hour"])
    assert event.place == (when["place"] or said["place"])
    assert event.bring == said.get("bring")
    assert event.fasting == said.get("fasting")
    assert event.places == said.get("places")


def corrected(uow: UnitOfWork, said: Answers) -> None:
    """The corrected thing is what was said."""
    person, what = uow.people.get(1), said["what"]
    if what == "birth":
        assert person.birth_year == said["birth"]["year"]
    elif what in TOLD_TO_CLUB:
        assert getattr(uow.clubs.memberships_of(1)[0], what) == said[what]
    else:
        assert getattr(person, what) == said[what]


def reasoned(uow: UnitOfWork, said: Answers) -> None:
    """The reason stands with the step."""
    kept = {each.field: each.value for each in uow.founding.data(1, "founding_members")}
    step = uow.founding.steps(1)["founding_members"]
    assert (kept["reason"] if said["what"] == "fewer" else step.reason) == said["reason"]


def invited(uow: UnitOfWork, said: Answers) -> None:
    """The day and the hour stand with the founding meeting."""
    kept = {each.field: each.value for each in uow.founding.data(1, "founding_meeting")}
    assert kept.get("planned_date") == said.get("date")
    assert kept.get("planned_time") == said.get("hour")


def opened(uow: UnitOfWork, said: Answers) -> None:
    """The club that was opened is what was said."""
    club = uow.clubs.get(2)
    assert (club.unit_code, club.hamlet, club.name) == (
        said["club_area"], said["hamlet"], said["club_name"],
    )  # fmt: skip


def moved(uow: UnitOfWork, said: Answers) -> None:
    """The occurrence stands at its new time."""
    occurrence = uow.events.occurrence(1)
    local = occurrence.starts_at.astimezone(NOW.tzinfo)
    day = said["day"]
    assert local.date().isoformat() == day["date"]
    assert local.strftime("%H:%M") == (day.get("hour") or said["hour"])
    assert occurrence.place == (day.get("place") or said.get("place", "nhà văn hóa"))
    assert occurrence.plan_version == 2


def changed(uow: UnitOfWork, said: Answers) -> None:
    """The event takes place as was said from now on."""
    event, how = uow.events.get(1), said["how"]
    assert event.recurrence == how["recurrence"]
    assert event.hour == (said["hour"] if how["asks_hour"] else how["hour"])


def counted(uow: UnitOfWork, said: Answers) -> None:
    """How many came stands with the occurrence."""
    assert uow.events.occurrence(1).attended == said["attended"]


def addressed(uow: UnitOfWork, said: Answers) -> None:
    """The account is addressed as it asked."""
    assert uow.accounts.get(1).form_of_address == said["form"]


def kept(uow: UnitOfWork, said: Answers) -> None:
    """Deleted, or not, as was said."""
    assert (uow.people.get(1).full_name is None) is (said["sure"] != KEEP)


def replied(uow: UnitOfWork, said: Answers) -> None:
    """The reply is on its way, word for word."""
    texts = [row.text for row in uow.outbox.history(1)]
    assert any(said["text"] in text for text in texts)


def reminded(uow: UnitOfWork, said: Answers) -> None:
    """A consent row of its own holds the answer."""
    assert uow.people.agrees(1, 1, "reminders") is said["reminders"].startswith("agreed")


def noted(uow: UnitOfWork, said: Answers) -> None:
    """What the person answered an organiser, how and when."""
    consent = uow.people.consents(1, 1)["circumstances"]
    assert consent.agreed is (said["answer"] == "agreed")
    assert (consent.way, consent.answered_on.isoformat()) == (said["way"], said["consent_date"])


CHECKS: dict[str, Check] = {
    "registration": whole,
    "event": an_event,
    "series": changed,
    "reason": reasoned,
    "correct": corrected,
    "open_founding": opened,
    "move": moved,
    "invitation": invited,
    "count": counted,
    "address": addressed,
    "delete": kept,
    "reply": replied,
    "remind": reminded,
    "note_consent": noted,
}
"""Of other flows it is enough that what was said is what they end with."""


@pytest.fixture(scope="module")
def worlds(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    return Worlds(empty_database, tmp_path_factory.mktemp("worlds"))


async def walk(beginning: Beginning, path: Path, data: st.DataObject) -> None:
    chat = RealChat(path, beginning.flow, FLOWS, beginning.who)
    chat.args = beginning.args
    key = step_of(beginning.flow)
    if key:
        await chat.run(lambda uow: without_step(uow, key))
    walked = Walk(chat, lambda options: data.draw(st.sampled_from(options)))
    await walked.run()
    check = CHECKS.get(beginning.flow.key)
    (end,) = chat.ends
    walked.check(end)
    if check is not None:
        await chat.run(lambda uow: check(uow, end.answers))
    await chat.close()


@pytest.mark.parametrize("beginning", beginnings(FLOWS), ids=lambda each: each.name)
@settings(
    max_examples=2,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_was_said_is_what_is_kept(
    beginning: Beginning, data: st.DataObject, worlds: Worlds
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        upto = 18 if step_of(beginning.flow) else 11
        path = worlds.copy(Path(folder), upto=upto)
        asyncio.run(walk(beginning, path, data))


class OtherKind(Kind[str]):
    """A kind of which nobody told what people say to it."""


def test_a_flow_that_nobody_can_walk_fails() -> None:
    plain = Flow("other", (Step("a", TextKind()),), lambda *_: None)
    assert [each.name for each in beginnings([plain])] == ["other"]
    with pytest.raises(CannotBeWalkedError, match="moon"):
        beginnings([replace(plain, args={"moon": str})])
    with pytest.raises(CannotBeWalkedError, match="OtherKind"):
        beginnings([replace(plain, steps=(Step("a", OtherKind()),))])
