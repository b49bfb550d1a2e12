"""Whatever is typed is taken for something, and nothing is ever raised."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.domain.events import KINDS
from bot.intents.arbiter import understand
from bot.intents.scene import Asked, Person, Reminder, Role, Scene
from bot.intents.understanding import Intent
from tests.examples import examples

SCENES = st.builds(
    Scene,
    role=st.sampled_from(Role),
    people=st.lists(
        st.builds(Person, st.sampled_from(["bà nội", "tôi", "ông xã", "má", "grandma", ""]), st.booleans()),
        max_size=3,
    ).map(tuple),
    asked=st.none() | st.sampled_from(Asked),
    choices=st.lists(st.text(max_size=12), max_size=4).map(tuple),
    reminder=st.lists(
        st.builds(Reminder, st.sampled_from(sorted(KINDS)), st.just(("bà nội",))), max_size=2
    ).map(tuple),
    now=st.none() | st.datetimes(timezones=st.just(__import__("datetime").UTC)),
    lang=st.sampled_from(["vi", "en"]),
)  # fmt: skip
WORDS = st.lists(
    st.sampled_from(
        "bà ông nội mất té cháy không đi 0912345678 077060003344 2️⃣ số hai ngày mai đồng ý 1948 tuổi . , ? 👍".split()
    ),
    max_size=12,
).map(" ".join)


@example(text="0", scene=Scene(asked=Asked.CHOICE, choices=("0",)))
@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=200) | WORDS, scene=SCENES)
def test_anything_is_taken_for_something(text: str, scene: Scene) -> None:
    found = understand(text, scene)
    assert isinstance(found.intent, Intent)
    assert found.intent not in found.others
    assert len(found.others) <= 2
    found.as_json()
    again = understand(text, scene)
    assert again == found


@pytest.mark.parametrize(
    "text",
    ["a" * 10_000, "bà nội mất " * 900, "1" * 10_000, "9 " * 5_000, "\x00\ud800", "👵" * 5_000, "(" * 9_000,
     "ạ ơi " * 2_000, "không " * 1_600, "\n" * 10_000, "́" * 10_000],
)  # fmt: skip
@pytest.mark.parametrize(
    "asked", [None, Asked.NAME, Asked.YEAR, Asked.PHONE, Asked.NUMBER, Asked.MONEY]
)
def test_long_and_odd_texts(text: str, asked: Asked | None) -> None:
    understand(text, Scene(asked=asked))
