"""Measures a run against what was asked for: python -m models.portraits.evaluate

Prompts are parts of the words of real test drawings, so their style can show them. Only words that the
judge itself reads on real drawings (see --least) are counted. Writes evaluation.json into the run.
"""

import argparse
import json
from pathlib import Path

import torch

from models.lib.evaluation import diversity, frechet_distance
from models.lib.onnx_denoiser import OnnxDenoiser
from models.portraits import data, judge
from models.portraits.sheet import averaged, sample

PROMPT_WORDS = (1, 2, 4)
GUIDANCE = (1.0, 2.0, 3.0)


def prompts(labels: torch.Tensor, words: int, allowed: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Keeps `words` of each row's allowed words, at random; rows with fewer are left away. [n, V]."""
    labels = labels * allowed
    labels = labels[labels.sum(1) >= words]
    order = torch.rand(labels.shape, generator=generator) * labels
    chosen = order.topk(words, dim=1).indices
    return torch.zeros_like(labels).scatter_(1, chosen, 1.0)


def combination_prompts(labels: torch.Tensor, extra: int, allowed: torch.Tensor, generator: torch.Generator):
    """A combination that training never held and `extra` more of the picture's allowed words. [n, V]."""
    ids = [word["id"] for word in data.vocabulary()]
    asked = []
    for first, second in data.held_out_combinations():
        pair = torch.zeros(len(ids))
        pair[[ids.index(first), ids.index(second)]] = 1
        if (pair * allowed).sum() < 2:
            continue
        rows = labels[(labels * pair).sum(1) == 2] * (1 - pair)
        asked.append(prompts(rows, extra, allowed, generator) + pair)
    rows = torch.cat(asked) if asked else labels[:0]
    return rows[torch.randperm(len(rows), generator=generator)]


def share_shown(reader: judge.Judge, pictures: torch.Tensor, asked: torch.Tensor) -> float:
    """Of the words asked for, the share that the judge finds. asked: [N, V]."""
    found, _ = judge.read(reader, pictures)
    return ((found * asked).sum() / asked.sum()).item()


def measure_prompts(model, reader: judge.Judge, allowed: torch.Tensor, count: int) -> dict:
    """{split and words: {guidance: share}}; `held-out` asks for combinations never seen in training."""
    generator = torch.Generator().manual_seed(0)
    test, held_out = (data.load(split).labels.float() for split in ("test", "held-out"))
    asked = {f"test, {words}": prompts(test, words, allowed, generator) for words in PROMPT_WORDS}
    for extra in (0, 2):
        asked[f"held-out, {2 + extra}"] = combination_prompts(held_out, extra, allowed, generator)
    result: dict = {}
    for name, rows in asked.items():
        for guidance in GUIDANCE:
            share = share_shown(reader, sample(model, rows[:count], guidance), rows[:count])
            print(f"{name} words, guidance {guidance}: {share:.3f} of {len(rows[:count])} prompts", flush=True)
            result.setdefault(name, {})[guidance] = round(share, 4)
    return result


def measure_distance(model, reader: judge.Judge, count: int) -> dict:
    """Frechet distance in the judge's features at guidance 1, its floor, and diversity over styles."""
    train, test = data.load("train"), data.load("test")
    real, _ = train.batch(torch.arange(5000))
    held, labels = test.batch(torch.arange(count))
    drawn = sample(model, labels, guidance=1.0)
    features = [judge.read(reader, pictures)[1] for pictures in (real, held, drawn)]
    styles = [index for index, word in enumerate(data.vocabulary()) if word["kind"] == "style"]
    style = labels[:, styles].argmax(1)
    spread = diversity(drawn.flatten(1), style, held.flatten(1), style)
    return {
        "frechet": frechet_distance(features[2], features[0]),
        "floor": frechet_distance(features[1], features[0]),
        "diversity": sum(spread) / len(spread),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    parser.add_argument("--model", type=Path, help="an exported model.onnx instead of a run")
    parser.add_argument("--count", type=int, default=500, help="pictures for each figure")
    parser.add_argument("--least", type=float, default=0.99, help="precision and recall a word needs to count")
    options = parser.parse_args()
    torch.set_num_threads(2)
    model = OnnxDenoiser(options.model, threads=2) if options.model else averaged(options.run)
    reader = judge.load()
    allowed = judge.readable(reader, data.load("test"), options.least)
    result = {"wordsRead": int(allowed.sum()), "least": options.least}
    result |= {"shown": measure_prompts(model, reader, allowed.float(), options.count)}
    result |= measure_distance(model, reader, options.count)
    (options.run / "evaluation.json").write_text(json.dumps(result, indent=2) + "\n")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
