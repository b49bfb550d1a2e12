"""A paper list in words, for the chat and the command line: what it changes, what was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import reduce

from bot.delivery.naming import list_name
from bot.domain.membership import UNCONFIRMED_DAYS
from bot.handlers.members.list_lines import Asked
from bot.handlers.members.list_matching import (
    Alike,
    Doubtful,
    Preview,
    Problem,
    Twice,
    UnknownCode,
)
from bot.handlers.members.list_writing import Written
from bot.language.phones import show_phone
from bot.language.text import same_text
from bot.rosters.fonts import KEYS, VIQR
from bot.rosters.garbled import GARBLED
from bot.rosters.listed import Doubt, Listed, Remark
from bot.rosters.reading import ABSENT, Left
from bot.speech.show import show_birth, show_day
from bot.speech.translation import LANGUAGES, Inside, Listing, Phrase, catalogue, say
from bot.storage.unit_of_work import UnitOfWork

SHOWN = 12
"""Lines of a kind that are said one by one."""
SAMPLE = 3
"""Lines that are shown as they will stand."""


def lines_of(found: Preview, limit: int = SHOWN) -> list[Phrase]:
    """A preview in words: the counts, a sample, columns and sheets, then what isn't taken and why."""
    lines = [
        say(
            "roster.preview",
            new=len(found.new),
            changed=len(found.changed),
            same=len(found.same),
            check=len(found.to_check),
        )
    ]
    if found.agreed:
        lines.append(say("roster.agreed", count=len(found.agreed)))
    lines += [say("roster.sample_line", who=row_words(row)) for row in found.clear[:SAMPLE]]
    lines += _sheets(found)
    lines += _columns(found)
    lines += _carried(found)
    lines += _left(found, limit)
    lines += [
        say("roster.still_listed", who=each.person.shown_name, why=left_why(each.left.why))
        for each in found.gone[:limit]
    ]
    lines += _together(found)
    remarks = [
        (row, each) for row in found.clear for each in row.remarks if each.why not in _SAID_TOGETHER
    ]
    lines += [_remark(found, row, each) for row, each in remarks[:limit]]
    if len(remarks) > limit:
        lines.append(say("roster.more_remarks", count=len(remarks) - limit))
    for row, why in found.to_check[:limit]:
        who = row.shown or "–"
        lines.append(say("roster.check_line", line=_line(found, row), who=who, why=why_words(why)))
    if len(found.to_check) > limit:
        lines.append(say("roster.more_lines", count=len(found.to_check) - limit))
    return lines


def row_words(row: Listed) -> object:
    """A line as it will stand in the roster."""
    parts: list[object] = [row.full_name or row.code or "–"]
    if row.birth_year is not None:
        parts.append(show_birth(row.birth_year, row.birth_date, row.birth_estimated))
    if row.sex is not None:
        parts.append(say(f"sex.{row.sex}"))
    if row.phone is not None:
        parts.append(show_phone(row.phone))
    parts += [each for each in (row.address, row.note) if each]
    return reduce(lambda first, then: say("roster.and_then", first=first, then=then), parts)


def _line(found: Preview, row: Listed | Left) -> object:
    """A line's number, with its sheet where there are several."""
    if found.several_sheets and row.sheet:
        return say("roster.line_of_sheet", line=row.line, sheet=row.sheet)
    return row.line


def _sheets(found: Preview) -> list[Phrase]:
    lines = []
    if found.several_sheets:
        told = [
            say("roster.sheet", sheet=sheet.name, count=sheet.people)
            for sheet in found.sheets
            if sheet.people
        ]
        lines.append(say("roster.sheets", count=len(told), sheets=Listing(tuple(told))))
    unread = [
        sheet.name for sheet in found.sheets if not sheet.people and not sheet.hidden and sheet.name
    ]
    if unread and any(sheet.people for sheet in found.sheets):
        lines.append(
            say("roster.sheets_without_list", sheets=Listing(tuple(dict.fromkeys(unread))))
        )
    hidden = [sheet.name for sheet in found.sheets if sheet.hidden]
    if hidden:
        lines.append(say("roster.sheets_hidden", sheets=Listing(tuple(hidden))))
    fonts = [sheet.font for sheet in found.sheets if sheet.font]
    if fonts:
        if fonts[0] == GARBLED:
            lines.append(say("roster.garbled"))
        else:
            typed = fonts[0] in (VIQR, KEYS)
            lines.append(say("roster.typed_plain" if typed else "roster.old_font", font=fonts[0]))
    return lines


def _column_taken(head: str, column: Phrase) -> Phrase | Inside:
    """A column that is taken; what it becomes only where its head says it otherwise."""
    known = {same_text(catalogue(language).gettext(column.key)) for language in LANGUAGES}
    if same_text(head) in known:
        return Inside(column)
    return say("roster.column_taken", head=head, column=Inside(column))


def _columns(found: Preview) -> list[Phrase]:
    kept = dict.fromkeys(
        (column.head, _kind(column.becomes))
        for column in found.columns
        if column.becomes is not None and column.head
    )
    taken = [_column_taken(head, say(f"roster.column.{kind}")) for head, kind in kept]
    lines = []
    if taken:
        lines.append(say("roster.columns_taken", columns=Listing(tuple(taken))))
    unread = [
        column.head[:40]
        for column in found.columns
        if column.becomes is None and column.head and not column.for_paper
    ]
    if unread:
        lines.append(say("roster.unread", columns=Listing(tuple(dict.fromkeys(unread)))))
    return lines


def _kind(becomes: str | None) -> str:
    return "birth" if becomes in ("birth_year", "birth_date") else str(becomes)


def _carried(found: Preview) -> list[Phrase]:
    rows = [row for row in found.clear if row.carried]
    if not rows:
        return []
    columns = sorted({_kind(each) for row in rows for each in row.carried if each in _CARRIED})
    names = Listing(tuple(say(f"roster.column.{each}") for each in columns))
    return [say("roster.carried", count=len(rows), columns=names)]


_CARRIED = frozenset(
    ("address", "phone", "birth", "sex", "circumstances", "contact_person", "note", "status")
)


def _left(found: Preview, limit: int) -> list[Phrase]:
    people = [each for each in found.left if each.why in ABSENT]
    lines = [
        say(
            "roster.left_line", line=_line(found, each), text=each.text[:80], why=left_why(each.why)
        )
        for each in people[:limit]
    ]
    if len(people) > limit:
        lines.append(say("roster.more_left", count=len(people) - limit))
    others = Counter(each.why for each in found.left if each.why not in ABSENT)
    if others:
        told = [
            say("roster.left_count", count=count, why=left_why(why))
            for why, count in others.items()
        ]
        lines.append(say("roster.left_others", lines=Listing(tuple(told))))
    return lines


def left_why(why: str) -> Phrase:
    """Why a line is left out."""
    return say(f"roster.left.{why}")


def _together(found: Preview) -> list[Phrase]:
    """What was read in one way in many lines, told in one: old prefixes, days that were numbers, blanks."""
    lines = []
    for why in _SAID_TOGETHER:
        told = [(row, each) for row in found.clear for each in row.remarks if each.why == why]
        if told:
            shown = [_taken_as(row, each) for row, each in told[:SAMPLE]]
            lines.append(
                say(f"roster.together.{why}", count=len(told), lines=Listing(tuple(shown)))
            )
    return lines


def _taken_as(row: Listed, remark: Remark) -> Phrase:
    """What stands in a line, and what it was taken for."""
    now = _candidate(remark)
    if not remark.value:
        return say("roster.together.blank", who=row.shown, now=now)
    return say("roster.together.line", who=row.shown, value=remark.value, now=now)


_SAID_TOGETHER = ("renewed", "serial", "coded", "concluded", "written_out")


def _candidate(remark: Remark) -> object:
    if remark.column == "phone" and remark.candidate:
        return show_phone(remark.candidate)
    if remark.column == "sex" and remark.candidate:
        return say(f"sex.{remark.candidate}")
    return remark.candidate or ""


def _remark(found: Preview, row: Listed, remark: Remark) -> Phrase:
    return say(
        "roster.remark_line",
        line=_line(found, row),
        who=row.shown,
        what=remark_words(remark),
    )


def remark_words(remark: Remark) -> Phrase:
    """What was taken otherwise than it stands in the list."""
    return say(
        f"roster.remark.{remark.why}",
        column=say(f"roster.column.{remark.column}"),
        value=remark.value,
        candidate=_candidate(remark),
    )


def why_words(problem: Problem) -> Phrase | Listing:
    """Why a line isn't taken."""
    match problem:
        case Doubtful(doubts):
            return Listing(tuple(map(_doubt, doubts)))
        case UnknownCode(code):
            return say("roster.unknown_code", code=code)
        case Twice(line, _):
            return say("roster.twice", line=line)
        case Alike(membership, person):
            year = str(person.birth_year) if person.birth_year else say("show.birth.unknown")
            phone = show_phone(membership.phone) if membership.phone else say("roster.no_phone")
            return say("roster.alike", who=person.shown_name, year=year, phone=phone)


def _doubt(doubt: Doubt) -> Phrase:
    """What isn't clear in a line: its column, what stands there, and what it may be."""
    column = say(f"roster.column.{doubt.column}")
    if doubt.column == "line" or doubt.why in ("which", "two", "nickname"):
        return say(
            f"roster.doubt.{doubt.why}",
            column=column,
            value=doubt.value,
            options=_either(doubt.options),
        )
    why = say(f"roster.example.{doubt.why if doubt.why in ('too_young', 'link') else doubt.column}")
    if not doubt.value:
        return say("roster.fault_empty", column=column, why=why)
    return say("roster.fault", column=column, value=doubt.value, why=why)


def _either(options: tuple[str, ...]) -> object:
    """ "1937 hay 1973"."""
    if len(options) < 2:
        return "".join(options)
    return say("roster.either", first=Listing(options[:-1]), last=options[-1])


def together_lines(asked: Asked) -> list[Phrase]:
    """The lines that are asked about at once, and what each would be."""
    lines = []
    for row in asked.together:
        doubt = row.doubts[0]
        who = row.shown or "–"
        if doubt.column != "birth" or not doubt.options:
            lines.append(say("roster.sample_line", who=who))
            continue
        now = _either(doubt.options)
        lines.append(say("roster.sample_line", who=say(
            "roster.together.line", who=who, value=doubt.value, now=now)))  # fmt: skip
    return lines


def question_words(asked: Asked) -> Phrase:
    """The question about one line that waits: "Dòng 14: Trần Văn Bửu, 1937 hay 1973?"."""
    if asked.together:
        why = asked.row.doubts[0].why
        kind = f"lines_{why}" if asked.asks == "lines" else asked.asks
        return say(f"roster.ask_all.{kind}", count=len(asked.together))
    key, value, other = asked.asks, "", 0
    doubt = Doubt("line")
    match asked.problem:
        case Doubtful(doubts):
            doubt = doubts[0] if doubts else doubt
            if asked.asks == "birth":
                several = "which" if len(doubt.options) > 1 else "one"
                key = f"birth_{several if doubt.options else 'year'}"
            elif asked.asks == "line":
                key = doubt.why or key
        case Twice(line, _):
            other = line
        case UnknownCode(code):
            value = code
    return say(
        f"roster.ask.{key}",
        line=asked.number,
        who=asked.row.shown or "–",
        value=why_words(asked.problem) if asked.asks == "alike" else value or doubt.value,
        options=_either(doubt.options),
        other=other,
    )


def change_lines(uow: UnitOfWork, found: Preview) -> list[Phrase]:
    """Every change to somebody on the roster: what stood there and what the list has."""
    lines = []
    for match in found.changed:
        if match in found.agreed:
            lines.append(say("roster.change_agreed", who=list_name(uow, match.person)))
            continue
        for name, value in match.changes.items():
            if name == "birth_date" and (
                value is None or match.row.birth_year != match.person.birth_year
            ):
                continue
            lines.append(
                say(
                    "roster.change",
                    who=list_name(uow, match.person),
                    column=say(f"roster.column.{_kind(name)}"),
                    before=_cell(name, match.known(name)),
                    after=_cell(name, value),
                )
            )
    return lines


def _cell(name: str, value: object) -> object:
    """A value as it stands on the roster."""
    if value is None:
        return "–"
    if name == "phone":
        return show_phone(str(value))
    if name == "sex":
        return say(f"sex.{value}")
    if name == "circumstances":
        kinds = [say(f"circumstances.{each}") for each in (str(value) or "none").split(";")]
        return Listing(tuple(kinds))
    return show_day(value) if isinstance(value, date) else value


def written_words(written: Written) -> Phrase:
    """What was written; of names without a consent also how it is noted."""
    if not written.signed and written.found.new:
        new = len(written.found.new)
        return say("roster.written_names", count=new, days=UNCONFIRMED_DAYS)
    return say("roster.written", count=written.rows, total=written.members)


def as_told(found: Preview, text: Callable[[object], str]) -> dict[str, object]:
    """A preview as plain JSON, its reasons in words."""
    return {
        "added": len(found.new),
        "changed": len(found.changed),
        "same": len(found.same),
        "waiting": [
            {"sheet": row.sheet, "row": row.line, "name": row.shown, "why": text(why_words(why))}
            for row, why in found.to_check
        ],
        "left_out": [
            {
                "sheet": each.sheet,
                "row": each.line,
                "text": each.text,
                "why": text(left_why(each.why)),
            }
            for each in found.left
        ],
        "still_listed": [
            {
                "sheet": each.left.sheet,
                "row": each.left.line,
                "name": each.person.shown_name,
                "why": text(left_why(each.left.why)),
            }
            for each in found.gone
        ],
        "columns": [
            {"sheet": each.sheet, "head": each.head, "becomes": each.becomes}
            for each in found.columns
        ],
        "remarks": [
            {
                "sheet": row.sheet,
                "row": row.line,
                "name": row.shown,
                "column": each.column,
                "value": each.value,
                "why": text(remark_words(each)),
            }
            for row in found.clear
            for each in row.remarks
        ],
    }
