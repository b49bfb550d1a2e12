"""Danger in the middle of anything: the number first, or a question where the words are unclear."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Talk
from tests.handlers.test_registration import begin


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    return talk


def test_te_is_asked_about_and_the_step_is_not_lost(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    assert "bị té hay bị tê" in club.text("sau", "te qua con oi")[-1]
    assert club.buttons("sau") == ["Bị té", "Bị tê", "Không phải"]
    said = club.press("sau", "Bị té")
    assert said[0].startswith("Gọi 115 ngay")
    assert not any("đồng ý cho ghi tên" in text for text in said)
    said = club.press("sau", "Ghi tiếp chỗ đang dở")
    assert "đồng ý cho ghi tên" in said[-1]


@pytest.mark.parametrize("typed", ["không", "khong", "Không phải", "3"])
def test_no_to_danger_is_no_answer_to_the_open_question(club: Talk, typed: str) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.text("sau", "te")
    said = club.text("sau", typed)
    assert "yên tâm" in said[0]
    assert "đồng ý cho ghi tên" in said[-1]


def test_yes_to_danger_says_all_numbers(club: Talk) -> None:
    assert "cần cấp cứu không" in club.text("sau", "tu tu")[-1]
    (said,) = club.text("sau", "co")
    assert "115" in said
    assert "114" in said
    assert "113" in said


def test_a_name_is_a_name_where_one_is_asked(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    said = club.text("sau", "Nga")
    assert not any("cấp cứu" in text or "115" in text for text in said)
    assert "Nga" in club.last("sau")


_STATE = {
    "flow": "registration", "name": "registration/self/1", "began": "2026-12-01T01:00:00+00:00",
    "args": {"mode": "self", "club": 1}, "answers": {}, "skipped": [], "at": "roster",
    "list": None, "pending": None, "asked": 1, "failures": 0, "fixing": False, "closed": [],
}  # fmt: skip
STATES = {
    "nothing open": None,
    "a consent": json.dumps(_STATE),
    "a name": json.dumps({**_STATE, "at": "full_name"}),
    "a year": json.dumps({**_STATE, "at": "birth"}),
    "the review": json.dumps({**_STATE, "at": "@review"}),
    "a flow that went": json.dumps({**_STATE, "flow": "dancing"}),
    "a step that went": json.dumps({**_STATE, "at": "shoe_size"}),
    "a list that went": json.dumps({**_STATE, "list": {"mode": "item", "at": "x"}}),
    "a club that went": json.dumps({**_STATE, "args": {"mode": "self", "club": 77}}),
    "half of it": json.dumps(_STATE)[:60],
    "another shape": json.dumps(["registration", 1]),
    "nothing in it": "{}",
    "null": "null",
    "no JSON": "registration",
}
CRIES = {
    "cứu với, có người té bất tỉnh": "Gọi 115 ngay",
    "cuu voi co nguoi te bat tinh": "Gọi 115 ngay",
    "/giup cứu với, có người té bất tỉnh": "Gọi 115 ngay",
    "/start cứu với, có người té bất tỉnh": "Gọi 115 ngay",
    "cháy nhà rồi": "114",
    "chồng tôi đánh tôi": "113",
    "con kể chuyện này dài lắm, mời xem. " * 80
    + "cứu với, có người té bất tỉnh "
    + "và còn nữa. " * 200: "Gọi 115 ngay",
}


@pytest.mark.parametrize("words", CRIES, ids=lambda words: words[:40])
@pytest.mark.parametrize("state", STATES)
def test_danger_is_answered_whatever_stands_open(club: Talk, state: str, words: str) -> None:
    club.text("sau", "xin chào")
    stored = STATES[state]
    if stored is not None:
        club.sql_write(
            "insert into conversation (account_id, flow, state, open, started_at, updated_at) "
            f"select id, 'registration/self/1', '{stored}', 1, created_at, created_at "
            "from account where external_id = 'sau'"
        )
    (said, *_) = club.text("sau", words)
    assert CRIES[words] in said
    assert club.sql("select count(*) from inbox where state = 'failed'") == [(0,)]
    # Nothing is lost: what can't be asked again is left as it was found, or put aside whole.
    kept = [row for (row,) in club.sql("select state from conversation where flow <> '@shown'")]
    assert stored is None or any(_holds(row, stored) for row in kept)


def _holds(row: str, stored: str) -> bool:
    """Whether what is kept is what was stored, or has all of it."""
    if row == stored:
        return True
    try:
        kept, before = json.loads(row), json.loads(stored)
    except ValueError:
        return False
    if isinstance(before, dict) and isinstance(kept, dict):
        return all(kept.get(key) == value for key, value in before.items())
    return bool(isinstance(kept, dict) and kept.get("state") == before)


def test_a_link_that_holds_words_of_danger_is_no_code(club: Talk) -> None:
    (said,) = (line["text"] for line in club.play([{"from": "sau", "start": "cứu với cháy nhà"}]))
    assert "115" in said


def test_an_answer_to_what_danger_it_is_counts_whatever_stands_open(club: Talk) -> None:
    assert "bị té hay bị tê" in club.text("sau", "te qua con oi")[-1]
    club.sql_write(
        "insert into conversation (account_id, flow, state, open, started_at, updated_at) "
        "select id, 'x', '{}', 1, created_at, created_at from account where external_id = 'sau'"
    )
    assert club.press("sau", "Bị té")[0].startswith("Gọi 115 ngay")
