"""Polls of a chat that somebody copied: the answers, and below each who gave it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line
from bot.rosters.book import Book, Cell, Sheet

YES, NO, OPEN, SILENT = "yes", "no", "open", "silent"
_IS_POLL = Pattern(
    r"\b(?:binh chon|bo phieu|tham do y kien|khao sat|poll|survey|vote|voting)\b|^(?:tao boi|nguoi tao|created by)\b"
)
_VOTES = r"(?:phiếu|phieu|lượt bình chọn|luot binh chon|lượt|luot|bình chọn|binh chon|người|nguoi|votes?|people|responses?)"
_COUNT = rf"(\d{{1,3}})\s*(?:{_VOTES}(?: (?:bầu|bình chọn|đã chọn))?)?"
_OPTION = Pattern(
    rf"\W*(?:\d{{1,2}}[.)]\s+)?(?P<label>[^\d()\[\]:–]{{1,60}}?)\s*(?:[(\[]\s*{_COUNT}\s*[)\]]|[:–—-]\s*{_COUNT}|\s(\d{{1,3}})\s*{_VOTES})\s*(?:[·•(–-]?\s*\d{{1,3}}\s?%\)?)?\s*:?",
    re.IGNORECASE,
)
_COUNT_FIRST = Pattern(
    rf"\W*(\d{{1,3}})\s*{_VOTES}\s+(?P<label>[^\d()]{{3,60}}?)\s*:?", re.IGNORECASE
)
_COUNT_ALONE = Pattern(rf"\W*(\d{{1,3}})\s*{_VOTES}\W*(?:\d{{1,3}}\s?%)?\W*", re.IGNORECASE)
_SILENT = Pattern(
    r"\b(?:chua (?:binh chon|bo phieu|tra loi|phan hoi|vote|chon|cho y kien|co y kien)|khong (?:binh chon|tra loi|phan hoi|bo phieu)|"
    r"no (?:response|vote|answer|reply)|(?:not|didn.?t|haven.?t|hasn.?t|did not|have not|yet to) (?:yet )?(?:vote|voted|responded?|answer|answered|replied|reply)|pending)\b"
)
_OPEN = Pattern(
    r"\b(?:chua (?:chac|biet|quyet|ro)|suy nghi|phan van|de (?:tinh|coi|xem|hoi)|co the|tuy|maybe|not sure|unsure|undecided|perhaps|think|y kien khac|khac|other)\b"
)
_NO = Pattern(
    r"\b(?:khong|ko|k|hong|hổng|khoi|thoi|tu choi|ban|vang|rut|no|nope|not|decline|declined|can.?t|cannot|won.?t|skip|out)\b"
)
_YES = Pattern(
    r"\b(?:tham gia|dong y|co|dang ky|ghi ten|vo|vao|gia nhap|chac chan|san sang|ok|yes|yeah|join|joining|i.?m in|count me in|agree|sign up|interested)\b"
)
_AROUND = Pattern(
    r"\b(?:tao boi|nguoi tao|created by|ket thuc|het han|da khoa|khoa binh chon|dong binh chon|ended|closed|ends|anonymous|an danh|chon nhieu|xem (?:them|tat ca)|see all|view votes|binh chon|bo phieu|poll|vote|phuong an|lua chon|option)\b"
)
_NAME = Pattern(r"[^\W\d_][^:;?!/\\@#=<>\[\]{}]{1,48}")
_WHEN = Pattern(
    r"\W*(?:(?:luc )?\d{1,2}\s?[:h]\s?\d{2}|hom (?:nay|qua)|\d{1,2}/\d{1,2}|\d{1,2} (?:phut|gio|ngay))\b"
)
_SEPARATED = Pattern(r"\s*[,;•·]\s*")
_MOST_WORDS = 7
_LONGEST = 100_000
_FEWEST = 2
HEADS = ("Họ và tên", "Đồng ý", "Hội viên")
_HELD = {YES: ("Có", "x"), NO: ("Không", "x"), OPEN: ("Chưa", "x"), SILENT: ("Có", "")}
"""What stands under the heads for each kind of answer; who gave none is not marked."""


@dataclass(frozen=True)
class _Voter:
    line: int
    name: str
    answer: str


def read_poll(text: str, book: Book, sheet: Sheet) -> bool:
    """Whether a text is a copied poll; then a line for each who is named is put into a sheet."""
    voters = votes_in(text)
    if not voters:
        return False
    at_line: dict[int, _Voter] = {}
    further: list[_Voter] = []
    for each in voters:
        if each.line in at_line:
            further.append(each)
        else:
            at_line[each.line] = each
    sheet.is_answered = True
    for column, head in enumerate(HEADS):
        book.put(sheet, 0, column, Cell(head))
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if number in at_line:
            _put(book, sheet, number, at_line[number])
        elif line.strip():
            book.put(sheet, number, len(HEADS), Cell(single_line(line)))
    for number, each in enumerate(further, len(lines) + 1):
        _put(book, sheet, number, each)
    return True


def _put(book: Book, sheet: Sheet, number: int, voter: _Voter) -> None:
    for column, words in enumerate((voter.name, *_HELD[voter.answer])):
        if words:
            book.put(sheet, number, column, Cell(words))


def votes_in(text: str) -> list[_Voter]:
    """Who gave which answer in a copied poll; nobody where a text is none."""
    if len(text) > _LONGEST or "\t" in text:
        return []
    lines = [single_line(line) for line in text.split("\n")]
    is_said = any(_IS_POLL.search(fold(line)) for line in lines)
    voters: list[_Voter] = []
    answers: list[str] = []
    counted = 0
    answer, expected, begun = "", 0, 0
    for at, line in enumerate(lines):
        option = _option(line, lines[at + 1] if at + 1 < len(lines) else "")
        if option is not None:
            counted += bool(answers) and len(voters) - begun == expected
            answer, expected, begun = *option, len(voters)
            answers.append(answer)
        elif answer and line and not (_COUNT_ALONE.fullmatch(line) or _WHEN.match(fold(line))):
            names = _names(line)
            if sum(map(str.isdigit, line)) > _FEWEST and not _AROUND.search(fold(line)):
                # People of whom more is told are no voters.
                return []
            voters += [_Voter(at + 1, name, answer) for name in names or ()]
    counted += bool(answers) and len(voters) - begun == expected
    is_sure = is_said or (counted >= _FEWEST and counted == len(answers))
    is_of_joining = YES in answers or NO in answers
    return voters if is_sure and is_of_joining and counted and len(voters) >= _FEWEST else []


def _option(line: str, below: str) -> tuple[str, int] | None:
    """The answer that a line heads, and how many gave it."""
    if len(line) > 2 * _LONGEST_LABEL:
        return None
    found = _COUNT_FIRST.fullmatch(line) or _OPTION.fullmatch(line)
    if found is not None:
        count = next(int(each) for each in found.groups() if each and each.isdigit())
        label = found["label"]
    elif (
        line
        and (alone := _COUNT_ALONE.fullmatch(below)) is not None
        and len(line) <= _LONGEST_LABEL
    ):
        count, label = int(alone[1]), line
    else:
        return None
    kind = _kind(label)
    return (kind, count) if kind else None


_LONGEST_LABEL = 60


def _kind(label: str) -> str:
    """What an answer says; "" for words that are none."""
    folded = fold(label)
    if _SILENT.search(folded):
        return SILENT
    if _IS_POLL.search(folded) or _AROUND.search(folded):
        return ""
    for kind, pattern in ((OPEN, _OPEN), (NO, _NO), (YES, _YES)):
        if pattern.search(folded):
            return kind
    return OPEN


def _names(line: str) -> list[str] | None:
    """The names of a line and nothing else; None for other words."""
    if _AROUND.search(fold(line)):
        return None
    names = [re.sub(r"^[^\w(]+", "", each) for each in _SEPARATED.split(line) if each.strip()]
    are_names = all(
        _NAME.fullmatch(name) and len(name.split()) <= _MOST_WORDS and name[0].isupper()
        for name in names
    )
    return names if names and are_names else None
