"""Every kind of list that was met: the people in it, what is left out, who is asked about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.language.phones import show_phone
from bot.rosters.listed import Listed
from bot.rosters.reading import RosterList, read_roster
from tests.rosters.as_exported import EXPORTED
from tests.rosters.as_neighbours_say import NEIGHBOURS
from tests.rosters.beside_the_usual import UNUSUAL
from tests.rosters.gone_in_any_cell import GONE_ANYWHERE
from tests.rosters.kept_by_others import KEPT
from tests.rosters.kept_in_sheets import IN_SHEETS
from tests.rosters.lists import CASES as FIRST
from tests.rosters.met_anew import ANEW
from tests.rosters.met_at_first_sight import AT_FIRST_SIGHT
from tests.rosters.met_later import LATER
from tests.rosters.of_many_peoples import MANY_PEOPLES
from tests.rosters.of_other_programs import OTHER_PROGRAMS
from tests.rosters.of_programs_and_offices import OFFICES
from tests.rosters.pasted import PASTED
from tests.rosters.put_right_in_chats import PUT_RIGHT
from tests.rosters.put_together import PUT_TOGETHER
from tests.rosters.said_around import AROUND
from tests.rosters.said_below import BELOW
from tests.rosters.said_elsewhere import ELSEWHERE
from tests.rosters.said_with_lists import GREETED
from tests.rosters.sent_and_copied import SENT
from tests.rosters.side_by_side import BESIDE
from tests.rosters.spoken_and_copied import SPOKEN
from tests.rosters.told_beside_names import BESIDE_NAMES
from tests.rosters.told_in_messages import IN_MESSAGES
from tests.rosters.told_in_paragraphs import IN_PARAGRAPHS
from tests.rosters.told_in_words import IN_WORDS
from tests.rosters.typed import TYPED
from tests.rosters.unlike import UNLIKE
from tests.rosters.who_is_meant import MEANT

TODAY = date(2026, 12, 1)
CASES = {
    **FIRST,
    **LATER,
    **UNLIKE,
    **TYPED,
    **AROUND,
    **ELSEWHERE,
    **IN_WORDS,
    **IN_MESSAGES,
    **MEANT,
    **NEIGHBOURS,
    **KEPT,
    **UNUSUAL,
    **BESIDE,
    **AT_FIRST_SIGHT,
    **ANEW,
    **EXPORTED,
    **BELOW,
    **PASTED,
    **GREETED,
    **SENT,
    **BESIDE_NAMES,
    **PUT_TOGETHER,
    **MANY_PEOPLES,
    **OFFICES,
    **IN_SHEETS,
    **SPOKEN,
    **PUT_RIGHT,
    **GONE_ANYWHERE,
    **IN_PARAGRAPHS,
    **OTHER_PROGRAMS,
}
SEX = {"female": "nữ", "male": "nam", None: ""}


def line_of(person: Listed) -> str:
    """A person in the form of the cases."""
    birth = (
        person.birth_date.strftime("%d/%m/%Y")
        if person.birth_date
        else str(person.birth_year or "")
    )
    values = (
        person.full_name or "–",
        f"~{birth}" if person.birth_estimated else birth,
        SEX[person.sex],
        show_phone(person.phone) if person.phone else "",
        person.address or "",
        person.circumstances or "",
        person.contact_person or "",
        person.note or "",
    )
    return " | ".join(values).rstrip(" |")


def told(found: RosterList) -> dict[str, list[str]]:
    """All that was read of a list."""
    return {
        "people": [line_of(person) for person in found.people if not person.doubts],
        "left": [f"{each.line} {each.why}" for each in found.left],
        "waiting": [
            f"{each.line} {each.shown or '–'} {' '.join([doubt.why, *(doubt.options if doubt.why == 'which' else ())])}"
            for each in found.people
            for doubt in each.doubts
        ],
        "remarks": [
            f"{person.line} {each.why}" for person in found.people for each in person.remarks
        ],
    }


@pytest.mark.parametrize("name", CASES)
def test_a_list_holds_these_people_and_no_others(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    found = read_roster(case.build(tmp_path / f"{name}.{case.ending}"), TODAY)
    assert told(found) == {
        "people": [" | ".join(part.strip() for part in line.split("|")).rstrip(" |")
                   for line in case.people.strip().splitlines()],
        "left": list(case.left),
        "waiting": list(case.waiting),
        "remarks": list(case.remarks),
    }  # fmt: skip


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 147


def test_nine_of_ten_people_are_written_without_a_question() -> None:
    """Over all lists here, those that were made to be asked about as well.

    What each case says of its people is what was read of them: the test above holds it.
    """
    written = sum(len(case.people.strip().splitlines()) for case in CASES.values())
    asked = sum(len({each.split()[0] for each in case.waiting}) for case in CASES.values())
    assert written >= 0.9 * (written + asked), (written, asked)
