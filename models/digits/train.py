"""Trains the digits model. Run from the repository's root: python -m models.digits.train"""

import argparse
from pathlib import Path

import torch

from models.digits import data, network
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
    parser.add_argument("--run", type=Path, default=FOLDER / "runs" / "main")
    return parser.parse_args()


def drawer(split: data.Split):
    """(count, generator) -> pictures and one-hot conditions, drawn with replacement."""
    conditions = split.conditions()

    def draw(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        index = torch.randint(len(split.pictures), (count,), generator=generator)
        return split.pictures[index], conditions[index]

    return draw


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    training, _ = data.load()
    settings = Settings(
        steps=options.steps,
        batch=options.batch,
        rate=options.rate,
        sigma_mean=-0.2,
        sigma_deviation=1.4,
        seed=network.SEED,
        device=options.device,
        bf16=options.bf16,
    )
    run = Run(network.create(), settings)
    checkpoint = options.run / "checkpoint.pt"
    if options.resume and checkpoint.exists():
        run.restore(checkpoint)
    if options.compile:
        run.model.loss = torch.compile(run.model.loss)
    train(run, drawer(training), options.run)


if __name__ == "__main__":
    main()
