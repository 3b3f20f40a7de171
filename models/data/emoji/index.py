"""The training emoji themselves, for the page to compare with: the words of each, and its pixels, planar, one byte a
value. There is no yardstick: of most emoji there is one picture a style, so none can be kept back that training would
not hold in another set.
"""

from pathlib import Path

from models.data.emoji.drawings import DRAWINGS
from models.lib import nearest


def write(path: Path) -> None:
    train, ids = DRAWINGS.load("train"), [word["id"] for word in DRAWINGS.vocabulary()]
    labels = [" ".join(ids[index] for index in row.nonzero()[:, 0].tolist()) for row in train.labels]
    header = {"kind": "pictures", "count": len(train.pictures), "labels": labels}
    nearest.write(path, header, [train.pictures.permute(0, 3, 1, 2).contiguous().numpy()])
