"""Which of the choices on the screen is meant: by number, by place, by any word that only one has."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.intents.choice_scores import scores_of
from bot.intents.counted import PAIR
from bot.intents.message import Message, read_message, removed
from bot.intents.people import sex_of, with_side_behind
from bot.intents.phrases import Phrases, written
from bot.intents.values.amending import amended
from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold


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
_COUNT = r"(?:\d{1,2}|" + "|".join(sorted(map(written, _NUMBERS), key=len, reverse=True)) + r")"
_LEAD = written(
    r"(?:(?:dạ|thì|cho|tôi|tui|bác|bà|ông|em|con|chị|anh|lấy|lựa|chọn|bấm|ghi|theo|là|mình|rồi|option|number|the|i'll|take|pick|choose|go|with|press)\s+)*"
)
_SEVERAL_NUMBERS = Pattern(
    rf"{_LEAD}({written('(?:số )?')}{_COUNT}"
    + written("(?: (?:với|và|cùng) (?:số )?")
    + rf"{_COUNT})+)"
    + written("(?: (?:nha|nghen|nhe|thôi|con|em|ạ))*")
)
"""Numbers in words that are joined: "một với ba nghen"."""
_CALLED = written(
    r"(?:(?:số|cái|câu|nút|ô|mục|dòng|đáp án|phương án|lựa chọn|thứ|cái thứ|cái số|nút số|câu số|ý số)\s+)"
)
_REST = r"(?:\s+(?:do|nha|nghen|nhe|di|con|em|a|luon|thoi|one|please|oi|duoc|gium|giup|roi|cho|toi|tui|bac|ba|ong|chac|vay|cam|on|nhieu|lam|chau|chi|anh))*"
_BY_NUMBER = Pattern(rf"{_LEAD}{_CALLED}?({_COUNT})(?:\s*[,.)]?){_REST}")
_SAID_NUMBER = Pattern(rf"(?<!\w){_CALLED}({_COUNT})(?!\w)")
_FIRST = Phrases(r"(cái |câu |dòng |ô )?(đầu tiên|đầu|trên cùng|trên|thứ nhất|first)( one)?")
_LAST = Phrases(
    r"(cái |câu |dòng |ô )?(cuối cùng|cuối|dưới cùng|dưới|sau cùng|sau chót|chót|last)( one)?"
)
_MIDDLE = Phrases(r"(cái |câu |dòng |ô )?(ở giữa|chính giữa|giữa|middle)")
_PLACED = r"(cái|câu|dòng|ô|nút|mục|số|the)( thứ)?( (nằm|ở|đứng|nằm ở|đứng ở))?( (trên|dưới|chính|đầu|sau))?"
_FIRST_ONE = Phrases(rf"{_PLACED} (đầu tiên|đầu|trên cùng|thứ nhất|first)( one)?")
_LAST_ONE = Phrases(rf"{_PLACED} (cuối cùng|cuối|dưới cùng|sau cùng|sau chót|chót|rốt|last)( one)?")
_MIDDLE_ONE = Phrases(rf"{_PLACED} (giữa|middle)( one)?")
_COUNTED = "cái|câu|dòng|ô|thứ|môn|món|cụm|mục|chỗ|nơi|xã|phường|ấp|khu|tổ|nhóm|bên|người|ý|khoản|clb|câu lạc bộ|đơn vị"
_FIRST_FEW = Phrases(
    rf"(?P<count>hai|ba|2|3|two|three) ({_COUNTED})? ?(đầu( tiên)?|trên( cùng)?|first)|first (?P<other>two|three|2|3)"
)
_LAST_FEW = Phrases(
    rf"(?P<count>hai|ba|2|3|two|three) ({_COUNTED})? ?(cuối( cùng)?|chót|dưới( cùng)?|sau( cùng)?|last)|last (?P<other>two|three|2|3)"
)


@lru_cache(maxsize=1)
def _number_words() -> dict[str, int]:
    """The numbers by their words, also as those stand in a message that was read."""
    return _NUMBERS | {read_message(word).line: value for word, value in _NUMBERS.items()}


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _number_words().get(word, 0)


_SHORT_DAY = Pattern(r"\b(?:t|thứ |thu )([2-7])\b", re.IGNORECASE)
_DAY = Pattern(r"(?<!\w)(?:thứ|thu) ")
_DAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")


def _day_written_out(found: re.Match[str]) -> str:
    return f"thứ {_DAYS[int(found[1]) - 2]}"


_HOLDS_PHONE = Pattern(r"\d{7,}|\d{3,4}[ .-]\d{3}[ .-]\d{3,4}")
"""Who gives a number tells of a person: "Nguyen Van Tu, 0300…" chooses no "văn bản"."""


def _offers_days(labels: Sequence[str]) -> bool:
    return any("thu" in read_message(label).plain for label in labels)


_CALL = Phrases(r"gọi( điện)?|call")


def offers_call(labels: Sequence[str]) -> bool:
    """Whether a call is among the options, so that who speaks of one wishes nobody to be sent for."""
    return any(_CALL.find(read_message(each).line) for each in labels)


def read_choice(message: Message, labels: Sequence[str], *, several: bool = False) -> ChoiceReading:
    """Which of the labels a message chooses; several where several may be."""
    if not labels or not message.words or _HOLDS_PHONE.search(message.text):
        return ChoiceReading()
    if _offers_days(labels) and _SHORT_DAY.search(message.text):
        message = read_message(_SHORT_DAY.sub(_day_written_out, message.text))
    if (right := _put_right(message, labels, several=several)) is not None:
        return right
    message = with_side_behind(_without_denied_number(_without_past(_without_rest(message))))
    whole = [label for label in labels if read_message(label).line == message.line]
    if len(whole) == 1:
        return ChoiceReading((whole[0],))
    if several and (pair := _by_pair(message, labels)):
        return ChoiceReading(pair)
    if several and (few := _by_few(message, labels)):
        return ChoiceReading(few)
    numbered = _by_number(message, labels, several=several)
    if numbered is not None:
        return numbered
    if several and (rest := _all_but(message, labels)):
        return ChoiceReading(rest)
    found = _by_words(message, labels, several=several)
    return found if found.labels else _by_place(message, labels)


_DENIED_NUMBER = Pattern(
    r"(?<!\w)"
    + written(
        r"(?:không|hong|đâu|chớ|chứ|đừng)(?: (?:không|hong|đâu))? (?:phải|chọn|bấm|lấy)(?: (?:là|cái))* (?:số|cái|câu|dòng|ô|nút|mục)(?: thứ)? "
    )
    + rf"{_COUNT}(?!\w)(?: (?:đâu|dau|nha|nghen)(?!\w))?"
)


def _without_denied_number(message: Message) -> Message:
    """A message without the number that it isn't: "không phải số 2 đâu, cái dòng đầu tiên"."""
    rest = removed(_DENIED_NUMBER, message.text)
    if rest == message.text:
        return message
    found = read_message(rest)
    return found if found.words else message


def _put_right(message: Message, labels: Sequence[str], *, several: bool) -> ChoiceReading | None:
    """What stands instead of something else within one answer: "số hai, à khoan, số ba"."""
    for each in amended(message, None):
        rest = read_message(each.text)
        if not rest.words or len(rest.words) >= len(message.words):
            continue
        found = read_choice(rest, labels, several=several)
        first = message if each.before is None else read_message(each.before)
        if found.labels and first.words and _names_any(first, labels):
            return found
    return None


def _names_any(message: Message, labels: Sequence[str]) -> bool:
    """Whether words or a number of any option stand in a message."""
    number = _by_number(message, labels, several=True)
    return number is not None or any(scores_of(message, labels))


_OTHERS_DROPPED = Pattern(
    r"(?<!\w)"
    + written(
        r"(?:thôi )?(?:(?:mấy|hai|ba|bốn|2|3|4|những) (?:cái|thứ|món|môn|mục|dòng)(?: (?:kia|khác|còn lại))?|còn lại) (?:thì |xin |là )*(?:bỏ|gạt|dẹp|thôi|khỏi|không lấy|không làm)(?: (?:hết|ra|đi|luôn|qua))*(?: (?:nha|nghen|nhé|con|em|cháu|ạ))*[.!]*$"
    )
)


def _without_rest(message: Message) -> Message:
    """An answer without what it turns down at its end: "chọn văn nghệ thôi mấy cái kia bỏ"."""
    rest = removed(_OTHERS_DROPPED, message.text)
    found = message if rest == message.text else read_message(rest)
    return found if found.words else message


_WAS_SO = Pattern(
    written(
        r"(?<!\w)(?:hồi (?:đó|trước|xưa|nọ|kia|ấy|còn)|lúc (?:trước|xưa)|trước (?:đây|kia)|ngày (?:trước|xưa)|hồi xưa|ban đầu|mới đầu)(?!\w)[^.;]*?[,.;]?\s(?=(?:giờ|bây giờ|nay|bữa nay|h)(?!\w))"
    )
)


def _without_past(message: Message) -> Message:
    """An answer without what was so before: "hồi đó ở một mình, giờ ở với thằng Út"."""
    rest = removed(_WAS_SO, message.text)
    return message if rest == message.text else read_message(rest)


_PART_OF_TIME = Phrases(
    r"(đầu|giữa|cuối) (tuần|tháng|năm|mùa|ngày|buổi|giờ|vụ|đợt|quý)|week ?ends?"
)
"""When something is, and no place in a list: "cuối tuần"."""


def _by_place(message: Message, labels: Sequence[str]) -> ChoiceReading:
    if _PART_OF_TIME.find(message.line):
        return ChoiceReading()
    middle = len(labels) // 2
    line = _pieces_that_take(message)
    for one, phrases, place in (
        (_FIRST_ONE, _FIRST, 0),
        (_LAST_ONE, _LAST, -1),
        (_MIDDLE_ONE, _MIDDLE, middle),
    ):
        if place == middle and len(labels) % 2 == 0 and len(labels) != 2:
            continue
        if one.find(line) and not _FEW.find(line):
            return ChoiceReading((labels[place],), is_sure=place != middle or len(labels) == 3)
        if len(message.content) <= 5 and phrases.find(message.line):
            return ChoiceReading((labels[place],), is_sure=len(labels) > 1 and place != 1)
    return ChoiceReading()


def _pieces_that_take(message: Message) -> str:
    """The first piece, where the next ones only turn others down: "cái chót, hai cái trên khỏi"."""
    first, *rest = [" ".join(message.words[start:end]) for start, end in message.parts]
    turned_down = [each for each in rest if _OTHERS.find(each) and _TURNED_DOWN.find(each)]
    return first if rest and len(turned_down) == len(rest) else message.line


_TURNED_DOWN = Phrases(
    r"không|hong|khỏi|thôi|chưa|bỏ|để sau|tính sau|mai mốt|sau( này)? (tính|đi)|giải thể|xong rồi|làm rồi|có rồi|đã (xong|có|nộp|giải)"
)
_FEW = Phrases(r"(hai|ba|bốn|mấy|2|3|4) (cái|câu|dòng|ô)")
_OTHERS = Phrases(
    r"(hai|ba|bốn|mấy|2|3|4) (cái|câu|dòng|ô)|(cái|chỗ|nơi|bên) (cuối|chót|đầu|kia|còn lại|dưới|trên)"
)
_AT_HEAD = len("lấy cho em ")


def _by_pair(message: Message, labels: Sequence[str]) -> tuple[str, ...]:
    """The man and the woman whom one word means where a third is turned down: "ông bà thôi, cậu tính sau"."""
    found = PAIR.find(message.line)
    if not found or found.start() > len("ghi cho em chi anh "):
        return ()
    rest = read_message(message.line[found.end() :])
    scores = scores_of(rest, labels) if rest.words else [0.0] * len(labels)
    if not rest.words or any(score > 0 for score in scores):
        return ()
    meant = [label for label, score in zip(labels, scores, strict=True) if not score]
    sexes = {sex_of(label) for label in meant}
    return tuple(meant) if len(meant) == 2 and sexes == {"male", "female"} else ()


def _by_few(message: Message, labels: Sequence[str]) -> tuple[str, ...]:
    """ "hai cái đầu", "the last two"."""
    for phrases, from_end in ((_FIRST_FEW, False), (_LAST_FEW, True)):
        found = phrases.find(_pieces_that_take(message))
        if found and (len(message.content) <= 8 or found.start() <= _AT_HEAD):
            count = _number(found["count"] or found["other"] or "")
            if 1 < count < len(labels):
                return tuple(labels[-count:] if from_end else labels[:count])
    return ()


_ALL = Phrases(
    r"(lấy|chọn|chơi|ghi|tham gia|thích|khoái|làm|mê|bị|cần|gửi|vô|đánh dấu|bấm)( \S+)? (hết|tất|ráo|cả|đủ|trọn)|^hết( ráo| trơn| luôn| thảy| trọi)*|tất cả|(cái|thứ|môn|món|mục|buổi|bữa|ngày|hôm|lúc)( nào| gì)( \S+)? cũng|đủ (bộ|thứ|hết)|đủ (cả )?(hai|ba|bốn|năm|2|3|4|5)|cả (hai|ba|bốn|năm|2|3|4|5)( (cái|thứ|món|môn))?|all( of them)?|everything"
)
_NOT_ALL = Phrases(
    r"(không|chưa|chẳng|đâu có)( \S+){0,5} (hết|cả|tất)|nào cũng được|gì cũng được|hết (rồi|bệnh|đau|sốt)|xong hết|ở hết"
)
_THE_REST = Phrases(
    r"còn lại( \S+){0,2} (có )?(đủ|hết|xong|rồi)|còn lại|(mấy|những) (cái|thứ|món|môn) (kia|khác|còn lại)"
)
_REST_IS_THERE = Phrases(r"(còn lại|kia)( \S+){0,2} (có|đủ|hết|xong|rồi)")
_BUT = Phrases(
    r"(trừ|bỏ|ngoài|ngoại trừ|chừa|loại|thiếu|except|but|without|minus)( (ra|cái|vụ|khoản|món|môn|mục|có|phần|not|for)){0,2}"
)


_BUT_HEAD = Phrases(r"(dạ |thì |cho )*(trừ|ngoại trừ|bỏ ra|except|all but)( \S+){1,5}")


def _all_but(message: Message, labels: Sequence[str]) -> tuple[str, ...]:
    """All of the options, but for those that are set apart: "tất cả trừ vay vốn"."""
    denied = _NOT_ALL.find(message.line) and not (
        _THE_REST.find(message.line) or _BUT.find(message.line)
    )
    all_but = _BUT.find(message.line) and _REST_IS_THERE.find(message.line)
    all_but = all_but or _BUT_HEAD.whole(message.line)
    if not (_ALL.find(message.line) or all_but) or denied or message.asks:
        return ()
    standing = [label for label in labels if not _NONE_OF_THEM.find(read_message(label).line)]
    scores = scores_of(message, labels)
    without = _BUT.find(message.line)
    if without:
        at = len(message.line[: without.end()].split())
        # "trừ biên bản ra, còn lại có đủ": no further than the rest.
        stop = next((end for start, end in message.parts if start <= at < end), len(message.words))
        stop = stop if all_but else len(message.words)
        spared = (
            scores_of(read_message(" ".join(message.typed[at:stop])), labels)
            if at < len(message.words)
            else {}
        )
        apart = {place for place, score in enumerate(spared) if score}
    else:
        apart = {place for place, score in enumerate(scores) if score < 0}
        if any(score > 0 for score in scores):
            return ()
    if without and not apart:
        return ()
    return tuple(label for label in standing if labels.index(label) not in apart)


_NONE_OF_THEM = Phrases(
    r"không( có| muốn| thuộc| nói)?.*|none|prefer not.*|khác|quay lại|để sau|bỏ qua"
)


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
    # "thứ bảy" is a day where days are offered.
    days = _offers_days(labels)
    for line in (content, message.line):
        found = None if days and _DAY.search(line) else _BY_NUMBER.fullmatch(line)
        if found and _calls_somebody(line, found, labels):
            continue
        if found and (found[1].isdecimal() or _is_number_word(message, found, line)):
            return _numbered([_number(found[1])], labels)
    numbers = [
        _number(each[1])
        for each in _SAID_NUMBER.finditer(message.line)
        if not (fold(each[0]).startswith("thu") and (days or _is_weekday(message.line, each)))
        and not _begins_a_name(message.line, each, labels)
    ]
    digits = [int(word) for word in _still_open(message) if word.isdecimal() and len(word) == 1]
    head = " ".join(message.words[slice(*message.parts[0])]) if message.parts else content
    if several and (
        counted := _SEVERAL_NUMBERS.fullmatch(content) or _SEVERAL_NUMBERS.fullmatch(head)
    ):
        return _numbered([_number(each) for each in re.findall(_COUNT, counted[1])], labels)
    if several and len(digits) > 1 and len(message.words) <= 10:
        return _numbered(digits, labels)
    numbers = [each for each in numbers if each] or (
        digits if len(digits) == 1 and len(message.content) <= 2 else []
    )
    if numbers and (several or len(set(numbers)) == 1):
        return _numbered(numbers, labels)
    return None


_DONE = Phrases(r"(đã|mới|vừa) (\S+ )?(xong|hoàn thành|có|làm|nộp|gửi)|(xong|làm|nộp|gửi|có) rồi")


def _still_open(message: Message) -> list[str]:
    """The words of the pieces that tell of nothing done: "chọn mục 2, 3. Mục 1 đã xong"."""
    pieces = [message.words[start:end] for start, end in message.parts]
    kept = [each for each in pieces if not _DONE.find(" ".join(each))]
    return [word for each in kept or pieces for word in each]


_DAY_BEFORE = Pattern(r"\b(?:bua|hom|ngay|sang|trua|chieu|toi|dem) $")
_DAY_AFTER = Pattern(r"^ (?:tuan|nay|toi|roi|truoc|sau|hang|vua|sap|moi)\b")


def _is_weekday(line: str, found: re.Match[str]) -> bool:
    """Whether "thứ 5" is a day by the words around it: "bữa thứ 5 tuần trước" is no fifth one."""
    folded = fold(line)
    before, after = folded[: found.start()], folded[found.end() :]
    return bool(_DAY_BEFORE.search(before) or _DAY_AFTER.search(after))


def _numbered(numbers: Sequence[int], labels: Sequence[str]) -> ChoiceReading:
    inside = [each for each in dict.fromkeys(numbers) if 1 <= each <= len(labels)]
    if len(inside) < len(set(numbers)):
        return ChoiceReading(beyond=True, is_sure=False, by_number=True)
    return ChoiceReading(tuple(labels[each - 1] for each in inside), by_number=True)


_TITLES = frozenset("ba ong co chu anh chi di cau bac".split())


def _calls_somebody(line: str, found: re.Match[str], labels: Sequence[str]) -> bool:
    """Whether a word for a number is somebody's name among the labels: "bà Sáu"."""
    word, before = fold(found[1]), fold(line[: found.start(1)]).split()[-1:]
    named = any(
        word in read_message(each[0]).plain
        for label in labels
        for each in _NAME.finditer(f" {label}")
    )
    return bool(before) and before[0] in _TITLES and named


def _begins_a_name(line: str, found: re.Match[str], labels: Sequence[str]) -> bool:
    """Whether a word for a number goes on as a name of a label does: "cái ở Hai Lac"."""
    after = fold(line[found.end() :]).split()[:1]
    pair = f"{fold(found[1])} {after[0]}" if after else ""
    return bool(pair) and any(pair in read_message(label).folded for label in labels)


_NAME = Pattern(rf"(?<=\s)[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*)+")
"""Words of a name in a label, and no beginning of one."""


def _is_of_another_name(message: Message, label: str) -> bool:
    """Whether a text names another place than a label does: "ấp Hải Sơn" where "ấp Hải Lạc" is."""
    plain = message.plain
    for found in _NAME.finditer(label):
        name = read_message(found[0]).plain
        for first, second in itertools.pairwise(name):
            ends = {plain[at + 1] for at in range(len(plain) - 1) if plain[at] == first}
            others = ends - {second, *_BEHIND_A_NAME}
            if others and second not in plain:
                return True
    return False


_BEHIND_A_NAME = frozenset(
    "nha nghen nhe a di thoi con em chi anh do luon duoc cho la thi khong hong cung do ay kia o".split()
)


def _by_words(message: Message, labels: Sequence[str], *, several: bool) -> ChoiceReading:
    scores = [
        0.0 if _is_of_another_name(message, label) else score
        for score, label in zip(scores_of(message, labels), labels, strict=True)
    ]
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
        taken = [place for place in range(len(labels)) if scores[place] >= 1]
        if len(taken) > 1:
            return ChoiceReading(tuple(labels[place] for place in taken))
    second = scores[ordered[1]] if len(labels) > 1 else 0.0
    return ChoiceReading((labels[ordered[0]],), is_sure=best - second >= 0.5)
