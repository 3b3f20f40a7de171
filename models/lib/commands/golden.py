"""Writes golden-runs.json: what Python draws with the committed model, which browsers make again."""

import argparse

from models.lib import golden
from models.lib.declaration import Model


def add_arguments(parser: argparse.ArgumentParser, model: Model) -> None:
    """None."""


def main(model: Model, _options: argparse.Namespace) -> None:
    golden.write(model.folder, model.golden, f"python -m models golden {model.id}")
