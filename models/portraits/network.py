"""What the portraits models are: the sizes of their networks, and their seed."""

import argparse
from dataclasses import replace
from pathlib import Path

import torch

from models.lib.network import Sizes, UNet
from models.lib.pictures import EDGE
from models.lib.preconditioning import Denoiser
from models.portraits import data

SIGMA_DATA = 0.61  # root mean square of the portraits in [-1, 1]
SEED = 1

LARGE = Sizes(
    picture_channels=3,
    picture_size=EDGE,
    vocabulary=len(data.vocabulary()),
    channels=(64, 128, 192),
    attention=(1, 2),
    embedding=192,
)
# By the model's id. The small one is for phones: half of the work and of the download.
SIZES = {"portraits": LARGE, "portraits-small": replace(LARGE, channels=(48, 80, 128))}


def folder(model: str) -> Path:
    """Where the files of one of them lie that the page reads."""
    return data.FOLDER.with_name(model)


def add_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", choices=SIZES, default="portraits")


def create(model: str = "portraits") -> Denoiser:
    """A fresh denoiser; the same weights every time."""
    torch.manual_seed(SEED)
    return Denoiser(UNet(SIZES[model]), SIGMA_DATA)
