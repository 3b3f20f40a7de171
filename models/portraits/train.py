"""Trains the portraits model. Run from the repository's root: python -m models.portraits.train

Draw the data first: node models/portraits/draw.mjs
"""

import argparse
from pathlib import Path

from models.lib import recipe
from models.lib.export import load_weights
from models.lib.grow import grow, shift_levels
from models.lib.pictures import Split
from models.lib.regions import pixel_weights, word_regions
from models.lib.training import Run, train
from models.portraits import data, network


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    recipe.add_arguments(parser)
    network.add_argument(parser)
    parser.add_argument("--start-from", type=Path, help="weights of an exported model.onnx, of the same size or larger")
    parser.add_argument("--grow-from", type=Path, help="model.onnx for pictures of half the edge, as a start")
    parser.add_argument("--lead", type=float, default=1.0, help="guidance that the estimate learns; 1: none")
    parser.add_argument("--lead-from", type=Path, help="model.onnx of `portraits`, whose guidance that is")
    parser.add_argument(
        "--lead-at",
        type=float,
        help="instead of --lead-from: the share of the run from which on it leads itself",
    )
    parser.add_argument("--small-marks", action="store_true", help="a word's pixels weigh more, the fewer they are")
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    return parser.parse_args()


def create_run(options: argparse.Namespace, split: Split) -> Run:
    if options.lead != 1 and not (options.lead_from or options.lead_at):
        raise SystemExit("--lead: wants --lead-from or --lead-at, a network that knows its words already")
    denoiser, leader = network.create(options.model), network.create()
    if options.start_from:
        load_weights(denoiser, options.start_from)
    if options.grow_from:
        grow(denoiser.network, options.grow_from)
        shift_levels(denoiser.network.embed, network.edge(options.model) / network.edge("portraits"))
    if options.lead_from:
        load_weights(leader, options.lead_from)
    regions = word_regions(split, data.styles()) if options.small_marks else None
    weigh = None if regions is None else lambda conditions: pixel_weights(conditions, regions)
    lead = options.lead if options.lead_from else 1.0
    settings = recipe.settings(options, network.SEED, lead, network.SIGMA_MEAN[options.model])
    return recipe.go_on(Run(denoiser, settings, leader, weigh), options)


def main() -> None:
    options = arguments()
    recipe.prepare(options)
    edge = network.edge(options.model)
    split = data.load("train", data.drawn(edge), edge)
    run = create_run(options, split)
    draw = recipe.drawer(split, run, options)
    if options.lead_at:
        draw = recipe.led_later(draw, run, options)
    train(run, draw, options.run)


if __name__ == "__main__":
    main()
