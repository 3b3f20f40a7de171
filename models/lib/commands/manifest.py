"""Writes manifest.json, what the page must know of a model, and samples.bin beside model.onnx."""

import argparse

from models.lib import manifest, nearest
from models.lib.declaration import Model
from models.lib.golden import condition_of


def add_arguments(parser: argparse.ArgumentParser, model: Model) -> None:
    """None."""


def describe(model: Model) -> dict:
    data, family, words = model.data, model.family, model.recipe["condition"]
    condition = condition_of(words, data.vocabulary())[0]
    return {
        "id": model.id,
        "version": model.version,
        "name": model.name,
        **({} if family.id == "diffusion" else {"family": family.id}),
        **manifest.describe_file(model.file, family.create()),
        "licence": data.licence,
        "shape": list(data.shape),
        "valueRange": [-1, 1],
        **family.process(),
        **data.described(),
        "defaultRecipe": model.recipe,
        **data.samples(model.folder),
        **({"nearest": nearest.describe(data.index_path, model.folder)} if data.index_path else {}),
        "selfCheck": family.self_check(model.file, data.shape, condition, words),
        "card": "README.md",
    }


def main(model: Model, _options: argparse.Namespace) -> None:
    manifest.write(model.folder / "manifest.json", describe(model))
