"""What the portraits model is: the sizes of its network, and its seed."""

import torch

from models.lib.network import Sizes, UNet
from models.lib.preconditioning import Denoiser
from models.portraits import data

SIGMA_DATA = 0.61  # root mean square of the portraits in [-1, 1]
SEED = 1

SIZES = Sizes(
    picture_channels=3,
    picture_size=data.EDGE,
    vocabulary=len(data.vocabulary()),
    channels=(64, 128, 192),
    attention=(1, 2),
    embedding=192,
)


def create() -> Denoiser:
    """A fresh denoiser; the same weights every time."""
    torch.manual_seed(SEED)
    return Denoiser(UNet(SIZES), SIGMA_DATA)
