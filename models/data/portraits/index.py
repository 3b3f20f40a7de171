"""The index of the training portraits.

nearest.bin holds what finds candidates (principal components of each picture), and what it takes to draw each of
them again in the page (gaps.mjs).
"""

import subprocess
from pathlib import Path

import numpy
import torch

from models.data.portraits.drawings import DRAWINGS
from models.lib import nearest
from models.lib.pictures import Split

COMPONENTS = 48
CANDIDATES = 32  # drawn again and compared exactly
CHUNK = 10_000


def read_gaps() -> numpy.ndarray:
    """Random numbers used from each picture's beginning to the next one's: uint8 [N]."""
    answer = subprocess.run(["node", "gaps.mjs"], cwd=DRAWINGS.folder, check=True, capture_output=True)
    return numpy.frombuffer(answer.stdout, numpy.uint8)


def styles_of(split: Split) -> dict[str, torch.Tensor]:
    """Which pictures are of a style: some have so few parts that pictures repeat, others never come near."""
    words = DRAWINGS.vocabulary()
    return {words[style]["id"]: split.labels[:, style] == 1 for style in DRAWINGS.styles()}


def share_found(held_out: torch.Tensor, training: list[torch.Tensor], header: dict, basis, codes) -> float:
    """Share of the pictures whose nearest training picture is among the candidates."""
    rows = basis.float() * torch.tensor(header["scales"])[:, None]
    place = (held_out @ rows.T - torch.tensor(header["offsets"])) / header["step"]
    candidates = torch.cdist(place, codes.T.float()).topk(header["candidates"], largest=False).indices
    exact = torch.cat([torch.cdist(held_out, chunk) for chunk in training], 1).argmin(1)
    return (candidates == exact[:, None]).any(1).float().mean().item()


def write(path: Path) -> None:
    """Says how often the nearest pictures are among the candidates."""
    train, test = DRAWINGS.load("train"), DRAWINGS.load("test")
    indices = torch.arange(len(train.pictures)).split(CHUNK)
    training = [train.batch(index)[0].flatten(1) for index in indices]
    held_out = test.batch(torch.arange(len(test.pictures)))[0].flatten(1)
    basis, scales = nearest.principal_components(training[0], COMPONENTS)
    codes, offsets = nearest.encode(training, basis, scales)
    header = {
        "kind": "redrawn",
        "model": DRAWINGS.folder.name,
        "count": len(train.pictures),
        "seed": DRAWINGS.read("train", "data.json")["seed"],
        "candidates": CANDIDATES,
        "step": nearest.STEP,
        "scales": scales,
        "offsets": offsets,
        **nearest.yardsticks(held_out, training, styles_of(test)),
    }
    header["found"] = round(share_found(held_out[:500], training, header, basis, codes), 3)
    nearest.write(path, header, [basis.numpy(), codes.numpy(), read_gaps()])
    print(f"the nearest picture is among {CANDIDATES} candidates: {header['found']:.1%}")
