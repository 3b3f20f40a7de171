"""Writes a training's averaged weights to model.onnx and adds the training to training.json; then the manifest."""

import argparse
import json
from pathlib import Path

from models.lib import curves
from models.lib.commands import manifest
from models.lib.declaration import Model
from models.lib.export import export


def add_arguments(parser: argparse.ArgumentParser, model: Model) -> None:
    parser.add_argument("--runs", type=Path, default=model.runs, help="where train wrote its phases")
    parser.add_argument("--first", action="store_true", help="forget the trainings before in training.json")
    parser.add_argument("--chart", action="store_true", help="draw the losses of all trainings as training.svg")


def add_to_history(model: Model, options: argparse.Namespace) -> None:
    path = model.folder / "training.json"
    told = [] if options.first or not path.exists() else json.loads(path.read_text())["runs"]
    for phase in model.training:
        run = options.runs / phase
        inside = run.is_relative_to(model.runs)
        told = curves.with_run(told, curves.logged(run, run.relative_to(model.runs).as_posix() if inside else phase))
    curves.write(path, told, options.chart)


def main(model: Model, options: argparse.Namespace) -> None:
    last = list(model.training)[-1]
    export(model.family.averaged(options.runs / last), model.file, model.family.signature())
    add_to_history(model, options)
    manifest.main(model, options)
