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
    """folder: of the set, with vocabulary.json."""

    folder: Path

    def vocabulary(self) -> list[dict]:
        """[{id, words, kind}]: ids and their order are permanent."""
        return json.loads((self.folder / "vocabulary.json").read_text())

    def styles(self) -> list[int]:
        """Which words of the vocabulary are styles."""
        return [index for index, word in enumerate(self.vocabulary()) if word["kind"] == "style"]

    def load(self, split: str) -> Split:
        """All shards of a split that are there."""
        return pictures.load(self.folder / "runs" / "data" / split, len(self.vocabulary()))

    def read(self, split: str, name: str):
        """What a JSON file says that draw.mjs wrote beside the shards."""
        return json.loads((self.folder / "runs" / "data" / split / name).read_text())


class DrawnSet(DataSet):
    """A set of drawings. What is special of one of them says its own folder."""

    shape = (3, EDGE, EDGE)
    drawings: Drawings

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
