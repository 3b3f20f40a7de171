"""Writes nearest.bin: the training pictures in a form that the page can search for those nearest to a sample."""

import argparse

import torch

from models.lib.declaration import Model


def add_arguments(parser: argparse.ArgumentParser, model: Model) -> None:
    """None."""


def main(model: Model, _options: argparse.Namespace) -> None:
    torch.set_num_threads(2)
    model.data.write_index()
