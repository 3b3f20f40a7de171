"""Pictures moved a little, for networks that would otherwise learn the training pictures by heart."""

import math

import torch
from torch.nn import functional


def moved(pictures: torch.Tensor, generator: torch.Generator, strength: float = 1.0) -> torch.Tensor:
    """Turned by up to 10 degrees, 10 % larger or smaller, shifted by up to a fourteenth of the edge, each uniform and
    times `strength`. [N, C, H, W], -1 where nothing is."""
    count = len(pictures)
    draw = strength * (torch.rand(4, count, generator=generator) * 2 - 1)
    angle, size = draw[0] * math.radians(10), 1 + 0.1 * draw[1]
    shift = draw[2:] * 2 / 14
    cosine, sine = size * angle.cos(), size * angle.sin()
    rows = [torch.stack([cosine, -sine, shift[0]], 1), torch.stack([sine, cosine, shift[1]], 1)]
    grid = functional.affine_grid(torch.stack(rows, 1), list(pictures.shape), align_corners=False)
    return functional.grid_sample(pictures + 1, grid.to(pictures.device), align_corners=False) - 1
