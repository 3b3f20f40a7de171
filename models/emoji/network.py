"""What the emoji model is: the sizes of its network (those of `portraits`, with words of its own), and its seed."""

from dataclasses import replace

import torch

from models.emoji import data
from models.lib.network import UNet
from models.lib.preconditioning import Denoiser
from models.portraits.network import LARGE

SIGMA_DATA = 0.81  # root mean square of the emoji in [-1, 1]
SEED = 1
SIZES = replace(LARGE, vocabulary=len(data.vocabulary()))
WORDS = ("network.embed.words.weight",)  # the weights that belong to the vocabulary


def create() -> Denoiser:
    """A fresh denoiser; the same weights every time."""
    torch.manual_seed(SEED)
    return Denoiser(UNet(SIZES), SIGMA_DATA)
