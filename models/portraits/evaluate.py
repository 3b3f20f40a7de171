"""Measures the exported network against what was asked for: python -m models.portraits.evaluate

Words are counted that the judge itself reads on real drawings (see --least). Sampling is the page's own:
DPM++ 2M, 20 steps, sigma from 40 to 0.01 even in log SNR. Writes evaluation.json and quality-by-steps.svg.
"""

import argparse
import json
from pathlib import Path

import torch

from models.lib.evaluation import diversity, frechet_distance, near_copies, rounded
from models.lib.manifest import read_file_facts
from models.lib.onnx_denoiser import OnnxDenoiser
from models.lib.plot import write_line_chart
from models.lib.sampling import SAMPLERS
from models.lib.sheet import averaged, sample
from models.portraits import data, judge, network
from models.portraits.prompts import named_sets

GUIDANCE = (1.0, 2.0, 3.0)
STEPS = (2, 4, 8, 16, 32, 64)
LEAST = 0.99


def shown(reader: judge.Judge, pictures: torch.Tensor, asked: torch.Tensor) -> torch.Tensor:
    """Which of the words asked for the judge finds: bool [N, V]."""
    return judge.read(reader, pictures)[0] & asked.bool()


def measure_words(model, reader: judge.Judge, sets: dict[str, torch.Tensor]) -> dict:
    """{set: {guidance: share of the words asked for}} and, at guidance 2, {word: [shown, asked]}."""
    shares: dict = {}
    counts = torch.zeros(2, len(data.vocabulary()))
    for name, asked in sets.items():
        for guidance in GUIDANCE:
            found = shown(reader, sample(model, asked, guidance), asked)
            shares.setdefault(name, {})[str(guidance)] = (found.sum() / asked.sum()).item()
            print(f"{name}, guidance {guidance}: {shares[name][str(guidance)]:.3f} of {len(asked)}", flush=True)
            if guidance == 2:
                counts += torch.stack([found.sum(0), asked.sum(0)])
    words = [word["id"] for word in data.vocabulary()]
    pairs = zip(words, counts.T.int().tolist(), strict=True)
    return {"shown": shares, "shownByWord": {word: pair for word, pair in pairs if pair[1] > 0}}


def measure_distance(model, reader: judge.Judge, count: int) -> dict:
    """At guidance 1 with all the words of test drawings: Frechet distance in the judge's features with its
    floor, diversity over styles, and how near the nearest training pictures are."""
    train, test = data.load("train"), data.load("test")
    real, _ = train.batch(torch.arange(5000))
    held, labels = test.batch(torch.arange(count))
    drawn = sample(model, labels, guidance=1.0).clamp(-1, 1)
    features = [judge.read(reader, pictures)[1] for pictures in (real, held, drawn)]
    floor, distance = (frechet_distance(which, features[0]) for which in features[1:])
    style = labels[:, data.styles()].argmax(1)
    spread = diversity(drawn.flatten(1), style, held.flatten(1), style)
    every = train.batch(torch.arange(len(train.pictures)))[0].flatten(1)
    return {
        "frechetDistance": distance,
        "frechetFloor": floor,
        "frechetOverFloor": distance / floor,
        "diversityMean": sum(spread) / len(spread),
        "diversityLeast": min(spread),
        "nearCopies": near_copies(drawn.flatten(1), held.flatten(1), every, 0.05),
    }


def measure_steps(model, reader: judge.Judge, asked: torch.Tensor, guidance: float) -> dict:
    """{sampler: {steps: share of the words asked for}}."""
    result: dict = {}
    for name, solve in SAMPLERS.items():
        for steps in STEPS:
            found = shown(reader, sample(model, asked, guidance, steps, solve), asked)
            result.setdefault(name, {})[steps] = (found.sum() / asked.sum()).item()
        print(name, result[name], flush=True)
    return result


def describe_judge(reader: judge.Judge, allowed: torch.Tensor, least: float) -> dict:
    pictures, labels = data.load("test").batch(torch.arange(2000))
    found = judge.read(reader, pictures)[0]
    precision, recall = judge.precision_and_recall(found, labels)
    return {
        "least": least,
        "wordsRead": int(allowed.sum()),
        "words": len(allowed),
        "precisionOfAll": ((found & labels.bool()).sum() / found.sum()).item(),
        "recallOfAll": ((found & labels.bool()).sum() / labels.sum()).item(),
        "medianPrecision": precision.median().item(),
        "medianRecall": recall.median().item(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    network.add_argument(parser)
    parser.add_argument("--run", type=Path, help="a run's averaged weights instead of model.onnx; writes into the run")
    parser.add_argument("--guidance", type=float, default=2.0, help="of the rows against steps")
    parser.add_argument("--count", type=int, default=300, help="pictures for each figure")
    parser.add_argument("--least", type=float, default=LEAST, help="precision and recall a word needs to count")
    parser.add_argument("--quick", action="store_true", help="words alone: no distances, no steps")
    options = parser.parse_args()
    torch.set_num_threads(2)
    folder = network.folder(options.model)
    path = folder / "model.onnx"
    model = averaged(network.create(options.model), options.run) if options.run else OnnxDenoiser(path, threads=2)
    reader = judge.load()
    allowed = judge.readable(reader, data.load("test"), options.least)
    sets = named_sets(allowed.float(), options.count)
    command = f"python -m models.portraits.evaluate --model {options.model} --count {options.count}"
    result = {"command": command, "count": options.count}
    result |= {} if options.run else read_file_facts(path)
    result |= {"judge": describe_judge(reader, allowed, options.least)} | measure_words(model, reader, sets)
    output = options.run or folder
    if not options.quick:
        result |= measure_distance(model, reader, 2 * options.count)
        result |= {"shownBySteps": measure_steps(model, reader, sets["4"][: options.count // 4], options.guidance)}
        write_line_chart(
            output / "quality-by-steps.svg",
            result["shownBySteps"],
            "steps",
            f"words of four-word prompts that are shown, guidance {options.guidance:g}",
        )
    (output / "evaluation.json").write_text(json.dumps(rounded(result), indent=2) + "\n")


if __name__ == "__main__":
    main()
