"""What the classifier sees of a message and its scene: words, pieces of words, meanings, the scene."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from bot.intents.concepts import concepts_of
from bot.intents.message import Message
from bot.intents.people import mentions
from bot.intents.scene import Scene
from bot.language.patterns import Pattern
from bot.language.text import fold

MOST_WORDS = 60
"""Words whose features count: what a longer text wants stands at its head or at its end."""
LETTERS = 260


def _around(message: Message) -> tuple[list[str], list[str]]:
    """The words that count, with and without accents: of a long text its head and its end."""
    words, plain = list(message.words), list(message.plain)
    if len(words) > MOST_WORDS:
        half = MOST_WORDS // 2
        words = [*words[:half], "…", *words[-half:]]
        plain = [*plain[:half], "…", *plain[-half:]]
    return words, plain


def _runs(words: Sequence[str], mark: str, longest: int = 3) -> list[str]:
    padded = ["^", *words, "$"]
    found = [mark + word for word in words]
    found += [f"{mark}{one} {other}" for one, other in itertools.pairwise(padded)]
    for size in range(3, longest + 1):
        runs = (padded[at : at + size] for at in range(len(padded) - size + 1))
        found += [mark + " ".join(run) for run in runs]
    return found


def _pieces(text: str, mark: str, shortest: int, longest: int) -> list[str]:
    return [
        mark + text[at : at + size]
        for size in range(shortest, longest + 1)
        for at in range(len(text) - size + 1)
    ]


_DIGITS = Pattern(r"\d+")


def _shape(text: str) -> Iterator[str]:
    """How many digits stand there: a phone, a year, an identity number."""
    digits = "".join(_DIGITS.findall(text))
    if digits:
        yield f"digits {min(len(digits), 20)}"
        for run in _DIGITS.findall(text)[:4]:
            yield f"run {min(len(run), 13)}"


def scene_features(scene: Scene) -> list[str]:
    """The parts of a scene that weigh, each as a word."""
    kinds = "+".join(sorted({each.event for each in scene.reminder}))
    return [
        f"role {scene.role}",
        f"asked {scene.asked}" if scene.asked else "asked -",
        f"reminder {bool(scene.reminder)}",
        f"kinds {kinds}",
        f"lang {scene.lang}",
        f"people {min(len(scene.people), 3)} {bool(scene.own)}",
    ]


def features_of(message: Message, scene: Scene, hints: Sequence[str] = ()) -> list[str]:
    """All features, each once; `hints` are what patterns and readers made of the message."""
    words, plain = _around(message)
    found: list[str] = [*_runs(plain, "w ")]
    if words != plain:
        found += _runs(words, "a ", 2)
    found += _pieces(f" {' '.join(plain)} "[:LETTERS], "c", 2, 5)
    if words != plain:
        found += _pieces(f" {' '.join(words)} "[:LETTERS], "d", 2, 4)
    raw = fold(message.text[:LETTERS])
    if raw != " ".join(plain):
        found += _pieces(f" {raw} ", "r", 2, 3)
    # Who is meant, whatever he is called.
    named = mentions(message, scene)
    slots = list(plain)
    if len(message.words) <= MOST_WORDS:
        for each in reversed(named):
            slots[each.start : each.end] = ["<I>" if each.is_self else "<P>"]
        slots = [f"<{len(word)}>" if word.isdigit() else word for word in slots]
        if slots != plain:
            found += _runs(slots, "p ")
    spoken = [each.concept for each in concepts_of(message)][:24]
    found += [f"k {each}" for each in spoken]
    found += [f"k {one}>{other}" for one, other in itertools.pairwise(spoken)]
    found += [f"k {one}>>{other}" for one, other in zip(spoken, spoken[2:], strict=False)]
    distinct = sorted(set(spoken))[:10]
    found += [
        f"kk {one}&{other}" for at, one in enumerate(distinct) for other in distinct[at + 1 :]
    ]
    own = [
        *scene_features(scene),
        f"length {min(len(plain), 9)}",
        *(f"sign {sign}" for sign in sorted(message.signs)[:6]),
        *_shape(message.text),
        *(f"hint {hint}" for hint in hints),
        f"named {min(len(named), 3)}",
        f"english {message.is_english}",
    ]
    found += own
    where = f"{scene.asked or '-'}/{bool(scene.reminder)}"
    for context in (f"role {scene.role}", f"at {where}"):
        found += [f"x {context} {word}" for word in plain[:30]]
        found += [f"x {context} {concept}" for concept in distinct]
        found += [f"x {context} {each}" for each in own[6:]]
    found.append(f"x {scene.role} {where}")
    return list(dict.fromkeys(found))


def attendance_features(message: Message) -> list[str]:
    """What tells whether somebody comes: the words alone, whoever is meant."""
    words, plain = _around(message)
    found = [*_runs(plain, "w ")]
    if words != plain:
        found += _runs(words, "a ", 2)
    found += _pieces(f" {' '.join(plain)} "[:LETTERS], "c", 2, 4)
    spoken = [each.concept for each in concepts_of(message)][:24]
    found += [f"k {each}" for each in spoken]
    found += [f"k {one}>{other}" for one, other in itertools.pairwise(spoken)]
    found.append(f"length {min(len(plain), 6)}")
    return list(dict.fromkeys(found))
