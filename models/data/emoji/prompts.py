"""The 32 words that models are judged by, in the order of design and sheet, each in two styles."""

import torch

from models.data.emoji.drawings import DRAWINGS
from models.lib.sheet import conditions

STYLES = ("noto", "twemoji")
SUBJECTS = (
    "grinning face",
    "cat face",
    "red heart",
    "dog face",
    "pizza",
    "red apple",
    "tree",
    "bird",
    "fish",
    "flower",
    "crying face",
    "smiling face heart-eyes",
    "angry face",
    "bear",
    "panda",
    "pig",
    "monkey",
    "horse",
    "cake",
    "ice-cream",
    "banana",
    "mushroom",
    "cactus",
    "butterfly",
    "fire",
    "ghost",
    "robot",
    "carrot",
    "strawberry",
    "turtle",
    "frog",
    "owl",
)


def asked(seeds: int, styles: tuple[str, ...] = STYLES) -> torch.Tensor:
    """Each subject in the first style, `seeds` times, then in the next: [32 x styles x seeds, V]."""
    prompts = tuple(f"{style} {subject}" for subject in SUBJECTS for style in styles)
    return conditions(prompts, DRAWINGS.vocabulary()).repeat_interleave(seeds, dim=0)
