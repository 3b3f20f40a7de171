"""The training emoji themselves, for the page to compare with: python -m models.emoji.nearest

Writes nearest.bin: the words of each, and its pixels, planar, one byte a value. It has no yardstick: of most emoji
there is one picture a style, so none can be kept back that training would not hold in another set.
"""

from models.emoji import data
from models.lib import nearest

PATH = data.FOLDER / "nearest.bin"


def main() -> None:
    train, ids = data.load("train"), [word["id"] for word in data.vocabulary()]
    labels = [" ".join(ids[index] for index in row.nonzero()[:, 0].tolist()) for row in train.labels]
    header = {"kind": "pictures", "count": len(train.pictures), "labels": labels}
    nearest.write(PATH, header, [train.pictures.permute(0, 3, 1, 2).contiguous().numpy()])


if __name__ == "__main__":
    main()
