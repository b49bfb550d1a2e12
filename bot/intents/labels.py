"""The classifier's classes: an intent, or an intent with what most of its answers are."""

from __future__ import annotations

from collections.abc import Mapping

from bot.intents.understanding import Intent

_DIVIDED: Mapping[Intent, str] = {
    Intent.NAVIGATE: "to",
    Intent.DANGER: "kind",
    Intent.SECRET: "kind",
    Intent.HUMAN: "by",
    Intent.EVENT_QUESTION: "asks",
    Intent.MY_STATE: "asks",
    Intent.LANGUAGE: "language",
}
"""Intents that are classes by themselves for each value of an entity."""
_SAID = ("yes", "no", "later", "unknown", "none")
_ATTENDANCE = ("yes", "no", "unsure")


def first(value: object) -> object:
    """The usual form of what may be written in several."""
    return value[0] if isinstance(value, list) and value else value


def class_of(intent: Intent, entities: Mapping[str, object]) -> str:
    """The class of a labelled message."""
    if intent is Intent.ANSWER:
        values = entities.get("value")
        for each in values if isinstance(values, list) else [values]:
            if each in _SAID:
                return f"{intent}/{each}"
        return f"{intent}/value"
    if intent is Intent.ATTEND:
        people = first(entities.get("people"))
        said = set(people.values()) if isinstance(people, dict) else set()
        only = said.pop() if len(said) == 1 else None
        return f"{intent}/{only}" if only in _ATTENDANCE else f"{intent}/mixed"
    entity = _DIVIDED.get(intent)
    value = first(entities.get(entity)) if entity else None
    return f"{intent}/{value}" if value else intent.value


def intent_of(name: str) -> Intent:
    """The intent of a class."""
    return Intent(name.partition("/")[0])


def part_of(name: str) -> str | None:
    """The value that a class stands for beside its intent."""
    return name.partition("/")[2] or None
