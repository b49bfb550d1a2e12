"""People who are told of in running words: "Bà Tạ Thị Bông, sinh năm 1950, ĐT 0300 000 201".

So captions under photos, decisions, comments and messages name them. Somebody is only who has a
whole name and, right behind it, a birth or a phone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.absence import CROSSED, MARKS, read_absence
from bot.rosters.contacts import numbers_in, reached
from bot.rosters.family_names import begins_as_name
from bot.rosters.kin import sex_before, with_own_number, without_kin
from bot.rosters.lines import is_signature
from bot.rosters.naming import is_nickname, without_title
from bot.rosters.shortened import is_shortened, with_blanks
from bot.rosters.strangers import doubt_of_heading

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
_FURTHEST = 320
"""Letters behind a name in which something is said of him."""
_WORD = r"(?:[HK]['’`])?[^\W\d_][^\W\d_'’`]*"
_RUN = re.compile(rf"{_WORD}(?:[.:])?(?:\s+{_WORD}(?:[.:](?=\s))?)+")
_FORMS = r"(?:[ÔôOoBb]\.|ông|bà|cụ ông|cụ bà|cụ|bác|cô|chú|anh|chị|ong|ba|cu)"
_TITLED = re.compile(rf"{_FORMS}\s", re.IGNORECASE)
_YEAR = r"(?:18|19|20)\d\d"
_SPAN = re.compile(rf"\(\s*({_YEAR})\s*[-–]\s*(20\d\d)\s*\)")
_BIRTH = re.compile(
    rf"[\s,;:(\-–/.]*(?:(?:sinh|sanh)(?:\s+(?:ngày|năm|ngay|nam))?|s\.?\s?n|n\.?\s?s|năm sinh|nam sinh)?[\s.:]*"
    rf"((?:\d{{1,2}}[/.-]){{0,2}}{_YEAR}(?!\d)|(?:ngày )?\d{{1,2}} tháng \d{{1,2}},? năm {_YEAR}|"
    r"\d{2,3}\s*(?:tuổi|tuoi|t)\b(?: hay (?:là )?sinh năm \d{2,4})?)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"[\s,;:(\-–/]*(?:(?:sinh|sanh)(?:\s+(?:ngày|năm|ngay|nam))?|s\.?\s?n|n\.?\s?s)[\s.:]*(\d\d)(?!\d)"
    r"|\s*[,;\-–/]\s*(\d\d)(?=\s*(?:$|[,;\-–/]))",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*\(\s*(\d\d)\s*\??\s*\)|\s+(\d\d)(?=\s+(?:tổ|to|ấp|ap)\s+\d)")
_EITHER = re.compile(r"\s*(?:hay|hoặc|hoac)\s+(?:19)?(\d\d)(?!\d)")
_EITHER_YEAR = re.compile(rf"\s*(?:hay|hoặc|hoac)\s+(?:là\s+)?({_YEAR})(?!\d)")
_IN_WORDS = re.compile(
    r"[\s,(]*(?:sinh\s+)?(năm\s+[^,;.()\d]{3,30}?)(?=\s*(?:$|[,;.()]|số\b|sđt\b|đt\b))",
    re.IGNORECASE,
)
_YEAR_IN_DIGITS = re.compile(r"^năm\s+(?=một\s+(?:chín|tám)\b|mười\s+chín\b|một\s+ngàn)")
_OF_OTHERS = re.compile(
    r"(?:báo tin(?: cho)?|người thân|người nhận thay|kính gửi|đề nghị của|người giới thiệu|lập biểu)\s*:?[^,;]{0,20}$",
    re.IGNORECASE,
)
_LEADS_THEM = r"\b(?:(?:tổ|ấp|thôn|xóm|khóm|nhóm|chi hội|khu phố|hội) (?:trưởng|phó)|trưởng (?:ấp|thôn|khu phố|ban|nhóm)|chủ nhiệm)(?: (?!và\b)[^\W_]+){0,4}\s*:\s*$"
_ASKED = re.compile(
    r"\b(?:liên hệ|gặp|hỏi|báo|gọi|người lập|phụ trách)\b[^;.]{0,30}$"
    rf"|{_LEADS_THEM}",
    re.IGNORECASE,
)
"""Who is to be asked, and is no member for that."""
_SIGN = re.compile(rf"(?:^|\s)([+†✝*#{CROSSED}{MARKS}])\ufe0f?\s*(?:\d{{1,3}}\s*[.)/]\s*)?$")
_LEADS = re.compile(
    r"(?:^|[\s,;:–-]+)(?:(?:còn|và|với|cùng|thêm|vợ|chồng|má|mẹ|bà xã|ông xã|(?:ông |bà )?(?:nội|ngoại)|con|em|tôi|tui|mình|là|tên)(?=[\s:,]|$)[\s:,]*){1,5}$",
    re.IGNORECASE,
)
"""Words right before the next name, which say who that is."""
_OF_CALLED = re.compile(
    r"[.;,]\s+(?i:(?:còn |và )?(?:(?:số|đt|sđt|điện thoại) (?:của )?)?(?:ông|bà|cụ|bác|cô|chú|dì|anh|chị))"
    rf"\s+([{CAPITALS}][^\W\d_]*)(?!\s+[{CAPITALS}])"
)
_MAY_TELL = re.compile(r"\d|\b(?:sinh|năm)\b", re.IGNORECASE)
_OF_THE_OLD = re.compile(r"(?<!\d)(?:18|19)\d\d(?!\d)")
"""A year that is a birth: "Chủ nhiệm: Lê Thị Hoa, 1950" signs nothing."""
_TOO_SHORT = re.compile(r"(?<![\w/.-])0\d(?:[ .]?\d){5,11}(?![\w/-])")
_WITHOUT = re.compile(
    r"(?<=\d)[\s–-]+((?:không|khong|ko|hông|hong|chưa|chua|hổng) (?:có |co |xài |xai |dùng |dung )?(?:sđt|sdt|số đt|số điện thoại|đt|dt|điện thoại|dien thoai|số|máy)(?!\w))",
    re.IGNORECASE,
)
"""That somebody has no phone, right behind where he lives: "to 3 ko dt"."""
_TICKS = re.compile("[✅✔☑👍❤🙏]\ufe0f?")
_SHOWN = 60
_MOST_WORDS = 9
_WARD = re.compile(rf"((?:TT|Tt|tt|P|p|F|X|x)\.\s?(?:\d{{1,2}}|[{CAPITALS}][^\W\d_].*))")
"""A town or a ward in short: "TT.Long Điền", "P.8"."""
_LIVES = re.compile(
    r"\s*(?:trú tại|thường trú|tạm trú|cư ngụ|trú|ngụ tại|ngụ|nơi ở|địa chỉ|đ/c|đc)\s*:?\s+(.+)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:(?:cũng|cung) )?(?:(?:(?:nhà|nha) )?(?:ở|o) |nhà )?((?i:tổ|to|ấp|ap|hẻm|hem|xóm|xom|thôn|khóm|khom|kp|khu phố|khu pho|đường|duong|số nhà|nhà số|(?<!nhà )số(?= \d{1,4}[A-Za-z]?(?:/\d+[A-Za-z]?)*,? (?:tổ|ấp|đường|hẻm|khu|kp|xóm|thôn|khóm|ngõ)\b)|ngõ|ngách|kiệt|bản|buôn|làng|sóc|phum|giáo họ|xã|xa|phường|phuong|thị trấn|thi tran|tt\.?|p\.|f\.|khu|đội)"
    rf"\s+(?:\d|[{CAPITALS}]).*)"
)
"""A place by its kind: "tổ 3", "nhà ở hẻm 3"; a "tổ trưởng" is none."""
_SHORTENED = re.compile(r"(?<=[^\W\d_])~(?=\s)")
"""How some shorten a family name: "Ng~ Thị Kim Anh"."""
_OF_A_PLACE = re.compile(
    r"\b(?:tuổi|đường|phố|ấp|xã|phường|thôn|xóm|trường|chùa|cầu|chợ|tượng đài|công viên|bệnh viện|ngã (?:ba|tư))\s+$",
    re.IGNORECASE,
)
"""What a street or a year is named after is nobody of the list: "đường Hoàng Sa", "tuổi Giáp Ngọ"."""
_ABOUT = re.compile(r"\s*,?\s*(khoảng|chừng|tầm|gần|hơn|ngoài)\s*$", re.IGNORECASE)
_CALLED_SO = re.compile(
    r"\b(ông|bà|cụ|bác|cô|chú|dì|anh|chị)\s+(\S+(?: \S+){0,2}?)[\s,(]*(?:tên (?:thật|giấy tờ|thiệt|khai sinh)(?: là)?\s*:?)?[\s(]*$",
    re.IGNORECASE,
)
"""Who is called otherwise right before the name: "Bà Sáu Kiểng tên thật là ", "Ông Năm Nhỏ ("."""
_NOT_IN_NAMES = frozenset(
    "toi tui em con cho dk voi va la hv hoi vien sn ns dt sdt clb so da sinh ngay nam".split()
)
"""Words beside names that are written with a capital, too, folded."""


@dataclass(frozen=True)
class Told:
    """Somebody who is told of, each as it is written."""

    name: str
    sex: str = ""
    birth: str = ""
    phone: str = ""
    address: str = ""
    contact: str = ""
    note: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of HEADS."""
        return (
            self.name, self.sex, self.birth, self.phone, self.address, self.contact, self.note,
        )  # fmt: skip


def people_told(text: str) -> list[Told]:
    """Everybody of whom a text tells more than the name."""
    return list(_people_told(text))


@lru_cache(maxsize=8192)
def _people_told(text: str) -> tuple[Told, ...]:
    text = with_blanks(_SHORTENED.sub(".", single_line(text)[:_LONGEST]))
    if not _MAY_TELL.search(text) or (is_signature(text) and not _OF_THE_OLD.search(text)):
        return ()
    text = _with_births_apart(text)
    named = without_kin(text, list(_named(text)))
    told: list[Told] = []
    label, ended = "", 0
    for place, (begin, name, end) in enumerate(named):
        label, ended = _label(label, text[ended:begin]), end
        until = named[place + 1][0] if place + 1 < len(named) else len(text)
        behind = text[end : min(until, end + _FURTHEST)]
        if place + 1 < len(named) and (ends := re.search(r"[.;]\s+(?=[^.;]*$)", behind)):
            # What stands there leads to the next one: "Còn bà …".
            behind = behind[: ends.start()]
        if place + 1 < len(named):
            behind = _LEADS.sub("", behind)
        behind = behind[: _ends_at(name, behind, [each for _, each, _ in named])]
        before = text[:begin]
        if _OTHER_FORM.search(before[-10:]):
            # "Ông bà Phan Văn Cội": which of both he is nobody says here.
            name = without_title(name)
        person = _person(name, with_own_number(before, name, behind))
        is_contact = person is not None and not person.birth and _ASKED.search(before[-60:])
        if person is not None and not is_contact and not _OF_OTHERS.search(before[-60:]):
            sign = _SIGN.search(before)
            if (called := _CALLED_SO.search(before[-60:])) and is_nickname(called[2]):
                note = f"{called[2]}, {person.note}".strip(" ,")
                person = replace(person, name=f"{called[1]} {name}", note=note)
            elif called is not None and fold(name).endswith(f" {fold(called[2])}"):
                # "Bà Chanh (Nông Thị Chanh)".
                person = replace(person, name=f"{called[1]} {name}")
            person = replace(person, sex=person.sex or sex_before(before))
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
    return tuple(told)


_TWO_BIRTHS = re.compile(
    r"[\s,;:(–-]*(?:(?:sinh|sanh|sn|ns)\s*)?(?:năm\s*)?((?:18|19)\d\d)\s*(?:[-–/,&;+]|và)\s*((?:18|19)\d\d)(?![\d/])\)?",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:và|với|cùng|[,&+/–-])\s*(?:(?:vợ|chồng|bà xã|ông xã)(?: là)?:?\s*)?", re.IGNORECASE
)


def _with_births_apart(text: str) -> str:
    """A text in which each of two has a birth behind the name: "ông An và bà Bảy, 1948 - 1950"."""
    if not _TWO_BIRTHS.search(text):
        return text
    for (_, _, end), (begin, name, second) in reversed(list(pairwise(_named(text)))):
        births = _TWO_BIRTHS.match(text, second)
        if births is not None and _AND.fullmatch(text, end, begin):
            told = f"{text[:end]} {births[1]}{text[end:begin]}{name} {births[2]}"
            text = f"{told}, {text[births.end() :].lstrip(' ,')}"
    return text


_OTHER_FORM = re.compile(r"\b(?:ông|cô|anh|chú)\s*$", re.IGNORECASE)
_SHARED = re.compile(
    r"\b(?:(?:số|sđt|đt|máy|điện thoại|dùng|xài) )*chung(?: (?:số|sđt|đt|máy|điện thoại))?(?!\w)",
    re.IGNORECASE,
)
_COUPLE = re.compile(r"\b(?:vợ chồng|hai ông bà)\s*:?\s*$", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:\bvà|\bvới|\bcùng|&|\+)\s*(?:(?:vợ|chồng|bà xã|ông xã|ông|bà)\s*:?\s*)?$|[\s,;(](?:vợ|chồng|bà xã|ông xã)(?: là)?\s*:?\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:^|[.;,]\s*)([^.;,:]{3,60}?)\s*(?::|\b(?:gồm|gom)(?: có)?:?)\s*$")


def _label(label: str, between: str) -> str:
    """What is said of all whom a sentence names from here on: "Đã thôi tham gia: bà …, ông …"."""
    found = _LABEL.search(between)
    if found is not None:
        said = found[1].strip()
        return said if read_absence(said) is not None or doubt_of_heading(said) else ""
    return "" if re.search(r"[.!?]\s", between) else label


def _ends_at(name: str, behind: str, names: list[str]) -> int:
    """Where words behind a name begin to tell of another one of the text: ". Số ông Ba là …"."""
    others = {fold(each).split()[-1] for each in names} - {fold(name).split()[-1]}
    for found in _OF_CALLED.finditer(behind):
        if fold(found[1]) in others:
            return found.start()
    return len(behind)


def tells_of_leader(text: str) -> bool:
    """Whether words give the number of who leads: he may be a member, too, and nothing says so."""
    return any(
        re.search(_LEADS_THEM, text[:begin], re.IGNORECASE) and _person(name, text[end:])
        for begin, name, end in _named(text)
    )


def said_of_others(text: str) -> list[str]:
    """What stands behind the people of a text, and is said of others among them."""
    text = with_blanks(_SHORTENED.sub(".", single_line(text)[:_LONGEST]))
    named = without_kin(text, list(_named(text)))
    names = [name for _, name, _ in named]
    said = []
    for place, (_, name, end) in enumerate(named):
        until = named[place + 1][0] if place + 1 < len(named) else len(text)
        behind = text[end:until]
        said.append(behind[_ends_at(name, behind, names) :].strip(" .,;"))
    return [each for each in said if each]


_AROUND_NAME = re.compile(
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
        single_line(text[_taken_out_from(text, begin) : end + _SHOWN])
        for begin, name, end in without_kin(text, list(_named(text)))
        if told
        and not any(without_title(name) in each for each in told)
        and not _leads(name, text[end:])
    ]


def _taken_out_from(text: str, begin: int) -> int:
    """Where what is said of a name begins: with the word that takes him off the list."""
    found = _TAKEN_OUT.search(text[:begin])
    return found.start() if found is not None else begin


_TAKEN_OUT = re.compile(
    r"\b(?:bỏ|gạch|xóa|xoá|rút|loại)(?: (?:tên|bớt|ra|giùm|dùm))*\s+$", re.IGNORECASE
)


def _leads(name: str, behind: str) -> bool:
    """Whether a name is how somebody is called who is named in full right behind."""
    return is_nickname(name) and re.match(r"[\s,(]*tên |\s*\(", behind) is not None


def _named(text: str) -> Iterator[tuple[int, str, int]]:
    """Whole names and where they stand, with the form of address before them."""
    before = -1
    for run in _RUN.finditer(text):
        words = list(re.finditer(r"\S+", run[0]))
        first = 0
        while first < len(words):
            last = first
            while last < min(len(words), first + _MOST_WORDS) and _may_be_named(
                [word[0] for word in words[last : last + 2]], last == first
            ):
                last += 1
                word = words[last - 1][0]
                # "Lê Th. Mười": a point behind a few letters ends nothing.
                if last - 1 > first and (word.endswith(":") or word[4:].endswith(".")):
                    break
            name = " ".join(word[0] for word in words[first:last]).rstrip(".:")
            begins = run.start() + words[first].start()
            ends = run.start() + words[last - 1].end() if last > first else 0
            is_place = _OF_A_PLACE.search(text[max(begins - 20, 0) : begins])
            behind = text[ends : ends + _FURTHEST]
            # "Nguyễn Thị Tư (Tư Xoài)": what is called so in brackets is who stands before.
            is_called = text[before:begins].strip() == "(" and is_nickname(name)
            if last > first and not is_place and not is_called and _is_somebody(name, behind):
                if _is_neighbour(name, behind):
                    name = name[0].upper() + name[1:]
                yield begins, name, ends
                before, first = ends, last
            else:
                first += 1


def _may_be_named(words: list[str], is_first: bool) -> bool:
    """Whether the first of these words may be one of a name."""
    word = words[0]
    if is_first and word.endswith(":"):
        # "Thêm: Lê Thị Hoa": it says what follows, and is none of its words.
        return False
    if is_first and _TITLED.match(f"{word} "):
        return True
    is_short = word.isupper() or is_first
    return word[0].isupper() and not (is_short and _is_no_name(words))


def _is_no_name(words: list[str]) -> bool:
    """Whether a word stands beside names and in none; "La Văn Quýt" has the family name La."""
    if words[0] in ("La", "Lã", "Lả") and fold(words[1] if len(words) > 1 else "") in (
        "thi",
        "van",
    ):
        return False
    return fold(words[0].strip(".:")) in _NOT_IN_NAMES


def _is_whole(name: str) -> bool:
    """Whether words are a name of two words or more, after its title or with a family name."""
    bare = without_title(name)
    words = bare.split()
    if len(words) < 2 or _is_no_name(words) or not words[0][0].isupper():
        return False
    return begins_as_name(bare) or is_shortened(bare) or (bare != name and not words[0].isupper())


def _is_somebody(name: str, behind: str) -> bool:
    return _is_whole(name) or _is_born(name, behind) or _is_neighbour(name, behind)


def _is_neighbour(name: str, behind: str) -> bool:
    """Whether a birth stands right behind what neighbours call somebody: "bà Tám 1950"."""
    title, _, called = name.partition(" ")
    is_called = bool(_TITLED.match(f"{title} ")) and is_nickname(f"bà {called}")
    return is_called and (_BIRTH.match(behind) or _SHORT.match(behind)) is not None


def _is_born(name: str, behind: str) -> bool:
    """Whether three words or more with capitals are a name by the birth right behind them."""
    words = name.split()
    return len(words) > 2 and not name.isupper() and _BIRTH.match(behind) is not None


_OTHER_NAME = re.compile(
    rf"\s+(?:hay|hoặc|hoac)(?:\s+là)?\s+[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*)*(?:\s+gì(?: đó| á)?)?(?![\w])"
)
"""Another way to read the name before it: "Quách Kim Lý hay Lỳ gì đó"."""


def _person(name: str, behind: str) -> Told | None:
    if (other := _OTHER_NAME.match(behind)) is not None:
        said = re.sub(r"\s+gì.*$", "", other[0])
        person = _person(name, behind[other.end() :])
        return replace(person, name=f"{person.name}{said}") if person is not None else None
    birth, note, rest = "", "", behind
    if span := _SPAN.search(behind[:20]):
        birth, note, rest = span[1], f"mất {span[2]}", behind[span.end() :]
    elif found := _BIRTH.match(behind) or _BIRTH.search(_without_numbers(behind)):
        about = _ABOUT.search(behind[: found.start(1)])
        birth = f"{about[1]} {found[1]}" if about else found[1]
        begins = min(found.start(), about.start()) if about else found.start()
        ends = found.end()
        if either := _EITHER_YEAR.match(behind[ends:]):
            birth, ends = f"{birth} hay {either[1]}", ends + either.end()
        rest = f"{behind[:begins]}, {behind[ends:]}"
    elif found := _BARE.match(behind):
        # A year or an age: nobody knows, so it is asked.
        birth, rest = found[1] or found[2], behind[found.end() :]
    elif found := _SHORT.search(_without_numbers(behind)):
        birth = f"19{found[1] or found[2]}"
        if either := _EITHER.match(behind[found.end() :]):
            birth = f"{birth} hay 19{either[1]}"
        rest = f"{behind[: found.start()]}, {behind[found.end() :]}"
    elif found := _IN_WORDS.match(behind):
        birth, rest = _YEAR_IN_DIGITS.sub("", found[1]), behind[found.end() :]
    phone, contact, rest = reached(rest)
    if not phone and (found := _TOO_SHORT.search(rest)):
        # A number that can't be called is told, and is no note.
        phone, rest = found[0], f"{rest[: found.start()]}, {rest[found.end() :]}"
    if not birth and not phone:
        return None
    rest = _WITHOUT.sub(r", \1, ", _TICKS.sub(", ", rest))
    kept = re.sub(r"[\s,;.:()\-–/|]*[,;][\s,;.:()\-–/|]*", ", ", rest).strip(" ,;.:()-–/|")
    parts = [each for each in (note, *kept.split(", ")) if each]
    lives = [found[1] for part in parts if (found := _lives(part))]
    sex = next((part for part in parts if part.lower() in _SEXES), "")
    parts = [part for part in parts if not _lives(part) and part != sex]
    return Told(name, sex, birth, phone, ", ".join(lives), contact, ", ".join(parts))


_SEXES = ("nam", "nữ")


def _lives(part: str) -> re.Match[str] | None:
    return _LIVES.fullmatch(part) or _PLACE.fullmatch(part) or _WARD.fullmatch(part)


def _without_numbers(text: str) -> str:
    """A text with its phones blanked out, each letter at its place."""
    for begin, end, _, _ in numbers_in(text):
        text = f"{text[:begin]}{'#' * (end - begin)}{text[end:]}"
    return text
