"""What the portraits models are: the sizes of their networks, and their seed."""

import argparse
import math
from dataclasses import replace
from pathlib import Path

import torch

from models.lib.network import Sizes, UNet
from models.lib.pictures import EDGE
from models.lib.preconditioning import Denoiser
from models.portraits import data

# Root mean square of the portraits in [-1, 1]: outlines are darker where they are not blended with what is beside them.
SIGMA_DATA = {"portraits": 0.61, "portraits-small": 0.61, "portraits-64": 0.63}
SEED = 1

LARGE = Sizes(
    picture_channels=3,
    picture_size=EDGE,
    vocabulary=len(data.vocabulary()),
    channels=(64, 128, 192),
    attention=(1, 2),
    embedding=192,
)
# By the model's id. The small one is for phones: half of the work and of the download. The one for 64x64 has a level
# more in front; behind it are the levels of the large one.
SIZES = {
    "portraits": LARGE,
    "portraits-small": replace(LARGE, channels=(48, 80, 128)),
    "portraits-64": replace(LARGE, picture_size=2 * EDGE, channels=(32, *LARGE.channels), attention=(2, 3)),
}
# Mean of ln sigma in training. Twice as many pixels along each side hide as much under twice the noise
# (Hoogeboom et al. 2023, arXiv 2301.11093).
SIGMA_MEAN = {"portraits": -0.4, "portraits-small": -0.4, "portraits-64": -0.4 + math.log(2)}


def folder(model: str) -> Path:
    """Where the files of one of them lie that the page reads."""
    return data.FOLDER.with_name(model)


def add_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", choices=SIZES, default="portraits")


def create(model: str = "portraits") -> Denoiser:
    """A fresh denoiser; the same weights every time."""
    torch.manual_seed(SEED)
    return Denoiser(UNet(SIZES[model]), SIGMA_DATA[model])


def edge(model: str) -> int:
    """Of its pictures, in pixels."""
    return SIZES[model].picture_size
