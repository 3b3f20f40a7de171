"""Contact sheets, to judge by eye: python -m models.portraits.sheet writes pairs.png, prompts.png, nearest.png.

pairs: a real test drawing and beside it what the network draws from its words. prompts: 64 short prompts, four
seeds each. nearest: samples, each above the nearest of all training pictures. All as they came, enlarged.
"""

import argparse
from pathlib import Path

import torch
from PIL import Image

from models.lib.onnx_denoiser import OnnxDenoiser
from models.lib.sampling import dpmpp_2m, even_sigmas, guided
from models.portraits import data, network
from models.portraits.prompts import prompts

SCALE, COLUMNS, SEEDS = 2, 16, 4
ROWS = 64  # of pairs, of prompts, of samples beside their nearest
PROMPTS = (
    "adventurer red-hair glasses sky-background",
    "personas beard blue-shirt",
    "pixel-art pink-hair sunglasses",
    "open-peeps mohawk green-hair smile",
    "micah long-hair purple-hair yellow-background",
    "fun-emoji heart-eyes smile",
    "thumbs teal-body laugh",
    "big-smile bun blonde-hair dark-skin",
    "toon-head orange-hair short-hair",
    "miniavs ponytail black-hair pink-background",
    "big-ears curly-hair blue-hair",
    "dylan spiky-hair green-hair",
    "lorelei bob white-hair purple-background",
    "red-hair mint-background",
    "bald beard",
    "glasses",
)


def conditions(prompts: tuple[str, ...]) -> torch.Tensor:
    """Ids with spaces between -> [prompts, V]."""
    ids = [word["id"] for word in data.vocabulary()]
    rows = torch.zeros(len(prompts), len(ids))
    for row, prompt in zip(rows, prompts, strict=True):
        row[[ids.index(word) for word in prompt.split()]] = 1
    return rows


def short_prompts(test: data.Split) -> torch.Tensor:
    """PROMPTS, and four words each of test drawings: [ROWS, V]."""
    generator = torch.Generator().manual_seed(1)
    labels = test.labels[ROWS:].float()
    named = conditions(PROMPTS)
    return torch.cat([named, prompts(labels, 4, torch.ones(labels.shape[1]), generator)])[:ROWS]


def averaged(run: Path, model: str):
    """The averaged weights of a run's last checkpoint."""
    denoiser = network.create(model)
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    denoiser.load_state_dict(state["average"])
    return denoiser.eval()


@torch.no_grad()
def sample(
    model, condition: torch.Tensor, guidance: float, steps: int = 20, solve=dpmpp_2m, levels=even_sigmas
) -> torch.Tensor:
    """As the page samples unless told: sigma from 40 to 0.01, even in log, noise from seed 0. condition: [N, V] ->
    [N, 3, 32, 32]."""
    generator = torch.Generator().manual_seed(0)
    parts = []
    for part in condition.split(32):
        noise = torch.randn(len(part), 3, data.EDGE, data.EDGE, generator=generator)
        parts.append(solve(guided(model, part, guidance), noise, levels(steps)))
    return torch.cat(parts)


def paste(pictures: torch.Tensor) -> Image.Image:
    """[N, 3, 32, 32] in [-1, 1] -> a grid of COLUMNS columns, row by row, SCALE times enlarged."""
    bytes_ = ((pictures.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
    rows = bytes_.reshape(-1, COLUMNS, 3, data.EDGE, data.EDGE).permute(0, 3, 1, 4, 2)
    grid = rows.reshape(-1, COLUMNS * data.EDGE, 3).contiguous().numpy()
    image = Image.fromarray(grid)
    return image.resize((image.width * SCALE, image.height * SCALE), Image.Resampling.NEAREST)


def nearest(pictures: torch.Tensor) -> torch.Tensor:
    """The training picture at the least Euclidean distance of each: [N, 3, 32, 32] -> the same."""
    split = data.load("train")
    every = split.batch(torch.arange(len(split.pictures)))[0]
    return every[torch.cdist(pictures.clamp(-1, 1).flatten(1), every.flatten(1)).argmin(1)]


def in_rows_of_pairs(upper: torch.Tensor, lower: torch.Tensor) -> torch.Tensor:
    """A row of COLUMNS of the one, below it the same of the other, and so on."""
    rows = zip(upper.split(COLUMNS), lower.split(COLUMNS), strict=True)
    return torch.cat([part for pair in rows for part in pair])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    network.add_argument(parser)
    parser.add_argument("--run", type=Path, help="a run's averaged weights instead of model.onnx; writes into the run")
    parser.add_argument("--guidance", type=float, default=2.0)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    folder = network.folder(options.model)
    path = folder / "model.onnx"
    model = averaged(options.run, options.model) if options.run else OnnxDenoiser(path, options.threads)
    test = data.load("test")
    real, labels = test.batch(torch.arange(ROWS))
    drawn = sample(model, labels, options.guidance)
    sheets = {
        "pairs": torch.stack([real, drawn], dim=1).flatten(0, 1),
        "nearest": in_rows_of_pairs(drawn, nearest(drawn)),
        "prompts": sample(model, short_prompts(test).repeat_interleave(SEEDS, dim=0), options.guidance),
    }
    for name, pictures in sheets.items():
        paste(pictures).save((options.run or folder) / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
