"""Patterns over words: found with accents and without, and looked for only where they can stand."""

from __future__ import annotations

import unicodedata

import pytest

from bot.intents import patterns, replies
from bot.intents.message import canonical, read_message
from bot.intents.patterns import Heard, heard
from bot.intents.phrases import Phrases
from bot.intents.samples import load_samples
from bot.intents.understanding import Danger, Intent
from bot.language.text import fold

USED = [
    *(each for row in patterns._PATTERNS for each in (row.strong, row.weak, row.never)),
    *(each for each in vars(replies).values() if isinstance(each, Phrases)),
]


def test_a_pattern_that_is_passed_over_stands_nowhere() -> None:
    for said in load_samples()[::20]:
        line = read_message(said.text).line
        for phrases in USED:
            assert phrases.stand_in(line) == (phrases.find(line) is not None), line


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (r"(còn )?muốn sống( nữa)?", "khong con muon song nua"),
        (r"(đi|bị) lạc", "bà bị lạc rồi"),
        (r"(té|ngã)( \S+){0,3} (gãy|bể đầu)( tay)?", "má ngã trong bếp gãy tay"),
        (r"suicid\w*", "thinking of suicide"),
        (r"(cả|đủ) ?(hai|ba)? ?(người|nhà)", "cả hai người đi"),
        (r"who", "who's there"),
        (r"lừa đảo(?! điểm)", "nó lừa đảo"),
        (r"(một|1) ?\d+", "một 5"),
    ],
)
def test_whatever_a_pattern_is_made_of_it_is_looked_for(pattern: str, line: str) -> None:
    line = read_message(line).line
    assert Phrases(pattern).find(line)
    assert Phrases(pattern).stand_in(line)
    assert not Phrases(pattern).stand_in("chào con")


def test_words_are_compared_alike_however_their_letters_are_put_together() -> None:
    for said in load_samples()[::20]:
        text = said.text
        apart = unicodedata.normalize("NFD", text)
        assert fold(text) == fold(apart)
        for word, other in zip(text.split(), apart.split(), strict=True):
            assert canonical(word) == canonical(other)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("mui ga nong nac ca bep, cai binh xi xi hoai", Danger.FIRE),
        ("khói từ nhà bên bay qua, dì không thấy đường ra", Danger.FIRE),
        ("I smell gas in her kitchen", Danger.FIRE),
        ("ông cụ cuối xóm ba ngày không thấy mở cửa", Danger.LOST_PERSON),
        ("cả ngày nay ba em không bắt máy", Danger.LOST_PERSON),
        ("goi me tu sang toi toi me khong nghe may", Danger.LOST_PERSON),
        ("thang chau no dam tui hai cai vi khong dua tien", Danger.VIOLENCE),
        ("dượng lại đập dì Ba, dì khóa cửa trốn trong buồng", Danger.VIOLENCE),
        ("nhà bên có tiếng la cứu", Danger.VIOLENCE),
    ],
)
def test_a_danger_that_is_told_as_a_story_is_heard(told: str, kind: Danger) -> None:
    assert Heard(Intent.DANGER, kind, True) in heard(read_message(told))


@pytest.mark.parametrize(
    "told",
    ["mùi gà nướng nồng nàn", "ống nước nhà văn hóa rò rỉ", "hai bữa nay không ai nhắn tin cho tui",
     "từ hôm qua tới giờ không ai trả lời câu hỏi", "cô thư ký không bắt máy", "con gà trốn sau hè kêu hoài nghe vui"],
)  # fmt: skip
def test_what_only_sounds_like_one_is_not(told: str) -> None:
    found = [each for each in heard(read_message(told)) if each.intent is Intent.DANGER]
    assert not any(each.is_strong for each in found)


@pytest.mark.parametrize(
    "told",
    ["ba Tam cuoi ma em truoc mat bao nhieu nguoi", "anh Lợi giữ riêng tiền nước, dặn khỏi ghi vô sổ",
     "họ chụp hình bà nằm liệt rồi đăng lên nhóm", "chú Út nuốt luôn phần gạo của tui",
     "đi rủ người ta vô hội để ăn hoa hồng", "thu tiền ghế hai lần mà không có biên lai", "bị đuổi ra khỏi buổi họp"],
)  # fmt: skip
def test_a_complaint_is_heard_by_what_was_done(told: str) -> None:
    assert Heard(Intent.COMPLAINT, None, True) in heard(read_message(told))


@pytest.mark.parametrize(
    "told",
    # What these are without accents: mắng, hỗn, kiện, đuổi, quát.
    ["co can mang theo gi khong", "ba hon toi hai tuoi", "de xin y kien ba con", "nha o duoi cho", "quat hu roi con",
     "tiền nước chị Thơ giữ, sổ ghi đủ", "bà con cười vui lắm"],
)  # fmt: skip
def test_what_sounds_like_a_complaint_is_none(told: str) -> None:
    assert not any(each.intent is Intent.COMPLAINT for each in heard(read_message(told)))


@pytest.mark.parametrize(
    "told",
    ["sống thừa ngày nào khổ con cháu ngày đó", "mốt là khỏi ai phải nuôi cái thân này", "gom được ít thuốc ngủ rồi",
     "chẳng còn ai cần tui", "đi cho nhẹ nợ con cháu"],
)  # fmt: skip
def test_who_hints_at_an_end_is_heard(told: str) -> None:
    assert Heard(Intent.DANGER, Danger.SELF_HARM, True) in heard(read_message(told))


@pytest.mark.parametrize(
    "told",
    [
        "nấu sẵn nồi cháo rồi khỏi ai phải lo",
        "cơm còn dư cho gà ăn",
        "uống thuốc cho đỡ ho",
        "ai cần ghế thì nói",
    ],
)
def test_who_spares_others_some_work_is_in_no_danger(told: str) -> None:
    found = [each for each in heard(read_message(told)) if each.intent is Intent.DANGER]
    assert not any(each.is_strong for each in found)


@pytest.mark.parametrize(
    ("told", "beside"),
    [
        ("nhà bên hát karaoke điếc tai muốn chết", "tui muốn chết cho xong"),
        ("quan chao dat khach, chay noi chao tu 8 gio", "nồi cháo cháy lan qua tủ rồi"),
        ("mấy đứa cháu đánh trận giả ngoài sân", "thằng cháu nó đánh tui chảy máu"),
        ("chạy hàng muốn xỉu luôn mà vẫn trả lời nè", "má xỉu ngoài rẫy rồi"),
    ],
)
def test_a_look_alike_is_in_no_danger_and_who_stands_beside_it_is(told: str, beside: str) -> None:
    assert not any(
        each.intent is Intent.DANGER and each.is_strong for each in heard(read_message(told))
    )
    assert any(
        each.intent is Intent.DANGER and each.is_strong for each in heard(read_message(beside))
    )


@pytest.mark.parametrize(
    ("told", "intent", "is_strong"),
    [
        ("co doan ao vang di tung nha thu 150 ngan lam lai the bhyt", Intent.SCAM, True),
        ("mấy người đeo thẻ lạ vô xóm đòi tiền đổi sổ hộ nghèo", Intent.SCAM, True),
        ("đoàn khám cho thuốc không lấy đồng nào", Intent.SCAM, False),
        ("cho tôi nói chuyện với kỹ thuật viên", Intent.HUMAN, True),
        ("cán bộ phụ trách có gọi khen tổ mình", Intent.HUMAN, False),
        ("em không có kêu ngưng nhắc má nha", Intent.MUTE, False),
        ("tui đâu có xin, ngưng nhắn đi con", Intent.MUTE, True),
    ],
)
def test_what_is_denied_or_praised_is_no_wish(told: str, intent: Intent, is_strong: bool) -> None:
    found = [each for each in heard(read_message(told)) if each.intent is intent]
    assert any(each.is_strong for each in found) is is_strong


def test_who_cannot_get_up_is_asked_about() -> None:
    for told in (
        "tui nằm dưới nền, đứng dậy không nổi",
        "dang nam duoi nen nha tam, dung day hong noi",
    ):
        assert any(each.intent is Intent.DANGER for each in heard(read_message(told)))
