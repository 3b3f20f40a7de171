"""Trains a model. Checkpoints, logs and settings lie in runs/<phase>/ in its folder, from where export takes them."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import torch

from models.lib.commands import card, evaluate, export, golden
from models.lib.declaration import Model
from models.lib.export import load_weights
from models.lib.training import Run, Settings, train


def add_arguments(parser: argparse.ArgumentParser, model: Model) -> None:
    parser.add_argument("--steps", type=int, help="of all phases together, which keep their proportions")
    parser.add_argument("--batch", type=int)
    parser.add_argument("--rate", type=float, help="of the first phase; the others' follow in proportion")
    parser.add_argument("--ema", type=float)
    parser.add_argument("--device", default="cpu", help="cpu, or cuda")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, help="bfloat16 autocast")
    parser.add_argument("--compile", action="store_true", help="torch.compile; wants a C++ compiler")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--start-from", type=Path, help="weights of an exported model.onnx, of this size or larger")
    parser.add_argument("--leave", nargs="*", default=(), help="names of weights that --start-from leaves as they are")
    parser.add_argument("--runs", type=Path, default=model.runs)
    parser.add_argument("--through", action="store_true", help="then export, evaluate, golden and card")
    model.family.add_arguments(parser)
    model.data.add_training_arguments(parser)


def phases(model: Model, options: argparse.Namespace) -> Iterator[tuple[str, Settings]]:
    """The declared phases with what the command line asks for instead."""
    declared = list(model.training.values())
    longer = options.steps / sum(phase.steps for phase in declared) if options.steps else 1
    faster = options.rate / declared[0].rate if options.rate else 1
    asked = {name: getattr(options, name, None) for name in ("batch", "ema", "bf16", "device", "lead", "lead_at")}
    changes = {name: value for name, value in asked.items() if value is not None}
    for name, phase in model.training.items():
        yield name, replace(phase, steps=round(longer * phase.steps), rate=faster * phase.rate, **changes)


def run_phase(model: Model, name: str, settings: Settings, start, options: argparse.Namespace) -> Run:
    """From `start`, or with --resume from where this phase was left."""
    run = model.family.start(settings, options, start, **model.data.starting(options))
    folder = options.runs / name
    if options.resume and (folder / "checkpoint.pt").exists():
        run.restore(folder / "checkpoint.pt")
    if run.step < settings.steps:
        train(run, model.data.drawer(run, options), folder)
    (folder / "settings.json").write_text(json.dumps(asdict(run.settings), indent=2) + "\n")
    return run


def main(model: Model, options: argparse.Namespace) -> None:
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    start = None
    if options.start_from:
        start = model.family.create()
        load_weights(start, options.start_from, tuple(options.leave))
    for name, settings in phases(model, options):
        start = run_phase(model, name, settings, start, options).average
    if options.through:
        for command in (export, evaluate, golden, card):
            parser = argparse.ArgumentParser()
            command.add_arguments(parser, model)
            command.main(model, parser.parse_args(["--runs", str(options.runs)] if command is export else []))
