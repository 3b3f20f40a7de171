"""The portraits at 64x64: one level more in front of those of the large network for 32x32."""

import math
from dataclasses import replace

from models.data.portraits import PORTRAITS_64
from models.lib.families.diffusion import Diffusion
from models.portraits.model import MODEL as LARGE

SIZES = replace(LARGE.family.sizes, picture_size=64, channels=(32, 64, 128, 192), attention=(2, 3))
# Twice as many pixels along each side hide as much under twice the noise (Hoogeboom et al. 2023, arXiv 2301.11093).
SIGMA_MEAN = LARGE.training["main"].sigma_mean + math.log(2)

MODEL = replace(
    LARGE,
    id="portraits-64",
    version="0.1.0",
    name="Portraits, 64x64",
    data=PORTRAITS_64,
    # Outlines are darker where they are not blended with what is beside them.
    family=Diffusion(SIZES, sigma_data=0.63, knob=LARGE.family.knob),
    training={"main": replace(LARGE.training["main"], sigma_mean=SIGMA_MEAN)},
    bars={"bytes": 9_000_000, "multiplyAdds": 250_000_000},
)
