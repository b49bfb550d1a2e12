"""Words of danger: they come before everything else, in any conversation.

Phrases, not words: "Hội Cựu chiến binh", "bán chạy" and "sơ cấp cứu" are no emergencies. Accents
count where they were typed. Without accents only what can't mean something harmless is danger;
what may be either ("te", "tu tu") is asked about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from bot.language.keys import mend_keys
from bot.language.patterns import Pattern
from bot.language.text import answer_text, clean, fold, is_typed, without_emoji


class Emergency(StrEnum):
    """What kind of danger the words speak of, or that they may speak of one.

    Illness, fire and violence have their own numbers to call. `UNCLEAR` and `FALL_OR_NUMBNESS`
    ("te" is té or tê) are asked about.
    """

    ILLNESS = "illness"
    FIRE = "fire"
    VIOLENCE = "violence"
    UNCLEAR = "unclear"
    FALL_OR_NUMBNESS = "fall_or_numbness"

    @property
    def is_asked(self) -> bool:
        """Whether the words leave open that somebody is in danger."""
        return self in (Emergency.UNCLEAR, Emergency.FALL_OR_NUMBNESS)


Words = tuple[str, ...]


class _Cry(NamedTuple):
    """A phrase of danger: with its accents it means `kind`, typed without them `bare`.

    Right after `not_after` or right before `not_before` it means something else ("sơ cấp cứu",
    "đợt quy chế").
    """

    words: Words
    kind: Emergency
    bare: Emergency | None
    not_after: tuple[Words, ...]
    not_before: tuple[Words, ...]


def _phrases(text: str) -> tuple[Words, ...]:
    return tuple(tuple(each.split()) for each in text.split(", ")) if text else ()


def _cries(
    kind: Emergency, phrases: str, *, not_after: str = "", not_before: str = ""
) -> list[_Cry]:
    """Phrases that are unmistakable without accents too."""
    return _cries_bare(kind, kind, phrases, not_after=not_after, not_before=not_before)


def _cries_bare(
    kind: Emergency,
    bare: Emergency | None,
    phrases: str,
    *,
    not_after: str = "",
    not_before: str = "",
) -> list[_Cry]:
    """Phrases that mean less (`bare`), or nothing, when their accents are missing."""
    after, before = _phrases(not_after), _phrases(not_before)
    return [_Cry(words, kind, bare, after, before) for words in _phrases(phrases)]


def _each(*parts: str) -> str:
    """Every combination of lists of words: "nó, chồng" and "đánh" and "tôi, má"."""
    found = [""]
    for part in parts:
        found = [f"{start} {word}".strip() for start in found for word in part.split(", ")]
    return ", ".join(found)


_ILL, _FIRE, _VIOLENCE = Emergency.ILLNESS, Emergency.FIRE, Emergency.VIOLENCE
_UNCLEAR, _FALL = Emergency.UNCLEAR, Emergency.FALL_OR_NUMBNESS

_ELDERS = "bà, ông, ba, má, mẹ, cha, tía, ngoại, nội, bác, cô, chú, dì, cụ, anh, chị"
_VICTIMS = "tôi, tui, bà, ông, má, mẹ, ba, con, em, cô, vợ"
_ATTACKERS = "nó, chồng, chồng tôi, chồng tui, thằng con, con trai, con dâu, con rể, hắn, ổng"
# "nghiên cứu với nhau", "hội cựu tới dự".
_NO_CRY = "hội, nghiên, tra, sơ, khảo, giải"
# A thing to prevent or to learn about, not one that happens: "phòng té ngã", "về đột quỵ".
# A bare "khoi" alone may be smoke: "hít khói bị xỉu".
_PREVENTED = (
    "phòng, chống, ngừa, tránh, nguy cơ, huấn, chuyên đề, tuyên truyền, hội thảo, kẻo, "
    + _each("cho, để, gì, mà, sao", "khỏi, đỡ, hết")
)
# "y tế", "thực tế": no té and no tê.
_TE = "y, kinh, thực, quốc, tinh, " + _PREVENTED
_TOPIC = _PREVENTED + ", về, sau, chứng, bệnh, biết, học, cách xử trí, xử lý, nói chuyện"

# "gọi 115 có tốn tiền không" asks about the number.
_COSTS = "là gì, " + _each("mất, tốn, có mất, có tốn", "tiền, phí, bao nhiêu")

_ANYWHERE: tuple[_Cry, ...] = (
    *_cries(
        _ILL,
        "cấp cứu",
        not_after="sơ, xe, khoa, phòng, tổ, lớp, học, tập, huấn, túi, bộ, tủ, kỹ năng, kiến thức, "
        "dạy, đội, trạm, cách, số, thuốc, hướng dẫn, bài",
        not_before="ban đầu, viện, là gì",
    ),
    *_cries(_ILL, _each("gọi, kêu, cần, nhờ", "xe cấp cứu"), not_after="số, cách, khi nào"),
    *_cries(_ILL, "cứu với, cứu tôi, cứu tui", not_after=_NO_CRY, not_before="trợ, vàng"),
    *_cries_bare(_ILL, None, _each("cứu", f"con, em, nó, người, {_ELDERS}"), not_after=_NO_CRY),
    *_cries(_ILL, _each("cứu", f"con, em, nó, {_ELDERS}", "với, đi, mau"), not_after=_NO_CRY),
    *_cries(_ILL, "đau ngực, tức ngực, nhói ngực, đau thắt ngực", not_after=_TOPIC),
    # "có kho thợ mới vào được": a store, and workers.
    *_cries(
        _ILL,
        "khó thở",
        not_after=_TOPIC + ", có, nhà, cái, ở, tại, trong",
        not_before="mới vào, may, hồ, mộc, giày, xây, điện",
    ),
    *_cries(_ILL, "khó thở quá, khó thở lắm, khó thở rồi, khó thở con ơi"),
    *_cries(_ILL, "không thở được, thở không được, thở không nổi, hổng thở được, thở hổng được"),
    *_cries_bare(_ILL, None, "ngộp thở, nghẹt thở, ngưng thở, hết thở, tắt thở", not_after=_TOPIC),
    # "đợt quy chế", "đợt quỹ này".
    *_cries(
        _ILL,
        "đột quỵ, đột quị",
        not_after=_TOPIC + ", một, các, những, mỗi, từng, mấy, dấu hiệu, triệu chứng",
        not_before="chế, định, hoạch, mô, trình, tụ, ước, này, là gì",
    ),
    *_cries(
        _ILL,
        "tai biến",
        # "họp tại biển", "tại biên bản".
        not_after=_TOPIC + ", họp, ở, gặp, mặt, chơi, nghỉ, dấu hiệu, triệu chứng",
        not_before="bản, phòng, giới, hồ, đông, long, vũng, là gì",
    ),
    *_cries(_UNCLEAR, _each("dấu hiệu, triệu chứng", "đột quỵ, tai biến")),
    *_cries(_ILL, "bất tỉnh, ngất xỉu, té xỉu, bị xỉu, chết ngất", not_after=_PREVENTED),
    *_cries(_ILL, "bị ngất", not_after="điện, nước, mạng, máy", not_before="điện, mạng, nước"),
    *_cries_bare(_ILL, None, "hôn mê, ngất rồi, ngất đi, xỉu rồi", not_after=_TOPIC),
    *_cries(_ILL, "té ngã, bị té", not_after=_TE, not_before="nhị, bào"),
    *_cries(
        _ILL,
        "té cầu thang, té xuống, té lầu, té xe, té giếng, té sông, té gãy, té nặng, té đau, "
        "té bể đầu",
        not_after=_TE,
    ),
    *_cries(_ILL, "mới té, vừa té", not_after=_TE, not_before="nạn, bào, nhị"),
    *_cries_bare(_ILL, _FALL, _each(_ELDERS, "té"), not_before="nạn, nhị, bào, hại, nước"),
    *_cries_bare(_ILL, _FALL, "té rồi", not_after=_TE),
    *_cries(_FALL, "té quá, tê quá", not_after=_TE),
    *_cries(_ILL, "bị ngã", not_after=_PREVENTED, not_before="giá, mũ"),
    *_cries(
        _ILL,
        "ngã cầu thang, ngã xuống, ngã xe, ngã gãy, ngã lầu, ngã quỵ, ngã nhào",
        not_after=_PREVENTED,
    ),
    *_cries_bare(_ILL, None, "mới ngã, vừa ngã, ngã rồi, ngã đau", not_after=_PREVENTED),
    *_cries_bare(_ILL, None, _each(_ELDERS, "ngã"), not_before="ba, tư, năm, sáu, bảy"),
    # "gọi không tính", "năm bất đồng": other words without accents.
    *_cries_bare(
        _ILL,
        _UNCLEAR,
        _each("gọi, kêu, lay", "không tỉnh, hổng tỉnh, hoài không tỉnh, không dậy, hoài không dậy")
        + ", "
        + _each("gọi, kêu, lay", _ELDERS, "không tỉnh, hoài không tỉnh, không dậy, hoài không dậy")
        + ", nằm bất động, không nhúc nhích, hổng nhúc nhích, không còn thở, hổng còn thở",
        not_after=_TOPIC,
    ),
    *_cries(_ILL, "sùi bọt mép, gục xuống, ngã gục, tím tái"),
    *_cries_bare(_ILL, None, "ngừng thở, ngừng tim, hết mạch", not_after=_TOPIC),
    *_cries(
        _UNCLEAR,
        _each("không, hổng, hông", "dậy được, dậy nổi, đứng dậy được, ngồi dậy được"),
        not_before="sớm, nấu, tập, đi",
    ),
    *_cries_bare(_ILL, None, "co giật", not_after=_TOPIC),
    *_cries(_ILL, "bị co giật, lên cơn co giật"),
    *_cries(_ILL, "méo miệng, liệt nửa người, yếu nửa người, tê nửa người", not_after=_TOPIC),
    *_cries(_ILL, "chảy máu nhiều, máu chảy nhiều, ra máu nhiều, máu ra nhiều, ói ra máu"),
    *_cries(_ILL, "nôn ra máu, ho ra máu, chảy máu đầu"),
    # "từ từ" without accents; "tư vấn".
    *_cries_bare(_ILL, None, "tự tử, tự vẫn, tự sát", not_after=_TOPIC),
    *_cries(
        _ILL,
        _each("muốn, định, đòi, tính, toan", "tự tử"),
        not_before="làm, suy nghĩ, nghĩ, hãy, rồi làm, rồi tính, mà, cho, để, đi, ăn, nói, học, "
        "ghi, xem, coi, tính, sắp xếp, điền, trả lời, nhập, đọc",
    ),
    # "mệt muốn chết": very tired.
    *_cries(
        _ILL,
        "muốn chết",
        not_after="mệt, nóng, đau, lạnh, đói, vui, cười, lo, sợ, buồn, mắc, khó, nhiều, đông, nặng, "
        "lạ, ngon, thương, ghét, nhớ, giận, tức, cỡ, mỏi, khát, ngứa, bận, cực, khổ, mắc cỡ, chán, "
        "tai, óc, ồn, ào, cay, mặn, giò, kiếm",
    ),
    *_cries(_UNCLEAR, _each("buồn, khổ, đau, tức, chán", "muốn chết")),
    *_cries(_ILL, "không muốn sống, hổng muốn sống, ko muốn sống, chán sống, hết muốn sống"),
    *_cries(
        _ILL,
        "uống nhầm thuốc, uống lộn thuốc, uống thuốc sâu, uống thuốc trừ sâu, uống thuốc rầy, "
        "uống thuốc diệt cỏ, uống thuốc chuột, bị ngộ độc, bị điện giật, bị điện giựt, "
        "bị đuối nước, chết đuối, bị rắn cắn, hóc xương, bị xe đụng, bị xe tông",
        not_after=_TOPIC,
    ),
    *_cries(_ILL, "gọi 115, kêu 115", not_after="khi nào", not_before=_COSTS),
    *_cries(
        _ILL,
        "heart attack, chest pain, cannot breathe, can't breathe, cant breathe, stroke, "
        "unconscious, has fallen, collapsed, passed out, not breathing, isn't breathing, "
        "won't wake up, suicide, kill myself, call an ambulance, call 115",
    ),
    # "tieu chay cho uong gi", "ban chay nha": without accents what runs burns.
    *_cries(
        _FIRE,
        "cháy nhà, cháy chợ, cháy bếp",
        not_after="phòng, chữa, tiêu, ỉa, bán, máu, mủ, mũi",
    ),
    *_cries(_FIRE, "bị cháy", not_before="hàng, máu, mủ, nước, mũi, dài, da, nắng, túi"),
    *_cries_bare(_FIRE, None, "đang cháy, cháy rồi, nhà cháy, cháy to, cháy lớn, cháy xe"),
    *_cries(
        _FIRE,
        "nổ bình ga, xì bình ga, xì ga, xì gas, rò gas, bình ga xì, bình ga bị xì, bình gas xì, "
        "bình gas bị xì, mùi gas nồng, nồng mùi gas, nồng nặc mùi gas, "
        "gọi 114, kêu 114, house is on fire",
        not_before=_COSTS,
    ),
    # "mui ga nong" may be a hot chicken, too.
    *_cries_bare(_FIRE, _UNCLEAR, "mùi ga nồng, nồng mùi ga, nồng nặc mùi ga"),
    *_cries_bare(_FIRE, None, "rò ga"),
    *_cries(_FIRE, "mùi ga nồng nặc"),
    # "bị danh sách", "bị đánh giá".
    *_cries(
        _VIOLENCE,
        "bị đánh",
        not_before="sách, giá, dấu, mất, rơi, số, vần, bài, thức, thuế, cắp, đồng, lừa",
    ),
    *_cries(_VIOLENCE, _each(_ATTACKERS, "đánh", _VICTIMS), not_before="bài"),
    # Without accents it is "đánh bạc", gambling.
    *_cries_bare(_VIOLENCE, None, _each(_ATTACKERS, "đánh bác")),
    *_cries_bare(_VIOLENCE, None, _each("đánh", f"{_VICTIMS}, bác"), not_before="bài, số, đề, dấu"),
    *_cries(_VIOLENCE, "đe dọa giết, dọa giết, đòi giết, đòi chém, bị chém, bị bạo hành, bị cướp"),
    *_cries(
        _VIOLENCE,
        "gọi 113, kêu 113, gọi 111, kêu 111, beats me, hits me, hit me",
        not_before=_COSTS,
    ),
    *_cries(_UNCLEAR, _each("tê", "tay, chân, mặt, lưỡi, một bên"), not_after=_TE),
    *_cries_bare(_UNCLEAR, None, "bị tê"),
)

# The whole message. "chay" is not among them: it is chạy and ăn chay as well as cháy.
_ALONE: tuple[_Cry, ...] = (
    *_cries(_ILL, "cứu, emergency, ambulance, help me, 115"),
    *_cries(_FIRE, "fire, 114"),
    *_cries(_VIOLENCE, "113, 111"),
    *_cries_bare(_ILL, None, "xỉu, ngất"),
    *_cries_bare(_FIRE, None, "cháy"),
    *_cries_bare(_ILL, _FALL, "té"),
    *_cries(_FALL, "tê"),
    *_cries(_UNCLEAR, "tự tử", not_before="nha, nhé, đi, đã, ạ, nghen"),
    *_cries(_UNCLEAR, "đánh tôi, xe cấp cứu, ngã, bị rơi, rơi xuống"),
    *_cries(_ILL, _each("cứu", f"em, nó, {_ELDERS}")),
)

_NUMBERS = frozenset(("111", "113", "114", "115"))
_LONG = 40
"""Words: a longer text is a story or a paper. What it tells of is asked about, but for a call."""
_CALL: tuple[_Cry, ...] = tuple(
    _cries(
        _ILL,
        "cứu với, cứu tôi, cứu tui, gọi cấp cứu giùm, gọi cấp cứu giúp, kêu cấp cứu giùm, "
        "kêu cấp cứu giúp, call an ambulance",
        not_after=_NO_CRY,
        not_before="trợ, vàng",
    )
)
"""Who calls for help, however many words stand around it."""

# "tai biến năm 2019", "bị tai biến muốn tham gia": what happened long ago is said of many an elder.
_LONG_AGO = Pattern(
    r"\b(?:(?<!sinh )nam (?:ngoai|truoc|kia|xua|(?:19|20)\d\d)|hoi (?:nam|truoc|xua|tre)|truoc day|ngay xua"
    r"|thang truoc|tuan truoc|(?:\d+|may|mot|hai|ba|bon|muoi|nhieu) nam|di chung|tung bi|lau nam"
    r"|muon tham gia|tham gia duoc|muon dang ky|dang ky duoc|muon vao)\b"
)
# Who asks for papers that were burnt stands in no fire any more.
_BURNT = Pattern(
    r"\b(?:giay to|giay ta|so (?:do|hong|ho khau|bhyt)|ho khau|can cuoc|bang khoan|bang lai"
    r"|khai (?:sinh|sanh))\b"
)
_NEW_ONES = Pattern(r"\b(?:xin|lam|cap|khai)(?: \w+){0,2} lai\b")
_BURNS = Pattern(r"\b(?:dang chay|chay (?:to|lon|lan|qua)|cuu)\b")
_NOW = Pattern(r"\b(?:bay gio|gio|hoi nay|nay gio|sang nay|hom nay|bua nay|vua|mau)\b")


# Who calls and wants money for somebody's emergency is a cheat, and heard as one.
_FOR_MONEY = Pattern(
    r"\b(?:xung|gia danh|goi (?:bao|noi)|keu la)\b.*\bcap cuu\b.*\b(?:chuyen khoan|chuyen tien|nap tien|dong tien|tien gap)\b"
)
# "khi nào gọi cấp cứu" asks; whoever needs help says so in the next words.
_ASKS_WHEN = Pattern(r"^(?:khi nao|luc nao|bao gio|truong hop nao)\b")


_RUNS = Pattern(r"(.)\1+")


def _single(word: str) -> str:
    """A word with each run of a letter as one: "cứu" and "cứuuuu" become "cứ"."""
    return "".join(next(run) for _, run in groupby(word, key=fold))


def _is_drawn_out(word: str) -> bool:
    return word.isalpha() and any(len(list(run)) > 2 for _, run in groupby(word, key=fold))


def _is(typed: str, known: str) -> bool:
    """Whether a typed word is the known one, with its accents or with none at all."""
    if _is_drawn_out(typed):
        typed, known = _single(typed), _single(known)
    return is_typed(typed, known)


def _are(typed: list[str], known: Words) -> bool:
    return len(typed) == len(known) and all(
        _is(one, other) for one, other in zip(typed, known, strict=True)
    )


def _stands(words: list[str], start: int, cry: _Cry) -> Emergency | None:
    """What a cry means that begins at this word; None where it isn't there or means no danger."""
    end = start + len(cry.words)
    typed = words[start:end]
    if not _are(typed, cry.words):
        return None
    if any(_are(words[max(0, start - len(each)) : start], each) for each in cry.not_after):
        return None
    if any(_are(words[end : end + len(each)], each) for each in cry.not_before):
        return None
    is_exact = all(
        one != fold(one) or other == fold(other)
        for one, other in zip(typed, cry.words, strict=True)
    )
    return cry.kind if is_exact else cry.bare


@lru_cache(maxsize=4096)
def _without_runs(word: str) -> str:
    return _RUNS.sub(r"\1", fold(word))


def _beginning(words: Sequence[str]) -> Words:
    return tuple(map(_without_runs, words[:2]))


class _Cries:
    """Cries that are looked for together: every message is searched, so they are sorted once."""

    def __init__(self, each: tuple[_Cry, ...]) -> None:
        self.each = each

    @cached_property
    def by_beginning(self) -> dict[Words, tuple[_Cry, ...]]:
        """By their first two words, folded; those of one word by that."""
        found: dict[Words, list[_Cry]] = {}
        for cry in self.each:
            found.setdefault(_beginning(cry.words), []).append(cry)
        return {words: tuple(cries) for words, cries in found.items()}


_DANGER = _Cries(_ANYWHERE)
_HELP = _Cries(_CALL)


def _surest(found: Iterable[Emergency | None]) -> Emergency | None:
    """The first danger that is sure, else the first that is asked about."""
    asked = None
    for each in found:
        if each is not None and not each.is_asked:
            return each
        asked = asked or each
    return asked


def _search(words: list[str], among: _Cries = _DANGER) -> Emergency | None:
    cries = among.by_beginning
    plain = (*map(_without_runs, words), "")
    return _surest(
        _stands(words, start, cry)
        for start, (one, two) in enumerate(pairwise(plain))
        for cry in (*cries.get((one,), ()), *cries.get((one, two), ()))
    )


def _search_long(words: list[str]) -> Emergency | None:
    """What a long text speaks of: a call for help counts, danger that is told of is asked about."""
    if _search(words, _HELP):
        return _ILL
    found = _search(words)
    whole = fold(" ".join(words))
    if found is None or (_LONG_AGO.search(whole) and not _NOW.search(whole)):
        return None
    return _UNCLEAR


def _typed_words(text: str) -> list[str]:
    line = unicodedata.normalize("NFKC", without_emoji(clean(text))).lower()
    words = [word.strip(".,!?…;:/\"'()") for word in re.split(r"[\s,;.!?…]+", line)]
    return [word for word in words if word]


def _asks_for_papers(plain: str) -> bool:
    return bool(_BURNT.search(plain) and _NEW_ONES.search(plain) and not _BURNS.search(plain))


def find_emergency(
    text: str, *, number_asked: bool = False, name_asked: bool = False
) -> Emergency | None:
    """The danger a message speaks of, None for none.

    `number_asked`: the open question asks for a number, so a bare 111 to 115 is its answer.
    `name_asked`: it asks for a name or other words of one's own, or the text is a choice that was
    shown; what is only perhaps a danger ("Nga", "tê tay") is its answer.
    """
    words = _typed_words(text)
    if not words:
        return None
    if len(words) > _LONG:
        found = _search_long(words)
        return None if name_asked and found is not None and found.is_asked else found
    whole = " ".join(words)
    if number_asked and fold(whole) in _NUMBERS:
        return None
    found = _search(words) or _search([mend_keys(word) for word in words])
    if found is not None and _LONG_AGO.search(fold(whole)) and not _NOW.search(fold(whole)):
        return None
    if found is None or found.is_asked:
        lengths = {len(words), len(answer_text(whole).split())}
        alone = (_stands(words, 0, cry) for cry in _ALONE if len(cry.words) in lengths)
        found = _surest((*alone, found))
    if found is Emergency.FIRE and _asks_for_papers(fold(whole)):
        return None
    if found is Emergency.ILLNESS and _FOR_MONEY.search(fold(whole)):
        return None
    if found is not None and _ASKS_WHEN.match(fold(whole)):
        found = Emergency.UNCLEAR
    if name_asked and found is not None:
        is_bare_word = len(words) == 1 and words[0] not in _NUMBERS and whole.isascii()
        if found.is_asked or is_bare_word:
            return None
    return found
