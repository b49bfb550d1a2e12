"""A training: of the board, of volunteers; its places are few."""

from __future__ import annotations

from bot.domain.events.rules import EVENING, MORNING, Datum, EventKind, Offset

KIND = EventKind(
    "training",
    place=3,
    offsets=(Offset(7, MORNING), Offset(1, EVENING)),
    names=("tập huấn", "training"),
    nicknames=("lớp", "học"),
    spoken=(
        "lớp (đó|này|ấy|kia|học|dạy|sơ cứu|chăm sóc|hôm|bữa)|(buổi|bữa|vụ) học|học (sơ cứu|chăm|nấu|nghề)|(dạy|đứng) lớp",
    ),
    # "Họp lớp" is a meeting, "cửa khóa" is shut.
    hinted=(
        "lớp|(?<!cửa )(?<!cổng )(?<!bị )khóa(?! (cửa|cổng|trái|máy))|huấn luyện|bồi dưỡng",
        "trainer|class|workshop",
        "th|đứng lớp|học",
    ),
    asks=(Datum.PLACES,),
)
