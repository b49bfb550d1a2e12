"""The catalogues of words: which messages the program needs, and whether they are there.

`python -m bot.catalogue` adds what the code and its declared tables need (with an empty text, to
be written by a person) and drops what nothing uses any more.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import typer
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from bot.channels.base import Level
from bot.cli import app
from bot.cli.helping import HEADINGS, PROGRAM, word_key
from bot.conversations.asked_for import CONVERSATIONS
from bot.conversations.organising import LINE_OPTIONS
from bot.conversations.own_data import CORRECTABLE
from bot.conversations.registration import CIRCUMSTANCES
from bot.documents.materials import MATERIALS
from bot.documents.papers import PAPERS
from bot.domain.events import KINDS
from bot.domain.events.rules import Datum
from bot.domain.founding import (
    AREAS,
    BOARD_REMARKS,
    CONDITION_KEYS,
    FIELDS,
    POSTS,
    STEPS,
    Stage,
    StepState,
)
from bot.domain.holidays import HOLIDAYS
from bot.domain.incidents import DataKind, IncidentKind
from bot.domain.membership import OBJECTABLE, PURPOSES, MembershipState
from bot.domain.requests import RequestKind
from bot.domain.standings import Becomes
from bot.domain.states import NoticeState
from bot.handlers.accesses import LOOKS
from bot.handlers.answers.gaps import WHY
from bot.handlers.members.secretary_screens import LISTS as SECRETARY_LISTS
from bot.handlers.meter import METERED
from bot.handlers.office.report_words import REPORT_KEYS
from bot.handlers.own_data.requests import ANSWERED
from bot.handlers.registry import FLOWS, SLASH
from bot.intents.emergency import Emergency
from bot.intents.understanding import Danger
from bot.rosters.lines import Kind as LineKind
from bot.rosters.reading import ABSENT, COLUMNS
from bot.settings import FAULTS
from bot.speech.show import WEEKDAYS
from bot.speech.translation import LANGUAGES, REWORDED
from bot.storage.examination import Trouble
from bot.web.chat import PAGE_WORDS
from bot.web.demo import DEMO_WORDS

PACKAGE = Path(__file__).resolve().parent
_ANSWERS = ("yes", "no", "unsure")
_COMPOSED: tuple[tuple[Iterable[str], tuple[str, ...]], ...] = (
    # Founding a club
    (tuple(step.key for step in STEPS), ("founding.{}.title", "founding.{}.hint")),
    (CONDITION_KEYS, ("founding.missing.{}",)),
    (POSTS, ("post.{}.small",)),
    (BOARD_REMARKS, ("founding.remark.{}",)),
    (AREAS, ("founding.activity_plan.sample.{}",)),
    (StepState, ("founding.state.{}",)),
    (Stage, ("stage.{}",)),
    (("fewer", "skip"), ("reason.what.{}",)),
    (METERED, ("meter.{}",)),
    (("ok", "low", "high", "even", "none", "show"), ("meter.verdict.{}",)),
    (
        Becomes,
        (
            "standing.to.{}", "standing.follows_{}", "standing.done_{}", "standing.staff_{}",
            "standing.told_{}", "calls.standing_{}",
        ),
    ),
    # Events and who comes
    (
        KINDS,
        (
            "event.kind.{}", "event.kind.{}.come", "event.kind.{}.paper", "events.new_{}",
            "reminder.{}",
        ),
    ),
    (("founding_meeting",), ("event.kind.{}.paper",)),
    (
        tuple(kind for kind, event in KINDS.items() if Datum.BRING in event.asks),
        ("event.kind.{}.bring",),
    ),
    (HOLIDAYS, ("holiday.{}",)),
    (("yes", "no"), ("reminder.said_{}", "reminder.fasting_{}")),
    (
        _ANSWERS,
        (
            "attend.{}", "attend.noted_{}", "attend.told_{}", "attend.kept_{}", "attend.which_{}", "attend.of_member_{}",
            "calls.noted_{}",
        ),
    ),
    ((*_ANSWERS, "none"), ("events.who_{}", "answer.answered.{}")),
    (("reminder", "moved", "cancelled"), ("calls.say_{}",)),
    (("moved", "cancelled"), ("change.{}", "events.{}_told")),
    (NoticeState, ("events.notices.{}",)),
    # Danger and what is asked after it
    ((*Emergency, "any", "lost_person"), ("emergency.{}",)),
    (Danger, ("after.ask_{}", "after.still_{}")),
    (("better", "fine", "found"), ("after.{}",)),
    # Days and hours
    (WEEKDAYS, ("show.weekday.{}",)),
    (("first", "second", "third", "fourth", "last"), ("show.rule.{}",)),
    (("night", "morning", "noon", "afternoon", "evening"), ("show.time.{}", "show.time.{}_minutes")),
    # What is made and what is read
    (PAPERS, ("paper.{}",)),
    (MATERIALS, ("material.{}",)),
    (WHY, ("gaps.why.{}",)),
    # Answers that a question can't take
    (("change", "remove"), ("engine.list.{}",)),
    (
        ("empty", "nobody", "emoji", "digits", "sentence", "long", "link", "script"),
        ("kinds.name.{}",),
    ),
    (("sentence", "digits", "nobody", "long", "link", "script"), ("kinds.called.{}",)),
    (("future", "too_old", "year_needed"), ("kinds.birth.{}",)),
    (
        (
            "which", "which_day", "which_week_day", "which_month_day", "month_first",
            "no_such_day", "no_leap_month",
        ),
        ("kinds.date.{}",),
    ),
    (("several", "moved", "digits", "emergency", "service", "bad"), ("kinds.phone.{}",)),
    # Members
    (MembershipState, ("membership.{}",)),
    (("applied", "unconfirmed"), ("members.row_{}",)),
    (("approved", "refused", "erased_soon", "erased_unconfirmed"), ("members.{}",)),
    (("waitlisted", "full"), ("members.decided_{}",)),
    (
        ("approved", "place", "refused", "waitlisted"),
        ("members.told_{}_self", "members.told_{}_other"),
    ),
    (
        ("told", "not_told", "gone"),
        ("speakers.done_{}", "speakers.you_{}", "speakers.others_{}"),
    ),
    (SECRETARY_LISTS, ("secretary.row.{}", "secretary.list.{}", "secretary.empty.{}")),
    (("tho", "thuong_tho", "thuong_thuong_tho"), ("longevity.{}",)),
    (
        ("suspended", "active", "moved", "left", "alive"),
        ("card.to_{}", "card.sure_{}", "card.done_{}"),
    ),
    (("suspended", "active", "moved", "left"), ("card.told_{}",)),
    # People's data
    (
        ("delete", "leave"),
        (
            "requests.{}_noted", "requests.{}_told", "requests.{}_ask_self", "requests.{}_yes",
            "requests.{}_no",
        ),
    ),
    (ANSWERED, ("requests.{}_told", "requests.{}_yes", "requests.{}_no")),
    ((*ANSWERED, "use"), ("rights.answered.{}.yes", "rights.answered.{}.no")),
    (OBJECTABLE, ("object_to_use.use.{}.stopped",)),
    (IncidentKind, ("incident.kind.{}",)),
    (DataKind, ("incident.data.{}",)),
    (LOOKS, ("access.what.{}",)),
    (RequestKind, ("rights.kind.{}",)),
    (PURPOSES, ("data.purpose.{}", "withdraw.button_{}")),
    (
        tuple(purpose for purpose in PURPOSES if purpose != "roster"),
        ("withdraw.{}_sure", "withdraw.{}_done"),
    ),
    (
        (
            "full_name", "called", "birth", "sex", "address", "phone", "circumstances",
            "contact_person", "note",
        ),
        ("data.{}",),
    ),
    (CORRECTABLE, ("correct.what.{}", "correct.of.{}")),
    ((*CORRECTABLE, "circumstances", "note"), ("delete.what.{}",)),
    (REWORDED, ("before.{}",)),
    (("yes", "no"), ("events.fasting_{}",)),
    (("agreed", "paused", "refused", "withdrawn"), ("proof.{}",)),
    (("press", "typed", "aloud", "signed_list", "phone", "guardian"), ("proof.way.{}",)),
    # Lists that are read and written
    ((*COLUMNS, "line"), ("roster.column.{}",)),
    (("full_name", "birth", "too_young", "link"), ("roster.example.{}",)),
    ((*LineKind, *ABSENT, "other"), ("roster.left.{}",)),
    (
        (
            "about", "day", "unread", "link", "too_long", "uncounted", "joined", "renewed",
            "serial", "coded", "whose", "parted", "shared", "elsewhere", "differs", "concluded", "written_out", "mended",
        ),
        ("roster.remark.{}",),
    ),
    (("renewed", "serial", "coded", "concluded", "written_out"), ("roster.together.{}",)),
    (
        ("hidden", "no_ordinal", "guest", "waiting", "older", "earlier", "second", "unlike", "uncounted", "gone", "which", "two", "nickname"),
        ("roster.doubt.{}",),
    ),
    (
        (
            "birth_which", "birth_one", "birth_year", "name", "nickname", "two", "line", "hidden",
            "no_ordinal", "guest", "waiting", "older", "earlier", "second", "unlike", "gone", "code", "twice", "alike", "uncounted",
        ),
        ("roster.ask.{}",),
    ),
    (("births", "ages", "lines_hidden", "lines_no_ordinal", "lines_guest", "lines_waiting", "lines_older", "lines_earlier", "lines_second", "lines_unlike", "lines_nickname"), ("roster.ask_all.{}",)),
    (
        (
            "file_gone", "too_big", "too_many", "old_excel", "broken", "no_header", "no_names",
            "empty", "no_list", "letters_lost", "password", "write_signed", "write_unsigned", "lines_left",
            "lines_answered",
        ),
        ("roster.{}",),
    ),
    (
        (*("birth_year" if name == "birth" else name for name in COLUMNS), "birth_date"),
        ("roster.heading.{}",),
    ),
    (("male", "female", *CIRCUMSTANCES), ("roster.export.{}",)),
    # What operators read
    (Level, ("doctor.level.{}",)),
    (Trouble, ("doctor.database_{}",)),
    (("ahead", "behind"), ("doctor.clock_{}",)),
    # Said where no library can be loaded (`bot/__main__.py`).
    (("libraries_missing",), ("doctor.{}",)),
    (SLASH, ("command.{}",)),
    (("page", "coordinator", "organiser"), ("run.{}",)),
    (("coordinator", "organiser"), ("run.{}_typed",)),
    (FAULTS, ("settings.fault.{}",)),
)  # fmt: skip
"""The keys that the code composes: what they are made of, and the forms that it fills."""


def catalogue_path(language: str) -> Path:
    """The catalogue that people edit."""
    return PACKAGE.parent / "locales" / language / "LC_MESSAGES" / "messages.po"


def read_catalogue(language: str) -> dict[str, str]:
    """The words of a language by key."""
    with catalogue_path(language).open("rb") as file:
        found = read_po(file, locale=language)
    return {str(message.id): str(message.string) for message in found if message.id}


def declared() -> Iterator[str]:
    """Keys that tables declare and the code composes."""
    for flow in FLOWS:
        yield from flow.message_keys()
    for conversation in CONVERSATIONS:
        yield conversation.words
    for values, forms in _COMPOSED:
        for value in values:
            yield from (form.format(value) for form in forms)
    yield from _confirmed_fields()
    for asks, options in LINE_OPTIONS.items():
        for option in options:
            yield f"roster_line.{asks}.{option}"
    yield from words_of_help()
    yield from REPORT_KEYS
    yield from PAGE_WORDS
    yield from DEMO_WORDS


def _confirmed_fields() -> Iterator[str]:
    """How the parts of a founding field are shown that are answered with yes or no."""
    for step, fields in FIELDS.items():
        for each in fields:
            for inner in each.fields:
                if inner.kind == "confirm":
                    name = f"founding.{step}.{each.name}.{inner.name}"
                    yield from (f"{name}.yes", f"{name}.no")


def words_of_help() -> Iterator[str]:
    """What the command line says of itself."""
    group = typer.main.get_command(app)
    commands = {PROGRAM: group, **group.commands}  # type: ignore[attr-defined]
    for name, command in commands.items():
        yield word_key(name)
        for each in command.params:
            if getattr(each, "help", None):
                yield word_key(name, each.name)
    for key in (*HEADINGS.values(), "help_option", "required"):
        yield f"cli.heading.{key}"


@cache
def _said() -> tuple[ast.expr, ...]:
    """What the code says, anywhere in the program, which is read once."""
    sources = (path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    return tuple(
        said
        for source in sources
        # Most of what there is to read are tables, and they say nothing.
        if "say(" in source
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id == "say" and node.args
        for first in node.args[:1]
        for said in ((first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,))
    )


def needed() -> set[str]:
    """Every key that the program may speak: those written out in the code, and the tables'."""
    written_out = (str(said.value) for said in _said() if isinstance(said, ast.Constant))
    return {*declared(), *written_out}


def composed() -> list[re.Pattern[str]]:
    """Patterns of the keys that the code composes: each must be declared in a table above."""
    found = []
    for said in _said():
        if isinstance(said, ast.JoinedStr):
            pieces = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.@]+"
                for part in said.values
            ]
            found.append(re.compile("".join(pieces)))
    return found


def main() -> None:
    """Bring both catalogues in line with what the program needs."""
    keys = needed()
    for language in LANGUAGES:
        path = catalogue_path(language)
        have = read_catalogue(language)
        renewed = Catalog(locale=language, project="ishc-bot", fuzzy=False)
        for key in sorted(keys):
            renewed.add(key, have.get(key, ""))
        held = BytesIO()
        write_po(held, renewed, width=0, sort_output=True, omit_header=False)
        lines = held.getvalue().decode().splitlines(keepends=True)
        # Dates in the header would change the file at every run.
        text = "".join(line for line in lines if "-Date:" not in line)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
