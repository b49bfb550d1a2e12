"""What a message is: patterns, the classifier and the scene weighed in one table of precedence.

The rows are asked from the first to the last; the first that has a verdict decides. Beside each
stands why it has its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.intents import particles
from bot.intents.answers import (
    answer_of,
    attends,
    consent_of,
    has_asked,
    only_agrees,
    reassures,
    will_look,
)
from bot.intents.besides import asked_behind, grave_besides
from bot.intents.choices import offers_call
from bot.intents.classifier import INTENTS, Likelihood, classify, lean, models
from bot.intents.codes import names_secret, tells_code
from bot.intents.hints import CLOSED, Hints, hints_of
from bot.intents.message import Message, read_message
from bot.intents.particles import Particle
from bot.intents.patterns import BY_HOW_MUCH, IN_HOSPITAL, LONG_AGO, NAME_OUT, STOP_DENIED
from bot.intents.people import mentions
from bot.intents.phrases import Phrases
from bot.intents.possible import OWN_NUMBERS, possible
from bot.intents.replies import says_unknown
from bot.intents.scene import Asked, Role, Scene
from bot.intents.slots import entities_of
from bot.intents.understanding import (
    CRITICAL,
    Answered,
    Entities,
    Intent,
    Said,
    Understanding,
)
from bot.intents.values.numbers import count_present

OFFERED = 2
"""Others that are named beside the likeliest: three buttons at most."""


class Reading(NamedTuple):
    """All that is known of a message when it is judged."""

    message: Message
    scene: Scene
    hints: Hints
    likely: Likelihood


class Verdict(NamedTuple):
    """What a row decides; without entities those of the intent are read."""

    intent: Intent
    is_sure: bool
    entities: Entities | None = None
    others: tuple[Intent, ...] | None = None


class Row(NamedTuple):
    """One rule of precedence and its reason."""

    name: str
    reason: str
    decide: Callable[[Reading], Verdict | None]


SURE = 0.43
SURE_FROM: dict[Intent, float] = {
    # Taken for these too readily by the samples of writers that were left out.
    **dict.fromkeys((Intent.JOIN, Intent.REGISTER, Intent.DEATH), 0.55),
    Intent.QUESTION: 0.55,
    **dict.fromkeys((Intent.WRONG_NUMBER, Intent.STEPS, Intent.CHANGE_SERIES, Intent.ABOUT_BOT, Intent.NAVIGATE, Intent.UNCLEAR), 0.5),
    # Hardly ever taken for these when they are not meant, or harmless when they are.
    **dict.fromkeys(
        (Intent.GREETING, Intent.EVENT_QUESTION, Intent.EXPORT_DATA, Intent.PAPERS, Intent.MY_STATE, Intent.CANNOT_READ,
         Intent.INVITE, Intent.ANSWER, Intent.LANGUAGE, Intent.ANNOUNCE, Intent.THANKS, Intent.CANCEL_EVENT,
         Intent.WITHDRAW_CONSENT, Intent.CALL_LIST, Intent.DEATH_UNDONE, Intent.FOUND, Intent.MUTE,
         Intent.UNWELL, Intent.HUMAN, Intent.ATTEND),
        0.4,
    ),
    Intent.DANGER: 0.45,
    Intent.SET_EVENT: 0.36,
}  # fmt: skip
"""How likely an intent must be to be taken for sure, others as `SURE`: where two of three are right."""
UNASKED = 0.45
"""The same for who comes where no reminder and no question stands before him."""
HEARD_FROM: dict[Intent, float] = {
    **dict.fromkeys((Intent.DANGER, Intent.SECRET, Intent.COMPLAINT), 0.1),
    Intent.DEATH: 0.12,
    **dict.fromkeys((Intent.SCAM, Intent.HUMAN), 0.15),
    Intent.MUTE: 0.2,
}
"""How likely something critical must be to be asked about though another thing is likelier.

Read off 4,100 messages whose writers were left out: the likelihood below which at most one in
ten of a kind was meant after all. Dangers, secrets and complaints are asked about before that:
who isn't heard with these says them to nobody else.
"""
GRUDGE_FROM = {Intent.ATTEND: 0.3, Intent.QUESTION: 0.25}
"""The same for a complaint beside who comes, which is noted with why somebody doesn't, and beside what
asks for knowledge: what a loan costs is asked in the words of who was cheated."""
STRONG_FROM = 0.03
"""The same where a phrase speaks of it as well."""
CLEARLY, CLEARLY_THOUGH_HEARD = 0.78, 0.85
"""How likely something harmless must be for nothing grave beside it to be asked about, without a
phrase of it and with one."""
BESIDE = 0.3
"""How likely a second grave thing must be to be asked about beside the first."""
UNHEARD_FROM = 0.7
"""How likely a danger must be to be sure where no phrase of it was heard: "bà muốn thăm bác Tư"."""
TOLD_FROM = 0.01
"""The same for a danger that a complaint tells of: a neighbour whom nobody has seen for days."""


def _nothing(reading: Reading) -> Verdict | None:
    if reading.message.words or reading.hints.said or "🙏" in reading.message.signs:
        return None
    if reading.message.asks and reading.scene.asked:
        return None
    return Verdict(Intent.UNCLEAR, is_sure=True)


def _code(reading: Reading) -> Verdict | None:
    code, message = reading.hints.code, reading.message
    if code is None or reading.scene.asked in OWN_NUMBERS or reading.hints.secret:
        return None
    if len(message.content) <= 3 or reading.likely.of(Intent.CODE) >= 0.2:
        return Verdict(
            Intent.CODE, reading.likely.of(Intent.CODE) >= 0.05 or len(message.words) == 1
        )
    return None


def _chosen(reading: Reading) -> Verdict | None:
    choice, scene = reading.hints.choice, reading.scene
    if scene.reminder or scene.asked not in (Asked.CHOICE, Asked.SEVERAL):
        return None
    most = len(scene.choices) if scene.asked is Asked.SEVERAL else 1
    if not 0 < len(choice.labels) <= most or not choice.is_sure or reading.message.asks:
        return None
    first, answer = reading.likely.ranking[0], reading.likely.of(Intent.ANSWER)
    # Several that are named together are hardly a question, however likely their words are one.
    most_words, least = (9, 0.01) if len(choice.labels) == 1 else (14, 0.0)
    # "Nhắn. Gọi tôi có nghe đâu" asks for nobody's call where calls are an option.
    is_grave = first in CRITICAL and not (first is Intent.HUMAN and offers_call(scene.choices))
    if is_grave or len(reading.message.content) > most_words or answer < least:
        return None
    return Verdict(Intent.ANSWER, first is Intent.HUMAN or answer >= 0.15, None, (first,))


def _secret(reading: Reading) -> Verdict | None:
    likely = reading.likely.of(Intent.SECRET)
    if reading.hints.secret is None:
        return None
    if reading.scene.asked in (Asked.NUMBER, Asked.MONEY) and names_secret(reading.message):
        # A card's number is no count and no sum, by whatever words the digits are spelled.
        return Verdict(Intent.SECRET, is_sure=True)
    if tells_code(reading.message):
        # "0300…, còn mật khẩu là …": the answer before it hides nothing.
        return Verdict(Intent.SECRET, is_sure=True)
    if likely < 0.05 and reading.scene.asked in OWN_NUMBERS:
        return None
    first = reading.likely.ranking[0]
    return Verdict(Intent.SECRET, likely >= 0.05, None, None if likely >= 0.05 else (first,))


def _consent(reading: Reading) -> Verdict | None:
    if reading.scene.asked is not Asked.CONSENT or reading.scene.reminder:
        return None
    first = reading.likely.ranking[0]
    answers = reading.likely.of(Intent.ANSWER) + reading.likely.of(Intent.UNCLEAR)
    given = consent_of(reading.message, reading.hints, reading.scene)
    if given is Said.YES:
        return Verdict(Intent.ANSWER, True, Answered(Said.YES))
    if first not in (Intent.ANSWER, Intent.UNCLEAR) and answers < 0.3:
        return None
    if given is not None and (answers > 0.25 or reading.hints.said):
        return Verdict(Intent.ANSWER, True, Answered(given))
    if first in (Intent.ANSWER, Intent.UNCLEAR):
        part = reading.likely.parts.get(Intent.ANSWER)
        if (
            first is Intent.ANSWER
            and part in (Said.NO, Said.LATER)
            and not (part == Said.NO and only_agrees(reading.message))
            and not (reassures(reading.message) or has_asked(reading.message))
        ):
            sure = reading.likely.of(Intent.ANSWER) >= 0.6
            return Verdict(Intent.ANSWER, sure, Answered(part))
        grave = [each for each in CRITICAL if reading.likely.of(each) >= STRONG_FROM]
        grave.sort(key=reading.likely.of, reverse=True)
        return Verdict(Intent.UNCLEAR, False, Entities(), (*grave[:1], Intent.ANSWER))
    return None


def _by_number(reading: Reading) -> Verdict | None:
    choice = reading.hints.choice
    if reading.scene.reminder or reading.scene.asked is Asked.CONSENT:
        return None
    if not choice.by_number or len(reading.message.content) > 5:
        return None
    if choice.beyond:
        return Verdict(Intent.UNCLEAR, False, Entities(), (Intent.ANSWER,))
    if choice.labels and reading.likely.of(Intent.ANSWER) >= 0.1:
        return Verdict(Intent.ANSWER, True)
    return None


def _reminded(reading: Reading) -> Verdict | None:
    if not reading.scene.reminder or reading.hints.said not in (Said.YES, Said.NO):
        return None
    if reading.likely.of(Intent.ATTEND) < 0.1:
        return None
    return Verdict(Intent.ATTEND, len(reading.scene.waiting) == 1)


def _answered(reading: Reading) -> Verdict | None:
    closed = reading.scene.asked in CLOSED and reading.scene.asked is not Asked.CONSENT
    if not closed or reading.scene.reminder:
        return None
    if reading.hints.said in (Said.YES, Said.NO) and reading.likely.of(Intent.ANSWER) >= 0.15:
        return Verdict(Intent.ANSWER, True)
    return None


def _counted(reading: Reading) -> Verdict | None:
    scene, message = reading.scene, reading.message
    if scene.asked is not Asked.ATTENDANCE or scene.reminder or message.asks:
        return None
    if reading.likely.ranking[0] not in (Intent.ATTEND, Intent.ANSWER) or any(
        not each.is_self for each in mentions(message, scene)
    ):
        return None
    present = count_present(message)
    return None if present is None else Verdict(Intent.ANSWER, True, Answered(present))


_TALK = frozenset(
    (Intent.SMALL_TALK, Intent.QUESTION, Intent.UNWELL, Intent.DEATH_UNDONE, Intent.LONELY, Intent.CANNOT_READ,
     Intent.EVENT_QUESTION, Intent.ATTEND, Intent.UNCLEAR, Intent.ANSWER, Intent.SET_EVENT)
)  # fmt: skip
"""Where words of danger stand in peace as well: stories, questions, a training in first aid."""


_FIGURES = (Asked.YEAR, Asked.DATE, Asked.TIME, Asked.NUMBER, Asked.MONEY)
_NO_ANSWER_OF_ITS_OWN = frozenset(
    (Intent.ANSWER, Intent.SMALL_TALK, Intent.LONELY, Intent.UNWELL, Intent.UNCLEAR)
)  # fmt: skip
"""What the samples call talk about one's age and memory, where nothing is asked."""
_COUNTED = frozenset(
    (Intent.REPORT, Intent.STEPS, Intent.ROSTER, Intent.ATTENDANCE_LIST, Intent.CALL_LIST, Intent.SET_EVENT,
     Intent.FOUND, Intent.MY_STATE, Intent.UNCLEAR)
)  # fmt: skip
"""What clubs, members and days are spoken of for, where no figure is asked."""


def _figure(reading: Reading) -> Verdict | None:
    scene, message, first = reading.scene, reading.message, reading.likely.ranking[0]
    if scene.asked not in _FIGURES or scene.reminder or message.asks:
        return None
    if any(each.is_strong and each.intent in CRITICAL for each in reading.hints.heard):
        return None
    value = reading.hints.value
    if value.value is None and first in _NO_ANSWER_OF_ITS_OWN and says_unknown(message):
        told = Said.LATER if will_look(message) else Said.UNKNOWN
        return Verdict(Intent.ANSWER, True, Answered(told))
    if value.value is not None and value.is_sure and first in _COUNTED and not _asks(message):
        return Verdict(Intent.ANSWER, reading.likely.of(Intent.ANSWER) >= 0.02, None, (first,))
    return None


def _heard_from(intent: Intent, first: Intent) -> float:
    least = HEARD_FROM[intent]
    return GRUDGE_FROM.get(first, least) if intent is Intent.COMPLAINT else least


def _critical(reading: Reading) -> Verdict | None:
    first = reading.likely.ranking[0]
    strong = {each.intent for each in reading.hints.heard if each.is_strong}
    if first is Intent.UNMUTE and Intent.MUTE in strong:
        # What switches on again isn't among the phrases of a stop.
        return Verdict(Intent.MUTE, is_sure=True)
    if (
        first is Intent.MUTE
        and Intent.MUTE not in strong
        and STOP_DENIED.find(reading.message.line)
    ):
        return Verdict(Intent.UNMUTE, False, None, (first,))
    if first is Intent.MUTE and Intent.DEATH in strong:
        # "cậu Hai mất rồi, đừng nhắn kêu cậu đi khám nữa": six of six such are a death.
        return Verdict(Intent.DEATH, False, None, (first,))
    danger = reading.likely.of(Intent.DANGER)
    if first is Intent.COMPLAINT and Intent.DANGER in strong and danger >= TOLD_FROM:
        return Verdict(first, False, None, (Intent.DANGER,))
    if first in CRITICAL:
        return _of_two(reading, first)
    if Intent.DANGER in strong and first not in _TALK:
        return Verdict(first, False, None, (Intent.DANGER,))
    for intent in reading.likely.ranking[1:6]:
        if intent not in CRITICAL:
            continue
        least = STRONG_FROM if intent in strong else _heard_from(intent, first)
        clearly = CLEARLY_THOUGH_HEARD if intent in strong else CLEARLY
        if reading.likely.of(intent) >= least and reading.likely.of(first) < clearly:
            others = (intent, *(each for each in reading.likely.ranking[1:] if each is not intent))
            return Verdict(first, False, None, others[:OFFERED])
    return None


def _besides(reading: Reading) -> Verdict | None:
    first = reading.likely.ranking[0]
    if first in CRITICAL:
        return None
    grave = grave_besides(reading.message, reading.scene)
    return None if grave is None else Verdict(first, False, None, (grave,))


def _behind(reading: Reading) -> Verdict | None:
    if reading.likely.ranking[0] is not Intent.SCAM:
        return None
    asked = asked_behind(reading.message, reading.scene)
    return None if asked is None else Verdict(asked, False, None, (Intent.SCAM,))


def _of_two(reading: Reading, first: Intent) -> Verdict | None:
    """Which of two grave things is asked where both are likely, or where no phrase tells of a danger."""
    share = reading.likely.of(first)
    for second in reading.likely.ranking[1:2]:
        if second in CRITICAL and reading.likely.of(second) >= BESIDE and share < CLEARLY:
            return Verdict(first, False, None, (second,))
    unheard = first is Intent.DANGER and not any(
        each.intent is Intent.DANGER for each in reading.hints.heard
    )
    return Verdict(first, False) if unheard and share < UNHEARD_FROM else None


_ASKING = Phrases(
    r"(có|được|phải|là|còn|đã|cần|nên|bị|biết)( \S+){0,14} (không|chưa|hả|à|sao|chứ)|\S+ (không|chưa|hả|à|nhỉ|vậy|sao|gì|nào|đâu|ai|mấy|bao nhiêu)$",
    r"(cho )?(tôi |tui |em |bác |con |chị |anh )?(hỏi|biết|thắc mắc|tìm hiểu|giải thích)",
)


def _asks(message: Message) -> bool:
    """Whether a message asks anything, by its sign or by a word that asks."""
    return (
        message.asks
        or particles.has(Particle.QUESTION, message.words)
        or bool(_ASKING.find(message.line))
    )


def _statement(reading: Reading) -> Verdict | None:
    first = reading.likely.ranking[0]
    if first is not Intent.QUESTION or _asks(reading.message) or reading.likely.of(first) >= 0.93:
        return None
    return Verdict(first, False)


def _name_out(reading: Reading) -> Verdict | None:
    if reading.scene.asked or reading.scene.role is not Role.GUEST:
        return None
    if not NAME_OUT.whole(" ".join(reading.message.content)):
        return None
    return Verdict(Intent.DELETE_DATA, is_sure=True)


def _price(reading: Reading) -> Verdict | None:
    words = reading.message.words
    if reading.scene.asked or reading.likely.ranking[0] is not Intent.SMALL_TALK:
        return None
    is_price = "giá" in words and ("nhiêu" in words or "mấy" in words)
    return Verdict(Intent.QUESTION, is_sure=True) if is_price else None


_BY_ANOTHER = Phrases(
    r"^(dạ |thưa )*(con|cháu|đứa|thằng|dâu|rể|hàng xóm|bạn|người|nhà)( (gái|trai|dâu|rể|nội|ngoại|út|lớn|bên|khác|nhà|quen|tui|tôi|bà|ông|mình|bác|cô|chú))*"
    r" (có thể )?(đăng ký|đăng kí|ghi tên|ghi danh|ghi|làm|khai|điền) (giùm|dùm|hộ|thay|giúp)( (cho )?(tui|tôi|bà|ông|bác|mình|cô|chú))? (được|đặng) (không|hông|chưa|hả)( (con|em|ạ|vậy|hả))*$"
)


def _by_another(reading: Reading) -> Verdict | None:
    is_meant = reading.likely.ranking[0] is Intent.REGISTER and reading.scene.asked is None
    is_asked = is_meant and _BY_ANOTHER.find(reading.message.line)
    return Verdict(Intent.QUESTION, is_sure=True) if is_asked else None


def _likeliest(reading: Reading) -> Verdict:
    first = reading.likely.ranking[0]
    least = SURE_FROM.get(first, SURE)
    if first is Intent.ATTEND and not (reading.scene.reminder or reading.scene.asked):
        # Nobody asked: "mai bà không đi khám được" may be of a visit of her own.
        least = UNASKED
    return Verdict(first, reading.likely.of(first) >= least)


_LEAST_UNWELL = 0.15


def _moved_by(reading: Reading) -> Verdict | None:
    is_way = reading.likely.ranking[0] is Intent.NAVIGATE
    moves = is_way and BY_HOW_MUCH.find(reading.message.line)
    return Verdict(Intent.MOVE_EVENT, True) if moves else None


def _in_hospital(reading: Reading) -> Verdict | None:
    is_talk = tuple(reading.likely.ranking[:2]) == (Intent.SMALL_TALK, Intent.UNWELL)
    if not is_talk or reading.message.asks or reading.likely.of(Intent.UNWELL) < _LEAST_UNWELL:
        return None
    line = reading.message.line
    in_hospital = IN_HOSPITAL.find(line) and not LONG_AGO.find(line)
    return Verdict(Intent.UNWELL, True) if in_hospital else None


ROWS: Sequence[Row] = (
    Row("nothing", "no word and no sign that answers: there is nothing to take for anything", _nothing),
    Row("secret", "a number that nobody should send is stopped before any other use of it", _secret),
    Row("consent", "a consent is heard strictly: only a clear yes, no or later; all else is unclear", _consent),
    Row("reminder", "a reminder owns a bare yes or no, an older form waits", _reminded),
    Row("code", "letters and digits mixed as no word is can only be a code that somebody was given", _code),
    Row("number", "the number of a shown choice means that choice, whatever the words around it", _by_number),
    Row("option", "while a question with choices is open its options come first, by any word of their own", _chosen),
    Row("yes or no", "a yes/no question knows every yes and every no", _answered),
    Row("present", "how many came is a figure where it is asked, though it is said in words of who comes", _counted),
    Row("figure", "who is asked for a figure and gives one, or tells that nobody remembers it, has answered", _figure),
    Row("besides", "who answers and tells of something grave in the next sentence is heard with both", _besides),
    Row("behind", "who tells what happened to another and then asks for something came to ask, and is asked which", _behind),
    Row("critical", "what would harm if it weren't heard is asked about, though something else is likelier", _critical),
    Row("name out", "a stranger whose name somebody else wrote down is told to type just these words", _name_out),
    Row("statement", "what asks nothing is never sent to the articles without being asked back", _statement),
    Row("price", "who asks what something costs wants to know it, or hear that it isn't known here", _price),
    Row("by another", "who asks whether a child may register her asks how it is done, and registers no child", _by_another),
    Row("moved by", "who says by how much goes back in no conversation: \"lui lai 1 tieng\"", _moved_by),
    Row("hospital", "who tells of a hospital is asked after, though it sounds like talk", _in_hospital),
    Row("likeliest", "what words, scene and samples make likeliest", _likeliest),
)  # fmt: skip


def understand(text: str, scene: Scene, *, explained: bool = False) -> Understanding:
    """What a message means in its scene; never raises. `explained`: with the features that weighed."""
    message = read_message(text)
    hints = hints_of(message, scene)
    likely = classify(message, scene, hints).weighed(possible(scene, message, hints))
    reading = Reading(message, scene, hints, likely)
    for row in ROWS:
        verdict = row.decide(reading)
        if verdict is not None:
            return _understood(reading, row, verdict, explained=explained)
    raise AssertionError("the last row decides")


def understand_as(text: str, scene: Scene, intent: Intent) -> Understanding:
    """What a message means where its writer has said which intent he had."""
    message = read_message(text)
    hints = hints_of(message, scene)
    reading = Reading(message, scene, hints, classify(message, scene, hints))
    row = Row("meant", "asked back, its writer has chosen", lambda _reading: None)
    return _understood(reading, row, Verdict(intent, is_sure=True), explained=False)


def _understood(reading: Reading, row: Row, verdict: Verdict, *, explained: bool) -> Understanding:
    likely, scene = reading.likely, reading.scene
    entities, is_sure = verdict.entities, verdict.is_sure
    part = likely.parts.get(verdict.intent)
    if entities is None and verdict.intent is Intent.ANSWER:
        answer = answer_of(reading.message, scene, reading.hints, part)
        entities, is_sure = answer.entities, is_sure and answer.is_sure
    elif entities is None and verdict.intent is Intent.ATTEND:
        entities, clear = attends(reading.message, scene, lean, part)
        is_sure = is_sure and clear
    elif entities is None:
        heard = next((h for h in reading.hints.heard if h.intent is verdict.intent), None)
        if heard is not None and heard.part and part is None:
            part = heard.part
        entities = entities_of(verdict.intent, reading.message, scene, reading.hints, part, lean)
    ranked = dict.fromkeys((*(verdict.others or ()), *likely.ranking))
    others = tuple(each for each in ranked if each is not verdict.intent)[:OFFERED]
    return Understanding(
        verdict.intent, entities, is_sure, others, _why(reading, row, verdict, explained=explained)
    )


def _why(reading: Reading, row: Row, verdict: Verdict, *, explained: bool) -> tuple[str, ...]:
    found = [f"row: {row.name}", f"likely: {reading.likely.of(verdict.intent):.2f}"]
    found += [f"heard: {each.name}" for each in reading.hints.heard]
    if explained:
        model = models()[INTENTS]
        part = reading.likely.parts.get(verdict.intent)
        name = f"{verdict.intent}/{part}" if part else verdict.intent
        if name in model.classes:
            speaking = model.speaking_for(reading.likely.features, name)
            found += [f"feature: {each}" for each in speaking]
    return tuple(found)
