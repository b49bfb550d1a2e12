"""A question that tells of a death or an illness in the house."""

from __future__ import annotations

import pytest

from bot.intents.sorrow import Sorrow, told_sorrow


@pytest.mark.parametrize(
    ("text", "sorrow"),
    [
        ("má tui mất rồi thì tiền vay tính sao", Sorrow.DEATH),
        ("ong noi vua qua doi, co tien mai tang khong", Sorrow.DEATH),
        ("Mẹ em mới mất tuần trước, báo cho ai", Sorrow.DEATH),
        ("my father passed away, who should I tell?", Sorrow.DEATH),
        ("má em mất rồi, tiền má mượn hội ai trả vậy?", Sorrow.DEATH),
        ("bà nội nằm viện có ai tới thăm không", Sorrow.ILLNESS),
        ("mẹ em bị ung thư, xin trợ cấp gì được", Sorrow.ILLNESS),
        ("my husband has dementia, can he join?", Sorrow.ILLNESS),
        ("mất tiền quỹ thì sao", None),
        ("ông mất thẻ rồi làm sao", None),
        ("người mất thì giấy tờ thế nào", None),
        ("nếu ba tui mất thì ai trả", None),
        ("chủ nhiệm mới mất sổ", None),
        ("ba con 80 tuổi vừa qua đời, tiền mai táng lãnh ở đâu", Sorrow.DEATH),
        ("ông nội 90 tuổi bị tai biến nằm liệt, ai tới chăm giùm", Sorrow.ILLNESS),
        ("khám bệnh bao lâu một lần", None),
        ("bữa đó tui đi khám mắt rồi", None),
        ("tui di kham mat roi co can kham lai khong", None),
        ("di Hai mat roi tien vay tinh sao", Sorrow.DEATH),
        ("bà bị đau mắt hôm qua", None),
    ],
)
def test_what_is_told(text: str, sorrow: Sorrow | None) -> None:
    assert told_sorrow(text) is sorrow
