"""A health check with the health station: once or twice a year; people bring their books."""

from __future__ import annotations

from bot.domain.events.rules import EVENING, MORNING, Datum, EventKind, Offset

KIND = EventKind(
    "health_check",
    place=2,
    offsets=(Offset(7, MORNING), Offset(1, EVENING)),
    names=("khám sức khỏe", "khám", "health check"),
    nicknames=("khám bệnh", "check"),
    spoken=(
        "(đo|kiểm tra|coi) (sức khỏe|huyết áp|áp huyết|đường|mắt|xương|loãng xương|mỡ máu|tim)",
        "thử (đường|máu)",
        "xét nghiệm|chích ngừa|tiêm|đường huyết",
        "health|check up|checkup|screening|blood|eye",
        "trạm y tế|nhịn (ăn|đói)",
    ),
    # A doctor teaches classes, too.
    hinted=("bác sĩ|doctor",),
    asks=(Datum.BRING, Datum.FASTING),
)
