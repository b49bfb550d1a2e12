"""The value of an answer, by the kind of question and what was asked last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.intents import particles
from bot.intents.attending import Lean, read_attendance, said_plainly
from bot.intents.choices import read_choice
from bot.intents.coming import as_it_is_now, plain_lean
from bot.intents.elsewhere import is_elsewhere
from bot.intents.hints import Hints, today_of
from bot.intents.message import Message, read_message
from bot.intents.particles import Particle
from bot.intents.phrases import Phrases
from bot.intents.replies import denies, says_later, says_none, says_unknown
from bot.intents.replies import said as whole_answer
from bot.intents.scene import Asked, Scene
from bot.intents.understanding import Answered, Attendance, Attending, Said
from bot.intents.values import read_value
from bot.intents.values.moments import without_put_off
from bot.intents.values.numbers import count_present
from bot.intents.values.texts import entries_of, read_text
from bot.language.numbers import read_number
from bot.language.text import fold


class AnswerReading(NamedTuple):
    """An answer's value, and whether it is sure."""

    entities: Answered
    is_sure: bool = True


TYPED = {Said.YES: "có", Said.NO: "không", Said.UNKNOWN: "không nhớ"}
"""How an answer that is the same everywhere is typed, for who reads only what is typed."""
_YES_NO = (Asked.CONFIRM, Asked.CONSENT, Asked.REVIEW)
_OWN_WORDS = (Asked.ADDRESS, Asked.TEXT, Asked.LIST)


_KEPT_BACK = Phrases(
    r"(dạ |thôi |xin phép |tôi |tui |mình |bác |bà |ông |em |con |cô |chú |chị |anh |dì )*(không|đừng|khỏi) (có )?(khai|cho|nói|ghi|muốn|đưa|để|thích|cung cấp|tiện)( \S+){0,5}"
)


def answer_of(message: Message, scene: Scene, hints: Hints, part: str | None) -> AnswerReading:
    """The value of what is taken for an answer; `part` is what the classifier makes of it."""
    if scene.asked is Asked.CONSENT:
        given = consent_of(message, hints, scene)
        return AnswerReading(Answered(given.value if given else None), given is not None)
    said = Said(part) if part in tuple(Said) else None
    if (came := _who_came(message, scene)) is not None:
        return AnswerReading(Answered(came))
    if scene.asked in _YES_NO or scene.asked is Asked.ATTENDANCE:
        return _yes_or_no(message, scene, hints, said)
    if scene.asked in (Asked.CHOICE, Asked.SEVERAL) or (
        scene.choices and scene.asked is not Asked.SEX
    ):
        if (found := _chosen(message, scene, hints, said)) is not None:
            return found
    if scene.asked in _OWN_WORDS and particles.is_whole(Particle.LATER, message.content):
        return AnswerReading(Answered(Said.LATER.value))
    if scene.asked in (Asked.NAME, Asked.CALLED) and _BORN.whole(" ".join(message.content)):
        return AnswerReading(Answered(), is_sure=False)
    if told := _told_otherwise(message, scene, hints):
        return AnswerReading(Answered(told.value))
    if said in (Said.LATER, Said.UNKNOWN, Said.NONE) and not (
        hints.value.value is not None
        and (hints.value.is_sure or _begins_with_a_year(message, scene))
        and scene.asked not in _OWN_WORDS
        and scene.asked not in (Asked.NAME, Asked.CALLED)
    ):
        return AnswerReading(Answered(said.value))
    if scene.asked in (*_OWN_WORDS, Asked.NAME, Asked.CALLED) and _KEPT_BACK.whole(
        " ".join(message.content)
    ):
        return AnswerReading(Answered(Said.NONE.value))
    if scene.asked in (Asked.DATE, Asked.TIME) and (rest := without_put_off(message)):
        if not rest.words or read_value(rest, scene, today_of(scene)).value is None:
            return AnswerReading(Answered(Said.LATER.value))
    if scene.asked is Asked.LIST and _LIST_ENDS.whole(" ".join(message.content)):
        return AnswerReading(Answered(Said.NONE.value))
    if scene.asked is Asked.LIST and (entries := entries_of(message.text)):
        return AnswerReading(Answered(entries))
    if scene.asked is Asked.MONEY and _NOTHING_SPENT.whole(" ".join(message.content)):
        return AnswerReading(Answered("0"))
    value = hints.value if scene.asked else read_value(message, scene, today_of(scene))
    if value.value is not None:
        asks_first = scene.asked in _SETTLED_WITH_OTHERS and _ASKS_FIRST.find(message.line)
        return AnswerReading(Answered(value.value), value.is_sure and not asks_first)
    for says, meaning in (
        (says_later, Said.LATER),
        (says_unknown, Said.UNKNOWN),
        (says_none, Said.NONE),
    ):
        if says(message):
            return AnswerReading(Answered(meaning.value))
    if hints.said is not None:
        return AnswerReading(Answered(hints.said.value), is_sure=False)
    if said is not None:
        return AnswerReading(Answered(said.value), is_sure=False)
    return AnswerReading(Answered(), is_sure=False)


_SETTLED_WITH_OTHERS = (Asked.DATE, Asked.TIME, Asked.NUMBER, Asked.MONEY)
_ASKS_FIRST = Phrases(
    r"(để|còn|phải|chờ|đợi)( (còn|phải|đi|tui|tôi|em|cô|chị|anh|chú|bác))* (hỏi|bàn|coi|xem)( \S+){1,6} (đã|rồi mới|mới (biết|chắc|tính))"
)
"""What isn't settled yet, though it is named: "cuối tháng, để hỏi trạm y tế đã"."""
_BORN = Phrases(
    r"(dạ |thì |tôi |tui |mình |bác |bà |ông |em |con |cô |chú |chị |anh |dì )*(sinh|sanh|đẻ)( (vào|hồi))?( năm)? \d{2,4}"
)
"""A year of birth where a name is asked: "sinh năm 48" is nobody called Năm."""
_LIST_ENDS = Phrases(
    r"(dạ |vậy |có |được |chỉ )*(hết|đủ|xong|nhiêu đó|bấy nhiêu|thế|vậy)( (là|rồi|thôi|đó|hết|à|ạ|đủ|xong|nha|vậy))*( không còn (ai|gì)( nữa| hết)?)?",
    r"không còn (ai|gì)( khác)?( nữa| hết)?",
)
"""Nothing is to be added to a list: "hết rồi đó con" is nobody's name."""
_SET_APART = Phrases(
    r"(đủ|đầy đủ|đông đủ|có mặt|hết|cả|tất cả|đi|kín)( \S+){0,6}? (trừ|thiếu|vắng|khuyết|ngoại trừ|chỉ vắng|chừa)( (ra|có|mỗi|mình))* \S+|(vắng|thiếu|nghỉ|trừ)( có| mỗi| mình)? (?P<away>\S+ \S+)( \S+)*",
)


def _who_came(message: Message, scene: Scene) -> str | None:
    """How many came, or the words that set some apart: "đủ mặt trừ cụ Huấn với bà Tuyết"."""
    if scene.asked is not Asked.ATTENDANCE:
        return None
    count = count_present(message)
    if count is not None:
        return count
    if message.asks or not _SET_APART.find(message.line):
        return None
    return read_text(message).value


_WILL_LOOK = Phrases(
    r"(để|lát|tối|mai|mốt|chiều|sáng mai|bữa sau|hôm sau|về)( (nữa|về|tối|mai|nay|chiều|lát|em|tui|tôi|con|cháu|mình|bác|chị|anh|cô|chú)){0,4}"
    r" (coi|xem|hỏi|lục|kiếm|tìm|dò|tra|đếm)( (lại|thử|giùm))?( \S+){0,6}",
)
_NOT_YET_ANY = Phrases(
    r"^(dạ |thì |cũng )*(chưa|không) (có )?(ai |\S+ )?(bầu|chọn|đặt|nghĩ|thống nhất|quyết|chốt|bàn|tìm|kiếm|cử)( \S+){0,5}$",
    r"^(dạ )?(đã|có) (bầu|chọn|đặt|nghĩ|thống nhất|quyết|chốt|bàn)( \S+){0,3} đâu( \S+)?$",
)
_VAGUE_AGE = Phrases(
    r"(ngoài|trên|quá|hơn) (sáu|bảy|tám|chín|\d0)( (mươi|chục|tuổi))?|(sáu|bảy|tám|chín) (mươi|chục) (ngoài|hơn|mấy|có lẻ)|(sáu|bảy|tám|chín) mấy|\d0 (ngoài|mấy)"
)
_ASK_ANOTHER = Phrases(
    r"(hỏi|gọi|kêu|kiếm) (thẳng )?(chị|anh|cô|chú|bác|ông|bà|bên|ban|xã|phường|thầy|người)( \S+){0,4} (ấy|đó|đi|kìa|giùm|á|kia|giữ|cầm|nắm)$"
)
"""Sends the one who asks to somebody else: "hỏi chị văn thư ấy"."""
_GROWN_UP = 40
"""Years: who is younger is seldom spoken of by somebody who has forgotten the year."""
_NOTHING_SPENT = Phrases(
    r"(không|chưa|chẳng|đâu) (có |thấy )?(phát sinh|thu|chi|tiêu|mất|tốn|xài|lãnh)( \S+){0,3}"
)


def will_look(message: Message) -> bool:
    """Whether somebody who doesn't know says that he will look it up: "để tối em coi sổ hộ khẩu"."""
    return bool(_WILL_LOOK.find(message.line))


def _told_otherwise(message: Message, scene: Scene, hints: Hints) -> Said | None:
    """What an answer says in its own words where no value stands in it: that he will look it up, or can't know."""
    value = hints.value.value
    if scene.asked in _FIGURES and says_unknown(message):
        in_digits = any(letter.isdigit() for letter in message.text)
        if will_look(message) and (value is None or not (hints.value.is_sure and in_digits)):
            return Said.LATER
        if value is None and _ASK_ANOTHER.find(message.line):
            return Said.UNKNOWN
        young = scene.asked is Asked.YEAR and value is not None and today_of(scene).year
        if young and young - int(value or 0) < _GROWN_UP:
            # "nỏ nhớ nữa, giấy mất từ hồi lụt năm 99"
            return Said.UNKNOWN
    if scene.asked is Asked.YEAR and value is None and _VAGUE_AGE.find(message.line):
        return Said.UNKNOWN
    if scene.asked is Asked.NAME and message.parts:
        head = " ".join(message.words[slice(*message.parts[0])])
        if _NOT_YET_ANY.whole(head):
            return Said.LATER if says_later(message) else Said.NONE
    return None


_FIGURES = (Asked.YEAR, Asked.DATE, Asked.TIME, Asked.PHONE, Asked.NUMBER, Asked.MONEY)
_THIS_YEAR = Phrases(r"năm nay( \S+)? (\d\d|(sáu|bảy|tám|chín) (mươi|chục)( \S+)?)")


def _begins_with_a_year(message: Message, scene: Scene) -> bool:
    """Whether a year of birth or an age stands before the rest: "năm sáu, mà ai nhớ ngày"."""
    if scene.asked is Asked.YEAR and _THIS_YEAR.find(message.line):
        return True
    if scene.asked is not Asked.YEAR or len(message.parts) < 2:
        return False
    start, end = message.parts[0]
    words = list(message.words[start:end])
    number = read_number(" ".join(words)).value if len(words) <= 3 else None
    return number is not None and 20 <= number < 2030


def _denies_inside(message: Message) -> bool:
    """Whether a no stands in the middle only: "em là cháu chứ không phải bác" answers nothing."""
    words = message.content
    if len(words) < _MIDDLE or particles.has(Particle.NO, (*words[:2], *words[-2:])):
        return False
    return particles.has(Particle.NEGATION, words[2:-2])


_MIDDLE = 6


_NOTHING_TO_MEND = Phrases(
    r"(khỏi|không cần|không phải|đừng) (có )?(sửa|đổi|chỉnh|thêm)( \S+)?|không (có |thấy |còn )*(sai|trật|lộn|thiếu)( \S+){0,3}|không (có )?(gì|chỗ nào)( \S+)? (sai|trật|sửa)( \S+)?"
)
"""Needs no mending, and so is right: "y chang, khỏi sửa"."""


def _yes_or_no(message: Message, scene: Scene, hints: Hints, said: Said | None) -> AnswerReading:
    if scene.asked is Asked.REVIEW and _NOTHING_TO_MEND.find(message.line) and not message.asks:
        return AnswerReading(Answered(Said.YES.value))
    if hints.choice.by_number and len(hints.choice.labels) == 1:
        label = hints.choice.labels[0]
        place = scene.choices.index(label)
        if len(scene.choices) == 2:
            return AnswerReading(Answered((Said.YES, Said.NO)[place].value))
        return AnswerReading(Answered(label))
    if (rest := _SCOLDS.remove(message.line)) != message.line and rest:
        if _IS_RIGHT.whole(rest):
            return AnswerReading(Answered(Said.YES.value))
        if (meant := whole_answer(read_message(rest))) in (Said.YES, Said.NO):
            return AnswerReading(Answered(meant.value))
    if (hints.leaning is Said.NO and denies(message)) or _spares(message, scene):
        return AnswerReading(Answered(Said.NO.value))
    put_off = hints.leaning if hints.leaning in (Said.LATER, Said.UNKNOWN) else None
    sure = hints.said or put_off or said
    if sure is not None:
        maybe = particles.has(Particle.MAYBE, message.words) and len(message.words) < 8
        # The classifier leans to a yes where it knows no word of a message.
        guessed = sure is Said.YES and hints.said is None and hints.leaning is not Said.YES
        inside = sure is Said.NO and hints.said is None and _denies_inside(message)
        return AnswerReading(Answered(sure.value), is_sure=not (maybe or guessed or inside))
    if len(hints.choice.labels) == 1:
        return AnswerReading(Answered(hints.choice.labels[0]), hints.choice.is_sure)
    lean = hints.leaning
    return AnswerReading(Answered(lean.value if lean else None), is_sure=lean is not None)


_SCOLDS = Phrases(r"(mà )?hỏi (chi|gì|hoài|miết|quài|mãi|dữ|tới lui)( \S+){0,5}$")
"""Who is tired of being asked has answered before it: "đúng rồi, hỏi chi hỏi hoài"."""
_IS_RIGHT = Phrases(r"(dạ |ừ |ờ |thì )*(đúng|phải|trúng|chính xác)( rồi| mà| đó| hết)*")
_SPARES = Phrases(
    r"^(dạ |thôi |à |ừ |ý |con |em |ủa )*(khỏi|không cần|đừng|chớ|miễn)( (có|phải|cần|mất công))*"
    r" (gửi|gọi|kêu|nhờ|báo|nhắn|hỏi(?! (nữa|lại|hoài|tới))|chuyển|đăng|lưu|ghi|phiền|làm phiền|nói|mời|nhắc|hẹn|đưa)(?!( \S+)* (gửi|gọi|nhắn|chuyển|lưu|ghi|đăng) (đi|luôn|liền|giùm))"
)


def _spares(message: Message, scene: Scene) -> bool:
    """Whether what was offered is turned down at the head: "thôi khỏi nhờ cô Bảy gọi, em ghé luôn".

    Who spares one thing and takes what was offered says so behind it: "khỏi hỏi nữa, gửi đi".
    """
    if scene.asked is not Asked.CONFIRM or not scene.choices or not _SPARES.find(message.line):
        return False
    if particles.is_whole(Particle.YES, read_message(scene.choices[0]).words):
        # Nothing is offered where something is only read back: "khỏi hỏi nữa đúng rồi".
        return False
    _first, *rest = message.parts or ((0, 0),)
    behind = read_message(" ".join(message.typed[rest[0][0] :])) if rest else None
    taken = read_choice(behind, scene.choices).labels if behind else ()
    return scene.choices[0] not in taken


def _chosen(
    message: Message, scene: Scene, hints: Hints, said: Said | None
) -> AnswerReading | None:
    labels = hints.choice.labels
    if labels and not hints.choice.by_number and _WHICH_IS_UNKNOWN.find(message.line):
        return AnswerReading(Answered(_labelled(scene, Said.UNKNOWN) or Said.UNKNOWN.value))
    put_off = _label_for(scene, "để sau")
    if put_off and not hints.choice.by_number and _TOMORROW.find(message.line):
        return AnswerReading(Answered(put_off))
    if labels and hints.choice.by_number:
        return AnswerReading(
            Answered(labels[0] if len(labels) == 1 else labels), hints.choice.is_sure
        )
    if said is Said.LATER and not (labels and hints.choice.is_sure):
        later = _label_for(scene, "để sau")
        return AnswerReading(Answered(later or said.value))
    if labels:
        return AnswerReading(
            Answered(labels[0] if len(labels) == 1 else labels), hints.choice.is_sure
        )
    for meaning in (said, hints.said, hints.leaning):
        if meaning is None:
            continue
        label = _labelled(scene, meaning)
        if label:
            return AnswerReading(Answered(label))
    return None


_WHICH_IS_UNKNOWN = Phrases(
    r"(không|hong|chẳng|chưa|đâu|nỏ) (có )?(biết|rõ|hay|rành)( \S+){0,6} (nào|gì|sao|đâu)"
)
_TOMORROW = Phrases(
    r"(để |bữa |hôm |lúc |khi )?(mai|mốt|tối|chiều|lát|khác|sau|rảnh|tuần sau)( (mới|rảnh|tôi|tui|em|anh|chị|chú|bác|cô|ông|bà)){0,4} (làm|tính|ghi|tiếp|điền|coi)|để đó|để (mai|sau)|bữa khác|hôm khác"
)
_LABELS = {
    Said.YES: ("có", "đúng", "phải", "ok", "đồng ý", "yes"),
    Said.NO: ("không", "không có", "không phải", "no", "none"),
    Said.NONE: ("không có", "không", "không có điện thoại", "none"),
    Said.LATER: ("để sau", "later"),
    Said.UNKNOWN: ("chưa biết", "không rõ"),
}


def _labelled(scene: Scene, meaning: Said) -> str | None:
    for name in _LABELS[meaning]:
        label = _label_for(scene, name)
        if label:
            return label
    return None


def _label_for(scene: Scene, name: str) -> str | None:
    wanted = read_message(name).line
    return next((label for label in scene.choices if read_message(label).line == wanted), None)


# Consent

_WHO_AGREES = (
    r"(tôi|tui|bác|bà|ông|em|con|má|mẹ|ba|bố|tía|chị|anh|cô|chú|nội|ngoại|cụ|dì|bà nội|bà ngoại|ông nội|ông ngoại|"
    r"bà em|ông em|má em|mẹ em|ba em|má tôi|ba tôi|mẹ mình|mình|cháu|i|she|he|yes|we)"
)
_AGREES = Phrases(
    r"(dạ |thưa |ừ |ờ |vâng |ok |được rồi |vậy |thôi được |rồi |thì |à |yes |sure )*"
    rf"({_WHO_AGREES}( (em|tôi|tui|con|mình|cháu|nhà|nội|ngoại|chồng|vợ|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|út|nói|kêu|gật))? )?"
    r"((đã )?(đọc|nghe|coi|xem)( kỹ| hết| xong| rồi| qua)* (và |thì )?)?"
    rf"({_WHO_AGREES} )?"
    r"(cũng |thì |là |nói |hoàn toàn |xin |có |xác nhận |bấm |chọn )*"
    r"(đồng ý|ưng thuận|chấp thuận|agrees?|consents?)"
    r"( hết| luôn| đó| rồi| nhé| liền| tham gia| hai tay| hai chân| cho| ghi| lưu| đi| nha| chứ| với| cả| hoàn toàn| nè| to that| to this| to store it| tên)*"
)
_NOT_AGREE = Phrases(
    r"(hết đồng ý|rút|không|chưa|chẳng|đâu|ai|nếu|vừa|nửa|một nửa|thì|thôi|mà|nhưng|trừ|ngoài|chỉ|phần|hỏi|gật|rút|not|don't|half|except|only|but|if)"
)
_REFUSES = Phrases(
    r"không (có )?(đồng ý|ưng|chịu|cho|muốn|thích|đâu|ghi|tham gia|dám|cần|ký|được)( \S+){0,4}|(từ chối|phản đối|khỏi (ghi|ký)|đừng (ghi|lưu|lấy|giữ))( \S+){0,4}|(i )?(do not|don't|would rather not|'d rather not|refuse|disagree|no thank\w*)( \S+){0,6}"
)


_ASKS = Phrases(
    r"(có|phải|được|là) (\S+ ){0,8}(không|chưa|hả|sao)$|\S+ (sao|gì|nào|đâu|ai|mấy)$|.*(để làm gì|làm chi)"
)


_HAS_ASKED = Phrases(
    r"(có|đã|mới) hỏi( \S+){0,2}? (đàng hoàng|kỹ|rồi|xong|hết)|(có|đã) hỏi|hỏi( \S+)? (rồi|xong|đàng hoàng)"
)
_REASSURES = Phrases(r"không (có )?(gì|sao|điều gì|chuyện gì)( \S+){0,2} (giấu|sợ|ngại|lo|kỵ)")


def has_asked(message: Message) -> bool:
    """Whether it tells that somebody was asked already."""
    return bool(_HAS_ASKED.find(message.line))


def reassures(message: Message) -> bool:
    """Whether its denial hides nothing and refuses nothing: "bác không có gì phải giấu"."""
    return bool(_REASSURES.find(message.line))


_GIVES_IN = Phrases(r"chịu|đồng ý|ưng|gật( đầu)?|nhất trí|okay|okie|oke|ok|agrees?")


def only_agrees(message: Message) -> bool:
    """Whether a message has a word of who agrees and none of who denies: "ba người đều chịu hết"."""
    denies = particles.has(Particle.NEGATION, message.words)
    return _GIVES_IN.find(message.line) is not None and not denies


def _bare(words: Sequence[str]) -> Sequence[str]:
    """A piece of a message without the courtesies at its end."""
    end = len(words)
    while end > 1 and particles.is_whole(Particle.CLOSING, words[end - 1 : end]):
        end -= 1
    return words[:end]


def consent_of(message: Message, hints: Hints, scene: Scene) -> Said | None:
    """Yes, no or later where a consent is asked; None for whatever isn't clear.

    Law 91/2025 art. 9: a consent is express; "ừ", "được" or a thumb are none.
    """
    choice = hints.choice
    short = len(message.content) <= 4 and not message.asks
    if short and choice.by_number and len(choice.labels) == 1 and len(scene.choices) == 2:
        other = Phrases(r"không (đồng ý|muốn|cho)|nhưng|mà|hay").find(message.line)
        place = scene.choices.index(choice.labels[0])
        if not other or place == 1:
            return (Said.YES, Said.NO)[place]
    if message.asks or _ASKS.find(message.line):
        return None
    pieces = [" ".join(_bare(message.words[start:end])) for start, end in message.parts]
    # "đồng ý rồi, em có hỏi bà đàng hoàng": who has asked already puts nothing off.
    around = _HAS_ASKED.remove(message.line)
    for line in (" ".join(message.content), *pieces):
        if _AGREES.whole(line) and not _NOT_AGREE.find(around):
            return Said.YES
    plain = particles.is_whole(Particle.NEGATION, message.content)
    if plain or (hints.said is Said.NO):
        return Said.NO
    if _HAS_ASKED.find(message.line) or reassures(message):
        return None
    if says_later(message):
        return Said.LATER
    if _REFUSES.find(message.line) and not Phrases(r"không (biết|hiểu|rõ)").find(message.line):
        return Said.NO
    return None


def attends(message: Message, scene: Scene, lean: Lean, part: str | None) -> tuple[Attending, bool]:
    """Who comes; where one is asked for, what the classifier makes of the whole message."""
    message = _of_himself(message, scene)
    if len(scene.waiting) == 1 and is_elsewhere(message, scene):
        return Attending({scene.waiting[0]: Attendance.NO}), True
    now = as_it_is_now(message.line)
    if len(scene.waiting) == 1 and now != message.line:
        # "bấm bà đi mà giờ bà không đi": the classifier has read both.
        return Attending({scene.waiting[0]: said_plainly(now) or lean(now)}), True
    if len(scene.waiting) == 1 and part in tuple(Attendance):
        plain = bare_attendance(message) or said_plainly(message.text) or plain_lean(message)
        said = plain or Attendance(part)
        left_open = plain in (None, Attendance.UNSURE)
        if left_open and _is_own(scene) and _NOT_REACHED.find(message.line):
            # "cô Lan không nghe máy" is told by somebody who writes, and so isn't of her.
            return Attending({scene.waiting[0]: said}), False
        # Two models that differ where no phrase tells it are no answer yet.
        return Attending({scene.waiting[0]: said}), plain is not None or lean(message.line) is said
    reading = read_attendance(message, scene, lean)
    return Attending(reading.people), reading.is_sure


_HE_GOES = Phrases(
    r"^(còn |mà |để |thì |nhưng )*(?P<who>bả|ổng|ảnh|cổ|chả|nó|tụi nó|bà xã|ông xã|vợ|chồng|bà|ông|thằng \S+|con \S+|con (gái|trai|dâu|rể))( (tui|tôi|nhà))? (thì |mới |có |cũng |không |hông |chưa |sẽ |lại )*(đi|tới|ra|dự|nghỉ|ở nhà|bận|mệt|rảnh)"
)
_I = Phrases(r"(tui|tôi|tao|mình|qua|tớ)")


def _of_himself(message: Message, scene: Scene) -> Message:
    """What somebody who answers for himself alone says of himself: "tui không đi, bả đi" is a no."""
    if len(scene.waiting) != 1 or len(scene.people) > 1 or not _is_own(scene):
        return message
    pieces = [" ".join(message.words[start:end]) for start, end in message.parts]
    own = fold((scene.own or "").split()[0].lower()) if scene.own else ""
    kept = [
        place
        for place, each in enumerate(pieces)
        if (found := _HE_GOES.find(each)) is None or fold(found["who"]) == own
    ]
    if len(kept) in (0, len(pieces)) or not any(_I.find(pieces[place]) for place in kept):
        return message
    typed = [" ".join(message.typed[slice(*message.parts[place])]) for place in kept]
    return read_message(", ".join(typed))


_NOT_REACHED = Phrases(
    r"(không|chưa|chẳng) (có )?(thấy )?(nghe|bắt|nhấc) máy|gọi( \S+){0,3} không (được|nghe|bắt)"
)


def _is_own(scene: Scene) -> bool:
    """Whether the one who is waited for writes herself."""
    return any(each.is_self and each.called in scene.waiting for each in scene.people)


_BARE = {Said.YES: Attendance.YES, Said.NO: Attendance.NO}


def bare_attendance(message: Message) -> Attendance | None:
    """A bare yes or no as an answer to who comes."""
    meaning = whole_answer(message)
    return _BARE.get(meaning) if meaning else None
