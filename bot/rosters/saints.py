"""Names of saints before names, and the sex that a name says by itself."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.family_names import begins_as_name

_SAINTS = (
    ("female", "maria anna ana theresa teresa catarina matta lucia rosa cecilia agnes mactarita isave monica elisabeth "
               "clara veronica martha magarita madalena"),
    ("male", "giuse phero phaolo gioan anton antonio daminh micae toma giacobe mattheu luca phanxico inhaxio martino "
             "augustino stephano emmanuel gioakim giuong barotolomeo anre philipphe benado simon tadeo raphael gabriel vinhson"),
)  # fmt: skip


_BY_SAINT = {saint: sex for sex, saints in _SAINTS for saint in saints.split()}


_SAINTS_FIRST = Pattern(
    rf"(?:(?:{'|'.join(_BY_SAINT)}|vinh son|baotixita|kim khau|xavie|assisi)\s+)+"
)


def without_saints(line: str) -> tuple[str, str]:
    """A name without the saints before it, which stand in no paper, and those: "Maria Lê Thị Na"."""
    folded = fold(line)
    found = _SAINTS_FIRST.match(folded) if len(folded) == len(line) else None
    if found is None or not begins_as_name(line[found.end() :]):
        return line, ""
    return line[found.end() :], line[: found.end()].strip()


def name_sex(name: str) -> str | None:
    """The sex that a name says by itself, where only one of the two bears such a name.

    Y and H' of Ê-đê, M'Nông and Gia Rai, "Thích Nữ" and "Thích" of nuns and monks, saints' names.
    """
    words = name.split()
    first = words[0].replace("’", "'").replace("`", "'") if words else ""
    if first.startswith(("K'", "H'")):
        return "male" if first.startswith("K'") else "female"
    if len(words) < 2:
        return None
    if first in ("Y", "Ama"):
        return "male"
    if first in ("H", "Amí", "Ka"):
        return "female"
    if first.lower() == "thích" and len(words) > 2:
        return "female" if words[1].lower() == "nữ" else "male"
    return _BY_SAINT.get(fold(words[0])) if len(words) > 2 else None
