"""The labelled messages that the classifier is fitted on, and how a line of them reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.intents.scene import Scene, SceneError, read_scene
from bot.intents.understanding import Intent

FOLDER = Path(__file__).resolve().parents[2] / "samples" / "intents"
"""Beside the program in the repository: installed programs have the weights alone."""


@dataclass(frozen=True)
class Gold:
    """What a message means, as somebody labelled it.

    `accept`: other intents that are right too. An entity may be right in several forms. `is_sure`
    is false where it should be asked back.
    """

    intent: Intent
    entities: Mapping[str, object]
    accept: tuple[Intent, ...] = ()
    is_sure: bool = True

    def allows(self, intent: Intent) -> bool:
        """Whether an intent is right."""
        return intent is self.intent or intent in self.accept


@dataclass(frozen=True)
class Line:
    """A message with its scene, and its label where it has one."""

    id: str
    text: str
    scene: Scene
    gold: Gold | None
    writer: str = ""


def _gold(raw: object) -> Gold | None:
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise SceneError("gold: an object is expected")
    try:
        intent = Intent(str(raw.get("intent")))
        accept = tuple(Intent(each) for each in raw.get("accept") or ())
    except ValueError as error:
        raise SceneError(f"gold: {error}") from None
    entities = raw.get("entities") or {}
    if not isinstance(entities, dict):
        raise SceneError("gold: entities is an object")
    return Gold(intent, entities, accept, raw.get("sure") is not False)


def read_line(raw: object, place: int, writer: str = "", now: datetime | None = None) -> Line:
    """One message out of a JSON object, `now` where its scene has no time; raises SceneError."""
    if not isinstance(raw, dict):
        raise SceneError("one JSON object is expected")
    text = raw.get("text")
    if not isinstance(text, str):
        raise SceneError("text is missing")
    scene = read_scene(raw.get("scene"))
    if scene.now is None:
        scene = scene._replace(now=now)
    return Line(str(raw.get("id", place)), text, scene, _gold(raw.get("gold")), writer)


def read_lines(
    source: Iterator[str], name: str, writer: str = "", now: datetime | None = None
) -> Iterator[Line]:
    """The messages of JSON lines; raises ValueError with the number of the wrong line."""
    for number, row in enumerate(source, 1):
        if not row.strip():
            continue
        try:
            yield read_line(json.loads(row), number, writer, now)
        except SceneError as error:
            raise ValueError(f"{name}, line {number}: {error}") from None
        except (ValueError, RecursionError):
            raise ValueError(f"{name}, line {number}: no JSON") from None


def sample_files() -> list[Path]:
    """The files of samples, one a writer."""
    return sorted(FOLDER.glob("*.jsonl"))


def load_samples() -> list[Line]:
    """All samples, each with its writer."""
    found: list[Line] = []
    for path in sample_files():
        rows = iter(path.read_text(encoding="utf-8").split("\n"))
        found += read_lines(rows, path.name, path.stem)
    return found
