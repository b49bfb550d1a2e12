"""Who comes and who doesn't: each person's part of an answer to a reminder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.intents.attendance import Attendee
from bot.intents.attendance import read_attendance as read_plain_attendance
from bot.intents.coming import as_it_is_now, plain_lean
from bot.intents.counted import (
    ALL_STAY,
    ALONE_BEHIND,
    ASKS_HIM,
    BARE_YES,
    COUNTED,
    COURTESIES,
    EXCEPT,
    INSTEAD_OF,
    NOBODY,
    NOT_YET,
    ONLY,
)
from bot.intents.event_kinds import kind_spoken_of
from bot.intents.message import Message, read_message
from bot.intents.phrases import Phrases
from bot.intents.scene import Scene
from bot.intents.spoken_of import (
    GO_ALL,
    JOINTS,
    LED_OVER,
    SAID_FOR,
    TOGETHER,
    Group,
    groups_of,
    mentions_in_answer,
    spoken_of,
    told_apart,
)
from bot.intents.understanding import Attendance
from bot.language.text import fold

Lean = Callable[[str], Attendance]
"""What a piece of a message leans to, by its words."""


class AttendanceReading(NamedTuple):
    """Whom an answer is about and what it says of each."""

    people: dict[str, Attendance]
    is_sure: bool = True


_LEADS_IN = frozenset("thi la noi bao keu cung toi tui em e con chau nha ay nay do".split())
_OPPOSITE = {Attendance.YES: Attendance.NO, Attendance.NO: Attendance.YES}
_ME = [Attendee(1, is_self=True)]


def read_attendance(message: Message, scene: Scene, lean: Lean) -> AttendanceReading:
    """Who of the scene comes; `lean` judges a piece of the message."""
    asked = list(scene.waiting) or [person.called for person in scene.people]
    if not asked:
        return AttendanceReading({}, is_sure=False)
    message = _without_other_events(message, scene)
    known = mentions_in_answer(message, scene)
    if len(asked) == 1:
        others = {called for each in known for called in each.people} - set(asked)
        overall = said_plainly(message.text) or lean(message.line)
        return AttendanceReading({asked[0]: overall}, is_sure=not others or len(known) == 0)
    overall = lean(message.line)
    if NOBODY.find(message.line):
        return AttendanceReading(dict.fromkeys(asked, Attendance.NO))
    groups = groups_of(message, spoken_of(message, known, asked))
    if ALL_STAY.find(message.line):
        return AttendanceReading(dict.fromkeys(asked, Attendance.NO))
    if not groups:
        bare = bool(BARE_YES.whole(message.line))
        said = said_plainly(message.text) or overall
        return AttendanceReading(dict.fromkeys(asked, said), is_sure=not bare)
    return _by_groups(message, asked, groups, overall, lean)


def _without_other_events(message: Message, scene: Scene) -> Message:
    """The words without what is said of another event: "ông bà đi khám, còn buổi họp thì không"."""
    kinds = {each.event for each in scene.reminder}
    pieces = [read_message(" ".join(message.typed[start:end])) for start, end in message.parts]
    named = [kind_spoken_of(each) for each in pieces]
    if len(kinds) != 1 or not kinds & {*named} or {*named} <= {*kinds, None}:
        return message
    kept = [
        piece.text
        for piece, kind in zip(pieces, named, strict=True)
        if kind in kinds or not (kind and _OF_ANOTHER.find(piece.line))
    ]
    return read_message(", ".join(kept))


_OF_ANOTHER = Phrases(r"thì (không|thôi|khỏi|nghỉ|bận|chưa|đi|có)( \S+){0,3}$")


def said_plainly(text: str) -> Attendance | None:
    """What some words say of one person, where nothing but an answer stands in them."""
    said = set(read_plain_attendance(text, _ME).answers.values())
    return Attendance(said.pop()) if len(said) == 1 else None


def _names(
    message: Message, group: Group, taken: set[str], again: Sequence[str]
) -> tuple[list[str], bool]:
    """Who is meant, each once, and whether it is sure; `again`: who is likelier spoken of once more."""
    names: list[str] = []
    is_sure = True
    for each in group.spoken:
        for whom in each.whom:
            candidates = (
                [called for called in whom if called in again]
                or [called for called in whom if called not in taken]
                or list(whom)
            )
            if len(candidates) > 1 and each.mention is not None:
                candidates = told_apart(message, each.mention, candidates)
                is_sure = is_sure and len(candidates) == 1
            names += candidates[:1]
    return names, is_sure


def _by_groups(
    message: Message,
    asked: Sequence[str],
    groups: Sequence[Group],
    overall: Attendance,
    lean: Lean,
) -> AttendanceReading:
    answers: dict[str, Attendance] = {}
    others: Attendance | None = None
    carried: Attendance | None = None
    is_sure, waits, settled, is_put_right = True, False, False, False
    bare: list[str] = []
    told: list[str] = []
    said: Attendance | None = None
    of_all: Attendance | None = None
    for place, group in enumerate(groups):
        last = place + 1 == len(groups)
        stop = len(message.words) if last else groups[place + 1].start
        before = message.words[(groups[place - 1].end if place else 0) : group.start]
        after = message.words[group.end : stop] if last else _without_lead(message, group.end, stop)
        if not last and (of_next := SAID_FOR.find(" ".join(after))):
            after = after[: len(after) - len(of_next[0].split())]
        lead = " ".join(before)
        names, sure = _names(message, group, set(answers), told if _BY_NOW.find(lead) else ())
        is_sure = is_sure and sure
        if EXCEPT.find(_in_his_piece(message, before, group)):
            answers |= dict.fromkeys(names, Attendance.NO)
            others = others or Attendance.YES
            is_put_right = True
            continue
        if said_for := SAID_FOR.find(lead):
            # "yes for mum", "not sure about him yet"
            said = plain_lean(read_message(said_for["said"])) or said_plainly(said_for["said"])
            answers |= dict.fromkeys(names, said or Attendance.UNSURE)
            told, settled = names, True
            continue
        if INSTEAD_OF.find(lead):
            answers |= dict.fromkeys(names, Attendance.NO)
            continue
        if _is_open(message, group, stop) or waits or (place and _is_only_then(message, group)):
            waits = _leads_to_a_condition(message, group, stop)
            answers |= dict.fromkeys(names, Attendance.UNSURE)
            continue
        if is_put_right and _IT_IS_HIM.whole(" ".join(after)):
            # "không phải bà nội, ông nội mới đi"
            answers |= dict.fromkeys(names, Attendance.YES)
            continue
        waits = _leads_to_a_condition(message, group, stop)
        if waits:
            answers |= dict.fromkeys(names, Attendance.UNSURE)
            continue
        alone = bool(ONLY.find(lead)) or _is_only(message, group, stop)
        before_him = said
        at_once = None if alone else _at_once(message, group, stop)
        if told == names and settled and not set(map(fold, after)) & _GOING:
            # "my father no, he sleeps all day": the reason changes nothing.
            continue
        settled = at_once is not None
        if of_all is not None and _TAKES_ALONG.find(lead) and not _tells(after):
            # "hai người đều đi, em chở cậu trước": how one gets there changes nothing.
            said = of_all
        elif (
            not place
            and (
                not after
                or (
                    set(names) == set(asked) and (_tells_nothing(after) or GO_ALL.match(fold(lead)))
                )
            )
            and (led := _led_to(before))
        ):
            # "có mặt bà Hai với ông Tư", "đi hết 3 người, em chở hai chuyến"
            said = led
        elif after and INSTEAD_OF.whole(" ".join(after)):
            # "bà Thuận thay tôi đi": he is the one who comes.
            said = Attendance.YES
        elif before_him is not None and _LIKEWISE.whole(" ".join(_without_topic(after))):
            said = before_him
        else:
            said = at_once or _said(
                after, before if last and place else (), overall, lean, alone=alone
            )
        was_open = told == names and {answers.get(each) for each in names} == {Attendance.UNSURE}
        if was_open and _ASKED.find(lead) and after and fold(after[-1]) in _ASKING:
            # "bả để hỏi coi bả có chịu không"
            said = Attendance.UNSURE
        if said is Attendance.NO and not set(map(fold, after)) & _GOING:
            # "má chưa biết nữa, má đang ho": the reason doesn't decide what was left open.
            if was_open and not _UNLIKELY.find(message.line):
                said = Attendance.UNSURE
        told = names
        if set(names) == set(asked) and not alone:
            of_all = said
        if carried is not None and not after:
            said = carried
        carried = None
        if message.plain[group.end : stop][-1:] and message.plain[stop - 1] in TOGETHER:
            carried = said
        if alone and said in _OPPOSITE:
            others = others or _OPPOSITE[said]
        elif not last and not lead and not any(map(_says, after)):
            bare += names
        answers |= dict.fromkeys(names, said)
    if bare and {said for name, said in answers.items() if name not in bare} == {Attendance.NO}:
        # "má với chú Út, ba thì không": who is only named comes.
        answers |= dict.fromkeys(bare, Attendance.YES)
    if others is not None:
        answers = dict.fromkeys(asked, others) | answers
    return AttendanceReading(answers, is_sure=is_sure and bool(answers))


def _in_his_piece(message: Message, before: Sequence[str], group: Group) -> str:
    """The words before somebody in his own piece: "tôi xin vắng, bà xã đi" sets no wife apart."""
    start = next((first for first, end in message.parts if first <= group.start < end), 0)
    return " ".join(before[max(0, len(before) - (group.start - start)) :])


def _tells(words: Sequence[str]) -> bool:
    """Whether some words surely say of somebody that he comes or not."""
    line = " ".join(words)
    return bool(words) and (said_plainly(line) or plain_lean(read_message(line))) is not None


def _tells_nothing(words: Sequence[str]) -> bool:
    """Whether some words neither say it nor deny anything: "em chở làm hai chuyến"."""
    return not _tells(words) and not {*map(fold, words)} & (_DENYING | {"dau"})


def _led_to(before: Sequence[str]) -> Attendance | None:
    """What is said in front of those whom a list names: "có mặt bà Hai với ông Tư", "chắc được hai người: …"."""
    line = COUNTED.remove(" ".join(before))
    if not line or ONLY.find(line):
        return None
    if GO_ALL.match(fold(line)):
        return Attendance.YES
    return said_plainly(line) or plain_lean(read_message(line)) or _COMES.get(line.split()[-1])


_COMES = dict.fromkeys(("đi", "di", "được", "duoc", "tới", "toi", "có", "mặt"), Attendance.YES)
_ASKED = Phrases(r"(hỏi|coi|xem|biết)( (coi|xem|thử|lại|ý))*$")
_ASKING = frozenset(("khong", "chua", "sao", "hong"))
_TAKES_ALONG = Phrases(r"(chở|đưa|rước|dắt|đón|cõng|kèm|dẫn)$")
_IT_IS_HIM = Phrases(r"mới (đi|tới|dự|ra|là người đi)( .*)?")
_UNLIKELY = Phrases(r"chắc (là |phải |cũng )*(không|khỏi|nghỉ|ở nhà|vắng)")
_LIKEWISE = Phrases(
    r"(thì )?((cũng )?(vậy|thế|y vậy|y chang)|y vậy|y chang|như vậy|nữa|luôn|too|as well|likewise)( (nha|nghen|nhé|con|em|ạ|luôn))*"
)
_BY_NOW = Phrases(r"(giờ|h|bây giờ|nay|bữa nay|tuần này|lại)$")
"""What leads over to what is so of the same one by now: "báo dì Năm đi mà giờ dì đổi ý"."""
_SURE_TOPIC = Phrases(r"chắc( rồi| ăn| mẻm| chắn| cú| luôn)*( (đi|đó|nha|nghen))*")


def _is_open(message: Message, group: Group, stop: int) -> bool:
    """Whether somebody is only to be asked yet: "để con hỏi bà, ông thì đi"."""
    part = next(((s, e) for s, e in message.parts if s <= group.start < e), (0, stop))
    before = " ".join(message.words[part[0] : group.start])
    after = " ".join(message.words[group.end : min(part[1], stop)])
    return bool(ASKS_HIM.find(before)) and bool(NOT_YET.whole(after))


def _is_only_then(message: Message, group: Group) -> bool:
    """Whether somebody comes only after what was said of another: "bà đi ông mới đi"."""
    begins = {start for start, _ in message.parts}
    after = message.plain[group.end : group.end + 2]
    return group.start not in begins and after[:1] == ("moi",) and set(after[1:]) <= _GOING


def _at_once(message: Message, group: Group, stop: int) -> Attendance | None:
    """A bare yes or no behind somebody, before what explains it: "my father no, he sleeps"."""
    part = next((end for start, end in message.parts if start <= group.start < end), stop)
    return _AT_ONCE.get(" ".join(message.words[group.end : part])) if part <= stop else None


_AT_ONCE = {
    **dict.fromkeys(("no", "not", "không", "thì không", "thì thôi"), Attendance.NO),
    **dict.fromkeys(("go", "goes", "yes", "có", "thì có"), Attendance.YES),
}


def _leads_to_a_condition(message: Message, group: Group, stop: int) -> bool:
    """Whether what is said of one is the condition for the next: "bả đi thì tui đi"."""
    said = message.plain[group.end : stop]
    part = next((end for start, end in message.parts if start <= group.start < end), stop)
    return (
        stop < part
        and 1 < len(said) <= 5
        and said[-1] == "thi"
        and bool(set(said) & _GOING)
        and not set(said) & _DENYING
    )


_DENYING = frozenset(("khong", "hong", "chua", "het", "ma"))
_GOING = frozenset(("di", "toi", "ra", "du", "chiu", "cho", "khoe"))


def _said(
    after: Sequence[str],
    before: Sequence[str],
    overall: Attendance,
    lean: Lean,
    *,
    alone: bool,
) -> Attendance:
    """What is said of those before some words, or behind others: "khỏi bà"."""
    line = as_it_is_now(" ".join(_without_topic(after)))
    if _SURE_TOPIC.whole(line) and (len(line.split()) > 1 or (after and fold(after[0]) == "thi")):
        return Attendance.YES
    if all(_is_courtesy(word) for word in line.split()):
        line = ""
    if alone and not _speaks(line.split()):
        return Attendance.YES
    if line:
        return said_plainly(line) or lean(line)
    lead = " ".join(before)
    return (said_plainly(lead) or lean(lead)) if lead else overall


def _says(word: str) -> bool:
    return not _is_courtesy(word)


def _is_courtesy(word: str) -> bool:
    """Whether a word behind somebody says nothing of him: "đủ ba người nha em"."""
    return word in COURTESIES


def _without_topic(words: Sequence[str]) -> Sequence[str]:
    """The words without the "thì" that leads from somebody to what is said of him."""
    start = 0
    while start + 1 < len(words) and fold(words[start]) in _LEADS_IN:
        start += 1
    return words[start:]


def _without_lead(message: Message, start: int, stop: int) -> tuple[str, ...]:
    """The words about somebody, without the "còn" that leads over to the next."""
    end = stop
    begins = {first for first, _ in message.parts}
    while end > start and message.plain[end - 1] in (JOINTS | TOGETHER):
        end -= 1
    piece = end
    while piece > start and message.plain[piece - 1] in (LED_OVER | TOGETHER):
        piece -= 1
        if piece in begins:
            end = piece
    return message.words[start:end]


def _is_only(message: Message, group: Group, stop: int) -> bool:
    """ "bà đi thôi", where a piece of the sentence ends: "thôi" says no of nobody."""
    part = next((end for start, end in message.parts if start <= group.end < end), stop)
    after = " ".join(message.words[group.end : min(part, stop)])
    return bool(ALONE_BEHIND.whole(after)) or (
        bool(ALONE_BEHIND.find(after)) and after.startswith(("đi thôi", "di thoi", "thôi", "thoi"))
    )


def _speaks(words: Sequence[str]) -> bool:
    words = [word for word in words if not _is_courtesy(word)]
    return any(len(word) > 1 for word in words) and not Phrases(
        r"(thôi|nha|nghen|nhé|con|em|ạ|đi|được|rảnh|tới|a|one|only|this time|có mặt|tham gia|dự|ra|mình|một|ên| )+"
    ).whole(" ".join(words))
