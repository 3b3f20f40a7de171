"""Emoji of seven icon sets, by their words: what all models of them share."""

import argparse

import torch
from PIL import Image

from models.data.emoji import figures, index, judge, measure, sheet
from models.data.emoji.drawings import DRAWINGS, kinds
from models.data.emoji.prompts import SUBJECTS
from models.lib.drawings import DrawnSet
from models.lib.evaluation import rounded
from models.lib.golden import condition_of
from models.lib.pictures import Split

STYLE_OF_SAMPLES = "noto"
EXAMPLES = [
    "a grinning face",
    "noto, red apple",
    "fluent, robot",
    "twemoji, crying face",
    "flat, frog",
    "blob, smiling face with heart eyes",
]
SETS = (
    "Noto Emoji and its first version by Google, Firefox OS Emoji by Mozilla (Apache-2.0); "
    "Fluent Emoji and Fluent Emoji Flat by Microsoft (MIT); Twemoji by Twitter and contributors, "
    "Emoji One 2 by Emoji One (CC BY 4.0); as packaged by Iconify, reduced to 32x32"
)
LICENCE = {
    "weights": {"spdx": "Apache-2.0", "attribution": "The authors of diffusion-playground"},
    "data": {
        "spdx": "Apache-2.0 AND MIT AND CC-BY-4.0",
        "attribution": SETS,
        "url": "https://icon-sets.iconify.design/?category=Emoji",
    },
}


class Emoji(DrawnSet):
    id = "emoji"
    index = "emoji"
    licence = LICENCE

    def described(self) -> dict:
        shown = subjects(DRAWINGS.load("train"), kinds("train"))
        return {"vocabulary": self.vocabulary(), "subjects": shown, "examples": EXAMPLES}

    def choose_samples(self, split: Split) -> torch.Tensor:
        return choose_samples(split)

    def add_measuring_arguments(self, parser: argparse.ArgumentParser) -> None:
        measure.add_arguments(parser)

    def asking(self, options: argparse.Namespace) -> dict:
        return {"seeds": options.seeds}

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
        print(judge.accuracy(judge.load(options.steps or judge.STEPS)))


def subjects(split: Split, kinds: torch.Tensor) -> list[list[str]]:
    """What the pictures are of: for each emoji the ids of its words, without styles."""
    words = [word["id"] for word in DRAWINGS.vocabulary()]
    labels = split.labels.clone()
    labels[:, DRAWINGS.styles()] = 0
    rows = (labels[kinds == kind][0].nonzero()[:, 0].tolist() for kind in kinds.unique())
    return [[words[index] for index in row] for row in rows if row]


def choose_samples(split: Split) -> torch.Tensor:
    """One style's drawing of each of the 32 words: indices. Where words fit several, the one with the fewest others."""
    rows = torch.cat([condition_of(sample_words(subject), DRAWINGS.vocabulary()) for subject in SUBJECTS])
    holds = (split.labels.float() @ rows.T) == rows.sum(1)
    others = split.labels.sum(1, keepdim=True).masked_fill(~holds, len(DRAWINGS.vocabulary()))
    return others.argmin(0)[holds.any(0)]


def sample_words(subject: str) -> str:
    """'red apple' -> 'noto:1,red:1,apple:1'"""
    return ",".join(f"{word}:1" for word in (STYLE_OF_SAMPLES, *subject.split(" ")))


EMOJI = Emoji(DRAWINGS)
