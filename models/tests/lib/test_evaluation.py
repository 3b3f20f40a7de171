import pytest
import torch
from models.lib import evaluation


def test_frechet_distance_of_a_set_to_itself_is_zero():
    features = torch.randn(500, 8, generator=torch.Generator().manual_seed(0))
    assert evaluation.frechet_distance(features, features) == pytest.approx(0, abs=1e-6)


def test_frechet_distance_of_two_gaussians_is_the_closed_form():
    generator = torch.Generator().manual_seed(0)
    first = torch.randn(200_000, 3, generator=generator)
    second = 2 * torch.randn(200_000, 3, generator=generator) + torch.tensor([1.0, 0, 0])
    # |m|^2 + sum (s1 - s2)^2 over three dimensions
    assert evaluation.frechet_distance(first, second) == pytest.approx(1 + 3, rel=0.02)


def test_copies_are_found():
    generator = torch.Generator().manual_seed(0)
    training, held_out = torch.randn(400, 6, generator=generator), torch.randn(400, 6, generator=generator)
    copies = training[:100] + 1e-4
    assert evaluation.near_copies(copies, held_out, training, 0.05)["share"] == 1
    fresh = torch.randn(400, 6, generator=generator)
    assert evaluation.near_copies(fresh, held_out, training, 0.05)["share"] == pytest.approx(0.05, abs=0.04)


def test_one_picture_over_and_over_has_no_diversity():
    labels = torch.arange(2).repeat_interleave(10)
    real = torch.randn(20, 6)
    same = real[labels * 10]
    assert evaluation.diversity(same, labels, real, labels) == pytest.approx([0, 0], abs=1e-6)
    assert evaluation.diversity(real, labels, real, labels) == pytest.approx([1, 1])
