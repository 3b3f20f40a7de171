"""Trains the emoji model. Run from the repository's root: python -m models.emoji.train

Draw the data first: node models/emoji/draw.mjs
"""

import argparse
from pathlib import Path

import torch

from models.emoji import data, network
from models.lib import recipe
from models.lib.export import load_weights
from models.lib.training import Run, train


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    recipe.add_arguments(parser)
    parser.add_argument("--start-from", type=Path, help="weights of an exported model.onnx")
    parser.add_argument("--fresh-words", action="store_true", help="--start-from knows other words: leave its own")
    parser.add_argument("--run", type=Path, default=data.FOLDER / "runs" / "main")
    return parser.parse_args()


def mirrored(draw: recipe.Draw) -> recipe.Draw:
    """Half of the pictures as in a mirror. The words hold: none of them says left or right."""

    def draw_mirrored(count: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        pictures, words = draw(count, generator)
        flip = torch.rand(count, 1, 1, 1, generator=generator) < 0.5
        return torch.where(flip, pictures.flip(3), pictures), words

    return draw_mirrored


def create_run(options: argparse.Namespace) -> Run:
    denoiser = network.create()
    if options.start_from:
        load_weights(denoiser, options.start_from, network.WORDS if options.fresh_words else ())
    return recipe.go_on(Run(denoiser, recipe.settings(options, network.SEED)), options)


def main() -> None:
    options = arguments()
    recipe.prepare(options)
    run = create_run(options)
    train(run, mirrored(recipe.drawer(data.load("train"), run, options)), options.run)


if __name__ == "__main__":
    main()
