"""Drawings with words, as a draw.mjs wrote them into runs/data/<split>/ of a set's folder, and what models need of
them whatever they show."""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import torch

from models.lib import pictures, recipe, samples
from models.lib.dataset import DataSet
from models.lib.pictures import EDGE, Split
from models.lib.training import Draw, Run


@dataclass(frozen=True)
class Drawings:
    """folder: of the set, with vocabulary.json. edge: of the pictures, in pixels."""

    folder: Path
    edge: int = EDGE

    def vocabulary(self) -> list[dict]:
        """[{id, words, kind}]: ids and their order are permanent."""
        return json.loads((self.folder / "vocabulary.json").read_text())

    def styles(self) -> list[int]:
        """Which words of the vocabulary are styles."""
        return [index for index, word in enumerate(self.vocabulary()) if word["kind"] == "style"]

    def path(self, split: str) -> Path:
        """Where draw.mjs --edge writes."""
        return self.folder / "runs" / ("data" if self.edge == EDGE else f"data-{self.edge}") / split

    def load(self, split: str) -> Split:
        """All shards of a split that are there."""
        return pictures.load(self.path(split), len(self.vocabulary()), self.edge)

    def read(self, split: str, name: str):
        """What a JSON file says that draw.mjs wrote beside the shards."""
        return json.loads((self.path(split) / name).read_text())


class DrawnSet(DataSet):
    """A set of drawings. What is special of one of them says its own folder."""

    def __init__(self, drawings: Drawings):
        self.drawings = drawings
        self.shape = (3, drawings.edge, drawings.edge)

    def vocabulary(self) -> list[dict]:
        return self.drawings.vocabulary()

    def choose_samples(self, split: Split) -> torch.Tensor:
        """Which pictures the page's forward process can start from: indices."""
        raise NotImplementedError

    def samples(self, folder: Path) -> dict:
        split = self.drawings.load("train")
        chosen = self.choose_samples(split)
        return {"samples": samples.write(folder / "samples.bin", split, chosen, self.vocabulary())}

    def add_training_arguments(self, parser: argparse.ArgumentParser) -> None:
        recipe.add_arguments(parser)

    def drawer(self, run: Run, options: argparse.Namespace) -> Draw:
        return recipe.drawer(self.drawings.load("train"), run, options)
