"""Emoji from words, 32x32 in colour: the network of `portraits` with words of its own."""

from dataclasses import replace

from models.data.emoji import EMOJI
from models.lib.declaration import Model
from models.lib.families.diffusion import Diffusion, GoldenRun, Settings
from models.portraits.model import SIZES

MODEL = Model(
    id="emoji",
    version="0.1.0",
    name="Emoji",
    data=EMOJI,
    family=Diffusion(
        replace(SIZES, vocabulary=len(EMOJI.vocabulary())), sigma_data=0.81, knob=("guidance", (1.0, 2.0))
    ),
    training={"main": Settings(steps=40_000, batch=32, seed=1)},
    recipe={
        "condition": "noto:1,butterfly:1",
        "seed": 6,
        "steps": 20,
        "sampler": "dpmpp_2m",
        "sigmas": "log_snr",
        "guidance": 2,
    },
    golden=(
        GoldenRun("ddim", steps=20, seed=42, words="noto:1,cat:1,face:1", guidance=1),
        GoldenRun("heun", steps=16, seed=7, words="twemoji:1,red:1,apple:0.5", guidance=2),
    ),
    bars={"bytes": 9_000_000, "multiplyAdds": 180_000_000},
)
