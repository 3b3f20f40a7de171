"""Contact sheets, to judge by eye: python -m models.portraits.sheet writes pairs.png, prompts.png, nearest.png.

pairs: a real test drawing and beside it what the network draws from its words. prompts: 64 short prompts, four
seeds each. nearest: samples, each above the nearest of all training pictures. All as they came, enlarged.
"""

import argparse
from pathlib import Path

import torch

from models.lib.onnx_denoiser import OnnxDenoiser
from models.lib.pictures import Split
from models.lib.sheet import averaged, conditions, in_rows_of_pairs, nearest, paste, sample
from models.portraits import data, network
from models.portraits.prompts import prompts

SEEDS = 4
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


def short_prompts(test: Split) -> torch.Tensor:
    """PROMPTS, and four words each of test drawings: [ROWS, V]."""
    generator = torch.Generator().manual_seed(1)
    labels = test.labels[ROWS:].float()
    named = conditions(PROMPTS, data.vocabulary())
    return torch.cat([named, prompts(labels, 4, torch.ones(labels.shape[1]), generator)])[:ROWS]


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
    model = averaged(network.create(options.model), options.run) if options.run else OnnxDenoiser(path, options.threads)
    test = data.load("test")
    real, labels = test.batch(torch.arange(ROWS))
    drawn = sample(model, labels, options.guidance)
    sheets = {
        "pairs": torch.stack([real, drawn], dim=1).flatten(0, 1),
        "nearest": in_rows_of_pairs(drawn, nearest(drawn, data.load("train"))),
        "prompts": sample(model, short_prompts(test).repeat_interleave(SEEDS, dim=0), options.guidance),
    }
    for name, pictures in sheets.items():
        paste(pictures).save((options.run or folder) / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
