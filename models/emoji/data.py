"""The drawn emoji and their words, as draw.mjs wrote them to runs/data/<split>/."""

import json
from pathlib import Path

import torch

from models.lib import pictures
from models.lib.pictures import Split

FOLDER = Path(__file__).parent
DATA = FOLDER / "runs" / "data"
WEIGHTS = FOLDER / "model.onnx"


def vocabulary() -> list[dict]:
    """[{id, words, kind}]: ids and their order are permanent."""
    return json.loads((FOLDER / "vocabulary.json").read_text())


def styles() -> list[int]:
    """Which words of the vocabulary are styles."""
    return [index for index, word in enumerate(vocabulary()) if word["kind"] == "style"]


def load(split: str, folder: Path = DATA) -> Split:
    """'train', or 'test': emoji that train holds in other sets only."""
    return pictures.load(folder / split, len(vocabulary()))


def kinds(split: str, folder: Path = DATA) -> torch.Tensor:
    """The number of the emoji that each picture shows: [N]."""
    return torch.tensor(json.loads((folder / split / "kinds.json").read_text()))


def with_mirrored(split: Split) -> Split:
    """The pictures, then all of them as in a mirror: what a training meets."""
    return Split(torch.cat([split.pictures, split.pictures.flip(2)]), split.labels.repeat(2, 1))
