"""Lines of a list that aren't clear: kept until somebody says what they are.

One by one; those of which one answer is true for all are asked about together.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from datetime import date

from bot.conversations.effects import FoundingChanged, RosterChanged
from bot.conversations.engine import Answers
from bot.domain.founding import StepKey
from bot.handlers.acting import Acting, Refused
from bot.handlers.members.list_matching import (
    Alike,
    Doubtful,
    Matched,
    Preview,
    Problem,
    Signatures,
    Twice,
    UnknownCode,
    preview,
    signatures_of,
    signed_state,
)
from bot.handlers.members.list_writing import write_list
from bot.language.phones import show_phone
from bot.rosters.listed import Doubt, Listed
from bot.rosters.reading import RosterList
from bot.storage.records import Club

LINES = "@lines"
"""Where the lines wait that have to be asked about."""
LEAVE, YES, BOTH, SAME, OTHER, UNKNOWN = "leave", "yes", "both", "same", "other", "unknown"
"""What may be answered besides a name or a birth."""
ALL, NONE, EACH, YEARS, AGES = "all", "none", "each", "years", "ages"
"""What may be answered of several lines at once; `EACH` asks about one after the other."""
MOST_TOGETHER = 12
"""Lines that are asked about at once: all of them are shown with the question."""
_TOGETHER = {
    "births": (ALL, EACH), "ages": (YEARS, AGES, EACH), "lines": (ALL, NONE, EACH),
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A line that waits: what has to be known, and what it may be.

    `asks` is "birth", "name", "nickname", "two", "line", "code", "twice" or "alike"; of several lines
    (`together`, the first of them `row`) it is "births", "ages" or "lines".
    """

    number: int
    row: Listed
    problem: Problem
    asks: str
    options: tuple[str, ...]
    remaining: int
    together: tuple[Listed, ...] = ()


@dataclass(frozen=True)
class LineAnswered:
    """What became of a line or of `count` lines: rows written, and whether they were left out."""

    row: Listed
    rows: int
    left: bool
    next: Asked | None
    count: int = 1


def keep_lines(
    acting: Acting,
    club: Club,
    waiting: list[tuple[Listed, Problem]],
    signatures: Signatures | None,
) -> None:
    """Keep the lines that wait; none that waited before are kept beside them."""
    if acting.account is None:
        return
    acting.uow.conversations.drop(acting.account.id, LINES)
    lines = [_kept(row, problem) for row, problem in waiting]
    if lines:
        state = {
            "club": club.id,
            "lines": lines,
            **signed_state(signatures),
        }
        acting.uow.conversations.put(acting.account.id, LINES, state, is_open=False)


def _kept(row: Listed, problem: Problem) -> Answers:
    kept = asdict(row)
    kept["birth_date"] = row.birth_date.isoformat() if row.birth_date else None
    kept["carried"], kept["remarks"] = sorted(row.carried), []
    match problem:
        case Doubtful():
            return {"row": kept, "why": "doubt"}
        case UnknownCode():
            return {"row": kept, "why": "code"}
        case Twice(line, sheet):
            return {"row": kept, "why": "twice", "line": line, "sheet": sheet}
        case Alike(membership):
            return {"row": kept, "why": "alike", "membership": membership.id}


def _row(kept: Answers) -> Listed:
    values = dict(kept)
    values["birth_date"] = (
        date.fromisoformat(values["birth_date"]) if values["birth_date"] else None
    )
    values["doubts"] = tuple(
        Doubt(each["column"], each["value"], each["why"], tuple(each["options"]))
        for each in values["doubts"]
    )
    values["carried"], values["remarks"] = frozenset(values["carried"]), ()
    return Listed(**values)


def waiting_lines(acting: Acting, club: Club) -> Answers | None:
    """The lines of a club that wait for who acts, and how the list was signed."""
    if acting.account is None or not acting.organises(club.id):
        return None
    held = acting.uow.conversations.find(acting.account.id, LINES)
    return held.state if held is not None and held.state.get("club") == club.id else None


def next_line(acting: Acting, club: Club) -> Asked | None:
    """The first line that waits, as it is asked about."""
    state = waiting_lines(acting, club)
    while state is not None and state["lines"]:
        asked = _asked(acting, state)
        if asked is not None:
            return asked
        # Whom it was alike is gone: nothing is left to ask.
        state["lines"][0]["why"] = "doubt"
    return None


def _asked(acting: Acting, state: Answers) -> Asked | None:
    kept = state["lines"][0]
    row = _row(kept["row"])
    number, remaining = row.line, len(state["lines"])
    match kept["why"]:
        case "code":
            return Asked(number, row, UnknownCode(row.code or ""), "code", (YES, LEAVE), remaining)
        case "twice":
            problem = Twice(kept["line"], kept["sheet"])
            return Asked(number, row, problem, "twice", (SAME, OTHER), remaining)
        case "alike":
            membership = acting.uow.clubs.membership(kept["membership"])
            person = acting.uow.people.find(membership.person_id) if membership else None
            if membership is None or person is None or person.erased_at is not None:
                return None
            alike = Alike(membership, person)
            return Asked(number, row, alike, "alike", (SAME, OTHER, LEAVE), remaining)
    if not row.doubts:
        return Asked(number, row, Doubtful(()), "line", (YES, LEAVE), remaining)
    doubt = row.doubts[0]
    doubtful = Doubtful((doubt,))
    if (asks := _of_several(doubt)) and not state.get("apart"):
        rows = [_row(each["row"]) for each in state["lines"] if each["why"] == "doubt"]
        same = tuple(each for each in rows if _asks_the_same(each, doubt))[:MOST_TOGETHER]
        if len(same) > 1:
            return Asked(number, row, doubtful, asks, _TOGETHER[asks], remaining, same)
    asks, options = _of_doubt(doubt)
    return Asked(number, row, doubtful, asks, options, remaining)


_OF_LINES = (
    "no_ordinal",
    "hidden",
    "guest",
    "waiting",
    "older",
    "earlier",
    "second",
    "unlike",
    "nickname",
)
"""Why a line may be no member, or none in full: asked of all such lines at once."""


def _of_several(doubt: Doubt) -> str:
    """What is asked of all lines with such a doubt at once; "" where each has its own answer."""
    if doubt.column == "birth" and len(doubt.options) == 1:
        return "births"
    if doubt.column == "birth" and doubt.why == "which" and re.fullmatch(r"\d\d", doubt.value):
        return "ages"
    return "lines" if doubt.why in _OF_LINES else ""


def _asks_the_same(row: Listed, doubt: Doubt) -> bool:
    other = row.doubts[0] if row.doubts else None
    return other is not None and (_of_several(other), other.why) == (_of_several(doubt), doubt.why)


def _of_doubt(doubt: Doubt) -> tuple[str, tuple[str, ...]]:
    if doubt.column == "birth":
        return "birth", (*doubt.options, UNKNOWN, LEAVE)
    if doubt.why == "nickname":
        return "nickname", (YES, LEAVE)
    if doubt.why == "two":
        return "two", (BOTH, *doubt.options, LEAVE)
    if doubt.column == "full_name" or doubt.why == "uncounted":
        return "name", (LEAVE,)
    return "line", (YES, LEAVE)


def answer_line(acting: Acting, club: Club, number: int, value: str) -> LineAnswered | Refused:
    """Say what the first waiting line is, or leave it out; what is clear then is written.

    `number`: the line that was asked about, so that an old answer decides on no other one.
    """
    if acting.account is None or not acting.organises(club.id):
        return Refused.NOT_YOURS
    state = waiting_lines(acting, club)
    if state is None or not state["lines"]:
        return Refused.GONE
    asked = _asked(acting, state)
    if asked is None or asked.number != number:
        return Refused.OVER
    if value in (ALL, NONE, EACH, YEARS, AGES):
        return _answer_together(acting, club, asked, value, state)
    rest: list[Answers] = state["lines"][1:]
    rows = 0
    if value == LEAVE or (asked.asks == "twice" and value == SAME):
        written = False
    else:
        written = True
        found = _decided(acting, club, asked, value, state)
        rest = [_kept(row, problem) for row, problem in found.to_check] + rest
        rows = _write(acting, club, found, state)
    return _answered(acting, club, asked, state, rest, rows=rows, left=not written)


def _answer_together(
    acting: Acting, club: Club, asked: Asked, value: str, state: Answers
) -> LineAnswered | Refused:
    """Say of several lines at once what they are, or that each is to be asked about."""
    if value not in asked.options:
        return Refused.OVER
    if value == EACH:
        state = {**state, "apart": True}
        return _answered(acting, club, asked, state, state["lines"], rows=0, left=False, count=0)
    places = {row.place for row in asked.together}
    rest = [each for each in state["lines"] if _row(each["row"]).place not in places]
    rows, count = 0, len(asked.together)
    if value != NONE:
        found = _anew(acting, club, [_settled(row, value) for row in asked.together], state)
        rest = [_kept(row, problem) for row, problem in found.to_check] + rest
        rows = _write(acting, club, found, state)
    return _answered(acting, club, asked, state, rest, rows=rows, left=value == NONE, count=count)


def _settled(row: Listed, value: str) -> Listed:
    """A line of several with its first doubt settled by what was said of all."""
    if row.doubts[0].column != "birth":
        return _cleared(row, YES)[0]
    options = row.doubts[0].options
    year = f"19{row.doubts[0].value}"
    if value == AGES:
        year = next((each for each in options if each != year), year)
    return _cleared(row, options[0] if value == ALL else year)[0]


def _answered(
    acting: Acting,
    club: Club,
    asked: Asked,
    state: Answers,
    rest: list[Answers],
    *,
    rows: int,
    left: bool,
    count: int = 1,
) -> LineAnswered:
    """What became of what was asked about, and what is asked next."""
    _keep_rest(acting, state, rest)
    following = next_line(acting, club)
    # What comes next in the founding is shown once nothing is asked any more.
    if following is None:
        acting.do(FoundingChanged(club.id, StepKey.FOUNDING_MEMBERS))
    elif rows:
        acting.do(RosterChanged(club.id))
    return LineAnswered(asked.row, rows, left, following, count)


def _keep_rest(acting: Acting, state: Answers, rest: list[Answers]) -> None:
    assert acting.account is not None
    if rest:
        kept = {**state, "lines": rest}
        acting.uow.conversations.put(acting.account.id, LINES, kept, is_open=False)
    else:
        acting.uow.conversations.drop(acting.account.id, LINES)


def _write(acting: Acting, club: Club, found: Preview, state: Answers) -> int:
    if not found.writable:
        return 0
    return write_list(acting, club, found, signatures_of(state)).rows


def _decided(acting: Acting, club: Club, asked: Asked, value: str, state: Answers) -> Preview:
    """What a line would change, now that this is known of it."""
    row = asked.row
    match asked.problem:
        case Twice():
            return Preview(new=[row])
        case Alike(membership, person):
            if value == OTHER:
                return Preview(new=[row])
            hit = Matched(row, membership, person)
            result = Preview()
            result.take(hit, waits=False, signed=signatures_of(state) is not None)
            return result
        case UnknownCode():
            rows = [replace(row, code=None)]
        case Doubtful():
            rows = _cleared(row, value)
    return _anew(acting, club, rows, state)


def _anew(acting: Acting, club: Club, rows: list[Listed], state: Answers) -> Preview:
    """What lines would change that are clearer now than they were."""
    signatures = signatures_of(state)
    return preview(
        acting.uow,
        club,
        RosterList(tuple(rows)),
        signed=signatures is not None,
        hardship=signatures is None or "circumstances" in signatures.purposes,
    )


def _cleared(row: Listed, value: str) -> list[Listed]:
    """The row with its first doubt settled; two where a cell named two people."""
    doubt = row.doubts[0] if row.doubts else None
    settled = replace(row, doubts=row.doubts[1:])
    if doubt is None or (doubt.column == "line" and doubt.why != "uncounted"):
        return [settled]
    if doubt.column == "birth":
        return [settled if value == UNKNOWN else _born(settled, value)]
    if value == BOTH:
        first, second = doubt.options[:2]
        # Their one phone is the first one's: the second is reached by it.
        reached = f"{first} {show_phone(row.phone)}" if row.phone else row.contact_person
        other = Listed(
            row.sheet, row.line, second, address=row.address, contact_person=reached, shown=second
        )
        return [replace(settled, full_name=first, shown=first), other]
    if doubt.why == "nickname":
        if value == YES:
            return [replace(settled, full_name=doubt.options[0])]
        # What neighbours call him stays beside the name.
        note = "; ".join(filter(None, (doubt.value, row.note)))
        return [replace(settled, full_name=value, shown=value, note=note)]
    return [replace(settled, full_name=value, shown=value)]


def _born(row: Listed, value: str) -> Listed:
    if value.isdecimal():
        return replace(row, birth_year=int(value), birth_date=None)
    day = date.fromisoformat(value)
    return replace(row, birth_year=day.year, birth_date=day)
