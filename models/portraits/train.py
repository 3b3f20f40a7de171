"""Trains the portraits model. Run from the repository's root: python -m models.portraits.train

Draw the data first: node models/portraits/draw.mjs
"""

import argparse
from pathlib import Path

from models.lib import recipe
from models.lib.export import load_weights
from models.lib.pictures import Split
from models.lib.regions import pixel_weights, word_regions
from models.lib.training import Run, train
from models.portraits import data, network


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    recipe.add_arguments(parser)
    network.add_argument(parser)
    parser.add_argument("--start-from", type=Path, help="weights of an exported model.onnx, of the same size or larger")
    parser.add_argument("--lead", type=float, default=1.0, help="guidance that the estimate learns; 1: none")
    parser.add_argument("--lead-from", type=Path, help="model.onnx of `portraits`, whose guidance that is")
    parser.add_argument("--small-marks", action="store_true", help="a word's pixels weigh more, the fewer they are")
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    return parser.parse_args()


def create_run(options: argparse.Namespace, split: Split) -> Run:
    if options.lead != 1 and not options.lead_from:
        raise SystemExit("--lead: wants --lead-from, a network that knows its words already")
    denoiser, leader = network.create(options.model), network.create()
    if options.start_from:
        load_weights(denoiser, options.start_from)
    if options.lead_from:
        load_weights(leader, options.lead_from)
    regions = word_regions(split, data.styles()) if options.small_marks else None
    weigh = None if regions is None else lambda conditions: pixel_weights(conditions, regions)
    return recipe.go_on(Run(denoiser, recipe.settings(options, network.SEED, options.lead), leader, weigh), options)


def main() -> None:
    options = arguments()
    recipe.prepare(options)
    split = data.load("train")
    run = create_run(options, split)
    train(run, recipe.drawer(split, run, options), options.run)


if __name__ == "__main__":
    main()
