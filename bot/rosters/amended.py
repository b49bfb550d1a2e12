"""What lines around a list put right of somebody whom they name: "số cô Nga số cuối là 6 không phải 9"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.phones import read_phone, show_phone
from bot.language.text import CAPITALS, fold
from bot.rosters.contacts import numbers_in
from bot.rosters.corrections import PUT_RIGHT
from bot.rosters.elsewhere import noted
from bot.rosters.family_names import begins_as_name
from bot.rosters.listed import Listed, Remark

Place = tuple[str, int, str]
_NOT = r"(?:không|khong|hổng|hông|ko|k|chứ không|chứ hổng|chứ hông|chứ ko) (?:phải|phai)"
_SENTENCE = Pattern(r"(?<!\d)[.;!]\s+|(?<=\d)[.;]\s+(?=\D)")
_FORM = r"(?:ông|bà|cụ|bác|chú|cô|chị|anh|dì|thím|ong|ba|cu|bac|chu|co|chi|di)"
_NAME = rf"[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*){{0,6}}"
_CALLED = Pattern(rf"\b(?i:{_FORM})\s+({_NAME})")
_WHOLE = Pattern(rf"(?<!\w){_NAME}")
_WOMEN = frozenset("bà cô chị dì thím ba co chi di".split())
_MEN = frozenset("ông chú anh ong chu".split())
_REFUTED = Pattern(
    rf"(?:{_NOT}|\b(?:số |năm )?cũ|\b(?:lộn|nhầm|sai)(?: là| thành| ra)?|\bbỏ(?: số)?|\btừ)(?: (?:là|năm|số|sinh|tổ|ra|của|ông|bà))*\s*:?\s*$",
    re.IGNORECASE,
)
"""What stands before a value that isn't the right one."""
_YEAR = Pattern(r"(?<![\d./-])((?:18|19)\d\d)(?![\d./-])")
_SHORT_YEAR = Pattern(
    r"(?:\b(?:sinh|sanh|năm|sn|là|thành)|[,:])\s*(?:năm |là )?([2-6]\d)(?!\d)(?! tuổi)",
    re.IGNORECASE,
)
_LAST_DIGITS = Pattern(
    r"\b(?:số|chữ số|con số)?\s*(?:cuối(?: cùng)?|chót|đuôi)(?: số)?[^\d]{0,25}?(\d{1,4})(?!\d)",
    re.IGNORECASE,
)
_PLACE = Pattern(r"\b(?:tổ|ấp|khu phố|kp|hẻm|xóm|thôn|khóm|to|ap) (?:số )?\d+(?!\d)", re.IGNORECASE)
_RENAMED = Pattern(
    rf"\b(?i:tên(?: (?:đúng|thật|mới))?(?: (?:là|phải là))?|thành|sang|là|phải là|viết sai|sai)[\s,:]+(?i:(?:ông|bà|cô|chú) )?({_NAME})"
)
_IF_WRONG = Pattern(
    r"\b(?:có gì|gì|ai|nếu|chỗ nào|có|thấy|còn)(?: (?:ghi|bị|còn|thấy))? (?:sai|lộn|nhầm|sót)\b",
    re.IGNORECASE,
)
"""Who says whom to call if something is wrong puts nothing right."""
_OF_BIRTH = Pattern(
    r"\b(?:sinh|sanh|sn|ns|tuổi|lộn|lon|nhầm|nham|sai|sửa|sua|đính chính|mới (?:đúng|phải)|moi dung|đúng (?:là|ra))\b",
    re.IGNORECASE,
)
_OF_LATER = Pattern(
    r"\b(?:dọn|dời|chuyển|vô|vào|cưới|mất|nghỉ|tham gia|nhập ngũ|lập|đi|về)\b", re.IGNORECASE
)
_OF_ANOTHER = Pattern(
    r"\b(?:con|cháu|dâu|rể|vợ|chồng|em|má|mẹ|hàng xóm|người nhà|thằng|đứa)\b[^,;.]*$", re.IGNORECASE
)
_LONGEST = 250


def with_amended(people: list[Listed], said: list[tuple[str, str]]) -> list[Listed]:
    """People with what words put right of them; `said` are the sheets and the words.

    Only who alone is called so is meant; what was put right is told.
    """
    given: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    whole: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for row in people:
        if row.full_name:
            given[row.sheet, fold(row.full_name.split()[-1])].append(row)
            whole[row.sheet, fold(row.full_name)].append(row)
    changed: dict[Place, Listed] = {}
    for sheet, text in said:
        for sentence in _SENTENCE.split(text):
            is_right = PUT_RIGHT.search(_IF_WRONG.sub(" ", sentence)) is not None
            if len(sentence) > _LONGEST or not (is_right or _OTHER_NUMBER.search(sentence)):
                continue
            meant = _meant(sheet, sentence, given, whole)
            for row, words in meant:
                here = changed.get(row.place, row)
                if is_right:
                    there = _amended(here, words, sentence)
                    # What is said of several and nobody could read stays beside each.
                    is_unread = there == here and len(meant) > 1
                    changed[row.place] = noted(here, sentence) if is_unread else there
                elif len(meant) == 1:
                    changed[row.place] = _told_otherwise(here, words)
    return [changed.get(row.place, row) for row in people]


def _meant(
    sheet: str,
    text: str,
    given: dict[tuple[str, str], list[Listed]],
    whole: dict[tuple[str, str], list[Listed]],
) -> list[tuple[Listed, str]]:
    """Those whom words name, each with what is said of him; nobody where it isn't sure who is meant.

    Of one alone all is said; of several what stands behind each.
    """
    named = sorted(_named(sheet, text, given, whole), key=lambda each: each[:2])
    if not named or any(len(same) != 1 for _, _, same in named):
        return []
    places = {same[0].place for _, _, same in named}
    if len(places) == 1:
        begin, end, same = named[0]
        return [(same[0], f"{text[:begin]} {text[end:]}")]
    begins = [*(begin for begin, *_ in named[1:]), len(text)]
    said: dict[Place, tuple[Listed, str]] = {}
    for (_, end, same), until in zip(named, begins, strict=True):
        _, before = said.get(same[0].place, (same[0], ""))
        said[same[0].place] = (same[0], f"{before} {text[end:until]}".strip())
    return list(said.values())


def _named(
    sheet: str,
    text: str,
    given: dict[tuple[str, str], list[Listed]],
    whole: dict[tuple[str, str], list[Listed]],
) -> Iterator[tuple[int, int, list[Listed]]]:
    for each in _CALLED.finditer(text):
        words = each[1].split()
        form = each[0].split()[0].lower()
        for count in range(len(words), 0, -1):
            tail = " ".join(words[:count])
            same = [
                row
                for row in given.get((sheet, fold(words[count - 1])), ())
                if f" {fold(row.full_name or '')}".endswith(f" {fold(tail)}") and _may_be(row, form)
            ]
            if same:
                yield each.start(1), each.start(1) + len(tail), same
                break
    for each in _WHOLE.finditer(text):
        if same := whole.get((sheet, fold(each[0])), []):
            yield each.start(), each.end(), same


def _may_be(row: Listed, form: str) -> bool:
    if row.sex is None:
        return True
    return form not in (_MEN if row.sex == "female" else _WOMEN)


def _amended(row: Listed, words: str, text: str) -> Listed:
    row = _called_anew(row, words, text)
    row = _born_anew(row, words, text)
    row = _named_anew(row, words, text)
    places = _right(_PLACE, words)
    if row.address and places and fold(places[-1]) not in fold(row.address):
        kind = fold(places[-1]).split()[0]
        parts = row.address.split(", ")
        of_kind = [at for at, part in enumerate(parts) if fold(part).split()[0] == kind]
        if len(of_kind) == 1 and len(places) == 1:
            parts[of_kind[0]] = places[0]
            remark = Remark("address", text[:80], "elsewhere", places[0])
            row = replace(row, address=", ".join(parts), remarks=(*row.remarks, remark))
    return row


_OTHER_NUMBER = Pattern(
    r"\b(?:số|sđt|sdt|đt|điện thoại|zalo|so|dt|gọi|liên hệ)\b(?! nhà)[^\d,;.]{0,30}[+(]?\d{2}",
    re.IGNORECASE,
)


def _told_otherwise(row: Listed, words: str) -> Listed:
    """Somebody with another number than his line has: nobody says which is right, so it is told."""
    numbers = {number for _, _, number, _ in numbers_in(words)}
    if row.phone is None or len(numbers) != 1 or row.phone in numbers:
        return row
    remark = Remark("phone", show_phone(numbers.pop()), "differs", show_phone(row.phone))
    return replace(row, remarks=(*row.remarks, remark))


def _right(form: Pattern, words: str) -> list[str]:
    """What words say that is not refuted right before it."""
    return list(
        dict.fromkeys(
            each[each.re.groups]
            for each in form.finditer(words)
            if not _REFUTED.search(words[: each.start(each.re.groups)])
        )
    )


def _called_anew(row: Listed, words: str, text: str) -> Listed:
    numbers = [
        number
        for begin, _, number, _ in numbers_in(words)
        if number != row.phone
        and not _REFUTED.search(words[:begin])
        and not _OF_ANOTHER.search(words[:begin])
    ]
    if len(set(numbers)) != 1:
        numbers = []
    if not numbers and row.phone and next(numbers_in(words), None) is None:
        last = _LAST_DIGITS.search(words)
        renewed = f"{row.phone[: -len(last[1])]}{last[1]}" if last else row.phone
        numbers = [renewed] if renewed != row.phone and read_phone(renewed).number else []
    if not numbers:
        return row
    remark = Remark("phone", text[:80], "elsewhere", numbers[0])
    others = tuple(each for each in row.remarks if each.column != "phone")
    return replace(row, phone=numbers[0], remarks=(*others, remark))


def _born_anew(row: Listed, words: str, text: str) -> Listed:
    years = _right(_YEAR, words) or [f"19{each}" for each in _right(_SHORT_YEAR, words)]
    years = [each for each in years if each != str(row.birth_year)]
    is_old_named = row.birth_year is not None and str(row.birth_year) in words
    if not is_old_named and (not _OF_BIRTH.search(text) or _OF_LATER.search(words)):
        # "năm 1975 ổng mới dọn về đây" is no birth.
        return row
    asked = [each for each in row.doubts if each.column == "birth"]
    if len(years) != 1 or (row.birth_year is None and not asked):
        return row
    remark = Remark("birth", text[:80], "elsewhere", years[0])
    return replace(
        row,
        birth_year=int(years[0]),
        birth_date=None,
        birth_estimated=False,
        doubts=tuple(each for each in row.doubts if each.column != "birth"),
        remarks=(*(each for each in row.remarks if each.column != "birth"), remark),
    )


def _named_anew(row: Listed, words: str, text: str) -> Listed:
    """Another name of the same family, whole or its last word."""
    old = row.full_name or ""
    for found in _RENAMED.finditer(words):
        new = " ".join(found[1].split())
        if " " not in new and old and fold(new) == fold(old.split()[-1]):
            new = " ".join([*old.split()[:-1], new])
        is_same = old and fold(new).split()[0] == fold(old).split()[0] and " " in new
        if is_same and new != old and begins_as_name(new):
            remark = Remark("full_name", text[:80], "elsewhere", new)
            return replace(row, full_name=new, remarks=(*row.remarks, remark))
    return row
