"""The catalogues of words: which messages the program needs, and whether they are there.

`python -m bot.catalogue` adds what the code and its declared tables need (with an empty text, to
be written by a person) and drops what nothing uses any more.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
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
from bot.handlers.office.report_words import REPORT_KEYS
from bot.handlers.own_data.requests import ANSWERED
from bot.handlers.registry import FLOWS, SLASH
from bot.intents.emergency import Emergency
from bot.intents.understanding import Danger
from bot.rosters.lines import Kind as LineKind
from bot.rosters.reading import ABSENT, COLUMNS
from bot.settings import FAULTS
from bot.speech.show import WEEKDAYS
from bot.speech.translation import LANGUAGES
from bot.storage.examination import Trouble
from bot.web.chat import PAGE_WORDS
from bot.web.demo import DEMO_WORDS

PACKAGE = Path(__file__).resolve().parent
_ANSWERS = ("yes", "no", "unsure")
_METERED = (
    "members_total", "share_older", "share_55_plus", "share_women", "share_younger",
    "share_disadvantaged", "board_size", "board_women",
)  # fmt: skip


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
    for step in STEPS:
        yield f"founding.{step.key}.title"
        yield f"founding.{step.key}.hint"
    for key in CONDITION_KEYS:
        yield f"founding.missing.{key}"
    for founding_step, fields in FIELDS.items():
        for each in fields:
            for inner in each.fields:
                if inner.kind == "confirm":
                    for answer in ("yes", "no"):
                        yield f"founding.{founding_step}.{each.name}.{inner.name}.{answer}"
    for post in POSTS:
        yield f"post.{post}.small"
    for remark in BOARD_REMARKS:
        yield f"founding.remark.{remark}"
    for area in AREAS:
        yield f"founding.activity_plan.sample.{area}"
    for state in StepState:
        yield f"founding.state.{state}"
    for stage in Stage:
        yield f"stage.{stage}"
    yield from words_of_help()
    for becomes in Becomes:
        yield f"standing.to.{becomes}"
        for stem in ("follows", "done", "staff"):
            yield f"standing.{stem}_{becomes}"
        yield f"standing.told_{becomes}"
        yield f"calls.standing_{becomes}"
    for membership in MembershipState:
        yield f"membership.{membership}"
    yield "event.kind.founding_meeting.paper"
    for kind, event in KINDS.items():
        yield f"event.kind.{kind}"
        yield f"event.kind.{kind}.come"
        yield f"event.kind.{kind}.paper"
        if Datum.BRING in event.asks:
            yield f"event.kind.{kind}.bring"
        yield f"events.new_{kind}"
        yield f"reminder.{kind}"
    for holiday in HOLIDAYS:
        yield f"holiday.{holiday}"
    for answer in ("yes", "no"):
        yield f"reminder.said_{answer}"
        yield f"reminder.fasting_{answer}"
    for answer in _ANSWERS:
        yield f"attend.{answer}"
        yield f"attend.noted_{answer}"
        yield f"attend.told_{answer}"
        yield f"attend.kept_{answer}"
        yield f"attend.which_{answer}"
        yield f"events.who_{answer}"
        yield f"calls.noted_{answer}"
    yield "events.who_none"
    for said in ("reminder", "moved", "cancelled"):
        yield f"calls.say_{said}"
    for change in ("moved", "cancelled"):
        yield f"change.{change}"
        yield f"events.{change}_told"
    for notice in NoticeState:
        yield f"events.notices.{notice}"
    for danger in Emergency:
        yield f"emergency.{danger}"
    yield "emergency.any"
    for kind in Danger:
        yield f"after.ask_{kind}"
        yield f"after.still_{kind}"
    yield "emergency.lost_person"
    for better in ("better", "fine", "found"):
        yield f"after.{better}"
    for day in WEEKDAYS:
        yield f"show.weekday.{day}"
    for nth in ("first", "second", "third", "fourth", "last"):
        yield f"show.rule.{nth}"
    for part in ("morning", "noon", "afternoon", "evening"):
        yield f"show.time.{part}"
        yield f"show.time.{part}_minutes"
    for code in PAPERS:
        yield f"paper.{code}"
    for said in (*_ANSWERS, "none"):
        yield f"answer.answered.{said}"
    for why in WHY:
        yield f"gaps.why.{why}"
    for code in MATERIALS:
        yield f"material.{code}"
    for criterion in _METERED:
        yield f"meter.{criterion}"
    for verdict in ("ok", "low", "high", "even", "none", "show"):
        yield f"meter.verdict.{verdict}"
    for mode in ("change", "remove"):
        yield f"engine.list.{mode}"
    for problem in (
        "empty", "nobody", "emoji", "digits", "sentence", "long", "link", "script",
    ):  # fmt: skip
        yield f"kinds.name.{problem}"
    for problem in ("future", "too_old", "year_needed"):
        yield f"kinds.birth.{problem}"
    for problem in (
        "which", "which_day", "which_week_day", "which_month_day", "month_first", "no_such_day",
        "no_leap_month",
    ):  # fmt: skip
        yield f"kinds.date.{problem}"
    for problem in ("several", "moved", "digits", "emergency", "service", "bad"):
        yield f"kinds.phone.{problem}"
    for waiting in ("applied", "unconfirmed"):
        yield f"members.row_{waiting}"
    for decision in ("approved", "refused"):
        yield f"members.{decision}"
    for full in ("waitlisted", "full"):
        yield f"members.decided_{full}"
    for decision in ("approved", "place", "refused", "waitlisted", "linked"):
        yield f"members.told_{decision}_self"
        yield f"members.told_{decision}_other"
    for key in ("erased_soon", "erased_unconfirmed"):
        yield f"members.{key}"
    for kind in ("delete", "leave"):
        for part in ("noted", "told", "ask_self", "yes", "no"):
            yield f"requests.{kind}_{part}"
    for kind in ANSWERED:
        for part in ("told", "yes", "no"):
            yield f"requests.{kind}_{part}"
        for came in ("yes", "no"):
            yield f"rights.answered.{kind}.{came}"
    for came in ("yes", "no"):
        yield f"rights.answered.use.{came}"
    for use in OBJECTABLE:
        yield f"object_to_use.use.{use}.stopped"
    for to in ("told", "not_told", "gone"):
        for part in ("done", "you", "others"):
            yield f"speakers.{part}_{to}"
    for which in SECRETARY_LISTS:
        yield f"secretary.row.{which}"
        yield f"secretary.list.{which}"
    for wished in ("tho", "thuong_tho", "thuong_thuong_tho"):
        yield f"longevity.{wished}"
    for to in ("suspended", "active", "moved", "left", "alive"):
        for part in ("to", "sure", "done"):
            yield f"card.{part}_{to}"
    for to in ("suspended", "active", "moved", "left"):
        yield f"card.told_{to}"
    for happened in IncidentKind:
        yield f"incident.kind.{happened}"
    for known in DataKind:
        yield f"incident.data.{known}"
    for what in LOOKS:
        yield f"access.what.{what}"
    for kind in RequestKind:
        yield f"rights.kind.{kind}"
    for purpose in PURPOSES:
        yield f"withdraw.button_{purpose}"
        if purpose != "roster":
            yield f"withdraw.{purpose}_sure"
            yield f"withdraw.{purpose}_done"
    for problem in ("sentence", "digits", "nobody", "long", "link", "script"):
        yield f"kinds.called.{problem}"
    for datum in (
        "full_name", "called", "birth", "sex", "address", "phone", "circumstances",
        "contact_person", "note",
    ):  # fmt: skip
        yield f"data.{datum}"
    for datum in CORRECTABLE:
        yield f"correct.what.{datum}"
    for purpose in PURPOSES:
        yield f"data.purpose.{purpose}"
    for answer in ("agreed", "paused", "refused", "withdrawn"):
        yield f"proof.{answer}"
    for way in ("press", "typed", "aloud", "signed_list", "phone", "guardian"):
        yield f"proof.way.{way}"
    for what in ("fewer", "skip"):
        yield f"reason.what.{what}"
    yield from _of_lists()
    for name in COLUMNS:
        yield f"roster.heading.{'birth_year' if name == 'birth' else name}"
    yield "roster.heading.birth_date"
    for word in ("male", "female", *CIRCUMSTANCES):
        yield f"roster.export.{word}"
    yield from REPORT_KEYS
    for level in Level:
        yield f"doctor.level.{level}"
    for trouble in Trouble:
        yield f"doctor.database_{trouble}"
    for key in ("ahead", "behind"):
        yield f"doctor.clock_{key}"
    for command in SLASH:
        yield f"command.{command}"
    for role in ("page", "coordinator", "organiser"):
        yield f"run.{role}"
    # Said where no library can be loaded (`bot/__main__.py`).
    yield "doctor.libraries_missing"
    for fault in FAULTS:
        yield f"settings.fault.{fault}"
    yield from PAGE_WORDS
    yield from DEMO_WORDS


def _of_lists() -> Iterator[str]:
    for column in (*COLUMNS, "line"):
        yield f"roster.column.{column}"
    for reason in ("full_name", "birth", "too_young", "link"):
        yield f"roster.example.{reason}"
    for kind in (*LineKind, *ABSENT, "other"):
        yield f"roster.left.{kind}"
    for remark in (
        "about",
        "day",
        "unread",
        "link",
        "too_long",
        "uncounted",
        "joined",
        "renewed",
        "serial",
    ):
        yield f"roster.remark.{remark}"
    for remark in ("renewed", "serial"):
        yield f"roster.together.{remark}"
    for doubt in ("hidden", "no_ordinal", "uncounted", "gone", "which", "two"):
        yield f"roster.doubt.{doubt}"
    for asked in (
        "birth_which", "birth_one", "birth_year", "name", "two", "line", "hidden", "no_ordinal",
        "gone", "code", "twice", "alike", "uncounted",
    ):  # fmt: skip
        yield f"roster.ask.{asked}"
    for asked in ("births", "ages", "lines_hidden", "lines_no_ordinal"):
        yield f"roster.ask_all.{asked}"
    for asks, options in LINE_OPTIONS.items():
        for option in options:
            yield f"roster_line.{asks}.{option}"
    for fault in (
        "file_gone", "too_big", "too_many", "old_excel", "broken", "no_header", "no_names",
        "empty", "no_list", "password", "write_signed", "write_unsigned", "lines_left",
        "lines_answered",
    ):  # fmt: skip
        yield f"roster.{fault}"


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


def _said(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "say" and node.args:
                first = node.args[0]
                yield from (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)


def _sources() -> Iterator[ast.Module]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def needed() -> set[str]:
    """Every key that the program may speak: those written out in the code, and the tables'."""
    keys = set(declared())
    for tree in _sources():
        for said in _said(tree):
            if isinstance(said, ast.Constant):
                keys.add(str(said.value))
    return keys


def composed() -> list[re.Pattern[str]]:
    """Patterns of the keys that the code composes: each must be declared in a table above."""
    found = []
    for tree in _sources():
        for said in _said(tree):
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
