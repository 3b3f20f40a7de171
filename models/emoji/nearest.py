"""The training emoji themselves, for the page to compare with: python -m models.emoji.nearest

Writes nearest.bin: the style of each, and its pixels, planar, one byte a value.
"""

import torch

from models.emoji import data
from models.lib import nearest

PATH = data.FOLDER / "nearest.bin"


def main() -> None:
    torch.set_num_threads(2)
    train, test = data.load("train"), data.load("test")
    styles = data.styles()
    known, held = (split.batch(torch.arange(len(split.pictures)))[0].flatten(1) for split in (train, test))
    header = {
        "kind": "pictures",
        "count": len(train.pictures),
        "labels": [data.vocabulary()[style]["id"] for style in styles],
        # Too few are held out for a yardstick of each style.
        **nearest.yardsticks(held, [known], {}),
    }
    style_of = train.labels[:, styles].argmax(1).to(torch.uint8)
    nearest.write(PATH, header, [style_of.numpy(), train.pictures.permute(0, 3, 1, 2).contiguous().numpy()])


if __name__ == "__main__":
    main()
