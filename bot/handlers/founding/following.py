"""What follows from a wish to found a club."""

from __future__ import annotations

from bot.handlers.founding.screens import found_action
from bot.handlers.scene import Standing
from bot.intents.understanding import Understanding


def found(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    found_action(scene.services, scene.turn)
    return True
