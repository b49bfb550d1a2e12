"""The sex of somebody on a list: by column, cross, relation, form of address, or what is said of all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line
from bot.rosters.entries import Entry
from bot.rosters.facts import Facts
from bot.rosters.grid import words_of
from bot.rosters.heads import Column, sexes_of_head
from bot.rosters.naming import WrittenName, sex_of_middle
from bot.rosters.saints import name_sex

_SEX = {
    "nam": "male", "nu": "female", "male": "male", "female": "female", "m": "male", "f": "female",
    "ong": "male", "ba": "female", "co": "female", "anh": "male", "chi": "female", "nam gioi": "male",
    "nu gioi": "female", "trai": "male", "gai": "female", "phu nu": "female", "chu": "male",
    "b": "female", "o": "male", "女": "female", "男": "male",
}  # fmt: skip
_IN_A_SEX = frozenset((*_SEX, "cu", "gioi", "tinh", "phai"))
_WOMAN = Pattern(
    r"(?:vợ|vo|mẹ|me|má|bà|chị|chi|dì|di|thím|thim|mợ|mo|cô)(?!\w).*|(?:em|con|cháu|chau) (?:gái|gai|dâu|dau)\b.*"
)
_MAN = Pattern(
    r"(?:chồng|chong|cha|ba|bố|bo|tía|tia|ông|ong|anh|chú|chu(?! ho)|cậu|cau|dượng|duong)(?!\w).*|(?:em|con|cháu|chau) (?:trai|rể|re)\b.*"
)
_ASIDE = Pattern(r"[;,.()\-–]+")
_WOMEN_SAID = frozenset(("bà", "cụ bà", "nữ", "là nữ"))
_MEN_SAID = frozenset(("ông", "cụ ông", "nam", "là nam"))


@dataclass(frozen=True)
class WrittenSex:
    """A sex, and what stands there unread.

    `concluded`: only the other sex is marked in the list, and this line is not. `coded`: the digit
    that stands for it, as the names of the list bear out.
    """

    sex: str | None
    unread: str = ""
    concluded: bool = False
    coded: str = ""


def sex_of(entry: Entry, written: WrittenName, facts: Facts) -> WrittenSex:
    """The sex, if the line, the list or its headings tell it."""
    said = set[str]()
    unread = ""
    text = _ticked(_by_head(entry, entry.words(Column.SEX)))
    coded = text if text in facts.sex_codes else ""
    text = facts.sex_codes.get(text, text)
    if text and (sex := _said_by(text)):
        said.add(sex)
    elif text and not re.fullmatch(r"[\s\-–.?/x]*", text):
        unread = text
    marked = [
        key
        for key in (Column.MALE, Column.FEMALE)
        if entry.words(key).strip(" -–.") not in ("", "0")
    ]
    said |= {"male" if key is Column.MALE else "female" for key in marked}
    if len(said) > 1:
        return WrittenSex(None, text or "x")
    if said:
        return WrittenSex(said.pop(), unread, coded=coded)
    relation = by_relation(entry.words(Column.RELATION)) if facts.households else None
    named = name_sex(written.name or "")
    told = written.title_sex or entry.sex or relation or named or _in_note(entry)
    if told is None and (facts.marks_women or facts.marks_men):
        unmarked = "male" if facts.marks_women else "female"
        if sex_of_middle(written.name or "") in (unmarked, None):
            return WrittenSex(unmarked, unread, concluded=True)
    return WrittenSex(told, unread)


def _said_by(text: str) -> str | None:
    """The sex that a cell says: "Nữ", "Cụ bà", "女 Nữ"; None where its words say none, or both."""
    folded = fold(text.strip(" ."))
    if folded in _SEX:
        return _SEX[folded]
    words = re.findall(r"\w+", folded)
    said = {_SEX[word] for word in words if word in _SEX}
    return said.pop() if len(said) == 1 and all(map(_IN_A_SEX.__contains__, words)) else None


_BOX = r"[☑☒✓✔✅🗹■◉●⬛]\ufe0f?|[(\[]\s*[xXvV✓✔]\s*[)\]]"
_TICKED = Pattern(rf"(?:{_BOX})\s*(nam|nữ|nu)\b", re.IGNORECASE)
_TICKED_BEHIND = Pattern(rf"\b(nam|nữ|nu)\s*(?:{_BOX})", re.IGNORECASE)
_EMPTY_FIRST = Pattern(r"\W*(?:[☐□○◯⬜]|[(\[]\s*[)\]]|☑|☒|✓|✔|[(\[]\s*[xX])")


def _ticked(text: str) -> str:
    """The box that is ticked of both: "☐ Nam ☑ Nữ", "Nam [ ] Nữ [x]"."""
    form = _TICKED if _EMPTY_FIRST.match(text) else _TICKED_BEHIND
    told = set(map(fold, form.findall(text)))
    return told.pop() if len(told) == 1 else text


def by_relation(text: str) -> str | None:
    """The sex of who is somebody's "vợ", "cha", "em gái"; None where the word says none."""
    line = single_line(text).lower()
    if _WOMAN.fullmatch(line):
        return "female"
    return "male" if _MAN.fullmatch(line) else None


def _in_note(entry: Entry) -> str | None:
    """ "bà, góa" in a note: a form of address that stands by itself."""
    parts = {
        part.strip().lower()
        for _, cell in entry.cells.get(Column.NOTE, [])
        for part in _ASIDE.split(words_of(cell))
    }
    women, men = parts & _WOMEN_SAID, parts & _MEN_SAID
    if bool(women) == bool(men):
        return None
    return "female" if women else "male"


def _by_head(entry: Entry, text: str) -> str:
    """ "1" under "Giới tính (1: nam, 2: nữ)", "N" under "GT (N = nữ)" in words."""
    held = entry.cells.get(Column.SEX)
    if held is None or not re.fullmatch(r"\w{1,2}", text):
        return text
    return sexes_of_head(held[0][0].words).get(fold(text), text)
