"""Pictures from a model, and contact sheets of them."""

import torch
from PIL import Image

from models.lib.families.diffusion.sampling import dpmpp_2m, even_sigmas, guided
from models.lib.pictures import EDGE, Split

SCALE, COLUMNS = 2, 16


def conditions(prompts: tuple[str, ...], vocabulary: list[dict]) -> torch.Tensor:
    """Ids with spaces between -> [prompts, V]."""
    ids = [word["id"] for word in vocabulary]
    rows = torch.zeros(len(prompts), len(ids))
    for row, prompt in zip(rows, prompts, strict=True):
        row[[ids.index(word) for word in prompt.split()]] = 1
    return rows


@torch.no_grad()
def sample(
    model,
    condition: torch.Tensor,
    guidance: float,
    steps: int = 20,
    solve=dpmpp_2m,
    levels=even_sigmas,
    edge: int = EDGE,
    seed: int = 0,
) -> torch.Tensor:
    """As the page samples unless told: sigma from 40 to 0.01, even in log, noise from the seed. condition: [N, V] ->
    [N, 3, edge, edge]."""
    generator = torch.Generator().manual_seed(seed)
    parts = []
    for part in condition.split(32):
        noise = torch.randn(len(part), 3, edge, edge, generator=generator)
        parts.append(solve(guided(model, part, guidance), noise, levels(steps)))
    return torch.cat(parts)


def paste(pictures: torch.Tensor, columns: int = COLUMNS, scale: int = SCALE) -> Image.Image:
    """[N, 3, edge, edge] in [-1, 1] -> a grid of `columns` columns, row by row, `scale` times enlarged."""
    bytes_ = ((pictures.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
    edge = pictures.shape[-1]
    rows = bytes_.reshape(-1, columns, 3, edge, edge).permute(0, 3, 1, 4, 2)
    grid = rows.reshape(-1, columns * edge, 3).contiguous().numpy()
    image = Image.fromarray(grid)
    return image.resize((image.width * scale, image.height * scale), Image.Resampling.NEAREST)


def nearest(pictures: torch.Tensor, split: Split) -> torch.Tensor:
    """The picture of the split at the least Euclidean distance of each: [N, 3, 32, 32] -> the same."""
    every = split.batch(torch.arange(len(split.pictures)))[0]
    return every[torch.cdist(pictures.clamp(-1, 1).flatten(1), every.flatten(1)).argmin(1)]


def in_rows_of_pairs(upper: torch.Tensor, lower: torch.Tensor) -> torch.Tensor:
    """A row of COLUMNS of the one, below it the same of the other, and so on."""
    rows = zip(upper.split(COLUMNS), lower.split(COLUMNS), strict=True)
    return torch.cat([part for pair in rows for part in pair])
