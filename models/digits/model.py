"""A diffusion model of handwritten digits. Measured sizes: see README.md."""

from models.data.digits import DIGITS
from models.lib.declaration import Model
from models.lib.families.diffusion import Diffusion, GoldenRun, Settings, Sizes

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

# The second phase spends its steps where the shape of a digit is decided, sigma about 0.4 to 4: what was left to learn
# after the first were broken strokes, not fine noise. There the first leads it a little further from "any digit" than
# the data go: more of the same training did not mend them.
PHASES = {
    "broad": Settings(steps=12_000, batch=32, rate=1e-3, sigma_mean=-0.2, sigma_deviation=1.4, bf16=False, seed=1),
    "shapes": Settings(
        steps=4_000,
        batch=32,
        rate=5e-4,
        decay_from=0.0,
        ema=0.999,
        sigma_mean=0.2,
        sigma_deviation=1.1,
        lead=1.25,
        bf16=False,
        seed=2,
    ),
}

MODEL = Model(
    id="digits",
    version="1.1.0",
    name="Digits",
    data=DIGITS,
    family=Diffusion(SIZES, sigma_data=0.96),
    training=PHASES,
    recipe={
        "condition": "3:1",
        "seed": 42,
        "steps": 20,
        "sampler": "ddim",
        "sigmas": "log_snr",
        "guidance": 1.5,
    },
    golden=(
        GoldenRun("ddim", steps=20, seed=42, words="3:1", guidance=1),
        GoldenRun("heun", steps=18, seed=7, words="8:1", guidance=1.5),
    ),
    bars={"bytes": 1_000_000, "multiplyAdds": 30_000_000, "readAsAsked": (0.96, 0.99), "frechetOverFloor": 2.5},
)
