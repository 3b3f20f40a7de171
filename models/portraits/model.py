"""Portraits from words, 32x32 in colour."""

from models.data.portraits import PORTRAITS
from models.lib.declaration import Model
from models.lib.families.diffusion import Diffusion, GoldenRun, Settings, Sizes
from models.lib.pictures import EDGE

SIZES = Sizes(
    picture_channels=3,
    picture_size=EDGE,
    vocabulary=len(PORTRAITS.vocabulary()),
    channels=(64, 128, 192),
    attention=(1, 2),
    embedding=192,
)

MODEL = Model(
    id="portraits",
    version="0.3.0",
    name="Portraits",
    data=PORTRAITS,
    family=Diffusion(SIZES, sigma_data=0.61, knob=("guidance", (1.0, 2.0))),
    training={"main": Settings(steps=40_000, batch=32, seed=1)},
    recipe={
        "condition": "micah:1,purple-hair:1,long-hair:1,yellow-background:1",
        "seed": 6,
        "steps": 20,
        "sampler": "dpmpp_2m",
        "sigmas": "log_snr",
        "guidance": 2,
    },
    golden=(
        GoldenRun("ddim", steps=20, seed=42, words="micah:1,black-hair:1", guidance=1),
        GoldenRun("heun", steps=16, seed=7, words="adventurer:1,red-hair:1,glasses:0.5", guidance=2),
    ),
    bars={"bytes": 9_000_000, "multiplyAdds": 180_000_000},
)
