"""The words of answers to "who comes?", and a line of typed words in which they are looked for.

Words count with their accents where these were typed ("bà" is no "ba").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from bot.domain.events import KINDS, USUAL
from bot.language.keys import mend_keys
from bot.language.patterns import Pattern
from bot.language.text import clean, fold, same, squeeze, without_emoji


class Forms(tuple[tuple[str, ...], ...]):
    """Forms of words; those that begin with a word are found at once."""

    @cached_property
    def by_first(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The forms by their first word without accents."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for form in self:
            found.setdefault(fold(form[0]), []).append(form)
        return {first: tuple(each) for first, each in found.items()}


@lru_cache(maxsize=256)
def forms(text: str) -> Forms:
    """Forms of words, written one after the other with commas between them."""
    return Forms(tuple(form.split()) for form in text.split(", "))


BEFORE = forms("có, sẽ, cũng, đều, vẫn, cứ, chắc chắn, nhất định, có thể, cũng đều, đều có, vẫn sẽ, "
           "cũng sẽ, sẽ cố gắng, ráng")  # fmt: skip
CAN = "được, đc, dc, đươc, được hết, đặng"
YES_WHOLE = forms(
    "có, được, đc, dc, tham gia, có tham gia, sẽ tham gia, ok đi, đi liền, có chứ, được chứ, "
    "họp được, khỏe rồi đi được, khỏe rồi, yes, coming, is coming, am coming, are coming, can come, will come, can go, definitely, certainly, "
    "có mặt đầy đủ, không bận, không bận gì, không bận gì hết, rảnh, rảnh rồi"
)
ACKNOWLEDGED = forms("dạ, vâng, ừ, u, ờ, ừa, ừm, uh, um, ok, oke, okie, oki, phải, đúng, "
                       "đúng rồi, chắc chắn, yep, yeah, sure, y, 👍, ✅, 👌")  # fmt: skip
REFUSING = forms(
    "khỏi, khỏi có, khỏi cần, khỏi phải, thôi, thôi khỏi, thôi khỏi có, miễn, hết, hết muốn, hết ham, ngại, ngán, lười, "
    "biếng, làm biếng, trốn, kiêng, ghét, đâu cần, đâu có cần, đâu cần phải, cần gì, cần gì phải, cần chi, hơi đâu, hơi đâu mà, sức đâu, sức đâu mà"
)
"""What stands before a verb of coming and says that somebody doesn't: "bà khỏi đi họp", "tui thôi đi khám".

None that is another word without its accents: "nghi" may be nghĩ, "cu" cứ.
"""
NO_WHOLE = forms(
    "không, hông, hổng, hong, hem, hok, khg, ko, kg, kô, k, kh, không được, hông được, hổng được, "
    "ko được, không tham gia, hông tham gia, không tham gia được, đi không được, đi hông được, "
    "đi hổng được, đi ko được, đi không nổi, đi hông nổi, đi hổng nổi, tới không được, "
    "đến không được, hết đi được, hết đi nổi, không đi nổi, hông đi nổi, hổng đi nổi, không nổi, "
    "chưa đi được, chưa đi, chưa đi nổi, ở nhà, phải ở nhà, ở nhà thôi, ở nhà coi nhà, ở nhà giữ nhà, ở nhà trông nhà, "
    "ở nhà giữ cháu, ở nhà coi cháu, ở nhà nấu cơm, ở nhà nghỉ, sợ đi không nổi, sợ đi hông nổi, sợ đi không được, sợ đi hông được, nghỉ, xin nghỉ, nghỉ bữa, "
    "xin vắng, vắng, vắng mặt, không khỏe, hông khỏe, hổng khỏe, ko khỏe, không được khỏe, "
    "không đủ sức, yếu, đi đứng không được, đang nằm viện, nằm viện, đang đi viện, đi viện, "
    "không tiện, hông tiện, không rảnh, hông rảnh, hổng rảnh, ko rảnh, khỏi đi, khỏi, vướng việc, "
    "no, not, not coming, is not coming, am not coming, are not coming, cannot come, can't come, cannot, can't, busy, sick, ill, "
    "👎, ❌"
)
HIM, HER = forms("ổng, ông ấy, ông đó"), forms("bả, bà ấy, bà đó")
"""Somebody who was spoken of before; "ong" and "ba" without accents are other words."""
ILL = forms("bận, bận rồi, bận việc, bận việc rồi, mắc việc, mắc công chuyện, kẹt, kẹt rồi, "
              "kẹt việc, ốm, ốm rồi, bị ốm, đang ốm, bệnh, bịnh, bệnh rồi, bịnh rồi, bị bệnh, "
              "bị bịnh, đang bệnh, đang bịnh, mệt, mệt rồi, bị mệt, đang mệt, thấy mệt, cảm, bị cảm, "
              "đau, bị đau, đau chân, đau chưn, đau giò, đau bụng, đau đầu, đau răng, đau gối, sưng chân, đau lưng, đau khớp, đau đầu gối, mỏi, mỏi chân, nhức mỏi, "
              "chóng mặt, nhức đầu, mệt trong người, khó ở")  # fmt: skip
STRONGLY = forms("quá, lắm, nặng, nhiều, dữ, dữ lắm, quá trời")
STOP = forms("thôi, dạ thôi")
UNSURE = forms(
    "để mai tính, mai tính, mai rồi tính, để mai coi, để tính lại, để bữa đó coi, chưa biết, chưa biết được, chưa biết nữa, chưa biết sao, chưa biết ra sao, không biết, "
    "hông biết, hổng biết, hong biết, ko biết, khg biết, k biết, không biết được, không biết nữa, "
    "hông biết nữa, hổng biết nữa, hong biết nữa, ko biết nữa, chưa chắc, chưa chắc đi, "
    "chưa chắc đi được, không chắc, hông chắc, hổng chắc, ko chắc, không chắc lắm, chưa rõ, "
    "không rõ, chưa quyết, chưa tính, chưa tính được, để coi, để coi đã, để coi sao, để xem, "
    "để xem đã, để xem sao, để coi lại, để xem lại, để tính, để tính lại, để bữa đó coi, "
    "để bữa đó tính, tính sau, trả lời sau, báo sau, để báo sau, còn coi lại, tùy, còn tùy, "
    "hên xui, mới biết, mai mới biết, bữa đó mới biết, chưa, có lẽ, chắc, có thể, có lẽ đi, có lẽ đi được, có lẽ có, có lẽ không, "
    "có lẽ không đi, có lẽ không đi được, chắc đi, chắc đi được, chắc là đi, chắc là đi được, "
    "có thể không, có thể không đi được, chưa biết đi được, "
    "chưa biết đi được không, chưa biết có đi được không, không biết đi được không, "
    "hông biết đi được không, không biết có đi được không, chưa biết có đi không, đi hay không "
    "chưa biết, not sure, maybe, don't know, unsure, perhaps, probably"
)
UNLIKELY = forms(
    "chắc không, chắc không đi, chắc không đi được, chắc là không, chắc là không đi được, chắc không tới được, "
    "chắc hông đi được, chắc hổng đi được, chắc không đi nổi, chắc hông đi nổi, chắc hổng đi nổi, chắc không đi đâu, "
    "chắc hông, chắc hông đi, chắc hổng, chắc hổng đi, chắc ở nhà, chắc phải ở nhà, chắc nghỉ, chắc xin nghỉ"
)
"""Alone it leaves the answer open; behind a reason ("bà mệt") or with "đâu" it is a no."""
SURELY_NOT = forms(
    "chắc không đi được đâu, chắc không đi đâu, chắc là không đi được đâu, chắc hông đi được đâu, chắc hổng đi được đâu, "
    "chắc không đi nổi đâu, chắc hông đi nổi đâu, chắc hổng đi nổi đâu, chắc không được đâu, chắc hông được đâu"
)
ASKS_BACK = forms("để hỏi, để hỏi lại, hỏi lại, để về hỏi, để hỏi thử, để hỏi coi, để hỏi ý")
REASONS = forms("vì, tại, tại vì, bởi, bởi vì, do, vì là, do là, tại bữa đó, because")
WEATHER = forms("mưa quá, mưa lớn quá, trời mưa, nắng quá, xa quá, đường xa quá, lạnh quá")
BUSY = forms("bận, mắc, kẹt, vướng")
DEATH = forms(
    "mất, mất rồi, mới mất, mới mất rồi, đã mất, đã mất rồi, vừa mất, vừa mất rồi, qua đời, "
    "qua đời rồi, đã qua đời, mới qua đời, vừa qua đời, mới qua đời rồi, chết rồi, mới chết, "
    "đã chết, không còn nữa, đi xa rồi, mất hôm qua, mất bữa qua, mất hồi hôm, mới mất hôm qua, "
    "mất tuần trước, mất tháng trước, mới mất tuần trước, has died, died, passed away, "
    "has passed away, is dead"
)
NOT_IN_A_REASON = Forms(
    (
        *DEATH,
        *forms(
            "cũng ráng, vẫn ráng, cũng đi, vẫn đi, cũng ra, vẫn ra, cũng tới, vẫn tới, đi được, đi dc, tới được, đến được, thì đi"
        ),
    )
)
ALL = forms("cả nhà, cả nhà mình, tất cả, tất cả mọi người, hết thảy, mọi người, ai cũng, "
              "hết cả, cả đám, tụi tui, tụi tôi, tụi con, chúng tôi, everyone, all, we all, they all, cả mấy người")  # fmt: skip
ALL_AFTER = forms("hết, hết trơn, cả, hết thảy, tất cả, hết ráo")
NOBODY = forms("không ai, hông ai, hổng ai, ko ai, chẳng ai, không có ai, hông có ai, nobody")
NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "both": 2}
ONLY = forms("chỉ, chỉ có, có mình, chỉ mình, mình, có mỗi, mỗi, only, chỉ một mình")
MYSELF = forms("tôi, tui, mình, tao, con, cháu, em, mình tôi, mình tui, tôi đây, i, me, con đây")
REST = forms("mấy người còn lại, hai người còn lại, người còn lại, mấy người kia, hai người kia, "
               "người kia, còn lại, mấy người khác, the others, the rest")  # fmt: skip
EXCEPT = forms("trừ, trừ có, ngoài, except")
SAME = forms("cũng vậy, cũng thế, cũng như vậy, y vậy, too")
OPPOSITE = {"yes": "no", "no": "yes"}
LINKS = forms("và, với, cùng, and")
JOINTS = forms("nên, còn, nhưng, nhưng mà, mà, thì, và, với, rồi, còn lại, but, and")
TOPIC = forms("thì, là, là thì, cũng, đều, thì cũng, ấy, đó, này")
BEGIN = forms(
    "dạ, vâng, thưa, ừ, ờ, dạ con ơi, con ơi, con à, cháu ơi, em ơi, báo con, báo cháu, nhắn con, "
    "báo là, tôi báo, xin báo, cho tôi báo, bữa đó, bữa ấy, hôm đó, hôm ấy, bữa này, bữa nay, "
    "hôm nay, ngày mai, mai, ngày mốt, kỳ này, lần này, đợt này, thứ bảy này, chủ nhật này, thứ bảy, "
    "chủ nhật, buổi này, thôi, dạ thôi, yes, no problem"
)
END = forms(
    "ạ, nha, nhá, nhé, nghen, nghe, nhen, hen, hén, nè, à, đó, luôn, con, cháu, em, con ơi, con à, "
    "cháu ơi, em ơi, con nha, con nhé, nha con, nhé con, nghe con, nghen con, bác, cô, chú, anh, chị, "
    "ơi, bot, cảm ơn, cám ơn, cảm ơn con, cám ơn con, cảm ơn cháu, rồi, thôi, bữa đó, "
    "hôm đó, ngày mai, bữa nay, lần này, kỳ này, rồi con, rồi nha, chứ, một mình, thanks, thank you"
)
CONDITION = forms("nếu, nếu như, hễ, khi nào, chừng nào, if")
IF_WELL = forms("khỏe, rảnh, hết mệt, hết bệnh, hết đau, không mưa, trời không mưa, trời tốt, "
                  "có xe, có người chở, có ai chở, đỡ")  # fmt: skip
COMMA = ","
NO_CONDITION = ("đi", "nhưng", "còn", "nên", COMMA)
THEN = forms("thì, thì mới, mới")
KIN = ("ông", "bà", "cụ", "cố", "bác", "cô", "chú", "dì", "cậu", "mợ", "thím", "dượng", "anh",
        "chị", "má", "mẹ", "tía", "ba", "cha", "bố", "ngoại", "nội", "vợ", "chồng")  # fmt: skip
PAIRS = (
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
MALE = frozenset(("ông", "chú", "cậu", "dượng", "anh", "tía", "ba", "cha", "bố", "chồng"))
FEMALE = frozenset(("bà", "cô", "dì", "mợ", "thím", "chị", "má", "mẹ", "vợ"))
SAME_KIN = {
    **dict.fromkeys(("má", "mẹ"), ("má", "mẹ")),
    **dict.fromkeys(("tía", "ba", "cha", "bố"), ("tía", "ba", "cha", "bố")),
}
POSSESSIVE = forms("tôi, tui, con, em, mình, của tôi, nhà tôi")


@lru_cache(maxsize=4096)
def fits(typed: str, form: str) -> bool:
    """Whether a typed word is a form's: with its accents, or without any."""
    if same(typed) == same(form):
        return True
    return typed.isascii() and fold(form) == typed


_SHORTENED = Pattern(r"(?<=[a-z])['’](ll|m|re)\b")


def _in_full(short: re.Match[str]) -> str:
    """ "I'll come" is "I will come"."""
    return {"ll": " will", "m": " am", "re": " are"}[short[1]]


def tokens(text: str) -> list[str]:
    line = _SHORTENED.sub(_in_full, squeeze(without_emoji(clean(text))).lower())
    pieces = re.findall(r"[^\s,;.!…:()\"“”\n]+|[,;.:\n]+", line)
    words = [COMMA if re.match(r"[,;.:\n]", piece) else mend_keys(piece) for piece in pieces]
    while words and words[-1] == COMMA:
        words.pop()
    return words


_VERBS = "đi, đi dự, tới, tới dự, đến, đến dự, dự, tham dự, có mặt"


_WAYS_TO_GO = ("đi", "tới", "đến")


def _said_otherwise(come: str) -> Iterator[str]:
    """A verb as it is asked with, and how it is answered: "đi dọn" is "tới dọn", too.

    "Come and cook" is "cook", "will cook", "can cook".
    """
    come = come.lower()
    yield come
    verb, _, what = come.partition(" ")
    if what and verb in _WAYS_TO_GO:
        yield from (f"{each} {what}" for each in (*_WAYS_TO_GO, "ra", "qua"))
    if come.isascii():
        short = re.sub(r"^(come|go) (and|to) ", "", come)
        yield short
        yield from (f"{before} {verb}" for before in _BEFORE_IN_ENGLISH for verb in (come, short))


_IN_ENGLISH = ("come", "attend", "be there")
_BEFORE_IN_ENGLISH = ("will", "can", "am going to", "is going to", "are going to")


@lru_cache(maxsize=64)
def verbs_of(kind: str | None, come: tuple[str, ...] = ()) -> Forms:
    """What coming to a kind of event is called; to any kind where it is None.

    The usual kind's words stand for any: who "goes to the meeting" comes. Where it is known which
    kind was asked about its nicknames are understood, too ("đi dọn"), and with what verbs the
    question asked (`come`).
    """
    named = [
        name
        for each in (KINDS.values() if kind is None else (USUAL, KINDS[kind]))
        for name in each.names
    ]
    if kind is not None:
        named += KINDS[kind].nicknames
    gone = (f"{way} {name}" for name in dict.fromkeys(named) for way in _WAYS_TO_GO)
    asked = (form for each in (*come, *_IN_ENGLISH) for form in _said_otherwise(each))
    return Forms(dict.fromkeys(forms(", ".join((_VERBS, *gone, *asked)))))


class Line:
    """Typed words, and where forms stand among them: each function tells where they end."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self._plain = list(map(fold, words))

    def form(self, at: int, form: tuple[str, ...]) -> int | None:
        """Where a form that begins here ends; None where it doesn't stand here."""
        end = at + len(form)
        if end > len(self.words):
            return None
        typed = self.words[at:end]
        return end if all(map(fits, typed, form)) else None

    def any(self, at: int, forms: Iterable[tuple[str, ...]], *, commas: bool = False) -> set[int]:
        """Where any of some forms that begin here end; with `commas` behind commas, too."""
        if isinstance(forms, Forms):
            # No form begins here whose first word is another one without its accents.
            forms = forms.by_first.get(self._plain[at], ()) if at < len(self.words) else ()
        ends = {end for form in forms if (end := self.form(at, form)) is not None}
        if commas:
            ends |= {self.comma(end) for end in ends}
        return ends

    def comma(self, at: int) -> int:
        """Behind the commas that stand here."""
        while at < len(self.words) and self.words[at] == COMMA:
            at += 1
        return at
