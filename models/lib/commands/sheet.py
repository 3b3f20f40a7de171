"""Draws contact sheets, to judge by eye: as they came."""

import argparse

import torch

from models.lib.commands.evaluate import add_network_arguments, network_of
from models.lib.declaration import Model


def add_arguments(parser: argparse.ArgumentParser, model: Model) -> None:
    add_network_arguments(parser)
    name, settings = model.family.knob
    parser.add_argument(f"--{name}", dest="setting", type=float, default=settings[-1])


@torch.no_grad()
def main(model: Model, options: argparse.Namespace) -> None:
    for name, image in model.data.sheets(model, network_of(model, options), options).items():
        image.save((options.run or model.folder) / f"{name}.png", optimize=True)
