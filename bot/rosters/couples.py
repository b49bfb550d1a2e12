"""Two people in one line of a list, as households are written: each becomes a line of his own.

Only where the line tells them apart, by a birth or a phone of each; else it is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.phones import show_phone
from bot.language.text import fold
from bot.rosters.book import Cell
from bot.rosters.contacts import numbers_in
from bot.rosters.entries import Entry
from bot.rosters.finding import Head
from bot.rosters.grid import words_of
from bot.rosters.heads import Column
from bot.rosters.naming import read_written_name, spouse_sex, two_names, without_spouse
from bot.rosters.spouses import spouse_of

_BIRTH = Pattern(r"(?<!\d)(?:\d{1,2}[/.\-]\d{1,2}[/.\-])?(?:18|19|20)\d\d(?!\d)")
_SHORT = Pattern(r"\s*(\d\d)\s*(?:[/+,;&\-–]|và)\s*(\d\d)\s*")
_ABOUT_ONE = (Column.SEX, Column.MALE, Column.FEMALE, Column.NICKNAME, Column.CODE)
Pair = tuple[str, str]
Cells = dict[Column, list[tuple[Head, Cell]]]


def apart(entry: Entry) -> list[Entry]:
    """The line itself, or the two people that it holds."""
    held = entry.first(Column.FULL_NAME)
    names = two_names(str(held.value)) if held is not None and isinstance(held.value, str) else None
    if held is None or names is None or Column.FAMILY in entry.cells:
        return [entry]
    sexes = _sexes(names)
    are_marked = all(sexes) and any(
        spouse_of(head.words) for kept in entry.cells.values() for head, _ in kept
    )
    if are_marked:
        entry = replace(entry, cells=_with_phones_of_both(entry.cells))
    births = _births(entry, sexes)
    unmarked = [
        cell
        for head, cell in entry.cells.get(Column.PHONE, [])
        if not are_marked or not spouse_of(head.words)
    ]
    text = " ".join(map(words_of, unmarked))
    numbers = [(end, number) for _, end, number, _ in numbers_in(text)]
    phones = _phones(text, numbers, sexes) if len(numbers) == 2 else None
    if births is None and phones is None and not are_marked:
        return [entry]
    owner = _owner(text, sexes)
    (head, _), shown = entry.cells[Column.FULL_NAME][0], words_of(held)
    people = []
    for place, name in enumerate(names):
        cells = {key: list(kept) for key, kept in entry.cells.items() if key not in _ABOUT_ONE}
        if are_marked:
            cells = {key: own for key, kept in cells.items() if (own := _own(kept, sexes[place]))}
        cells[Column.FULL_NAME] = [(head, Cell(without_spouse(name), held.struck))]
        if births is not None:
            cells.pop(Column.AGE, None)
            cells[Column.BIRTH] = [(Head(-1, "", Column.BIRTH), Cell(births[place]))]
        if phones is not None:
            cells[Column.PHONE] = [(Head(-1, "", Column.PHONE), Cell(phones[place]))]
        elif numbers and place != owner:
            # One phone of two: it stands beside the other, who is called by it.
            cells.pop(Column.PHONE)
            _reach(cells, names[owner], numbers[0][1])
        elif are_marked and not numbers and Column.PHONE not in cells:
            theirs = " ".join(words_of(cell) for _, cell in entry.cells.get(Column.PHONE, []))
            for _, _, number, _ in numbers_in(theirs):
                _reach(cells, names[1 - place], number)
        person = replace(entry, cells=cells, sex=sexes[place], couple=shown)
        people.append(replace(person, of_two=True, has_partner=True))
    return people


def unnamed_number(cells: list[Cell]) -> str:
    """The number in the columns of one of two whom nobody names: the other one may be called by it."""
    texts = [text for cell in cells if (text := words_of(cell))]
    numbers = [text for text in texts if next(numbers_in(text), None) is not None]
    is_named = any(sum(map(str.isalpha, text)) > 1 for text in texts)
    return numbers[0] if numbers and not is_named else ""


def _reach(cells: Cells, name: str, number: str) -> None:
    """Write beside one of two by whose number he is called."""
    whose = read_written_name(without_spouse(name)).name or name
    reached = (Head(-1, "", Column.CONTACT_PERSON), Cell(f"{whose} {show_phone(number)}"))
    cells.setdefault(Column.CONTACT_PERSON, []).append(reached)


def _with_phones_of_both(cells: Cells) -> Cells:
    """Cells in which "SĐT (vợ)" is of one of the two, and no number of somebody else."""
    contacts = cells.get(Column.CONTACT_PHONE, [])
    theirs = [each for each in contacts if spouse_of(each[0].words)]
    if not theirs:
        return cells
    kept: Cells = dict(cells)
    kept[Column.CONTACT_PHONE] = [each for each in contacts if each not in theirs]
    kept[Column.PHONE] = [*cells.get(Column.PHONE, []), *theirs]
    return kept


def _own(kept: list[tuple[Head, Cell]], sex: str | None) -> list[tuple[Head, Cell]]:
    """The cells of a kind but for those whose head names the other of a couple."""
    return [
        (head, cell)
        for head, cell in kept
        if (marked := spouse_of(head.words)) is None or marked.sex == sex
    ]


def _sexes(names: Pair) -> tuple[str | None, str | None]:
    """The sex of each, by what they are called; of a couple, one tells the other's."""
    said = [spouse_sex(name) or read_written_name(without_spouse(name)).title_sex for name in names]
    if not any(said):
        women = ["thi" in fold(name).split()[1:-1] for name in names]
        if women[0] != women[1]:
            said = ["female" if woman else "male" for woman in women]
    other = {"female": "male", "male": "female"}
    first, second = said
    return first or (other[second] if second else None), second or (other[first] if first else None)


def _births(entry: Entry, sexes: tuple[str | None, str | None]) -> Pair | None:
    """A birth of each, in their order."""
    man, woman = entry.words(Column.MALE), entry.words(Column.FEMALE)
    if _BIRTH.search(man) and _BIRTH.search(woman) and all(sexes):
        return (man, woman) if sexes[0] == "male" else (woman, man)
    if any(spouse_of(head.words) for head, _ in entry.cells.get(Column.BIRTH, [])):
        return None
    text = " ".join(words_of(cell) for _, cell in entry.cells.get(Column.BIRTH, []))
    full = _BIRTH.findall(text)
    if len(full) == 2:
        said = _sex_said(text[: text.index(full[0])])
        return (full[1], full[0]) if said is not None and said == sexes[1] else (full[0], full[1])
    if short := _SHORT.fullmatch(text):
        return f"19{short[1]}", f"19{short[2]}"
    ages = re.findall(r"(?<!\d)\d\d(?!\d)", entry.words(Column.AGE))
    return (f"{ages[0]} tuổi", f"{ages[1]} tuổi") if len(ages) == 2 else None


def _phones(
    text: str, numbers: list[tuple[int, str]], sexes: tuple[str | None, str | None]
) -> Pair:
    """A phone of each: as "ông" and "bà" before or behind them say, else in their order."""
    (first_end, first), (second_end, second) = numbers
    begins = next(found[0] for found in numbers_in(text))
    sex = _sex_said(text[:begins]) or _sex_said(text[first_end:second_end])
    return (second, first) if sex is not None and sex == sexes[1] else (first, second)


def _owner(text: str, sexes: tuple[str | None, str | None]) -> int:
    """Whose the one phone of a couple is: the first one's, where no "(bà)" says otherwise."""
    found = next(numbers_in(text), None)
    if found is None:
        return 0
    said = _sex_said(text[: found[0]]) or _sex_said(text[found[1] :])
    return int(said is not None and said == sexes[1])


def _sex_said(words: str) -> str | None:
    """The sex of whom the words beside a birth or a phone say it is."""
    said = re.match(r"\W*(ông|bà|chồng|vợ)\b", words.lower())
    return _SEX[said[1]] if said else None


_SEX = {"ông": "male", "chồng": "male", "bà": "female", "vợ": "female"}
