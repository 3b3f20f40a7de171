"""manifest.json and samples.bin of the portraits model, beside its model.onnx."""

import torch

from models.lib import manifest, nearest, samples
from models.lib.golden import condition_of
from models.lib.pictures import EDGE, Split
from models.portraits import data, network
from models.portraits.nearest import PATH as NEAREST

SAMPLES_PER_STYLE = 3
RARE = 0.004  # of a style's pictures: words below that are not worth offering with it
DEFAULT = {
    "condition": "micah:1,purple-hair:1,long-hair:1,yellow-background:1",
    "seed": 6,
    "steps": 20,
    "sampler": "dpmpp_2m",
    "sigmas": "log_snr",
    "guidance": 2,
}
# What sets the models apart.
OWN = {
    "portraits": {"version": "0.3.0", "name": "Portraits", "defaultRecipe": {}},
    "portraits-small": {"version": "0.2.0", "name": "Small portraits", "defaultRecipe": {"guidance": 1, "seed": 9}},
}
EXAMPLES = [
    "a smiling adventurer with long red hair and round glasses, sky background",
    "pixel art, a sad face with blue hair and sunglasses, yellow background",
    "micah, mohawk, green hair, a beard, peach background",
    "an ink drawing, angry, beanie, no beard, mint background",
    "a surprised emoji with heart eyes, coral background",
]
DESIGNERS = (
    "Pixel Art and Thumbs by DiceBear, Open Peeps by Pablo Stanley, Lorelei by Lisa Wischofsky (CC0 1.0); "
    "Adventurer by Lisa Wischofsky, Custom Avatar by Ashley Seo, Avatar Illustration System by Micah Lanier, "
    "Personas by Draftbit, Free Avatar Creator by Webpixels, Fun Emoji Set by Davis Uche, "
    "ToonHead by Johan Melin, Face Generator by The Visual Team, "
    "Dylan! The Avatar Generator by Natalia Spivak (CC BY 4.0); "
    "remixed by DiceBear, recoloured and reduced to 32x32"
)
LICENCE = {
    "weights": {"spdx": "Apache-2.0", "attribution": "The authors of diffusion-playground"},
    "data": {
        "spdx": "CC0-1.0 AND CC-BY-4.0",
        "attribution": DESIGNERS,
        "url": "https://www.dicebear.com/licenses/",
    },
}


def choose_samples(split: Split, styles: list[int]) -> torch.Tensor:
    """The first pictures of each style in the split, style by style: indices."""
    rows = [split.labels[:, style].nonzero()[:SAMPLES_PER_STYLE, 0] for style in styles]
    return torch.cat(rows)


def vocabulary_with_styles() -> list[dict]:
    """The vocabulary; each style says which words its pictures show, so that the page can draw prompts that fit."""
    words, labels = data.vocabulary(), data.load("train").labels
    for index, word in enumerate(words):
        if word["kind"] != "style":
            continue
        share = labels[labels[:, index] == 1].float().mean(0)
        word["shows"] = [
            other["id"]
            for other, of_style in zip(words, share.tolist(), strict=True)
            if of_style > RARE and other["kind"] != "style"
        ]
    return words


def main(model: str) -> None:
    """Writes manifest.json and samples.bin of one of the portraits models beside its model.onnx."""
    shape = (3, EDGE, EDGE)
    recipe = DEFAULT | OWN[model]["defaultRecipe"]
    condition, vocabulary = recipe["condition"], data.vocabulary()
    path = network.folder(model) / "model.onnx"
    split = data.load("train")
    content = {
        "id": model,
        "version": OWN[model]["version"],
        "name": OWN[model]["name"],
        **manifest.describe_file(path, network.create(model)),
        "licence": LICENCE,
        "shape": list(shape),
        "valueRange": [-1, 1],
        "prediction": manifest.prediction(network.SIGMA_DATA[model]),
        "vocabulary": vocabulary_with_styles(),
        "examples": EXAMPLES,
        "defaultRecipe": recipe,
        "samples": samples.write(
            path.with_name("samples.bin"), split, choose_samples(split, data.styles()), vocabulary
        ),
        "nearest": nearest.describe(NEAREST, path.parent),
        "selfCheck": manifest.self_check(path, shape, condition_of(condition, vocabulary)[0], condition),
        "card": "README.md",
    }
    manifest.write(path.with_name("manifest.json"), content)
