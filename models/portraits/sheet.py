"""Contact sheet of a run, to judge by eye: python -m models.portraits.sheet --output sheet.png

Upper part: pairs, a real test drawing and beside it what the network draws from its words.
Lower part: short prompts, four seeds each. All samples as they came, enlarged four times.
"""

import argparse
from pathlib import Path

import torch
from PIL import Image

from models.lib.onnx_denoiser import OnnxDenoiser
from models.lib.sampling import dpmpp_2m, guided, karras_sigmas
from models.portraits import data, network

SCALE, COLUMNS, SEEDS = 4, 16, 4
PROMPTS = (
    "adventurer red-hair glasses sky-background",
    "personas beard blue-shirt",
    "pixel-art pink-hair sunglasses",
    "open-peeps mohawk green-hair smile",
    "micah long-hair purple-hair yellow-background",
    "fun-emoji heart-eyes smile",
    "thumbs teal-body laugh",
    "big-smile bun blonde-hair dark-skin",
    "toon-head orange-hair short-hair",
    "miniavs ponytail black-hair pink-background",
    "big-ears curly-hair blue-hair",
    "dylan spiky-hair green-hair",
    "lorelei bob white-hair purple-background",
    "red-hair mint-background",
    "bald beard",
    "glasses",
)


def conditions(prompts: tuple[str, ...]) -> torch.Tensor:
    """Ids with spaces between -> [prompts, V]."""
    ids = [word["id"] for word in data.vocabulary()]
    rows = torch.zeros(len(prompts), len(ids))
    for row, prompt in zip(rows, prompts, strict=True):
        row[[ids.index(word) for word in prompt.split()]] = 1
    return rows


def averaged(run: Path):
    """The averaged weights of a run's last checkpoint."""
    denoiser = network.create()
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    denoiser.load_state_dict(state["average"])
    return denoiser.eval()


@torch.no_grad()
def sample(model, condition: torch.Tensor, guidance: float, steps: int = 20, solve=dpmpp_2m) -> torch.Tensor:
    """As the page samples unless told: Karras sigmas from 40 to 0.01, noise from seed 0. condition: [N, V] ->
    [N, 3, 32, 32]."""
    generator = torch.Generator().manual_seed(0)
    parts = []
    for part in condition.split(32):
        noise = torch.randn(len(part), 3, data.EDGE, data.EDGE, generator=generator)
        parts.append(solve(guided(model, part, guidance), noise, karras_sigmas(steps)))
    return torch.cat(parts)


def paste(pictures: torch.Tensor) -> Image.Image:
    """[N, 3, 32, 32] in [-1, 1] -> a grid of COLUMNS columns, row by row, SCALE times enlarged."""
    bytes_ = ((pictures.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
    rows = bytes_.reshape(-1, COLUMNS, 3, data.EDGE, data.EDGE).permute(0, 3, 1, 4, 2)
    grid = rows.reshape(-1, COLUMNS * data.EDGE, 3).contiguous().numpy()
    image = Image.fromarray(grid)
    return image.resize((image.width * SCALE, image.height * SCALE), Image.Resampling.NEAREST)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    parser.add_argument("--model", type=Path, help="an exported model.onnx instead of a run")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--guidance", type=float, default=2.0)
    options = parser.parse_args()
    torch.set_num_threads(2)
    model = OnnxDenoiser(options.model, threads=2) if options.model else averaged(options.run)
    real, labels = data.load("test").batch(torch.arange(64))
    short = conditions(PROMPTS).repeat_interleave(SEEDS, dim=0)
    drawn = sample(model, torch.cat([labels, short]), options.guidance)
    pairs = torch.stack([real, drawn[:64]], dim=1).flatten(0, 1)
    paste(torch.cat([pairs, drawn[64:]])).save(options.output)


if __name__ == "__main__":
    main()
