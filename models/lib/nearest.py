"""nearest.bin: the training pictures in a form that the page can search for those nearest to a sample.

uint32 (little endian): length of a JSON header; the header; then sections one after the other, deflated together (raw
deflate). src/features/training-neighbours/logic/read-index.ts reads it. Distances are Euclidean over values in [-1, 1].
"""

import json
import os
import struct
import zlib
from pathlib import Path

import numpy
import torch

from models.lib.evaluation import nearest_distances

FITTED_TO = 10_000  # pictures that the principal components are taken from
STEP = 1.0  # of a component: coarser than what sets pictures apart, and small when deflated
SAME = 1.0  # a distance: under it two pictures are the same one, up to rounding
QUANTILES = 21
ENOUGH = 40  # pictures, for quantiles of their own


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def write(path: Path, header: dict, sections: list[numpy.ndarray]) -> None:
    text = json.dumps(header).encode()
    content = deflated(b"".join(numpy.ascontiguousarray(section).tobytes() for section in sections))
    path.write_bytes(struct.pack("<I", len(text)) + text + content)
    print(f"{path.name}: {header['count']} pictures, {path.stat().st_size} bytes")
    every = [{"word": "all", **header["yardstick"]}] if "yardstick" in header else []
    for kind in every + header.get("yardsticks", []):
        few, half = kind["distances"][1], kind["distances"][QUANTILES // 2]
        print(f"  {kind['word']}: {kind['heldOut']} new, 5 % under {few}, half under {half}; {kind['same']} the same")


def describe(path: Path, folder: Path) -> dict:
    """The manifest's entry, for a manifest in `folder`. The index does not depend on the network."""
    return {"file": Path(os.path.relpath(path, folder)).as_posix(), "bytes": path.stat().st_size}


def quantiles(distances: torch.Tensor) -> dict:
    """distances: [N], each to the nearest training picture, of pictures that were kept back.

    Those that stand in the training set as they are say nothing about new ones: they are counted and left out.
    """
    new = distances[distances >= SAME]
    values = new.quantile(torch.linspace(0, 1, QUANTILES)).tolist() if len(new) > 0 else []
    return {"heldOut": len(new), "same": len(distances) - len(new), "distances": [round(value, 3) for value in values]}


def yardsticks(held_out: torch.Tensor, training: list[torch.Tensor], kinds: dict[str, torch.Tensor]) -> dict:
    """How near training pictures come to pictures that were kept back: of all, and of each kind that has enough.

    held_out: [N, D]; training: chunks of [n, D]; kinds: which of the held-out ones are of a kind, bool [N] by word.
    """
    distances = torch.stack([nearest_distances(held_out, chunk) for chunk in training]).amin(0)
    by_kind = [{"word": word, **quantiles(distances[which])} for word, which in kinds.items()]
    return {
        "yardstick": quantiles(distances),
        "yardsticks": [kind for kind in by_kind if kind["heldOut"] >= ENOUGH],
    }


def principal_components(pictures: torch.Tensor, count: int) -> tuple[torch.Tensor, list[float]]:
    """pictures: [N, D] -> int8 [count, D] and the scale of each row. The same every time."""
    torch.manual_seed(0)
    _, _, vectors = torch.pca_lowrank(pictures[:FITTED_TO], q=count + 16, niter=6)
    basis = vectors.T[:count]
    scales = basis.abs().amax(1) / 127
    return (basis / scales[:, None]).round().to(torch.int8), [round(value, 9) for value in scales.tolist()]


def encode(training: list[torch.Tensor], basis: torch.Tensor, scales: list[float]) -> tuple[torch.Tensor, list[float]]:
    """Each picture's components in units of STEP, int8 [count, N], and the offset that was taken from each row."""
    rows = basis.float() * torch.tensor(scales)[:, None]
    projected = torch.cat([chunk @ rows.T for chunk in training])
    offsets = [round(value, 4) for value in projected.mean(0).tolist()]
    codes = ((projected - torch.tensor(offsets)) / STEP).round().clamp(-127, 127).to(torch.int8)
    return codes.T.contiguous(), offsets
