"""A sheet to look at: what visitors ask for as the model draws it, in pixels, enlarged smoothly and drawn sharp; and
real drawings: in pixels, drawn sharp, and as they are. python -m models.sharp.sheet writes sheet-*.webp
"""

import argparse
import json
from pathlib import Path

import torch
from PIL import Image
from torch.nn import functional

from models.data.portraits.drawings import DRAWINGS
from models.lib.declaration import find
from models.lib.onnx_model import OnnxModel
from models.lib.sheet import conditions, paste, sample
from models.sharp import data, export
from models.sharp.network import SCALE

COLUMNS = 12


def visitors_prompts() -> tuple[str, ...]:
    return tuple(json.loads((DRAWINGS.folder / "visitor-prompts.json").read_text()))


def smooth(x: torch.Tensor) -> torch.Tensor:
    """Bilinear, four times."""
    return functional.interpolate(x, scale_factor=SCALE, mode="bilinear", align_corners=False)


def pixels(x: torch.Tensor) -> torch.Tensor:
    return functional.interpolate(x, scale_factor=SCALE, mode="nearest")


def rows(parts: list[torch.Tensor], columns: int = COLUMNS) -> Image.Image:
    """A row of the first, below it one of the second, and so on; then the next columns of all. [N, 3, H, W] each."""
    cut = zip(*(part.split(columns) for part in parts), strict=True)
    return paste(torch.cat([torch.cat(row) for row in cut]), columns, 1)


@torch.no_grad()
def drawn_by(model: str, seed: int = 0, guidance: float | None = None) -> torch.Tensor:
    """Of visitors' prompts, as the page samples: [60, 3, H, W]. The small one starts with guidance 1."""
    asked = conditions(visitors_prompts(), DRAWINGS.vocabulary())
    denoise = OnnxModel(find(model).file, 1)
    guidance = guidance or (1.0 if model == "portraits-small" else 2.0)
    return sample(denoise, asked, guidance, edge=data.edge_of(model), seed=seed).clamp(-1, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--which", choices=export.PUBLISHED, default="portraits")
    parser.add_argument("--run", type=Path, help="a run's weights instead of model.onnx; writes into the run")
    options = parser.parse_args()
    torch.set_num_threads(1)
    published = export.PUBLISHED[options.which]
    output = options.run or export.folder(options.which)
    sharpen = export.load(options.run) if options.run else export.OnnxSharpener(output / "model.onnx")
    with torch.no_grad():
        for model in published["models"]:
            cache = data.folder(published["edge"]) / f"visitors-{model}.pt"
            if not cache.exists():
                torch.save(drawn_by(model), cache)
            drawn = torch.load(cache, weights_only=True)
            rows([pixels(drawn), smooth(drawn), sharpen(drawn)]).save(output / f"sheet-{model}.webp", quality=90)
        pairs = data.load("test", published["models"])
        real, made, wanted = (data.to_values(part[: 3 * COLUMNS]) for part in (*pairs.small[:2], pairs.large))
        rows([pixels(real), sharpen(real), pixels(made), sharpen(made), wanted]).save(
            output / "sheet-real.webp", quality=90
        )


if __name__ == "__main__":
    main()
