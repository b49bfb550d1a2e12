"""The table of precedence: what decides, a test for each row."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.intents.arbiter import ROWS, Reading, Verdict, understand
from bot.intents.classifier import Likelihood
from bot.intents.hints import hints_of
from bot.intents.message import read_message
from bot.intents.scene import Asked, Person, Reminder, Role, Scene
from bot.intents.understanding import Intent

NOW = datetime.fromisoformat("2026-12-01T08:00:00+07:00")
CONSENT = ("Đồng ý", "Không đồng ý")
WHO = ("Ghi tên cho tôi", "Ghi tên cho người nhà", "Quay lại")


def scene(
    *,
    role: Role = Role.MEMBER,
    people: tuple[str, ...] = (),
    asked: Asked | None = None,
    choices: tuple[str, ...] = (),
    reminded: bool = False,
) -> Scene:
    persons = tuple(Person(called) for called in people) or (Person("tôi", True),)
    reminder = (Reminder("meeting", tuple(p.called for p in persons)),) if reminded else ()
    return Scene(role, persons, asked, choices, reminder, NOW)


CASES: list[tuple[str, str, Scene, Intent]] = [
    ("nothing", "…", scene(), Intent.UNCLEAR),
    ("secret", "cccd 077060003344", scene(), Intent.SECRET),
    ("secret", "dạ otp 773201", scene(asked=Asked.CONSENT, choices=CONSENT), Intent.SECRET),
    ("consent", "đồng ý nghen", scene(asked=Asked.CONSENT, choices=CONSENT), Intent.ANSWER),
    ("consent", "ừ", scene(asked=Asked.CONSENT, choices=CONSENT), Intent.UNCLEAR),
    ("reminder", "hông", scene(reminded=True), Intent.ATTEND),
    ("reminder", "dạ", scene(asked=Asked.NAME, reminded=True), Intent.ATTEND),
    ("code", "KT93BG", scene(), Intent.CODE),
    ("number", "số 2 nha con", scene(asked=Asked.CHOICE, choices=WHO), Intent.ANSWER),
    ("number", "7", scene(asked=Asked.CHOICE, choices=WHO), Intent.UNCLEAR),
    ("option", "tui muốn ghi cho tui", scene(asked=Asked.CHOICE, choices=WHO), Intent.ANSWER),
    ("yes or no", "đúng rồi đó con", scene(asked=Asked.CONFIRM, choices=("Đúng", "Sai")), Intent.ANSWER),
    ("figure", "chạy giặc suốt, ai mà nhớ ngày nào vô hội", scene(asked=Asked.DATE), Intent.ANSWER),
    ("present", "có mặt 41 người, vắng 9", scene(asked=Asked.ATTENDANCE), Intent.ANSWER),
    ("option", "huyết áp với khớp, mắt thì bình thường", scene(asked=Asked.SEVERAL, choices=("Huyết áp", "Khớp", "Mắt")), Intent.ANSWER),
    ("secret", "trừ vô thẻ 9704000022223333 đi", scene(asked=Asked.MONEY), Intent.SECRET),
    ("besides", "Lê Văn Hai, Trần Thị Ba. À quên, chú Tám bữa qua ôm hết tiền quỹ trốn rồi", scene(asked=Asked.LIST), Intent.ANSWER),
    ("name out", "bỏ tên tôi", scene(role=Role.GUEST), Intent.DELETE_DATA),
    ("by another", "con gái tui đăng ký giùm được hông", scene(role=Role.MEMBER), Intent.QUESTION),
    ("price", "xăng bữa nay lên giá bao nhiêu một lít", scene(role=Role.GUEST), Intent.QUESTION),
    ("likeliest", "bà nội mất hồi sáng", scene(people=("bà nội",)), Intent.DEATH),
]  # fmt: skip


@pytest.mark.parametrize(("row", "typed", "before", "intent"), CASES)
def test_the_row_that_decides(row: str, typed: str, before: Scene, intent: Intent) -> None:
    found = understand(typed, before)
    assert found.why[0] == f"row: {row}"
    assert found.intent is intent


def decided(typed: str, shares: dict[Intent, float], before: Scene) -> tuple[str, Verdict]:
    """The row that decides and its verdict, with likelihoods that no fitting changes."""
    message = read_message(typed)
    ordered = dict(sorted(shares.items(), key=lambda each: -each[1]))
    reading = Reading(message, before, hints_of(message, before), Likelihood(ordered, {}))
    for row in ROWS:
        verdict = row.decide(reading)
        if verdict is not None:
            return row.name, verdict
    raise AssertionError("the last row decides")


WEIGHED: list[tuple[str, str, dict[Intent, float], Intent, bool]] = [
    # What may be a danger is asked about, though it is less likely by far.
    ("critical", "hôm nay mệt", {Intent.UNWELL: 0.7, Intent.DANGER: 0.15}, Intent.UNWELL, False),
    (
        "critical",
        "đình cháy rồi",
        {Intent.CALL_LIST: 0.98, Intent.DANGER: 0.01},
        Intent.CALL_LIST,
        False,
    ),
    (
        "critical",
        "bà nội mất hồi hôm",
        {Intent.SMALL_TALK: 0.8, Intent.DEATH: 0.04},
        Intent.SMALL_TALK,
        False,
    ),
    (
        "critical",
        "bà Tư ba bữa nay không thấy mở cửa, không ai lo",
        {Intent.COMPLAINT: 0.9, Intent.DANGER: 0.02},
        Intent.COMPLAINT,
        False,
    ),
    (
        "likeliest",
        "thủ quỹ ăn chặn tiền của bà con",
        {Intent.COMPLAINT: 0.9, Intent.DANGER: 0.02},
        Intent.COMPLAINT,
        True,
    ),
    # A grudge is asked about early, but beside who comes; what is told to somebody else, too, later.
    (
        "critical",
        "cô Sáu xếp tui ngồi ngoài hiên",
        {Intent.SMALL_TALK: 0.7, Intent.COMPLAINT: 0.11},
        Intent.SMALL_TALK,
        False,
    ),
    (
        "likeliest",
        "cô Sáu xếp tui ngồi ngoài hiên",
        {Intent.SMALL_TALK: 0.7, Intent.COMPLAINT: 0.09},
        Intent.SMALL_TALK,
        True,
    ),
    (
        "likeliest",
        "tui tới, mà xếp tui ngồi trong nhà",
        {Intent.ATTEND: 0.7, Intent.COMPLAINT: 0.25},
        Intent.ATTEND,
        True,
    ),
    (
        "critical",
        "tui tới, mà xếp tui ngồi trong nhà",
        {Intent.ATTEND: 0.6, Intent.COMPLAINT: 0.35},
        Intent.ATTEND,
        False,
    ),
    ("critical", "hôm nay mệt", {Intent.UNWELL: 0.7, Intent.DANGER: 0.11}, Intent.UNWELL, False),
    # Who denies a stop misses the messages, and is asked; who stops them is heard.
    (
        "critical",
        "em không có kêu ngưng nhắc ba nha",
        {Intent.MUTE: 0.9, Intent.UNMUTE: 0.05},
        Intent.UNMUTE,
        False,
    ),
    (
        "likeliest",
        "tui đâu có xin, ngưng nhắn đi con",
        {Intent.MUTE: 0.9, Intent.UNMUTE: 0.05},
        Intent.MUTE,
        True,
    ),
    # Who turns from another's bad luck to a question came to ask it; her own bad luck comes first.
    (
        "behind",
        "bạn tui mới bị gạt tiền trên mạng, tội ghê, mà thôi thứ bảy mấy giờ họp vậy con",
        {Intent.SCAM: 0.9, Intent.QUESTION: 0.05},
        Intent.EVENT_QUESTION,
        False,
    ),
    (
        "likeliest",
        "tui mới bị gạt tiền trên mạng, mà thôi thứ bảy mấy giờ họp vậy con",
        {Intent.SCAM: 0.9, Intent.QUESTION: 0.05},
        Intent.SCAM,
        True,
    ),
    # Of two grave things both are asked; a danger that no phrase tells of is sure only when likely.
    (
        "critical",
        "ký giấy trắng mới cho mượn",
        {Intent.SCAM: 0.5, Intent.COMPLAINT: 0.3},
        Intent.SCAM,
        False,
    ),
    ("critical", "bà muốn thăm bác Tư", {Intent.DANGER: 0.65}, Intent.DANGER, False),
    ("likeliest", "bà muốn thăm bác Tư", {Intent.DANGER: 0.85}, Intent.DANGER, True),
    ("likeliest", "muốn chết cho rồi", {Intent.DANGER: 0.6}, Intent.DANGER, True),
    (
        "hospital",
        "hôm qua tôi nằm viện",
        {Intent.SMALL_TALK: 0.7, Intent.UNWELL: 0.28},
        Intent.UNWELL,
        True,
    ),
    (
        "likeliest",
        "hồi xưa tôi nằm viện hoài",
        {Intent.SMALL_TALK: 0.7, Intent.UNWELL: 0.28},
        Intent.SMALL_TALK,
        True,
    ),
    ("moved by", "lui lai 1 tieng", {Intent.NAVIGATE: 0.9}, Intent.MOVE_EVENT, True),
    ("likeliest", "hôm nay mệt", {Intent.UNWELL: 0.7, Intent.SCAM: 0.13}, Intent.UNWELL, True),
    # A statement is no question, however likely its words are those of one.
    (
        "statement",
        "bà con vay vốn",
        {Intent.QUESTION: 0.8, Intent.UNCLEAR: 0.1},
        Intent.QUESTION,
        False,
    ),
    ("likeliest", "bà con vay vốn được không", {Intent.QUESTION: 0.8}, Intent.QUESTION, True),
    ("likeliest", "chào con", {Intent.GREETING: 0.9}, Intent.GREETING, True),
    (
        "likeliest",
        "chào con",
        {Intent.SMALL_TALK: 0.4, Intent.GREETING: 0.3},
        Intent.SMALL_TALK,
        False,
    ),
]


@pytest.mark.parametrize(("row", "typed", "shares", "intent", "is_sure"), WEIGHED)
def test_what_is_likely_is_weighed(
    row: str, typed: str, shares: dict[Intent, float], intent: Intent, is_sure: bool
) -> None:
    name, verdict = decided(typed, shares, scene())
    assert (name, verdict.intent, verdict.is_sure) == (row, intent, is_sure)


@pytest.mark.parametrize(
    ("typed", "asked", "shares", "row", "intent"),
    [
        ("xã tôi có bảy câu lạc bộ", Asked.NUMBER, {Intent.REPORT: 0.7, Intent.ANSWER: 0.1}, "figure", Intent.ANSWER),
        ("chốt ngày 22 tháng này", Asked.DATE, {Intent.SET_EVENT: 0.7, Intent.ANSWER: 0.2}, "figure", Intent.ANSWER),
        ("lâu quá ai mà nhớ ngày", Asked.DATE, {Intent.LONELY: 0.7}, "figure", Intent.ANSWER),
        # Asked of the one who asks: his own question is no figure.
        ("toàn xã có mấy câu lạc bộ", Asked.NUMBER, {Intent.REPORT: 0.9}, "likeliest", Intent.REPORT),
        ("cho xem báo cáo 11 câu lạc bộ được không", Asked.NUMBER, {Intent.REPORT: 0.9}, "likeliest", Intent.REPORT),
        # Nor is what somebody can't remember who speaks of a death.
        ("bà mới mất, ai mà nhớ ngày", Asked.DATE, {Intent.DEATH: 0.7}, "likeliest", Intent.DEATH),
        # Nobody asked for a figure.
        ("xã tôi có bảy câu lạc bộ", None, {Intent.REPORT: 0.9}, "likeliest", Intent.REPORT),
    ],
)  # fmt: skip
def test_who_is_asked_a_figure_and_says_it_has_answered(
    typed: str, asked: Asked | None, shares: dict[Intent, float], row: str, intent: Intent
) -> None:
    name, verdict = decided(typed, shares, scene(asked=asked))
    assert (name, verdict.intent) == (row, intent)


def test_what_is_asked_back_names_what_may_harm_first() -> None:
    _, verdict = decided(
        "hôm nay mệt", {Intent.UNWELL: 0.7, Intent.LONELY: 0.15, Intent.DANGER: 0.14}, scene()
    )
    assert verdict.others is not None
    assert verdict.others[0] is Intent.DANGER


def test_every_row_has_a_reason_and_a_case() -> None:
    names = [row.name for row in ROWS]
    assert len(set(names)) == len(names)
    assert all(len(row.reason.split()) > 5 for row in ROWS)
    assert {name for name, *_ in CASES} | {name for name, *_ in WEIGHED} == set(names)
    assert names[-1] == "likeliest"


@pytest.mark.parametrize(
    "typed",
    ["ừ", "dạ", "ok", "được", "có", "👍", "ừm", "oki", "sao cũng được", "ai đồng ý thì tui cũng đồng ý",
     "đồng ý một nửa thôi", "đồng ý cho ông thôi, bà thì chưa", "vừa đồng ý vừa không", "đồng ý không?",
     "nếu không mất tiền thì đồng ý", "tui hết đồng ý", "bà chưa đồng ý", "hôm trước bấm đồng ý một cái là mất tiền", "không biết đồng ý hay không", "ghi đi con", "yes no", "gật đầu rồi",
     # Whoever likes it, whoever else approves, and what is still open.
     "ưng", "bà ưng bụng rồi", "xã chấp thuận rồi", "tui chưa ưng thuận đâu", "có được chấp thuận chưa",
     "nếu con gái chấp thuận thì bà chịu", "miễn đừng đưa cho ai thì ghi", "con cứ ghi, bác không có gì phải giấu"],
)  # fmt: skip
def test_no_consent_where_none_was_given(typed: str) -> None:
    found = understand(typed, scene(asked=Asked.CONSENT, choices=CONSENT))
    assert found.entities.as_json().get("value") != "yes"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("đồng ý", "yes"), ("toi dong y a", "yes"), ("ĐỒNG Ý. CẢM ƠN CON", "yes"), ("số 1", "yes"),
     ("bác đọc kỹ rồi, bác đồng ý", "yes"), ("nội đồng ý rồi nha, em có hỏi nội đàng hoàng", "yes"),
     # As old people of the south say it in so many words, and as their papers did.
     ("tôi ưng thuận", "yes"), ("bà chấp thuận cho ghi tên", "yes"), ("hông", "no"), ("k đồng ý nghen", "no"), ("số 2", "no"),
     ("bà hổng muốn ghi", "no"), ("để hỏi ông nhà", "later"), ("bữa khác trả lời", "later")],
)  # fmt: skip
def test_a_clear_answer_to_a_consent(typed: str, value: str) -> None:
    found = understand(typed, scene(asked=Asked.CONSENT, choices=CONSENT))
    assert found.intent is Intent.ANSWER
    assert found.entities.as_json() == {"value": value}


@pytest.mark.parametrize(
    "typed",
    [
        "cứu với, bà té bất tỉnh rồi",
        "nhà cháy rồi con ơi",
        "tui muốn tự tử",
        "công an gọi bắt chuyển tiền",
    ],
)
@pytest.mark.parametrize("asked", [Asked.NAME, Asked.PHONE, Asked.ADDRESS, Asked.CONSENT])
def test_what_harms_is_heard_at_every_question(typed: str, asked: Asked) -> None:
    found = understand(typed, scene(asked=asked, choices=CONSENT if asked is Asked.CONSENT else ()))
    assert {Intent.DANGER, Intent.SCAM} & {found.intent, *found.others}


def test_a_reminder_owns_the_answer_and_the_form_waits() -> None:
    found = understand("bận rồi con", scene(asked=Asked.ADDRESS, reminded=True))
    assert found.intent is Intent.ATTEND
    assert found.entities.as_json() == {"people": {"tôi": "no"}}


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("ông đi được, bà hông", {"ông nội": "yes", "bà nội": "no"}),
        ("cả hai đều đi", {"ông nội": "yes", "bà nội": "yes"}),
        ("mình bà nội thôi", {"ông nội": "no", "bà nội": "yes"}),
        ("trừ bà nội ra", {"ông nội": "yes", "bà nội": "no"}),
        ("hông ai đi hết con", {"ông nội": "no", "bà nội": "no"}),
    ],
)
def test_each_person_has_his_answer(typed: str, people: dict[str, str]) -> None:
    found = understand(typed, scene(role=Role.HELPER, people=("ông nội", "bà nội"), reminded=True))
    assert found.intent is Intent.ATTEND
    assert found.entities.as_json() == {"people": people}


def test_two_grandmothers_are_asked_about() -> None:
    found = understand(
        "bà bận", scene(role=Role.HELPER, people=("bà nội", "bà ngoại"), reminded=True)
    )
    assert found.intent is Intent.ATTEND
    assert not found.sure


def test_a_death_is_asked_about_where_a_stop_stands_beside_it() -> None:
    told = "dượng Bảy mất rồi, đừng nhắn kêu dượng đi khám nữa"
    found = understand(told, scene(role=Role.HELPER, people=("dượng Bảy", "dì Bảy")))
    assert found.intent is Intent.DEATH or Intent.DEATH in found.others


def test_who_comes_is_no_event_that_moves() -> None:
    found = understand("đổi lại nghen, bữa họp bà hổng đi được", scene(people=("*bà",)))
    assert found.intent is Intent.ATTEND
    assert Intent.MOVE_EVENT not in (found.intent,)


def test_why_names_what_spoke_for_it() -> None:
    plain = understand("bà nội mất hồi sáng", scene(people=("bà nội",)))
    told = understand("bà nội mất hồi sáng", scene(people=("bà nội",)), explained=True)
    assert any(each.startswith("heard: death") for each in plain.why)
    assert not any(each.startswith("feature:") for each in plain.why)
    assert any(each.startswith("feature:") for each in told.why)
