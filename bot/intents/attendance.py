"""Answers to "who comes?" as people type them: "bà đi, ông không", "cả ba đi được".

A closed grammar: who × comes or not, with the courtesies and the reason people add. Whatever
holds one word more is no answer, since a wrong note sends somebody to a meeting or keeps a chair
empty. Words count with their accents where these were typed ("bà" is no "ba").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bot.intents import particles
from bot.intents.particles import Particle
from bot.language.keys import mend_keys
from bot.language.text import clean, fold, same, squeeze, without_emoji

LONGEST = 24
"""Words: a longer text tells a story."""
_FREE_WORDS = 9
"""Words a reason may have ("vì bận đám cưới cháu gái")."""
_CONDITION_WORDS = 6


@dataclass(frozen=True)
class Attendee:
    """Somebody who is asked: key, what he is called, his name, and whether he types himself."""

    key: int
    called: str | None = None
    full_name: str | None = None
    sex: str | None = None
    is_self: bool = False
    address: str | None = None
    """How the bot addresses him, if he types himself ("bà")."""


@dataclass(frozen=True)
class Unclear:
    """Words that fit several of the persons: who of them gave this answer must be asked."""

    answer: str
    people: tuple[int, ...]
    word: str | None = None
    """The form of address that was typed ("bà"), None for "hai người"."""


@dataclass(frozen=True)
class AttendanceReading:
    """Who said what: person's key → yes, no or unsure; empty when it isn't such an answer."""

    answers: dict[int, str] = field(default_factory=dict)
    unclear: tuple[Unclear, ...] = ()
    deceased: frozenset[int] = frozenset()
    """Of whom the text says that he died."""
    named: bool = False
    """Whether it names somebody."""
    goes: bool = False
    """Whether it says to come or not to come in so many words, not with a bare yes or no."""

    def __bool__(self) -> bool:
        return bool(self.answers or self.unclear or self.deceased)


def _forms(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(form.split()) for form in text.split(", "))


_VERBS = (
    "đi, đi họp, đi dự, đi sinh hoạt, đi tập huấn, tới, tới dự, đến, đến dự, dự, tham dự, có mặt"
)
_BEFORE = ("có, sẽ, cũng, đều, vẫn, cứ, chắc chắn, nhất định, có thể, cũng đều, đều có, vẫn sẽ, "
           "cũng sẽ, sẽ cố gắng, ráng")  # fmt: skip
_CAN = "được, đc, dc, đươc, được hết, đặng"
_YES_WHOLE = _forms(
    "có, được, đc, dc, tham gia, có tham gia, sẽ tham gia, ok đi, đi liền, có chứ, được chứ, "
    "họp được, khỏe rồi đi được, khỏe rồi, yes, coming, is coming, can come, will come, can go, "
    "có mặt đầy đủ, không bận, không bận gì, không bận gì hết, rảnh, rảnh rồi"
)
_ACKNOWLEDGED = _forms("dạ, vâng, ừ, u, ờ, ừa, ừm, uh, um, ok, oke, okie, oki, phải, đúng, "
                       "đúng rồi, chắc chắn, yep, yeah, sure, y, 👍, ✅, 👌")  # fmt: skip
_NO_WHOLE = _forms(
    "không, hông, hổng, hong, hem, hok, khg, ko, kg, kô, k, kh, không được, hông được, hổng được, "
    "ko được, không tham gia, hông tham gia, không tham gia được, đi không được, đi hông được, "
    "đi hổng được, đi ko được, đi không nổi, đi hông nổi, đi hổng nổi, tới không được, "
    "đến không được, hết đi được, hết đi nổi, không đi nổi, hông đi nổi, hổng đi nổi, không nổi, "
    "chưa đi được, chưa đi, chưa đi nổi, ở nhà, phải ở nhà, ở nhà thôi, nghỉ, xin nghỉ, nghỉ bữa, "
    "xin vắng, vắng, vắng mặt, không khỏe, hông khỏe, hổng khỏe, ko khỏe, không được khỏe, "
    "không đủ sức, yếu, đi đứng không được, đang nằm viện, nằm viện, đang đi viện, đi viện, "
    "không tiện, hông tiện, không rảnh, hông rảnh, hổng rảnh, ko rảnh, khỏi đi, khỏi, vướng việc, "
    "no, not, not coming, is not coming, cannot come, can't come, cannot, can't, busy, sick, ill, "
    "👎, ❌"
)
_ILL = _forms("bận, bận rồi, bận việc, bận việc rồi, mắc việc, mắc công chuyện, kẹt, kẹt rồi, "
              "kẹt việc, ốm, ốm rồi, bị ốm, đang ốm, bệnh, bịnh, bệnh rồi, bịnh rồi, bị bệnh, "
              "bị bịnh, đang bệnh, đang bịnh, mệt, mệt rồi, bị mệt, đang mệt, thấy mệt, cảm, bị cảm, "
              "đau, bị đau, đau chân, đau lưng, đau khớp, đau đầu gối, mỏi, mỏi chân, nhức mỏi, "
              "chóng mặt, nhức đầu, mệt trong người, khó ở")  # fmt: skip
_STRONGLY = _forms("quá, lắm, nặng, nhiều, dữ, dữ lắm, quá trời")
_STOP = _forms("thôi, dạ thôi")
_UNSURE = _forms(
    "chưa biết, chưa biết được, chưa biết nữa, chưa biết sao, chưa biết ra sao, không biết, "
    "hông biết, hổng biết, hong biết, ko biết, khg biết, k biết, không biết được, không biết nữa, "
    "hông biết nữa, hổng biết nữa, hong biết nữa, ko biết nữa, chưa chắc, chưa chắc đi, "
    "chưa chắc đi được, không chắc, hông chắc, hổng chắc, ko chắc, không chắc lắm, chưa rõ, "
    "không rõ, chưa quyết, chưa tính, chưa tính được, để coi, để coi đã, để coi sao, để xem, "
    "để xem đã, để xem sao, để coi lại, để xem lại, để tính, để tính lại, để bữa đó coi, "
    "để bữa đó tính, tính sau, trả lời sau, báo sau, để báo sau, còn coi lại, tùy, còn tùy, "
    "hên xui, mới biết, mai mới biết, bữa đó mới biết, chưa, có lẽ, chắc, có thể, có lẽ đi, có lẽ đi được, có lẽ có, có lẽ không, "
    "có lẽ không đi, có lẽ không đi được, chắc đi, chắc đi được, chắc là đi, chắc là đi được, "
    "chắc không, chắc không đi, chắc không đi được, chắc là không, chắc là không đi được, "
    "có thể không, có thể không đi được, chắc hông đi được, chắc hổng đi được, chưa biết đi được, "
    "chưa biết đi được không, chưa biết có đi được không, không biết đi được không, "
    "hông biết đi được không, không biết có đi được không, chưa biết có đi không, đi hay không "
    "chưa biết, not sure, maybe, don't know, unsure, perhaps, probably"
)
_ASKS_BACK = _forms("để hỏi, để hỏi lại, hỏi lại, để về hỏi, để hỏi thử, để hỏi coi, để hỏi ý")
_REASONS = _forms("vì, tại, tại vì, bởi, bởi vì, do, vì là, do là, tại bữa đó, because")
_WEATHER = _forms("mưa quá, mưa lớn quá, trời mưa, nắng quá, xa quá, đường xa quá, lạnh quá")
_BUSY = _forms("bận, mắc, kẹt, vướng")
_DEATH = _forms(
    "mất, mất rồi, mới mất, mới mất rồi, đã mất, đã mất rồi, vừa mất, vừa mất rồi, qua đời, "
    "qua đời rồi, đã qua đời, mới qua đời, vừa qua đời, mới qua đời rồi, chết rồi, mới chết, "
    "đã chết, không còn nữa, đi xa rồi, mất hôm qua, mất bữa qua, mất hồi hôm, mới mất hôm qua, "
    "mất tuần trước, mất tháng trước, mới mất tuần trước, has died, died, passed away, "
    "has passed away, is dead"
)
_NOT_IN_A_REASON = (*_DEATH, *_forms("đi được, đi dc, tới được, đến được, thì đi"))
_ALL = _forms("cả nhà, cả nhà mình, tất cả, tất cả mọi người, hết thảy, mọi người, ai cũng, "
              "hết cả, cả đám, tụi tui, tụi tôi, tụi con, chúng tôi, everyone, all, we all, they all, cả mấy người")  # fmt: skip
_ALL_AFTER = _forms("hết, hết trơn, cả, hết thảy, tất cả, hết ráo")
_NOBODY = _forms("không ai, hông ai, hổng ai, ko ai, chẳng ai, không có ai, hông có ai, nobody")
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "both": 2}
_ONLY = _forms("chỉ, chỉ có, có mình, chỉ mình, mình, có mỗi, mỗi, only, chỉ một mình")
_MYSELF = _forms("tôi, tui, mình, tao, con, cháu, em, mình tôi, mình tui, tôi đây, i, me, con đây")
_REST = _forms("mấy người còn lại, hai người còn lại, người còn lại, mấy người kia, hai người kia, "
               "người kia, còn lại, mấy người khác, the others, the rest")  # fmt: skip
_EXCEPT = _forms("trừ, trừ có, ngoài, except")
_SAME = _forms("cũng vậy, cũng thế, cũng như vậy, y vậy, too")
_OPPOSITE = {"yes": "no", "no": "yes"}
_LINKS = _forms("và, với, cùng, and")
_JOINTS = _forms("nên, còn, nhưng, nhưng mà, mà, thì, và, với, rồi, còn lại, but, and")
_TOPIC = _forms("thì, là, là thì, cũng, đều, thì cũng, ấy, đó, này")
_BEGIN = _forms(
    "dạ, vâng, thưa, ừ, ờ, dạ con ơi, con ơi, con à, cháu ơi, em ơi, báo con, báo cháu, nhắn con, "
    "báo là, tôi báo, xin báo, cho tôi báo, bữa đó, bữa ấy, hôm đó, hôm ấy, bữa này, bữa nay, "
    "hôm nay, ngày mai, mai, ngày mốt, kỳ này, lần này, đợt này, thứ bảy này, chủ nhật này, thứ bảy, "
    "chủ nhật, buổi này, thôi, dạ thôi, yes, no problem"
)
_END = _forms(
    "ạ, nha, nhá, nhé, nghen, nghe, nhen, hen, hén, nè, à, đó, luôn, con, cháu, em, con ơi, con à, "
    "cháu ơi, em ơi, con nha, con nhé, nha con, nhé con, nghe con, nghen con, bác, cô, chú, anh, chị, "
    "ơi, bot, cảm ơn, cám ơn, cảm ơn con, cám ơn con, cảm ơn cháu, rồi, thôi, bữa đó, "
    "hôm đó, ngày mai, bữa nay, lần này, kỳ này, rồi con, rồi nha, chứ, một mình, thanks, thank you"
)
_CONDITION = _forms("nếu, nếu như, hễ, khi nào, chừng nào, if")
_IF_WELL = _forms("khỏe, rảnh, hết mệt, hết bệnh, hết đau, không mưa, trời không mưa, trời tốt, "
                  "có xe, có người chở, có ai chở, đỡ")  # fmt: skip
_COMMA = ","
_NO_CONDITION = ("đi", "nhưng", "còn", "nên", _COMMA)
_THEN = _forms("thì, thì mới, mới")
_KIN = ("ông", "bà", "cụ", "cố", "bác", "cô", "chú", "dì", "cậu", "mợ", "thím", "dượng", "anh",
        "chị", "má", "mẹ", "tía", "ba", "cha", "bố", "ngoại", "nội", "vợ", "chồng")  # fmt: skip
_PAIRS = (
    ("ông", "bà"),
    ("ba", "má"),
    ("ba", "mẹ"),
    ("cha", "mẹ"),
    ("tía", "má"),
    ("bố", "mẹ"),
    ("dì", "dượng"),
    ("cô", "dượng"),
    ("cậu", "mợ"),
    ("chú", "thím"),
    ("vợ", "chồng"),
)
_MALE = frozenset(("ông", "chú", "cậu", "dượng", "anh", "tía", "ba", "cha", "bố", "chồng"))
_FEMALE = frozenset(("bà", "cô", "dì", "mợ", "thím", "chị", "má", "mẹ", "vợ"))
_SAME_KIN = {
    **dict.fromkeys(("má", "mẹ"), ("má", "mẹ")),
    **dict.fromkeys(("tía", "ba", "cha", "bố"), ("tía", "ba", "cha", "bố")),
}
_POSSESSIVE = _forms("tôi, tui, con, em, mình, của tôi, nhà tôi")


@lru_cache(maxsize=4096)
def _fits(typed: str, form: str) -> bool:
    """Whether a typed word is a form's: with its accents, or without any."""
    if same(typed) == same(form):
        return True
    return typed.isascii() and fold(form) == typed


def _tokens(text: str) -> list[str]:
    line = squeeze(without_emoji(clean(text))).lower()
    pieces = re.findall(r"[^\s,;.!…:()\"“”\n]+|[,;.:\n]+", line)
    words = [_COMMA if re.match(r"[,;.:\n]", piece) else mend_keys(piece) for piece in pieces]
    while words and words[-1] == _COMMA:
        words.pop()
    return words


@dataclass(frozen=True)
class _Clause:
    """One statement: whom it is about (None: nobody named), what it says."""

    people: frozenset[int] | None
    says: str
    """yes, no, unsure, ok (a bare yes), stop, dead"""
    unclear: tuple[tuple[tuple[int, ...], str | None], ...] = ()
    goes: bool = True
    others: str | None = None
    """What it says of all the others: "chỉ có bà Tám đi", "trừ ông ra ai cũng đi"."""


_Subject = tuple[int, frozenset[int], tuple[tuple[tuple[int, ...], str | None], ...]]


class _Parser:
    """All readings of a sentence; the one with the fewest statements counts."""

    def __init__(self, words: list[str], people: Sequence[Attendee]) -> None:
        self.words = words
        self.people = people
        self.everybody = frozenset(each.key for each in people)
        self._subjects: dict[int, list[_Subject]] = {}
        self._whole: dict[int, list[tuple[_Clause, ...]]] = {}

    def read(self) -> list[tuple[_Clause, ...]]:
        """The readings that take in every word."""
        starts = {0}
        for _ in range(3):
            starts |= {end for at in starts for end in self._any(at, _BEGIN, commas=True)}
        found: list[tuple[_Clause, ...]] = []
        for start in sorted(starts):
            found += self._sentences(start)
        return found

    # Words and forms

    def _form(self, at: int, form: tuple[str, ...]) -> int | None:
        end = at + len(form)
        if end > len(self.words):
            return None
        typed = self.words[at:end]
        return end if all(map(_fits, typed, form)) else None

    def _any(self, at: int, forms: Iterable[tuple[str, ...]], *, commas: bool = False) -> set[int]:
        ends = {end for form in forms if (end := self._form(at, form)) is not None}
        if commas:
            ends |= {self._comma(end) for end in ends}
        return ends

    def _comma(self, at: int) -> int:
        while at < len(self.words) and self.words[at] == _COMMA:
            at += 1
        return at

    # Sentences

    def _sentences(self, at: int) -> list[tuple[_Clause, ...]]:
        if at in self._whole:
            return self._whole[at]
        self._whole[at] = []
        found: list[tuple[_Clause, ...]] = []
        for end, clause in self._clauses(at):
            for stop in self._ends(end):
                if stop >= len(self.words):
                    found.append((clause,))
                    continue
                for following in {stop, self._comma(stop)}:
                    if following >= len(self.words):
                        continue
                    nexts = {following} | self._any(following, _JOINTS)
                    for start in nexts:
                        found += [(clause, *rest) for rest in self._sentences(start)]
        self._whole[at] = found[:200]
        return self._whole[at]

    def _ends(self, at: int) -> set[int]:
        """Where a statement may end, with the courtesies after it."""
        ends = {at}
        for _ in range(3):
            ends |= {
                end
                for start in ends
                for begin in (start, self._comma(start))
                for end in self._any(begin, _END)
            }
        return ends

    def _clauses(self, at: int) -> list[tuple[int, _Clause]]:
        found: list[tuple[int, _Clause]] = []
        for end, says, goes in self._predicates(at):
            found.append((end, _Clause(None, says, goes=goes)))
            # "đi hết", "đi được cả hai"
            if says in ("yes", "no"):
                for after in self._any(end, _ALL_AFTER):
                    found.append((after, _Clause(self.everybody, says)))
                for stop, who, unclear in self._all(end):
                    found.append((stop, _Clause(who, says, unclear)))
                # "đi: bà với ông", "đi hết trừ ông"
                if self._comma(end) > end:
                    for stop, who, unclear in self._subject_lists(self._comma(end)):
                        found.append((stop, _Clause(who, says, unclear)))
                for all_end in {end} | self._any(end, _ALL_AFTER):
                    for stop, spared in self._spared(all_end):
                        found.append((stop, self._all_but(spared, says)))
        for end in self._any(at, _NOBODY):
            for stop, says, goes in self._predicates(end):
                if says == "yes" and goes:
                    found.append((stop, _Clause(self.everybody, "no")))
        for start in self._any(at, _ONLY):
            for end, who, unclear in self._subject_lists(start):
                for begin in {end} | self._any(end, _TOPIC):
                    for stop, says, goes in self._predicates(begin):
                        if says in _OPPOSITE and not unclear:
                            clause = _Clause(who, says, unclear, goes, _OPPOSITE[says])
                            found.append((stop, clause))
        for end in self._any(at, _REST):
            for begin in {end} | self._any(end, _TOPIC):
                for stop, says, goes in self._predicates(begin):
                    if says in (*_OPPOSITE, "unsure"):
                        found.append((stop, _Clause(frozenset(), says, (), goes, says)))
        for end, spared in self._spared(at):
            for begin, who, _ in self._all(self._comma(end)):
                if who != self.everybody:
                    continue
                for start in {begin} | self._any(begin, _TOPIC):
                    for stop, says, _ in self._predicates(start):
                        if says in _OPPOSITE:
                            found.append((stop, self._all_but(spared, says)))
        for end, who, unclear in self._subject_lists(at):
            found += [(stop, _Clause(who, "same", unclear)) for stop in self._any(end, _SAME)]
            for start in {end} | self._any(end, _TOPIC):
                for stop, says, goes in self._predicates(start):
                    if says == "ok":
                        continue
                    clause = _Clause(who, says, unclear, goes)
                    found.append((stop, clause))
                    if who == self.everybody:
                        found += [(last, clause) for last in self._any(stop, _ALL_AFTER)]
                for stop in self._any(start, _DEATH):
                    found.append((stop, _Clause(who, "dead", unclear)))
            found += self._conditions(end, who, unclear)
        for end in self._any(at, _CONDITION):
            found += self._conditions(end, None, ())
        for end in self._any(at, _IF_WELL):
            for start in self._any(end, _THEN):
                for stop, says, goes in self._predicates(start):
                    if says in ("yes", "no") and goes:
                        found.append((stop, _Clause(None, "unsure")))
        return found

    def _spared(self, at: int) -> list[tuple[int, frozenset[int]]]:
        """ "trừ ông ra": of whom the opposite is said."""
        return [
            (stop, who)
            for start in self._any(at, _EXCEPT)
            for end, who, unclear in self._subject_lists(start)
            if not unclear
            for stop in {end} | self._any(end, _forms("ra"))
        ]

    @staticmethod
    def _all_but(spared: frozenset[int], says: str) -> _Clause:
        return _Clause(spared, _OPPOSITE[says], (), True, says)

    def _conditions(
        self, at: int, who: frozenset[int] | None,
        unclear: tuple[tuple[tuple[int, ...], str | None], ...],
    ) -> list[tuple[int, _Clause]]:  # fmt: skip
        """ "bà khỏe thì đi": whoever comes on a condition doesn't know yet."""
        found: list[tuple[int, _Clause]] = []
        for then in range(at + 1, min(at + _CONDITION_WORDS, len(self.words)) + 1):
            if any(_fits(self.words[then - 1], word) for word in _NO_CONDITION):
                break
            for start in self._any(then, _THEN):
                subjects: list[_Subject] = [(start, who or frozenset(), unclear)]
                subjects += self._subject_lists(start)
                for begin, named, doubt in subjects:
                    for stop, says, goes in self._predicates(begin):
                        if says in ("yes", "no") and goes:
                            people = named or who
                            found.append((stop, _Clause(people or None, "unsure", doubt)))
        return found

    # Predicates

    def _predicates(self, at: int) -> list[tuple[int, str, bool]]:
        """(end, what is said, whether it says to come or not in so many words)."""
        found: list[tuple[int, str, bool]] = []
        befores = {at} | self._any(at, _forms(_BEFORE))
        for start in befores:
            for verb in self._any(start, _forms(_VERBS)):
                found.append((verb, "yes", True))
                found += [(end, "yes", True) for end in self._any(verb, _forms(_CAN))]
        for negation in self._any(at, particles.forms_of(Particle.NEGATION)):
            begins = {negation} | self._any(negation, _forms("thể, có thể, sẽ, cần, muốn"))
            for start in begins:
                for verb in self._any(start, _forms(_VERBS)):
                    ends = {verb} | self._any(
                        verb, _forms(f"{_CAN}, nữa, được nữa, nổi, đâu, được đâu")
                    )
                    found += [(end, "no", True) for end in ends]
        # "cũng không", "cũng bận"
        for start in befores:
            weak = start == at
            found += [(end, "yes", not weak) for end in self._any(start, _YES_WHOLE)]
            for end in self._any(start, _NO_WHOLE):
                found.append((end, "no", end - start > 1))
            for end in self._any(start, _ILL):
                found += [(stop, "no", False) for stop in {end} | self._any(end, _STRONGLY)]
        found += [(end, "ok", False) for end in self._any(at, _ACKNOWLEDGED)]
        found += [(end, "stop", False) for end in self._any(at, _STOP)]
        for end in self._any(at, _UNSURE):
            found.append((end, "unsure", False))
        found += self._asking_back(at)
        reasons: list[tuple[int, str, bool]] = []
        for end, says, goes in found:
            if says in ("no", "unsure"):
                reasons += [(stop, says, goes) for stop in self._reason(end)]
        for end in self._any(at, _BUSY):
            # "bận đám cưới", "mắc giữ cháu"
            reasons += [(stop, "no", False) for stop in self._free(end)]
        return found + reasons

    def _asking_back(self, at: int) -> list[tuple[int, str, bool]]:
        """ "để con hỏi má", "để tôi coi lại"."""
        found: list[tuple[int, str, bool]] = []
        starts = self._any(at, _ASKS_BACK)
        for end in self._any(at, _forms("để")):
            for named in self._any(end, _MYSELF):
                starts |= self._any(
                    named, _forms("hỏi, hỏi lại, hỏi thử, hỏi coi, hỏi ý, về hỏi, về hỏi lại")
                )
                found += [
                    (stop, "unsure", False)
                    for stop in self._any(
                        named,
                        _forms("coi, coi đã, coi lại, coi sao, xem, xem đã, xem lại, xem sao, tính, "
                               "tính lại, tính đã, báo sau, báo lại"),
                    )
                ]  # fmt: skip
        for end in starts:
            found.append((end, "unsure", False))
            for kin in self._any(end, tuple((word,) for word in _KIN)):
                found.append((kin, "unsure", False))
                stops = self._any(kin, _forms("đã, coi, lại, lại đã, cái đã, ngoại, nội, xem"))
                found += [(stop, "unsure", False) for stop in stops]
            for subject, _, _ in self._subject_lists(end):
                stops = {subject} | self._any(subject, _forms("đã, coi, lại, lại đã, cái đã, xem"))
                found += [(stop, "unsure", False) for stop in stops]
        return found

    def _reason(self, at: int) -> set[int]:
        ends: set[int] = set()
        for end in self._any(self._comma(at), _REASONS):
            ends |= self._free(end)
        for end in {at, *self._any(at, _forms("con ơi, con"))}:
            ends |= self._any(end, _WEATHER)
        return ends

    def _free(self, at: int) -> set[int]:
        """Any few words up to a comma or the end, but none that tells of a death."""
        ends: set[int] = set()
        for end in range(at + 1, min(at + _FREE_WORDS, len(self.words)) + 1):
            if self.words[end - 1] == _COMMA:
                break
            if any(self._any(start, _NOT_IN_A_REASON) for start in range(at, end)):
                break
            if end == len(self.words) or self.words[end] == _COMMA:
                ends.add(end)
        return ends

    # Subjects

    def _subject_lists(self, at: int) -> list[_Subject]:
        """Somebody, or several joined: "bà và ông", "má, tía"."""
        if at in self._subjects:
            return self._subjects[at]
        found: list[_Subject] = list(self._all(at))
        # "có bà Tám đi": the có only opens the sentence.
        for start in {at} | self._any(at, _forms("có, cả")):
            if start == at or not self._counts_all(start):
                found += self._one(start)
        level = list(found)
        for _ in range(3):
            more: list[_Subject] = []
            for end, who, unclear in level:
                for start in self._any(end, _LINKS) | {self._comma(end)} - {end}:
                    more += [
                        (stop, who | other, unclear + doubt)
                        for stop, other, doubt in self._one(start)
                    ]
            level = more
            found += more
        self._subjects[at] = list(dict.fromkeys(found))
        return self._subjects[at]

    def _counts_all(self, at: int) -> bool:
        """Whether a word is the number of all: the "ba" of "cả ba" is no "bà"."""
        return at < len(self.words) and any(
            count == len(self.everybody) and _fits(self.words[at], word)
            for word, count in _NUMBERS.items()
        )

    def _all(self, at: int) -> list[_Subject]:
        found: list[_Subject] = [(end, self.everybody, ()) for end in self._any(at, _ALL)]
        for start in {at} | self._any(at, _forms("cả, có, chỉ, chỉ có, hết")):
            if start >= len(self.words):
                continue
            whole = start > at and _fits(self.words[at], "cả")
            for word, count in _NUMBERS.items():
                end = self._form(start, (word,))
                if end is None and self.words[start] == str(count):
                    end = start + 1
                if end is None:
                    continue
                for word_of_kin in _KIN:
                    # "hai bà", if so many of them are called so
                    alike = self._called(word_of_kin)
                    stop = self._form(end, (word_of_kin,))
                    if stop is not None and count == len(alike):
                        found.append((stop, frozenset(alike), ()))
                persons = self._any(end, _forms("người, đứa, ông bà, vợ chồng, mẹ con, má con"))
                both = word == "both"
                for stop in persons | ({end} if whole or both else set()):
                    if count == len(self.everybody):
                        found.append((stop, self.everybody, ()))
                    elif count < len(self.everybody):
                        doubt = ((tuple(sorted(self.everybody)), None),)
                        found.append((stop, frozenset(), doubt))
        return found

    def _one(self, at: int) -> list[_Subject]:
        found: list[_Subject] = []
        for each in self.people:
            for name in _names(each):
                end = self._form(at, tuple(name.lower().split()))
                if end is not None:
                    found.append((end, frozenset((each.key,)), ()))
        own = [each for each in self.people if each.is_self]
        if own:
            me = frozenset((own[0].key,))
            found += [(end, me, ()) for end in self._any(at, _MYSELF)]
        for first, second in _PAIRS:
            for start in {at} | self._any(at, _forms("hai, cả hai, 2")):
                end = self._form(start, (first, second))
                if end is None:
                    continue
                one, other = self._kin(first), self._kin(second)
                if one and other:
                    settled = [each for each in (one, other) if len(each) == 1]
                    doubt = tuple(
                        (each, word)
                        for each, word in ((one, first), (other, second))
                        if len(each) > 1
                    )
                    who = frozenset(each[0] for each in settled)
                    found.append((end, who, doubt))
        for word in _KIN:
            end = self._form(at, (word,))
            if end is None:
                continue
            alike = self._kin(word)
            if not alike:
                continue
            # Somebody else's "bà Tư" is no "bà".
            for stop in {end} | self._any(end, _POSSESSIVE):
                if len(alike) == 1:
                    found.append((stop, frozenset(alike), ()))
                else:
                    found.append((stop, frozenset(), ((alike, word),)))
        # A person called in full ("bà ngoại") is meant before a bare form is.
        longest = {each[0] for each in found if each[1] and not each[2]}
        return [each for each in found if not each[2] or each[0] not in longest]

    def called_so(self, word: str) -> bool:
        """Whether anybody is called so, himself included."""
        return bool(self._alike(word)) or any(
            each.is_self and each.address and same(each.address) == same(word)
            for each in self.people
        )

    def _called(self, word: str) -> tuple[int, ...]:
        """All who are called by a form of address."""
        return tuple(each.key for each in self._alike(word))

    def _alike(self, word: str) -> list[Attendee]:
        hits = []
        for each in self.people:
            called = (each.called or "").lower().split()
            forms = called if called else [each.address or ""] if each.is_self else []
            alike = _SAME_KIN.get(word, (word,))
            if any(same(form) == same(kin) for form in forms for kin in alike) or (
                not called and each.sex and word in (_FEMALE if each.sex == "female" else _MALE)
            ):
                hits.append(each)
        return hits

    def _kin(self, word: str) -> tuple[int, ...]:
        """Whom a bare form of address may mean."""
        hits = self._alike(word)
        if len(hits) > 1:
            # "bà" beside "bà ngoại" and "bà Tám" is the own grandmother; two own ones are asked.
            own = [each for each in hits if _is_kin(each.called)]
            hits = own if own else hits
        return tuple(each.key for each in hits)


def _is_kin(called: str | None) -> bool:
    words = (called or "").lower().split()
    return bool(words) and all(any(same(word) == same(form) for form in _KIN) for word in words)


def _names(each: Attendee) -> set[str]:
    """What may be typed for a person: called, the full name, form of address and given name."""
    names = {name for name in (each.called, each.full_name) if name}
    if each.full_name and len(each.full_name.split()) > 1:
        given = each.full_name.split()[-1]
        forms = _FEMALE if each.sex == "female" else _MALE if each.sex == "male" else ()
        names |= {f"{form} {given}" for form in (*forms, "bác", "cụ")}
    if each.called and not _is_kin(each.called) and len(each.called.split()) == 2:
        names.add(each.called.split()[-1])
    if each.is_self and each.full_name:
        names.add(each.full_name.split()[-1])
    return names


def read_attendance(
    text: str, people: Sequence[Attendee], asked: Iterable[int] | None = None
) -> AttendanceReading:
    """Who comes, by what was typed.

    `people` may be named; what names nobody speaks for those `asked` (all of them by default).
    A bare yes ("dạ") speaks for one person only, a bare "thôi" is a no for one.
    """
    words = _tokens(text)
    keys = [each.key for each in people]
    wanted = list(asked) if asked is not None else keys
    if not words or not keys or len(words) > LONGEST or "?" in text:
        return AttendanceReading()
    readings = _Parser(words, people).read()
    fewest = 99
    found: list[AttendanceReading] = []
    for clauses in sorted(readings, key=len):
        if len(clauses) > fewest:
            break
        reading = _settle(clauses, wanted, keys)
        if reading is not None and reading not in found:
            found.append(reading)
            fewest = len(clauses)
    return _agreed(found)


def _agreed(found: list[AttendanceReading]) -> AttendanceReading:
    """What all readings share; "ba di" may be bà or ba, and then who it is must be asked."""
    sure = [each for each in found if not each.unclear] or found
    if not sure:
        return AttendanceReading()
    if len(sure) == 1 or all(each.answers == sure[0].answers for each in sure):
        return sure[0]
    said = {answer for each in sure for answer in each.answers.values()}
    people = {key for each in sure for key in each.answers}
    if len(said) == 1 and not any(each.deceased for each in sure):
        return AttendanceReading(
            unclear=(Unclear(said.pop(), tuple(sorted(people))),), named=True, goes=True
        )
    return AttendanceReading()


def _settle(
    clauses: Sequence[_Clause], asked: list[int], everybody: list[int]
) -> AttendanceReading | None:
    """The statements as one reading; None where they contradict each other."""
    answers: dict[int, str] = {}
    unclear: list[Unclear] = []
    deceased: set[int] = set()
    named = False
    previous: _Clause | None = None
    nameless: list[str] = []
    others: str | None = None
    for clause in clauses:
        if clause.people is None:
            if clause.says == "ok" and (previous is not None or len(clauses) > 1):
                # "dạ, đi được": a courtesy before what counts.
                continue
            says = {"ok": "yes", "stop": "no"}.get(clause.says, clause.says)
            if named:
                if previous is None:
                    return None
                if previous.says == says:
                    continue
                # "ông mệt nhưng cũng đi": what he does counts, not how he is.
                if previous.goes or not clause.goes or not previous.people:
                    return None
                answers |= dict.fromkeys(previous.people, says)
                continue
            nameless.append(says)
            if clause.says in ("ok", "stop") and len(asked) != 1:
                return None
            previous = clause
            continue
        if nameless:
            return None
        named = True
        if clause.says == "same":
            if previous is None or previous.says not in ("yes", "no", "unsure"):
                return None
            clause = replace(clause, says=previous.says)
        previous = clause
        if clause.says == "stop":
            return None
        assert clause.people is not None
        if clause.says == "dead":
            if clause.unclear:
                return None
            deceased |= clause.people
            continue
        for people, word in clause.unclear:
            unclear.append(Unclear(clause.says, people, word))
        for key in clause.people:
            if answers.get(key, clause.says) != clause.says:
                return None
            answers[key] = clause.says
        if clause.others is not None:
            if others is not None:
                return None
            others = clause.others
    if others is not None:
        answers = dict.fromkeys(everybody, others) | answers
    if nameless:
        if len(set(nameless)) > 1:
            return None
        answers = dict.fromkeys(asked, nameless[0])
    if deceased:
        answers = {}
        unclear = []
    goes = any(clause.goes for clause in clauses)
    return AttendanceReading(answers, tuple(unclear), frozenset(deceased), named, goes)


def strangers(text: str, people: Sequence[Attendee]) -> list[str]:
    """Forms of address in a text that are none of the persons': "ông" where only bà is asked."""
    parser = _Parser(_tokens(text), people)
    found: list[str] = []
    for word in parser.words:
        forms = [kin for kin in _KIN if _fits(word, kin)]
        if forms and not any(parser.called_so(kin) for kin in forms) and forms[0] not in found:
            found.append(forms[0])
    return found


_ALIVE = re.compile(
    r"\b(?:con song|chua (?:mat|chet|qua doi)|(?:khong|hong) (?:co )?(?:mat|chet) (?:dau|ma)"
    r"|(?:nhan|bao|noi|ghi) (?:lon|nham)|still alive|not dead)\b"
)


def takes_death_back(text: str) -> bool:
    """Whether it says that somebody is alive after all: "lộn rồi, bà ngoại còn sống"."""
    return "?" not in text and bool(_ALIVE.search(fold(clean(text))))


_BRING = re.compile(r"\b(?:mang|dem|cam)(?: theo)?(?: nhung)? gi\b|what to bring")


def asks_what_to_bring(text: str) -> bool:
    """Whether it asks what to take along."""
    return bool(_BRING.search(fold(clean(text))))


_ABOUT = re.compile(
    r"\b(?:may gio|luc nao|khi nao|chung nao|ngay nao|hom nao|bua nao|ngay may|thu may|o dau|cho nao"
    r"|dau|noi nao|(?:mang|dem)(?: theo)?(?: nhung)? gi|what time|when|where)\b"
)
_AROUND = frozenset(
    "con vay a oi da duoc u um ok vang roi nha nhe the la ha ma thi minh em chau cho hoi toi tui ba "
    "ong bac co chu bua hom buoi nay do hop sinh hoat kham suc khoe tap huan di luc o tai va con is it "
    "the meeting".split()
)


def asks_about_event(text: str) -> bool:
    """Whether it asks when or where the event is that was just spoken of: "mấy giờ vậy con?"."""
    folded = " ".join(re.findall(r"\w+", fold(clean(text))))
    rest, count = _ABOUT.subn(" ", folded)
    return count > 0 and all(word in _AROUND for word in rest.split())
