"""A GAN on handwritten digits: one evaluation from noise to picture."""

from models.data.digits import DIGITS
from models.lib.declaration import Model
from models.lib.families.gan import Gan, GoldenRun, Settings, Sizes

SIZES = Sizes(
    picture_channels=1,
    picture_size=28,
    vocabulary=10,
    latent=32,
    start=7,
    generator=(64, 32, 16),
    discriminator=(32, 64, 128),
)

MODEL = Model(
    id="digits-gan",
    version="1.0.0",
    name="Digits by a GAN",
    data=DIGITS,
    family=Gan(SIZES, seed=3),
    training={"main": Settings(steps=9_000, rate=1.5e-3, warm_up=100, ema=0.999, seed=3)},
    recipe={"condition": "3:1", "seed": 43, "truncation": 1},
    golden=(
        GoldenRun(seed=42, words="3:1", truncation=1),
        GoldenRun(seed=7, words="8:1", truncation=0.7),
        GoldenRun(seed=2026, words="4:0.5,9:0.5", truncation=1),
        GoldenRun(seed=0, words="0:1", truncation=0),
    ),
    bars={"bytes": 1_000_000, "multiplyAdds": 30_000_000},
    beside="digits",
)
