"""What words say of coming where a denying word doesn't deny it, and where nothing is sure."""

from __future__ import annotations

import pytest

from bot.intents.attending import said_plainly
from bot.intents.coming import plain_lean
from bot.intents.message import read_message
from bot.intents.understanding import Attendance

COMES = (
    # What is needless is said of the ride and the reminder, and not of coming.
    "lội bộ cũng tới, khỏi rước",
    "khoi cho xe, toi tu di duoc",
    "khỏi nhắc, tui nhớ mà, tui ra",
    "có tui nha, khỏi hỏi",
    "I'll be there, no need for a ride",
    # A denial of staying away.
    "không đi sao được, bữa đó tui nấu nước mà",
    "nghỉ sao đặng, tui đứng lớp mà",
    "tội gì hổng đi",
    "sợ gì mà không đi",
    "có lý do gì đâu mà vắng",
    "hong di thi tiec lam",
    "ở nhà hoài mốc meo, phải ra chớ",
    "mưa bão gì cũng đi",
    "hết bịnh rồi, ra được",
    "ai không đi chớ bác là đi",
    "có gì đâu mà không tới",
    "tới nơi rồi, đang ngồi ngoài sân đình nè",
    "quá giang xe ông Hai ra",
)
COMES_LATE = (
    "tam 9h tui moi toi duoc",
    "bác tới muộn khoảng nửa tiếng, mắc đưa cháu đi học",
    "ghé xíu rồi về cho heo ăn",
    "đi mà xin về sớm nha cô",
)
STAYS = (
    "không tham dự được",
    "trung lich truc o tram nen khong tham du duoc",
    "Vướng cái tái khám rồi cô",
    "bữa đó nhằm ngày lên bệnh viện lãnh thuốc, xin kiếu",
    "đi hổng nổi, cái chưn sưng chù vù",
    "ra sao nổi mà ra, mới mổ mắt xong",
    "già rồi họp hành chi nữa, để tụi nhỏ đi",
    "hết hơi rồi, đi đứng gì nữa",
    "cho tui vắng một bữa",
    "can't make it, clinic that morning",
    "nhờ thằng Tám đi thay",
    "say xe quá nên thôi",
    "bà đòi đi mà bác sĩ không cho",
    "hồi nãy nói đi mà giờ tính lại thôi",
    "lên Sài Gòn, tuần sau mới về",
    "has a cold",
)
OPEN = (
    "toi bua do roi hay con oi",
    "tới đâu hay tới đó con",
    "còn đợi thằng con trả lời có chở không",
    "khoái đi lắm mà hổng ai chở",
    "có hát hò gì không, có thì tui ra",
    "con gái chở thì đi, không thì thôi",
    "thằng Út rảnh mới chở đi được",
    "ai chở thì qua đi",
    "bữa đó tạnh mưa thì tui tới",
    "năm ăn năm thua",
    "chưa gặp được ổng",
    "gọi hoài hổng bắt máy",
    "xem trời bữa đó sao",
    "chưa dám hứa",
    "còn suy nghĩ",
    "coi con nhỏ nó có về kịp hông đã",
    "is still thinking it over",
    "hasn't decided",
    "depends on whether my son can drive me",
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *((typed, Attendance.YES) for typed in (*COMES, *COMES_LATE)),
        *((typed, Attendance.NO) for typed in STAYS),
        *((typed, Attendance.UNSURE) for typed in OPEN),
    ],
)
def test_whether_somebody_comes(typed: str, said: Attendance) -> None:
    assert (said_plainly(typed) or plain_lean(read_message(typed))) is said


@pytest.mark.parametrize("typed", ["cái ghế đỏ", "họp mấy giờ vậy con", "má con gửi lời thăm"])
def test_what_says_nothing_of_it(typed: str) -> None:
    assert plain_lean(read_message(typed)) is None


def test_a_reason_that_is_overcome_is_no_refusal() -> None:
    assert said_plainly("bận gì thì bận cũng ráng ra") is not Attendance.NO
