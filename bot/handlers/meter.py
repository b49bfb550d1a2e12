"""The criteria of a club as a meter, in words."""

from __future__ import annotations

from bot.conversations.turn import Turn
from bot.domain.criteria import Reading, meter
from bot.handlers.founding.facts import measures_of
from bot.handlers.services import Services
from bot.speech.translation import Phrase, say
from bot.storage.records import Club

METERED = (
    "members_total",
    "share_older",
    "share_55_plus",
    "share_women",
    "share_younger",
    "share_disadvantaged",
    "board_size",
    "board_women",
)
"""The criteria that are told, by their keys in the plan; messages `meter.<key>` name them."""


def meter_lines(services: Services, turn: Turn, club: Club) -> list[Phrase]:
    """The criteria as a meter: what is, what is needed, how many are unknown."""
    measures = measures_of(turn.uow, club, turn.today.year)
    months = None
    if club.recognised_on is not None:
        months = (turn.today.year - club.recognised_on.year) * 12 + (
            turn.today.month - club.recognised_on.month
        )
    lines = [say("meter.head")]
    for reading in meter(measures, services.plan, months_since_decision=months):
        line = meter_line(reading)
        if line is not None:
            lines.append(line)
    return lines


def meter_line(reading: Reading) -> Phrase | None:
    """One criterion in words; None for what isn't measured yet."""
    if reading.key not in METERED:
        return None
    share = reading.key not in ("members_total", "board_size")

    def shown(value: float | None) -> Phrase | str:
        if value is None:
            return say("meter.none")
        return f"{round(value * 100)} %" if share else str(round(value))

    if reading.key.startswith("board") and not reading.value:
        return None
    needed = say("meter.needed", low=shown(reading.low)) if reading.low is not None else ""
    unknown = say("meter.unknown", count=reading.unknown) if reading.unknown else ""
    verdict = say(f"meter.verdict.{reading.verdict}")
    return say(
        "meter.line",
        name=say(f"meter.{reading.key}"),
        value=shown(reading.value),
        needed=needed,
        unknown=unknown,
        verdict=verdict,
    )
