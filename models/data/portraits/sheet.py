"""Contact sheets, to judge by eye: pairs, prompts and nearest.

pairs: a real test drawing and beside it what the network draws from its words. prompts: 64 short prompts, four
seeds each. nearest: samples, each above the nearest of all training pictures. All as they came, enlarged.
"""

import torch
from PIL import Image

from models.data.portraits.drawings import DRAWINGS
from models.data.portraits.prompts import prompts
from models.lib.pictures import Split
from models.lib.sheet import conditions, in_rows_of_pairs, nearest, paste, sample

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
    named = conditions(PROMPTS, DRAWINGS.vocabulary())
    return torch.cat([named, prompts(labels, 4, torch.ones(labels.shape[1]), generator)])[:ROWS]


def sheets(network, guidance: float) -> dict[str, Image.Image]:
    test = DRAWINGS.load("test")
    real, labels = test.batch(torch.arange(ROWS))
    drawn = sample(network, labels, guidance)
    pictures = {
        "pairs": torch.stack([real, drawn], dim=1).flatten(0, 1),
        "nearest": in_rows_of_pairs(drawn, nearest(drawn, DRAWINGS.load("train"))),
        "prompts": sample(network, short_prompts(test).repeat_interleave(SEEDS, dim=0), guidance),
    }
    return {name: paste(rows) for name, rows in pictures.items()}
