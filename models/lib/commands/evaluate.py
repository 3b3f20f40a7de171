"""Measures model.onnx against what was asked for and writes evaluation.json.

Everything in the card's figures comes from that file. Seeds are fixed: the same file, the same figures, but for the
last digits of float32 on another processor.
"""

import argparse
import json
from pathlib import Path

import torch

from models.lib.declaration import Model
from models.lib.manifest import read_file_facts
from models.lib.onnx_model import OnnxModel


def add_arguments(parser: argparse.ArgumentParser, model: Model) -> None:
    add_network_arguments(parser)
    model.data.add_measuring_arguments(parser)


def add_network_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--run", type=Path, help="a run's averaged weights instead of model.onnx; writes into the run")
    parser.add_argument("--threads", type=int, default=2)


def network_of(model: Model, options: argparse.Namespace):
    torch.set_num_threads(options.threads)
    return model.family.averaged(options.run) if options.run else OnnxModel(model.file, options.threads)


@torch.no_grad()
def main(model: Model, options: argparse.Namespace) -> None:
    output = options.run or model.folder
    facts = {} if options.run else read_file_facts(model.file)
    figures = model.data.measure(model, network_of(model, options), options, output)
    asked = model.data.asking(options)
    command = " ".join(["python -m models evaluate", model.id, *(f"--{name} {value}" for name, value in asked.items())])
    result = {"command": command, **asked, **facts, **figures}
    text = json.dumps(model.data.rounded(result), indent=2)
    (output / "evaluation.json").write_text(text + "\n")
    print(text)
