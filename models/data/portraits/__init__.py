"""Portraits drawn by DiceBear from words: what all models of them share."""

import argparse

import torch
from PIL import Image

from models.data.portraits import figures, index, judge, measure, sheet
from models.data.portraits.drawings import DRAWINGS, DRAWINGS_64
from models.lib.drawings import DrawnSet
from models.lib.evaluation import rounded
from models.lib.pictures import Split
from models.lib.regions import pixel_weights, word_regions

SAMPLES_PER_STYLE = 3
RARE = 0.004  # of a style's pictures: words below that are not worth offering with it
EXAMPLES = [
    "a smiling adventurer with long red hair and round glasses, sky background",
    "pixel art, a sad face with blue hair and sunglasses, yellow background",
    "micah, mohawk, green hair, a beard, peach background",
    "an ink drawing, angry, beanie, no beard, mint background",
    "a surprised emoji with heart eyes, coral background",
]
DESIGNERS = (
    "Pixel Art and Thumbs by DiceBear, Open Peeps by Pablo Stanley, Lorelei by Lisa Wischofsky (CC0 1.0); "
    "Adventurer by Lisa Wischofsky, Custom Avatar by Ashley Seo, Avatar Illustration System by Micah Lanier, "
    "Personas by Draftbit, Free Avatar Creator by Webpixels, Fun Emoji Set by Davis Uche, "
    "ToonHead by Johan Melin, Face Generator by The Visual Team, "
    "Dylan! The Avatar Generator by Natalia Spivak (CC BY 4.0); "
    "remixed by DiceBear, recoloured and reduced to 32x32"
)
LICENCE = {
    "weights": {"spdx": "Apache-2.0", "attribution": "The authors of diffusion-playground"},
    "data": {
        "spdx": "CC0-1.0 AND CC-BY-4.0",
        "attribution": DESIGNERS,
        "url": "https://www.dicebear.com/licenses/",
    },
}


class Portraits(DrawnSet):
    id = "portraits"
    index = "portraits"
    licence = LICENCE

    def described(self) -> dict:
        return {"vocabulary": vocabulary_with_styles(), "examples": EXAMPLES}

    def choose_samples(self, split: Split) -> torch.Tensor:
        return choose_samples(split, DRAWINGS.styles())

    def add_training_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_training_arguments(parser)
        parser.add_argument("--small-marks", action="store_true", help="a word's pixels weigh more, the fewer they are")

    def starting(self, options: argparse.Namespace) -> dict:
        if not options.small_marks:
            return {}
        regions = word_regions(self.drawings.load("train"), self.drawings.styles())
        return {"weigh": lambda conditions: pixel_weights(conditions, regions)}

    def add_measuring_arguments(self, parser: argparse.ArgumentParser) -> None:
        measure.add_arguments(parser)

    def asking(self, options: argparse.Namespace) -> dict:
        return {"count": options.count}

    def measure(self, model, network, options: argparse.Namespace, output) -> dict:
        return measure.measure(network, options, output)

    def rounded(self, value):
        return rounded(value)

    def figures(self, model, result: dict) -> list[str]:
        return figures.lines(result, model.bars)

    def sheets(self, model, network, options: argparse.Namespace) -> dict[str, Image.Image]:
        return sheet.sheets(network, options.setting)

    def write_index(self) -> None:
        index.write(self.index_path)

    def train_judge(self, options: argparse.Namespace) -> None:
        judge.PATH.unlink(missing_ok=True)
        reader, split = judge.load(options.steps or judge.STEPS), DRAWINGS.load("test")
        for least in (0.9, 0.97, 0.99):
            words = judge.readable(reader, split, least).sum().item()
            print(f"precision and recall of {least} or more: {words} of {len(self.vocabulary())} words")


def choose_samples(split: Split, styles: list[int]) -> torch.Tensor:
    """The first pictures of each style in the split, style by style: indices."""
    rows = [split.labels[:, style].nonzero()[:SAMPLES_PER_STYLE, 0] for style in styles]
    return torch.cat(rows)


def vocabulary_with_styles() -> list[dict]:
    """The vocabulary; each style says which words its pictures show, so that the page can draw prompts that fit."""
    words, labels = DRAWINGS.vocabulary(), DRAWINGS.load("train").labels
    for place, word in enumerate(words):
        if word["kind"] != "style":
            continue
        share = labels[labels[:, place] == 1].float().mean(0)
        word["shows"] = [
            other["id"]
            for other, of_style in zip(words, share.tolist(), strict=True)
            if of_style > RARE and other["kind"] != "style"
        ]
    return words


PORTRAITS = Portraits(DRAWINGS)
PORTRAITS_64 = Portraits(DRAWINGS_64)
