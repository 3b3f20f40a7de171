"""Contact sheets, to judge by eye: python -m models.emoji.sheet writes sheet.png, styles.png and nearest.png.

sheet: the 32 words, each in two styles, four seeds a style, as they came. styles: the same words in all styles.
nearest: samples from the words of emoji whose drawing in that style was held out, each above the nearest of all
training pictures.
"""

import argparse
from pathlib import Path

import torch
from PIL import Image, ImageDraw, ImageFont

from models.emoji import data, network
from models.emoji.prompts import STYLES, SUBJECTS, asked
from models.lib.onnx_denoiser import OnnxDenoiser
from models.lib.pictures import EDGE
from models.lib.sheet import COLUMNS, SCALE, averaged, in_rows_of_pairs, nearest, paste, sample

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, help="a run's averaged weights instead of model.onnx; writes into the run")
    parser.add_argument("--guidance", type=float, default=2.0)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    path = data.WEIGHTS
    model = averaged(network.create(), options.run) if options.run else OnnxDenoiser(path, options.threads)
    folder = options.run or data.FOLDER
    every = tuple(data.vocabulary()[style]["id"] for style in data.styles())
    for name, styles, seeds in (("sheet", STYLES, SEEDS), ("styles", every, 1)):
        pictures = sample(model, asked(seeds, styles), options.guidance)
        labelled(pictures, styles).save(folder / f"{name}.png", optimize=True)
    test = data.load("test")
    apart = torch.linspace(0, len(test.pictures) - 1, NEAREST).long()
    drawn = sample(model, test.batch(apart)[1], options.guidance)
    pairs = in_rows_of_pairs(drawn, nearest(drawn, data.with_mirrored(data.load("train"))))
    paste(pairs, COLUMNS).save(folder / "nearest.png", optimize=True)


if __name__ == "__main__":
    main()
