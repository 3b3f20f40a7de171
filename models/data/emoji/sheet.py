"""Contact sheets, to judge by eye: sheet, styles and nearest.

sheet: the 32 words, each in two styles, four seeds a style, as they came. styles: the same words in all styles.
nearest: samples from the words of emoji whose drawing in that style was held out, each above the nearest of all
training pictures.
"""

import torch
from PIL import Image, ImageDraw, ImageFont

from models.data.emoji.drawings import DRAWINGS, with_mirrored
from models.data.emoji.prompts import STYLES, SUBJECTS, asked
from models.lib.pictures import EDGE
from models.lib.sheet import COLUMNS, SCALE, in_rows_of_pairs, nearest, paste, sample

SEEDS, LABEL, HEAD = 4, 150, 20
HALF = len(SUBJECTS) // 2
NEAREST = 64


def labelled(pictures: torch.Tensor, styles: tuple[str, ...]) -> Image.Image:
    """[32 x styles x seeds, 3, 32, 32] -> two columns of 16 subjects, words before them, styles above."""
    cell = EDGE * SCALE
    width = len(pictures) // len(SUBJECTS)  # pictures in a row of one subject
    block = LABEL + width * cell
    image = Image.new("RGB", (2 * block, HEAD + HALF * cell), "white")
    write, font = ImageDraw.Draw(image), ImageFont.load_default(14)
    for column, half in enumerate(pictures.split(HALF * width)):
        image.paste(paste(half, width), (column * block + LABEL, HEAD))
        for index, style in enumerate(styles):
            write.text((column * block + LABEL + index * width // len(styles) * cell, 2), style, "black", font)
        for row, subject in enumerate(SUBJECTS[column * HALF :][:HALF]):
            words = subject.replace("face heart-eyes", "face\nheart-eyes")
            write.text((column * block + 8, HEAD + row * cell + 16), words, "black", font)
    return image


def sheets(network, guidance: float) -> dict[str, Image.Image]:
    every = tuple(DRAWINGS.vocabulary()[style]["id"] for style in DRAWINGS.styles())
    images = {
        name: labelled(sample(network, asked(seeds, styles), guidance), styles)
        for name, styles, seeds in (("sheet", STYLES, SEEDS), ("styles", every, 1))
    }
    test = DRAWINGS.load("test")
    apart = torch.linspace(0, len(test.pictures) - 1, NEAREST).long()
    drawn = sample(network, test.batch(apart)[1], guidance)
    pairs = in_rows_of_pairs(drawn, nearest(drawn, with_mirrored(DRAWINGS.load("train"))))
    return images | {"nearest": paste(pairs, COLUMNS)}
