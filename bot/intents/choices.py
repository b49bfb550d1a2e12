"""Which of the choices on the screen is meant: by number, by place, by any word that only one has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.intents import particles
from bot.intents.message import Message, read_message
from bot.intents.particles import Particle
from bot.intents.phrases import Phrases, written
from bot.language.text import fold


class ChoiceReading(NamedTuple):
    """The labels that are meant, and whether that is sure; `beyond` where the number has none."""

    labels: tuple[str, ...] = ()
    is_sure: bool = True
    beyond: bool = False
    by_number: bool = False


_NUMBERS = {
    "một": 1, "mot": 1, "nhất": 1, "nhat": 1, "hai": 2, "nhì": 2, "nhi": 2, "ba": 3, "bốn": 4, "bon": 4,
    "tư": 4, "tu": 4, "năm": 5, "nam": 5, "sáu": 6, "sau": 6, "bảy": 7, "bay": 7, "tám": 8, "tam": 8,
    "chín": 9, "chin": 9, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "first": 1, "second": 2,
    "third": 3, "fourth": 4,
}  # fmt: skip
_NUMBER_WORDS = dict(_NUMBERS.items())
_COUNT = r"(?:\d{1,2}|" + "|".join(sorted(map(written, _NUMBERS), key=len, reverse=True)) + r")"
_LEAD = written(
    r"(?:(?:dạ|thì|cho|tôi|tui|bác|bà|ông|em|con|chị|anh|lấy|lựa|chọn|bấm|ghi|theo|là|mình|rồi|option|number|the|i'll|take|pick|choose|go|with|press)\s+)*"
)
_CALLED = written(
    r"(?:(?:số|cái|câu|nút|ô|mục|dòng|đáp án|phương án|lựa chọn|thứ|cái thứ|cái số|nút số|câu số|ý số)\s+)"
)
_REST = r"(?:\s+(?:do|nha|nghen|nhe|di|con|em|a|luon|thoi|one|please|oi|duoc|gium|giup|roi|cho|toi|tui|bac|ba|ong|chac|vay|cam|on|nhieu|lam|chau|chi|anh))*"
_BY_NUMBER = re.compile(rf"{_LEAD}{_CALLED}?({_COUNT})(?:\s*[,.)]?){_REST}")
_SAID_NUMBER = re.compile(rf"(?<!\w){_CALLED}({_COUNT})(?!\w)")
_FIRST = Phrases(r"(cái |câu |dòng |ô )?(đầu tiên|đầu|trên cùng|trên|thứ nhất|first)( one)?")
_LAST = Phrases(
    r"(cái |câu |dòng |ô )?(cuối cùng|cuối|dưới cùng|dưới|sau cùng|sau chót|chót|last)( one)?"
)
_MIDDLE = Phrases(r"(cái |câu |dòng |ô )?(ở giữa|chính giữa|giữa|middle)")

_SPOKEN: dict[str, str] = {
    "cho tôi|cho mình|for me|register me": (
        r"(cho )?(chính |bản thân |thân )?(tôi|tui|tao|mình|me|myself|thân già)|tự (tôi|tui|ghi|đăng ký|khai)|(bản thân|cá nhân)|cho (bác|em|chị|anh) (thôi|đi|nha|vô)|của (tôi|tui)"
    ),
    "người nhà|a relative|relative": (
        r"(cho |giùm |thay |dùm )?(má|mẹ|ba|tía|cha|bố|bà|ông|nội|ngoại|cụ|chồng|vợ|dì|cô|chú|cậu|bác|thím|mợ|dượng|người nhà|nhà|người thân|gia đình|hàng xóm|mom|mum|dad|grandma|grandpa|wife|husband|relative)( em| tôi| tui| con| mình| cháu| nội| ngoại| xã| nhà)?"
    ),
    "quay lại|back": r"(quay|trở|lui|lùi) (lại|về)|thôi (khỏi|không)|về (lại )?(trước|đầu)|back",
    "hộ nghèo|poor household": r"(có sổ )?(hộ )?nghèo|sổ hộ nghèo|poor",
    "cận nghèo|near-poor": r"cận nghèo|gần nghèo|near.poor",
    "khó khăn|hardship": r"khó khăn|neo đơn|túng|thiếu thốn|chật vật|eo hẹp|làm mướn|bữa đói bữa no|cực",
    "khuyết tật|disability": r"khuyết tật|tàn tật|xe lăn|liệt|mù|điếc|câm|cụt|què|tật|cà nhắc|nạng|disab\w+|wheelchair",
    "không có|none": r"không (có )?(gì|thuộc|bị|nằm|diện|cái nào|ai)?( hết| cả| nào)?|bình thường|đủ ăn|chẳng có gì|none|no|đều không",
    "không muốn nói|prefer not": r"(không|chẳng) (muốn|thích|tiện|chịu|cho)? ?(nói|khai|trả lời|ghi|kể)|riêng|bí mật|khỏi (nói|hỏi|ghi)|giữ kín|prefer not|rather not",
    "nhắn tin": r"nhắn|tin|tin nhắn|zalo|text",
    "gọi điện|điện thoại": r"gọi|điện|nghe|nói miệng|kêu|alo|call",
    "không cần nhắc": r"(không|khỏi|đừng) (cần )?(nhắc|nhắn|gọi|báo)|tự nhớ|nhớ rồi|tự biết",
    "giơ tay": r"giơ|đưa tay|biểu quyết|công khai",
    "bỏ phiếu kín": r"phiếu|kín|bỏ thăm|thăm|thùng",
    "lưu bản nháp": r"lưu|nháp|để đó|chưa nộp|khoan nộp|giữ",
    "nộp luôn": r"nộp|gửi (luôn|đi|lên)|trình|đưa lên",
    "chung số máy này": r"chung|số này|máy này|số (của )?(em|tôi|tui|con|chị|anh|cháu|mình)|xài chung|cùng số",
    "số riêng": r"riêng|có số|có máy|số khác|máy riêng",
    "không có điện thoại": r"không (có )?(xài |dùng |sắm )?(điện thoại|máy|số|phone)?|không xài|không dùng|chưa có|no phone|không biết xài",
    "cùng chỗ": r"cùng|chung|một nhà|y vậy|như vậy|same",
    "chỗ khác": r"khác|riêng|không (cùng|chung)|bên kia|nơi khác|different",
    "chỉ buổi này|chỉ lần này": r"(chỉ )?(buổi|bữa|lần|kỳ|hôm|đợt) (này|nay|đó|thôi)|một (lần|buổi|bữa)|tạm|just this",
    "từ nay luôn": r"luôn|từ (nay|giờ|rày|đây|bây giờ)|về sau|mãi|hết|tất cả|luôn luôn|vĩnh viễn|from now",
    "bà đây|mẹ đây|ba đây|ông đây": r"(đây|ở đây|ngồi đây|cầm máy|bên cạnh|kế bên|có|nghe nè|đang ngồi|có đây|có mặt)",
    "không có ở đây": r"không (có )?(ở )?(đây|nhà|chung|ở chung)?|đi (chợ|vắng|rồi|chùa|đâu|làm|chơi|ruộng)|qua nhà|ở (quê|xa|dưới|trên)|ngủ|ra (ngoài|chợ|vườn)",
    "ngân sách xã": r"ngân sách|xã|ủy ban|nhà nước|phường|trên (cho|rót|cấp)|huyện",
    "doanh nghiệp": r"doanh nghiệp|công ty|xí nghiệp|nhà máy|mạnh thường quân|tiệm|chủ|tài trợ|ông bà chủ",
    "thành viên đóng góp": r"(thành viên|hội viên|bà con|anh em|mấy bà|mọi người|tụi tôi).*(góp|đóng|hùn)|đóng góp|góp|hùn|tự đóng",
    "chưa có": r"chưa|không có|chưa có gì|đâu có",
    "làm tiếp": r"làm|tiếp|luôn|ngay|bây giờ|giờ",
    "để sau": r"để|sau|mai|bữa khác|khoan|lát|từ từ|hôm khác",
    "đã xong": r"xong|rồi|hoàn thành|đã",
    "đang làm": r"đang|dở|dở dang|chưa xong|còn làm",
    "chưa làm": r"chưa|chưa làm|chưa có",
    "cùng một người": r"(cùng )?(một|1) (người)?|là một|y chang|trùng|same",
    "hai người khác nhau": r"hai người|khác|2 người|different",
    "họ và tên": r"tên|họ|name",
    "năm sinh": r"năm|sinh|tuổi",
    "số điện thoại": r"số|điện thoại|máy|phone",
    "địa chỉ": r"địa chỉ|nhà|chỗ ở|ấp|tổ|address",
    "đúng hết rồi|đúng rồi|all correct": r"đúng|chuẩn|ok|rồi|được|y vậy|chính xác|gửi đi|ghi đi|xong|good|correct|right",
    "sửa lại|change something": r"sửa|sai|lộn|nhầm|trật|đổi|thiếu|chưa đúng|không đúng|wrong|fix|change",
    "lập câu lạc bộ|found a club": r"lập|mở|thành lập|found|start",
    "tham gia câu lạc bộ|join a club": r"tham gia|vô|vào|ghi tên|đăng ký|join",
    "hỏi một điều|hỏi chuyện khác|ask a question": r"hỏi|thắc mắc|question|ask",
    "nhập mã": r"mã|code",
    "hằng tuần": r"(hàng|hằng|mỗi) tuần|tuần (nào cũng|một lần|1 lần)",
    "hai tuần một lần": r"(hai|2) tuần|nửa tháng|cách tuần",
    "hằng tháng": r"(hàng|hằng|mỗi) tháng|tháng (một lần|1 lần)",
    "không gửi|do not send": r"không|khoan|đừng|thôi|don't|no",
    "gửi|send": r"gửi|đi|ok|được|có|ừ|send|yes",
}
"""Part of a label → what people say for it."""
_SMALL = frozenset(
    "cho toi cua la va voi o cai so co khong ghi ten nguoi rồi roi mot this the a to for some do".split()
)


@lru_cache(maxsize=512)
def _spoken_for(label: str) -> re.Pattern[str] | None:
    words = read_message(label).line
    best: tuple[int, str] | None = None
    for names, said in _SPOKEN.items():
        for name in names.split("|"):
            form = read_message(name).line
            if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words) and (
                best is None or len(form) > best[0]
            ):
                best = (len(form), said)
    return re.compile(rf"(?<!\w)(?:{written(best[1])})(?!\w)") if best else None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBER_WORDS.get(word, 0)


def _canonical_numbers() -> None:
    for word, value in list(_NUMBERS.items()):
        _NUMBER_WORDS[read_message(word).line or word] = value


_canonical_numbers()


def read_choice(message: Message, labels: Sequence[str], *, several: bool = False) -> ChoiceReading:
    """Which of the labels a message chooses; several where several may be."""
    if not labels or not message.words:
        return ChoiceReading()
    whole = [label for label in labels if read_message(label).line == message.line]
    if len(whole) == 1:
        return ChoiceReading((whole[0],))
    numbered = _by_number(message, labels, several=several)
    if numbered is not None:
        return numbered
    found = _by_words(message, labels, several=several)
    if found.labels:
        return found
    for phrases, place in ((_FIRST, 0), (_LAST, -1), (_MIDDLE, len(labels) // 2)):
        if len(message.content) <= 5 and phrases.find(message.line):
            return ChoiceReading((labels[place],), is_sure=len(labels) > 1 and place != 1)
    return ChoiceReading()


_CLEAR = frozenset(
    ("một", "mot", "hai", "nhất", "nhì", "one", "two", "three", "first", "second", "third")
)


def _is_number_word(message: Message, found: re.Match[str], line: str) -> bool:
    """Whether a word is meant as a number: "ba" may be a grandmother, "sau" later."""
    word = found[1]
    if word in _CLEAR or not word.isascii():
        return True
    before = line[: found.start(1)].split()
    return bool(before) and before[-1] in (
        "so",
        "câu",
        "cau",
        "nut",
        "cái",
        "cai",
        "số",
        "nút",
        "chon",
        "chọn",
        "bam",
        "bấm",
    )


def _by_number(message: Message, labels: Sequence[str], *, several: bool) -> ChoiceReading | None:
    content = " ".join(message.content) or message.line
    for line in (content, message.line):
        found = _BY_NUMBER.fullmatch(line)
        if found and (found[1].isdecimal() or _is_number_word(message, found, line)):
            return _numbered([_number(found[1])], labels)
    numbers = [_number(each) for each in _SAID_NUMBER.findall(message.line)]
    digits = [int(word) for word in message.words if word.isdecimal() and len(word) == 1]
    if several and len(digits) > 1 and len(message.words) <= 10:
        return _numbered(digits, labels)
    numbers = [each for each in numbers if each] or (
        digits if len(digits) == 1 and len(message.content) <= 2 else []
    )
    if numbers and (several or len(set(numbers)) == 1):
        return _numbered(numbers, labels)
    return None


def _numbered(numbers: Sequence[int], labels: Sequence[str]) -> ChoiceReading:
    inside = [each for each in dict.fromkeys(numbers) if 1 <= each <= len(labels)]
    if len(inside) < len(set(numbers)):
        return ChoiceReading(beyond=True, is_sure=False, by_number=True)
    return ChoiceReading(tuple(labels[each - 1] for each in inside), by_number=True)


def _distinct(labels: Sequence[str]) -> list[frozenset[str]]:
    """The words of each label that no other has."""
    words = [
        frozenset(read_message(label).folded.replace("cau lac bo", "").split()) - _SMALL
        for label in labels
    ]
    return [
        own - frozenset().union(*(other for at, other in enumerate(words) if at != place))
        for place, own in enumerate(words)
    ]


_TURNS = frozenset(("ma", "nhung", "con", "thi", "but", "chi"))


def _denied(words: Sequence[str], at: int) -> bool:
    """Whether a negation stands before a word and holds up to it: "đâu có thuộc diện nghèo"."""
    for start in range(at - 1, max(-1, at - 6), -1):
        if fold(words[start]) in _TURNS:
            return False
        if particles.length_at(Particle.NEGATION, words, start):
            return True
    return False


_KIN = frozenset(
    "ong ba noi ngoai ma me bo cha tia di co chu cau mo bac thim duong cu chong vo anh chi em".split()
)


def _another_speaks(message: Message, label: str) -> bool:
    """Whether "ông đây" is said where "Bà ngoại đây" is offered: whose consent is asked matters."""
    own = read_message(label).plain
    return "day" in own and bool(_KIN & set(own)) and bool(_KIN & set(message.plain) - set(own))


def _by_words(message: Message, labels: Sequence[str], *, several: bool) -> ChoiceReading:
    scores = [0.0] * len(labels)
    distinct = _distinct(labels)
    for at, word in enumerate(message.plain):
        for place, own in enumerate(distinct):
            if word in own:
                denies = (
                    _denied(message.words, at) and "khong" not in read_message(labels[place]).plain
                )
                scores[place] += -3 if denies else 2
    for place, label in enumerate(labels):
        spoken = _spoken_for(label)
        found = spoken.search(message.line) if spoken else None
        if found and not _another_speaks(message, label):
            before = len(message.line[: found.start()].split())
            denies = _denied(message.words, before) and "khong" not in read_message(label).plain
            scores[place] += -2 if denies else 1 + 0.02 * (found.end() - found.start())
    best = max(scores)
    if best <= 0:
        # "không phải má" where two are offered: the other one.
        denied = [place for place, score in enumerate(scores) if score < 0]
        none = [label for label in labels if read_message(label).folded in ("khong co", "none")]
        if denied and len(none) == 1:
            return ChoiceReading((none[0],))
        if len(labels) == 2 and len(denied) == 1:
            return ChoiceReading((labels[1 - denied[0]],), is_sure=False)
        return ChoiceReading()
    ordered = sorted(range(len(labels)), key=lambda place: -scores[place])
    if several:
        taken = [place for place in range(len(labels)) if scores[place] >= 2]
        if len(taken) > 1:
            return ChoiceReading(tuple(labels[place] for place in taken))
    second = scores[ordered[1]] if len(labels) > 1 else 0.0
    return ChoiceReading((labels[ordered[0]],), is_sure=best - second >= 0.5)
