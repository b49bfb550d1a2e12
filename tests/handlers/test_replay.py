"""What people typed goes through the chat and through `understand`: both take it for the same.

A seeded part of the labelled messages that members, relatives, organisers and officers said while
nothing was asked. Where `understand` is sure, the reader that took the text in the chat must be one
that its intent may have.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.intents.arbiter import understand
from bot.intents.samples import Line, load_samples
from bot.intents.scene import OWN, Person, Role, Scene
from bot.intents.understanding import Intent
from bot.settings import Settings
from tests.conftest import NOW, Talk
from tests.examples import one_in
from tests.handlers.test_attendance import relative
from tests.handlers.test_readers import Scenes
from tests.handlers.test_registration import myself

HOW_MANY = 200
AGREEING = 0.97
"""Of those of which `understand` is sure; what is left are words of command and of the club."""
WHO = {
    Role.MEMBER: ("sau", (Person(OWN, True),)),
    Role.HELPER: ("hanh", (Person("bà nội", False),)),
    Role.ORGANISER: ("tu", ()),
    Role.COORDINATOR: ("minh", ()),
}
OWN_DATA = (
    Intent.SEE_DATA, Intent.CORRECT_DATA, Intent.EXPORT_DATA, Intent.DELETE_DATA,
    Intent.WITHDRAW_CONSENT, Intent.LEAVE_CLUB, Intent.MUTE, Intent.UNMUTE, Intent.NEW_PHONE,
    Intent.LANGUAGE,
)  # fmt: skip
EVENTS = (
    Intent.SET_EVENT, Intent.MOVE_EVENT, Intent.CANCEL_EVENT, Intent.END_SERIES,
    Intent.CHANGE_SERIES, Intent.ATTENDANCE_LIST, Intent.EVENT_QUESTION,
)  # fmt: skip
SCREENS = (
    Intent.ROSTER,
    Intent.CALL_LIST,
    Intent.REPORT,
    Intent.INVITE,
    Intent.STEPS,
    Intent.PAPERS,
)
COMMANDS = (
    Intent.NAVIGATE, Intent.GREETING, Intent.THANKS, Intent.HUMAN, Intent.ANSWER, Intent.SMALL_TALK,
    Intent.JOIN, Intent.REGISTER, Intent.MUTE, Intent.UNCLEAR,
)  # fmt: skip
TAKEN: dict[str, tuple[Intent, ...]] = {
    # It is heard early: what sounds like a danger and is none costs a question.
    "danger": (Intent.DANGER, Intent.UNWELL, Intent.CANNOT_READ, Intent.SMALL_TALK),
    "secret": (Intent.SECRET, Intent.SCAM),
    "warned": (Intent.SCAM, Intent.SECRET, Intent.DANGER),
    "own_data": OWN_DATA,
    "everywhere": OWN_DATA,
    "language": OWN_DATA,
    "alive": (Intent.DEATH_UNDONE,),
    "away": (Intent.UNWELL,),
    "back": (Intent.UNWELL, Intent.UNMUTE),
    "code": (Intent.CODE, Intent.JOIN),
    "later": (Intent.ATTEND, Intent.DEATH, Intent.UNWELL),
    "event_question": EVENTS,
    "command": COMMANDS,
    "steps": (*SCREENS, Intent.QUESTION),
    "staff": (*SCREENS, *EVENTS),
    # Nothing stands there yet that could be changed.
    "sets_event": (Intent.SET_EVENT, Intent.CHANGE_SERIES),
    "registration": (Intent.REGISTER, Intent.JOIN),
    "address_form": (Intent.ADDRESS_FORM,),
    "unwell": (Intent.UNWELL, Intent.LONELY),
    "question": (Intent.QUESTION, Intent.UNCLEAR, Intent.ANSWER),
    "not_understood": (Intent.UNCLEAR, Intent.ANSWER, Intent.SMALL_TALK),
}
"""By reader, what a text may mean that it takes; `understood` follows the understanding itself."""
HEARD = (
    Intent.DANGER, Intent.SCAM, Intent.SECRET, Intent.DEATH, Intent.COMPLAINT, Intent.HUMAN,
    Intent.MUTE,
)  # fmt: skip
"""What must be heard: no other reader may take one of these."""


@pytest.fixture(scope="module")
def chats(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenes]:
    path = tmp_path_factory.mktemp("replay") / "bot.db"
    shutil.copyfile(empty_database, path)
    path.chmod(0o600)
    settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}")
    talk = Talk(settings)
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    relative(talk, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    for who, _ in WHO.values():
        # Nothing stands last in the chat but a courteous word.
        talk.text(who, "cảm ơn con")
    found = Scenes(settings, {})
    yield found
    found.close()


def replayed() -> list[Line]:
    lines = [
        line
        for line in load_samples()
        if line.gold is not None
        and line.scene.role in WHO
        and line.scene.asked is None
        and not line.scene.reminder
        and line.scene.lang == "vi"
    ]
    return random.Random(12).sample(lines, HOW_MANY)


@one_in(2)
def test_the_chat_and_understand_agree(chats: Scenes, every: int) -> None:
    now = datetime.fromisoformat(NOW)
    sure, apart, unheard = 0, [], []
    readers: Counter[str] = Counter()
    for line in replayed()[::every]:
        who, people = WHO[line.scene.role]
        meaning = understand(line.text, Scene(role=line.scene.role, people=people, now=now))
        reader = chats.reader_of(who, line.text)
        readers[reader] += 1
        if not meaning.sure:
            continue
        sure += 1
        if reader != "understood" and meaning.intent not in TAKEN.get(reader, ()):
            apart.append(f"{who}: {line.text!r}: {meaning.intent.value}, taken by {reader}")
            if meaning.intent in HEARD:
                unheard.append(apart[-1])
    assert unheard == []
    assert sure >= HOW_MANY / every / 2
    assert len(apart) <= sure * (1 - AGREEING), "\n".join(apart)
