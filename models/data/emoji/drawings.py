"""The drawn emoji, as draw.mjs wrote them: 'train', and 'test': emoji that train holds in other sets only."""

from pathlib import Path

import torch

from models.lib.drawings import Drawings
from models.lib.pictures import Split

DRAWINGS = Drawings(Path(__file__).parent)


def kinds(split: str) -> torch.Tensor:
    """The number of the emoji that each picture shows: [N]."""
    return torch.tensor(DRAWINGS.read(split, "kinds.json"))


def with_mirrored(split: Split) -> Split:
    """The pictures, then all of them as in a mirror: what a training meets."""
    return Split(torch.cat([split.pictures, split.pictures.flip(2)]), split.labels.repeat(2, 1))
