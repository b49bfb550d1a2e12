"""The features and the tables that are put together of what they bring."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from bot import buttons, handlers
from bot.conversations import effects
from bot.domain.due import DueKind
from bot.handlers.effects import THROUGH_TABLES
from bot.handlers.feature import Action, Feature, FeatureError, together
from bot.handlers.guards import anyone, organiser
from bot.handlers.registry import EFFECTS, FEATURES, HANDLINGS, SLASH


def test_every_folder_with_a_feature_is_in_the_registry_under_its_name() -> None:
    folders = {path.parent.name for path in Path(handlers.__path__[0]).glob("*/feature.py")}
    assert folders == {each.name for each in FEATURES}
    assert len(FEATURES) == len(folders)


def test_two_features_with_one_button_are_refused_with_both_their_names() -> None:
    action = Action(lambda services, turn: None, anyone)
    pair = [Feature(name, actions={buttons.Menu: action}) for name in ("one", "other")]
    with pytest.raises(FeatureError, match=r"button .*Menu.* in one and in other"):
        together("button", ((each.name, each.actions) for each in pair))


def test_a_table_holds_what_every_feature_brings() -> None:
    first, second = Action(print, anyone), Action(print, organiser)
    parts = {"one": {buttons.Menu: first}, "other": {buttons.Checklist: second}}
    assert together("button", parts.items()) == {buttons.Menu: first, buttons.Checklist: second}


def test_every_effect_is_carried_out_by_one() -> None:
    asked = {
        each for _, each in inspect.getmembers(effects, inspect.isclass)
        if each.__module__.startswith(f"{effects.__name__}.")
    }  # fmt: skip
    assert asked == {*EFFECTS, *(each.type for each in THROUGH_TABLES)}
    assert all((each.tell is None) != (each.do is None) for each in EFFECTS.values())


def test_every_kind_of_what_is_due_is_looked_at_in_its_order() -> None:
    assert list(HANDLINGS) == list(DueKind)


def test_slash_commands_stand_in_one_order_and_share_no_word() -> None:
    assert sorted(each.place for each in SLASH.values()) == list(range(1, len(SLASH) + 1))
    words = [word for each in SLASH.values() for word in set(each.words)]
    assert len(words) == len(set(words))
