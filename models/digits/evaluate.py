"""Measures the committed model.onnx and writes evaluation.json: python -m models.digits.evaluate

Everything in the card's table comes from that file. Seeds are fixed: the same file, the same
figures, but for the last digits of float32 on another processor.
"""

import argparse
import json
from pathlib import Path

import torch
from PIL import Image

from models.digits import data, judge
from models.lib import evaluation
from models.lib.manifest import read_file_facts
from models.lib.onnx_denoiser import OnnxDenoiser
from models.lib.sampling import guided, heun, karras_sigmas

PER_CLASS = 100
STEPS = 18
SEED = 11
BATCH = 100
GUIDANCES = (1.0, 1.5)
SHEET = data.FOLDER / "sheet.png"


def generate(path: Path, guidance: float, seed: int) -> data.Split:
    """PER_CLASS digits of each class: Heun on Karras' sigmas, clamped to the value range."""
    denoiser, sigmas = OnnxDenoiser(path, threads=2), karras_sigmas(STEPS)
    labels = torch.arange(10).repeat_interleave(PER_CLASS)
    noise = torch.randn(len(labels), 1, 28, 28, generator=torch.Generator().manual_seed(seed))
    conditions = torch.nn.functional.one_hot(labels, 10).float()
    parts = [
        heun(guided(denoiser, condition, guidance), start, sigmas)
        for start, condition in zip(noise.split(BATCH), conditions.split(BATCH), strict=True)
    ]
    return data.Split(torch.cat(parts).clamp(-1, 1), labels)


def judge_samples(samples: data.Split, reader: judge.Judge, context: dict) -> dict:
    """All measures of one set of samples. context: the real digits and their features."""
    training, held_out = context["training"], context["held_out"]
    answers, features = judge.read(reader, samples.pictures)
    right = answers == samples.labels
    flat = [split.pictures.flatten(1) for split in (samples, held_out, training)]
    spread = evaluation.diversity(flat[0], samples.labels, flat[1], held_out.labels)
    distance = evaluation.frechet_distance(features, context["features"])
    return {
        "count": len(right),
        "readAsAsked": right.float().mean().item(),
        "readAsAskedPerDigit": [right[samples.labels == i].float().mean().item() for i in range(10)],
        "frechetDistance": distance,
        "frechetOverFloor": distance / context["floor"],
        "diversityMean": sum(spread) / len(spread),
        "diversityPerDigit": spread,
        "nearCopies": [evaluation.near_copies(*flat, quantile) for quantile in (0.01, 0.05)],
    }


def write_sheet(samples: data.Split) -> None:
    """The first ten of each class, a class a row, as they come."""
    rows = samples.pictures.reshape(10, PER_CLASS, 28, 28)[:, :10]
    pixels = ((rows + 1) * 127.5).round().to(torch.uint8)
    sheet = pixels.permute(0, 2, 1, 3).reshape(280, 280)
    Image.fromarray(sheet.numpy()).save(SHEET, optimize=True)


def rounded(value):
    """Six significant digits in floats at any depth, so that the file can be read."""
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {key: rounded(entry) for key, entry in value.items()}
    return [rounded(entry) for entry in value] if isinstance(value, list) else value


def evaluate(path: Path, seed: int = SEED) -> dict:
    training, held_out = data.load()
    reader = judge.load()
    features = judge.read(reader, training.pictures)[1]
    held_out_features = judge.read(reader, held_out.pictures)[1]
    floor = evaluation.frechet_distance(held_out_features, features)
    context = {"training": training, "held_out": held_out, "features": features, "floor": floor}
    result = {
        "command": "python -m models.digits.evaluate",
        **read_file_facts(path),
        "sampler": f"heun, {STEPS} steps, sigma 40 to 0.01, rho 7, seed {seed}",
        "judgeOnHeldOut": judge.accuracy(reader, held_out),
        "frechetFloor": floor,
        "guidance": {},
    }
    for guidance in GUIDANCES:
        samples = generate(path, guidance, seed)
        result["guidance"][str(guidance)] = judge_samples(samples, reader, context)
        if guidance == GUIDANCES[-1] and seed == SEED:
            write_sheet(samples)
    return rounded(result)


def main() -> None:
    """Writes evaluation.json."""
    result = evaluate(data.FOLDER / "model.onnx")
    (data.FOLDER / "evaluation.json").write_text(json.dumps(result, indent=2) + "\n")
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED, help="another one is printed, not written")
    asked = parser.parse_args().seed
    if asked == SEED:
        main()
    else:
        print(json.dumps(evaluate(data.FOLDER / "model.onnx", asked), indent=2))
