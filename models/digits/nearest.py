"""The training digits themselves, for the page to compare with: python -m models.digits.nearest

Writes nearest.bin: labels and pictures, one byte a value.
"""

import torch

from models.digits import data
from models.lib import nearest

PATH = data.FOLDER / "nearest.bin"


def main() -> None:
    torch.set_num_threads(2)
    training, held_out = data.load()
    pixels = ((training.pictures + 1) * 127.5).round().to(torch.uint8).numpy()
    kinds = {str(digit): held_out.labels == digit for digit in range(10)}
    held, known = held_out.pictures.flatten(1), training.pictures.flatten(1)
    header = {
        "kind": "pictures",
        "count": len(training.pictures),
        "labels": list(kinds),
        **nearest.yardsticks(held, [known], kinds),
    }
    nearest.write(PATH, header, [training.labels.to(torch.uint8).numpy(), pixels])


if __name__ == "__main__":
    main()
