"""People who are told of in running words: "Bà Tạ Thị Bông, sinh năm 1950, ĐT 0300 000 201".

So captions under photos, decisions, comments and messages name them. Somebody is only who has a
whole name and, right behind it, a birth or a phone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.absence import CROSSED, MARKS, read_absence
from bot.rosters.borrowed import with_borrowed
from bot.rosters.contacts import with_place
from bot.rosters.family_names import begins_as_name
from bot.rosters.kin import sex_before, with_own_number, without_kin
from bot.rosters.lines import is_signature
from bot.rosters.naming import is_nickname, without_title
from bot.rosters.shortened import is_shortened, with_blanks
from bot.rosters.strangers import doubt_of_heading
from bot.rosters.told_facts import Told, person_of
from bot.rosters.told_labels import Label, label_of, without_close, without_label
from bot.rosters.told_names import FURTHEST, named_in
from bot.rosters.told_pairs import with_births_apart, with_phones_apart
from bot.rosters.typed_lines import SAID_FIRST

HEADS = (
    "Họ và tên",
    "Giới tính",
    "Năm sinh (tuổi)",
    "Điện thoại",
    "Địa chỉ",
    "Người liên hệ",
    "Ghi chú",
)
"""The columns in which such people are laid out."""
_LONGEST = 4000
"""Letters of a text that are looked at."""
_OF_OTHERS = Pattern(
    r"(?:báo tin(?: cho)?|người thân|người nhận thay|kính gửi|đề nghị của|người giới thiệu|lập biểu)\s*:?[^,;]{0,20}$",
    re.IGNORECASE,
)
_LEADS_THEM = r"\b(?:(?:tổ|ấp|thôn|xóm|khóm|nhóm|chi hội|khu phố|hội) (?:trưởng|phó)|trưởng (?:ấp|thôn|khu phố|ban|nhóm)|chủ nhiệm)(?: (?!và\b)[^\W_]+){0,4}\s*:\s*$"
_ASKED = Pattern(
    r"\b(?:liên hệ|gặp|hỏi|báo|gọi|người (?:lập|ghi|viết|soạn|nhập|gửi|cập nhật)|phụ trách)\b[^;.]{0,30}$"
    rf"|{_LEADS_THEM}",
    re.IGNORECASE,
)
"""Who is to be asked, and is no member for that."""
_SIGN = Pattern(rf"(?:^|\s)([+†✝*#{CROSSED}{MARKS}])\ufe0f?\s*(?:\d{{1,3}}\s*[.)/]\s*)?$")
_LEADS = Pattern(
    r"(?:^|[\s,;:–+&-]+)(?:(?:còn|và|với|cùng|thêm|vợ|chồng|má|mẹ|bà xã|ông xã|(?:ông |bà )?(?:nội|ngoại)|con(?: (?:gái|trai|dâu|rể))?|em(?: (?:gái|trai|dâu|rể))?|tôi|tui|mình|là|tên)(?=[\s:,]|$)[\s:,]*){1,5}$|\s[+&]\s*$",
    re.IGNORECASE,
)
"""Words right before the next name, which say who that is."""
_OF_CALLED = Pattern(
    r"[.;,]\s+(?i:(?:còn |và )?(?:(?:số|đt|sđt|điện thoại) (?:của )?)?(?:ông|bà|cụ|bác|cô|chú|dì|anh|chị))"
    rf"\s+([{CAPITALS}][^\W\d_]*)(?!\s+[{CAPITALS}])"
)
_MAY_TELL = Pattern(r"\d|\b(?:sinh|năm|tuổi|cầm tinh)\b", re.IGNORECASE)
_OF_THE_OLD = Pattern(r"(?<!\d)(?:18|19)\d\d(?!\d)")
"""A year that is a birth: "Chủ nhiệm: Lê Thị Hoa, 1950" signs nothing."""
_SHOWN = 60
_SHORTENED = Pattern(r"(?<=[^\W\d_])~(?=\s)")
"""How some shorten a family name: "Ng~ Thị Kim Anh"."""
_CALLED_SO = Pattern(
    r"\b(ông|bà|cụ|bác|cô|chú|dì|anh|chị)\s+([^\s,]+(?: [^\s,]+){0,2}?)[\s,(]*(?:(?P<same>[–=/-]|tức(?: là)?\b)|tên (?:thật|giấy tờ|thiệt|khai sinh)(?: là)?\s*:?)?[\s(]*$",
    re.IGNORECASE,
)
"""Who is called otherwise right before the name: "Bà Sáu Kiểng tên thật là ", "Ông Năm Nhỏ (".

Beside a dash it is the same one only by the same given name: "Bà Sáu Lèo - Nguyễn Thị Lèo".
"""


def people_told(text: str) -> list[Told]:
    """Everybody of whom a text tells more than the name."""
    return list(_people_told(text))


@lru_cache(maxsize=8192)
def _people_told(text: str) -> tuple[Told, ...]:
    text = with_blanks(_SHORTENED.sub(".", single_line(text)[:_LONGEST]))
    if not _MAY_TELL.search(text) or (is_signature(text) and not _OF_THE_OLD.search(text)):
        return ()
    text = with_phones_apart(with_births_apart(text))
    named = without_kin(text, list(named_in(text)))
    told: list[Told] = []
    label, ended, of_all = "", 0, Label()
    is_counted = bool(named) and _FIRST.search(text[: named[0][0]]) is not None
    for place, (begin, name, end) in enumerate(named):
        of_all = label_of(of_all, text[ended:begin], name)
        label, ended = _label(label, text[ended:begin]), end
        until = named[place + 1][0] if place + 1 < len(named) else len(text)
        behind = text[end : min(until, end + FURTHEST)]
        if place + 1 < len(named) and (ends := re.search(r"[.;]\s+(?=[^.;]*$)", behind)):
            # What stands there leads to the next one: "Còn bà …".
            behind = behind[: ends.start()]
        is_last = place + 1 == len(named)
        if is_counted and not is_last:
            # "1 Lê Thị Một 1941 2 Lê Thị Hai": the number is the next one's.
            behind = re.sub(rf"(?<=[\s,;.]){place + 2}\s*[.)/:-]?\s*$", "", behind)
        behind = without_close(behind) if is_last else _LEADS.sub("", without_label(behind))
        behind = behind[: _ends_at(name, behind, [each for _, each, _ in named])]
        before = text[:begin]
        if _OTHER_FORM.search(before[-10:]):
            # "Ông bà Phan Văn Cội": which of both he is nobody says here.
            name = without_title(name)
        person = person_of(name, with_own_number(before, name, behind))
        is_contact = person is not None and not person.birth and _ASKED.search(before[-60:])
        if person is not None and not is_contact and not _OF_OTHERS.search(before[-60:]):
            sign = _SIGN.search(before)
            called = _CALLED_SO.search(before[-60:])
            if called is not None and called["same"] and not _is_same(called[2], name):
                called = None
            if called is not None and is_nickname(called[2]):
                note = f"{called[2]}, {person.note}".strip(" ,")
                person = replace(person, name=f"{called[1]} {name}", note=note)
            elif called is not None and _is_given(called[2]) and before.endswith("("):
                # "Chị Diệu Hạnh (Nguyễn Thị Hạnh)": what a pagoda or a saint gave.
                note = f"{called[1]} {called[2]}, {person.note}".strip(" ,")
                person = replace(person, name=f"{called[1]} {name}", note=note)
            elif called is not None and fold(name).endswith(f" {fold(called[2])}"):
                # "Bà Chanh (Nông Thị Chanh)".
                person = replace(person, name=f"{called[1]} {name}")
            elif (given := _GIVEN_SO.search(before[-60:])) and _is_given(given[1]):
                person = replace(person, note=f"{given[1]}, {person.note}".strip(" ,"))
            elif (nick := _nicknamed(before)) is not None and text[end:].lstrip().startswith(")"):
                note = f"{nick['called']}, {person.note}".strip(" ,")
                person = replace(person, name=f"{nick['form'] or ''} {name}".strip(), note=note)
            if (said := _SAID_FIRST.search(before)) is not None:
                person = replace(person, note=f"{said['said'][1:-1]}, {person.note}".strip(" ,"))
            person = replace(person, sex=person.sex or sex_before(before))
            if of_all != Label():
                person = _labelled(person, of_all)
            is_pair = bool(told) and not re.search(r"[.;]", text[named[place - 1][2] : begin])
            is_couple = place > 0 and _COUPLE.search(text[: named[place - 1][0]][-20:])
            is_shared = is_couple or _SHARED.search(behind)
            if is_pair and _JOINED.search(before) and not (told[-1].address or told[-1].phone):
                # "Ông … (1948) và bà … (1950), tổ 3": it is said of both.
                told[-1] = replace(told[-1], address=person.address)
            if is_pair and person.phone and is_shared and not told[-1].phone:
                # Who stands right before is called by it, too.
                person = replace(
                    person,
                    phone=f"{person.phone} (số chung)",
                    note=_SHARED.sub("", person.note).strip(" ,"),
                )
                told[-1] = replace(told[-1], phone=person.phone)
            if label:
                # What is said of one by himself counts before what is said of all.
                parts = (label, person.note) if doubt_of_heading(label) else (person.note, label)
                person = replace(person, note=", ".join(filter(None, parts)))
            told.append(replace(person, name=f"{sign[1]} {name}") if sign else person)
    return tuple(with_borrowed(told))


_NICKNAMED = Pattern(
    r"\W*(?:\d{1,3}\s*[.)/-]\s*)?(?:(?P<form>ông|bà|cụ ông|cụ bà|cụ|bác|cô|chú|dì|anh|chị)\s+)?(?P<called>[^\W\d_]+(?: [^\W\d_]+){0,3})\s*\(",
    re.IGNORECASE,
)


def _nicknamed(before: str) -> re.Match[str] | None:
    """What somebody is called who is named in brackets: "Sáu Cà Phê (", "ông Giáo (", "cô Bảy thợ may ("."""
    found = _NICKNAMED.fullmatch(before) if len(before) <= _SHOWN else None
    if found is None or is_nickname(found["called"]):
        return found
    is_called = found["form"] is not None and found["called"][0].isupper()
    return found if is_called and not begins_as_name(found["called"]) else None


def _labelled(person: Told, label: Label) -> Told:
    """Somebody with what is said of all; his form of address and his own place count before it."""
    is_said = without_title(person.name) != person.name
    return replace(
        person,
        sex=person.sex or ("" if is_said else label.sex),
        address=with_place(person.address or None, label.place or None) or "",
    )


_SAID_FIRST = Pattern(rf"(?:^|[.;,]\s*){SAID_FIRST}\s*$")
_FIRST = Pattern(r"(?:^|[\s:,;])1\s*[.)/:-]?\s*$")
_OTHER_FORM = Pattern(r"\b(?:ông|cô|anh|chú)\s*$", re.IGNORECASE)
_SHARED = Pattern(
    r"\b(?:(?:số|sđt|đt|máy|điện thoại|dùng|xài) )*chung(?: (?:số|sđt|đt|máy|điện thoại))?(?!\w)",
    re.IGNORECASE,
)
_COUPLE = Pattern(r"\b(?:vợ chồng|hai ông bà)\s*:?\s*$", re.IGNORECASE)
_JOINED = Pattern(
    r"(?:\bvà|\bvới|\bcùng|&|\+)\s*(?:(?:vợ|chồng|bà xã|ông xã|ông|bà)\s*:?\s*)?$|[\s,;(](?:vợ|chồng|bà xã|ông xã)(?: là)?\s*:?\s*$",
    re.IGNORECASE,
)
_LABEL = Pattern(r"(?:^|[.;,]\s*)([^.;,:]{3,60}?)\s*(?::|\b(?:gồm|gom)(?: có)?:?)\s*$")


def _label(label: str, between: str) -> str:
    """What is said of all whom a sentence names from here on: "Đã thôi tham gia: bà …, ông …"."""
    found = _LABEL.search(between)
    if found is not None:
        said = found[1].strip()
        return said if read_absence(said) is not None or doubt_of_heading(said) else ""
    return "" if re.search(r"[.!?]\s", between) else label


_OF_WRITER = Pattern(
    r"[.;]\s+(?i:còn|riêng|phần)\s+(?i:tui|tôi|em|con|bác|chú|cô|mình|anh|chị|cháu)(?:\s+đây)?\s+(?i:thì|nay|xin|có|là người)\b"
)
"""Where who writes goes on about himself: ". Còn bác thì bác xin rút tên"."""


def _ends_at(name: str, behind: str, names: list[str]) -> int:
    """Where words behind a name begin to tell of another one of the text: ". Số ông Ba là …"."""
    others = {fold(each).split()[-1] for each in names} - {fold(name).split()[-1]}
    for found in _OF_CALLED.finditer(behind):
        if fold(found[1]) in others:
            return found.start()
    of_writer = _OF_WRITER.search(behind)
    return of_writer.start() if of_writer is not None else len(behind)


def tells_of_leader(text: str) -> bool:
    """Whether words give the number of who leads: he may be a member, too, and nothing says so."""
    return any(
        re.search(_LEADS_THEM, text[:begin], re.IGNORECASE) and person_of(name, text[end:])
        for begin, name, end in named_in(text)
    )


def said_of_others(text: str) -> list[str]:
    """What stands behind the people of a text, and is said of others among them."""
    text = with_blanks(_SHORTENED.sub(".", single_line(text)[:_LONGEST]))
    named = without_kin(text, list(named_in(text)))
    names = [name for _, name, _ in named]
    said = []
    for place, (_, name, end) in enumerate(named):
        until = named[place + 1][0] if place + 1 < len(named) else len(text)
        behind = text[end:until]
        said.append(behind[_ends_at(name, behind, names) :].strip(" .,;"))
    return [each for each in said if each]


_AROUND_NAME = Pattern(
    r"^\W*(?:(?:\d{1,3}\s*[.)/]\s*)|(?:(?:thêm|them|còn|con|với|và|va|dạ|da|ghi|cho|em|con|đăng ký|dk|đk)\s+)+)?"
    r"|[\s,.]*(?:(?:nữa|nua|nha|nhé|nhe|nghe|ạ|luôn|cô|chị|em|anh|chú)\b[\s,.!]*)*$",
    re.IGNORECASE,
)


def bare_name(text: str) -> str:
    """The whole name where a text is nothing else but for courtesies: "thêm bà Lê Thị Tư nữa"."""
    if len(text) > _SHOWN or any(map(str.isdigit, text.lstrip("0123456789.)/ "))):
        return ""
    name = _AROUND_NAME.sub("", single_line(text))
    words = without_title(name).split()
    is_name = (begins_as_name(" ".join(words)) or is_shortened(name)) and all(
        word[0].isupper() for word in words
    )
    return name if is_name and not any(sign in name for sign in ",;:?!") else ""


def only_named(text: str) -> list[str]:
    """What a text says of those of whom it tells no more than the name."""
    text = single_line(text)[:_LONGEST]
    told = [each.name for each in people_told(text)]
    return [
        single_line(
            text[_taken_out_from(text, begin) : end] + _SENTENCE.split(text[end : end + _SHOWN])[0]
        )
        for begin, name, end in without_kin(text, list(named_in(text)))
        if told
        and not any(without_title(name) in each for each in told)
        and not _leads(name, text[end:])
    ]


_SENTENCE = Pattern(r"[.;!?]\s+(?=[^\W\d_])")


def _taken_out_from(text: str, begin: int) -> int:
    """Where what is said of a name begins: with the word that takes him off the list."""
    found = _TAKEN_OUT.search(text[:begin])
    return found.start() if found is not None else begin


_TAKEN_OUT = Pattern(
    r"\b(?:bỏ|gạch|xóa|xoá|rút|loại)(?: (?:tên|bớt|ra|giùm|dùm))*\s+$", re.IGNORECASE
)


def _is_given(called: str) -> bool:
    """Whether words before a name in brackets are what else somebody is called."""
    words = called.split()
    is_written = all(word[0].isupper() and word.isalpha() for word in words)
    return len(words) == _TWO and is_written and not begins_as_name(called)


_TWO = 2
_GIVEN_SO = Pattern(r"(?:^|[^\w\s]\s*)([^\W\d_]+ [^\W\d_]+)\s*\($")


def _leads(name: str, behind: str) -> bool:
    """Whether a name is how somebody is called who is named in full right behind."""
    is_full = re.match(r"\s*\(([^()]+)\)", behind)
    if is_full is not None and _is_given(without_title(name)):
        return begins_as_name(is_full[1])
    if not is_nickname(name):
        return False
    full = _FULL_BEHIND.match(behind)
    return _THEN_NAMED.match(behind) is not None or (
        full is not None and _is_same(without_title(name), full[1])
    )


_THEN_NAMED = Pattern(r"[\s,(]*tên |\s*\(")
_FULL_BEHIND = Pattern(r"\s*(?:[,/=–-]|tức(?: là)?\b)\s*([^\W\d_]+(?: [^\W\d_]+){1,4})")


def _is_same(called: str, name: str) -> bool:
    """Whether a nickname ends with the given name of a full one: "Sáu Lèo" is Nguyễn Thị Lèo."""
    return fold(called).split()[-1:] == fold(name).split()[-1:]
