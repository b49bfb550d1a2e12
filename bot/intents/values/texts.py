"""Words of one's own out of an answer, without courtesies, and those whom a list names."""

from __future__ import annotations

import re

from bot.intents.message import Message, comparable, removed
from bot.intents.phrases import written
from bot.intents.values.persons import FAMILY, KIN_PHRASE, NAMED_CLUB
from bot.intents.values.reading import ValueReading
from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line

_TEXT_LEAD = Pattern(
    r"^(?:(?:dạ|da|thưa|thua|à|ờ)[ ,]+)*(?:"
    + written(
        r"(?:(?:em |con |cứ )*(?:ghi|viết|nhập|soạn|gõ)(?: vô| vào| giùm| là| cho tôi| cho tui)*|nội dung(?: là)?)"
    )
    + r"\s*:)?\s*(?=\S)",
    re.IGNORECASE,
)
"""How an answer is begun, and that it is to be written: "ghi là: …"."""
_TEXT_TAIL = Pattern(
    r"[\s,]+(?:nha|nhé|nghen|nghe|ạ|á|nè|nhe|nhen|hen|hén)?(?:[\s,]+(?:con|em|cháu|chau|cưng|bạn))?(?:[\s,]+(?:ơi|oi|ạ))?[.!]*$",
    re.IGNORECASE,
)


_WRITE_SO = Pattern(
    written(
        r"\s*,\s*(?:cứ |con |em )*ghi (?:y )?(?:vậy|thế|vầy|như vậy)(?: (?:đi|nha|thôi|giùm|con|em))*[.!]*$|"
        r"\s*,\s*(?:(?:gọn|ngắn gọn|đơn giản|chỉ|có|bấy|chừng|là) )*(?:vậy|thế|rứa|vầy|nhiêu đó|nấy|đó) thôi(?: (?:nha|nghen|hỉ|con|em|ạ))*[.!]*$"
    )
)
"""Behind an answer of one's own words: "…, ghi y vậy", "…, gọn vậy thôi"."""
_ASKED_AGAIN = Pattern(
    written(
        r"^[^:]*(?:(?:trả lời|nói|ghi|khai|cho) rồi|hỏi (?:hoài|nữa|lại|cái này))[^:]{0,20}: ?|^(?:dạ )?(?:không|ko|hông|hổng|hong) có số(?: nhà)? đâu(?: (?:con|em|cháu|chị|anh))?,\s*"
    )
)
"""What is told to who asks, before the answer itself: "hỏi hoài, tôi trả lời rồi: …"."""
_HEARS = Pattern(
    written(r"(?<!\w)(?:mới|ms|không|ko|k|hông|để|muốn|được|khó|lắng|cho|hết) nghe[\s.!]*$")
)
"""A "nghe" at the end that hears: "nói lớn bà mới nghe"."""


_ENTRIES = Pattern(
    written(
        r"\s*(?:[;\n]|,(?!\d))\s*(?:(?:và|với lại|với cả|với|vs|cùng|thêm) )?|\s+(?:và|với lại|với cả|với|vs) "
    )
)
_BEFORE_A_LIST = Pattern(
    written(
        r"^(?:(?:dạ|có mặt|có|gồm|gồm có|ban|danh sách|là|ghi|thêm|cho|em gửi(?: luôn)?(?: nè)?|(?:hai|ba|bốn|năm|sáu|bảy|\d{1,2}) (?:đồng chí|người|vị|bà con|cụ|anh em|chị em|hội viên)(?: gồm| là)?)[: ]+)+(?=\S)"
    )
)
_BEHIND_A_LIST = Pattern(
    written(
        r"(?:hết rồi|vậy thôi|thế thôi|bấy nhiêu|\w+ người|mấy người|tất cả|(?:ghi|chỉ|có)(?: \w+){0,2} (?:tên|người)).*"
    )
)


def entries_of(text: str) -> tuple[str, ...]:
    """Those whom a list names, each as it was typed; none where it is one, or holds more than names."""
    line = single_line(text).strip(" .!")
    begin = _BEFORE_A_LIST.match(comparable(line))
    line = line[begin.end() :] if begin else line
    start = 0
    found: list[str] = []
    for cut in _ENTRIES.finditer(comparable(line)):
        found.append(line[start : cut.start()].strip(" .!"))
        start = cut.end()
    found.append(line[start:].strip(" .!"))
    while found and _BEHIND_A_LIST.fullmatch(comparable(found[-1])):
        found.pop()
    found = [removed(_OFFICE, removed(_UP_TO_SO_MANY, each)) or each for each in found]
    found = [
        *found[:-1],
        *(_TASK.sub(r"\1", removed(_AND_NO_MORE, each) or each) for each in found[-1:]),
    ]
    line = ", ".join(found)
    long = any(len(each.split()) > _MOST_OF_AN_ENTRY for each in found)
    named = all(map(_names_somebody, found))
    if len(found) < 2 or long or not named or re.search(r"\d", line):
        return ()
    return tuple(map(_without_owner, found))


_AND_NO_MORE = Pattern(written(r"(?: (?:thôi|vậy|đó|hà|à|nha|nghen|nhé|ạ|nè|con|em|luôn))+$"))
"""Behind the last one of a list: "bà Tư với ông Năm thôi"."""
_OFFICE = Pattern(
    written(
        r"^(?:(?:phó )?chủ nhiệm|phó|thủ quỹ|thư ký|kế toán|trưởng (?:ban|nhóm)|ủy viên|cn|pcn|tq|tk)(?: \w+)?\s?[:–-]\s*(?=\S)"
    )
)
"""What somebody is, before his name: "thủ quỹ: chị Lài"."""
_UP_TO_SO_MANY = Pattern(written(r" nữa(?: là (?:đủ|được|vừa|tròn)(?: \w+){0,2})?$"))
_MOST_OF_AN_ENTRY = 6
_TASK = Pattern(
    rf"(?<=\s)([{CAPITALS}]\S*) (?:"
    + written(r"giữ|làm|phụ|ghi|coi|lo|cầm|thu|trông|đi|tới")
    + r") .*$"
)
"""What the last one does, behind a name: "bé Ngân giữ tiền"."""
_SIDES = frozenset(("noi", "ngoai"))
_YOUNG = frozenset(("be", "em", "nhoc", "nho", "thang", "con", "tui", "toi"))
"""Before a name: who is young, or the writer himself."""


def _names_somebody(entry: str) -> bool:
    """Whether an entry begins as a name does, or with a word for somebody and goes on."""
    first, *rest = entry.split() or [""]
    kin = KIN_PHRASE.match(comparable(entry))
    title = fold(first) in FAMILY or kin is not None
    young = fold(first) in _YOUNG and all(each[:1].isupper() for each in rest or first[1:])
    alone = not rest and kin is not None and fold(first) in ("noi", "ngoai")
    return first[:1].isupper() or (bool(rest) and title) or young or alone


def _without_owner(entry: str) -> str:
    """A full name without whose mother it is: "má em Nguyễn Thị Sen"; a title with it stays."""
    words = entry.split()
    if len(words) > 3 and fold(words[0]) in _SIDES and fold(words[1]) in FAMILY:
        return " ".join(words[1:])
    if len(words) > 3 and words[1].lower() in ("e", "em", "tui", "tôi", "con"):
        name = " ".join(words[2:])
        return name if fold(words[2]) in FAMILY else entry
    return entry


_LIVES_AT = Pattern(
    written(
        r"^(?:(?:dạ|thưa),? )?(?:(?:nhà|chỗ ở|địa chỉ)(?: (?:của|ba|má|mẹ|bà|ông|tôi|tui|em|e|con|nội|ngoại|bác|cô|chú|dì|cậu|mình|cháu|chị|anh|hai|cụ)){0,3} (?:nằm ở|ở tại|ở|là|thì ở)|(?:tôi|tui|em|bác|bà|ông|cô|chú|dì|chị|anh|ngoại|nội|má|mẹ) (?:ở|hiện ở|đang ở))(?: (?:tại|bên|là))?[: ]+(?=\S)"
    ),
    re.IGNORECASE,
)
"""What leads to where somebody lives: "nhà ba má ở tổ 5"."""


def read_address(message: Message) -> ValueReading:
    """Where somebody lives, in his words, without what leads to it and the full stop."""
    reading = read_text(message)
    bare = removed(_LIVES_AT, reading.value or "").rstrip(" .!")
    if known := _KNOWN_TO_ALL.match(comparable(bare)):
        bare = bare[slice(*known.span(known.lastgroup or 0))]
    bare = removed(_AT_BARE, bare) if message.is_bare else bare
    return reading if len(bare.split()) < _LEAST_OF_AN_ADDRESS else ValueReading(bare)


_AT_BARE = Pattern(
    r"^(?:da,? )?o (?=(?:ap|xom|to|thon|khu|lang|xa|phuong|duong|hem|nha|gan|ke|sat|ben|duoi|tren|trong|ngoai|sau|truoc|dau|cuoi|doi dien|canh|day|cho) )",
    re.IGNORECASE,
)
"""A bare "o" that is ở before a place: "o ap Binh An"."""
_KNOWN_TO_ALL = Pattern(
    written(
        r"^(?:(?:dạ|thưa) )?(?:cứ )?hỏi (?P<asked>nhà .+?)[\s,]+(?:ai|cả (?:xóm|ấp|làng|chợ))(?: ai)? (?:cũng|đều) (?:biết|rành|chỉ)[.!]*$|"
        r"^(?P<told>(?:(?!(?<!\w)(?:hỏi|kêu) ).)+?)[\s,]+ai cũng (?:biết|rành)[.!]*$"
    ),
    re.IGNORECASE,
)
"""That people there know it is no part of a place, but whom to ask for it is: "hỏi bà Sáu ai cũng biết"."""
_LEAST_OF_AN_ADDRESS = 2


def read_text(message: Message) -> ValueReading:
    """The words as they were typed, without the courtesies around them."""
    text = single_line(message.text)
    lead = _TEXT_LEAD.match(comparable(text))
    bare = text[lead.end() :] if lead else text
    for said_besides in (_WRITE_SO, _ASKED_AGAIN):
        bare = removed(said_besides, bare) or bare
    bare = removed(NAMED_CLUB, bare) or bare
    tail = _TEXT_TAIL.search(bare)
    if tail and tail[0].strip(" .,!") and not _HEARS.search(comparable(bare)):
        bare = bare[: tail.start()]
    return ValueReading(bare or text or None, is_sure=bool(bare))
