"""What a set of pictures with words is: all that training, measuring and the manifest must know of it."""

import argparse
from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from models.lib.training import Draw, Run

if TYPE_CHECKING:
    from models.lib.declaration import Model

MODELS = Path(__file__).parents[1]


class DataSet(ABC):
    """shape: of a picture, [C, H, W]. licence: of weights and data, for manifests. index: the model in whose folder
    nearest.bin lies, which all models of these pictures share; None where there is none."""

    id: str
    shape: tuple[int, int, int]
    licence: dict
    index: str | None = None

    @property
    def index_path(self) -> Path | None:
        return MODELS / self.index / "nearest.bin" if self.index else None

    @abstractmethod
    def vocabulary(self) -> list[dict]:
        """[{id, words, kind}]: ids and their order are permanent."""

    def described(self) -> dict:
        """The manifest's fields about words: the vocabulary, and what helps with prompts."""
        return {"vocabulary": self.vocabulary()}

    def samples(self, folder: Path) -> dict:
        """The manifest's field about training pictures for the forward process, which are written into `folder`."""
        return {}

    def add_training_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Options of how pictures and words are shown in training."""

    def starting(self, options: argparse.Namespace) -> dict:
        """More arguments for Family.start."""
        return {}

    @abstractmethod
    def drawer(self, run: Run, options: argparse.Namespace) -> Draw:
        """(count, generator) -> pictures and conditions of the training."""

    def add_measuring_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Options of what is measured."""

    def asking(self, options: argparse.Namespace) -> dict:
        """Which of those options were used, {name: value}, for evaluation.json."""
        return {}

    def measure(self, model: "Model", network, options: argparse.Namespace, output: Path) -> dict:
        """The figures of evaluation.json. network: as torch holds it or OnnxModel runs it. Charts go to `output`."""
        raise SystemExit(f"{self.id}: nothing is measured on this data")

    def rounded(self, value):
        """Numbers as evaluation.json is to hold them."""
        return value

    def figures(self, model: "Model", result: dict) -> list[str]:
        """The lines of the card that tell what was measured."""
        raise SystemExit(f"{self.id}: nothing is measured on this data")

    def sheets(self, model: "Model", network, options: argparse.Namespace) -> dict[str, Image.Image]:
        """Contact sheets, to judge by eye: {name of the file: image}."""
        return {}

    def write_index(self) -> None:
        raise SystemExit(f"{self.id}: its training pictures have no index")

    def train_judge(self, options: argparse.Namespace) -> None:
        """Trains the judge anew and prints how well it reads. options: steps (None: as it is), threads."""
        raise SystemExit(f"{self.id}: has no judge")
