"""A network for pictures of twice the edge, from one that is trained: one level in front, the others as they were.

At the start it sees the means of 2x2 pixels as the smaller network sees its pixels, at half the noise.
"""

import copy
import math
from pathlib import Path

import torch

from models.lib.export import stored_weights
from models.lib.families.diffusion.network import Embedding, UNet
from models.lib.families.diffusion.preconditioning import SIGMA_MAX, SIGMA_MIN

LEVELS = ("down", "up", "shrink", "grow")
FRESH = ("stem", "norm", "head", "down.0.", "up.0.", "shrink.0.", "grow.0.")
# What c_in differs by between the two at the levels that are trained most: 1 / sqrt(s^2 + d^2) at s and at s / 2.
GAIN = 1.5


def is_fresh(name: str) -> bool:
    """Whether a parameter of the grown network has no weights to start from."""
    return name.startswith(FRESH)


def name_before(name: str) -> str:
    """What a parameter is called in the smaller network: down.2.x -> down.1.x."""
    first, *rest = name.split(".")
    return ".".join([first, str(int(rest[0]) - 1), *rest[1:]]) if first in LEVELS else name


@torch.no_grad()
def grow(network: UNet, path: Path) -> None:
    """Starts `network` from an exported model.onnx of half its edge, in place."""
    stored = stored_weights(path, "network.")
    for name, parameter in network.named_parameters():
        if not is_fresh(name) and not name.startswith("to_scales"):
            parameter.copy_(stored[name_before(name)])
    # The new level comes first on the way down and last on the way up; the rows between are the smaller network's.
    start = 2 * network.sizes.channels[0] * network.sizes.blocks_down
    for name in ("weight", "bias"):
        old = stored[f"to_scales.{name}"].float()
        getattr(network.to_scales, name)[start : start + len(old)] = old
    see_means(network, stored["stem.weight"].float(), stored["stem.bias"].float())


def see_means(network: UNet, old: torch.Tensor, bias: torch.Tensor) -> None:
    """Makes the stem hand on the means of 2x2 pixels, and the first step down do with them what the old stem did."""
    stem, step = network.stem, network.shrink[0]
    colours = stem.in_channels
    # Nine channels a colour: the mean of each 2x2 in the 6x6 pixels that the stem sees.
    windows = torch.zeros(9, 6, 6)
    for index in range(9):
        row, column = 2 * (index // 3), 2 * (index % 3)
        windows[index, row : row + 2, column : column + 2] = 0.25
    if stem.out_channels < 9 * colours or stem.kernel_size != (6, 6) or old.shape[2:] != (6, 6):
        raise ValueError("grow wants a patch of 2 and at least nine channels a colour in the first level")
    for colour in range(colours):
        stem.weight[9 * colour : 9 * colour + 9] = 0
        stem.weight[9 * colour : 9 * colour + 9, colour] = windows
    stem.bias[: 9 * colours] = 0
    # Tap (i, j) of the old 6x6 sees the small pixel i - 2, j - 2. The 3x3 of the step down, whose taps are one small
    # pixel apart, reaches -2 to 2: the last row and column are left out, the others are shared out evenly.
    reached = [[(tap, part) for tap in range(3) for part in range(3) if tap + part == i] for i in range(6)]
    step.weight.zero_()
    step.bias.copy_(bias)
    for i in range(5):
        for j in range(5):
            ways = [(a, b) for a in reached[i] for b in reached[j]]
            for (tap_i, part_i), (tap_j, part_j) in ways:
                channel = 3 * part_i + part_j
                for colour in range(colours):
                    step.weight[:, 9 * colour + channel, tap_i, tap_j] += GAIN * old[:, colour, i, j] / len(ways)


def shift_levels(embedding: Embedding, factor: float, steps: int = 600) -> float:
    """Fits the embedding of noise levels, in place, so that `sigma` means what sigma / factor meant. Returns what is
    left of the difference, as a share of the embedding's own size."""
    generator = torch.Generator().manual_seed(0)
    shift = math.log(factor) / 4
    low, high = math.log(SIGMA_MIN) / 4, math.log(SIGMA_MAX) / 4

    def features(level: torch.Tensor) -> torch.Tensor:
        return torch.cos(level[:, None] * embedding.turns + embedding.phases) * math.sqrt(2)

    old = copy.deepcopy(embedding.level).requires_grad_(False)
    optimiser = torch.optim.AdamW(embedding.level.parameters(), 2e-3, weight_decay=0)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for _ in range(steps):
        level = low + (high - low) * torch.rand(512, generator=generator)
        wanted = old(features((level - shift).clamp(low, high)))
        loss = (embedding.level(features(level)) - wanted).square().mean() / wanted.square().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return loss.sqrt().item()
