"""The sharp network: what it starts as, what it learns from, what is exported."""

import json

import numpy
import pytest
import torch
from models.sharp import data, evaluate, export
from models.sharp.network import SCALE, Sharpener
from models.sharp.sheet import smooth, visitors_prompts
from models.sharp.train import CROP, crops, loss_of, rate_at


def test_a_fresh_network_enlarges_bilinearly_up_to_the_border():
    x = torch.rand(2, 3, 9, 14, generator=torch.Generator().manual_seed(0)) * 2 - 1
    torch.testing.assert_close(Sharpener()(x), smooth(x), atol=1e-5, rtol=0)


def made_up_pairs() -> data.Pairs:
    """Drawings whose small pictures are their own pixels, so that places can be compared."""
    small = torch.randint(0, 256, (1, 4, 3, 32, 32), dtype=torch.uint8, generator=torch.Generator().manual_seed(1))
    return data.Pairs(small, small[0].repeat_interleave(SCALE, 2).repeat_interleave(SCALE, 3))


def test_crops_show_the_same_place_small_and_large():
    small, large = crops(made_up_pairs(), 6, torch.ones(1), torch.Generator().manual_seed(2))
    assert small.shape == (6, 3, CROP, CROP)
    assert torch.equal(large, small.repeat_interleave(SCALE, 2).repeat_interleave(SCALE, 3))
    assert small.std() > 0.4


def test_the_loss_minds_grain_on_flat_places_and_faint_edges():
    flat = torch.zeros(1, 3, 16, 16)
    assert loss_of(flat, flat) == 0
    grain = 0.05 * torch.randn(flat.shape, generator=torch.Generator().manual_seed(3))
    shift = grain.abs().mean().expand(flat.shape)
    assert loss_of(grain, flat) > 2 * loss_of(shift, flat)


def test_the_rate_rises_then_falls_to_a_fiftieth():
    assert rate_at(0.001) < rate_at(0.02)
    assert rate_at(1.0) == pytest.approx(0.02)


def test_an_exported_file_takes_pictures_of_every_size(tmp_path):
    torch.manual_seed(4)
    network = Sharpener(width=8).eval()
    torch.nn.init.normal_(network.head.weight, 0, 0.05)
    path = tmp_path / "model.onnx"
    export.export(network, path)
    for shape in ((1, 3, 7, 12), (3, 3, 32, 32)):
        x = torch.rand(shape) * 2 - 1
        with torch.no_grad():
            torch.testing.assert_close(export.OnnxSharpener(path)(x), network(x), atol=1e-3, rtol=0)


@pytest.mark.parametrize("which", export.PUBLISHED)
def test_a_manifest_is_that_of_its_file(which):
    stored = json.loads((export.folder(which) / "manifest.json").read_text())
    assert stored == export.describe(which, stored["parameters"])
    assert stored["bytes"] <= 100_000


def test_errors_by_hand():
    measured = evaluate.error(torch.zeros(1, 3, 2, 2), torch.full((1, 3, 2, 2), 10 / 127.5))
    assert measured["greyLevels"] == pytest.approx(10, abs=1e-3)
    assert measured["decibels"] == pytest.approx(20 * numpy.log10(255 / 10), abs=1e-3)


def test_visitors_ask_sixty_different_things():
    assert len(set(visitors_prompts())) == 60
