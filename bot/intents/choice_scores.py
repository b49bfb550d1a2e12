"""How much a message speaks for each option or against it, a clause at a time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from bot.intents import particles
from bot.intents.choice_words import SPOKEN
from bot.intents.message import Message, canonical, read_message
from bot.intents.particles import Particle
from bot.intents.phrases import Phrases, written
from bot.language.patterns import Pattern
from bot.language.text import fold, nfc

_SMALL = frozenset(
    "cho toi cua la va voi o cai so co khong ghi ten nguoi rồi roi mot this the a to for some do".split()
)


@lru_cache(maxsize=512)
def _spoken_for(label: str) -> re.Pattern[str] | None:
    words = read_message(label).line
    best: tuple[int, str] | None = None
    for names, said in SPOKEN.items():
        for name in names.split("|"):
            form = read_message(name).line
            if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words) and (
                best is None or len(form) > best[0]
            ):
                best = (len(form), said)
    return re.compile(rf"(?<!\w)(?:{written(best[1])})(?!\w)") if best else None


def _distinct(labels: Sequence[str]) -> list[frozenset[str]]:
    """The words of each label that no other has."""
    words = [
        frozenset(
            fold(word)
            for word in read_message(label).line.replace("câu lạc bộ", "").split()
            # Whoever takes anybody goes, too.
            if word != "đi"
        )
        - _SMALL
        for label in labels
    ]
    return [
        own - frozenset().union(*(other for at, other in enumerate(words) if at != place))
        for place, own in enumerate(words)
    ]


_TURNS = frozenset(("ma", "nhung", "con", "thi", "but", "chi"))

_SCORNED = frozenset(("gi", "chi"))
_TAKES = frozenset(("cho", "lay", "chon", "thi", "ghi", "choi", "luc", "hoi", "de"))

_RATHER = frozenset(("chu", "cho", "chớ"))


def _denied(words: Sequence[str], at: int) -> bool:
    """Whether a negation stands before a word and holds up to it: "đâu có thuộc diện nghèo".

    "chứ cận gì", "cận cũng không" deny it behind.
    """
    behind = [fold(each) for each in words[at + 1 : at + 4]]
    if behind[:2] == ["cung", "khong"]:
        return True
    before = [fold(each) for each in words[max(0, at - 2) : at]]
    if before == ["gi", "ma"]:
        return True
    if behind[:2] == ["nao", "nua"]:
        # "chứ còn người nhà nào nữa"
        return True
    rather = not before or before[-1] in _RATHER
    if _SCORNED & set(behind[:2]) and {"do", "day"} & set(behind):
        # "họp hành gì đó": it is only not sure of the word.
        return False
    if _SCORNED & set(behind) and "cung" not in behind and ("ma" in behind or rather):
        return True
    for start in range(at - 1, max(-1, at - 6), -1):
        if fold(words[start]) in _TURNS:
            return False
        if words[start] in ("chưa", "thoát", "thoat") or words[start : start + 2] == ("chua", "co"):
            return True
        # "thôi cho tôi đánh cờ" takes it.
        if fold(words[start]) == "thoi" and fold(words[start + 1]) in _TAKES:
            return False
        # Bare, "cho" gives and is no chớ.
        if words[start] != "cho" and particles.length_at(Particle.NEGATION, words, start):
            return True
    return False


_KIN = frozenset(
    "ong ba noi ngoai ma me bo cha tia di co chu cau mo bac thim duong cu chong vo anh chi em".split()
)


_SIDES = frozenset(("noi", "ngoai"))


def _another_speaks(message: Message, label: str) -> bool:
    """Whether "ông đây" is said where "Bà ngoại đây" is offered: whose consent is asked matters."""
    own = read_message(label).plain
    return (
        "day" in own and bool(_KIN & set(own)) and bool(_KIN & set(message.plain) - {*own, *_SIDES})
    )


_ENDS = frozenset(("con", "ma", "nhung", "chu", "cho", "but", "and"))
"""Words at which what is said of one option ends: "hát thì được còn múa thì thôi"."""


class _Exact(Pattern):
    """A pattern whose words stand with their accents: "né" is no "nè", "xa" no "xã"."""

    def written_out(self) -> str:
        """Each word canonical, as those of a message are."""
        pattern = nfc(super().written_out())
        spelled = re.sub(r"(?<!\\)[^\W\d_]+", lambda found: canonical(found[0]), pattern)
        return rf"(?<!\w)(?:{spelled})(?!\w)"


_DECLINED = _Exact(
    r"(chứ|chớ|chu) (không|đâu|chưa|khong|k|chẳng)( (có|bị|phải|dính|co|bi))+( (gì|đâu|hết|bệnh|nha|con|em))*$|thì (chịu|chịu thua|bó tay|thua)( (luôn|thôi|chết|rồi|nha|nghen|con|em|ạ))*$|"
    r"^(còn |thì )?(\S+ ){0,4}?(thì )?(để|để dành) (kiếm|tìm|làm|bổ sung|hỏi|coi|xem|tính|bàn|sau|quý|tháng|năm|bữa|đợt|kỳ|lần|mai|từ từ|suy nghĩ)( \S+)*$|(tính|hỏi|nói|ghi|báo|làm) sau( \S+)*$|(hỏi|coi|xem|bàn|tính) lại( \S+)*$|khoan( đã| hãy| ghi| tính)*$|(chưa|không) (chịu|ưng|muốn|hỏi|đồng ý|chắc|biết)( \S+){0,3}$|"
    r"(thì|còn|con|vẫn|chứ|chớ)( \S+){0,4} (còn tốt|còn khỏe|còn sáng|còn rõ|còn tinh|còn ngon|vẫn tốt|vẫn tinh|vẫn sáng|vẫn rõ|vẫn khỏe|vẫn ngon|không sao|không bị|bình thường|ổn|êm)( \S+){0,2}$|"
    r"thi (con |van )?(sang|tot|khoe|tinh)( \S+){0,2}$|^(dạ |còn )*(mắt|tai|chân|tay)( (với|và) (mắt|tai|chân|tay))*( thì)? (còn|vẫn) (tốt|sáng|rõ|tinh|tỏ|khỏe|ngon)( \S+){0,2}$|^(mat|tai|chan|tay)( (voi|va) (mat|tai|chan|tay))*( thi)? (con|van) (tot|sang|ro|tinh|khoe|ngon)( \S+){0,2}$|"
    r"^(dạ |thì )?(hồi (trước|xưa|đó|nẳm|năm)|năm (ngoái|rồi|kia)|lúc trước|trước (đây|kia|giờ)|ngày xưa|nam (ngoai|roi)|hoi (truoc|xua)|truoc kia)( \S+)*|thì (thôi|không|khỏi|chưa|ngán|thi thoi|dở|ngại|xa)( \S+){0,3}|thi (thoi|khong|khoi|chua)( \S+){0,2}|(không|chưa|khỏi|khong|khoi|chịu thua|miễn|dở|né|ghét|chê|dẹp|kẹt|bận|mắc|vướng|chán|(?<!ong )(?<!ba )xa|sợ|bỏ)( (tui|tôi|lắm|quá|rồi|ẹc|đi|nha|nghen|con|em|ạ|thì|được|có|chơi|lấy|cần))*$"
    r"|cho (tui|tôi|em|bác|mình|qua|bà|ông|cô|chú|toi|ba|chu) xin( \S+)?$|xin (kiếu|kieu)|ai (rảnh|thèm|chơi|đi được)|(đang|còn) (sửa|bận|kẹt|ở|mắc)( \S+)*|(tui|tôi|em|con|bác|mình|tao) (kẹt|bận|mắc|bán|phải|có)( \S+)*"
    r"|thì (bình thường|ổn|tốt|đều)( \S+){0,2}$|(còn )?(đường|huyết|huyết áp|tim|mắt|khớp|gối)( \S+){0,2} (ổn|bình thường|còn tốt)( \S+){0,2}$|(ngủ|đi chợ|đi làm|đi ruộng|đi rẫy|đi biển|trực|mắc|bận|kẹt)( (bù|nướng|ca|bán|học|dạy|việc|giữ|coi))?( (cháu|hàng|nhà))?$"
    r"|(mổ|khỏi|hết|lành|chữa) (xong|hết|rồi|hẳn)( \S+)*|nhường( \S+)*|(mù tịt|bó tay|không rành|mu tit|bo tay|khong ranh)( \S+){0,2}$|(mo|lanh) (xong|roi)( \S+)*|(dở|dốt|tệ|yếu) (lắm|quá|ẹc)|(mù|mu) (chữ|chu)( \S+)*|có \S+( \S+)? đâu$|don't|can't|cannot"
)

_TAKEN = _Exact(
    r"thì (tui |tôi |em |bác )?(có|được|chơi|khoái|thích|mê|ok)|thì (tui|tôi|em|bác) chịu|cũng (được|có|chơi)|chơi liền|thi (co|duoc|choi)"
)


_MEANWHILE = Pattern(written(r"(?<=\w) (?:lúc|khi) \S+ (?:đi|bận|mắc)(?!\w).*$"))
"""What another does at the time declines nothing: "cần người đỡ đần lúc em đi chợ"."""
_TIMES = Pattern(written(r"(?<!\w)(một|1|hai|2|ba|3|mấy) bận(?!\w)"))
"""How often, and not busy: "ba tháng gặp nhau một bận"."""
_TIMES_OFFERED = frozenset(("sáng", "trưa", "chiều", "tối", "thứ", "nhật"))
_BUSY_THEN = Phrases(
    r"(sáng|trưa|chiều|tối|đêm|ban ngày|chủ nhật|thứ (hai|ba|tư|năm|sáu|bảy))( (?!mới|được|rảnh|thôi|lấy|chọn|cho)\S+){0,3} (bận|mắc|kẹt|vướng|phải|ngủ( sớm)?|giữ|nấu|coi|trông|bán|nắng|nóng|lo|lấy|đón|rước|chở (con|cháu|hàng|khách|má|mẹ)|đau|lạnh|chạy|làm|dạy|có (việc|khách|con|cháu)|đi (làm|lễ|nhà thờ|đám|viện|giỗ|khám|chợ(?! (mát|vui|khỏe|kịp|tiện|sớm|nhanh|gọn|xong))|bán|ruộng|rẫy|biển|dạy|học|chùa|lấy|đón|rước|ghe|câu|gặt|cấy|cạo|chăn|mần))(?!( \S+)* (được|rảnh|cũng được)$)( \S+)*$"
)
"""What else is done at a time: "sáng bận bán cháo", "chủ nhật phải đi lễ"."""


def _clauses(message: Message) -> list[tuple[int, int]]:
    """Pieces of a message of which each says yes or no to its options."""
    found: list[tuple[int, int]] = []
    for start, end in message.parts:
        begin = start
        for at in range(start + 1, end):
            # "chỗ nhà văn hóa á con": the bot at the end is no joint.
            if (
                message.plain[at] in _ENDS
                and at + 1 < end
                and at - begin > 1
                and _joins(message, at)
            ):
                found.append((begin, at))
                begin = at + 1
        found.append((begin, end))
    return found


def _joins(message: Message, at: int) -> bool:
    word = message.words[at]
    turned = message.words[at : at + 2] in _TURNED
    if fold(message.words[at + 1]) in _STILL and not turned:
        return False
    part = next((end for start, end in message.parts if start <= at < end), at)
    if fold(word) in ("chu", "cho") and set(message.plain[at + 1 : part]) <= _ONLY_DENIES:
        # "đường thì ngọt miệng thôi chứ không có"
        return False
    return word in ("còn", "mà", "nhưng", "chứ", "chớ", "but", "and") or (
        message.is_bare and word in ("con", "ma", "nhung", "chu") and len(message.words) - at > 3
    )


_ONLY_DENIES = frozenset("khong dau chua co bi phai dinh gi het benh nha con em".split())
_STILL = frozenset(
    "tinh sang ro ngon o dang phai di nam ban chua mac ket coi lam lo ngu tot khoe".split()
)
"""Behind "còn" they say what goes on: "thứ bảy em còn ở ngoài vựa"."""


def scores_of(message: Message, labels: Sequence[str]) -> list[float]:
    """How much a message speaks for each option, or against it, a clause at a time."""
    scores = [0.0] * len(labels)
    distinct = _distinct(labels)
    by_day = any(_TIMES_OFFERED & {*read_message(label).words} for label in labels)
    for start, end in _clauses(message):
        own = _of_clause(message, start, end, labels, distinct)
        line = " ".join(message.words[start:end])
        line = _TIMES.sub(r"\1 lần", _MEANWHILE.sub("", line))
        declined = bool(_DECLINED.search(line)) and not (_TAKEN.search(line) or _GONE.find(line))
        declined = declined or (by_day and bool(_BUSY_THEN.find(line)))
        bare = _is_bare(message, start, end, labels)
        turned = message.words[max(0, start - 1) : start + 1] in _TURNED
        for place, score in enumerate(own):
            if score > 0 and turned:
                # "chống gậy lết được mà phải có người kè": what comes behind counts.
                score *= 3
            if score > 0 and declined and not _is_negative(labels[place]):
                score = -score
            scores[place] += score + (
                1.0 if bare and score > 0 and end - start < len(message.words) else 0.0
            )
    return scores


_TURNED = frozenset(
    tuple(way(each) for each in pair)
    for way in (canonical, fold)
    for pair in itertools.product(("mà", "nhưng"), ("phải", "cần", "nhờ", "cũng"))
)


def _is_negative(label: str) -> bool:
    """Whether an option says itself that something isn't so: "Chưa có"."""
    return bool({"khong", "chua"} & set(read_message(label).plain))


def _is_bare(message: Message, start: int, end: int, labels: Sequence[str]) -> bool:
    """Whether a clause names an option and nothing else: "chủ nhật đi, thứ bảy em ở ngoài vựa"."""
    known = {word for label in labels for word in read_message(label).plain} | _AROUND
    return all(word in known for word in message.plain[start:end])


_AROUND = frozenset(
    "di nha nghen nhe thoi con em chi anh co chu bac oi a do luon lay chon cho buoi bua cai ghi thi da u".split()
)


@lru_cache(maxsize=512)
def _whole(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){written(re.escape(read_message(label).line))}(?!\w)")


def _lies_in(span: tuple[int, int], others: Sequence[tuple[int, int] | None]) -> bool:
    """Whether words are a part of longer ones that mean something else."""
    return any(
        other and other[0] <= span[0] and span[1] <= other[1] and other != span for other in others
    )


_ORDERS = frozenset("hai tu nam sau bay tam chin ut".split())


_SMALL_EXACT = frozenset(
    map(canonical, "có không tôi của là với ở cái số tên người rồi một này để được".split())
)


def _exact_words(label: str, labels: Sequence[str]) -> frozenset[str]:
    """The words with accents that no other option has."""
    others = {word for each in labels if each != label for word in read_message(each).words}
    own = {each for each in read_message(label).words if not each.isascii()}
    return frozenset(own - others - _SMALL_EXACT)


def _is_every_few(words: Sequence[str], at: int) -> bool:
    """Whether months are counted that pass from one to the next: "ba tháng gặp nhau một bận"."""
    return at > 0 and fold(words[at - 1]) in _FEW and bool({"mot", "1"} & {*map(fold, words[at:])})


_FEW = frozenset("hai ba bon sau 2 3 4 6 nua may".split())


def _means_something_else(message: Message, at: int, line: str, own: frozenset[str]) -> bool:
    """Whether a word stands for no option, though it is one of a label's."""
    word = message.plain[at]
    if word == "de" and "sau" in own and not _IS_PUT_OFF & {*message.plain[at + 1 : at + 4]}:
        # "trả lại để họ bổ sung" says what for.
        return True
    if word == "thang" and not own & _FEW and _is_every_few(message.words, at):
        # "ba tháng một lần" is no "Hằng tháng".
        return True
    if word == "con" and not _are_children(message, at):
        return True
    if word in _CHILDREN_SELF and _GONE.find(line):
        return True
    if message.words[at] == "vo" and not _is_wife(message, at):
        return True
    return word in _COUPLE and bool(_OF_A_CHILD.find(line))


def _is_wife(message: Message, at: int) -> bool:
    """Whether a bare "vo" is vợ, and not vô or vỡ, by the word beside it."""
    before, after = message.plain[max(0, at - 1) : at], message.plain[at + 1 : at + 2]
    return bool(_BESIDE_A_WIFE & {*before, *after}) or len(message.content) <= 2


_IS_PUT_OFF = frozenset("sau mai mot do day lat toi chieu khac coi xem tinh nghi hoi".split())
_CHILDREN_SELF = frozenset(("con", "chau"))
_GONE = Phrases(
    r"(con cái|con cháu|mấy đứa|tụi nó|sắp nhỏ|con)( \S+){0,6} (đi|ở|dọn|bỏ)( \S+){0,3} (hết|xa|sài gòn|bình dương|mỗi đứa|nơi)"
)
"""Whose children live elsewhere: "con cháu đi Sài Gòn hết rồi"."""
_BESIDE_A_WIFE = frozenset("voi va cung la cua co chong toi tui em minh nho lon hoac hay".split())
_COUPLE = frozenset(("vo", "chong"))
_OF_A_CHILD = Phrases(r"vợ chồng (thằng|con|đứa|nhỏ|cháu|anh|chị|út|nó)")


def _are_children(message: Message, at: int) -> bool:
    """Whether "con" is a child, and neither còn nor who is spoken to."""
    before = message.plain[at - 1] if at else ""
    after = message.plain[at + 1] if at + 1 < len(message.plain) else ""
    return after in _CHILDREN or before in _WITH_CHILDREN


_CHILDREN = frozenset("chau gai trai dau re ut ruot cai lon nho".split())
_WITH_CHILDREN = frozenset("voi cung la cua nha may dua o cac".split())


def _is_other_kin(word: str, label: str) -> bool:
    """Whether "bà" is typed where "Ba" is offered: words for people are told apart by their accents."""
    if word.isascii() or fold(word) not in _KIN | _ORDERS:
        return False
    return word not in read_message(label).words


def _of_clause(
    message: Message,
    start: int,
    end: int,
    labels: Sequence[str],
    distinct: Sequence[frozenset[str]],
) -> list[float]:
    scores = [0.0] * len(labels)
    words = message.words[start:end]
    line = " ".join(words)
    for place, label in enumerate(labels):
        # "Buổi tối": its bare word is tôi as well.
        if not distinct[place] and any(word in words for word in _exact_words(label, labels)):
            at = next(at for at, word in enumerate(words) if word in _exact_words(label, labels))
            scores[place] += -3 if _denied(words, at) else 2
    for at, word in enumerate(message.plain[start:end]):
        for place, own in enumerate(distinct):
            if _means_something_else(message, start + at, line, own):
                continue
            if word == "thi" and words[at] != "thị" and "khiem" not in message.plain[start:end]:
                # "tai thì nặng" names no "Khiếm thị".
                continue
            if word in own and not _is_other_kin(words[at], labels[place]):
                denies = _denied(words, at) and not _is_negative(labels[place])
                # "chẳng họ hàng gì" denies no "Hàng xóm".
                against = -3 if own <= {*message.plain[start:end]} else -1
                scores[place] += against if denies else 0.5 if scores[place] > 0 else 2
    spans = [
        found.span() if (spoken := _spoken_for(label)) and (found := spoken.search(line)) else None
        for label in labels
    ]
    # The "nội" of "ông nội" is no "bà nội".
    wholes = [found.span() if (found := _whole(label).search(line)) else None for label in labels]
    for place, label in enumerate(labels):
        spoken = _spoken_for(label)
        found = spoken.search(line) if spoken else None
        if found and _lies_in(found.span(), (*wholes[:place], *wholes[place + 1 :])):
            continue
        # The "nghèo" of "cận nghèo" is no "hộ nghèo".
        inside = found and _lies_in(found.span(), spans)
        if found and _GONE.find(line) and _CHILDREN_SELF & {*read_message(label).plain}:
            continue
        if found and not inside and not _another_speaks(message, label):
            before = len(line[: found.start()].split())
            denies = _denied(words, before) and not _is_negative(label)
            # "chẳng họ hàng gì, ở sát vách": one of its words is denied, and not the neighbour.
            scores[place] = scores[place] if denies else max(scores[place], 0)
            scores[place] += -2 if denies else 1 + 0.02 * (found.end() - found.start())
    return scores
