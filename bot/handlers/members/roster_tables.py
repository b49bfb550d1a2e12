"""A paper list's preview as tables, for pages: what each line becomes, and what is left out and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.handlers.members.list_matching import Preview
from bot.handlers.members.roster_words import left_why, why_words
from bot.language.phones import show_phone
from bot.rosters.listed import Listed
from bot.rosters.reading import ReadColumn
from bot.speech.show import show_birth
from bot.speech.translation import Phrase, say

MOST_ROWS = 500
"""Rows of a table that are shown; how many more there are is said."""


@dataclass(frozen=True)
class Table:
    """Rows under heads; `more` counts those that aren't shown. The second cell names a row."""

    caption: Phrase
    heads: tuple[Phrase, ...]
    rows: tuple[tuple[object, ...], ...]
    more: int


def tables_of(found: Preview) -> list[Table]:
    """The people, what is unclear, what is left out, the columns: those tables that have rows."""
    return [
        each
        for each in (_people(found), _unclear(found), _left(found), _columns(found))
        if each.rows
    ]


def _table(caption: Phrase, heads: tuple[Phrase, ...], rows: Iterable[tuple[object, ...]]) -> Table:
    kept = tuple(rows)
    return Table(caption, heads, kept[:MOST_ROWS], max(0, len(kept) - MOST_ROWS))


def _people(found: Preview) -> Table:
    """Those who are written or stand there already, as they will stand, in the list's order."""
    becomes = [
        *((row, say("roster.table.new")) for row in found.new),
        *((each.row, say("roster.table.changed")) for each in found.changed),
        *((each.row, say("roster.table.same")) for each in found.same),
    ]
    order = [sheet.name for sheet in found.sheets]
    becomes.sort(key=lambda each: (order.index(each[0].sheet), each[0].line))
    return _table(
        say("roster.table.people", count=len(becomes)),
        (
            say("roster.table.line"),
            say("roster.column.full_name"),
            say("roster.column.birth"),
            say("roster.column.sex"),
            say("roster.column.phone"),
            say("roster.column.address"),
            say("roster.table.becomes"),
        ),
        ((*_cells(row), words) for row, words in becomes),
    )


def _cells(row: Listed) -> tuple[object, ...]:
    birth = None
    if row.birth_year is not None:
        birth = show_birth(row.birth_year, row.birth_date, row.birth_estimated)
    return (
        row.line,
        row.full_name or row.code or row.shown,
        birth,
        None if row.sex is None else say(f"sex.{row.sex}"),
        None if row.phone is None else show_phone(row.phone),
        row.address,
    )


def _unclear(found: Preview) -> Table:
    return _table(
        say("roster.table.unclear", count=len(found.to_check)),
        (say("roster.table.line"), say("roster.column.full_name"), say("roster.table.why")),
        ((row.line, row.shown or "–", why_words(why)) for row, why in found.to_check),
    )


def _left(found: Preview) -> Table:
    return _table(
        say("roster.table.left", count=len(found.left)),
        (say("roster.table.line"), say("roster.table.text"), say("roster.table.why")),
        ((each.line, each.text[:80], left_why(each.why)) for each in found.left),
    )


def _columns(found: Preview) -> Table:
    return _table(
        say("roster.table.columns"),
        (say("roster.table.sheet"), say("roster.table.head"), say("roster.table.becomes")),
        ((each.sheet, each.head, _what_becomes(each)) for each in found.columns if each.head),
    )


def _what_becomes(column: ReadColumn) -> Phrase:
    if column.becomes is None:
        return say("roster.table.unread")
    kind = "birth" if column.becomes in ("birth_year", "birth_date") else column.becomes
    return say(f"roster.column.{kind}")
