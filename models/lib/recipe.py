"""What trainings on drawings and their words share: their options, the clock, the words that a step is shown."""

import argparse
from dataclasses import replace

import torch

from models.lib.pictures import Chooser, Split, drop_words
from models.lib.training import Draw, Run

ADJUST_EVERY = 20  # steps between two looks at the clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--minutes", type=float, help="instead of --steps: fit the run, decay included, into this")
    parser.add_argument("--drop-word", type=float, default=0.08, help="probability of leaving out each word")
    parser.add_argument(
        "--short",
        type=float,
        default=0.4,
        help="share of pictures, at the end, that keep any share of their words, 0 to 1",
    )
    parser.add_argument("--short-from", type=float, default=0.4, help="share of the run where --short starts to rise")
    parser.add_argument(
        "--balanced",
        type=float,
        default=0.3,
        help="share of pictures chosen by a word, every word as often as the others, instead of as they lie",
    )


def short_share(progress: float, start: float, highest: float) -> float:
    """0 until `start`, then rising in a line; `highest` from half-way to the end on."""
    rise = (1 - start) / 2
    return highest * min(1.0, max(0.0, progress - start) / rise) if rise > 0 else highest


def fit_to_budget(run: Run, minutes: float) -> None:
    """Sets run.settings.steps to what the clock leaves time for at the pace so far.

    The rate's decay then follows the share of the time that is used, pauses included. A run that
    was stopped and resumed counts only the time in which it was running.
    """
    used = run.seconds["wall"] / (60 * minutes)
    if run.step < ADJUST_EVERY or used < 1e-3:
        return
    steps = run.step if used >= 1 else max(run.step + 1, round(run.step / used))
    run.settings = replace(run.settings, steps=steps)


def drawer(split: Split, run: Run, options: argparse.Namespace) -> Draw:
    """(count, generator) -> pictures and their words, drawn with replacement, some words left out."""

    chooser = Chooser(split.labels, options.balanced)

    def draw(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        if options.minutes and run.step % ADJUST_EVERY == 0:
            fit_to_budget(run, options.minutes)
        index, kept = chooser.choose(count, generator)
        pictures, labels = split.batch(index)
        progress = run.step / max(1, run.settings.steps)
        short = short_share(progress, options.short_from, options.short)
        return pictures, torch.maximum(drop_words(labels, options.drop_word, short, generator), kept)

    return draw
