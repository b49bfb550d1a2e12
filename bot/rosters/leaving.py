"""What a line says of somebody's leaving: its state, its notes, and what stands beside the name."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold
from bot.rosters.absence import (
    CROSSED,
    DECEASED,
    REFUSED,
    UNSURE,
    Absence,
    read_absence,
    read_note,
    read_status,
    told_by_head,
)
from bot.rosters.entries import Entry
from bot.rosters.grid import words_of
from bot.rosters.heads import Column
from bot.rosters.naming import WrittenName, read_written_name, sex_of_middle, two_names

_ARROWS = Pattern(r"^(?!\+ ?\d)[\s<>=\-–—←→⇐⇒*+.:]+(?=\w)")
_TITLE = Pattern(
    r"(?:ông|bà|cụ|bác|chú|cô|dì|anh|chị|thầy|ong|ba|cu|bac|chu|co|di|chi)\s+", re.IGNORECASE
)
_LATE = "cố"
_MOST_TITLES = 2
_GOES_ON = Pattern(r"\b[\s,:]*(?=\w)")
_NO = Pattern(r"(?:khong|ko|kh|k|hong|hok|tu choi|no|n|0|false)\b")
_NOT_YET = Pattern(
    r"chua\b(?! dong y)|(?:(?:de|con|dang|se|cho|hay) )*(?:suy nghi|tinh|xem|hoi|can nhac|phan van|luong lu|do du|tu tu)\b|"
    r"(?:khong|ko|kh|k|hong) (?:biet|ro|chac|nho)\b|co (?:le|the)\b|chac\b|(?:may ?be|perhaps|possibly|probably|not sure|unsure|undecided|thinking|later|pending)\b|\?"
)
"""What is neither yes nor no: "chưa", "Để suy nghĩ thêm", "không biết"."""
_SPOUSE = Pattern(r"\W*(?:(?P<she>bà nhà|bà|bả|vợ)|(?P<he>ông nhà|ông|ổng|chồng))\b")
_TOLD_IN = (
    Column.PHONE, Column.ADDRESS, Column.SEX, Column.BIRTH, Column.CIRCUMSTANCES, Column.NICKNAME,
)  # fmt: skip


def _of_them(text: str, written: WrittenName) -> str:
    """A note without the arrow to whom it is about and without his name: "← ông Luật mất rồi"."""
    text = _ARROWS.sub("", text.strip())
    words = (written.name or "").split()
    begins = [0]
    while len(begins) <= _MOST_TITLES and (title := _TITLE.match(text, begins[-1])):
        begins.append(title.end())
    for name in filter(None, (" ".join(words), " ".join(words[-2:]), *words[-1:])):
        for begin in reversed(begins):
            end = begin + len(name)
            told = text[begin:end].lower() == name.lower()
            if told and (rest := _GOES_ON.match(text, end)):
                return text[rest.end() :]
    return text


def sex_told(entry: Entry, written: WrittenName) -> str | None:
    """The sex of somebody as far as it tells of whom a note is."""
    told = {"nam": "male", "nu": "female"}.get(fold(entry.words(Column.SEX)))
    return written.title_sex or told or entry.sex or sex_of_middle(written.name or "")


def _is_of_spouse(text: str, sex: str | None) -> bool:
    """Whether words are said of the other one of a couple: "bà mất năm ngoái" beside his name."""
    found = _SPOUSE.match(text.lower())
    if found is None or sex is None:
        return False
    return (found["she"] is not None) == (sex == "male")


_KIN = ("vợ", "chồng")
_OF_BOTH = Pattern(r"[;,.\n]|\bcòn\b(?= (?:ông|bà|vợ|chồng)\b)|\bvà\b(?= (?:ông|bà|vợ|chồng)\b)")


def _of_one(text: str, entry: Entry, sex: str | None, written: WrittenName) -> Absence | None:
    """What a note beside two people says of one of them: "ông mất 2022, bà chuyển đi"."""
    unsure: Absence | None = None
    names = map(read_written_name, two_names(entry.couple) or ())
    others = [each for each in names if each.name != written.name]
    for part in map(str.strip, _OF_BOTH.split(text)):
        whose = _SPOUSE.match(part.lower())
        is_kin = whose is not None and sex is None and whose[0].strip().lower() in _KIN
        if _is_of_spouse(part, sex) or (is_kin and not entry.has_partner):
            continue
        if whose is None and any(_of_them(part, each) != part for each in others):
            # "cụ Mận mất rồi" beside her.
            continue
        bare = _of_them(part, written)
        is_named = bare != part
        if whose is not None and not is_named:
            bare = part[whose.end() :].strip()
        said = read_note(bare)
        is_sure = said is not None and said.kind != UNSURE
        is_his = (is_named or not entry.has_partner) if whose is None else sex is not None
        if is_sure and is_his:
            return said
        unsure = unsure or (Absence(UNSURE, part) if said is not None else None)
    return unsure


def is_of_one(entry: Entry, written: WrittenName) -> bool:
    """Whether a note says surely of one of two that he is gone: "ông Thơi mất rồi, bà còn sinh hoạt"."""
    sex = sex_told(entry, written)
    told = (
        _of_one(str(cell.value), entry, sex, written)
        for _, cell in entry.cells.get(Column.NOTE, [])
    )
    return any(each is not None and each.kind != UNSURE for each in told)


_WENT = Pattern(
    r"(?:đã |mới |vừa |nay |giờ )*(?:sang|qua|về|lên|xuống|ra|vào|vô|đi) "
    rf"(?!(?:tổ|nhóm|ấp|tết|chùa|thôn|xóm|khóm|xã|clb|hội|viện|bv|nhà)\b)(?-i:[{CAPITALS}])\w*(?: (?-i:[{CAPITALS}])\w*){{0,3}}"
    r"(?: (?:rồi|luôn|ở|với|cùng|theo|mấy|các|con|cháu|gái|trai|út|cả|lớn|dâu|rể|gia đình|vợ|chồng|bên đó))*",
    re.IGNORECASE,
)
_FOR_GOOD = Pattern(
    r"\W*(?:đã |nay |giờ |ông |bà |cụ )*(?:theo (?:vợ |chồng )?con\b(?! (?:tập|họp|học))|bỏ (?:đi|về|xứ)\b|(?:đi|về|lên|qua|sang|ra|vào|vô|xuống) .*\bở (?:luôn|hẳn)\b)",
    re.IGNORECASE,
)


def _went(text: str) -> bool:
    """Whether words tell nothing but where somebody went: "sang Lào", "về Huế rồi"."""
    return bool(_WENT.fullmatch(text.strip(" .,!")))


def _for_good(text: str) -> bool:
    """Whether words of any column tell that somebody went and stays there."""
    return _went(text) or bool(_FOR_GOOD.match(text))


def _instead(text: str) -> Absence | None:
    """What stands where a number or a home would: "bỏ về bên Lào", "sang Lào"."""
    found = read_absence(text)
    if found is None and _went(text):
        return Absence(UNSURE, text)
    return Absence(UNSURE, text) if found == Absence(UNSURE) else found


_OF_RELATIVES = (Column.CONTACT_PERSON, Column.CONTACT_PHONE, Column.RELATION, Column.WHOSE)
_IN_BRACKETS = Pattern(r"\(.*?\)")


def _beside_relatives(entry: Entry) -> list[str]:
    """What the columns of relatives say, but for what stands in brackets behind one of them."""
    return [
        bare
        for column in _OF_RELATIVES
        for _, cell in entry.cells.get(column, [])
        if isinstance(cell.value, str)
        and (bare := _IN_BRACKETS.sub("", words_of(cell)).strip())
        and not any(map(str.isdigit, bare.replace(" ", "")[:1]))
    ]


def absence_of(entry: Entry, written: WrittenName) -> Absence | None:
    """Whether somebody is no longer a member, as a line says it; None where it says nothing."""
    if entry.struck:
        return Absence("struck")
    if re.search(r"\d", entry.words(Column.DIED)):
        return Absence(DECEASED)
    unsure: Absence | None = None
    for _, cell in entry.cells.get(Column.CONSENT, []):
        agreed = words_of(cell)
        if _NOT_YET.match(fold(agreed)):
            unsure = unsure or (None if entry.doubt else Absence(UNSURE, agreed))
        elif _NO.match(fold(agreed)):
            return Absence(REFUSED)
    said: list[tuple[Callable[[str], Absence | None], str]] = [
        (read_status, told_by_head(head.words, words_of(cell)))
        for head, cell in entry.cells.get(Column.STATUS, [])
    ]
    if entry.words(Column.CODE):
        # The list came from here: its notes were not written to tell who left.
        return next((found for read, text in said if (found := read(text))), None)
    noted = [str(cell.value) for _, cell in entry.cells.get(Column.NOTE, [])]
    said += [(read_note, _of_them(text, written)) for text in noted if not entry.of_two]
    # A cross under a month is of a meeting.
    asides = [each for each in entry.asides if each.strip(f"{CROSSED}\ufe0f ")]
    said += [(read_note, _of_them(each, written)) for each in asides]
    said += [(read_absence, each) for each in written.beside]
    for column in _TOLD_IN:
        said += [
            (_instead, words_of(cell))
            for _, cell in entry.cells.get(column, [])
            if isinstance(cell.value, str)
        ]
    if _LATE in written.title.lower().split():
        # "Cố Lê Văn Ba" is dead, or very old.
        unsure = Absence(UNSURE, written.title)
    sex = sex_told(entry, written)
    if entry.of_two:
        said = [each for each in said if each[1] not in noted]
        told = [
            found for text in noted if (found := _of_one(text, entry, sex, written)) is not None
        ]
        if (sure := next((each for each in told if each.kind != UNSURE), None)) is not None:
            return sure
        unsure = unsure or next(iter(told), None)
    for read, text in said:
        found = None if _is_of_spouse(text, sex) else read(text)
        if found is not None and found.kind != UNSURE:
            return found
        unsure = unsure or found
    unsure = unsure or next((Absence(UNSURE, text) for text in noted if _went(text)), None)
    for text in _beside_relatives(entry):
        # "Mất rồi" under "Người nhà": he himself, or his relative.
        is_said = read_absence(text) is not None or _went(text)
        unsure = unsure or (Absence(UNSURE, text) if is_said else None)
    for text in entry.others:
        # Of a column that nobody knows only what is sure counts.
        found = read_absence(_of_them(text, written))
        if found is not None and found.kind != UNSURE:
            return found
        is_said = _for_good(text) and not _is_of_spouse(text, sex)
        unsure = unsure or (Absence(UNSURE, text) if is_said else None)
    return entry.absence or unsure
