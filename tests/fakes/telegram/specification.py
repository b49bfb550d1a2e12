"""The Bot API as data: what a request and an object must look like, read from api.json.

Nothing here asks the library under test. Limits stand in the descriptions, as Telegram's own
words; the patterns below read them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

_LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)")
_RANGE = re.compile(
    r"(?:[Vv]alues between|[Mm]ust be between|, ) ?(\d+)(?:-| and )(\d+)(?=[ .,]|$)"
)
_MOST = re.compile(r"[Aa]t most (\d+) commands")
_ONLY_COMMAND = "Can contain only lowercase English letters, digits and underscores"
_ONLY_TOKEN = "Only characters A-Z, a-z, 0-9, _ and - are allowed"
_MUST_BE = re.compile(r"(?:must be|always “?) ?\"?([a-z_]+)\"?”?$")
_ONE_OF = re.compile(r"Must be one of ((?:\"\w+\"[^,.]*(?:, | or )?)+)")
_EXACTLY_ONE = "Exactly one of the fields other than"
_NO_KIND = {"text", "icon_custom_emoji_id", "style"}
_PLAIN = {"String": str, "Boolean": bool, "Integer": int, "Float": (int, float)}


@lru_cache(maxsize=1)
def specification() -> dict[str, Any]:
    """All methods and types."""
    found: dict[str, Any] = json.loads(
        (Path(__file__).parent / "api.json").read_text(encoding="utf-8")
    )
    return found


def units(text: str) -> int:
    """Length in UTF-16 code units: what Telegram calls characters."""
    return len(text.encode("utf-16-le")) // 2


def check_call(
    method: str, parameters: Mapping[str, Any], files: frozenset[str] = frozenset()
) -> list[str]:
    """What is wrong with a call, nothing if it is as the Bot API has it.

    `files` are the names of the parts that were uploaded.
    """
    known = specification()["methods"].get(method)
    if known is None:
        return [f"there is no method {method}"]
    return _check_fields(method, known.get("fields", []), parameters, files)


def check_object(name: str, value: Any) -> list[str]:
    """What is wrong with an object of a type."""
    return _check_type(name, value, name, frozenset())


def _check_fields(
    where: str, fields: list[dict[str, Any]], given: Mapping[str, Any], files: frozenset[str]
) -> list[str]:
    faults = []
    by_name = {field["name"]: field for field in fields}
    for name in given:
        if name not in by_name:
            faults.append(f"{where}.{name}: there is no such field")
    for name, field in by_name.items():
        if name not in given:
            if field["required"]:
                faults.append(f"{where}.{name}: required")
            continue
        faults += _check_field(f"{where}.{name}", field, given[name], files)
    return faults


def _check_field(where: str, field: dict[str, Any], value: Any, files: frozenset[str]) -> list[str]:
    tried = [_check_type(kind, value, where, files) for kind in field["types"]]
    if all(tried):
        return min(tried, key=len)
    return _check_limits(where, field["description"], value)


def _check_type(kind: str, value: Any, where: str, files: frozenset[str]) -> list[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: {kind} is expected"]
        inner = kind.removeprefix("Array of ")
        return [
            fault
            for place, each in enumerate(value)
            for fault in _check_type(inner, each, f"{where}[{place}]", files)
        ]
    if kind in _PLAIN:
        right = isinstance(value, _PLAIN[kind]) and (
            kind == "Boolean" or not isinstance(value, bool)
        )
        return [] if right else [f"{where}: {kind} is expected"]
    if kind == "InputFile":
        sent = isinstance(value, str) and value.removeprefix("attach://") in files
        return [] if sent else [f"{where}: an uploaded file is expected"]
    known = specification()["types"].get(kind)
    if known is None:
        return [f"{where}: unknown type {kind}"]
    if known.get("subtypes"):
        tried = [_check_type(each, value, where, files) for each in known["subtypes"]]
        return [] if not all(tried) else min(tried, key=len)
    if not isinstance(value, dict):
        return [f"{where}: {kind} is expected"]
    faults = _check_fields(where, known.get("fields", []), value, files)
    if any(_EXACTLY_ONE in line for line in known["description"]):
        kinds = set(value) - _NO_KIND
        if len(kinds) != 1:
            faults.append(f"{where}: exactly one of the optional fields is expected")
    return faults


def _check_limits(where: str, description: str, value: Any) -> list[str]:
    faults = []
    length = _LENGTH.search(description)
    if length and isinstance(value, str):
        low, high = int(length.group(1)), int(length.group(2))
        measured = units(value) if length.group(3) == "characters" else len(value.encode())
        if not low <= measured <= high:
            faults.append(f"{where}: {measured} {length.group(3)}, allowed {low}-{high}")
    span = _RANGE.search(description)
    if span and isinstance(value, int) and not isinstance(value, bool):
        if not int(span.group(1)) <= value <= int(span.group(2)):
            faults.append(f"{where}: {value}, allowed {span.group(1)}-{span.group(2)}")
    most = _MOST.search(description)
    if most and isinstance(value, list) and len(value) > int(most.group(1)):
        faults.append(f"{where}: {len(value)} commands, allowed {most.group(1)}")
    if isinstance(value, str):
        if _ONLY_COMMAND in description and not re.fullmatch(r"[a-z0-9_]+", value):
            faults.append(f"{where}: only a-z, 0-9 and _ are allowed")
        if _ONLY_TOKEN in description and not re.fullmatch(r"[A-Za-z0-9_-]+", value):
            faults.append(f"{where}: only A-Z, a-z, 0-9, _ and - are allowed")
        must = _MUST_BE.search(description)
        if must and value != must.group(1):
            faults.append(f"{where}: must be {must.group(1)}")
        choice = _ONE_OF.search(description)
        if choice and f'"{value}"' not in choice.group(1):
            faults.append(f"{where}: must be one of {choice.group(1)}")
    return faults


def decode(method: str, name: str, raw: str) -> Any:
    """A value of a form as the type it is declared with; the text itself where it isn't one."""
    fields = specification()["methods"].get(method, {}).get("fields", [])
    types = next((field["types"] for field in fields if field["name"] == name), ["String"])
    for kind in types:
        if kind == "Integer" and re.fullmatch(r"-?\d+", raw):
            return int(raw)
        if kind == "Boolean" and raw.lower() in ("true", "false", "1", "0"):
            return raw.lower() in ("true", "1")
        if kind == "Float" and re.fullmatch(r"-?\d+(\.\d+)?", raw):
            return float(raw)
        if kind not in ("Integer", "Boolean", "Float", "String", "InputFile"):
            try:
                return json.loads(raw)
            except ValueError:
                continue
    return raw
