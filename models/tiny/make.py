"""A tiny model of the digits' family for WebGPU tests: python -m models.tiny.make

Software WebGPU compiles a big network for minutes. This one has every operator of the exporter at
8x8 and learns two bars from made-up pictures in a few seconds. Writes tests/golden/tiny/.
"""

from pathlib import Path

import torch

from models.lib import manifest
from models.lib.export import export
from models.lib.network import Sizes, UNet
from models.lib.preconditioning import Denoiser
from models.lib.training import Run, Settings, train

OUTPUT = Path(__file__).parents[2] / "tests" / "golden" / "tiny"
RUN = Path(__file__).parent / "runs" / "tiny"
SIGMA_DATA = 0.9
SHAPE = (1, 8, 8)
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


def draw(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """A white bar, two pixels wide, on black: across (0) or upright (1), anywhere."""
    label = torch.randint(2, (count,), generator=generator)
    start = torch.randint(7, (count, 1), generator=generator)
    position = torch.arange(8)
    on = (position >= start) & (position < start + 2)
    across = on[:, None, :, None].expand(count, 1, 8, 8)
    pictures = torch.where(label[:, None, None, None] == 0, across, across.transpose(2, 3))
    return pictures * 2.0 - 1.0, torch.nn.functional.one_hot(label, 2).float()


def create() -> Denoiser:
    torch.manual_seed(0)
    return Denoiser(UNet(SIZES), SIGMA_DATA)


def write_manifest(path: Path, denoiser: Denoiser) -> None:
    own = {"spdx": "Apache-2.0", "attribution": "The authors of diffusion-playground"}
    content = {
        "id": "tiny",
        "version": "1.0.0",
        "name": "Tiny bars",
        **manifest.describe_file(path, denoiser),
        "licence": {"weights": own, "data": {**own, "url": "https://example.org/made-up-bars"}},
        "shape": list(SHAPE),
        "valueRange": [-1, 1],
        "prediction": manifest.prediction(SIGMA_DATA),
        "vocabulary": [
            {"id": "across", "words": ["across", "horizontal"], "kind": "bar"},
            {"id": "upright", "words": ["upright", "vertical"], "kind": "bar"},
        ],
        "defaultRecipe": {
            "condition": "across:1",
            "seed": 42,
            "steps": 10,
            "sampler": "ddim",
            "sigmas": "log_snr",
            "guidance": 1.5,
        },
        "selfCheck": manifest.self_check(path, SHAPE, torch.tensor([1.0, 0.0]), "across:1"),
        "card": "README.md",
    }
    manifest.write(path.parent / "manifest.json", content)


def main() -> None:
    torch.set_num_threads(1)
    settings = Settings(steps=1000, batch=64, rate=3e-3, ema=0.99, warm_up=50, bf16=False)
    run = Run(create(), settings)
    train(run, draw, RUN)  # about ten seconds
    export(run.average, OUTPUT / "model.onnx")
    write_manifest(OUTPUT / "model.onnx", run.average)


if __name__ == "__main__":
    main()
