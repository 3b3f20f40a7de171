"""Trains the portraits model. Run from the repository's root: python -m models.portraits.train

Draw the data first: node models/portraits/draw.mjs
"""

import argparse
from dataclasses import replace
from pathlib import Path

import torch

from models.lib.export import load_weights
from models.lib.training import Run, Settings, train
from models.portraits import data, network

ADJUST_EVERY = 20  # steps between two looks at the clock


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
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
    network.add_argument(parser)
    parser.add_argument("--start-from", type=Path, help="weights of an exported model.onnx, of the same size or larger")
    parser.add_argument("--lead", type=float, default=1.0, help="guidance that the estimate learns; 1: none")
    parser.add_argument("--lead-from", type=Path, help="model.onnx of `portraits`, whose guidance that is")
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    return parser.parse_args()


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


def drawer(split: data.Split, run: Run, options: argparse.Namespace):
    """(count, generator) -> pictures and their words, drawn with replacement, some words left out."""

    chooser = data.Chooser(split.labels, options.balanced)

    def draw(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        if options.minutes and run.step % ADJUST_EVERY == 0:
            fit_to_budget(run, options.minutes)
        index, kept = chooser.choose(count, generator)
        pictures, labels = split.batch(index)
        progress = run.step / max(1, run.settings.steps)
        short = short_share(progress, options.short_from, options.short)
        return pictures, torch.maximum(data.drop_words(labels, options.drop_word, short, generator), kept)

    return draw


def create_run(options: argparse.Namespace) -> Run:
    if options.lead != 1 and not options.lead_from:
        raise SystemExit("--lead: wants --lead-from, a network that knows its words already")
    settings = Settings(
        steps=options.steps,
        batch=options.batch,
        rate=options.rate,
        ema=options.ema,
        sigma_mean=-0.4,
        sigma_deviation=1.4,
        lead=options.lead,
        seed=network.SEED,
        device=options.device,
        bf16=options.bf16,
    )
    denoiser, leader = network.create(options.model), network.create()
    if options.start_from:
        load_weights(denoiser, options.start_from)
    if options.lead_from:
        load_weights(leader, options.lead_from)
    run = Run(denoiser, settings, leader)
    checkpoint = options.run / "checkpoint.pt"
    if options.resume and checkpoint.exists():
        run.restore(checkpoint)
    if options.compile:
        run.model.loss = torch.compile(run.model.loss)
        run.leader = run.leader and torch.compile(run.leader)
    return run


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    run = create_run(options)
    train(run, drawer(data.load("train"), run, options), options.run)


if __name__ == "__main__":
    main()
