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
from models.lib.training import Run, Settings, train

FOLDER = Path(__file__).parent


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=24_000)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--device", default="cpu", help="cpu, or cuda")
    parser.add_argument("--bf16", action="store_true", help="bfloat16 autocast")
    parser.add_argument("--compile", action="store_true", help="torch.compile; wants a C++ compiler")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--warm", action="store_true", help="start from the committed weights")
    parser.add_argument("--run", type=Path, default=FOLDER / "runs" / "main")
    return parser.parse_args()


def drawer(split: data.Split):
    """(count, generator) -> pictures and one-hot conditions, drawn with replacement."""
    conditions = split.conditions()

    def draw(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        index = torch.randint(len(split.pictures), (count,), generator=generator)
        return split.pictures[index], conditions[index]

    return draw


def settings_of(options: argparse.Namespace) -> Settings:
    return Settings(
        steps=options.steps,
        batch=options.batch,
        rate=options.rate,
        sigma_mean=-0.2,
        sigma_deviation=1.4,
        seed=network.SEED,
        device=options.device,
        bf16=options.bf16,
    )


def train_model(options: argparse.Namespace) -> Run:
    """Trains to the end, from a fresh start, the committed weights or the last checkpoint."""
    denoiser = network.create()
    if options.warm:
        load_weights(denoiser, FOLDER / "model.onnx")
    run = Run(denoiser, settings_of(options))
    checkpoint = options.run / "checkpoint.pt"
    if options.resume and checkpoint.exists():
        run.restore(checkpoint)
    if options.compile:
        run.model.loss = torch.compile(run.model.loss)
    train(run, drawer(data.load()[0]), options.run)
    return run


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    run = train_model(options)
    seconds = {clock: round(value) for clock, value in run.seconds.items()}
    facts = {"settings": asdict(run.settings), "warm": options.warm, "seconds": seconds}
    (FOLDER / "training.json").write_text(json.dumps(facts, indent=2) + "\n")
    export.export_run(options.run)
    evaluate.main()
    golden.main()
    card.main()


if __name__ == "__main__":
    main()
