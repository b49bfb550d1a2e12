"""Fitting the classifier: `python -m bot.intents.fit` rewrites weights.bin from the samples.

`--check` leaves writers out in turn and measures instead (what its writer never showed).
A development tool: NumPy and SciPy are in the development dependencies only.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.intents import classifier
from bot.intents.features import attendance_features, features_of
from bot.intents.fitting import Example, Options, example, fit
from bot.intents.hints import hints_of
from bot.intents.labels import class_of
from bot.intents.message import read_message
from bot.intents.samples import Line, load_samples, sample_files
from bot.intents.scoring import Scoring, write_scorings
from bot.intents.understanding import Attendance, Intent

ACCEPTED = 0.3
"""The share of the other intents that are right too."""
OPTIONS = Options(rounds=14, rate=0.5, seen_at_least=2, entries=1_400_000)
ATTENDANCE_OPTIONS = Options(rounds=20, rate=0.5, seen_at_least=2, entries=60_000)
_READ_BY = ("message", "particles", "phrases", "concepts", "people", "codes", "replies", "choices", "choice_scores", "choice_words", "counted", "patterns", "emergency", "hints", "features", "labels", "fitting", "fit")  # fmt: skip


def fingerprint() -> str:
    """What the weights depend on: the samples, and every module that makes features of them."""
    digest = hashlib.sha256()
    for path in sample_files():
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    here = Path(__file__).parent
    for path in (
        *(here / f"{name}.py" for name in _READ_BY),
        *sorted((here / "values").glob("*.py")),
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def intent_example(line: Line) -> Example:
    """A sample as the classifier of intents sees it."""
    assert line.gold is not None
    message = read_message(line.text)
    hints = hints_of(message, line.scene)
    features = features_of(message, line.scene, tuple(hints.names(line.scene)))
    share = ACCEPTED if line.gold.accept else 0.0
    labels = [(class_of(line.gold.intent, line.gold.entities), 1 - share)]
    labels += [(each.value, share / len(line.gold.accept)) for each in line.gold.accept]
    return example(features, labels)


def attendance_example(line: Line) -> Example | None:
    """A sample for who comes: an answer to a reminder that says the same of all it speaks of."""
    if line.gold is None or line.gold.intent is not Intent.ATTEND:
        return None
    part = class_of(line.gold.intent, line.gold.entities).partition("/")[2]
    if part not in tuple(Attendance):
        return None
    return example(attendance_features(read_message(line.text)), [(part, 1.0)])


def _classes(examples: Iterable[Example]) -> list[str]:
    return sorted({name for each in examples for name, _ in each.labels})


def fit_models(lines: Sequence[Line], examples: Sequence[Example]) -> dict[str, Scoring]:
    """Both models, of the examples that some lines make."""
    comes = [each for line in lines if (each := attendance_example(line)) is not None]
    return {
        classifier.INTENTS: Scoring.of(fit(examples, _classes(examples), OPTIONS)),
        classifier.ATTENDANCE: Scoring.of(fit(comes, _classes(comes), ATTENDANCE_OPTIONS)),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write the file, or measure with writers left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="leave writers out and measure")
    parser.add_argument("--folds", type=int, default=5)
    wanted = parser.parse_args(arguments)
    began = time.perf_counter()
    # Of what is fitted, whatever is written meanwhile.
    told = fingerprint()
    lines = load_samples()
    examples = [intent_example(line) for line in lines]
    if wanted.check:
        _check(lines, examples, wanted.folds)
        return
    models = fit_models(lines, examples)
    write_scorings(classifier.WEIGHTS_FILE, models, {"fingerprint": told, "samples": len(lines)})
    size = classifier.WEIGHTS_FILE.stat().st_size
    took = time.perf_counter() - began
    sys.stdout.write(f"{len(lines)} samples, {size / 1e6:.2f} MB, {took:.0f} s\n")


def _check(lines: Sequence[Line], examples: Sequence[Example], folds: int) -> None:
    from bot.intents.evaluation import figures, judge

    writers = sorted({line.writer for line in lines})
    judged = []
    for turn in range(folds):
        held = set(writers[turn::folds])
        known = [place for place, line in enumerate(lines) if line.writer not in held]
        models = fit_models([lines[place] for place in known], [examples[place] for place in known])
        with classifier.using(models):
            judged += [judge(line) for line in lines if line.writer in held]
        sys.stdout.write(f"left out {', '.join(sorted(held))}\n")
    for row in figures(judged):
        sys.stdout.write(f"{row}\n")


if __name__ == "__main__":
    main()
