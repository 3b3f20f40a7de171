"""The committed digits model, and the code around its data on made-up pictures."""

import hashlib
import json

import pytest
import torch
from models.digits import data, judge, network
from models.lib.onnx_denoiser import OnnxDenoiser

FOLDER = data.FOLDER
MANIFEST = json.loads((FOLDER / "manifest.json").read_text())


def test_the_split_is_disjoint_balanced_and_always_the_same():
    pictures = torch.arange(1000).reshape(-1, 1, 1, 1).float()
    for digit in (0, 9):
        train, held_out = data.split_class(pictures, digit)
        assert (len(train), len(held_out)) == (900, 100)
        both = torch.cat([train, held_out]).flatten()
        assert sorted(both.tolist()) == list(range(1000))
        assert torch.equal(held_out, data.split_class(pictures, digit)[1])


def test_labels_follow_the_pictures():
    split = data.join([torch.full((2, 1, 1, 1), float(digit)) for digit in range(10)])
    assert torch.equal(split.pictures.flatten().long(), split.labels)
    assert torch.equal(split.conditions().argmax(1), split.labels)


def test_the_judge_reads_and_augments_pictures():
    pictures = torch.rand(3, 1, 28, 28) * 2 - 1
    answers, features = judge.read(judge.Judge().eval(), pictures)
    assert answers.shape == (3,)
    assert features.shape == (3, 128)
    moved = judge.augment(pictures, torch.Generator().manual_seed(0))
    assert moved.shape == pictures.shape
    assert moved.min() >= -1 - 1e-6


def test_the_manifest_describes_the_committed_file():
    content = (FOLDER / MANIFEST["file"]).read_bytes()
    assert MANIFEST["bytes"] == len(content) <= 1_000_000
    assert MANIFEST["sha256"] == hashlib.sha256(content).hexdigest()
    assert MANIFEST["multiplyAdds"] <= 30_000_000
    assert MANIFEST["parameters"] == sum(p.numel() for p in network.create().parameters())
    assert MANIFEST["prediction"]["sigmaData"] == network.SIGMA_DATA
    samples = MANIFEST["samples"]
    assert len(samples["labels"]) == samples["count"]
    assert (FOLDER / samples["file"]).stat().st_size == samples["count"] * 28 * 28


@pytest.mark.parametrize("folder", [FOLDER, FOLDER.parents[1] / "tests" / "golden" / "tiny"])
def test_the_self_check_reproduces(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    check = manifest["selfCheck"]
    generator = torch.Generator().manual_seed(check["seed"])
    x = torch.randn(1, *manifest["shape"], generator=generator) * check["sigma"]
    word, weight = check["condition"].split(":")
    condition = torch.tensor([[float(weight) * (entry["id"] == word) for entry in manifest["vocabulary"]]])
    denoised = OnnxDenoiser(folder / manifest["file"])(x, torch.tensor([float(check["sigma"])]), condition)
    actual = denoised.flatten()[check["indices"]].tolist()
    assert actual == pytest.approx(check["values"], abs=check["tolerance"] / 10)
