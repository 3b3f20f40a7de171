"""Measures a sharp network: python -m models.sharp.evaluate writes evaluation.json.

How far it is from real drawings, beside bilinear enlargement; which words the portraits' judge reads in its pictures,
shrunk to the model's size again, beside those it reads in the model's own pixels.
"""

import argparse
import json
import math
import time

import torch
from PIL import Image

from models.data.portraits import judge
from models.data.portraits.drawings import DRAWINGS
from models.data.portraits.prompts import prompts
from models.lib.declaration import find
from models.lib.evaluation import rounded
from models.lib.onnx_model import OnnxModel
from models.lib.sheet import sample
from models.sharp import data, export
from models.sharp.sheet import smooth

LEAST = 0.97  # precision and recall of words that count
PIXEL_ART = "pixel-art"


def shrink(sharp: torch.Tensor, edge: int) -> torch.Tensor:
    """[N, 3, S, S] -> [N, 3, edge, edge], with Lanczos as the drawings were made small."""
    rows = []
    for picture in data.to_bytes(sharp).permute(0, 2, 3, 1).numpy():
        small = Image.fromarray(picture).resize((edge, edge), Image.Resampling.LANCZOS)
        rows.append(torch.frombuffer(bytearray(small.tobytes()), dtype=torch.uint8).reshape(edge, edge, 3))
    return data.to_values(torch.stack(rows).permute(0, 3, 1, 2))


def error(drawn: torch.Tensor, wanted: torch.Tensor) -> dict:
    """Mean |a - b| in grey levels of 255, and the peak signal-to-noise ratio in dB over all pictures."""
    difference = (drawn.clamp(-1, 1) - wanted) * 127.5
    return {
        "greyLevels": difference.abs().mean().item(),
        "decibels": 10 * math.log10(255**2 / difference.square().mean().item()),
    }


def measure_errors(sharpen, edge: int, models: list[str], count: int) -> dict:
    """{way of making small: {sharp: error, bilinear: error}}; and for pixel art alone, from its own pixels."""
    pairs = data.load("test", models)
    ways = [f"{what} {model}" for model in models for what in ("redrawn by", "estimate in mid-run of")]
    wanted = data.to_values(pairs.large[:count])
    result = {}
    for name, way in zip(["own pixels", *ways], pairs.small, strict=True):
        small = data.to_values(way[:count])
        result[name] = {"sharp": error(sharpen(small), wanted), "bilinear": error(smooth(small), wanted)}
    labels = data.load_drawn("test", edge).labels[:count]
    ids = [word["id"] for word in DRAWINGS.vocabulary()]
    rows = labels[:, ids.index(PIXEL_ART)].bool()
    small = data.to_values(pairs.small[0][:count][rows])
    result[PIXEL_ART] = {"sharp": error(sharpen(small), wanted[rows]), "bilinear": error(smooth(small), wanted[rows])}
    return result


def measure_words(sharpen, model: str, count: int) -> dict:
    """Share of the words asked for that the judge reads: in the model's pixels, and after them in the sharp picture."""
    edge = data.edge_of(model)
    drawn = data.load_drawn("test", edge)
    reader = judge.load()
    allowed = judge.readable(reader, drawn, LEAST).float()
    denoise = OnnxModel(find(model).file, 1)
    result: dict = {"wordsThatCount": int(allowed.sum())}
    for words in (1, 4):
        asked = prompts(drawn.labels.float(), words, allowed, torch.Generator().manual_seed(0))[:count]
        pictures = sample(denoise, asked, 1.0 if model == "portraits-small" else 2.0, edge=edge).clamp(-1, 1)
        shown = {
            "pixels": pictures,
            "sharp": shrink(sharpen(pictures), edge),
            "bilinear": shrink(smooth(pictures), edge),
        }
        found = {name: judge.read(reader, picture)[0] & asked.bool() for name, picture in shown.items()}
        result[str(words)] = {name: (hits.sum() / asked.sum()).item() for name, hits in found.items()}
        lost = found["pixels"] & ~found["sharp"]
        won = ~found["pixels"] & found["sharp"]
        result[str(words)] |= {"lost": int(lost.sum()), "won": int(won.sum()), "asked": int(asked.sum())}
    real, labels = drawn.batch(torch.arange(count))
    for name, picture in (("pixels", real), ("sharp", shrink(sharpen(real), edge))):
        hits = judge.read(reader, picture)[0] & labels.bool() & allowed.bool()
        result.setdefault("real drawings", {})[name] = (hits.sum() / (labels * allowed).sum()).item()
    return result


def milliseconds(sharpen, edge: int) -> float:
    """Least of many, one picture on one thread, in onnxruntime's own code for this processor."""
    x = torch.zeros(1, 3, edge, edge)
    times = []
    for _ in range(50):
        start = time.perf_counter()
        sharpen(x)
        times.append(1000 * (time.perf_counter() - start))
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--which", choices=export.PUBLISHED, default="portraits")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--words", action="store_true", help="also words, which wants the portraits' judge")
    options = parser.parse_args()
    torch.set_num_threads(1)
    published, folder = export.PUBLISHED[options.which], export.folder(options.which)
    sharpen, edge = export.OnnxSharpener(folder / "model.onnx"), published["edge"]
    command = f"python -m models.sharp.evaluate --which {options.which} --count {options.count}"
    result = {
        "command": command,
        "count": options.count,
        "errors": measure_errors(sharpen, edge, published["models"], options.count),
    }
    result["millisecondsNative"] = milliseconds(sharpen, edge)
    if options.words:
        result["command"] += " --words"
        result["words"] = {model: measure_words(sharpen, model, options.count) for model in published["models"]}
    (folder / "evaluation.json").write_text(json.dumps(rounded(result), indent=2) + "\n")
    print(json.dumps(rounded(result), indent=1))


if __name__ == "__main__":
    main()
