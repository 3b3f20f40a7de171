"""Trains the emoji model. Run from the repository's root: python -m models.emoji.train

Draw the data first: node models/emoji/draw.mjs
"""

import argparse
from pathlib import Path

from models.emoji import data, network
from models.lib import recipe
from models.lib.export import load_weights
from models.lib.training import Run, train


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    recipe.add_arguments(parser)
    parser.add_argument("--start-from", type=Path, help="weights of an exported model.onnx")
    parser.add_argument("--fresh-words", action="store_true", help="--start-from knows other words: leave its own")
    parser.add_argument("--lead", type=float, default=1.0, help="guidance that the estimate learns; 1: none")
    parser.add_argument("--lead-from", type=Path, help="model.onnx whose guidance that is")
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    return parser.parse_args()


def create_run(options: argparse.Namespace) -> Run:
    if options.lead != 1 and not options.lead_from:
        raise SystemExit("--lead: wants --lead-from, a network that knows its words already")
    denoiser, leader = network.create(), network.create()
    if options.start_from:
        load_weights(denoiser, options.start_from, network.WORDS if options.fresh_words else ())
    if options.lead_from:
        load_weights(leader, options.lead_from)
    return recipe.go_on(Run(denoiser, recipe.settings(options, network.SEED, options.lead), leader), options)


def main() -> None:
    options = arguments()
    recipe.prepare(options)
    run = create_run(options)
    train(run, recipe.drawer(data.load("train"), run, options), options.run)


if __name__ == "__main__":
    main()
