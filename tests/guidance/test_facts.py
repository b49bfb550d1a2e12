"""Figures: each once, with its source and when to look again."""

from __future__ import annotations

from datetime import date

import pytest

from bot import facts
from bot.facts import FactError, due_facts, load_facts, put_in, read_facts

ONE = """
[pension]
vi = "540.000 đồng"
en = "540,000 đồng"
source = "Nghị định"
since = 2026-07-01
checked = 2026-11-29
look_again = 2027-01-15
certain = true
"""


def test_a_fact_is_put_in_by_its_name() -> None:
    known = read_facts(ONE)
    assert put_in("Được {pension}, {address}.", "vi", known) == "Được 540.000 đồng, {address}."
    with pytest.raises(KeyError):
        put_in("{no-such}", "vi", known)


@pytest.mark.parametrize(
    "text",
    [
        "[a", 'a = "b"', ONE.replace("certain = true", ""), f"{ONE}more = 1\n",
        ONE.replace("checked = 2026-11-29", 'checked = "2026"'), f"{ONE}low = 540000\n",
        f'{ONE.replace("540.000", "{low}").replace("540,000", "{low}")}low = "540000"\n',
        f'{ONE}unit = "dozen"\n',
    ],
)  # fmt: skip
def test_broken_facts_are_told(text: str) -> None:
    with pytest.raises(FactError):
        read_facts(text)


def test_what_is_due_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "load_facts", lambda: read_facts(ONE))
    assert due_facts(date(2027, 1, 14)) == []
    assert [each.name for each in due_facts(date(2027, 1, 15))] == ["pension"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{scheme-1336} nêu ba điều.", "Chương trình 1336"),
        ("Được. {scheme-1336} nêu ba điều.", "Được. Chương trình 1336"),
        ("Được.\n{scheme-1336} nêu ba điều.", "Được.\nChương trình 1336"),
        ("Theo {scheme-1336} thì được.", "Theo chương trình 1336"),
        ("Cả thảy {club-members} thôi. {self} biết vậy.", "Cả thảy 50-70 người thôi. {self}"),
    ],
)
def test_a_fact_is_large_where_a_sentence_begins(text: str, said: str) -> None:
    assert put_in(text, "vi", load_facts()).startswith(said)
