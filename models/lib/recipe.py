"""What the trainings on pictures and words share: their options, the clock, the words that a step is shown."""

import argparse
import copy
from collections.abc import Callable
from dataclasses import replace

import torch

from models.lib.pictures import Chooser, Split, drop_words
from models.lib.training import Run, Settings

ADJUST_EVERY = 20  # steps between two looks at the clock

Draw = Callable[[int, torch.Generator], tuple[torch.Tensor, torch.Tensor]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--steps", type=int, default=40_000)
    parser.add_argument("--minutes", type=float, help="instead of --steps: fit the run, decay included, into this")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=7e-4)
    parser.add_argument("--ema", type=float, default=0.9995)
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
    parser.add_argument("--device", default="cpu", help="cpu, or cuda")
    parser.add_argument("--no-bf16", dest="bf16", action="store_false", help="plain float32")
    parser.add_argument("--compile", action="store_true", help="torch.compile; wants a C++ compiler")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")


def prepare(options: argparse.Namespace) -> None:
    """How torch is to compute in this process."""
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)


def settings(options: argparse.Namespace, seed: int, lead: float = 1.0, sigma_mean: float = -0.4) -> Settings:
    return Settings(
        steps=options.steps,
        batch=options.batch,
        rate=options.rate,
        ema=options.ema,
        sigma_mean=sigma_mean,
        sigma_deviation=1.4,
        lead=lead,
        seed=seed,
        device=options.device,
        bf16=options.bf16,
    )


def go_on(run: Run, options: argparse.Namespace) -> Run:
    """The run, where --resume left off and as fast as --compile makes it."""
    checkpoint = options.run / "checkpoint.pt"
    if options.resume and checkpoint.exists():
        run.restore(checkpoint)
    if options.compile:
        run.model.loss = torch.compile(run.model.loss)
        run.leader = run.leader and torch.compile(run.leader)
    return run


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


def led_later(draw: Draw, run: Run, options: argparse.Namespace) -> Draw:
    """The same pictures. From options.lead_at of the run on, what it has learned until then leads it: the averaged
    weights of that step, kept in leader.pt so that --resume finds them."""
    kept = options.run / "leader.pt"

    def draw_and_lead(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        drawn = draw(count, generator)
        if run.leader is None and run.step >= options.lead_at * run.settings.steps:
            if not kept.exists():
                torch.save(run.average.state_dict(), kept)
            run.leader = copy.deepcopy(run.average)
            run.leader.load_state_dict(torch.load(kept, map_location=options.device, weights_only=True))
            run.settings = replace(run.settings, lead=options.lead)
        return drawn

    return draw_and_lead
