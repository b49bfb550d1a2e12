"""A scene is read strictly: whatever it can't be is told with the key."""

from __future__ import annotations

import pytest

from bot.intents.scene import Asked, Role, Scene, SceneError, read_scene


def test_a_whole_scene() -> None:
    scene = read_scene(
        {
            "role": "helper",
            "people": [{"called": "bà nội"}, {"called": "tôi", "self": True}],
            "asked": "choice",
            "choices": ["Có", "Không"],
            "reminder": [{"event": "meeting", "people": ["bà nội"]}],
            "now": "2026-12-01T08:00:00+07:00",
            "lang": "en",
        }
    )
    assert scene.role is Role.HELPER
    assert [person.called for person in scene.people] == ["bà nội", "tôi"]
    assert scene.own == "tôi"
    assert scene.asked is Asked.CHOICE
    assert scene.reminder[0].event == "meeting"
    assert scene.waiting == ("bà nội",)
    assert scene.now is not None
    assert scene.now.utcoffset() is not None


@pytest.mark.parametrize("raw", [None, {}, {"people": None, "asked": None, "role": None}])
def test_every_part_may_be_missing(raw: object) -> None:
    assert read_scene(raw) == Scene()


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ([], "scene: an object is expected"),
        ({"rolle": "member"}, "scene has no 'rolle'"),
        ({"role": "king"}, "role: 'king' is none of guest"),
        ({"role": 3}, "role: a text is expected"),
        ({"asked": "shoe size"}, "asked: 'shoe size' is none of choice"),
        ({"people": {"called": "bà"}}, "people: a list is expected"),
        ({"people": [{"self": True}]}, "people: called: a text is expected"),
        ({"people": [{"called": "bà", "self": "yes"}]}, "people: self is true or false"),
        ({"choices": [1]}, "choices: a text is expected"),
        ({"reminder": [{"people": []}]}, "reminder: event is missing"),
        ({"reminder": [{"event": "wedding"}]}, "reminder: event: 'wedding' is none of meeting"),
        ({"now": "tomorrow"}, "now: 'tomorrow' is no ISO time"),
        ({"now": "2026-12-01T08:00:00"}, "now: the offset is missing"),
        ({"lang": "fr"}, "lang: 'fr' is none of vi, en"),
    ],
)
def test_what_cannot_be_is_told_with_its_key(raw: object, told: str) -> None:
    with pytest.raises(SceneError, match="^" + told.replace("(", r"\(")):
        read_scene(raw)
