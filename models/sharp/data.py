"""Drawings and what a diffusion model makes of them, small: what the sharp network learns from.

node models/data/portraits/draw.mjs --large --count 9000    # drawings, as they are and shrunk
python -m models.sharp.data                            # the same drawings as the models draw them
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy
import torch

from models.data.portraits.drawings import DRAWINGS
from models.lib import pictures
from models.lib.declaration import find
from models.lib.families.diffusion.sampling import dpmpp_2m, even_sigmas, guided
from models.lib.onnx_model import OnnxModel
from models.lib.pictures import drop_words

SCALE = 4
STEPS = 6
PART = 50  # pictures sampled at once, from the same level


@dataclass(frozen=True)
class Pairs:
    """small: uint8 [K, N, 3, H, W], the K ways in which each drawing was made small, the first its own pixels;
    large: uint8 [N, 3, 4 H, 4 W]."""

    small: torch.Tensor
    large: torch.Tensor


def folder(edge: int) -> Path:
    """Where draw.mjs --large writes, for pictures of edge x edge."""
    return DRAWINGS.folder / "runs" / ("large" if edge == pictures.EDGE else f"large-{edge}")


def load_drawn(split: str, edge: int) -> pictures.Split:
    """The small drawings and their words."""
    return pictures.load(folder(edge) / split, len(DRAWINGS.vocabulary()), edge)


def load_large(folder: Path, edge: int) -> torch.Tensor:
    """All shards: uint8 [N, 3, 4 edge, 4 edge]."""
    flat = numpy.concatenate([numpy.fromfile(path, numpy.uint8) for path in sorted(folder.glob("large-*.bin"))])
    return torch.from_numpy(flat).reshape(-1, SCALE * edge, SCALE * edge, 3).permute(0, 3, 1, 2)


def to_values(picture: torch.Tensor) -> torch.Tensor:
    """Bytes -> [-1, 1]."""
    return picture.float() / 127.5 - 1


def to_bytes(picture: torch.Tensor) -> torch.Tensor:
    return ((picture.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)


def redraw(model, real: torch.Tensor, labels: torch.Tensor, generator: torch.Generator) -> list[torch.Tensor]:
    """What a model makes of real drawings from some of their words: the finished picture after noise that hides
    its details, and the estimate x0 in mid-run after noise of any strength. real: [N, 3, H, W] -> [N, 3, H, W] each."""
    condition = drop_words(labels, 0.1, 0.5, generator)
    noise = torch.randn(real.shape, generator=generator)

    def any_of(low: float, high: float) -> float:
        return low * (high / low) ** torch.rand((), generator=generator).item()

    level, mid = any_of(0.2, 1.2), any_of(0.1, 2.0)
    guidance = 1 + torch.randint(0, 2, (), generator=generator).item()
    denoise = guided(model, condition, guidance)
    # dpmpp_2m starts from noise * sigmas[0]: here from the drawing under that much noise.
    finished = dpmpp_2m(denoise, real / level + noise, even_sigmas(STEPS, 0.02, level))
    return [finished, denoise(real + mid * noise, mid)]


@torch.no_grad()
def make(split: str, edge: int, count: int, model, seed: int) -> torch.Tensor:
    """The first `count` drawings as a model redraws them: finished, in mid-run. uint8 [2, count, 3, edge, edge]."""
    drawn = load_drawn(split, edge)
    generator = torch.Generator().manual_seed(seed)
    parts = []
    for start in range(0, count, PART):
        real, labels = drawn.batch(torch.arange(start, min(start + PART, count)))
        parts.append(torch.stack([to_bytes(part) for part in redraw(model, real, labels, generator)]))
        if start % 1000 == 0:
            print(f"{split}: {start} of {count}", flush=True)
    return torch.cat(parts, 1)


def edge_of(model: str) -> int:
    """Of its pictures, in pixels."""
    return find(model).data.shape[-1]


def path_of(split: str, model: str) -> Path:
    return folder(edge_of(model)) / f"{split}-by-{model}.pt"


def load(split: str, models: list[str]) -> Pairs:
    """Ways: their own pixels, and of each model the finished picture and the estimate in mid-run."""
    edge = edge_of(models[0])
    made = torch.cat([torch.load(path_of(split, model), weights_only=True) for model in models])
    count = made.shape[1]
    own = load_drawn(split, edge).pictures[:count].permute(0, 3, 1, 2)
    return Pairs(torch.cat([own[None], made]), load_large(folder(edge) / split, edge)[:count])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="portraits", help="whose pictures: the id of a model")
    parser.add_argument("--count", type=int, default=6000, help="for training; a third as many to test")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model = OnnxModel(find(options.model).file, options.threads)
    for split, seed, count in (("test", 2, options.count // 3), ("train", 1, options.count)):
        made = make(split, edge_of(options.model), count, model, seed)
        torch.save(made, path_of(split, options.model))


if __name__ == "__main__":
    main()
