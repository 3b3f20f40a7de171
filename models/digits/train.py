"""Trains, exports and measures the digits model, from the repository's root:

python -m models.digits.train

Writes model.onnx, manifest.json, training.json, evaluation.json, the card's table and the golden
runs. A bigger machine by flags: --device cuda --bf16 --batch 256 --steps 6000 --rate 2e-3.
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import torch

from models.digits import card, data, evaluate, export, golden, network
from models.lib.export import load_weights
from models.lib.preconditioning import Denoiser
from models.lib.training import Run, Settings, train

FOLDER = Path(__file__).parent


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=12_000)
    parser.add_argument("--shape-steps", type=int, default=4_000, help="of the second phase")
    parser.add_argument(
        "--lead", type=float, default=1.25, help="guidance that the second phase puts into the estimate"
    )
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--device", default="cpu", help="cpu, or cuda")
    parser.add_argument("--bf16", action="store_true", help="bfloat16 autocast")
    parser.add_argument("--compile", action="store_true", help="torch.compile; wants a C++ compiler")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--warm", action="store_true", help="start from the committed weights")
    parser.add_argument("--runs", type=Path, default=FOLDER / "runs")
    return parser.parse_args()


def drawer(split: data.Split):
    """(count, generator) -> pictures and one-hot conditions, drawn with replacement."""
    conditions = split.conditions()

    def draw(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        index = torch.randint(len(split.pictures), (count,), generator=generator)
        return split.pictures[index], conditions[index]

    return draw


def phases(options: argparse.Namespace) -> dict[str, Settings]:
    """Two runs, the second from the averaged weights of the first.

    The second spends its steps where the shape of a digit is decided, sigma about 0.4 to 4: what
    was left to learn after the first were broken strokes, not fine noise. There the first leads it a
    little further from "any digit" than the data go: more of the same training did not mend them.
    """
    common = {
        "batch": options.batch,
        "device": options.device,
        "bf16": options.bf16,
    }
    broad = Settings(
        steps=options.steps, rate=options.rate, seed=network.SEED, sigma_mean=-0.2, sigma_deviation=1.4, **common
    )
    shapes = Settings(
        steps=options.shape_steps,
        rate=options.rate / 2,
        decay_from=0.0,
        ema=0.999,
        seed=network.SEED + 1,
        sigma_mean=0.2,
        sigma_deviation=1.1,
        lead=options.lead,
        **common,
    )
    return {"broad": broad, "shapes": shapes}


def train_phase(denoiser: Denoiser, settings: Settings, folder: Path, options: argparse.Namespace) -> Run:
    """From `denoiser`, or with --resume from where this phase was left."""
    run = Run(denoiser, settings)
    checkpoint = folder / "checkpoint.pt"
    if options.resume and checkpoint.exists():
        run.restore(checkpoint)
    if run.step == settings.steps:
        return run
    if options.compile:
        run.model.loss = torch.compile(run.model.loss)
    train(run, drawer(data.load()[0]), folder)
    return run


def train_model(options: argparse.Namespace) -> dict:
    """All phases, from a fresh start or the committed weights. Returns the facts of the training."""
    denoiser, facts = network.create(), {}
    if options.warm:
        load_weights(denoiser, FOLDER / "model.onnx")
    for name, settings in phases(options).items():
        run = train_phase(denoiser, settings, options.runs / name, options)
        seconds = {clock: round(value) for clock, value in run.seconds.items()}
        facts[name] = {"settings": asdict(settings), "seconds": seconds}
        denoiser = network.create()
        denoiser.load_state_dict(run.average.state_dict())
    return {"warm": options.warm, "phases": facts}


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    facts = train_model(options)
    (FOLDER / "training.json").write_text(json.dumps(facts, indent=2) + "\n")
    export.export_run(options.runs / "shapes")
    evaluate.main()
    golden.main()
    card.main()


if __name__ == "__main__":
    main()
