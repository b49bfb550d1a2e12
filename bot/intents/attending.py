"""Who comes and who doesn't: each person's part of an answer to a reminder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.intents.all_come import all_come
from bot.intents.around_somebody import (
    DENYING,
    GOING,
    LEAVES_OUT,
    is_courtesy,
    is_only,
    is_only_then,
    leads_to_a_condition,
    left_open_yet,
    said_at_once,
    without_lead,
    without_topic,
)
from bot.intents.attendance import Attendee
from bot.intents.attendance import read_attendance as read_plain_attendance
from bot.intents.attending_words import (
    ASKED,
    ASKING,
    BECAUSE,
    BY_NOW,
    COUNTED_IN,
    EITHER_WAY,
    FOR_HIS_PART,
    GETS_READY,
    HARDLY,
    IS_AT_WORK,
    IS_NOT,
    IT_IS_HIM,
    LIKEWISE,
    NOT_KNOWN,
    NOT_SURE_YET,
    REPORTED,
    SINCE,
    SURE_TOPIC,
    TAKES_ALONG,
    UNLIKELY,
    WHO_STAYS,
    WRITES,
)
from bot.intents.coming import as_it_is_now, plain_lean
from bot.intents.counted import (
    ALL_STAY,
    BARE_YES,
    COUNTED,
    EXCEPT,
    INSTEAD_OF,
    NOBODY,
    ONLY,
)
from bot.intents.kin import people_in
from bot.intents.message import Message, read_message
from bot.intents.named_in_answer import mentions_in_answer
from bot.intents.not_meant import ASKS_ALL, without_other_events, without_questions
from bot.intents.people import with_side_behind
from bot.intents.phrases import Phrases
from bot.intents.scene import Scene
from bot.intents.spoken_of import (
    GO_ALL,
    SAID_FOR,
    TOGETHER,
    Group,
    groups_of,
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


_OPPOSITE = {Attendance.YES: Attendance.NO, Attendance.NO: Attendance.YES}
_ME = [Attendee(1, is_self=True)]


def read_attendance(message: Message, scene: Scene, lean: Lean) -> AttendanceReading:
    """Who of the scene comes; `lean` judges a piece of the message."""
    asked = list(scene.waiting) or [person.called for person in scene.people]
    if not asked:
        return AttendanceReading({}, is_sure=False)
    message = without_questions(without_other_events(with_side_behind(message), scene))
    known = mentions_in_answer(message, scene)
    if len(asked) == 1:
        others = {called for each in known for called in each.people} - set(asked)
        now = as_it_is_now(message.line)
        overall = said_plainly(message.text if now == message.line else now) or lean(now)
        of_another = not scene.reminder and _tells_of_a_stranger(message, asked[0])
        is_sure = (not others or len(known) == 0) and not of_another
        return AttendanceReading({asked[0]: overall}, is_sure=is_sure)
    overall = lean(message.line)
    if NOBODY.find(message.line):
        return AttendanceReading(dict.fromkeys(asked, Attendance.NO))
    groups = groups_of(message, spoken_of(message, known, asked))
    if ASKS_ALL.find(message.line) and len(groups) <= 1:
        return AttendanceReading(dict.fromkeys(asked, Attendance.UNSURE))
    if all_come(message, asked):
        return AttendanceReading(dict.fromkeys(asked, Attendance.YES))
    if ALL_STAY.find(message.line):
        return AttendanceReading(dict.fromkeys(asked, Attendance.NO))
    if not groups:
        bare = bool(BARE_YES.whole(message.line))
        said = said_plainly(message.text) or overall
        return AttendanceReading(dict.fromkeys(asked, said), is_sure=not bare)
    return _Hearing(message, asked, groups, overall, lean).read()


def _tells_of_a_stranger(message: Message, called: str) -> bool:
    """Whether only others than who is asked for are told of: "bà ngoại đi" where the bà nội is."""
    named = [each.text for each in people_in(message) if len(each.text.split()) > 1]
    return bool(named) and fold(called) not in map(fold, named)


def said_plainly(text: str) -> Attendance | None:
    """What some words say of one person, where nothing but an answer stands in them."""
    said = set(read_plain_attendance(text, _ME).answers.values())
    return Attendance(said.pop()) if len(said) == 1 else None


class _Piece(NamedTuple):
    """People whom a message names together, and the words around them."""

    group: Group
    names: list[str]
    before: Sequence[str]
    lead: str
    """`before` in one line."""
    after: Sequence[str]
    stop: int
    """Where the next are named, or the message ends."""
    is_first: bool
    is_last: bool

    @property
    def says_of_going(self) -> bool:
        """Whether what stands behind them has a word for going."""
        return bool(set(map(fold, self.after)) & GOING)


class _Hearing:
    """What was heard of each, as a message goes on from one to the next."""

    def __init__(
        self,
        message: Message,
        asked: Sequence[str],
        groups: Sequence[Group],
        overall: Attendance,
        lean: Lean,
    ) -> None:
        self.message, self.asked, self.groups = message, asked, groups
        self.overall, self.lean = overall, lean
        self.answers: dict[str, Attendance] = {}
        self.is_sure = True
        self.said: Attendance | None = None
        """What was said last, ..."""
        self.told: list[str] = []
        """... of whom, ..."""
        self.settled = False
        """... and whether a reason behind it changes it no more."""
        self.of_all: Attendance | None = None
        self.others: Attendance | None = None
        """What holds for those who aren't named: "trừ ông nội"."""
        self.carried: Attendance | None = None
        """What was said of those who come with the next: "má với chú Út"."""
        self.bare: list[str] = []
        """Who is only named."""
        self.waits = False
        """Whether the next hangs on what was said: "bả đi thì tui đi"."""
        self.is_put_right = False
        """Whether somebody was set apart: "không phải bà nội, ông nội mới đi"."""

    def read(self) -> AttendanceReading:
        """Each one's answer, those who aren't named among them where something holds for them."""
        for place in range(len(self.groups)):
            piece = self._piece(place)
            said = self._in_front(piece) or self._in_his_turn(piece)
            if said is not None:
                self.answers |= dict.fromkeys(piece.names, said)
        named = {said for name, said in self.answers.items() if name not in self.bare}
        if self.bare and named and Attendance.YES not in named:
            # "má với chú Út, ba thì không": who is only named comes.
            self.answers |= dict.fromkeys(self.bare, Attendance.YES)
        if self.others is None and GO_ALL.match(self.message.folded):
            # "đi hết mà ông về sớm"
            self.others = Attendance.YES
        if self.others is not None:
            self.answers = dict.fromkeys(self.asked, self.others) | self.answers
        return AttendanceReading(self.answers, is_sure=self.is_sure and bool(self.answers))

    def _piece(self, place: int) -> _Piece:
        message, group = self.message, self.groups[place]
        is_last = place + 1 == len(self.groups)
        stop = len(message.words) if is_last else self.groups[place + 1].start
        before = message.words[(self.groups[place - 1].end if place else 0) : group.start]
        after = message.words[group.end : stop]
        if not is_last:
            after = without_lead(message, group.end, stop)
            if of_next := SAID_FOR.find(" ".join(after)):
                after = after[: len(after) - len(of_next[0].split())]
        lead = " ".join(before)
        names = self._names(group, self.told if BY_NOW.find(lead) else ())
        return _Piece(group, names, before, lead, after, stop, place == 0, is_last)

    def _names(self, group: Group, again: Sequence[str]) -> list[str]:
        """Who is meant, each once; `again`: who is likelier spoken of once more."""
        taken = set(self.answers)
        names: list[str] = []
        for each in group.spoken:
            for whom in each.whom:
                candidates = (
                    [called for called in whom if called in again]
                    or [called for called in whom if called not in taken]
                    or list(whom)
                )
                if len(candidates) > 1 and each.mention is not None:
                    candidates = told_apart(self.message, each.mention, candidates)
                    self.is_sure = self.is_sure and len(candidates) == 1
                names += candidates[:1]
        return names

    def _in_front(self, piece: _Piece) -> Attendance | None:
        """What the words in front of them settle, or that it hangs on something."""
        if WHO_STAYS.find(piece.lead) or EXCEPT.find(
            _in_his_piece(self.message, piece.before, piece.group)
        ):
            if not IS_NOT.find(piece.lead):
                self.others = self.others or Attendance.YES
            self.is_put_right = True
            return Attendance.NO
        if said_for := SAID_FOR.find(piece.lead):
            # "yes for mum", "not sure about him yet"
            said = plain_lean(read_message(said_for["said"])) or said_plainly(said_for["said"])
            self.told, self.settled = piece.names, True
            return said or Attendance.UNSURE
        if NOT_KNOWN.find(_in_his_piece(self.message, piece.before, piece.group)):
            # "chưa biết hai ông bà có ra nổi không"
            return Attendance.UNSURE
        if INSTEAD_OF.find(piece.lead) or FOR_HIS_PART.find(piece.lead):
            return Attendance.NO
        if not piece.after and fold(_in_his_piece(self.message, piece.before, piece.group)) == "co":
            # "má với ba về quê, có dì Út"
            return Attendance.YES
        if self.is_put_right and IT_IS_HIM.whole(" ".join(piece.after)):
            return Attendance.YES
        hangs, self.waits = self.waits, leads_to_a_condition(self.message, piece.group, piece.stop)
        is_open = left_open_yet(self.message, piece.group, piece.stop) or (
            not piece.is_first and is_only_then(self.message, piece.group)
        )
        return Attendance.UNSURE if is_open or hangs or self.waits else None

    def _in_his_turn(self, piece: _Piece) -> Attendance | None:
        """What is said of them behind their names; None where it is only why."""
        is_why = self.settled and not piece.says_of_going
        because = BECAUSE.find(piece.lead) or (self.said and SINCE.find(piece.lead))
        again = self.message.is_english and self.said and not _tells(piece.after)
        if self.told == piece.names and (is_why or because or again):
            # "my father no, he sleeps all day": the reason changes nothing.
            return None
        is_said = self.answers.keys() >= {*piece.names} and not piece.after
        if is_said and not {*map(fold, piece.before)} & (GOING | DENYING | LEAVES_OUT):
            # "bà ok, ông chưa biết, tại ổng đang giận bà": named once more, by what another does.
            return None
        alone = bool(ONLY.find(piece.lead)) or is_only(self.message, piece.group, piece.stop)
        at_once = None if alone else said_at_once(self.message, piece.group, piece.stop)
        self.settled = at_once is not None
        said = self._unless_left_open(piece, self._told_of(piece, at_once, alone=alone))
        self.told = piece.names
        if set(piece.names) == set(self.asked) and not alone:
            self.of_all = said
        self.said = said = self._with_those_before(piece, said)
        written_down = said is Attendance.NO and WRITES.find(piece.lead)
        if alone and said in _OPPOSITE and not written_down:
            self.others = self.others or _OPPOSITE[said]
        elif not piece.is_last and not piece.lead and not any(map(_says, piece.after)):
            self.bare += piece.names
        return said

    def _told_of(self, piece: _Piece, at_once: Attendance | None, *, alone: bool) -> Attendance:
        if COUNTED_IN.find(piece.lead) and not _tells(piece.after):
            # "ngoài dì Tư ra thì ai cũng đi, tính luôn cô nữa"
            return self.others or self.said or Attendance.YES
        more = TAKES_ALONG.find(piece.lead) or GETS_READY.find(" ".join(piece.after))
        if self.of_all is not None and more and not _tells(piece.after):
            # "hai người đều đi, em chở cậu trước", "tính cả hai, bà sắm áo mới": how one gets
            # there changes nothing.
            return self.of_all
        if self._is_led_to(piece) and (led := _led_to(piece.before)):
            # "có mặt bà Hai với ông Tư", "đi hết 3 người, em chở hai chuyến"
            return led
        if piece.after and INSTEAD_OF.whole(" ".join(piece.after)):
            # "bà Thuận thay tôi đi": he is the one who comes.
            return Attendance.YES
        if self.said is not None and LIKEWISE.whole(" ".join(without_topic(piece.after))):
            return self.said
        before = piece.before if piece.is_last and not piece.is_first else ()
        return at_once or _said(piece.after, before, self.overall, self.lean, alone=alone)

    def _is_led_to(self, piece: _Piece) -> bool:
        """Whether what is said of the first may stand in front of them."""
        if not piece.is_first or not piece.after:
            return piece.is_first
        return set(piece.names) == set(self.asked) and (
            _tells_nothing(piece.after) or GO_ALL.match(fold(piece.lead)) is not None
        )

    def _unless_left_open(self, piece: _Piece, said: Attendance) -> Attendance:
        """What is said, but for what doesn't decide what was left open of the same people."""
        heard = {self.answers.get(each) for each in piece.names}
        if heard == {Attendance.UNSURE} and TAKES_ALONG.find(piece.lead):
            # "bà chưa biết, mợ thì đi, mợ chở bà": how he would get there decides nothing.
            return said if _tells(piece.after) else Attendance.UNSURE
        if self.told != piece.names or heard != {Attendance.UNSURE}:
            return said
        if not any(map(_says, piece.after)):
            # "he'll come if his knee lets him": named once more and nothing is said.
            return Attendance.UNSURE
        if ASKED.find(piece.lead) and piece.after and fold(piece.after[-1]) in ASKING:
            # "bả để hỏi coi bả có chịu không"
            return Attendance.UNSURE
        if REPORTED.find(" ".join(piece.after)):
            # "hỏi bố rồi, bố bảo không"
            return said
        is_why = said is Attendance.NO and not piece.says_of_going
        if is_why and not UNLIKELY.find(self.message.line):
            # "má chưa biết nữa, má đang ho"
            return Attendance.UNSURE
        return said

    def _with_those_before(self, piece: _Piece, said: Attendance) -> Attendance:
        if self.carried is not None and not piece.after:
            said = self.carried
        ends_on = self.message.plain[piece.group.end : piece.stop][-1:]
        self.carried = said if set(ends_on) & TOGETHER else None
        return said


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
    return not _tells(words) and not {*map(fold, words)} & (DENYING | {"dau"})


def _led_to(before: Sequence[str]) -> Attendance | None:
    """What is said in front of those whom a list names: "có mặt bà Hai với ông Tư", "chắc được hai người: …"."""
    line = COUNTED.remove(" ".join(before))
    if not line or ONLY.find(line):
        return None
    if GO_ALL.match(fold(line)):
        return Attendance.YES
    return said_plainly(line) or plain_lean(read_message(line)) or _COMES.get(line.split()[-1])


_COMES = dict.fromkeys(("đi", "di", "được", "duoc", "tới", "toi", "có", "mặt"), Attendance.YES)


def _said(
    after: Sequence[str],
    before: Sequence[str],
    overall: Attendance,
    lean: Lean,
    *,
    alone: bool,
) -> Attendance:
    """What is said of those before some words, or behind others: "khỏi bà"."""
    line = " ".join(without_topic(as_it_is_now(" ".join(after)).split()))
    if SURE_TOPIC.whole(line) and (len(line.split()) > 1 or (after and fold(after[0]) == "thi")):
        return Attendance.YES
    if all(is_courtesy(word) for word in line.split()):
        line = ""
    if alone and not _speaks(line.split()):
        return Attendance.YES
    if line:
        if EITHER_WAY.find(line):
            return Attendance.UNSURE
        if HARDLY.find(line) or IS_AT_WORK.find(" ".join(after)):
            return Attendance.NO
        said = said_plainly(line)
        if said is Attendance.NO and NOT_SURE_YET.find(line):
            # "còn kẹt ngoài khơi, chưa chắc vô kịp"
            return Attendance.UNSURE
        return said or lean(line)
    lead = " ".join(before)
    return (said_plainly(lead) or lean(lead)) if lead else overall


def _says(word: str) -> bool:
    return not is_courtesy(word)


def _speaks(words: Sequence[str]) -> bool:
    words = [word for word in words if not is_courtesy(word)]
    return any(len(word) > 1 for word in words) and not Phrases(
        r"(thôi|nha|nghen|nhé|con|em|ạ|đi|được|rảnh|tới|a|one|only|this time|có mặt|tham gia|dự|ra|mình|một|ên| )+"
    ).whole(" ".join(words))
