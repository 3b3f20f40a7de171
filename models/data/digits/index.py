"""The training digits themselves, for the page to compare with: labels and pictures, one byte a value."""

from pathlib import Path

import torch

from models.data.digits import pictures
from models.lib import nearest


def write(path: Path) -> None:
    training, held_out = pictures.load()
    kinds = {str(digit): held_out.labels == digit for digit in range(10)}
    held, known = held_out.pictures.flatten(1), training.pictures.flatten(1)
    header = {
        "kind": "pictures",
        "count": len(training.pictures),
        "labels": list(kinds),
        **nearest.yardsticks(held, [known], kinds),
    }
    nearest.write(path, header, [training.labels.to(torch.uint8).numpy(), pictures.to_bytes(training.pictures)])
