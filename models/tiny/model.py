"""A tiny model of the digits' family for WebGPU tests, whose files lie in tests/golden/tiny/.

Software WebGPU compiles a big network for minutes. This one has every operator of the exporter at
8x8 and learns two bars from made-up pictures in about ten seconds.
"""

from models.data.bars import BARS
from models.lib.dataset import MODELS
from models.lib.declaration import Model
from models.lib.families.diffusion import Diffusion, Settings, Sizes

SIZES = Sizes(
    picture_channels=1,
    picture_size=8,
    vocabulary=2,
    channels=(4, 8),
    attention=(1,),
    patch=1,
    blocks_up=1,
    heads=2,
    groups=2,
    embedding=16,
    frequencies=8,
)

MODEL = Model(
    id="tiny",
    version="1.0.0",
    name="Tiny bars",
    data=BARS,
    family=Diffusion(SIZES, sigma_data=0.9, seed=0),
    training={"main": Settings(steps=1000, batch=64, rate=3e-3, ema=0.99, warm_up=50, bf16=False)},
    recipe={
        "condition": "across:1",
        "seed": 42,
        "steps": 10,
        "sampler": "ddim",
        "sigmas": "log_snr",
        "guidance": 1.5,
    },
    place=MODELS.parent / "tests" / "golden" / "tiny",
)
