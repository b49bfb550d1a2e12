"""What later messages of a chat say of somebody whom an earlier one told of.

"em ghi lộn, sinh 1952 nha", "số em nè 0300 …", "rút tên cô Vân giùm": each is said of who is
named so, or of whom the same sender told of last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.absence import read_absence
from bot.rosters.borrowed import reached_by, with_number_of_sender
from bot.rosters.by_number import gone_by_number
from bot.rosters.contacts import numbers_in, reached, with_place
from bot.rosters.corrections import PUT_RIGHT
from bot.rosters.naming import is_nickname, read_written_name, sex_of_middle, without_title
from bot.rosters.titles import place_before_people, place_of_title
from bot.rosters.told_facts import Told

Place = tuple[int, int]
_PUT_RIGHT = Pattern(
    r"\b(?:lộn|nhầm|sai|sửa|không phải|đúng là|đúng ra|mới đúng|đổi lại|đổi thành|ghi lại|viết lại|chứ (?:không|hông|ko) phải|số mới|đổi số|bỏ số|à (?:không|quên)|"
    r"lon|nham|sua lai|dung la|moi dung|so moi|doi so|(?:mà|nhưng) (?:thiệt|thật|thực)(?: ra)? (?:là|thì)|giấy (?:tờ )?ghi \d+)\b"
    r"|^(?:à|ủa|ý|ấy|chết|quên)\b(?!.*\b(?:sót|thiếu|thêm|còn|nữa)\b)(?=.*(?:18|19)\d\d)",
    re.IGNORECASE,
)
_BORN = Pattern(
    r"\b(?:sinh|sanh|sn|ns)\b\s*(?:năm|nam|là|la|:)?\s*((?:\d{1,2}[/.-]){0,2}(?:(?:18|19|20)\d\d|\d\d))(?!\d)",
    re.IGNORECASE,
)
_YEAR = Pattern(r"\s*((?:18|19|20)\d\d)(?!\d)")
"""An answer to which of two years it is: "1951 nha cô"."""
_OTHER_YEAR = Pattern(r"(?<![\d./-])(1[89]\d\d)(?![\d./-])")
_CALLED = Pattern(
    r"\b(ông|bà|cụ|bác|chú|cô|chị|anh|dì|thầy|em|ong|ba|cu|bac|chu|co|chi|di)\s+([^\W\d_]+(?:\s+[^\W\d_]+){0,3})",
    re.IGNORECASE,
)
_TAKEN_OUT = Pattern(
    r"(?:^|[,.;:!]|\b(?:giùm|dùm|nhờ|xin|cho|em|con|chị|cô|anh|thôi))\s*(?:rút|bỏ|gạch|xóa|xoá|loại)\s+(?:(?:bớt|giùm|dùm|ra)\s+)?(?:ông|bà|cụ|bác|chú|cô|chị|anh|dì)\b|"
    r"\b(?:rút|bỏ|gạch|xóa|xoá|rut|bo|gach|xoa)\s+(?:tên|ten)\b|\b(?:thôi|thoi)(?:\s+(?:nha|nghe|nhé|nhe|ạ|rồi|luôn|khỏi|bỏ))?\s*(?:[,.!]|$)",
    re.IGNORECASE,
)
_OUT = "gạch tên"
_OUT_BEFORE = Pattern(
    rf"\b(?i:rút|bỏ|gạch|xóa|xoá|loại)(?: (?:tên|bớt|ra|giùm|dùm))*\s+(?=[{CAPITALS}])"
)
_FORMS = frozenset("ông bà cụ bác chú cô chị anh dì".split())
_PLACE = Pattern(r"\b(?:tổ|to|ấp|ap|khu phố|kp|hẻm|xóm|thôn) (?:số )?\d+", re.IGNORECASE)
_BY_NUMBER = Pattern(
    r"\b(?:số|so|stt|số thứ tự|người thứ|dòng) (\d{1,2})\b(?!\s*[\d/.-]*\d{3})", re.IGNORECASE
)
"""Who is meant by the number of the line: "số 2 sinh 1949 mới đúng"."""
_NAME_IS = Pattern(
    rf"\btên (?:đúng |thật )?(?:là |phải là )?:?\s*((?:[{CAPITALS}][^\W\d_]*\s+){{1,5}}[{CAPITALS}][^\W\d_]*)"
)
_LISTED = Pattern(r"\s*(\d{1,2})\s*[.)/-]\s*\D")
_HEADED = Pattern(
    r"\s*(?:danh sách |danh sach |ds )?((?:tổ|to|ấp|ap|khu phố|kp|hẻm|xóm|thôn) (?:số )?\d+)\s*(?:$|:|(?:có|co|gồm|gom)\b)",
    re.IGNORECASE,
)
"""What begins a message, or is all of it, above people: "Tổ 7:", "Tổ 8 có …"."""
_LIST_OF = Pattern(
    rf"[^:\d]{{0,60}}\b(?i:danh sách|danh sach|ds)\b[^:\d,.]{{0,30}}?\b((?i:tổ|ấp|xóm|thôn|bản|làng|buôn|khóm|khu phố|hẻm|ngõ) (?:(?i:số )?\d+|[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{0,2}}))"
    r"(?:\s*(?:nè|nha|nhé|nghe|đây|ạ|dạ|em|con|cô|chị|thầy|trước|gồm|có)(?!\w))*\s*[:.]?\s*"
)
"""What stands above people and says where they live: "Em gửi thầy danh sách xóm Đình:"."""
_SENTENCE = Pattern(rf"(?<!\d)[.!?…]\s+|(?<=\d)[.!?]\s+(?=[{CAPITALS}])|;\s+|\n")
_LONGEST = 120
_CAPITALS = Pattern(rf"(?<!\w)[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{0,4}}")
_FORM = Pattern(r"\b(?:ông|bà|cụ|bác|chú|cô|chị|anh|dì|thầy)\s+$", re.IGNORECASE)
_OF_OTHER = Pattern(
    rf"(?:(?i:à|ủa|còn|riêng) )?(?i:ông|bà|cụ|bác|chú|dì) [{CAPITALS}][^\W\d_]*(?! (?:ơi|à|ạ)\b|[,!])"
)
"""What begins with somebody who isn't called so here: it is of no other."""
_MOST_SMALL = 100
_LONGEST_PARAGRAPH = 600
_LONGEST_NOTE = 300


_MOST_CALLED = 4
"""Words at the end of a name by which somebody may be called."""


@dataclass
class _Known:
    line: int
    place: Place
    told: Told
    number: str = ""
    """The number before the name, where there is one."""


@dataclass(frozen=True)
class _Group:
    """The place that a sender put above those whom he tells of next: "Tổ 7:"."""

    sender: str
    place: str


class _People:
    """Whom the messages told of so far, by their names and by who told."""

    def __init__(self) -> None:
        self.all: list[_Known] = []
        self._called: dict[str, list[_Known]] = defaultdict(list)
        self._nicknamed: dict[str, list[_Known]] = defaultdict(list)
        self._small: list[str] = []
        self._whole: dict[str, list[_Known]] = defaultdict(list)
        self._sent: dict[str, list[_Known]] = {}
        self._all_sent: dict[str, list[_Known]] = defaultdict(list)

    def add(self, line: int, place: Place, told: Told, sender: str, number: str) -> None:
        known = _Known(line, place, told, number)
        self.all.append(known)
        words = fold(without_title(told.name)).split()
        self._whole[" ".join(words)].append(known)
        for count in range(1, min(len(words), _MOST_CALLED) + 1):
            self._called[" ".join(words[-count:])].append(known)
        nickname = without_title(told.note.split(",")[0].strip())
        if nickname[:1].isupper() and len(nickname.split()) <= _MOST_CALLED:
            self._nicknamed[nickname].append(known)
            if not nickname.istitle() and " " in nickname and len(self._small) < _MOST_SMALL:
                self._small.append(nickname)
        self._all_sent[sender].append(known)
        of_message = self._sent.get(sender, [])
        is_same = bool(of_message) and of_message[-1].line == line
        self._sent[sender] = [*of_message, known] if is_same else [known]

    def same(self, told: Told) -> _Known | None:
        """Who alone has this whole name."""
        return _alone(self._whole.get(fold(without_title(told.name)), []))

    def called(self, text: str) -> _Known | None:
        """Who alone is called as a message says: "cô Hồng Vân" of Lê Thị Hồng Vân."""
        for found in _CALLED.finditer(text):
            words = fold(found[2]).split()
            for count in range(len(words), 0, -1):
                who = _alone(self._called.get(" ".join(words[:count]), []))
                if who is not None:
                    return who
        return None

    def nicknamed(self, text: str) -> tuple[bool, _Known | None, str]:
        """Whether a text calls somebody as neighbours do, who alone is called so, and what is said of him."""
        for small in self._small:
            _, found, behind = text.partition(small)
            if found:
                return True, _alone(self._nicknamed[small]), behind.strip(" ,.")
        for run in _CAPITALS.finditer(text):
            words = run[0].split()
            for begin in range(len(words)):
                for end in range(len(words), begin, -1):
                    called = " ".join(words[begin:end])
                    before = f"{text[: run.start()]}{' '.join(words[:begin])} "
                    is_called = end - begin > 1 or _FORM.search(before[-10:])
                    if is_called and (same := self._nicknamed.get(called)):
                        _, _, behind = text.partition(called)
                        return True, _alone(same), behind.strip(" ,.")
            if any(is_nickname(" ".join(words[at:])) and words[at + 1 :] for at in range(2)):
                return True, None, ""
        return _OF_OTHER.match(text) is not None, None, ""

    def numbered(self, number: str) -> _Known | None:
        """Who alone has a number."""
        return _alone([each for each in self.all if each.number == number])

    def has_told(self, sender: str) -> bool:
        """Whether a sender told of somebody before."""
        return sender in self._sent

    def last_of(self, sender: str) -> _Known | None:
        """Whom a sender told of last, where he told of one only in that message."""
        return _alone(self._sent.get(sender, [])) if sender else None

    def kin_of(self, sender: str, text: str) -> _Known | None:
        """Who alone of those told of by a sender is his kin as a message says: "má tui"."""
        found = _KIN.search(text) if sender else None
        if found is None or len(self._all_sent.get(sender, ())) > _MOST_TOLD_OF:
            return None
        sex = "female" if found["kin"].lower().split()[0] in _WOMEN_OF_KIN else "male"
        return _alone(
            [
                each
                for each in self._all_sent.get(sender, ())
                if _sex_of(each.told) in (sex, None) and not _is_named(sender, each.told)
            ]
        )

    def himself(self, sender: str) -> _Known | None:
        """Who sent a message, where he told of himself: alone, or by the name under which he writes."""
        own = self._all_sent.get(sender, []) if sender else []
        if len(own) > _MOST_TOLD_OF:
            # Who tells of so many keeps the list.
            return None
        return _alone([each for each in own if _is_named(sender, each.told)]) or _alone(own)


_MOST_TOLD_OF = 20
_KIN = Pattern(
    r"\b(?P<kin>má|mẹ|bà (?:nội|ngoại|xã|nhà)|ông (?:nội|ngoại|xã|nhà)|vợ|chồng|cha|bố|tía|ba)\s+(?:của )?(?:tui|tôi|em|con|mình|cháu)\b",
    re.IGNORECASE,
)
_NUMBER_OF = Pattern(
    r"\b(?:gọi|xài|dùng|lấy|ghi|để|nhờ|qua|liên hệ)\s+(?:(?:chung|nhờ|luôn|vô|qua|vào|theo)\s+)*(?:số|sđt|đt|máy|điện thoại)\s+(?:(?:của|với)\s+)?"
    rf"(?P<whose>{_KIN.written_out()})",
    re.IGNORECASE,
)
"""Whose number somebody is called by: "gọi số ba con cũng được"."""
_WOMEN_OF_KIN = frozenset(("má", "mẹ", "bà", "vợ"))
_OUT_HIMSELF = Pattern(
    r"\b(?:tôi|tui|em|mình|cháu|con|xin)\b[^,.;:]{0,20}\b(?:rút|thôi|nghỉ|ra khỏi|(?:không|ko|hông|hổng) (?:vô|vào|tham gia|theo|đi)(?: nữa| được)?)\b"
    r"|\b(?:rút|gạch|xóa|xoá|bỏ) tên(?: (?:giùm|dùm|cho))? (?:tôi|tui|em|mình|con)\b",
    re.IGNORECASE,
)


_MAYBE = "hình như rút"


def _out_himself(text: str) -> str:
    """What is noted of who sent words by which he leaves the list: "thôi, cho tôi rút tên"."""
    if not _OUT_HIMSELF.search(text):
        return ""
    if read_absence(text) is not None:
        return text
    return f"{text}, {_OUT}" if re.search(r"\brút\b", text, re.IGNORECASE) else ""


def _sex_of(told: Told) -> str | None:
    said = {"Nam": "male", "Nữ": "female"}.get(told.sex)
    return said or read_written_name(told.name).title_sex or sex_of_middle(told.name)


def _is_named(sender: str, told: Told) -> bool:
    """Whether somebody writes under his own name: "Dũng Lê" is Lê Văn Dũng."""
    own = without_title(told.name).split()
    return bool(own) and own[-1].lower() in sender.lower().split()


def _alone(people: list[_Known]) -> _Known | None:
    return people[0] if len(people) == 1 else None


def is_put_right(text: str) -> bool:
    """Whether words put right what was told before, or take somebody out."""
    return bool(_PUT_RIGHT.search(text) or (_CALLED.search(text) and _TAKEN_OUT.search(text)))


def put_right(
    told: dict[Place, list[Told]], texts: dict[int, str], senders: dict[int, str]
) -> dict[Place, list[Told]]:
    """People of messages as the later ones have them; `texts` and `senders` by their lines."""
    people = _People()
    places: dict[int, list[Place]] = defaultdict(list)
    for place in sorted(told):
        places[place[0]].append(place)
    group = _Group("", "")
    for line in sorted(texts):
        text, sender = texts[line], senders.get(line, "")
        named = [(place, each) for place in places[line] for each in told[place]]
        if sender != group.sender:
            group = _Group(sender, "")
        if (headed := _HEADED.match(text) or _LIST_OF.fullmatch(text)) is not None:
            group = _Group(sender, headed[1])
        elif not named and (place_said := _place_said(people, text, sender)) is not None:
            group = _Group(sender, place_said)
        for place, each in named:
            before = people.same(each)
            if before is not None and _joins(before.told, each, text):
                before.told = _joined(before.told, each)
            else:
                last = people.last_of(sender)
                each = with_number_of_sender(each, last.told if last else None)
                each = _with_number_of_kin(people, each, sender)
                here = replace(
                    each, address=with_place(each.address or None, group.place or None) or ""
                )
                listed = _LISTED.match(text)
                people.add(line, place, here, sender, listed[1] if listed else "")
        if not named and len(text) <= _LONGEST_PARAGRAPH:
            for said in _parts(people, text):
                if len(said) <= _LONGEST:
                    _said(people, said, sender)
    settled: dict[Place, list[Told]] = {place: [] for place in told}
    for known in people.all:
        settled[known.place].append(known.told)
    return settled


def _parts(people: _People, text: str) -> list[str]:
    """A message by whom it is of: each sentence that names somebody, with those behind it.

    All of it where one alone is named.
    """
    parts: list[str] = []
    who: list[_Known | None] = []
    begin = 0
    for end in (*(each.end() for each in _SENTENCE.finditer(text)), len(text)):
        sentence, begin = text[begin:end], end
        is_other, nicknamed, _ = people.nicknamed(sentence)
        named = people.called(sentence) or nicknamed
        if named is None and (number := _BY_NUMBER.search(sentence)) is not None:
            named = people.numbered(number[1])
        is_further = named is None and not is_other
        if parts and (is_further or (named is not None and named is who[-1])):
            parts[-1] += sentence
        else:
            parts.append(sentence)
            who.append(named)
    return [each.strip() for each in parts] if len(parts) > 1 and any(who) else [text]


def _place_said(people: _People, text: str, sender: str) -> str | None:
    """Where those live of whom a sender tells next; a place behind somebody is his."""
    return place_of_title(text) or (None if people.has_told(sender) else place_before_people(text))


def _with_number_of_kin(people: _People, each: Told, sender: str) -> Told:
    said = _NUMBER_OF.search(each.note) if not each.phone and not each.contact else None
    kin = people.kin_of(sender, said["whose"]) if said is not None else None
    return reached_by(each, kin.told) if kin is not None and kin.told.phone else each


def _joins(first: Told, second: Told, text: str) -> bool:
    """Whether a later message is of the same person: it says so, or nothing in it differs."""
    if _PUT_RIGHT.search(text):
        return True
    pairs = ((first.birth, second.birth), (first.phone, second.phone))
    # "1950 hay 1951 vậy?" asks of the one who was born in 1950.
    return all(not later or not earlier or earlier in later for earlier, later in pairs)


def _joined(first: Told, second: Told) -> Told:
    """What the later one tells, and what only the first one told."""
    note = ", ".join(dict.fromkeys(filter(None, (first.note, second.note))))
    bare = without_title(first.name) == first.name
    is_titled = fold(without_title(second.name)) == fold(first.name) != fold(second.name)
    name = second.name if bare and is_titled else first.name
    return Told(
        name, second.sex or first.sex, second.birth or first.birth,
        second.phone or first.phone, second.address or first.address,
        second.contact or first.contact, note,
    )  # fmt: skip


def _said(people: _People, text: str, sender: str) -> None:
    """A message that names nobody in full."""
    called = people.called(text)
    if called is not None and (out := _TAKEN_OUT.search(text)):
        # Who says "bỏ ông Thọ ra" takes him off the list, whatever else he says of him.
        is_said = out[0].split()[-1].lower() in _FORMS
        called.told = _noted(called.told, f"{text}, {_OUT}" if is_said else text)
        return
    if gone := gone_by_number(text):
        for number, words in gone:
            if (numbered := people.numbered(number)) is not None:
                numbered.told = _noted(numbered.told, words)
        return
    is_nicknamed, nicknamed, behind = people.nicknamed(text)
    if called is None and is_nicknamed:
        if nicknamed is not None and (read_absence(behind) or _OUT_BEFORE.search(text)):
            nicknamed.told = _noted(nicknamed.told, f"{text}, {_OUT}")
            return
        if nicknamed is None:
            # Nobody knows who is called so: it isn't who was told of last.
            return
    by_number = _BY_NUMBER.search(text) if called is None and not is_nicknamed else None
    kin = _KIN.search(text) if called is None and not by_number else None
    if called is None and kin is None and (leaves := _out_himself(text)):
        if (himself := people.himself(sender)) is not None:
            # Who told of his mother alone may mean her: it is asked.
            is_sure = _is_named(sender, himself.told)
            himself.told = _noted(himself.told, leaves if is_sure else _MAYBE)
        return
    who = (
        called
        or nicknamed
        or (
            people.numbered(by_number[1])
            if by_number
            else people.kin_of(sender, text)
            if kin is not None
            else people.last_of(sender)
        )
    )
    if who is None:
        return
    if kin is not None and read_absence(behind := text[kin.end() :].strip(" ,.")):
        who.told = _noted(who.told, behind)
        return
    is_right = bool(_PUT_RIGHT.search(text) or PUT_RIGHT.search(text))
    birth = _BORN.search(text) or (_YEAR.match(text) if " hay " in who.told.birth else None)
    if birth is None and is_right and len(_OTHER_YEAR.findall(text)) == 1:
        birth = _OTHER_YEAR.search(text)
    known = who.told.birth
    is_known = birth is not None and (birth[1] in known or known.endswith(birth[1][-2:]))
    if birth is not None and (is_right or not known or is_known):
        year = birth[1] if len(birth[1]) > 2 else f"19{birth[1]}"
        who.told = _noted(replace(who.told, birth=year), text)
    named = _NAME_IS.search(text) if is_right or by_number else None
    bare = without_title(who.told.name)
    if named is not None and fold(named[1]).split()[0] == fold(bare).split()[0]:
        title = who.told.name.removesuffix(bare)
        who.told = _noted(replace(who.told, name=f"{title}{named[1]}"), text)
    places = _PLACE.findall(text)
    if is_right and places:
        who.told = _noted(replace(who.told, address=places[-1]), text)
    if called is None:
        # Phones of who is named are read of all lists, whoever wrote them.
        _reach(who, text, is_right=is_right)


def _reach(who: _Known, text: str, *, is_right: bool) -> None:
    phone, contact, _ = reached(text)
    known = next(numbers_in(who.told.contact), None)
    if phone and is_right and not who.told.phone and known is not None:
        # It is the number of whom to call that was wrong.
        called = f"{who.told.contact[: known[0]]}{phone}{who.told.contact[known[1] :]}"
        who.told = _noted(replace(who.told, contact=single_line(called)), text)
    elif phone and (is_right or not (who.told.phone or who.told.contact)):
        changed = replace(who.told, phone=phone)
        who.told = _noted(changed, text) if any(map(str.isalpha, text)) else changed
    elif contact and not who.told.contact:
        who.told = replace(who.told, contact=contact)


def _noted(told: Told, text: str) -> Told:
    if len(told.note) > _LONGEST_NOTE:
        return told
    return replace(told, note=single_line(f"{told.note}, {text}").strip(", "))
