"""What was asked for, and what is there.

Words are counted that the judge itself reads on real drawings (see --least). Sampling is the page's own:
DPM++ 2M, 20 steps, sigma from 40 to 0.01 even in log SNR.
"""

import argparse
from pathlib import Path

import torch

from models.data.portraits import judge
from models.data.portraits.drawings import DRAWINGS
from models.data.portraits.prompts import named_sets
from models.lib.evaluation import distances, diversity, near_copies
from models.lib.families.diffusion.by_steps import by_steps
from models.lib.plot import write_line_chart
from models.lib.sheet import sample

GUIDANCE = (1.0, 2.0, 3.0)
LEAST = 0.99


def shown(reader: judge.Judge, pictures: torch.Tensor, asked: torch.Tensor) -> torch.Tensor:
    """Which of the words asked for the judge finds: bool [N, V]."""
    return judge.read(reader, pictures)[0] & asked.bool()


def measure_words(network, reader: judge.Judge, sets: dict[str, torch.Tensor]) -> dict:
    """{set: {guidance: share of the words asked for}} and, at guidance 2, {word: [shown, asked]}."""
    shares: dict = {}
    counts = torch.zeros(2, len(DRAWINGS.vocabulary()))
    for name, asked in sets.items():
        for guidance in GUIDANCE:
            found = shown(reader, sample(network, asked, guidance), asked)
            shares.setdefault(name, {})[str(guidance)] = (found.sum() / asked.sum()).item()
            print(f"{name}, guidance {guidance}: {shares[name][str(guidance)]:.3f} of {len(asked)}", flush=True)
            if guidance == 2:
                counts += torch.stack([found.sum(0), asked.sum(0)])
    words = [word["id"] for word in DRAWINGS.vocabulary()]
    pairs = zip(words, counts.T.int().tolist(), strict=True)
    return {"shown": shares, "shownByWord": {word: pair for word, pair in pairs if pair[1] > 0}}


def measure_distance(network, reader: judge.Judge, count: int) -> dict:
    """At guidance 1 with all the words of test drawings: Frechet distance in the judge's features with its
    floor, diversity over styles, and how near the nearest training pictures are."""
    train, test = DRAWINGS.load("train"), DRAWINGS.load("test")
    real, _ = train.batch(torch.arange(5000))
    held, labels = test.batch(torch.arange(count))
    drawn = sample(network, labels, guidance=1.0).clamp(-1, 1)
    features = [judge.read(reader, pictures)[1] for pictures in (real, held, drawn)]
    style = labels[:, DRAWINGS.styles()].argmax(1)
    spread = diversity(drawn.flatten(1), style, held.flatten(1), style)
    every = train.batch(torch.arange(len(train.pictures)))[0].flatten(1)
    return {
        **distances(*features),
        "diversityMean": sum(spread) / len(spread),
        "diversityLeast": min(spread),
        "nearCopies": near_copies(drawn.flatten(1), held.flatten(1), every, 0.05),
    }


def describe_judge(reader: judge.Judge, allowed: torch.Tensor, least: float) -> dict:
    pictures, labels = DRAWINGS.load("test").batch(torch.arange(2000))
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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--guidance", type=float, default=2.0, help="of the rows against steps")
    parser.add_argument("--count", type=int, default=300, help="pictures for each figure")
    parser.add_argument("--least", type=float, default=LEAST, help="precision and recall a word needs to count")
    parser.add_argument("--quick", action="store_true", help="words alone: no distances, no steps")


def measure(network, options: argparse.Namespace, output: Path) -> dict:
    reader = judge.load()
    allowed = judge.readable(reader, DRAWINGS.load("test"), options.least)
    sets = named_sets(allowed.float(), options.count)
    result = {"judge": describe_judge(reader, allowed, options.least)} | measure_words(network, reader, sets)
    if options.quick:
        return result
    asked = sets["4"][: options.count // 4]

    def share(**how) -> float:
        return (shown(reader, sample(network, asked, options.guidance, **how), asked).sum() / asked.sum()).item()

    result |= measure_distance(network, reader, 2 * options.count) | {"shownBySteps": by_steps(share)}
    title = f"words of four-word prompts that are shown, guidance {options.guidance:g}"
    write_line_chart(output / "quality-by-steps.svg", result["shownBySteps"], "steps", title)
    return result
