"""The one table of little words."""

from __future__ import annotations

import pytest

from bot.intents import particles
from bot.intents.particles import Particle
from bot.language.text import fold


@pytest.mark.parametrize("kind", Particle)
def test_every_form_is_found_with_its_accents_and_bare(kind: Particle) -> None:
    for form in particles.forms_of(kind):
        assert particles.is_whole(kind, form), form
        bare = tuple(map(fold, form))
        assert particles.length_at(kind, bare, 0) >= 1, form


@pytest.mark.parametrize(
    "typed",
    ["không", "khong", "hông", "hổng", "hem", "hok", "khg", "ko", "k", "kh", "chẳng", "đâu có"],
)
def test_negations(typed: str) -> None:
    assert particles.is_whole(Particle.NEGATION, typed.split())


@pytest.mark.parametrize("typed", ["đúng", "phải rồi", "ừ", "uh", "ok", "chuẩn"])
def test_a_yes_is_no_no(typed: str) -> None:
    assert particles.is_whole(Particle.YES, typed.split())
    assert not particles.is_whole(Particle.NO, typed.split())


def test_accents_count_where_they_were_typed() -> None:
    assert not particles.is_whole(Particle.YES, ["dừng"])
    assert not particles.has(Particle.NEGATION, ["khống", "chế"])
