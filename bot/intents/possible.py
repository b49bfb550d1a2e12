"""How far a scene allows each intent, before anything else is weighed."""

from __future__ import annotations

from bot.intents.coming import plain_lean
from bot.intents.elsewhere import is_elsewhere
from bot.intents.hints import Hints
from bot.intents.message import Message
from bot.intents.phrases import Phrases
from bot.intents.scene import Asked, Role, Scene
from bot.intents.understanding import Attendance, Intent

OWN_NUMBERS = (
    Asked.PHONE,
    Asked.YEAR,
    Asked.DATE,
    Asked.TIME,
    Asked.NUMBER,
    Asked.MONEY,
    Asked.ADDRESS,
)
"""Questions whose answers are figures, or have some."""
_OF_A_FORM = (*OWN_NUMBERS, Asked.SEX)
"""Kinds whose answers have a form of their own, so that a sentence without it hardly is one."""


def possible(scene: Scene, message: Message, hints: Hints) -> dict[Intent, float]:
    """How far a scene allows an answer: only what was asked last can be answered.

    Of the samples at questions whose answers have a form, one in twelve without it is an answer
    all the same, and it puts off or refuses; the classifier sees the form as one mark of many.
    """
    if scene.reminder:
        found = {Intent.ANSWER: 0.05 if scene.asked else 0.0}
        if is_elsewhere(message, scene):
            # "bữa đó bà đi khám mắt" asks for no check-up, and tells of no illness.
            found |= {Intent.EVENT_QUESTION: 0.1, Intent.QUESTION: 0.1, Intent.UNWELL: 0.25}
        elif plain_lean(message) is Attendance.YES:
            # "má mới nhổ răng sưng miệng, mai vẫn đi nha": who comes all the same isn't away ill.
            found[Intent.UNWELL] = 0.25
        return found
    if scene.asked is None:
        moves = bool(_MOVES.find(message.line)) and not (
            # "đổi lại con, bữa họp bà hổng đi được": it is she who doesn't come, no event that moves.
            scene.role in _MOVES_NOTHING and plain_lean(message) in (Attendance.YES, Attendance.NO)
        )
        return {Intent.ANSWER: 0.0, Intent.ATTEND: 0.3, Intent.MOVE_EVENT: 1.0 if moves else 0.4}
    attends = 1.0 if scene.asked is Asked.ATTENDANCE else 0.1
    if scene.asked in (Asked.NAME, Asked.ADDRESS) and _IN_HOSPITAL.find(message.line):
        return {Intent.ATTEND: attends, Intent.ANSWER: 0.1, Intent.NAVIGATE: 0.3, Intent.JOIN: 0.3}
    if scene.asked in (Asked.NAME, Asked.CALLED) and _LEAVES_IT.whole(" ".join(message.content)):
        return {Intent.ATTEND: attends, Intent.ANSWER: 0.3}
    answers = 0.3 if scene.asked in _OF_A_FORM and not _answers(message, scene, hints) else 1.0
    return {Intent.ATTEND: attends, Intent.ANSWER: answers}


def _answers(message: Message, scene: Scene, hints: Hints) -> bool:
    """Whether anything in a message has the form of an answer, puts it off or refuses it."""
    if hints.said or hints.leaning:
        return True
    if scene.asked is Asked.ADDRESS:
        return _PLACE.find(message.line) is not None
    return hints.value.value is not None or bool(hints.choice.labels) or hints.choice.beyond


_LEAVES_IT = Phrases(r"(thôi )?(không|khỏi|đừng) (sửa|đổi|ghi)( lại)?( gì)?( nữa)?( đâu)?")
"""A change of mind where a name is asked: "khong sua nua" is nobody's."""
_MOVES_NOTHING = (Role.GUEST, Role.MEMBER, Role.HELPER)
_MOVES = Phrases(
    r"dời|đổi|chuyển|lùi|hoãn|sang|qua|đẩy|dồn|kéo|xích|xê|thay|lại|trễ|sớm|muộn|lui|né|thành|vô|vào|bỏ|sửa|lộn|nhầm|phải|lấy",
    r"mov\w+|postpone\w*|push\w*|resched\w*|shift\w*|change[ds]?|instead|later|earlier|delay\w*|switch|swap|bring|forward|back",
)
"""Of 203 samples that move an event 200 have one of these; news of who comes has none."""
_IN_HOSPITAL = Phrases(r"(nhập|nằm) viện")
"""Where somebody is who has no mind for a form, and no name or home of his."""
_PLACE = Phrases(
    r"(tổ|ấp|xóm|đường|hẻm|số|chợ|chùa|nhà thờ|gần|kế|đối diện|cạnh|sát|sau|trước|đầu|cuối|cổng|cầu|kinh|rạch|sông|ngã|khu|kp|thôn|làng|xã|phường|huyện|tp|trường|đình|miếu|quốc lộ|bên|cùng|chung|qua|trong|ngoài|dưới|trên|ở|tại|lô)",
    r"\d+\S*|\S*\d+",
    r"(street|road|near|behind|next|opposite|hamlet|ward|house|same)",
)
