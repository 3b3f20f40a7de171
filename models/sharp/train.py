"""Trains the sharp network. Run from the repository's root: python -m models.sharp.train

Needs the pairs: python -m models.sharp.data
"""

import argparse
import copy
import json
import time
from collections.abc import Callable
from pathlib import Path

import torch

from models.sharp import data
from models.sharp.data import SCALE, Pairs
from models.sharp.network import Sharpener

SEED = 3
CROP = 24  # pixels of the small picture along each side
FAINT = 0.08  # steps between pixels above this count as an edge, however faint
ROUGH = 0.06  # the strongest grain that is added to the small picture


def crops(
    pairs: Pairs, count: int, kinds: torch.Tensor, generator: torch.Generator
) -> tuple[torch.Tensor, torch.Tensor]:
    """The same places of small and large pictures: [count, 3, CROP, CROP], [count, 3, 4 CROP, 4 CROP]."""
    ways, total, _, height, width = pairs.small.shape
    index = torch.randint(total, (count,), generator=generator).tolist()
    way = torch.multinomial(kinds[:ways], count, replacement=True, generator=generator).tolist()
    tops = torch.randint(height - CROP + 1, (count,), generator=generator).tolist()
    lefts = torch.randint(width - CROP + 1, (count,), generator=generator).tolist()
    small, large = [], []
    for i, k, top, left in zip(index, way, tops, lefts, strict=True):
        small.append(pairs.small[k, i, :, top : top + CROP, left : left + CROP])
        top, left, edge = SCALE * top, SCALE * left, SCALE * CROP
        large.append(pairs.large[i, :, top : top + edge, left : left + edge])
    return data.to_values(torch.stack(small)), data.to_values(torch.stack(large))


def roughened(small: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """With grain of a strength between none and ROUGH in half of the rows."""
    strength = ROUGH * torch.rand(len(small), 1, 1, 1, generator=generator)
    strength = strength * (torch.rand(len(small), 1, 1, 1, generator=generator) < 0.5)
    return small + strength * torch.randn(small.shape, generator=generator)


def steps_of(picture: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Differences of neighbours, across and down."""
    return picture.diff(dim=3), picture.diff(dim=2)


def loss_of(drawn: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """How far colours are off, and how far steps between neighbours are: those of a faint edge weigh as much as those
    of a strong one, and where the drawing has none, the picture is to have none."""
    colour = (drawn - wanted).abs().mean()
    edges = torch.zeros(())
    for mine, true in zip(steps_of(drawn), steps_of(wanted), strict=True):
        strength = true.abs().amax(1, keepdim=True)
        weight = 1 + 3 * (strength / (strength + FAINT)) * (FAINT / (strength + FAINT)).sqrt()
        edges = edges + (weight * (mine - true).abs()).mean()
    return colour + edges


def rate_at(progress: float) -> float:
    """Share of the highest rate: short warm-up, then in a line to 2 %."""
    return min(1.0, progress / 0.02) * (1 - 0.98 * progress)


def train(network: Sharpener, draw: Callable, options: argparse.Namespace) -> Sharpener:
    """Returns the averaged weights. draw(generator) -> small, large."""
    average = copy.deepcopy(network).requires_grad_(False)
    network.to(memory_format=torch.channels_last).train()
    optimiser = torch.optim.AdamW(network.parameters(), options.rate, (0.9, 0.99), weight_decay=1e-3)
    generator = torch.Generator().manual_seed(SEED)
    start, losses, curve = time.monotonic(), [], []
    for step in range(options.steps):
        small, large = draw(generator)
        for group in optimiser.param_groups:
            group["lr"] = options.rate * rate_at((step + 1) / options.steps)
        with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
            drawn = network(small.contiguous(memory_format=torch.channels_last))
        loss = loss_of(drawn.float(), large)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        decay = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - decay)
        losses.append(loss.detach())
        if (step + 1) % 200 == 0:
            curve.append([step + 1, round(torch.stack(losses).mean().item(), 5)])
            print(*curve[-1], f"{time.monotonic() - start:.0f} s", flush=True)
            losses = []
    (options.run / "curve.json").write_text(json.dumps(curve))
    return average


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", nargs="+", default=["portraits", "portraits-small"], help="whose pictures")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--width", type=int, default=24)
    parser.add_argument(
        "--kinds", type=float, nargs="+", default=(0.25, 0.25, 0.1, 0.3, 0.1), help="shares of the ways of data.load"
    )
    parser.add_argument("--start-from", type=Path, help="weights.pt of an earlier run")
    parser.add_argument("--no-bf16", dest="bf16", action="store_false")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--run", type=Path, default=Path(__file__).parent / "runs" / "main")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(SEED)
    options.run.mkdir(parents=True, exist_ok=True)
    pairs, kinds = data.load("train", options.models), torch.tensor(options.kinds)

    def draw(generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        small, large = crops(pairs, options.batch, kinds, generator)
        return roughened(small, generator), large

    network = Sharpener(width=options.width)
    if options.start_from:
        network.load_state_dict(torch.load(options.start_from, weights_only=True))
    network = train(network, draw, options)
    torch.save(network.state_dict(), options.run / "weights.pt")


if __name__ == "__main__":
    main()
