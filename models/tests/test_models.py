"""The committed models: what their manifests say is so."""

import hashlib
import json

import pytest
import torch
from models.lib.declaration import every, find
from models.lib.golden import condition_of
from models.lib.onnx_model import OnnxModel

EVERY = [find(identifier) for identifier in every()]
MODELS = [model for model in EVERY if (model.folder / "manifest.json").exists()]
IDS = [model.id for model in MODELS]


def test_those_of_the_page_are_there():
    assert {"digits", "emoji", "portraits", "portraits-small", "tiny"} <= set(IDS)
    assert [model.id for model in EVERY] == every()


def manifest_of(model) -> dict:
    return json.loads((model.folder / "manifest.json").read_text())


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_the_manifest_describes_the_committed_file(model):
    manifest, content = manifest_of(model), model.file.read_bytes()
    assert manifest["id"] == model.id
    assert manifest["version"] == model.version
    assert manifest["bytes"] == len(content) <= model.bars.get("bytes", 100_000)
    assert manifest["sha256"] == hashlib.sha256(content).hexdigest()
    assert manifest["multiplyAdds"] <= model.bars.get("multiplyAdds", 1_000_000)
    assert manifest["parameters"] == sum(p.numel() for p in model.family.create().parameters())
    assert manifest.get("family", "diffusion") == model.family.id
    assert manifest["defaultRecipe"] == model.recipe
    assert {key: manifest[key] for key in model.family.process()} == model.family.process()
    words = [(word["id"], word["words"]) for word in manifest["vocabulary"]]
    assert words == [(word["id"], word["words"]) for word in model.data.vocabulary()]


@pytest.mark.parametrize("model", [model for model in MODELS if model.id != "tiny"], ids=lambda model: model.id)
def test_samples_are_all_there(model):
    samples = manifest_of(model)["samples"]
    assert len(samples["labels"]) == samples["count"]
    bytes_ = torch.tensor(model.data.shape).prod().item()
    assert (model.folder / samples["file"]).stat().st_size == samples["count"] * bytes_


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_the_self_check_reproduces(model):
    check = manifest_of(model)["selfCheck"]
    condition = condition_of(check["condition"], model.data.vocabulary())
    noise = model.family.noise(1, model.data.shape, check["seed"])
    inputs = {"x": noise * check.get("sigma", 1), "z": noise, "sigma": torch.tensor([check.get("sigma", 1.0)])}
    inputs["condition"] = condition
    network = OnnxModel(model.file)
    actual = network(*(inputs[name] for name in network.inputs)).flatten()[check["indices"]].tolist()
    assert actual == pytest.approx(check["values"], abs=check["tolerance"] / 10)
