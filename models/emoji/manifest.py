"""manifest.json and samples.bin of the emoji model, beside its model.onnx."""

import torch

from models.emoji import data, network
from models.emoji.nearest import PATH as NEAREST
from models.emoji.prompts import SUBJECTS
from models.lib import manifest, nearest, samples
from models.lib.golden import condition_of
from models.lib.pictures import EDGE, Split

STYLE_OF_SAMPLES = "noto"
DEFAULT = {
    "condition": "noto:1,butterfly:1",
    "seed": 6,
    "steps": 20,
    "sampler": "dpmpp_2m",
    "sigmas": "log_snr",
    "guidance": 2,
}
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


def subjects(split: Split, kinds: torch.Tensor) -> list[list[str]]:
    """What the pictures are of: for each emoji the ids of its words, without styles."""
    words = [word["id"] for word in data.vocabulary()]
    labels = split.labels.clone()
    labels[:, data.styles()] = 0
    rows = (labels[kinds == kind][0].nonzero()[:, 0].tolist() for kind in kinds.unique())
    return [[words[index] for index in row] for row in rows if row]


def choose_samples(split: Split) -> torch.Tensor:
    """One style's drawing of each of the 32 words: indices. Where words fit several, the one with the fewest others."""
    rows = torch.cat([condition_of(asked(subject), data.vocabulary()) for subject in SUBJECTS])
    holds = (split.labels.float() @ rows.T) == rows.sum(1)
    others = split.labels.sum(1, keepdim=True).masked_fill(~holds, len(data.vocabulary()))
    return others.argmin(0)[holds.any(0)]


def asked(subject: str) -> str:
    """'red apple' -> 'noto:1,red:1,apple:1'"""
    return ",".join(f"{word}:1" for word in (STYLE_OF_SAMPLES, *subject.split(" ")))


def main() -> None:
    """Writes manifest.json and samples.bin."""
    shape = (3, EDGE, EDGE)
    path, split, vocabulary = data.WEIGHTS, data.load("train"), data.vocabulary()
    condition = DEFAULT["condition"]
    content = {
        "id": "emoji",
        "version": "0.1.0",
        "name": "Emoji",
        **manifest.describe_file(path, network.create()),
        "licence": LICENCE,
        "shape": list(shape),
        "valueRange": [-1, 1],
        "prediction": manifest.prediction(network.SIGMA_DATA),
        "vocabulary": vocabulary,
        "subjects": subjects(split, data.kinds("train")),
        "examples": EXAMPLES,
        "defaultRecipe": DEFAULT,
        "samples": samples.write(path.with_name("samples.bin"), split, choose_samples(split), vocabulary),
        "nearest": nearest.describe(NEAREST, path.parent),
        "selfCheck": manifest.self_check(path, shape, condition_of(condition, vocabulary)[0], condition),
        "card": "README.md",
    }
    manifest.write(path.with_name("manifest.json"), content)


if __name__ == "__main__":
    main()
