"""Trains the judge of the model's data anew and prints how well it reads pictures that were held out."""

import argparse

import torch

from models.lib.declaration import Model


def add_arguments(parser: argparse.ArgumentParser, _model: Model) -> None:
    parser.add_argument("--steps", type=int)
    parser.add_argument("--threads", type=int, default=2)


def main(model: Model, options: argparse.Namespace) -> None:
    torch.set_num_threads(options.threads)
    model.data.train_judge(options)
