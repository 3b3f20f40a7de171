"""samples.bin: real training pictures with their words, for the forward process in the page."""

from pathlib import Path

import torch

from models.lib.pictures import Split


def named(labels: torch.Tensor, vocabulary: list[dict]) -> str:
    """The names of the words of a picture, [V]: 'micah, red hair'."""
    return ", ".join(word["words"][0] for word, on in zip(vocabulary, labels.tolist(), strict=True) if on)


def write(path: Path, split: Split, index: torch.Tensor, vocabulary: list[dict]) -> dict:
    """Writes the pictures planar, [N, 3, H, W], one byte a value: 0 is -1, 255 is +1. -> the manifest's entry."""
    path.write_bytes(split.pictures[index].permute(0, 3, 1, 2).contiguous().numpy().tobytes())
    labels = [named(row, vocabulary) for row in split.labels[index]]
    return {"file": path.name, "count": len(index), "labels": labels}
