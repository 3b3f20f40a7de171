"""Writes the figures of evaluation.json into the card, README.md."""

import argparse
import json

from models.lib.card import write_figures
from models.lib.declaration import Model


def add_arguments(parser: argparse.ArgumentParser, model: Model) -> None:
    """None."""


def main(model: Model, _options: argparse.Namespace) -> None:
    result = json.loads((model.folder / "evaluation.json").read_text())
    write_figures(model.folder / "README.md", model.data.figures(model, result))
