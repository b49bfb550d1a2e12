"""`python -m bot understand`: lines in, lines out, without a database."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command_line import Ended, run

LINES = [
    {
        "id": "a",
        "text": "bà nội mất hồi sáng",
        "scene": {"role": "helper", "people": [{"called": "bà nội"}]},
    },
    {"id": "b", "text": "số 2 nha con", "scene": {"asked": "choice", "choices": ["Có", "Không"]}},
    {"id": "c", "text": "công an gọi bảo chuyển tiền"},
]


def understood(*args: str, lines: list[object] | None = None, folder: Path) -> Ended:
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines or [])
    nowhere = "postgresql+asyncpg://nowhere/none"
    return run("understand", *args, url=nowhere, cwd=folder, stdin=text)


def test_json_lines_in_their_order(tmp_path: Path) -> None:
    result = understood("--json", lines=[*LINES], folder=tmp_path)
    assert result.returncode == 0, result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["id"] for each in found] == ["a", "b", "c"]
    assert [set(each) for each in found] == [{"id", "intent", "entities", "sure", "others"}] * 3
    assert found[0]["intent"] == "death"
    assert found[0]["entities"] == {"person": "bà nội"}
    assert found[0]["sure"] is True
    assert found[1]["entities"] == {"value": "Không"}
    assert found[2]["intent"] == "scam"
    assert list(tmp_path.iterdir()) == []


def test_labelled_lines_are_measured(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    labelled = [{**line, "gold": {"intent": "death", "entities": {}}} for line in LINES]
    path.write_text("\n".join(map(json.dumps, labelled)), encoding="utf-8")
    result = understood("--inputs", str(path), folder=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "a: death" in result.stdout
    assert "right: 33.3% (1 of 3)" in result.stdout
    assert "death, scam: 1" in result.stdout


def test_a_wrong_line_is_told_with_its_number(tmp_path: Path) -> None:
    result = understood(
        "--json", lines=[LINES[0], {"text": "x", "scene": {"role": "king"}}], folder=tmp_path
    )
    assert result.returncode == 1
    assert "line 2: role: 'king' is none of" in result.stderr
    missing = understood("--inputs", str(tmp_path / "none.jsonl"), folder=tmp_path)
    assert missing.returncode == 1
    assert "Traceback" not in missing.stderr
