"""Reading a plan file: every key is checked, a fault is named with its place.

Where a number is expected a fact may be named instead: "club-members.low" (`bot.facts.figure`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.domain.plan import Area, Criterion, Plan, Unit
from bot.facts import FactError, figure
from bot.files import EncodingError, read_text
from bot.untyped import JsonObject

BUILT_IN = "brvt-2017-2020.toml"
_FOLDER = Path(__file__).resolve().parent

_PLAN_KEYS: dict[str, type | tuple[type, ...]] = {
    "id": str, "name": str, "name_en": str, "decision": str, "based_on": str, "source": str,
    "from_year": int, "to_year": int, "target_clubs": int, "target_members": int, "counts": str,
    "milestones": list, "province_2017": str, "province_code_2017": str, "province_now": str,
    "province_code_now": str, "merged_on": object,
}  # fmt: skip
_AREA_KEYS: dict[str, type | tuple[type, ...]] = {
    "id": str, "name": str, "name_2017": str, "name_en": str, "kind_2017": str, "code_2017": str,
    "later_names": list, "target_clubs": int, "target_members": int, "units_now": list,
}  # fmt: skip
_CRITERION_KEYS: dict[str, type | tuple[type, ...]] = {
    "target": (int, float), "low": (int, float), "high": (int, float), "hardness": str,
    "after_months": int, "ask_below": (int, float), "odd": bool, "source": str,
}  # fmt: skip


class PlanError(Exception):
    """A plan file that can't be used; the text names the place and the fault."""


def _check(
    place: str,
    table: Any,
    allowed: Mapping[str, type | tuple[type, ...]],
    needed: tuple[str, ...],
) -> JsonObject:
    if not isinstance(table, dict):
        raise PlanError(f"{place}: a table is expected")
    read: JsonObject = {}
    for key, written in table.items():
        if key not in allowed:
            raise PlanError(f"{place}: unknown key {key}")
        kind = allowed[key]
        value = read[key] = _figure_in(f"{place}.{key}", written, kind)
        if kind is not object and (
            not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)
        ):
            raise PlanError(f"{place}.{key}: wrong type")
    for key in needed:
        if key not in table:
            raise PlanError(f"{place}: {key} is missing")
    return read


def _figure_in(place: str, value: Any, kind: type | tuple[type, ...]) -> Any:
    """A value, or the figure of the fact that it names."""
    if not isinstance(value, str) or kind not in (int, (int, float)):
        return value
    try:
        return figure(value)
    except FactError as error:
        raise PlanError(f"{place}: {error}") from None


def load_plan(path: Path | None = None) -> Plan:
    """The plan in a file, or the built-in one; raises PlanError with the place of a fault."""
    file = path or _FOLDER / BUILT_IN
    try:
        content = tomllib.loads(read_text(file))
    except OSError as error:
        raise PlanError(f"{file}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, EncodingError) as error:
        raise PlanError(f"{file}: {error}") from None
    criteria = _criteria(content.get("criteria", {}))
    if path is not None:
        built_in = tomllib.loads((_FOLDER / BUILT_IN).read_text(encoding="utf-8"))
        criteria = {**_criteria(built_in["criteria"]), **criteria}
    return _plan(content, criteria)


def _plan(content: JsonObject, criteria: Mapping[str, Criterion]) -> Plan:
    for key in content:
        if key not in ("plan", "area", "criteria"):
            raise PlanError(f"unknown table {key}")
    head = _check(
        "plan", content.get("plan"), _PLAN_KEYS, ("id", "name", "decision", "from_year", "to_year")
    )
    if not re.fullmatch(r"[a-z0-9-]+", head["id"]):
        raise PlanError("plan.id: only a-z, 0-9 and - are allowed")
    if head["from_year"] > head["to_year"]:
        raise PlanError("plan.to_year: lies before from_year")
    counts = head.get("counts", "all")
    if counts not in ("all", "new"):
        raise PlanError('plan.counts: "all" or "new" is expected')
    return Plan(
        id=head["id"],
        name=head["name"],
        name_en=head.get("name_en"),
        decision=head["decision"],
        from_year=head["from_year"],
        to_year=head["to_year"],
        target_clubs=head.get("target_clubs"),
        target_members=head.get("target_members"),
        counts=counts,
        areas=_areas(content.get("area", [])),
        criteria=criteria,
        source=head.get("source"),
        province=head.get("province_now"),
        milestones=_milestones(head.get("milestones", [])),
    )


def _milestones(rows: list[Any]) -> tuple[tuple[int, int], ...]:
    found = []
    for place, row in enumerate(rows, 1):
        checked = _check(
            f"plan.milestones {place}",
            row,
            {"year": int, "target_clubs": int},
            ("year", "target_clubs"),
        )
        found.append((checked["year"], checked["target_clubs"]))
    return tuple(found)


def _areas(rows: Any) -> tuple[Area, ...]:
    if not isinstance(rows, list):
        raise PlanError("area: a list of tables is expected")
    areas: list[Area] = []
    codes: set[str] = set()
    for place, row in enumerate(rows, 1):
        table = _check(f"area {place}", row, _AREA_KEYS, ("id", "units_now"))
        if not re.fullmatch(r"[a-z0-9-]+", table["id"]):
            raise PlanError(f"area {place}.id: only a-z, 0-9 and - are allowed")
        if any(each.id == table["id"] for each in areas):
            raise PlanError(f"area {place}.id: {table['id']} is there twice")
        name = table.get("name_2017") or table.get("name")
        if not name:
            raise PlanError(f"area {place}: name is missing")
        if "code_2017" in table and not re.fullmatch(r"\d{3}", table["code_2017"]):
            raise PlanError(f"area {place}.code_2017: three digits are expected")
        units = []
        for unit in table["units_now"]:
            checked = _check(
                f"area {place}.units_now",
                unit,
                {"code": str, "name": str, "formerly": list},
                ("code", "name"),
            )
            if not re.fullmatch(r"\d{5}", checked["code"]):
                raise PlanError(f"area {place}: {checked['code']} has not five digits")
            if checked["code"] in codes:
                raise PlanError(f"area {place}: {checked['code']} is there twice")
            codes.add(checked["code"])
            formerly = checked.get("formerly", [])
            if not all(isinstance(each, str) for each in formerly):
                raise PlanError(f"area {place}: formerly of {checked['code']} holds names only")
            units.append(Unit(checked["code"], checked["name"], tuple(formerly)))
        areas.append(
            Area(
                id=table["id"],
                name=name,
                name_en=table.get("name_en"),
                target_clubs=table.get("target_clubs"),
                target_members=table.get("target_members"),
                units=tuple(units),
            )
        )
    return tuple(areas)


def _criteria(tables: Any) -> dict[str, Criterion]:
    found = {}
    if not isinstance(tables, dict):
        raise PlanError("criteria: tables are expected")
    for key, row in tables.items():
        table = _check(f"criteria.{key}", row, _CRITERION_KEYS, ("hardness", "source"))
        if table["hardness"] not in ("show", "warn", "warn_below"):
            raise PlanError(f"criteria.{key}.hardness: show, warn or warn_below is expected")
        found[key] = Criterion(
            key=key,
            target=table.get("target"),
            low=table.get("low"),
            high=table.get("high"),
            hardness=table["hardness"],
            source=table["source"],
            after_months=table.get("after_months"),
            ask_below=table.get("ask_below"),
            odd=table.get("odd", False),
        )
    return found
