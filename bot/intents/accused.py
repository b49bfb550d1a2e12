"""Whom a complaint is about, and other holders of an office: "ông kế toán cũ", "chủ nhiệm ấp 4"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.intents.kin import people_in
from bot.intents.message import Message, read_message
from bot.intents.phrases import Phrases
from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold


def _pattern_words(message: Message, found: re.Match[str]) -> str:
    """The words that a pattern found, with accents where the pattern has them."""
    start = len(message.line[: found.start()].split())
    typed = message.typed[start : start + len(found[0].split())]
    words = [word for place, word in enumerate(typed) if not place or typed[place - 1] != word]
    return " ".join(words) if len(words) == 1 and words[0].isupper() else " ".join(words).lower()


_TITLES = {
    fold(each): each
    for each in ("ông", "bà", "anh", "chị", "cô", "chú", "bác", "thằng", "thầy", "cậu", "dì", "cha", "mấy ông", "mấy bà", "mấy chú")
}  # fmt: skip
_OFFICES = (
    "ban chủ nhiệm, ban vận động, ban tổ chức, ban chấp hành, ban điều hành, ban quản lý, phó chủ nhiệm, chủ nhiệm, kế toán, thủ quỹ, thư ký, trưởng nhóm, trưởng ban, trưởng ấp, trưởng thôn, "
    "trưởng khu phố, trưởng câu lạc bộ, nhóm trưởng, tổ trưởng, tổ phó, phó chủ tịch, chủ tịch, bí thư, cán bộ văn hóa, cán bộ, nhân viên, y tá, y sĩ, bác sĩ, bảo vệ, dẫn chương trình, tiếp thị, "
    "tình nguyện viên, tình nguyện, trạm y tế, bộ phận một cửa, hội chữ thập đỏ, hội người cao tuổi, hội phụ nữ, nhà văn hóa, người giữ chìa khóa, người trong ban, mấy người trong ban, mấy bà trong nhóm, "
    "mấy ông trong ban, loa phường, hệ thống, bot, cái máy, con bot, phó ban, phó ấp, ấp phó, phó hội, hội phó, chi hội trưởng, chi hội phó, hội trưởng, ấp trưởng, tổ công tác, phòng văn hóa, phòng lao động, văn phòng ủy ban, công an xã, công an ấp, hội nông dân, ban quản trị, y tế xã, y tế, phó"
).split(", ")
_ENGLISH_OFFICES = r"organi[sz]er|club leader|leader|treasurer|chairman|chairwoman|deputy|secretary|nurse|doctor|guard|health worker|committee|volunteer|driver"
_TITLE = rf"(?P<title>{'|'.join(_TITLES.values())})"
ACCUSED = Phrases(
    # "ăn bớt" is no bot.
    rf"({_TITLE} )?(?<!(?<!\w)ăn )(?P<office>{'|'.join(_OFFICES)})(?P<of>( tổ vay( vốn)?| nhóm vay( vốn)?| (cũ|mới(?! (tới|lo|vô|vào|ra|đi|chịu|nói|mở|nghe|đến|về|trả))|xã|phường|ấp|thôn|tổ|hội|khu phố))*)",
    rf"(the |our )?({_ENGLISH_OFFICES})",
)
_OFFICE_OF = {fold(each): each for each in _OFFICES}
_MACHINE = Phrases(
    r"(con|bot|máy|app|ứng dụng|hệ thống) (\S+ ){0,2}(nhắc|nhắn|ghi|trả lời|báo|hỏi)( \S+){0,4} (sai|trật|lộn|trễ|bậy|hoài|sớm|nhầm|một nẻo)",
    r"(máy|app) (\S+ ){0,2}(nhắc|bắt|lag|đứng|treo|chậm|lỗi)",
    r"(nhắn|nhắc|hỏi|trả lời) (\S+ ){0,2}(sai|trật|lộn|hoài|trễ|một nẻo|sớm dữ)",
)
_PLACE_OF = frozenset(
    ("ap", "to", "xa", "phuong", "thon", "clb", "cau", "hoi", "khu", "xom", "khom", "pho")
)
_VILLAGE = Phrases(
    r"(bên )?(hội xã|xã|phường|ủy ban)(?= (hứa|để|bắt|không|chưa|hẹn|đòi|thu|cứ|làm))"
)


_WRONG = Phrases(
    r"gian (lận|dối|trá)|ăn (chặn|bớt|gian|tiền|xén|hối lộ)|biển thủ|tham (nhũng|ô|lam)|(giấu|giữ luôn|ém|lấy|xài|bỏ túi)( \S+){0,3} (sổ|tiền|quỹ|quà)|thiên vị|độc đoán|hách dịch|(la|mắng|chửi|nạt|đuổi)( \S+){0,2} (bà con|hội viên|người ta|tui|tôi|bà|ông|mình|thành viên)|làm (bậy|sai|càn|ẩu)|không (công khai|minh bạch)|cheat\w*|steal\w*|stole|rude|unfair"
)


def accuses(text: str) -> bool:
    """Whether a question holds something against who has an office: "chủ nhiệm gian lận thì báo ai".

    Handed on unanswered it would go to the very one whom it is about.
    """
    line = read_message(text).line
    return bool(_WRONG.find(line) and ACCUSED.find(line))


def office_of(message: Message, found: re.Match[str]) -> str:
    """An office with the words around it that say whose: "ông kế toán cũ", "chủ nhiệm ấp 4"."""
    start = len(message.line[: found.start()].split())
    end = start + len(found[0].split())
    if not found["office"] or message.typed[end - 1].isupper():
        return _pattern_words(message, found)
    title = _TITLES.get(fold(found["title"] or ""), "")
    # "phản ánh chủ nhiệm": the "ánh" is no anh.
    if title and start and message.plain[start - 1] in ("phan", "phản"):
        title = ""
    words = [title] if title else []
    words.append(_OFFICE_OF[fold(found["office"])])
    words += [_BELONGS[fold(each)] for each in found["of"].split()]
    while end < len(message.words) and _names_place(message, end):
        # A short form that was written out stands there once a word.
        if message.typed[end] is not message.typed[end - 1]:
            words.append(_BELONGS.get(message.typed[end], message.typed[end]))
        end += 1
    return " ".join(words)


_BELONGS = {
    fold(each): each for each in "cũ mới xã phường ấp thôn tổ hội khu phố nhóm vay vốn".split()
}


def _typed(message: Message, start: int, end: int) -> str:
    """Words as they were typed, each short form that was written out once."""
    typed = message.typed[start:end]
    return " ".join(
        word for place, word in enumerate(typed) if not place or typed[place - 1] is not word
    )


_CLUB = ("cau", "lac", "bo")
_HALL = ("nha", "van", "hoa")


def _names_place(message: Message, at: int) -> bool:
    """Whether a word goes on with whose office it is: a place behind "ấp", or what names one."""
    word, before = message.typed[at], message.plain[at - 1]
    for whole in (_CLUB, _HALL):
        for place in range(3):
            if message.plain[at - place : at - place + 3] == whole:
                return _goes_on_with(message, at - place, whole)
    if message.plain[at : at + 2] == ("khu", "pho"):
        return _is_named_so(message, at + 2)
    if message.plain[at - 1 : at + 1] == ("khu", "pho"):
        return _is_named_so(message, at + 1)
    if message.plain[at] in _SETTLEMENTS:
        return _is_named_so(message, at + 1)
    if before in _PLACE_OF and word.isdecimal():
        return True
    return word[:1].isupper() and word.isalpha() and not message.text.isupper()


_SETTLEMENTS = frozenset("ap clb to thon xom khom xa phuong lang ban buon soc".split())


def _is_named_so(message: Message, at: int) -> bool:
    """Whether a place goes on with its number or its name: "ấp 4", "thôn Tân Hòa"."""
    after = message.typed[at] if at < len(message.typed) else ""
    return after.isdecimal() or (after[:1].isupper() and not message.text.isupper())


def _goes_on_with(message: Message, at: int, whole: tuple[str, ...]) -> bool:
    """Whether a club or a hall says whose office it is: "chủ nhiệm câu lạc bộ ấp 2"."""
    if whole is _HALL:
        return message.plain[at - 1] in ("ve", "khoa")
    behind = message.typed[at + 3 : at + 4]
    return bool(behind) and (behind[0][:1].isupper() or fold(behind[0]) in _PLACE_OF)


_SOMEBODY = r"(mấy )?(ông|bà|anh|chị|cô|chú|bác|thầy|cậu|dì|thằng|con|đứa)"
_BY_HIS_WORK = Phrases(
    rf"{_SOMEBODY}( (trong|bên|ở))? (phát|ghi|giữ|đo|nấu|coi|dẫn|lái|chạy|cầm|phụ trách|lo|bán|chấm|gác|tiếp|trực)"
    rf" (số|quà|sổ|danh( sách)?|tiền|quỹ|huyết áp|cơm|xe|cửa|loa|khóa|chìa khóa|máy|công|dân|lớp|hàng|bếp|gạo|vé)|{_SOMEBODY} thu tiền",
    r"(thầy|cô|ông|bà|anh|chị|người) (dạy|hướng dẫn|đứng lớp|giữ xe|gác cổng|nấu bếp|lái xe)(?! (tui|tôi|em|bà|ông|con|cho))",
)
_WORK = r"(giữ|cầm|thu|ghi|phát|coi|lo|kế toán|nắm|quản)( (cái|hết|luôn))* (số|quà|sổ|danh|tiền|quỹ|gạo|chìa khóa)|ký (quỹ|sổ)"
_NAMED_AT_WORK = Phrases(rf"(?P<who>{_SOMEBODY} \S+) (?:{_WORK})")


def _named_at_his_work(message: Message) -> str | None:
    """Somebody by a name and what he does: "con diem giu quy", "con Diễm giữ quỹ"."""
    found = _NAMED_AT_WORK.find(message.line)
    if found is None or message.text.isupper():
        return None
    start = len(message.line[: found.start()].split())
    if not message.is_bare and not message.typed[start + 1][:1].isupper():
        return None
    name = message.plain[start + 1]
    if name in _NO_NAMES or name in _LEADS_TO_WORK:
        return None
    return _typed(message, start, start + 2)


_LEADS_TO_WORK = frozenset(
    "dang duoc thi moi cung se da noi chuyen di hay chuyen trong o ben ma lai chi con bi tui toi nay kia do a oi gi nao".split()
)
_SEVERAL = Phrases(
    r"mấy (ông|bà|anh|chị|cô|chú|bác|người|đứa|thằng) (thanh niên|đó|kia|nọ|(trong|bên|ở|trên|của) (ban|nhóm|tổ|hội|xã|ấp|ủy ban|câu lạc bộ)( (chủ nhiệm|vận động|tổ chức|điều hành))?)"
)
_SUFFERS = Pattern(
    r"(?<!\w)(?:bị|bi) (?=mấy|may|ông|ong|bà|ba|anh|chị|chi|cô|co|chú|chu|bác|bac|thằng|thang|con|cái|đứa|dua|cán|can|chủ|nhân|ban|hội)"
)
OFFICE_IN_SHORT = Pattern(
    rf"(?<!\w)(?:P?CN|BCN|TQ|TK|p?cn|bcn) (?:clb|CLB|Clb|ấp|thôn|kp|KP|tổ|xã) (?:[{CAPITALS}]\w*|\d+)(?: [{CAPITALS}]\w*)*"
)
"""An officer and of what, as staff shorten it: "CN clb Hòa Bình"."""
_CHILD_OF = ("con",)


def about_of(message: Message) -> str | None:
    """Whom a complaint is about, in the words typed; never who suffers: "má bị cô y tá la"."""
    suffers = list(_SUFFERS.finditer(message.line))
    if suffers:
        at = len(message.line[: suffers[-1].end()].split())
        found = _accused_in(_from(message, at))
        if found is not None:
            return found
    return _accused_in(message)


def _from(message: Message, at: int) -> Message:
    """The rest of a message from a word on."""
    parts = tuple((max(start, at) - at, end - at) for start, end in message.parts if end > at)
    return replace(
        message,
        words=message.words[at:],
        plain=message.plain[at:],
        typed=message.typed[at:],
        parts=parts,
    )


def _is_given(message: Message, at: int) -> bool:
    """Whether a word before an office is somebody's name: "con Lan thủ quỹ", "con Nam thu quy"."""
    title, name = message.words[at - 1], message.typed[at]
    if title in ("con", "thằng", "thang") and name[:1].isupper() and not message.text.isupper():
        return True
    return title in _NAMED_BY and not name.isascii() and message.plain[at] not in _NO_NAMES


_NAMED_BY = frozenset(("ông", "bà", "anh", "chị", "cô", "chú", "thằng", "thầy", "cậu", "dì"))
_NO_NAMES = frozenset(
    "cua la lam voi nho gap hoi ben trong noi bi ban pho can thong gia giu nhu xuc dung bua".split()
)


_TAKES_MONEY = "thu quỹ"


def _called(message: Message, at: int) -> str:
    """The name behind an office: "cô thủ quỹ tên Liễu"."""
    name = message.typed[at + 1 : at + 2]
    named = message.plain[at : at + 1] == ("ten",) and name and name[0][:1].isupper()
    return f" tên {name[0]}" if named else ""


_IS_HIS_POST = Phrases(
    r"(ổng|bả|ảnh|chỉ|cổ|nó|ông ấy|bà ấy|anh ấy|chị ấy|cô ấy) (cũng |đang |có )?(làm|là)$"
)
_GIVEN = Pattern(
    r"(?P<title>[Đđ]ồng chí|[Oo]ng|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Tt]hằng|[Cc]án bộ)(?: (?:trong|bên|ở|của|phụ trách|lo|giữ) ?(?:\w+ ){0,3}| )tên (?:là )?"
    rf"(?P<name>[{CAPITALS}]\w+(?: [{CAPITALS}]\w+)*)"
)
"""One who is named behind where he works: "một đồng chí trong ban tên Lộc"."""


def _accused_in(message: Message) -> str | None:
    if short := OFFICE_IN_SHORT.search(message.text):
        return short[0]
    office = ACCUSED.find(message.line)
    if office and office["office"] == _TAKES_MONEY:
        # Whoever "thu quỹ mỗi người" is called by his name; typed bare it is the treasurer.
        office = ACCUSED.find(message.line, office.end())
    if named_at_work := _named_at_his_work(message):
        return named_at_work
    for phrases in (_BY_HIS_WORK, _SEVERAL):
        found = phrases.find(message.line)
        if found and not (office and office.start() < found.start()):
            start = len(message.line[: found.start()].split())
            return _typed(message, start, start + len(found[0].split()))
    named = [each for each in people_in(message) if each.has_name]
    if office and named and _IS_HIS_POST.find(message.line[: office.start()].rstrip()):
        # "ông Năm Rạng …, ổng làm trưởng nhóm mà bêu chuyện nhà tui"
        return named[0].text
    if (given := _GIVEN.search(message.text)) and not named:
        return f"{given['title'].lower()} {given['name']}"
    if office:
        start = len(message.line[: office.start()].split())
        end = start + len(office[0].split())
        for each in named:
            if each.end in (start, start + 1) and each.start < start:
                return each.text
            between = message.plain[each.end : start]
            if between in (("ben",), ("trong",), ("cua",)):
                return each.text
            if between == _CHILD_OF:
                return f"{each.text} con {office_of(message, office)}"
            if each.start == start and each.end > end:
                return each.text
        if start > 1 and _is_given(message, start - 1):
            return _typed(message, start - 2, end)
        return office_of(message, office) + _called(message, end)
    if named:
        return named[0].text
    if _MACHINE.find(message.line):
        return "bot"
    if found := _VILLAGE.find(message.line):
        return _pattern_words(message, found)
    club = re.search(
        r"\b(?:[Cc][Ll][Bb]|[Cc]âu lạc bộ|hội|ban|tổ|nhóm)(?: [A-ZĐ]\w+){1,3}"
        r"|\b(?:[Cc][Ll][Bb]|[Cc]âu lạc bộ) (?:khóm|ấp|thôn|khu phố|tổ|xóm|xã|phường|buôn|sóc) (?:\d+|[A-ZĐ]\w*(?: [A-ZĐ]\w*)*)",
        message.text,
    )
    if club:
        return club[0]
    kin = [each for each in people_in(message) if len(each.text.split()) > 1]
    return kin[0].text if kin else None
