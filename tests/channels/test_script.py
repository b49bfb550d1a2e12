"""The scripted channel, to the letter of its contract."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.scripting import FAULT, Options, run_script
from bot.settings import Settings
from bot.storage.faults import StorageError
from tests.conftest import Talk
from tests.handlers.test_pipeline import deliver

START = {"at": "2026-12-01T08:00:00+07:00"}


def play(settings: Settings, *lines: dict[str, Any] | str, **options: Any) -> list[dict[str, Any]]:
    output: list[dict[str, Any]] = []
    raw = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    asyncio.run(run_script(settings, raw, Options(seed="s", **options), output.append))
    return output


def test_every_line_is_answered_by_its_number(settings: Settings) -> None:
    output = play(
        settings,
        START,
        "",
        {"from": "lan", "text": "chào"},
        "   ",
        {"from": "lan", "sticker": True},
    )
    assert [line["done"] for line in output if "done" in line] == [1, 2, 3]
    message = output[1]
    assert list(message) == ["to", "at", "kind", "text", "buttons"]
    assert message["to"] == "lan"
    assert message["at"] == "2026-12-01T08:00:00+07:00"
    assert message["kind"] == "reply"


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[1]",
        "null",
        "{}",
        {"from": "lan"},
        {"from": "", "text": "a"},
        {"from": 3, "text": "a"},
        {"from": "lan", "text": "a", "sticker": True},
        {"from": "lan", "press": "Không có nút này"},
        {"from": "lan", "file": "nowhere.xlsx"},
        {"from": "lan", "edit": "chào"},
        {"from": "lan", "edit": ""},
        {"from": "lan", "channel": "telex"},
        {"from": "lan", "text": "$NOTHING"},
        {"at": "tomorrow"},
        {"at": "2026-12-01T08:00:00"},
        {"at": "2020-01-01T08:00:00+07:00"},
        {"invite": {"role": "king"}},
        {"invite": {"role": "organiser", "area": "nowhere"}},
        {"invite": {"role": "organiser", "club": "00000-01"}},
        {"invite": 3},
        {"take": "X", "pattern": "no group"},
        {"take": "X", "pattern": "(nothing)"},
        {"take": "X", "pattern": "("},
        {"unknown": 1},
    ],
)
def test_an_impossible_line_is_told_and_the_script_goes_on(
    settings: Settings, line: dict[str, Any] | str
) -> None:
    output: list[dict[str, Any]] = []
    raw = [json.dumps(START), line if isinstance(line, str) else json.dumps(line),
           json.dumps({"from": "lan", "text": "chào"})]  # fmt: skip
    done = asyncio.run(run_script(settings, raw, Options(seed="s"), output.append))
    assert done is False
    error = next(each for each in output if "error" in each)
    assert error["line"] == 2
    assert "\n" not in error["error"]
    assert {"done": 2} in output
    assert output[-1] == {"done": 3}


def test_the_same_seed_prints_the_same(tmp_path: Path, empty_database: Path) -> None:
    printed = []
    for name in ("one", "two"):
        path = tmp_path / name
        path.write_bytes(empty_database.read_bytes())
        config = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}")
        printed.append(play(config, START, {"invite": {"role": "coordinator"}, "as": "C"},
                            {"from": "minh", "start": "$C"}))  # fmt: skip
    assert printed[0] == printed[1]


def test_a_script_goes_on_where_another_stopped(settings: Settings) -> None:
    play(settings, START, {"from": "lan", "text": "chào"})
    output = play(settings, {"from": "lan", "press": "Hỏi một câu"})
    assert "muốn hỏi gì" in output[0]["text"]
    assert output[0]["at"] == "2026-12-01T08:00:00+07:00"


PAST = {"at": "2020-02-01T08:00:00+07:00"}


@pytest.mark.parametrize(
    "before",
    [[], [{"invite": {"role": "coordinator"}}, {"from": "lan", "channel": "zalo"}]],
)
def test_a_script_of_a_day_that_is_over_is_replayed_where_nothing_has_happened(
    settings: Settings, before: list[dict[str, Any]]
) -> None:
    output = play(settings, *before, PAST, {"from": "lan", "text": "chào"})
    assert not [line for line in output if "error" in line]
    assert {line["at"] for line in output if "text" in line} == {"2020-02-01T08:00:00+07:00"}
    # From then on time stands in the database.
    later = play(settings, {"at": "2020-01-31T08:00:00+07:00"})
    assert "only moves forward" in later[0]["error"]


def test_what_was_said_at_a_real_time_is_not_followed_by_the_past(settings: Settings) -> None:
    output = play(settings, {"from": "lan", "text": "chào"}, PAST)
    assert "only moves forward" in next(line["error"] for line in output if "error" in line)


def test_an_account_without_buttons_gets_numbers(settings: Settings) -> None:
    output = play(settings, START, {"from": "lan", "channel": "zalo"}, {"from": "lan", "text": "chào"},
                  {"from": "lan", "text": "3"})  # fmt: skip
    first, second = (line for line in output if "text" in line)
    assert "buttons" not in first
    assert "3. Hỏi một câu" in first["text"]
    assert "muốn hỏi gì" in second["text"]


def test_a_blocked_account_gets_nothing(settings: Settings) -> None:
    output = play(settings, START, {"from": "lan", "text": "chào"}, {"from": "lan", "block": True},
                  {"from": "lan", "text": "chào"})  # fmt: skip
    assert len([line for line in output if "text" in line]) == 1


def test_another_channels_database_is_refused_without_a_copy(talk: Talk) -> None:
    from bot.messages import Address, Inbound, Incoming

    update = Inbound(Address("web", "abc"), Incoming.TEXT, "chào", update_key="1")
    deliver(talk, update)
    with pytest.raises(StorageError, match="--copy"):
        play(talk.settings, START)
    assert "only moves forward" in play(talk.settings, PAST, copy=True)[0]["error"]
    output = play(talk.settings, {"from": "web:abc", "text": "chào"}, copy=True)
    assert any(line.get("to") == "web:abc" for line in output)
    assert talk.sql("select count(*) from inbox") == [(1,)]


def test_one_worker_at_a_time(settings: Settings) -> None:
    from bot.storage.database import Database

    async def both() -> None:
        first, second = Database(settings.database_url), Database(settings.database_url)
        first.lock_worker()
        with pytest.raises(StorageError, match="another worker"):
            second.lock_worker()
        await first.close()
        second.lock_worker()
        await second.close()

    asyncio.run(both())


def test_nfd_text_is_understood(settings: Settings) -> None:
    import unicodedata

    words = unicodedata.normalize("NFD", "gặp người phụ trách")
    output = play(settings, START, {"from": "lan", "text": words})
    assert "người phụ trách" in output[1]["text"]


@pytest.mark.parametrize(
    "line",
    [
        '{"from": "lan", "press": "²"}',
        '{"from": "lan", "channel": ["x"]}',
        '{"from": "lan", "text": null}',
        '{"from": "lan", "block": "false"}',
        '{"at": "9999-12-31T23:59:59-14:00"}',
        '{"invite": {"role": "organiser", "club": [1]}}',
        '{"from": "\\ud800", "text": "a"}',
    ],
)
def test_what_is_impossible_is_an_error_and_the_script_goes_on(talk: Talk, line: str) -> None:
    heard = talk.play([line, {"from": "lan", "text": "chào"}])
    assert len(talk.errors) == 1
    assert heard


def test_the_same_id_of_two_people_is_two_messages(talk: Talk) -> None:
    talk.play(
        [{"from": "a", "id": "b/c", "text": "chào"}, {"from": "a/b", "id": "c", "text": "chào"}]
    )
    assert talk.sql("select count(*) from inbox") == [(2,)]


def test_an_update_that_failed_is_told(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(services: Any, turn: Any) -> None:
        raise KeyError("0912345678")

    monkeypatch.setattr("bot.handlers.pipeline.handle", broken)
    with pytest.raises(AssertionError, match="KeyError"):
        talk.text("lan", "chào")
    talk.may_fail = True
    assert "trục trặc" in talk.text("lan", "chào")[0]
    assert FAULT in talk.errors[-1]
    assert "0912345678" not in talk.errors[-1]
    output: list[dict[str, Any]] = []
    line = json.dumps({"from": "lan", "text": "chào"})
    assert not asyncio.run(run_script(talk.settings, [line], Options(), output.append))
    assert [("error" in each, each.get("line", each.get("done"))) for each in output] == [
        (True, 1), (False, None), (False, 1),
    ]  # fmt: skip


def at_the_sex(talk: Talk) -> None:
    """lan has just said when she was born."""
    talk.club()
    talk.play([{"from": "lan", "start": talk.join_code()}])
    talk.press("lan", "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    talk.text("lan", "Nguyễn Thị Sáu")
    assert "là nữ hay nam" in talk.text("lan", "1984")[-1]


@pytest.mark.parametrize("edit", ["1948", "sửa năm sinh 1948"])
def test_an_edit_puts_the_last_answer_right(talk: Talk, edit: str) -> None:
    at_the_sex(talk)
    (said,) = talk.play([{"from": "lan", "edit": edit}])
    if "đúng không" in said["text"]:
        talk.press("lan", "Đúng rồi")
    talk.press("lan", "Nữ")
    talk.text("lan", "tổ 3, ấp Hải Lạc", "0912 345 678")
    talk.press("lan", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    assert talk.sql("select birth_year from person") == [(1948,)]
    assert talk.sql("select count(*) from inbox where state <> 'handled'") == [(0,)]


def test_an_older_message_stays_as_it_was_and_it_is_said_how_to_change_it(talk: Talk) -> None:
    at_the_sex(talk)
    question = talk.press("lan", "Nữ")[-1]
    said = [line["text"] for line in talk.play([{"from": "lan", "edit": "1948"}])]
    assert "sửa tin cũ" in said[0]
    assert "quay lại" in said[0]
    assert question.endswith(said[-1])
    assert not talk.errors


def test_an_edited_yes_is_no_consent_to_what_is_asked_next(talk: Talk) -> None:
    talk.club()
    talk.play([{"from": "lan", "start": talk.join_code()}])
    talk.press("lan", "Ghi tên cho tôi")
    assert "nhắc ngày" in talk.text("lan", "đồng ý")[-1]
    said = talk.play([{"from": "lan", "edit": "đồng ý nha con"}])
    assert "nhắc ngày" in said[-1]["text"]
    talk.text("lan", "không đồng ý", "Nguyễn Thị Sáu", "1948")
    talk.press("lan", "Nữ")
    talk.text("lan", "tổ 3, ấp Hải Lạc", "0912 345 678")
    talk.press("lan", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    query = (
        "select purpose, agreed from consent where purpose in ('roster', 'reminders') order by 1"
    )
    assert talk.sql(query) == [("reminders", 0), ("roster", 1)]


def test_an_edit_of_what_was_not_understood_answers_the_same_question(talk: Talk) -> None:
    at_the_sex(talk)
    talk.text("lan", "hừm hừm hừm")
    assert "nữ hay nam" not in talk.play([{"from": "lan", "edit": "nữ"}])[-1]["text"]


def test_an_edit_that_says_the_same_is_not_answered(talk: Talk) -> None:
    talk.text("lan", "menu")
    assert talk.play([{"from": "lan", "edit": "menu"}]) == []
    question = "đi khám sức khỏe cần mang gì"
    assert any("khám" in line["text"] for line in talk.play([{"from": "lan", "edit": question}]))
    # What it was changed into is what it says from then on, whatever came in between.
    talk.play([{"from": "lan", "sticker": True}, {"from": "tu", "text": "menu"}])
    assert talk.play([{"from": "lan", "edit": question}]) == []
    assert talk.play([{"from": "lan", "edit": "menu"}])


def test_danger_is_heard_in_an_edit(talk: Talk) -> None:
    talk.text("lan", "mẹ tôi te")
    heard = talk.play([{"from": "lan", "edit": "mẹ tôi té bất tỉnh"}])
    assert "115" in heard[0]["text"]
