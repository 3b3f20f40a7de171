"""What the digits model is: the sizes of its network, and its seed. Measured sizes: see README.md."""

import torch

from models.lib.network import Sizes, UNet
from models.lib.preconditioning import Denoiser

SIGMA_DATA = 0.96  # root mean square of the digits in [-1, 1]
SEED = 1

# 24 and 56 channels: of the widths tried these gave onnxruntime-web the least time per
# multiply-add beside the native runtime, whose blocked convolutions like multiples of 16 better.
SIZES = Sizes(
    picture_channels=1,
    picture_size=28,
    vocabulary=10,
    channels=(24, 56),
    attention=(1,),
    blocks_down=2,
    blocks_up=3,
    embedding=96,
)


def create() -> Denoiser:
    """A fresh denoiser; the same weights every time."""
    torch.manual_seed(SEED)
    return Denoiser(UNet(SIZES), SIGMA_DATA)
