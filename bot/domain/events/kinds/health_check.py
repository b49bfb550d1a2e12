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
        "đo (huyết áp|đường|mắt|xương|loãng xương)",
        "thử (đường|máu)",
        "xét nghiệm|chích ngừa|tiêm|đường huyết|kiểm tra sức khỏe",
        "health|check up|checkup|screening|doctor|blood|eye",
        "bác sĩ|trạm y tế|nhịn (ăn|đói)",
    ),
    asks=(Datum.BRING, Datum.FASTING),
)
