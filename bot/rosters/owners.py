"""Whose a number is, where a column of its own says it: "con gái: Hoàng Thị Vui", "của cụ", "chính chủ"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.book import Cell
from bot.rosters.contacts import is_anothers, numbers_in, read_written_phone
from bot.rosters.entries import Entry
from bot.rosters.finding import Head
from bot.rosters.grid import is_cross, words_of
from bot.rosters.heads import Column, plain_head
from bot.rosters.leaving import sex_told
from bot.rosters.lines import seems_name
from bot.rosters.listed import Remark
from bot.rosters.naming import WrittenName, without_title
from bot.rosters.rows import NOTHING
from bot.rosters.spouses import spouse_of

_PHONES = (Column.PHONE, Column.CONTACT_PHONE)
_OF = r"(?:(?:so|sdt|dt|may|zalo|sim|dien thoai)(?: dien thoai)?(?: nay)? )?(?:(?:la )?(?:cua|chinh) )?(?:la )?"
_OWN = Pattern(
    rf"{_OF}(?:rieng |chinh )?(?:ban than|chinh chu|chu so|tu minh|chinh minh|minh|toi|tui|ca nhan|so huu|(?:chinh )?(?:nguoi|cu|ho) (?:nay|do|ay|ta)|chinh|rieng|"
    r"(?:hoi|thanh|to) vien|hv|tv|nct|cu|bac|self|own|owner|member|him|her)(?: (?:ho|tu|dung|nghe|xai|giu|luon|a))*"
)
"""That it is his or her own, whoever it is."""
_OF_HIM = Pattern(rf"{_OF}(?:chinh )?(?:cu )?(?:ong|anh|chu)(?: (?:cu|ay|nay|dung|nghe))*")
_OF_HER = Pattern(rf"{_OF}(?:chinh )?(?:cu )?(?:ba|co|chi|di)(?: (?:cu|ay|nay|dung|nghe))*")
_SHARED = Pattern(r"\b(?:chung|ca nha|ca hai|hai (?:ong ba|vo chong)|gia dinh)\b|\bva\b")
_UNKNOWN = Pattern(
    r"\W*(?:(?:khong|ko|k|chua|hong) (?:ro|biet|nho)(?: .*)?|hoi lai|\?+|chua hoi)\W*"
)
_CALLED = Pattern(
    rf"(?i:(?:của |máy |số )*(?:cô|chú|anh|chị|dì|cậu|em|thầy)) [{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*)?"
)
"""Somebody younger by what he is called: "cô Ba"."""
_LABEL = Pattern(r"^(?:(?:của|cua|là|la|số|so|sđt|sdt|máy|may)\s+)+", re.IGNORECASE)
_NOTED = Pattern(r"\b(?:ghi chu|note|chu thich)\b")
_OF_KIN = Pattern(
    r"\b(?:con|chau|dau|re|vo|chong|anh|chi|em|me|ma|cha|bo|tia|di|cau|mo|thim|duong|ba xa|ong xa|noi|ngoai|hang xom|nguoi (?:nha|than|quen|giup)|ban|to truong|nhom truong|"
    r"truong (?:ap|thon|xom|khom)|y te|cong tac vien|tnv|chu nha|nha ke|nho|daughter|son|wife|husband|neighbou?r)\b"
)


def with_owners(entry: Entry, written: WrittenName, *, households: bool) -> list[Remark]:
    """Put numbers that are another's where contacts stand; what of it stays unsure is remarked.

    `households`: whether "Quan hệ" tells what each is to the head of the household.
    """
    sex = sex_told(entry, written)
    unmarked = _of_spouse(entry, sex)
    unsure = unmarked if households else [*unmarked, *_of_relations(entry)]
    if entry.unnamed:
        unsure.append(entry.unnamed)
        spouse = _SPOUSE.get({"male": "female", "female": "male"}.get(sex or "", ""), "")
        told = f"{spouse} {entry.unnamed}".strip()
        has_other = Column.CONTACT_PERSON in entry.cells
        head = Head(-1, "", Column.CONTACT_PERSON)
        _add(entry, head.key or Column.NOTE, head, f"({told})" if has_other else told)
    for head, cell in entry.cells.get(Column.WHOSE, []):
        said = single_line(words_of(cell))
        held = _phone_before(entry, head)
        if NOTHING.fullmatch(said) or is_cross(said):
            continue
        if held is None:
            # "con gái: Vui 0300 …": whom to call, number and all.
            if next(numbers_in(said), None) is not None:
                _add(entry, Column.CONTACT_PERSON, head, said)
            continue
        key, phone_head, phone = held
        number = words_of(phone)
        is_his = _is_own(said, written, sex)
        if is_his is None or next(numbers_in(said), None) is not None:
            is_question = _NOTED.search(plain_head(head.words)) is None
            if is_question or _SHARED.search(fold(said)):
                unsure.append(f"{number} ({said})")
            _add(entry, Column.NOTE, head, said)
        elif is_his and key is Column.CONTACT_PHONE:
            _take(entry, key, phone_head)
            _add(entry, Column.PHONE, phone_head, number)
        elif not is_his:
            _take(entry, key, phone_head)
            whose = single_line(_LABEL.sub("", re.sub(r"\s*:\s*", " ", said)))
            told = f"{whose} {number}"
            has_other = Column.CONTACT_PERSON in entry.cells
            _add(entry, Column.CONTACT_PERSON, head, f"({told})" if has_other else told)
    return [Remark("phone", each, "whose", read_written_phone(each).number) for each in unsure]


_SPOUSE = {"male": "chồng", "female": "vợ"}
_OF_EACH = (Column.PHONE, Column.BIRTH, Column.AGE)


def _of_spouse(entry: Entry, sex: str | None) -> list[str]:
    """Take out what columns tell of the other of a couple, who is called by his number, if need be.

    What is under "ĐT vợ" is the own number of a woman. Of whom it is where no sex is known is returned.
    """
    unsure: list[str] = []
    for key in _OF_EACH:
        held = entry.cells.get(key, [])
        has_own = any(spouse_of(head.words) is None for head, _ in held)
        for head, cell in list(held):
            marked = spouse_of(head.words)
            if marked is None or marked.sex is None or marked.sex == sex:
                continue
            text = words_of(cell)
            if sex is None and not has_own:
                unsure += [f"{text} ({head.words})"] if key is Column.PHONE else []
                continue
            _take(entry, key, head)
            if key is Column.PHONE and next(numbers_in(text), None) is not None:
                _add(entry, Column.CONTACT_PERSON, head, f"{_SPOUSE[marked.sex]} {text}")
    return unsure


def _of_relations(entry: Entry) -> list[str]:
    """Numbers with "con gái" under "Quan hệ" right behind them: it may be said of the number."""
    phones = {head.index: cell for head, cell in entry.cells.get(Column.PHONE, [])}
    return [
        f"{words_of(phones[head.index - 1])} ({words_of(cell)})"
        for head, cell in entry.cells.get(Column.RELATION, [])
        if head.index - 1 in phones and _OF_KIN.search(fold(words_of(cell)))
    ]


def _phone_before(entry: Entry, owner: Head) -> tuple[Column, Head, Cell] | None:
    """The number that a column of owners is about: the next one on its left, else on its right."""
    told = [
        (abs(head.index - owner.index) + _FAR * (head.index > owner.index), key, head, cell)
        for key in _PHONES
        for head, cell in entry.cells.get(key, [])
        if head.index >= 0
    ]
    if not told:
        return None
    _, key, head, cell = min(told, key=lambda each: each[0])
    return key, head, cell


_FAR = 1000


def _is_own(said: str, written: WrittenName, sex: str | None) -> bool | None:
    """Whether a number is somebody's own by the words beside it; None where they don't tell."""
    folded = single_line(re.sub(r"[^\w\s?]", " ", fold(said)))
    if _UNKNOWN.fullmatch(folded) or _SHARED.search(folded):
        return None
    if _OWN.fullmatch(folded):
        return True
    for form, of in ((_OF_HIM, "male"), (_OF_HER, "female")):
        if form.fullmatch(folded):
            return sex in (of, None)
    if _names(said, written):
        return True
    name = without_title(re.split(r"\s*[:(–-]\s*", said)[-1].strip(" )"))
    is_named = seems_name(name) or seems_name(without_title(_LABEL.sub("", said)))
    is_named = is_named or _CALLED.fullmatch(said) is not None
    return False if is_named or _OF_KIN.search(folded) or is_anothers(said) else None


def _names(said: str, written: WrittenName) -> bool:
    """Whether words are his own name, or its end: "cụ Tỏ", "của bà Nguyễn Thị Tỏ"."""
    bare = fold(without_title(_LABEL.sub("", said).strip()))
    own = fold(written.name or "")
    return bool(bare) and (bare == own or own.endswith(f" {bare}"))


def _take(entry: Entry, key: Column, owned: Head) -> None:
    kept = [each for each in entry.cells[key] if each[0] != owned]
    if kept:
        entry.cells[key] = kept
    else:
        del entry.cells[key]


def _add(entry: Entry, key: Column, head: Head, said: str) -> None:
    entry.cells.setdefault(key, []).append((head, Cell(said)))


_CHIEF = Pattern(r"chu ho|head of (?:the )?household|chinh")


def tells_owners(texts: Iterable[str]) -> bool:
    """Whether what stands under "Quan hệ" behind phones says whose those are: some are their own."""
    folded = [fold(single_line(text)) for text in texts]
    return any(map(_OWN.fullmatch, folded)) and not any(map(_CHIEF.fullmatch, folded))
