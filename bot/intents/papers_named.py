"""Which paper, or which step's paper, is asked for by its name."""

from __future__ import annotations

from collections.abc import Mapping

from bot.intents.message import read_message
from bot.intents.phrases import Phrases

_PAPERS: Mapping[str, Phrases] = {
    "invitation": Phrases(r"(giấy|thư|thiệp) mời|invitations?"),
    "founding_member_list": Phrases(r"danh sách( \S+){0,3} sáng lập|founding members?"),
    "founding_request": Phrases(
        r"đơn (đề nghị|xin (thành )?lập|(thành )?lập)|mẫu đơn|tờ đơn|founding request"
    ),
    "processing_record": Phrases(r"bản ghi việc giữ( thông tin)?|processing record"),
}
_OF_STEPS: Mapping[str, Phrases] = {
    "survey": Phrases(
        r"(phiếu|mẫu|bảng|bản)( \S+)? (khảo sát|điều tra|thăm dò)|(bảng|phiếu) hỏi|survey (form|sheet)s?"
    ),
    "draft_rules": Phrases(r"quy chế|nội quy|điều lệ|club rules"),
    "activity_plan": Phrases(r"kế hoạch (hoạt động|năm)|activity plan"),
    "founding_meeting": Phrases(r"biên bản( \S+)?|phiếu bầu|minutes|ballots?"),
    "commune_support": Phrases(r"(đơn|giấy|tờ trình)( \S+)? (xin )?chủ trương|tờ trình"),
}


def paper_named(text: str) -> str | None:
    """The code of the paper that a text names; None where it names none that is made here."""
    return _named(_PAPERS, text)


def step_of_paper(text: str) -> str | None:
    """The step whose paper a text names, where no such paper is made: a form, rules, minutes."""
    return _named(_OF_STEPS, text)


def _named(table: Mapping[str, Phrases], text: str) -> str | None:
    line = read_message(text).line
    return next((key for key, phrases in table.items() if phrases.find(line)), None)
